package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal/desk"
	"bounceback/ui/guide"
)

// Days and times that can't be read have no place in the file. They are kept in drafts like all else that is typed, while it
// is typed, and stand in their questions again the next time.

type unreadKeptMsg struct {
	doc   *document
	texts []desk.Unread
	err   error
}

// noteUnread takes from the guide which days and times of the open entry can't be read as they stand.
func (a *App) noteUnread() {
	if a.doc == nil {
		return
	}
	a.doc.unread = nil
	for _, t := range a.guide.Unread() {
		a.doc.unread = append(a.doc.unread, desk.Unread{Key: t.Key, Item: t.Item, Typed: t.Text})
	}
}

// showUnread puts them back into their questions.
func (a *App) showUnread(doc *document) {
	var all []guide.Typed
	for _, u := range doc.unread {
		all = append(all, guide.Typed{Key: u.Key, Item: u.Item, Text: u.Typed})
	}
	a.guide.SetUnread(all)
}

// keepUnread keeps them in drafts, or takes away what is there once they are read.
func (a *App) keepUnread(doc *document) tea.Cmd {
	if doc == nil {
		return nil
	}
	if doc == a.doc {
		a.noteUnread()
	}
	if doc.keepingUnread || doc.unreadIsKept() {
		return nil
	}
	doc.keepingUnread = true
	texts := slices.Clone(doc.unread)
	keep := a.desk.KeepingUnread(doc.path(), doc.entry.ID, texts)
	return func() tea.Msg { return unreadKeptMsg{doc, texts, keep()} }
}

func (a *App) unreadKept(msg unreadKeptMsg) tea.Cmd {
	doc := msg.doc
	doc.keepingUnread, doc.unreadErr = false, msg.err
	if msg.err == nil {
		doc.unreadKept = msg.texts
	}
	var again tea.Cmd
	if msg.err == nil {
		again = a.keepUnread(doc) // typed on meanwhile
	} else if !a.quitting {
		again = a.saveSoon(doc, retryAfter)
	}
	a.forgetIdle(doc)
	if a.quitting {
		return tea.Batch(again, a.quit())
	}
	return again
}

// forgetIdle forgets a document that is not open, once nothing of it is only in memory.
func (a *App) forgetIdle(doc *document) {
	if doc != a.doc && (doc.idle() || doc.stranded() && doc.unreadIsKept()) {
		delete(a.docs, doc.path())
	}
}

// flushUnread keeps in drafts, without a screen, what is not there yet.
func (a *App) flushUnread(doc *document) error {
	if doc.unreadIsKept() {
		return nil
	}
	if err := a.desk.KeepUnread(doc.path(), doc.entry.ID, doc.unread); err != nil {
		var typed []string
		for _, u := range doc.unread {
			typed = append(typed, u.Typed)
		}
		return fmt.Errorf("keeping %q: %w", strings.Join(typed, "; "), err)
	}
	doc.unreadKept = slices.Clone(doc.unread)
	return nil
}

// unreadNote says what becomes of a day or a time that could not be read, when its entry is left.
func unreadNote(doc *document) string {
	if doc == nil || len(doc.unread) == 0 {
		return ""
	}
	return "“" + doc.unread[0].Typed + "” isn’t a day or time yet. It waits here for you."
}
