package prose

// The text: lines without their line feeds, each with its wrapping. All changes go through replace, which is the
// only place where lines, wrapping and the number of rows change, so they can't disagree.

import (
	"slices"
	"strings"
)

// pos is a place in the text: a line and a byte offset in it.
type pos struct{ line, col int }

// less reports whether p stands before q.
func (p pos) less(q pos) bool { return p.line < q.line || p.line == q.line && p.col < q.col }

// line is one line of the text, without its line feed, and where its rows after the first one begin.
type line struct {
	s    string
	rows []int
}

// height returns the number of rows of the line, at least 1.
func (l *line) height() int { return len(l.rows) + 1 }

// row returns the bytes from start to end that make the row r.
func (l *line) row(r int) (start, end int) {
	end = len(l.s)
	if r > 0 {
		start = l.rows[r-1]
	}
	if r < len(l.rows) {
		end = l.rows[r]
	}
	return start, end
}

// buffer is the text. There is always at least one line.
type buffer struct {
	single bool // a line feed is a character like others: everything is one line
	lines  []*line
	width  int // the width the lines are wrapped at, 0 for not at all
	total  int // rows of all lines
}

// split cuts s into lines.
func (b *buffer) split(s string) []string {
	if b.single {
		return []string{s}
	}
	return strings.Split(s, "\n")
}

// set replaces the whole text.
func (b *buffer) set(s string) {
	parts := b.split(s)
	store := make([]line, len(parts))
	b.lines = make([]*line, len(parts))
	for i, p := range parts {
		store[i].s = p
		b.lines[i] = &store[i]
	}
	b.wrapAll(b.width)
}

// wrapAll wraps every line at w cells.
func (b *buffer) wrapAll(w int) {
	b.width, b.total = w, 0
	for _, l := range b.lines {
		l.rows = wrap(l.s, w)
		b.total += l.height()
	}
}

// text joins the lines. It costs the length of the text.
func (b *buffer) text() string {
	if len(b.lines) == 1 {
		return b.lines[0].s
	}
	return b.slice(pos{}, b.end())
}

// end returns the place behind the last character.
func (b *buffer) end() pos {
	n := len(b.lines) - 1
	return pos{n, len(b.lines[n].s)}
}

// slice returns the text from p to q.
func (b *buffer) slice(p, q pos) string {
	if p.line == q.line {
		return b.lines[p.line].s[p.col:q.col]
	}
	size := q.col - p.col
	for _, l := range b.lines[p.line:q.line] {
		size += len(l.s) + 1
	}
	var out strings.Builder
	out.Grow(size)
	for i := p.line; i < q.line; i++ {
		out.WriteString(b.lines[i].s[p.col:])
		out.WriteByte('\n')
		p.col = 0
	}
	out.WriteString(b.lines[q.line].s[:q.col])
	return out.String()
}

// replace puts ins in the place of the text from p to q and returns where ins ends.
func (b *buffer) replace(p, q pos, ins string) pos {
	if p.line == q.line && (b.single || !strings.Contains(ins, "\n")) {
		l := b.lines[p.line]
		b.total -= l.height()
		l.s = l.s[:p.col] + ins + l.s[q.col:]
		l.rows = rewrap(l.s, b.width, l.rows, p.col, q.col, p.col+len(ins))
		b.total += l.height()
		return pos{p.line, p.col + len(ins)}
	}
	parts := b.split(ins)
	n := len(parts) - 1
	end := pos{p.line + n, len(parts[n])}
	if n == 0 {
		end.col += p.col
	}
	tail := b.lines[q.line].s[q.col:]
	parts[0] = b.lines[p.line].s[:p.col] + parts[0]
	parts[n] += tail
	for _, l := range b.lines[p.line : q.line+1] {
		b.total -= l.height()
	}
	fresh := make([]*line, len(parts))
	for i, s := range parts {
		fresh[i] = &line{s: s, rows: wrap(s, b.width)}
		b.total += fresh[i].height()
	}
	b.lines = slices.Replace(b.lines, p.line, q.line+1, fresh...)
	return end
}

// advance returns where s ends when it begins at p.
func (b *buffer) advance(p pos, s string) pos {
	if b.single {
		return pos{p.line, p.col + len(s)}
	}
	i := strings.LastIndexByte(s, '\n')
	if i < 0 {
		return pos{p.line, p.col + len(s)}
	}
	return pos{p.line + strings.Count(s, "\n"), len(s) - i - 1}
}

// offset returns how many bytes stand before p.
func (b *buffer) offset(p pos) int {
	n := p.col
	for _, l := range b.lines[:p.line] {
		n += len(l.s) + 1
	}
	return n
}

// at returns the place with off bytes before it, the nearest one when there is none.
func (b *buffer) at(off int) pos {
	off = max(off, 0)
	for i, l := range b.lines {
		if off <= len(l.s) {
			return pos{i, off}
		}
		off -= len(l.s) + 1
	}
	return b.end()
}

// snap returns the last cluster start at or before p, or p when it is the end of its line.
func (b *buffer) snap(p pos) pos {
	l := b.lines[p.line]
	if p.col >= len(l.s) {
		return pos{p.line, len(l.s)}
	}
	start, _ := l.row(rowAt(l.rows, p.col))
	return pos{p.line, before(l.s, start, p.col+1)}
}

// left returns the place one character before p, the line feed being one.
func (b *buffer) left(p pos) pos {
	l := b.lines[p.line]
	switch {
	case p.col > 0:
		start, _ := l.row(rowAt(l.rows, p.col-1))
		return pos{p.line, before(l.s, start, p.col)}
	case p.line > 0:
		return pos{p.line - 1, len(b.lines[p.line-1].s)}
	}
	return p
}

// right returns the place one character behind p.
func (b *buffer) right(p pos) pos {
	l := b.lines[p.line]
	switch {
	case p.col < len(l.s):
		start := b.snap(p).col
		return pos{p.line, glyphAt(l.s, start).end}
	case p.line < len(b.lines)-1:
		return pos{p.line + 1, 0}
	}
	return p
}

// class returns the class of the character between the neighbors p and q.
func (b *buffer) class(p, q pos) charClass {
	if p.line != q.line {
		return space
	}
	return classOf(b.lines[p.line].s[p.col:q.col])
}

// wordLeft returns the start of the word before p.
func (b *buffer) wordLeft(p pos) pos {
	inWord := false
	for {
		q := b.left(p)
		if q == p {
			return p
		}
		is := b.class(q, p) == letter
		if inWord && !is {
			return p
		}
		inWord, p = is, q
	}
}

// wordRight returns the end of the word behind p.
func (b *buffer) wordRight(p pos) pos {
	inWord := false
	for {
		q := b.right(p)
		if q == p {
			return p
		}
		is := b.class(p, q) == letter
		if inWord && !is {
			return p
		}
		inWord, p = is, q
	}
}
