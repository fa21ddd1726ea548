package ui

import (
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal/desk"
	"bounceback/journal/store"
	"bounceback/ui/ask"
)

// The end: an ordinary one waits for the disk, any other one goes through Flush.

// quit leaves once everything is on disk, or in drafts. When neither works it stays, and leaves only when asked again.
func (a *App) quit() tea.Cmd {
	a.guide.DropUntouched()
	a.guide.Settle()
	a.noteEdit()
	var cmds []tea.Cmd
	waiting, lost := a.capturing != "" || a.startingEditor || len(a.changes) > 0 || len(a.deliveries) > 0, false
	if e := a.editing; e != nil && e.back && e.taken == nil && a.overlay != editorOverlay {
		waiting = true // its text is on its way back
	}
	for _, doc := range a.docs {
		switch {
		case doc.saving:
			waiting = true
		case doc.dirty() && doc.err == nil:
			waiting = true
			cmds = append(cmds, a.saveDoc(doc))
		case doc.dirty() && !a.quitting: // it failed before: try once more
			doc.conflict, waiting = nil, true
			cmds = append(cmds, a.saveDoc(doc))
		case doc.dirty() && !inDrafts(doc.err):
			lost = true
		}
		switch keep := a.keepUnread(doc); {
		case doc.keepingUnread && (keep == nil || doc.unreadErr == nil || !a.quitting):
			waiting = true
			cmds = append(cmds, keep)
		case doc.keepingUnread: // it failed twice
			doc.keepingUnread, lost = false, true
		}
	}
	lost = lost || a.lineInMemory()
	a.quitting = waiting
	switch {
	case waiting:
		return tea.Batch(cmds...)
	case lost && !a.quitAnyway:
		a.quitAnyway = true
		return nil // and wrong says so
	}
	a.stop()
	return tea.Sequence(a.keepCaptureCmd(), tea.Quit)
}

// onlyInMemory reports whether anything that was typed is neither on disk nor in drafts.
func (a *App) onlyInMemory() bool {
	for _, doc := range a.docs {
		if doc.dirty() && !inDrafts(doc.err) || !doc.unreadIsKept() {
			return true
		}
	}
	return a.lineInMemory()
}

// lineInMemory reports whether a line was begun that drafts could not take.
func (a *App) lineInMemory() bool {
	return a.draftTrouble != "" && strings.TrimSpace(a.capture.Text()) != ""
}

// mailGrace is how long a mail on its way may still take when the program is ended from outside, and how long the command that
// sends it has to end after that.
const mailGrace = 3 * time.Second

// flushSharing sees to it that nothing is out without being noted, or said: mails on their way are waited for, and what was to
// be noted is noted.
func (a *App) flushSharing() error {
	var errs []error
	for _, f := range a.changes {
		q, _ := f.ask.(ask.Change)
		if f.run == nil {
			f.run = func() changedMsg { return a.carryOut(q) }
		}
		if msg := f.run(); msg.err != nil {
			errs = append(errs, fmt.Errorf("not noted: %w", msg.err))
		}
	}
	ended := make(chan deliveredMsg, len(a.deliveries))
	for _, f := range a.deliveries {
		go func() { ended <- f.run() }()
	}
	late := time.AfterFunc(mailGrace, a.stopMailing)
	defer late.Stop()
	last := time.After(2 * mailGrace)
	for range a.deliveries {
		select {
		case msg := <-ended:
			if msg.err != nil {
				errs = append(errs, fmt.Errorf("“%s”, to %s: %w", msg.title, msg.ask.To, msg.err))
			}
		case <-last:
			return errors.Join(append(errs, errors.New("a mail was on its way, and nobody knows whether it went out"))...)
		}
	}
	return errors.Join(errs...)
}

func inDrafts(err error) bool {
	var u *desk.UnsavedError
	return errors.As(err, &u) && u.Draft != ""
}

// Flush saves, without a screen, all that is not on disk: after a signal or a panic, and as a last look after an ordinary
// end. Its error says what is where.
func (a *App) Flush() error {
	a.stop()
	a.guide.DropUntouched()
	a.guide.Settle()
	a.noteEdit()
	var errs []error
	a.noteUnread()
	errs = append(errs, a.flushSharing())
	for _, doc := range a.docs {
		if err := a.flushUnread(doc); err != nil {
			errs = append(errs, err)
		}
		if doc.saving { // nobody else is left to hear how it ends
			if msg := doc.flight(); msg.err != nil {
				doc.failed(msg.err)
			} else {
				doc.done(msg.file, msg.at)
			}
		}
		if !doc.dirty() || inDrafts(doc.err) && doc.rev == doc.sending {
			if doc.dirty() {
				errs = append(errs, doc.err)
			}
			continue
		}
		base, want := doc.begin()
		if f, err := a.desk.Save(base, want); err != nil {
			doc.failed(err)
			if !inDrafts(err) { // the terminal is the last place that it can go to
				err = fmt.Errorf("%w\n\nThis is what it said, to be copied:\n\n%s", err, store.Encode(want))
			}
			errs = append(errs, err)
		} else {
			doc.done(f, a.opt.Now())
		}
	}
	if err := a.line.Keep(a.capture.Text()); err != nil {
		errs = append(errs, fmt.Errorf("keeping the line you were writing: %w\n\nThis is what it said, to be copied:\n\n%s", err, a.capture.Text()))
	}
	a.desk.Release()
	return errors.Join(errs...)
}
