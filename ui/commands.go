package ui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal/desk"
	"bounceback/journal/shelf"
	"bounceback/journal/store"
	"bounceback/ui/ask"
	"bounceback/ui/theme"
)

// What takes time. A command closes over values and comes back with one message, its error in it; it never touches the App.

type (
	batchMsg batch
	// viewMsg is the list as it is to be shown; stale ones are dropped by rev.
	viewMsg struct {
		rev     uint64
		query   string
		cards   []*shelf.Card
		lessons []*shelf.Card
		waiting []shelf.Waiting
		owing   []shelf.Owing
	}
	openedMsg struct {
		rev  uint64
		ask  ask.Open
		file store.File
		err  error

		unread    []desk.Unread // days and times of it that an earlier session could not read
		unreadErr error
	}
	readMsg struct {
		rev  uint64
		path string
		file store.File
		err  error
		text string // of a file that can't be read as an entry
	}
	peekedMsg struct {
		path string
		file store.File
		err  error
	}
	capturedMsg struct {
		line    string
		file    store.File
		unread  []string // what stood after a when:, and is no time
		unrated []string // what stood after a sev:, and is no severity
		err     error
	}
	trashedMsg struct {
		path, place string
		err         error
	}
	restoredMsg struct {
		file store.File
		err  error
	}
	lookMsg   struct{}
	lookedMsg struct {
		changes desk.Changes
		err     error
		full    bool
	}
	reloadedMsg struct {
		path string
		doc  *document // as it was when the file was read, and its rev and stamp; nil when it is only read
		rev  uint64
		was  store.Stamp
		// tooks is how often the file had been written here when it was read.
		tooks uint64
		file  store.File
		err   error
	}
	draftsMsg struct {
		capture   string
		leftovers []string
		rescued   []desk.Rescue // entries whose save failed
		read      bool          // the captured line could be read
		err       error
	}
)

func (a *App) open(q ask.Open) tea.Cmd {
	a.overlay = noOverlay
	save := a.leaveGuide()
	a.openRev++
	rev := a.openRev
	if d, ok := a.docs[q.Path]; ok { // not on disk yet: go on with what is in memory
		a.show(d, q)
		return save
	}
	d := a.desk
	return tea.Batch(save, func() tea.Msg {
		msg := openedMsg{rev: rev, ask: q}
		if msg.file, msg.err = d.Open(q.Path); msg.err == nil {
			msg.unread, msg.unreadErr = d.TakeUnread(q.Path, msg.file.Entry.ID)
		}
		return msg
	})
}

// readCmd opens the page of an entry. What the list beside it shows of the same entry stands there at once.
func (a *App) readCmd(path string) tea.Cmd {
	a.openRev++
	rev := a.openRev
	if doc, ok := a.docs[path]; ok {
		a.guide.Settle()
		a.noteEdit()
		return a.showPage(readMsg{rev: rev, path: path, file: store.File{Path: path, Entry: *doc.entry}})
	}
	var first tea.Cmd
	if e := a.timeline.Peeked(path); e != nil {
		first = a.showPage(readMsg{rev: rev, path: path, file: store.File{Path: path, Entry: *e}})
	}
	d := a.desk
	return tea.Batch(first, func() tea.Msg {
		f, err := d.Open(path)
		msg := readMsg{rev: rev, path: path, file: f, err: err}
		if err != nil {
			msg.text, _ = d.Text(path)
		}
		return msg
	})
}

func (a *App) showPage(msg readMsg) tea.Cmd {
	if msg.rev != a.openRev {
		return nil // the person went on
	}
	var broken *store.BrokenError
	switch {
	case msg.err == nil:
		a.reading.Open(msg.path, &msg.file.Entry)
	case errors.As(msg.err, &broken):
		a.reading.OpenBroken(msg.path, broken.Line, broken.Reason, msg.text)
	default:
		a.note = theme.Sentence(reason(msg.err)) + "."
		a.inReading = a.inReading && a.reading.Path() != msg.path
		a.relayout()
		return nil
	}
	a.overlay, a.inReading, a.inShare = noOverlay, true, false
	a.relayout()
	return a.wants()
}

func (a *App) peekCmd(path string) tea.Cmd {
	if doc, ok := a.docs[path]; ok {
		e := doc.entry.Clone()
		return func() tea.Msg { return peekedMsg{path: path, file: store.File{Path: path, Entry: e}} }
	}
	d := a.desk
	return func() tea.Msg {
		f, err := d.Open(path)
		return peekedMsg{path, f, err}
	}
}

func (a *App) peeked(msg peekedMsg) tea.Cmd {
	if msg.err != nil {
		return nil // the row itself says what is wrong; the next look finds it
	}
	a.timeline.SetPeek(msg.path, &msg.file.Entry)
	a.lessons.SetPeek(msg.path, &msg.file.Entry)
	a.amends.SetPeek(msg.path, &msg.file.Entry)
	return a.wants()
}

func (a *App) trash(path string) tea.Cmd {
	if a.doc != nil && a.doc.path() == path {
		a.guide.Settle()
		a.noteEdit()
	}
	if doc, ok := a.docs[path]; ok && !doc.idle() {
		a.note = "It is still being saved. Try again in a moment."
		return tea.Batch(a.saveDoc(doc), a.keepUnread(doc))
	}
	d := a.desk
	return func() tea.Msg {
		place, err := d.Trash(path)
		return trashedMsg{path, place, err}
	}
}

func (a *App) wasTrashed(msg trashedMsg) tea.Cmd {
	if msg.err != nil {
		a.note = "Not moved: " + msg.err.Error()
		return nil
	}
	var late tea.Cmd
	if a.doc != nil && a.doc.path() == msg.path { // opened and written while it was on its way: the words go to drafts
		late = a.leaveGuide()
		a.relayout()
	}
	if doc := a.docs[msg.path]; doc != nil && doc.idle() {
		delete(a.docs, msg.path)
	}
	a.trashed = append(a.trashed, msg.place)
	a.note = "Moved to the trash. " + a.opt.Config.Keys.Binding("timeline_undo").Shown() + " brings it back."
	return tea.Batch(late, a.put(nil, []string{msg.path}))
}

// untrash brings back what was trashed last, in this session or in an earlier one.
func (a *App) untrash() tea.Cmd {
	d, last := a.desk, ""
	if n := len(a.trashed); n > 0 {
		last, a.trashed = a.trashed[n-1], a.trashed[:n-1]
	}
	return func() tea.Msg {
		if last == "" {
			list, err := d.Trashed()
			if err != nil || len(list) == 0 {
				return restoredMsg{err: err}
			}
			last = list[0].Path
		}
		f, err := d.Restore(last)
		return restoredMsg{f, err}
	}
}

func (a *App) restored(msg restoredMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		a.note = "Not brought back: " + msg.err.Error()
		return nil
	case msg.file.Path == "":
		a.note = "The trash is empty."
		return nil
	}
	a.note = "It is back."
	a.follower.Saw(msg.file)
	a.wanted = msg.file.Path
	return a.put([]shelf.Card{desk.Card(msg.file)}, nil)
}
