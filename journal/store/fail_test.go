package store

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"bounceback/journal/when"
)

// badDisk is a disk whose n-th call fails, and with all set every call after it.
type badDisk struct {
	disk
	calls  atomic.Int64
	n      int64
	all    bool
	err    error // nil: a write that stops half-way
	noLink bool
}

func (d *badDisk) fail() error {
	n := d.calls.Add(1)
	if n == d.n || d.all && n > d.n {
		if d.err == nil {
			return errShort
		}
		return d.err
	}
	return nil
}

var errShort = errors.New("short")

func do[T any](d *badDisk, call func() (T, error)) (T, error) {
	if err := d.fail(); err != nil && err != errShort {
		var zero T
		return zero, err
	}
	return call()
}

func (d *badDisk) do(call func() error) error {
	_, err := do(d, func() (int, error) { return 0, call() })
	return err
}

func (d *badDisk) Stat(n string) (fs.FileInfo, error) {
	return do(d, func() (fs.FileInfo, error) { return d.disk.Stat(n) })
}

func (d *badDisk) Lstat(n string) (fs.FileInfo, error) {
	return do(d, func() (fs.FileInfo, error) { return d.disk.Lstat(n) })
}

func (d *badDisk) ReadDir(n string) ([]fs.DirEntry, error) {
	return do(d, func() ([]fs.DirEntry, error) { return d.disk.ReadDir(n) })
}

func (d *badDisk) Open(n string) (fs.File, error) {
	return do(d, func() (fs.File, error) { return d.disk.Open(n) })
}

func (d *badDisk) Resolve(n string) (string, error) {
	return do(d, func() (string, error) { return d.disk.Resolve(n) })
}
func (d *badDisk) Mkdir(n string, p fs.FileMode) error {
	return d.do(func() error { return d.disk.Mkdir(n, p) })
}
func (d *badDisk) Rename(a, b string) error { return d.do(func() error { return d.disk.Rename(a, b) }) }
func (d *badDisk) Remove(n string) error    { return d.do(func() error { return d.disk.Remove(n) }) }
func (d *badDisk) SyncDir(string) error     { return d.do(func() error { return nil }) }

func (d *badDisk) Link(a, b string) error {
	if d.noLink {
		return syscall.EPERM
	}
	return d.do(func() error { return d.disk.Link(a, b) })
}

func (d *badDisk) Create(n string, p fs.FileMode) (WriteFile, error) {
	f, err := do(d, func() (WriteFile, error) { return d.disk.Create(n, p) })
	if err != nil {
		return nil, err
	}
	return &badFile{f, d}, nil
}

type badFile struct {
	WriteFile
	d *badDisk
}

func (f *badFile) Write(b []byte) (int, error) {
	if err := f.d.fail(); err != nil {
		n, _ := f.WriteFile.Write(b[:len(b)/2])
		if err == errShort {
			err = nil
		}
		return n, err
	}
	return f.WriteFile.Write(b)
}

// Sync waits for no real disk: nothing here cuts the power.
func (f *badFile) Sync() error { return f.d.do(func() error { return nil }) }

func (f *badFile) Stat() (fs.FileInfo, error) { return do(f.d, f.WriteFile.Stat) }

func (f *badFile) Close() error {
	err := f.d.do(func() error { return nil })
	return errors.Join(err, f.WriteFile.Close())
}

