package guide

import (
	"strconv"
	"strings"
	"time"

	"bounceback/journal"
	"bounceback/journal/when"
	"bounceback/ui/theme"
)

// kind is how a field is answered.
type kind uint8

const (
	prose_ kind = iota // a text of any length
	line               // one line
	words              // several words or names, written with commas between them
	moment             // a day or a time
	choice             // one of a few words
	flag               // yes or no
	list               // things of one sort, each with fields of its own
)

// field is one question of the guide: what it asks, why, and how its answer is read from an entry and written into it.
// The tables of fields (what.go, own.go …) are the only place that knows which key of an entry stands where on screen.
type field struct {
	key     string // the key in the file: "own.did"
	ask     string // the question
	why     string // one dim line on why it is asked
	section string // the heading above it on the step's page; only on the first of a section
	kind    kind
	core    bool // the short way: answering this is enough
	future  bool // a moment that lies ahead
	options []string
	hint    func(option string) string // what an option means
	get     func(e *journal.Entry) string
	set     func(e *journal.Entry, s string) // gets what get returned, or an option; moments come as when.Moment.String
	list    *listField
	frozen  func(e *journal.Entry) bool   // read only from now on
	before  func(e *journal.Entry) string // a dim line of what was said just before
	aside   func(e *journal.Entry) string // a dim line of what follows from the answer
	// base is what a time as it is told in a story counts from: "+5m", or "09:12" of its day. Nil for times that count from now.
	base func(e *journal.Entry) when.Moment
	// stamp is the time that a line may begin with, and stampKey the key of the question for it. Nil for other lines.
	stamp    func(e *journal.Entry) *when.Moment
	stampKey string
}

// listField is what a field of kind list does with its items. Its functions get places that exist.
type listField struct {
	one    string // "an action": what a adds
	empty  string // shown while there is none
	count  func(e *journal.Entry) int
	title  func(e *journal.Entry, i int) string // the item's first line
	detail func(e *journal.Entry, i int) string // dim, behind or below it
	words  func(e *journal.Entry, i int) string // a text of which the beginning is shown; nil for none
	add    func(e *journal.Entry, m moments) int
	remove func(e *journal.Entry, i int) (back func(e *journal.Entry) (place int))
	// arrange puts the items into another order, which holds their places.
	arrange func(e *journal.Entry, order []int)
	fields  func(i int) []field

	more   func(e *journal.Entry, i int) string                                   // a second dim line; nil for none
	state  func(e *journal.Entry, i int, now time.Time) (words string, late bool) // how far it has come; nil for none
	lead   func(e *journal.Entry, g theme.Glyphs) []lead                          // what stands before the items; nil for nothing
	beside bool                                                                   // detail stands beside the title, where there is room
	checks bool                                                                   // what is ticked has a check before its title
	nudge  func(e *journal.Entry) string                                          // one gentle line on the list as a whole, or ""
	chain  bool                                                                   // enter on the last question of a new item adds the next one

	order  func(e *journal.Entry) []int                     // the order that the list keeps by itself; nil where it is the person's
	moved  func(e *journal.Entry, i int, down bool) []int   // the order once an item is moved; nil where it is swapped with its neighbor
	kept   string                                           // why an item can't be moved where the person wants it
	behind func(e *journal.Entry, i, fresh int) (place int) // where a new item goes behind the one at i; nil for the end
	shift  func(e *journal.Entry, i, by int) (changed bool) // changes the outline level; nil for a flat list
	sort   func(e *journal.Entry, i int)                    // another kind of factor
	doubt  func(e *journal.Entry, i int)                    // known, or a guess
	// tick marks an item as done now, or takes the mark away, and returns what to tell the person; tickWord is what the key
	// is called. Both are empty where there is nothing to tick.
	tick     func(e *journal.Entry, i int, m moments) string
	tickWord string
	ticked   func(e *journal.Entry, i int) bool
}

// lead is what stands before the first line of an item and before the ones below it, and a heading above it.
type lead struct {
	head, first, rest string
	drawn             bool // it is drawn, and not said
}

// moments gives a new item the moment it is added.
type moments interface{ now() when.Moment }

// tells reports whether the answer has words of a person, which tell one item from another.
func (f field) tells() bool { return f.kind != flag && f.kind != choice }

func text(key, ask, why string, p func(*journal.Entry) *string) field {
	return field{key: key, ask: ask, why: why, kind: prose_, get: get(p), set: set(p)}
}

func oneLine(key, ask, why string, p func(*journal.Entry) *string) field {
	f := text(key, ask, why, p)
	f.kind = line
	return f
}

func get(p func(*journal.Entry) *string) func(*journal.Entry) string {
	return func(e *journal.Entry) string { return *p(e) }
}

