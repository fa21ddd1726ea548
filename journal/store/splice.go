package store

import (
	"fmt"
	"slices"
	"strings"

	"bounceback/journal"
)

// A save replaces only the values that changed. Every other byte of the text stays, or moves as a whole with the element
// of a list that it belongs to.

// splicer rewrites one text so that it says want.
type splicer struct {
	*doc
	want *journal.Entry
	// For each block of the text: what stands there, and what comes right before and after it.
	out, before, after [][]piece
	// gone are the ranges of the text that went with deleted elements, comments and all.
	gone [][2]int
}

// piece is a part of the new text. A fresh one is a table that the old text did not have; an empty line goes before it.
type piece struct {
	s     string
	fresh bool
}

// splice returns d's text changed so that it says want. The error is a [*RefusedError].
func splice(d *doc, want *journal.Entry) (*splicer, string, error) {
	n := len(d.cut.blocks)
	s := &splicer{doc: d, want: want, out: make([][]piece, n), before: make([][]piece, n), after: make([][]piece, n)}
	for i, b := range d.cut.blocks {
		s.out[i] = []piece{{s: d.cut.text[b.lead:b.end]}}
	}
	for i := range tables {
		t := &tables[i]
		do := s.single
		if t.list {
			do = s.elements
		}
		if err := do(i, t); err != nil {
			return nil, "", err
		}
	}
	w := writer{eol: d.cut.eol}
	w.verbatim(d.cut.text[:d.cut.blocks[0].lead])
	for i := range s.out {
		for _, p := range slices.Concat(s.before[i], s.out[i], s.after[i]) {
			w.piece(p)
		}
	}
	w.verbatim(d.cut.text[d.cut.tail:])
	return s, w.b.String(), nil
}

// single changes a table that is no list.
func (s *splicer) single(rank int, t *table) error {
	old, row := t.row(&s.Entry, 0), t.row(s.want, 0)
	if !differs(t, old, row) {
		return nil
	}
	if err := s.refuse(t, 1, old, row); err != nil {
		return err
	}
	if i := s.index(t.path, 1); i >= 0 {
		s.out[i] = []piece{{s: s.edit(s.cut.blocks[i], t, old, row)}}
		return nil
	}
	s.insert(rank, piece{s: fresh(t, row, "", s.cut.eol), fresh: true})
	return nil
}

// elements changes a list of tables.
func (s *splicer) elements(rank int, t *table) error {
	n := t.count(&s.Entry)
	order, moved := origins(t, s.want, n)
	text := make(map[int][]piece, n) // by origin
	for i, o := range order {
		row := t.row(s.want, i)
		if o == 0 {
			continue
		}
		old := t.row(&s.Entry, o-1)
		at := s.index(t.path, o)
		if at < 0 {
			return s.refused("an element of %s is not where it was read", t.path)
		}
		if differs(t, old, row) {
			if err := s.refuse(t, o, old, row); err != nil {
				return err
			}
			s.out[at] = []piece{{s: s.edit(s.cut.blocks[at], t, old, row)}}
		}
		if moved {
			text[o] = s.gather(at)
		}
	}
	if !moved {
		return nil
	}
	if line, wrong := s.bad[t.path]; wrong {
		return s.refused("line %d: %s is no list of tables; correct it in an editor first", line, t.path)
	}
	return s.arrange(rank, t, order, text)
}

// arrange puts the elements into their new order: those that stay share the places that they had, a new one follows its
// predecessor, and the place of a deleted one keeps only comments that stand apart.
func (s *splicer) arrange(rank int, t *table, order []int, text map[int][]piece) error {
	var slots []int
	first := -1
	for nth := 1; nth <= t.count(&s.Entry); nth++ {
		at := s.index(t.path, nth)
		if at < 0 {
			return s.refused("an element of %s is not where it was read", t.path)
		}
		if first < 0 {
			first = at
		}
		if slices.Contains(order, nth) {
			slots = append(slots, at)
			continue
		}
		s.remove(at)
	}
	indent := ""
	if first >= 0 {
		head := s.cut.text[s.cut.blocks[first].head:]
		indent = head[:blanks(head, 0)]
	}
	var early []piece
	next := 0
	for i, o := range order {
		if o > 0 {
			s.out[slots[next]] = text[o]
			next++
			continue
		}
		p := piece{s: fresh(t, t.row(s.want, i), indent, s.cut.eol), fresh: true}
		switch {
		case next > 0:
			s.after[slots[next-1]] = append(s.after[slots[next-1]], p)
		case len(slots) > 0:
			s.before[slots[0]] = append(s.before[slots[0]], p)
		default:
			early = append(early, p)
		}
	}
	if len(early) > 0 && first >= 0 {
		s.out[first] = append(s.out[first], early...)
	} else if len(early) > 0 {
		s.insert(rank, early...)
	}
	return nil
}

