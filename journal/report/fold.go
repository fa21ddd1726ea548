package report

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Names are compared folded: capitals, accents written as one character or two, the kinds of apostrophe, hyphen and space make no
// difference. Where nobody's name tells them apart, accents make none either.

// foldText is s as names are compared.
func foldText(s string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFC.String(s) {
		r = foldRune(r)
		if r != ' ' || !space {
			b.WriteRune(r)
		}
		space = r == ' '
	}
	return b.String()
}

// foldRune is the one rune that stands for r and all that is as good: a capital for letters, one space, one apostrophe.
func foldRune(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z':
		return r - 'a' + 'A'
	case strings.ContainsRune("'’ʼ‘ʻʹ‛′´`＇", r):
		return '\''
	case r == '\u2010' || r == '\u2011':
		return '-'
	case r < 0x80 && !unicode.IsSpace(r):
		return r
	case unicode.IsSpace(r):
		return ' '
	}
	low := r
	for o := unicode.SimpleFold(r); o != r; o = unicode.SimpleFold(o) {
		low = min(low, o)
	}
	return low
}

// bareRune is foldRune without the accent.
func bareRune(r rune) rune {
	if r = foldRune(r); r < 0x80 || unicode.Is(unicode.Hangul, r) {
		return r
	}
	switch r {
	case 'Ł':
		return 'L'
	case 'Ø':
		return 'O'
	case 'Đ', 'Ð':
		return 'D'
	case 'ı':
		return 'I'
	}
	if d := []rune(norm.NFD.String(string(r))); len(d) > 1 && isAccent(d[1]) {
		return foldRune(d[0])
	}
	return r
}

// isAccent reports whether r is a mark that stands over or below a letter; those of some scripts are half the word.
func isAccent(r rune) bool { return r >= 0x300 && r <= 0x36f }

// unaccented is a folded text without accents.
func unaccented(s string) string {
	return strings.Map(func(r rune) rune {
		if isAccent(r) {
			return -1
		}
		return bareRune(r)
	}, s)
}

// spelledOut is a folded text as it is written where a keyboard lacks the letters: MÜLLER is MUELLER.
func spelledOut(s string) string {
	return strings.NewReplacer("Ä", "AE", "Ö", "OE", "Ü", "UE", "ß", "SS", "ẞ", "SS", "Ø", "OE", "Å", "AA", "Æ", "AE").Replace(s)
}
