package capture_test

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"bounceback/ui/ask"
	"bounceback/ui/capture"
	"bounceback/ui/config"
	"bounceback/ui/theme"
)

const long = "Mailed the wrong price to every customer, and then mailed them again to say so, with the wrong price in it as well, " +
	"which made the third mail so hard to write that I am writing this line instead +mail @Dana sev:blunder when:yesterday and I am not done yet, no"

func pane(w, h int) *capture.Model {
	m := capture.New(capture.Options{Theme: theme.New(theme.Options{Dark: true}), Keys: config.Default().Keys, Tokens: true})
	m.SetSize(w, h)
	return m
}

func typeText(m *capture.Model, s string) {
	for _, r := range s {
		m.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func enter(m *capture.Model) ask.Ask {
	_, a := m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	return a
}

func esc(m *capture.Model) ask.Ask {
	_, a := m.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
	return a
}

func TestEnterSaves(t *testing.T) {
	m := pane(80, 24)
	typeText(m, "Kicked the cord +it ")
	if a := enter(m); a != (ask.Capture{Line: "Kicked the cord +it "}) {
		t.Fatalf("asks for %+v", a)
	}
	if m.Text() != "Kicked the cord +it " {
		t.Error("the line is gone before it is saved")
	}
	m.Failed("The disk is full. Your line stays here.")
	if v := ansi.Strip(m.View()); !strings.Contains(v, "The disk is full.") || !strings.Contains(v, "Kicked the cord") {
		t.Errorf("does not say what went wrong:\n%s", v)
	}
	typeText(m, "x")
	if v := ansi.Strip(m.View()); strings.Contains(v, "disk") {
		t.Errorf("still says it:\n%s", v)
	}
	m.Saved()
	if m.Text() != "" {
		t.Errorf("keeps %q", m.Text())
	}
}

func TestNothingTypedGoesBack(t *testing.T) {
	m := pane(80, 24)
	if a := enter(m); a != (ask.Back{}) {
		t.Errorf("asks for %+v", a)
	}
	typeText(m, "  ")
	if a := enter(m); a != (ask.Back{}) {
		t.Errorf("asks for %+v", a)
	}
}

func TestEscKeepsTheText(t *testing.T) {
	m := pane(80, 24)
	typeText(m, "Half a li")
	if a := esc(m); a != (ask.Back{}) || m.Text() != "Half a li" {
		t.Errorf("asks for %+v, keeps %q", a, m.Text())
	}
	other := pane(80, 24)
	other.SetText(m.Text())
	typeText(other, "ne")
	if other.Text() != "Half a line" {
		t.Errorf("goes on with %q", other.Text())
	}
}

func TestPaste(t *testing.T) {
	m := pane(80, 24)
	m.Update(tea.PasteMsg{Content: "one\ntwo"})
	if m.Text() != "one two" {
		t.Errorf("pasted %q", m.Text())
	}
}

func TestBoxGrowsToThreeRows(t *testing.T) {
	for _, tt := range []struct {
		text string
		want int
	}{{"", 5}, {"short", 5}, {long[:100], 5}, {long[:150], 6}, {long, 6}} {
		m := pane(80, 24)
		m.SetText(tt.text)
		if w, h := m.Box(); w != 76 || h != tt.want {
			t.Errorf("%d characters: box is %d×%d, want 76×%d", len(tt.text), w, h, tt.want)
		}
	}
}

// However little room there is, the place where one writes stays in sight beside the reason why it is not saved.
func TestErrorLeavesTheCursorInSight(t *testing.T) {
	m := pane(40, 7)
	m.SetText(long)
	m.Failed("The disk is full. Your line stays here until there is room for it, so nothing is lost.")
	if v := ansi.Strip(m.View()); !strings.Contains(v, "yet, no") || !strings.Contains(v, "The disk is full.") || m.Cursor() == nil {
		t.Errorf("cursor %v:\n%s", m.Cursor(), v)
	}
}

func TestCursorIsInTheField(t *testing.T) {
	m := pane(80, 24)
	typeText(m, "日本")
	if c := m.Cursor(); c == nil || c.X != 2+4 || c.Y != 1 {
		t.Errorf("cursor %v", c)
	}
	m.SetText(long)
	if c := m.Cursor(); c == nil || c.Y != 3 {
		t.Errorf("at the end of a long line: cursor %v", c)
	}
	if v := ansi.Strip(m.View()); !strings.Contains(v, "not done yet, no") {
		t.Errorf("the end is not in sight:\n%s", v)
	}
}

func TestClickPlacesTheCursor(t *testing.T) {
	m := pane(80, 24)
	typeText(m, "abcdef")
	m.Update(tea.MouseClickMsg{X: 4, Y: 1, Button: tea.MouseLeft})
	typeText(m, "X")
	if m.Text() != "abXcdef" {
		t.Errorf("typed into %q", m.Text())
	}
}

func TestHint(t *testing.T) {
	for _, tt := range []struct {
		w      int
		tokens bool
		want   string
	}{
		{80, true, "enter saves · esc keeps it · +tag @person sev:slip when:yesterday"},
		{80, false, "enter saves · esc keeps it for later"},
		{50, true, "enter saves · esc keeps it for later"},
		{40, true, "enter saves · esc keeps it"},
		{20, true, "enter saves"},
	} {
		m := capture.New(capture.Options{Theme: theme.New(theme.Options{}), Keys: config.Default().Keys, Tokens: tt.tokens})
		m.SetSize(tt.w, 24)
		lines := strings.Split(ansi.Strip(m.View()), "\n")
		if got := strings.Trim(lines[len(lines)-2], "│ "); got != tt.want {
			t.Errorf("%d cells: %q, want %q", tt.w, got, tt.want)
		}
	}
}

func TestBindings(t *testing.T) {
	m := pane(80, 24)
	var got []key.Help
	for _, b := range m.Bindings() {
		got = append(got, b.Help())
	}
	if len(got) != 2 || got[0].Key != "enter" || got[1].Key != "esc" || !m.Writing() {
		t.Errorf("got %v", got)
	}
}

func TestSizeIsTheBoxs(t *testing.T) {
	for _, w := range []int{0, 1, 2, 4, 5, 6, 8, 9, 20, 40, 80, 200} {
		for _, h := range []int{0, 1, 2, 3, 4, 5, 12, 24, 60} {
			for _, text := range []string{"", "short", long, "日本語日本語日本語"} {
				m := pane(w, h)
				m.SetText(text)
				for _, err := range []string{"", "The disk is full. Your line stays here until there is room for it, so nothing is lost."} {
					m.Failed(err)
					bw, bh := m.Box()
					if bw > w || bh > h {
						t.Errorf("%d×%d: the box of %d×%d is larger", w, h, bw, bh)
					}
					v := m.View()
					if bw > 0 && bh > 0 && (lipgloss.Width(v) != bw || lipgloss.Height(v) != bh) {
						t.Errorf("%d×%d: view is %d×%d, box %d×%d", w, h, lipgloss.Width(v), lipgloss.Height(v), bw, bh)
					}
					if c := m.Cursor(); c != nil && (c.X >= bw || c.Y >= bh) {
						t.Errorf("%d×%d: cursor %d,%d outside", w, h, c.X, c.Y)
					}
				}
			}
		}
	}
}

func TestFrame80x24(t *testing.T) {
	m := pane(80, 24)
	m.SetText(long)
	golden.RequireEqual(t, ansi.Strip(m.View()))
}
