package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"bounceback/journal/shelf"
	"bounceback/ui/page"
	"bounceback/ui/theme"
)

func (p *program) lessonsCommand() *cobra.Command {
	var asJSON, asMarkdown bool
	c := &cobra.Command{
		Use:               "lessons [QUERY…]",
		Short:             "Show what you learned, newest first",
		Long:              "Show what you learned: the takeaway, your plan, and the mistake it came from.\n\n" + queryHelp,
		Example:           "bounceback lessons\nbounceback lessons tag:network\nbounceback lessons --md",
		ValidArgsFunction: cobra.NoFileCompletions,
		Annotations:       map[string]string{"query": "yes"},
		RunE: func(cmd *cobra.Command, words []string) error {
			if asJSON && asMarkdown {
				return usageError{"--json and --md don't go together"}
			}
			return p.lessons(cmd.Context(), words, asJSON, asMarkdown)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON, for programs")
	c.Flags().BoolVar(&asMarkdown, "md", false, "as Markdown")
	return c
}

// lessonRow is a lesson as programs see it. The names are a promise.
type lessonRow struct {
	row
	Takeaway string `json:"takeaway"`
	Cue      string `json:"cue"`
	Plan     string `json:"plan"`
}

func (p *program) lessons(ctx context.Context, words []string, asJSON, asMarkdown bool) error {
	d, conf, err := p.desk()
	if err != nil {
		return err
	}
	all, match, code, err := p.read(ctx, d, words)
	if err != nil {
		return err
	}
	cards := all.View(shelf.Newest, func(c *shelf.Card) bool { return c.IsLesson() && match(c) })
	code = p.hint(words, all, cards, code)
	switch {
	case asJSON:
		rows := make([]lessonRow, len(cards))
		for i, c := range cards {
			rows[i] = lessonRow{rowOf(c), c.Takeaway, c.Cue, c.Plan}
		}
		err = p.printJSON(rows)
	case asMarkdown:
		for i, c := range cards {
			if f, oerr := d.Open(c.Path); oerr == nil {
				p.print("%s%s", strings.Repeat("\n", min(i, 1)), page.Lesson(&f.Entry))
			}
		}
	default:
		p.printLessons(all, cards, p.theme(p.ascii(conf)))
	}
	if len(cards) == 0 && !asJSON {
		if len(words) == 0 && all.Len() > 0 {
			p.Env.Note("No lessons yet. There is time: they come when it hurts less.")
		} else {
			p.nothing(all, "no lesson fits: "+strings.Join(words, " "))
		}
	}
	return ended(err, code)
}

func (p *program) printLessons(all shelf.Shelf, cards []*shelf.Card, t *theme.Theme) {
	short := shortest(all)
	for i, c := range cards {
		if i > 0 {
			p.print("\n")
		}
		day := c.Happened
		if day.IsZero() {
			day = c.Captured
		}
		from := dayText(day.Short()) + "  " + short(c.ID) + "  " + theme.Clean(c.Name())
		for n, line := range append(p.wrapped(page.LessonText(c.Takeaway, c.Cue, c.Plan), t), from) {
			if n > 0 {
				line = "  " + line
			}
			if p.Env.OutTTY {
				line = t.Cut(line, max(p.Width(), 20))
			}
			p.print("%s\n", line)
		}
	}
}

// wrapped cleans a text and breaks its lines for the terminal; elsewhere lines stay whole.
func (p *program) wrapped(text string, t *theme.Theme) []string {
	lines := strings.Split(theme.CleanLines(text), "\n")
	if !p.Env.OutTTY {
		return lines
	}
	var out []string
	for _, l := range lines {
		out = append(out, theme.Wrap(l, max(p.Width()-2, 18))...)
	}
	return out
}
