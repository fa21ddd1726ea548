package store

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"bounceback/journal"
)

// A deleted file lies whole in trash/TIME/, under the path that it had in entries/. Each deletion has a folder of its own, so
// that nothing in the trash is ever written over.

const trashTime = "20060102T150405Z"

// Trashed is one file in the trash.
type Trashed struct {
	Path  string    // relative to the journal
	Title string    // the file's name when it cannot be read
	ID    string    // "" when it cannot be read and its name has none
	At    time.Time // when it was deleted, in UTC; zero when its folder does not tell
	Err   error     // why it cannot be read; it can be restored all the same
}

// Trash moves the file at path to the trash and returns where it is now. A file that cannot be read goes there whole as well.
func (s *Store) Trash(p string) (trashPath string, err error) {
	if err := check(p, entriesDir); err != nil {
		return "", err
	}
	if _, err := s.fs.Lstat(s.full(p)); err != nil {
		return "", readError(p, err)
	}
	unlock, err := s.lock()
	if err != nil {
		return "", err
	}
	defer unlock()
	if _, err := s.fs.Lstat(s.full(p)); err != nil {
		return "", readError(p, err)
	}
	trashPath, err = s.trashPlace(p)
	if err != nil {
		return "", err
	}
	if err := s.fs.Rename(s.full(p), s.full(trashPath)); err != nil {
		s.prune(path.Dir(trashPath))
		return "", fmt.Errorf("moving %s to the trash: %w", p, err)
	}
	return trashPath, errors.Join(s.syncDir(s.full(path.Dir(trashPath))), s.syncDir(s.full(path.Dir(p))))
}

// trashPlace makes a new folder in the trash for the file at p, and returns the path that it has there.
func (s *Store) trashPlace(p string) (string, error) {
	if err := s.mkdir(s.full(trashDir)); err != nil {
		return "", err
	}
	stamp := s.now().UTC().Format(trashTime)
	for n := 1; ; n++ {
		dir := trashDir + "/" + stamp
		if n > 1 {
			dir = fmt.Sprintf("%s-%d", dir, n)
		}
		err := s.fs.Mkdir(s.full(dir), dirPerm)
		if errors.Is(err, fs.ErrExist) && n < 10000 {
			continue
		}
		if err != nil {
			return "", fmt.Errorf("making a folder in the trash: %w", err)
		}
		if err := s.syncDir(s.full(trashDir)); err != nil {
			return "", err
		}
		to := dir + strings.TrimPrefix(p, entriesDir)
		return to, s.mkdir(filepath.Dir(s.full(to)))
	}
}

// Restore moves a file from the trash back to where it was. It never replaces anything: when its place is taken, it is
// restored beside, with a number in its name.
func (s *Store) Restore(trashPath string) (string, error) {
	if err := check(trashPath, trashDir); err != nil {
		return "", err
	}
	if _, err := s.fs.Lstat(s.full(trashPath)); err != nil {
		return "", readError(trashPath, err)
	}
	unlock, err := s.lock()
	if err != nil {
		return "", err
	}
	defer unlock()
	home := homeOf(trashPath)
	if err := s.mkdir(s.full(path.Dir(home))); err != nil {
		return "", err
	}
	to := home
	for n := 2; ; n++ {
		err := s.moveNew(s.full(trashPath), s.full(to))
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrExist) || n > 100 {
			return "", fmt.Errorf("restoring %s: %w", trashPath, err)
		}
		to = fmt.Sprintf("%s-%d.toml", strings.TrimSuffix(home, ".toml"), n)
	}
	err = errors.Join(s.syncDir(s.full(path.Dir(to))), s.syncDir(s.full(path.Dir(trashPath))))
	s.prune(path.Dir(trashPath))
	return to, err
}

// homeOf returns where a file in the trash belongs.
func homeOf(trashPath string) string {
	in := strings.TrimPrefix(trashPath, trashDir+"/")
	if first, rest, ok := strings.Cut(in, "/"); ok && !trashedAt(first).IsZero() {
		in = rest
	}
	return entriesDir + "/" + in
}

// trashedAt reads the name of a folder in the trash.
func trashedAt(dir string) time.Time {
	stamp, _, _ := strings.Cut(dir, "-")
	at, err := time.Parse(trashTime, stamp)
	if err != nil {
		return time.Time{}
	}
	return at
}

