package store

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"bounceback/journal"
	"bounceback/journal/when"
)

// A file is decoded into maps and read through the tables, exactly and case for case: the library's own way into structs
// ignores case, loses a whole table over one wrong type, and gives a local date today's offset.

// File is one entry with the text that it was read from.
type File struct {
	Path  string
	Text  string
	Stamp Stamp
	Entry journal.Entry
	// Problems are keys that could not be read. They stay in the file as they are.
	Problems []Problem
	// Locked says in words for the person why the file is read-only; "" when it can be saved.
	Locked string
}

// Problem is one key that could not be read.
type Problem struct {
	Line   int // counted from 1; 0 when unknown
	Key    string
	Reason string // such as "a number stands where a text is expected"
}

// Decode reads the text of the file at path. The error is a [*BrokenError].
func Decode(path, text string) (File, error) {
	d, err := decode(path, text)
	if err != nil {
		return File{}, err
	}
	return d.File, nil
}

// doc is a decoded file with all that a save needs to know of it.
type doc struct {
	File
	m   map[string]any
	cut *cutting
	bad map[string]int // tables and keys of a wrong type, by their place, with the line
}

// place names a key of the n-th element of a table, for doc.bad.
func place(t *table, nth int, name string) string { return fmt.Sprintf("%s#%d.%s", t.path, nth, name) }

const (
	lockedNewer  = "a newer bounceback wrote it (schema %d); this one knows schema %d, so it only shows it"
	lockedBytes  = "it holds bytes that are not UTF-8 text; open it in an editor, save it as UTF-8, and it can be changed here again"
	lockedInline = "line %d is written in a form that this program does not edit; `bounceback doctor --rewrite %s` rewrites it"
)

func decode(path, text string) (*doc, error) {
	d := &doc{File: File{Path: path, Text: text}, m: map[string]any{}, bad: map[string]int{}}
	valid := utf8.ValidString(text)
	if !valid {
		text = strings.ToValidUTF8(text, "\uFFFD")
		d.Locked = lockedBytes
	}
	if strings.TrimSpace(strings.TrimPrefix(text, bom)) == "" {
		return nil, &BrokenError{Path: path, Line: 1, Reason: "the file is empty"}
	}
	// A line's end is a line's end, however it is written; a carriage return that belongs to a text is escaped.
	plain := strings.ReplaceAll(text, "\r\n", "\n")
	if strings.Contains(plain, "\r") {
		plain = text
	}
	if _, err := toml.Decode(plain, &d.m); err != nil {
		return nil, broken(path, text, err)
	}
	d.cut = cut(text)
	d.read()
	if d.Entry.Schema > journal.Schema {
		d.Locked = fmt.Sprintf(lockedNewer, d.Entry.Schema, journal.Schema)
	}
	if d.Locked == "" {
		if line := d.oddForm(); line > 0 {
			d.Locked = fmt.Sprintf(lockedInline, line, d.idOrName())
		}
	}
	if id := nameID(path); id != "" && d.Entry.ID != "" && id != d.Entry.ID {
		d.problem(&tables[0], 1, "id", fmt.Sprintf("the file is named for %s, and its id is %s", id, d.Entry.ID))
	}
	return d, nil
}

func (d *doc) idOrName() string {
	if d.Entry.ID != "" {
		return d.Entry.ID
	}
	if id := nameID(d.Path); id != "" {
		return id
	}
	return d.Path
}

func broken(path, text string, err error) error {
	out := &BrokenError{Path: path, Reason: err.Error()}
	var pe toml.ParseError
	if errors.As(err, &pe) {
		out.Line, out.Reason = pe.Position.Line, pe.Message
	}
	line := 0
	for l := range strings.Lines(text) {
		line++
		if strings.HasPrefix(l, "<<<<<<< ") || strings.HasPrefix(l, ">>>>>>> ") {
			out.Line, out.Reason = line, "both sides of a merge stand in the file; keep one of them"
			break
		}
	}
	if strings.Contains(text, "\x00") {
		out.Reason = "the file holds bytes that are no text"
	}
	return out
}

// read fills the entry from the maps.
func (d *doc) read() {
	for i := range tables {
		t := &tables[i]
		v, ok := lookup(d.m, t.name)
		if !ok {
			continue
		}
		if !t.list {
			if m, ok := v.(map[string]any); ok {
				d.readRow(t, 1, m)
			} else {
				d.wrongTable(t, "a table")
			}
			continue
		}
		rows, ok := tableRows(v)
		if !ok {
			d.wrongTable(t, "a list of tables")
			continue
		}
		t.resize(&d.Entry, len(rows))
		for n, m := range rows {
			*t.origin(t.row(&d.Entry, n)) = journal.Origin(n + 1)
			d.readRow(t, n+1, m)
		}
	}
}

func (d *doc) readRow(t *table, nth int, m map[string]any) {
	row := t.row(&d.Entry, nth-1)
	for i := range t.keys {
		k := &t.keys[i]
		raw, ok := m[k.name]
		if !ok {
			continue
		}
		v, ok := read(k.kind, raw)
		if !ok {
			d.bad[place(t, nth, k.name)] = d.problem(t, nth, k.name, fmt.Sprintf("%s stands where %s is expected", typeName(raw), k.kind.wanted()))
			continue
		}
		if s, ok := v.(string); ok && strings.HasSuffix(s, "\n") {
			if st := d.cut.find(t.path, nth).stmt(k.name); st != nil && isBlock(d.cut.text[st.val:]) {
				v = unblock(s)
			}
		}
		k.set(row, v)
	}
}

