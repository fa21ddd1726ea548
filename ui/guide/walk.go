package guide

import (
	"slices"
	"strings"

	"bounceback/ui/ask"
)

// From question to question: tab and enter.

// nextQuestion goes to the next or the previous question that can be answered, and out to the page at the ends. An item
// that was just added, or opened in its words, leads back to its list.
func (m *Model) nextQuestion(by int) ask.Ask {
	edited, ok := m.commit()
	if !ok && !m.answer.warned { // told once; the next time tab leaves as well
		m.answer.warned = true
		return nil
	}
	if by > 0 && m.takeStamp() {
		edited = m.edited()
		m.top().cursor++ // the question for it is answered
	}
	saved := ask.All{Asks: []ask.Ask{edited, m.dropEmptyAnswers(), ask.Save{}}}
	if m.answer.text != nil {
		m.answer.text.Blur()
	}
	m.rememberLeft(true)
	m.leftWords()
	m.answer = nil
	i, ok := m.questionFrom(by)
	if ok {
		m.top().cursor = i
		m.startAnswer(m.rows()[i])
		return saved
	}
	m.top().cursor = i
	if p := m.top(); p.kind == itemPage && (p.direct || p.fresh != nil) && by > 0 {
		if m.leaveItem() {
			saved.Asks[0] = ask.Edited{}
		}
	}
	m.move(0)
	return saved
}

// enterLine answers enter in one line: it goes to the next question. In a list that is written in a row it goes from the last
// question of a new item to the next item, and from an empty one back to the list, as enter does in lists everywhere.
func (m *Model) enterLine() ask.Ask {
	p := m.top()
	if p.kind != itemPage || p.fresh == nil || !p.f.list.chain {
		return m.nextQuestion(1)
	}
	l, chains, items, pages := p.f, m.chains(), p.f.list.count(m.entry), len(m.stack)
	if p.cursor == 0 && strings.TrimSpace(m.answer.text.Text()) == "" {
		if !p.emptyTold { // who writes in a row presses it once too often: their next words must not be keys of the list
			p.emptyTold = true
			m.note = "Nothing is written here. Once more goes back to the list."
			return nil
		}
		p.cursor, chains = len(m.rows())-1, false
	}
	asked := m.nextQuestion(1)
	if !chains || len(m.stack) == pages || l.list.count(m.entry) < items {
		return asked
	}
	return ask.All{Asks: []ask.Ask{asked, m.putItem(l, true)}} // what is told next counts from what was told just now
}

// chains reports whether enter goes on with the next new item.
func (m *Model) chains() bool {
	p := m.top()
	return m.answer != nil && m.answer.text != nil && p.kind == itemPage && p.fresh != nil && p.f.list.chain && m.lastQuestion()
}

// questionFrom finds the next question to answer on this page. A list on the way is not passed over: it is where tab ends,
// on the page. In an item that opened in its words and that has a short way, only that is walked.
func (m *Model) questionFrom(by int) (int, bool) {
	p, rows := m.top(), m.rows()
	short := false
	if p.kind == itemPage && p.direct {
		short = slices.ContainsFunc(rows, func(f field) bool { return f.core })
	}
	for i := p.cursor + by; i >= 0 && i < len(rows); i += by {
		f := rows[i]
		if f.kind == list && !short {
			return i, false
		}
		if !m.isFrozen(f) && (f.core || !short) {
			return i, true
		}
	}
	return p.cursor, false
}

// lastQuestion reports whether tab leads out to the page.
func (m *Model) lastQuestion() bool {
	_, more := m.questionFrom(1)
	return !more
}
