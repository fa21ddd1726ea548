package cli

import (
	"strings"

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
		Args:    nothingMore,
		RunE: func(cmd *cobra.Command, _ []string) error {
			page, err := mcobra.NewManPage(1, cmd.Root())
			if err != nil {
				return err
			}
			for _, s := range manSections() {
				page = page.WithSection(s[0], strings.ReplaceAll(s[1], "%", "%%")) // it formats what it is given
			}
			p.print("%s\n", page.Build(roff.NewDocument()))
			return nil
		},
	}
}

// manSections is what the page has besides the commands: title and text of each.
func manSections() [][2]string {
	return [][2]string{
		{"Queries", queryHelp},
		{"Checks", checkHelp},
		{"Exit status", "0: done. 1: done, and something is worth a look: a file that can't be read, a time that was not understood. " +
			"2: wrong usage, or it failed."},
		{"Environment", "BOUNCEBACK_DIR: the folder of the journal. BOUNCEBACK_CONFIG: the configuration file. VISUAL, EDITOR: the " +
			"editor. NO_COLOR: no colors."},
		{"Files", "~/.local/share/bounceback: the journal, one file a mistake under entries; ~/.config/bounceback/config.toml: the " +
			"configuration. Other systems have their own places for them."},
	}
}
