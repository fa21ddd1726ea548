package theme

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

var names = []string{Kintsugi, Plain, HighContrast}

func TestUnknownNameIsKintsugi(t *testing.T) {
	if got := New(Options{Name: "porcelain"}).Name; got != Kintsugi {
		t.Errorf("theme %q, want %q", got, Kintsugi)
	}
	for _, name := range names {
		if got := New(Options{Name: name}).Name; got != name {
			t.Errorf("theme %q, want %q", got, name)
		}
	}
}

// luminance and contrast follow WCAG 2.2, "relative luminance" and "contrast
// ratio".
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrastFunction(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want float64
	}{{"#000000", "#ffffff", 21}, {"#777777", "#ffffff", 4.48}, {"#ffffff", "#ffffff", 1}} {
		if got := contrast(lipgloss.Color(tt.a), lipgloss.Color(tt.b)); math.Abs(got-tt.want) > 0.01 {
			t.Errorf("contrast(%s, %s) = %.2f, want %.2f", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestTextIsReadable(t *testing.T) {
	backgrounds := map[bool][]string{true: {"#1a1b26", "#000000"}, false: {"#fafafa", "#ffffff"}}
	type role struct {
		name  string
		style lipgloss.Style
		least float64
	}
	for _, name := range []string{Kintsugi, HighContrast} {
		for dark, bgs := range backgrounds {
			th := New(Options{Name: name, Dark: dark})
			roles := []role{
				{"Dim", th.Dim, 4.5}, {"KeyHelp", th.KeyHelp, 4.5}, {"Key", th.Key, 4.5}, {"Accent", th.Accent, 4.5},
				{"Gold", th.Gold, 4.5}, {"Good", th.Good, 4.5}, {"Warn", th.Warn, 4.5}, {"Error", th.Error, 4.5},
				{"Tag", th.Tag, 4.5}, {"Person", th.Person, 4.5}, {"Match", th.Match, 4.5}, {"RemarkHere", th.RemarkHere, 4.5}, {"Ghost", th.Ghost, 4.5}, {"Control", th.Control, 4.5},
				{"Faint", th.Faint, 3}, {"Placeholder", th.Placeholder, 3}, {"BorderFocus", th.BorderFocus, 3},
				{"Border", th.Border, 2},
			}
			for _, r := range roles {
				least := r.least
				if name == HighContrast {
					least = 7
				}
				fg := r.style.GetForeground()
				if _, own := fg.(lipgloss.NoColor); own {
					continue // the terminal's own foreground is the person's choice
				}
				for _, bg := range bgs {
					if got := contrast(fg, lipgloss.Color(bg)); got < least {
						t.Errorf("%s: %s on %s has contrast %.2f, want %.1f", name, r.name, bg, got, least)
					}
				}
			}
		}
	}
}

func TestPlainUsesTheTerminalsOwnColors(t *testing.T) {
	for _, dark := range []bool{true, false} {
		th := New(Options{Name: Plain, Dark: dark})
		for _, s := range []lipgloss.Style{
			th.Text, th.Dim, th.Faint, th.Strong, th.Title, th.Accent, th.Gold, th.Border, th.BorderFocus, th.Bar, th.Selected,
			th.SelectedDim, th.Key, th.KeyHelp, th.Good, th.Warn, th.Error, th.Tag, th.Person, th.Match, th.Placeholder,
			th.Selection, th.Remark, th.RemarkHere, th.Ghost, th.Control,
		} {
			switch c := s.GetForeground().(type) {
			case lipgloss.NoColor, ansi.BasicColor:
			default:
				t.Errorf("dark=%v: color %v in %q", dark, c, s.Render("x"))
			}
		}
	}
}

// What must be told apart without color differs in weight, line or glyph.
func TestNothingDependsOnColorAlone(t *testing.T) {
	attributes := func(s lipgloss.Style) string {
		s = s.UnsetForeground()
		return s.Render("x")
	}
	for _, name := range names {
		th := New(Options{Name: name, Dark: true})
		pairs := map[string][2]lipgloss.Style{
			"selected": {th.Selected, th.Text}, "key": {th.Key, th.KeyHelp}, "match": {th.Match, th.Text},
			"remark": {th.Remark, th.Text}, "the one that is shown": {th.RemarkHere, th.Remark}, "ghost": {th.Ghost, th.Text},
			"selection": {th.Selection, th.Text}, "title": {th.Title, th.Dim},
			"placeholder": {th.Placeholder, th.Text}, "error": {th.Error, th.Text},
		}
		for what, p := range pairs {
			if attributes(p[0]) == attributes(p[1]) {
				t.Errorf("%s: without color, %s looks like its surroundings", name, what)
			}
		}
	}
	for _, ascii := range []bool{false, true} {
		th := New(Options{ASCII: ascii})
		seen := map[string]bool{}
		for s := range Segment(segmentCount) {
			seen[ansi.Strip(th.Segment(s))] = true
		}
		if len(seen) != segmentCount {
			t.Errorf("ascii=%v: only %d different segments", ascii, len(seen))
		}
	}
}

func TestAsciiGlyphsAreAscii(t *testing.T) {
	for _, r := range fmt.Sprint(asciiGlyphs()) {
		if r > '~' {
			t.Errorf("%q among the ASCII glyphs", r)
		}
	}
}

func TestSeam(t *testing.T) {
	th := New(Options{Dark: true})
	states := [4]Segment{SegmentDone, SegmentGap, SegmentDoing, SegmentTodo}
	got := th.Seam(states)
	if s := ansi.Strip(got); s != "━ ─╌" {
		t.Errorf("seam %q", s)
	}
	if !strings.HasPrefix(got, th.Gold.Render("━")) {
		t.Errorf("what is mended is not gold: %q", got)
	}
	if s := ansi.Strip(New(Options{ASCII: true}).Seam(states)); s != "= -." {
		t.Errorf("ASCII seam %q", s)
	}
	if s := ansi.Strip(th.Segment(200)); s != "╌" {
		t.Errorf("unknown segment %q", s)
	}
}

func TestSeamWide(t *testing.T) {
	th := New(Options{Dark: true})
	all := [4]Segment{SegmentDone, SegmentDone, SegmentDone, SegmentDone}
	if got := ansi.Strip(th.SeamWide(all, 17)); got != "━━━━╍━━━━╍━━━╍━━━" {
		t.Errorf("mended seam %q", got)
	}
	mixed := [4]Segment{SegmentDone, SegmentDoing, SegmentGap, SegmentTodo}
	if got := ansi.Strip(th.SeamWide(mixed, 11)); got != "━━ ──    ╌╌" {
		t.Errorf("mixed seam %q", got)
	}
	for w := -1; w < 100; w++ {
		if got := Width(th.SeamWide(mixed, w)); got != max(w, 0) {
			t.Errorf("SeamWide(%d) is %d cells wide", w, got)
		}
	}
}

func TestSpark(t *testing.T) {
	th := New(Options{Dark: true})
	tests := []struct {
		levels []int
		limit  int
		want   string
	}{
		{nil, 10, ""},
		{[]int{0, 5, 10}, 10, "▁▅█"},
		{[]int{9, 8, 6}, 10, "▇▇▅"},
		{[]int{-3, 99}, 10, "▁█"},
		{[]int{0, 2, 4}, 0, "▁▅█"},
		{[]int{0, 0}, 0, "▁▁"},
	}
	for _, tt := range tests {
		if got := ansi.Strip(th.Spark(tt.levels, tt.limit)); got != tt.want {
			t.Errorf("Spark(%v, %d) = %q, want %q", tt.levels, tt.limit, got, tt.want)
		}
	}
}
