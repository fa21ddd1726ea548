package desk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"bounceback/journal"
	"bounceback/journal/capture"
	"bounceback/journal/shelf"
	"bounceback/journal/store"
	"bounceback/journal/when"
)

// day walks through an ordinary day at a desk: what has to work wherever a journal lies.
func day(t *testing.T, d *Desk) {
	t.Helper()
	ctx := context.Background()
	s := watch(t, d)
	f := mustCapture(t, d, "Sent the wrong price")
	same(t, "what is new", s.look(false), []string{"Sent the wrong price"})
	f, err := rewrite(d, f, func(e *journal.Entry) { e.Own.Did = "I sent it." })
	if err != nil {
		t.Fatal(err)
	}
	f, err = d.Change(f.Path, func(e *journal.Entry) error { e.MarkDone(journal.StepOwn, d.Now()); return nil })
	if err != nil {
		t.Fatal(err)
	}
	path, err := d.Resolve(ctx, f.Entry.ID[:4])
	if err != nil || path != f.Path {
		t.Fatalf("resolved %q, %v", path, err)
	}
	c := mustCopyFile(t, d, f.Path)
	works(t, c, f.Text+"# by hand\n")
	text, err := d.ReadEditorCopy(c.Name)
	if err != nil {
		t.Fatal(err)
	}
	back := d.TakeFile(c, text, false)
	if f = back.File; back.Fate != CopyTaken || back.Err != nil || !strings.HasSuffix(f.Text, "# by hand\n") {
		t.Fatalf("what came back is %+v", back)
	}
	place, err := d.Trash(f.Path)
	if err != nil {
		t.Fatal(err)
	}
	if back, err := d.Restore(place); err != nil || back.Text != f.Text {
		t.Fatalf("restored %q, %v", back.Text, err)
	}
	all, err := d.LoadAll(ctx)
	if err != nil || all.Len() != 1 || all.At(0).Statuses[0] != journal.Done {
		t.Errorf("the shelf has %d, %v", all.Len(), err)
	}
	same(t, "files", files(t, d), []string{f.Path})
}

func TestOddPlaces(t *testing.T) {
	for _, name := range []string{"journal", "Mein Tagebuch – été/日記 journal", "-dash", "a'b;c $HOME", "dot.toml", strings.Repeat("long", 40)} {
		t.Run(name, func(t *testing.T) {
			day(t, sit(t, filepath.Join(t.TempDir(), filepath.FromSlash(name)), nil, newClock()))
		})
	}
}

func symlink(t *testing.T, to, from string) {
	t.Helper()
	if err := os.Symlink(to, from); err != nil {
		if runtime.GOOS == "windows" {
			t.Skipf("Windows lets only some users make symbolic links: %v", err)
		}
		t.Fatal(err)
	}
}

func TestSymlinks(t *testing.T) {
	t.Run("the journal", func(t *testing.T) {
		dir := t.TempDir()
		real := filepath.Join(dir, "synced")
		if err := os.Mkdir(real, 0o700); err != nil {
			t.Fatal(err)
		}
		symlink(t, real, filepath.Join(dir, "journal"))
		d := sit(t, filepath.Join(dir, "journal"), nil, newClock())
		f := mustCapture(t, d, "through the link")
		if _, err := os.Stat(filepath.Join(real, filepath.FromSlash(f.Path))); err != nil {
			t.Error(err)
		}
		day(t, sit(t, filepath.Join(dir, "journal", "inner"), nil, newClock()))
	})
	t.Run("entries", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Join(dir, "synced", "2026"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Mkdir(filepath.Join(dir, "journal"), 0o700); err != nil {
			t.Fatal(err)
		}
		symlink(t, filepath.Join(dir, "synced"), filepath.Join(dir, "journal", "entries"))
		d := sit(t, filepath.Join(dir, "journal"), nil, newClock())
		f := mustCapture(t, d, "in the synced folder")
		if _, err := rewrite(d, f, func(e *journal.Entry) { e.What = "x" }); err != nil {
			t.Fatal(err)
		}
		if s, err := d.LoadAll(context.Background()); err != nil || s.Len() != 1 {
			t.Errorf("%d cards, %v", s.Len(), err)
		}
	})
	t.Run("one file", func(t *testing.T) { // as people do who keep their files in one place and link them
		d := newDesk(t)
		elsewhere := filepath.Join(t.TempDir(), "mine.toml")
		if err := os.WriteFile(elsewhere, []byte(textA), 0o600); err != nil {
			t.Fatal(err)
		}
		put(t, d, pathB, textB)
		symlink(t, elsewhere, onDisk(d, pathA))
		if _, err := d.Change(pathA, func(e *journal.Entry) error { e.Title = "A2"; return nil }); err != nil {
			t.Fatal(err)
		}
		info, err := os.Lstat(onDisk(d, pathA))
		text, rerr := os.ReadFile(elsewhere)
		if err != nil || rerr != nil || info.Mode()&os.ModeSymlink == 0 || !strings.Contains(string(text), "A2") {
			t.Errorf("the link is %v, and the file has %q", info.Mode(), text)
		}
	})
}

