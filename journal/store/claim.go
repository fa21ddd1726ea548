package store

import (
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

// claimPrefix begins the names of the files by which programs know of one another. They are empty.
const claimPrefix = ".alive-"

// Claim says to other programs that this one is at work on the drafts that carry this mark, until release is called or the
// program ends, however it ends. Where the file system has no locks the error says so, and nobody knows.
func (s *Store) Claim(mark string) (release func(), err error) {
	name := s.claim(mark)
	l := flock.New(name, flock.SetPermissions(filePerm))
	if _, err := l.TryLock(); err != nil {
		return func() {}, err
	}
	return func() {
		l.Unlock()
		s.fs.Remove(name)
	}, nil
}

// Claimed reports whether a program that is running has claimed this mark, on this computer.
func (s *Store) Claimed(mark string) bool {
	name := s.claim(mark)
	if info, err := s.fs.Lstat(name); err != nil || !info.Mode().IsRegular() {
		return false
	}
	l := flock.New(name, flock.SetPermissions(filePerm))
	free, err := l.TryLock()
	if free && err == nil { // left by one that was killed
		l.Unlock()
		s.fs.Remove(name)
	}
	return err == nil && !free
}

// SweepClaims removes what programs that were killed left behind.
func (s *Store) SweepClaims() {
	list, err := s.fs.ReadDir(s.dir)
	if err != nil {
		return
	}
	for _, e := range list {
		if mark, ok := strings.CutPrefix(e.Name(), claimPrefix); ok {
			s.Claimed(mark)
		}
	}
}

func (s *Store) claim(mark string) string { return filepath.Join(s.dir, claimPrefix+mark) }
