package prose

// Where things are on the screen. A place is a pos whose col is not a byte but a row of the line. Nothing here
// walks more lines than the view has rows, but for one whole wrap when the width changes.

// SetSize sets the size of the view in cells. Negative sizes count as 0.
func (m *Model) SetSize(w, h int) {
	w, h = max(w, 0), max(h, 0)
	if w == m.w && h == m.h {
		return
	}
	m.w, m.h = w, h
	wrapAt := w
	if m.sideways() {
		wrapAt = 0
	}
	if wrapAt != m.buf.width {
		start, _ := m.buf.lines[m.top.line].row(m.top.col)
		m.buf.wrapAll(wrapAt)
		m.top.col = rowAt(m.buf.lines[m.top.line].rows, start)
	}
	m.left = 0
	if m.adrift {
		m.clampTop()
		return
	}
	m.follow()
}

// sideways reports whether the field scrolls to the left and right instead of wrapping.
func (m *Model) sideways() bool { return m.opts.OneLine && m.h == 1 }

// Height returns how many rows the text needs when rows are w cells wide, at least 1. It costs nothing for the
// width of the field, and one walk over the text for another width. A w of 0 or less means no wrapping.
func (m *Model) Height(w int) int {
	w = max(w, 0)
	if w == m.buf.width {
		return m.buf.total
	}
	if m.need.rev != m.rev || m.need.w != w {
		m.need = need{rev: m.rev, w: w}
		for _, l := range m.buf.lines {
			m.need.rows++
			for i := rowEnd(l.s, 0, w); i < len(l.s); i = rowEnd(l.s, i, w) {
				m.need.rows++
			}
		}
	}
	return m.need.rows
}

// place returns the row on which c stands.
func (m *Model) place(c caret) pos {
	rows := m.buf.lines[c.line].rows
	r := rowAt(rows, c.col)
	if c.upper && r > 0 && rows[r-1] == c.col {
		r--
	}
	return pos{c.line, r}
}

// lastPlace returns the last row of the text.
func (m *Model) lastPlace() pos {
	n := len(m.buf.lines) - 1
	return pos{n, len(m.buf.lines[n].rows)}
}

// step returns the place n rows below p, above it for a negative n, and the first or last row when there are not
// that many.
func (m *Model) step(p pos, n int) pos {
	for n < 0 {
		if p.col >= -n {
			return pos{p.line, p.col + n}
		}
		if p.line == 0 {
			return pos{}
		}
		n += p.col + 1
		p = pos{p.line - 1, len(m.buf.lines[p.line-1].rows)}
	}
	for n > 0 {
		below := len(m.buf.lines[p.line].rows) - p.col
		if below >= n {
			return pos{p.line, p.col + n}
		}
		if p.line == len(m.buf.lines)-1 {
			return m.lastPlace()
		}
		n -= below + 1
		p = pos{p.line + 1, 0}
	}
	return p
}

// distance returns how many rows q is below p, but at most limit. q must not be above p.
func (m *Model) distance(p, q pos, limit int) int {
	d := -p.col
	for i := p.line; i < q.line && d < limit; i++ {
		d += m.buf.lines[i].height()
	}
	return min(d+q.col, limit)
}

// column returns the cell of its row in which c stands, as if the row had no right edge.
func (m *Model) column(c caret) int {
	p := m.place(c)
	l := m.buf.lines[p.line]
	i, _ := l.row(p.col)
	x := 0
	for i < c.col {
		g := glyphAt(l.s, i)
		if g.end > c.col {
			break // inside a cluster, as when a combining mark stood behind what was typed
		}
		x += g.cells(x)
		i = g.end
	}
	return x
}

// visible returns the column x as far as the view shows it: spaces that hang over the edge, and the place behind a
// full row, are the last cell.
func (m *Model) visible(x int) int {
	if m.sideways() {
		return x - m.left
	}
	return max(min(x, m.w-1), 0)
}

// caretAt returns the caret in the row p nearest to the cell x.
func (m *Model) caretAt(p pos, x int) caret {
	l := m.buf.lines[p.line]
	i, end := l.row(p.col)
	for col := 0; i < end; {
		g := glyphAt(l.s, i)
		col += g.cells(col)
		if x < col {
			return caret{pos: pos{p.line, i}}
		}
		i = g.end
	}
	return caret{pos: pos{p.line, end}, upper: p.col < len(l.rows)}
}

// clampTop makes the top of the view a row that exists, and leaves no empty rows under a text that would fill them.
func (m *Model) clampTop() {
	m.top.line = min(m.top.line, len(m.buf.lines)-1)
	m.top.col = min(m.top.col, len(m.buf.lines[m.top.line].rows))
	last := m.lastPlace()
	if m.h > 0 && m.distance(m.top, last, m.h) < m.h-1 {
		m.top = m.step(last, 1-m.h)
	}
}

// follow scrolls as little as it takes to show the caret.
func (m *Model) follow() {
	m.adrift = false
	m.clampTop()
	if m.w <= 0 || m.h <= 0 {
		return
	}
	if m.sideways() {
		m.followSideways()
		return
	}
	switch p := m.place(m.cur); {
	case p.less(m.top):
		m.top = p
	case m.distance(m.top, p, m.h) >= m.h:
		m.top = m.step(p, 1-m.h)
	}
}

// Reveal scrolls to what stands behind that many bytes of the text, unless it is in the view. As with the wheel, the caret
// stays where it is, and the next key leads back to it.
func (m *Model) Reveal(byteOffset int) {
	if m.h <= 0 || m.sideways() {
		return
	}
	p := m.place(caret{pos: m.buf.snap(m.buf.at(byteOffset))})
	if !p.less(m.top) && m.distance(m.top, p, m.h) < m.h {
		return
	}
	m.top, m.adrift = m.step(p, -m.h/3), true
	m.clampTop()
}

// followSideways is follow for a field that scrolls to the left and right. The caret behind the text needs a cell.
func (m *Model) followSideways() {
	x := m.column(m.cur)
	end := m.column(caret{pos: m.buf.end()})
	m.left = max(min(m.left, x, end+1-m.w), x-m.w+1, 0)
}

// Cursor returns the cell of the caret, relative to the top left of the field. It is false when the field is
// blurred, has no room, or was scrolled away from the caret with the wheel.
func (m *Model) Cursor() (x, y int, ok bool) {
	if !m.focused || m.w <= 0 || m.h <= 0 {
		return 0, 0, false
	}
	p := m.place(m.cur)
	if p.less(m.top) {
		return 0, 0, false
	}
	y = m.distance(m.top, p, m.h)
	if y >= m.h {
		return 0, 0, false
	}
	return m.visible(m.column(m.cur)), y, true
}
