package prose

import (
	"math/rand/v2"
	"slices"
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

// reference is the field as simple as can be: a string and a cursor.
type reference struct {
	s   string
	cur int
}

// starts returns where characters of the text begin, and its end.
func (r reference) starts() []int {
	var all []int
	off := 0
	for _, l := range strings.Split(r.s, "\n") {
		for i := 0; i < len(l); i = glyphAt(l, i).end {
			all = append(all, off+i)
		}
		all = append(all, off+len(l))
		off += len(l) + 1
	}
	return all
}

func (r reference) left() int {
	to := 0
	for _, i := range r.starts() {
		if i < r.cur {
			to = i
		}
	}
	return to
}

func (r reference) right() int {
	for _, i := range r.starts() {
		if i > r.cur {
			return i
		}
	}
	return r.cur
}

func (r *reference) replace(from, to int, ins string) {
	r.s = r.s[:from] + ins + r.s[to:]
	r.cur = from + len(ins)
}

// crumbs are what random edits put in.
var crumbs = []string{"a", "word ", " ", "\n", "\t", "你", "。", "👩", "\u200d", "👧", "\u0301", "🇺", "🇸", "\xff", "\xe4\xbd", "\r",
	"\x1b", "\u202e", "ש", "क्ष", "\u0600", "\u1161", "one two three four", "a\nb\nc", "\n\n", "long-word-without-any-spaces"}

// both does the step that op and arg stand for, to the field and to the reference.
func both(m *Model, r *reference, op, arg int) {
	key := func(name string) { m.Update(pressed(name)) }
	s := crumbs[arg%len(crumbs)]
	switch op % 12 {
	case 0, 1, 2:
		m.Update(tea.PasteMsg{Content: s})
		r.replace(r.cur, r.cur, s)
	case 3, 4:
		m.Update(tea.KeyPressMsg{Code: tea.KeyExtended, Text: s})
		r.replace(r.cur, r.cur, s)
	case 5:
		key("backspace")
		r.replace(r.left(), r.cur, "")
	case 6:
		key("delete")
		r.replace(r.cur, r.right(), "")
	case 7:
		key("left")
		r.cur = r.left()
	case 8:
		key("right")
		r.cur = r.right()
	case 9:
		key([]string{"up", "down", "end", "home", "pgdown", "alt+left", "alt+right"}[arg%7])
		r.cur = m.CursorOffset()
	case 10:
		m.SetCursorOffset(arg % (len(r.s) + 1))
		r.cur = m.CursorOffset()
	case 11:
		was := m.CursorOffset()
		key([]string{"shift+up", "ctrl+shift+right", "shift+end"}[arg%3])
		if m.cur.selected {
			r.replace(min(was, m.CursorOffset()), max(was, m.CursorOffset()), s)
		} else {
			r.replace(r.cur, r.cur, s)
		}
		m.Update(tea.PasteMsg{Content: s})
	}
}

// checkBuffer fails unless the wrapping that edits kept is the one of a fresh text.
func checkBuffer(t testing.TB, m *Model) {
	t.Helper()
	total := 0
	for i, l := range m.buf.lines {
		if want := wrap(l.s, m.buf.width); !slices.Equal(l.rows, want) {
			t.Fatalf("line %d, %q, wraps at %v instead of %v", i, l.s, l.rows, want)
		}
		total += l.height()
	}
	if m.buf.total != total || m.Height(m.buf.width) != total {
		t.Fatalf("%d rows counted, %d there", m.buf.total, total)
	}
}

// undoAll undoes everything and redoes it, and fails unless that leads to start and back.
func undoAll(t testing.TB, m *Model, start string) {
	t.Helper()
	end := m.Text()
	for m.history.done > 0 {
		m.Update(pressed("ctrl+z"))
		checkBuffer(t, m)
	}
	if m.Text() != start {
		t.Fatalf("undo leads to %q, not to %q", m.Text(), start)
	}
	for m.history.done < len(m.history.edits) {
		m.Update(pressed("ctrl+y"))
		checkView(t, m)
	}
	if m.Text() != end {
		t.Fatalf("redo leads to %q, not to %q", m.Text(), end)
	}
}

func TestRandomEdits(t *testing.T) {
	for seed := range uint64(60) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		m := field(Options{}, 1+rnd.IntN(30), rnd.IntN(6), "")
		start := ""
		for range rnd.IntN(40) {
			start += crumbs[rnd.IntN(len(crumbs))]
		}
		m.SetText(start)
		r := &reference{s: start, cur: len(start)}
		for step := range 150 {
			both(m, r, rnd.IntN(12), rnd.IntN(1000))
			if m.Text() != r.s || m.CursorOffset() != r.cur {
				t.Fatalf("seed %d, step %d:\nfield     %q at %d\nreference %q at %d", seed, step, m.Text(), m.CursorOffset(), r.s, r.cur)
			}
			if m.Empty() != (r.s == "") {
				t.Fatalf("%q is empty: %v", r.s, m.Empty())
			}
			checkBuffer(t, m)
			checkView(t, m)
			if _, _, ok := m.Cursor(); ok != (m.h > 0) {
				t.Fatalf("seed %d, step %d: the cursor is out of sight", seed, step)
			}
		}
		undoAll(t, m, start)
	}
}

func FuzzEdit(f *testing.F) {
	f.Add("", []byte{0, 1, 2, 3, 5, 0, 6, 9}, byte(10))
	f.Add("the quick brown fox", []byte{7, 0, 11, 1, 10, 4, 5, 5, 9, 3}, byte(6))
	f.Add(texts["emoji"]+"\n"+texts["invalid"], []byte{9, 0, 5, 0, 5, 0, 7, 7, 6, 0, 0, 9}, byte(4))
	f.Add(texts["chinese"]+"\r\n"+texts["controls"], []byte{10, 40, 11, 2, 0, 8, 9, 1}, byte(1))
	f.Fuzz(func(t *testing.T, start string, steps []byte, w byte) {
		if len(start) > 1000 || len(steps) > 200 {
			return
		}
		m := field(Options{}, int(w)%50, int(w)/50, "")
		m.SetText(start)
		r := &reference{s: start, cur: len(start)}
		for i := 0; i+1 < len(steps); i += 2 {
			both(m, r, int(steps[i]), int(steps[i+1]))
			if m.Text() != r.s || m.CursorOffset() != r.cur {
				t.Fatalf("field %q at %d\nreference %q at %d", m.Text(), m.CursorOffset(), r.s, r.cur)
			}
			checkBuffer(t, m)
			checkView(t, m)
		}
		undoAll(t, m, start)
	})
}
