// Package capture turns one line, typed when it hurts most, into an entry.
//
//	token = ( "+" | "@" ) ( word | phrase )     a tag, a person; a letter follows the sign
//	      | "sev:" severity                     blip, slip, stumble, blunder, doozy
//	      | "when:" ( text | phrase )           when it happened
//	word  = letters, digits and - _ ' . / & inside
//	phrase = '"' … '"'
//
// A token begins a word and ends it: what touches other text (me@x.y, C++, +1, f(+x)) is text. Only marks such as a comma
// may follow it at once. Tags and people at the end of the line are taken out of the title; inside a sentence only the sign
// is: "told @Dana about it" stays a sentence. sev: and when: are taken out anywhere. One that can't be read stays in the
// title and is reported.
//
// Goals: text is never refused and never altered outside tokens, byte for byte; whatever can't be understood stays text. The
// package starts in no time: it imports the standard library, journal and journal/when, and compiles nothing at start.
//
// Non-goals: reading natural dates (they come in as a function), writing files, asking back.
package capture

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"bounceback/journal"
	"bounceback/journal/when"
)

// Line is what was understood of the text.
type Line struct {
	Title    string
	What     string // all that came after the first line
	Tags     []string
	People   []string
	Severity journal.Severity // "" when nobody said
	When     when.Moment      // zero when nobody said
	Unread   []string         // what stood after a when: and could not be read; it is still in the title
	Unrated  []string         // what stood after a sev: and is no severity; it is still in the title
}

// Natural reads a date or a time as people write it.
type Natural func(text string, now time.Time) (when.Moment, error)

// Parse reads a text. Its first line that is not empty becomes the title, the rest What; tokens count in the first line
// only. natural reads what stands after when:; nil reads figures only, such as 2026-11-20. Of several severities and times
// the last counts. Bytes that are not UTF-8 are taken for Latin-1, since a journal is UTF-8.
func Parse(text string, now time.Time, natural Natural) Line {
	if natural == nil {
		natural = func(s string, _ time.Time) (when.Moment, error) { return when.Parse(s) }
	}
	first, rest := firstLine(valid(text))
	var l Line
	l.What = rest
	ts := tokens(first)
	for i := range ts {
		ts[i].text = !l.take(ts[i], now, natural)
	}
	l.Title = title(first, ts)
	return l
}

// Entry returns the entry of the line, captured now. Without a time in the line it happened now.
func (l Line) Entry(id string, now time.Time) journal.Entry {
	e := journal.New(id, l.Title, now)
	if !l.When.IsZero() {
		e.Happened = l.When
	}
	e.Severity, e.What = l.Severity, l.What
	e.Tags, e.People = slices.Clone(l.Tags), slices.Clone(l.People)
	return e
}

// take notes what a token says. It returns false for one that turns out to be text.
func (l *Line) take(t token, now time.Time, natural Natural) bool {
	switch t.kind {
	case tag:
		if !journal.Same(l.Tags, t.value) {
			l.Tags = append(l.Tags, t.value)
		}
	case person:
		if !journal.Same(l.People, t.value) {
			l.People = append(l.People, t.value)
		}
	case severity:
		s := journal.Severity(strings.ToLower(t.value))
		if s.Rank() == 0 {
			l.Unrated = append(l.Unrated, t.value)
			return false
		}
		l.Severity = s
	case moment:
		m, err := natural(t.value, now)
		if err != nil || m.IsZero() {
			l.Unread = append(l.Unread, t.value)
			return false
		}
		l.When = m
	}
	return true
}

// firstLine cuts text at its first line break, after leading empty lines, and trims both parts of empty lines around.
func firstLine(text string) (first, rest string) {
	text = strings.TrimSpace(text)
	n := strings.IndexAny(text, "\r\n")
	if n < 0 {
		return text, ""
	}
	rest = text[n:]
	for { // empty lines go, the indentation of the first line with text stays
		line, after, ok := strings.Cut(rest, "\n")
		if !ok || strings.TrimSpace(line) != "" {
			break
		}
		rest = after
	}
	return strings.TrimSpace(text[:n]), strings.TrimLeft(rest, "\r")
}

// valid returns s with each byte that is not UTF-8 read as Latin-1.
func valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && n == 1 {
			r = rune(s[0])
		}
		b.WriteRune(r)
		s = s[n:]
	}
	return b.String()
}
