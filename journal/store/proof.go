package store

import (
	"math"
	"slices"
	"strings"
	"time"

	"bounceback/journal"
)

// A save proves itself before a byte is written: the new text is decoded again, says what was wanted, and has every unknown
// key and every comment of the old one, but for those of deleted elements.

// change returns d changed to want. The error is a [*RefusedError].
func change(d *doc, want *journal.Entry) (*doc, error) {
	s, text, err := splice(d, want)
	if err != nil {
		return nil, err
	}
	return s.prove(text)
}

// prove decodes the new text and compares it with what was wanted and what there was.
func (s *splicer) prove(text string) (*doc, error) {
	if len(text) > maxSize {
		return nil, s.refused("with this text it would be larger than 8 MiB, and could not be opened again")
	}
	next, err := decode(s.Path, text)
	if err != nil {
		return nil, s.refused("the new text would not be readable: %v", err)
	}
	switch {
	case next.Locked != "":
		return nil, s.refused("the new text could not be changed again: %s", next.Locked)
	case !next.Entry.Equal(*s.want):
		return nil, s.refused("the new text would not say what was written")
	case !sameAny(unknown(s.m, "", s.want, &s.Entry), unknown(next.m, "", nil, nil)):
		return nil, s.refused("keys that this program does not know would be lost")
	case !slices.Equal(remarks(s.cut, s.gone), remarks(next.cut, nil)):
		return nil, s.refused("comments would be lost")
	}
	return next, nil
}

// unknown returns what the table at path holds beyond the keys that could be read. With want, the elements of lists are in
// the order of want.
func unknown(m map[string]any, path string, want, old *journal.Entry) map[string]any {
	out := map[string]any{}
	self := tableAt(path)
	for name, v := range m {
		full := strings.TrimPrefix(path+"."+name, ".")
		t := tableAt(full)
		if t == nil {
			if i := self.find(name); i >= 0 {
				if _, ok := read(self.keys[i].kind, v); ok {
					continue
				}
			}
			out[name] = v
			continue
		}
		rows, isList := tableRows(v)
		in, isTable := v.(map[string]any)
		switch {
		case t.list && isList:
			if left := unknownRows(t, rows, want, old); left != nil {
				out[name] = left
			}
		case !t.list && isTable:
			if left := unknown(in, full, want, old); len(left) > 0 {
				out[name] = left
			}
		default:
			out[name] = v
		}
	}
	return out
}

func unknownRows(t *table, rows []map[string]any, want, old *journal.Entry) any {
	if want != nil {
		order, _ := origins(t, want, t.count(old))
		sorted := make([]map[string]any, len(order))
		for i, o := range order {
			if o > 0 && o <= len(rows) {
				sorted[i] = rows[o-1]
			}
		}
		rows = sorted
	}
	var out []any
	some := false
	for _, m := range rows {
		left := unknown(m, t.path, want, old)
		some = some || len(left) > 0
		out = append(out, left)
	}
	if !some {
		return nil
	}
	return out
}

func tableAt(path string) *table {
	for i := range tables {
		if tables[i].path == path {
			return &tables[i]
		}
	}
	return nil
}

// remarks returns the comments of a text in alphabetical order, without those in the ranges that are gone.
func remarks(c *cutting, gone [][2]int) []string {
	var out []string
	for _, i := range c.comments {
		if !slices.ContainsFunc(gone, func(r [2]int) bool { return r[0] <= i && i < r[1] }) {
			out = append(out, c.comment(i))
		}
	}
	slices.Sort(out)
	return out
}

// anyList returns a list in whichever form it was written.
func anyList(v any) ([]any, bool) {
	switch v := v.(type) {
	case []any:
		return v, true
	case []map[string]any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = v[i]
		}
		return out, true
	}
	return nil, false
}

// sameAny reports whether two decoded values are the same. Unlike reflect.DeepEqual it finds that not-a-number equals
// itself, and does not look into time zones.
func sameAny(a, b any) bool {
	switch a := a.(type) {
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for k, v := range a {
			w, ok := b[k]
			if !ok || !sameAny(v, w) {
				return false
			}
		}
		return true
	case []any:
		b, ok := anyList(b)
		return ok && slices.EqualFunc(a, b, sameAny)
	case []map[string]any:
		list, _ := anyList(a)
		return sameAny(list, b)
	case float64:
		b, ok := b.(float64)
		return ok && (a == b || math.IsNaN(a) && math.IsNaN(b))
	case time.Time:
		b, ok := b.(time.Time)
		return ok && a.Equal(b) && a.Format(time.RFC3339Nano) == b.Format(time.RFC3339Nano) &&
			a.Location().String() == b.Location().String()
	}
	return a == b
}
