package share

import (
	"strings"

	"bounceback/journal"
	"bounceback/journal/when"
	"bounceback/ui/page"
	"bounceback/ui/rows"
	"bounceback/ui/theme"
)

// item is one reader of the report, or of a letter.
type item struct {
	letter bool
	to     string // "" is the person's own copy
	words  string // of a letter
	state  string
	// open is set while it still has to go out, out once it has.
	open, out bool
	ready     when.Moment // it was made ready then, and nobody knows whether it went out
	exempt    bool        // they need not hear
	listed    bool        // the ledger has a line for the reader
}

func (it item) id() string { return itemID(it.letter, it.to, it.words) }

// blank reports whether it is a letter without words.
func (it item) blank() bool { return it.letter && strings.TrimSpace(it.words) == "" }

// own reports whether it is the person's own copy.
func (it item) own() bool { return !it.letter && it.to == "" }

func itemID(letter bool, to, words string) string {
	if !letter {
		return "report\x00" + strings.ToLower(strings.TrimSpace(to))
	}
	return "letter\x00" + strings.ToLower(strings.TrimSpace(to)) + "\x00" + words
}

// build makes the list out of the entry: the own copy, the ledger, those whom the entry names besides, and the letters.
func (m *Model) build() {
	e := m.entry
	m.items = []item{{listed: true}}
	seen := map[string]bool{}
	add := func(it item) {
		if id := it.id(); !seen[id] {
			seen[id] = true
			m.items = append(m.items, it)
		}
	}
	for _, n := range e.Ledger {
		if strings.TrimSpace(n.To) != "" {
			add(m.reader(*e.Notice(n.To)))
		}
	}
	for _, name := range e.Affected() {
		if e.Notice(name) == nil {
			add(item{to: name, state: "may need to hear"})
		}
	}
	for _, a := range e.Apologies {
		if a.To != "" || a.Words != "" {
			add(m.letterTo(a))
		}
	}
	heads := map[int]string{0: "The report"}
	for i, it := range m.items {
		if it.letter {
			heads[i] = "Letters"
			break
		}
	}
	m.rows.SetList(rows.List{
		Count: len(m.items), ID: func(i int) string { return m.items[i].id() }, Row: m.row,
		Heading: func(i int) bool { return heads[i] != "" && len(m.items) > 1 },
		Head:    func(i, w int) string { return " " + m.opt.Theme.Accent.Render(m.opt.Theme.Cut(heads[i], w-1)) },
	})
}

func (m *Model) reader(n journal.Notice) item {
	it := item{to: n.To, listed: true, open: n.Open(), out: !n.Open()}
	switch {
	case !n.Acknowledged.IsZero():
		it.state = "answered " + m.day(n.Acknowledged)
	case !n.Sent.IsZero():
		it.state = "told " + m.day(n.Sent)
	case n.Exempt != "":
		it.state, it.exempt = "need not hear", true
	case n.Unconfirmed():
		it.ready, it.state = n.Prepared, "ready "+m.day(n.Prepared)
	default:
		it.state = "not told yet"
	}
	return m.onItsWay(it)
}

func (m *Model) letterTo(a journal.Apology) item {
	it := item{letter: true, to: a.To, words: a.Words, listed: true, open: a.Unsaid(), out: !a.Said.IsZero()}
	switch {
	case !a.Said.IsZero():
		it.state = "said " + m.day(a.Said)
	case it.blank():
		it.state = "no words yet"
	case a.Unconfirmed():
		it.ready, it.state = a.Prepared, "ready "+m.day(a.Prepared)
	default:
		it.state = "not said yet"
	}
	return m.onItsWay(it)
}

func (m *Model) onItsWay(it item) item {
	if m.onWay(it) {
		it.state = "on its way"
	}
	return it
}

func (m *Model) onWay(it item) bool { return m.underway[m.path+"\x00"+it.id()] }

func (m *Model) day(at when.Moment) string { return page.Near(at.Day(), m.opt.Now()) }

// asks reports whether the person should be asked if it went out: it was made ready, and not a moment ago.
func (m *Model) asks(it item) bool { return !it.ready.IsZero() && !m.readied[it.id()] && !m.onWay(it) }

// first is the place of the reader to begin with.
func (m *Model) first(letter bool, to string) int {
	open, ready := -1, -1
	for i, it := range m.items {
		if to != "" && it.letter == letter && journal.SameName(it.to, to) {
			return i
		}
		if ready < 0 && !it.ready.IsZero() {
			ready = i
		}
		if open < 0 && (it.open || !it.listed) && it.letter == letter {
			open = i
		}
	}
	return max(ready, open, 0)
}

// selected returns the reader that is selected.
func (m *Model) selected() (item, bool) {
	if i := m.rows.Index(); i >= 0 && i < len(m.items) {
		return m.items[i], true
	}
	return item{}, false
}

// row draws one reader: the name, and at the right end how far it is.
func (m *Model) row(i, w int, selected bool) []string {
	t, it := m.opt.Theme, m.items[i]
	bar, first, second := " ", t.Text, t.Dim
	if selected {
		bar, first, second = t.Bar.Render(t.Glyphs.Bar), t.Selected, t.SelectedDim
	}
	state := it.state
	if m.asks(it) {
		state += ", out?"
	}
	state = t.Cut(state, max((w-3)*2/3, 0)) // the name comes first where there is hardly any room
	if room := w - 3 - theme.Width(m.name(it)); theme.Width(state) > room && room < w/2 {
		state = t.Cut(state, max(room, w/3))
	}
	name := t.Cut(m.name(it), max(w-3-theme.Width(state), 0))
	gap := max(w-1-theme.Width(name)-theme.Width(state)-1, 1)
	if it.out {
		state = t.Good.Render(state)
	} else {
		state = second.Render(state)
	}
	return []string{bar + first.Render(name) + strings.Repeat(" ", gap) + state}
}

func (m *Model) name(it item) string {
	switch {
	case it.own():
		return "Your own copy"
	case strings.TrimSpace(it.to) == "":
		return "somebody without a name"
	}
	return theme.Clean(it.to)
}
