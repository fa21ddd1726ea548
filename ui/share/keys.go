package share

import (
	"errors"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/report"
	"bounceback/journal/when"
	"bounceback/ui/ask"
	"bounceback/ui/config"
	uikeys "bounceback/ui/keys"
)

type bindings struct {
	list uikeys.List

	told, answered, copyKind, choices, pseudonyms, exempt, add, address, rehearse, copy, plain, close, leave, nextPane key.Binding
}

func newBindings(c config.Keys) bindings {
	b := func(action string) key.Binding { return uikeys.Bind(c.Binding(action)) }
	return bindings{
		list: uikeys.NewList(c), told: b("told"), answered: b("answered"), copyKind: b("copy_kind"), choices: b("choices"),
		pseudonyms: b("pseudonyms"), exempt: b("exempt"), add: b("add_reader"), address: b("address"), rehearse: b("rehearse"),
		copy: b("share_copy"), plain: b("share_plain"), close: b("close_step"), leave: b("leave"), nextPane: b("next_pane"),
	}
}

// Bindings are the keys that do something now, the most important first.
func (m *Model) Bindings() []key.Binding {
	k := m.keys
	switch {
	case m.entry == nil:
		return nil
	case m.typing != nil:
		return []key.Binding{uikeys.As(k.list.Open, "take it"), uikeys.As(k.leave, "leave it as it is")}
	case m.menu != nil:
		return append([]key.Binding{uikeys.As(k.list.Open, "take"), k.list.Back, m.plainBinding()}, k.list.Moves()...)
	}
	it, ok := m.selected()
	if !ok {
		return []key.Binding{k.add, k.list.Back}
	}
	if m.onText {
		return append([]key.Binding{uikeys.As(k.list.Down, "scroll"), uikeys.As(k.nextPane, "back to the list"), m.plainBinding(), k.list.Back}, k.list.Moves()...)
	}
	var out []key.Binding
	send := uikeys.As(k.list.Open, "send")
	switch {
	case it.own():
		out = append(out, uikeys.As(k.list.Open, "keep a copy"), k.choices, k.pseudonyms, uikeys.As(k.add, "add a reader"))
	case it.blank():
		out = append(out, uikeys.As(k.list.Open, "write it"))
	case it.letter:
		said := uikeys.As(k.told, "said")
		if it.out {
			said = uikeys.As(k.told, "not said yet")
		}
		out = append(out, m.outFirst(it, send, said)...)
		out = append(out, k.rehearse, k.address)
	default:
		told := uikeys.As(k.told, "told")
		switch {
		case it.exempt:
			told = uikeys.As(k.told, "why not")
		case it.out:
			told = uikeys.As(k.told, "not told yet")
		}
		out = append(out, m.outFirst(it, send, told)...)
		out = append(out, k.choices, m.copyBinding(it), k.pseudonyms, k.exempt, k.answered, k.address)
	}
	if _, text := m.split(); text.h == 0 && len(out) > 1 { // there is room for one of the two
		out = append(out[:1:1], append([]key.Binding{uikeys.As(k.nextPane, "read it")}, out[1:]...)...)
	}
	out = append(out, k.copy, m.plainBinding(), uikeys.As(k.add, "add a reader"))
	if m.canClose(it) {
		out = append(out, k.close)
	}
	return append(append(out, uikeys.As(k.nextPane, "scroll the text"), k.list.Back), k.list.Moves()...)
}

// outFirst puts the answer first where one is asked for.
func (m *Model) outFirst(it item, send, told key.Binding) []key.Binding {
	if m.asks(it) {
		return []key.Binding{uikeys.As(told, "it went out"), send}
	}
	return []key.Binding{send, told}
}

func (m *Model) plainBinding() key.Binding {
	if m.plain {
		return uikeys.As(m.keys.plain, "as a page")
	}
	return m.keys.plain
}

