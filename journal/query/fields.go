package query

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"bounceback/journal"
	"bounceback/journal/shelf"
)

// fieldNames are the fields, in the order of help.
func fieldNames() []string {
	return []string{"tag", "person", "severity", "step", "is", "after", "before"}
}

// fieldName returns the name of the field that is called so, and "" when there is none. sev is what a capture says.
func fieldName(s string) string {
	s = strings.ToLower(s)
	if s == "sev" {
		return "severity"
	}
	if slices.Contains(fieldNames(), s) {
		return s
	}
	return ""
}

// field returns the condition of one value; nil and no problem when the value may still become something.
func (t token) field(v value, open bool) (test, string) {
	text := strings.ToLower(v.text)
	switch t.name {
	case "tag":
		return label{shelf.Fold(v.text), v.quoted, func(c *shelf.Card) []string { return c.Tags }}, ""
	case "person":
		return label{shelf.Fold(v.text), v.quoted, func(c *shelf.Card) []string { return c.People }}, ""
	case "severity":
		return severityTest(text, open)
	case "step":
		for _, s := range journal.Steps() {
			if text == string(s) {
				return step(s), ""
			}
		}
		return nil, unknown("step", text, stepNames(), open)
	case "is":
		if is, ok := states(text); ok {
			return is, ""
		}
		return nil, unknown("is", text, stateNames(), open)
	}
	d, ok := readSpan(text)
	if !ok {
		if open && spanMayBegin(text) {
			return nil, ""
		}
		return nil, fmt.Sprintf("%s:%s is not a date; yesterday, friday, last-week, 30d, 2026-11 and 2026-11-20 are", t.name, v.text)
	}
	return happened{d, t.name == "before"}, ""
}

// unknown returns the problem of a word that is not among those of a field, and none while it may still become one.
func unknown(field, text string, known []string, open bool) string {
	if open && slices.ContainsFunc(known, func(k string) bool { return strings.HasPrefix(k, text) }) {
		return ""
	}
	return fmt.Sprintf("%s:%s is not one of %s", field, text, strings.Join(known, ", "))
}

// anyOf stands when one of its conditions does.
type anyOf []test

func (a anyOf) match(c *shelf.Card, now time.Time) bool {
	for _, t := range a {
		if t.match(c, now) {
			return true
		}
	}
	return false
}

// label is the beginning of a tag or a name, or of a word in it; whole is all of it.
type label struct {
	folded string
	whole  bool
	of     func(*shelf.Card) []string
}

func (l label) match(c *shelf.Card, _ time.Time) bool {
	for _, s := range l.of(c) {
		f := shelf.Fold(s)
		if l.whole && f == l.folded || !l.whole && beginsWord(f, l.folded) {
			return true
		}
	}
	return false
}

// beginsWord reports whether some word of s begins with part.
func beginsWord(s, part string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], part)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(s[:from+i])
		if from+i == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) {
			return true
		}
		from += i + 1
	}
}

// step is the next open step; a broken card has none.
type step journal.Step

func (s step) match(c *shelf.Card, _ time.Time) bool {
	return c.Broken == "" && c.NextStep == journal.Step(s)
}

func stepNames() []string {
	var out []string
	for _, s := range journal.Steps() {
		out = append(out, string(s))
	}
	return out
}

// ranks is a set of severities, a bit for each rank; bit 0 is none.
type ranks uint8

func (r ranks) match(c *shelf.Card, _ time.Time) bool {
	rank := c.Severity.Rank()
	return c.Broken == "" && r&(1<<rank) != 0 && (rank > 0 || c.Severity == "")
}

func severityTest(text string, open bool) (test, string) {
	if text == "none" {
		return ranks(1), ""
	}
	word := strings.TrimLeft(text, "<>=")
	op := text[:len(text)-len(word)]
	at := journal.Severity(word).Rank()
	if at == 0 || !slices.Contains([]string{"", "=", ">", "<", ">=", "<="}, op) {
		known := []string{"none"}
		for _, s := range journal.Severities() {
			known = append(known, string(s))
		}
		if problem := unknown("severity", word, known, open); problem != "" {
			return nil, unknown("severity", text, known, false)
		}
		return nil, ""
	}
	var set ranks
	for rank := 1; rank <= len(journal.Severities()); rank++ {
		if rank == at && op != ">" && op != "<" || rank > at && strings.HasPrefix(op, ">") || rank < at && strings.HasPrefix(op, "<") {
			set |= 1 << rank
		}
	}
	return set, ""
}

// is is a state of the whole entry.
type is func(c *shelf.Card, now time.Time) bool

func (f is) match(c *shelf.Card, now time.Time) bool { return f(c, now) }

func stateNames() []string {
	return []string{"open", "mended", "overdue", "waiting", "quiet", "serious", "lesson", "again", "broken"}
}

func states(name string) (is, bool) {
	switch name {
	case "open":
		return func(c *shelf.Card, _ time.Time) bool { return !c.Mended && c.Broken == "" }, true
	case "mended":
		return func(c *shelf.Card, _ time.Time) bool { return c.Mended }, true
	case "overdue":
		return overdue, true
	case "waiting":
		return waiting, true
	case "quiet":
		return func(c *shelf.Card, _ time.Time) bool { return c.Quiet }, true
	case "serious":
		return func(c *shelf.Card, _ time.Time) bool { return c.Severity.Serious() }, true
	case "lesson":
		return func(c *shelf.Card, _ time.Time) bool { return c.IsLesson() }, true
	case "again":
		return func(c *shelf.Card, _ time.Time) bool { return c.RecurrenceOf != "" }, true
	case "broken":
		return func(c *shelf.Card, _ time.Time) bool { return c.Broken != "" }, true
	}
	return nil, false
}

// overdue reports whether an action or a promise should have been done before now.
func overdue(c *shelf.Card, now time.Time) bool {
	for _, w := range c.Waits {
		if (w.Kind == journal.WaitAction || w.Kind == journal.WaitPromise) && w.From.OverdueAt(now) {
			return true
		}
	}
	return false
}

func waiting(c *shelf.Card, now time.Time) bool {
	for _, w := range c.Waits {
		if w.WaitsAt(now) {
			return true
		}
	}
	return false
}
