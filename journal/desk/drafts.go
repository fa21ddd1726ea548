package desk

import (
	"fmt"
	"time"

	"bounceback/journal"
	"bounceback/journal/store"
	"bounceback/journal/when"
)

// Leftovers lists the drafts that hold text without a file to go to: entries that could not be saved, and copies that an
// editor did not give back. Days and times that can't be read are not among them: their entry shows them. Nor is what
// another program that is running could not save: it goes on trying.
func (d *Desk) Leftovers() ([]string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.left()
}

// left is Leftovers for a caller that holds mu.
func (d *Desk) left() ([]string, error) {
	names, err := d.store.Drafts()
	if err != nil {
		return nil, err
	}
	var out []string
	for _, n := range names {
		if !isCaptureDraft(n) && !isUnread(n) && !d.othersAtWork(n) {
			out = append(out, n)
		}
	}
	return out, nil
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
