package theme

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"
)

// frameParts are the pieces of a frame, styled ahead of time.
type frameParts struct {
	line, title lipgloss.Style
	side        string
}

func newFrameParts(line, title lipgloss.Style, g Glyphs) frameParts {
	return frameParts{line: line, title: title, side: line.Render(g.V)}
}

// Frame draws a border of w×h cells around body, which is cut and padded to
// what is left inside. The title is plain text and is cleaned here; body may
// be styled. Focus shows in the border's color and in the title's weight.
// A rectangle too small for a border gets the body alone.
func (t *Theme) Frame(title, body string, w, h int, focus bool) string {
	if w < 2 || h < 2 {
		return FitBlock(body, w, h)
	}
	p := t.frame
	if focus {
		p = t.frameFocus
	}
	g := t.Glyphs
	var b strings.Builder
	b.WriteString(t.frameTop(p, title, w))
	if h > 2 {
		b.WriteByte('\n')
		inner := w - 2
		b.WriteString(fitBlock(body, max(inner, 1), h-2, func(line string) string {
			return p.side + t.Fit(line, inner) + p.side
		}))
	}
	b.WriteByte('\n')
	b.WriteString(p.line.Render(g.BL + strings.Repeat(g.H, w-2) + g.BR))
	return b.String()
}

// frameTop is the upper border with the title in it: ╭ Title ───╮.
func (t *Theme) frameTop(p frameParts, title string, w int) string {
	g := t.Glyphs
	const chrome = 5 // corner, space, space, one cell of line, corner
	title = t.Cut(Clean(title), w-chrome)
	if title == "" {
		return p.line.Render(g.TL + strings.Repeat(g.H, w-2) + g.TR)
	}
	rest := w - chrome - Width(title) + 1
	return p.line.Render(g.TL) + " " + p.title.Render(title) + " " +
		p.line.Render(strings.Repeat(g.H, rest)+g.TR)
}

// Footer names what the keys do, "enter go on · v read", as many whole items
// as w cells hold. Disabled bindings and those without help are left out. The
// result is not padded.
func (t *Theme) Footer(bindings []key.Binding, w int) string {
	var b strings.Builder
	used, delim := 0, Width(t.footerDelim)
	for _, binding := range bindings {
		if !binding.Enabled() {
			continue
		}
		name, does := Clean(binding.Help().Key), Clean(binding.Help().Desc)
		if name == "" || does == "" {
			continue
		}
		need := Width(name) + 1 + Width(does)
		if used > 0 {
			need += delim
		}
		if used+need > w {
			break
		}
		if used > 0 {
			b.WriteString(t.footerDelim)
		}
		b.WriteString(t.Key.Render(name) + " " + t.KeyHelp.Render(does))
		used += need
	}
	return b.String()
}
