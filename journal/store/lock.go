package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"
	"time"

	"github.com/gofrs/flock"
)

const (
	lockName = ".lock"
	lockWait = 5 * time.Second
	lockPoll = 10 * time.Millisecond
)

// lock keeps other programs, and other goroutines, from changing files of the journal until unlock is called. It waits up to
// five seconds. Reading needs no lock.
func (s *Store) lock() (unlock func(), err error) {
	s.busy.Lock()
	release, err := s.lockFile()
	if err != nil {
		s.busy.Unlock()
		return nil, err
	}
	return func() { release(); s.busy.Unlock() }, nil
}

func (s *Store) lockFile() (unlock func(), err error) {
	ctx, cancel := context.WithTimeout(context.Background(), s.wait)
	defer cancel()
	l := flock.New(filepath.Join(s.dir, lockName), flock.SetPermissions(filePerm))
	_, err = l.TryLockContext(ctx, lockPoll)
	switch {
	case err == nil:
		return func() { l.Unlock() }, nil
	case errors.Is(err, context.DeadlineExceeded):
		return nil, errors.New("another program is changing the journal and does not finish; try again in a moment")
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return nil, fmt.Errorf("you may read this journal and not change it; check the permissions of %s: %w", s.dir, err)
	case errors.Is(err, errors.ErrUnsupported), errors.Is(err, syscall.ENOSYS), errors.Is(err, syscall.ENOLCK), errors.Is(err, syscall.EINVAL):
		// A file system without locks: the comparison before each rename still catches nearly every collision.
		return func() {}, nil
	}
	return nil, fmt.Errorf("locking the journal: %w", err)
}
