package theme

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
)

func bind(k, help string) key.Binding {
	return key.NewBinding(key.WithKeys(k), key.WithHelp(k, help))
}

func footerKeys() []key.Binding {
	off := bind("u", "bring back")
	off.SetEnabled(false)
	return []key.Binding{bind("enter", "go on"), off, bind("v", "read"), {}, bind("c", "capture"), bind("?", "help")}
}

func TestFrameLooks(t *testing.T) {
	var b strings.Builder
	body := "November 2026\nRerouted production traffic into the backup\n\n" + Clean("중문 "+family+" e\u0301")
	for _, ascii := range []bool{false, true} {
		th := New(Options{Dark: true, ASCII: ascii})
		b.WriteString(th.Frame("Timeline", body, 34, 7, true) + "\n")
		b.WriteString(th.Frame("A title that is far too long for its frame", body, 24, 4, false) + "\n")
		b.WriteString(th.Frame("", "no title", 14, 3, false) + "\n")
	}
	golden.RequireEqual(t, ansi.Strip(b.String()))
}

func TestFrameIsExact(t *testing.T) {
	body := CleanLines(strings.Join(hostile(), "\n"))
	for _, ascii := range []bool{false, true} {
		th := New(Options{Dark: true, ASCII: ascii})
		for _, title := range append(hostile(), "Timeline") {
			for _, size := range [][2]int{{0, 0}, {-1, 5}, {1, 1}, {2, 2}, {3, 2}, {2, 3}, {5, 3}, {6, 3}, {7, 1}, {12, 4}, {40, 12}, {80, 24}} {
				checkSize(t, th.Frame(title, body, size[0], size[1], true), size[0], size[1])
			}
		}
	}
}

func TestFrameTitleCannotSteerTheTerminal(t *testing.T) {
	got := New(Options{}).Frame("\x1b]0;owned\a", "", 40, 3, true)
	if strings.Contains(got, "\x1b]") || strings.Contains(got, "\a") {
		t.Errorf("the title reached the terminal: %q", got)
	}
}

func TestFooterLooks(t *testing.T) {
	var b strings.Builder
	for _, ascii := range []bool{false, true} {
		th := New(Options{Dark: true, ASCII: ascii})
		for _, w := range []int{80, 47, 30, 24, 11, 3, 0} {
			b.WriteString(ansi.Strip(th.Footer(footerKeys(), w)) + "|\n")
		}
	}
	golden.RequireEqual(t, b.String())
}

func TestFooterHoldsOnlyWholeItems(t *testing.T) {
	th := New(Options{Dark: true})
	full := ansi.Strip(th.Footer(footerKeys(), 200))
	for w := range 60 {
		got := ansi.Strip(th.Footer(footerKeys(), w))
		if Width(got) > w {
			t.Errorf("width %d: %q", w, got)
		}
		if rest := strings.TrimPrefix(full, got); got != "" && rest != "" && !strings.HasPrefix(rest, " · ") {
			t.Errorf("width %d: an item is cut: %q", w, got)
		}
	}
	if strings.Contains(full, "bring back") {
		t.Errorf("a disabled key shows: %q", full)
	}
}

func BenchmarkFrame(b *testing.B) {
	th := New(Options{Dark: true})
	body := strings.Repeat("A line of a journal entry, about as long as they are\n", 50)
	b.ReportAllocs()
	for b.Loop() {
		th.Frame("Timeline", body, 60, 50, true)
	}
}
