package store

import "bounceback/journal"

// Encode returns the canonical text of a whole entry: what a new file holds. Keys that say nothing are absent.
func Encode(e journal.Entry) string {
	w := writer{eol: "\n"}
	for i := range tables {
		t := &tables[i]
		for n := range t.rows(&e) {
			row := t.row(&e, n)
			if t.path != "" && !t.list && !says(t, row) {
				continue
			}
			w.piece(piece{s: fresh(t, row, "", "\n"), fresh: true})
		}
	}
	return w.b.String()
}

// says reports whether any key of a row is not zero.
func says(t *table, row any) bool {
	for i := range t.keys {
		if !isZero(t.keys[i].get(row)) {
			return true
		}
	}
	return false
}
