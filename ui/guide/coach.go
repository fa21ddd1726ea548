package guide

import (
	"slices"
	"strconv"
	"strings"

	"bounceback/journal/coach"
	"bounceback/ui/prose"
)

// What the coach said about the texts of this entry, by the keys of their questions. It never speaks on the path of a key:
// the guide says which text is to be looked at, the App has a command look, and the answer comes back with the text that it
// is about. Where that is no longer the text, the answer is dropped, and another one is due.

// Coach looks at texts. It may be asked from any goroutine.
type Coach interface {
	Check(f coach.Field, text string, given ...string) coach.Report
	// Zombies returns the places, in bytes, where "by zombies" can be put in.
	Zombies(text string) []int
	// Rule returns what a finding's rule says of itself. It is asked while drawing, and must not take long.
	Rule(id string) (coach.Rule, bool)
}

// Check is one text that the coach is to look at. The text is its own revision: nothing else tells as surely whether it is
// still the same.
type Check struct {
	Path, Key string // the entry, and the question with the item that it belongs to
	Field     coach.Field
	Text      string
	Given     []string // rules that another answer of the item has answered
	Haunt     bool     // ask for the zombies as well, and set the text with them
	Width     int      // in cells, for that
}

// Checked is the coach's answer.
type Checked struct {
	Check
	Report  coach.Report
	Zombies []int
	Haunted []string // the text with them, in lines
}

// By asks a coach. It may take a while.
func (c Check) By(with Coach) Checked {
	out := Checked{Check: c, Report: with.Check(c.Field, c.Text, c.Given...)}
	if c.Haunt {
		out.Zombies = with.Zombies(c.Text)
		out.Haunted = haunted(c.Text, out.Zombies, c.Width)
	}
	return out
}

// ID tells one check under way from another: there is one at a time for each text.
func (c Check) ID() string { return c.Path + "\x00" + c.Key + "\x00" + strconv.FormatBool(c.Haunt) }

// thoughts are what the coach said about one text, and how far it may speak.
type thoughts struct {
	known   bool
	text    string // that was looked at
	given   []string
	report  coach.Report
	remarks []coach.Finding // those of it that were not dismissed and ask for something
	field   *prose.Model    // that had the text, and its revision then
	rev     uint64

	shown    bool // the question was left with words in it, or somebody asked: from now on remarks stand below it
	selected int  // the remark that stands out
}

// coached reports whether the coach has something to say about texts of a question.
func (m *Model) coached(f field) bool {
	_, ok := coach.FieldOf(f.key)
	return ok && m.opt.Coach != nil && (f.kind == prose_ || f.kind == line)
}

// subject is the text that the coach speaks about now: the one that is being written, that of the selected question or of the
// selected item, or the one whose thoughts are on the page.
func (m *Model) subject() (f field, id string, ok bool) {
	if m.entry == nil || len(m.stack) == 0 || m.opt.Coach == nil {
		return field{}, "", false
	}
	if p := m.top(); p.kind == thoughtsPage {
		return p.f, p.id, true
	}
	if f, ok := m.current(); ok {
		return f, m.textKey(f), m.coached(f)
	}
	if l, i, ok := m.selectedItem(); ok {
		for _, f := range l.list.fields(i) {
			if m.coached(f) {
				return f, itemID(f.key, i), true
			}
		}
	}
	return field{}, "", false
}

// textOf is the text of a question as it is by now.
func (m *Model) textOf(f field) string {
	if a := m.answer; a != nil && a.text != nil && a.f.key == f.key {
		return a.text.Text()
	}
	return f.get(m.entry)
}

// thoughtsOn returns what is known about a text; never nil.
func (m *Model) thoughtsOn(id string) *thoughts {
	if th := m.thoughts[id]; th != nil {
		return th
	}
	return &thoughts{}
}

