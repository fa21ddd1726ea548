package next_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"bounceback/journal"
	"bounceback/journal/shelf"
	"bounceback/journal/when"
	"bounceback/ui/ask"
	"bounceback/ui/config"
	"bounceback/ui/next"
	"bounceback/ui/page"
	"bounceback/ui/theme"
)

// now is a Sunday.
func now() time.Time { return time.Date(2026, 11, 22, 20, 0, 0, 0, time.UTC) }

func days(ago int) when.Moment { return when.On(when.DayOf(now()).AddDays(-ago)) }

func items() []shelf.Waiting {
	price := &shelf.Card{Path: "price.toml", Title: "Mailed the wrong price to every customer"}
	show := &shelf.Card{Path: "show.toml", Title: "声音错误的节目 🎧"}
	return []shelf.Waiting{
		{Card: price, Wait: journal.Wait{Kind: journal.WaitPromise, Step: journal.StepApologize, Text: "I take the next two weekends", From: days(0)}},
		{Card: price, Wait: journal.Wait{Kind: journal.WaitAction, Step: journal.StepFix, Text: "Compare every price", From: days(3), Past: true}},
		{Card: show, Wait: journal.Wait{Kind: journal.WaitApology, Step: journal.StepApologize, Text: "Dana"}},
		{Card: show, Wait: journal.Wait{Kind: journal.WaitReport, Step: journal.StepFix, Text: "Priya"}},
		{Card: show, Wait: journal.Wait{Kind: journal.WaitStep, Step: journal.StepOwn}},
		{Card: price, Wait: journal.Wait{Kind: journal.WaitLearn, Step: journal.StepLearn, From: days(3)}},
	}
}

func pane(w, h int) *next.Model {
	m := next.New(next.Options{Theme: theme.New(theme.Options{Dark: true}), Keys: config.Default().Keys, Now: now})
	m.SetSize(w, h)
	m.SetWaiting(items())
	return m
}

