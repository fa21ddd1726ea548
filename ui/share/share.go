// Package share is what leaves the journal of one mistake: its report with everybody who must hear of it, and its letters. A
// list of readers stands beside the text that the selected one gets, word for word.
//
// Goals: nobody sends what they have not seen; who has what, in one look; telling, sending, leaving out and new names in a key
// or two. What cannot be taken back, sending, is asked once more.
//
// Non-goals: making documents (journal/report), sending them (the App does, when it hears [ask.Deliver]), writing an apology
// (the guide).
//
// Where things are: the readers in items.go, what stands in their place (ways to send, choices) in menu.go, one-line answers
// in typing.go, what keys do in keys.go, the text of the selected one in text.go, the picture in view.go.
package share

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/contacts"
	"bounceback/ui/ask"
	"bounceback/ui/config"
	"bounceback/ui/field"
	"bounceback/ui/mouse"
	"bounceback/ui/prose"
	"bounceback/ui/rows"
	"bounceback/ui/sheet"
	"bounceback/ui/theme"
)

// Options are what the pane is made of.
type Options struct {
	Theme *theme.Theme
	Keys  config.Keys
	Now   func() time.Time
	// Mailer names the command that sends mail, such as "msmtp"; "" when there is none.
	Mailer string
}

// Model is the pane. Create it with New.
type Model struct {
	opt  Options
	keys bindings
	w, h int

	path     string
	entry    *journal.Entry
	locked   string // why the entry can't be changed; "" when it can
	book     contacts.Book
	bookSays string // why the contacts can't be read

	rows   *rows.Model
	items  []item
	menu   *menu             // stands in the place of the rows; nil when they are there
	typing *typing           // an answer being typed; nil when none is
	kept   map[string]string // answers that were begun and left, by their question
	want   string            // who is to be selected once they are in the list
	onText bool              // the text has the moving keys

	plain    bool // the text as it goes out, without any looks
	shown    text // of the selected reader
	sheet    sheet.Model
	renders  sheet.Renders
	readied  map[string]bool // what was made ready while the pane is open: nobody is asked about it yet
	underway map[string]bool // what is being sent or made ready, of any entry: by its path and its id
	note     string          // one calm line about what just happened
	warning  string          // what went wrong, until the next key
}

// New returns an empty pane.
func New(o Options) *Model {
	return &Model{opt: o, keys: newBindings(o.Keys), rows: rows.New(), underway: map[string]bool{}, kept: map[string]string{}}
}

// Open shows an entry, with the selection on the report or the letter of to; without a name, on the first that still has to
// go out. locked says why the entry can only be read, or is "".
func (m *Model) Open(path string, e *journal.Entry, locked string, letter bool, to string) {
	*m = Model{opt: m.opt, keys: m.keys, w: m.w, h: m.h, rows: rows.New(), book: m.book, bookSays: m.bookSays, underway: m.underway,
		kept: m.kept, plain: m.plain, readied: map[string]bool{}}
	m.path, m.entry, m.locked = path, e, locked
	m.build()
	m.rows.SelectIndex(m.first(letter, to))
	m.layout()
}

// Path returns the path of the entry.
func (m *Model) Path() string { return m.path }

// Moved says that the file of the entry has another path by now.
func (m *Model) Moved(path string) { m.path = path }

// Entry returns a copy of the entry as it is shown.
func (m *Model) Entry() journal.Entry {
	if m.entry == nil {
		return journal.Entry{}
	}
	return m.entry.Clone()
}

// SetEntry shows the entry as it is by now. The selection stays with its reader.
func (m *Model) SetEntry(e *journal.Entry) {
	m.entry = e
	m.build()
	if m.want != "" && m.rows.Select(m.want) {
		m.want = ""
	}
	m.refreshMenu()
	m.layout()
}

// SetBook tells where people can be written to; problem says why that can't be read, or is "".
func (m *Model) SetBook(b contacts.Book, problem string) {
	m.book, m.bookSays = b, problem
	if m.entry != nil {
		m.build()
		m.refreshMenu()
		m.layout()
	}
}