// all returns every file of the journal that a person would see, with its text: no hidden ones.
func all(t *testing.T, s *Store) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(s.dir, func(name string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err == nil && e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") {
			p, _ := filepath.Rel(s.dir, name)
			out[filepath.ToSlash(p)] = get(t, s, filepath.ToSlash(p))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

const oldText = "schema = 1\nid = \"k7h3m9xq2t\"\ntitle = \"old\" # mine\ncaptured = 2026-11-12\n"

// Whatever call to the disk fails, whether once or from then on: what was there is there, whole, in its old or its new form;
// the failure is told; and the next try succeeds.
func TestFailingDisk(t *testing.T) {
	const (
		entry  = "entries/2026/2026-11-12.k7h3m9xq2t.toml"
		thrown = "trash/20261113T000000Z/2026/2026-11-12.k7h3m9xq2t.toml"
		draft  = "drafts/k7h3m9xq2t-rescued.toml"
		made   = "outbox/2026-11-13-report.k7h3m9xq2t.eml"
	)
	newText := strings.Replace(oldText, "old", "new", 1)
	now := time.Date(2026, 11, 13, 1, 0, 0, 0, time.UTC)
	e, err := Decode(entry, newText)
	if err != nil {
		t.Fatal(err)
	}
	for _, op := range []struct {
		name          string
		before, after map[string]string
		run           func(s *Store) error
		// both: a failure may leave the text in both places, which loses nothing.
		both bool
	}{
		{"create", nil, map[string]string{"entries/2026/2026-11-12.k7h3m9xq2t.toml": Encode(e.Entry)}, func(s *Store) error {
			_, err := s.Create(e.Entry)
			return err
		}, false},
		{"save", map[string]string{entry: oldText}, map[string]string{entry: newText}, func(s *Store) error {
			f, err := Decode(entry, oldText)
			if err != nil {
				return err
			}
			_, err = s.Save(f, e.Entry)
			return err
		}, false},
		{"trash", map[string]string{entry: oldText}, map[string]string{"trash/20261113T010000Z/2026/2026-11-12.k7h3m9xq2t.toml": oldText},
			func(s *Store) error { _, err := s.Trash(entry); return err }, false},
		{"restore", map[string]string{thrown: oldText}, map[string]string{entry: oldText},
			func(s *Store) error { _, err := s.Restore(thrown); return err }, true},
		{"erase", map[string]string{thrown: oldText, draft: "x", made: "x"}, map[string]string{},
			func(s *Store) error { return s.Erase(thrown) }, false},
		{"write contacts", map[string]string{contactsName: "old"}, map[string]string{contactsName: "new"},
			func(s *Store) error { return s.WriteContacts("old", "new") }, false},
		{"write the first contacts", nil, map[string]string{contactsName: "new"},
			func(s *Store) error { return s.WriteContacts("", "new") }, false},
		{"write into the outbox", nil, map[string]string{made: "x"},
			func(s *Store) error {
				_, err := s.WriteOutgoing("", Outgoing{Day: when.At(now).Day(), What: "report", ID: "k7h3m9xq2t", Ext: "eml"}, []byte("x"))
				return err
			}, false},
		{"write a draft", map[string]string{"drafts/capture.txt": "old"}, map[string]string{"drafts/capture.txt": "new"},
			func(s *Store) error { return s.WriteDraft("capture.txt", "new") }, false},
		{"keep an entry as a draft", nil, map[string]string{draft: Encode(e.Entry)},
			func(s *Store) error { return s.WriteDraft(strings.TrimPrefix(draft, "drafts/"), Encode(e.Entry)) }, false},
		{"rewrite", map[string]string{entry: oldText}, map[string]string{
			entry: "schema = 1\nid = \"k7h3m9xq2t\"\ntitle = \"old\"\ncaptured = 2026-11-12\n\n# mine\n",
			"trash/20261113T010000Z/2026/2026-11-12.k7h3m9xq2t.toml": oldText,
		}, func(s *Store) error { _, err := s.Rewrite(entry, false); return err }, true},
	} {
		for _, mode := range []struct {
			err         error
			all, noLink bool
		}{
			{syscall.ENOSPC, false, false}, {syscall.EIO, true, false}, {syscall.EACCES, false, true}, {nil, false, false}, {nil, true, true},
		} {
			t.Run(fmt.Sprintf("%s/%v,%v,%v", op.name, mode.err, mode.all, mode.noLink), func(t *testing.T) {
				for n := int64(1); ; n++ {
					real := open(t, Options{Now: func() time.Time { return now }})
					for p, text := range op.before {
						put(t, real, p, text)
					}
					bad := &badDisk{n: math.MaxInt64, err: mode.err, all: mode.all, noLink: mode.noLink}
					s, err := Open(real.dir, Options{FS: bad, Now: real.now})
					if err != nil {
						t.Fatal(err)
					}
					bad.n = bad.calls.Load() + n
					err = op.run(s)
					got := all(t, real)
					for p, text := range got {
						if text != op.before[p] && text != op.after[p] && !rescuedAgain(p, text, op.after) {
							t.Fatalf("call %d: %s is torn: %q", n, p, text)
						}
					}
					isNew := len(got) == len(op.after) && covers(got, op.after)
					switch {
					case err == nil && !isNew && !op.both:
						t.Fatalf("call %d: failed in silence: %v", n, got)
					case err != nil && !isNew && !covers(got, op.before) && op.name != "erase":
						t.Fatalf("call %d: neither old nor new: %v", n, got)
					}
					if bad.calls.Load() < bad.n {
						return // it no longer gets as far as the failing call
					}
					if err != nil && covers(got, op.before) && !isNew {
						if err := op.run(real); err != nil {
							t.Fatalf("call %d: the next try fails: %v", n, err)
						}
					}
				}
			})
		}
	}
}

// covers reports whether got has every file of want.
func covers(got, want map[string]string) bool {
	for p, text := range want {
		if got[p] != text {
			return false
		}
	}
	return true
}

// rescuedAgain accepts a second copy beside the first, which a failing disk may leave in the drafts.
func rescuedAgain(p, text string, after map[string]string) bool {
	return strings.HasPrefix(p, draftsDir) && slices.Contains(slices.Collect(mapValues(after)), text)
}

func mapValues(m map[string]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, v := range m {
			if !yield(v) {
				return
			}
		}
	}
}

// A failure is never taken for an empty journal.
func TestFailingReads(t *testing.T) {
	s := open(t, Options{})
	put(t, s, "entries/2026/2026-11-12.k7h3m9xq2t.toml", oldText)
	put(t, s, "entries/2027/2027-11-12.zzzzzzzzzz.toml", oldText)
	for n := int64(1); n <= 3; n++ {
		bad := &badDisk{n: math.MaxInt64, err: syscall.EIO}
		f, err := Open(s.dir, Options{FS: bad})
		if err != nil {
			t.Fatal(err)
		}
		bad.n = bad.calls.Load() + n
		if _, err := f.Names(); !errors.Is(err, syscall.EIO) {
			t.Errorf("names with failing call %d: %v", n, err)
		}
	}
	bad := &badDisk{err: syscall.EIO, n: 1}
	if _, err := Open(s.dir, Options{FS: bad}); err == nil {
		t.Error("opened a journal on a failing disk")
	}
}
