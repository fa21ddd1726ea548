package shelf

import (
	"math/bits"
	"slices"
	"sync"
)

// Rule of this file: what a layer maps is never changed once it is in an index, since older shelves look at it too. Four
// layers of about one size become one: there are few layers, and a card is copied once for each time that the number of
// cards grows fourfold.

// index finds cards by path and by id. Later layers overrule earlier ones; sizes never grow from one to the next.
type index struct{ layers []*layer }

const fanout = 4

// layer holds the cards of some changes.
type layer struct {
	paths map[string]*Card // nil: taken away

	once  sync.Once        // fills the rest when somebody first asks for an id; a load asks for none
	ids   map[string]*Card // one card for each id
	twins []*Card          // those that share their id with the one in ids: hardly ever any
}

// class is the size of the layer on a scale of powers of fanout. All up to 64 are of one class.
func (l *layer) class() int { return bits.Len(uint(len(l.paths))/64) / 2 }

// with returns the index with a layer of changes on top. The map must not be used afterwards.
func (x index) with(paths map[string]*Card) index {
	layers := append(slices.Clone(x.layers), &layer{paths: paths})
	for {
		n := len(layers)
		top := layers[n-1].class()
		from := n - 1 // the layers from here on are to be one
		for from > 0 && layers[from-1].class() < top {
			from--
		}
		if same := n - fanout; same >= 0 && layers[same].class() <= top {
			from = min(from, same)
		}
		if from == n-1 {
			break
		}
		layers = append(layers[:from], mergeLayers(layers[from:]))
	}
	return index{layers}
}

// mergeLayers returns one layer that says what all of them say.
func mergeLayers(ls []*layer) *layer {
	n := 0
	for _, l := range ls {
		n += len(l.paths)
	}
	out := make(map[string]*Card, n)
	for _, l := range ls {
		for p, c := range l.paths {
			out[p] = c
		}
	}
	return &layer{paths: out}
}

func (x index) path(p string) (*Card, bool) {
	for _, l := range slices.Backward(x.layers) {
		if c, ok := l.paths[p]; ok {
			return c, c != nil
		}
	}
	return nil, false
}

func (x index) id(id string) []*Card {
	var found []*Card
	keep := func(c *Card) {
		if now, ok := x.path(c.Path); ok && now == c {
			found = append(found, c)
		}
	}
	for _, l := range x.layers {
		l.once.Do(l.fillIDs)
		c, ok := l.ids[id]
		if !ok {
			continue
		}
		keep(c)
		for _, t := range l.twins {
			if t.ID == id {
				keep(t)
			}
		}
	}
	return found
}

func (l *layer) fillIDs() {
	l.ids = make(map[string]*Card, len(l.paths))
	for _, c := range l.paths {
		if c == nil || c.ID == "" {
			continue
		}
		if _, taken := l.ids[c.ID]; taken {
			l.twins = append(l.twins, c)
		} else {
			l.ids[c.ID] = c
		}
	}
}
