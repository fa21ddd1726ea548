package lessons_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/shelf"
	"bounceback/journal/when"
	"bounceback/ui/ask"
	"bounceback/ui/config"
	"bounceback/ui/lessons"
	"bounceback/ui/theme"
)

func now() time.Time { return time.Date(2026, 11, 22, 20, 0, 0, 0, time.UTC) }

func entries() []journal.Entry {
	lesson := func(title string, month time.Month, takeaway, cue, plan string, tags ...string) journal.Entry {
		e := journal.Entry{Title: title, Happened: when.At(time.Date(2026, month, 9, 9, 0, 0, 0, time.UTC)), Tags: tags}
		e.Learn.Takeaway, e.Learn.Cue, e.Learn.Plan = takeaway, cue, plan
		return e
	}
	es := []journal.Entry{
		lesson("Rerouted production traffic", 11, "Two people look at every network change.", "I change a route", "I ask", "Network", "change"),
		{Title: "Nothing learned yet", Happened: when.At(now())},
		lesson("声音错误的节目", 11, "听完再发布 🎧", "", ""),
		lesson("Mailed the wrong price", 10, "", "I mail more than ten people", "wait an hour", "network", "NETWORK", "mail"),
	}
	es[0].Learn.Identity = "I am someone who slows down."
	es[0].Learn.Story = "Once upon a route."
	return es
}

func path(i int) string { return fmt.Sprintf("entries/2026/%d.toml", i) }

func cards() []*shelf.Card {
	var out []*shelf.Card
	for i, e := range entries() {
		c := shelf.NewCard(path(i), &e)
		out = append(out, &c)
	}
	return out
}

func pane(w, h int) *lessons.Model {
	m := lessons.New(lessons.Options{Theme: theme.New(theme.Options{Dark: true}), Keys: config.Default().Keys, Now: now})
	m.SetSize(w, h)
	m.SetCards(cards())
	return m
}

func press(m *lessons.Model, keys ...string) ask.Ask {
	var last ask.Ask
	for _, k := range keys {
		_, last = m.Update(keyMsg(k))
	}
	return last
}

func keyMsg(k string) tea.KeyPressMsg {
	switch k {
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "esc":
		return tea.KeyPressMsg{Code: tea.KeyEscape}
	case "pgdown":
		return tea.KeyPressMsg{Code: tea.KeyPgDown}
	}
	return tea.KeyPressMsg{Code: []rune(k)[0], Text: k}
}

// serve answers asks as the App does, with a render that is easy to tell from plain text.
func serve(m *lessons.Model, a ask.Ask) {
	es := entries()
	for a != nil {
		switch v := a.(type) {
		case ask.All:
			for _, one := range v.Asks {
				serve(m, one)
			}
		case ask.Peek:
			for i := range es {
				if path(i) == v.Path {
					m.SetPeek(v.Path, &es[i])
				}
			}
		case ask.Render:
			m.SetRendered(v.Key, v.Width, "RENDERED\n"+v.Markdown)
		}
		a = m.Wants()
	}
}

func shown(m *lessons.Model) string { return ansi.Strip(m.View()) }

func TestKeys(t *testing.T) {
	copied := ask.Copy{Text: "Two people look at every network change.\nIf I change a route, then I ask.", Said: "The lesson is on the clipboard."}
	for _, tt := range []struct {
		keys string
		want ask.Ask
	}{
		{"y", copied},
		{"o", ask.Read{Path: path(0)}},
		{"j o", ask.Read{Path: path(2)}},
		{"G y", ask.Copy{Text: "If I mail more than ten people, then I wait an hour.", Said: copied.Said}},
		{"t", nil},
		{"x", nil},
		{"esc", nil},
		{"/ p r i c e", nil},
		{"/ p r i c e enter o", ask.Read{Path: path(3)}},
	} {
		if diff := cmp.Diff(describe(tt.want), describe(press(pane(80, 24), strings.Fields(tt.keys)...))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.keys, diff)
		}
	}
}

func describe(a ask.Ask) string { return fmt.Sprintf("%T%+v", a, a) }