// A file where a folder belongs: told, never replaced, and never taken for an empty journal.
func TestFileInPlaceOfAFolder(t *testing.T) {
	d := newDesk(t)
	put(t, d, "entries", "I am a file")
	if _, err := d.Capture(capture.Line{Title: "x"}); err == nil || !strings.Contains(err.Error(), "entries") {
		t.Errorf("capturing: %v", err)
	}
	if _, err := d.LoadAll(context.Background()); err == nil {
		t.Error("the journal passes for an empty one")
	}
	if _, err := d.Resolve(context.Background(), "k7"); err == nil || errors.As(err, new(*UnknownError)) {
		t.Errorf("resolving: %v", err)
	}
	if err := d.CaptureLine().Keep("x"); err != nil {
		t.Errorf("the line can't be kept: %v", err)
	}
	if text, err := os.ReadFile(onDisk(d, "entries")); err != nil || string(text) != "I am a file" {
		t.Errorf("the file is %q, %v", text, err)
	}

	d = newDesk(t)
	f := mustCapture(t, d, "here")
	put(t, d, "drafts", "I am a file")
	put(t, d, "trash", "So am I")
	if f, err := rewrite(d, f, func(e *journal.Entry) { e.What = "x" }); err != nil || f.Entry.What != "x" {
		t.Errorf("saving needs no drafts: %v", err)
	}
	_, err := rewrite(d, f, func(e *journal.Entry) { e.What = "y" }) // over the older text: a conflict
	if u := mustUnsaved(t, err); u.Draft != "" || u.DraftErr == nil {
		t.Errorf("the text is said to be in %q", u.Draft)
	}
	if _, err := d.Trash(f.Path); err == nil {
		t.Error("moved into a file")
	}
	same(t, "the entry", mustOpen(t, d, f.Path).Entry.What, "x")
}

// A folder that can't be read hides nothing but itself: its files are not gone, and the others are still followed.
func TestUnreadableFolder(t *testing.T) {
	bad, dir := &disk{}, newDesk(t).Dir()
	d := sit(t, dir, bad, newClock())
	put(t, d, pathA, textA)
	put(t, d, pathC, textC)
	fail := func(op, name string) error {
		if op == "readdir" && strings.HasSuffix(name, "/2025") || strings.Contains(name, "/2025/") {
			return syscall.EIO
		}
		return nil
	}
	bad.set(fail)
	var got []string
	err := d.NewFollower().Load(context.Background(), func(cards []shelf.Card) bool {
		for _, c := range cards {
			got = append(got, c.Title)
		}
		return true
	})
	if err == nil || !strings.Contains(err.Error(), "entries/2025") {
		t.Errorf("the error is %v", err)
	}
	same(t, "read", got, []string{"A"})

	bad.set(nil)
	s := watch(t, d)
	s.quiet()
	bad.set(fail)
	inPlace(t, d, pathA, entryText("aaaaaaaaaa", "A2"))
	put(t, d, pathB, textB)
	ch, err := s.f.Look(context.Background(), []string{pathA}, true)
	if err == nil || len(ch.Gone) > 0 || len(ch.Cards) != 2 {
		t.Errorf("gone are %q, %d cards, %v", ch.Gone, len(ch.Cards), err)
	}
	bad.set(nil)
	same(t, "what is new", s.look(true), []string(nil))
}

