package reading_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"bounceback/journal"
	"bounceback/journal/when"
	"bounceback/ui/ask"
	"bounceback/ui/config"
	"bounceback/ui/reading"
	"bounceback/ui/theme"
)

func entry() *journal.Entry {
	e := &journal.Entry{
		Title: "Rerouted production traffic 🎧", Happened: when.At(time.Date(2026, 11, 12, 9, 12, 0, 0, time.UTC)), Severity: journal.Doozy,
		What: "A planned change.\nIt went # elsewhere.", Vent: "Argh.",
	}
	e.Own.Did = "I ran it without a second pair of eyes."
	return e
}

func pane(w, h int) *reading.Model {
	m := reading.New(reading.Options{Theme: theme.New(theme.Options{Dark: true}), Keys: config.Default().Keys})
	m.SetSize(w, h)
	m.Open("entries/a.toml", entry())
	return m
}

func press(m *reading.Model, keys string) ask.Ask {
	var last ask.Ask
	for _, k := range strings.Fields(keys) {
		msg := tea.KeyPressMsg{Code: []rune(k)[0], Text: k}
		switch k {
		case "enter":
			msg = tea.KeyPressMsg{Code: tea.KeyEnter}
		case "esc":
			msg = tea.KeyPressMsg{Code: tea.KeyEscape}
		}
		_, last = m.Update(msg)
	}
	return last
}

func shown(m *reading.Model) string { return ansi.Strip(m.View()) }

func TestKeys(t *testing.T) {
	for _, tt := range []struct {
		keys string
		want ask.Ask
	}{
		{"enter", ask.Open{Path: "entries/a.toml"}},
		{"e", ask.Editor{Path: "entries/a.toml"}},
		{"esc", ask.Back{}},
		{"j", nil},
	} {
		m := pane(80, 24)
		m.Wants()
		if got := press(m, tt.keys); got != tt.want {
			t.Errorf("%q asks for %+v, want %+v", tt.keys, got, tt.want)
		}
	}
}

func TestThePageIsThereAtOnceAndRenderedLater(t *testing.T) {
	m := pane(120, 24)
	if v := shown(m); !strings.Contains(v, "It went # elsewhere.") || strings.Contains(v, "##") {
		t.Errorf("not there at once:\n%s", v)
	}
	r, ok := m.Wants().(ask.Render)
	if !ok || r.Width != reading.Widest || !strings.Contains(r.Markdown, "## For nobody else") {
		t.Fatalf("wants %+v", r)
	}
	if a := m.Wants(); a != nil {
		t.Errorf("asks twice: %+v", a)
	}
	m.SetRendered(r.Key, r.Width-1, "LATE")
	m.SetRendered("x", r.Width, "LATE")
	if strings.Contains(shown(m), "LATE") {
		t.Error("took in what nobody waits for")
	}
	m.SetRendered(r.Key, r.Width, "\nRENDERED\n")
	if v := shown(m); !strings.Contains(v, "RENDERED") {
		t.Errorf("not rendered:\n%s", v)
	}
	m.SetSize(60, 24)
	if v := shown(m); strings.Contains(v, "RENDERED") {
		t.Error("shows lines of another width")
	}
	if r, ok := m.Wants().(ask.Render); !ok || r.Width != 56 {
		t.Errorf("at another width wants %+v", r)
	}
	m.SetSize(120, 24)
	if v := shown(m); !strings.Contains(v, "RENDERED") {
		t.Error("forgot what was rendered")
	}
	m.SetTheme(theme.New(theme.Options{}))
	if v := shown(m); strings.Contains(v, "RENDERED") {
		t.Error("shows colors of another theme")
	}
}

