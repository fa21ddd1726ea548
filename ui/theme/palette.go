package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// palette holds the colors of a theme as Lip Gloss color names: "#rrggbb", a
// number from 0 to 15, or "" for the terminal's own foreground.
type palette struct {
	dim, faint, line           string
	accent, second, gold       string
	good, warn, err, highlight string
}

// kintsugiPalette is warm ink and stone with one gold. Its contrast on dark
// (#1a1b26, black) and light (#fafafa, white) backgrounds is tested.
func kintsugiPalette(dark bool) palette {
	if dark {
		return palette{
			dim: "#a8a29e", faint: "#7d766f", line: "#645e58",
			accent: "#7fb5b0", second: "#a9add6", gold: "#d4a24c",
			good: "#93b878", warn: "#d98e5f", err: "#e58a82", highlight: "#7fb5b0",
		}
	}
	return palette{
		dim: "#57534e", faint: "#87817a", line: "#a8a29e",
		accent: "#1f6f6b", second: "#4a4f8f", gold: "#8a6212",
		good: "#3f6b2a", warn: "#9a4b1c", err: "#a8322c", highlight: "#1f6f6b",
	}
}

// plainPalette uses the terminal's own 16 colors. Color 7 vanishes on a light
// background, and color 8 is next to nothing on some dark ones (Solarized), so
// that there it draws lines only.
func plainPalette(dark bool) palette {
	p := palette{
		dim: "8", faint: "8", line: "8",
		accent: "6", second: "5", gold: "3",
		good: "2", warn: "3", err: "1", highlight: "6",
	}
	if dark {
		p.dim, p.faint = "7", "7"
	}
	return p
}

// highContrastPalette has no shades: secondary text is as strong as the rest,
// and weight and underline tell things apart.
func highContrastPalette(dark bool) palette {
	if dark {
		return palette{
			accent: "#00ffff", second: "#00ffff", gold: "#ffff00",
			good: "#00ff00", warn: "#ffff00", err: "#ff9090", highlight: "#ffff00",
		}
	}
	return palette{
		accent: "#0000cc", second: "#0000cc", gold: "#6b4500",
		good: "#005500", warn: "#6b3a00", err: "#990000", highlight: "#0000cc",
	}
}

// ink returns a style with the foreground c, or an empty one for "".
func ink(c string) lipgloss.Style {
	s := lipgloss.NewStyle()
	if c == "" {
		return s
	}
	return s.Foreground(lipgloss.Color(c))
}

// paint gives every role its style.
func (t *Theme) paint(p palette) {
	t.Text = lipgloss.NewStyle()
	t.Dim = ink(p.dim)
	t.Faint = ink(p.faint)
	t.Strong = t.Text.Bold(true)
	t.Title = t.Text.Bold(true)
	t.Accent = ink(p.accent)
	t.Gold = ink(p.gold)

	t.Border = ink(p.line)
	t.BorderFocus = ink(p.accent)
	t.Bar = ink(p.accent)
	t.Selected = t.Text.Bold(true)
	t.SelectedDim = t.Text

	t.Key = ink(p.accent).Bold(true)
	t.KeyHelp = ink(p.dim)

	t.Good = ink(p.good)
	t.Warn = ink(p.warn)
	t.Error = ink(p.err).Bold(true)

	t.Tag = ink(p.accent)
	t.Person = ink(p.second)
	t.Match = underline(ink(p.highlight).Bold(true))
	t.Placeholder = ink(p.faint).Italic(true)
	t.Selection = t.Text.Reverse(true)
	t.Remark = underline(t.Text)
	t.RemarkHere = underline(ink(p.accent).Bold(true))
	t.Ghost = ink(p.second).Italic(true)
	t.Control = ink(p.warn)
}

// sharpen makes the high-contrast theme lean on weight rather than on shade.
func (t *Theme) sharpen() {
	t.Gold = t.Gold.Bold(true)
	t.Accent = t.Accent.Bold(true)
	t.BorderFocus = t.BorderFocus.Bold(true)
	t.Selected = underline(t.Text.Bold(true))
	t.SelectedDim = t.Text.Bold(true)
	t.Warn = t.Warn.Bold(true)
	t.Tag = underline(t.Tag)
	t.Person = t.Person.Bold(true)
	t.Control = t.Control.Reverse(true)
}

// underline returns s with an underline that leaves the text whole. Lip Gloss
// underlines rune by rune, and an escape sequence within a grapheme cluster
// tears emoji and accents apart and changes their width.
func underline(s lipgloss.Style) lipgloss.Style {
	const on, off = "\x1b[4m", "\x1b[24m"
	return s.Transform(func(text string) string {
		if text == "" {
			return ""
		}
		return on + strings.ReplaceAll(text, "\n", off+"\n"+on) + off
	})
}
