package guide

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"bounceback/journal"
	"bounceback/journal/when"
	"bounceback/ui/ask"
	"bounceback/ui/mouse"
	"bounceback/ui/prose"
)

// answer is one question while it is being answered: in a text field, or by choosing one of its options.
type answer struct {
	f       field
	text    *prose.Model // nil for a choice
	synced  uint64       // revision of the text that the entry has
	options []string     // nil for a text
	option  int
	typed   string // figures typed so far
	problem string // why the text can't be taken, in words for the person
	warned  bool   // the problem was shown: leaving again lets the text be
}

// textKey names a question of this entry: its key, and the item that it belongs to.
func (m *Model) textKey(f field) string {
	if p := m.top(); p.kind == itemPage {
		return f.key + "#" + strconv.Itoa(p.item)
	}
	return f.key
}

// startAnswer puts the cursor into a question.
func (m *Model) startAnswer(f field) {
	if m.locked != "" {
		m.note = m.locked
		return
	}
	a := &answer{f: f}
	m.ghosts = nil
	if f.kind == choice || f.kind == flag {
		value := f.get(m.entry)
		a.options = f.options
		if !slices.Contains(a.options, value) { // a word that this program does not know is kept
			a.options = append(slices.Clone(a.options), value)
		}
		a.option = slices.Index(a.options, value)
		m.answer = a
		return
	}
	id := m.textKey(f)
	value := f.get(m.entry)
	if f.kind == moment {
		value = shortMoment(value)
	}
	old := value // what a text that was left here should have been made from
	if a.text = m.texts[id]; a.text != nil {
		if old = a.text.Text(); f.kind == moment {
			old = m.made[id]
		}
	}
	if _, unread := m.unread(id); !unread && (a.text == nil || old != value) {
		a.text = m.newText(f, value)
		m.texts[id] = a.text
	}
	if f.kind == moment {
		m.made[id] = value
	}
	a.synced = a.text.Rev()
	a.text.Focus()
	m.answer = a
	m.resize()
	if m.coached(f) {
		m.look(m.keepThoughts(id), f)
	}
}

// shortMoment is how a moment stands in a field: without the offset that nobody types, as long as reading it back gives
// the same day and time.
func shortMoment(s string) string {
	if m, err := when.Parse(s); err == nil {
		return m.Short()
	}
	return s
}

func (m *Model) newText(f field, value string) *prose.Model {
	t := m.opt.Theme
	keys := prose.DefaultKeys()
	keys.Undo, keys.Redo = m.keys.undoEdit, m.keys.redoEdit
	p := prose.New(prose.Options{
		OneLine: f.kind != prose_, ASCII: t.ASCII, Keys: keys, Clipboard: m.clipboard, TerminalBreaks: true,
		Styles: m.styles(),
	})
	p.SetText(value)
	return p
}

func (m *Model) styles() prose.Styles {
	t := m.opt.Theme
	return prose.Styles{Text: t.Text, Placeholder: t.Placeholder, Selection: t.Selection, Control: t.Control,
		Marks: []lipgloss.Style{remarkMark: t.Remark, selectedMark: t.RemarkHere}}
}

func (m *Model) updateAnswer(msg tea.Msg) (tea.Cmd, ask.Ask) {
	k := m.keys
	if msg, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(msg, k.leave):
			return nil, m.leaveAnswer()
		case key.Matches(msg, k.nextField):
			return nil, m.nextQuestion(1)
		case key.Matches(msg, k.prevField):
			return nil, m.nextQuestion(-1)
		case m.answer.options != nil:
			return nil, m.choose(msg)
		case key.Matches(msg, k.remarks) && len(msg.Text) == 0:
			m.nextRemark()
			return nil, nil
		case key.Matches(msg, k.editor) && len(msg.Text) == 0:
			if kd := m.answer.f.kind; kd == prose_ || kd == line {
				return nil, ask.Editor{Path: m.path, Key: m.textKey(m.answer.f)}
			}
			return nil, nil
		case key.Matches(msg, k.contain) && len(msg.Text) == 0 && m.offersContain():
			a := m.leaveAnswer()
			m.openContained()
			return nil, a
		case msg.String() == "enter" && m.answer.f.kind != prose_:
			return nil, m.enterLine()
		}
	}
	if m.answer.text == nil {
		return nil, nil
	}
	if at, ok := msg.(tea.MouseMsg); ok {
		x, y := m.fieldOrigin()
		msg = mouse.Shift(at, -x, -y)
	}
	before := m.answer.text.Rev()
	_, cmd := m.answer.text.Update(msg)
	if m.answer.text.Rev() == before {
		return cmd, nil
	}
	m.answer.problem, m.answer.warned, m.note = "", false, ""
	return cmd, m.edited()
}

// choose moves among the options; enter takes the one that is marked.
func (m *Model) choose(msg tea.KeyPressMsg) ask.Ask {
	a := m.answer
	switch s := msg.String(); {
	case key.Matches(msg, m.keys.write):
		return m.take()
	case key.Matches(msg, m.keys.list.Down) || s == "right" || s == "l" || s == "space":
		a.option = (a.option + 1) % len(a.options)
	case key.Matches(msg, m.keys.list.Up) || s == "left" || s == "h":
		a.option = (a.option + len(a.options) - 1) % len(a.options)
	default:
		m.note = ""
		if !a.pick(s) {
			m.note = "Nothing is written here. " + m.keys.list.Down.Help().Key + " goes to the next one, " + m.keys.write.Help().Key + " takes it."
		}
	}
	return nil
}

