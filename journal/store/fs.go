package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"
)

// FS is the part of the operating system that a store needs. Names are the system's own. Tests put a failing disk here.
type FS interface {
	Stat(name string) (fs.FileInfo, error)
	Lstat(name string) (fs.FileInfo, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	Open(name string) (fs.File, error)
	// Create makes a new file for writing and fails when the name is taken.
	Create(name string, perm fs.FileMode) (WriteFile, error)
	Mkdir(name string, perm fs.FileMode) error
	// Rename replaces what has the new name.
	Rename(from, to string) error
	// Link gives a file a second name and fails when that is taken.
	Link(from, to string) error
	Remove(name string) error
	// SyncDir makes the names in a folder durable.
	SyncDir(name string) error
	// Resolve returns the name without symbolic links.
	Resolve(name string) (string, error)
}

// WriteFile is a file that is being written.
type WriteFile interface {
	io.WriteCloser
	Sync() error
	Stat() (fs.FileInfo, error)
}

// disk is the real FS.
type disk struct{}

func (disk) Stat(name string) (fs.FileInfo, error)      { return os.Stat(name) }
func (disk) Lstat(name string) (fs.FileInfo, error)     { return os.Lstat(name) }
func (disk) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }
func (disk) Open(name string) (fs.File, error)          { return os.Open(name) }
func (disk) Mkdir(name string, perm fs.FileMode) error  { return os.Mkdir(name, perm) }
func (disk) Link(from, to string) error                 { return os.Link(from, to) }
func (disk) Remove(name string) error                   { return os.Remove(name) }
func (disk) Resolve(name string) (string, error)        { return filepath.EvalSymlinks(name) }

func (disk) Create(name string, perm fs.FileMode) (WriteFile, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Rename tries again for a moment on Windows, where a scanner or an editor that has the file open makes it fail.
func (disk) Rename(from, to string) error {
	err := os.Rename(from, to)
	for n := 0; err != nil && runtime.GOOS == "windows" && n < 10 && !errors.Is(err, fs.ErrNotExist); n++ {
		time.Sleep(20 * time.Millisecond)
		err = os.Rename(from, to)
	}
	return err
}

// SyncDir does nothing where folders cannot be synced: on Windows, on some network file systems, and for a folder that may be
// written to and not read.
func (disk) SyncDir(name string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(name)
	if errors.Is(err, fs.ErrPermission) {
		return nil
	}
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}
