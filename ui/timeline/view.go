package timeline

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/shelf"
	"bounceback/journal/when"
	"bounceback/ui/filter"
	"bounceback/ui/theme"
)

// View draws the pane, exactly as large as it is.
func (m *Model) View() string {
	return m.theme.Frame(m.title(), m.rows.View(m.instead()...), m.w, m.h, !m.unfocused)
}

// title is the frame's: it names the order when it is not the usual one.
func (m *Model) title() string {
	dot := " " + m.theme.Glyphs.Dot + " "
	switch m.order {
	case shelf.Oldest:
		return "Timeline" + dot + "oldest first"
	case shelf.ByPain:
		return "Timeline" + dot + "by severity"
	case shelf.ByNext:
		return "Timeline" + dot + "by next step"
	}
	return "Timeline"
}

// count stands beside the filter, and nowhere else.
func (m *Model) count() string {
	if m.rows.Filter.Query() == "" {
		return ""
	}
	return fmt.Sprintf("%d of %d", len(m.cards), m.total)
}

// instead is what to say where there are no rows.
func (m *Model) instead() []string {
	switch {
	case m.loading:
		return nil
	case m.total == 0:
		return []string{"Mistakes are welcome here.", "One line is enough. The rest can wait.", "Press " + m.keys.capture + " when you are ready."}
	case m.rows.Filter.Query() != "":
		return m.rows.Filter.Nothing(m.keys.Back)
	}
	return nil
}

// Cursor returns where the text cursor is, relative to the pane; nil when nobody types.
func (m *Model) Cursor() *tea.Cursor { return m.rows.Cursor() }

// group is what rows under one heading have in common.
type group struct {
	month int
	word  string
}

func (m *Model) group(i int) group {
	c := m.cards[i]
	switch m.order {
	case shelf.ByPain:
		return group{word: string(c.Severity)}
	case shelf.ByNext:
		return group{word: stage(c)}
	}
	d := day(c)
	return group{month: d.Year*12 + int(d.Month)}
}

func (m *Model) head(i, w int) string {
	c := m.cards[i]
	var text string
	switch m.order {
	case shelf.ByPain:
		text = theme.Clean(string(c.Severity))
		if text == "" {
			text = "no severity"
		}
	case shelf.ByNext:
		text = stage(c)
	default:
		text = "without a date"
		if d := day(c); !d.IsZero() {
			text = d.Format("January 2006")
		}
	}
	return " " + m.theme.Accent.Render(m.theme.Cut(text, w-1))
}

// stage is the next open step of a card, in a word.
func stage(c *shelf.Card) string {
	switch {
	case c.Broken != "":
		return "can't be read"
	case c.Mended:
		return "mended"
	}
	return strings.ToLower(theme.Clean(c.NextStep.Title()))
}

func moment(c *shelf.Card) when.Moment {
	if c.Happened.IsZero() {
		return c.Captured
	}
	return c.Happened
}

// day is the day a card stands under; zero when it has none.
func day(c *shelf.Card) when.Day {
	if at := moment(c); !at.IsZero() {
		return at.Day()
	}
	return when.Day{}
}

// row draws one entry on two lines.
func (m *Model) row(i, w int, selected bool) []string {
	c, t := m.cards[i], m.theme
	bar, title, dim := " ", t.Text, t.Dim
	if selected {
		bar, title, dim = t.Bar.Render(t.Glyphs.Bar), t.Selected, t.SelectedDim
	}
	if c.Broken != "" {
		return []string{
			bar + t.Warn.Render(t.Cut("! "+theme.Clean(c.Title), w-1)),
			bar + dim.Render(t.Cut(theme.Clean(where(c)), w-1)),
		}
	}
	first := bar + filter.Highlight(t.Cut(theme.Clean(c.Name()), w-1), m.rows.Filter.Parsed().Words(), title, t.Match)
	next := stage(c)
	if c.SameAs != "" { // else it has the same title as the one it was split from, and nothing tells them apart
		next += " " + t.Glyphs.Dot + " other version"
	}
	if c.Locked != "" {
		next = "read-only " + t.Glyphs.Dot + " " + next
	}
	second := bar + dim.Render(theme.Pad(m.facts(c), m.column())) + "  " + t.Seam(segments(c.Statuses)) + "  " + dim.Render(next)
	return []string{first, t.Cut(second, w)}
}

// where is why and where a file can't be read.
func where(c *shelf.Card) string {
	if c.Line > 0 {
		return fmt.Sprintf("line %d: %s", c.Line, c.Broken)
	}
	return c.Broken
}

// facts is the date and the severity; the year only where no heading says it.
func (m *Model) facts(c *shelf.Card) string {
	var date string
	if d := day(c); !d.IsZero() {
		date = d.Format(m.dateLayout())
	}
	severity := m.theme.Cut(theme.Clean(string(c.Severity)), 12)
	if severity == "" || date == "" {
		return date + severity
	}
	return date + " " + m.theme.Glyphs.Dot + " " + severity
}

func (m *Model) dateLayout() string {
	if m.order == shelf.ByPain || m.order == shelf.ByNext {
		return "2 Jan 2006"
	}
	return "2 Jan"
}

// column is how wide the facts are, so that the seams stand below one another: a date and the longest severity.
func (m *Model) column() int { return len(m.dateLayout()) + len("12 · stumble") - len("·") }

func segments(ss [4]journal.Status) (out [4]theme.Segment) {
	for i, s := range ss {
		out[i] = segment(s)
	}
	return out
}

func segment(s journal.Status) theme.Segment {
	switch s {
	case journal.Doing:
		return theme.SegmentDoing
	case journal.Done:
		return theme.SegmentDone
	case journal.Skipped:
		return theme.SegmentGap
	}
	return theme.SegmentTodo
}
