package desk

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"bounceback/journal"
	"bounceback/journal/store"
)

// An editor works on a copy in drafts, so that a crash of either program loses nothing. The rule of this file: a copy stays
// until its text is in the entry. Beside the copy of a whole file stands what it was made of, so that a later run, of the
// screen or of the shell, still knows what the person changed and what others did.

const (
	maxCopies = 100
	editing   = "-editing" // in the names of the copies, after the id
	baseOf    = editing + "-base.toml"
)

// AtOnce is how soon an editor is back that has only handed its file to a window elsewhere, such as "code" without "--wait".
const AtOnce = time.Second

// FileCopy is an entry's whole file as a person's editor has it.
type FileCopy struct {
	Base store.File // what the copy was made of; of a file that can't be read only path, text and id
	Name string     // of the copy in drafts
	Path string     // of the copy on disk, for the editor
	Text string     // what the copy says before the editor starts
	// Handle names the file in a command: its id, or its path.
	Handle string
	// Again says that it goes on with a copy of an earlier time that was not brought in.
	Again bool
	// Unknown says that nothing tells what that copy was made of. Base is the file as it is now: all that differs from it
	// may be somebody else's work, so that the person has to say which side counts.
	Unknown bool

	stem string // what copy and base are named after
}

// ErrOpenElsewhere says that another program has the copy of a file in its editor: with two copies, or with one that is made
// anew under an editor, what was saved meanwhile would be taken for changed back.
var ErrOpenElsewhere = errors.New("it is open in an editor already; finish there first")

// CopyFile returns the copy of an entry's file for an editor to work on: the one of an earlier time when somebody wrote into
// it, or else a new one. A file that can't be read as an entry can be edited as well. One that no editing of the text can
// make writable is refused with a [*store.LockedError], and one that another running program edits with [ErrOpenElsewhere];
// this one has it until [Desk.TakeFile], [Desk.LeaveFile] or [Desk.CloseFile].
func (d *Desk) CopyFile(path string) (c FileCopy, err error) {
	text, err := d.Text(path)
	if err != nil {
		return FileCopy{}, err
	}
	base := readText(path, text)
	if err := d.editable(base); err != nil {
		return FileCopy{}, err
	}
	c = FileCopy{Base: base, Handle: handle(path, &base.Entry), stem: DraftID(path, base.Entry.ID)}
	if err := d.claimCopy(c.stem); err != nil {
		return FileCopy{}, err
	}
	defer func() {
		if err != nil {
			d.closeCopy(c.stem)
		}
	}()
	c.Name = c.stem + editing + ".toml"
	c.Path = d.DraftPath(c.Name)
	left, _, err := d.store.ReadDraft(c.Name)
	if err != nil {
		return c, err
	}
	was, _, err := d.store.ReadDraft(c.stem + baseOf)
	if err != nil {
		return c, err
	}
	if left != "" && left != text && left != was {
		c.Text, c.Again, c.Unknown = left, true, was == ""
		if !c.Unknown {
			c.Base = readText(path, was)
		}
		return c, nil
	}
	c.Text = text
	if left == text && was == text {
		return c, nil
	}
	if err := d.store.RemoveDraft(c.Name); err != nil { // first: between the two writes it would have a base that is not its own
		return c, err
	}
	if err := d.store.WriteDraft(c.stem+baseOf, text); err != nil {
		return c, err
	}
	if err := d.store.WriteDraft(c.Name, text); err != nil {
		return c, errors.Join(err, d.dropCopy(c))
	}
	return c, nil
}

// claimCopy tells other programs that this one edits a copy. Without locks on the file system nobody knows.
func (d *Desk) claimCopy(stem string) error {
	d.closeCopy(stem) // of an editing that came to no end
	release, err := d.store.Claim(stem + editing)
	if errors.Is(err, store.ErrClaimed) {
		return ErrOpenElsewhere
	}
	d.editing.Lock()
	defer d.editing.Unlock()
	d.copies[stem] = release
	return nil
}

func (d *Desk) closeCopy(stem string) {
	d.editing.Lock()
	defer d.editing.Unlock()
	if release, ok := d.copies[stem]; ok {
		release()
		delete(d.copies, stem)
	}
}

// CloseFile ends an editing without a word about its copy, which stays for the next [Desk.CopyFile].
func (d *Desk) CloseFile(c FileCopy) { d.closeCopy(c.stem) }

// editable refuses what no editing of the text can make writable. A text that is read-only because of how it is written can
// be written otherwise.
func (d *Desk) editable(base store.File) error {
	if base.Entry.Schema > journal.Schema {
		return &store.LockedError{Path: base.Path, Reason: base.Locked}
	}
	if f, err := d.Open(base.Path); err == nil && base.Locked == "" && f.Locked != "" {
		return &store.LockedError{Path: base.Path, Reason: f.Locked}
	}
	return nil
}

// readText reads a file's text. One that is no entry still has a path, a text, and the id of its name.
func readText(path, text string) store.File {
	f, err := store.Decode(path, text)
	if err != nil {
		f = store.File{Path: path, Text: text}
		f.Entry.ID = store.NameID(path)
	}
	return f
}

// Fate is what became of a text that came back from an editor.
type Fate int

// After the first three the copy is gone, after the others it stays as it is, and so does the entry's file.
const (
	CopyTaken     Fate = iota // it is in the entry
	CopyUnchanged             // it says what the file said
	CopyEmpty                 // nothing is in it, which nobody means; the file is as it was
	CopyUnknown               // nothing tells what the copy was made of: the person has to say which side counts
	CopyBroken                // it is no entry
	CopyConflict              // the same was changed elsewhere: the person has to say which side counts
	CopyRefused               // it could not be saved
)

