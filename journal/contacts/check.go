package contacts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The checks are those of a header's one line and of a plain address. Whether mail arrives there only a mail server knows.

// longest is how many bytes a name or an address may have: a line of a mail has room for 998.
const longest = 254

// Sender takes the sender apart: "Sam Rivera <sam@example.com>", or an address alone. What is wrong with it is said in a few
// words, and is "" when nothing is.
func Sender(from string) (name, address, wrong string) {
	from = strings.TrimSpace(from)
	address = from
	if i := strings.LastIndexByte(from, '<'); i >= 0 && strings.HasSuffix(from, ">") {
		name, address = strings.TrimSpace(from[:i]), from[i+1:len(from)-1]
		if n := len(name); n > 1 && name[0] == '"' && name[n-1] == '"' {
			name = strings.TrimSpace(name[1 : n-1])
		}
	}
	if wrong = checkAddress(address); wrong == "" && name != "" {
		wrong = checkName(name)
	}
	return name, address, wrong
}

// checkName says what keeps a name from being one line of a header.
func checkName(name string) (wrong string) {
	switch {
	case strings.TrimSpace(name) == "":
		return "the name is empty"
	case !utf8.ValidString(name):
		return "the name isn't text in UTF-8"
	case strings.IndexFunc(name, unprintable) >= 0:
		return "the name has a line break or a control character in it"
	case len(name) > longest:
		return "the name is too long"
	}
	return ""
}

// checkAddress says what keeps an address from being one.
func checkAddress(a string) (wrong string) {
	local, domain, ok := strings.Cut(a, "@")
	switch {
	case a == "":
		return "the address is empty"
	case !utf8.ValidString(a), strings.IndexFunc(a, unprintable) >= 0:
		return "the address has a line break or a control character in it"
	case strings.IndexFunc(a, unicode.IsSpace) >= 0:
		return "the address has a space in it"
	case strings.IndexFunc(a, invisible) >= 0:
		return "the address has a character in it that can't be seen; type it anew instead of pasting it"
	case !ok:
		return "the address has no @"
	case strings.Contains(domain, "@"):
		return "the address has more than one @"
	case local == "":
		return "nothing stands before the @"
	case domain == "":
		return "nothing stands after the @"
	case strings.ContainsAny(a, `<>()[],;:\"`):
		return "the address has a sign in it that addresses don't have"
	case !ascii(local): // it would stand raw in a header, which few mail servers take
		return "the part before the @ must be plain letters, without accents"
	case !ascii(domain):
		return "the part after the @ must be plain letters; write the domain as xn--…, the form that mail programs use for it"
	case badDots(local), badDots(domain):
		return "a dot of the address stands where none can"
	case strings.HasPrefix(a, "-"):
		return "the address begins with a dash" // a mail command would take it for an option
	case len(a) > longest:
		return "the address is too long"
	}
	return ""
}

func badDots(s string) bool {
	return strings.HasPrefix(s, ".") || strings.HasSuffix(s, ".") || strings.Contains(s, "..")
}

// invisible are characters that nobody sees: two addresses that look alike could differ by them.
func invisible(r rune) bool {
	return !unicode.IsGraphic(r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Variation_Selector, r)
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// unprintable are characters that end a line somewhere, or do something to a terminal.
func unprintable(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == utf8.RuneError
}
