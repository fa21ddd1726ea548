package desk

import (
	"errors"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"bounceback/journal"
	"bounceback/journal/capture"
	"bounceback/journal/store"
	"bounceback/journal/when"
)

// The other half of a conflict becomes an entry of its own, whole.
func TestSplit(t *testing.T) {
	d := newDesk(t)
	c := newClock()
	f := mustCapture(t, d, "both")
	f, err := rewrite(d, f, func(e *journal.Entry) {
		e.Feel(7, c.now())
		e.Fix.Actions = []journal.Action{{Do: "one"}, {Do: "two"}}
		e.Vent = "for nobody"
	})
	if err != nil {
		t.Fatal(err)
	}
	mine := f.Entry.Clone()
	mine.What = "my side \x80"
	half, err := d.Split(mine, c.now().Add(60e9))
	if err != nil {
		t.Fatal(err)
	}
	want := mine.Clone()
	want.ID, want.SameAs, want.Captured, want.What = half.Entry.ID, f.Entry.ID, when.At(c.now().Add(60e9)), "my side \uFFFD"
	got := mustOpen(t, d, half.Path).Entry
	if !got.Equal(want) {
		same(t, "the new entry", got, want)
	}
	if o := mine.Fix.Actions[1].Origin; o != f.Entry.Fix.Actions[1].Origin || o == 0 {
		t.Errorf("the entry that was given has lost where its elements come from: %d", o)
	}
	if got.ID == f.Entry.ID || !journal.ValidID(got.ID) || mine.SameAs != "" {
		t.Errorf("the ids are %s and %s, and the entry given has same_as %q", got.ID, f.Entry.ID, mine.SameAs)
	}
	same(t, "the first", mustOpen(t, d, f.Path).Text, f.Text)
	if _, err := d.Change(half.Path, func(e *journal.Entry) error { e.Fix.Actions[1].Do = "two!"; return nil }); err != nil {
		t.Errorf("the new entry can't be changed: %v", err)
	}
}

// The half that finds no place is in drafts, also after the file of the other half was saved.
func TestSplitOnAFullDisk(t *testing.T) {
	bad := &disk{}
	d := sit(t, newDesk(t).Dir(), bad, newClock())
	f := mustCapture(t, d, "both")
	if _, err := d.Change(f.Path, func(e *journal.Entry) error { e.What = "theirs"; return nil }); err != nil {
		t.Fatal(err)
	}
	_, err := rewrite(d, f, func(e *journal.Entry) { e.What = "mine" })
	var conflict *store.ConflictError
	if !errors.As(err, &conflict) {
		t.Fatal(err)
	}
	bad.set(full("entries"))
	mine := f.Entry.Clone()
	mine.What = "mine"
	_, err = d.Split(mine, d.Now())
	if u := mustUnsaved(t, err); u.Draft == "" {
		t.Fatal(err)
	}
	if _, err := d.Save(conflict.Theirs, conflict.Merged); err != nil { // nothing to write: theirs stands
		t.Fatal(err)
	}
	left := drafts(t, d)
	if len(left) != 1 {
		t.Errorf("%d drafts, want the half's alone", len(left))
	}
	for name, text := range left {
		if !strings.Contains(text, "mine") || !strings.Contains(text, "same_as = \""+f.Entry.ID+"\"") {
			t.Errorf("%s has %q", name, text)
		}
	}
}

// To the trash and back, and away for good with everything that was ever a draft of it.
func TestTrash(t *testing.T) {
	bad, c := &disk{}, newClock()
	d := sit(t, filepath.Join(t.TempDir(), "journal"), bad, c)
	f, other := mustCapture(t, d, "thrown"), mustCapture(t, d, "kept")
	bad.set(full("entries"))
	_, err := rewrite(d, f, func(e *journal.Entry) { e.Vent = "secret" })
	mustUnsaved(t, err)
	bad.set(nil)
	mustCopy(t, d, f.Entry.ID, "vent", "secret", ".md")
	mustCopy(t, d, other.Entry.ID, "vent", "other", ".md")

	place, err := d.Trash(f.Path)
	if err != nil {
		t.Fatal(err)
	}
	list, err := d.Trashed()
	if err != nil || len(list) != 1 || list[0].Path != place || list[0].Title != "thrown" || !list[0].At.Equal(c.now()) {
		t.Fatalf("the trash has %+v, %v", list, err)
	}
	back, err := d.Restore(place)
	if err != nil || back.Path != f.Path || back.Text != f.Text {
		t.Fatalf("back is %+v, %v", back, err)
	}
	if place, err = d.Trash(f.Path); err != nil {
		t.Fatal(err)
	}
	if err := d.Erase(place); err != nil {
		t.Fatal(err)
	}
	same(t, "files", files(t, d), []string{"drafts/" + other.Entry.ID + "-editing-vent.md", other.Path})
}

func TestEmptyTrash(t *testing.T) {
	bad := &disk{}
	d := sit(t, newDesk(t).Dir(), bad, newClock())
	if n, err := d.EmptyTrash(); n != 0 || err != nil {
		t.Errorf("an empty trash: %d, %v", n, err)
	}
	put(t, d, pathB, "this is no entry")
	kept := mustCapture(t, d, "kept")
	for _, p := range []string{pathB, mustCapture(t, d, "one").Path, mustCapture(t, d, "two").Path} {
		if _, err := d.Trash(p); err != nil {
			t.Fatal(err)
		}
	}
	removed := 0
	bad.set(func(op, name string) error {
		if op == "remove" && strings.HasSuffix(name, ".toml") {
			if removed++; removed == 2 {
				return syscall.EIO
			}
		}
		return nil
	})
	if n, err := d.EmptyTrash(); n != 1 || !errors.Is(err, syscall.EIO) || !strings.Contains(err.Error(), "erasing trash/") {
		t.Errorf("erased %d, %v", n, err)
	}
	bad.set(nil)
	if n, err := d.EmptyTrash(); n != 2 || err != nil {
		t.Errorf("erased %d, %v", n, err)
	}
	same(t, "files", files(t, d), []string{kept.Path})
}

// Restoring never replaces what took the place meanwhile.
func TestRestoreBeside(t *testing.T) {
	d := newDesk(t)
	f, err := d.Capture(capture.Line{Title: "mine"})
	if err != nil {
		t.Fatal(err)
	}
	place, err := d.Trash(f.Path)
	if err != nil {
		t.Fatal(err)
	}
	put(t, d, f.Path, entryText("bbbbbbbbbb", "took the place"))
	back, err := d.Restore(place)
	if err != nil || back.Path == f.Path || back.Entry.Title != "mine" {
		t.Errorf("back is %s, %v", back.Path, err)
	}
	same(t, "the other", mustOpen(t, d, f.Path).Entry.Title, "took the place")
}
