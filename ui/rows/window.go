package rows

import (
	"sort"
	"strings"

	"bounceback/ui/theme"
)

// Lines are counted from the top of the whole list: each row takes RowHeight
// of them, and one more above it for its heading.

// rowLine returns the line on which row i begins, below its heading.
func (m *Model) rowLine(i int) int {
	return i*m.list.RowHeight + sort.SearchInts(m.heads, i+1)
}

// headed says whether row i has a heading.
func (m *Model) headed(i int) bool {
	at := sort.SearchInts(m.heads, i)
	return at < len(m.heads) && m.heads[at] == i
}

// lines returns how many lines the whole list has.
func (m *Model) lines() int { return m.list.Count*m.list.RowHeight + len(m.heads) }

// rowFrom returns the first row that begins on that line or below it; Count
// when there is none.
func (m *Model) rowFrom(line int) int {
	return sort.Search(m.list.Count, func(i int) bool { return m.rowLine(i) >= line })
}

// rowAt returns the row that a line belongs to, and which of the row's lines
// it is, -1 being its heading. The line is one that the list has.
func (m *Model) rowAt(line int) (i, part int) {
	i = m.rowFrom(line+1) - 1 // the last row that begins at or above
	if i >= 0 {
		if part = line - m.rowLine(i); part < m.list.RowHeight {
			return i, part
		}
	}
	return i + 1, -1
}

func (m *Model) clampTop(top int) int { return max(min(top, m.lines()-m.h), 0) }

// reveal moves the window as little as shows the selected row, and its heading
// too if there is space.
func (m *Model) reveal() {
	m.top = m.clampTop(m.top)
	if m.list.Count == 0 || m.h == 0 {
		return
	}
	first := m.rowLine(m.cursor)
	end := first + m.list.RowHeight
	if m.headed(m.cursor) && m.list.RowHeight < m.h {
		first--
	}
	if end > m.top+m.h {
		m.top = end - m.h
	}
	if first < m.top {
		m.top = first
	}
}

// At returns which row a click on line y of the window hits. Headings and the
// space below the last row hit nothing.
func (m *Model) At(y int) (id string, ok bool) {
	if y < 0 || y >= m.h || m.top+y >= m.lines() {
		return "", false
	}
	i, part := m.rowAt(m.top + y)
	if part < 0 {
		return "", false
	}
	return m.ids[i], true
}

// Visible returns the rows of which at least one line is in the window, from
// first up to but not including last.
func (m *Model) Visible() (first, last int) {
	if m.list.Count == 0 || m.h == 0 {
		return 0, 0
	}
	first, _ = m.rowAt(m.top)
	return first, max(m.rowFrom(m.top+m.h), first)
}

// More says whether there are lines above and below the window.
func (m *Model) More() (above, below bool) {
	if m.h == 0 {
		return false, false
	}
	return m.top > 0, m.top+m.h < m.lines()
}

// View draws the window, exactly the size that was set. Only rows in sight are
// asked for.
func (m *Model) View() string {
	if m.w == 0 || m.h == 0 {
		return ""
	}
	out := make([]string, 0, m.h+m.list.RowHeight)
	if m.list.Count > 0 {
		i, part := m.rowAt(m.top)
		for ; i < m.list.Count && len(out) < m.h; i++ {
			if part < 0 || len(out) > 0 && m.headed(i) {
				out = append(out, m.list.Head(i, m.w))
			}
			out = m.appendRow(out, i, max(part, 0))
			part = 0
		}
	}
	out = out[:min(len(out), m.h)]
	for y, line := range out {
		// A line break within a line must not push the rows below out of place.
		out[y] = theme.FitBlock(line, m.w, 1)
	}
	for len(out) < m.h {
		out = append(out, strings.Repeat(" ", m.w))
	}
	return strings.Join(out, "\n")
}

// appendRow adds the lines of row i from line part on.
func (m *Model) appendRow(out []string, i, part int) []string {
	lines := m.list.Row(i, m.w, i == m.cursor)
	for ; part < m.list.RowHeight; part++ {
		line := ""
		if part < len(lines) {
			line = lines[part]
		}
		out = append(out, line)
	}
	return out
}
