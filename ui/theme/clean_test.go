package theme

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

const (
	zwnj, zwj         = '\u200c', '\u200d'
	tagFirst, tagLast = '\U000e0020', '\U000e007f'
	lineSep, paraSep  = '\u2028', '\u2029'
)

func FuzzClean(f *testing.F) {
	for _, s := range hostile() {
		f.Add(s)
	}
	th := New(Options{})
	f.Fuzz(func(t *testing.T, s string) {
		one, many := Clean(s), CleanLines(s)
		checkSafe(t, one, false)
		checkSafe(t, many, true)
		if again := Clean(one); again != one {
			t.Errorf("cleaning %q again gives %q", one, again)
		}
		if again := CleanLines(many); again != many {
			t.Errorf("cleaning %q again gives %q", many, again)
		}
		for _, w := range []int{0, 1, 2, 7, 20} {
			if got := Width(th.Cut(one, w)); got > w {
				t.Errorf("Cut(%q, %d) is %d cells wide", one, w, got)
			}
			for _, line := range Wrap(s, w) {
				if Width(line) > max(w, 1) {
					t.Errorf("Wrap(%q, %d): %q is %d cells wide", s, w, line, Width(line))
				}
			}
		}
	})
}

// checkSafe reports what of s a terminal might act on.
func checkSafe(t *testing.T, s string, lines bool) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Errorf("%q is not UTF-8", s)
	}
	for _, r := range s {
		switch {
		case r == '\n' && lines, r == zwj, r == zwnj, r >= tagFirst && r <= tagLast:
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Bidi_Control, r), r == lineSep, r == paraSep:
			t.Errorf("%U in %q", r, s)
		}
	}
	if !lines && strings.Contains(s, "\n") {
		t.Errorf("a line break in %q", s)
	}
}

func TestSentence(t *testing.T) {
	for in, want := range map[string]string{"": "", "its file is gone": "Its file is gone", "“noonish” is no day": "“noonish” is no day", "über": "Über", "\x1b[1mx": Clean("\x1b[1mx")} {
		if got := Sentence(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