func TestOpeningAsksForTheLessonAndItsNeighbors(t *testing.T) {
	m := pane(80, 24)
	a := press(m, "j", "enter")
	want := ask.All{Asks: []ask.Ask{ask.Peek{Path: path(2)}, ask.Peek{Path: path(0)}, ask.Peek{Path: path(3)}}}
	if diff := cmp.Diff(describe(want), describe(a)); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	if v := shown(m); !strings.Contains(v, "╭ Lesson ─") || !strings.Contains(v, "听完再发布 🎧") {
		t.Errorf("not there at once:\n%s", v)
	}
	serve(m, a)
	if v := shown(m); !strings.Contains(v, "RENDERED") {
		t.Errorf("not rendered:\n%s", v)
	}
	if a := m.Wants(); a != nil {
		t.Errorf("still wants %v", a)
	}
	press(m, "k")
	if v := shown(m); !strings.Contains(v, "RENDERED") || !strings.Contains(v, "Two people") {
		t.Errorf("the neighbor was not made ready:\n%s", v)
	}
}

func TestLateAnswersAreDropped(t *testing.T) {
	m := pane(80, 24)
	serve(m, press(m, "enter"))
	m.SetTheme(theme.New(theme.Options{}))
	if strings.Contains(shown(m), "RENDERED") {
		t.Error("shows colors of another theme")
	}
	m.SetRendered("entries/2026/0.toml:0.0", 76, "LATE")
	m.SetPeek("entries/2026/99.toml", &journal.Entry{Title: "LATE"})
	if v := shown(m); strings.Contains(v, "LATE") || !strings.Contains(v, "Two people look") {
		t.Errorf("shows what is late:\n%s", v)
	}
	if a := m.Wants(); !strings.Contains(describe(a), "Key:"+path(0)) {
		t.Errorf("does not ask again: %s", describe(a))
	}
}

func TestAChangedEntryIsAskedForAgain(t *testing.T) {
	m := pane(120, 24)
	serve(m, m.Wants())
	m.SetCards(cards())
	if a := describe(m.Wants()); !strings.Contains(a, "Path:"+path(0)) {
		t.Errorf("wants %s", a)
	}
	if !strings.Contains(shown(m), "RENDERED") {
		t.Error("does not show the old one until then")
	}
}

func TestLeaving(t *testing.T) {
	m := pane(80, 24)
	for _, tt := range []struct{ key, want string }{
		{"enter", "╭ Lesson ─"}, {"s", "╭ Story ─"}, {"esc", "╭ Lesson ─"}, {"esc", "╭ Lessons ─"}, {"s", "╭ Story ─"}, {"s", "╭ Lesson ─"},
		{"t", "╭ Lesson ─"}, {"esc", "╭ Lessons ─"}, {"t", "╭ Lessons · by theme ─"},
	} {
		press(m, tt.key)
		if v := shown(m); !strings.HasPrefix(v, tt.want) {
			t.Fatalf("after %q:\n%s", tt.key, v)
		}
	}
}

func TestStory(t *testing.T) {
	m := pane(80, 24)
	serve(m, press(m, "s"))
	if v := shown(m); !strings.Contains(v, "Once upon a route.") {
		t.Errorf("no story:\n%s", v)
	}
	m = pane(80, 24)
	press(m, "j", "s") // this one has none
	if v := shown(m); !strings.HasPrefix(v, "╭ Lessons ─") {
		t.Errorf("opened a story that is not there:\n%s", v)
	}
}

func TestThemes(t *testing.T) {
	m := pane(80, 24)
	press(m, "G", "t")
	if got, _ := m.Selected(); got != path(3) {
		t.Errorf("the selection went to %s", got)
	}
	var got []string
	for l := range strings.Lines(shown(m)) {
		l = strings.TrimRight(strings.Trim(l, "│╭╮╰╯─\n"), " ")
		got = append(got, l)
	}
	want := []string{
		" Lessons · by theme",
		" change", " Two people look at every network change.", " 9 Nov 2026 · Rerouted production traffic",
		" mail", "▌If I mail more than ten people, then I wait an hour.", "▌9 Oct 2026 · Mailed the wrong price",
		" Network", " Two people look at every network change.", " 9 Nov 2026 · Rerouted production traffic",
		" If I mail more than ten people, then I wait an hour.", " 9 Oct 2026 · Mailed the wrong price",
		" no theme", " 听完再发布 🎧", " 9 Nov 2026 · 声音错误的节目",
	}
	got[0] = strings.TrimRight(got[0], " ─")
	if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	press(m, "t")
	if got, _ := m.Selected(); got != path(3) {
		t.Errorf("back by time the selection went to %s", got)
	}
}

