package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"

	uikeys "bounceback/ui/keys"
	"bounceback/ui/theme"
)

// footer is what is wrong, or what just happened, or the keys that matter now; at its right end how saving stands. What is
// wrong has rows of its own; a note that needs more than there are lies over the end of the page, so that nothing moves.
func (a *App) footer() []string {
	t := a.theme
	if s := a.wrong(); s != "" {
		lines := a.said(t.Error, s, "", a.at.footer.h)
		for len(lines) < a.at.footer.h {
			lines = append([]string{t.Fit("", a.w)}, lines...)
		}
		return lines
	}
	state := a.saveState()
	if a.note != "" {
		return a.said(t.Accent, a.note, state, a.noteRows())
	}
	if s := a.waiting(); s != "" {
		return []string{a.between(" "+s, state)}
	}
	left := " " + t.Footer(a.footerKeys(), max(a.w-theme.Width(state)-3, 0))
	return []string{a.between(left, state)}
}

// footMost is how many rows words may have at most, where the terminal has so many.
const footMost = 4

// footerRows is how many rows the footer needs: one, or what the words need that stay until something is mended. While they
// stay it does not shrink again: they change from key to key.
func (a *App) footerRows() int {
	s := a.wrong()
	if s == "" {
		return 1
	}
	need := len(theme.Wrap(theme.Clean(s), max(a.w-2, 1)))
	return max(min(need, footMost, a.h/3), a.footRows, 1)
}

// noteRows is how many rows a note may have: never over a box or over the place where somebody writes.
func (a *App) noteRows() int {
	most := min(footMost, a.h/3)
	if a.overlay != noOverlay {
		most = 1
	}
	if c := a.cursor(); c != nil {
		most = min(most, a.h-1-c.Y)
	}
	return max(most, 1)
}

// said lays out words for the footer, with how saving stands at the end of the last line.
func (a *App) said(style lipgloss.Style, words, state string, most int) []string {
	room := max(a.w-2, 1)
	if state != "" {
		room = max(room-theme.Width(state)-1, 1)
	}
	lines := theme.Wrap(theme.Clean(words), room)
	if len(lines) > most {
		lines = append(lines[:most-1:most-1], a.theme.Cut(strings.Join(lines[most-1:], " "), room))
	}
	for i, line := range lines {
		lines[i] = style.Render(a.theme.Fit(" "+line, a.w))
		if i == len(lines)-1 {
			lines[i] = a.between(" "+style.Render(line), state)
		}
	}
	return lines
}

// between puts one text at the left end of a line and one at its right end, as far as there is room.
func (a *App) between(left, right string) string {
	gap := a.w - theme.Width(left) - theme.Width(right) - 1
	if right == "" || gap < 1 {
		return a.theme.Fit(left, a.w)
	}
	return left + strings.Repeat(" ", gap) + right + " "
}

func (a *App) footerKeys() []key.Binding {
	if a.overlay != noOverlay {
		return a.overlayBindings()
	}
	bs := a.focused().Bindings()
	if a.writing() {
		return bs
	}
	most := append([]key.Binding{}, bs[:min(len(bs), 4)]...)
	if a.waits && !a.inGuide && !a.inReading && !a.inShare {
		most = append(most, uikeys.As(a.keys.next, "what waits"))
	}
	if !a.inGuide && !a.inReading && !a.inShare {
		if a.shelf.Len() == 0 {
			return append([]key.Binding{a.keys.capture, a.keys.help, a.keys.quit}, bs...)
		}
		most = append(most, a.keys.capture, a.keys.quit)
	}
	return append(most, bs[min(len(bs), 4):]...)
}
