package ui

import (
	"errors"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/capture"
	"bounceback/journal/desk"
	"bounceback/journal/query"
	"bounceback/journal/shelf"
	"bounceback/journal/store"
	"bounceback/journal/when"
	"bounceback/ui/ask"
)

// What takes time. A command closes over values and comes back with one message, its error in it; it never touches the App.

// batch is a piece of the journal while it is being read; the last one carries how it ended.
type batch struct {
	cards []shelf.Card
	last  bool
	err   error
}

type (
	batchMsg batch
	// viewMsg is the list as it is to be shown; stale ones are dropped by rev.
	viewMsg struct {
		rev     uint64
		query   string
		cards   []*shelf.Card
		lessons []*shelf.Card
		waiting []shelf.Waiting
	}
	openedMsg struct {
		rev  uint64
		ask  ask.Open
		file store.File
		err  error
	}
	readMsg struct {
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
		line   string
		file   store.File
		unread []string
		err    error
	}
	changedMsg struct {
		file store.File
		done string
		err  error
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
		file store.File
		err  error
	}
	draftsMsg struct {
		capture   string
		leftovers []string
		err       error
	}
)

// loadCmd starts reading the journal; the pieces come one after the other.
func (a *App) loadCmd() tea.Cmd {
	a.batches = make(chan batch, 2)
	ch, f, ctx := a.batches, a.follower, a.ctx
	go func() {
		defer close(ch)
		send := func(b batch) bool {
			select {
			case ch <- b:
				return true
			case <-ctx.Done():
				return false
			}
		}
		err := f.Load(ctx, func(cards []shelf.Card) bool { return send(batch{cards: cards}) })
		send(batch{last: true, err: err})
	}()
	return a.nextBatch()
}

func (a *App) nextBatch() tea.Cmd {
	ch := a.batches
	return func() tea.Msg {
		if b, ok := <-ch; ok {
			return batchMsg(b)
		}
		return nil
	}
}

func (a *App) loaded(msg batchMsg) tea.Cmd {
	a.shelf = a.shelf.With(msg.cards, nil)
	if !msg.last {
		return tea.Batch(a.viewCmd(), a.nextBatch())
	}
	a.loading = false
	if msg.err != nil && !errors.Is(msg.err, a.ctx.Err()) {
		a.trouble = "The journal could not be read whole: " + msg.err.Error()
	}
	return a.viewCmd()
}

// viewCmd works out what the lists show.
func (a *App) viewCmd() tea.Cmd {
	a.viewRev++
	rev, s, text, o, now := a.viewRev, a.shelf, a.query, a.order, a.opt.Now()
	return func() tea.Msg {
		match := func(*shelf.Card) bool { return true }
		if q := query.Parse(text); !q.Empty() {
			match = func(c *shelf.Card) bool { return q.Match(c, now) }
		}
		return viewMsg{rev: rev, query: text, cards: s.View(o, match), lessons: s.Lessons(), waiting: s.Waiting(now)}
	}
}

func (a *App) viewed(msg viewMsg) tea.Cmd {
	if msg.rev != a.viewRev {
		return nil
	}
	a.timeline.SetCards(msg.cards, a.shelf.Len(), msg.query, a.loading)
	a.lessons.SetCards(msg.lessons)
	a.next.SetWaiting(msg.waiting)
	a.waits = len(msg.waiting) > 0
	if a.wanted != "" && a.timeline.SelectPath(a.wanted) {
		a.wanted = ""
	}
	return a.wants()
}

// put takes new cards into the shelf.
func (a *App) put(cards []shelf.Card, gone []string) tea.Cmd {
	a.shelf = a.shelf.With(cards, gone)
	return a.viewCmd()
}

func (a *App) open(q ask.Open) tea.Cmd {
	a.overlay = noOverlay
	save := a.leaveGuide()
	a.openRev++
	rev := a.openRev
	if d, ok := a.docs[q.Path]; ok { // not on disk yet: go on with what is in memory
		a.show(d, q.Step)
		return save
	}
	d := a.desk
	return tea.Batch(save, func() tea.Msg {
		f, err := d.Open(q.Path)
		return openedMsg{rev, q, f, err}
	})
}

func (a *App) readCmd(path string) tea.Cmd {
	if doc, ok := a.docs[path]; ok {
		a.guide.Settle()
		a.noteEdit()
		return a.showPage(readMsg{path: path, file: store.File{Path: path, Entry: *doc.entry}})
	}
	d := a.desk
	return func() tea.Msg {
		f, err := d.Open(path)
		msg := readMsg{path: path, file: f, err: err}
		if err != nil {
			msg.text, _ = d.Text(path)
		}
		return msg
	}
}

