package prose

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// What other text areas do to a text, and this one must not.
func TestNothingIsAltered(t *testing.T) {
	t.Run("paste arrives byte for byte", func(t *testing.T) {
		for name, s := range texts {
			m := field(Options{}, 20, 5, "ab|cd")
			m.Update(tea.PasteMsg{Content: s})
			if want := "ab" + s + "|cd"; shown(m) != want {
				t.Errorf("%s: %q, want %q", name, shown(m), want)
			}
		}
	})
	t.Run("what is set is what one gets", func(t *testing.T) {
		for name, s := range texts {
			for _, o := range []Options{{}, {OneLine: true}} {
				if m := field(o, 20, 5, ""); m.Text() != "" || !m.Empty() {
					t.Errorf("%s: an empty field holds %q", name, m.Text())
				}
				m := field(o, 20, 5, "")
				m.SetText(s)
				if m.Text() != s || m.Empty() != (s == "") {
					t.Errorf("%s: %q became %q", name, s, m.Text())
				}
			}
		}
	})
	t.Run("more than 99 lines", func(t *testing.T) {
		m := field(Options{}, 20, 5, "")
		for range 300 {
			press(t, m, "a enter")
		}
		if want := strings.Repeat("a\n", 300); m.Text() != want {
			t.Errorf("%d lines", strings.Count(m.Text(), "\n"))
		}
	})
	t.Run("tabs stay tabs", func(t *testing.T) {
		m := field(Options{}, 20, 5, "")
		m.Update(tea.PasteMsg{Content: "\tx\t"})
		press(t, m, "left backspace")
		if shown(m) != "\t|\t" {
			t.Errorf("%q", shown(m))
		}
	})
	t.Run("windows line ends are one line break", func(t *testing.T) {
		m := field(Options{}, 20, 5, "")
		m.Update(tea.PasteMsg{Content: "a\r\nb"})
		if m.Height(20) != 2 || m.Text() != "a\r\nb" {
			t.Errorf("%q takes %d rows", m.Text(), m.Height(20))
		}
	})
}

func TestPasteOfATerminalThatSendsEnter(t *testing.T) {
	for s, want := range map[string]string{"a\rb\r": "a\nb\n", "a\r\nb\r": "a\r\nb\r", "ab": "ab"} {
		m := field(Options{TerminalBreaks: true}, 20, 5, "")
		m.Update(tea.PasteMsg{Content: s})
		if m.Text() != want {
			t.Errorf("%q became %q, want %q", s, m.Text(), want)
		}
	}
}

func TestPasteIntoOneLine(t *testing.T) {
	m := field(Options{OneLine: true}, 20, 1, "x|")
	m.Update(tea.PasteMsg{Content: "a\nb\r\nc\rd\n\n\te"})
	if want := "xa b c d  \te|"; shown(m) != want {
		t.Errorf("%q, want %q", shown(m), want)
	}
}

func TestUndoInSteps(t *testing.T) {
	paste := func(s string) tea.Msg { return tea.PasteMsg{Content: s} }
	tests := []struct {
		name, text string
		do         func(m *Model)
		want       []string // after each undo
	}{
		{"typing, word by word", "", func(m *Model) { typeText(m, "one two  three") },
			[]string{"one two  |", "one |", "|"}},
		{"lines", "", func(m *Model) { typeText(m, "one\ntwo") }, []string{"one\n|", "one|", "|"}},
		{"a move begins a step", "", func(m *Model) {
			typeText(m, "ab")
			m.Update(pressed("left"))
			m.Update(pressed("right"))
			typeText(m, "cd")
		}, []string{"ab|", "|"}},
		{"a paste is a step", "", func(m *Model) {
			typeText(m, "a")
			m.Update(paste("b"))
			m.Update(paste("c"))
			typeText(m, "d")
		}, []string{"abc|", "ab|", "a|", "|"}},
		{"backspaces are a step, deletes another", "abc|def", func(m *Model) {
			m.Update(pressed("backspace"))
			m.Update(pressed("backspace"))
			m.Update(pressed("delete"))
			m.Update(pressed("delete"))
		}, []string{"a|def", "abc|def"}},
		{"joining lines is a step", "a\nbc|", func(m *Model) {
			for range 4 {
				m.Update(pressed("backspace"))
			}
		}, []string{"a|", "a\n|", "a\nbc|"}},
		{"typing over a selection", "a[bc|d", func(m *Model) { typeText(m, "xy") }, []string{"a[bc|d"}},
		{"cut", "a[bc|d", func(m *Model) { m.Update(pressed("ctrl+x")) }, []string{"a[bc|d"}},
		{"blur begins a step", "", func(m *Model) {
			typeText(m, "ab")
			m.Blur()
			m.Focus()
			typeText(m, "cd")
		}, []string{"ab|", "|"}},
		{"nothing to undo", "ab|", func(*Model) {}, []string{"ab|"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := field(Options{}, 20, 5, tt.text)
			tt.do(m)
			end := shown(m)
			for i, want := range tt.want {
				press(t, m, "ctrl+z")
				if shown(m) != want {
					t.Errorf("undo %d: %q, want %q", i+1, shown(m), want)
				}
			}
			for range tt.want {
				press(t, m, "ctrl+y")
			}
			if shown(m) != end {
				t.Errorf("redo: %q, want %q", shown(m), end)
			}
		})
	}
}