// TrashList lists what is in the trash, last deleted first.
func (s *Store) TrashList() ([]Trashed, error) {
	var out []Trashed
	err := s.walk(trashDir, func(p string) {
		first, _, _ := strings.Cut(strings.TrimPrefix(p, trashDir+"/"), "/")
		t := Trashed{Path: p, Title: path.Base(p), ID: nameID(p), At: trashedAt(first)}
		text, _, err := s.text(p, maxSize)
		var d *doc
		if err == nil {
			d, err = decode(p, text)
		}
		if t.Err = err; err == nil {
			t.Title, t.ID = d.Entry.Name(), cmp.Or(d.Entry.ID, t.ID)
		}
		out = append(out, t)
	})
	slices.SortFunc(out, func(a, b Trashed) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(a.Path, b.Path)) })
	return out, err
}

// Erase deletes a file in the trash for good, with every draft of its entry and what was made of it in outbox/. Those stay when
// another file, in use or in the trash, has the same id or may have it.
func (s *Store) Erase(trashPath string) error {
	if err := check(trashPath, trashDir); err != nil {
		return err
	}
	unlock, err := s.lock()
	if err != nil {
		return err
	}
	defer unlock()
	text, _, err := s.text(trashPath, maxSize)
	var gone *GoneError
	if errors.As(err, &gone) {
		return err
	}
	id := nameID(trashPath)
	if d, derr := decode(trashPath, text); err == nil && derr == nil && d.Entry.ID != "" {
		id = d.Entry.ID
	}
	made, err := s.onlyOf(id, trashPath)
	if err != nil {
		return err
	}
	if err := s.removeMade(made); err != nil {
		return err
	}
	if err := s.fs.Remove(s.full(trashPath)); err != nil {
		return fmt.Errorf("erasing %s: %w", trashPath, err)
	}
	err = s.syncDir(s.full(path.Dir(trashPath)))
	s.prune(path.Dir(trashPath))
	return err
}

// onlyOf lists the drafts of the file at p and what was made of it for others, as full names, unless they may be another file's
// too. A short id written by hand could begin any name, so it has none.
func (s *Store) onlyOf(id, p string) ([]string, error) {
	if !journal.ValidID(id) {
		return nil, nil
	}
	drafts, err := s.Drafts()
	if err != nil {
		return nil, err
	}
	made, err := s.outgoing(id)
	if err != nil {
		return nil, err
	}
	for _, name := range drafts {
		if strings.HasPrefix(name, id) {
			made = append(made, s.DraftPath(name))
		}
	}
	if len(made) == 0 { // then there is no need to look at every file
		return nil, nil
	}
	shared, err := s.elsewhere(id, p)
	if shared || err != nil {
		return nil, err
	}
	return made, nil
}

// removeMade removes files that were made of an entry, for good.
func (s *Store) removeMade(names []string) error {
	dirs := map[string]bool{}
	for _, name := range names {
		if err := s.fs.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing %s: %w", name, err)
		}
		dirs[filepath.Dir(name)] = true
	}
	for dir := range dirs {
		if err := s.syncDir(dir); err != nil {
			return err
		}
	}
	return nil
}

// elsewhere reports whether a file other than the one at p has the id in its name or its text. One that is not to be read may
// have it. A failing disk is an error.
func (s *Store) elsewhere(id, p string) (found bool, err error) {
	look := func(other string) {
		if found || other == p {
			return
		}
		if found = nameID(other) == id; found {
			return
		}
		text, _, rerr := s.text(other, maxSize)
		var gone *GoneError
		var broken *BrokenError
		switch {
		case errors.As(rerr, &gone):
		case errors.As(rerr, &broken), rerr == nil && !utf8.ValidString(text):
			found = true
		case rerr != nil:
			err = errors.Join(err, rerr)
		case strings.Contains(text, id): // most files don't have it, and need no decoding
			d, derr := decode(other, text)
			found = derr != nil || d.Entry.ID == id
		}
	}
	werr := errors.Join(s.walk(entriesDir, look), s.walk(trashDir, look))
	if found {
		return true, nil
	}
	return false, errors.Join(err, werr)
}

// prune removes folders of the trash that have become empty; one that is not stays.
func (s *Store) prune(dir string) {
	for strings.HasPrefix(dir, trashDir+"/") {
		if s.fs.Remove(s.full(dir)) != nil {
			return
		}
		dir = path.Dir(dir)
	}
}
