package query

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"bounceback/journal/shelf"
)

// token is a term as it was typed, cut into its parts.
type token struct {
	not    bool
	name   string // of the field, small; "" for text
	values []value
	last   bool   // at the very end: it may still be typed
	stray  string // a text that may be meant as a field has this name
}

// value is a word or a phrase.
type value struct {
	text   string
	quoted bool
}

// split cuts a query into terms.
func split(s string) []token {
	var out []token
	for {
		s = strings.TrimLeftFunc(s, unicode.IsSpace)
		if s == "" {
			return out
		}
		n := termEnd(s)
		out = append(out, newToken(s[:n], n == len(s)))
		s = s[n:]
	}
}

// termEnd returns where the first term of s ends: at a space outside quotes. A quote opens only where a value begins, so
// that 5" and "don't" are text.
func termEnd(s string) int {
	quoted, begin := false, true
	for i, r := range s {
		switch {
		case quoted:
			quoted = !isQuote(r)
		case unicode.IsSpace(r):
			return i
		case begin && isQuote(r):
			quoted, begin = true, false
			continue
		}
		begin = r == ':' || r == ',' || i == 0 && r == '-'
	}
	return len(s)
}

func isQuote(r rune) bool { return r == '"' || r == '“' || r == '”' }

func newToken(s string, last bool) token {
	t := token{last: last}
	s, t.not = strings.CutPrefix(s, "-")
	name, rest, ok := strings.Cut(s, ":")
	if t.name = fieldName(name); !ok || t.name == "" {
		t.values = []value{unquote(s)}
		if ok && !t.not && likeField(name, rest) {
			t.stray = name
		}
		return t
	}
	for rest != "" {
		n := valueEnd(rest)
		if v := unquote(rest[:n]); v.text != "" {
			t.values = append(t.values, v)
		}
		rest = strings.TrimPrefix(rest[n:], ",")
	}
	return t
}

// likeField reports whether name:rest looks as if a field was meant: zzz:foo does; 10:30, c:\dir, https://… and std::map don't.
func likeField(name, rest string) bool {
	const shortest, longest = 2, 12
	if len(name) < shortest || len(name) > longest || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || isQuote(r) || strings.ContainsRune("<>=", r)
}

// valueEnd returns where the first value of s ends: at a comma outside quotes.
func valueEnd(s string) int {
	quoted := false
	for i, r := range s {
		switch {
		case quoted:
			quoted = !isQuote(r)
		case i == 0 && isQuote(r):
			quoted = true
		case r == ',':
			return i
		}
	}
	return len(s)
}

func unquote(s string) value {
	r, n := utf8.DecodeRuneInString(s)
	if !isQuote(r) {
		return value{text: s}
	}
	s = s[n:]
	if r, n := utf8.DecodeLastRuneInString(s); isQuote(r) {
		s = s[:len(s)-n]
	}
	return value{text: s, quoted: true}
}

// test returns the condition of a token; nil when it filters nothing.
func (t token) test() (ts test, problem string) {
	if t.name == "" {
		if w := shelf.Fold(t.values[0].text); w != "" {
			return word(w), ""
		}
		return nil, ""
	}
	if len(t.values) == 0 {
		if t.last {
			return nil, ""
		}
		return nil, fmt.Sprintf("%s: needs a word after it", t.name)
	}
	var tests anyOf
	for i, v := range t.values {
		one, problem := t.field(v, t.last && i == len(t.values)-1)
		if problem != "" || one == nil {
			return nil, problem
		}
		tests = append(tests, one)
	}
	if len(tests) == 1 {
		return tests[0], ""
	}
	return tests, ""
}
