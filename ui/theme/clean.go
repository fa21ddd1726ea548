package theme

import (
	"unicode"
	"unicode/utf8"

	"bounceback/journal/clean"
)

// Clean makes one line of a user's text safe to draw, as [clean.Line] does.
func Clean(s string) string { return clean.Line(s) }

// CleanLines is [Clean] for several lines: line breaks stay, as "\n", and a
// tab becomes four spaces.
func CleanLines(s string) string { return clean.Lines(s) }

// Sentence cleans s and begins it with a capital letter.
func Sentence(s string) string {
	s = Clean(s)
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
