// Package desk is what a person does with the journal: capture, open, change, save, trash, bring back. The full screen and
// the command line both sit at it, so that they can't differ.
//
// Goals: every action as one call that takes values and returns values; a text that could not be saved is in drafts before
// the error comes back; a change by function runs on the freshest entry.
//
// Non-goals: bytes and files (journal/store), what is on screen (ui).
package desk

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"bounceback/journal"
	"bounceback/journal/capture"
	"bounceback/journal/shelf"
	"bounceback/journal/store"
)

// Options are what a desk needs from outside.
type Options struct {
	Store  *store.Store
	Now    func() time.Time
	Random io.Reader
}

// Desk may be used from several goroutines.
type Desk struct {
	store  *store.Store
	now    func() time.Time
	random io.Reader

	drawing  sync.Mutex // for random
	changing sync.Mutex // one change by function at a time, so that goroutines don't overtake one another

	mu      sync.Mutex
	rescues map[string]string     // what an entry's drafts are named after → the one that holds what could not be saved
	unread  map[string][]keptText // what an entry's drafts are named after → those of its days and times that can't be read
	mark    string                // in the names of this desk's drafts; "" until there is one
	made    int                   // how many it has made
	release func()                // ends the claim of the mark
	keptAt  map[string]uint64     // what an entry's drafts are named after → the order number of the last KeepUnread

	asked atomic.Uint64 // the order number of the last KeepingUnread

	editing sync.Mutex
	copies  map[string]func() // what the copy of an editor is named after → what ends its claim
}

// New returns a desk over a store.
func New(o Options) *Desk {
	return &Desk{store: o.Store, now: o.Now, random: o.Random, rescues: map[string]string{}, unread: map[string][]keptText{},
		copies: map[string]func(){}, keptAt: map[string]uint64{}}
}

// Dir returns the folder of the journal.
func (d *Desk) Dir() string { return d.store.Dir() }

// Now returns the moment, from the clock that the desk was given.
func (d *Desk) Now() time.Time { return d.now() }

// UnsavedError says that a text is not in its file. Draft is the file that holds it instead, and empty when that failed as
// well: then the only copy is in memory.
type UnsavedError struct {
	Err   error
	Draft string
	// DraftErr is why there is no draft.
	DraftErr error
}

func (e *UnsavedError) Error() string {
	if e.Draft != "" {
		return fmt.Sprintf("%v; the text is in %s", e.Err, e.Draft)
	}
	return fmt.Sprintf("%v; and it could not be kept in drafts either: %v", e.Err, e.DraftErr)
}

func (e *UnsavedError) Unwrap() error { return e.Err }

// Capture writes a new mistake. It reads no other entry.
func (d *Desk) Capture(l capture.Line) (store.File, error) {
	id, err := d.newID()
	if err != nil {
		return store.File{}, err
	}
	e, _ := store.Sanitize(l.Entry(id, d.now())) // bytes that are no text can't be kept in TOML
	f, err := d.store.Create(e)
	if err != nil {
		return store.File{}, fmt.Errorf("saving the new mistake: %w", err)
	}
	return f, nil
}

func (d *Desk) newID() (string, error) {
	d.drawing.Lock()
	defer d.drawing.Unlock()
	return journal.NewID(d.random)
}

// Open reads one entry.
func (d *Desk) Open(path string) (store.File, error) { return d.store.Load(path) }

func twinReason(other string) string {
	return "another file has the same id: " + other + "; `bounceback doctor` gives this one a new id"
}

// Save writes want into the file that base was read from. Changes that others made meanwhile to other keys are merged in.
// Any error is an [*UnsavedError]: want is in drafts, or the error says that it is not. A [*store.ConflictError] behind it
// says that one text was changed on both sides. A file that another program gave a new name or folder is found by its id, and
// is returned with its new path.
func (d *Desk) Save(base store.File, want journal.Entry) (store.File, error) {
	f, err := d.saveLocked(base, want)
	if isGone(err) {
		if moved, ok := d.moved(base); ok {
			f, err = d.saveLocked(moved, want)
		}
	}
	if err == nil {
		d.dropRescue(DraftID(base.Path, want.ID))
		return f, nil
	}
	return f, d.rescue(base.Path, want, err)
}

