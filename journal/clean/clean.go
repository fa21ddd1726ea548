// Package clean makes a person's text safe to show: on a screen, in a document, in a mail.
//
// Goals: nothing in a text can steer a terminal or turn the reading direction, every character that is not shown has a
// visible stand-in or does no harm, and a text that is clean already comes back as it is.
//
// Non-goals: what means something to one format only, such as Markdown (journal/markdown), and measuring (ui/theme).
package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	zwnj = '\u200c'
	zwj  = '\u200d'

	blackFlag         = '\U0001f3f4' // begins a flag spelled with tag characters
	tagFirst, tagLast = '\U000e0020', '\U000e007f'
	lineSep, paraSep  = '\u2028', '\u2029'
	dottedCircle      = '◌' // carries a combining mark that has nothing to stand on
	latinEnd          = '\u02ff'
	spacesPerTab      = "    "
	controlPictures   = 0x2400 // ␀, followed by a picture of each control character
	deletePicture     = '␡'
	invalid           = utf8.RuneError
)

// Line makes one line of a user's text safe to draw. Control characters, and
// with them every escape sequence, become visible stand-ins; a run of line
// breaks and tabs becomes one space; characters that turn the reading
// direction and stray invisible ones are left out, while emoji sequences and
// combining marks stay; invalid UTF-8 becomes �. It changes nothing in text
// that is already clean.
func Line(s string) string { return clean(s, false) }

// Lines is [Line] for several lines: line breaks stay, as "\n", and a
// tab becomes four spaces.
func Lines(s string) string { return clean(s, true) }

func clean(s string, lines bool) string {
	i := plainPrefix(s, lines)
	if i == len(s) {
		return s
	}
	c := cleaner{lines: lines}
	c.b.Grow(len(s) + 8)
	if i > 0 {
		c.b.WriteString(s[:i])
		c.prev = rune(s[i-1])
	}
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if r == '\r' && strings.HasPrefix(s[i:], "\n") {
			continue // the line feed that follows stands for both
		}
		next, _ := utf8.DecodeRuneInString(s[i:])
		c.rune(r, next)
	}
	return c.b.String()
}

// plainPrefix returns the length of the printable ASCII that s begins with.
func plainPrefix(s string, lines bool) int {
	for i := range len(s) {
		if c := s[i]; (c < ' ' || c > '~') && (c != '\n' || !lines) {
			return i
		}
	}
	return len(s)
}

type cleaner struct {
	b     strings.Builder
	lines bool
	prev  rune // the last rune written; 0 at the beginning
	gap   bool // prev is the space of a run of line breaks and tabs
}

func (c *cleaner) write(r rune) {
	c.b.WriteRune(r)
	c.prev = r
	c.gap = false
}

// rune writes what r becomes. next is the rune behind it in the text.
func (c *cleaner) rune(r, next rune) {
	switch {
	case r == '\n' || r == '\r' || r == '\t' || r == lineSep || r == paraSep:
		c.space(r)
	case r < ' ':
		c.write(controlPictures + r)
	case r == 0x7f:
		c.write(deletePicture)
	case r > 0x7f && r < 0xa0:
		c.write(invalid)
	case r < 0x300:
		if r != '\u00ad' { // soft hyphen
			c.write(r)
		}
	case r == zwj || r == zwnj:
		if joins(c.prev) && joins(next) {
			c.write(r)
		}
	case r >= tagFirst && r <= tagLast:
		if c.prev == blackFlag || c.prev >= tagFirst && c.prev <= tagLast {
			c.write(r)
		}
	case unicode.Is(unicode.Cf, r):
		// Those few that have a shape swallow the width of what follows them.
		if unicode.Is(unicode.Prepended_Concatenation_Mark, r) {
			c.write(invalid)
		}
	case unicode.IsMark(r):
		c.mark(r)
	default:
		c.write(r)
	}
}

// space writes a line break or a tab.
func (c *cleaner) space(r rune) {
	switch {
	case c.lines && r == '\t':
		c.b.WriteString(spacesPerTab)
		c.prev = ' '
	case c.lines:
		c.write('\n')
	case !c.gap:
		c.write(' ')
		c.gap = true
	}
}

// mark writes a combining mark. At the beginning of a line or after a space it
// would settle on whatever is drawn to the left of it, such as a frame.
func (c *cleaner) mark(r rune) {
	if c.prev == 0 || c.prev == '\n' || c.prev == ' ' {
		if unicode.Is(unicode.Variation_Selector, r) {
			return
		}
		c.write(dottedCircle)
	}
	c.write(r)
}

// joins says whether an invisible joiner next to r does something: it shapes
// letters of scripts beyond Latin, and it ties emoji together.
func joins(r rune) bool {
	return r > latinEnd && r != invalid && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsSymbol(r))
}
