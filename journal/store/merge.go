package store

import (
	"cmp"
	"fmt"
	"slices"

	"bounceback/journal"
)

// Merge brings two changes of one entry together, key by key: what one side changed wins over what the other left alone.
// Lists of texts unite. Elements of lists are matched with base's, mine by their Origin and theirs by what they say; what
// either side added is kept, and so is an element that one side deleted and the other changed. The further status of a step
// wins, and in [learn.review] mine. Everything else that both sides changed differently is a conflict: merged has theirs, and
// conflicts has its key as in [ConflictError].
//
// Origins in merged are those of theirs, so that merged can be saved over theirs.
func Merge(base, mine, theirs journal.Entry) (merged journal.Entry, conflicts []string) {
	merged = theirs.Clone()
	m := merger{}
	m.tables(&base, &mine, &theirs, &merged)
	return merged, m.conflicts
}

func (m *merger) tables(base, mine, theirs, merged *journal.Entry) {
	for i := range tables {
		t := &tables[i]
		if t.list {
			m.rows(t, base, mine, theirs, merged)
			continue
		}
		m.row(t, t.path, t.row(base, 0), t.row(mine, 0), t.row(merged, 0))
	}
}

// Mine is [ConflictError.Merged] with mine for what both sides changed. mine is what could not be saved; the result can be
// saved over Theirs.
func (e *ConflictError) Mine(mine journal.Entry) journal.Entry {
	if e.edited != nil && mine.Equal(*e.edited) {
		mine = *e.edited
	}
	merged := e.Theirs.Entry.Clone()
	(&merger{preferMine: true}).tables(&e.Base.Entry, &mine, &e.Theirs.Entry, &merged)
	return merged
}

type merger struct {
	conflicts  []string
	preferMine bool
}

// row merges the keys of one table into theirs.
func (m *merger) row(t *table, path string, base, mine, theirs any) {
	if !differs(t, base, mine) {
		return
	}
	m.state(t, base, mine, theirs)
	for i := range t.keys {
		k := &t.keys[i]
		b, a, o := k.get(base), k.get(mine), k.get(theirs)
		switch {
		case k.state, sameValue(a, b), sameValue(a, o):
		case sameValue(o, b), k.kind == flag, t.path == "learn.review", m.preferMine && k.kind != words:
			k.set(theirs, a)
		case k.kind == words:
			k.set(theirs, unite(b.([]string), a.([]string), o.([]string)))
		case path == "":
			m.conflicts = append(m.conflicts, k.name)
		default:
			m.conflicts = append(m.conflicts, path+"."+k.name)
		}
	}
}

// state merges how far a step has come. Status, moment and reason belong together: they come from one side.
func (m *merger) state(t *table, base, mine, theirs any) {
	same := func(a, b any) bool {
		for i := range t.keys {
			if k := &t.keys[i]; k.state && !sameValue(k.get(a), k.get(b)) {
				return false
			}
		}
		return true
	}
	if same(base, mine) || same(mine, theirs) {
		return
	}
	if !same(base, theirs) && progress(t, mine) <= progress(t, theirs) {
		return
	}
	for i := range t.keys {
		if k := &t.keys[i]; k.state {
			k.set(theirs, k.get(mine))
		}
	}
}

func progress(t *table, row any) int {
	for i := range t.keys {
		if k := &t.keys[i]; k.state && k.kind == word {
			status, _ := k.get(row).(string)
			return slices.Index([]string{"", string(journal.Doing), string(journal.Skipped), string(journal.Done)}, status)
		}
	}
	return -1
}

