package cli

import (
	"context"

	"github.com/spf13/cobra"

	"bounceback/ui/cli/quick"
	"bounceback/ui/page"
	"bounceback/ui/theme"
)

func (p *program) dueCommand() *cobra.Command {
	var prompt bool
	c := &cobra.Command{
		Use:   "due",
		Short: "Show what waits for you",
		Long: "Show what waits for you: a promise or an action whose day has come, an apology written and not said, somebody who " +
			"has not been told, a step you began.\n\nWith --prompt it prints a word and a number for the prompt of your shell, or " +
			"nothing when nothing waits; never a title or a name.",
		Example: "bounceback due\nbounceback due --prompt",
		Args:    nothingMore,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if prompt {
				return ended(nil, quick.DuePrompt(p.Env, p.flags))
			}
			return p.due(cmd.Context())
		},
	}
	c.Flags().BoolVar(&prompt, "prompt", false, "a word and a number for a shell prompt")
	return c
}

func (p *program) due(ctx context.Context) error {
	d, conf, err := p.desk()
	if err != nil {
		return err
	}
	all, _, code, err := p.read(ctx, d, nil)
	if err != nil {
		return err
	}
	now, short, t := p.Env.Now(), shortest(all), p.theme(p.ascii(conf))
	var rows [][]string
	for _, w := range all.Waiting(now) {
		todo := theme.Clean(page.What(w.Wait))
		if p.Env.OutTTY {
			todo = t.Cut(todo, widestWait)
		}
		rows = append(rows, []string{short(w.Card.ID), page.Since(w.Wait, now), todo, theme.Clean(w.Card.Name())})
	}
	p.columns(rows, t)
	if len(rows) == 0 {
		p.Env.Note("Nothing waits.")
	}
	return ended(nil, code)
}

// widestWait is how many cells of what to do stand on a terminal, so that there is room for the title of the mistake.
const widestWait = 36
