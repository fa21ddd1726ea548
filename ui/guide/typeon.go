package guide

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bounceback/ui/ask"
	"bounceback/ui/config"
)

// leftText is the text that was left last, and the pages as they were then: where writing goes on for somebody who types on.
type leftText struct {
	f     field
	stack []page
	onTab bool // left with tab, which asks for the next question; esc asks for the page and its keys
}

// rememberLeft is called before the text that is being written is left.
func (m *Model) rememberLeft(onTab bool) {
	m.left = nil
	if m.answer != nil && m.answer.text != nil {
		m.left = &leftText{m.answer.f, slices.Clone(m.stack), onTab}
	}
}

// JustLeft reports whether a text was left with tab for the page that is shown, and no key was pressed since that means
// something else: what is typed then may be meant for a question.
func (m *Model) JustLeft() bool { return m.left != nil && m.left.onTab && m.answer == nil }

// MovedOn says that the person does something elsewhere: what is typed later is not meant for the text that was left.
func (m *Model) MovedOn() { m.left = nil }

// Unticked reports whether the selected item can be marked as done, and is not.
func (m *Model) Unticked() bool {
	l, ok := m.listHere()
	_, i, selected := m.selectedItem()
	return ok && selected && l.list.tick != nil && !l.list.ticked(m.entry, i)
}

// Means returns the action that a key starts on the page; one without a name when it means nothing there.
func (m *Model) Means(k string) config.Binding {
	if m.entry == nil || len(m.stack) == 0 {
		return config.Binding{}
	}
	var places []string
	if _, isList := m.listHere(); isList {
		places = append(places, config.ItemsArea)
	}
	if m.top().kind == thoughtsPage {
		places = append(places, config.ThoughtsArea)
	} else if len(m.stack) == 1 || len(places) == 0 { // a step whose rows are a list has the keys of both
		places = append(places, config.GuideArea)
	}
	for _, place := range places {
		for _, b := range m.opt.Keys.Live(place) {
			if slices.Contains(b.Keys, k) {
				return b
			}
		}
	}
	return config.Binding{}
}

// TypeOn goes on writing in the text that was left last, or in the question that is selected, with what was typed on the page
// or pasted there: at its end, apart from what stands there. Where there is no such text it says that one is on the page.
func (m *Model) TypeOn(s string) ask.Ask {
	if m.entry == nil || m.answer != nil || m.locked != "" {
		return nil
	}
	if f, ok := m.current(); ok && f.kind == list && m.JustLeft() { // tab led here: the words are a new item's
		m.enterList(f)
		m.addItem(f)
	} else if l := m.left; l != nil && l.f.kind != moment && m.stands(l) {
		m.stack = l.stack
		m.startAnswer(l.f)
	} else if f, ok := m.current(); ok && (f.kind == prose_ || f.kind == line || f.kind == words) && !m.isFrozen(f) {
		m.startAnswer(f)
	}
	if m.answer == nil || m.answer.text == nil {
		m.note = m.onPage()
		if m.top().kind == thoughtsPage {
			m.note = m.onThoughts()
		}
		return nil
	}
	m.note = ""
	p := m.answer.text
	text := p.Text()
	p.SetCursorOffset(len(text))
	if text != "" && strings.TrimRight(text, " \t\r\n") == text {
		switch {
		case m.answer.f.kind == words:
			s = ", " + strings.TrimSpace(s)
		case strings.IndexAny(s, " \t\r\n,.;:!?)") != 0:
			s = " " + s
		}
	}
	p.Update(tea.PasteMsg{Content: s})
	return m.edited()
}

// stands reports whether the item that a text belongs to is still there.
func (m *Model) stands(l *leftText) bool {
	p := l.stack[len(l.stack)-1]
	return p.kind != itemPage || p.item < p.f.list.count(m.entry)
}
