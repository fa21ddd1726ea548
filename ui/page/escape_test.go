package page_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/ansi"
	xansi "github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/ui/page"
)

// render draws Markdown as the screen does, in cells without styles, and returns the lines without the spaces around.
func render(t *testing.T, markdown string) []string {
	t.Helper()
	r, err := glamour.NewTermRenderer(
		glamour.WithStyles(ansi.StyleConfig{}), glamour.WithWordWrap(2000), glamour.WithPreservedNewLines())
	if err != nil {
		t.Fatal(err)
	}
	out, err := r.Render(markdown)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for l := range strings.SplitSeq(xansi.Strip(out), "\n") {
		lines = append(lines, strings.TrimRight(strings.ReplaceAll(l, "\u00a0", " "), " "))
	}
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// typed renders the page of an entry that has only this text and returns the lines of the text.
func typed(t *testing.T, text string) []string {
	t.Helper()
	lines := render(t, page.Markdown(&journal.Entry{Title: "T", What: text}, false))
	if len(lines) < 2 || lines[0] != "T" {
		t.Fatalf("no title in %q", lines)
	}
	for lines = lines[1:]; len(lines) > 0 && lines[0] == ""; lines = lines[1:] {
	}
	return lines
}

func texts() []string {
	return []string{
		"plain", "two\nlines", "a paragraph\n\nanother", "a wide\n\n\n\ngap",
		"# not a heading", "####### nor this", "#tag", "- not a list\n- at all", "+ nor this", "* nor that", "1. not one", "12) not twelve",
		"1.5 is a number", "-5 degrees", "> not a quote", ">> nor this", "---", "***", "___", "a title\n===", "a title\n---", "= = =",
		"*stars* and **more**", "_lines_ and __more__", "snake_case_name", "_private", "2*3*4", "`code` and ``more``", "```\nfence\n```",
		"~~~\nfence\n~~~", "~a\nb~", "~gone~ and ~~gone~~", "~/bin", "[a link](http://x.y)", "[ref]: http://x.y", "![image](x.png)", "[ ] a box", "[^1]",
		"<b>bold</b>", "</b>", "<!-- hidden -->", "<?php", "1 < 2 > 1", "a<b", "<me@x.y>", "&amp; &lt; &copy; &#65;", "AT&T", "R&D", "fish & chips",
		`C:\Users\me`, `a\*b`, `end\`, `\\server\share`, `\n`, "a | b\n--|--\n1 | 2", "| a |\n|---|", "term\n: what it means", ":) smile", "::",
		"http://example.com/a_b_/c*d", "see https://x.org/_a_?b=~c~&d.", "me@example.com", "日本語と*星*", "🙂_smile_🙂", "    four spaces", "  two\n one",
		"a  b   c", "trailing   \nspaces", "5 * 3 * 2", "* * *", "!bang", "a\\\nb", "**", "``", "~~", "_", "(c) 2026", "...", "--",
	}
}

func TestTextShowsAsTyped(t *testing.T) {
	for _, text := range texts() {
		var want []string
		for l := range strings.SplitSeq(text, "\n") {
			want = append(want, strings.TrimRight(l, " "))
		}
		if diff := cmp.Diff(want, typed(t, text)); diff != "" {
			t.Errorf("%q shows differently (-typed +shown):\n%s", text, diff)
		}
	}
}

// What belongs on one line shows as typed in a heading, in a list, in a check list and behind a label.
func TestShortTextShowsAsTyped(t *testing.T) {
	for _, text := range append(texts(), "Learn C #", "##", "# #", "in C#", "a #b #") {
		text = strings.Join(strings.Fields(text), " ")
		e := &journal.Entry{Title: text, Tags: []string{text}}
		e.RCA.Factors = []journal.Factor{{Why: text}, {Level: 1, Why: text}}
		e.Fix.Actions = []journal.Action{{Do: text}}
		e.Apologies = []journal.Apology{{To: text}}
		var got []string
		for _, l := range render(t, page.Markdown(e, false)) {
			if l != "" {
				got = append(got, l)
			}
		}
		want := []string{
			text, "Tags: " + text, "Fix it & share it", "What to do", text, "How it came about", "What contributed", text, text,
			"Apologize", "To " + text,
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q shows differently (-typed +shown):\n%s", text, diff)
		}
	}
}

// Random lines of all that means something to Markdown show as typed, too.
func TestHostileTextShowsAsTyped(t *testing.T) {
	pieces := []string{
		"#", "##", "-", "--", "+", "*", "**", "_", "__", "`", "```", "~", "~~", ">", "<", "</", "[", "]", "(", ")", "!", "|", ":", "=", "\\", "&",
		"&amp;", "&#35;", "1.", "2)", "a", "word", "x_y", " ", " ", " ", "  ", "日本", "é", "🙂", "\n", "\n", "\n\n", "b>", "]:", ".", ",", "0",
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 600 {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		text := "x\n" + b.String() + "\nx"
		var want []string
		for l := range strings.SplitSeq(text, "\n") {
			want = append(want, strings.TrimRight(l, " "))
		}
		if diff := cmp.Diff(want, typed(t, text)); diff != "" {
			t.Fatalf("%q shows differently (-typed +shown):\n%s\n%s", text, diff, page.Markdown(&journal.Entry{What: text}, false))
		}
	}
}

// An address stays whole, so that a renderer makes a link of it that leads where it should.
func TestAddressesStayWhole(t *testing.T) {
	for _, address := range []string{"https://x.org/_a_?b=~c~&d=1", "http://example.com/a_/b", "https://en.wikipedia.org/wiki/Kintsugi_"} {
		if got := page.Markdown(&journal.Entry{What: "see " + address + ", *there*"}, false); !strings.Contains(got, "see "+address) {
			t.Errorf("%s became %q", address, got)
		}
	}
}
