package desk

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"bounceback/journal"
	"bounceback/journal/store"
	"bounceback/journal/when"
)

// Rescue is a draft that holds a whole entry whose save failed.
type Rescue struct {
	Draft string // its name, for [Desk.Recover]
	Title string // what the entry is called
}

// Rescued lists the drafts that hold a whole entry whose save failed, for [Desk.Recover]. Copies that an editor works on are
// not among them, nor what another running program has there, nor what can't be read; the error then says why.
func (d *Desk) Rescued() ([]Rescue, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.store.SweepClaims()
	names, err := d.left()
	var out []Rescue
	for _, n := range names {
		if !isRescue(n) {
			continue
		}
		text, _, rerr := d.store.ReadDraft(n)
		if rerr != nil {
			err = errors.Join(err, rerr)
			continue
		}
		if f, derr := store.Decode(draftsPath(n), text); derr == nil && f.Entry.ID != "" {
			out = append(out, Rescue{n, f.Entry.Name()})
		}
	}
	return out, err
}

func draftsPath(name string) string { return "drafts/" + name }

func isRescue(name string) bool {
	return strings.HasSuffix(name, ".toml") && !strings.Contains(name, editing+".") && !strings.Contains(name, editing+"-")
}

// Recover takes over one of [Desk.Rescued]. When the journal has a mistake with that id that says the same or more, there is
// nothing to do; when the draft goes on from there, as [store.Continues] tells, and is the newer one, that mistake gets it;
// when the two differ, the draft becomes a mistake of its own that names the other one; when there is none, it is created
// again. It returns the file that holds the text. Only then the draft is removed: after any error it is still there, and
// recovering it again makes no second copy.
//
// The error is a [*store.GoneError] when there is no such draft, a [*store.BrokenError] when it is no entry, and a
// [*store.RefusedError] when it holds more than an entry can take over, such as comments.
func (d *Desk) Recover(ctx context.Context, name string) (store.File, error) {
	d.changing.Lock()
	defer d.changing.Unlock()
	e, err := d.rescued(name)
	if err != nil {
		return store.File{}, err
	}
	written := d.store.Stat([]string{draftsPath(name)})[draftsPath(name)].Mod
	f, err := d.place(ctx, e, written)
	if err != nil {
		return store.File{}, fmt.Errorf("taking over the draft %s: %w", name, err)
	}
	return f, d.store.RemoveDraft(name)
}

// rescued reads a draft that Recover can take over whole.
func (d *Desk) rescued(name string) (journal.Entry, error) {
	path := draftsPath(name)
	if !isRescue(name) {
		return journal.Entry{}, &store.RefusedError{Path: path, Reason: "it is no mistake that could not be saved"}
	}
	text, there, err := d.store.ReadDraft(name)
	if err != nil {
		return journal.Entry{}, err
	}
	if !there {
		return journal.Entry{}, &store.GoneError{Path: path}
	}
	f, err := store.Decode(path, text)
	if err != nil {
		return journal.Entry{}, err
	}
	if f.Entry.ID == "" {
		return journal.Entry{}, &store.BrokenError{Path: path, Reason: "it has no id"}
	}
	if f.Entry.Schema > journal.Schema {
		return journal.Entry{}, &store.LockedError{Path: path, Reason: f.Locked}
	}
	e, _ := store.Sanitize(f.Entry)
	plain := strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r\n", "\n")
	if len(f.Problems) > 0 || store.Encode(e) != plain { // somebody worked on it by hand
		return journal.Entry{}, &store.RefusedError{Path: path,
			Reason: "it holds more than a mistake can take over, such as comments; copy what you need from it by hand"}
	}
	return e, nil
}

// place returns the file that says what e says: one that is there, or a new one.
func (d *Desk) place(ctx context.Context, e journal.Entry, written time.Time) (store.File, error) {
	half := halfOf(e, when.At(d.now()))
	found, err := d.look(ctx, e, half)
	switch {
	case err != nil:
		return store.File{}, err
	case found.same.Path != "":
		return found.same, nil
	case found.shorter.Path != "" && !found.shorter.Stamp.Mod.After(written):
		onto, _ := store.Continues(found.shorter.Entry, e)
		return d.saveLocked(found.shorter, onto)
	case found.id || !journal.ValidID(e.ID):
		if half.ID, err = d.newID(); err != nil {
			return store.File{}, err
		}
		return d.store.Create(half)
	}
	if e.Captured.IsZero() {
		e.Captured = half.Captured
	}
	return d.store.Create(e)
}

// kin is what the journal has of an entry that is to be recovered.
type kin struct {
	id      bool       // a file with its id
	same    store.File // one that says all that it says
	shorter store.File // one that it goes on from
}

// look looks for an entry in the journal, as itself and as the other half of a conflict.
func (d *Desk) look(ctx context.Context, e, half journal.Entry) (found kin, err error) {
	names, err := d.store.Names()
	if err != nil {
		return found, err
	}
	err = d.store.Scan(ctx, names, workers(), 64, func(batch []store.Scanned) bool {
		for _, s := range batch {
			got := s.File.Entry
			switch {
			case s.Err != nil:
				found.id = found.id || s.Name.ID == e.ID && !isGone(s.Err)
				continue
			case got.ID == e.ID:
				found.id = true
				if _, more := store.Continues(e, got); more {
					found.same = s.File
				} else if _, less := store.Continues(got, e); less && s.File.Locked == "" {
					found.shorter = s.File
				}
			case got.SameAs == e.ID:
				got.ID, got.Captured = half.ID, half.Captured
			}
			if got.Equal(half) {
				found.same = s.File
			}
		}
		return found.same.Path == ""
	})
	return found, err
}

// halfOf is an entry as one of its own that names the one it came from. It has no id yet.
func halfOf(e journal.Entry, captured when.Moment) journal.Entry {
	e = e.Clone()
	e.SameAs, e.ID, e.Captured = e.ID, "", captured
	e.EachOrigin(func(_ string, _ int, o *journal.Origin) { *o = 0 })
	return e
}
