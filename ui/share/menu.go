package share

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/report"
	"bounceback/ui/ask"
	"bounceback/ui/theme"
)

// menu is a short list that stands in the place of the readers, so that the text it is about stays in sight.
type menu struct {
	title   string
	make    func() []choice // once more after each change
	choices []choice
	at      int
	back    func() ask.Ask // where esc leads; nil for the list
	from    int            // the line of the frame's body on which the first choice stands
}

// choice is one line of a menu. What it does may open another menu, or close this one.
type choice struct {
	label  string
	state  string // at the right end of the line
	detail string // below the list while it is marked
	does   func() ask.Ask
}

func (m *Model) openMenu(title string, choices func() []choice) ask.Ask {
	m.menu = &menu{title: title, make: choices, choices: choices()}
	m.onText = false
	return nil
}

func (m *Model) refreshMenu() {
	if m.menu == nil {
		return
	}
	m.menu.choices = m.menu.make()
	m.menu.at = min(m.menu.at, max(len(m.menu.choices)-1, 0))
}

func (m *Model) menuKey(msg tea.KeyPressMsg) ask.Ask {
	k := m.keys
	m.note, m.warning = "", ""
	switch {
	case key.Matches(msg, k.list.Back):
		back := m.menu.back
		if m.menu = nil; back != nil {
			return back()
		}
	case m.onText && k.list.Move(msg, &m.sheet), k.list.MovePage(msg, &m.sheet):
	case k.list.Move(msg, menuMover{m.menu}):
	case key.Matches(msg, k.list.Open), key.Matches(msg, k.told):
		return m.take()
	case key.Matches(msg, k.plain):
		m.plain = !m.plain
	}
	return nil
}

// take does what the marked choice says.
func (m *Model) take() ask.Ask {
	if at := m.menu.at; at < len(m.menu.choices) {
		return m.menu.choices[at].does()
	}
	return nil
}

// menuMover moves the mark. The page keys are the text's.
type menuMover struct{ menu *menu }

func (v menuMover) Move(n int)   { v.menu.at = min(max(v.menu.at+n, 0), max(len(v.menu.choices)-1, 0)) }
func (v menuMover) Top()         { v.menu.at = 0 }
func (v menuMover) Bottom()      { v.menu.at = max(len(v.menu.choices)-1, 0) }
func (v menuMover) HalfPage(int) {}
func (v menuMover) Page(int)     {}

// openWays asks how the selected one goes out.
func (m *Model) openWays() ask.Ask {
	it, ok := m.selected()
	switch {
	case !ok:
		return nil
	case it.blank():
		return ask.Open{Path: m.path, Step: journal.StepApologize, To: it.to}
	case m.locked != "" && !it.own():
		m.note = m.locked
		return nil
	case m.onWay(it):
		m.note = "It is on its way already."
		return nil
	case m.shown.empty:
		m.note = "There is nothing to report yet but the title."
		return nil
	}
	title := "How does it go out?"
	switch {
	case it.own():
		title = "Where to?"
	case it.exempt:
		title = "They need not hear. How, all the same?"
	case it.out:
		title = theme.Sentence(it.state) + ". How, once more?"
	}
	return m.openMenu(title, func() []choice { return m.ways(it) })
}

// ways are the ways out for one reader.
func (m *Model) ways(it item) []choice {
	var out []choice
	add := func(label, detail string, does func() ask.Ask) {
		out = append(out, choice{label: label, detail: detail, does: does})
	}
	by := func(w ask.Way) func() ask.Ask { return func() ask.Ask { return m.deliver(it, w) } }
	if !it.own() {
		reach := m.book.Find(it.to)
		switch known := len(reach.Addresses) > 0; {
		case known && m.opt.Mailer != "" && m.book.From == "":
			add("Say whom it is from", "Your own address. Then it can be sent.", func() ask.Ask { return m.askSender() })
		case known && m.opt.Mailer != "":
			add("Send it now", "With "+m.opt.Mailer+", to "+whereTo(reach.Addresses)+".", func() ask.Ask { return m.confirm(it, reach.Addresses) })
		case !known && m.bookSays == "":
			add("Give an address", "Asked once, and kept with your journal.", func() ask.Ask { return m.askAddress(it) })
		}
		if m.book.From == "" && m.bookSays == "" && m.opt.Mailer == "" {
			defer add("Say whom it is from", "Your own address, for this draft and all others.", func() ask.Ask { return m.askSender() })
		}
		add("As a draft for your mail program", "Look at it once more there, then send it.", by(ask.AsDraft))
	}
	add("Copy the text", "To paste it wherever you write to them.", func() ask.Ask {
		m.menu = nil
		return m.copyText(it)
	})
	if !it.letter {
		add("Copy it as Markdown", "For a place that shows Markdown.", func() ask.Ask {
			m.menu = nil
			return m.copied(it, m.shown.markdown)
		})
	}
	add("As a file, in Markdown", "For a wiki, an issue, a repository.", by(ask.AsMarkdown))
	add("As a file, in HTML", "It prints well, and reads well on a phone.", by(ask.AsHTML))
	switch {
	case it.own():
	case it.letter:
		add("Say it in person or on the phone", "Just as good. Go through it aloud first.", func() ask.Ask { return m.rehearse(it) })
	default:
		add("I have told them", "In person or on the phone, just as good.", func() ask.Ask {
			m.menu = nil
			return m.told(it)
		})
	}
	return out
}

// busy reports whether something of this mistake is on its way, and says so: what goes out must not change meanwhile.
func (m *Model) busy() bool {
	for id := range m.underway {
		if strings.HasPrefix(id, m.path+"\x00") {
			m.note = "Something is on its way. When it is out, this can be changed."
			return true
		}
	}
	return false
}