// gather takes an element with all blocks that belong to it out of their places.
func (s *splicer) gather(at int) []piece {
	all := s.out[at]
	s.out[at] = nil
	for i, b := range s.cut.blocks {
		if b.owner == s.cut.blocks[at] {
			all = append(all, s.out[i]...)
			s.out[i] = nil
		}
	}
	return all
}

// remove takes a deleted element out. Comments above it that an empty line sets apart are not its own, and stay.
func (s *splicer) remove(at int) {
	b := s.cut.blocks[at]
	s.gather(at)
	from := b.lead
	if apart := s.cut.text[b.lead:b.near]; strings.Contains(apart, "#") {
		if rest := s.cut.text[b.end:]; strings.HasPrefix(strings.TrimPrefix(rest, "\r"), "\n") {
			apart = strings.TrimRight(apart, " \t\r\n") + s.cut.eol // the next one brings its own empty line
		}
		s.out[at] = []piece{{s: apart}}
		from = b.near
	}
	s.gone = append(s.gone, [2]int{from, b.end})
	for _, o := range s.cut.blocks {
		if o.owner == b {
			s.gone = append(s.gone, [2]int{o.lead, o.end})
		}
	}
}

// insert puts new tables after their canonical predecessor.
func (s *splicer) insert(rank int, ps ...piece) {
	at, best := 0, -1
	for i, b := range s.cut.blocks {
		if r := rankOf(b); r >= best && r < rank {
			at, best = i, r
		}
	}
	for i, b := range s.cut.blocks {
		if b.owner != nil && b.owner == s.cut.blocks[at] {
			at = max(at, i)
		}
	}
	s.after[at] = append(s.after[at], ps...)
}

func rankOf(b *block) int {
	return slices.IndexFunc(tables, func(t table) bool { return t.path == b.path })
}

func (s *splicer) index(path string, nth int) int {
	return slices.IndexFunc(s.cut.blocks, func(b *block) bool { return b.path == path && b.nth == nth })
}

// refuse returns an error when a key that could not be read is to be changed.
func (s *splicer) refuse(t *table, nth int, old, row any) error {
	if line, wrong := s.bad[t.path]; wrong && t.path != "" {
		return s.refused("line %d: %s is no table; correct it in an editor first", line, t.path)
	}
	for i := range t.keys {
		k := &t.keys[i]
		line, wrong := s.bad[place(t, nth, k.name)]
		if wrong && !sameValue(k.get(old), k.get(row)) {
			return s.refused("line %d: %s holds something else than %s; correct it in an editor first", line, t.join(k.name), k.kind.wanted())
		}
	}
	return nil
}

func (s *splicer) refused(format string, args ...any) error {
	return &RefusedError{Path: s.Path, Reason: fmt.Sprintf(format, args...)}
}

// differs reports whether two rows of a table differ in any key.
func differs(t *table, a, b any) bool {
	for i := range t.keys {
		if !sameValue(t.keys[i].get(a), t.keys[i].get(b)) {
			return true
		}
	}
	return false
}

// origins returns where each element of t in want comes from, 0 for a new one, and whether elements came, went or moved. An
// origin that the text does not have, or that another element has taken, counts as new.
func origins(t *table, want *journal.Entry, n int) (order []int, moved bool) {
	seen := make([]bool, n+1)
	for i := range t.count(want) {
		o := int(*t.origin(t.row(want, i)))
		if o < 1 || o > n || seen[o] {
			o = 0
		}
		seen[o] = true
		order = append(order, o)
		moved = moved || o != i+1
	}
	return order, moved || len(order) != n
}