func (m *Model) copyBinding(it item) key.Binding {
	if m.copyOf(it) == report.Summary {
		return uikeys.As(m.keys.copyKind, "the full copy")
	}
	return uikeys.As(m.keys.copyKind, "the summary")
}

// Moves reports whether a key only moves about.
func (m *Model) Moves(msg tea.KeyPressMsg) bool {
	l := m.keys.list
	return key.Matches(msg, l.Moves()...)
}

// pressed answers a key while the list of readers is there.
func (m *Model) pressed(msg tea.KeyPressMsg) ask.Ask {
	k := m.keys
	m.note, m.warning = "", ""
	it, ok := m.selected()
	switch {
	case m.onText && key.Matches(msg, k.list.Back):
		m.onText = false
		return nil
	case m.onText && k.list.Move(msg, &m.sheet), !m.onText && k.list.MovePage(msg, &m.sheet):
		return nil
	case k.list.Move(msg, m.rows):
		return nil
	case key.Matches(msg, k.list.Back):
		return ask.Back{}
	case key.Matches(msg, k.plain):
		m.plain = !m.plain
		m.sheet.Top()
		return nil
	case key.Matches(msg, k.add):
		return m.unlocked(func() ask.Ask { return m.askReader(m.unlisted(it)) })
	case key.Matches(msg, k.choices):
		return m.openChoices()
	case key.Matches(msg, k.pseudonyms):
		if m.busy() {
			return nil
		}
		return m.unlocked(func() ask.Ask { return m.switchNames() })
	case !ok:
		return nil
	}
	return m.readerKey(msg, it)
}

// unlisted is the reader whom the mistake names and the ledger doesn't: the selected one, or the first.
func (m *Model) unlisted(it item) string {
	if !it.listed {
		return it.to
	}
	for _, other := range m.items {
		if !other.listed {
			return other.to
		}
	}
	return ""
}

// readerKey answers a key that is about the selected reader.
func (m *Model) readerKey(msg tea.KeyPressMsg, it item) ask.Ask {
	k := m.keys
	switch {
	case key.Matches(msg, k.list.Open):
		return m.openWays()
	case key.Matches(msg, k.copy):
		return m.copyText(it)
	case it.own():
		return nil
	case key.Matches(msg, k.told):
		return m.unlocked(func() ask.Ask { return m.told(it) })
	case key.Matches(msg, k.address):
		return m.askAddress(it)
	case key.Matches(msg, k.close) && m.canClose(it):
		return m.closeStep(it)
	case it.letter && key.Matches(msg, k.rehearse):
		return m.rehearse(it)
	case it.letter:
		return nil
	case key.Matches(msg, k.answered):
		return m.unlocked(func() ask.Ask { return m.answered(it) })
	case key.Matches(msg, k.copyKind) && m.busy():
	case key.Matches(msg, k.copyKind):
		return m.unlocked(func() ask.Ask { return m.switchCopy(it) })
	case key.Matches(msg, k.exempt):
		return m.unlocked(func() ask.Ask { return m.askExempt(it) })
	}
	return nil
}

// unlocked does something to the entry, unless it can only be read.
func (m *Model) unlocked(do func() ask.Ask) ask.Ask {
	if m.locked != "" {
		m.note = m.locked
		return nil
	}
	return do()
}

// change asks for a change of the entry.
func (m *Model) change(said string, fn func(*journal.Entry)) ask.Ask {
	return ask.Change{Path: m.path, Said: said, Do: func(e *journal.Entry) error { fn(e); return nil }}
}

// copyText puts the text on the clipboard. Whoever still has to get it has it ready with that.
func (m *Model) copyText(it item) ask.Ask {
	if it.blank() {
		return nil
	}
	return m.copied(it, m.shown.plain)
}

// toClipboard is all that is known: terminals don't say whether they have done it.
const toClipboard = "Your terminal was asked to put it on the clipboard."

func (m *Model) copied(it item, text string) ask.Ask {
	copied := ask.Copy{Text: text, Said: toClipboard}
	if it.own() || it.out || m.locked != "" {
		return copied
	}
	return ask.Both(copied, m.deliver(it, ask.OnClipboard))
}

