package prose

import (
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// keyTest is a text, what one presses, and what becomes of it: "|" is the caret and "[" the other end of the
// selection. The field is 10 cells wide and 4 rows high.
type keyTest struct{ name, text, keys, want string }

func checkKeys(t *testing.T, tests []keyTest) {
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := field(Options{}, 10, 4, tt.text)
			press(t, m, tt.keys)
			if got := shown(m); got != tt.want {
				t.Errorf("%q after %s is %q, want %q", tt.text, tt.keys, got, tt.want)
			}
			checkView(t, m)
		})
	}
}

func TestTypingKeys(t *testing.T) {
	checkKeys(t, []keyTest{
		{"type", "|", "h i", "hi|"},
		{"type in the middle", "ab|d", "c", "abc|d"},
		{"space", "a|b", "space", "a |b"},
		{"capital letter", "|", "shift+A", "A|"},
		{"enter", "ab|cd", "enter", "ab\n|cd"},
		{"shift+enter", "ab|cd", "shift+enter", "ab\n|cd"},
		{"alt+enter", "ab|cd", "alt+enter", "ab\n|cd"},
		{"ctrl+j is what a line break is without bracketed paste", "ab|cd", "ctrl+j", "ab\n|cd"},
	})
}

func TestKeysToTheSide(t *testing.T) {
	checkKeys(t, []keyTest{
		{"the keypad", "abc|", "kpleft kpenter kphome kpdelete", "ab\n|"},
		{"left", "ab|", "left", "a|b"},
		{"left over a line break", "a\n|b", "left", "a|\nb"},
		{"left at the start", "|a", "left", "|a"},
		{"left over a flag", "🇺🇸|", "left", "|🇺🇸"},
		{"left over a family", "a👩‍👩‍👧|", "left", "a|👩‍👩‍👧"},
		{"left over an accent", "cafe\u0301|", "left", "caf|e\u0301"},
		{"ctrl+b", "ab|", "ctrl+b", "a|b"},
		{"right", "|ab", "right", "a|b"},
		{"right over a line break", "a|\nb", "right", "a\n|b"},
		{"right at the end", "a|", "right", "a|"},
		{"right over Chinese", "|你好", "right", "你|好"},
		{"ctrl+f", "|ab", "ctrl+f", "a|b"},
	})
}

func TestKeysByRows(t *testing.T) {
	checkKeys(t, []keyTest{
		{"up", "abc\nab|c", "up", "ab|c\nabc"},
		{"ctrl+p", "abc\nab|c", "ctrl+p", "ab|c\nabc"},
		{"up on the first row goes to its start", "ab|c", "up", "|abc"},
		{"down", "ab|c\nabc", "down", "abc\nab|c"},
		{"down on the last row goes to its end", "a|bc", "down", "abc|"},
		{"the column is kept over a short line", "abcd|e\nx\nabcde", "down down", "abcde\nx\nabcd|e"},
		{"a move to the side sets a new column", "abcd|e\nx\nabcde", "down left down", "abcde\nx\n|abcde"},
		{"down within a wrapped line", "aa|aa bbbb cccc dddd", "down", "aaaa bbbb cc|cc dddd"},
		{"the column counts cells", "你好|\nabcdef", "down", "你好\nabcd|ef"},
		{"the column snaps to a wide character", "abc|\n你好", "down", "abc\n你|好"},
	})
}

func TestKeysByWords(t *testing.T) {
	checkKeys(t, []keyTest{
		{"alt+left", "one two|", "alt+left", "one |two"},
		{"ctrl+left over spaces", "one two  |", "ctrl+left", "one |two  "},
		{"alt+b over a line break", "one\n|two", "alt+b", "|one\ntwo"},
		{"alt+right", "|one two", "alt+right", "one| two"},
		{"ctrl+right", "one| two", "ctrl+right", "one two|"},
		{"alt+f over punctuation", "one|, two", "alt+f", "one, two|"},
	})
}