// pick takes what is typed for an option: the figures of a sting, 1 and 0 for 10, or the first letter of a word. It reports
// whether there is such an option.
func (a *answer) pick(s string) bool {
	a.typed += s
	i := slices.Index(a.options, a.typed)
	if i < 0 {
		a.typed = s
		i = slices.IndexFunc(a.options, func(o string) bool { return o != "" && strings.HasPrefix(o, s) })
	}
	if i >= 0 {
		a.option = i
	}
	return i >= 0
}

// take takes the marked option and goes on.
func (m *Model) take() ask.Ask {
	a := m.answer
	if a.f.key == dismissal {
		return m.dismiss(a.options[a.option])
	}
	if v := a.options[a.option]; v != a.f.get(m.entry) || a.f.key == stingNow {
		a.f.set(m.entry, v)
		m.note = ""
		if a.f.key == stingNow {
			m.answer = nil
			m.note = "Noted: " + v + "."
			return ask.Edited{}
		}
		return ask.All{Asks: []ask.Ask{m.edited(), m.nextQuestion(1)}}
	}
	return m.nextQuestion(1)
}

// commit writes the answer into the entry. ok is false when the text can't be read as what it should be; then the problem
// is on screen and the old value stands. asked is what to ask of the App: nothing where nothing changed.
func (m *Model) commit() (asked ask.Ask, ok bool) {
	asked, ok = m.read()
	if a := m.answer; ok && a != nil && a.f.kind == moment { // from here on it stands as it was understood
		if s := shortMoment(a.f.get(m.entry)); m.made[m.textKey(a.f)] != s {
			m.made[m.textKey(a.f)] = s
			a.text.SetText(s)
			a.synced = a.text.Rev()
		}
	}
	return asked, ok
}

// read is commit without touching what stands in the field: the person may be in the middle of it.
func (m *Model) read() (asked ask.Ask, ok bool) {
	a := m.answer
	if a == nil || a.text == nil {
		return nil, true
	}
	switch a.f.kind {
	case words:
		if s := a.text.Text(); s != a.f.get(m.entry) {
			a.f.set(m.entry, s)
			asked = m.edited()
		}
	case moment:
		return m.readMoment()
	default:
		m.Sync()
	}
	return asked, true
}

func (m *Model) readMoment() (ask.Ask, bool) {
	a := m.answer
	typed := strings.TrimSpace(a.text.Text())
	id := m.textKey(a.f)
	switch {
	case typed == m.made[id]: // untouched: the offset and the seconds stay, and so does what others wrote meanwhile
		return nil, true
	case typed == "":
		a.f.set(m.entry, "")
	default:
		at, err := m.readTime(a.f, typed)
		if err != nil {
			a.problem = err.Error()
			return nil, false
		}
		a.f.set(m.entry, at.String())
	}
	m.made[id], a.synced = typed, a.text.Rev()
	return m.edited(), true
}

// Settle takes what is being answered as far as it can be taken, without leaving it: before the program ends.
func (m *Model) Settle() {
	if m.entry != nil && m.locked == "" {
		m.read()
	}
}

// leaveAnswer goes from the text to its page. A text that can't be read is told once; leaving again keeps the old value
// and the text for the next time.
func (m *Model) leaveAnswer() ask.Ask {
	a := m.answer
	if a == nil {
		return nil
	}
	edited, ok := m.commit()
	if !ok && !a.warned {
		a.warned = true
		return nil
	}
	if a.text != nil {
		a.text.Blur()
	}
	m.note = ""
	if m.takeStamp() {
		edited = m.edited()
	}
	said := m.note
	m.rememberLeft(false)
	m.leftWords()
	dropped := m.dropEmptyAnswers()
	m.answer = nil
	m.top().direct = false // whoever looks at all its questions may want them all
	m.move(0)
	m.note = said
	return ask.All{Asks: []ask.Ask{edited, dropped, ask.Save{}}}
}

// stingNow is the key of the question behind p: a reading taken now.
const stingNow = "sting.now"

// askSting opens the row from 0 to 10.
func (m *Model) askSting() {
	f := level0to10(stingNow, "How much does it sting now?", "0 is not at all, 10 is as bad as it gets.", func(*entry) *int { return new(int) })
	f.get = func(e *entry) string {
		if n := len(e.Sting); n > 0 {
			return strconv.Itoa(e.Sting[n-1].Level)
		}
		return "5"
	}
	f.set = func(e *entry, s string) {
		if n, err := strconv.Atoi(s); err == nil {
			e.Feel(n, m.opt.Now())
		}
	}
	m.startAnswer(f)
}

// severityHint says what a severity means, for choosing one.
func severityHint(s string) string {
	switch journal.Severity(s) {
	case journal.Blip:
		return "gone by the evening"
	case journal.Slip:
		return "it cost somebody a little"
	case journal.Stumble:
		return "it cost somebody a day"
	case journal.Blunder:
		return "people were hurt, or much was lost"
	case journal.Doozy:
		return "it changed things"
	}
	return ""
}
