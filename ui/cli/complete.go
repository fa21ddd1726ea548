package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"bounceback/ui/theme"
)

// oneOf completes the value of an option from a few words.
func oneOf(words ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
}

// ids completes the id of a mistake, with its title beside it. What can't be read is left out.
func (p *program) ids(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	d, _, err := p.desk()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	all, err := d.LoadAll(cmd.Context())
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var out []string
	for i := range all.Len() {
		if c := all.At(i); strings.HasPrefix(c.ID, typed) && c.ID != "" {
			out = append(out, cobra.CompletionWithDesc(c.ID, theme.Clean(c.Name())))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// trashedIDs completes the id of a mistake in the trash.
func (p *program) trashedIDs(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	d, _, err := p.desk()
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	list, err := d.Trashed()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var out []string
	for _, t := range list {
		if t.ID != "" && strings.HasPrefix(t.ID, typed) {
			out = append(out, cobra.CompletionWithDesc(t.ID, theme.Clean(t.Title)))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// must stops a program whose own table of commands is wrong, which no input brings about.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