func TestKeysFar(t *testing.T) {
	checkKeys(t, []keyTest{
		{"home", "ab\ncd|", "home", "ab\n|cd"},
		{"ctrl+a", "ab\ncd|", "ctrl+a", "ab\n|cd"},
		{"home on a wrapped row", "aaaa bbbb cc|cc", "home", "aaaa bbbb |cccc"},
		{"end", "a|b\ncd", "end", "ab|\ncd"},
		{"ctrl+e", "a|b\ncd", "ctrl+e", "ab|\ncd"},
		{"end twice stays on a wrapped row", "aa|aa bbbb cccc", "end end", "aaaa bbbb |cccc"},
		{"end and home on a broken word", "01|23456789abc", "end home", "|0123456789abc"},
		{"ctrl+home", "a\nb|", "ctrl+home", "|a\nb"},
		{"ctrl+end", "|a\nb", "ctrl+end", "a\nb|"},
		{"pgdown", "|1\n2\n3\n4\n5\n6", "pgdown", "1\n2\n3\n|4\n5\n6"},
		{"pgup", "1\n2\n3\n4\n5\n|6", "pgup", "1\n2\n|3\n4\n5\n6"},
	})
}

func TestDeletingKeys(t *testing.T) {
	checkKeys(t, []keyTest{
		{"backspace", "ab|", "backspace", "a|"},
		{"ctrl+h", "ab|", "ctrl+h", "a|"},
		{"backspace joins lines", "a\n|b", "backspace", "a|b"},
		{"backspace at the start", "|a", "backspace", "|a"},
		{"backspace takes a whole family", "a👩‍👩‍👧|", "backspace", "a|"},
		{"delete", "|ab", "delete", "|b"},
		{"delete joins lines", "a|\nb", "delete", "a|b"},
		{"delete at the end", "a|", "delete", "a|"},
		{"ctrl+w", "one two|", "ctrl+w", "one |"},
		{"alt+backspace", "one two|", "alt+backspace", "one |"},
		{"ctrl+backspace", "one two|", "ctrl+backspace", "one |"},
		{"alt+d", "|one two", "alt+d", "| two"},
		{"ctrl+delete", "|one two", "ctrl+delete", "| two"},
		{"ctrl+u", "x\none two|", "ctrl+u", "x\n|"},
		{"ctrl+u deletes the whole line, not its last row", "aaaa bbbb cc|cc", "ctrl+u", "|cc"},
		{"ctrl+k", "on|e\nx", "ctrl+k", "on|\nx"},
		{"ctrl+k at the end of a line", "one|\nx", "ctrl+k", "one|x"},
	})
}

func TestSelectingKeys(t *testing.T) {
	checkKeys(t, []keyTest{
		{"shift+left", "ab|", "shift+left", "a|b["},
		{"shift+right", "|ab", "shift+right", "[a|b"},
		{"shift+right and back selects nothing", "|ab", "shift+right shift+left", "|ab"},
		{"shift+up", "ab\nab|", "shift+up", "ab|\nab["},
		{"shift+down", "a|b\nab", "shift+down", "a[b\na|b"},
		{"shift+home", "ab|", "shift+home", "|ab["},
		{"shift+end", "|ab", "shift+end", "[ab|"},
		{"ctrl+shift+left", "one two|", "ctrl+shift+left", "one |two["},
		{"alt+shift+right", "|one two", "alt+shift+right", "[one| two"},
		{"ctrl+shift+end", "|a\nb", "ctrl+shift+end", "[a\nb|"},
		{"ctrl+shift+home", "a\nb|", "ctrl+shift+home", "|a\nb["},
		{"shift+pgdown", "|1\n2\n3\n4\n5", "shift+pgdown", "[1\n2\n3\n|4\n5"},
		{"alt+a", "a\nb|c", "alt+a", "[a\nbc|"},
		{"left ends a selection at its start", "a[bc|d", "left", "a|bcd"},
		{"right ends a selection at its end", "a|bc[d", "right", "abc|d"},
		{"typing replaces the selection", "a[bc|d", "x", "ax|d"},
		{"enter replaces the selection", "a[bc|d", "enter", "a\n|d"},
		{"backspace deletes the selection", "a[b\nc|d", "backspace", "a|d"},
		{"delete deletes the selection", "a|bc[d", "delete", "a|d"},
		{"ctrl+k deletes the selection only", "a[bc|d", "ctrl+k", "a|d"},
	})
}