func (a *App) showPage(msg readMsg) tea.Cmd {
	var broken *store.BrokenError
	switch {
	case msg.err == nil:
		a.reading.Open(msg.path, &msg.file.Entry)
	case errors.As(msg.err, &broken):
		a.reading.OpenBroken(msg.path, broken.Line, broken.Reason, msg.text)
	default:
		a.note = sentence(msg.err.Error())
		return nil
	}
	a.overlay, a.inReading = noOverlay, true
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
	return a.wants()
}

func (a *App) captureCmd(text string) tea.Cmd {
	if a.capturing != "" {
		return nil // enter was pressed twice
	}
	a.capturing = text
	read := a.lineRead
	d, now, tokens, natural := a.desk, a.opt.Now(), a.opt.Config.Capture.Tokens, a.opt.Natural
	return func() tea.Msg {
		l := capture.Line{Title: text}
		if tokens {
			l = capture.Parse(text, now, func(s string, now time.Time) (when.Moment, error) { return natural(s, now, false) })
		}
		f, err := d.Capture(l)
		if err == nil && read {
			err = d.KeepCaptureDraft("")
		}
		return capturedMsg{line: text, file: f, unread: l.Unread, err: err}
	}
}

func (a *App) captured(msg capturedMsg) tea.Cmd {
	a.capturing = ""
	if msg.file.Path == "" {
		a.quitting, a.overlay = false, captureOverlay
		a.capture.Failed("Not saved: " + reason(msg.err) + ". Your line is still here.")
		return nil
	}
	first := a.shelf.Len() == 0 && !a.loading
	more := strings.TrimSpace(strings.TrimPrefix(a.capture.Text(), msg.line)) // typed while the disk was slow
	a.capture.SetText(more)
	if a.overlay == captureOverlay {
		a.overlay = noOverlay
	}
	if a.quitting {
		return a.quit()
	}
	a.follower.Saw(msg.file)
	a.wanted = msg.file.Path
	a.note = "Kept. It is out of your head now."
	switch {
	case len(msg.unread) > 0:
		a.note = "Kept, with the time of now: “" + msg.unread[0] + "” is no time I can read. It stands in the title."
	case first || a.pane == timelinePane && !a.inGuide && !a.inReading:
		a.note = "Kept. " + a.keys.open.Help().Key + " goes on with it, now or another day."
	}
	put := a.put([]shelf.Card{desk.Card(msg.file)}, nil)
	if more != "" {
		return tea.Batch(put, a.keepCaptureCmd())
	}
	return put
}

func (a *App) keepCaptureCmd() tea.Cmd {
	d, text, read := a.desk, a.capture.Text(), a.lineRead
	return func() tea.Msg {
		if err := keepLine(d, text, read); err != nil {
			return draftsMsg{capture: text, err: err}
		}
		return nil
	}
}

// keepLine keeps the line that is being captured. One of an earlier time that was not read yet is not lost to it.
func keepLine(d *desk.Desk, text string, read bool) error {
	if !read {
		old, err := d.CaptureDraft()
		if err != nil || text == "" {
			return err
		}
		switch {
		case strings.HasSuffix(old, text): // kept already
			return nil
		case old != "":
			text = old + " " + text
		}
	}
	return d.KeepCaptureDraft(text)
}

// draftCmd looks for what an earlier session left.
func (a *App) draftCmd() tea.Cmd {
	d := a.desk
	return func() tea.Msg {
		line, err := d.CaptureDraft()
		left, err2 := d.Leftovers()
		return draftsMsg{capture: line, leftovers: left, err: errors.Join(err, err2)}
	}
}

func (a *App) foundDrafts(msg draftsMsg) {
	a.lineRead = a.lineRead || msg.err == nil
	switch {
	case msg.err != nil:
		a.trouble = "Drafts can’t be read or written: " + msg.err.Error()
	case len(msg.leftovers) > 0:
		a.note = "There is text from an earlier time in drafts; “bounceback doctor” tells what to do with it."
	}
	if typed := a.capture.Text(); typed == "" {
		a.capture.SetText(msg.capture)
	} else if msg.err == nil && msg.capture != "" { // typed before the disk answered
		a.capture.SetText(msg.capture + " " + typed)
	}
}

func (a *App) change(q ask.Change) tea.Cmd {
	if doc, ok := a.docs[q.Path]; ok {
		a.guide.Sync()
		q.Do(doc.entry)
		a.guide.Refresh()
		a.note = q.Done
		return a.editedDoc(doc)
	}
	d := a.desk
	return func() tea.Msg {
		f, err := d.Change(q.Path, func(e *journal.Entry) error { q.Do(e); return nil })
		return changedMsg{f, q.Done, err}
	}
}

