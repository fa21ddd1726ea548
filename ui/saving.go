package ui

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal/desk"
	"bounceback/journal/shelf"
	"bounceback/journal/store"
	"bounceback/ui/ask"
	"bounceback/ui/theme"
)

// The open entry, from a key to the disk: edited → a timer that is not restarted → a snapshot → one save at a time → saved,
// or a trouble that stays on screen until a save succeeds.

const (
	saveAfter  = 600 * time.Millisecond // from the first unsaved key
	retryAfter = time.Second            // after a save that failed
)

type (
	saveDueMsg struct{ doc *document }
	savedMsg   struct {
		doc  *document
		file store.File
		err  error
		at   time.Time
	}
)

func (a *App) opened(msg openedMsg) tea.Cmd {
	if msg.rev != a.openRev {
		return nil // something else was opened since
	}
	if msg.err != nil {
		var broken *store.BrokenError
		if errors.As(msg.err, &broken) {
			return a.readCmd(msg.ask.Path)
		}
		a.note = theme.Sentence(reason(msg.err)) + "."
		return nil
	}
	doc := newDocument(msg.file)
	doc.unread, doc.unreadKept = msg.unread, slices.Clone(msg.unread)
	a.docs[doc.path()] = doc
	a.show(doc, msg.ask)
	if msg.unreadErr != nil {
		a.note = "Some drafts can’t be read: " + reason(msg.unreadErr) + "."
	}
	return a.put([]shelf.Card{desk.Card(msg.file)}, nil)
}

// show puts a document into the guide.
func (a *App) show(doc *document, q ask.Open) {
	a.doc = doc
	a.inGuide, a.onList, a.inReading, a.inShare = true, false, false, false
	a.pane = timelinePane
	a.timeline.SelectPath(doc.path())
	a.relayout()
	locked := ""
	if doc.base.Locked != "" {
		locked = "Read-only: " + doc.base.Locked + "."
	}
	a.guide.Open(doc.path(), doc.entry, q.Step, locked)
	if q.To != "" {
		a.guide.Select(q.To)
	}
	a.showUnread(doc)
	if len(doc.base.Problems) > 0 && locked == "" {
		p := doc.base.Problems[0]
		a.note = fmt.Sprintf("Line %d of the file: %s. It stays as it is.", p.Line, p.Reason)
	}
}

// leaveGuide saves what is open and closes it. The document stays until it is safely on disk.
func (a *App) leaveGuide() tea.Cmd {
	if !a.inGuide {
		return nil
	}
	a.guide.DropUntouched()
	cmd, doc := a.settle(), a.doc
	if note := unreadNote(doc); note != "" {
		a.note = note
	}
	a.guide.Close()
	a.inGuide, a.onList, a.doc = false, false, nil
	if doc != nil {
		a.forgetIdle(doc)
	}
	return cmd
}

// settle takes what is being written as far as it goes, and saves it.
func (a *App) settle() tea.Cmd {
	a.guide.Settle()
	a.noteEdit()
	return a.saveNow()
}

// noteEdit counts what Settle may have written as a change. A save of nothing new writes nothing.
func (a *App) noteEdit() {
	if a.doc != nil && !a.doc.dirty() && !a.doc.entry.Equal(a.doc.base.Entry) {
		a.doc.touch()
	}
}

func (a *App) edited() tea.Cmd {
	if a.doc == nil {
		return nil
	}
	return a.editedDoc(a.doc)
}

func (a *App) editedDoc(doc *document) tea.Cmd {
	doc.touch()
	return a.saveSoon(doc, saveAfter)
}

func (a *App) saveSoon(doc *document, after time.Duration) tea.Cmd {
	if doc.timer || doc.saving {
		return nil // one is coming; what follows a save under way is looked at when it is back
	}
	doc.timer = true
	return a.tick(after, func(time.Time) tea.Msg { return saveDueMsg{doc} })
}

func (a *App) saveDue(msg saveDueMsg) tea.Cmd {
	msg.doc.timer = false
	return tea.Batch(a.saveDoc(msg.doc), a.keepUnread(msg.doc))
}

// saveNow saves the open entry at once.
func (a *App) saveNow() tea.Cmd {
	if a.doc == nil {
		return nil
	}
	return tea.Batch(a.saveDoc(a.doc), a.keepUnread(a.doc))
}

// saveDoc starts a save, when there is something to save and none is under way.
func (a *App) saveDoc(doc *document) tea.Cmd {
	if doc == a.doc {
		a.guide.Sync()
	}
	if doc.conflict != nil {
		return a.keepDraft(doc)
	}
	if !doc.dirty() || doc.saving {
		return nil
	}
	if doc == a.doc {
		a.guide.Renumber()
	}
	base, want := doc.begin()
	d, now := a.desk, a.opt.Now
	flight := sync.OnceValue(func() savedMsg {
		f, err := d.Save(base, want)
		return savedMsg{doc: doc, file: f, err: err, at: now()}
	})
	doc.flight = flight
	return func() tea.Msg { return flight() }
}

// keepDraft lets the draft follow the words while a conflict waits for its answer.
func (a *App) keepDraft(doc *document) tea.Cmd {
	if doc.kept == doc.rev {
		return nil
	}
	doc.kept = doc.rev
	d, path, want := a.desk, doc.path(), doc.entry.Clone()
	return func() tea.Msg { return keptMsg{err: d.KeepDraft(path, want)} }
}

