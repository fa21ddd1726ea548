// Package guide walks a person through one mistake: what happened, then the four steps, one question at a time.
//
// It has two layers of keys. On a page single letters work (x done, s skip, m look deeper); while a question is being
// answered only tab, esc, F-keys and ctrl keys act, and everything else is text. Esc goes from the text to its page and
// from the page back.
//
// Goals: the short way is the way (one core question a step, everything else folded behind "look deeper" and never shown as
// missing), every key of the file can be edited, nothing blocks.
//
// Non-goals: saving (the App does, when it hears [ask.Edited]), judging what is written (a [Coach] does, and the App asks it), the
// keys of other panes.
//
// Where things are: the tables of questions are in steps.go, fix.go, analysis.go and questions.go, what a field is in field.go, the
// pages in page.go, the keys of a step in stepkeys.go, lists in items.go, their order and the times that make it in arrange.go, how they
// look in itemview.go, what they give rise to in nudge.go, answering in answer.go and walk.go, days that can't be read in unread.go, the
// frame in view.go; of the coach what it said in coach.go, the rows below a text in remarks.go and meter.go, its page in findings.go, the
// zombies in zombies.go.
package guide

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/when"
	"bounceback/ui/ask"
	"bounceback/ui/config"
	"bounceback/ui/prose"
	"bounceback/ui/theme"
)

// Options are what a guide needs from outside.
type Options struct {
	Theme *theme.Theme
	Keys  config.Keys
	Now   func() time.Time
	// Natural reads a day or a time as a person writes it; ahead leans to the future, for things that are due.
	Natural func(s string, now time.Time, ahead bool) (when.Moment, error)
	// Coach looks at what is written; nil when it is switched off, and then nothing on screen tells of it.
	Coach Coach
}

// Model is the guide through one entry at a time. The entry is the App's: the guide writes into it and says so.
type Model struct {
	opt  Options
	keys keys
	w, h int
	wide bool // the screen is: something stands beside the guide
	// unfocused is set while the list beside it has the keys.
	unfocused bool
	path      string
	entry     *journal.Entry
	locked    string // why the entry can't be changed; "" when it can

	left      *leftText // nil once a key was pressed on the page
	stack     []page    // the step's page at the bottom, a list and an item above it
	deeper    map[journal.Step]bool
	answer    *answer // nil on a page
	texts     map[string]*prose.Model
	held      map[string]heldItems // what items said when the App last looked, by their list
	made      map[string]string    // what the text of a day or a time was made from, by the same key
	stray     []Typed              // days and times that were typed, could not be read, and have lost their field
	thoughts  map[string]*thoughts // what the coach said, by the same key
	ghosts    *ghosts              // the zombies that are shown
	dismissed []string             // in this entry since it was opened, the latest last
	note      string               // one calm line about what just happened

	clipboard *prose.Clipboard // what was cut in one question can be put into another
	undo      []removal
	removed   map[string][]removal // what was taken out of other entries in this session, by their path
}

// New returns a guide without an entry.
func New(o Options) *Model {
	return &Model{opt: o, keys: newKeys(o.Keys), clipboard: new(prose.Clipboard), removed: map[string][]removal{}}
}

// Open shows an entry, at step, or at its next open step when step is "". Where the core question has no answer yet the
// cursor already stands in it. locked says why the entry can only be read, or is "".
func (m *Model) Open(path string, e *journal.Entry, step journal.Step, locked string) {
	m.path, m.entry, m.locked = path, e, locked
	m.deeper, m.texts, m.undo = map[journal.Step]bool{}, map[string]*prose.Model{}, m.removed[path]
	m.made, m.held, m.stray = map[string]string{}, nil, nil
	m.note, m.answer, m.left = "", nil, nil
	m.thoughts, m.ghosts, m.dismissed = nil, nil, nil
	if e.Mended() && step == "" {
		m.stack = []page{{kind: mendedPage, step: journal.StepLearn}}
		return
	}
	if step == "" {
		step, _ = e.NextStep()
	}
	m.enterStep(step)
}

