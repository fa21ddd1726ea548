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
// keep their names, and so do "me" and names without a capital letter ("the support team").
func Aliases(e *journal.Entry, groups []string) []Alias {
	var out []Alias
	for _, p := range castOf(e, groups).people {
		out = append(out, Alias{p.name, p.as()})
	}
	return out
}

// cast is everybody in a report, and how to find them in a text.
type cast struct {
	people []person
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
	if journal.Same(groups, name) {
		return
	}
	if both := split(name); len(both) > 1 {
		for _, n := range both {
			c.add(n, groups)
		}
		return
	}
	if !isPerson(name) || slices.ContainsFunc(c.people, func(p person) bool { return journal.SameName(p.name, name) }) {
		return
	}
	c.people = append(c.people, person{name, letters(len(c.people))})
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

// isPerson reports whether a name means one person: it has a capital letter besides the article that it may begin with, or is
// of a script without capitals, or is an address.
func isPerson(name string) bool {
	if name == "" || myself(name) {
		return false
	}
	if strings.Contains(name, "@") {
		return true
	}
	if first, rest, ok := strings.Cut(name, " "); ok && isOneOf(first, "the", "our", "my", "all", "a", "an") {
		name = rest
	}
	letters, small := false, false
	for _, r := range name {
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			return true
		case unicode.IsLower(r):
			small = true
		case unicode.IsLetter(r):
			letters = true
		}
	}
	return letters && !small
}

// form is one way in which a person is named in a text.
type form struct {
	key     []rune // folded
	who     []int  // several where several people are called that
	capital bool   // it is a common word, too, and is a name only with a capital letter
}

// learnForms works out how everybody may be called: by the whole name, and by its parts.
func (c *cast) learnForms() {
	whole, parts := map[string][]int{}, map[string][]int{}
	for i, p := range c.people {
		name, address, _ := strings.Cut(strings.TrimSuffix(p.name, ">"), "<")
		for _, n := range []string{p.name, name, address} {
			join(whole, n, i)
		}
		for _, n := range partsOf(name) {
			join(parts, n, i)
		}
	}
	// Accents get lost: "Zoe" is Zoë, unless there is a Zoe.
	for _, of := range []map[string][]int{whole, parts} {
		for key, who := range of {
			if bare := unaccented(key); bare != key {
				for _, i := range who {
					join(parts, bare, i)
				}
			}
		}
	}
	c.forms = map[rune][]form{}
	for key, who := range whole {
		c.learn(key, who)
	}
	for key, who := range parts {
		if whole[key] == nil {
			c.learn(key, who)
		}
	}
	for _, fs := range c.forms {
		slices.SortFunc(fs, func(a, b form) int { return len(b.key) - len(a.key) })
	}
}

func join(forms map[string][]int, name string, who int) {
	key := foldText(strings.TrimSpace(name))
	if key != "" && !slices.Contains(forms[key], who) {
		forms[key] = append(forms[key], who)
	}
}

func (c *cast) learn(key string, who []int) {
	slices.Sort(who)
	f := form{key: []rune(key), who: who}
	f.capital = isWord(key) || len(f.key) == 1 && !unspaced(f.key[0])
	c.forms[f.key[0]] = append(c.forms[f.key[0]], f)
}

// partsOf returns the parts of a name by which somebody may be called: "Dana" and "Smith", but no "van", no "Ms." and no "B.".
func partsOf(name string) []string {
	var out []string
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;()[]\"“”・·", r) })
	add := func(w string) {
		w = strings.TrimFunc(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"), func(r rune) bool { return !isWordRune(r) })
		r := []rune(w)
		if len(r) > 1 && !unicode.IsLower(r[0]) && unicode.IsLetter(r[0]) && !isParticle(w) {
			out = append(out, w)
		}
	}
	for _, w := range words {
		add(w)
		if both := strings.FieldsFunc(w, func(r rune) bool { return foldRune(r) == '-' }); len(both) > 1 {
			for _, h := range both {
				add(h)
			}
		}
	}
	return out
}

// called is what several people who share a name are called: "Person A or B".
func (c *cast) called(who []int) string {
	var out []string
	for _, i := range who {
		out = append(out, c.people[i].letter)
	}
	return "Person " + conjoined(out, "or")
}
