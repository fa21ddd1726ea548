package outbox

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"bounceback/journal/store"
)

// fullDisk is a disk that takes no new file in entries/ from some moment on: at once, or after some more.
type fullDisk struct {
	full, all atomic.Bool
	after     atomic.Int64 // how many it still takes; 0 for as many as there are
}

func (d *fullDisk) Create(n string, perm fs.FileMode) (store.WriteFile, error) {
	if strings.Contains(filepath.ToSlash(n), "/entries/") && d.after.Load() > 0 && d.after.Add(-1) == 0 {
		defer d.full.Store(true)
	}
	if d.all.Load() || d.full.Load() && strings.Contains(filepath.ToSlash(n), "/entries/") {
		return nil, &fs.PathError{Op: "create", Path: n, Err: syscall.ENOSPC}
	}
	f, err := os.OpenFile(n, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (*fullDisk) Stat(n string) (fs.FileInfo, error)      { return os.Stat(n) }
func (*fullDisk) Lstat(n string) (fs.FileInfo, error)     { return os.Lstat(n) }
func (*fullDisk) ReadDir(n string) ([]fs.DirEntry, error) { return os.ReadDir(n) }
func (*fullDisk) Open(n string) (fs.File, error)          { return os.Open(n) }
func (*fullDisk) Mkdir(n string, p fs.FileMode) error     { return os.Mkdir(n, p) }
func (*fullDisk) Rename(a, b string) error                { return os.Rename(a, b) }
func (*fullDisk) Link(a, b string) error                  { return os.Link(a, b) }
func (*fullDisk) Remove(n string) error                   { return os.Remove(n) }
func (*fullDisk) SyncDir(string) error                    { return nil }
func (*fullDisk) Resolve(n string) (string, error)        { return filepath.EvalSymlinks(n) }

// What is out and can't be noted is said to be out, so that nobody sends it twice.
func TestUnnoted(t *testing.T) {
	disk := &fullDisk{}
	r := newRoom(t, disk)
	got := filepath.Join(t.TempDir(), "got.eml")
	r.mailer(t, "take", got)
	m := r.message(t, toDana)

	disk.full.Store(true)
	var unnoted *UnnotedError
	if _, err := r.Send(t.Context(), entryPath, m); errors.As(err, &unnoted) || !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "it was not sent") {
		t.Errorf("what could not be noted beforehand: %v", err)
	}
	if _, err := os.Stat(got); err == nil {
		t.Error("it was sent all the same")
	}
	disk.full.Store(false)

	disk.after.Store(1) // that it goes out is noted, that it has is not
	_, err := r.Send(t.Context(), entryPath, m)
	if !errors.As(err, &unnoted) || !unnoted.Sent || unnoted.To != "Dana" || !errors.Is(err, syscall.ENOSPC) ||
		!strings.Contains(err.Error(), "it was sent to Dana, so don't send it again") {
		t.Errorf("sent: %v", err)
	}
	if _, err := os.Stat(got); err != nil {
		t.Error(err)
	}

	other := r.message(t, Mailing{What: Report, To: "on call"})
	name, _, err := r.Draft(entryPath, other, "")
	if !errors.As(err, &unnoted) || unnoted.Sent || unnoted.File != name || !strings.Contains(err.Error(), name+" is ready") {
		t.Errorf("prepared: %v", err)
	}
	if _, err := os.Stat(name); err != nil {
		t.Error(err)
	}

	disk.full.Store(false)
	disk.all.Store(true)
	if name, _, err := r.Draft(entryPath, other, ""); err == nil || errors.As(err, &unnoted) || name != "" {
		t.Errorf("no room for the draft itself: %q, %v", name, err)
	}
	if e := r.entry(t); e.Ledger[0].Prepared.IsZero() || !e.Ledger[0].Sent.IsZero() {
		t.Errorf("the next visit would not ask whether it went out: %+v", e.Ledger[0])
	}
}

// A file that was moved while the command ran is found by its id.
func TestNotedWhereverItIs(t *testing.T) {
	r := newRoom(t, nil)
	m := r.message(t, toDana)
	moved := "entries/2026/elsewhere.toml"
	if err := os.Rename(filepath.Join(r.dir, filepath.FromSlash(entryPath)), filepath.Join(r.dir, filepath.FromSlash(moved))); err != nil {
		t.Fatal(err)
	}
	f, err := r.note(entryPath, m.entry, m.Mailing, markedSent(m.Mailing))
	if err != nil || f.Path != moved || !toDana.Out(&f.Entry) {
		t.Errorf("%s, %v", f.Path, err)
	}
}
