package report

import (
	"strings"

	"github.com/rivo/uniseg"
)

// writeText writes blocks as plain text.
func writeText(bs []block) string {
	var b strings.Builder
	for i, bl := range bs {
		if i > 0 {
			b.WriteString("\n")
		}
		switch bl.kind {
		case heading:
			headingText(&b, spansText(bl.spans), bl.level)
		case paragraph:
			b.WriteString(spansText(bl.spans) + "\n")
		case prose:
			b.WriteString(bl.text + "\n")
		case list:
			itemsText(&b, bl.items, "")
		case rule:
			b.WriteString("* * *\n")
		}
	}
	return b.String()
}

// headingText underlines a heading, as wide as it is, and ends a small one with a colon.
func headingText(b *strings.Builder, text string, level int) {
	under := [...]string{1: "=", 2: "-", 3: ""}[level]
	if under == "" && !strings.HasSuffix(text, "?") {
		text += ":"
	}
	b.WriteString(text + "\n")
	if under != "" {
		b.WriteString(strings.Repeat(under, min(max(uniseg.StringWidth(text), 3), 72)) + "\n")
	}
}

func itemsText(b *strings.Builder, items []item, indent string) {
	for _, it := range items {
		b.WriteString(indent + [...]string{none: "- ", open: "[ ] ", ticked: "[x] "}[it.box] + spansText(it.spans) + "\n")
		below := indent + "  "
		if it.box != none {
			below = indent + "    "
		}
		itemsText(b, it.items, below)
	}
}

func spansText(spans []span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.text)
	}
	return b.String()
}
