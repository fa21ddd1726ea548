package markdown_test

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	gohtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"bounceback/journal/markdown"
)

// rendered returns what a reader sees of Markdown where a code host shows it, and the names of the elements that it is made of.
// Raw HTML is let through, so that one that slipped in is seen.
func rendered(t *testing.T, source string) (text string, elements []string) {
	t.Helper()
	md := goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
		goldmark.WithRendererOptions(gohtml.WithUnsafe()))
	var b bytes.Buffer
	if err := md.Convert([]byte(source), &b); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for n := range doc.Descendants() {
		switch {
		case n.Type == html.TextNode:
			out.WriteString(strings.ReplaceAll(n.Data, "\n", ""))
		case n.Type == html.CommentNode:
			elements = append(elements, "comment")
		case n.Type == html.ElementNode && n.Data == "br":
			out.WriteString("\n")
		case n.Type == html.ElementNode && n.Data == "p" && out.Len() > 0:
			out.WriteString("\n\n")
		}
		if n.Type == html.ElementNode {
			elements = append(elements, n.Data)
		}
	}
	return strings.ReplaceAll(out.String(), markdown.NBSP, " "), elements
}

// typed is what of a text is to be seen: all of it, but for spaces at the ends of lines.
func typed(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// only reports an element that a person's text must not have made.
func only(t *testing.T, text string, elements []string, allowed ...string) {
	t.Helper()
	for _, e := range elements {
		if !slices.Contains(append(allowed, "html", "head", "body", "p", "br", "a"), e) {
			t.Errorf("%q made an element %s", text, e)
		}
	}
}

func texts() []string {
	return []string{
		"plain", "two\nlines", "a paragraph\n\nanother", "# not a heading", "#tag", "- not a list\n- at all", "* nor that", "1. not one",
		"12) not twelve", "> not a quote", "---", "***", "a title\n===", "a title\n---", "*stars* and **more**", "_lines_ and __more__",
		"snake_case_name", "2*3*4", "`code` and ``more``", "```\nfence\n```", "~~~\nfence\n~~~", "~gone~ and ~~gone~~", "~a\nb~",
		"[a link](http://x.y)", "[x](javascript:alert(1))", "](javascript:alert(1))", "[x]: javascript:alert(1)\n\n[x]", "![image](x.png)",
		"[ ] a box", "[x] a box", "[^1]\n\n[^1]: a note", "<b>bold</b>", "</b>", "<!-- hidden -->", "<!--\nhidden", "<?php", "<![CDATA[x]]>",
		"<script>alert(1)</script>", "</title></head><script>x</script>", "<img src=x onerror=alert(1)>", "<javascript:alert(1)>",
		"<https://x.y>", "&amp; &lt; &copy; &#65;", "&#x3c;script&#x3e;", "AT&T", `C:\Users\me`, `a\*b`, `end\`, "a | b\n--|--\n1 | 2",
		"| a |\n|---|\n| b |", "term\n: what it means", "https://x.org/?a=1&copy=2", "    four spaces\n\n\tand a tab", "a\\\nb", "**", "~~", "-", "+", "=",
	}
}

func TestProseShowsAsTyped(t *testing.T) {
	for _, text := range texts() {
		got, elements := rendered(t, markdown.Prose(text, ""))
		want := typed(strings.ReplaceAll(text, "\t", "    "))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q shows differently (-typed +shown):\n%s", text, diff)
		}
		only(t, text, elements)
	}
}

func TestLinesShowAsTyped(t *testing.T) {
	for _, text := range append(texts(), "Learn C #", "##", "in C#") {
		text = strings.Join(strings.Fields(text), " ")
		for name, source := range map[string]string{
			"item":    "- " + markdown.Line(text),
			"task":    "- [ ] " + markdown.Line(text),
			"heading": "## " + markdown.Heading(text),
			"parts":   "- **" + markdown.Inline(text, text+text) + "** " + markdown.Inline(text, text+text),
		} {
			want := text
			if name == "parts" {
				want += " " + text
			}
			got, elements := rendered(t, source)
			if diff := cmp.Diff(want, strings.TrimPrefix(got, " ")); diff != "" {
				t.Errorf("%q shows differently in a %s (-typed +shown):\n%s", text, name, diff)
			}
			only(t, text, elements, "ul", "li", "input", "h2", "strong")
		}
	}
}

func TestHostileProseShowsAsTyped(t *testing.T) {
	pieces := []string{
		"#", "-", "--", "+", "*", "**", "_", "`", "```", "~", "~~", ">", "<", "</", "<!--", "-->", "[", "]", "(", ")", "!", "|", ":", "=", "\\", "&",
		"&amp;", "&#35;", "1.", "2)", "a", "word", "x_y", " ", " ", "  ", "日本", "é", "\n", "\n", "\n\n", "b>", "]:", "](", ".", "^", "[^1]", "0", "script>",
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		text := "x\n" + b.String() + "\nx"
		got, elements := rendered(t, markdown.Prose(text, ""))
		if diff := cmp.Diff(squeeze(typed(text)), squeeze(got)); diff != "" {
			t.Fatalf("%q shows differently (-typed +shown):\n%s\n%s", text, diff, markdown.Prose(text, ""))
		}
		only(t, text, elements)
	}
}

// squeeze makes one empty line of several, whose height is the renderer's business.
func squeeze(s string) string { return regexp.MustCompile(`\n[ \n]*\n`).ReplaceAllString(s, "\n\n") }
