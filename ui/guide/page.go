package guide

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/ui/ask"
)

type pageKind uint8

const (
	stepPage      pageKind = iota // what happened, or a step: rows of questions
	listPage                      // the items of one list
	itemPage                      // the questions of one item
	mendedPage                    // the calm page after the fourth step
	thoughtsPage                  // what the coach says about one text
	questionsPage                 // questions that help to see how it came about
)

// page is what one looks at; pages above the first are lists and items that were entered.
type page struct {
	kind      pageKind
	step      journal.Step
	f         field // the list of a list page or an item page, the question of a page of thoughts
	item      int
	cursor    int             // the selected row
	emptyTold bool            // enter was pressed in a new item without words
	fresh     []string        // an item that was just added: what its fields held then
	id        string          // of the text that the thoughts are on
	unfolded  map[string]bool // those of them that are told at length
	from      int             // the row that was selected when an item was added
	direct    bool            // an item that opened in its words: tab keeps to its short way and leads back to the list
}

func (m *Model) top() *page { return &m.stack[len(m.stack)-1] }

func (m *Model) stepPage(s journal.Step) page { return page{kind: stepPage, step: s} }

// rows are the questions of the page on top, as far as they are unfolded.
func (m *Model) rows() []field {
	p := m.top()
	switch p.kind {
	case stepPage:
		return m.stepRows(p.step)
	case itemPage:
		return p.f.list.fields(p.item)
	case questionsPage:
		return helpFields()
	}
	return nil
}

func (m *Model) stepRows(s journal.Step) []field {
	var out []field
	if s != whatPage && m.entry.State(s).Status == journal.Skipped {
		out = append(out, reasonField(s))
	}
	for _, f := range fieldsOf(s) {
		if f.core || m.deeper[s] || m.shown(f) {
			out = append(out, f)
		}
	}
	if s == whatPage {
		out = append(out, m.strays()...)
	}
	return out
}

// reasonField is why a step is skipped, in the person's own words.
func reasonField(s journal.Step) field {
	return oneLine(string(s)+".reason", "Why it is skipped", "", func(e *entry) *string { return &e.State(s).Reason })
}

// shown keeps a question in sight that is not of the short way once it has an answer: what a person wrote is never folded
// away from them.
func (m *Model) shown(f field) bool {
	switch f.kind {
	case list:
		return f.list.count(m.entry) > 0
	case flag:
		return f.get(m.entry) == "yes"
	}
	_, unread := m.unread(m.textKey(f))
	return unread || f.get(m.entry) != ""
}

// foldable reports whether the step has questions behind "look deeper".
func (m *Model) foldable() bool {
	if m.top().kind != stepPage {
		return false
	}
	s := m.top().step
	for _, f := range fieldsOf(s) {
		if !f.core && !m.shown(f) {
			return true
		}
	}
	return false
}

// listHere returns the list whose items are the rows of this page: a list page, or a step whose core question is a list.
func (m *Model) listHere() (field, bool) {
	p := m.top()
	if p.kind == listPage {
		return p.f, true
	}
	if f, ok := m.coreList(); ok && p.kind == stepPage {
		return f, true
	}
	return field{}, false
}

func (m *Model) coreList() (field, bool) {
	for _, f := range fieldsOf(m.top().step) {
		if f.core && f.kind == list && m.top().step != whatPage {
			return f, true
		}
	}
	return field{}, false
}

// length is the number of rows that can be selected.
func (m *Model) length() int {
	if m.top().kind == thoughtsPage {
		return m.thoughtRows()
	}
	if l, ok := m.listHere(); ok {
		return l.list.count(m.entry) + m.extraRows()
	}
	return len(m.rows())
}

// extraRows are questions that stand above the items of a step whose core is a list: the reason for skipping it.
func (m *Model) extraRows() int {
	if m.top().kind != stepPage {
		return 0
	}
	n := 0
	for _, f := range m.rows() {
		if f.kind != list {
			n++
		}
	}
	return n
}

