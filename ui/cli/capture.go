package cli

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"bounceback/journal/when"
	"bounceback/ui/cli/quick"
)

// capture keeps a mistake with all that package quick leaves to a program that is fully there: the prompt, and times that
// only the date library reads.
func (p *program) capture(ctx context.Context, r quick.Request) int {
	e := p.Env
	var text string
	var err error
	if r.Asks(e) {
		var ok bool
		if text, ok, err = quick.Ask(e, "What happened? ", ctx.Done()); err == nil && !ok {
			e.Say("nothing was kept")
			return quick.Failed
		}
	} else {
		text, err = r.Text(e)
	}
	if err != nil {
		return e.Fail(err)
	}
	natural := func(s string, now time.Time) (when.Moment, error) { return p.Natural(s, now, false) }
	code, _ := quick.Capture(e, r, text, natural, true)
	return code
}

// captureCommand stands in the help and in completions; [Run] takes captures before cobra sees them, because text is never
// refused.
func (p *program) captureCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "capture [TEXT…]",
		Aliases: []string{"oops", "add"},
		Short:   "Keep a mistake in one line",
		Long: "Keep a mistake in one line, and print its id. There is nothing else to fill in.\n\n" +
			"Options count before the first word; every word after it is text. In the text, +tag, @person, @\"Dana Smith\", " +
			"sev:blunder and when:yesterday are understood. Without text you are asked for one line, which stays out of the " +
			"history of your shell; with - the text is read from standard input: the first line is the title.\n\n" +
			"Called by the name oops, such as through a link, the program does this and nothing else.",
		Example: "bounceback capture mailed the wrong price to every customer +sales @Dana sev:blunder\n" +
			"bounceback oops told them -h was fine\n" +
			"bounceback add --when yesterday --tag home burned the bread",
		DisableFlagParsing: true, ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.Flags().StringArray("tag", nil, "a tag; as often as you like")
	c.Flags().StringArray("person", nil, "somebody who is part of it; as often as you like")
	c.Flags().String("severity", "", "blip, slip, stumble, blunder or doozy")
	c.Flags().String("when", "", "when it happened, like yesterday or \"friday 14:00\"")
	return c
}
