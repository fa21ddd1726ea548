package store

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"bounceback/journal"
)

// Save makes the file of base say want, and returns it as it is then. What other programs changed since base was read is
// kept; see [Merge]. A save that changes nothing writes nothing, and a save never creates.
//
// Errors, after each of which the file is as it was: [*ConflictError] when both sides changed the same thing, [*GoneError],
// [*BrokenError] and [*LockedError] for what became of the file, [*RefusedError] when writing would do harm, and any error of
// the disk. (When only the last step fails, making the new name durable, the file may have its new content already.)
func (s *Store) Save(base File, want journal.Entry) (File, error) {
	if err := check(base.Path, entriesDir); err != nil {
		return File{}, err
	}
	if base.Locked != "" {
		return File{}, &LockedError{Path: base.Path, Reason: base.Locked}
	}
	if key := invalidText(&want); key != "" {
		return File{}, &RefusedError{Path: base.Path, Reason: key + " holds bytes that are not UTF-8 text"}
	}
	return s.locked(base.Path, func() (File, error) { return s.saveOnce(base, want) })
}

// locked calls save under the lock, and again when an editor wrote the file in the meantime.
func (s *Store) locked(path string, save func() (File, error)) (File, error) {
	if _, err := s.fs.Stat(s.full(path)); err != nil { // asked first: where no journal is, the lock could only fail
		return File{}, readError(path, err)
	}
	unlock, err := s.lock()
	if err != nil {
		return File{}, err
	}
	defer unlock()
	for tries := 0; ; tries++ {
		f, err := save()
		if !errors.Is(err, errMeantime) || tries == maxTries {
			return f, err
		}
	}
}

// Editors know nothing of the lock. A file that one of them wrote while the new text was on its way is read and merged again.
const maxTries = 5

var errMeantime = errors.New("the file keeps changing; try again in a moment")

func (s *Store) saveOnce(base File, want journal.Entry) (File, error) {
	cur, err := s.load(base.Path)
	if err != nil {
		return File{}, err
	}
	if cur.Locked != "" {
		return File{}, &LockedError{Path: base.Path, Reason: cur.Locked}
	}
	if cur.Text != base.Text {
		if want, err = merge(base, want, cur); err != nil {
			return File{}, err
		}
	}
	return s.write(cur, want)
}

// merge brings want, made from base, onto the file as it is now.
func merge(base File, want journal.Entry, cur *doc) (journal.Entry, error) {
	old, err := decode(base.Path, base.Text)
	if err != nil {
		return want, err
	}
	merged, keys := Merge(old.Entry, want, cur.Entry)
	if len(keys) > 0 {
		base.Entry = old.Entry // as it was read, whatever the caller did with it
		return want, &ConflictError{Base: base, Theirs: cur.File, Keys: keys, Merged: merged}
	}
	return merged, nil
}

// write changes the file of cur to want.
func (s *Store) write(cur *doc, want journal.Entry) (File, error) {
	if want.ID != cur.Entry.ID || want.Schema != cur.Entry.Schema {
		return File{}, &RefusedError{Path: cur.Path, Reason: "the id and the schema of an entry never change"}
	}
	if want.Equal(cur.Entry) {
		return cur.File, nil
	}
	next, err := change(cur, &want)
	if err != nil {
		return File{}, err
	}
	return s.put(cur, next)
}

// put writes next over the file, unless that is no longer cur.
func (s *Store) put(cur, next *doc) (File, error) {
	name, mode, err := s.target(cur.Path)
	if err != nil {
		return File{}, err
	}
	unchanged := func() error {
		info, err := s.fs.Stat(name)
		if err != nil {
			return readError(cur.Path, err)
		}
		if stampOf(info) != cur.Stamp {
			return errMeantime
		}
		return nil
	}
	if next.Stamp, err = s.replace(name, seal(next.Text), mode, unchanged); err != nil {
		return File{}, fmt.Errorf("saving %s: %w", cur.Path, err)
	}
	return next.File, nil
}

// target returns where the bytes of a path really are, since a rename would replace a symbolic link, and the mode of the new
// file: the old one's, but never for anybody else.
func (s *Store) target(path string) (name string, mode fs.FileMode, err error) {
	if name, err = s.fs.Resolve(s.full(path)); err != nil {
		return "", 0, readError(path, err)
	}
	info, err := s.fs.Stat(name)
	if err != nil {
		return "", 0, readError(path, err)
	}
	return filepath.Clean(name), info.Mode().Perm() & dirPerm, nil
}

// invalidText returns the first key whose text is not UTF-8, which TOML cannot hold, or "".
func invalidText(e *journal.Entry) string {
	for i := range tables {
		t := &tables[i]
		for n := range t.rows(e) {
			for _, k := range t.keys {
				bad := false
				switch v := k.get(t.row(e, n)).(type) {
				case string:
					bad = !utf8.ValidString(v)
				case []string:
					bad = !utf8.ValidString(strings.Join(v, "\n"))
				}
				if bad {
					return t.join(k.name)
				}
			}
		}
	}
	return ""
}

// Sanitize returns e with U+FFFD in place of bytes that are not UTF-8, and whether there were any. Saving refuses such
// bytes; keep the text as it came elsewhere, then save the sanitized one.
func Sanitize(e journal.Entry) (clean journal.Entry, changed bool) {
	clean = e.Clone()
	for i := range tables {
		t := &tables[i]
		for n := range t.rows(&clean) {
			row := t.row(&clean, n)
			for _, k := range t.keys {
				switch v := k.get(row).(type) {
				case string:
					if !utf8.ValidString(v) {
						k.set(row, strings.ToValidUTF8(v, "\uFFFD"))
						changed = true
					}
				case []string:
					for j := range v {
						if !utf8.ValidString(v[j]) {
							v[j] = strings.ToValidUTF8(v[j], "\uFFFD")
							changed = true
						}
					}
				}
			}
		}
	}
	return clean, changed
}