// Select marks the item of somebody, where the step is a list of people.
func (m *Model) Select(to string) {
	l, ok := m.listHere()
	if !ok || m.answer != nil {
		return
	}
	for i := range l.list.count(m.entry) {
		if journal.SameName(l.list.title(m.entry, i), to) {
			m.top().cursor = i + m.extraRows()
			return
		}
	}
}

// OpenWhat shows the page of the title, the account and the facts.
func (m *Model) OpenWhat() { m.leaveAnswer(); m.stack = []page{m.stepPage(whatPage)} }

// Path returns the path of the entry, the one that Open was given.
func (m *Model) Path() string { return m.path }

// Moved says that the file of the entry has another path by now.
func (m *Model) Moved(path string) {
	if m.entry != nil {
		m.path = path
	}
}

// removal is an item that was taken out and can come back.
type removal struct {
	list  string
	back  func(*journal.Entry) (place int)
	moved bool // a save began since: its place in the file is another one's now
	// unread are days and times of it that could not be read, by the keys of their questions.
	unread []Typed
}

// Renumber says that a save begins, after which the items of the file have other places.
func (m *Model) Renumber() {
	for i := range m.undo {
		m.undo[i].moved = true
	}
}

// DropUntouched takes away an item that was added and left as it came: before the guide is left for good.
func (m *Model) DropUntouched() {
	if m.entry == nil || len(m.stack) == 0 || m.locked != "" {
		return
	}
	m.commit()
	m.takeStamp()
	m.dropEmptyAnswers()
	if m.dropUntouched() {
		m.stack, m.answer = m.stack[:len(m.stack)-1], nil
		m.move(0)
	}
}

// Close forgets the entry.
func (m *Model) Close() {
	m.Renumber()
	m.removed[m.path] = m.undo
	*m = Model{opt: m.opt, keys: m.keys, clipboard: m.clipboard, removed: m.removed, w: m.w, h: m.h, wide: m.wide}
}

// SetTheme changes the colors.
func (m *Model) SetTheme(t *theme.Theme) {
	m.opt.Theme = t
	for _, p := range m.texts {
		p.SetStyles(m.styles())
	}
}

// SetFocused says whether the guide has the keys, which its frame shows.
func (m *Model) SetFocused(focused bool) { m.unfocused = !focused }

// SetWide says whether the screen is a wide one, with something beside the guide.
func (m *Model) SetWide(wide bool) { m.wide = wide }

// SetSize gives the guide its rectangle in cells.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = w, h
	m.resize()
}

// Writing reports whether keys are text at the moment.
func (m *Model) Writing() bool { return m.answer != nil }

// FieldKey returns the key of the question that is being answered or selected, such as "own.did", and whether it is a text
// that an editor can take over.
func (m *Model) FieldKey() (key string, isText bool) {
	f, ok := m.current()
	if !ok {
		return "", false
	}
	return m.textKey(f), f.kind == prose_ || f.kind == line
}

// FieldText returns the text of the question that is being answered or selected.
func (m *Model) FieldText() string {
	f, ok := m.current()
	if !ok {
		return ""
	}
	m.Sync()
	return f.get(m.entry)
}

// Asks reports whether the question with this key is the one that is open or selected.
func (m *Model) Asks(key string) bool {
	f, ok := m.current()
	return ok && m.entry != nil && m.textKey(f) == key
}

// SetFieldText writes the text that came back from an editor into the question with this key, as one change that can be
// undone. It reports whether the question is still there.
func (m *Model) SetFieldText(key, s string) bool {
	f, ok := m.current()
	if !ok || !m.Asks(key) || m.locked != "" {
		return false
	}
	if m.answer == nil || m.answer.text == nil {
		m.startAnswer(f)
	}
	if m.answer == nil || m.answer.text == nil {
		return false
	}
	if m.answer.text.Text() != s {
		m.answer.text.Replace(s)
		m.touched()
		m.Sync()
	}
	return true
}

