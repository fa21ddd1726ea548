// Package query is the language of the filter: what stands after `/` on the screen and after `list` in the shell.
//
//	query  = { term }                      terms stand apart by spaces; an entry must match all of them
//	term   = [ "-" ] ( field | text )      "-": must not match
//	text   = word | phrase                 found anywhere in the entry's texts, whatever the case and the accents
//	phrase = '"' … '"'                     with its spaces; at the end of the query the last quote may be missing
//	field  = name ":" value { "," value }  one of the values is enough
//
//	tag:net          a tag, or a word in it, begins so; tag:"net" is the whole tag
//	person:dana      the same for the people
//	severity:slip    also severity:>=slip, >, <=, <, and severity:none; sev: is the same
//	step:fix         the next open step: own, fix, apologize, learn
//	is:open          open, mended, overdue, waiting, quiet, serious, lesson, again, broken
//	after:2026-11    happened on the first day of that time or later
//	before:2026-11   happened before the first day of that time, so that after:2026 before:2027 is the year 2026
//
// Times are days (2026-11-20), months (2026-11), years (2026), today, yesterday, tomorrow, a weekday (the latest, today
// included), this-week, last-week, this-month, last-month, this-year, last-year (weeks begin on Monday), and 30d, 6w, 3m,
// 1y: so long ago.
//
// Goals: every text is a query, also a half-typed one. A term that may still become something (`tag:`, `is:ov`,
// `after:2026-1`) at the very end filters nothing and is no problem; a name that is no field (`http://x`) is a plain word, and
// [Query.Hints] has what to say when nothing matches it; a term that can't be read filters nothing and is named in
// [Query.Problems]. Matching is pure and fast enough to run at every key.
//
// Non-goals: ranking, "or" between terms, parentheses, natural-language dates, the vent (which no card holds).
package query

import (
	"fmt"
	"strings"
	"time"

	"bounceback/journal/shelf"
)

// Query is a parsed filter. The zero value matches everything.
type Query struct {
	terms    []term
	words    []string
	problems []string
	hints    []string
}

// term is one condition.
type term struct {
	not  bool
	test test
}

// test is what a card must stand. Days are counted on now's calendar.
type test interface {
	match(c *shelf.Card, now time.Time) bool
}

// Parse reads a query. It never fails: what can't be read is a problem, and filters nothing.
func Parse(s string) Query {
	var q Query
	for _, t := range split(s) {
		if t.stray != "" {
			q.hints = append(q.hints, fmt.Sprintf("there is no field “%s”; try %s", t.stray, strings.Join(fieldNames(), ", ")))
		}
		ts, problem := t.test()
		switch {
		case problem != "":
			q.problems = append(q.problems, problem)
		case ts != nil:
			q.terms = append(q.terms, term{t.not, ts})
			if w, ok := ts.(word); ok && !t.not {
				q.words = append(q.words, string(w))
			}
		}
	}
	return q
}

// Empty reports whether the query filters nothing.
func (q Query) Empty() bool { return len(q.terms) == 0 }

// Problems returns what could not be read, in words for a person, in the order of the query.
func (q Query) Problems() []string { return q.problems }

// Hints returns what to tell a person whose query matches nothing: words that look like a field and are none, such as
// zzz:foo. They were searched as text.
func (q Query) Hints() []string { return q.hints }

// Words returns the words and phrases that must be there, through [shelf.Fold]: what a list may highlight.
func (q Query) Words() []string { return q.words }

// Match reports whether a card stands all terms at now.
func (q Query) Match(c *shelf.Card, now time.Time) bool {
	for _, t := range q.terms {
		if t.test.match(c, now) == t.not {
			return false
		}
	}
	return true
}

// word is a folded text to be found.
type word string

func (w word) match(c *shelf.Card, _ time.Time) bool { return strings.Contains(c.Folded, string(w)) }
