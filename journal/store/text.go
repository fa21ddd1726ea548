package store

import (
	"fmt"
	"strings"
	"time"
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
// since base was read is merged in, as [Store.Save] does.
func (s *Store) SaveText(base File, text string) (File, error) {
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
	f, done, err := s.replaceText(base, next)
	if err != nil || done {
		return f, err
	}
	want := next.Entry
	return s.Save(base, want)
}

// replaceText writes next as it stands when the file is still base; done is false when another program changed it.
func (s *Store) replaceText(base File, next *doc) (f File, done bool, err error) {
	if err := check(base.Path, entriesDir); err != nil {
		return File{}, false, err
	}
	if _, err := s.fs.Stat(s.full(base.Path)); err != nil {
		return File{}, false, readError(base.Path, err)
	}
	unlock, err := s.lock()
	if err != nil {
		return File{}, false, err
	}
	defer unlock()
	now, _, err := s.text(base.Path, maxSize)
	if err != nil {
		return File{}, false, err
	}
	if now != base.Text {
		return File{}, false, nil
	}
	name, mode, err := s.target(base.Path)
	if err != nil {
		return File{}, false, err
	}
	if next.Stamp, err = s.replace(name, seal(next.Text), mode); err != nil {
		return File{}, false, fmt.Errorf("saving %s: %w", base.Path, err)
	}
	return next.File, true, nil
}

// Text returns the bytes of a file under entries/ as they are, whether they are an entry or not.
func (s *Store) Text(path string) (string, error) {
	if err := check(path, entriesDir); err != nil {
		return "", err
	}
	text, _, err := s.text(path, maxSize)
	return text, err
}
