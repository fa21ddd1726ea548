package prose

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
)

func styles() Styles {
	return Styles{
		Text:        lipgloss.NewStyle().Italic(true),
		Placeholder: lipgloss.NewStyle().Faint(true),
		Selection:   lipgloss.NewStyle().Reverse(true),
		Marks:       []lipgloss.Style{lipgloss.NewStyle().Underline(true), lipgloss.NewStyle().Bold(true)},
		Control:     lipgloss.NewStyle().Strikethrough(true),
	}
}

// texts are what people paste, and what goes wrong in terminals.
var texts = map[string]string{
	"empty":        "",
	"plain":        "I rerouted production traffic into the backup network, and nobody noticed for an hour.\n\nThen they did.",
	"long word":    "see https://example.org/a/very/long/address/that/does/not/end/soon?really=yes for more",
	"chinese":      "我把生产流量切换到了备用网络，一个小时没有人发现。然后他们发现了。abc 你好 def。",
	"emoji":        "ok 👩‍👩‍👧‍👦👍🏽🇺🇸🇩🇪❤️ #️⃣ ☺ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 done",
	"combining":    "cafe\u0301 Z\u0351\u036b\u0343alg\u0321o \u0301alone a\u0301\u0302\u0303",
	"rtl":          "שלום עולם, مرحبا بالعالم abc می\u200cخواهم",
	"indic":        "नमस्ते दुनिया क्षत्रिय ที่นี่ 각각 가",
	"bidi":         "abc\u202edef\u202c \u2066x\u2069 \u200e\u200f end",
	"zero width":   "a\u200bb\ufeffc\u00add\u2060e \u200d\u200c f\u2028g",
	"controls":     "bell\a esc\x1b[31mred\x1b[0m nul\x00 del\x7f c1\u009b31m back\b form\f",
	"crlf":         "one\r\ntwo\rthree",
	"tabs":         "\ta\tbb\tccc\tdddd\te",
	"invalid":      "a\xff\xfeb\xe4\xbdc\xf0\x9f\x91\u0301\xc3",
	"prepend":      "x\u0600\n\u0600\u0600 \u0d4e\x1b\u0600\t",
	"spaces":       "          \n   a          b   \n ",
	"regional":     "🇺\xff🇸🇺 🇸🇺🇸",
	"jamo":         "\u1161\u11a8 \u1100\u1161\u11a8",
	"surrogates":   "\xed\xa0\x80 \xf4\x90\x80\x80 \ufffd \U0010ffff",
	"line breaks":  "\n\n\n",
	"no-break":     "a\u00a0b\u202fc\u00a0d\u00a0e\u00a0f\u00a0g",
	"variation":    "\u2764\ufe0f\u2764\ufe0e\u2764 \ufe0f1\ufe0f\u20e3",
	"pile up":      strings.Repeat("\u0600", 20) + strings.Repeat("\ufe0f", 20) + strings.Repeat("\u1161", 20) + strings.Repeat("\u0301", 20),
	"nested emoji": "👩\u200d\u200d👧 👩\u200da \u200d👧",
}

func TestViewIsExactlyItsSize(t *testing.T) {
	sizes := []struct{ w, h int }{{0, 0}, {0, 5}, {5, 0}, {1, 1}, {1, 7}, {2, 3}, {3, 2}, {7, 4}, {10, 1}, {13, 6}, {40, 12}, {80, 24}}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			for _, size := range sizes {
				for _, o := range []Options{{}, {Styles: styles()}, {OneLine: true, ASCII: true, Styles: styles()}} {
					o.Placeholder = "Write 你好 here\tplease"
					m := field(o, size.w, size.h, "")
					checkView(t, m)
					m.SetText(text)
					var ms []Mark
					for i := 0; i+3 <= len(text); i += 4 {
						ms = append(ms, Mark{Start: i, End: i + 3, Kind: i / 4 % 2})
					}
					m.SetMarks(ms)
					checkView(t, m)
					for range 40 {
						m.Update(pressed("shift+left"))
						checkView(t, m)
					}
					for range 10 {
						m.Update(pressed("up"))
						m.Update(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
						checkView(t, m)
					}
				}
			}
		})
	}
}

// Whatever stands beside it, every character of Unicode takes the cells it was counted with.
func TestEveryCharacterKeepsItsWidth(t *testing.T) {
	for _, around := range []string{"%s", "a%sb", "%s%[1]s", "\u0600%s\x01", "\u200d%s", "👩%s", "\u1100%s\u0301"} {
		for r := rune(0); r <= 0x10ffff; r++ {
			if r >= 0x3400 && r < 0x9f00 || r >= 0xac10 && r < 0xfb00 || r >= 0x20000 && r < 0xe0000 || r >= 0xe1000 {
				r += 0xff // blocks of the same
			}
			s := fmt.Sprintf(around, string(r))
			p := painter{looks: new(looks)}
			used := p.row(s, 0, len(s), frame{w: 100}, func(int) look { return look{} })
			p.spaces(1)
			if got := lipgloss.Width(p.out.String()); got != used+1 {
				t.Errorf("%U as %q is drawn as %q: %d cells instead of %d", r, around, p.out.String(), got, used+1)
			}
		}
	}
}

