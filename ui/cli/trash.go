package cli

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bounceback/journal/desk"
	"bounceback/journal/store"
	"bounceback/ui/cli/quick"
	"bounceback/ui/theme"
)

func (p *program) trashCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "trash",
		Short:   "Bring back what you deleted, or erase it for good",
		Example: "bounceback trash list",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Sprintf("trash has no command %q, only list, restore, erase and empty", args[0])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.AddCommand(&cobra.Command{
		Use: "list", Short: "Show what is in the trash, the latest first", Args: nothingMore,
		Example: "bounceback trash list",
		RunE:    func(*cobra.Command, []string) error { return p.trashList() },
	}, &cobra.Command{
		Use: "restore ID", Short: "Bring a mistake back from the trash", Args: oneID, ValidArgsFunction: p.trashedIDs,
		Long:    "Bring a mistake back from the trash to where it was. The beginning of its id is enough.",
		Example: "bounceback trash restore t4sh",
		RunE:    func(_ *cobra.Command, args []string) error { return p.restore(args[0]) },
	})
	var yes, yesAll bool
	erase := &cobra.Command{
		Use: "erase ID", Short: "Erase a mistake in the trash for good", Args: oneID, ValidArgsFunction: p.trashedIDs,
		Long: "Erase a mistake in the trash for good, with every draft of it. Nothing brings it back. " +
			"You are asked to type its id, unless you say --yes.",
		Example: "bounceback trash erase t4sh --yes",
		RunE:    func(cmd *cobra.Command, args []string) error { return p.erase(cmd, args[0], yes) },
	}
	erase.Flags().BoolVar(&yes, "yes", false, "don't ask")
	empty := &cobra.Command{
		Use: "empty", Short: "Erase all that is in the trash for good", Args: nothingMore,
		Long:    "Erase all that is in the trash for good. Nothing brings it back. You are asked first, unless you say --yes.",
		Example: "bounceback trash empty --yes",
		RunE:    func(cmd *cobra.Command, _ []string) error { return p.empty(cmd, yesAll) },
	}
	empty.Flags().BoolVar(&yesAll, "yes", false, "don't ask")
	c.AddCommand(erase, empty)
	return c
}

func (p *program) trashList() error {
	d, conf, err := p.desk()
	if err != nil {
		return err
	}
	list, err := d.Trashed()
	if err != nil {
		return err
	}
	var rows [][]string
	for _, t := range list {
		at := ""
		if !t.At.IsZero() {
			at = t.At.In(p.Env.Now().Location()).Format("2006-01-02 15:04")
		}
		name := t.ID
		if name == "" {
			name = t.Path
		}
		rows = append(rows, []string{at, name, theme.Clean(t.Title)})
	}
	p.columns(rows, p.theme(p.ascii(conf)))
	if len(rows) == 0 {
		p.Env.Note("The trash is empty.")
	}
	return nil
}

// inTrash finds what is meant by the beginning of an id, or by a path in the trash. One mistake may lie there several times,
// the latest first.
func inTrash(d *desk.Desk, prefix string) ([]store.Trashed, error) {
	list, err := d.Trashed()
	if err != nil {
		return nil, err
	}
	var found []store.Trashed
	ids := map[string]bool{}
	low := strings.ToLower(strings.TrimSpace(prefix))
	for _, t := range list {
		if t.Path == prefix {
			return []store.Trashed{t}, nil
		}
		if low != "" && t.ID != "" && strings.HasPrefix(t.ID, low) {
			found = append(found, t)
			ids[t.ID] = true
		}
	}
	switch {
	case len(found) == 0:
		return nil, fmt.Errorf("nothing in the trash has an id that begins with %q\nsee what is there with: bounceback trash list", prefix)
	case len(ids) > 1:
		return nil, fmt.Errorf("%q fits %d mistakes in the trash; write more of the id\nsee them with: bounceback trash list", prefix, len(ids))
	}
	return found, nil
}

func (p *program) restore(prefix string) error {
	d, _, err := p.desk()
	if err != nil {
		return err
	}
	found, err := inTrash(d, prefix)
	if err != nil {
		return err
	}
	f, err := d.Restore(found[0].Path)
	var broken *store.BrokenError
	switch {
	case errors.As(err, &broken): // it is back all the same
		p.print("%s\n", broken.Path)
		p.Env.Say("it is back, and it can't be read: %v", err)
		return exit(quick.NeedsLook)
	case err != nil:
		return err
	}
	p.print("%s\n", f.Path)
	if n := len(found) - 1; n > 0 {
		p.Env.Say("the latest copy is back; the trash has %d older", n)
	}
	return nil
}

func (p *program) erase(cmd *cobra.Command, prefix string, yes bool) error {
	d, _, err := p.desk()
	if err != nil {
		return err
	}
	found, err := inTrash(d, prefix)
	if err != nil {
		return err
	}
	first := found[0]
	if !yes {
		word := first.ID
		if word == "" {
			word = "erase"
		}
		p.Env.Say("%q, deleted %s", theme.Clean(first.Title), first.At.In(p.Env.Now().Location()).Format(time.DateOnly))
		if err := p.confirm(cmd, fmt.Sprintf("Type %s to erase it for good: ", word), word); err != nil {
			return err
		}
	}
	for _, t := range found {
		if err := d.Erase(t.Path); err != nil {
			return err
		}
	}
	p.Env.Note("Erased.")
	return nil
}

func (p *program) empty(cmd *cobra.Command, yes bool) error {
	d, _, err := p.desk()
	if err != nil {
		return err
	}
	list, err := d.Trashed()
	if err != nil {
		return err
	}
	if len(list) == 0 {
		p.Env.Note("The trash is empty.")
		return nil
	}
	if !yes {
		if err := p.confirm(cmd, fmt.Sprintf("Type empty to erase %s for good: ", mistakes(len(list))), "empty"); err != nil {
			return err
		}
	}
	n, err := d.EmptyTrash()
	if err != nil {
		return fmt.Errorf("%w\nerased before that: %d of %d", err, n, len(list))
	}
	p.print("erased %s\n", mistakes(n))
	return nil
}

// confirm asks for a word; any other answer changes nothing.
func (p *program) confirm(cmd *cobra.Command, question, word string) error {
	if !p.Env.InTTY {
		return usageError{"nobody is here to be asked; say --yes if you are sure"}
	}
	answer, _, err := quick.Ask(p.Env, question, cmd.Context().Done())
	if err != nil {
		return err
	}
	if !strings.EqualFold(strings.TrimSpace(answer), word) {
		return errors.New("nothing was erased")
	}
	return nil
}

func mistakes(n int) string {
	if n == 1 {
		return "1 mistake"
	}
	return fmt.Sprintf("%d mistakes", n)
}
