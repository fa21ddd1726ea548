package theme

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

const family = "👨\u200d👩\u200d👧"

// hostile is text that has torn frames apart before.
func hostile() []string {
	return []string{
		"", " ", "plain words", "Sent the wrong price to every customer",
		"한국어 텍스트", "中文和日本語が混ざった行", "a中b文c",
		family, "ab" + family + "cd", "👍🏽👍🏽", "🇩🇪🇫🇷", "1\ufe0f\u20e3 first", "❤\ufe0f heart",
		"cafe\u0301 e\u0301\u0302\u0303", "\u0301mark first", "שלום עולם", "مرحبا بالعالم", "می\u200cخواهم",
		"क्षि नि", "\x1b[31mred\x1b[0m text", "\x1b]8;;https://example.org\x07link\x1b]8;;\x07",
		"bell\a tab\t nul\x00 del\x7f", "\u202egnirts\u202c", "\u009b31mC1", "bad \xff\xfe utf8", "soft\u00adhyphen",
		"\U0001f3f4\U000e0067\U000e0062\U000e007f", "\u0600\u0601x", "\ufeffbom", "zero\u200bwidth", "line\u2028sep",
	}
}

func TestWidthAgreesWithTheRenderer(t *testing.T) {
	for _, s := range hostile() {
		s = Clean(s)
		for _, s := range []string{s, New(Options{Dark: true}).Error.Render(s)} {
			if got, want := Width(s), ansi.StringWidth(s); got != want {
				t.Errorf("Width(%q) = %d, the renderer says %d", s, got, want)
			}
		}
	}
}

func TestFitIsExact(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		th := New(Options{Dark: true, ASCII: ascii})
		for _, raw := range hostile() {
			for _, s := range []string{Clean(raw), th.Match.Render(Clean(raw)), th.Gold.Render("x") + th.Remark.Render(Clean(raw))} {
				for w := -1; w <= 45; w++ {
					if got := ansi.StringWidth(th.Fit(s, w)); got != max(w, 0) {
						t.Errorf("Fit(%q, %d) is %d cells wide", s, w, got)
					}
					if got := ansi.StringWidth(Crop(s, w)); got > max(w, 0) {
						t.Errorf("Crop(%q, %d) is %d cells wide", s, w, got)
					}
				}
			}
		}
	}
}

func TestCutMarksOnlyWhatIsLost(t *testing.T) {
	uni, asc := New(Options{}), New(Options{ASCII: true})
	tests := []struct {
		t    *Theme
		in   string
		w    int
		want string
	}{
		{uni, "whole", 5, "whole"},
		{uni, "longer", 5, "long…"},
		{asc, "longer", 5, "lo..."},
		{asc, "longer", 2, ".."},
		{uni, "longer", 1, "…"},
		{uni, "longer", 0, ""},
		{uni, "한국어", 4, "한…"}, // two cells and one: the next would be halved
		{uni, "1\ufe0f\u20e3x", 1, "…"},
		{uni, "e\u0301e\u0301e\u0301", 2, "e\u0301…"},
		{uni, "\x1b[1mbold text\x1b[m", 5, "\x1b[1mbold…\x1b[m"},
		{uni, "\x1b[1mbold text\x1b[m", 0, "\x1b[1m\x1b[m"},
	}
	for _, tt := range tests {
		if got := tt.t.Cut(tt.in, tt.w); got != tt.want {
			t.Errorf("Cut(%q, %d) = %q, want %q", tt.in, tt.w, got, tt.want)
		}
	}
}

func TestUnderlineKeepsClustersWhole(t *testing.T) {
	th := New(Options{Dark: true})
	for _, s := range []string{family, "cafe\u0301", "two\nlines"} {
		got := th.Remark.Render(s)
		for line := range strings.SplitSeq(s, "\n") {
			if !strings.Contains(got, line) {
				t.Errorf("underlining tore %q: %q", line, got)
			}
		}
	}
	if got := th.Remark.Render("a\nb"); strings.Contains(strings.SplitN(got, "\n", 2)[0], "a\x1b[m") {
		t.Errorf("no underline in %q", got)
	}
}

func TestFitBlockIsExact(t *testing.T) {
	body := strings.Join(hostile(), "\n")
	for w := 0; w <= 20; w += 4 {
		for h := 0; h <= 40; h += 8 {
			checkSize(t, FitBlock(CleanLines(body), w, h), w, h)
		}
	}
}

// checkSize reports when s isn't h lines of w cells.
func checkSize(t *testing.T, s string, w, h int) {
	t.Helper()
	if w < 1 || h < 1 {
		if s != "" {
			t.Errorf("%d×%d: %q, want nothing", w, h, s)
		}
		return
	}
	lines := strings.Split(s, "\n")
	if len(lines) != h {
		t.Errorf("%d×%d: %d lines", w, h, len(lines))
	}
	for y, line := range lines {
		if got := ansi.StringWidth(line); got != w {
			t.Errorf("%d×%d: line %d is %d cells wide: %q", w, h, y, got, line)
		}
	}
}

func TestWrap(t *testing.T) {
	tests := []struct {
		in   string
		w    int
		want []string
	}{
		{"", 10, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"one  two", 4, []string{"one", "two"}},
		{"a\n\nb", 10, []string{"a", "", "b"}},
		{"unbreakable", 4, []string{"unbr", "eaka", "ble"}},
		{"a unbreakable", 4, []string{"a", "unbr", "eaka", "ble"}},
		{"一二三四", 5, []string{"一二", "三四"}},
		{"二x", 1, []string{"?", "x"}},
		{"x二", 1, []string{"x", "?"}},
		{"  indented stays", 10, []string{"  indented", "stays"}},
		{"red\x1b[31m", 20, []string{"red␛[31m"}},
		{"a b", 0, []string{"a", "b"}},
		{family + family, 3, []string{family, family}},
	}
	for _, tt := range tests {
		if got := Wrap(tt.in, tt.w); !slices.Equal(got, tt.want) {
			t.Errorf("Wrap(%q, %d) = %q, want %q", tt.in, tt.w, got, tt.want)
		}
	}
}

func TestWrapNeverExceedsAndLosesNothing(t *testing.T) {
	letters := func(s string) string {
		return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u3000", " ")), "")
	}
	for _, s := range append(hostile(), strings.Join(hostile(), " ")) {
		for w := 2; w <= 40; w++ {
			lines := Wrap(s, w)
			for _, line := range lines {
				if Width(line) > w {
					t.Errorf("Wrap(%q, %d): %q is %d cells wide", s, w, line, Width(line))
				}
			}
			if got, want := letters(strings.Join(lines, "")), letters(CleanLines(s)); got != want {
				t.Errorf("Wrap(%q, %d) lost text: %q, want %q", s, w, got, want)
			}
		}
	}
}

func BenchmarkFit(b *testing.B) {
	th := New(Options{Dark: true})
	s := "Rerouted production traffic into the backup network"
	b.ReportAllocs()
	for b.Loop() {
		th.Fit(s, 40)
	}
}
