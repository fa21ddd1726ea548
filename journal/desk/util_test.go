package desk

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/capture"
	"bounceback/journal/store"
	"bounceback/journal/when"
)

// clock is a clock that a test sets.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func newClock() *clock { return &clock{at: time.Date(2026, 11, 22, 20, 0, 0, 0, time.UTC)} }

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) move(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// sit returns a desk over the journal in dir, as a program has it that was just started.
func sit(t testing.TB, dir string, disk store.FS, c *clock) *Desk {
	t.Helper()
	s, err := store.Open(dir, store.Options{Slug: true, Random: rand.Reader, FS: disk, Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	return New(Options{Store: s, Now: c.now, Random: rand.Reader})
}

// newDesk returns a desk over a new journal.
func newDesk(t testing.TB) *Desk {
	t.Helper()
	return sit(t, filepath.Join(t.TempDir(), "journal"), nil, newClock())
}

func mustCapture(t testing.TB, d *Desk, title string) store.File {
	t.Helper()
	f, err := d.Capture(capture.Line{Title: title})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func mustOpen(t testing.TB, d *Desk, path string) store.File {
	t.Helper()
	f, err := d.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// put writes a file into the journal as another program would.
func put(t testing.TB, d *Desk, path, text string) {
	t.Helper()
	name := onDisk(d, path)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func onDisk(d *Desk, path string) string { return filepath.Join(d.Dir(), filepath.FromSlash(path)) }

// entryText is a small file as a person writes it.
func entryText(id, title string) string {
	return "schema = 1\nid = \"" + id + "\"\ntitle = \"" + title + "\"\ncaptured = 2026-11-12\n"
}

// drafts returns the text of every draft by its name.
func drafts(t testing.TB, d *Desk) map[string]string {
	t.Helper()
	names, err := d.store.Drafts()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, n := range names {
		text, _, err := d.store.ReadDraft(n)
		if err != nil {
			t.Fatal(err)
		}
		out[n] = text
	}
	return out
}

// files lists all that a person sees in the journal's folder, in alphabetical order.
func files(t testing.TB, d *Desk) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(d.Dir(), func(name string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err == nil && !e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			p, _ := filepath.Rel(d.Dir(), name)
			out = append(out, filepath.ToSlash(p))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

func same(t testing.TB, what string, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got, cmp.Comparer(func(a, b when.Moment) bool { return a == b })); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

// mustUnsaved takes an error that has to be an UnsavedError.
func mustUnsaved(t testing.TB, err error) *UnsavedError {
	t.Helper()
	var u *UnsavedError
	if !errors.As(err, &u) {
		t.Fatalf("the error is %v, want an UnsavedError", err)
	}
	return u
}

// rewrite makes a change and saves it over base.
func rewrite(d *Desk, base store.File, fn func(*journal.Entry)) (store.File, error) {
	want := base.Entry.Clone()
	fn(&want)
	return d.Save(base, want)
}

// disk is the system's disk, but for the calls that a test makes fail: fails is asked before each call with what is done
// ("create", "rename", "open" …) and the name it is done to.
type disk struct {
	mu    sync.Mutex
	fails func(op, name string) error
	calls []string
}

func (d *disk) ask(op, name string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.calls = append(d.calls, op+" "+filepath.ToSlash(name))
	if d.fails == nil {
		return nil
	}
	if err := d.fails(op, filepath.ToSlash(name)); err != nil {
		return &fs.PathError{Op: op, Path: name, Err: err}
	}
	return nil
}

func (d *disk) set(fails func(op, name string) error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.fails, d.calls = fails, nil
}

func ask[T any](d *disk, op, name string, call func(string) (T, error)) (T, error) {
	if err := d.ask(op, name); err != nil {
		var zero T
		return zero, err
	}
	return call(name)
}

func (d *disk) Stat(n string) (fs.FileInfo, error)      { return ask(d, "stat", n, os.Stat) }
func (d *disk) Lstat(n string) (fs.FileInfo, error)     { return ask(d, "lstat", n, os.Lstat) }
func (d *disk) ReadDir(n string) ([]fs.DirEntry, error) { return ask(d, "readdir", n, os.ReadDir) }
func (d *disk) Resolve(n string) (string, error)        { return ask(d, "resolve", n, filepath.EvalSymlinks) }

func (d *disk) Open(n string) (fs.File, error) {
	return ask(d, "open", n, func(n string) (fs.File, error) { return os.Open(n) })
}

func (d *disk) Create(n string, perm fs.FileMode) (store.WriteFile, error) {
	return ask(d, "create", n, func(n string) (store.WriteFile, error) {
		return os.OpenFile(n, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	})
}

func (d *disk) do(op, name string, call func() error) error {
	_, err := ask(d, op, name, func(string) (int, error) { return 0, call() })
	return err
}

func (d *disk) Mkdir(n string, perm fs.FileMode) error {
	return d.do("mkdir", n, func() error { return os.Mkdir(n, perm) })
}
func (d *disk) Rename(a, b string) error {
	return d.do("rename", b, func() error { return os.Rename(a, b) })
}
func (d *disk) Link(a, b string) error { return d.do("link", b, func() error { return os.Link(a, b) }) }
func (d *disk) Remove(n string) error  { return d.do("remove", n, func() error { return os.Remove(n) }) }
func (d *disk) SyncDir(n string) error { return d.do("sync", n, func() error { return nil }) }
