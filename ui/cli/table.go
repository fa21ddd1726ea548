package cli

import (
	"slices"
	"strings"

	"bounceback/journal"
	"bounceback/journal/shelf"
	"bounceback/ui/theme"
)

// theme returns the glyphs and the measures for this terminal. The shell's output has no colors.
func (p *program) theme(ascii bool) *theme.Theme {
	return theme.New(theme.Options{Name: theme.Plain, ASCII: ascii})
}

// table prints cards as lines, cut to the width of a terminal; whole when they go elsewhere.
func (p *program) table(all shelf.Shelf, cards []*shelf.Card, t *theme.Theme) {
	short := shortest(all)
	rows := make([][]string, len(cards))
	for i, c := range cards {
		next := string(c.NextStep)
		if c.Mended {
			next = "mended"
		}
		day := c.Happened
		if day.IsZero() {
			day = c.Captured
		}
		rows[i] = []string{dayText(day.Short()), theme.Clean(string(c.Severity)), seam(c.Statuses, t), next, short(c.ID), theme.Clean(c.Name())}
	}
	p.columns(rows, t)
}

func dayText(s string) string { return s[:min(len(s), len("2006-01-02"))] }

// columns prints rows with their cells below one another. The last cell takes what is left of the width.
func (p *program) columns(rows [][]string, t *theme.Theme) {
	var widths []int
	for _, r := range rows {
		for i, cell := range r {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], theme.Width(cell))
		}
	}
	total := 0
	if p.Env.OutTTY {
		total = p.Width()
	}
	for _, r := range rows {
		var b strings.Builder
		for i, cell := range r {
			if i < len(r)-1 {
				cell = theme.Pad(cell, widths[i]) + "  "
			}
			b.WriteString(cell)
		}
		line := strings.TrimRight(b.String(), " ")
		if total > 0 {
			line = t.Cut(line, total)
		}
		p.print("%s\n", line)
	}
}

// seam draws how far each step has come, one character a step; a skipped one is a gap, as on screen.
func seam(s [4]journal.Status, t *theme.Theme) string {
	var b strings.Builder
	for _, st := range s {
		switch st {
		case journal.Done:
			b.WriteString(t.Glyphs.Done)
		case journal.Doing:
			b.WriteString(t.Glyphs.Doing)
		case journal.Skipped:
			b.WriteString(t.Glyphs.Gap)
		default:
			b.WriteString(t.Glyphs.Todo)
		}
	}
	return b.String()
}

// shortID is how many characters of an id are shown at least, so that what was noted down holds for a while.
const shortID = 4

// shortest returns a function that cuts ids to the length at which no two of the journal look the same.
func shortest(all shelf.Shelf) func(id string) string {
	ids := make([]string, 0, all.Len())
	for i := range all.Len() {
		if id := all.At(i).ID; id != "" {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	n := shortID
	for i := 1; i < len(ids); i++ {
		if a, b := ids[i-1], ids[i]; a != b {
			same := 0
			for same < len(a) && same < len(b) && a[same] == b[same] {
				same++
			}
			n = max(n, same+1)
		}
	}
	return func(id string) string { return id[:min(n, len(id))] }
}
