package shelf

import "slices"

// Rule of this file: a layer is never changed once it is in an index, since older shelves look at it too. Layers are merged
// so that each is more than twice as large as the next; there are few of them, and a card is moved only as often as the
// number of cards doubles.

// index finds cards by path and by id. Later layers overrule earlier ones.
type index struct{ layers []*layer }

type layer struct {
	paths map[string]*Card // nil: taken away
	ids   map[string]*Card // one card for each id
	twins []*Card          // those that share their id with the one in ids: hardly ever any
}

func newLayer(paths map[string]*Card) *layer {
	l := &layer{paths: paths, ids: make(map[string]*Card, len(paths))}
	for _, c := range paths {
		if c == nil || c.ID == "" {
			continue
		}
		if _, taken := l.ids[c.ID]; taken {
			l.twins = append(l.twins, c)
		} else {
			l.ids[c.ID] = c
		}
	}
	return l
}

// with returns the index with a layer of changes on top. The map must not be used afterwards.
func (x index) with(paths map[string]*Card) index {
	layers := slices.Clone(x.layers)
	for n := len(layers); n > 0 && len(layers[n-1].paths) <= 2*len(paths); n = len(layers) {
		below := layers[n-1].paths
		layers = layers[:n-1]
		merged := make(map[string]*Card, len(below)+len(paths))
		for p, c := range below {
			merged[p] = c
		}
		for p, c := range paths {
			merged[p] = c
		}
		paths = merged
	}
	if len(layers) == 0 {
		for p, c := range paths {
			if c == nil {
				delete(paths, p) // nothing below that it would hide
			}
		}
	}
	return index{append(layers, newLayer(paths))}
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
