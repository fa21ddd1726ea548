package lessons

import (
	"strings"

	"bounceback/journal"
	"bounceback/journal/shelf"
	"bounceback/ui/ask"
	"bounceback/ui/page"
	"bounceback/ui/theme"
)

// Rule of this file: what the opened lesson needs is asked for once, for it and for its neighbors, and what comes late is
// kept only when somebody still waits for it.

// widestText is how many cells a line of a lesson takes at most.
const widestText = 90

// keptEntries is how many whole entries stay: those of a lesson and its neighbors, and some more for the way back.
const keptEntries = 16

// SetPeek hands in the whole entry that was asked for.
func (m *Model) SetPeek(path string, e *journal.Entry) {
	if w := m.entries[path]; w != nil {
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

// Wants returns what the opened lesson and its neighbors still need, and nil when all of it was asked for already. Ask it
// after a change from outside; Update's own ask has it.
func (m *Model) Wants() ask.Ask {
	if !m.visible() || m.textWidth() < 1 {
		return nil
	}
	at := m.rows.Index()
	near := m.shown[max(at-1, 0):max(min(at+2, len(m.shown)), 0)]
	m.forget(near)
	var asks []ask.Ask
	if c, ok := m.card(); ok {
		asks = m.want(c, m.story)
	}
	for _, r := range near {
		asks = append(asks, m.want(r.card, false)...)
	}
	switch len(asks) {
	case 0:
		return nil
	case 1:
		return asks[0]
	}
	return ask.All{Asks: asks}
}

// forget drops whole entries when there are many, but for those that are needed now.
func (m *Model) forget(near []row) {
	if len(m.entries) < keptEntries {
		return
	}
	keep := make(map[string]*whole, len(near))
	for _, r := range near {
		if w := m.entries[r.card.Path]; w != nil {
			keep[r.card.Path] = w
		}
	}
	m.entries = keep
}

// want is what is still to be asked for one lesson: the entry, then its render.
func (m *Model) want(c *shelf.Card, story bool) []ask.Ask {
	w := m.entries[c.Path]
	if w == nil {
		m.entries[c.Path] = &whole{card: c}
		return []ask.Ask{ask.Peek{Path: c.Path}}
	}
	var asks []ask.Ask
	if w.card != c { // it changed: ask again, and show the old one until then
		w.card = c
		asks = append(asks, ask.Peek{Path: c.Path})
	}
	if w.entry == nil {
		return asks
	}
	key, markdown := m.text(c, w.entry, story)
	if _, _, a := m.renders.Want(key, markdown, m.textWidth()); a != nil {
		asks = append(asks, a)
	}
	return asks
}

// text is the Markdown of a lesson or its story, and the key of this version.
func (m *Model) text(c *shelf.Card, e *journal.Entry, story bool) (key, markdown string) {
	if markdown = page.Lesson(e); story {
		markdown = page.Story(e)
	}
	return m.renders.Key(c.Path, markdown), markdown
}

// show puts into the sheet what there is: the render, else the plain text, else what the card knows.
func (m *Model) show() {
	w := m.textWidth()
	c, ok := m.card()
	if !ok || w < 1 {
		m.onSheet = ""
		m.sheet.SetText("")
		return
	}
	if m.story && !c.HasStory {
		m.story = false
	}
	is := c.Path
	if m.story {
		is += "\x00story"
	}
	text := m.lesson(c, w)
	if is != m.onSheet {
		m.onSheet = is
		m.sheet.Top()
	}
	m.sheet.SetText(text)
}

// lesson is the text of the opened lesson in lines of at most w cells.
func (m *Model) lesson(c *shelf.Card, w int) string {
	var markdown string
	if got := m.entries[c.Path]; got != nil && got.entry != nil {
		var key string
		key, markdown = m.text(c, got.entry, m.story)
		if text, ok := m.renders.Peek(key, w); ok {
			return text
		}
	} else {
		e := journal.Entry{Title: c.Title, Happened: c.Happened, Captured: c.Captured}
		e.Learn.Takeaway, e.Learn.Cue, e.Learn.Plan = c.Takeaway, c.Cue, c.Plan
		if markdown = page.Lesson(&e); m.story {
			markdown = ""
		}
	}
	return strings.Join(theme.Wrap(page.Plain(markdown), w), "\n")
}

// plain is the lesson for the clipboard.
func plain(c *shelf.Card) string { return page.LessonText(c.Takeaway, c.Cue, c.Plan) }