func TestClipboardKeys(t *testing.T) {
	checkKeys(t, []keyTest{
		{"cut and paste", "a[bc|d", "ctrl+x end ctrl+v", "adbc|"},
		{"copy and paste", "a[bc|d", "alt+w end ctrl+v", "abcdbc|"},
		{"ctrl+shift+c keeps the selection", "a[bc|d", "ctrl+shift+c", "a[bc|d"},
		{"cut without a selection", "abc|", "ctrl+x", "abc|"},
	})
}

func TestKeysLeftToTheCaller(t *testing.T) {
	always := []string{"tab", "shift+tab", "esc", "f1", "f2", "f4", "ctrl+s", "ctrl+o", "ctrl+n", "ctrl+l", "ctrl+c",
		"ctrl+g", "ctrl+q", "ctrl+r", "ctrl+d", "alt+x", "ctrl+alt+y", "super+s", "ctrl+space", "alt+up"}
	one := []string{"enter", "shift+enter", "alt+enter", "ctrl+j", "up", "down", "ctrl+p", "shift+up", "pgup", "pgdown"}
	check := func(t *testing.T, o Options, names []string) {
		for _, name := range names {
			m := field(o, 10, 4, "ab|cd")
			if handled, cmd := m.Update(pressed(name)); handled || cmd != nil || shown(m) != "ab|cd" {
				t.Errorf("%s: handled %v, text %q", name, handled, shown(m))
			}
		}
	}
	t.Run("many lines", func(t *testing.T) { check(t, Options{}, always) })
	t.Run("one line", func(t *testing.T) { check(t, Options{OneLine: true}, append(always, one...)) })
	t.Run("blurred", func(t *testing.T) {
		m := field(Options{}, 10, 4, "ab|cd")
		m.Blur()
		for _, msg := range []tea.Msg{pressed("a"), pressed("left"), tea.PasteMsg{Content: "x"}, tea.FocusMsg{}} {
			if handled, _ := m.Update(msg); handled || m.Text() != "abcd" {
				t.Errorf("a blurred field answered %v", msg)
			}
		}
	})
	t.Run("releases", func(t *testing.T) {
		m := field(Options{}, 10, 4, "ab|cd")
		if handled, _ := m.Update(tea.KeyReleaseMsg{Code: 'a', Text: "a"}); handled || m.Text() != "abcd" {
			t.Errorf("a released key typed: %q", m.Text())
		}
	})
}

// An input method commits whole words, also those that are names of keys.
func TestInputMethod(t *testing.T) {
	m := field(Options{}, 20, 2, "")
	for _, s := range []string{"日本語", "up", "backspace", "e\u0301"} {
		m.Update(tea.KeyPressMsg{Code: tea.KeyExtended, Text: s})
	}
	if want := "日本語upbackspacee\u0301|"; shown(m) != want {
		t.Errorf("got %q, want %q", shown(m), want)
	}
}

func TestSpaceWithoutText(t *testing.T) {
	m := field(Options{}, 20, 2, "a|")
	m.Update(tea.KeyPressMsg{Code: tea.KeySpace})
	m.Update(tea.KeyPressMsg{Code: tea.KeySpace, Mod: tea.ModShift, Text: " "})
	if shown(m) != "a  |" {
		t.Errorf("got %q", shown(m))
	}
}

func TestReboundKeys(t *testing.T) {
	k := DefaultKeys()
	k.Undo = key.NewBinding(key.WithKeys("ctrl+u"))
	k.Redo.SetEnabled(false)
	m := field(Options{Keys: k}, 20, 2, "x|")
	typeText(m, "abc")
	press(t, m, "ctrl+u")
	if m.Text() != "x" {
		t.Errorf("ctrl+u, bound to undo, left %q", m.Text())
	}
	if handled, _ := m.Update(pressed("ctrl+y")); handled {
		t.Error("a disabled key was answered")
	}
}

func TestSharedClipboard(t *testing.T) {
	clip := new(Clipboard)
	a := field(Options{Clipboard: clip}, 20, 2, "one [two|")
	b := field(Options{Clipboard: clip, OneLine: true}, 20, 1, "x|")
	handled, cmd := a.Update(pressed("ctrl+x"))
	if !handled || cmd == nil || a.Text() != "one " {
		t.Fatalf("cut: %v %v %q", handled, cmd, a.Text())
	}
	press(t, b, "ctrl+v")
	if shown(b) != "xtwo|" {
		t.Errorf("got %q", shown(b))
	}
}
