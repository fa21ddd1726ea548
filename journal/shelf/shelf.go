// Package shelf holds what the screen and the shell know of all entries: a [Card] for each, on an immutable [Shelf].
//
// Goals: one answer for every list (order, filter, lessons, what waits) however many entries there are; a Shelf that can be
// read by one goroutine while another makes the next; a load in batches whose cost grows with the number of entries and not
// with its square.
//
// Non-goals: reading files (journal/store), the query language (journal/query), anything about how a row looks.
package shelf

import (
	"cmp"
	"slices"
	"strings"
)

// Shelf is all cards, newest first. It never changes: [Shelf.With] returns another one. The zero value is empty.
type Shelf struct {
	cards []*Card
	index index
}

// With returns a shelf with some cards put in place of those with the same path, or added, and those with a path in gone
// taken away. A path in both lists stays: what was read is fresher than what was missed. Of several cards with one path the
// last counts. The cost is that of copying the list of pointers, and sorting the changes.
func (s Shelf) With(changed []Card, gone []string) Shelf {
	if len(changed) == 0 && len(gone) == 0 {
		return s
	}
	own := slices.Clone(changed) // one allocation for all; the caller keeps its own
	layer := make(map[string]*Card, len(own)+len(gone))
	for _, p := range gone {
		layer[p] = nil
	}
	for i := range own {
		layer[own[i].Path] = &own[i]
	}
	var add, drop []*Card
	for p, c := range layer {
		if old, ok := s.index.path(p); ok {
			drop = append(drop, old)
		}
		if c != nil {
			add = append(add, c)
		}
	}
	slices.SortFunc(add, newestFirst)
	slices.SortFunc(drop, newestFirst)
	return Shelf{cards: merge(s.cards, add, drop), index: s.index.with(layer)}
}

// merge returns old without drop and with add, all in order. It moves whole blocks, found by binary search: changes are
// few, or all at one end.
func merge(old, add, drop []*Card) []*Card {
	out := make([]*Card, 0, len(old)+len(add)-len(drop))
	for len(add) > 0 || len(drop) > 0 {
		if len(drop) > 0 && (len(add) == 0 || newestFirst(drop[0], add[0]) <= 0) {
			n, _ := slices.BinarySearchFunc(old, drop[0], newestFirst)
			out = append(out, old[:n]...)
			old, drop = old[n+1:], drop[1:]
			continue
		}
		n, _ := slices.BinarySearchFunc(old, add[0], newestFirst)
		out = append(append(out, old[:n]...), add[0])
		old, add = old[n:], add[1:]
	}
	return append(out, old...)
}

// newestFirst is the order of the shelf. Moments compare as they were written down, which is how a journal reads. The path
// comes last, so that no two cards of one shelf are equal.
func newestFirst(a, b *Card) int {
	if c := cmp.Compare(b.day().Wall(), a.day().Wall()); c != 0 {
		return c
	}
	if c := cmp.Compare(b.Captured.Wall(), a.Captured.Wall()); c != 0 {
		return c
	}
	if c := strings.Compare(a.ID, b.ID); c != 0 {
		return c
	}
	return strings.Compare(a.Path, b.Path)
}

// Len returns the number of cards.
func (s Shelf) Len() int { return len(s.cards) }

// At returns the card at place i, newest first: by when it happened, then by when it was captured, then by id. It panics
// when i is not in 0 to Len-1.
func (s Shelf) At(i int) *Card { return s.cards[i] }

// ByPath returns the card of the file at a path.
func (s Shelf) ByPath(path string) (*Card, bool) { return s.index.path(path) }

// ByID returns the cards with an id, newest first. They are several only when two files claim the same id.
func (s Shelf) ByID(id string) []*Card {
	found := s.index.id(id)
	slices.SortFunc(found, newestFirst)
	return found
}
