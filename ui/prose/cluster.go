package prose

// What a person calls a character is a grapheme cluster. Here a line is cut into clusters, and every cluster gets
// a width in cells and a way to be drawn. Nothing else in the package looks at single runes to move or to draw.

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// glyphKind says how a cluster is drawn.
type glyphKind uint8

const (
	plain   glyphKind = iota // as it is
	tab                      // spaces up to the next tab stop
	control                  // a C0 control character or DEL: its control picture
	format                   // an invisible character that could move other text: a stand-in
	mark                     // a combining mark with nothing to combine with
	invalid                  // a byte that is no UTF-8
)

// tabStop is the distance of tab stops, in cells.
const tabStop = 4

// glyph is one cluster of a line: where it ends, how many cells it takes (a tab: 0, as that depends on where it
// stands) and how it is drawn.
type glyph struct {
	end   int
	width int
	kind  glyphKind
}

// glyphAt returns the cluster of s that begins at i. It looks only forward, so a walk may start at any cluster.
func glyphAt(s string, i int) glyph {
	c := s[i]
	if c < utf8.RuneSelf {
		switch {
		case c == '\t':
			return glyph{end: i + 1, kind: tab}
		case c < ' ' || c == 0x7f:
			return glyph{end: i + 1, width: 1, kind: control}
		case i+1 == len(s) || s[i+1] < utf8.RuneSelf:
			return glyph{end: i + 1, width: 1}
		}
	}
	return clusterAt(s, i)
}

// clusterAt is glyphAt for all that needs Unicode tables. Whatever alone takes no cells would corrupt the row or
// reorder it, and gets a stand-in: C1 and bidi controls, line separators, zero-width spaces and joiners, soft
// hyphens.
func clusterAt(s string, i int) glyph {
	r, size := utf8.DecodeRuneInString(s[i:])
	if r == utf8.RuneError && size == 1 {
		return glyph{end: i + 1, width: 1, kind: invalid}
	}
	if next, _ := utf8.DecodeRuneInString(s[i+size:]); prepends(r) && (i+size == len(s) || prepends(next)) {
		return glyph{end: i + size, width: 1, kind: format}
	}
	cluster, width := ansi.FirstGraphemeCluster(s[i:], ansi.GraphemeWidth)
	if n := honest(cluster, r, size); n < len(cluster) {
		cluster, width = ansi.FirstGraphemeCluster(cluster[:n], ansi.GraphemeWidth)
	}
	last, _ := utf8.DecodeLastRuneInString(cluster)
	switch {
	case prepends(last), prepends(r) && width == 0:
		// It would swallow whatever is drawn after it, or hide what it precedes.
		return glyph{end: i + size, width: 1, kind: format}
	case joins(r) && !unicode.Is(unicode.Cf, r) && ansi.StringWidth(carrier+cluster) == 1:
		return glyph{end: i + len(cluster), width: 1, kind: mark}
	case width == 0 || joins(r):
		return glyph{end: i + len(cluster), width: 1, kind: format}
	}
	return glyph{end: i + len(cluster), width: width}
}

// honest returns the length of the longest prefix of the cluster that shows what it holds: it is valid UTF-8, its
// tags are those of a flag, and its joiners stand behind an emoji or in a script that has a use for them. The cluster
// begins with r, of size bytes.
func honest(cluster string, r rune, size int) int {
	for i := size; i < len(cluster); {
		next, n := utf8.DecodeRuneInString(cluster[i:])
		switch {
		case next == utf8.RuneError && n == 1,
			next >= 0xe0020 && next <= 0xe007f && r != 0x1f3f4 && r < 0xe0000,
			next&^1 == 0x200c && r < 0x300:
			return i
		}
		i += n
	}
	return len(cluster)
}

// prepends reports whether r joins the character after it, as Unicode's property Prepend says. A test compares
// it with the library that measures.
func prepends(r rune) bool {
	switch {
	case r < 0x600:
		return false
	case r <= 0x605, r == 0x6dd, r == 0x70f, r == 0x890, r == 0x891, r == 0x8e2, r == 0xd4e,
		r == 0x110bd, r == 0x110cd, r == 0x111c2, r == 0x111c3, r == 0x113d1, r == 0x1193f, r == 0x11941,
		r >= 0x11a84 && r <= 0x11a89, r == 0x11d46, r == 0x11f02:
		return true
	}
	return false
}

// joins reports whether r joins what is drawn before it. Such a character leads a cluster only at the start of a
// line or behind a stand-in. Beside the marks these are two Thai and Lao vowels, the halfwidth Katakana sound marks
// and the skin tones of emoji.
func joins(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r == 0xe33, r == 0xeb3, r == 0xff9e, r == 0xff9f, r >= 0x1f3fb && r <= 0x1f3ff:
		return true
	}
	if unicode.IsGraphic(r) {
		return unicode.Is(unicode.M, r)
	}
	// Newer than Go's tables: ask the library that measures, which knows it already.
	cluster, _ := ansi.FirstGraphemeCluster(carrier+string(r), ansi.GraphemeWidth)
	return len(cluster) > len(carrier)
}

// carrier is what a mark without a character is drawn on.
const carrier = "◌"

// picture returns what stands on the screen for the cluster s of a kind that is not drawn as it is. It is one
// cell wide. With ascii it is a question mark.
func picture(s string, kind glyphKind, ascii bool) string {
	switch {
	case ascii:
		return "?"
	case kind == control && s[0] == 0x7f:
		return "␡"
	case kind == control:
		return string(rune(0x2400) + rune(s[0]))
	case kind == mark:
		return carrier + s
	case kind == invalid:
		return "�"
	default:
		return "␦"
	}
}

// cells returns the width of g in cells when it begins at the cell col of its row.
func (g glyph) cells(col int) int {
	if g.kind == tab {
		return tabStop - col%tabStop
	}
	return g.width
}

// before returns the start of the last cluster of s that begins before end, walking from the cluster start from.
func before(s string, from, end int) int {
	for i := from; i < end; {
		from = i
		i = glyphAt(s, i).end
	}
	return from
}

// charClass tells words from what stands between them.
type charClass uint8

const (
	space charClass = iota
	punctuation
	letter
)

// classOf returns the class of the cluster s.
func classOf(s string) charClass {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsSpace(r):
		return space
	case r == '_' || unicode.In(r, unicode.L, unicode.N, unicode.M):
		return letter
	default:
		return punctuation
	}
}

// breakable reports whether a row may end after the cluster s because it is a space.
func breakable(s string) bool { return s == " " || s == "\t" || s == "\u3000" }

// clings reports whether the cluster s, beside a wide one, must not begin a row: closing punctuation.
func clings(s string) bool {
	return strings.Contains("、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】,.:;!?)]}", s)
}