// current returns the question that is being answered, or the selected one.
func (m *Model) current() (field, bool) {
	if m.entry == nil || len(m.stack) == 0 {
		return field{}, false
	}
	if m.answer != nil {
		return m.answer.f, true
	}
	rows := m.rows()
	if _, isList := m.listHere(); isList && m.top().cursor >= m.extraRows() {
		return field{}, false
	}
	if c := m.top().cursor; c < len(rows) {
		return rows[c], true
	}
	return field{}, false
}

// selectedItem returns the place of the selected item on a page of items.
func (m *Model) selectedItem() (l field, i int, ok bool) {
	l, isList := m.listHere()
	if !isList {
		return field{}, 0, false
	}
	i = m.top().cursor - m.extraRows()
	return l, i, i >= 0 && i < l.list.count(m.entry)
}

func (m *Model) move(by int) {
	p := m.top()
	p.cursor = min(max(p.cursor+by, 0), max(m.length()-1, 0))
	m.note = ""
}

func (m *Model) pageKey(msg tea.KeyPressMsg) (tea.Cmd, ask.Ask) {
	if m.ghosts != nil && m.ghostKey(msg) {
		return nil, nil
	}
	switch {
	case key.Matches(msg, m.keys.list.Back):
		return nil, m.backKey()
	case m.keys.list.Move(msg, rowMover{m}):
		return nil, nil
	}
	switch {
	case m.top().kind == mendedPage:
		return nil, m.mendedKey(msg)
	case m.top().kind == thoughtsPage:
		return nil, m.thoughtsKey(msg)
	case key.Matches(msg, m.keys.findings):
		m.openThoughts()
		return nil, nil
	case key.Matches(msg, m.keys.zombies):
		m.askZombies()
		return nil, nil
	}
	if key.Matches(msg, m.keys.help) && m.top().kind == questionsPage {
		return nil, m.backKey()
	}
	if key.Matches(msg, m.keys.help) && m.hasQuestions() {
		return nil, m.openQuestions()
	}
	if key.Matches(msg, m.keys.read) {
		return nil, ask.Read{Path: m.path}
	}
	if key.Matches(msg, m.keys.share) {
		return nil, m.share()
	}
	if a, ok := m.stepMoveKey(msg); ok {
		return nil, a
	}
	if m.locked != "" {
		if key.Matches(msg, m.keys.deeper) {
			m.fold()
		} else if key.Matches(msg, m.keys.write) {
			m.note = m.locked
		}
		return nil, nil
	}
	if l, isList := m.listHere(); isList {
		if a, ok := m.listKey(msg, l); ok {
			return nil, a
		}
	}
	a, ok := m.stepKey(msg)
	if !ok && len(msg.Text) > 0 {
		m.note = m.onPage()
	}
	return nil, a
}

// share leads to the report, or to the letter of the apology that is selected.
func (m *Model) share() ask.Ask {
	q := ask.Share{Path: m.path, Letter: m.top().step == journal.StepApologize}
	if l, i, ok := m.selectedItem(); ok && (l.key == "apologies" || l.key == "ledger") {
		q.To = l.list.title(m.entry, i)
	}
	return q
}

func (m *Model) onPage() string {
	return "You are on the page, not in the text. " + m.keys.write.Help().Key + " lets you write."
}

// rowMover moves the selection with the keys that every list has.
type rowMover struct{ m *Model }

func (r rowMover) Move(n int)     { r.m.move(n) }
func (r rowMover) Top()           { r.m.move(-r.m.length()) }
func (r rowMover) Bottom()        { r.m.move(r.m.length()) }
func (r rowMover) HalfPage(n int) { r.m.move(n * max(r.m.h/4, 1)) }
func (r rowMover) Page(n int)     { r.m.move(n * max(r.m.h/2, 1)) }

// backKey leaves an item for its list, a list for its step, and the step for the timeline.
func (m *Model) backKey() ask.Ask {
	m.note = ""
	if len(m.stack) == 1 {
		return ask.All{Asks: []ask.Ask{ask.Save{}, ask.Back{}}}
	}
	if m.leaveItem() {
		return ask.Edited{}
	}
	return ask.Save{}
}

