package prose

// How the tests write and look: keys by their names, and the screen as plain text with the cursor in it.

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// keyCodes are the keys with names. Everything else is its character.
var keyCodes = map[string]rune{
	"left": tea.KeyLeft, "right": tea.KeyRight, "up": tea.KeyUp, "down": tea.KeyDown,
	"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
	"kpleft": tea.KeyKpLeft, "kpenter": tea.KeyKpEnter, "kpdelete": tea.KeyKpDelete, "kphome": tea.KeyKpHome,
	"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "space": tea.KeySpace,
	"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "f1": tea.KeyF1, "f2": tea.KeyF2, "f4": tea.KeyF4,
}

// pressed makes the message of a key such as "a", "space" or "ctrl+shift+left".
func pressed(name string) tea.KeyPressMsg {
	k := tea.Key{}
	rest := name
	for _, m := range []struct {
		name string
		mod  tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}, {"super+", tea.ModSuper}} {
		if len(rest) > len(m.name) && strings.HasPrefix(rest, m.name) {
			rest = rest[len(m.name):]
			k.Mod |= m.mod
		}
	}
	if code, ok := keyCodes[rest]; ok {
		k.Code = code
		if rest == "space" && k.Mod == 0 {
			k.Text = " "
		}
		return tea.KeyPressMsg(k)
	}
	k.Code = []rune(rest)[0]
	if k.Mod&^tea.ModShift == 0 {
		k.Text = rest
	}
	return tea.KeyPressMsg(k)
}

// press presses keys, separated by blanks, and fails when one is not answered.
func press(t testing.TB, m *Model, keys string) {
	t.Helper()
	for name := range strings.FieldsSeq(keys) {
		if handled, _ := m.Update(pressed(name)); !handled {
			t.Fatalf("the field left %q to the caller", name)
		}
	}
}

// typeText types s, character by character.
func typeText(m *Model, s string) {
	for _, r := range s {
		switch r {
		case '\n':
			m.Update(pressed("enter"))
		case ' ':
			m.Update(pressed("space"))
		default:
			m.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
}

// field returns a focused field with text, in which "|" is the caret and "[" its other end of a selection.
func field(o Options, w, h int, text string) *Model {
	m := New(o)
	m.SetSize(w, h)
	m.Focus()
	put(m, text)
	return m
}

func put(m *Model, text string) {
	plain := strings.NewReplacer("|", "", "[", "").Replace(text)
	m.SetText(plain)
	c, a := strings.Index(text, "|"), strings.Index(text, "[")
	switch {
	case c < 0:
	case a < 0:
		m.SetCursorOffset(c)
	case a < c:
		m.SetCursorOffset(a)
		m.move(caret{pos: m.buf.at(c - 1)}, true)
	default:
		m.SetCursorOffset(a - 1)
		m.move(caret{pos: m.buf.at(c)}, true)
	}
}

// shown returns the text with "|" for the caret and "[" for the other end of a selection.
func shown(m *Model) string {
	s, c := m.Text(), m.CursorOffset()
	if !m.cur.selected {
		return s[:c] + "|" + s[c:]
	}
	a := m.buf.offset(m.cur.anchor)
	if a < c {
		return s[:a] + "[" + s[a:c] + "|" + s[c:]
	}
	return s[:c] + "|" + s[c:a] + "[" + s[a:]
}

// screen returns the view without styles, rows between bars, and a row that points at the cursor's column.
func screen(m *Model) string {
	var b strings.Builder
	x, y, ok := m.Cursor()
	for i, row := range strings.Split(ansi.Strip(m.View()), "\n") {
		b.WriteString("│" + row + "│\n")
		if ok && i == y {
			b.WriteString(" " + strings.Repeat(" ", x) + "^\n")
		}
	}
	return b.String()
}

// checkView fails unless the view is exactly as large as the field, and holds no control characters but those of
// styles.
func checkView(t testing.TB, m *Model) {
	t.Helper()
	v := m.View()
	if m.h == 0 {
		if v != "" {
			t.Fatalf("a field without rows shows %q", v)
		}
		return
	}
	rows := strings.Split(v, "\n")
	if len(rows) != m.h {
		t.Fatalf("%d rows instead of %d for %q", len(rows), m.h, m.Text())
	}
	for _, row := range rows {
		if w := lipgloss.Width(row); w != m.w {
			t.Fatalf("the row %q takes %d cells instead of %d, text %q", row, w, m.w, m.Text())
		}
		for _, r := range ansi.Strip(row) {
			if r < ' ' || r >= 0x7f && r <= 0x9f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
				t.Fatalf("the row %q holds the control character %U", row, r)
			}
		}
	}
	if x, y, ok := m.Cursor(); ok && (x < 0 || x >= m.w || y < 0 || y >= m.h) {
		t.Fatalf("the cursor is at %d,%d of %d×%d", x, y, m.w, m.h)
	}
}
