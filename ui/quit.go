package ui

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal/desk"
	"bounceback/journal/store"
)

// The end: an ordinary one waits for the disk, any other one goes through Flush.

// quit leaves once everything is on disk, or in drafts. When neither works it stays, and leaves only when asked again.
func (a *App) quit() tea.Cmd {
	a.guide.DropUntouched()
	a.guide.Settle()
	a.noteEdit()
	var cmds []tea.Cmd
	waiting, lost := a.capturing != "" || a.startingEditor || a.changing > 0 || a.delivering > 0, false
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
