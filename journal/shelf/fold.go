package shelf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s as it is searched: lower case, without accents, ß as ss, curly quotes straight. Queries and cards go through
// it alike. Folding twice changes nothing more.
func Fold(s string) string {
	if ascii(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if r < utf8.RuneSelf {
			b.WriteByte(byte(r))
			continue
		}
		if with, ok := foldRune(r); ok {
			b.WriteString(with)
		} else if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// foldRune returns what stands for a letter that has no accent to take away, and yet a plainer form that people type.
func foldRune(r rune) (string, bool) {
	switch r {
	case 'ß':
		return "ss", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'ø':
		return "o", true
	case 'ł':
		return "l", true
	case 'đ':
		return "d", true
	case 'ı':
		return "i", true
	case 'ς':
		return "σ", true
	case '’', '‘':
		return "'", true
	case '“', '”', '„':
		return `"`, true
	}
	return "", false
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
