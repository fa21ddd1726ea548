package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/cobra"

	"bounceback/journal"
	"bounceback/journal/demo"
	"bounceback/journal/desk"
	"bounceback/journal/store"
	"bounceback/ui/config"
)

func (p *program) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "Look around in a journal of examples",
		Long: "Look around in a journal of examples. It is made for this one visit and removed afterwards, with all that you write " +
			"in it; your own journal is not touched.",
		Example: "bounceback demo",
		Args:    nothingMore,
		RunE:    func(cmd *cobra.Command, _ []string) error { return p.demo(cmd.Context()) },
	}
}

func (p *program) demo(ctx context.Context) (err error) {
	if err := p.hasScreen(); err != nil {
		return err
	}
	conf, err := p.Env.Settings(p.flags)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "bounceback-demo-") // for its owner alone
	if err != nil {
		return fmt.Errorf("making a folder for the examples: %w", err)
	}
	defer func() {
		if rerr := os.RemoveAll(dir); rerr != nil {
			err = errors.Join(err, fmt.Errorf("the examples could not be removed: %w", rerr))
			return
		}
		p.Env.Say("that was the demo; nothing of it was kept")
	}()
	d, err := p.fill(filepath.Join(dir, "journal"), conf)
	if err != nil {
		return err
	}
	return p.Open(ctx, p.screenOptions(ScreenOptions{Desk: d, Config: conf, Demo: true}))
}

// fill writes the examples. They are written side by side, because each one waits for the disk.
func (p *program) fill(dir string, conf config.Config) (*desk.Desk, error) {
	s, err := store.Open(dir, store.Options{Slug: conf.Journal.Slug, Random: p.Env.Random, Now: p.Env.Now})
	if err != nil {
		return nil, err
	}
	var failed error
	entries := demo.Entries(p.Env.Now(), func() string {
		id, err := journal.NewID(p.Env.Random)
		failed = errors.Join(failed, err)
		return id
	})
	if failed != nil {
		return nil, failed
	}
	errs := make([]error, len(entries))
	var wg sync.WaitGroup
	for i := range entries {
		wg.Go(func() { _, errs[i] = s.Create(entries[i]) })
	}
	wg.Wait()
	if err := errors.Join(errors.Join(errs...), s.WriteContacts("", demo.Contacts())); err != nil {
		return nil, fmt.Errorf("writing the examples: %w", err)
	}
	return desk.New(desk.Options{Store: s, Now: p.Env.Now, Random: p.Env.Random}), nil
}
