package amends_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"bounceback/journal"
	"bounceback/journal/shelf"
	"bounceback/journal/when"
	"bounceback/ui/amends"
	"bounceback/ui/ask"
	"bounceback/ui/config"
	"bounceback/ui/theme"
)

var now = time.Date(2026, 11, 24, 20, 15, 0, 0, time.UTC)

func pane(w, h int, entries ...journal.Entry) *amends.Model {
	m := amends.New(amends.Options{Theme: theme.New(theme.Options{}), Keys: config.Default().Keys, Now: func() time.Time { return now }})
	m.SetSize(w, h)
	var s shelf.Shelf
	for i := range entries {
		s = s.With([]shelf.Card{shelf.NewCard(fmt.Sprintf("entries/2026/%d.toml", i), &entries[i])}, nil)
	}
	m.SetOwing(s.Owing())
	return m
}

func day(d int) when.Moment { return when.On(when.Day{Year: 2026, Month: 11, Day: d}) }

func entry(to string, happened int, promise string, due int) journal.Entry {
	e := journal.Entry{Title: "Mistake of the " + fmt.Sprint(happened), Happened: day(happened), Captured: day(happened)}
	e.Ledger = []journal.Notice{{To: to}}
	if promise != "" {
		e.Apologies = []journal.Apology{{To: to, Promise: promise, PromiseDue: day(due)}}
	}
	return e
}

// By person; those to whom something was promised by a day come first, then those who have waited longest.
func TestOrder(t *testing.T) {
	v := ansi.Strip(pane(80, 24, entry("Kim", 20, "", 0), entry("Dana", 2, "", 0), entry("dana", 22, "", 0), entry("Sam", 21, "Cake", 20)).View())
	last := -1
	for _, want := range []string{"Sam", "Cake", "was due 20 Nov", "A report to send", "since 21 Nov", "Dana", "since 2 Nov", "since 22 Nov", "Kim", "since 20 Nov"} {
		at := strings.Index(v[last+1:], want)
		if at < 0 {
			t.Fatalf("%q is not where it should be:\n%s", want, v)
		}
		last += 1 + at
	}
	if strings.Count(v, "ana") != 1 {
		t.Errorf("one person has two headings:\n%s", v)
	}
}

func TestNothingIsOwed(t *testing.T) {
	m := pane(80, 24)
	if v := ansi.Strip(m.View()); !strings.Contains(v, "You owe nobody a word.") {
		t.Errorf("says nothing:\n%s", v)
	}
	for _, k := range []tea.KeyPressMsg{{Code: tea.KeyEnter}, {Code: tea.KeySpace, Text: " "}, {Code: 'u', Text: "u"}, {Code: 'j', Text: "j"}} {
		if _, a := m.Update(k); a != nil {
			t.Errorf("%s asks for %+v", k, a)
		}
	}
}

func TestSizeIsExact(t *testing.T) {
	for _, size := range [][2]int{{0, 0}, {1, 1}, {3, 2}, {20, 6}, {40, 12}, {109, 20}, {110, 20}, {200, 50}} {
		for _, es := range [][]journal.Entry{nil, {entry(strings.Repeat("長い名前", 40), 3, strings.Repeat("promise ", 60), 4)}} {
			m := pane(size[0], size[1], es...)
			v := m.View()
			if size[0] > 0 && size[1] > 0 && (lipgloss.Width(v) != size[0] || lipgloss.Height(v) != size[1]) {
				t.Errorf("%v: the view is %d×%d", size, lipgloss.Width(v), lipgloss.Height(v))
			}
		}
	}
}

// Beside the list stands what is owed, asked for once.
func TestBeside(t *testing.T) {
	e := entry("Kim", 20, "", 0)
	e.What = "The lights went out."
	m := pane(120, 20, e)
	a := m.Wants()
	peek, ok := a.(ask.Peek)
	if !ok {
		t.Fatalf("wants %+v", a)
	}
	if again := m.Wants(); again != nil {
		t.Errorf("asks twice: %+v", again)
	}
	m.SetPeek(peek.Path, &e)
	if v := ansi.Strip(m.View()); !strings.Contains(v, "The lights went out.") {
		t.Errorf("what happened is not there:\n%s", v)
	}
	if _, ok := m.Wants().(ask.Render); !ok {
		t.Error("wants no render")
	}
}

func BenchmarkOwing(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		var cards []shelf.Card
		for i := range n {
			e := entry(fmt.Sprint("Person ", i%97), 1+i%28, "", 0)
			cards = append(cards, shelf.NewCard(fmt.Sprintf("entries/2026/%d.toml", i), &e))
		}
		s := shelf.Shelf{}.With(cards, nil)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				s.Owing()
			}
		})
	}
}