// Delivered says how a delivery ended; problem is "" when it went well, and then said tells what is noted.
func (m *Model) Delivered(q ask.Deliver, said, problem string) {
	id := itemID(q.Letter, q.To, q.Words)
	delete(m.underway, q.Path+"\x00"+id)
	if q.Path != m.path {
		return
	}
	if it := (item{letter: q.Letter, to: q.To}); problem == "" && q.By == ask.ByCommand && m.apologizes(it) && m.entry.Apology(q.To, "").Unsaid() {
		said += " Your apology was in it: if that was all of it, " + m.keys.told.Help().Key + " on the letter says so."
	}
	m.note, m.warning = said, problem
	if problem == "" && q.By != ask.ByCommand {
		m.readied[id] = true
	}
	m.build()
	m.layout()
}

// Said shows a line about what was done elsewhere; problem is what went wrong, or "".
func (m *Model) Said(said, problem string) { m.note, m.warning = said, problem }

// SetTheme changes the looks.
func (m *Model) SetTheme(t *theme.Theme) {
	m.opt.Theme = t
	m.renders.Restyle()
	if m.entry != nil {
		m.build()
		m.layout()
	}
}

// SetSize sets the size in cells, frames and all.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = max(w, 0), max(h, 0)
	m.layout()
}

// SetRendered takes in an answer to ask.Render; one that nobody waits for is dropped.
func (m *Model) SetRendered(key string, width int, text string) {
	if m.renders.Set(key, width, text) {
		m.layout()
	}
}

// Writing reports whether keys are text.
func (m *Model) Writing() bool { return m.typing != nil }

// Toggle gives the moving keys to the text, or back to the list.
func (m *Model) Toggle() { m.onText = !m.onText }

// Update takes a key, a paste or the mouse; the mouse's place is relative to the pane.
func (m *Model) Update(msg tea.Msg) (tea.Cmd, ask.Ask) {
	if m.entry == nil {
		return nil, nil
	}
	var cmd tea.Cmd
	var a ask.Ask
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch {
		case m.typing != nil:
			cmd, a = m.typed(msg)
		case m.menu != nil:
			a = m.menuKey(msg)
		default:
			a = m.pressed(msg)
		}
	case tea.PasteMsg:
		if m.typing != nil {
			cmd, a = m.typed(msg)
		}
	case tea.MouseClickMsg:
		a = m.clicked(msg)
	case tea.MouseWheelMsg:
		m.wheel(msg)
	}
	m.layout()
	return cmd, ask.Both(a, m.Wants())
}

// wheelLines is how far one notch of the wheel goes.
const wheelLines = 3

func (m *Model) wheel(msg tea.MouseWheelMsg) {
	list, _ := m.split()
	if list.has(msg.X, msg.Y) && m.menu == nil {
		m.rows.Scroll(mouse.Lines(msg, 1))
		return
	}
	m.sheet.Move(mouse.Lines(msg, wheelLines))
}

func (m *Model) clicked(msg tea.MouseClickMsg) ask.Ask {
	list, _ := m.split()
	if msg.Button != tea.MouseLeft || m.typing != nil {
		return nil
	}
	if m.onText = !list.has(msg.X, msg.Y); m.onText {
		return nil
	}
	line := msg.Y - list.y - 1
	if room := list.h - 2 - len(m.noteLines(list.w-4)); line < 0 || line >= room {
		return nil
	}
	if m.menu != nil {
		if at := line - m.menu.from; at >= 0 && at < len(m.menu.choices) {
			if at == m.menu.at {
				return m.take()
			}
			m.menu.at = at
		}
		return nil
	}
	id, ok := m.rows.At(line)
	if !ok {
		return nil
	}
	m.note, m.warning = "", ""
	if selected, _ := m.rows.Selected(); selected == id {
		return m.openWays()
	}
	m.rows.Select(id)
	return nil
}

// Cursor returns the text cursor, relative to the pane; nil when nobody types.
func (m *Model) Cursor() *tea.Cursor {
	if m.typing == nil {
		return nil
	}
	x, y, ok := m.typing.field.Cursor()
	at := m.fieldRect()
	if !ok || at.y+y >= m.h || at.x+x >= m.w {
		return nil
	}
	return tea.NewCursor(at.x+x, at.y+y)
}

// newField returns the field of a one-line answer.
func (m *Model) newField(text string) *prose.Model {
	f := field.OneLine(m.opt.Theme, m.opt.Keys, "")
	f.SetText(text)
	f.Focus()
	return f
}
