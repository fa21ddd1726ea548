// Package timeline is the list of all mistakes, and the summary of the one that is selected.
//
// Goals: what happened when, how far each mistake has come, and the way to go on, at a glance and a key; a list of 10,000
// feels like one of 10, because only the rows in sight are drawn.
//
// Non-goals: finding, ordering and reading entries: the pane is handed cards in their order, and asks for the rest.
package timeline

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
	"bounceback/ui/rows"
	"bounceback/ui/theme"
)

// Options is what a timeline is made of.
type Options struct {
	Theme *theme.Theme
	Keys  config.Keys
	Now   func() time.Time
}

// Model is the timeline. Create it with New.
type Model struct {
	theme *theme.Theme
	keys  bindings
	now   func() time.Time
	rows  *filter.List

	w, h int
	wide bool
	// unfocused is set while another pane has the keys.
	unfocused bool
	order     shelf.Order
	cards     []*shelf.Card
	at        map[string]int // path to place in cards
	total     int
	loading   bool
	trashed   bool // something went to the trash from here, so that there is something to bring back

	peek   *journal.Entry // the whole entry of peekOf
	peekOf string
	asked  *shelf.Card // the card whose entry was last asked for; another one of its path means that the entry changed
}

type bindings struct {
	keys.List
	Read, Sort, Trash, Undo, Editor, Share key.Binding
	capture                                string // the key to name in an empty journal
}

// New returns an empty timeline, still loading.
func New(o Options) *Model {
	bind := func(action string) key.Binding { return keys.Bind(o.Keys.Binding(action)) }
	return &Model{
		theme: o.Theme, now: o.Now, rows: filter.NewList(o.Theme, o.Keys), loading: true,
		keys: bindings{
			List: keys.NewList(o.Keys), Read: bind("timeline_read"), Sort: bind("sort"),
			Trash: bind("timeline_trash"), Undo: bind("timeline_undo"), Editor: bind("timeline_editor"), Share: bind("timeline_share"),
			capture: o.Keys.Binding("capture").Shown(),
		},
	}
}

// SetTheme changes the looks.
func (m *Model) SetTheme(t *theme.Theme) {
	m.theme = t
	m.rows.Filter.SetTheme(t)
}

// SetSize sets the size in cells, frame and all.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = max(w, 0), max(h, 0)
	m.layout()
}

// SetWide says whether the summary is shown, and so whether it is worth asking for whole entries.
func (m *Model) SetWide(wide bool) { m.wide = wide }

// SetFocused says whether the timeline has the keys, which its frame shows.
func (m *Model) SetFocused(focused bool) { m.unfocused = !focused }

// SetOrder says in which order the cards come.
func (m *Model) SetOrder(o shelf.Order) {
	if m.order != o {
		m.order = o
		m.list()
	}
}

// SetCards shows the cards that match a query, out of total. An answer to another query than the one that stands in the
// filter is late, and dropped. The selection stays with its entry.
func (m *Model) SetCards(cards []*shelf.Card, total int, query string, loading bool) {
	if query != m.rows.Filter.Query() {
		return
	}
	m.cards, m.total, m.loading = cards, total, loading
	m.list()
}

// list hands the cards to the list.
func (m *Model) list() {
	m.at = make(map[string]int, len(m.cards))
	for i, c := range m.cards {
		m.at[c.Path] = i
	}
	m.rows.SetList(rows.List{
		Count: len(m.cards),
		ID:    func(i int) string { return m.cards[i].Path },
		Index: func(id string) int {
			if i, ok := m.at[id]; ok {
				return i
			}
			return -1
		},
		Heading:   func(i int) bool { return i == 0 || m.group(i) != m.group(i-1) },
		Head:      m.head,
		Row:       m.row,
		RowHeight: 2,
	})
	m.layout()
}

// layout gives the list its room.
func (m *Model) layout() {
	m.rows.SetSize(m.w, m.h, m.count())
}

// Selected returns the path of the selected entry.
func (m *Model) Selected() (path string, ok bool) { return m.rows.Selected() }

// SelectPath selects an entry and reports whether it is in the list.
func (m *Model) SelectPath(path string) bool { return m.rows.Select(path) }

// Visible returns the paths of the entries on screen.
func (m *Model) Visible() []string {
	first, last := m.rows.Visible()
	var out []string
	for _, c := range m.cards[first:last] {
		out = append(out, c.Path)
	}
	return out
}

// SetPeek hands in the whole entry behind a row.
func (m *Model) SetPeek(path string, e *journal.Entry) { m.peekOf, m.peek = path, e }