// Sync writes what stands in the open text field into the entry. The App calls it before it takes a snapshot, so that a
// key costs nothing but itself.
func (m *Model) Sync() {
	if m.entry == nil {
		return
	}
	defer m.hold()
	if m.answer == nil || m.answer.text == nil || m.locked != "" {
		return
	}
	if a := m.answer; a.f.kind != moment && a.text.Rev() != a.synced { // half a date is no date: see readMoment
		a.f.set(m.entry, a.text.Text())
		a.synced = a.text.Rev()
	}
}

// Refresh looks at the entry again after something outside changed it: lists may be shorter, texts may differ. It reports
// whether it changed the entry: an item that was taken out elsewhere is put back while somebody writes in it.
func (m *Model) Refresh() (changed bool) {
	if m.entry == nil {
		return false
	}
	m.left, m.ghosts = nil, nil
	m.leaveThoughts()
	changed = m.restoreItem()
	m.followItems()
	m.findItem()
	m.Renumber()
	m.refreshText()
	if m.answer == nil {
		m.forget()
	}
	m.siftAll()
	m.resize()
	return changed
}

// restoreItem puts back the item in whose question the person is writing, as it was looked at last, when it is gone. Their
// next words would have no place otherwise, or would be keys on the page below.
func (m *Model) restoreItem() bool {
	p := m.top()
	if m.answer == nil || p.kind != itemPage {
		return false
	}
	was := m.held[p.f.key]
	says := was.items[p.item].says
	if strings.Join(says, "") == "" || m.findHeld(p.f, was, p.item) >= 0 {
		return false
	}
	i := p.f.list.add(m.entry, clock{m})
	for n, f := range p.f.list.fields(i) {
		f.set(m.entry, says[n])
	}
	m.note = "This was taken out elsewhere. It is back, since you write in it."
	return true
}

// followItems lets what was typed into items follow them, when other programs have put items before them or taken some away.
func (m *Model) followItems() {
	to := map[string]map[int]int{}
	for list, was := range m.held {
		l, ok := listOf(list + ".")
		if !ok {
			continue
		}
		to[list] = map[int]int{}
		for place := range was.items {
			to[list][place] = m.findHeld(l, was, place)
		}
	}
	for _, t := range m.moveTexts(func(list string, place int) (int, bool) {
		if at, ok := to[list][place]; ok {
			return at, true
		}
		return place, false
	}) {
		if l, place, ok := itemIn(t.Key); ok {
			t.Item = m.held[l.key].items[place].title
		}
		m.stray = append(m.stray, t)
	}
}

// heldItems is what items of one list said when they were looked at last, by their places, as far as they have to be found
// again; count is that of all items.
type heldItems struct {
	count int
	items map[int]heldItem
}

type heldItem struct {
	title string
	says  []string // by field
}

// findHeld returns the place where an item is by now that was at a place then, or -1: where most of its words are; where none
// are, and no item came or went, the one at its place, which was written anew elsewhere.
func (m *Model) findHeld(l field, was heldItems, at int) int {
	held, hadWords := was.items[at].says, false
	for n, f := range l.list.fields(at) {
		hadWords = hadWords || n < len(held) && held[n] != "" && f.tells()
	}
	best, most := -1, 0
	for i := range l.list.count(m.entry) {
		same, words := 0, 0
		for n, f := range l.list.fields(i) {
			switch {
			case n >= len(held) || f.get(m.entry) != held[n]:
			case held[n] != "" && f.tells():
				words++
			default:
				same++
			}
		}
		here := 0
		if i == at {
			here = 1
		}
		if score := 1000*words + 2*same + here; score > most && (words > 0 || !hadWords) {
			best, most = i, score
		}
	}
	if best < 0 && at < l.list.count(m.entry) && was.count == l.list.count(m.entry) {
		return at
	}
	return best
}

