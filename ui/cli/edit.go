package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"bounceback/journal/desk"
	"bounceback/journal/store"
	"bounceback/ui/cli/quick"
)

// What becomes of the copy and of its text is decided in package desk. Here it is told, and asked about.

func (p *program) editCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "edit ID",
		Short: "Edit the file of a mistake in your editor",
		Long: "Edit the file of a mistake in your editor: the one of the configuration, of VISUAL or of EDITOR. The editor works on " +
			"a copy; what you changed is brought in when it ends, and what others changed meanwhile is kept.\n\n" +
			"A text that can't be brought in stays where it is, and the same command goes on with it.",
		Example: "bounceback edit k7h3",
		Args:    oneID, ValidArgsFunction: p.ids,
		RunE: func(cmd *cobra.Command, args []string) error { return p.edit(cmd.Context(), args[0]) },
	}
}

func (p *program) edit(ctx context.Context, id string) error {
	d, conf, err := p.desk()
	if err != nil {
		return err
	}
	path, err := p.resolve(ctx, d, id)
	if err != nil {
		return err
	}
	c, err := d.CopyFile(path)
	if err != nil {
		return err
	}
	if c.Again {
		p.Env.Say("going on with the copy of the last time: %s", c.Path)
	}
	started := p.Env.Now()
	command := append(p.editor(conf), c.Path)
	if err := p.Edit(ctx, command); err != nil {
		return p.failed(d, c, command[0], err, id)
	}
	text, err := d.ReadEditorCopy(c.Name)
	if err == nil && text == c.Text && p.Env.Now().Sub(started) < desk.AtOnce && p.Env.InTTY {
		_, _, err = quick.Ask(p.Env, "Still open elsewhere? Press enter when you are finished there. ", ctx.Done())
		if err == nil && ctx.Err() != nil {
			return fmt.Errorf("stopped; your copy is %s\ngo on with it: bounceback edit %s", c.Path, id)
		}
		if err == nil {
			text, err = d.ReadEditorCopy(c.Name)
		}
	}
	if err != nil {
		return err
	}
	return p.takeOver(ctx, d, c, text, id)
}

// failed is the end of an editor that could not be started, or that says it failed. What it wrote all the same is kept.
func (p *program) failed(d *desk.Desk, c desk.FileCopy, editor string, err error, id string) error {
	err = fmt.Errorf("the editor %q: %w", editor, err)
	var start *fs.PathError
	if errors.As(err, &start) && errors.Is(err, fs.ErrNotExist) {
		if _, serr := os.Stat(start.Path); serr == nil { // the system's words sound as if it were the editor that is not there
			err = fmt.Errorf("%w (the file is there: is what its first line names?)", err)
		}
	}
	kept, derr := d.LeaveFile(c)
	if kept {
		return fmt.Errorf("%w\nnothing was brought in; go on with your copy: bounceback edit %s", err, id)
	}
	return errors.Join(fmt.Errorf("%w\nthe mistake is as it was; editor in the configuration, or EDITOR, says what to start", err), derr)
}

// takeOver puts the text into the mistake, and asks where the person has to say which side counts.
func (p *program) takeOver(ctx context.Context, d *desk.Desk, c desk.FileCopy, text, id string) error {
	back := d.TakeFile(c, text, false)
	if back.Fate == desk.CopyUnknown {
		mine, err := p.choose(ctx, d, c, id)
		if err != nil || !mine {
			return err
		}
		back = d.TakeFile(c, text, true)
	}
	switch back.Fate {
	case desk.CopyConflict:
		return p.settle(ctx, d, c, back.Conflict, text, id)
	case desk.CopyBroken:
		return fmt.Errorf("%s: %s\nnothing was changed; go on with your copy: bounceback edit %s", place(c.Path, back.Line), back.Reason, id)
	case desk.CopyRefused:
		return fmt.Errorf("%w\nyour copy is %s; go on with it: bounceback edit %s", back.Err, c.Path, id)
	}
	switch {
	case back.Err != nil:
		return back.Err
	case back.Fate == desk.CopyEmpty:
		return errors.New("the copy came back empty, so the mistake is as it was")
	case back.Fate == desk.CopyUnchanged:
		return p.unchanged(d, c.Base.Path)
	}
	return p.taken(back.File)
}

// unchanged ends an editing that changed nothing: what was wrong with the file still is.
func (p *program) unchanged(d *desk.Desk, path string) error {
	var broken *store.BrokenError
	if _, err := d.Open(path); errors.As(err, &broken) {
		p.Env.Say("%s: %s\nnothing was changed; it can be mended with the same command", place(path, broken.Line), broken.Reason)
		return exit(quick.NeedsLook)
	}
	p.Env.Note("Nothing was changed.")
	return nil
}

// taken ends an editing whose text is in the mistake.
func (p *program) taken(f store.File) error {
	for _, problem := range f.Problems {
		p.Env.Say("%s: %s: %s", place(f.Path, problem.Line), problem.Key, problem.Reason)
	}
	if len(f.Problems) > 0 {
		return exit(quick.NeedsLook)
	}
	p.Env.Note("Saved.")
	return nil
}

// choose asks whether a copy of unknown origin goes over the file: all that differs may be somebody else's work. Without an
// answer both stay as they are. What changes in the file after this run has read it is merged as ever.
func (p *program) choose(ctx context.Context, d *desk.Desk, c desk.FileCopy, id string) (mine bool, err error) {
	p.Env.Say("%s and your copy differ, and nothing tells what your copy was made of\nyours:  %s\ntheirs: %s",
		c.Base.Path, c.Path, onDisk(d, c.Base.Path))
	if !p.Env.InTTY {
		return false, fmt.Errorf("nothing was changed; to say which should stay, run this in a terminal: bounceback edit %s", id)
	}
	answer, _, err := quick.Ask(p.Env, whichStays, ctx.Done())
	if err != nil {
		return false, err
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "mine", "m":
		return true, nil
	case "theirs", "t":
		p.Env.Note("The mistake is as it was.")
		return false, d.DropFile(c)
	}
	return false, fmt.Errorf("nothing was changed; compare the two, and go on with your copy: bounceback edit %s", id)
}

const whichStays = "Which should stay: mine, theirs, or decide later? "

func onDisk(d *desk.Desk, path string) string {
	return filepath.Join(d.Dir(), filepath.FromSlash(path))
}

// settle asks which side counts when one text was changed on both. Without an answer both stay as they are.
func (p *program) settle(ctx context.Context, d *desk.Desk, c desk.FileCopy, conflict *store.ConflictError, text, id string) error {
	p.Env.Say("%s was changed elsewhere while you were editing: %s\nyours:  %s\ntheirs: %s",
		c.Base.Path, strings.Join(conflict.Keys, ", "), c.Path, onDisk(d, c.Base.Path))
	later := fmt.Errorf("nothing was changed; bring your copy in line with theirs, and go on with it: bounceback edit %s", id)
	if !p.Env.InTTY {
		return later
	}
	answer, _, err := quick.Ask(p.Env, whichStays, ctx.Done())
	if err != nil {
		return err
	}
	mine := false
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "mine", "m":
		mine = true
	case "theirs", "t":
	default:
		return later
	}
	f, kept, err := d.SettleFile(c, conflict, text, mine)
	if err != nil {
		return err
	}
	if kept {
		return fmt.Errorf("your texts are saved; your comments and other keys are in your copy, theirs in the file: %s", c.Path)
	}
	return p.taken(f)
}
