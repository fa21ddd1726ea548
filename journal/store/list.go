package store

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"bounceback/journal/when"
)

// Name is what the name of a file tells without opening it.
type Name struct {
	Path  string
	ID    string // as the name has it; "" when it has none
	Day   string // "2026-11-12", as the name has it; "" when it has none
	Stamp Stamp  // zero from [Store.Names]
}

// Names lists the files of all entries, newest first by their names. It reads folders and opens no file. A folder that
// cannot be read is an error; the names from all others are listed beside it.
func (s *Store) Names() ([]Name, error) {
	var out []Name
	err := s.walk(entriesDir, func(p string) { out = append(out, nameOf(p)) })
	newestFirst(out)
	return out, err
}

// Newest lists some of the newest entries without reading the whole journal's names: the files of the latest year folders,
// at least n where there are as many. It is for the first screen; [Store.Names] is what counts.
func (s *Store) Newest(n int) ([]Name, error) {
	list, err := s.fs.ReadDir(s.full(entriesDir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var out []Name
	for _, e := range slices.Backward(list) { // ReadDir sorts by name
		if len(out) >= n {
			break
		}
		if _, nerr := strconv.Atoi(e.Name()); nerr == nil && e.IsDir() {
			err = errors.Join(err, s.walk(entriesDir+"/"+e.Name(), func(p string) { out = append(out, nameOf(p)) }))
		}
	}
	newestFirst(out)
	return out, err
}

func newestFirst(names []Name) {
	slices.SortFunc(names, func(a, b Name) int {
		return cmp.Or(cmp.Compare(b.Day, a.Day), cmp.Compare(path.Base(b.Path), path.Base(a.Path)), cmp.Compare(b.Path, a.Path))
	})
}

func nameOf(p string) Name {
	n := Name{Path: p, ID: nameID(p)}
	if base := path.Base(p); len(base) >= 10 {
		if m, err := when.Parse(base[:10]); err == nil && m.Kind() == when.Date {
			n.Day = base[:10]
		}
	}
	return n
}

// Strays lists the files under entries/ that are no entries but may hold a person's words: the copies that sync tools make
// of a conflict, backups of editors, and temporary files that a killed program left. Nothing here touches them.
func (s *Store) Strays() ([]string, error) {
	var out []string
	err := s.walkAll(entriesDir, func(p string, e fs.DirEntry) {
		if name := e.Name(); e.Type().IsRegular() && !isEntryName(name) &&
			(strings.Contains(name, ".toml") || strings.HasPrefix(name, tempPrefix)) {
			out = append(out, p)
		}
	})
	slices.Sort(out)
	return out, err
}

// walk calls found for every file under a folder of the journal that can be an entry.
func (s *Store) walk(dir string, found func(p string)) error {
	return s.walkAll(dir, func(p string, e fs.DirEntry) {
		switch {
		case !isEntryName(e.Name()):
		case e.Type().IsRegular():
			found(p)
		case e.Type()&fs.ModeSymlink != 0:
			if info, err := s.fs.Stat(s.full(p)); err == nil && info.Mode().IsRegular() {
				found(p)
			}
		}
	})
}

// walkAll calls found for everything under a folder of the journal that is no folder. It leaves hidden folders out, and goes
// through no symbolic link but the folder's own, so that it ends.
func (s *Store) walkAll(dir string, found func(p string, e fs.DirEntry)) error {
	list, err := s.fs.ReadDir(s.full(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		err = fmt.Errorf("reading the folder %s: %w", dir, err)
	}
	for _, e := range list {
		p := dir + "/" + e.Name()
		switch {
		case !e.IsDir():
			found(p, e)
		case !strings.HasPrefix(e.Name(), "."):
			err = errors.Join(err, s.walkAll(p, found))
		}
	}
	return err
}

// isEntryName reports whether a file's name can be an entry's. Hidden and temporary files, the backups of editors and the
// copies that sync tools make of a conflict are none.
func isEntryName(name string) bool {
	if !strings.HasSuffix(name, ".toml") || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") ||
		strings.HasPrefix(name, "~") {
		return false
	}
	low := strings.ToLower(name)
	for _, mark := range []string{".sync-conflict-", "conflicted copy", ".bak.", "~."} {
		if strings.Contains(low, mark) {
			return false
		}
	}
	return true
}
