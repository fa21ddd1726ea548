package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bounceback/journal"
	"bounceback/journal/desk"
	"bounceback/journal/store"
	"bounceback/ui/cli/quick"
)

// The rule of this file: the copy stays until its text is in the mistake. Beside it stands what it was made of, so that a
// later run still knows what the person changed and what others did.

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

// atOnce is how soon an editor is back that has only handed the file to a window elsewhere.
const atOnce = time.Second

// editing is one file in an editor.
type editing struct {
	id         string     // what the copies are named after
	base       store.File // what the copy was made of; of a file that can't be read only path, text and id
	name, path string     // of the copy: in drafts, and on disk
	before     string     // the copy's text when the editor starts
	alone      bool       // nothing tells what the copy was made of; base is the file as it is now
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
	e, err := p.prepare(d, path)
	if err != nil {
		return err
	}
	started := p.Env.Now()
	if err := p.Edit(ctx, append(p.editor(conf), e.path)); err != nil {
		return p.failed(d, e, fmt.Errorf("the editor %q: %w", p.editor(conf)[0], err), id)
	}
	text, err := d.ReadEditorCopy(e.name)
	if err == nil && text == e.before && p.Env.Now().Sub(started) < atOnce && p.Env.InTTY {
		_, _, err = quick.Ask(p.Env, "Still open elsewhere? Press enter when you are finished there. ", ctx.Done())
		if err == nil && ctx.Err() != nil {
			return fmt.Errorf("stopped; your copy is %s\ngo on with it: bounceback edit %s", e.path, id)
		}
		if err == nil {
			text, err = d.ReadEditorCopy(e.name)
		}
	}
	if err != nil {
		return err
	}
	return p.takeOver(ctx, d, e, text, id)
}

// failed is the end of an editor that could not be started, or that says it failed. What it wrote all the same is kept.
func (p *program) failed(d *desk.Desk, e editing, err error, id string) error {
	text, rerr := d.ReadEditorCopy(e.name)
	if rerr == nil && text == e.base.Text {
		return errors.Join(fmt.Errorf("%w\nthe mistake is as it was; editor in the configuration, or EDITOR, says what to start", err), e.drop(d))
	}
	return fmt.Errorf("%w\nnothing was brought in; go on with your copy: bounceback edit %s", err, id)
}

// prepare makes the copy, or finds the one of the last time that was not taken over.
func (p *program) prepare(d *desk.Desk, path string) (e editing, err error) {
	text, err := d.Text(path)
	if err != nil {
		return e, err
	}
	e.base = readBase(path, text)
	e.id = desk.DraftID(path, e.base.Entry.ID)
	if err := editable(d, e.base); err != nil {
		return e, err
	}
	e.name = e.id + "-editing.toml"
	e.path = d.DraftPath(e.name)
	if e.before, err = d.LeftEditorCopy(e.name); err != nil {
		return e, err
	}
	old, err := d.LeftEditorCopy(e.baseName())
	if err != nil {
		return e, err
	}
	if e.before != "" && e.before != text && e.before != old {
		if e.alone = old == ""; !e.alone {
			e.base = readBase(path, old)
		}
		p.Env.Say("going on with the copy of the last time: %s", e.path)
		return e, nil
	}
	if err := e.drop(d); err != nil {
		return e, err
	}
	e.before = text
	if e.name, e.path, err = d.EditorCopy(e.id, "", text, ".toml"); err != nil {
		return e, err
	}
	if _, _, err = d.EditorCopy(e.id, "base", text, ".toml"); err != nil { // second: a new copy takes an older one's away
		return e, errors.Join(err, d.DropEditorCopy(e.name))
	}
	return e, nil
}

// editable refuses what no editing of the text can make writable. A text that is read-only because of how it is written can
// be written otherwise.
func editable(d *desk.Desk, base store.File) error {
	if base.Entry.Schema > journal.Schema {
		return &store.LockedError{Path: base.Path, Reason: base.Locked}
	}
	if f, err := d.Open(base.Path); err == nil && base.Locked == "" && f.Locked != "" {
		return &store.LockedError{Path: base.Path, Reason: f.Locked}
	}
	return nil
}