// Peeked returns what was handed in of an entry, and nil when it is another one's.
func (m *Model) Peeked(path string) *journal.Entry {
	if m.peekOf != path {
		return nil
	}
	return m.peek
}

// Wants returns what the summary of the selected entry still needs, and nil when that was asked for already. Ask it after
// a change from outside; Update's own ask has it.
func (m *Model) Wants() ask.Ask {
	c, ok := m.card()
	if !m.wide || !ok || c.Broken != "" || m.asked == c {
		return nil
	}
	m.asked = c
	return ask.Peek{Path: c.Path}
}

func (m *Model) card() (*shelf.Card, bool) {
	if i := m.rows.Index(); i >= 0 && i < len(m.cards) {
		return m.cards[i], true
	}
	return nil, false
}

// Writing reports whether the filter takes the keys.
func (m *Model) Writing() bool { return m.rows.Filter.Writing() }

// Bindings are the keys that do something now, the most important first.
func (m *Model) Bindings() []key.Binding {
	if m.rows.Filter.Writing() {
		return m.rows.Filter.Bindings()
	}
	k := m.keys
	c, ok := m.card()
	var out []key.Binding
	switch {
	case !ok:
	case reads(c):
		out = append(out, keys.As(k.Open, "read"))
	default:
		out = append(out, k.Open, k.Read)
	}
	if m.rows.Filter.Query() != "" {
		out = append(out, keys.As(k.Back, "show everything"))
	}
	if m.total > 0 {
		out = append(out, k.Filter, k.Sort)
	}
	if ok {
		out = append(out, k.Trash)
	}
	if m.total > 0 || m.trashed {
		out = append(out, k.Undo)
	}
	if ok {
		out = append(out, k.Share, k.Editor)
		out = append(out, k.Moves()...)
	}
	return out
}

// reads reports whether opening a card means reading it.
func reads(c *shelf.Card) bool { return c.Mended || c.Broken != "" }

// Update takes a key, a paste or the mouse; the mouse's place is relative to the pane.
func (m *Model) Update(msg tea.Msg) (tea.Cmd, ask.Ask) {
	var cmd tea.Cmd
	var a ask.Ask
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if m.rows.Filter.Writing() {
			cmd, a = m.typed(msg)
		} else {
			a = m.pressed(msg)
		}
	case tea.PasteMsg:
		if m.rows.Filter.Writing() {
			cmd, a = m.typed(msg)
		}
	case tea.MouseClickMsg:
		if again, _ := m.rows.Clicked(msg); again {
			c, _ := m.card()
			a = open(c)
		}
	case tea.MouseWheelMsg:
		m.rows.Wheel(msg)
	}
	if a == nil {
		a = m.Wants()
	}
	return cmd, a
}

// typed takes what goes to the filter, and asks for other rows when the query is another one by now.
func (m *Model) typed(msg tea.Msg) (tea.Cmd, ask.Ask) {
	changed, cmd := m.rows.Typed(msg)
	m.layout()
	if changed {
		return cmd, ask.Filter{Query: m.rows.Filter.Query()}
	}
	return cmd, nil
}

func (m *Model) pressed(msg tea.KeyPressMsg) ask.Ask {
	k := m.keys
	switch {
	case k.Move(msg, m.rows):
	case key.Matches(msg, k.Filter):
		if m.total > 0 {
			m.rows.Filter.Begin()
			m.layout()
		}
	case key.Matches(msg, k.Back):
		if m.rows.Filter.Query() != "" {
			m.rows.Filter.Clear()
			m.layout()
			return ask.Filter{}
		}
	case key.Matches(msg, k.Sort):
		return ask.Sort{}
	case key.Matches(msg, k.Undo):
		return ask.Untrash{}
	default:
		return m.act(msg)
	}
	return nil
}

// act does what a key means for the selected entry.
func (m *Model) act(msg tea.KeyPressMsg) ask.Ask {
	c, ok := m.card()
	if !ok {
		return nil
	}
	switch k := m.keys; {
	case key.Matches(msg, k.Open):
		return open(c)
	case key.Matches(msg, k.Read):
		return ask.Read{Path: c.Path}
	case key.Matches(msg, k.Trash):
		m.trashed = true
		return ask.Trash{Path: c.Path}
	case key.Matches(msg, k.Editor):
		return ask.Editor{Path: c.Path}
	case key.Matches(msg, k.Share) && c.Broken == "":
		return ask.Share{Path: c.Path}
	}
	return nil
}

func open(c *shelf.Card) ask.Ask {
	if reads(c) {
		return ask.Read{Path: c.Path}
	}
	return ask.Open{Path: c.Path}
}
