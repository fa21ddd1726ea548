package amends

import (
	"strings"

	"bounceback/journal"
	"bounceback/journal/shelf"
	"bounceback/ui/ask"
	"bounceback/ui/page"
	"bounceback/ui/theme"
)

// What is owed beside the list, where there is room: the words of the apology, or what happened.

// widestText is how many cells a line of it takes at most.
const widestText = 90

// whole is an entry that was asked for: of a card that is no longer the same one, it is asked for again.
type whole struct {
	card  *shelf.Card
	entry *journal.Entry // nil until it is there
}

// keptEntries is how many whole entries stay.
const keptEntries = 16

// SetPeek hands in an entry that was asked for.
func (m *Model) SetPeek(path string, e *journal.Entry) {
	if w := m.whole[path]; w != nil {
		w.entry = e
		m.show()
	}
}

// SetRendered takes in an answer to ask.Render; one that nobody waits for is dropped.
func (m *Model) SetRendered(key string, width int, text string) {
	if m.renders.Set(key, width, text) {
		m.show()
	}
}

// Wants returns what the text beside the list still needs, and nil when that was asked for already.
func (m *Model) Wants() ask.Ask {
	it, ok := m.selected()
	if _, text := m.split(); !ok || text == 0 {
		return nil
	}
	w := m.whole[it.Card.Path]
	if w == nil || w.card != it.Card {
		if len(m.whole) >= keptEntries {
			clear(m.whole)
		}
		if w == nil {
			w = &whole{}
		}
		w.card = it.Card
		m.whole[it.Card.Path] = w
		return ask.Peek{Path: it.Card.Path}
	}
	if w.entry == nil {
		return nil
	}
	_, text := m.split()
	key, markdown := m.text(it, w.entry)
	_, _, a := m.renders.Want(key, markdown, min(text-4, widestText))
	return a
}

func (m *Model) text(it shelf.Owing, e *journal.Entry) (key, markdown string) {
	markdown = page.Owed(e, it.Owe)
	return m.renders.Key(it.Card.Path, markdown), markdown
}

// show puts into the sheet what there is of the selected one.
func (m *Model) show() {
	it, ok := m.selected()
	_, text := m.split()
	if !ok || text == 0 {
		return
	}
	if id, _ := m.rows.Selected(); id != m.shownID {
		m.shownID = id
		m.sheet.Top()
	}
	w := m.whole[it.Card.Path]
	if w == nil || w.entry == nil {
		m.sheet.SetText("")
		return
	}
	width := min(text-4, widestText)
	key, markdown := m.text(it, w.entry)
	if s, ok := m.renders.Peek(key, width); ok {
		m.sheet.SetText(s)
		return
	}
	m.sheet.SetText(strings.Join(theme.Wrap(page.Plain(markdown), width), "\n"))
}
