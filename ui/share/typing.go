package share

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/contacts"
	"bounceback/ui/ask"
	"bounceback/ui/prose"
	"bounceback/ui/theme"
)

// typing is a question with an answer of one line.
type typing struct {
	question, why string
	field         *prose.Model
	check         func(text string) (wrong string) // why an answer can't be taken; nil where every one can
	done          func(text string) ask.Ask
}

func (m *Model) askFor(question, why, text string, done func(string) ask.Ask) ask.Ask {
	m.note, m.warning = "", ""
	if kept, ok := m.kept[m.path+"\x00"+question]; ok {
		text = kept
	}
	m.typing = &typing{question: question, why: why, field: m.newField(text), done: done}
	return nil
}

// typed takes what is typed: enter takes the answer, esc leaves things as they are.
func (m *Model) typed(msg tea.Msg) (tea.Cmd, ask.Ask) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(k, m.keys.leave):
			m.kept[m.path+"\x00"+m.typing.question] = m.typing.field.Text() // for the next time
			m.typing = nil
			return nil, nil
		case k.String() == "enter" || k.String() == "tab":
			t := m.typing
			text := strings.TrimSpace(t.field.Text())
			if t.check != nil && text != "" {
				if m.warning = theme.Sentence(t.check(text)); m.warning != "" {
					return nil, nil // it stays, to be mended
				}
			}
			m.typing = nil
			delete(m.kept, m.path+"\x00"+t.question)
			return nil, t.done(text)
		}
	}
	m.warning = ""
	_, cmd := m.typing.field.Update(msg)
	return cmd, nil
}

func (m *Model) askAddress(it item) ask.Ask {
	known := ""
	if r := m.book.Find(it.to); len(r.Addresses) == 1 && !r.Group {
		known = r.Addresses[0]
	}
	if known != "" {
		m.note = "That is <" + theme.Clean(known) + ">. To change it, edit contacts.toml in your journal."
		return nil
	}
	m.askFor("Where do you write to "+m.name(it)+"?", "A mail address. It is kept in contacts.toml, beside your mistakes.", "", func(s string) ask.Ask {
		_, address, _ := contacts.Sender(s) // with a name before it, as mail programs copy it
		if address == "" {
			return nil
		}
		return ask.Address{Name: strings.TrimSpace(it.to), Address: address}
	})
	m.typing.check = wrongAddress
	return nil
}

func wrongAddress(s string) string {
	_, _, wrong := contacts.Sender(s)
	if wrong != "" {
		wrong = "it can’t be written to: " + wrong
	}
	return wrong
}

func (m *Model) askSender() ask.Ask {
	m.askFor("Whom are your letters from?", "Like Sam Rivera <sam@example.com>. It is kept in contacts.toml.", m.book.From, func(s string) ask.Ask {
		if s == "" || s == m.book.From {
			return nil
		}
		return ask.Address{Address: s}
	})
	m.typing.check = wrongAddress
	return nil
}

func (m *Model) askExempt(it item) ask.Ask {
	was := ""
	if n := m.entry.Notice(it.to); n != nil {
		was = n.Exempt
	}
	return m.askFor("Why need "+m.name(it)+" not hear?", "Like “was in the room”. It stays with you. Nothing here means that they must hear after all.", was, func(s string) ask.Ask {
		switch {
		case s == was:
			return nil
		case s == "":
			return m.change(m.name(it)+" must hear of it again.", func(e *journal.Entry) { e.Exempt(it.to, "") })
		}
		return m.change(m.name(it)+" need not hear.", func(e *journal.Entry) { e.Exempt(it.to, s) })
	})
}

// askReader adds somebody; a name that the mistake has and the list has not stands there already.
func (m *Model) askReader(name string) ask.Ask {
	m.askFor("Who must hear of it?", "A name, or several people at once, such as “the support team”.", name, func(s string) ask.Ask {
		if s == "" {
			return nil
		}
		m.want = itemID(false, s, "")
		return m.change(theme.Clean(s)+" is in the list.", func(e *journal.Entry) { e.Must(s) })
	})
	m.typing.field.SelectAll() // another name takes its place
	return nil
}

func (m *Model) askAuthors() ask.Ask {
	return m.askFor("Who signs the report?", "Names, with commas between them.", strings.Join(m.entry.Report.Authors, ", "), func(s string) ask.Ask {
		var names []string
		for n := range strings.SplitSeq(s, ",") {
			if n = strings.TrimSpace(n); n != "" {
				names = append(names, n)
			}
		}
		return m.change("", func(e *journal.Entry) { e.Report.Authors = names })
	})
}
