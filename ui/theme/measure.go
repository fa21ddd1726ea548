package theme

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Everything here takes one line that may carry styles (escape sequences) and
// leaves them whole. Text of the user's has gone through [Clean] before.

// token measures what s begins with: a grapheme cluster, or an escape sequence
// or control character, which has no width. s is not empty, n is at least 1.
//
// The library's own Truncate counts "1️⃣" as one cell while its StringWidth
// counts two, so one function answers both questions here.
func token(s string) (n, width int) {
	c := s[0]
	switch {
	case c >= ' ' && c < 0x7f:
		if len(s) == 1 || s[1] < 0x80 {
			return 1, 1
		}
	case c < 0xc0:
		_, _, n, _ = ansi.DecodeSequence(s, ansi.NormalState, nil)
		return max(n, 1), 0
	}
	cluster, width := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return max(len(cluster), 1), width
}

// Width returns how many cells s takes.
func Width(s string) int {
	w := 0
	for len(s) > 0 {
		n, cells := token(s)
		w += cells
		s = s[n:]
	}
	return w
}

// split returns the longest beginning of s that takes at most w cells, and how
// many it takes. A wide character is never halved.
func split(s string, w int) (end, width int) {
	for end < len(s) {
		n, cells := token(s[end:])
		if width+cells > w {
			break
		}
		end += n
		width += cells
	}
	return end, width
}

// sequences returns the escape sequences in s without the text between them,
// so that a style begun before a cut is still ended behind it.
func sequences(s string) string {
	if strings.IndexByte(s, ansi.ESC) < 0 {
		return ""
	}
	var b strings.Builder
	for len(s) > 0 {
		n, _ := token(s)
		if s[0] == ansi.ESC {
			b.WriteString(s[:n])
		}
		s = s[n:]
	}
	return b.String()
}

// cut shortens s to w cells; mark stands where text was lost.
func cut(s string, w int, mark string) string {
	if w <= 0 {
		return sequences(s)
	}
	if end, _ := split(s, w); end == len(s) {
		return s
	}
	end, _ := split(mark, w)
	mark = mark[:end]
	end, _ = split(s, w-Width(mark))
	return s[:end] + mark + sequences(s[end:])
}

// Crop shortens s to at most w cells without a mark. A wide character at the
// edge is left out as a whole.
func Crop(s string, w int) string { return cut(s, w, "") }

// Cut shortens s to at most w cells, with the theme's ellipsis where text was
// lost. It is a method because "…" would be two cells wide on just those
// terminals that ASCII glyphs are meant for.
func (t *Theme) Cut(s string, w int) string { return cut(s, w, t.Glyphs.Ellipsis) }

// Pad adds spaces up to w cells. It never shortens.
func Pad(s string, w int) string {
	if missing := w - Width(s); missing > 0 {
		return s + strings.Repeat(" ", missing)
	}
	return s
}

// Fit cuts and pads s to exactly w cells.
func (t *Theme) Fit(s string, w int) string { return Pad(t.Cut(s, w), w) }

// FitBlock crops and pads s to h lines of w cells each. It is "" when w or h is
// below 1.
func FitBlock(s string, w, h int) string {
	return fitBlock(s, w, h, func(line string) string { return Pad(Crop(line, w), w) })
}

func fitBlock(s string, w, h int, fit func(string) string) string {
	if w < 1 || h < 1 {
		return ""
	}
	var b strings.Builder
	for y := range h {
		if y > 0 {
			b.WriteByte('\n')
		}
		line, rest, _ := strings.Cut(s, "\n")
		b.WriteString(fit(line))
		s = rest
	}
	return b.String()
}
