package store

import (
	"bytes"
	"encoding/json"
	"strings"

	"bounceback/journal"
	"bounceback/journal/when"
)

// JSON returns e as one object with the keys of the file, in the order of the file. Keys that say nothing are absent, as in a
// file. Dates are texts. The key vent is there only when private is true.
func JSON(e journal.Entry, private bool) ([]byte, error) {
	if !private {
		e.Vent = ""
	}
	o, err := objectOf(&e, &tables[0], 0)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, o, "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// objectOf returns the n-th row of t as an object, with the tables under it.
func objectOf(e *journal.Entry, t *table, n int) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	name := func(name string) {
		if b.Len() > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + name + `":`)
	}
	row := t.row(e, n)
	for i := range t.keys {
		k := &t.keys[i]
		v := k.get(row)
		if isZero(v) && !k.always {
			continue
		}
		if m, ok := v.(when.Moment); ok {
			v = m.String()
		}
		name(k.name)
		if err := enc.Encode(v); err != nil {
			return nil, err
		}
	}
	for i := range tables {
		in := &tables[i]
		if t.list || in.path == "" || parentOf(in) != t.path {
			continue
		}
		var rows [][]byte
		for n := range in.rows(e) {
			o, err := objectOf(e, in, n)
			if err != nil {
				return nil, err
			}
			rows = append(rows, o)
		}
		switch {
		case in.list && len(rows) > 0:
			name(in.name[len(in.name)-1])
			b.WriteString("[" + string(bytes.Join(rows, []byte(","))) + "]")
		case !in.list && len(rows[0]) > len("{}"):
			name(in.name[len(in.name)-1])
			b.Write(rows[0])
		}
	}
	return append(append([]byte("{"), b.Bytes()...), '}'), nil
}

// parentOf returns the path of the table that t stands in.
func parentOf(t *table) string { return strings.Join(t.name[:len(t.name)-1], ".") }
