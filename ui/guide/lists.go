package guide

import (
	"slices"

	"bounceback/journal"
	"bounceback/journal/when"
)

// of builds the plain part of a list field from a way to reach its slice and the fields of one item.
func of[T any](
	key, ask, why, one, empty string,
	p func(*journal.Entry) *[]T,
	fresh func(*journal.Entry, moments) T,
	title, detail func(*T) string,
	fields func(i int) []field,
) field {
	l := &listField{
		one: one, empty: empty, fields: fields,
		count:   func(e *journal.Entry) int { return len(*p(e)) },
		title:   func(e *journal.Entry, i int) string { return title(&(*p(e))[i]) },
		detail:  func(e *journal.Entry, i int) string { return detail(&(*p(e))[i]) },
		arrange: func(e *journal.Entry, order []int) { *p(e) = journal.Arranged(*p(e), order) },
	}
	l.add = func(e *journal.Entry, m moments) int {
		*p(e) = append(*p(e), fresh(e, m))
		return len(*p(e)) - 1
	}
	l.remove = func(e *journal.Entry, i int) func(*journal.Entry) int {
		gone := (*p(e))[i]
		*p(e) = slices.Delete(slices.Clone(*p(e)), i, i+1)
		return func(e *journal.Entry) int {
			at := min(i, len(*p(e)))
			*p(e) = slices.Insert(slices.Clone(*p(e)), at, gone)
			return at
		}
	}
	f := field{key: key, ask: ask, why: why, kind: list, list: l}
	f.get = func(*journal.Entry) string { return "" }
	f.set = func(*journal.Entry, string) {}
	return f
}

// tickable lets one key mark an item as done now, and take the mark away again.
func tickable(f field, word, done, open string, p func(e *journal.Entry, i int) *when.Moment) field {
	f.list.tickWord = word
	f.list.ticked = func(e *journal.Entry, i int) bool { return !p(e, i).IsZero() }
	f.list.tick = func(e *journal.Entry, i int, m moments) string {
		if at := p(e, i); at.IsZero() {
			*at = m.now()
			return done
		}
		*p(e, i) = when.Moment{}
		return open
	}
	return f
}
