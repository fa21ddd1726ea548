package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/ui/config"
	uikeys "bounceback/ui/keys"
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
	case a.rehearsing:
		return config.RehearseArea
	case a.inShare:
		return config.ShareArea
	case a.inReading:
		return config.ReadingArea
	case a.pane == lessonsPane:
		return config.LessonsArea
	case a.pane == amendsPane:
		return config.AmendsArea
	case a.inGuide && !a.onList && a.guide.OnThoughts():
		return config.ThoughtsArea
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
	part := func(title string, bs []config.Binding) {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, " "+a.theme.Dim.Render(title))
		for _, b := range bs {
			if len(b.Keys) > 0 {
				row(shownKeys(b.Keys), b.Label)
			}
		}
	}
	var here, moves, global []config.Binding
	for _, b := range a.opt.Config.Keys.Live(a.help.place) {
		switch b.Area {
		case config.GlobalArea:
			global = append(global, b)
		case config.ListArea:
			moves = append(moves, b)
		default:
			here = append(here, b)
		}
	}
	if len(here) > 0 {
		part(placeTitle(a.help.place), here)
	}
	if a.help.place == config.GuideArea {
		part("In a list", a.opt.Config.Keys.Area(config.ItemsArea))
	}
	if len(moves) > 0 {
		part("Moving", moves)
	}
	part("Everywhere", global)
	if a.help.place == "text" {
		lines = append(lines, "", " "+a.theme.Dim.Render("Moving in a text"))
		for _, l := range [][2]string{
			{"alt+← alt+→", "a word left, right"}, {"ctrl+a ctrl+e", "start, end of the line"}, {"shift+arrows", "select"},
			{"ctrl+x ctrl+v", "cut, paste what was cut"}, {"ctrl+w alt+d", "delete a word left, right"},
			{"ctrl+u ctrl+k", "delete to the start, end of the line"},
		} {
			row(l[0], l[1])
		}
	}
	if a.opt.Config.Screen.Mouse {
		lines = append(lines, "", a.theme.Dim.Render(" Hold shift and drag to select with the mouse."))
	}
	return lines
}

// placeTitle is where one is, as a heading.
func placeTitle(place string) string {
	switch place {
	case "text":
		return "While you write"
	case config.ReadingArea:
		return "On this page"
	case config.LessonsArea:
		return "Lessons"
	case config.GuideArea:
		return "In the guide"
	case config.ShareArea:
		return "The report and the letters"
	case config.AmendsArea:
		return "Amends"
	case config.RehearseArea:
		return "While you rehearse"
	case config.ThoughtsArea:
		return "Thoughts on your text"
	}
	return "Timeline"
}

func shownKeys(keys []string) string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = uikeys.Shown(k)
	}
	return strings.Join(out, "  ")
}