// keepThoughts is thoughtsOn for what is going to be known about it.
func (m *Model) keepThoughts(id string) *thoughts {
	th := m.thoughtsOn(id)
	if m.thoughts == nil {
		m.thoughts = map[string]*thoughts{}
	}
	m.thoughts[id] = th
	return th
}

// CheckDue reports whether the text in question is one that the coach has not looked at, by the ID of its check, and whether
// somebody waits for the answer. It costs next to nothing while one types.
func (m *Model) CheckDue() (id string, now, due bool) {
	f, key, ok := m.subject()
	if !ok {
		return "", false, false
	}
	haunt := m.ghosts != nil && !m.ghosts.ready
	id = Check{Path: m.path, Key: key, Haunt: haunt}.ID()
	th := m.thoughtsOn(key)
	switch a := m.answer; {
	case haunt:
		return id, true, true
	case a != nil && a.text != nil && a.f.key == f.key:
		return id, false, th.field != a.text || th.rev != a.text.Rev()
	}
	return id, m.top().kind == thoughtsPage, !th.known || th.text != f.get(m.entry) || !slices.Equal(th.given, m.given(f, key))
}

// Check returns the text that the coach is to look at; false when it turns out that it has.
func (m *Model) Check() (Check, bool) {
	f, id, ok := m.subject()
	if !ok {
		return Check{}, false
	}
	kind, _ := coach.FieldOf(f.key)
	c := Check{
		Path: m.path, Key: id, Field: kind, Text: m.textOf(f), Given: m.given(f, id), Haunt: m.ghosts != nil && !m.ghosts.ready, Width: m.ghostWidth(),
	}
	if c.Haunt {
		return c, true
	}
	th := m.keepThoughts(id)
	switch {
	case strings.TrimSpace(c.Text) == "": // nothing is missing where nothing is written yet
		m.hear(th, f, Checked{Check: c})
	case th.known && th.text == c.Text && slices.Equal(th.given, c.Given):
		m.look(th, f)
	default:
		return c, true
	}
	return Check{}, false
}

// SetChecked takes in an answer, unless it comes too late: the person is in another entry, or the text is another one.
func (m *Model) SetChecked(c Checked) {
	if m.entry == nil || c.Path != m.path {
		return
	}
	f, ok := m.fieldAt(c.Key)
	if !ok || !m.coached(f) || m.textAt(c.Key, f) != c.Text || !slices.Equal(m.given(f, c.Key), c.Given) {
		return
	}
	m.hear(m.keepThoughts(c.Key), f, c)
	if c.Haunt && m.ghosts != nil && m.ghosts.id == c.Key {
		m.haunt(c)
	}
}

// textAt is textOf for a question that may not be the one that is open.
func (m *Model) textAt(id string, f field) string {
	if a := m.answer; a != nil && a.text != nil && m.textKey(a.f) == id {
		return a.text.Text()
	}
	return f.get(m.entry)
}

// hear notes an answer that is about the text as it is.
func (m *Model) hear(th *thoughts, f field, c Checked) {
	var was coach.Finding
	if th.selected < len(th.remarks) {
		was = th.remarks[th.selected]
	}
	th.known, th.text, th.given, th.report = true, c.Text, c.Given, c.Report
	m.sift(th, f)
	if m.note == noThoughts { // until now
		m.note = ""
	}
	if i := slices.IndexFunc(th.remarks, func(g coach.Finding) bool { return g.Mark == was.Mark }); i >= 0 {
		th.selected = i
	}
	m.look(th, f)
}

// sift leaves out what was dismissed, and what asks for nothing.
func (m *Model) sift(th *thoughts, f field) {
	left := coach.Few(coach.Without(th.report.Findings, f.key, m.entry.Coach.Dismissed))
	th.remarks = slices.DeleteFunc(left, func(g coach.Finding) bool { return g.Level == coach.Praise })
	th.selected = min(th.selected, max(len(th.remarks)-1, 0))
}