func isBlock(s string) bool { return strings.HasPrefix(s, `"""`) || strings.HasPrefix(s, "'''") }

// problem notes what is wrong with a key and returns its line.
func (d *doc) problem(t *table, nth int, name, reason string) int {
	p := Problem{Key: t.join(name), Reason: reason}
	if b := d.cut.find(t.path, nth); b != nil {
		p.Line = b.line
		if st := b.stmt(name); st != nil {
			p.Line = st.line
		} else if b := d.cut.find(p.Key, 1); b != nil {
			p.Line = b.line // a table where a value should be
		}
	}
	d.Problems = append(d.Problems, p)
	return max(1, p.Line)
}

func (d *doc) wrongTable(t *table, want string) {
	p := Problem{Key: t.path, Reason: "something else stands where " + want + " is expected"}
	parent, name := strings.Join(t.name[:len(t.name)-1], "."), t.name[len(t.name)-1]
	if b := d.cut.find(t.path, 1); b != nil {
		p.Line = b.line
	} else if st := d.cut.find(parent, 1).stmt(name); st != nil {
		p.Line = st.line
	}
	d.bad[t.path] = max(1, p.Line)
	d.Problems = append(d.Problems, p)
}

// lookup returns the value at a path. A path through something that is no table leads nowhere.
func lookup(m map[string]any, path []string) (any, bool) {
	var v any = m
	for _, name := range path {
		in, ok := v.(map[string]any)
		if !ok {
			return nil, false
		}
		if v, ok = in[name]; !ok {
			return nil, false
		}
	}
	return v, true
}

// tableRows returns the elements of a list of tables, in whichever form it was written.
func tableRows(v any) ([]map[string]any, bool) {
	switch v := v.(type) {
	case []map[string]any:
		return v, true
	case []any:
		rows := make([]map[string]any, len(v))
		for i, x := range v {
			m, ok := x.(map[string]any)
			if !ok {
				return nil, false
			}
			rows[i] = m
		}
		return rows, true
	}
	return nil, false
}

// read turns what the library decoded into the value of a key; ok is false when it is of another type.
func read(k kind, raw any) (v any, ok bool) {
	switch k {
	case text, prose, word:
		v, ok = raw.(string)
	case flag:
		v, ok = raw.(bool)
	case number:
		var n int64
		n, ok = raw.(int64)
		v, ok = n, ok && int64(int(n)) == n
	case moment:
		t, isTime := raw.(time.Time)
		if !isTime {
			return nil, false
		}
		var m when.Moment
		m, ok = when.FromTOML(t)
		v = m
	case words:
		list, isList := raw.([]any)
		out := make([]string, len(list))
		for i, x := range list {
			s, isString := x.(string)
			if !isString {
				return nil, false
			}
			out[i] = s
		}
		v, ok = out, isList
	}
	return v, ok
}

// typeName names the type of what the library decoded, in words for a person.
func typeName(raw any) string {
	switch raw := raw.(type) {
	case string:
		return "a text"
	case bool:
		return "true or false"
	case int64, float64:
		return "a number"
	case time.Time:
		return "a date or a time"
	case []any:
		for _, x := range raw {
			if _, ok := x.(string); !ok {
				return "a list with something that is no text"
			}
		}
		return "a list"
	}
	return "a table"
}

// wanted names the kind in words for a person.
func (k kind) wanted() string {
	return [...]string{"a text", "a text", "a word in quotes", "true or false", "a whole number", "a date like 2026-11-20", "a list of texts"}[k]
}

// oddForm returns the line of the first known thing that does not stand where the splice looks for it: an inline table, a
// dotted key, a list of inline tables, an escaped key. 0: everything is in its place.
func (d *doc) oddForm() int {
	for _, b := range d.cut.blocks {
		for i := range b.stmts {
			if st := &b.stmts[i]; d.oddStmt(b, st) {
				return st.line
			}
		}
	}
	for i := range tables {
		t := &tables[i]
		v, ok := lookup(d.m, t.name)
		if _, wrong := d.bad[t.path]; !ok || wrong {
			continue
		}
		rows := []map[string]any{}
		if t.list {
			rows, _ = tableRows(v)
		} else if m, ok := v.(map[string]any); ok {
			rows = append(rows, m)
		}
		for n, m := range rows {
			b := d.cut.find(t.path, n+1)
			for j := range t.keys {
				name := t.keys[j].name
				if _, has := m[name]; has && b.stmt(name) == nil && d.bad[place(t, n+1, name)] == 0 {
					return max(1, d.lineOf(b))
				}
			}
			if t.list && (b == nil || !b.list) {
				return max(1, d.lineOf(b))
			}
		}
	}
	return 0
}

func (d *doc) lineOf(b *block) int {
	if b == nil {
		return 1
	}
	return b.line
}

func (d *doc) oddStmt(b *block, st *stmt) bool {
	full := st.name
	if b.path != "" {
		full = b.path + "." + st.name
	}
	for i := range tables {
		t := &tables[i]
		if t.path == "" || b.path == t.path {
			continue
		}
		if _, wrong := d.bad[t.path]; !wrong && (full == t.path || st.parts > 1 && strings.HasPrefix(full, t.path+".")) {
			return true
		}
	}
	return false
}
