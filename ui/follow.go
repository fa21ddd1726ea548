package ui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal/desk"
)

// What other programs change: noticed every two seconds, and taken over where nothing stands against it.

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
	if a.inShare {
		watched = append(watched, a.share.Path())
	}
	f, ctx := a.follower, a.ctx
	return func() tea.Msg {
		ch, err := f.Look(ctx, watched, full)
		return lookedMsg{changes: ch, err: err, full: full}
	}
}

func (a *App) looked(msg lookedMsg) tea.Cmd {
	return tea.Batch(a.bookCmd(), a.tookLook(msg))
}

func (a *App) tookLook(msg lookedMsg) tea.Cmd {
	a.blind = ""
	if msg.err != nil && a.ctx.Err() == nil { // what could be seen counts all the same
		a.blind = "The journal can’t be looked at as a whole: " + reason(msg.err) + "."
	}
	if msg.changes.Empty() {
		if msg.full {
			return a.viewCmd() // days pass: what waits may have changed
		}
		return nil
	}
	a.findMoved(msg.changes)
	cmds := []tea.Cmd{a.put(msg.changes.Cards, msg.changes.Gone)}
	for _, c := range msg.changes.Cards {
		if _, open := a.docs[c.Path]; open || a.inReading && a.reading.Path() == c.Path || a.inShare && a.share.Path() == c.Path {
			cmds = append(cmds, a.reloadCmd(c.Path))
		}
	}
	if a.doc != nil && slices.Contains(msg.changes.Gone, a.doc.path()) {
		a.doc.trouble = "The file of this mistake is no longer there. What you write is kept in drafts."
	}
	return tea.Batch(cmds...)
}

// findMoved lets open entries follow their files where another program gave those a new name or folder.
func (a *App) findMoved(ch desk.Changes) {
	for _, was := range ch.Gone {
		if a.inShare && a.share.Path() == was {
			for _, c := range ch.Cards {
				if c.Broken == "" && c.ID != "" && c.ID == a.share.Entry().ID {
					a.share.Moved(c.Path)
				}
			}
		}
		doc := a.docs[was]
		if doc == nil || doc.base.Entry.ID == "" || doc.saving {
			continue // a save under way finds the file by itself
		}
		for _, c := range ch.Cards {
			if c.ID == doc.base.Entry.ID && c.Broken == "" && a.docs[c.Path] == nil {
				doc.base.Path = c.Path
				a.moved(doc, was)
				break
			}
		}
	}
}

// moved keeps a document under the new path of its file.
func (a *App) moved(doc *document, was string) {
	delete(a.docs, was)
	a.docs[doc.path()] = doc
	if doc == a.doc {
		a.guide.Moved(doc.path())
		a.wanted = doc.path()
	}
}

func (a *App) reloadCmd(path string) tea.Cmd {
	d, msg := a.desk, reloadedMsg{path: path, doc: a.docs[path], tooks: a.tooks[path]}
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
	if msg.err != nil || msg.tooks != a.tooks[msg.path] {
		return nil // the row says so, and a save would say so too; or it was written here since it was read
	}
	doc := a.docs[msg.path]
	if doc != nil && doc == a.doc {
		a.guide.Sync()
		a.noteEdit()
	}
	var again tea.Cmd
	fresh := doc != nil && doc == msg.doc && doc.rev == msg.rev && doc.base.Stamp == msg.was
	if fresh && doc.idle() {
		same := doc.base.Text == msg.file.Text
		doc.adopt(msg.file)
		if doc == a.doc && !same {
			a.note = "Changed elsewhere, and shown as it is now."
			if a.guide.Refresh() {
				a.note, again = "", a.edited()
			}
		}
	}
	a.showChanged(msg.path, &msg.file.Entry)
	return tea.Batch(again, a.wants())
}
