package html_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"
	"github.com/google/go-cmp/cmp"
	nethtml "golang.org/x/net/html"

	"bounceback/journal"
	"bounceback/journal/demo"
	"bounceback/journal/report"
	"bounceback/journal/report/html"
	"bounceback/journal/when"
)

func page(t *testing.T, d report.Document) string {
	t.Helper()
	p, err := html.Page(d)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func entries() []journal.Entry {
	now := time.Date(2026, 11, 20, 10, 0, 0, 0, time.FixedZone("", 3600))
	return demo.Entries(now, func() string { return "2222222222" })
}

func TestPages(t *testing.T) {
	for _, e := range entries() {
		if !strings.HasPrefix(e.Title, "Rerouted") {
			continue
		}
		t.Run("full", func(t *testing.T) { golden.RequireEqual(t, page(t, report.New(&e, report.Options{To: "Sam"}))) })
		t.Run("letter", func(t *testing.T) { golden.RequireEqual(t, page(t, report.NewLetter(e.Apologies[0]))) })
		e.Report.Pseudonyms = true
		t.Run("pseudonyms", func(t *testing.T) {
			golden.RequireEqual(t, page(t, report.New(&e, report.Options{Copy: report.Summary})))
		})
	}
}

// elements are all that a page may be made of, with the attributes they may have.
var elements = map[string][]string{
	"html": {"lang"}, "head": nil, "meta": {"charset", "http-equiv", "content", "name"}, "title": nil, "style": nil, "body": nil, "main": nil,
	"h1": nil, "h2": nil, "h3": nil, "p": nil, "br": nil, "hr": nil, "strong": nil, "ul": nil, "li": nil, "a": {"href", "rel"},
	"input": {"type", "checked", "disabled"},
}

// harmless parses a page and checks that nothing in it can run, load or lead anywhere but to a web page or a mail address.
func harmless(t *testing.T, page string) *nethtml.Node {
	t.Helper()
	doc, err := nethtml.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for n := range doc.Descendants() {
		if n.Type == nethtml.CommentNode {
			t.Errorf("a comment %q", n.Data)
		}
		if n.Type != nethtml.ElementNode {
			continue
		}
		count[n.Data]++
		attributes, ok := elements[n.Data]
		if !ok {
			t.Errorf("an element <%s>", n.Data)
		}
		for _, a := range n.Attr {
			if !slices.Contains(attributes, a.Key) {
				t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
			}
			if a.Key == "href" {
				if u, err := url.Parse(a.Val); err != nil || !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme) {
					t.Errorf("a link to %q", a.Val)
				}
			}
			if a.Key == "type" && a.Val != "checkbox" {
				t.Errorf("an input %q", a.Val)
			}
		}
		if n.Data == "a" && !slices.Contains(n.Attr, nethtml.Attribute{Key: "rel", Val: "noopener noreferrer"}) {
			t.Errorf("a link without rel: %v", n.Attr)
		}
	}
	for _, once := range []string{"html", "head", "title", "style", "body", "main"} {
		if count[once] != 1 {
			t.Errorf("%d times <%s>", count[once], once)
		}
	}
	return doc
}

func TestPagesAreHarmless(t *testing.T) {
	for _, e := range entries() {
		for _, o := range []report.Options{{}, {Copy: report.Summary, To: "Dana"}, {Mine: true}} {
			harmless(t, page(t, report.New(&e, o)))
		}
	}
}

// hostile are texts that want to be more than text.
func hostile() []string {
	return []string{
		"<script>alert(1)</script>", "</title><script>alert(1)</script>", "</style></head><body onload=alert(1)>", "<!-- hidden", "--> <b>x</b>",
		"[x](javascript:alert(1))", "](javascript:alert(1))", "<javascript:alert(1)>", "[x]: javascript:alert(1)", "javascript:alert(1)",
		"![x](http://x.y/z.png)", "<img src=x onerror=alert(1)>", "`code` ```fence", "| a | b |\n|---|---|\n| 1 | 2 |", "&#x3c;script&#x3e; &lt;b&gt; &amp;",
		"data:text/html,<script>", "vbscript:x", "ftp://example.com/x", "file:///etc/passwd", "{{.Title}}", "<svg/onload=alert(1)>", "\"><b x='", "$x$ @a #1",
		"{#id .class onclick=x}", "# x {onclick=alert(1)}",
	}
}

