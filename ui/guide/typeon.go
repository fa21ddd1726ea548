package guide

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bounceback/ui/ask"
)

// leftText is the text that was left last, and the pages as they were then: where writing goes on for somebody who types on.
type leftText struct {
	f     field
	stack []page
}

// rememberLeft is called before the text that is being written is left.
func (m *Model) rememberLeft() {
	m.left = nil
	if m.answer != nil && m.answer.text != nil {
		m.left = &leftText{m.answer.f, slices.Clone(m.stack)}
	}
}

// JustLeft reports whether a text was left for the page that is shown, and nothing was pressed since.
func (m *Model) JustLeft() bool { return m.left != nil && m.answer == nil }

// InList reports whether the keys of a list act, and OnStep whether those of a step do.
func (m *Model) InList() bool {
	if m.entry == nil || len(m.stack) == 0 {
		return false
	}
	_, isList := m.listHere()
	return isList
}

// OnStep is explained at [Model.InList].
func (m *Model) OnStep() bool { return m.entry != nil && len(m.stack) == 1 }

// TypeOn goes on writing in the text that was left last, or in the question that is selected, with what was typed on the page
// or pasted there: at its end, apart from what stands there. Where there is no such text it says that one is on the page.
func (m *Model) TypeOn(s string) ask.Ask {
	if m.entry == nil || m.answer != nil || m.locked != "" {
		return nil
	}
	if l := m.left; l != nil && l.f.kind != moment && m.stands(l) {
		m.stack = l.stack
		m.startAnswer(l.f)
	} else if f, ok := m.current(); ok && (f.kind == prose_ || f.kind == line || f.kind == words) && !m.isFrozen(f) {
		m.startAnswer(f)
	}
	if m.answer == nil || m.answer.text == nil {
		m.note = m.onPage()
		return nil
	}
	m.note = ""
	p := m.answer.text
	text := p.Text()
	p.SetCursorOffset(len(text))
	if text != "" && strings.TrimRight(text, " \t\r\n") == text {
		s = " " + s
	}
	p.Update(tea.PasteMsg{Content: s})
	return m.edited()
}

// stands reports whether the item that a text belongs to is still there.
func (m *Model) stands(l *leftText) bool {
	p := l.stack[len(l.stack)-1]
	return p.kind != itemPage || p.item < p.f.list.count(m.entry)
}