// unite returns theirs without what mine took away and with what mine added.
func unite(base, mine, theirs []string) []string {
	var out []string
	for _, w := range theirs {
		if slices.Contains(mine, w) || !slices.Contains(base, w) {
			out = append(out, w)
		}
	}
	for _, w := range mine {
		if !slices.Contains(base, w) && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// rows merges a list of tables.
func (m *merger) rows(t *table, base, mine, theirs, merged *journal.Entry) {
	mineOf := matchOrigins(t, base, mine) // by mine's place: base's, or -1
	theirOf := matchRows(t, base, theirs) // by theirs' place: base's, or -1
	twins := matchNew(t, mine, theirs, mineOf, theirOf)
	// Every element gets a number: base's place, and beyond it one for each new element. The same new element on both sides
	// has one number.
	nb := t.count(base)
	number := func(place, of, first int) int {
		if of >= 0 {
			return of
		}
		return first + place
	}
	mineSeq, theirSeq := []int{}, []int{}
	mineAt, theirAt := map[int]int{}, map[int]int{}
	for i, of := range theirOf {
		n := number(i, of, nb)
		theirSeq, theirAt[n] = append(theirSeq, n), i
	}
	for i, of := range mineOf {
		n := number(i, of, nb+len(theirOf))
		if j, ok := twins[i]; ok {
			n = nb + j
		}
		mineSeq, mineAt[n] = append(mineSeq, n), i
	}
	order, other := mineSeq, theirSeq
	if !slices.IsSorted(slices.DeleteFunc(slices.Clone(theirOf), func(of int) bool { return of < 0 })) {
		order, other = theirSeq, mineSeq // theirs were put into another order
	}
	t.resize(merged, 0)
	for _, n := range interleave(order, other) {
		i, inMine := mineAt[n]
		j, inTheirs := theirAt[n]
		var b any
		if n < nb {
			b = t.row(base, n)
		}
		switch {
		case inMine && inTheirs:
			t.add(merged, t.row(theirs, j))
			if b != nil {
				place := t.count(merged) - 1
				m.row(t, fmt.Sprintf("%s[%d]", t.path, j+1), b, t.row(mine, i), t.row(merged, place))
			}
		case inTheirs && (b == nil || differs(t, b, t.row(theirs, j))):
			t.add(merged, t.row(theirs, j))
		case inMine && (b == nil || differs(t, b, t.row(mine, i))):
			t.add(merged, t.row(mine, i))
			*t.origin(t.row(merged, t.count(merged)-1)) = 0
		}
	}
}

// interleave returns order with what only other has put in after its predecessor there.
func interleave(order, other []int) []int {
	out := slices.Clone(order)
	at := 0
	for _, n := range other {
		if i := slices.Index(out, n); i >= 0 {
			at = i + 1
			continue
		}
		out = slices.Insert(out, at, n)
		at++
	}
	return out
}

func matchOrigins(t *table, base, mine *journal.Entry) []int {
	at := map[journal.Origin]int{}
	for i := range t.count(base) {
		at[*t.origin(t.row(base, i))] = i
	}
	out := make([]int, t.count(mine))
	for i := range out {
		o := *t.origin(t.row(mine, i))
		out[i] = -1
		if b, ok := at[o]; ok && o > 0 {
			out[i] = b
			delete(at, o) // a copy of an element is a new one
		}
	}
	return out
}

// matchRows finds for each element of theirs the one of base that it was: the same, else the one that it shares most with.
func matchRows(t *table, base, theirs *journal.Entry) []int {
	nb, nt := t.count(base), t.count(theirs)
	out, taken := slices.Repeat([]int{-1}, nt), make([]bool, nb)
	take := func(i, b int) { out[i], taken[b] = b, true }
	same := func(i, b int) bool { return !differs(t, t.row(theirs, i), t.row(base, b)) }
	for i := range min(nb, nt) {
		if same(i, i) {
			take(i, i)
		}
	}
	for i := range nt {
		for b := 0; b < nb && out[i] < 0; b++ {
			if !taken[b] && same(i, b) {
				take(i, b)
			}
		}
	}
	type pair struct{ i, b, score int }
	var pairs []pair
	for i := range nt {
		for b := range nb {
			if out[i] >= 0 || taken[b] {
				continue
			}
			if n := common(t, t.row(theirs, i), t.row(base, b)); n > 0 {
				pairs = append(pairs, pair{i, b, n})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(abs(a.i-a.b), abs(b.i-b.b)))
	})
	for _, p := range pairs {
		if out[p.i] < 0 && !taken[p.b] {
			take(p.i, p.b)
		}
	}
	return out
}

// matchNew finds new elements of mine that theirs has as well, by mine's place.
func matchNew(t *table, mine, theirs *journal.Entry, mineOf, theirOf []int) map[int]int {
	out, taken := map[int]int{}, map[int]bool{}
	for i, of := range mineOf {
		for j := 0; of < 0 && j < len(theirOf); j++ {
			if theirOf[j] < 0 && !taken[j] && !differs(t, t.row(mine, i), t.row(theirs, j)) {
				out[i], taken[j] = j, true
				break
			}
		}
	}
	return out
}

// common counts the keys that two elements share. Flags and numbers are the same too often to tell anything.
func common(t *table, a, b any) int {
	n := 0
	for i := range t.keys {
		k := &t.keys[i]
		if v := k.get(a); k.kind != flag && k.kind != number && k.kind != word && !isZero(v) && sameValue(v, k.get(b)) {
			n++
		}
	}
	return n
}

func abs(n int) int { return max(n, -n) }
