package theme

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, line, lines string }{
		{"plain", "as it was", "as it was", "as it was"},
		{"escape sequence", "\x1b[31mred\x1b[0m", "␛[31mred␛[0m", "␛[31mred␛[0m"},
		{"clipboard sequence", "\x1b]52;c;eA==\a", "␛]52;c;eA==␇", "␛]52;c;eA==␇"},
		{"nul and del", "a\x00b\x7f", "a␀b␡", "a␀b␡"},
		{"del alone", "\x7f", "␡", "␡"},
		{"C1", "\u009b31m", "�31m", "�31m"},
		{"line breaks", "a\nb\r\nc\rd", "a b c d", "a\nb\nc\nd"},
		{"run of breaks", "a\r\n\n\tb", "a b", "a\n\n    b"},
		{"tab", "a\tb", "a b", "a    b"},
		{"unicode line breaks", "a\u2028b\u2029c", "a b c", "a\nb\nc"},
		{"bidi override", "\u202eevil\u202c \u2066x\u2069\u200f", "evil x", "evil x"},
		{"zero width", "z\u200be\ufeffr\u2060o\u00ad", "zero", "zero"},
		{"family", family, family, family},
		{"lone joiner", "a\u200db\u200d", "ab", "ab"},
		{"persian joiner", "می\u200cخواهم", "می\u200cخواهم", "می\u200cخواهم"},
		{"keycap", "1\ufe0f\u20e3", "1\ufe0f\u20e3", "1\ufe0f\u20e3"},
		{"combining", "e\u0301", "e\u0301", "e\u0301"},
		{"mark on nothing", "\u0301a", "◌\u0301a", "◌\u0301a"},
		{"mark after a break", "a\n\u0301", "a ◌\u0301", "a\n◌\u0301"},
		{"selector on nothing", "\ufe0fa", "a", "a"},
		{"right to left", "שלום", "שלום", "שלום"},
		{"flag of tags", "\U0001f3f4\U000e0067\U000e007f", "\U0001f3f4\U000e0067\U000e007f", "\U0001f3f4\U000e0067\U000e007f"},
		{"hidden tags", "a\U000e0067b", "ab", "ab"},
		{"invalid", "a\xff\xfeb\xc3", "a��b�", "a��b�"},
		{"arabic number sign", "\u0600١", "�١", "�١"},
	}
	for _, tt := range tests {
		if got := Clean(tt.in); got != tt.line {
			t.Errorf("%s: Clean(%q) = %q, want %q", tt.name, tt.in, got, tt.line)
		}
		if got := CleanLines(tt.in); got != tt.lines {
			t.Errorf("%s: CleanLines(%q) = %q, want %q", tt.name, tt.in, got, tt.lines)
		}
	}
}

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

func BenchmarkClean(b *testing.B) {
	for name, s := range map[string]string{
		"ascii": strings.Repeat("Sent the wrong price. ", 10),
		"mixed": strings.Repeat("Zu spät – 中文. ", 10),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Clean(s)
			}
		})
	}
}

func TestSentence(t *testing.T) {
	for in, want := range map[string]string{"": "", "its file is gone": "Its file is gone", "“noonish” is no day": "“noonish” is no day", "über": "Über", "\x1b[1mx": Clean("\x1b[1mx")} {
		if got := Sentence(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
