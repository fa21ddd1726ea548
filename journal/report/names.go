package report

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"bounceback/journal"
	"bounceback/journal/clean"
)

// Alias is what somebody is called where pseudonyms are asked for: "Person A".
type Alias struct{ Name, As string }

// Aliases returns who is called what in the report of e, whichever copy it is. Groups are names that mean several people; they
// keep their names, and so does what [Kept] returns.
func Aliases(e *journal.Entry, groups []string) []Alias {
	var out []Alias
	for _, p := range castOf(e, groups).people {
		out = append(out, Alias{p.name, p.as()})
	}
	return out
}

// Kept returns the names that e gives and that stay as they are where pseudonyms are asked for, each once: those of groups, and
// those that read like a group or a role, "the support team", "customers". The writer's "me" is not among them.
func Kept(e *journal.Entry, groups []string) []string { return castOf(e, groups).kept }

// cast is everybody in a report, and how to find them in a text.
type cast struct {
	people []person
	kept   []string        // names that mean nobody in particular
	forms  map[rune][]form // by their first rune, folded; the longest first
}

// person is one person of the report. Two names are two people unless they are written alike, as everywhere in the journal.
type person struct {
	name   string
	letter string // "A", "B" … "Z", "AA"
}

func (p person) as() string { return "Person " + p.letter }

// castOf lists the people whom e names, in the order in which it does, and so alike for each copy of its report.
func castOf(e *journal.Entry, groups []string) *cast {
	c := &cast{}
	add := func(names ...string) {
		for _, n := range names {
			c.add(n, groups)
		}
	}
	add(e.People...)
	for _, n := range e.Ledger {
		add(n.To)
	}
	for _, a := range e.Apologies {
		add(a.To)
	}
	for _, a := range e.Fix.Actions {
		add(a.Owner)
	}
	add(e.RCA.Attendees...)
	add(e.RCA.Facilitator)
	add(e.Report.Authors...)
	c.learnForms()
	return c
}

// add takes in one name, or several that are joined, "Dana and Priya", unless they mean nobody in particular.
func (c *cast) add(name string, groups []string) {
	name = norm.NFC.String(strings.TrimSpace(clean.Line(name)))
	if name == "" || myself(name) {
		return
	}
	if journal.Same(groups, name) {
		c.keep(name)
		return
	}
	if both := split(name); len(both) > 1 {
		for _, n := range both {
			c.add(n, groups)
		}
		return
	}
	if !isPerson(name) {
		c.keep(name)
		return
	}
	if c.index(name) < 0 {
		c.people = append(c.people, person{name, letters(len(c.people))})
	}
}

func (c *cast) keep(name string) {
	if !journal.Same(c.kept, name) {
		c.kept = append(c.kept, name)
	}
}

// index returns which person has a name, or -1.
func (c *cast) index(name string) int {
	return slices.IndexFunc(c.people, func(p person) bool { return journal.SameName(p.name, norm.NFC.String(name)) })
}

// split parts names that are joined.
func split(name string) []string {
	for _, sep := range []string{" & ", " and ", "/", " + "} {
		if before, after, ok := strings.Cut(name, sep); ok {
			return append([]string{before}, split(after)...)
		}
	}
	return []string{name}
}

// letters counts A, B … Z, AA, AB.
func letters(n int) string {
	s := ""
	for n++; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}

// isPerson reports whether a name means one person. It does, unless it reads like a group: several words none of which begins
// with a capital letter, as "the night shift", or one such word that means a group or a role, as "customers". A script without
// capitals and an address name persons. In doubt it is a person: a pseudonym too many does less harm than a name too many.
func isPerson(name string) bool {
	if strings.Contains(name, "@") {
		return true
	}
	words := strings.Fields(name)
	several := len(words) > 1
	if several && isOneOf(words[0], "the", "our", "my", "all", "a", "an") {
		words = words[1:]
	}
	letters := false
	for _, w := range strings.FieldsFunc(strings.Join(words, " "), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		letters = true
		if first := []rune(w)[0]; !unicode.IsLower(first) {
			return true
		}
		if !several && isRole(w) {
			return false
		}
	}
	return letters && !several
}