// readBase reads a file's text. One that is no entry still has a path, a text, and the id of its name.
func readBase(path, text string) store.File {
	f, err := store.Decode(path, text)
	if err != nil {
		f = store.File{Path: path, Text: text}
		f.Entry.ID = store.NameID(path)
	}
	return f
}

func (e editing) baseName() string { return e.id + "-editing-base.toml" }

// drop removes the copy and what it was made of.
func (e editing) drop(d *desk.Desk) error {
	return errors.Join(d.DropEditorCopy(e.name), d.DropEditorCopy(e.baseName()))
}

// takeOver puts the text into the mistake.
func (p *program) takeOver(ctx context.Context, d *desk.Desk, e editing, text, id string) error {
	if strings.TrimSpace(text) == "" {
		if err := e.drop(d); err != nil {
			return err
		}
		return errors.New("the copy came back empty, so the mistake is as it was")
	}
	if text == e.base.Text {
		p.Env.Note("Nothing was changed.")
		return e.drop(d)
	}
	if e.base.Entry.ID == "" { // a broken file without an id in its name: it is what the person says it is
		e.base.Entry.ID = readBase(e.base.Path, text).Entry.ID
	}
	if _, err := store.Decode(e.base.Path, text); err == nil && e.alone {
		if mine, err := p.choose(ctx, d, e, id); err != nil || !mine {
			return err
		}
	}
	f, err := d.SaveText(e.base, text)
	var conflict *store.ConflictError
	if errors.As(err, &conflict) {
		return p.settle(ctx, d, e, conflict, text, id)
	}
	var broken *store.BrokenError
	if _, derr := store.Decode(e.base.Path, text); errors.As(derr, &broken) {
		return fmt.Errorf("%s: %s\nnothing was changed; go on with your copy: bounceback edit %s", place(e.path, broken.Line), broken.Reason, id)
	}
	if err != nil {
		return fmt.Errorf("%w\nyour copy is %s; go on with it: bounceback edit %s", err, e.path, id)
	}
	return p.taken(d, e, f)
}

// taken ends an editing whose text is in the mistake.
func (p *program) taken(d *desk.Desk, e editing, f store.File) error {
	if err := e.drop(d); err != nil {
		return err
	}
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
func (p *program) choose(ctx context.Context, d *desk.Desk, e editing, id string) (mine bool, err error) {
	p.Env.Say("%s and your copy differ, and nothing tells what your copy was made of\nyours:  %s\ntheirs: %s",
		e.base.Path, e.path, onDisk(d, e.base.Path))
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
		return false, e.drop(d)
	}
	return false, fmt.Errorf("nothing was changed; compare the two, and go on with your copy: bounceback edit %s", id)
}

const whichStays = "Which should stay: mine, theirs, or decide later? "

func onDisk(d *desk.Desk, path string) string {
	return filepath.Join(d.Dir(), filepath.FromSlash(path))
}

// settle asks which side counts when one text was changed on both. Without an answer both stay as they are.
func (p *program) settle(ctx context.Context, d *desk.Desk, e editing, c *store.ConflictError, text, id string) error {
	p.Env.Say("%s was changed elsewhere while you were editing: %s\nyours:  %s\ntheirs: %s",
		e.base.Path, strings.Join(c.Keys, ", "), e.path, onDisk(d, e.base.Path))
	if p.Env.InTTY {
		answer, _, err := quick.Ask(p.Env, whichStays, ctx.Done())
		if err != nil {
			return err
		}
		mine := readBase(e.base.Path, text).Entry
		want, decided := c.Mine(mine), true
		switch strings.ToLower(strings.TrimSpace(answer)) {
		case "mine", "m":
		case "theirs", "t":
			want = c.Merged
		default:
			decided = false
		}
		if decided {
			f, err := d.Save(c.Theirs, want)
			if err != nil {
				return err
			}
			if slices.Contains(c.Keys, store.RestKey) { // these don't go through a merge: the copy is the only place of yours
				return fmt.Errorf("your texts are saved; your comments and other keys are in your copy, theirs in the file: %s", e.path)
			}
			return p.taken(d, e, f)
		}
	}
	return fmt.Errorf("nothing was changed; bring your copy in line with theirs, and go on with it: bounceback edit %s", id)
}
