package clean_test

import (
	"strings"
	"testing"

	"bounceback/journal/clean"
)

const family = "👨\u200d👩\u200d👧"

func TestLine(t *testing.T) {
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
		if got := clean.Line(tt.in); got != tt.line {
			t.Errorf("%s: clean.Line(%q) = %q, want %q", tt.name, tt.in, got, tt.line)
		}
		if got := clean.Lines(tt.in); got != tt.lines {
			t.Errorf("%s: clean.Lines(%q) = %q, want %q", tt.name, tt.in, got, tt.lines)
		}
	}
}

func BenchmarkLine(b *testing.B) {
	for name, s := range map[string]string{
		"ascii": strings.Repeat("Sent the wrong price. ", 10),
		"mixed": strings.Repeat("Zu spät – 中文. ", 10),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				clean.Line(s)
			}
		})
	}
}
