package desk

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"bounceback/journal"
	"bounceback/journal/capture"
	"bounceback/journal/store"
	"bounceback/journal/when"
)

// full is a disk without room in some folder of the journal.
func full(folder string) func(op, name string) error {
	return func(op, name string) error {
		if op == "create" && strings.Contains(name, "/"+folder+"/") {
			return syscall.ENOSPC
		}
		return nil
	}
}

// A capture writes one new file and looks at no other, however many there are and whatever is wrong with them.
func TestCaptureReadsNothing(t *testing.T) {
	bad, c := &disk{}, newClock()
	d := sit(t, filepath.Join(t.TempDir(), "journal"), bad, c)
	mustCapture(t, d, "the first one")
	put(t, d, "entries/2026/2026-11-13.aaaaaaaaaa.toml", "this is no entry")
	bad.set(func(op, name string) error {
		if op == "open" || op == "readdir" {
			return syscall.EIO
		}
		return nil
	})
	f, err := d.Capture(capture.Line{
		Title: "Kicked the power cord", What: "At nine.", Tags: []string{"cable"}, People: []string{"Dana"}, Severity: journal.Slip,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, call := range bad.calls {
		if op, _, _ := strings.Cut(call, " "); op == "open" || op == "readdir" {
			t.Errorf("the capture did %s", call)
		}
	}
	bad.set(nil)
	got := mustOpen(t, d, f.Path).Entry
	same(t, "entry", got, journal.Entry{
		Schema: 1, ID: f.Entry.ID, Title: "Kicked the power cord", Happened: when.At(c.now()), Captured: when.At(c.now()),
		Severity: journal.Slip, Tags: []string{"cable"}, People: []string{"Dana"}, What: "At nine.",
	})
	if !journal.ValidID(got.ID) || !strings.HasSuffix(f.Path, "2026-11-22-kicked-the-power-cord."+got.ID+".toml") {
		t.Errorf("the id is %q and the file %s", got.ID, f.Path)
	}
}

func TestCaptureOnAFullDisk(t *testing.T) {
	bad := &disk{}
	d := sit(t, filepath.Join(t.TempDir(), "journal"), bad, newClock())
	bad.set(full("entries"))
	_, err := d.Capture(capture.Line{Title: "lost?"})
	if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "saving the new mistake") {
		t.Errorf("the error is %v", err)
	}
	same(t, "files", files(t, d), []string(nil))
	if err := d.CaptureLine().Keep("lost? +tag"); err != nil { // what the screen and the shell do then
		t.Fatal(err)
	}
	bad.set(nil)
	next := d.CaptureLine()
	line, err := next.Load()
	if err != nil || line != "lost? +tag" {
		t.Errorf("the line is %q, %v", line, err)
	}
	next.Take()
	if left, err := d.Leftovers(); err != nil || len(left) != 0 {
		t.Errorf("the capture's line counts as left over: %v, %v", left, err)
	}
	if err := next.Keep(""); err != nil {
		t.Fatal(err)
	}
	same(t, "files", files(t, d), []string(nil))
}

// Bytes that are no text can be captured and saved all the same.
func TestBytes(t *testing.T) {
	d := newDesk(t)
	f := mustCapture(t, d, "price \x80 12")
	same(t, "title", mustOpen(t, d, f.Path).Entry.Title, "price \uFFFD 12")
	f, err := rewrite(d, f, func(e *journal.Entry) { e.What = "\xff and so on" })
	if err != nil {
		t.Fatal(err)
	}
	same(t, "what", mustOpen(t, d, f.Path).Entry.What, "\uFFFD and so on")
}

// A save that fails again and again: the latest text is in one draft, the error says where, and the draft is gone once the
// text is in its file.
func TestFailingSaves(t *testing.T) {
	bad, c := &disk{}, newClock()
	d := sit(t, filepath.Join(t.TempDir(), "journal"), bad, c)
	base := mustCapture(t, d, "Wrong price")
	bad.set(full("entries"))
	for n := range 5 {
		_, err := rewrite(d, base, func(e *journal.Entry) { e.Own.Did = fmt.Sprintf("version %d", n) })
		u := mustUnsaved(t, err)
		if !errors.Is(err, syscall.ENOSPC) || u.Draft == "" || !strings.HasSuffix(err.Error(), "; the text is in "+u.Draft) {
			t.Fatalf("the error is %v", err)
		}
		text, err := os.ReadFile(u.Draft)
		if err != nil || !strings.Contains(string(text), fmt.Sprintf("version %d", n)) {
			t.Fatalf("the draft has %q, %v", text, err)
		}
		if got, err := store.Decode(base.Path, string(text)); err != nil || got.Entry.Title != "Wrong price" {
			t.Errorf("the draft is no whole entry: %v", err)
		}
		c.move(time.Second)
	}
	left, err := d.Leftovers()
	if err != nil || len(left) != 1 || !strings.HasPrefix(left[0], base.Entry.ID) {
		t.Fatalf("left over is %v, %v; want one draft that begins with the id", left, err)
	}
	bad.set(nil)
	if _, err := rewrite(d, base, func(e *journal.Entry) { e.Own.Did = "at last" }); err != nil {
		t.Fatal(err)
	}
	same(t, "files", files(t, d), []string{base.Path})
	same(t, "text", mustOpen(t, d, base.Path).Entry.Own.Did, "at last")
}

// Without room for drafts either, the error says that the text is nowhere, and the older text in the draft is kept.
func TestNoRoomForDraftsEither(t *testing.T) {
	bad := &disk{}
	d := sit(t, filepath.Join(t.TempDir(), "journal"), bad, newClock())
	base := mustCapture(t, d, "Wrong price")
	nowhere := func(what string) {
		t.Helper()
		bad.set(func(op, _ string) error {
			if op == "create" {
				return syscall.ENOSPC
			}
			return nil
		})
		_, err := rewrite(d, base, func(e *journal.Entry) { e.What = what })
		u := mustUnsaved(t, err)
		if u.Draft != "" || !errors.Is(u.DraftErr, syscall.ENOSPC) || !errors.Is(err, syscall.ENOSPC) ||
			!strings.Contains(err.Error(), "could not be kept in drafts either") {
			t.Fatalf("the error is %v", err)
		}
	}
	nowhere("first")
	same(t, "drafts", len(drafts(t, d)), 0)
	bad.set(full("entries"))
	if _, err := rewrite(d, base, func(e *journal.Entry) { e.What = "second" }); mustUnsaved(t, err).Draft == "" {
		t.Fatal(err)
	}
	nowhere("third")
	for _, text := range drafts(t, d) {
		if !strings.Contains(text, "second") {
			t.Errorf("the draft lost its text: %q", text)
		}
	}
	bad.set(nil)
	if _, err := rewrite(d, base, func(e *journal.Entry) { e.What = "third" }); err != nil {
		t.Fatal(err)
	}
	same(t, "files", files(t, d), []string{base.Path})
}

// The draft of an earlier evening is not written over, though the clock went back and shows the same second again.
func TestRescueAfterRestart(t *testing.T) {
	bad, c := &disk{}, newClock()
	dir := filepath.Join(t.TempDir(), "journal")
	base := mustCapture(t, sit(t, dir, nil, c), "Wrong price")
	bad.set(full("entries"))
	for _, what := range []string{"the first evening", "the second evening"} {
		d := sit(t, dir, bad, c)
		_, err := rewrite(d, base, func(e *journal.Entry) { e.What = what })
		mustUnsaved(t, err)
	}
	d := sit(t, dir, nil, c)
	all := ""
	for _, text := range drafts(t, d) {
		all += text
	}
	if !strings.Contains(all, "the first evening") || !strings.Contains(all, "the second evening") {
		t.Errorf("the drafts have only %q", all)
	}
}

// What a save can run into besides the disk: each time the text is in drafts, and the file is not what was wanted.
func TestSaveRefused(t *testing.T) {
	const twin = "entries/2026/copy.toml"
	var (
		conflict *store.ConflictError
		gone     *store.GoneError
		broken   *store.BrokenError
		locked   *store.LockedError
	)
	for _, c := range []struct {
		name   string
		before func(t *testing.T, d *Desk, f *store.File)
		want   any
	}{
		{"changed on both sides", func(t *testing.T, d *Desk, f *store.File) {
			if _, err := d.Change(f.Path, func(e *journal.Entry) error { e.What = "theirs"; return nil }); err != nil {
				t.Fatal(err)
			}
		}, &conflict},
		{"trashed", func(t *testing.T, d *Desk, f *store.File) {
			if _, err := d.Trash(f.Path); err != nil {
				t.Fatal(err)
			}
		}, &gone},
		{"deleted with its folder", func(t *testing.T, d *Desk, f *store.File) {
			if err := os.RemoveAll(onDisk(d, "entries")); err != nil {
				t.Fatal(err)
			}
		}, &gone},
		{"broken by hand", func(t *testing.T, d *Desk, f *store.File) { put(t, d, f.Path, "title = \"half") }, &broken},
		{"from the future", func(t *testing.T, d *Desk, f *store.File) {
			put(t, d, f.Path, strings.Replace(entryText(f.Entry.ID, "x"), "schema = 1", "schema = 2", 1))
		}, &locked},
		{"a twin", func(t *testing.T, d *Desk, f *store.File) {
			put(t, d, twin, entryText(f.Entry.ID, "copy"))
			*f = mustOpen(t, d, twin)
		}, &locked},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			f := mustCapture(t, d, "mine")
			c.before(t, d, &f)
			was, _ := os.ReadFile(onDisk(d, f.Path))
			_, err := rewrite(d, f, func(e *journal.Entry) { e.What = "what I wrote" })
			u := mustUnsaved(t, err)
			if !errors.As(err, c.want) {
				t.Errorf("the error is %v, want %T behind it", err, c.want)
			}
			if text, err := os.ReadFile(u.Draft); err != nil || !strings.Contains(string(text), "what I wrote") {
				t.Errorf("the draft has %q, %v", text, err)
			}
			if is, _ := os.ReadFile(onDisk(d, f.Path)); string(is) != string(was) {
				t.Errorf("the file was changed: %q", is)
			}
		})
	}
}

