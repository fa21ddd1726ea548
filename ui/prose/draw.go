package prose

// Drawing. The text is data: no byte of it reaches the terminal but as part of a cluster whose width is known. The
// only escape sequences are those of the styles.

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// looks are the styles as the escape sequences that switch them on. Rendering with Lip Gloss would tear clusters
// apart (it underlines rune by rune), and cost more than all else.
type looks struct {
	text, placeholder, selection, control string
	marks                                 []string
}

// off switches every style off.
const off = "\x1b[m"

// newLooks prepares styles.
func newLooks(s Styles) looks {
	l := looks{
		text:        opening(s.Text),
		placeholder: opening(s.Placeholder),
		selection:   opening(s.Selection),
		control:     opening(s.Control),
	}
	for _, k := range s.Marks {
		l.marks = append(l.marks, opening(k))
	}
	return l
}

// opening returns what s writes before a text.
func opening(s lipgloss.Style) string {
	const probe = "█"
	before, _, found := strings.Cut(s.Inline(true).Render(probe), probe)
	if !found || lipgloss.Width(before) != 0 {
		return ""
	}
	return before
}

// look is how a cell is drawn. Later fields win where their styles set the same.
type look struct {
	placeholder bool
	mark        int // the kind plus 1, 0 for none
	control     bool
	selected    bool
}

// painter writes cells, changing styles only where they differ.
type painter struct {
	out    strings.Builder
	looks  *looks
	look   look
	styled bool // a style is on
	begun  bool // look says what is on
	ascii  bool
}

// use switches to the look k.
func (p *painter) use(k look) {
	if p.begun && p.look == k {
		return
	}
	p.finish()
	n := p.out.Len()
	if k.placeholder {
		p.out.WriteString(p.looks.placeholder)
	} else {
		p.out.WriteString(p.looks.text)
	}
	if k.mark > 0 {
		p.out.WriteString(p.looks.marks[k.mark-1])
	}
	if k.control {
		p.out.WriteString(p.looks.control)
	}
	if k.selected {
		p.out.WriteString(p.looks.selection)
	}
	p.look, p.begun, p.styled = k, true, p.out.Len() > n
}

// finish switches styles off.
func (p *painter) finish() {
	if p.styled {
		p.out.WriteString(off)
	}
	p.begun, p.styled = false, false
}

// spaces writes n empty cells.
func (p *painter) spaces(n int) {
	const blank = "                                                                "
	for ; n > 0; n -= len(blank) {
		p.out.WriteString(blank[:min(n, len(blank))])
	}
}

// frame is the window on a row: w cells from the cell left on.
type frame struct{ left, w int }

// row draws the bytes of s from start to end and returns how many cells of the window they took. Clusters that the
// edge of the window cuts, and tabs, are drawn as spaces.
func (p *painter) row(s string, start, end int, f frame, at func(i int) look) int {
	col := 0
	for i := start; i < end && col < f.left+f.w; {
		g := glyphAt(s, i)
		n := g.cells(col)
		seen := min(col+n, f.left+f.w) - max(col, f.left)
		if seen > 0 {
			k := at(i)
			k.control = g.kind != plain && g.kind != tab
			p.use(k)
			switch {
			case g.kind == tab || seen < n:
				p.spaces(seen)
			case g.kind == plain:
				p.out.WriteString(s[i:g.end])
			default:
				p.out.WriteString(picture(s[i:g.end], g.kind, p.ascii))
			}
		}
		col += n
		i = g.end
	}
	return max(min(col-f.left, f.w), 0)
}

// View draws the field: exactly as many rows as it is high, each exactly as many cells as it is wide.
func (m *Model) View() string {
	if m.h <= 0 {
		return ""
	}
	p := painter{looks: &m.looks, ascii: m.opts.ASCII}
	p.out.Grow(m.h * (m.w + 16))
	if m.Empty() && m.opts.Placeholder != "" {
		m.drawPlaceholder(&p)
	} else {
		m.drawText(&p)
	}
	return p.out.String()
}

// drawPlaceholder draws the placeholder as if it were the text.
func (m *Model) drawPlaceholder(p *painter) {
	b := buffer{width: m.buf.width}
	b.set(m.opts.Placeholder)
	line, row := 0, 0
	for y := range m.h {
		used := 0
		if line < len(b.lines) {
			l := b.lines[line]
			start, end := l.row(row)
			used = p.row(l.s, start, end, frame{w: m.w}, func(int) look { return look{placeholder: true} })
			if row++; row == l.height() {
				line, row = line+1, 0
			}
		}
		m.endRow(p, y, used)
	}
}

// drawText draws the rows that the view shows.
func (m *Model) drawText(p *painter) {
	from, to := m.selection()
	marks := m.marks
	base := 0 // the offset of the line in the text, needed for marks only
	if len(marks) > 0 {
		base = m.buf.offset(pos{m.top.line, 0})
	}
	at := m.top
	for y := range m.h {
		if at.line >= len(m.buf.lines) {
			m.endRow(p, y, 0)
			continue
		}
		l := m.buf.lines[at.line]
		start, end := l.row(at.col)
		used := p.row(l.s, start, end, frame{m.left, m.w}, func(i int) look {
			here := pos{at.line, i}
			for len(marks) > 0 && marks[0].End <= base+i {
				marks = marks[1:]
			}
			return look{mark: markAt(marks, base+i) + 1, selected: !here.less(from) && here.less(to)}
		})
		if at.col++; at.col == l.height() {
			if eol := (pos{at.line, len(l.s)}); used < m.w && !eol.less(from) && eol.less(to) {
				// A selected line break is a cell, so that empty lines show that they are selected.
				p.use(look{selected: true})
				p.spaces(1)
				used++
			}
			base += len(l.s) + 1
			at = pos{at.line + 1, 0}
		}
		m.endRow(p, y, used)
	}
}

// endRow fills the row y behind its used cells, and begins the next one.
func (m *Model) endRow(p *painter, y, used int) {
	if used < m.w {
		p.use(look{})
		p.spaces(m.w - used)
	}
	p.finish()
	if y < m.h-1 {
		p.out.WriteByte('\n')
	}
}
