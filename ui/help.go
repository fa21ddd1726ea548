package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/ui/config"
	"bounceback/ui/theme"
)

// help is the list of all keys of where one is.
type help struct {
	top   int
	place string // as config.Keys.Live knows it
}

func (a *App) toggleHelp() {
	if a.overlay == helpOverlay {
		a.overlay = noOverlay
		return
	}
	a.help = help{place: a.place()}
	a.overlay = helpOverlay
}

// place is where one is, in the words of the configuration.
func (a *App) place() string {
	switch {
	case a.overlay == captureOverlay || a.writing():
		return "text"
	case a.inReading:
		return config.ReadingArea
	case a.pane == lessonsPane:
		return config.LessonsArea
	case a.inGuide && !a.onList:
		return config.GuideArea
	}
	return config.TimelineArea
}

func (a *App) helpKey(msg tea.KeyPressMsg) tea.Cmd {
	page := max(a.h-6, 1)
	switch {
	case key.Matches(msg, a.keys.back), key.Matches(msg, a.keys.help), msg.String() == "enter", key.Matches(msg, a.keys.quit):
		a.overlay = noOverlay
	case key.Matches(msg, a.keys.down):
		a.help.top++
	case key.Matches(msg, a.keys.up):
		a.help.top--
	case msg.String() == "pgdown", msg.String() == "space", msg.String() == "ctrl+d":
		a.help.top += page
	case msg.String() == "pgup", msg.String() == "ctrl+u":
		a.help.top -= page
	}
	a.help.top = min(max(a.help.top, 0), max(len(a.helpLines())-page, 0))
	return nil
}

// helpBox draws the keys that act here now first, then all others of the place.
func (a *App) helpBox() (string, rect, bool) {
	lines := a.helpLines()
	w := min(64, a.w)
	h := min(len(lines)+2, max(a.h-2, 3))
	top := min(a.help.top, max(len(lines)-(h-2), 0))
	shown := lines[top:min(top+h-2, len(lines))]
	title := "Keys here"
	if len(lines) > h-2 {
		title = "Keys here (j and k move)"
	}
	return a.theme.Frame(title, strings.Join(shown, "\n"), w, h, true), a.centered(w, h), true
}

func (a *App) helpLines() []string {
	var lines []string
	row := func(keys, does string) {
		lines = append(lines, " "+a.theme.Key.Render(theme.Pad(keys, 18))+" "+a.theme.KeyHelp.Render(does))
	}
	for _, b := range a.opt.Config.Keys.Live(a.help.place) {
		if len(b.Keys) > 0 {
			row(strings.Join(b.Keys, "  "), b.Label)
		}
	}
	if a.help.place == config.GuideArea {
		lines = append(lines, "", a.theme.Dim.Render(" In a list"))
		for _, b := range a.opt.Config.Keys.Area(config.ItemsArea) {
			row(strings.Join(b.Keys, "  "), b.Label)
		}
	}
	if a.help.place == "text" {
		lines = append(lines, "", a.theme.Dim.Render(" Writing"))
		for _, l := range [][2]string{
			{"alt+← alt+→", "a word left, right"}, {"ctrl+a ctrl+e", "start, end of the line"}, {"shift+arrows", "select"},
			{"ctrl+x ctrl+v", "cut, paste what was cut"}, {"ctrl+w alt+d", "delete a word left, right"},
			{"ctrl+u ctrl+k", "delete to the start, end of the line"},
		} {
			row(l[0], l[1])
		}
	}
	if a.opt.Config.Screen.Mouse {
		lines = append(lines, "", a.theme.Dim.Render(" shift and drag selects text with the mouse"))
	}
	return lines
}