// leaveItem goes to the page below. It reports whether that changed the entry: an item that has nothing in it goes, and a list
// may put itself in order.
func (m *Model) leaveItem() bool {
	changed := m.dropUntouched()
	m.stack = m.stack[:len(m.stack)-1]
	m.move(0)
	if p := m.top(); p.kind == listPage && m.settle(p.f) != nil {
		return true
	}
	return changed
}

// dropUntouched takes away an item that was added and left as it came.
func (m *Model) dropUntouched() bool {
	p := m.top()
	if p.kind != itemPage || p.fresh == nil {
		return false
	}
	hasText := false
	for i, f := range p.f.list.fields(p.item) {
		if _, unread := m.unread(m.textKey(f)); unread || f.get(m.entry) != p.fresh[i] {
			return false
		}
		hasText = hasText || f.kind == prose_ || f.kind == line
	}
	if hasText {
		m.moveTexts(inList(p.f.key, without(p.item)))
		p.f.list.remove(m.entry, p.item)
		if below := &m.stack[len(m.stack)-2]; p.f.list.behind != nil {
			below.cursor = p.from
		}
	}
	return hasText
}

func (m *Model) mendedKey(msg tea.KeyPressMsg) ask.Ask {
	switch {
	case key.Matches(msg, m.keys.read):
		return ask.Read{Path: m.path}
	case key.Matches(msg, m.keys.prev):
		m.stack = []page{m.stepPage(journal.StepLearn)}
	case key.Matches(msg, m.keys.what):
		m.OpenWhat()
	case key.Matches(msg, m.keys.write):
		return ask.Back{}
	}
	return nil
}

// stepMoveKey goes from step to step, in any order.
func (m *Model) stepMoveKey(msg tea.KeyPressMsg) (ask.Ask, bool) {
	steps := append([]journal.Step{whatPage}, allSteps()...)
	at := 0
	for i, s := range steps {
		if s == m.top().step {
			at = i
		}
	}
	switch {
	case key.Matches(msg, m.keys.what):
		at = 0
	case key.Matches(msg, m.keys.next):
		at = min(at+1, len(steps)-1)
	case key.Matches(msg, m.keys.prev):
		at = max(at-1, 0)
	default:
		return nil, false
	}
	dropped := m.dropUntouched()
	m.note = ""
	if len(m.stack) > 1 || steps[at] != m.top().step {
		m.stack = []page{m.stepPage(steps[at])}
	}
	if dropped {
		return ask.Edited{}, true
	}
	return ask.Save{}, true
}

func allSteps() []journal.Step {
	s := journal.Steps()
	return s[:]
}

func (m *Model) fold() {
	s := m.top().step
	m.deeper[s] = !m.deeper[s]
	m.move(0)
}

// openRow goes into the selected row: its text, its options, its list.
func (m *Model) openRow() ask.Ask {
	if m.top().kind == thoughtsPage {
		m.explain()
		return nil
	}
	if l, isList := m.listHere(); isList && m.top().cursor >= m.extraRows() {
		return m.openItem(l)
	}
	f, ok := m.current()
	switch {
	case !ok:
	case f.kind == list:
		m.enterList(f)
		if f.list.count(m.entry) == 0 {
			return m.addItem(f)
		}
		return m.settle(f)
	case m.isFrozen(f):
		m.note = "It stays as you wrote it then. What you know by now goes below."
	default:
		m.startAnswer(f)
	}
	return nil
}

// enterList shows the items of a list. One that is told in order of time is opened at its end, where it goes on.
func (m *Model) enterList(f field) {
	p := page{kind: listPage, step: m.top().step, f: f}
	if f.list.order != nil {
		p.cursor = max(f.list.count(m.entry)-1, 0)
	}
	m.stack = append(m.stack, p)
}

func (m *Model) isFrozen(f field) bool { return f.frozen != nil && f.frozen(m.entry) }
