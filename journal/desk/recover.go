package desk

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"bounceback/journal"
	"bounceback/journal/store"
	"bounceback/journal/when"
)

// Rescued lists the drafts that hold a whole entry whose save failed, for [Desk.Recover]. Copies that an editor works on are
// not among them. What can't be read is left out; the error then says why.
func (d *Desk) Rescued() ([]string, error) {
	names, err := d.Leftovers()
	var out []string
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
			out = append(out, n)
		}
	}
	return out, err
}

func draftsPath(name string) string { return "drafts/" + name }

func isRescue(name string) bool {
	return strings.HasSuffix(name, ".toml") && !strings.Contains(name, editing+".") && !strings.Contains(name, editing+"-")
}

// Recover takes over one of [Desk.Rescued]. When the journal has a mistake with that id that says the same, there is nothing
// to do; when it says something else, the draft becomes a mistake of its own that names the other one; when there is none, it
// is created again. It returns the file that holds the text. Only then the draft is removed: after any error it is still
// there, and recovering it again makes no second copy.
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
	f, err := d.place(ctx, e)
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
func (d *Desk) place(ctx context.Context, e journal.Entry) (store.File, error) {
	half := halfOf(e, when.At(d.now()))
	there, same, err := d.says(ctx, e, half)
	switch {
	case err != nil:
		return store.File{}, err
	case same.Path != "":
		return same, nil
	case there || !journal.ValidID(e.ID):
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

// says looks whether the journal has an entry with the id of e, and for a file that says the same as e, or as its other half.
func (d *Desk) says(ctx context.Context, e, half journal.Entry) (there bool, same store.File, err error) {
	names, err := d.store.Names()
	if err != nil {
		return false, same, err
	}
	err = d.store.Scan(ctx, names, workers(), 64, func(batch []store.Scanned) bool {
		for _, s := range batch {
			got := s.File.Entry
			switch {
			case s.Err != nil:
				there = there || s.Name.ID == e.ID && !isGone(s.Err)
				continue
			case got.ID == e.ID:
				there = true
			case got.SameAs == e.ID:
				got.ID, got.Captured = half.ID, half.Captured
			}
			if got.Equal(e) || got.Equal(half) {
				same = s.File
			}
		}
		return same.Path == ""
	})
	return there, same, err
}

// halfOf is an entry as one of its own that names the one it came from. It has no id yet.
func halfOf(e journal.Entry, captured when.Moment) journal.Entry {
	e = e.Clone()
	e.SameAs, e.ID, e.Captured = e.ID, "", captured
	e.EachOrigin(func(_ string, _ int, o *journal.Origin) { *o = 0 })
	return e
}
