package filter_test

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"bounceback/ui/config"
	"bounceback/ui/filter"
	"bounceback/ui/theme"
)

func newFilter() *filter.Model {
	m := filter.New(theme.New(theme.Options{Dark: true}), config.Default().Keys)
	m.SetWidth(40)
	return m
}

func typeText(m *filter.Model, s string) {
	for _, r := range s {
		m.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func TestTyping(t *testing.T) {
	m := newFilter()
	if m.Height() != 0 || m.View() != "" {
		t.Fatal("an empty filter takes room")
	}
	m.Begin()
	if !m.Writing() || m.Height() != 1 {
		t.Fatal("not ready to type")
	}
	typeText(m, "power")
	if m.Query() != "power" || m.Parsed().Empty() {
		t.Errorf("query is %q", m.Query())
	}
	m.SetCount("1 of 12")
	if got := ansi.Strip(m.View()); !strings.HasPrefix(got, "/ power ") || !strings.HasSuffix(got, " 1 of 12") {
		t.Errorf("shows %q", got)
	}
	if x, y, ok := m.Cursor(); !ok || x != len("/ power") || y != 0 {
		t.Errorf("cursor at %d,%d %v", x, y, ok)
	}
	if handled, _ := m.Update(tea.KeyPressMsg{Code: tea.KeyDown}); handled {
		t.Error("kept a key that is for the list")
	}
	m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	if m.Writing() || m.Query() != "power" || m.Height() != 1 {
		t.Error("enter does not keep the filter")
	}
	if _, _, ok := m.Cursor(); ok {
		t.Error("a cursor although nobody types")
	}
	m.Begin()
	m.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
	if m.Writing() || m.Query() != "" || m.Height() != 0 || !m.Parsed().Empty() {
		t.Error("esc does not clear the filter")
	}
}

func TestPaste(t *testing.T) {
	m := newFilter()
	m.Begin()
	m.Update(tea.PasteMsg{Content: "power\ncord"})
	if m.Query() != "power cord" {
		t.Errorf("query is %q", m.Query())
	}
}

func TestProblemsAreSaid(t *testing.T) {
	m := newFilter()
	m.SetWidth(100)
	m.Begin()
	typeText(m, "after:soon ")
	if m.Height() != 2 {
		t.Fatalf("%d rows", m.Height())
	}
	_, problem, _ := strings.Cut(ansi.Strip(m.View()), "\n")
	if !strings.Contains(problem, "after:soon") {
		t.Errorf("says %q", problem)
	}
}

// A long one is cut where it would take the place of the list.
func TestLongProblems(t *testing.T) {
	m := newFilter()
	m.Begin()
	typeText(m, "is:x step:y severity:z ")
	lines := strings.Split(ansi.Strip(m.View()), "\n")
	if len(lines) != 3 || m.Height() != 3 || !strings.HasPrefix(lines[1], "  is:x is not") || !strings.HasSuffix(strings.TrimSpace(lines[2]), "…") {
		t.Errorf("says %q", lines)
	}
}

func TestNothing(t *testing.T) {
	back := key.NewBinding(key.WithHelp("esc", "back"))
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"foo", []string{"Nothing here matches.", "esc shows everything again."}},
		{"zzz:foo", []string{"Nothing here matches.", "There is no field “zzz”; try tag, person, severity, step, is, after, before.",
			"esc shows everything again."}},
	} {
		m := newFilter()
		m.Begin()
		typeText(m, c.query)
		if d := cmp.Diff(c.want, m.Nothing(back)); d != "" {
			t.Errorf("%s: (-want +got)\n%s", c.query, d)
		}
	}
}

func TestSizeIsExact(t *testing.T) {
	for _, w := range []int{0, 1, 2, 3, 10, 40, 200} {
		m := newFilter()
		m.Begin()
		typeText(m, "after:soon 日本語日本語日本語日本語 🙂")
		m.SetWidth(w)
		m.SetCount("12 of 340")
		v := m.View()
		if w > 0 && (lipgloss.Width(v) != w || lipgloss.Height(v) != m.Height()) {
			t.Errorf("width %d: view is %d×%d, want %d rows", w, lipgloss.Width(v), lipgloss.Height(v), m.Height())
		}
		if x, _, ok := m.Cursor(); ok && x >= w {
			t.Errorf("width %d: cursor at %d", w, x)
		}
	}
}

func TestHighlight(t *testing.T) {
	plain := lipgloss.NewStyle()
	match := lipgloss.NewStyle().Transform(func(s string) string { return "[" + s + "]" })
	for _, tt := range []struct {
		text  string
		words []string
		want  string
	}{
		{"Kicked the power cord", nil, "Kicked the power cord"},
		{"Kicked the power cord", []string{"power"}, "Kicked the [power] cord"},
		{"Kicked the power cord", []string{"KICK"}, "Kicked the power cord"},
		{"Kicked the power cord", []string{"kick", "co"}, "[Kick]ed the power [co]rd"},
		{"Zoë's toë", []string{"oe"}, "Z[oë]'s t[oë]"},
		{"Straße", []string{"s"}, "[S]tra[ß]e"},
		{"Straße", []string{"ras"}, "St[raß]e"},
		{"日本語の本", []string{"本"}, "日[本]語の[本]"},
		{"aaa", []string{"aa"}, "[aa]a"},
		{"", []string{"a"}, ""},
	} {
		if got := ansi.Strip(filter.Highlight(tt.text, tt.words, plain, match)); got != tt.want {
			t.Errorf("Highlight(%q, %q) = %q, want %q", tt.text, tt.words, got, tt.want)
		}
	}
}
