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

// Resolve finds the entry whose id begins with prefix: first by the names of the files, then, for files whose name lacks
// their id, by what is in them. The error is an [*UnknownError] or an [*AmbiguousError], or one of reading.
func (d *Desk) Resolve(ctx context.Context, prefix string) (path string, err error) {
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	if prefix == "" || !journal.IDPrefix(prefix) {
		return "", &UnknownError{prefix}
	}
	names, err := d.store.Names()
	if err != nil {
		return "", err
	}
	var found []string
	var nameless []store.Name
	for _, n := range names {
		switch {
		case n.ID == "":
			nameless = append(nameless, n)
		case strings.HasPrefix(n.ID, prefix):
			found = append(found, n.Path)
		}
	}
	if len(found) == 0 {
		err = d.store.Scan(ctx, nameless, workers(), 64, func(batch []store.Scanned) bool {
			for _, s := range batch {
				if s.Err == nil && strings.HasPrefix(s.File.Entry.ID, prefix) {
					found = append(found, s.Name.Path)
				}
			}
			return true
		})
		if err != nil {
			return "", err
		}
	}
	switch len(found) {
	case 0:
		return "", &UnknownError{prefix}
	case 1:
		return found[0], nil
	}
	return "", &AmbiguousError{prefix, found}
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
