package store

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"bounceback/journal"
)

const onePath = "entries/2026/2026-11-12.k7h3m9xq2t.toml"

func TestSaveMergesWithWhatIsThere(t *testing.T) {
	s := open(t, Options{})
	put(t, s, onePath, oldText)
	base := load(t, s, onePath)
	put(t, s, onePath, strings.Replace(oldText, "captured", "tags = [\"theirs\"] # by hand\ncaptured", 1))
	want := base.Entry.Clone()
	want.Tags, want.Own.Did = []string{"mine"}, "I did"
	f, err := s.Save(base, want)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "tags", f.Entry.Tags, []string{"theirs", "mine"})
	if f.Entry.Own.Did != "I did" || !strings.Contains(get(t, s, onePath), "# by hand") || get(t, s, onePath) != f.Text {
		t.Errorf("the file is now\n%s", get(t, s, onePath))
	}
	if st := s.Stat([]string{onePath}); st[onePath] != f.Stamp || f.Stamp.Size != int64(len(f.Text)) {
		t.Errorf("stamp %v, the disk has %v", f.Stamp, st)
	}
}

// slowDisk lets somebody else act while a new text is being written.
type slowDisk struct {
	disk
	meanwhile func()
}

func (d *slowDisk) Create(name string, perm os.FileMode) (WriteFile, error) {
	f, err := d.disk.Create(name, perm)
	d.meanwhile()
	return f, err
}

// An editor takes no lock: what it writes while a save is on its way is merged, too, or the save gives up.
func TestEditorWritesDuringASave(t *testing.T) {
	d := &slowDisk{}
	s := open(t, Options{FS: d})
	put(t, s, onePath, oldText)
	base := load(t, s, onePath)
	want := base.Entry.Clone()
	want.What = "new"
	n := 0
	d.meanwhile = func() {
		if n++; n == 1 {
			put(t, s, onePath, oldText+"tags = [\"by hand\"]\n")
		}
	}
	f, err := s.Save(base, want)
	if err != nil || f.Entry.What != "new" || len(f.Entry.Tags) != 1 || get(t, s, onePath) != f.Text {
		t.Errorf("saved %q, %v", f.Text, err)
	}
	d.meanwhile = func() { n++; put(t, s, onePath, f.Text+strings.Repeat("#", n)) }
	want = f.Entry.Clone()
	want.What = "newer"
	if _, err := s.Save(f, want); !errors.Is(err, errMeantime) || get(t, s, onePath) != f.Text+strings.Repeat("#", n) {
		t.Errorf("against an editor that never stops: %v", err)
	}
	d.meanwhile = func() { os.Remove(s.full(onePath)) }
	f = load(t, s, onePath)
	want = f.Entry.Clone()
	want.What = "gone"
	if _, err := s.Save(f, want); !asErr(err, new(*GoneError)) || len(all(t, s)) != 0 {
		t.Errorf("a save brought a file back: %v", err)
	}
}

func TestSaveConflict(t *testing.T) {
	s := open(t, Options{})
	put(t, s, onePath, oldText)
	base := load(t, s, onePath)
	theirs := strings.Replace(oldText, "old", "theirs", 1)
	put(t, s, onePath, theirs)
	want := base.Entry.Clone()
	want.Title, want.Vent = "mine", "argh"
	_, err := s.Save(base, want)
	var c *ConflictError
	if !errors.As(err, &c) {
		t.Fatalf("got %v", err)
	}
	same(t, "keys", c.Keys, []string{"title"})
	if c.Merged.Title != "theirs" || c.Merged.Vent != "argh" || c.Theirs.Text != theirs || c.Base.Text != base.Text {
		t.Errorf("the conflict is %+v", c)
	}
	if get(t, s, onePath) != theirs {
		t.Error("a conflict wrote the file")
	}
	if f, err := s.Save(c.Theirs, c.Merged); err != nil || f.Entry.Vent != "argh" {
		t.Errorf("saving what was merged: %v", err)
	}
}

