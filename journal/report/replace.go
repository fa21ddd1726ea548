package report

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"bounceback/journal"
)

// A name is found where it stands as a word: "Ann" is not in "Annual". Letters and marks go on with a word, digits and the underscore
// don't, so that dana2 is found. Neither does a script that sets no spaces, so that 李雷 is found in 李雷去了, nor a capital letter
// behind a small one in a name that is long enough, so that askDana is found.
// A name that is a common word as well, "Will", is found in any case where it stands alone or names an account, and elsewhere only
// with a capital letter, however it is written where the entry gives it: "will" and "mark" are met too often as words.

// replace puts pseudonyms in the place of all names of s.
func (c *cast) replace(s string) string { return c.scan(s, -1) }

// replaceBut is replace for a text that speaks to reader, who keeps their name.
func (c *cast) replaceBut(s, reader string) string {
	return c.scan(s, c.index(reader))
}

// scan replaces all names but that of the person keep, which is -1 for nobody.
func (c *cast) scan(s string, keep int) string {
	if len(c.people) == 0 || s == "" {
		return s
	}
	if all := c.nothingBut(s, keep); all != "" {
		return all
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

// nothingBut returns what a text becomes that is nothing but names, such as an action's owner, and "" for any other: there a name
// that is a word, too, needs no capital letter.
func (c *cast) nothingBut(s string, keep int) string {
	if len(s) > longestList {
		return ""
	}
	var out []string
	named := false
	for _, name := range split(strings.TrimSpace(s)) {
		switch i := c.index(name); {
		case i >= 0 && i != keep:
			named = true
			out = append(out, c.people[i].as())
		case i < 0 && (myself(name) || journal.Same(c.kept, name)):
			out = append(out, strings.TrimSpace(name))
		default:
			return ""
		}
	}
	if !named {
		return ""
	}
	return and(out)
}

// longestList is how many bytes a text has at most that could be nothing but names.
const longestList = 1000

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

// match returns the longest name that stands at i as a word, with the s of a plural or a possessive. In an address, a path and
// behind an @ a name that is a word as well needs no capital letter.
func (c *cast) match(text []rune, i int, account bool) (end int, who []int) {
	account = account || i > 0 && strings.ContainsRune("/\\~@", text[i-1])
	for _, f := range c.forms[bareRune(text[i])] {
		if !account && f.capital && unicode.IsLower(text[i]) || i > 0 && !f.edge(text[i-1], text[i]) {
			continue
		}
		end := f.at(text, i)
		if end == 0 || f.handle && !account && (f.initial || end-i < len(f.key)) || f.initial && unicode.IsSpace(text[end-2]) {
			continue // "halls" is no Sue Hall, and in "Dana I think" the I is no initial
		}
		if end = f.ending(text, i, end, account); end > 0 {
			return end, f.who
		}
	}
	return 0, nil
}

// at returns where the form ends that begins at i, or 0 when it is not there.
func (f form) at(text []rune, i int) int {
	for n, k := range f.key {
		if k == ' ' {
			if i = f.gap(text, i, n > 0 && (n == 1 || f.key[n-2] == ' ')); i == 0 {
				return 0
			}
			continue
		}
		if i == len(text) || foldRune(text[i]) != k && (f.exact || bareRune(text[i]) != k) {
			return 0
		}
		i++
		for !f.exact && i < len(text) && isAccent(text[i]) {
			i++
		}
	}
	return i
}

// gap returns where the next part of a name begins, or 0. Behind an initial there may be a period and a space.
func (f form) gap(text []rune, i int, initial bool) int {
	was := i
	if initial && i+1 < len(text) && text[i] == '.' && unicode.IsSpace(text[i+1]) {
		i++
	}
	for i < len(text) && unicode.IsSpace(text[i]) {
		i++
	}
	if i == was && i < len(text) && strings.ContainsRune("_.-", text[i]) {
		i++
	}
	if i == was && f.apart {
		return 0
	}
	return i
}

// ending returns where the word ends that the form begins, and 0 when it goes on: "Dana", "Danas", "the Smiths", "the Joneses".
func (f form) ending(text []rune, start, end int, account bool) int {
	if end == len(text) || f.edge(text[end-1], text[end]) {
		return end
	}
	if unspaced(text[start]) || (len(f.key) < 4 || f.word && !account) && !behindThe(text, start) {
		return 0
	}
	for _, s := range []string{"S", "ES"} {
		if s == "ES" && !strings.ContainsRune("SXZH", f.key[len(f.key)-1]) {
			continue
		}
		n := end
		for _, r := range s {
			if n == len(text) || foldRune(text[n]) != r {
				n = 0
				break
			}
			n++
		}
		if n > 0 && (n == len(text) || f.edge(text[n-1], text[n])) {
			return n
		}
	}
	return 0
}

// behindThe reports whether a word with a capital letter stands behind "the", as families do.
func behindThe(text []rune, i int) bool {
	return i >= 4 && unicode.IsUpper(text[i]) && strings.EqualFold(string(text[i-4:i]), "the ") && (i == 4 || !isWordRune(text[i-5]))
}

// edge reports whether a word ends between two runes. A single letter is too little of a name to be looked for beside digits.
func (f form) edge(a, b rune) bool {
	if unspaced(a) || unspaced(b) {
		return true
	}
	if len(f.key) == 1 {
		return !isWordRune(a) || !isWordRune(b)
	}
	return !isLetter(a) || !isLetter(b) || len(f.key) > 3 && unicode.IsLower(a) && unicode.IsUpper(b)
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

func isWordRune(r rune) bool { return isLetter(r) || unicode.IsDigit(r) || r == '_' }

// isLetter reports whether r goes on with a word. An apostrophe doesn't, not even one that counts as a letter.
func isLetter(r rune) bool { return (unicode.IsLetter(r) || unicode.IsMark(r)) && foldRune(r) != '\'' }

// unspaced reports whether r is of a script that sets no spaces between words, or hangs its endings on names.
func unspaced(r rune) bool {
	return r > 0xdff && (r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan))
}
