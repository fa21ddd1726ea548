package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"bounceback/journal/desk"
	"bounceback/ui/cli/quick"
	"bounceback/ui/theme"
)

func (p *program) doctorCommand() *cobra.Command {
	var rewrite string
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Check every file, and say what is wrong where",
		Long: "Check every file of the journal, and say what is wrong where and what to do about it. Nothing is changed.\n\n" +
			"With --rewrite one file is written anew in its plain form, which makes a file editable that you wrote in a form this " +
			"program only reads, and gives a new id to the second of two files that share one. What it was goes to the trash.",
		Example: "bounceback doctor\nbounceback doctor --rewrite k7h3",
		Args:    nothingMore,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("rewrite") {
				return p.rewrite(cmd.Context(), rewrite)
			}
			return p.doctor(cmd.Context())
		},
	}
	c.Flags().StringVar(&rewrite, "rewrite", "", "write the file of this id (or path) anew")
	must(c.RegisterFlagCompletionFunc("rewrite", p.ids))
	return c
}

func (p *program) doctor(ctx context.Context) error {
	conf, err := p.Env.Settings(p.flags)
	wrong := 0
	if err != nil { // a broken configuration is a finding like any other, if the journal can be found all the same
		wrong++
		p.finding(desk.Finding{What: err.Error(), Do: "correct that line; until then commands don't start"})
	}
	d, err := p.Env.Desk(p.flags, conf)
	if err != nil {
		return err
	}
	looked, found, err := d.Doctor(ctx)
	for _, f := range found {
		p.finding(f)
	}
	if err != nil {
		return err
	}
	if wrong += len(found); wrong > 0 {
		p.Env.Say("%s looked at in %s; %s a look", mistakes(looked), d.Dir(), deserve(wrong))
		return exit(quick.NeedsLook)
	}
	p.print("Everything is in order: %s, nothing broken.\n", mistakes(looked))
	return nil
}

func deserve(n int) string {
	if n == 1 {
		return "1 thing deserves"
	}
	return fmt.Sprintf("%d things deserve", n)
}

// finding prints two lines, so that the first can be searched for and jumped to: path:line: what.
func (p *program) finding(f desk.Finding) {
	where := place(f.Path, f.Line)
	if where != "" {
		where += ": "
	}
	p.print("%s%s\n    %s\n", theme.Clean(where), theme.Clean(f.What), theme.Clean(f.Do))
}

func (p *program) rewrite(ctx context.Context, id string) error {
	d, _, err := p.desk()
	if err != nil {
		return err
	}
	path, err := p.resolve(ctx, d, id)
	if err != nil {
		return err
	}
	f, err := d.Rewrite(ctx, path)
	if err != nil {
		return brokenHint(err, id)
	}
	p.print("%s\n", f.Path)
	p.Env.Note("Written anew. What it was is in the trash: bounceback trash list")
	return nil
}
