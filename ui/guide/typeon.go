package guide

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bounceback/ui/ask"
)

// JustLeft reports whether a text was left for the page that is shown, and nothing but letters was pressed since.
func (m *Model) JustLeft() bool { return m.left && m.answer == nil }

// TypeOn goes on writing in the question that is selected, with a text that was typed on its page: at the end, apart from what
// stands there. It reports whether there is such a question.
func (m *Model) TypeOn(s string) (ask.Ask, bool) {
	if m.entry == nil || m.answer != nil || m.locked != "" {
		return nil, false
	}
	f, isField := m.current()
	l, _, isItem := m.selectedItem()
	switch {
	case isItem:
		m.openItem(l)
		if m.answer == nil {
			m.stack = m.stack[:len(m.stack)-1]
		}
	case isField && (f.kind == prose_ || f.kind == line || f.kind == words) && !m.isFrozen(f):
		m.startAnswer(f)
	}
	if m.answer == nil || m.answer.text == nil {
		return nil, false
	}
	p := m.answer.text
	text := p.Text()
	p.SetCursorOffset(len(text))
	if text != "" && strings.TrimRight(text, " \t\r\n") == text {
		s = " " + s
	}
	p.Update(tea.PasteMsg{Content: s})
	m.note = ""
	return m.edited(), true
}
