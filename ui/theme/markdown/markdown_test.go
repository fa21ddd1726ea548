package markdown_test

import (
	"strings"
	"testing"

	"charm.land/glamour/v2"
	"github.com/charmbracelet/x/ansi"

	"bounceback/ui/theme"
	"bounceback/ui/theme/markdown"
)

const page = "# Two people look\n\nBefore *every* change.\n\n> I am someone who slows down.\n\n- ask `Dana`\n- [x] wait\n\n" +
	"1. one\n\n```go\nfunc main() {}\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n[home](https://example.org)\n"

func render(t *testing.T, th *theme.Theme) string {
	t.Helper()
	r, err := glamour.NewTermRenderer(glamour.WithStyles(markdown.Style(th)), glamour.WithWordWrap(40))
	if err != nil {
		t.Fatal(err)
	}
	out, err := r.Render(page)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestPageHasNoBackgroundAndAGoldQuote(t *testing.T) {
	for _, name := range []string{theme.Kintsugi, theme.Plain, theme.HighContrast} {
		for _, dark := range []bool{true, false} {
			th := theme.New(theme.Options{Name: name, Dark: dark})
			out := render(t, th)
			for _, bg := range []string{"\x1b[48;", ";48;", "\x1b[40m", "\x1b[47m"} {
				if strings.Contains(out, bg) {
					t.Errorf("%s dark=%v: a background block in %q", name, dark, out)
				}
			}
			if !strings.Contains(ansi.Strip(out), "│ I am someone who slows down.") {
				t.Errorf("%s dark=%v: no bar beside the quote:\n%s", name, dark, ansi.Strip(out))
			}
			gold, _, _ := strings.Cut(th.Gold.Render("│"), "│")
			quote := out[:strings.Index(out, "│")]
			if !strings.HasSuffix(quote, gold) {
				t.Errorf("%s dark=%v: the bar is not gold: %q", name, dark, quote[len(quote)-20:])
			}
			if strings.HasPrefix(ansi.Strip(out), " ") {
				t.Errorf("%s dark=%v: the page has a left margin", name, dark)
			}
		}
	}
}

func TestAsciiPageIsAscii(t *testing.T) {
	out := ansi.Strip(render(t, theme.New(theme.Options{Dark: true, ASCII: true})))
	for _, r := range out {
		if r > '~' {
			t.Fatalf("%q in the ASCII page:\n%s", r, out)
		}
	}
}

// Every line of a quote has its bar, also one that is exactly as wide as there is room.
func TestFullLinesOfAQuoteKeepTheirBar(t *testing.T) {
	th := theme.New(theme.Options{})
	for width := 20; width < 60; width++ {
		r, err := glamour.NewTermRenderer(glamour.WithStyles(markdown.Style(th)), glamour.WithWordWrap(width))
		if err != nil {
			t.Fatal(err)
		}
		out, err := r.Render("> " + strings.Repeat("I put up the shelves in your hall. ", 6))
		if err != nil {
			t.Fatal(err)
		}
		for l := range strings.SplitSeq(strings.Trim(ansi.Strip(out), "\n"), "\n") {
			if strings.TrimSpace(l) != "" && !strings.HasPrefix(l, "│ ") || ansi.StringWidth(l) > width {
				t.Errorf("at %d: %q in\n%s", width, l, ansi.Strip(out))
			}
		}
	}
}
