// Package next is the list of what waits for the person.
//
// Goals: what to do, in words, and a key that leads there. Non-goals: deciding what waits (journal, journal/shelf),
// counting it, reminding of it.
package next

import (
	"fmt"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/shelf"
	"bounceback/ui/ask"
	"bounceback/ui/config"
	"bounceback/ui/keys"
	"bounceback/ui/mouse"
	"bounceback/ui/page"
	"bounceback/ui/rows"
	"bounceback/ui/sheet"
	"bounceback/ui/theme"
)

// nothing is what an empty list says.
const nothing = "Nothing waits for you."

const (
	widest     = 76 // cells
	highest    = 26 // rows
	wheelLines = 2
)

// Options is what the overlay is made of.
type Options struct {
	Theme *theme.Theme
	Keys  config.Keys
	Now   func() time.Time
}

// Model is the overlay. Create it with New.
type Model struct {
	theme *theme.Theme
	list  keys.List
	now   func() time.Time
	rows  *rows.Model
	items []shelf.Waiting
	w, h  int // of the screen
}

// New returns an empty overlay.
func New(o Options) *Model {
	return &Model{theme: o.Theme, list: keys.NewList(o.Keys), now: o.Now, rows: rows.New()}
}

// SetTheme changes the looks.
func (m *Model) SetTheme(t *theme.Theme) { m.theme = t }

// SetSize sets the size of the screen that the overlay stands on; Box tells its own.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = max(w, 0), max(h, 0)
	m.layout()
}

// Box returns the size of what View draws.
func (m *Model) Box() (w, h int) {
	return max(min(widest, m.w-4), 0), max(min(max(2*len(m.items), 3)+2, m.h-4, highest), min(m.h, 4))
}

func (m *Model) layout() {
	w, h := m.Box()
	m.rows.SetSize(max(w-2, 0), max(h-2, 0))
}

// SetWaiting shows what waits, in its order. The selection stays with what is selected.
func (m *Model) SetWaiting(items []shelf.Waiting) {
	m.items = items
	ids := identities(items)
	m.rows.SetList(rows.List{
		Count: len(items), ID: func(i int) string { return ids[i] }, Row: m.row, RowHeight: 2,
	})
	m.layout()
}

// First selects the first row, as when the overlay opens.
func (m *Model) First() { m.rows.Top() }

// identities tells one thing from another by what it is, also when two of one entry have the same words.
func identities(items []shelf.Waiting) []string {
	seen := make(map[string]int, len(items))
	out := make([]string, len(items))
	for i, it := range items {
		id := fmt.Sprintf("%s\x00%d\x00%s\x00%s", it.Card.Path, it.Wait.Kind, it.Wait.Step, it.Wait.Text)
		out[i] = fmt.Sprintf("%s\x00%d", id, seen[id])
		seen[id]++
	}
	return out
}

// Writing is always false.
func (m *Model) Writing() bool { return false }

// Cursor is always nil.
func (m *Model) Cursor() *tea.Cursor { return nil }

// Bindings are the keys that do something now, the most important first.
func (m *Model) Bindings() []key.Binding {
	if len(m.items) == 0 {
		return []key.Binding{m.list.Back}
	}
	return append([]key.Binding{m.list.Open, m.list.Back}, m.list.Moves()...)
}

// Update takes a key or the mouse; the mouse's place is relative to the box.
func (m *Model) Update(msg tea.Msg) (tea.Cmd, ask.Ask) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch {
		case m.list.Move(msg, m.rows):
		case key.Matches(msg, m.list.Back):
			return nil, ask.Back{}
		case key.Matches(msg, m.list.Open):
			return nil, m.open()
		}
	case tea.MouseClickMsg:
		return nil, m.clicked(msg)
	case tea.MouseWheelMsg:
		m.rows.Scroll(mouse.Lines(msg, wheelLines))
	}
	return nil, nil
}

func (m *Model) open() ask.Ask {
	i := m.rows.Index()
	if i < 0 {
		return nil
	}
	it := m.items[i]
	switch it.Wait.Kind {
	case journal.WaitReport, journal.WaitApology:
		return ask.Share{Path: it.Card.Path, Letter: it.Wait.Kind == journal.WaitApology, To: it.Wait.Text}
	}
	return ask.Open{Path: it.Card.Path, Step: it.Wait.Step}
}

// clicked selects the row under the mouse, and opens the one that is selected already.
func (m *Model) clicked(msg tea.MouseClickMsg) ask.Ask {
	w, _ := m.Box()
	if msg.Button != tea.MouseLeft || msg.X < 1 || msg.X > w-2 {
		return nil
	}
	id, ok := m.rows.At(msg.Y - 1)
	if !ok {
		return nil
	}
	if selected, _ := m.rows.Selected(); selected == id {
		return m.open()
	}
	m.rows.Select(id)
	return nil
}

// View draws the box.
func (m *Model) View() string {
	w, h := m.Box()
	if len(m.items) == 0 {
		return m.theme.Frame("What waits", sheet.Notice(m.theme, w-2, h-2, nothing), w, h, true)
	}
	box := m.theme.Frame("What waits", m.rows.View(), w, h, true)
	if _, below := m.rows.More(); below {
		return m.goesOn(box)
	}
	return box
}

// goesOn opens the lower border near its end: there is more below it. In a box too narrow for that the border stays whole.
func (m *Model) goesOn(box string) string {
	g := m.theme.Glyphs
	at := strings.LastIndexByte(box, '\n') + 1
	closed := strings.Repeat(g.H, theme.Width(g.Ellipsis)+3) + g.BR
	return box[:at] + strings.Replace(box[at:], closed, " "+g.Ellipsis+" "+g.H+g.BR, 1)
}

// row draws one thing on two lines.
func (m *Model) row(i, w int, selected bool) []string {
	t, it := m.theme, m.items[i]
	bar, first, second := " ", t.Text, t.Dim
	if selected {
		bar, first, second = t.Bar.Render(t.Glyphs.Bar), t.Selected, t.SelectedDim
	}
	title := theme.Clean(it.Card.Name())
	since := page.Since(it.Wait, m.now())
	if since != "" {
		since = " " + t.Glyphs.Dot + " " + since
	}
	room := max(w-1-theme.Width(since), 0)
	return []string{
		bar + first.Render(t.Cut(theme.Clean(page.What(it.Wait)), w-1)),
		bar + second.Render(t.Cut(t.Cut(title, room)+since, w-1)),
	}
}
