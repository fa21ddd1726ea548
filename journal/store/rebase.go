package store

import "bounceback/journal"

// Rebase is for a person who goes on writing while a save is under way: live was made from sent, sent was handed to
// [Store.Save], and saved is what came back. It returns live as a change of saved, with origins of saved's text, so that it
// can be saved over it. Conflicts are as in [Merge]: what another program changed in the meantime and the person too.
func Rebase(sent, live, saved journal.Entry) (rebased journal.Entry, conflicts []string) {
	sent, live = sent.Clone(), live.Clone()
	for i := range tables {
		if t := &tables[i]; t.list {
			renumber(t, &sent, &live)
		}
	}
	return Merge(sent, live, saved)
}

// renumber gives the elements of sent their own places as origins, and those of live the place of the element of sent that
// they were. Elements that were new in both are the same ones when they say the same, and else in their order.
func renumber(t *table, sent, live *journal.Entry) {
	n, m := t.count(sent), t.count(live)
	taken := make([]bool, n)
	place := make([]int, m) // counted from 1; 0: none
	match := func(same func(i, j int) bool) {
		for j := range m {
			for i := 0; i < n && place[j] == 0; i++ {
				if !taken[i] && same(i, j) {
					place[j], taken[i] = i+1, true
				}
			}
		}
	}
	from := func(e *journal.Entry, i int) journal.Origin { return *t.origin(t.row(e, i)) }
	match(func(i, j int) bool { return from(live, j) > 0 && from(live, j) == from(sent, i) })
	fresh := func(i, j int) bool { return from(live, j) <= 0 && from(sent, i) <= 0 }
	match(func(i, j int) bool { return fresh(i, j) && !differs(t, t.row(live, j), t.row(sent, i)) })
	match(fresh)
	for i := range n {
		*t.origin(t.row(sent, i)) = journal.Origin(i + 1)
	}
	for j := range m {
		*t.origin(t.row(live, j)) = journal.Origin(place[j])
	}
}