// findItem looks for the item whose page is open. The text that is being written has followed it.
func (m *Model) findItem() {
	last := len(m.stack) - 1
	if last < 1 || m.stack[last].kind != itemPage {
		return
	}
	p := &m.stack[last]
	best := m.findHeld(p.f, m.held[p.f.key], p.item)
	if best < 0 {
		m.stack, m.answer = m.stack[:last], nil
		m.move(0)
		return
	}
	if best == p.item {
		return
	}
	m.stack[last-1].cursor += best - p.item
	p.item = best
	if a := m.answer; a != nil {
		for _, f := range p.f.list.fields(best) {
			if f.key == a.f.key {
				a.f = f
			}
		}
	}
}

// refreshText shows in the open field what the entry says by now.
func (m *Model) refreshText() {
	a := m.answer
	if a == nil || a.text == nil {
		return
	}
	s, same := a.f.get(m.entry), false
	switch a.f.kind {
	case words:
		same = joinWords(splitWords(a.text.Text())) == s
	case moment:
		s = shortMoment(s)
		same = a.text.Rev() != a.synced // half a date stays
	}
	if !same && s != a.text.Text() {
		a.text.Replace(s)
		a.synced = a.text.Rev()
		if a.f.kind == moment {
			m.made[m.textKey(a.f)] = s
		}
	}
}

// hold remembers what the open item says, and those with a day that can't be read, so that they are found again.
func (m *Model) hold() {
	m.held = map[string]heldItems{}
	remember := func(l field, place int) {
		if _, ok := m.held[l.key]; !ok {
			m.held[l.key] = heldItems{l.list.count(m.entry), map[int]heldItem{}}
		}
		item := heldItem{title: plainTitle(l, m.entry, place)}
		for _, f := range l.list.fields(place) {
			item.says = append(item.says, f.get(m.entry))
		}
		m.held[l.key].items[place] = item
	}
	for id := range m.texts {
		if _, ok := m.unread(id); ok {
			if l, place, ok := m.itemAt(id); ok {
				remember(l, place)
			}
		}
	}
	if len(m.stack) == 0 {
		return
	}
	for _, p := range m.stack {
		if p.kind == itemPage && p.item < p.f.list.count(m.entry) {
			remember(p.f, p.item)
		}
	}
}

// Update answers a key, a paste or the mouse.
func (m *Model) Update(msg tea.Msg) (tea.Cmd, ask.Ask) {
	if m.entry == nil {
		return nil, nil
	}
	if m.answer != nil {
		return m.updateAnswer(msg)
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if does := m.Means(msg.String()).Action; does != "" && does != "tick" { // said, and typed on: the text is still the one
			m.left = nil
		}
		return m.pageKey(msg)
	case tea.PasteMsg: // never a key, whatever was meant by it
		return nil, m.TypeOn(msg.Content)
	case tea.MouseClickMsg:
		m.left, m.ghosts = nil, nil
		return m.click(msg)
	case tea.MouseWheelMsg:
		if m.ghosts != nil {
			m.ghostWheel(msg.Button)
		} else if msg.Button == tea.MouseWheelUp {
			m.move(-1)
		} else if msg.Button == tea.MouseWheelDown {
			m.move(1)
		}
	}
	return nil, nil
}

// edited notes that the person changed something on a step's page, which begins the step.
func (m *Model) edited() ask.Ask {
	m.touched()
	return ask.Edited{}
}

func (m *Model) touched() {
	if s := m.top().step; s != whatPage {
		m.entry.Begin(s)
	}
}

func (m *Model) now() when.Moment { return when.At(m.opt.Now()) }

// clock lets lists fill in the moment of a new item.
type clock struct{ m *Model }

func (c clock) now() when.Moment { return c.m.now() }