func (a *App) wasSaved(msg savedMsg) tea.Cmd {
	doc := msg.doc
	if msg.err != nil {
		return a.notSaved(doc, msg.err)
	}
	if doc == a.doc {
		a.guide.Sync() // what was typed since must not be taken for old
	}
	was := doc.path()
	merged := doc.done(msg.file, msg.at)
	a.follower.Saw(msg.file)
	var gone []string
	if was != doc.path() {
		a.moved(doc, was)
		gone = []string{was}
	}
	cmds := []tea.Cmd{a.put([]shelf.Card{desk.Card(msg.file)}, gone)}
	if doc == a.doc && merged {
		if a.note == "" { // else that of a moment ago matters more
			a.note = "Changed elsewhere as well; both changes are in it."
		}
		if a.guide.Refresh() {
			a.note = ""
			doc.touch()
		}
	}
	if doc.dirty() {
		if a.quitting || doc != a.doc {
			return tea.Batch(append(cmds, a.saveDoc(doc))...)
		}
		return tea.Batch(append(cmds, a.saveSoon(doc, saveAfter))...)
	}
	a.forgetIdle(doc)
	took := a.tookBack(doc)
	if a.quitting {
		return tea.Sequence(took, a.quit())
	}
	return tea.Batch(append(cmds, took, a.keepUnread(doc))...)
}

// inDraftsNow may be shown only as long as nothing was typed since.
const inDraftsNow = "Your text is in drafts. "

// notSaved says what is wrong and where the text is, and keeps trying.
func (a *App) notSaved(doc *document, err error) tea.Cmd {
	doc.failed(err)
	var unsaved *desk.UnsavedError
	where := "It is only in memory: keep this open. "
	if errors.As(err, &unsaved) && unsaved.Draft != "" {
		where = inDraftsNow
		err = unsaved.Err
	}
	doc.trouble = where + "Not saved: " + reason(err) + "."
	if doc.conflict != nil {
		doc.kept = doc.sending
		doc.trouble = where + "Changed elsewhere as well: " + a.keys.back.Help().Key + " to choose."
	}
	switch {
	case a.quitting:
		return a.quit()
	case doc.conflict != nil:
		return nil // the question comes up as soon as no keys are text: see raise
	case doc.gone(): // there is no file to try again with
		if doc != a.doc && doc.stranded() {
			delete(a.docs, doc.path())
			a.note = where + "That file is no longer there."
		}
		return nil
	}
	return a.saveSoon(doc, retryAfter)
}

// reason is the heart of an error for one line of screen: what comes last, without the path that everybody has.
func reason(err error) string {
	var (
		gone    *store.GoneError
		broken  *store.BrokenError
		refused *store.RefusedError
		locked  *store.LockedError
	)
	switch {
	case errors.As(err, &gone):
		return "its file is no longer there"
	case errors.As(err, &broken):
		if broken.Line == 0 {
			return "it can’t be read, " + broken.Reason
		}
		return fmt.Sprintf("line %d can’t be read, %s", broken.Line, broken.Reason)
	case errors.As(err, &refused):
		return refused.Reason
	case errors.As(err, &locked):
		return locked.Reason
	}
	s := strings.TrimSuffix(err.Error(), ".")
	if i := strings.LastIndex(s, ": "); i >= 0 && len(s) > 60 {
		return s[i+2:]
	}
	return s
}

// wrong is what is wrong and what to do. It stays on screen until it is mended.
func (a *App) wrong() string {
	if a.quitting && len(a.deliveries) > 0 {
		return "A mail is on its way. " + a.keys.forceQuit.Help().Key + " gives it up."
	}
	if len(a.undelivered) > 0 {
		return a.undelivered[0].words + " " + a.opt.Config.Keys.Binding("timeline_share").Shown() + " on that mistake leads there."
	}
	if a.quitAnyway && a.onlyInMemory() {
		return "Your last words aren’t saved yet. " + a.keys.forceQuit.Help().Key + " again quits and prints them."
	}
	if a.doc != nil && a.doc.trouble != "" {
		if rest, ok := strings.CutPrefix(a.doc.trouble, inDraftsNow); ok && a.doc.rev != a.doc.sending && a.doc.kept != a.doc.rev {
			return "What you typed last is in memory, the rest in drafts. " + rest
		}
		return a.doc.trouble
	}
	for _, path := range slices.Sorted(maps.Keys(a.docs)) {
		d := a.docs[path]
		if d.trouble != "" {
			return d.trouble
		}
		if d.unreadErr != nil {
			return noDrafts(d.unreadErr)
		}
	}
	if a.draftTrouble != "" {
		return a.draftTrouble
	}
	if a.blind != "" {
		return a.blind
	}
	return a.trouble
}

// saveState is how saving stands, for the footer's right end. It never says saved while something is not.
func (a *App) saveState() string {
	t := a.theme
	if a.doc == nil {
		return ""
	}
	unread := len(a.guide.Unread()) > 0
	switch {
	case a.doc.base.Locked != "":
		return t.Warn.Render("read-only")
	case a.doc.dirty() || a.doc.saving || !a.doc.unreadIsKept() || unread && a.guide.Writing():
		return t.Dim.Render("editing")
	case unread:
		return t.Dim.Render("a time to finish")
	case !a.doc.savedAt.IsZero():
		return t.Dim.Render("saved " + a.doc.savedAt.Format("15:04"))
	}
	return ""
}