func (a *App) changed(msg changedMsg) tea.Cmd {
	if msg.err != nil {
		a.note = "Not changed: " + msg.err.Error()
		return nil
	}
	a.note = msg.done
	a.follower.Saw(msg.file)
	return a.put([]shelf.Card{desk.Card(msg.file)}, nil)
}

func (a *App) trash(path string) tea.Cmd {
	if a.doc != nil && a.doc.path() == path {
		a.guide.Settle()
		a.noteEdit()
	}
	if doc, ok := a.docs[path]; ok && !doc.idle() {
		a.note = "It is still being saved. Try again in a moment."
		return a.saveDoc(doc)
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
	delete(a.docs, msg.path)
	if a.doc != nil && a.doc.path() == msg.path {
		a.doc, a.inGuide = nil, false
		a.guide.Close()
		a.relayout()
	}
	a.trashed = append(a.trashed, msg.place)
	a.note = "Moved to the trash. " + a.opt.Config.Keys.Binding("timeline_undo").Shown() + " brings it back."
	return a.put(nil, []string{msg.path})
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

// lookEvery is how often the journal is looked at for what other programs changed.
const lookEvery = 2 * time.Second

// fullLook is how many looks pass between two that go through all files, a slice at a time.
const fullLook = 30

func (a *App) lookSoon() tea.Cmd {
	return a.tick(lookEvery, func(time.Time) tea.Msg { return lookMsg{} })
}

func (a *App) look() tea.Cmd {
	a.looks++
	return tea.Batch(a.lookSoon(), a.lookCmd(a.looks%fullLook == 0))
}

// lookCmd looks once; while the journal is still being read there is nothing to compare with.
func (a *App) lookCmd(full bool) tea.Cmd {
	if a.loading || a.quitting {
		return nil
	}
	watched := a.timeline.Visible()
	for path := range a.docs {
		watched = append(watched, path)
	}
	if a.inReading {
		watched = append(watched, a.reading.Path())
	}
	f, ctx := a.follower, a.ctx
	return func() tea.Msg {
		ch, err := f.Look(ctx, watched, full)
		return lookedMsg{changes: ch, err: err, full: full}
	}
}

func (a *App) looked(msg lookedMsg) tea.Cmd {
	if msg.err != nil && a.ctx.Err() == nil {
		a.blind = "The journal can’t be looked at any more: " + reason(msg.err) + "."
		return nil
	}
	a.blind = ""
	if msg.changes.Empty() {
		if msg.full {
			return a.viewCmd() // days pass: what waits may have changed
		}
		return nil
	}
	cmds := []tea.Cmd{a.put(msg.changes.Cards, msg.changes.Gone)}
	for _, c := range msg.changes.Cards {
		if _, open := a.docs[c.Path]; open || a.inReading && a.reading.Path() == c.Path {
			cmds = append(cmds, a.reloadCmd(c.Path))
		}
	}
	if a.doc != nil && slices.Contains(msg.changes.Gone, a.doc.path()) {
		a.doc.trouble = "The file of this mistake is no longer there. What you write is kept in drafts."
	}
	return tea.Batch(cmds...)
}

func (a *App) reloadCmd(path string) tea.Cmd {
	d, msg := a.desk, reloadedMsg{path: path, doc: a.docs[path]}
	if msg.doc != nil {
		msg.rev, msg.was = msg.doc.rev, msg.doc.base.Stamp
	}
	return func() tea.Msg {
		msg.file, msg.err = d.Open(path)
		return msg
	}
}

// reloaded takes over what another program wrote into an open entry, unless there are changes here: then the next save
// brings the two together.
func (a *App) reloaded(msg reloadedMsg) tea.Cmd {
	if msg.err != nil {
		return nil // the row says so; a save would say so too
	}
	doc := a.docs[msg.path]
	if doc != nil && doc == a.doc {
		a.guide.Sync()
		a.noteEdit()
	}
	fresh := doc != nil && doc == msg.doc && doc.rev == msg.rev && doc.base.Stamp == msg.was
	if fresh && doc.idle() {
		same := doc.base.Text == msg.file.Text
		doc.adopt(msg.file)
		if doc == a.doc && !same {
			a.guide.Refresh()
			a.note = "Changed elsewhere, and shown as it is now."
		}
	}
	if a.inReading && a.reading.Path() == msg.path {
		a.reading.Open(msg.path, &msg.file.Entry)
	}
	return a.wants()
}
