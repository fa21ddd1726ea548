package ui

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"bounceback/journal/store"
)

// disk is the real disk that can be told to fail.
type disk struct {
	mu    sync.Mutex
	fails []string // parts of names that can't be created
	err   error
}

func (d *disk) failOn(err error, parts ...string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.err, d.fails = err, parts
}

func (d *disk) fail(name string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if slices.ContainsFunc(d.fails, func(part string) bool { return strings.Contains(filepath.ToSlash(name), part) }) {
		return &fs.PathError{Op: "open", Path: name, Err: d.err}
	}
	return nil
}

func (d *disk) Stat(name string) (fs.FileInfo, error)      { return os.Stat(name) }
func (d *disk) Lstat(name string) (fs.FileInfo, error)     { return os.Lstat(name) }
func (d *disk) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }
func (d *disk) Open(name string) (fs.File, error)          { return os.Open(name) }
func (d *disk) Mkdir(name string, perm fs.FileMode) error  { return os.Mkdir(name, perm) }
func (d *disk) Rename(from, to string) error               { return os.Rename(from, to) }
func (d *disk) Link(from, to string) error                 { return os.Link(from, to) }
func (d *disk) Remove(name string) error                   { return os.Remove(name) }
func (d *disk) SyncDir(string) error                       { return nil } // durability is not what these tests are about
func (d *disk) Resolve(name string) (string, error)        { return filepath.EvalSymlinks(name) }

func (d *disk) Create(name string, perm fs.FileMode) (store.WriteFile, error) {
	if err := d.fail(name); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	return unsynced{f}, err
}

type unsynced struct{ *os.File }

func (unsynced) Sync() error { return nil }
