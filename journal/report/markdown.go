package report

import (
	"strings"

	"bounceback/journal/markdown"
)

// writeMarkdown writes blocks as CommonMark. What a person typed shows as typed.
func writeMarkdown(bs []block) string {
	var b strings.Builder
	for i, bl := range bs {
		if i > 0 {
			b.WriteString("\n")
		}
		switch bl.kind {
		case heading:
			b.WriteString(strings.Repeat("#", bl.level) + " " + markdown.Heading(bl.spans[0].text) + "\n")
		case paragraph:
			b.WriteString(spansMarkdown(bl.spans) + "\n")
		case prose:
			b.WriteString(markdown.Prose(bl.text, "") + "\n")
		case list:
			itemsMarkdown(&b, bl.items, "")
		case rule:
			b.WriteString("---\n")
		}
	}
	return b.String()
}

func itemsMarkdown(b *strings.Builder, items []item, indent string) {
	for _, it := range items {
		b.WriteString(indent + "- " + [...]string{none: "", open: "[ ] ", ticked: "[x] "}[it.box] + spansMarkdown(it.spans) + "\n")
		itemsMarkdown(b, it.items, indent+"  ")
	}
}

func spansMarkdown(spans []span) string {
	var whole strings.Builder
	for _, s := range spans {
		whole.WriteString(s.text)
	}
	var b strings.Builder
	for i, s := range spans {
		switch {
		case s.text == "":
		case s.strong:
			b.WriteString("**" + markdown.Inline(s.text, whole.String()) + "**")
		case i == 0:
			b.WriteString(markdown.Within(s.text, whole.String()))
		default:
			b.WriteString(markdown.Inline(s.text, whole.String()))
		}
	}
	return b.String()
}