func TestEditAfterUndoForgetsRedo(t *testing.T) {
	m := field(Options{}, 20, 5, "")
	typeText(m, "one two")
	press(t, m, "ctrl+z x ctrl+shift+z ctrl+y")
	if shown(m) != "one x|" {
		t.Errorf("%q", shown(m))
	}
}

func TestReplace(t *testing.T) {
	tests := []struct{ text, with, want string }{
		{"one| two", "one two three", "one| two three"},
		{"one two|", "zero one two", "zero one two|"},
		{"one t|wo six", "one six", "one |six"},
		{"one|", "", "|"},
		{"caf|é", "cafè", "caf|è"},
		{"你|好", "你们好", "你|们好"},
		{"a\nb\nc|", "a\nx\ny\nc", "a\nx\ny\nc|"},
		{"ab\xe4|", "ab\xe5", "ab\xe5|"},
		{"aaa|", "aa", "aa|"},
	}
	for _, tt := range tests {
		m := field(Options{}, 20, 5, tt.text)
		before, edits := m.Text(), m.Edits()
		m.Replace(tt.with)
		if shown(m) != tt.want || m.Edits() != edits+1 {
			t.Errorf("%q replaced by %q: %q, want %q", tt.text, tt.with, shown(m), tt.want)
		}
		press(t, m, "ctrl+z")
		if shown(m) != tt.text {
			t.Errorf("undo: %q, want %q", shown(m), tt.text)
		}
		press(t, m, "ctrl+y")
		if shown(m) != tt.want {
			t.Errorf("redo: %q, want %q (from %q)", shown(m), tt.want, before)
		}
	}
	m := field(Options{}, 20, 5, "same|")
	rev := m.Rev()
	m.Replace("same")
	if m.Rev() != rev {
		t.Error("replacing a text by itself is a change")
	}
}

func TestRevisions(t *testing.T) {
	m := field(Options{}, 20, 5, "")
	rev, edits := m.Rev(), m.Edits()
	step := func(name string, changes, edit bool, do func()) {
		do()
		if (m.Rev() > rev) != changes || (m.Edits() > edits) != edit {
			t.Errorf("%s: revision %d → %d, edits %d → %d", name, rev, m.Rev(), edits, m.Edits())
		}
		rev, edits = m.Rev(), m.Edits()
	}
	step("set", true, false, func() { m.SetText("one") })
	step("type", true, true, func() { press(t, m, "x") })
	step("move", false, false, func() { press(t, m, "left") })
	step("undo", true, true, func() { press(t, m, "ctrl+z") })
	step("nothing to undo", false, false, func() { press(t, m, "ctrl+z") })
	step("redo", true, true, func() { press(t, m, "ctrl+y") })
	step("delete nothing", false, false, func() { press(t, m, "ctrl+end delete") })
	step("look", false, false, func() { _, _ = m.Text(), m.View() })
	if m.Text() != "onex" {
		t.Errorf("%q", m.Text())
	}
}

func TestSelected(t *testing.T) {
	m := field(Options{}, 20, 5, "one\n[two\n|three")
	if m.Selected() != "two\n" {
		t.Errorf("%q", m.Selected())
	}
	m.Blur()
	if m.Selected() != "" {
		t.Errorf("blurred: %q", m.Selected())
	}
}

func TestCursorOffset(t *testing.T) {
	m := field(Options{}, 20, 5, "é\n👩‍👩‍👧x")
	for off, want := range map[int]int{-5: 0, 0: 0, 1: 0, 2: 2, 3: 3, 5: 3, 21: 21, 22: 22, 99: 22} {
		if m.SetCursorOffset(off); m.CursorOffset() != want {
			t.Errorf("%d became %d, want %d", off, m.CursorOffset(), want)
		}
	}
}