// Return is what [Desk.TakeFile] did with a text.
type Return struct {
	Fate     Fate
	File     store.File           // of CopyTaken, as it is now
	Line     int                  // of CopyBroken: the line of the copy, from 1; 0 when no line is to blame
	Reason   string               // of CopyBroken: what is wrong
	Conflict *store.ConflictError // of CopyConflict
	// Err is why nothing was saved; after the first three fates it is why the copy could not be removed.
	Err error
}

// TakeFile puts a text that came back from the editor into the entry, and merges in what others changed meanwhile. Sure says
// that the person wants it although nothing tells what the copy was made of.
func (d *Desk) TakeFile(c FileCopy, text string, sure bool) Return {
	defer d.closeCopy(c.stem)
	switch {
	case strings.TrimSpace(text) == "":
		return Return{Fate: CopyEmpty, Err: d.dropCopy(c)}
	case text == c.Base.Text:
		return Return{Fate: CopyUnchanged, Err: d.dropCopy(c)}
	}
	var broken *store.BrokenError
	if _, err := store.Decode(c.Base.Path, text); errors.As(err, &broken) {
		return Return{Fate: CopyBroken, Line: broken.Line, Reason: broken.Reason, Err: err}
	}
	if c.Unknown && !sure {
		return Return{Fate: CopyUnknown}
	}
	f, err := d.SaveText(c.Base, text)
	var conflict *store.ConflictError
	switch {
	case errors.As(err, &conflict):
		return Return{Fate: CopyConflict, Conflict: conflict, Err: err}
	case err != nil:
		return Return{Fate: CopyRefused, Err: err}
	}
	return Return{Fate: CopyTaken, File: f, Err: d.dropCopy(c)}
}

// SettleFile ends a [CopyConflict] with the side that the person chose. When kept, the copy stays: comments and other keys
// don't go through a merge, so that it is the only place of theirs.
func (d *Desk) SettleFile(c FileCopy, conflict *store.ConflictError, text string, mine bool) (f store.File, kept bool, err error) {
	want := conflict.Merged
	if mine {
		want = conflict.Mine(readText(c.Base.Path, text).Entry)
	}
	if f, err = d.Save(conflict.Theirs, want); err != nil {
		return f, true, err
	}
	if kept = slices.Contains(conflict.Keys, store.RestKey); !kept {
		err = d.dropCopy(c)
	}
	return f, kept, err
}

// LeaveFile ends an editing of which nothing is to be brought in, such as one of an editor that could not be started. A copy
// that somebody wrote into is kept, for the next [Desk.CopyFile].
func (d *Desk) LeaveFile(c FileCopy) (kept bool, err error) {
	defer d.closeCopy(c.stem)
	text, err := d.ReadEditorCopy(c.Name)
	if err != nil || text != c.Base.Text {
		return true, err
	}
	return false, d.dropCopy(c)
}

// DropFile removes a copy whose text nobody wants.
func (d *Desk) DropFile(c FileCopy) error { return d.dropCopy(c) }

// dropCopy removes a copy and then what it was made of: a copy that can't be removed still needs it.
func (d *Desk) dropCopy(c FileCopy) error {
	if err := d.store.RemoveDraft(c.Name); err != nil {
		return err
	}
	return d.store.RemoveDraft(c.stem + baseOf)
}

// SaveText takes the text of a whole file as a person edited it and saves it over base: decoded, merged with what others
// changed meanwhile, proved. A text that is no entry is refused with its line; nothing is written then. The id stays what it
// was; a file that could not be read, or had none, gets the one in text. A file that another program gave a new name or
// folder is found by its id, as by [Desk.Save].
func (d *Desk) SaveText(base store.File, text string) (store.File, error) {
	if base.Entry.ID == "" {
		f, err := store.Decode(base.Path, text)
		if err != nil {
			return store.File{}, err
		}
		base.Entry.ID = f.Entry.ID
	}
	f, err := d.store.SaveText(base, text)
	if isGone(err) {
		if moved, ok := d.moved(base); ok {
			return d.store.SaveText(moved, text)
		}
	}
	return f, err
}

// EditorCopy writes the text of one question where an editor can work on it and returns the copy's path on disk. The copy
// stays until [Desk.DropEditorCopy]. A copy whose text never came back is not written over: the new one has a number. Id is
// as from [DraftID]; ending is the file's ending, such as ".md".
func (d *Desk) EditorCopy(id, key, text, ending string) (name, path string, err error) {
	stem := DraftID("", id) + editing + "-" + strings.Map(plainChar, key)
	for n := 1; ; n++ {
		if name = stem + ending; n > 1 {
			name = fmt.Sprintf("%s-%d%s", stem, n, ending)
		}
		old, taken, err := d.store.ReadDraft(name)
		if err == nil && (!taken || old == text) {
			break
		}
		if n >= maxCopies { // what can't be read is taken as well
			return "", "", errors.Join(fmt.Errorf("%s: there are too many copies; take what you need from them, and remove them", name), err)
		}
	}
	if err := d.store.WriteDraft(name, text); err != nil {
		return "", "", err
	}
	return name, d.store.DraftPath(name), nil
}

func plainChar(r rune) rune {
	if strings.ContainsRune(idChars, r) {
		return r
	}
	return '-'
}

// ReadEditorCopy reads what the editor left. A copy that is gone is an error: no text is not the same as an empty one.
func (d *Desk) ReadEditorCopy(name string) (string, error) {
	s, ok, err := d.store.ReadDraft(name)
	if err == nil && !ok {
		err = fmt.Errorf("%s is gone", d.store.DraftPath(name))
	}
	return s, err
}

// DropEditorCopy removes the copy of a question whose text is in the entry.
func (d *Desk) DropEditorCopy(name string) error { return d.store.RemoveDraft(name) }