func set(p func(*journal.Entry) *string) func(*journal.Entry, string) {
	return func(e *journal.Entry, s string) { *p(e) = s }
}

// pick is a field of one word out of several; any other word that a file holds is shown and kept.
func pick[T ~string](key, ask, why string, options []T, p func(*journal.Entry) *T) field {
	f := field{key: key, ask: ask, why: why, kind: choice, options: []string{""}}
	for _, o := range options {
		f.options = append(f.options, string(o))
	}
	f.get = func(e *journal.Entry) string { return string(*p(e)) }
	f.set = func(e *journal.Entry, s string) { *p(e) = T(s) }
	return f
}

func yesNo(key, ask, why string, p func(*journal.Entry) *bool) field {
	return field{key: key, ask: ask, why: why, kind: flag, options: []string{"no", "yes"},
		get: func(e *journal.Entry) string {
			if *p(e) {
				return "yes"
			}
			return "no"
		},
		set: func(e *journal.Entry, s string) { *p(e) = s == "yes" },
	}
}

func at(key, ask, why string, p func(*journal.Entry) *when.Moment) field {
	return field{key: key, ask: ask, why: why, kind: moment,
		get: func(e *journal.Entry) string { return p(e).String() },
		set: func(e *journal.Entry, s string) {
			if s == "" {
				*p(e) = when.Moment{}
			} else if m, err := when.Parse(s); err == nil {
				*p(e) = m
			}
		},
	}
}

// since lets the times of a field count from another one.
func since(f field, base func(*journal.Entry) when.Moment) field {
	f.base = base
	return f
}

func several(key, ask, why string, p func(*journal.Entry) *[]string) field {
	return field{key: key, ask: ask, why: why, kind: words,
		get: func(e *journal.Entry) string { return joinWords(*p(e)) },
		set: func(e *journal.Entry, s string) { *p(e) = splitWords(s) },
	}
}

// level0to10 is the field of a sting.
func level0to10(key, ask, why string, p func(*journal.Entry) *int) field {
	f := field{key: key, ask: ask, why: why, kind: choice}
	f.hint = func(string) string { return "Type the number, or move with the arrow keys." }
	for i := range 11 {
		f.options = append(f.options, strconv.Itoa(i))
	}
	f.get = func(e *journal.Entry) string { return strconv.Itoa(*p(e)) }
	f.set = func(e *journal.Entry, s string) {
		if n, err := strconv.Atoi(s); err == nil {
			*p(e) = n
		}
	}
	return f
}

// Question returns what the guide asks for a key of the file, such as "own.did" or "fix.actions[2].do"; the key itself when
// it asks for no such thing.
func Question(key string) string {
	plain := key
	if before, after, ok := strings.Cut(key, "["); ok {
		_, rest, _ := strings.Cut(after, "]")
		plain = before + rest
	}
	var found string
	look := func(fs []field) {
		for _, f := range fs {
			if f.key == plain {
				found = f.ask
			}
		}
	}
	look(helpFields())
	for _, s := range append(allSteps(), whatPage) {
		look(fieldsOf(s))
		for _, f := range fieldsOf(s) {
			if f.kind == list {
				look(f.list.fields(0))
			}
		}
	}
	if found == "" {
		return key
	}
	return found
}

// joinWords writes a list on one line. A word that has a comma, a quote or space at its ends stands in quotes, so that
// splitWords gives back the same list.
func joinWords(ws []string) string {
	out := make([]string, len(ws))
	for i, w := range ws {
		if w == "" || strings.ContainsAny(w, ",\"\n\r") || strings.TrimSpace(w) != w {
			w = `"` + strings.ReplaceAll(w, `"`, `""`) + `"`
		}
		out[i] = w
	}
	return strings.Join(out, ", ")
}

// splitWords reads what joinWords writes, and whatever a person types: commas and line breaks part the words.
func splitWords(s string) []string {
	var out []string
	var b strings.Builder
	quoted, wasQuoted := false, false
	end := func() {
		w := b.String()
		if !wasQuoted {
			w = strings.TrimSpace(w)
		}
		if w != "" || wasQuoted {
			out = append(out, w)
		}
		b.Reset()
		wasQuoted = false
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quoted && c == '"' && i+1 < len(s) && s[i+1] == '"':
			b.WriteByte('"')
			i++
		case quoted && c == '"':
			quoted = false
		case quoted:
			b.WriteByte(c)
		case c == '"' && !wasQuoted && strings.TrimSpace(b.String()) == "":
			b.Reset()
			quoted, wasQuoted = true, true
		case c == ',' || c == '\n':
			end()
		case wasQuoted && c == ' ':
		default:
			b.WriteByte(c)
		}
	}
	if b.Len() > 0 || wasQuoted {
		end()
	}
	return out
}