// After each of these the disk is as it was.
func TestSaveErrors(t *testing.T) {
	gone, broken, locked, refused := new(*GoneError), new(*BrokenError), new(*LockedError), new(*RefusedError)
	for _, c := range []struct {
		name   string
		disk   func(t *testing.T, s *Store) // what happened since the file was read
		want   func(e *journal.Entry)
		target any
	}{
		{"gone", func(t *testing.T, s *Store) { os.Remove(s.full(onePath)) }, nil, gone},
		{"the whole journal is gone", func(t *testing.T, s *Store) { os.RemoveAll(s.dir) }, nil, gone},
		{"broken by hand", func(t *testing.T, s *Store) { put(t, s, onePath, "title = ") }, nil, broken},
		{"a newer program was here", func(t *testing.T, s *Store) { put(t, s, onePath, "schema = 9\n") }, nil, locked},
		{"a folder now", func(t *testing.T, s *Store) { os.Remove(s.full(onePath)); os.Mkdir(s.full(onePath), 0o700) }, nil, broken},
		{"write-protected", func(t *testing.T, s *Store) { os.Chmod(s.full(onePath), 0o400) }, nil, locked},
		{"another id", nil, func(e *journal.Entry) { e.ID = "zzzzzzzzzz" }, refused},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t, Options{})
			put(t, s, onePath, oldText)
			base := load(t, s, onePath)
			if c.disk != nil {
				c.disk(t, s)
			}
			before := all(t, s)
			want := base.Entry.Clone()
			want.What = "new"
			if c.want != nil {
				c.want(&want)
			}
			if _, err := s.Save(base, want); !errors.As(err, c.target) {
				t.Errorf("got %v", err)
			}
			same(t, "the journal", all(t, s), before)
		})
	}
}

func TestSaveOfNothingWritesNothing(t *testing.T) {
	s := open(t, Options{})
	put(t, s, onePath, oldText)
	base := load(t, s, onePath)
	old := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	if err := os.Chtimes(s.full(onePath), old, old); err != nil {
		t.Fatal(err)
	}
	want := base.Entry.Clone()
	want.Own.Status = journal.Todo
	f, err := s.Save(base, want)
	if err != nil || !f.Stamp.Mod.Equal(old) || f.Text != oldText {
		t.Errorf("got %v, %v", f.Stamp, err)
	}
}

func TestPathsStayInside(t *testing.T) {
	s := open(t, Options{})
	put(t, s, "secret.toml", "title = 'a'")
	for _, p := range []string{
		"", "secret.toml", "../x.toml", "entries/../secret.toml", "entries/./a.toml", "/etc/a.toml", "entries", "entries/a.txt",
		"entries//a.toml", "trash/a.toml", "entries/.a.toml", "entries/a.toml/", "entries/2026/../../secret.toml",
	} {
		if _, err := s.Load(p); err == nil {
			t.Errorf("loaded %q", p)
		}
		if _, err := s.Save(File{Path: p}, journal.Entry{}); err == nil {
			t.Errorf("saved %q", p)
		}
		if _, err := s.Trash(p); err == nil {
			t.Errorf("trashed %q", p)
		}
		if p != "trash/a.toml" {
			if _, err := s.Restore(p); err == nil || strings.Contains(err.Error(), "no longer") {
				t.Errorf("restored %q: %v", p, err)
			}
		}
		if _, err := s.Rewrite(p, false); err == nil {
			t.Errorf("rewrote %q", p)
		}
	}
}

func TestOnlyTheOwnerReads(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps permissions in lists of access, which the user's folder hands down")
	}
	s := open(t, Options{})
	f, err := s.Create(journal.New("", "a", time.Now()))
	if err != nil {
		t.Fatal(err)
	}
	want := f.Entry.Clone()
	want.What = "w"
	if f, err = s.Save(f, want); err != nil {
		t.Fatal(err)
	}
	if err := s.WriteDraft("capture.txt", "x"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Rewrite(f.Path, false); err != nil {
		t.Fatal(err)
	}
	filepath.Walk(s.dir, func(name string, info os.FileInfo, err error) error {
		perm := os.FileMode(0o600)
		if err == nil && info.IsDir() {
			perm = 0o700
		}
		if err != nil || info.Mode().Perm() != perm {
			t.Errorf("%s is %v, %v", name, info.Mode(), err)
		}
		return nil
	})
	// An existing file's mode is never widened, and taken from others at the next save.
	for _, c := range []struct{ old, new os.FileMode }{{0o644, 0o600}, {0o666, 0o600}, {0o700, 0o700}, {0o600, 0o600}} {
		if err := os.Chmod(s.full(f.Path), c.old); err != nil {
			t.Fatal(err)
		}
		f = load(t, s, f.Path)
		want := f.Entry.Clone()
		want.What += "."
		if _, err := s.Save(f, want); err != nil {
			t.Fatal(err)
		}
		if info, _ := os.Stat(s.full(f.Path)); info.Mode().Perm() != c.new {
			t.Errorf("%v became %v, want %v", c.old, info.Mode().Perm(), c.new)
		}
	}
}

