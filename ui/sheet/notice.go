package sheet

import (
	"strings"

	"bounceback/ui/theme"
)

// Notice sets a few calm lines in the middle of w×h cells: what stands where a list would be. The first is in the
// foreground. Lines that are too long wrap; the result may be narrower and lower than w×h.
func Notice(t *theme.Theme, w, h int, lines ...string) string {
	var out []string
	for i, l := range lines {
		style := t.Dim
		if i == 0 {
			style = t.Text
		}
		for _, part := range theme.Wrap(l, max(w-2, 1)) {
			out = append(out, strings.Repeat(" ", max((w-theme.Width(part))/2, 0))+style.Render(part))
		}
	}
	return strings.Repeat("\n", max((h-len(out))/2, 0)) + strings.Join(out, "\n")
}