func press(m *next.Model, keys string) ask.Ask {
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

func TestKeys(t *testing.T) {
	for _, tt := range []struct {
		keys string
		want ask.Ask
	}{
		{"enter", ask.Open{Path: "price.toml", Step: journal.StepApologize}},
		{"j enter", ask.Open{Path: "price.toml", Step: journal.StepFix}},
		{"G k enter", ask.Open{Path: "show.toml", Step: journal.StepOwn}},
		{"esc", ask.Back{}},
		{"x", nil},
	} {
		if got := press(pane(80, 24), tt.keys); got != tt.want {
			t.Errorf("%q asks for %+v, want %+v", tt.keys, got, tt.want)
		}
	}
}

func TestWords(t *testing.T) {
	for _, tt := range []struct {
		wait        journal.Wait
		what, since string
	}{
		{journal.Wait{Kind: journal.WaitPromise, Text: "two weekends", From: days(0)}, "Keep: two weekends", "due today"},
		{journal.Wait{Kind: journal.WaitPromise, Text: "x", From: days(1)}, "Keep: x", "due yesterday"},
		{journal.Wait{Kind: journal.WaitAction, Text: "x", From: days(3)}, "Finish: x", "due 3 days ago"},
		{journal.Wait{Kind: journal.WaitAction, Text: "x", From: days(13)}, "Finish: x", "due 13 days ago"},
		{journal.Wait{Kind: journal.WaitAction, Text: "x", From: days(14)}, "Finish: x", "due 8 Nov"},
		{journal.Wait{Kind: journal.WaitAction, Text: "x", From: days(400)}, "Finish: x", "due 18 Oct 2025"},
		{journal.Wait{Kind: journal.WaitApology, Text: "Dana"}, "Say it to Dana", ""},
		{journal.Wait{Kind: journal.WaitApology, Text: " "}, "Say it", ""},
		{journal.Wait{Kind: journal.WaitReport, Text: "Priya"}, "Tell Priya", ""},
		{journal.Wait{Kind: journal.WaitStep, Step: journal.StepOwn}, "Go on with Own it", ""},
		{journal.Wait{Kind: journal.WaitLearn, From: days(0)}, "Time for the lesson", "since today"},
		{journal.Wait{Kind: journal.WaitLearn, From: days(1)}, "Time for the lesson", "since yesterday"},
		{journal.Wait{Kind: journal.WaitLearn, From: days(3)}, "Time for the lesson", "since Thursday"},
		{journal.Wait{Kind: journal.WaitLearn, From: days(7)}, "Time for the lesson", "since 15 Nov"},
		// An instant counts on the calendar of the one who looks: 23:30 in New York is the next day in UTC.
		{journal.Wait{Kind: journal.WaitAction, From: when.At(time.Date(2026, 11, 20, 23, 30, 0, 0, time.FixedZone("", -5*3600)))}, "Finish: ", "due yesterday"},
	} {
		if got := page.What(tt.wait); got != tt.what {
			t.Errorf("What = %q, want %q", got, tt.what)
		}
		if got := page.Since(tt.wait, now()); got != tt.since {
			t.Errorf("Since of %q = %q, want %q", tt.what, got, tt.since)
		}
	}
}

func TestNothingWaits(t *testing.T) {
	m := pane(80, 24)
	m.SetWaiting(nil)
	if v := ansi.Strip(m.View()); !strings.Contains(v, "Nothing waits for you.") {
		t.Errorf("says nothing:\n%s", v)
	}
	if a := press(m, "j enter"); a != nil {
		t.Errorf("asks for %+v", a)
	}
	if bs := m.Bindings(); len(bs) != 1 || bs[0].Help().Key != "esc" {
		t.Errorf("names %d keys", len(bs))
	}
}

func TestSelectionStaysWithItsThing(t *testing.T) {
	m := pane(80, 24)
	press(m, "j j")
	m.SetWaiting(items()[1:])
	if a := press(m, "enter"); a != (ask.Share{Path: "show.toml", Letter: true, To: "Dana"}) {
		t.Errorf("asks for %+v", a)
	}
	m.First()
	if a := press(m, "enter"); a != (ask.Open{Path: "price.toml", Step: journal.StepFix}) {
		t.Errorf("the first row asks for %+v", a)
	}
}

// Two things of one entry may have the same words.
func TestTwins(t *testing.T) {
	twin := items()[2]
	m := pane(80, 24)
	m.SetWaiting([]shelf.Waiting{twin, twin})
	press(m, "j")
	m.SetWaiting([]shelf.Waiting{items()[0], twin, twin})
	if lines := strings.Split(ansi.Strip(m.View()), "\n"); !strings.HasPrefix(lines[5], "│▌Say it to Dana") {
		t.Errorf("the selection left the second:\n%s", strings.Join(lines, "\n"))
	}
}

func TestMouse(t *testing.T) {
	m := pane(80, 24)
	click := func(y int) ask.Ask {
		_, a := m.Update(tea.MouseClickMsg{X: 4, Y: y, Button: tea.MouseLeft})
		return a
	}
	if a := click(3); a != nil {
		t.Errorf("the first click asks for %+v", a)
	}
	if a := click(4); a != (ask.Open{Path: "price.toml", Step: journal.StepFix}) {
		t.Errorf("the second click asks for %+v", a)
	}
}

func TestSizeIsTheBoxs(t *testing.T) {
	for _, w := range []int{0, 1, 2, 4, 5, 6, 9, 20, 40, 80, 200} {
		for _, h := range []int{0, 1, 2, 3, 4, 5, 12, 24, 60} {
			for n := range 2 {
				m := pane(w, h)
				m.SetWaiting(items()[:n*6])
				bw, bh := m.Box()
				if bw > w || bh > h {
					t.Errorf("%d×%d: the box of %d×%d is larger", w, h, bw, bh)
				}
				v := m.View()
				if bw > 0 && bh > 0 && (lipgloss.Width(v) != bw || lipgloss.Height(v) != bh) {
					t.Errorf("%d×%d: view is %d×%d, box %d×%d", w, h, lipgloss.Width(v), lipgloss.Height(v), bw, bh)
				}
			}
		}
	}
}

func TestManyFit(t *testing.T) {
	var many []shelf.Waiting
	for i := range 100 {
		it := items()[2]
		it.Wait.Text = fmt.Sprint(i)
		many = append(many, it)
	}
	m := pane(80, 24)
	m.SetWaiting(many)
	press(m, "G")
	if v := ansi.Strip(m.View()); !strings.Contains(v, "Say it to 99") {
		t.Errorf("the last is not in sight:\n%s", v)
	}
}

func TestFrame80x24(t *testing.T) { golden.RequireEqual(t, ansi.Strip(pane(80, 24).View())) }

// The lower border is open while there is more below it, and only then; nothing is counted.
func TestMoreBelow(t *testing.T) {
	last := func(m *next.Model) string {
		lines := strings.Split(ansi.Strip(m.View()), "\n")
		return lines[len(lines)-1]
	}
	for _, c := range []struct {
		name, keys, want string
		w, h             int
		ascii            bool
	}{
		{"all fit", "", "─────╯", 80, 24, false},
		{"some don't", "", "── … ─╯", 80, 14, false},
		{"half a row does not", "", "── … ─╯", 80, 17, false},
		{"at the end", "G", "─────╯", 80, 14, false},
		{"back at the top", "G g", "── … ─╯", 80, 14, false},
		{"in ASCII", "", "-- ... -+", 80, 14, true},
		{"narrow", "", " … ─╯", 10, 10, false},
		{"too narrow", "", "╰──╯", 8, 10, false},
	} {
		m := next.New(next.Options{Theme: theme.New(theme.Options{Dark: true, ASCII: c.ascii}), Keys: config.Default().Keys, Now: now})
		m.SetSize(c.w, c.h)
		m.SetWaiting(items())
		press(m, c.keys)
		w, _ := m.Box()
		if got := last(m); !strings.HasSuffix(got, c.want) || lipgloss.Width(got) != w {
			t.Errorf("%s: the border is %q in a box of %d cells, want %q at its end", c.name, got, w, c.want)
		}
	}
}