func TestSymbolicLinks(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	if err := os.MkdirAll(real, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		if runtime.GOOS == "windows" {
			t.Skip("making links needs a privilege on Windows")
		}
		t.Fatal(err)
	}
	s, err := Open(link, Options{})
	if err != nil {
		t.Fatal(err)
	}
	target := filepath.Join(dir, "elsewhere.toml")
	if err := os.WriteFile(target, []byte(oldText), 0o600); err != nil {
		t.Fatal(err)
	}
	os.MkdirAll(filepath.Join(real, "entries/2026"), 0o700)
	os.Symlink(target, s.full(onePath))
	os.Symlink(filepath.Join(real, "entries"), filepath.Join(real, "entries/loop"))
	os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(real, "entries/dead.toml"))
	names, err := s.Names()
	if err != nil || len(names) != 1 || names[0].Path != onePath {
		t.Fatalf("names %v, %v", names, err)
	}
	f := load(t, s, onePath)
	want := f.Entry.Clone()
	want.What = "through the link"
	if f, err = s.Save(f, want); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(s.full(onePath)); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced by a file")
	}
	if b, _ := os.ReadFile(target); string(b) != f.Text {
		t.Error("the file behind the link has not changed")
	}
}

func TestOpenSaysWhatToDo(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	os.WriteFile(file, nil, 0o600)
	for _, p := range []string{"", file, filepath.Join(file, "below")} {
		if _, err := Open(p, Options{}); err == nil || !strings.Contains(err.Error(), "--dir") {
			t.Errorf("opening %q: %v", p, err)
		}
	}
	s, err := Open(filepath.Join(dir, "new"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if names, err := s.Names(); len(names) != 0 || err != nil {
		t.Errorf("a journal that does not exist yet lists %v, %v", names, err)
	}
	if _, err := os.Stat(s.Dir()); err == nil {
		t.Error("opening made the folder")
	}
}

// What could not be opened again is not written.
func TestTooMuchTextIsRefused(t *testing.T) {
	s := open(t, Options{})
	put(t, s, onePath, oldText)
	f := load(t, s, onePath)
	want := f.Entry.Clone()
	want.What = strings.Repeat("x", maxSize)
	if _, err := s.Save(f, want); !asErr(err, new(*RefusedError)) || get(t, s, onePath) != oldText {
		t.Errorf("saved: %v", err)
	}
	want.ID = ""
	if _, err := s.Create(want); !asErr(err, new(*RefusedError)) {
		t.Errorf("created: %v", err)
	}
	const name = "k7h3m9xq2t-rescued.toml"
	err := s.WriteDraft(name, Encode(want))
	if text, ok, rerr := s.ReadDraft(name); err != nil || !ok || rerr != nil || !strings.Contains(text, want.What) {
		t.Errorf("kept as a draft: %v, %v", err, rerr)
	}
}

// Another program that holds the lock for too long is told of, and stops neither reading nor capturing.
func TestLockedByAnother(t *testing.T) {
	s := open(t, Options{})
	put(t, s, onePath, oldText)
	f := load(t, s, onePath)
	other, err := Open(s.dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	unlock, err := other.lock()
	if err != nil {
		t.Fatal(err)
	}
	s.wait = 30 * time.Millisecond
	want := f.Entry.Clone()
	want.What = "new"
	if _, err := s.Save(f, want); err == nil || !strings.Contains(err.Error(), "another program") {
		t.Errorf("saving: %v", err)
	}
	if _, err := s.Create(journal.New("", "captured", time.Now())); err != nil {
		t.Errorf("capturing: %v", err)
	}
	load(t, s, onePath)
	unlock()
	if _, err := s.Save(f, want); err != nil {
		t.Errorf("saving afterwards: %v", err)
	}
}

func TestOversizedAndOddFiles(t *testing.T) {
	s := open(t, Options{})
	put(t, s, onePath, "# "+strings.Repeat("x", maxSize))
	var b *BrokenError
	if _, err := s.Load(onePath); !errors.As(err, &b) || !strings.Contains(b.Reason, "8 MiB") {
		t.Errorf("got %v", err)
	}
	var g *GoneError
	if _, err := s.Load("entries/2026/none.toml"); !errors.As(err, &g) {
		t.Errorf("got %v", err)
	}
}
