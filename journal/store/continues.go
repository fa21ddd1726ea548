package store

import (
	"slices"
	"strings"

	"bounceback/journal"
)

// Continues reports whether next says all that old says, and goes on from there: its texts begin with old's, its lists have
// old's elements, its steps are at least as far. onto is next as it can be saved over old, whatever next was read from; a save
// of it takes nothing away that a person wrote.
func Continues(old, next journal.Entry) (onto journal.Entry, ok bool) {
	onto = next.Clone()
	for i := range tables {
		t := &tables[i]
		if !t.list {
			if !rowContinues(t, t.row(&old, 0), t.row(&onto, 0)) {
				return onto, false
			}
			continue
		}
		of := continued(t, &old, &onto)
		for n := range t.count(&old) {
			if !slices.Contains(of, n) {
				return onto, false
			}
		}
		for n, place := range of {
			*t.origin(t.row(&onto, n)) = 0
			if place >= 0 {
				*t.origin(t.row(&onto, n)) = *t.origin(t.row(&old, place))
			}
		}
	}
	return onto, true
}

// continued finds for each element of next the one of old that it goes on from, or -1: the one at the same place, else the
// first that fits.
func continued(t *table, old, next *journal.Entry) []int {
	out := slices.Repeat([]int{-1}, t.count(next))
	for i := range min(len(out), t.count(old)) {
		if rowContinues(t, t.row(old, i), t.row(next, i)) {
			out[i] = i
		}
	}
	for b := range t.count(old) {
		for i := 0; i < len(out) && !slices.Contains(out, b); i++ {
			if out[i] < 0 && rowContinues(t, t.row(old, b), t.row(next, i)) {
				out[i] = b
			}
		}
	}
	return out
}

func rowContinues(t *table, old, next any) bool {
	if max(progress(t, next), 0) < progress(t, old) { // "todo" is as far as nothing
		return false
	}
	for i := range t.keys {
		k := &t.keys[i]
		was, is := k.get(old), k.get(next)
		switch {
		case k.state && k.kind != text, isZero(was), sameValue(was, is):
		case k.kind == text || k.kind == prose:
			if !strings.HasPrefix(is.(string), was.(string)) {
				return false
			}
		case k.kind == words:
			if slices.ContainsFunc(was.([]string), func(w string) bool { return !slices.Contains(is.([]string), w) }) {
				return false
			}
		default:
			return false
		}
	}
	return true
}
