package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// All writing goes through replace and place: a temporary file in the same folder is written, checked and synced before it
// gets its name, and the folder is synced after. Whatever interrupts them, the old content or the new one is there, whole.

const (
	dirPerm    fs.FileMode = 0o700
	filePerm   fs.FileMode = 0o600
	tempPrefix             = ".bounceback-"
)

// seal and unseal are the two gates through which all bytes of entries pass on their way to the disk and back.
func seal(text string) []byte   { return []byte(text) }
func unseal(data []byte) string { return string(data) }

// replace writes data under a name whether it is taken or not, and returns the stamp of the new file. It asks last, when it
// is not nil, right before the new file gets the name.
func (s *Store) replace(name string, data []byte, perm fs.FileMode, last func() error) (Stamp, error) {
	tmp, stamp, err := s.temp(filepath.Dir(name), data, perm)
	if err != nil {
		return Stamp{}, err
	}
	if last != nil {
		if err := last(); err != nil {
			s.fs.Remove(tmp)
			return Stamp{}, err
		}
	}
	if err := s.fs.Rename(tmp, name); err != nil {
		s.fs.Remove(tmp)
		return Stamp{}, fmt.Errorf("giving the new file its name: %w", err)
	}
	return stamp, s.syncDir(filepath.Dir(name))
}

// place writes data under a name that must be free; otherwise the error is [fs.ErrExist].
func (s *Store) place(name string, data []byte) (Stamp, error) {
	tmp, stamp, err := s.temp(filepath.Dir(name), data, filePerm)
	if err != nil {
		return Stamp{}, err
	}
	if err := s.moveNew(tmp, name); err != nil {
		s.fs.Remove(tmp)
		return Stamp{}, err
	}
	return stamp, s.syncDir(filepath.Dir(name))
}

// moveNew gives a file a new name that must be free.
func (s *Store) moveNew(from, to string) error {
	err := s.fs.Link(from, to)
	if err == nil {
		s.fs.Remove(from) // a second, hidden name that stays does no harm
		return nil
	}
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	// A file system without hard links. Between the look and the rename somebody else could take the name; with a random id
	// in it, or under the lock, nobody does.
	if _, err := s.fs.Lstat(to); err == nil {
		return fmt.Errorf("%s: %w", filepath.Base(to), fs.ErrExist)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := s.fs.Rename(from, to); err != nil {
		return fmt.Errorf("giving the new file its name: %w", err)
	}
	return nil
}

// temp writes data into a new, durable temporary file in dir, and makes dir when it is missing.
func (s *Store) temp(dir string, data []byte, perm fs.FileMode) (name string, _ Stamp, err error) {
	var f WriteFile
	made := false
	for tries := 0; ; tries++ {
		name = filepath.Join(dir, fmt.Sprintf("%s%d-%d.tmp", tempPrefix, os.Getpid(), s.temps.Add(1)))
		if f, err = s.fs.Create(name, perm); err == nil {
			break
		}
		switch {
		case errors.Is(err, fs.ErrExist) && tries < 1000: // left by a program that was killed
		case errors.Is(err, fs.ErrNotExist) && !made:
			made = true
			if err := s.mkdir(dir); err != nil {
				return "", Stamp{}, err
			}
		default:
			return "", Stamp{}, fmt.Errorf("making a temporary file: %w", err)
		}
	}
	stamp, err := fill(f, data)
	if err != nil {
		s.fs.Remove(name)
		return "", Stamp{}, fmt.Errorf("writing a temporary file: %w", err)
	}
	return name, stamp, nil
}

// fill writes data into f, makes it durable and closes it.
func fill(f WriteFile, data []byte) (Stamp, error) {
	n, err := f.Write(data)
	if err == nil && n < len(data) {
		err = io.ErrShortWrite
	}
	if err == nil {
		err = f.Sync()
	}
	var info fs.FileInfo
	if err == nil {
		info, err = f.Stat()
	}
	if err == nil && info.Size() != int64(len(data)) {
		err = fmt.Errorf("%d of %d bytes arrived", info.Size(), len(data))
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return Stamp{}, err
	}
	return stampOf(info), nil
}

// mkdir makes a folder with all that lead to it, for its owner alone.
func (s *Store) mkdir(dir string) error {
	err := s.fs.Mkdir(dir, dirPerm)
	parent := filepath.Dir(dir)
	if errors.Is(err, fs.ErrNotExist) && parent != dir {
		if err := s.mkdir(parent); err != nil {
			return err
		}
		err = s.fs.Mkdir(dir, dirPerm)
	}
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("making a folder: %w", err)
	}
	return s.syncDir(parent)
}

func (s *Store) syncDir(dir string) error {
	if err := s.fs.SyncDir(dir); err != nil {
		return fmt.Errorf("making the change durable: %w", err)
	}
	return nil
}

func stampOf(info fs.FileInfo) Stamp { return Stamp{Size: info.Size(), Mod: info.ModTime().UTC()} }
