// Package rows is a windowed list: it knows how many rows there are and which
// one is selected, and it draws only those that are on screen.
//
// Goals: a list of 100,000 rows feels like one of 10; the selection belongs to
// a row's identity, so that rows that come, go and move around it never carry
// it off; the selected row stays on its screen line when they do.
//
// Non-goals: keys and mouse messages (the pane calls the verbs below),
// filtering and sorting (the pane sets another list), what a row looks like.
package rows

// List is what there is to show. Its functions answer for rows 0…Count-1 and
// are called until the next SetList.
type List struct {
	Count     int
	ID        func(i int) string                         // identity of row i, unique and stable
	Index     func(id string) int                        // row of an id, -1 when absent; optional, makes lookups fast
	Heading   func(i int) bool                           // row i has one heading line above it; optional
	Head      func(i, width int) string                  // that line; required with Heading
	Row       func(i, width int, selected bool) []string // RowHeight lines; fewer are filled up, more are dropped
	RowHeight int                                        // lines a row; below 1 means 1
}

// Model is the list's window and selection. As long as there are rows, one of
// them is selected and in sight. Rows too high for the window show their first
// lines.
type Model struct {
	list   List
	ids    []string // of every row when the list was set: where a lost selection goes
	spare  []string // the previous ids, reused
	heads  []int    // rows that have a heading, ascending
	w, h   int
	cursor int // selected row; 0 when there is none
	top    int // first line of the list in the window
}

// New returns an empty list of size 0×0.
func New() *Model { return &Model{list: List{RowHeight: 1}} }

// SetList shows l instead. The selected row stays selected and on its screen
// line. If it is gone, the nearest row that stood after it is selected, else
// the nearest before it, else the first.
func (m *Model) SetList(l List) {
	l.Count = max(l.Count, 0)
	l.RowHeight = max(l.RowHeight, 1)
	if l.Head == nil {
		l.Heading = nil
	}
	had := m.list.Count > 0
	screen := m.rowLine(m.cursor) - m.top
	old, cursor := m.ids, m.cursor

	m.list = l
	m.index()
	m.cursor = 0
	if !had || l.Count == 0 {
		m.top = 0
		m.reveal()
		return
	}
	m.cursor = m.follow(old, cursor)
	m.top = m.rowLine(m.cursor) - screen
	m.reveal()
}

// index reads the identity and the headings of every row.
func (m *Model) index() {
	ids := m.spare[:0]
	m.spare = m.ids
	m.heads = m.heads[:0]
	for i := range m.list.Count {
		ids = append(ids, m.list.ID(i))
		if m.list.Heading != nil && m.list.Heading(i) {
			m.heads = append(m.heads, i)
		}
	}
	m.ids = ids
}

// follow returns where the row old[cursor] is now, or its nearest neighbor.
func (m *Model) follow(old []string, cursor int) int {
	if i := m.find(old[cursor], cursor); i >= 0 {
		return i
	}
	find := m.list.Index
	if find == nil {
		at := make(map[string]int, len(m.ids))
		for i := len(m.ids) - 1; i >= 0; i-- {
			at[m.ids[i]] = i
		}
		find = func(id string) int {
			if i, ok := at[id]; ok {
				return i
			}
			return -1
		}
	}
	for i := cursor + 1; i < len(old); i++ {
		if j := find(old[i]); m.valid(j) {
			return j
		}
	}
	for i := cursor - 1; i >= 0; i-- {
		if j := find(old[i]); m.valid(j) {
			return j
		}
	}
	return 0
}

// find returns the row of id, or -1. Row hint is looked at first: most rows
// don't move, and should two rows share an id, the selection stays on its own.
func (m *Model) find(id string, hint int) int {
	if m.valid(hint) && m.ids[hint] == id {
		return hint
	}
	if m.list.Index != nil {
		if i := m.list.Index(id); m.valid(i) {
			return i
		}
		return -1
	}
	for i, other := range m.ids {
		if other == id {
			return i
		}
	}
	return -1
}

func (m *Model) valid(i int) bool { return i >= 0 && i < m.list.Count }

// SetSize sets the window to w×h cells. The selected row stays in sight.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = max(w, 0), max(h, 0)
	m.reveal()
}

// Len returns how many rows there are.
func (m *Model) Len() int { return m.list.Count }

// Selected returns the selected row's id; ok is false when there are no rows.
func (m *Model) Selected() (id string, ok bool) {
	if m.list.Count == 0 {
		return "", false
	}
	return m.ids[m.cursor], true
}

// Index returns the selected row, or -1 when there are no rows.
func (m *Model) Index() int {
	if m.list.Count == 0 {
		return -1
	}
	return m.cursor
}

// Select selects the row with that id and says whether there is one.
func (m *Model) Select(id string) bool {
	i := m.find(id, m.cursor)
	if i < 0 {
		return false
	}
	m.SelectIndex(i)
	return true
}

// SelectIndex selects row i, or the nearest there is.
func (m *Model) SelectIndex(i int) {
	m.cursor = max(min(i, m.list.Count-1), 0)
	m.reveal()
}

// Move selects the row n rows further down, up when n is negative, and stops
// at the ends.
func (m *Model) Move(n int) { m.SelectIndex(m.cursor + n) }

// Top selects the first row.
func (m *Model) Top() { m.SelectIndex(0) }

// Bottom selects the last row.
func (m *Model) Bottom() { m.SelectIndex(m.list.Count - 1) }

// HalfPage moves the selection and the window by n half windows.
func (m *Model) HalfPage(n int) { m.jump(n * max(m.perPage()/2, 1)) }

// Page moves the selection and the window by n windows.
func (m *Model) Page(n int) { m.jump(n * max(m.perPage(), 1)) }

func (m *Model) perPage() int { return m.h / m.list.RowHeight }

// jump moves the window along, so that the selected row keeps its screen line.
func (m *Model) jump(n int) {
	before := m.rowLine(m.cursor)
	m.cursor = max(min(m.cursor+n, m.list.Count-1), 0)
	m.top += m.rowLine(m.cursor) - before
	m.reveal()
}

// Scroll moves the window by that many lines, up when negative. A selected row
// that would leave it gives way to the nearest row still in sight.
func (m *Model) Scroll(lines int) {
	if m.list.Count == 0 || m.h == 0 {
		return
	}
	m.top = m.clampTop(m.top + lines)
	height := min(m.list.RowHeight, m.h)
	end := m.top + m.h
	at := m.rowLine(m.cursor)
	switch {
	case at < m.top:
		below := m.rowFrom(m.top)
		above := below - 1 // at least the selected row: it begins above the window
		m.cursor = below
		partly := m.rowLine(above)+m.list.RowHeight > m.top
		if below == m.list.Count || partly && m.rowLine(below)+height > end {
			m.cursor = above
		}
	case at+height > end:
		m.cursor = m.rowFrom(end-height+1) - 1
	}
	m.cursor = max(m.cursor, 0)
	if line := m.rowLine(m.cursor); line >= end || line+m.list.RowHeight <= m.top {
		m.reveal() // nothing but a heading would be in sight
	}
}
