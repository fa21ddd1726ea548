// Package markdown is the theme's face of Glamour: how a rendered page looks.
//
// It stands apart from package theme because Glamour's styles link a syntax
// highlighter that takes up to 20 ms to start, which the command line must not
// pay for. Non-goals: rendering, and syntax highlighting of code blocks.
package markdown

import (
	"fmt"
	"image/color"
	"strconv"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	xansi "github.com/charmbracelet/x/ansi"

	"bounceback/ui/theme"
)

// Style returns how Glamour draws a page in the theme t: no backgrounds, no
// margins, headings bold in the accent color, a gold bar beside quotes. The
// value is the caller's own.
func Style(t *theme.Theme) ansi.StyleConfig {
	accent, dim, faint := colorOf(t.Accent), colorOf(t.Dim), colorOf(t.Faint)
	g := t.Glyphs
	sc := ansi.StyleConfig{
		Document:   ansi.StyleBlock{Margin: ptr(uint(0))},
		BlockQuote: quote(t),
		List:       ansi.StyleList{LevelIndent: 2},
		Heading: ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{
			Color: accent, Bold: ptr(true), BlockSuffix: "\n",
		}},
		Text:           ansi.StylePrimitive{},
		Strikethrough:  ansi.StylePrimitive{CrossedOut: ptr(true)},
		Emph:           ansi.StylePrimitive{Italic: ptr(true)},
		Strong:         ansi.StylePrimitive{Bold: ptr(true)},
		HorizontalRule: ansi.StylePrimitive{Color: faint, Format: "\n" + g.H + g.H + g.H + "\n"},
		Item:           ansi.StylePrimitive{BlockPrefix: g.Bullet + " "},
		Enumeration:    ansi.StylePrimitive{BlockPrefix: ". "},
		Task:           ansi.StyleTask{Ticked: "[" + g.Check + "] ", Unticked: "[ ] "},
		Link:           ansi.StylePrimitive{Color: dim},
		LinkText:       ansi.StylePrimitive{Color: accent, Bold: ptr(true)},
		Image:          ansi.StylePrimitive{Color: dim},
		ImageText:      ansi.StylePrimitive{Color: dim, Format: "Image: {{.text}} " + g.Arrow},
		Code:           ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: accent}},
		CodeBlock: ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{
			StylePrimitive: ansi.StylePrimitive{Color: dim},
			Indent:         ptr(uint(2)),
		}},
		DefinitionTerm:        ansi.StylePrimitive{Bold: ptr(true)},
		DefinitionDescription: ansi.StylePrimitive{BlockPrefix: "\n" + g.Arrow + " "},
	}
	if t.ASCII {
		sc.Table = ansi.StyleTable{CenterSeparator: ptr("+"), ColumnSeparator: ptr("|"), RowSeparator: ptr("-")}
	}
	minor := ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: dim}}
	sc.H4, sc.H5, sc.H6 = minor, minor, minor
	return sc
}

// quote colors its bar by hand: Glamour draws the indent token in the style of
// the block around the quote. The bar stands as a margin of one, since that is
// drawn once and takes two cells of the width, as bar and space do; an indent
// takes one, and a line that is exactly full would break a second time.
func quote(t *theme.Theme) ansi.StyleBlock {
	return ansi.StyleBlock{
		Margin:      ptr(uint(1)),
		IndentToken: ptr(t.Gold.Render(t.Glyphs.V) + " "),
	}
}

// colorOf returns the foreground of s as Glamour writes colors, nil for the
// terminal's own.
func colorOf(s lipgloss.Style) *string {
	return name(s.GetForeground())
}

func name(c color.Color) *string {
	switch c := c.(type) {
	case nil, lipgloss.NoColor:
		return nil
	case xansi.BasicColor:
		return ptr(strconv.Itoa(int(c)))
	}
	r, g, b, _ := c.RGBA()
	return ptr(fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8))
}

func ptr[T any](v T) *T { return &v }