// A clock that goes backwards: nothing is refused, nothing is lost, nothing goes unseen.
func TestClockGoesBackwards(t *testing.T) {
	c := newClock()
	d := sit(t, newDesk(t).Dir(), nil, c)
	s := watch(t, d)
	first := mustCapture(t, d, "first")
	c.move(-48 * time.Hour)
	second := mustCapture(t, d, "second")
	same(t, "captured", []when.Moment{first.Entry.Captured, second.Entry.Captured},
		[]when.Moment{when.At(c.now().Add(48 * time.Hour)), when.At(c.now())})
	same(t, "what is new", s.look(false), []string{"first", "second"})
	same(t, "the order", s.titles(), []string{"first", "second"})

	feel := func(level int) {
		t.Helper()
		if _, err := d.Change(first.Path, func(e *journal.Entry) error { e.Feel(level, c.now()); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	feel(9)
	c.move(30 * time.Minute)
	feel(8) // corrected within the hour
	c.move(-time.Hour)
	feel(5) // before the last reading, as the clock has it: a reading of its own
	var levels []int
	for _, r := range mustOpen(t, d, first.Path).Entry.Sting {
		levels = append(levels, r.Level)
	}
	same(t, "readings", levels, []int{8, 5})

	s.look(true)
	past := time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)
	put(t, d, second.Path, strings.Replace(second.Text, "second", "other!", 1)) // as long as before
	if err := os.Chtimes(onDisk(d, second.Path), past, past); err != nil {
		t.Fatal(err)
	}
	same(t, "what is new", s.look(false, second.Path), []string{"other!"})

	place, err := d.Trash(first.Path)
	if err != nil {
		t.Fatal(err)
	}
	put(t, d, first.Path, first.Text)
	again, err := d.Trash(first.Path) // the same second once more
	if err != nil || again == place {
		t.Errorf("the trash put %q over %q: %v", again, place, err)
	}
}

// Two programs at one journal: everything that either captures is there once.
func TestTwoDesksCapture(t *testing.T) {
	c := newClock()
	one := newDesk(t)
	desks := []*Desk{one, sit(t, one.Dir(), nil, c), sit(t, one.Dir(), nil, c)}
	var wg sync.WaitGroup
	for n, d := range desks {
		wg.Go(func() {
			for i := range 20 {
				mustCapture(t, d, fmt.Sprintf("desk %d, %d", n, i))
				mustCapture(t, d, "the same words in the same second")
			}
		})
	}
	wg.Wait()
	s, err := one.LoadAll(context.Background())
	if err != nil || s.Len() != 120 {
		t.Fatalf("%d cards, want 120: %v", s.Len(), err)
	}
	ids := map[string]bool{}
	for i := range s.Len() {
		ids[s.At(i).ID] = true
		if s.At(i).Locked != "" || s.At(i).Broken != "" {
			t.Errorf("%s is %q %q", s.At(i).Path, s.At(i).Locked, s.At(i).Broken)
		}
	}
	same(t, "ids", len(ids), 120)
}

// One program saves what is being typed while another moves the file to the trash: the file stays away, and the last words
// are in the trash or in drafts.
func TestTrashDuringSaves(t *testing.T) {
	for range 5 {
		one := newDesk(t)
		two := sit(t, one.Dir(), nil, newClock())
		f := mustCapture(t, one, "going")
		begun := make(chan bool)
		var last string
		var failed error
		var wg sync.WaitGroup
		wg.Go(func() {
			base := f
			for n := 0; failed == nil; n++ {
				last = fmt.Sprintf("version %d.", n)
				if base, failed = rewrite(one, base, func(e *journal.Entry) { e.What = last }); n == 2 {
					close(begun)
				}
			}
		})
		<-begun
		place, err := two.Trash(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		wg.Wait()
		var gone *store.GoneError
		if u := mustUnsaved(t, failed); !errors.As(u, &gone) || u.Draft == "" {
			t.Fatalf("the save says %v", failed)
		}
		if _, err := os.Lstat(onDisk(one, f.Path)); !errors.Is(err, os.ErrNotExist) {
			t.Fatalf("the file is back: %v", err)
		}
		kept := ""
		for _, text := range drafts(t, one) {
			kept += text
		}
		if !strings.Contains(kept, last) {
			t.Fatalf("%q is not in drafts: %q", last, kept)
		}
		// Back from the trash, the save goes through, and the draft has done its work.
		back, err := two.Restore(place)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := rewrite(one, back, func(e *journal.Entry) { e.What = last }); err != nil {
			t.Fatal(err)
		}
		same(t, "files", files(t, one), []string{f.Path})
	}
}