// An id that somebody made up does not keep a text from reaching the drafts, nor the editor.
func TestStrangeIDs(t *testing.T) {
	for _, id := range []string{"my own", "../../up", "C:x", ".hidden", "", "日本", strings.Repeat("a", 300), `a\b`} {
		bad := &disk{}
		d := sit(t, filepath.Join(t.TempDir(), "journal"), bad, newClock())
		const path = "entries/mine.toml"
		put(t, d, path, entryText(strings.ReplaceAll(id, `\`, `\\`), "mine"))
		f := mustOpen(t, d, path)
		bad.set(full("entries"))
		_, err := rewrite(d, f, func(e *journal.Entry) { e.What = "x" })
		if u := mustUnsaved(t, err); u.Draft == "" || filepath.Dir(u.Draft) != onDisk(d, "drafts") {
			t.Errorf("%q: the draft is %q: %v", id, u.Draft, err)
		}
		name, on, err := d.EditorCopy(f.Entry.ID, "own.did", "text", ".md")
		if err != nil || filepath.Dir(on) != onDisk(d, "drafts") {
			t.Errorf("%q: the copy is %q, %v", id, on, err)
		}
		if text, err := d.ReadEditorCopy(name); err != nil || text != "text" {
			t.Errorf("%q: the copy has %q, %v", id, text, err)
		}
	}
}

func TestDraftID(t *testing.T) {
	for _, c := range []struct{ path, id, want string }{
		{"entries/lied.toml", "k7h3m9xq2t", "k7h3m9xq2t"},
		{"entries/lied.aaaaaaaaaa.toml", "", "aaaaaaaaaa"},
		{"entries/lied.aaaaaaaaaa.toml", "my own", "aaaaaaaaaa"},
		{"entries/lied.toml", "my-own", "my-own"},
		{"entries/lied.toml", "", "entry-@"},
		{"entries/lied.toml", "../up", "entry-@"},
		{"", "", "entry"},
	} {
		sum := fmt.Sprintf("%x", sha256.Sum256([]byte(c.path)))
		same(t, c.path+" "+c.id, DraftID(c.path, c.id), strings.Replace(c.want, "@", sum[:8], 1))
	}
}

// Many hands on one entry, in one program: every change runs on what the others left.
func TestChangeContention(t *testing.T) {
	d := newDesk(t)
	f := mustCapture(t, d, "busy")
	const hands, times = 8, 25
	var wg sync.WaitGroup
	for hand := range hands {
		wg.Go(func() {
			for n := range times {
				if _, err := d.Change(f.Path, func(e *journal.Entry) error {
					e.Tags = append(e.Tags, fmt.Sprintf("%d-%d", hand, n))
					e.What += fmt.Sprintf("%d-%d\n", hand, n)
					e.Fix.Actions = append(e.Fix.Actions, journal.Action{Do: fmt.Sprintf("%d-%d", hand, n)})
					e.Colleague += "x" // the same for all: two that start from the same length must not end as one
					text := [...]*string{&e.Own.Did, &e.Own.Decided, &e.Own.Knew, &e.Own.Cost, &e.Own.Friend,
						&e.Fix.Contained, &e.Fix.Repaired, &e.Learn.Story}[hand]
					*text += fmt.Sprintf("%d,", n)
					return nil
				}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	e := mustOpen(t, d, f.Path).Entry
	for hand := range hands {
		for n := range times {
			one := fmt.Sprintf("%d-%d", hand, n)
			if !journal.Same(e.Tags, one) || !strings.Contains("\n"+e.What, "\n"+one+"\n") {
				t.Errorf("%s was lost", one)
			}
		}
	}
	if len(e.Fix.Actions) != hands*times || len(e.Colleague) != hands*times || strings.Count(e.Own.Did+e.Learn.Story, ",") != 2*times {
		t.Errorf("%d actions, %d times the same, want %d", len(e.Fix.Actions), len(e.Colleague), hands*times)
	}
	same(t, "files", files(t, d), []string{f.Path})
}

// Changes from two programs at once to the same keys.
func TestChangeFromTwoPrograms(t *testing.T) {
	one := newDesk(t)
	two := sit(t, one.Dir(), nil, newClock())
	f := mustCapture(t, one, "busy")
	var wg sync.WaitGroup
	for name, d := range map[string]*Desk{"one": one, "two": two} {
		wg.Go(func() {
			for n := range 25 {
				if _, err := d.Change(f.Path, func(e *journal.Entry) error {
					e.What += fmt.Sprintf("%s %d\n", name, n)
					e.Sting = append(e.Sting, journal.Sting{At: when.At(time.Unix(int64(n), 0).UTC()), Level: len(name) + n%2})
					return nil
				}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	e := mustOpen(t, one, f.Path).Entry
	for n := range 25 {
		for _, name := range []string{"one", "two"} {
			if !strings.Contains("\n"+e.What, fmt.Sprintf("\n%s %d\n", name, n)) {
				t.Errorf("%s %d was lost", name, n)
			}
		}
	}
}

// A change whose function declines, or that cannot be saved, leaves everything as it was.
func TestChangeDeclined(t *testing.T) {
	d := newDesk(t)
	f := mustCapture(t, d, "calm")
	no := errors.New("no")
	got, err := d.Change(f.Path, func(e *journal.Entry) error { e.What = "x"; return no })
	if !errors.Is(err, no) || got.Entry.What != "" {
		t.Errorf("got %q, %v", got.Entry.What, err)
	}
	if is := mustOpen(t, d, f.Path); is.Text != f.Text {
		t.Errorf("the file is %q", is.Text)
	}
	var gone *store.GoneError
	if _, err := d.Change("entries/2026/none.toml", func(*journal.Entry) error { return nil }); !errors.As(err, &gone) {
		t.Errorf("changing nothing: %v", err)
	}
}

// A text that is open in the screen and a change from the shell to another key come together.
func TestSaveMerges(t *testing.T) {
	d := newDesk(t)
	f := mustCapture(t, d, "both")
	if _, err := d.Change(f.Path, func(e *journal.Entry) error { e.Tags = []string{"shell"}; return nil }); err != nil {
		t.Fatal(err)
	}
	got, err := rewrite(d, f, func(e *journal.Entry) { e.Own.Did = "screen" })
	if err != nil {
		t.Fatal(err)
	}
	same(t, "both", []string{got.Entry.Own.Did, got.Entry.Tags[0]}, []string{"screen", "shell"})
	same(t, "the file", mustOpen(t, d, f.Path).Entry, got.Entry)
}
