package desk

import (
	"context"
	"fmt"
	"runtime"
	"strings"

	"bounceback/journal"
	"bounceback/journal/shelf"
	"bounceback/journal/store"
)

// UnknownError says that no entry has an id that begins so.
type UnknownError struct{ Prefix string }

func (e *UnknownError) Error() string {
	return fmt.Sprintf("no mistake has an id that begins with %q; “bounceback list” shows them", e.Prefix)
}

// AmbiguousError says that several entries have an id that begins so.
type AmbiguousError struct {
	Prefix string
	Paths  []string
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q fits %d mistakes; write more of the id:\n  %s", e.Prefix, len(e.Paths), strings.Join(e.Paths, "\n  "))
}

// Resolve finds the entry whose id begins with prefix: by the names of the files, and by what is in them for files whose name
// lacks an id. When neither finds one it reads all others too, since a name is a hint and the id is in the file. The error is
// an [*UnknownError] or an [*AmbiguousError], or one of reading.
func (d *Desk) Resolve(ctx context.Context, prefix string) (path string, err error) {
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	if prefix == "" || !journal.IDPrefix(prefix) {
		return "", &UnknownError{prefix}
	}
	names, nerr := d.store.Names()
	if nerr != nil && len(names) == 0 {
		return "", nerr
	}
	var found []string
	var named, nameless []store.Name
	for _, n := range names {
		switch {
		case n.ID == "":
			nameless = append(nameless, n)
		case strings.HasPrefix(n.ID, prefix):
			found = append(found, n.Path)
		default:
			named = append(named, n)
		}
	}
	found = d.withID(found, prefix)
	if len(found) == 0 || len(prefix) < journal.IDLength {
		more, err := d.contain(ctx, nameless, prefix)
		if err != nil {
			return "", err
		}
		found = append(found, more...)
	}
	if len(found) == 0 {
		if found, err = d.contain(ctx, named, prefix); err != nil {
			return "", err
		}
	}
	switch len(found) {
	case 0:
		if nerr != nil { // it may be where nothing could be read
			return "", nerr
		}
		return "", &UnknownError{prefix}
	case 1:
		return found[0], nil
	}
	return "", &AmbiguousError{prefix, found}
}

// manyFound is how many files may have one prefix in their names before nobody looks into them: it is too short anyway.
const manyFound = 32

// withID returns paths without the files that hold another id than their names give. One that can't be read stays: its name
// is all that there is to find it by.
func (d *Desk) withID(paths []string, prefix string) []string {
	if len(paths) > manyFound {
		return paths
	}
	var out []string
	for _, p := range paths {
		f, err := d.store.Load(p)
		if err != nil || f.Entry.ID == "" || strings.HasPrefix(f.Entry.ID, prefix) {
			out = append(out, p)
		}
	}
	return out
}

// contain returns the files that hold an id that begins with prefix.
func (d *Desk) contain(ctx context.Context, names []store.Name, prefix string) (found []string, err error) {
	err = d.store.Scan(ctx, names, workers(), 64, func(batch []store.Scanned) bool {
		for _, s := range batch {
			if s.Err == nil && strings.HasPrefix(s.File.Entry.ID, prefix) {
				found = append(found, s.Name.Path)
			}
		}
		return true
	})
	return found, err
}

// workers leaves one core to the person.
func workers() int { return max(runtime.NumCPU()-1, 1) }

// LoadAll reads the whole journal.
func (d *Desk) LoadAll(ctx context.Context) (shelf.Shelf, error) {
	var all []shelf.Card
	err := d.NewFollower().Load(ctx, func(cards []shelf.Card) bool {
		all = append(all, cards...)
		return true
	})
	return shelf.Shelf{}.With(all, nil), err
}
