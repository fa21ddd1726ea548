package store

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

// claimPrefix begins the names of the files by which programs know of one another. They are empty.
const claimPrefix = ".alive-"

// ErrClaimed says that another program has claimed a mark.
var ErrClaimed = errors.New("another program is at work on it")

// Claim says to other programs that this one is at work on the drafts that carry this mark, until release is called or the
// program ends, however it ends. The error is [ErrClaimed] when another one is; any other one says that the file system has
// no locks, so that nobody knows.
func (s *Store) Claim(mark string) (release func(), err error) {
	name := s.claim(mark)
	l := flock.New(name, flock.SetPermissions(filePerm))
	mine, err := l.TryLock()
	if err == nil && !mine {
		err = ErrClaimed
	}
	if err != nil {
		return func() {}, err
	}
	return func() { s.unclaim(name, l) }, nil
}

// unclaim removes the file first, so that nobody claims what is about to go. Where a file that is open can't be removed, it
// goes afterwards.
func (s *Store) unclaim(name string, l *flock.Flock) {
	gone := s.fs.Remove(name)
	l.Unlock()
	if gone != nil {
		s.fs.Remove(name)
	}
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
		s.unclaim(name, l)
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
