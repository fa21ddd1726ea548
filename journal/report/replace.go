package report

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"bounceback/journal"
)

// A name is found where it stands as a word: "Ann" is not in "Annual". Letters, digits, marks and the underscore go on with a word,
// but not beside a script that sets no spaces, so that 李雷 is found in 李雷去了. Capitals, accents written as one character or
// two, the kinds of apostrophe, hyphen and space make no difference.

// replace puts pseudonyms in the place of all names of s.
func (c *cast) replace(s string) string { return c.scan(s, -1) }

// replaceBut is replace for a text that speaks to reader, who keeps their name.
func (c *cast) replaceBut(s, reader string) string {
	return c.scan(s, slices.IndexFunc(c.people, func(p person) bool { return journal.SameName(p.name, norm.NFC.String(reader)) }))
}

// scan replaces all names but that of the person keep, which is -1 for nobody.
func (c *cast) scan(s string, keep int) string {
	if len(c.people) == 0 || s == "" {
		return s
	}
	text := []rune(norm.NFC.String(s))
	var b strings.Builder
	for i := 0; i < len(text); {
		end, who := c.find(text, i)
		switch {
		case who == nil:
			b.WriteRune(text[i])
			i++
		case slices.Contains(who, keep):
			b.WriteString(string(text[i:end]))
			i = end
		default:
			b.WriteString(c.called(who))
			if i = end; possessive(text, end) {
				b.WriteRune(text[end])
				b.WriteByte('s')
				i++
			}
		}
	}
	return b.String()
}

// find returns who is named at i, and where the name ends; nobody when who is nil.
func (c *cast) find(text []rune, i int) (end int, who []int) {
	if end := address(text, i); end > 0 {
		if who := c.within(text[i:end]); who != nil {
			return end, who
		}
	}
	if after := honorific(text, i); after > 0 {
		if end, who := c.match(text, after, false); who != nil {
			return end, who
		}
	}
	return c.match(text, i, false)
}

// match returns the longest name that stands at i as a word. In an address an underscore and a digit end a word, and a name that
// is a word as well needs no capital letter.
func (c *cast) match(text []rune, i int, address bool) (end int, who []int) {
	part := isWordRune
	if address {
		part = unicode.IsLetter
	}
	if i > 0 && !edge(text[i-1], text[i], part) {
		return 0, nil
	}
	for _, f := range c.forms[foldRune(text[i])] {
		if f.capital && !address && unicode.IsLower(text[i]) {
			continue
		}
		end := f.at(text, i)
		if end > 0 && (end == len(text) || edge(text[end-1], text[end], part)) {
			return end, f.who
		}
	}
	return 0, nil
}

// at returns where the form ends that begins at i, or 0 when it is not there. One space is as good as several.
func (f form) at(text []rune, i int) int {
	for _, k := range f.key {
		if i == len(text) || foldRune(text[i]) != k {
			return 0
		}
		i++
		for k == ' ' && i < len(text) && unicode.IsSpace(text[i]) {
			i++
		}
	}
	return i
}

// edge reports whether a word ends between two runes.
func edge(a, b rune, part func(rune) bool) bool {
	return !part(a) || !part(b) || unspaced(a) || unspaced(b)
}

// address returns where a mail address or an "@dana" ends that begins at i, and 0 when none does. It goes as a whole: half of one
// would say who it was.
func address(text []rune, i int) int {
	if i > 0 && inAddress(text[i-1]) || !inAddress(text[i]) {
		return 0
	}
	end := i
	for end < len(text) && inAddress(text[end]) {
		end++
	}
	for end > i && strings.ContainsRune(".-+%", text[end-1]) {
		end--
	}
	at := slices.Index(text[i:end], '@')
	if at < 0 || i+at+1 == end {
		return 0
	}
	return end
}

func inAddress(r rune) bool { return isWordRune(r) && !unspaced(r) || strings.ContainsRune(".-+%@", r) }

// within returns who is named in an address, in which whole names may stand without a space.
func (c *cast) within(address []rune) []int {
	for i := range address {
		if _, who := c.match(address, i, true); who != nil {
			return who
		}
	}
	run := squeezed(string(address))
	for i, p := range c.people {
		if name := squeezed(p.name); strings.Contains(p.name, " ") && len([]rune(name)) > 4 && strings.Contains(run, name) {
			return []int{i}
		}
	}
	return nil
}

// squeezed is nothing but the letters of s, folded.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return r
	}, foldText(s))
}

// honorific returns where the name begins behind a "Ms. " that stands at i, or 0.
func honorific(text []rune, i int) int {
	if i > 0 && isWordRune(text[i-1]) || !unicode.IsUpper(text[i]) {
		return 0
	}
	end := i
	for end < len(text) && isWordRune(text[end]) {
		end++
	}
	if !isHonorific(string(text[i:end])) {
		return 0
	}
	if end < len(text) && text[end] == '.' {
		end++
	}
	name := end
	for name < len(text) && unicode.IsSpace(text[name]) {
		name++
	}
	if name == end || name == len(text) {
		return 0
	}
	return name
}

// possessive reports whether the apostrophe at i is all that makes a possessive of the name before it: "James' idea". Person A
// needs an s behind it. A quotation that ends there begins with one on the same line.
func possessive(text []rune, i int) bool {
	if i == len(text) || foldRune(text[i]) != '\'' || foldRune(text[i-1]) != 'S' || i+1 < len(text) && isWordRune(text[i+1]) {
		return false
	}
	for j := i - 1; j >= 0 && text[j] != '\n'; j-- {
		if foldRune(text[j]) == '\'' && (j == 0 || !isWordRune(text[j-1])) && isWordRune(text[j+1]) {
			return false
		}
	}
	return true
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}

// unspaced reports whether r is of a script that sets no spaces between words, or hangs its endings on names.
func unspaced(r rune) bool {
	return r > 0xdff && (r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan))
}

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
	case strings.ContainsRune("'’ʼ‘′´`", r):
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

// unaccented is s without marks on its Latin letters.
func unaccented(s string) string {
	var b strings.Builder
	latin := false
	for _, r := range norm.NFD.String(s) {
		if unicode.IsMark(r) && latin {
			continue
		}
		latin = unicode.Is(unicode.Latin, r)
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}
