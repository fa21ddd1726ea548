package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Options are the choices of a store. The zero value is good.
type Options struct {
	Slug   bool             // names of new files have the title in them
	Random io.Reader        // for ids; nil: the system's
	FS     FS               // nil: the system's
	Now    func() time.Time // for the folder names of the trash; nil: the system's clock
}

// Store is one journal on disk. It is safe for use by several goroutines, and beside other programs.
type Store struct {
	dir    string
	slug   bool
	fs     FS
	now    func() time.Time
	random io.Reader
	temps  atomic.Uint64
	wait   time.Duration // for the lock

	mu   sync.Mutex // for random
	busy sync.Mutex // held with the lock file, so that goroutines don't wait for one another by polling
}

// Open returns the journal in dir. It creates nothing: a journal that does not exist yet is empty. The error says what to do
// when dir is no folder or may not be read.
func Open(dir string, o Options) (*Store, error) {
	if dir == "" {
		return nil, errors.New("no journal folder was given; name one with --dir")
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("finding the journal %s: %w", dir, err)
	}
	s := &Store{dir: abs, slug: o.Slug, fs: o.FS, now: o.Now, random: o.Random, wait: lockWait}
	if s.fs == nil {
		s.fs = disk{}
	}
	if s.now == nil {
		s.now = time.Now
	}
	if s.random == nil {
		s.random = SystemRandom()
	}
	info, err := s.fs.Stat(abs)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s, nil
	case err != nil:
		return nil, fmt.Errorf("opening the journal: %w; check that you may read that folder, or name another with --dir", err)
	case !info.IsDir():
		return nil, fmt.Errorf("%s is a file, and a journal is a folder; name another place with --dir", abs)
	}
	if _, err := s.fs.ReadDir(abs); err != nil {
		return nil, fmt.Errorf("opening the journal: %w; check that you may read that folder, or name another with --dir", err)
	}
	return s, nil
}

// Dir returns the folder of the journal, absolute.
func (s *Store) Dir() string { return s.dir }

// The folders of a journal.
const (
	entriesDir = "entries"
	trashDir   = "trash"
	draftsDir  = "drafts"
)

// full returns the system's name of a path of the journal.
func (s *Store) full(p string) string { return filepath.Join(s.dir, filepath.FromSlash(p)) }

// check reports whether p is the path of a file that can be an entry under a folder of the journal.
func check(p, under string) error {
	in, ok := strings.CutPrefix(p, under+"/")
	if !ok || !fs.ValidPath(p) || !filepath.IsLocal(filepath.FromSlash(in)) || !isEntryName(path.Base(p)) {
		return fmt.Errorf("%q is no file of this journal's %s folder", p, under)
	}
	return nil
}
