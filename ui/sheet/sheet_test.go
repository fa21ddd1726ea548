package sheet_test

import (
	"fmt"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"bounceback/ui/ask"
	"bounceback/ui/sheet"
	"bounceback/ui/theme"
)

func numbers(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d\n", i+1)
	}
	return b.String()
}

func TestScrolling(t *testing.T) {
	for _, tt := range []struct {
		name    string
		do      func(m *sheet.Model)
		first   string
		percent int
	}{
		{"begins at the top", func(*sheet.Model) {}, "1", 0},
		{"down", func(m *sheet.Model) { m.Move(2) }, "3", 2 * 100 / 90},
		{"up stops", func(m *sheet.Model) { m.Move(2); m.Move(-9) }, "1", 0},
		{"bottom", func(m *sheet.Model) { m.Bottom() }, "91", 100},
		{"down stops", func(m *sheet.Model) { m.Bottom(); m.Move(5) }, "91", 100},
		{"half a page", func(m *sheet.Model) { m.HalfPage(1) }, "6", 5},
		{"a page keeps a line", func(m *sheet.Model) { m.Page(1) }, "10", 10},
		{"a page and back", func(m *sheet.Model) { m.Page(1); m.Page(-1) }, "1", 0},
		{"top", func(m *sheet.Model) { m.Bottom(); m.Top() }, "1", 0},
		{"a shorter text", func(m *sheet.Model) { m.Bottom(); m.SetText(numbers(20)) }, "11", 100},
		{"a larger window", func(m *sheet.Model) { m.Bottom(); m.SetSize(5, 50) }, "51", 100},
	} {
		var m sheet.Model
		m.SetSize(5, 10)
		m.SetText("\n  \n" + numbers(100) + "\n\x1b[1m \x1b[m\n")
		tt.do(&m)
		first, _, _ := strings.Cut(m.View(), "\n")
		percent, ok := m.Percent()
		if strings.TrimSpace(first) != tt.first || percent != tt.percent || !ok {
			t.Errorf("%s: first line %q at %d %%, want %q at %d %%", tt.name, first, percent, tt.first, tt.percent)
		}
	}
}

func TestAllInSight(t *testing.T) {
	var m sheet.Model
	m.SetSize(5, 10)
	m.SetText(numbers(10))
	if _, ok := m.Percent(); ok {
		t.Error("a text that fits has a place to be at")
	}
}

func TestSizeIsExact(t *testing.T) {
	for _, size := range [][2]int{{0, 0}, {1, 1}, {0, 5}, {5, 0}, {3, 2}, {80, 24}, {-1, -1}} {
		var m sheet.Model
		m.SetText("日本語\x1b[1mbold\x1b[m\n" + numbers(9))
		m.SetSize(size[0], size[1])
		w, h := max(size[0], 0), max(size[1], 0)
		if v := m.View(); w > 0 && h > 0 && (lipgloss.Width(v) != w || lipgloss.Height(v) != h) {
			t.Errorf("%v: view is %d×%d", size, lipgloss.Width(v), lipgloss.Height(v))
		}
	}
}

func TestRendersAreAskedForOnce(t *testing.T) {
	var r sheet.Renders
	key := r.Key("a.toml", "# A")
	if _, ok, a := r.Want(key, "# A", 60); ok || a != (ask.Render{Key: key, Markdown: "# A", Width: 60}) {
		t.Fatalf("first: ok %v, ask %v", ok, a)
	}
	if _, ok, a := r.Want(key, "# A", 60); ok || a != nil {
		t.Errorf("while under way: ok %v, ask %v", ok, a)
	}
	if _, _, a := r.Want(key, "# A", 0); a != nil {
		t.Errorf("at no width: ask %v", a)
	}
	for _, late := range []struct {
		key   string
		width int
	}{{r.Key("a.toml", "# B"), 60}, {key, 61}, {r.Key("b.toml", "# A"), 60}} {
		if r.Set(late.key, late.width, "late") {
			t.Errorf("took in an answer that nobody waits for: %v", late)
		}
	}
	if !r.Set(key, 60, "done") {
		t.Error("refused the answer")
	}
	if text, ok, a := r.Want(key, "# A", 60); !ok || text != "done" || a != nil {
		t.Errorf("afterwards: %q, %v, %v", text, ok, a)
	}
	r.Restyle()
	if r.Key("a.toml", "# A") == key {
		t.Error("another theme has the same key")
	}
	if r.Set(key, 60, "late") {
		t.Error("took in colors of the theme before")
	}
}

func TestRendersForgetTheOldest(t *testing.T) {
	var r sheet.Renders
	for i := range 40 {
		key := fmt.Sprint(i)
		r.Want(key, "", 60)
		r.Set(key, 60, key)
		r.Want("0", "", 60)
	}
	if _, ok := r.Peek("0", 60); !ok {
		t.Error("forgot what is wanted all the time")
	}
	if _, ok := r.Peek("2", 60); ok {
		t.Error("kept everything")
	}
	if _, ok := r.Peek("39", 60); !ok {
		t.Error("forgot the newest")
	}
}

func TestNotice(t *testing.T) {
	th := theme.New(theme.Options{})
	got := ansi.Strip(sheet.Notice(th, 12, 6, "one two", "three four five"))
	if want := "\n  one two\n three four\n    five"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	sheet.Notice(th, 0, 0, "x")
	sheet.Notice(th, -3, -3, "x")
}
