package prose

// Where rows end. A row ends after a space, beside a wide character, or, when a word is longer than a row, inside
// the word. Spaces at the end of a row hang over its edge: they never make a row of their own.

import (
	"slices"
	"unicode/utf8"
)

// rowEnd returns where the row of s that begins at start ends when rows are w cells wide: the start of the next
// row, or len(s). A width of 0 or less means that nothing wraps. It depends on nothing before start.
func rowEnd(s string, start, w int) int {
	if w <= 0 || fits(s[start:], w) {
		return len(s)
	}
	var (
		col       int
		best      = -1 // the last place where the row may end
		afterWide bool // the cluster before is wide
		seen      bool // the row has something to see
	)
	for i := start; i < len(s); {
		if col < w && !afterWide && simple(s, i) {
			col++
			i++
			seen = true
			continue
		}
		g := glyphAt(s, i)
		text := s[i:g.end]
		if breakable(text) {
			col += g.cells(col)
			i = g.end
			if seen {
				best = i
			}
			afterWide = false
			continue
		}
		wide := g.width == 2
		if seen && (wide || afterWide) && !clings(text) {
			best = i
		}
		if col+g.width > w && i > start {
			if best > 0 {
				return best
			}
			return i
		}
		col += g.width
		i = g.end
		seen, afterWide = true, wide
	}
	return len(s)
}

// simple reports whether the cluster of s at i is a visible ASCII character, which most are.
func simple(s string, i int) bool {
	c := s[i]
	return c > ' ' && c < 0x7f && (i+1 == len(s) || s[i+1] < utf8.RuneSelf)
}

// fits reports quickly whether s surely fits into w cells: it is short and printable ASCII.
func fits(s string, w int) bool {
	if len(s) > w {
		return false
	}
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// wrap returns where the rows of s after the first one begin.
func wrap(s string, w int) []int {
	var rows []int
	for i := rowEnd(s, 0, w); i < len(s); i = rowEnd(s, i, w) {
		rows = append(rows, i)
	}
	return rows
}

// lookback is how many rows before an edit may wrap differently after it: a row's end depends on the first
// cluster that did not fit, which stands at most two rows below, and an edit may touch the cluster before it.
const lookback = 3

// rewrap returns wrap(s, w), given the result old for the text before its bytes from start to oldEnd were
// replaced by those from start to newEnd. It walks only the rows around the edit.
func rewrap(s string, w int, old []int, start, oldEnd, newEnd int) []int {
	if w <= 0 {
		return nil
	}
	keep := max(rowAt(old, start)-lookback, 0)
	rows := slices.Clone(old[:keep])
	from := 0
	if keep > 0 {
		from = old[keep-1]
	}
	j := keep
	for i := rowEnd(s, from, w); i < len(s); i = rowEnd(s, i, w) {
		rows = append(rows, i)
		if i < newEnd {
			continue
		}
		// Behind the edit the text is the old one; where a row begins at an old place, the rest is as before.
		for j < len(old) && old[j] < i-newEnd+oldEnd {
			j++
		}
		if j < len(old) && old[j] == i-newEnd+oldEnd {
			for _, r := range old[j+1:] {
				rows = append(rows, r-oldEnd+newEnd)
			}
			return rows
		}
	}
	return rows
}

// rowAt returns the index of the row that holds the byte at col, given where the rows after the first begin.
func rowAt(rows []int, col int) int {
	n, found := slices.BinarySearch(rows, col)
	if found {
		n++
	}
	return n
}
