package desk

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"bounceback/journal"
	"bounceback/journal/store"
	"bounceback/journal/when"
)

// Leftovers lists the drafts that hold text without a file to go to: entries that could not be saved, and copies that an
// editor did not give back. Days and times that can't be read are not among them: their entry shows them.
func (d *Desk) Leftovers() ([]string, error) {
	names, err := d.store.Drafts()
	if err != nil {
		return nil, err
	}
	var out []string
	for _, n := range names {
		if !isCaptureDraft(n) && !isUnread(n) {
			out = append(out, n)
		}
	}
	return out, nil
}

// EditorCopy writes a text where an editor can work on it and returns the copy's path on disk. The copy stays until
// [Desk.DropEditorCopy], so that a crash of either program loses nothing. A copy whose text never came back is not written
// over: the new one has a number. Id is as from [DraftID]; key is the question, or "" for a whole file; ending is the file's ending, such as ".md".
func (d *Desk) EditorCopy(id, key, text, ending string) (name, path string, err error) {
	stem := DraftID("", id) + editing
	if key != "" {
		stem += "-" + strings.Map(plainChar, key)
	}
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
	if name == stem+".toml" && key == "" { // what an earlier copy was made of says nothing about this one
		if err := d.store.RemoveDraft(stem + "-base.toml"); err != nil {
			return "", "", err
		}
	}
	if err := d.store.WriteDraft(name, text); err != nil {
		return "", "", err
	}
	return name, d.store.DraftPath(name), nil
}

const (
	maxCopies = 100
	editing   = "-editing" // in the names of the copies, after the id
)

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

// LeftEditorCopy reads a copy of an earlier time; where there is none it is empty.
func (d *Desk) LeftEditorCopy(name string) (string, error) {
	s, _, err := d.store.ReadDraft(name)
	return s, err
}

// DropEditorCopy removes a copy whose text is in the entry.
func (d *Desk) DropEditorCopy(name string) error { return d.store.RemoveDraft(name) }

// SaveText takes the text of a whole file as a person edited it and saves it over base: decoded, merged with what others
// changed meanwhile, proved. A text that is no entry is refused with its line; nothing is written then. The id stays what it
// was; a file that could not be read, or had none, gets the one in text.
func (d *Desk) SaveText(base store.File, text string) (store.File, error) {
	if base.Entry.ID == "" {
		f, err := store.Decode(base.Path, text)
		if err != nil {
			return store.File{}, err
		}
		base.Entry.ID = f.Entry.ID
	}
	return d.store.SaveText(base, text)
}

// DraftPath returns where a draft is on disk, for telling the person.
func (d *Desk) DraftPath(name string) string { return d.store.DraftPath(name) }

// Text returns the bytes of an entry's file as they are, also of one that can't be read as an entry.
func (d *Desk) Text(path string) (string, error) { return d.store.Text(path) }

// Split writes an entry as a new one with an id of its own that names the one it came from: the other half of a conflict.
// Any error is an [*UnsavedError], as from [Desk.Save].
func (d *Desk) Split(e journal.Entry, now time.Time) (store.File, error) {
	e = halfOf(e, when.At(now))
	id, err := d.newID()
	if err != nil {
		return store.File{}, d.rescue("split from "+e.SameAs, e, err)
	}
	e.ID = id
	clean, _ := store.Sanitize(e)
	f, err := d.store.Create(clean)
	if err != nil {
		return store.File{}, d.rescue("split "+id, e, fmt.Errorf("saving the other half: %w", err))
	}
	return f, nil
}