// No control character reaches the terminal, be it one that it obeys, reorders by, or doesn't show.
func TestUserTextEmitsNoEscapes(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r == '\n' || r == '\t' || !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || prepends(r) {
			continue
		}
		m := field(Options{}, 8, 1, "a"+string(r)+"\n")
		m.SetCursorOffset(0)
		if v := m.View(); strings.ContainsRune(v, r) || strings.TrimRight(v, " ") == "a" {
			t.Errorf("%U behind a letter is drawn as %q", r, v)
		}
		m.SetText(string(r) + "a\n")
		m.SetCursorOffset(0)
		if v := m.View(); strings.ContainsRune(v, r) || strings.TrimRight(v, " ") == "a" {
			t.Errorf("%U before a letter is drawn as %q", r, v)
		}
	}
}

// frameTest is a text and the screen it makes: rows between bars, and under its row the cursor.
type frameTest struct {
	name, text string
	o          Options
	w, h       int
	want       string
}

func checkFrames(t *testing.T, tests []frameTest) {
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := field(tt.o, tt.w, tt.h, tt.text)
			checkView(t, m)
			if diff := cmp.Diff(strings.TrimPrefix(tt.want, "\n"), screen(m)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestWrappedFrames(t *testing.T) {
	checkFrames(t, []frameTest{
		{"wrap at spaces", "the quick brown fox|", Options{}, 10, 3, `
│the quick │
│brown fox │
          ^
│          │
`},
		{"spaces hang over the edge", "0123456789   |", Options{}, 10, 2, `
│0123456789│
          ^
│          │
`},
		{"behind a full row the cursor is the last cell", "0123456789|", Options{}, 10, 2, `
│0123456789│
          ^
│          │
`},
		{"where a word breaks the cursor begins the next row", "0123456789|abc", Options{}, 10, 2, `
│0123456789│
│abc       │
 ^
`},
		{"a long word breaks, and begins a row", "see 0123456789abcdef now|", Options{}, 10, 4, `
│see       │
│0123456789│
│abcdef now│
          ^
│          │
`},
		{"wide characters break anywhere", "abc 你好世界再见|", Options{}, 10, 3, `
│abc 你好世│
│界再见    │
       ^
│          │
`},
		{"closing punctuation stays with its word", "你好世界再。|", Options{}, 10, 3, `
│你好世界  │
│再。      │
     ^
│          │
`},
	})
}

func TestFrames(t *testing.T) {
	checkFrames(t, []frameTest{
		{"tabs", "a\tb\n\t|c", Options{}, 10, 2, `
│a   b     │
│    c     │
     ^
`},
		{"stand-ins", "\x1b(0\x00\xff\u202e\r\n|", Options{}, 10, 2, `
│␛(0␀�␦␍   │
│          │
 ^
`},
		{"stand-ins in ASCII", "\x1b(0\x00\xff\u202e|", Options{ASCII: true}, 10, 1, `
│?(0???    │
       ^
`},
		{"joiners and tags that have a use stay", "👩\u200d👧می\u200cخ|", Options{}, 8, 1, "│👩\u200d👧می\u200cخ   │\n      ^\n"},
		{"marks with nothing to mark stand on a circle", "\u0301a\n\u0e33|", Options{}, 6, 2, `
│◌́a    │
│◌ำ     │
  ^
`},
		{"placeholder", "|", Options{Placeholder: "What happened, in a few lines"}, 10, 2, `
│What      │
 ^
│happened, │
`},
		{"the view follows the caret", "1\n2\n3\n4\n5|", Options{}, 4, 2, `
│4   │
│5   │
  ^
`},
		{"one line scrolls sideways", "Rerouted the traffic|", Options{OneLine: true}, 10, 1, `
│e traffic │
          ^
`},
		{"one line with rows wraps", "Rerouted the traffic|", Options{OneLine: true}, 10, 3, `
│Rerouted  │
│the       │
│traffic   │
        ^
`},
		{"a wide character at the edge of a one-line field", "你好世界|", Options{OneLine: true}, 4, 1, `
│ 界 │
    ^
`},
	})
}

func TestStyles(t *testing.T) {
	s := Styles{
		Selection: lipgloss.NewStyle().Reverse(true),
		Marks:     []lipgloss.Style{lipgloss.NewStyle().Underline(true)},
		Control:   lipgloss.NewStyle().Bold(true),
	}
	m := field(Options{Styles: s}, 8, 2, "a[b\n|cafe\u0301\x01")
	m.SetMarks([]Mark{{Start: 3, End: 8}})
	want := "a\x1b[7mb \x1b[m     \n\x1b[4;4mcafe\u0301\x1b[m\x1b[1m␁\x1b[m   "
	if got := m.View(); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	m.SetStyles(Styles{})
	if got := m.View(); got != ansi.Strip(want) {
		t.Errorf("without styles: %q", got)
	}
}

func TestEndOfAWrappedRow(t *testing.T) {
	m := field(Options{}, 6, 3, "你|好世界")
	press(t, m, "end")
	if x, y, _ := m.Cursor(); x != 5 || y != 0 {
		t.Errorf("end shows the cursor at %d,%d", x, y)
	}
	press(t, m, "right left")
	if x, y, _ := m.Cursor(); x != 0 || y != 1 {
		t.Errorf("the start of the second row shows the cursor at %d,%d", x, y)
	}
}

func TestHeight(t *testing.T) {
	m := field(Options{}, 10, 3, "")
	if m.Height(10) != 1 || m.Height(0) != 1 {
		t.Errorf("an empty field needs %d rows", m.Height(10))
	}
	m.SetText("the quick brown fox\n\njumps")
	for w, want := range map[int]int{0: 3, 5: 6, 9: 4, 10: 4, 80: 3} {
		if got := m.Height(w); got != want {
			t.Errorf("%d rows at width %d, want %d", got, w, want)
		}
	}
	typeText(m, " over the lazy dog")
	if got := m.Height(10); got != 6 {
		t.Errorf("%d rows after typing", got)
	}
	one := field(Options{OneLine: true}, 10, 1, "the quick brown fox")
	if got := one.Height(10); got != 2 {
		t.Errorf("a one-line field needs %d rows", got)
	}
}

func TestAShorterTextFillsTheView(t *testing.T) {
	m := field(Options{}, 4, 3, "1\n2\n3\n4\n5|")
	press(t, m, "backspace backspace")
	if got, want := screen(m), "│2   │\n│3   │\n│4   │\n  ^\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestAOneLineFieldScrollsBack(t *testing.T) {
	m := field(Options{OneLine: true}, 6, 1, "the quick brown|")
	press(t, m, "ctrl+w ctrl+w")
	if got, want := screen(m), "│the   │\n     ^\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	press(t, m, "home")
	if got, want := screen(m), "│the   │\n ^\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestTopAndBottom(t *testing.T) {
	m := field(Options{}, 10, 3, "|the quick brown fox\njumps")
	var got []string
	for range 3 {
		got = append(got, fmt.Sprint(m.AtTop(), m.AtBottom()))
		press(t, m, "down")
	}
	if diff := cmp.Diff([]string{"true false", "false false", "false true"}, got); diff != "" {
		t.Error(diff)
	}
	if one := field(Options{OneLine: true}, 4, 3, "the| quick"); !one.AtTop() || !one.AtBottom() {
		t.Error("a one-line field has rows to move to")
	}
}

func TestResize(t *testing.T) {
	m := field(Options{}, 20, 5, strings.Repeat("one two three four five six\n", 200)+"|")
	for _, size := range []struct{ w, h int }{{7, 3}, {0, 0}, {80, 24}, {1, 1}, {-3, -1}, {20, 5}} {
		m.SetSize(size.w, size.h)
		checkView(t, m)
		if _, _, ok := m.Cursor(); ok != (size.w > 0 && size.h > 0) {
			t.Errorf("at %v the cursor is shown: %v", size, ok)
		}
	}
}

// A field that was scrolled shows what is above as soon as there is room for it, whoever scrolled it.
func TestAGrowingFieldFillsTheView(t *testing.T) {
	wheel := func(m *Model, b tea.MouseButton) { m.Update(tea.MouseWheelMsg{Button: b}) }
	for name, scroll := range map[string]func(*Model){
		"to the end":     func(*Model) {},
		"with the wheel": func(m *Model) { wheel(m, tea.MouseWheelUp); wheel(m, tea.MouseWheelUp); wheel(m, tea.MouseWheelDown) },
		"to the middle":  func(m *Model) { m.SetCursorOffset(0); m.SetCursorOffset(20) },
	} {
		for _, text := range []string{"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14", strings.Repeat("many words ", 10) + "\nand more"} {
			m := field(Options{}, 8, 3, text+"|")
			scroll(m)
			if m.top == (pos{}) {
				t.Fatalf("%s: nothing is scrolled", name)
			}
			for _, size := range []struct{ w, h int }{{8, 5}, {8, 0}, {8, 8}, {12, 10}, {8, 16}, {12, 30}, {0, 0}, {30, 40}} {
				m.SetSize(size.w, size.h)
				if below := size.h - 1 - m.distance(m.top, m.lastPlace(), 1000); size.h > 0 && below > 0 && m.top != (pos{}) {
					t.Errorf("%s, %dx%d: %d empty rows below, and the first row is %v", name, size.w, size.h, below, m.top)
				}
			}
			if m.top != (pos{}) {
				t.Errorf("%s: with room for all the first row is %v:\n%s", name, m.top, screen(m))
			}
		}
	}
}
