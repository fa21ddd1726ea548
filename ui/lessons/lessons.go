// Package lessons is the list of what was learned, and the lesson that is opened, beside the list or over it.
//
// Goals: a lesson is there at once and rendered a moment later, its neighbors are made ready; the way to its story and to
// the mistake it came from is one key. Non-goals: rendering, reading entries, deciding when a lesson comes back.
package lessons

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/shelf"
	"bounceback/ui/ask"
	"bounceback/ui/config"
	"bounceback/ui/filter"
	"bounceback/ui/keys"
	"bounceback/ui/sheet"
	"bounceback/ui/theme"
)

// WideFrom is the width from which on list and lesson stand side by side.
const WideFrom = 110

// Options is what the pane is made of.
type Options struct {
	Theme *theme.Theme
	Keys  config.Keys
	Now   func() time.Time
}

// Model is the pane. Create it with New.
type Model struct {
	theme *theme.Theme
	keys  bindings
	now   func() time.Time
	rows  *filter.List

	w, h    int
	all     []*shelf.Card
	shown   []row
	byTheme bool
	open    bool // the lesson has the keys
	story   bool // its story is shown instead

	entries map[string]*whole
	sheet   sheet.Model
	onSheet string // what the sheet shows: path and which of the two texts
	renders sheet.Renders
}

// whole is an entry that was asked for.
type whole struct {
	card  *shelf.Card    // the card when it was asked for: another one means that the entry changed
	entry *journal.Entry // nil until it is there
}

type bindings struct {
	keys.List
	Theme, Story, Origin, Copy key.Binding
}

// New returns an empty pane.
func New(o Options) *Model {
	bind := func(action string) key.Binding { return keys.Bind(o.Keys.Binding(action)) }
	return &Model{
		theme: o.Theme, now: o.Now, rows: filter.NewList(o.Theme, o.Keys),
		entries: make(map[string]*whole),
		keys: bindings{
			List: keys.NewList(o.Keys), Theme: bind("by_theme"), Story: bind("story"), Origin: bind("origin"),
			Copy: bind("copy"),
		},
	}
}

// SetTheme changes the looks.
func (m *Model) SetTheme(t *theme.Theme) {
	m.theme = t
	m.rows.Filter.SetTheme(t)
	m.renders.Restyle()
	m.show()
}

// SetSize sets the size in cells, frames and all.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = max(w, 0), max(h, 0)
	m.layout()
}

// SetCards shows the lessons of these cards, in their order when they stand by time. Cards that hold no lesson are left out.
func (m *Model) SetCards(cards []*shelf.Card) {
	m.all = m.all[:0:0]
	for _, c := range cards {
		if c.IsLesson() {
			m.all = append(m.all, c)
		}
	}
	m.list()
}

// Selected returns the path of the mistake behind the selected lesson.
func (m *Model) Selected() (path string, ok bool) {
	c, ok := m.card()
	if !ok {
		return "", false
	}
	return c.Path, true
}

// SelectPath selects the lesson of an entry and reports whether it is in the list.
func (m *Model) SelectPath(path string) bool {
	for i, r := range m.shown {
		if r.card.Path == path {
			m.rows.SelectIndex(i)
			m.show()
			return true
		}
	}
	return false
}

func (m *Model) card() (*shelf.Card, bool) {
	if i := m.rows.Index(); i >= 0 && i < len(m.shown) {
		return m.shown[i].card, true
	}
	return nil, false
}

// wide reports whether the lesson stands beside the list.
func (m *Model) wide() bool { return m.w >= WideFrom }

// visible reports whether a lesson is on screen.
func (m *Model) visible() bool { return m.open || m.wide() }

// Writing reports whether the filter takes the keys.
func (m *Model) Writing() bool { return m.rows.Filter.Writing() }

// Bindings are the keys that do something now, the most important first.
func (m *Model) Bindings() []key.Binding {
	if m.rows.Filter.Writing() {
		return m.rows.Filter.Bindings()
	}
	k := m.keys
	c, ok := m.card()
	if !ok {
		if m.rows.Filter.Query() != "" {
			return []key.Binding{keys.As(k.Back, "show everything"), k.Filter}
		}
		return nil
	}
	var out []key.Binding
	if m.open {
		out = append(out, k.Back)
	} else {
		out = append(out, keys.As(k.Open, "read"))
	}
	if c.HasStory {
		story := k.Story
		if m.story {
			story = keys.As(story, "the lesson")
		}
		out = append(out, story)
	}
	out = append(out, k.Origin, k.Copy)
	if !m.open {
		other := "by theme"
		if m.byTheme {
			other = "by time"
		}
		out = append(out, keys.As(k.Theme, other), k.Filter)
		if m.rows.Filter.Query() != "" {
			out = append(out, keys.As(k.Back, "show everything"))
		}
	}
	return append(out, k.Moves()...)
}

// Update takes a key, a paste or the mouse; the mouse's place is relative to the pane.
func (m *Model) Update(msg tea.Msg) (tea.Cmd, ask.Ask) {
	var cmd tea.Cmd
	var a ask.Ask
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if m.rows.Filter.Writing() {
			cmd = m.typed(msg)
		} else {
			a = m.pressed(msg)
		}
	case tea.PasteMsg:
		if m.rows.Filter.Writing() {
			cmd = m.typed(msg)
		}
	case tea.MouseClickMsg:
		m.clicked(msg)
	case tea.MouseWheelMsg:
		m.wheel(msg)
	}
	m.show()
	return cmd, ask.Both(a, m.Wants())
}

// typed takes what goes to the filter.
func (m *Model) typed(msg tea.Msg) tea.Cmd {
	changed, cmd := m.rows.Typed(msg)
	if changed {
		m.list()
	}
	m.layout()
	return cmd
}

func (m *Model) pressed(msg tea.KeyPressMsg) ask.Ask {
	k := m.keys
	switch {
	case m.open && k.MovePage(msg, &m.sheet):
	case k.Move(msg, m.rows):
	case key.Matches(msg, k.Back):
		m.back()
	case m.open:
		return m.act(msg)
	case key.Matches(msg, k.Filter):
		if len(m.all) > 0 {
			m.rows.Filter.Begin()
			m.layout()
		}
	case key.Matches(msg, k.Theme):
		m.byTheme = !m.byTheme
		m.list()
	default:
		return m.act(msg)
	}
	return nil
}

// back closes the story, then the lesson, then the filter.
func (m *Model) back() {
	switch {
	case m.visible() && m.story:
		m.story = false
	case m.open:
		m.open = false
	case m.rows.Filter.Query() != "":
		m.rows.Filter.Clear()
		m.list()
	}
	m.layout()
}

// act does what a key means for the selected lesson.
func (m *Model) act(msg tea.KeyPressMsg) ask.Ask {
	c, ok := m.card()
	if !ok {
		return nil
	}
	switch k := m.keys; {
	case key.Matches(msg, k.Open):
		m.open = true
	case key.Matches(msg, k.Story) && c.HasStory:
		m.story = !m.story
		m.open = m.open || !m.wide()
	case key.Matches(msg, k.Origin):
		return ask.Read{Path: c.Path}
	case key.Matches(msg, k.Copy):
		return ask.Copy{Text: plain(c), Said: "The lesson is on the clipboard."}
	}
	m.layout()
	return nil
}