// look notes which revision of the open field was looked at, and marks the words in it that remarks speak of.
func (m *Model) look(th *thoughts, f field) {
	a := m.answer
	if a == nil || a.text == nil || a.f.key != f.key || a.text.Text() != th.text {
		return
	}
	th.field, th.rev = a.text, a.text.Rev()
	m.mark(th)
}

// The kinds of marks in a text, as places in the styles of its field.
const (
	remarkMark = iota
	selectedMark
)

// mark underlines the words of the remarks, once they may be shown; what the selected one speaks of stands out.
func (m *Model) mark(th *thoughts) {
	var marks []prose.Mark
	if th.shown {
		for i, g := range th.remarks {
			k := prose.Mark{Start: g.Span.Start, End: g.Span.End, Kind: remarkMark}
			if sel := th.remarks[th.selected].Span; i == th.selected {
				k.Kind = selectedMark
			} else if k.Start < sel.End && sel.Start < k.End {
				continue
			}
			marks = append(marks, k)
		}
	}
	th.field.SetMarks(marks)
}

// speakUp lets remarks on a text be shown from now on.
func (m *Model) speakUp(f field, id string) *thoughts {
	th := m.keepThoughts(id)
	th.shown = true
	m.look(th, f)
	return th
}

// leftWords notes that a question was left: from now on the coach may speak of what stands in it.
func (m *Model) leftWords() {
	a := m.answer
	if a == nil || a.text == nil || !m.coached(a.f) || strings.TrimSpace(a.text.Text()) == "" {
		return
	}
	m.keepThoughts(m.textKey(a.f)).shown = true
}

// nextRemark answers the key that asks for remarks: the first time they come up, then it walks from one to the next.
func (m *Model) nextRemark() {
	f, id, ok := m.subject()
	if !ok {
		return
	}
	m.note = ""
	th := m.thoughtsOn(id)
	if th.shown && len(th.remarks) > 0 {
		th.selected = (th.selected + 1) % len(th.remarks)
	}
	th = m.speakUp(f, id)
	if len(th.remarks) > 0 && th.field != nil && th.rev == th.field.Rev() {
		th.field.Reveal(th.remarks[th.selected].Span.Start)
	}
	if th.known && len(th.remarks) == 0 && len(th.praise()) == 0 {
		m.note = noThoughts
	}
}

const noThoughts = "No thoughts on this so far."

// praise is what is good about a text.
func (th *thoughts) praise() []coach.Finding {
	return slices.DeleteFunc(slices.Clone(th.report.Findings), func(g coach.Finding) bool { return g.Level != coach.Praise })
}

// given are the rules that another answer of the same item has answered: whoever gave an action a day need not write it into the
// action as well.
func (m *Model) given(f field, id string) []string {
	if f.key != "fix.actions.do" && f.key != "apologies.words" {
		return nil
	}
	l, i, ok := m.itemAt(id)
	if !ok {
		return nil
	}
	var out []string
	for _, g := range l.list.fields(i) {
		if rule, ok := answers(g.key); ok && g.get(m.entry) != "" {
			out = append(out, rule)
		}
	}
	return out
}

// answers returns the rule whose question has its own place under a key.
func answers(key string) (rule string, ok bool) {
	switch key {
	case "fix.actions.owner":
		return "no-person", true
	case "fix.actions.due":
		return "no-date", true
	case "fix.actions.test":
		return "no-test", true
	case "apologies.promise":
		return "no-repair", true
	case "apologies.promise_due":
		return "no-day", true
	}
	return "", false
}

// moveThoughts lets what was said about the texts of items follow them; where returns their new places.
func (m *Model) moveThoughts(where func(list string, place int) (int, bool)) {
	out := map[string]*thoughts{}
	for id, th := range m.thoughts {
		l, place, inItem := itemIn(id)
		if !inItem {
			out[id] = th
			continue
		}
		to, moved := where(l.key, place)
		switch key, _, _ := strings.Cut(id, "#"); {
		case !moved:
			out[id] = th
		case to >= 0:
			out[itemID(key, to)] = th
		}
	}
	m.thoughts = out
}
