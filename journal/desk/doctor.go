package desk

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"bounceback/journal"
	"bounceback/journal/contacts"
	"bounceback/journal/store"
)

// Finding is one thing in the journal that deserves a look. Nothing is changed by finding it.
type Finding struct {
	Path string // relative to the journal, with slashes; "" for the journal itself
	Line int    // from 1; 0 when no line is to blame
	What string // what is wrong, lower case, no period
	Do   string // what to do about it, lower case, no period
}

// Doctor looks at every file of the journal: whether it can be read, whether it can be saved, who may look into it, and what
// lies there that is no entry. It returns how many entries were looked at. A journal that does not exist yet is in order.
func (d *Desk) Doctor(ctx context.Context) (looked int, found []Finding, err error) {
	names, err := d.store.Names()
	if err != nil {
		return 0, nil, err
	}
	byID, stems := map[string][]string{}, map[string]string{}
	err = d.store.Scan(ctx, names, workers(), laterBatch, func(batch []store.Scanned) bool {
		for _, s := range batch {
			if isGone(s.Err) {
				continue
			}
			looked++
			found = append(found, examine(s)...)
			stem := DraftID(s.Name.Path, s.File.Entry.ID)
			if stems[stem] = stem; !journal.ValidID(stem) {
				stems[stem] = s.Name.Path
			}
			if id := s.File.Entry.ID; s.Err == nil && id != "" {
				byID[id] = append(byID[id], s.Name.Path)
			}
		}
		return true
	})
	if err != nil {
		return looked, found, err
	}
	known := make(map[string]bool, len(names))
	for _, n := range names {
		known[n.Path] = true
	}
	found = append(append(found, twins(byID)...), d.strangeContacts()...)
	around, err := d.around(known, stems)
	return looked, append(found, around...), err
}

// strangeContacts finds contacts that can't be read: nothing can be sent until they can.
func (d *Desk) strangeContacts() []Finding {
	_, err := d.Contacts()
	if err == nil {
		return nil
	}
	f := Finding{Path: contacts.FileName, What: err.Error(), Do: "correct it in your editor"}
	var wrong *contacts.Error
	var broken *store.BrokenError
	switch {
	case errors.As(err, &wrong):
		f.Line, f.What = wrong.Line, wrong.What
		if wrong.Hint != "" {
			f.Do = wrong.Hint
		}
	case errors.As(err, &broken):
		f.What = broken.Reason
	}
	return []Finding{f}
}

// examine tells what is wrong with one file by itself.
func examine(s store.Scanned) []Finding {
	path, e := s.Name.Path, &s.File.Entry
	if s.Err != nil {
		c := CardOf(path, s.File, s.Err)
		return []Finding{{path, c.Line, c.Broken, "correct it with: bounceback edit " + handle(path, e)}}
	}
	var out []Finding
	for _, p := range s.File.Problems {
		if p.Key == "id" { // told below, with what to do about an id
			continue
		}
		what := p.Reason
		if p.Key != "" {
			what = p.Key + ": " + p.Reason
		}
		out = append(out, Finding{path, p.Line, what, "it is kept as it stands and not used; correct it with: bounceback edit " + handle(path, e)})
	}
	rewrite := "write it anew with: bounceback doctor --rewrite " + handle(path, e)
	if f, err := store.Decode(path, s.File.Text); err == nil && f.Locked != "" { // other locks come from what is around the file
		out = append(out, Finding{Path: path, What: "it can only be read: " + f.Locked, Do: unlock(f, rewrite)})
	}
	if e.ID == "" || !journal.ValidID(e.ID) {
		out = append(out, Finding{Path: path, What: "it has no id by which commands could name it", Do: rewrite})
	}
	if e.Schema == 0 {
		out = append(out, Finding{Path: path, What: "it does not say schema = 1", Do: rewrite})
	}
	if strings.TrimSpace(e.Title) == "" {
		out = append(out, Finding{Path: path, What: "it has no title", Do: "give it one with: bounceback edit " + handle(path, e)})
	}
	if id := store.NameID(path); id != "" && e.ID != "" && id != e.ID {
		out = append(out, Finding{Path: path, What: fmt.Sprintf("its name says %s and the file says id = %q", id, e.ID),
			Do: "the file counts; rename it so that it ends in ." + e.ID + ".toml"})
	}
	return out
}

// handle is what names a file in a command: its id, or its path when the id is not there or not the only one.
func handle(path string, e *journal.Entry) string {
	if id := store.NameID(path); id != "" && (e.ID == id || e.ID == "") {
		return id
	}
	return path
}

// unlock is what to do about a text that can only be read.
func unlock(f store.File, rewrite string) string {
	switch {
	case f.Entry.Schema > journal.Schema:
		return "bring bounceback up to date"
	case !utf8.ValidString(f.Text):
		return "open it in an editor, and save it as UTF-8"
	}
	return rewrite
}

// twins finds files that share an id. It belongs to the oldest of those that have it in their names, or else to the oldest.
func twins(byID map[string][]string) []Finding {
	var out []Finding
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		paths := byID[id]
		owner := paths[len(paths)-1] // they come newest first
		for _, path := range slices.Backward(paths) {
			if store.NameID(path) == id {
				owner = path
				break
			}
		}
		for _, path := range paths {
			if path != owner {
				out = append(out, Finding{Path: path, What: "it has the same id as " + owner,
					Do: "if it is a copy, move it away; if it is a mistake of its own, give it a new id with: bounceback doctor --rewrite " + path})
			}
		}
	}
	return out
}

// Rewrite writes a file anew in its canonical form; what it was goes to the trash first. A file whose id another file has
// too gets a new id.
func (d *Desk) Rewrite(ctx context.Context, path string) (store.File, error) {
	f, err := d.Open(path)
	if err != nil {
		return store.File{}, err
	}
	shared, err := d.shared(ctx, f)
	if err != nil {
		return store.File{}, err
	}
	return d.store.Rewrite(path, shared)
}

// shared reports whether another file has the id of f.
func (d *Desk) shared(ctx context.Context, f store.File) (bool, error) {
	names, err := d.store.Names()
	if err != nil || f.Entry.ID == "" {
		return false, err
	}
	var nameless []store.Name
	for _, n := range names {
		switch {
		case n.Path == f.Path:
		case n.ID == f.Entry.ID:
			return true, nil
		case n.ID == "":
			nameless = append(nameless, n)
		}
	}
	other := false
	err = d.store.Scan(ctx, nameless, workers(), laterBatch, func(batch []store.Scanned) bool {
		for _, s := range batch {
			other = other || s.Err == nil && s.File.Entry.ID == f.Entry.ID
		}
		return !other
	})
	return other && store.NameID(f.Path) != f.Entry.ID, err
}
