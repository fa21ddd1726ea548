package lessons

import (
	"slices"
	"strings"

	"bounceback/journal/shelf"
	"bounceback/journal/when"
	"bounceback/ui/filter"
	"bounceback/ui/page"
	"bounceback/ui/rows"
	"bounceback/ui/theme"
)

// row is one line of the list: a lesson under a heading. By theme, a lesson stands under each of its tags.
type row struct {
	card *shelf.Card
	head string
	id   string
}

// list makes the rows out of the cards, the filter and the way they are grouped.
func (m *Model) list() {
	q, now := m.rows.Filter.Parsed(), m.now()
	var cards []*shelf.Card
	for _, c := range m.all {
		if q.Empty() || q.Match(c, now) {
			cards = append(cards, c)
		}
	}
	if m.byTheme {
		m.shown = byTheme(cards)
	} else {
		m.shown = byTime(cards)
	}
	at := make(map[string]int, len(m.shown))
	for i, r := range m.shown {
		at[r.id] = i
	}
	path, _ := m.rows.Selected()
	m.rows.SetList(rows.List{
		Count: len(m.shown),
		ID:    func(i int) string { return m.shown[i].id },
		Index: func(id string) int {
			if i, ok := at[id]; ok {
				return i
			}
			return -1
		},
		Heading:   func(i int) bool { return i == 0 || m.shown[i].head != m.shown[i-1].head },
		Head:      m.head,
		Row:       m.row,
		RowHeight: 2,
	})
	m.follow(path)
	m.layout()
}

// follow keeps the selection on its lesson when the grouping has changed.
func (m *Model) follow(id string) {
	path, _, _ := strings.Cut(id, "\x00")
	if c, ok := m.card(); !ok || path == "" || c.Path == path {
		return
	}
	for i, r := range m.shown {
		if r.card.Path == path {
			m.rows.SelectIndex(i)
			return
		}
	}
}

func byTime(cards []*shelf.Card) []row {
	out := make([]row, len(cards))
	for i, c := range cards {
		head := "without a date"
		if at := moment(c); !at.IsZero() {
			head = at.Day().Format("January 2006")
		}
		out[i] = row{card: c, head: head, id: c.Path + "\x00"}
	}
	return out
}

// byTheme groups by tag, in the order of the alphabet; lessons without a tag come last. The tag is written as in the first
// lesson that has it.
func byTheme(cards []*shelf.Card) []row {
	type group struct {
		name string
		rows []row
	}
	groups := make(map[string]*group)
	var order []string
	var rest []row
	for _, c := range cards {
		tagged := false
		for _, tag := range c.Tags {
			name := strings.TrimSpace(theme.Clean(tag))
			k := shelf.Fold(name)
			if k == "" {
				continue
			}
			g := groups[k]
			if g == nil {
				g = &group{name: name}
				groups[k] = g
				order = append(order, k)
			}
			if id := c.Path + "\x00" + k; len(g.rows) == 0 || g.rows[len(g.rows)-1].id != id {
				g.rows = append(g.rows, row{card: c, head: g.name, id: id})
			}
			tagged = true
		}
		if !tagged {
			rest = append(rest, row{card: c, head: "no theme", id: c.Path + "\x00"})
		}
	}
	slices.Sort(order)
	var out []row
	for _, k := range order {
		out = append(out, groups[k].rows...)
	}
	return append(out, rest...)
}

func moment(c *shelf.Card) when.Moment {
	if c.Happened.IsZero() {
		return c.Captured
	}
	return c.Happened
}

func (m *Model) head(i, w int) string {
	return " " + m.theme.Accent.Render(m.theme.Cut(m.shown[i].head, w-1))
}

// row draws a lesson on two lines: what was learned, and from what.
func (m *Model) row(i, w int, selected bool) []string {
	c, t := m.shown[i].card, m.theme
	bar, first, second := " ", t.Text, t.Dim
	if selected {
		bar, first, second = t.Bar.Render(t.Glyphs.Bar), t.Selected, t.SelectedDim
	}
	lesson := strings.TrimSpace(c.Takeaway)
	if lesson == "" {
		lesson = page.IfThen(c.Cue, c.Plan)
	}
	from := theme.Clean(c.Name())
	if at := moment(c); !at.IsZero() {
		from = at.DayWords() + " " + t.Glyphs.Dot + " " + from
	}
	return []string{
		bar + filter.Highlight(t.Cut(theme.Clean(lesson), w-1), m.rows.Filter.Parsed().Words(), first, t.Match),
		bar + second.Render(t.Cut(from, w-1)),
	}
}
