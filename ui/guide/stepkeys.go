package guide

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/ui/ask"
)

// What the keys of a step's page do to the step.

// stepKey reports, besides what it asks for, whether the key means anything here.
func (m *Model) stepKey(msg tea.KeyPressMsg) (ask.Ask, bool) {
	k, p := m.keys, m.top()
	isStep := p.kind == stepPage && p.step != whatPage
	switch {
	case key.Matches(msg, k.write):
		return m.openRow(), true
	case key.Matches(msg, k.add):
		if f, ok := m.current(); ok && f.kind == list {
			m.enterList(f)
			return m.addItem(f), true
		}
		return nil, false
	case key.Matches(msg, k.deeper) && (m.foldable() || m.deeper[p.step]):
		m.fold()
	case key.Matches(msg, k.done) && isStep:
		return m.finish(func(s journal.Step) { m.entry.MarkDone(s, m.opt.Now()) }, "done"), true
	case key.Matches(msg, k.skip) && isStep && (!m.coreAnswered(p.step) || m.entry.State(p.step).Status.Closed()):
		reason := skipReason(p.step)
		return m.finish(func(s journal.Step) { m.entry.Skip(s, reason, m.opt.Now()) }, "skipped, "+reason), true
	case key.Matches(msg, k.skip) && isStep:
		m.note = "There is something here, so it isn’t skipped. " + k.done.Help().Key + " says that it is done."
	case key.Matches(msg, k.sting):
		m.askSting()
	case key.Matches(msg, k.contain):
		m.openContained()
	case key.Matches(msg, k.editor):
		if f, ok := m.current(); ok && (f.kind == prose_ || f.kind == line) && !m.isFrozen(f) {
			return ask.Editor{Path: m.path, Key: m.textKey(f)}, true
		}
	default:
		return nil, false
	}
	return nil, true
}

// finish closes a step, or opens a closed one again, and goes on with the next open one.
func (m *Model) finish(change func(journal.Step), how string) ask.Ask {
	s := m.top().step
	if m.entry.State(s).Status.Closed() {
		m.entry.Reopen(s)
		m.note = s.Title() + " is open again."
		return ask.All{Asks: []ask.Ask{ask.Edited{}, ask.Save{}}}
	}
	change(s)
	next, open := m.nextAfter(s)
	if !open {
		m.stack = []page{{kind: mendedPage, step: s}}
		m.note = ""
	} else {
		m.enterStep(next)
		m.note = s.Title() + ": " + how + "."
	}
	return ask.All{Asks: []ask.Ask{ask.Edited{}, ask.Save{}}}
}

// nextAfter is the open step that follows s, or else the first open one.
func (m *Model) nextAfter(s journal.Step) (journal.Step, bool) {
	passed := false
	for _, t := range journal.Steps() {
		if passed && m.entry.State(t).Status.Open() {
			return t, true
		}
		passed = passed || t == s
	}
	return m.entry.NextStep()
}

// enterStep shows a step. Where its core question has no answer the cursor stands in it at once, in every step alike:
// somebody who goes on writing must not find their letters taken for keys.
func (m *Model) enterStep(s journal.Step) {
	m.answer = nil
	m.stack = []page{m.stepPage(s)}
	if m.locked != "" || m.coreAnswered(s) || !m.entry.State(s).Status.Open() {
		return
	}
	if l, ok := m.coreList(); ok {
		m.addItem(l)
		return
	}
	for _, f := range m.rows() {
		if f.core && f.get(m.entry) == "" {
			m.startAnswer(f)
			return
		}
		m.top().cursor++
	}
}

// coreAnswered reports whether the short way of a step has been written.
func (m *Model) coreAnswered(s journal.Step) bool {
	if s == whatPage {
		return true
	}
	for _, f := range fieldsOf(s) {
		switch {
		case !f.core:
		case f.kind == list && f.list.count(m.entry) == 0:
			return false
		case f.kind != list && f.get(m.entry) == "":
			return false
		}
	}
	return true
}

// skipReason is why a step is usually skipped. The person can change the words.
func skipReason(s journal.Step) string {
	switch s {
	case journal.StepOwn:
		return "not mine to own"
	case journal.StepFix:
		return "nothing to repair"
	case journal.StepApologize:
		return "nobody was hurt"
	}
	return "nothing new to learn"
}

// openContained leads to the question that comes before all others while harm is being done.
func (m *Model) openContained() {
	m.stack = []page{m.stepPage(journal.StepFix)}
	for _, f := range fieldsOf(journal.StepFix) {
		if f.key == "fix.contained" {
			m.startAnswer(f)
		}
	}
}

// offersContain reports whether the guide still asks "Still doing harm?": until any step was begun.
func (m *Model) offersContain() bool {
	if m.locked != "" || m.entry.Fix.Contained != "" || m.answer != nil && m.answer.f.key == "fix.contained" {
		return false
	}
	for _, s := range m.entry.Statuses() {
		if s != journal.Todo {
			return false
		}
	}
	return true
}
