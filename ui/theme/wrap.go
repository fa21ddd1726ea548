package theme

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Wrap cleans s as [CleanLines] does and breaks it into lines of at most w
// cells, between words where possible (as the Unicode line breaking rules say,
// so Chinese and Japanese text wraps too). Spaces at a break are dropped. The
// result has at least one line; w below 1 counts as 1. A character too wide
// for w shows as "?". Styled text does not survive: style the lines.
func Wrap(s string, w int) []string {
	w = max(w, 1)
	var out []string
	for line := range strings.SplitSeq(CleanLines(s), "\n") {
		if Width(line) <= w {
			out = append(out, line)
			continue
		}
		out = wrapLine(out, line, w)
	}
	return out
}

// wrapLine appends to out the lines that one long line breaks into.
func wrapLine(out []string, line string, w int) []string {
	var cur strings.Builder
	used, state := 0, -1
	flush := func() {
		out = append(out, strings.TrimRight(cur.String(), " "))
		cur.Reset()
		used = 0
	}
	for len(line) > 0 {
		var word string
		word, line, _, state = uniseg.FirstLineSegmentInString(line, state)
		solid := Width(strings.TrimRight(word, " "))
		if used > 0 && used+solid > w {
			flush()
		}
		if solid > w {
			out, word = breakWord(out, word, w)
		}
		cur.WriteString(word)
		used += Width(word)
	}
	if cur.Len() > 0 {
		flush()
	}
	return out
}

// breakWord appends the full lines of a word wider than w and returns its rest.
func breakWord(out []string, word string, w int) ([]string, string) {
	for Width(strings.TrimRight(word, " ")) > w {
		end, _ := split(word, w)
		if end == 0 {
			n, _ := token(word)
			out = append(out, "?")
			word = word[n:]
			continue
		}
		out = append(out, word[:end])
		word = word[end:]
	}
	return out, word
}