// whereTo says where it goes in a few words.
func whereTo(addresses []string) string {
	if len(addresses) == 1 {
		return addresses[0]
	}
	return fmt.Sprintf("%d people, who don’t see one another", len(addresses))
}

// confirm asks once more: what is sent can't be taken back.
func (m *Model) confirm(it item, addresses []string) ask.Ask {
	title, detail := "Send it to "+m.name(it)+" now?", "Read it through once more; it stays as it is."
	switch {
	case it.exempt:
		title, detail = "Send it to "+m.name(it)+" all the same?", "It says “"+it.state+"”."
	case it.out:
		title, detail = "Send it to "+m.name(it)+" once more?", "It says “"+it.state+"”."
	case m.asks(it):
		detail = "It was made ready on " + m.day(it.ready) + " and may have gone out already."
	}
	defer func() { m.menu.back = func() ask.Ask { return m.openWays() } }()
	return m.openMenu(title, func() []choice {
		return []choice{
			{label: "Not yet", detail: detail, does: func() ask.Ask { m.menu = nil; return nil }},
			{label: "Send it", detail: "To " + strings.Join(addresses, ", ") + ". What is sent can’t be taken back.", does: func() ask.Ask { return m.send(it, addresses) }},
		}
	})
}

// takeBack asks before what is on record is taken away.
func (m *Model) takeBack(it item, change func() ask.Ask) ask.Ask {
	return m.openMenu("It says: "+it.state, func() []choice {
		return []choice{
			{label: "Leave it so", does: func() ask.Ask { m.menu = nil; return nil }},
			{label: "Take it back", detail: "It will stand here as still to be done.", does: func() ask.Ask { m.menu = nil; return change() }},
		}
	})
}

// deliver asks for a way out to be taken.
func (m *Model) deliver(it item, w ask.Way) ask.Ask {
	m.menu = nil
	m.underway[m.path+"\x00"+it.id()] = true
	if w == ask.ByCommand {
		m.note = "Sending it to " + m.name(it) + m.opt.Theme.Glyphs.Ellipsis
	}
	m.build()
	return ask.Deliver{Path: m.path, Letter: it.letter, To: it.to, Words: it.words, By: w}
}

// send sends it to the addresses that were on screen.
func (m *Model) send(it item, addresses []string) ask.Ask {
	q, _ := m.deliver(it, ask.ByCommand).(ask.Deliver)
	q.Addresses, q.Again = addresses, it.out
	return q
}

// openChoices shows what is in the report.
func (m *Model) openChoices() ask.Ask {
	if m.busy() {
		return nil
	}
	if m.locked != "" {
		m.note = m.locked
		return nil
	}
	return m.openMenu("What is in the report", m.choices)
}

func (m *Model) choices() []choice {
	r := m.entry.Report
	out := []choice{{
		label: "Signed by", state: orElse(strings.Join(r.Authors, ", "), "nobody yet"), detail: "The names below the title.",
		does: func() ask.Ask { return m.askAuthors() },
	}}
	status := choice{label: "A draft", detail: "It says so at its top. Here it becomes final.", does: func() ask.Ask {
		return m.change("", func(e *journal.Entry) { e.Report.Status = "final" })
	}}
	if r.Status == "final" {
		status = choice{label: "Final", detail: "Here it becomes a draft again.", does: func() ask.Ask {
			return m.change("", func(e *journal.Entry) { e.Report.Status = "draft" })
		}}
	}
	names := choice{label: "Names", state: "as they are", detail: "Person A, Person B and so on can stand in their place.", does: func() ask.Ask { return m.switchNames() }}
	if r.Pseudonyms {
		names.state, names.detail = "Person A, B", m.aliases()
	}
	out = append(out, status, names)
	for _, p := range report.Parts(m.entry) {
		if p.Key == "report.authors" || p.Key == "report.status" {
			continue // they stand above
		}
		c := choice{label: "[" + m.opt.Theme.Glyphs.Check + "] " + p.Title, detail: "In every copy that has this part."}
		left := report.Omits(r.Omit, p.Key)
		if left {
			c = choice{label: "[ ] " + p.Title, state: "left out", detail: "In no copy. It stays in your journal."}
		}
		c.does = func() ask.Ask { return m.omit(p.Key, !left) }
		out = append(out, c)
	}
	return out
}

// omit leaves a part out of the report, or takes it in again.
func (m *Model) omit(key string, out bool) ask.Ask {
	return m.change(strings.TrimSpace(m.old(m.items...)), func(e *journal.Entry) {
		if out {
			e.Report.Omit = report.LeaveOut(e, key)
		} else {
			e.Report.Omit = report.TakeIn(e, key)
		}
		e.Unprepare()
	})
}

// switchNames puts Person A, B … in the place of names, or takes them away.
func (m *Model) switchNames() ask.Ask {
	on := !m.entry.Report.Pseudonyms
	said := "Names are as you wrote them."
	if on {
		said = m.aliases()
	}
	return m.change(said+m.old(m.items...), func(e *journal.Entry) {
		e.Report.Pseudonyms = on
		e.Unprepare()
	})
}

// aliases says who is called what, and who keeps their name: "Person A (Dana), Person B (Sam). As it is: the support team."
func (m *Model) aliases() string {
	var out []string
	for _, a := range report.Aliases(m.entry, m.book.GroupNames()) {
		out = append(out, a.As+" ("+theme.Clean(a.Name)+")")
	}
	said := orElse(strings.Join(out, ", "), "No person is named in this mistake") + "."
	if kept := report.Kept(m.entry, m.book.GroupNames()); len(kept) > 0 {
		said += " As it is: " + theme.Clean(strings.Join(kept, ", ")) + "."
	}
	return said + " Read it through: other words may still tell who it is."
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
