package filter

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/rivo/uniseg"

	"bounceback/journal/shelf"
)

// Highlight draws one line of cleaned text in base, and in match where one of the words stands. The words are folded, as
// [query.Query.Words] gives them.
func Highlight(text string, words []string, base, match lipgloss.Style) string {
	if len(words) == 0 {
		return base.Render(text)
	}
	folded, at := fold(text)
	hit := make([]bool, len(text))
	for _, w := range words {
		for from := 0; w != ""; {
			i := strings.Index(folded[from:], w)
			if i < 0 {
				break
			}
			start, end := from+i, from+i+len(w)
			for at[end] == at[end-1] { // the word ends within a character: take all of it
				end++
			}
			for j := at[start]; j < at[end]; j++ {
				hit[j] = true
			}
			from += i + len(w)
		}
	}
	if !slices.Contains(hit, true) {
		return base.Render(text)
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		j := i
		for j < len(text) && hit[j] == hit[i] {
			j++
		}
		style := base
		if hit[i] {
			style = match
		}
		b.WriteString(style.Render(text[i:j]))
		i = j
	}
	return b.String()
}

// fold returns the folded text and, for each byte of it and its end, where its character stands in text.
func fold(text string) (string, []int) {
	var b strings.Builder
	var at []int
	for i := 0; i < len(text); {
		cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(text[i:], -1)
		f := shelf.Fold(cluster)
		b.WriteString(f)
		for range len(f) {
			at = append(at, i)
		}
		i += len(cluster)
	}
	return b.String(), append(at, len(text))
}
