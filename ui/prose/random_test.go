package prose

// Random edits, compared with the simplest thing that could work.

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

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
