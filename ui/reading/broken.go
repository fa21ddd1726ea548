package reading

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"bounceback/ui/theme"
)

// broken is a file that can't be read as an entry.
type broken struct {
	path   string
	line   int // from 1; 0 when not known
	reason string
	text   string
}

const (
	around  = 1000 // how many lines before and after the broken one are shown
	longest = 4000 // how many bytes of one line are shown
)

// lines says what is wrong and what to do, and shows the file with its line numbers.
func (b *broken) lines(t *theme.Theme, w int, editorKey string) string {
	var out []string
	add := func(style lipgloss.Style, text string) {
		for _, l := range theme.Wrap(text, w) {
			out = append(out, style.Render(l))
		}
	}
	add(t.Strong, b.path)
	reason := b.reason
	if b.line > 0 {
		reason = fmt.Sprintf("Line %d: %s", b.line, b.reason)
	}
	add(t.Warn, reason)
	out = append(out, "")
	advice := "Mend it by hand. Nothing is written to it until it can be read again."
	if editorKey != "" {
		advice = "Mend it with " + editorKey + ", or by hand. Nothing is written to it until it can be read again."
	}
	add(t.Text, advice)
	return strings.Join(append(append(out, ""), b.numbered(t, w)...), "\n")
}

// numbered is the text around the broken line; that line has a mark before it.
func (b *broken) numbered(t *theme.Theme, w int) []string {
	all := strings.Split(strings.TrimRight(b.text, "\n"), "\n")
	from := max(min(b.line, len(all))-around, 0)
	to := min(from+2*around, len(all))
	gutter := len(strconv.Itoa(to)) + 3
	var out []string
	if from > 0 {
		out = append(out, t.Dim.Render(t.Glyphs.Ellipsis))
	}
	for i := from; i < to; i++ {
		line := all[i]
		if len(line) > longest {
			line = strings.ToValidUTF8(line[:longest], "") + t.Glyphs.Ellipsis
		}
		mark, style := "  ", t.Text
		if i+1 == b.line {
			mark, style = "! ", t.Warn
		}
		for j, part := range theme.Wrap(strings.TrimSuffix(line, "\r"), max(w-gutter, 1)) {
			number := strings.Repeat(" ", gutter)
			if j == 0 {
				number = fmt.Sprintf("%s%*d ", mark, gutter-3, i+1)
			}
			out = append(out, t.Dim.Render(number)+style.Render(part))
		}
	}
	if to < len(all) {
		out = append(out, t.Dim.Render(t.Glyphs.Ellipsis))
	}
	return out
}
