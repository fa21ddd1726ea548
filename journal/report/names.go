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
// keep their names, and so does what [Kept] returns. The letters of those whom [Settle] kept never change. All others follow in the
// order in which e names them: its people, its ledger, and then whom the rest of it names.
func Aliases(e *journal.Entry, groups []string) []Alias {
	var out []Alias
	for _, p := range castOf(e, groups).people {
		out = append(out, Alias{p.name, p.as()})
	}
	return out
}

// Settle keeps in e who is called what, as it is now: whoever is named from now on comes behind them, wherever in e that is. It is
// for the moment when a copy with pseudonyms goes out.
func Settle(e *journal.Entry, groups []string) {
	c := castOf(e, groups)
	for _, p := range c.people {
		if !journal.Same(e.Report.Persons, p.name) {
			e.Report.Persons = append(e.Report.Persons, p.name)
		}
	}
}

// Kept returns the names that e gives and that stay as they are where pseudonyms are asked for, each once: those of groups, and
// those that read like a group or a role, "the support team", "customers". The writer's "me" is not among them.
func Kept(e *journal.Entry, groups []string) []string { return castOf(e, groups).kept }

// cast is everybody in a report, and how to find them in a text.
type cast struct {
	people []person
	given  int             // how many letters are given
	kept   []string        // names that mean nobody in particular
	forms  map[rune][]form // by their first rune, folded; the longest first
}

// person is one person of the report. Two names are two people unless they are written alike, as everywhere in the journal.
type person struct {
	name   string
	letter string // "A", "B" … "Z", "AA"
}

func (p person) as() string { return "Person " + p.letter }

// castOf lists the people whom e names, alike for each copy of its report: those whose letters are settled, and then in the order
// in which it names them.
func castOf(e *journal.Entry, groups []string) *cast {
	c := &cast{}
	for i, n := range e.Report.Persons {
		c.given = i // the letter of one who is no person any more stays theirs
		c.one(line(n), groups)
	}
	c.given = len(e.Report.Persons)
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

// add takes in one name, or several that are joined, "Dana and Priya".
func (c *cast) add(name string, groups []string) {
	name = line(name)
	if both := split(name); len(both) > 1 && !journal.Same(groups, name) {
		for _, n := range both {
			c.add(n, groups)
		}
		return
	}
	c.one(name, groups)
}

// one takes in one name, unless it means nobody in particular.
func (c *cast) one(name string, groups []string) {
	switch {
	case name == "" || myself(name) || c.index(name) >= 0:
	case journal.Same(groups, name) || !isPerson(name):
		c.keep(name)
	default:
		c.people = append(c.people, person{name, letters(c.given)})
		c.given++
	}
}

// line is a name as we compare it.
func line(name string) string { return norm.NFC.String(strings.TrimSpace(clean.Line(name))) }

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