// moved finds the file of an entry that is no longer where it was read from.
func (d *Desk) moved(base store.File) (store.File, bool) {
	id := base.Entry.ID
	if !journal.ValidID(id) {
		return base, false
	}
	path, err := d.Resolve(context.Background(), id)
	if err != nil || path == base.Path {
		return base, false
	}
	if f, err := d.Open(path); err != nil || f.Entry.ID != id {
		return base, false
	}
	base.Path = path
	return base, true
}

func (d *Desk) saveLocked(base store.File, want journal.Entry) (store.File, error) {
	want, _ = store.Sanitize(want)
	return d.store.Save(base, want)
}

// rescue puts an entry that could not be saved into drafts. One entry has one such draft, however often saving fails.
func (d *Desk) rescue(path string, want journal.Entry, cause error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	stem := DraftID(path, want.ID)
	name, ok := d.rescues[stem]
	if !ok {
		name = d.draftName(stem, ".toml")
	}
	if err := d.store.WriteDraft(name, store.Encode(want)); err != nil {
		return &UnsavedError{Err: cause, DraftErr: err}
	}
	d.rescues[stem] = name
	return &UnsavedError{Err: cause, Draft: d.store.DraftPath(name)}
}

// KeepDraft puts an entry that waits for an answer of the person, and so can't be saved yet, into drafts: into the same one
// that its failed save is in.
func (d *Desk) KeepDraft(path string, want journal.Entry) error {
	var unsaved *UnsavedError
	if errors.As(d.rescue(path, want, nil), &unsaved) && unsaved.DraftErr != nil {
		return unsaved.DraftErr
	}
	return nil
}

// DraftID is what the names of a file's drafts begin with: the id, by which erasing the entry finds them. An id that a person
// made up and that is no name for a file does not keep a text from being kept. A file without an id is told by its path, as
// a number: the words of its name would stand in the editor's command line, which other people on the machine can list.
func DraftID(path, id string) string {
	if id != "" && len(id) <= 64 && strings.Trim(id, idChars) == "" {
		return id
	}
	if id := store.NameID(path); id != "" {
		return id
	}
	if path == "" {
		return "entry"
	}
	sum := sha256.Sum256([]byte(path))
	return fmt.Sprintf("entry-%x", sum[:4])
}

const idChars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"

// dropRescue removes the draft of an entry that is in its file by now.
func (d *Desk) dropRescue(stem string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if name, ok := d.rescues[stem]; ok && d.store.RemoveDraft(name) == nil {
		delete(d.rescues, stem)
	}
}

// tries is how often a change is applied again to a fresher entry before giving up. Within this program changes wait for one
// another, so that only other programs can be faster; so often in a row they are not.
const tries = 50

// Change loads an entry, applies fn and saves, and does so again when another program was faster with the same key. fn may
// run several times; it must not keep what it was given, nor call the desk. An error of fn ends it with nothing written.
func (d *Desk) Change(path string, fn func(*journal.Entry) error) (store.File, error) {
	d.changing.Lock()
	defer d.changing.Unlock()
	var err error
	for range tries {
		var base store.File
		if base, err = d.Open(path); err != nil {
			return base, err
		}
		want := base.Entry.Clone()
		if err = fn(&want); err != nil {
			return base, err
		}
		var f store.File
		if f, err = d.saveLocked(base, want); err == nil {
			return f, nil
		}
		var conflict *store.ConflictError
		if !errors.As(err, &conflict) {
			return base, err
		}
	}
	return store.File{}, err
}

// Card is what the lists show of a file that was read.
func Card(f store.File) shelf.Card {
	c := shelf.NewCard(f.Path, &f.Entry)
	c.Locked = f.Locked
	return c
}

// CardOf is what the lists show of a file that was read, or could not be.
func CardOf(path string, f store.File, err error) shelf.Card {
	if err == nil {
		return Card(f)
	}
	var broken *store.BrokenError
	if errors.As(err, &broken) {
		return shelf.BrokenCard(path, broken.Line, broken.Reason)
	}
	return shelf.BrokenCard(path, 0, err.Error())
}

func isGone(err error) bool {
	var gone *store.GoneError
	return errors.As(err, &gone)
}
