package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"syscall"
)

// maxSize is the size in bytes from which on a file is taken for something else than an entry.
const maxSize = 8 << 20

const tooLarge = "it is larger than 8 MiB, which no entry is"

const (
	lockedMode = "its file is write-protected; allow writing to it, and it can be changed here again"
	lockedTwin = "another file has the same id; `bounceback doctor` gives this one a new id"
)

// Load reads the entry at path. The error is a [*BrokenError] for a file that is no readable entry and a [*GoneError] for
// one that is not there.
func (s *Store) Load(path string) (File, error) {
	d, err := s.load(path)
	if err != nil {
		return File{}, err
	}
	if d.Locked == "" && d.Entry.ID != "" && nameID(path) != d.Entry.ID {
		names, err := s.Names()
		if err == nil && slices.ContainsFunc(names, func(n Name) bool { return n.ID == d.Entry.ID && n.Path != path }) {
			d.Locked = lockedTwin
		}
	}
	return d.File, nil
}

func (s *Store) load(path string) (*doc, error) {
	if err := check(path, entriesDir); err != nil {
		return nil, err
	}
	text, info, err := s.text(path, maxSize)
	if err != nil {
		return nil, err
	}
	d, err := decode(path, text)
	if err != nil {
		return nil, err
	}
	d.Stamp = stampOf(info)
	if d.Locked == "" && info.Mode()&0o200 == 0 {
		d.Locked = lockedMode
	}
	return d, nil
}

// text reads a file whole. What is no regular file is not opened: opening a pipe would wait for ever.
func (s *Store) text(path string, limit int64) (string, fs.FileInfo, error) {
	name := s.full(path)
	info, err := s.fs.Stat(name)
	if err != nil {
		return "", nil, readError(path, err)
	}
	if !info.Mode().IsRegular() {
		return "", nil, &BrokenError{Path: path, Reason: "it is not a file"}
	}
	if info.Size() > limit {
		return "", nil, &BrokenError{Path: path, Reason: tooLarge}
	}
	f, err := s.fs.Open(name)
	if err != nil {
		return "", nil, readError(path, err)
	}
	defer f.Close()
	if info, err = f.Stat(); err != nil {
		return "", nil, readError(path, err)
	}
	var data bytes.Buffer
	data.Grow(int(min(info.Size(), limit)) + bytes.MinRead) // one read fills it
	if _, err := data.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return "", nil, readError(path, err)
	}
	if int64(data.Len()) > limit {
		return "", nil, &BrokenError{Path: path, Reason: tooLarge}
	}
	return unseal(data.Bytes()), info, nil
}

func readError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return &GoneError{Path: path}
	case errors.Is(err, fs.ErrPermission):
		return &BrokenError{Path: path, Reason: "you are not allowed to read it; check its permissions"}
	}
	return fmt.Errorf("reading %s: %w", path, err)
}

// Stat returns the stamps of the files at paths. A path that is absent from the answer is gone.
func (s *Store) Stat(paths []string) map[string]Stamp {
	out := make(map[string]Stamp, len(paths))
	for _, p := range paths {
		if info, err := s.fs.Stat(s.full(p)); err == nil {
			out[p] = stampOf(info)
		}
	}
	return out
}