func TestFilter(t *testing.T) {
	m := pane(80, 24)
	press(m, "/", "p", "r", "i", "c", "e")
	v := shown(m)
	if !strings.Contains(v, "1 of 3") || strings.Contains(v, "Two people") || !m.Writing() || m.Cursor() == nil {
		t.Errorf("does not filter:\n%s", v)
	}
	press(m, "z")
	if v := shown(m); !strings.Contains(v, "Nothing here matches.") {
		t.Errorf("found something:\n%s", v)
	}
	press(m, "esc")
	if v := shown(m); !strings.Contains(v, "Two people") || m.Writing() || strings.Contains(v, "of 3") {
		t.Errorf("esc does not clear:\n%s", v)
	}
}

func TestEmpty(t *testing.T) {
	m := pane(80, 24)
	m.SetCards(cards()[1:2])
	if v := shown(m); !strings.Contains(v, "What you learn is kept here.") {
		t.Errorf("says nothing:\n%s", v)
	}
	if a := press(m, "enter", "y", "o", "s", "/", "t", "j"); a != nil {
		t.Errorf("asks for %s", describe(a))
	}
	if len(m.Bindings()) != 0 {
		t.Error("names keys that do nothing")
	}
	m.SetSize(200, 24) // there is no second frame, so the words stand in the middle of all of it
	if v := shown(m); !strings.Contains(v, strings.Repeat(" ", 80)+"What you learn is kept here.") {
		t.Errorf("not in the middle:\n%s", v)
	}
}

func TestBindings(t *testing.T) {
	m := pane(80, 24)
	for _, tt := range []struct{ keys, want string }{
		{"", "read, story, where it came from, copy, by theme, search, "},
		{"enter", "back, story, where it came from, copy, "},
		{"s", "back, the lesson, where it came from, copy, "},
		{"esc esc j", "read, where it came from, copy, by theme, search, "},
	} {
		press(m, strings.Fields(tt.keys)...)
		if got := words(m.Bindings()); !strings.HasPrefix(got, tt.want) {
			t.Errorf("after %q: %s", tt.keys, got)
		}
	}
}

func words(bs []key.Binding) string {
	var out []string
	for _, b := range bs {
		out = append(out, b.Help().Desc)
	}
	return strings.Join(out, ", ")
}

func TestMouse(t *testing.T) {
	m := pane(120, 24)
	m.Update(tea.MouseClickMsg{X: 5, Y: 4, Button: tea.MouseLeft})
	if got, _ := m.Selected(); got != path(2) {
		t.Errorf("selected %s", got)
	}
	m = pane(80, 24)
	m.Update(tea.MouseClickMsg{X: 5, Y: 3, Button: tea.MouseLeft})
	if v := shown(m); !strings.HasPrefix(v, "╭ Lesson ─") {
		t.Errorf("a click on the selected row does not open it:\n%s", v)
	}
}

func TestLongLessonScrolls(t *testing.T) {
	m := pane(80, 10)
	press(m, "enter")
	e := entries()[0]
	e.Learn.Principle = strings.Repeat("Line after line.\n", 40)
	m.SetPeek(path(0), &e)
	m.SetPeek(path(2), &e)
	press(m, "pgdown")
	if v := shown(m); !strings.Contains(v, "Lesson · 1") || !strings.Contains(v, "%") {
		t.Errorf("did not scroll:\n%s", v)
	}
	press(m, "j")
	if v := shown(m); !strings.Contains(v, "Lesson · more below") {
		t.Errorf("another lesson does not begin at its top:\n%s", v)
	}
}

func TestSizeIsExact(t *testing.T) {
	for _, w := range []int{0, 1, 2, 3, 5, 20, 40, 80, 109, 110, 200} {
		for _, h := range []int{0, 1, 2, 3, 5, 12, 24, 60} {
			m := pane(w, h)
			for _, keys := range []string{"", "enter", "s", "esc esc / n e", "q q", "esc"} {
				a := press(m, strings.Fields(keys)...)
				serve(m, a)
				v := m.View()
				if w > 0 && h > 0 && (lipgloss.Width(v) != w || lipgloss.Height(v) != h) {
					t.Errorf("%d×%d after %q is %d×%d", w, h, keys, lipgloss.Width(v), lipgloss.Height(v))
				}
				m.Cursor()
			}
		}
	}
}

func TestFrame80x24(t *testing.T) { golden.RequireEqual(t, ansi.Strip(pane(80, 24).View())) }

func TestFrame120x36(t *testing.T) {
	m := pane(120, 36)
	es := entries()
	m.Wants()
	m.SetPeek(path(0), &es[0])
	golden.RequireEqual(t, ansi.Strip(m.View()))
}
