package rehearse_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"bounceback/ui/ask"
	"bounceback/ui/config"
	"bounceback/ui/rehearse"
	"bounceback/ui/theme"
)

func TestBreaths(t *testing.T) {
	long := strings.Repeat("I am sorry for it, and ", 12) + "that is all."
	for text, want := range map[string][]string{
		"": nil, " \n\n ": nil,
		"Dana, I took your night. I'm sorry!\n\nWill you tell me?": {"Dana, I took your night.", "I'm sorry!", "Will you tell me?"},
		"one line\nanother": {"one line", "another"},
		"昨夜はごめんなさい。起こしてしまった。": {"昨夜はごめんなさい。", "起こしてしまった。"},
	} {
		if d := cmp.Diff(want, rehearse.Breaths(text)); d != "" {
			t.Errorf("%q: -want +got\n%s", text, d)
		}
	}
	parts := rehearse.Breaths(long)
	if len(parts) < 2 || strings.Join(parts, " ") != long {
		t.Errorf("a long sentence became %q", parts)
	}
	for _, s := range append(parts, rehearse.Breaths(strings.Repeat("x", 1000))...) {
		if n := theme.Width(s); n > 160 || n == 0 {
			t.Errorf("a breath of %d cells: %q", n, s)
		}
	}
	if got := strings.Join(rehearse.Breaths(strings.Repeat("ごめん", 400)), ""); got != strings.Repeat("ごめん", 400) {
		t.Errorf("words were lost: %d bytes", len(got))
	}
}

// Every word is on screen somewhere on the way, at any size, and the view is exactly as large as the screen.
func TestEveryWordIsShown(t *testing.T) {
	words := "Dana, you drove ninety minutes through the rain because I had typed the wrong name, and you then sat on a cold floor until morning. I'm sorry."
	for _, size := range [][2]int{{80, 24}, {40, 12}, {24, 10}, {200, 50}} {
		m := rehearse.New(rehearse.Options{Theme: theme.New(theme.Options{}), Keys: config.Default().Keys, Now: time.Now})
		m.SetSize(size[0], size[1])
		m.Open(ask.Rehearse{Words: words, To: "Dana"})
		var seen strings.Builder
		for range 10 {
			v := m.View()
			if lipgloss.Width(v) != size[0] || lipgloss.Height(v) != size[1] {
				t.Fatalf("%v: the view is %d×%d", size, lipgloss.Width(v), lipgloss.Height(v))
			}
			seen.WriteString(ansi.Strip(v) + " ")
			m.Update(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
		}
		for _, w := range strings.Fields(words) {
			if !strings.Contains(seen.String(), w) {
				t.Errorf("%v: %q is nowhere", size, w)
			}
		}
	}
	m := rehearse.New(rehearse.Options{Theme: theme.New(theme.Options{}), Keys: config.Default().Keys, Now: time.Now})
	for _, size := range [][2]int{{0, 0}, {1, 1}, {4, 1}, {5, 2}} {
		m.SetSize(size[0], size[1])
		m.View()
	}
}