// changeLetter is change for what is about an apology; fn reports whether it is still the one that was on screen.
func (m *Model) changeLetter(said string, fn func(*journal.Entry) bool) ask.Ask {
	return ask.Change{Path: m.path, Said: said, Do: func(e *journal.Entry) error {
		if !fn(e) {
			return errors.New("the letter was changed meanwhile; look at it once more")
		}
		return nil
	}}
}

// told notes that the reader has heard, or takes that back.
func (m *Model) told(it item) ask.Ask {
	now, name := m.opt.Now(), m.name(it)
	switch {
	case it.blank():
		m.note = "There are no words yet. " + m.keys.list.Open.Help().Key + " leads to where you write them."
		return nil
	case it.letter && it.out:
		return m.takeBack(it, func() ask.Ask {
			return m.changeLetter("Not said to "+name+" yet.", func(e *journal.Entry) bool { return e.Unsay(it.to, it.words) })
		})
	case it.letter:
		return m.changeLetter("Said to "+name+".", func(e *journal.Entry) bool { return e.MarkSaid(it.to, it.words, "", now) })
	case it.exempt:
		return m.askExempt(it)
	case it.out:
		return m.takeBack(it, func() ask.Ask {
			return m.change(name+" has not been told yet.", func(e *journal.Entry) { e.Unsend(it.to, when.Moment{}) })
		})
	}
	said := name + " has been told."
	if !it.ready.IsZero() && m.apologizes(it) && m.entry.Apology(it.to, "").Unsaid() {
		said += " Your apology was in it: if that was all of it, " + m.keys.told.Help().Key + " on the letter says so."
	}
	return m.change(said, func(e *journal.Entry) { e.MarkSent(it.to, "", now) })
}

// answered notes that the reader answered, or takes that back.
func (m *Model) answered(it item) ask.Ask {
	now := m.opt.Now()
	if n := m.entry.Notice(it.to); n != nil && !n.Acknowledged.IsZero() {
		return m.takeBack(it, func() ask.Ask {
			return m.change("No answer yet.", func(e *journal.Entry) { e.Unanswer(it.to) })
		})
	}
	return m.change(m.name(it)+" has answered.", func(e *journal.Entry) { e.MarkAcknowledged(it.to, now) })
}

func (m *Model) switchCopy(it item) ask.Ask {
	if m.copyOf(it) == report.Summary {
		return m.change(m.name(it)+" gets the full copy."+m.old(it), func(e *journal.Entry) { e.SetCopy(it.to, report.Full) })
	}
	return m.change(m.name(it)+" gets the summary."+m.old(it), func(e *journal.Entry) { e.SetCopy(it.to, report.Summary) })
}

// old says that what was made ready for a reader is no longer what they should get.
func (m *Model) old(its ...item) string {
	for _, it := range its {
		if !it.letter && !it.ready.IsZero() {
			return " What you made ready before is the old one: make it anew."
		}
	}
	return ""
}

func (m *Model) rehearse(it item) ask.Ask {
	if it.blank() {
		m.note = "There are no words yet."
		return nil
	}
	m.menu = nil
	return ask.Rehearse{Path: m.path, To: it.to, Words: it.words}
}

// stepOf is the step that the list is about, where the selection stands.
func stepOf(it item) journal.Step {
	if it.letter {
		return journal.StepApologize
	}
	return journal.StepFix
}

// canClose reports whether everybody has heard and the step is still open.
func (m *Model) canClose(it item) bool {
	if m.locked != "" || !m.entry.State(stepOf(it)).Status.Open() {
		return false
	}
	if it.letter {
		return m.entry.EverythingSaid()
	}
	return m.entry.EveryoneTold()
}

func (m *Model) closeStep(it item) ask.Ask {
	now, s := m.opt.Now(), stepOf(it)
	return m.change(s.Title()+": done.", func(e *journal.Entry) { e.MarkDone(s, now) })
}
