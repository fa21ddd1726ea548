// Package markdown turns what a person typed into Markdown that shows it as it was typed, for pages and documents alike.
//
// Goals: a text is text, and is never a heading, a list or a link to somewhere because of the characters it holds; it is
// cleaned, as package clean does; only what would be read as Markdown is escaped, so that a page reads well unrendered, too.
//
// Non-goals: what a page is made of, and rendering.
package markdown

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"bounceback/journal/clean"
)

// A character that renderers don't unescape is written as an entity.

// NBSP keeps a space that Markdown would drop.
const NBSP = "\u00a0"

// Line escapes a text that belongs on one line, wherever on it.
func Line(s string) string { return Within(s, s) }

// Within is [Line] for the beginning of a longer line: whole is all of the person's text on that line, since a tilde in one
// part and a tilde in another would strike out what is between them.
func Within(s, whole string) string { return line(strings.TrimSpace(clean.Line(s)), struck(whole)) }

// Inline is [Within] for a part that is not the beginning of its line. The spaces around it stay.
func Inline(s, whole string) string { return inline(clean.Line(s), struck(whole)) }

// Heading escapes a text for a heading, where a "#" at the end would count as the heading's.
func Heading(s string) string {
	s = Line(s)
	text := strings.TrimRight(s, "#")
	if text == s || !strings.HasSuffix(text, " ") {
		return s
	}
	return text + "\\" + s[len(text):]
}

// Prose escapes a text of several lines, each of which stays a line; so do several empty lines. Every line begins with
// margin, a text that is Markdown already.
func Prose(s, margin string) string {
	var out []string
	bare := strings.TrimRight(margin, " ")
	empty := 0 // empty lines since the last text
	for l := range strings.SplitSeq(clean.Lines(s), "\n") {
		if l = line(l, struck(s)); l == "" {
			empty++
			continue
		}
		if len(out) > 0 && empty == 0 {
			out[len(out)-1] += "  " // two spaces: a line break
		}
		for n := range empty {
			if len(out) == 0 {
				break
			}
			if n > 0 {
				out = append(out, margin+NBSP)
			}
			out = append(out, bare)
		}
		out = append(out, margin+l)
		empty = 0
	}
	return strings.Join(out, "\n")
}

// lineStart finds what Markdown reads as more than text at the beginning of a line: a heading, a quote (escaped with the
// others), a list, a rule, an underline of a heading, a row of dashes of a table.
func lineStart(line string) bool {
	c := line[0]
	rest := strings.TrimLeft(line, string(c))
	gap := rest == "" || rest[0] == ' '
	switch c {
	case '#':
		return gap && len(line)-len(rest) <= 6
	case '>':
		return true
	case '-', '+':
		return gap && len(rest) == len(line)-1 || strings.Trim(line, "-+:| ") == ""
	case '=':
		return strings.Trim(line, "= ") == ""
	case ':', '|':
		return gap || strings.Trim(line, "-:| ") == ""
	}
	return false
}

// numbered returns the place of the "." or ")" of a line that would be read as an item of a numbered list, or -1.
func numbered(line string) int {
	n := 0
	for n < len(line) && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	if n == 0 || n > 9 || n == len(line) || line[n] != '.' && line[n] != ')' {
		return -1
	}
	if n+1 < len(line) && line[n+1] != ' ' {
		return -1
	}
	return n
}

// entity is c as a character reference.
func entity(c byte) string {
	switch c {
	case '=':
		return "&#61;"
	case ':':
		return "&#58;"
	case ')':
		return "&#41;"
	}
	return "&#126;"
}

// inline escapes one line of cleaned text where it stands within a line; struck says that it is of a text with more than
// one tilde, which together would strike out what is between them, across lines even.
func inline(line string, struck bool) string {
	if !strings.ContainsAny(line, "\\`*_[<~&") {
		return line
	}
	var b strings.Builder
	b.Grow(len(line) + 8)
	address := addresses(line)
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case c == '&' && reference(line[i:], inside(address, i)):
			b.WriteString("&amp;")
		case inside(address, i):
			b.WriteByte(c)
		case c == '~' && struck:
			b.WriteString(entity(c))
		case special(line, i):
			b.WriteByte('\\')
			b.WriteByte(c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// reference reports whether s begins with a character reference, "&copy;". Some renderers know those of old HTML, which need no
// semicolon, but not within an address, where "&copy=1" is common.
func reference(s string, address bool) bool {
	end := 1
	for end < len(s) && (s[end] == '#' || letter(s[end]) || s[end] >= '0' && s[end] <= '9') {
		end++
	}
	if end < len(s) && s[end] == ';' {
		end++
	} else if address {
		return false
	}
	return html.UnescapeString(s[:end]) != s[:end]
}

// special reports whether the character at i would be read as Markdown.
func special(line string, i int) bool {
	switch line[i] {
	case '`', '*', '[':
		return true
	case '_':
		return !(wordBefore(line, i) && wordAfter(line, i+1))
	case '\\':
		return i+1 == len(line) || punctuation(line[i+1])
	case '<':
		return i+1 < len(line) && (line[i+1] == '/' || line[i+1] == '!' || line[i+1] == '?' || letter(line[i+1]))
	}
	return false
}

func punctuation(c byte) bool { return c > ' ' && c < 0x7f && !letter(c) && (c < '0' || c > '9') }
func letter(c byte) bool      { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func wordBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return i > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func wordAfter(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i < len(s) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// addresses finds web addresses, which renderers show as they are: an escape within one would be shown as well.
func addresses(line string) [][]int {
	if !strings.Contains(line, "://") {
		return nil
	}
	return regexp.MustCompile(`\bhttps?://[\w.-]+\.\w+(?:[/?#][\w./?#=%&+~_-]*)?`).FindAllStringIndex(line, -1)
}

func inside(spans [][]int, i int) bool {
	for _, s := range spans {
		if i >= s[0] && i < s[1] {
			return true
		}
	}
	return false
}

// line escapes one line of cleaned text that stands at the beginning of a line.
func line(s string, struck bool) string {
	text := strings.TrimLeft(s, " ")
	indent := strings.Repeat(NBSP, len(s)-len(text))
	text = strings.TrimRight(text, " ")
	if text == "" {
		return ""
	}
	if n := numbered(text); n >= 0 {
		mark := "\\" + text[n:n+1]
		if text[n] == ')' {
			mark = entity(')')
		}
		return indent + text[:n] + mark + inline(text[n+1:], struck)
	}
	if !lineStart(text) {
		return indent + inline(text, struck)
	}
	if c := text[0]; c == '=' || c == ':' {
		return indent + entity(c) + inline(text[1:], struck)
	}
	return indent + "\\" + text[:1] + inline(text[1:], struck)
}

func struck(s string) bool { return strings.Count(s, "~") > 1 }
