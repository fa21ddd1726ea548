package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	uikeys "bounceback/ui/keys"
	"bounceback/ui/theme"
)

// View draws the screen. It is pure and cheap: Bubble Tea calls it after every message.
func (a *App) View() tea.View {
	v := tea.NewView(a.picture())
	v.AltScreen, v.ReportFocus = true, true
	v.WindowTitle = "bounceback" // and never a word of the person's
	if a.opt.Config.Screen.Mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.Cursor = a.cursor()
	return v
}

func (a *App) picture() string {
	if a.w <= 0 || a.h <= 0 {
		return ""
	}
	if a.rehearsing {
		return a.over(a.rehearse.View())
	}
	var parts []string
	if a.at.header.h > 0 {
		parts = append(parts, a.header())
	}
	if a.at.body.h > 0 {
		parts = append(parts, a.body())
	}
	rows := strings.Split(strings.Join(parts, "\n"), "\n")
	if a.at.footer.h > 0 {
		rows = append(rows, make([]string, a.at.footer.h)...)
		footer := a.footer()
		copy(rows[len(rows)-len(footer):], footer)
	}
	return a.over(strings.Join(rows, "\n"))
}

// over lays what is open over a screen.
func (a *App) over(screen string) string {
	if box, at, ok := a.box(); ok {
		return lay(screen, box, at, a.w, a.h)
	}
	return screen
}

// lay puts a box over a screen; what hangs over its edges is cut.
func lay(screen, box string, at rect, w, h int) string {
	c := lipgloss.NewCompositor(lipgloss.NewLayer(screen), lipgloss.NewLayer(box).X(at.x).Y(at.y).Z(1))
	return theme.FitBlock(lipgloss.NewCanvas(w, h).Compose(c).Render(), w, h)
}

func (a *App) body() string {
	switch {
	case a.inShare:
		return a.share.View()
	case a.inReading:
		return a.reading.View()
	case a.pane == lessonsPane:
		return a.lessons.View()
	case a.pane == amendsPane:
		return a.amends.View()
	case !a.at.wide && a.inGuide:
		return a.guide.View()
	case !a.at.wide:
		return a.timeline.View()
	case a.inGuide:
		return beside(a.timeline.View(), a.guide.View())
	}
	return beside(a.timeline.View(), a.timeline.Summary(a.at.right.w, a.at.right.h))
}

// beside joins two blocks of the same height, line by line.
func beside(left, right string) string {
	l, r := strings.Split(left, "\n"), strings.Split(right, "\n")
	for i := range l {
		if i < len(r) {
			l[i] += r[i]
		}
	}
	return strings.Join(l, "\n")
}

// tab is one word of the header, with the pane that it leads to.
type tab struct {
	pane     pane
	from, to int // in cells
	text     string
}

func (a *App) tabs() []tab {
	x := 0
	if a.w >= 60 {
		x = len(" bounceback   ")
	} else {
		x = 1
	}
	var out []tab
	for _, t := range []struct {
		p pane
		b key.Binding
		n string
	}{{timelinePane, a.keys.timeline, "Timeline"}, {lessonsPane, a.keys.lessons, "Lessons"}, {amendsPane, a.keys.amends, "Amends"}} {
		text := t.n
		if k := t.b.Help().Key; k != "" {
			text = k + " " + t.n
		}
		out = append(out, tab{t.p, x, x + theme.Width(text), text})
		x += theme.Width(text) + 3
	}
	return out
}

func (a *App) header() string {
	t := a.theme
	left := " "
	if a.w >= 60 {
		left = " " + t.Gold.Render("bounceback") + "   "
	}
	var names []string
	for _, tb := range a.tabs() {
		style := t.Dim
		if tb.pane == a.pane {
			style = t.Title
		}
		names = append(names, style.Render(tb.text))
	}
	left += strings.Join(names, "   ")
	right := a.headerRight(a.w - theme.Width(left) - 2)
	gap := a.w - theme.Width(left) - theme.Width(right)
	if gap < 2 {
		return t.Fit(left, a.w)
	}
	return left + strings.Repeat(" ", gap) + right
}

// headerRight says that something waits, how to capture and where help is, as far as there is room.
func (a *App) headerRight(room int) string {
	t := a.theme
	capture, help := a.keys.capture, a.keys.help
	if a.writing() { // letters are text here: name the keys that work
		capture, help = whileWriting(capture), whileWriting(help)
	}
	named := func(b key.Binding, does string) string {
		if b.Help().Key == "" {
			return ""
		}
		return t.Key.Render(b.Help().Key) + " " + t.KeyHelp.Render(does)
	}
	waits, demo := "", ""
	if a.waits && !a.inGuide && !a.inShare && !a.writing() {
		waits = t.Text.Render("something waits") + " " + t.Faint.Render(t.Glyphs.Dot) + " " + t.Key.Render(a.keys.next.Help().Key)
	}
	if a.opt.Demo {
		if demo = "demo, nothing is kept"; theme.Width(demo)+4 > room {
			demo = "demo"
		}
		demo = t.Accent.Render(demo)
	}
	// What matters most comes first here; it stands in the other order.
	parts := []string{demo, waits, named(help, "help"), named(capture, "capture")}
	used := 1
	for i, p := range parts {
		if p == "" {
			continue
		}
		if used += theme.Width(p) + 3; used-2 > room {
			clear(parts[i:])
			break
		}
	}
	out := ""
	for _, p := range []string{parts[1], parts[3], parts[2], parts[0]} {
		switch {
		case p == "":
		case out == "":
			out = p
		default:
			out += "   " + p
		}
	}
	return out + " "
}

// whileWriting is a binding with the key in its help that also works in a text.
func whileWriting(b key.Binding) key.Binding {
	for _, k := range b.Keys() {
		if len(k) > 1 && k != "space" {
			b.SetHelp(uikeys.Shown(k), b.Help().Desc)
			return b
		}
	}
	b.SetHelp("", b.Help().Desc)
	return b
}

// cursor is the terminal's own cursor, so that input methods know where they are.
func (a *App) cursor() *tea.Cursor {
	if a.overlay == captureOverlay {
		c := a.capture.Cursor()
		if c != nil {
			at := a.captureRect()
			c.X, c.Y = c.X+at.x, c.Y+at.y
		}
		return c
	}
	if a.overlay != noOverlay {
		return nil
	}
	c := a.focused().Cursor()
	if c != nil {
		at := a.focusedRect()
		c.X, c.Y = c.X+at.x, c.Y+at.y
	}
	return c
}
