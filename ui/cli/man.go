package cli

import (
	"github.com/muesli/mango-cobra"
	"github.com/muesli/roff"
	"github.com/spf13/cobra"
)

// manCommand stands here, and not where fang would put it, because fang hides it.
func (p *program) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		Short:   "Print the manual page",
		Long:    "Print the manual page, in the form that man reads: bounceback man | man -l -",
		Example: "bounceback man",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			page, err := mcobra.NewManPage(1, cmd.Root())
			if err != nil {
				return err
			}
			p.print("%s", page.Build(roff.NewDocument()))
			return nil
		},
	}
}
