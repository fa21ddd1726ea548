package cli

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestRuler(t *testing.T) {
	for _, c := range []struct {
		text         string
		find         string
		line, column int
		char         int
	}{
		{"sorry", "sorry", 1, 1, 0},
		{"I am sorry", "sorry", 1, 6, 5},
		{"one\ntwo sorry", "sorry", 2, 5, 8},
		{"one\r\ntwo sorry", "sorry", 2, 5, 9},
		{"\r\n\r\nsorry", "sorry", 3, 1, 4},
		{"I’m so “sorry”", "sorry", 1, 9, 8},
		{"日本 sorry", "sorry", 1, 4, 3},
		{"😀😀 sorry", "sorry", 1, 4, 3},
		{"👩\u200d🚒 sorry", "sorry", 1, 5, 4}, // four code points: two people, a joiner, a space
		{"e\u0301 sorry", "sorry", 1, 4, 3},
		{"\ufeffsorry", "sorry", 1, 1, 1},
		{"\ufeffone\n😀 sorry", "sorry", 2, 3, 7},
		{"one\n", "", 2, 1, 4},
		{"one", "", 1, 4, 3},
		{"", "", 1, 1, 0},
		{"a\rb sorry", "sorry", 1, 5, 4}, // a carriage return alone ends no line
	} {
		at := len(c.text)
		if c.find != "" {
			at = strings.Index(c.text, c.find)
		}
		r := newRuler(c.text, markOf(c.text))
		line, column := r.place(at)
		if char := r.char(at); line != c.line || column != c.column || char != c.char {
			t.Errorf("%q in %q: %d:%d, character %d; want %d:%d, %d", c.find, c.text, line, column, char, c.line, c.column, c.char)
		}
	}
}

// Blocks make no difference: every place of a long text is where counting from its beginning puts it.
func TestRulerOverBlocks(t *testing.T) {
	for _, n := range []int{rulerBlock - 1, rulerBlock, rulerBlock + 1, 3 * rulerBlock} {
		text := strings.Repeat("é😀\r\na", n)[:n]
		for !utf8.ValidString(text) {
			text = text[:len(text)-1]
		}
		r := newRuler(text, 0)
		line, start := 1, 0
		for at := 0; at <= len(text); at++ {
			if at > 0 && text[at-1] == '\n' {
				line, start = line+1, at
			}
			if at < len(text) && !utf8.RuneStart(text[at]) {
				continue
			}
			gotLine, gotColumn := r.place(at)
			if want := utf8.RuneCountInString(text[start:at]) + 1; gotLine != line || gotColumn != want || r.char(at) != utf8.RuneCountInString(text[:at]) {
				t.Fatalf("%d bytes, at %d: %d:%d, character %d; want %d:%d", n, at, gotLine, gotColumn, r.char(at), line, want)
			}
		}
	}
}
