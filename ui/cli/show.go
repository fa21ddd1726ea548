package cli

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"bounceback/journal/desk"
	"bounceback/journal/store"
	"bounceback/ui/cli/quick"
	"bounceback/ui/page"
)

func (p *program) showCommand() *cobra.Command {
	var asJSON, private bool
	c := &cobra.Command{
		Use:   "show ID",
		Short: "Show one mistake as a page",
		Long: "Show one mistake as a page, in Markdown. The beginning of an id is enough.\n\n" +
			"What you wrote for nobody else is left out unless you ask for it with --private.",
		Example: "bounceback show k7h3\nbounceback show k7h3 --json\nbounceback show k7h3 --private",
		Args:    oneID, ValidArgsFunction: p.ids,
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.show(cmd.Context(), args[0], asJSON, private)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON, with the keys of the file")
	c.Flags().BoolVar(&private, "private", false, "with what you wrote for nobody else")
	return c
}

func (p *program) show(ctx context.Context, id string, asJSON, private bool) error {
	d, _, err := p.desk()
	if err != nil {
		return err
	}
	path, err := p.resolve(ctx, d, id)
	if err != nil {
		return err
	}
	f, err := d.Open(path)
	if err != nil {
		return brokenHint(err, id)
	}
	if asJSON {
		text, err := store.JSON(f.Entry, private)
		if err != nil {
			return err
		}
		p.print("%s", text)
	} else {
		p.print("%s", page.Markdown(&f.Entry, private))
	}
	code := quick.Done
	for _, problem := range f.Problems {
		code = quick.NeedsLook
		p.Env.Say("%s: %s: %s", place(path, problem.Line), problem.Key, problem.Reason)
	}
	return ended(nil, code)
}

// resolve finds an entry by the beginning of its id, or by its path.
func (p *program) resolve(ctx context.Context, d *desk.Desk, id string) (path string, err error) {
	if path, ok := asPath(d, id); ok {
		return path, nil
	}
	path, err = d.Resolve(ctx, id)
	var many *desk.AmbiguousError
	if errors.As(err, &many) {
		return "", p.titled(d, many)
	}
	return path, err
}

// asPath takes what has the form of a file's path for one of the journal's.
func asPath(d *desk.Desk, arg string) (path string, ok bool) {
	if !strings.HasSuffix(arg, ".toml") {
		return "", false
	}
	if filepath.IsAbs(arg) {
		rel, err := filepath.Rel(d.Dir(), arg)
		if err != nil {
			return "", false
		}
		arg = rel
	}
	path = filepath.ToSlash(arg)
	return path, strings.HasPrefix(path, "entries/")
}

// brokenHint adds the way out to the error of a file that can't be read as an entry.
func brokenHint(err error, id string) error {
	var broken *store.BrokenError
	if errors.As(err, &broken) {
		return errors.New(err.Error() + "\ncorrect it with: bounceback edit " + id)
	}
	return err
}
