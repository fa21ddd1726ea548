// Package sheet shows one rendered text and scrolls it, and keeps the renders of the texts around it.
//
// Goals: a key never waits for a renderer: the text stands there plain until its render arrives; only lines in sight are
// drawn. Non-goals: rendering, frames, keys.
package sheet

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bounceback/ui/theme"
)

// Model is a window on a text. The zero value is empty and 0×0.
type Model struct {
	lines []string
	w, h  int
	top   int
}

// SetSize sets the window in cells.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = max(w, 0), max(h, 0)
	m.clamp()
}

// SetText shows a text of lines that are wrapped, styled and safe already. Empty lines at its ends are left out. The
// place in the text stays.
func (m *Model) SetText(text string) {
	lines := strings.Split(text, "\n")
	for len(lines) > 0 && blank(lines[0]) {
		lines = lines[1:]
	}
	for len(lines) > 0 && blank(lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	m.lines = lines
	m.clamp()
}

func blank(line string) bool { return strings.TrimSpace(ansi.Strip(line)) == "" }

func (m *Model) clamp() { m.top = max(min(m.top, len(m.lines)-m.h), 0) }

// Move scrolls by n lines.
func (m *Model) Move(n int) {
	m.top += n
	m.clamp()
}

// HalfPage scrolls by n half windows.
func (m *Model) HalfPage(n int) { m.Move(n * max(m.h/2, 1)) }

// Page scrolls by n windows; a line stays in sight.
func (m *Model) Page(n int) { m.Move(n * max(m.h-1, 1)) }

// Top goes to the beginning.
func (m *Model) Top() { m.top = 0 }

// Bottom goes to the end.
func (m *Model) Bottom() { m.Move(len(m.lines)) }

// AtTop reports whether the first line is in sight.
func (m *Model) AtTop() bool { return m.top == 0 }

// Percent returns how far down the window is, 0 to 100; ok is false when all of the text is in sight.
func (m *Model) Percent() (percent int, ok bool) {
	hidden := len(m.lines) - m.h
	if hidden <= 0 || m.h == 0 {
		return 0, false
	}
	return m.top * 100 / hidden, true
}

// Place says how far down one is, in a few words for the frame; "" when all of the text is in sight.
func (m *Model) Place() string {
	percent, ok := m.Percent()
	switch {
	case !ok:
		return ""
	case percent == 0:
		return "more below"
	}
	return strconv.Itoa(percent) + "%"
}

// View draws the window, exactly w×h.
func (m *Model) View() string {
	end := min(m.top+m.h, len(m.lines))
	return theme.FitBlock(strings.Join(m.lines[m.top:end], "\n"), m.w, m.h)
}
