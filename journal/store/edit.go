package store

import (
	"strings"
)

// edit returns the text of block b, of table t, with the keys changed that differ between the rows.
func (s *splicer) edit(b *block, t *table, old, row any) string {
	after := make(map[int][]string) // new lines after the n-th statement; -1: after the header
	for i := range t.keys {
		k := &t.keys[i]
		if b.stmt(k.name) != nil || sameValue(k.get(old), k.get(row)) {
			continue
		}
		at := predecessor(b, t, i)
		line := s.indent(b, at) + k.name + " = " + emit(k.kind, k.get(row), s.cut.eol) + s.cut.eol
		after[at] = append(after[at], line)
	}
	w := writer{eol: s.cut.eol}
	add := func(at int) {
		for _, line := range after[at] {
			w.verbatim(line)
		}
	}
	w.verbatim(s.cut.text[b.lead:b.hend])
	add(-1)
	last := b.hend
	for i := range b.stmts {
		st := &b.stmts[i]
		w.verbatim(s.statement(st, t, old, row))
		add(i)
		last = st.end
	}
	w.verbatim(s.cut.text[last:max(last, b.end)])
	return w.b.String()
}

// predecessor returns the place of the statement in b after which the n-th key of t belongs, -1 for right after the header.
func predecessor(b *block, t *table, n int) int {
	at, best := -1, -1
	for i := range b.stmts {
		if b.stmts[i].parts != 1 {
			continue
		}
		if r := t.find(b.stmts[i].name); r > best && r < n {
			at, best = i, r
		}
	}
	if at < 0 && t.path == "" { // what stands at the top of the file speaks of the whole file
		return len(b.stmts) - 1
	}
	return at
}

// indent returns the white space that the n-th statement of b begins with, or the first one's.
func (s *splicer) indent(b *block, n int) string {
	if len(b.stmts) == 0 {
		return ""
	}
	line := s.cut.text[b.stmts[max(n, 0)].body:]
	return line[:blanks(line, 0)]
}

// statement returns the text of a statement with the value of the row. Comments inside a value that is replaced move above
// it, and a comment beside a key that goes stays in its place.
func (s *splicer) statement(st *stmt, t *table, old, row any) string {
	src := s.cut.text
	i := -1
	if st.parts == 1 {
		i = t.find(st.name)
	}
	if i < 0 || sameValue(t.keys[i].get(old), t.keys[i].get(row)) {
		return src[st.lead:st.end]
	}
	k := &t.keys[i]
	var b strings.Builder
	b.WriteString(src[st.lead:st.body])
	indent := src[st.body : st.body+blanks(src[st.body:], 0)]
	keep := func(from, to int) {
		for _, c := range s.cut.comments {
			if c >= from && c < to {
				b.WriteString(indent + s.cut.comment(c) + s.cut.eol)
			}
		}
	}
	keep(st.val, st.vend)
	v := k.get(row)
	if isZero(v) && !inPlace(k) {
		keep(st.vend, st.end)
		return b.String()
	}
	b.WriteString(src[st.body:st.val])
	b.WriteString(emit(k.kind, v, s.cut.eol))
	b.WriteString(src[st.vend:st.end])
	return b.String()
}

// inPlace reports whether a key that says nothing any more is written so, and does not go: its remark would lose its place.
func inPlace(k *key) bool { return k.kind == flag || k.kind == number || k.always && k.kind != moment }

// fresh returns the text of a table that is new.
func fresh(t *table, row any, indent, eol string) string {
	var b strings.Builder
	switch {
	case t.list:
		b.WriteString(indent + "[[" + t.path + "]]" + eol)
	case t.path != "":
		b.WriteString(indent + "[" + t.path + "]" + eol)
	}
	for i := range t.keys {
		k := &t.keys[i]
		if v := k.get(row); !isZero(v) || k.always && k.kind != moment {
			b.WriteString(indent + k.name + " = " + emit(k.kind, v, eol) + eol)
		}
	}
	return b.String()
}

// writer puts texts together that were written apart.
type writer struct {
	b    strings.Builder
	last string
	eol  string
}

// verbatim adds s on a line of its own.
func (w *writer) verbatim(s string) {
	if s == "" {
		return
	}
	if w.last != "" && w.last != bom && !strings.HasSuffix(w.last, "\n") {
		w.b.WriteString(w.eol)
	}
	w.b.WriteString(s)
	w.last = s
}

func (w *writer) piece(p piece) {
	if p.fresh && w.last != "" && w.last != bom && !strings.HasSuffix(w.last, "\n"+w.eol) && w.last != w.eol {
		w.verbatim(w.eol)
	}
	w.verbatim(p.s)
}
