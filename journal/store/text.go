package store

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"bounceback/journal"
)

// NameID returns the id that the name of a file gives, and "" when it gives none.
func NameID(path string) string { return nameID(path) }

// Dirs returns when entries/ and each folder below it last changed, by their paths. A journal that does not exist yet has
// none. A file that appears, vanishes or is replaced changes the time of its folder.
func (s *Store) Dirs() (map[string]time.Time, error) {
	out := map[string]time.Time{}
	return out, s.dirs(entriesDir, out)
}

func (s *Store) dirs(dir string, out map[string]time.Time) error {
	info, err := s.fs.Stat(s.full(dir))
	if err != nil {
		if gone, ok := readError(dir, err).(*GoneError); ok && gone.Path == dir {
			return nil
		}
		return fmt.Errorf("looking at the folder %s: %w", dir, err)
	}
	out[dir] = info.ModTime()
	list, err := s.fs.ReadDir(s.full(dir))
	if err != nil {
		return fmt.Errorf("reading the folder %s: %w", dir, err)
	}
	for _, e := range list {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			if err := s.dirs(dir+"/"+e.Name(), out); err != nil {
				return err
			}
		}
	}
	return nil
}

// SaveText makes the file of base hold text, the whole file as a person edited it. A text that is no entry is a
// [*BrokenError] with its line, and one with another id is refused; the file is as it was then. What other programs changed
// since base was read is merged in, as [Store.Save] does. Comments and keys that this program does not know come from the
// side that changed them; when both did, that is a conflict with the key [RestKey].
func (s *Store) SaveText(base File, text string) (File, error) {
	if err := check(base.Path, entriesDir); err != nil {
		return File{}, err
	}
	next, err := decode(base.Path, text)
	if err != nil {
		return File{}, err
	}
	if next.Locked != "" {
		return File{}, &LockedError{Path: base.Path, Reason: next.Locked}
	}
	if next.Entry.ID != base.Entry.ID {
		return File{}, &RefusedError{Path: base.Path, Reason: "the id of an entry never changes; put id = \"" + base.Entry.ID + "\" back"}
	}
	return s.locked(base.Path, func() (File, error) { return s.saveText(base, next) })
}

// RestKey stands in [ConflictError.Keys] for comments and keys that this program does not know.
const RestKey = "comments and other keys"

func (s *Store) saveText(base File, next *doc) (File, error) {
	now, info, err := s.text(base.Path, maxSize)
	if err != nil {
		return File{}, err
	}
	if info.Mode()&0o200 == 0 {
		return File{}, &LockedError{Path: base.Path, Reason: lockedMode}
	}
	if now == base.Text || now == next.Text { // also when what stands there is broken or locked: this is how it is mended
		return s.put(&doc{File: File{Path: base.Path, Stamp: stampOf(info)}}, next)
	}
	cur, err := s.load(base.Path)
	if err != nil {
		return File{}, err
	}
	if cur.Locked != "" {
		return File{}, &LockedError{Path: base.Path, Reason: cur.Locked}
	}
	old, err := decode(base.Path, base.Text)
	if err != nil {
		return File{}, err
	}
	mine := aligned(&old.Entry, &next.Entry)
	merged, keys := Merge(old.Entry, mine, cur.Entry)
	mineRest, theirRest := !sameRest(old, next), !sameRest(old, cur)
	if mineRest && theirRest {
		keys = append(keys, RestKey)
	}
	if len(keys) > 0 {
		base.Entry = old.Entry
		return File{}, &ConflictError{Base: base, Theirs: cur.File, Keys: keys, Merged: merged, edited: &mine}
	}
	if !mineRest {
		return s.write(cur, merged)
	}
	merged, _ = Merge(old.Entry, aligned(&old.Entry, &cur.Entry), next.Entry) // onto the edited text, with its comments
	if next, err = change(next, &merged); err != nil {
		return File{}, err
	}
	return s.put(cur, next)
}

// aligned returns e with origins that say which elements of base its own were, found by what they say.
func aligned(base, e *journal.Entry) journal.Entry {
	out := e.Clone()
	for i := range tables {
		t := &tables[i]
		if !t.list {
			continue
		}
		for n, of := range matchRows(t, base, &out) {
			*t.origin(t.row(&out, n)) = journal.Origin(of + 1)
		}
	}
	return out
}

// sameRest reports whether two texts have the same comments and the same keys beside those of the tables.
func sameRest(a, b *doc) bool {
	return sameAny(unknown(a.m, "", nil, nil), unknown(b.m, "", nil, nil)) && slices.Equal(remarks(a.cut, nil), remarks(b.cut, nil))
}

// Text returns the bytes of a file under entries/ as they are, whether they are an entry or not.
func (s *Store) Text(path string) (string, error) {
	if err := check(path, entriesDir); err != nil {
		return "", err
	}
	text, _, err := s.text(path, maxSize)
	return text, err
}