func TestScrolling(t *testing.T) {
	m := pane(80, 10)
	if v := shown(m); !strings.Contains(v, "· more below") {
		t.Errorf("no place in the frame:\n%s", v)
	}
	press(m, "G")
	if v := shown(m); !strings.Contains(v, "· 100%") || !strings.Contains(v, "Argh.") {
		t.Errorf("not at the end:\n%s", v)
	}
	m.Open("entries/a.toml", entry()) // again, as after a change
	if v := shown(m); !strings.Contains(v, "· 100%") {
		t.Errorf("the same entry begins anew:\n%s", v)
	}
	m.Open("entries/b.toml", entry())
	if v := shown(m); !strings.Contains(v, "· more below") {
		t.Errorf("another entry does not begin at its top:\n%s", v)
	}
	m.Update(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if v := shown(m); strings.Contains(v, "· more below") {
		t.Errorf("the wheel does nothing:\n%s", v)
	}
}

// The frame does not say again what the page begins with.
func TestTheTitleIsThereOnce(t *testing.T) {
	for _, tt := range []struct {
		h    int
		keys string
		want string
	}{
		{60, "", "╭ Mistake ─"},
		{10, "", "╭ Mistake · more below ─"},
		{10, "j", "╭ Rerouted production traffic 🎧 · "},
		{10, "G g", "╭ Mistake · more below ─"},
	} {
		m := pane(80, tt.h)
		press(m, tt.keys)
		if v := shown(m); !strings.HasPrefix(v, tt.want) || strings.Count(v, "Rerouted") != 1 {
			t.Errorf("%d rows, %q: not %q\n%s", tt.h, tt.keys, tt.want, v)
		}
	}
}

const brokenText = "schema = 1\r\nid = \"x\"\ntitle \"x\x1b[2J\"\n日本語\n"

func TestBroken(t *testing.T) {
	m := pane(80, 24)
	press(m, "G")
	m.OpenBroken("entries/2026/x.toml", 3, "expected = after a key", brokenText)
	v := shown(m)
	for _, want := range []string{"╭ x.toml ─", "entries/2026/x.toml", "Line 3: expected = after a key", "Mend it with e, or by hand.", "  2 id = \"x\"", "! 3 title \"x␛[2J\"", "  4 日本語"} {
		if !strings.Contains(v, want) {
			t.Errorf("lacks %q:\n%s", want, v)
		}
	}
	if a := press(m, "enter"); a != nil {
		t.Errorf("opens what can't be read: %+v", a)
	}
	if a := press(m, "e"); a != (ask.Editor{Path: "entries/2026/x.toml"}) {
		t.Errorf("e asks for %+v", a)
	}
	if got := m.Bindings()[0].Help().Desc; got != "back" {
		t.Errorf("the first key named is %q", got)
	}
}

func TestBrokenWithoutALine(t *testing.T) {
	m := pane(80, 24)
	m.OpenBroken("x.toml", 0, "it is a directory", "")
	if v := shown(m); strings.Contains(v, "Line 0") || strings.Contains(v, "! ") {
		t.Errorf("names a line:\n%s", v)
	}
}

func TestAHugeBrokenFileIsShownAroundItsLine(t *testing.T) {
	m := pane(80, 24)
	m.OpenBroken("x.toml", 50000, "odd", strings.Repeat("x = 1\n", 49999)+strings.Repeat("y", 1<<20)+strings.Repeat("\nz = 1", 50000))
	press(m, "G")
	if v := shown(m); !strings.Contains(v, "51000 z = 1") {
		t.Errorf("does not end behind the line:\n%s", v)
	}
}

func TestALongLineIsCut(t *testing.T) {
	m := pane(80, 24)
	m.OpenBroken("x.toml", 1, "odd", strings.Repeat("y", 1<<20))
	press(m, "G")
	if v := shown(m); !strings.Contains(v, "y…") {
		t.Errorf("does not say that there is more:\n%s", v)
	}
}

func TestMovesAreNamedWhenThereIsMore(t *testing.T) {
	if n := len(pane(80, 60).Bindings()); n != 3 {
		t.Errorf("all in sight: %d keys", n)
	}
	if n := len(pane(80, 10).Bindings()); n <= 3 {
		t.Errorf("more than fits: %d keys", n)
	}
}

func TestSizeIsExact(t *testing.T) {
	for _, w := range []int{0, 1, 2, 3, 4, 5, 6, 20, 40, 80, 94, 95, 200} {
		for _, h := range []int{0, 1, 2, 3, 5, 12, 24, 60} {
			check := func(name string, m *reading.Model) {
				if v := m.View(); w > 0 && h > 0 && (lipgloss.Width(v) != w || lipgloss.Height(v) != h) {
					t.Errorf("%s at %d×%d is %d×%d", name, w, h, lipgloss.Width(v), lipgloss.Height(v))
				}
			}
			m := pane(w, h)
			check("plain", m)
			if r, ok := m.Wants().(ask.Render); ok {
				m.SetRendered(r.Key, r.Width, strings.Repeat("日本語 rendered \n", 50))
			}
			check("rendered", m)
			m.OpenBroken("x.toml", 3, "odd", brokenText)
			check("broken", m)
			m = reading.New(reading.Options{Theme: theme.New(theme.Options{}), Keys: config.Default().Keys})
			m.SetSize(w, h)
			check("nothing", m)
		}
	}
}

func TestFrame80x24(t *testing.T) {
	m := pane(80, 24)
	m.OpenBroken("entries/2026/x.toml", 3, "expected = after a key", brokenText)
	golden.RequireEqual(t, ansi.Strip(m.View()))
}