// shown returns the text of the elements of a kind, one for each.
func shown(doc *nethtml.Node, kind string) []string {
	var out []string
	for n := range doc.Descendants() {
		if n.Type != nethtml.ElementNode || n.Data != kind {
			continue
		}
		var b strings.Builder
		for c := range n.Descendants() {
			if c.Type == nethtml.TextNode {
				b.WriteString(strings.ReplaceAll(c.Data, "\u00a0", " "))
			}
		}
		out = append(out, strings.TrimSpace(b.String()))
	}
	return out
}

func TestHostileTextsShowAsTyped(t *testing.T) {
	for _, text := range hostile() {
		line := strings.ReplaceAll(text, "\n", " ")
		e := &journal.Entry{Title: text, What: text}
		e.RCA.Factors = []journal.Factor{{Why: text}}
		e.RCA.Events = []journal.Event{{What: text}}
		e.Fix.Actions = []journal.Action{{Do: text}}
		e.Ledger = []journal.Notice{{To: text, Sent: when.On(when.Day{Year: 2026, Month: 11, Day: 20})}}
		doc := harmless(t, page(t, report.New(e, report.Options{Mine: true})))
		for kind, want := range map[string][]string{
			"title": {line}, "h1": {line}, "p": {text}, "li": {line, line, line, line + ": Fri 20 Nov 2026"},
		} {
			if diff := cmp.Diff(want, shown(doc, kind)); diff != "" {
				t.Errorf("%q shows differently in <%s> (-typed +shown):\n%s", text, kind, diff)
			}
		}
	}
}

func TestLinks(t *testing.T) {
	for text, want := range map[string]string{
		"see https://x.org/_a_?b=~c~&d=1.":   "https://x.org/_a_?b=~c~&d=1",
		"or www.example.com, say":            "http://www.example.com",
		"write to me@example.com":            "mailto:me@example.com",
		"https://x.org/?a=1&copy=2":          "https://x.org/?a=1&copy=2",
		"ftp://example.com/x":                "",
		"javascript:alert(1)":                "",
		"[words](https://x.org/) (a trap)":   "https://x.org/",
		"<https://x.org/>":                   "",
		"https://x.org/'onmouseover='alert":  "https://x.org/'onmouseover='alert",
		"http://x.y/&lt;":                    "http://x.y/&lt;",
		"https://x.org/?a&#60;=&amp;amp;b c": "https://x.org/?a&#60;=&amp;amp;b",
		"https://x.org/a?b=&lt;script&gt;":   "https://x.org/a?b=&lt;script&gt;",
		"www.example.com/&amp;":              "http://www.example.com/&amp;",
	} {
		doc := harmless(t, page(t, report.New(&journal.Entry{Title: "T", What: text}, report.Options{})))
		if diff := cmp.Diff([]string{text}, shown(doc, "p")); diff != "" {
			t.Errorf("%q shows differently (-typed +shown):\n%s", text, diff)
		}
		got := ""
		for n := range doc.Descendants() {
			if n.Data == "a" {
				got = n.Attr[0].Val
			}
		}
		if got != want {
			t.Errorf("%q links to %q, want %q", text, got, want)
		}
	}
}

func TestPageNeedsNothingElse(t *testing.T) {
	p := page(t, report.NewLetter(journal.Apology{Words: "I'm sorry."}))
	for _, word := range []string{"url(", "@import", "src=", "<link", "<script", "http://", "https://"} {
		if strings.Contains(p, word) {
			t.Errorf("the page has %q in it", word)
		}
	}
	for _, word := range []string{"<!doctype html>", "default-src 'none'", "width=device-width", "no-referrer", "@page", "prefers-color-scheme: dark", "<title>Letter</title>"} {
		if !strings.Contains(p, word) {
			t.Errorf("the page has no %q in it", word)
		}
	}
}
