package store

import (
	"slices"
	"strings"

	"bounceback/journal"
	"bounceback/journal/when"
)

// A key stands in one table of this file's kind and nowhere else: decoding, writing, JSON, merging, the doctor and the
// documentation of the format all read it there.

// kind is what the value of a key is.
type kind uint8

const (
	text   kind = iota // one line, or a block when it holds a newline
	prose              // always a block: """ … """
	word               // one of a few fixed words; an unknown one is kept
	flag               // true or false
	number             // a whole number
	moment             // a day, a local date-time or an instant
	words              // a list of texts
)

func (k kind) String() string {
	return [...]string{"text", "prose", "word", "flag", "number", "moment", "list of texts"}[k]
}

// key is one key of a table. The values that get and set trade are string, bool, int64, when.Moment and []string.
type key struct {
	name   string
	kind   kind
	doc    string
	values []string // the words of kind word that have a meaning
	always bool     // written in a new table even when it is zero
	state  bool     // part of how far a step has come
	get    func(row any) any
	set    func(row, value any)
}

// table is one [section] of the file, or with list one [[section]]; the root has the path "".
type table struct {
	path string
	name []string // the path in parts
	list bool
	doc  string
	keys []key
	// row returns the i-th element, counted from 0, as a pointer; of a table that is no list, the only one.
	row func(e *journal.Entry, i int) any
	// The rest only for lists.
	count  func(e *journal.Entry) int
	resize func(e *journal.Entry, n int)
	origin func(row any) *journal.Origin
	// add appends a copy of a row.
	add func(e *journal.Entry, row any)
}

// find returns the place of a key in t, or -1.
func (t *table) find(name string) int {
	for i := range t.keys {
		if t.keys[i].name == name {
			return i
		}
	}
	return -1
}

// rows returns how many elements e has of t: 1 for a table that is no list.
func (t *table) rows(e *journal.Entry) int {
	if !t.list {
		return 1
	}
	return t.count(e)
}

// join returns the full path of a key of t.
func (t *table) join(name string) string {
	if t.path == "" {
		return name
	}
	return t.path + "." + name
}

// isZero reports whether a value says nothing, so that its key is absent from a file.
func isZero(v any) bool {
	switch v := v.(type) {
	case string:
		return v == ""
	case bool:
		return !v
	case int64:
		return v == 0
	case when.Moment:
		return v.IsZero()
	case []string:
		return len(v) == 0
	}
	return v == nil
}

// sameValue reports whether two values of one key are the same.
func sameValue(a, b any) bool {
	la, ok := a.([]string)
	if !ok {
		return a == b
	}
	lb, _ := b.([]string)
	return slices.Equal(la, lb)
}

// KeyDoc tells about one key of the file format, for its documentation.
type KeyDoc struct {
	Path   string   // such as "own.did"
	List   bool     // the key belongs to each element of a list of tables, written [[own.knew_later]]
	Kind   string   // text, prose, word, flag, number, moment, list of texts
	Doc    string   // what it holds, in a few words
	Values []string // the words that have a meaning, for a key of kind word
}

// Schema lists every key of the file in the order in which they are written.
func Schema() []KeyDoc {
	var out []KeyDoc
	for _, t := range tables {
		for _, k := range t.keys {
			out = append(out, KeyDoc{
				Path: t.join(k.name), List: t.list, Kind: k.kind.String(), Doc: k.doc, Values: slices.Clone(k.values),
			})
		}
	}
	return out
}

// root, section and list build a table whose row has type R.

func root(keys ...key) table {
	return table{keys: keys, row: func(e *journal.Entry, _ int) any { return e }}
}

func section[R any](path, doc string, get func(*journal.Entry) *R, keys ...key) table {
	return table{
		path: path, name: strings.Split(path, "."), doc: doc, keys: keys,
		row: func(e *journal.Entry, _ int) any { return get(e) },
	}
}

func list[R any](path, doc string, get func(*journal.Entry) *[]R, origin func(*R) *journal.Origin, keys ...key) table {
	return table{
		path: path, name: strings.Split(path, "."), list: true, doc: doc, keys: keys,
		row:    func(e *journal.Entry, i int) any { return &(*get(e))[i] },
		count:  func(e *journal.Entry) int { return len(*get(e)) },
		origin: func(row any) *journal.Origin { return origin(row.(*R)) },
		resize: func(e *journal.Entry, n int) {
			if n == 0 {
				*get(e) = nil
				return
			}
			*get(e) = make([]R, n)
		},
		add: func(e *journal.Entry, row any) { *get(e) = append(*get(e), *row.(*R)) },
	}
}

// The constructors of keys. Each takes the field that the key stands for.

func stringKey[R any, S ~string](k kind, name, doc string, f func(*R) *S) key {
	return key{
		name: name, kind: k, doc: doc,
		get: func(r any) any { return string(*f(r.(*R))) },
		set: func(r, v any) { *f(r.(*R)) = S(v.(string)) },
	}
}

func textKey[R any](name, doc string, f func(*R) *string) key  { return stringKey(text, name, doc, f) }
func proseKey[R any](name, doc string, f func(*R) *string) key { return stringKey(prose, name, doc, f) }

func wordKey[R any, S ~string](name, doc string, values []S, f func(*R) *S) key {
	k := stringKey(word, name, doc, f)
	for _, v := range values {
		k.values = append(k.values, string(v))
	}
	return k
}

func flagKey[R any](name, doc string, f func(*R) *bool) key {
	return key{
		name: name, kind: flag, doc: doc,
		get: func(r any) any { return *f(r.(*R)) },
		set: func(r, v any) { *f(r.(*R)) = v.(bool) },
	}
}

func numberKey[R any](name, doc string, f func(*R) *int) key {
	return key{
		name: name, kind: number, doc: doc,
		get: func(r any) any { return int64(*f(r.(*R))) },
		set: func(r, v any) { *f(r.(*R)) = int(v.(int64)) },
	}
}

func momentKey[R any](name, doc string, f func(*R) *when.Moment) key {
	return key{
		name: name, kind: moment, doc: doc,
		get: func(r any) any { return *f(r.(*R)) },
		set: func(r, v any) { *f(r.(*R)) = v.(when.Moment) },
	}
}

func wordsKey[R any](name, doc string, f func(*R) *[]string) key {
	return key{
		name: name, kind: words, doc: doc,
		get: func(r any) any { return *f(r.(*R)) },
		set: func(r, v any) { *f(r.(*R)) = v.([]string) },
	}
}

// always marks a key that is written in a new table even when it is zero, because zero says something there.
func always(k key) key {
	k.always = true
	return k
}

// stateKeys are the keys that every step begins with. A step that says "todo" says what one without a status says.
func stateKeys[R any](f func(*R) *journal.State) []key {
	status := wordKey("status", "how far the step has come", journal.Statuses(), func(r *R) *journal.Status { return &f(r).Status })
	status.get = func(r any) any {
		if s := f(r.(*R)).Status; s != journal.Todo {
			return string(s)
		}
		return ""
	}
	keys := []key{
		status,
		momentKey("finished", "when it was last done or skipped", func(r *R) *when.Moment { return &f(r).Finished }),
		textKey("reason", "why it was skipped", func(r *R) *string { return &f(r).Reason }),
	}
	for i := range keys {
		keys[i].state = true
	}
	return keys
}
