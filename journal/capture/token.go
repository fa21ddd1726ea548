package capture

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind uint8

const (
	tag kind = iota
	person
	severity
	moment
)

// token is a piece of the line with a meaning.
type token struct {
	kind     kind
	from, to int    // its bytes in the line
	value    string // without sign and quotes
	touched  bool   // a mark such as a comma follows at once
	text     bool   // it looked like a token, and is text after all
}

// tokens finds the tokens of a line, in order.
func tokens(line string) []token {
	var out []token
	begin := true
	for i := 0; i < len(line); {
		if begin {
			if t, ok := tokenAt(line, i); ok {
				out = append(out, t)
				i, begin = t.to, false
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(line[i:])
		begin = unicode.IsSpace(r)
		i += n
	}
	return out
}

// tokenAt reads the token that begins at byte i.
func tokenAt(line string, i int) (token, bool) {
	s := line[i:]
	t := token{from: i}
	switch {
	case s[0] == '+':
		t.kind = tag
	case s[0] == '@':
		t.kind = person
	case hasPrefixFold(s, "sev:"):
		return severityAt(line, i)
	case hasPrefixFold(s, "when:"):
		return momentAt(line, i)
	default:
		return token{}, false
	}
	var ok bool
	var n int
	if t.value, n, ok = phrase(s[1:]); !ok {
		t.value = word(s[1:])
		n = len(t.value)
	}
	if first, _ := utf8.DecodeRuneInString(t.value); !unicode.IsLetter(first) {
		return token{}, false
	}
	return t.until(line, i+1+n)
}

// severityAt reads sev: and a word.
func severityAt(line string, i int) (token, bool) {
	from := i + len("sev:")
	w := word(line[from:])
	if w == "" {
		return token{}, false
	}
	t := token{kind: severity, from: i, value: w}
	return t.until(line, from+len(w))
}

// momentAt reads when: and the phrase or all up to the next space.
func momentAt(line string, i int) (token, bool) {
	t := token{kind: moment, from: i}
	from := i + len("when:")
	value, n, ok := phrase(line[from:])
	if !ok {
		value = line[from:]
		if end := strings.IndexFunc(value, unicode.IsSpace); end >= 0 {
			value = value[:end]
		}
		value = strings.TrimRight(value, marks)
		n = len(value)
	}
	if t.value = value; value == "" {
		return token{}, false
	}
	return t.until(line, from+n)
}

// marks may follow a token at once.
const marks = ".,;:!?)]}…\"'’”"

// until ends a token at byte to, if only marks stand between there and the next space.
func (t token) until(line string, to int) (token, bool) {
	t.to = to
	tail := line[to:]
	if end := strings.IndexFunc(tail, unicode.IsSpace); end >= 0 {
		tail = tail[:end]
	}
	t.touched = tail != ""
	for _, s := range []string{"'s", "’s"} {
		tail = strings.TrimPrefix(tail, s)
	}
	return t, strings.Trim(tail, marks) == ""
}

// word returns the word at the beginning of s, without the 's of "Dana's".
func word(s string) string {
	const inside = "-_'’./&"
	end := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune(inside, r)
	})
	if end >= 0 {
		s = s[:end]
	}
	s = strings.TrimRight(s, inside)
	return strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
}

// phrase returns the text between the quotes at the beginning of s, and how many bytes all of it takes.
func phrase(s string) (value string, n int, ok bool) {
	r, open := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("\"“”„", r) {
		return "", 0, false
	}
	end := strings.IndexAny(s[open:], "\"“”")
	if end < 0 {
		return "", 0, false
	}
	_, closing := utf8.DecodeRuneInString(s[open+end:])
	value = strings.TrimSpace(s[open : open+end])
	return value, open + end + closing, value != ""
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
