package desk

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"bounceback/journal"
	"bounceback/journal/capture"
	"bounceback/journal/store"
	"bounceback/journal/when"
)

func mustCopy(t *testing.T, d *Desk, id, key, text, ending string) (name, path string) {
	t.Helper()
	name, path, err := d.EditorCopy(id, key, text, ending)
	if err != nil {
		t.Fatal(err)
	}
	return name, path
}

// A text in the editor: a copy that only its owner can read, with a name that tells what it is, until it is dropped.
func TestEditorCopy(t *testing.T) {
	d := newDesk(t)
	name, path := mustCopy(t, d, "k7h3m9xq2t", "own.did", "before", ".md")
	same(t, "name", name, "k7h3m9xq2t-editing-own-did.md")
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		t.Errorf("the copy's mode is %v, %v", info.Mode(), err)
	}
	if err := os.WriteFile(path, []byte("after\n"), 0o600); err != nil { // the editor
		t.Fatal(err)
	}
	if text, err := d.ReadEditorCopy(name); err != nil || text != "after\n" {
		t.Errorf("the copy has %q, %v", text, err)
	}
	if err := d.DropEditorCopy(name); err != nil {
		t.Fatal(err)
	}
	same(t, "files", files(t, d), []string(nil))
}

// Copies whose text never came back stay, each with its own text, however often the editor is opened and whatever the
// clock shows.
func TestEditorCopyNeverOverwrites(t *testing.T) {
	d := newDesk(t)
	want := map[string]string{}
	for _, text := range []string{"one", "two", "three", "four"} {
		name, _ := mustCopy(t, d, "k7h3m9xq2t", "fix.actions[2].do", text, ".md")
		want[name] = text
	}
	same(t, "drafts", drafts(t, d), want)
	again, _ := mustCopy(t, d, "k7h3m9xq2t", "fix.actions[2].do", "two", ".md")
	same(t, "the copy with that text", drafts(t, d)[again], "two")
	same(t, "number of drafts", len(drafts(t, d)), 4)
	file, _ := mustCopy(t, d, "k7h3m9xq2t", "", "whole", ".toml")
	same(t, "a whole file's", file, "k7h3m9xq2t-editing.toml")
	left, err := d.Leftovers()
	if err != nil || len(left) != 5 {
		t.Errorf("left over are %q, %v", left, err)
	}
}

// What an earlier copy was made of is gone with the next copy: it would pass for that one's.
func TestEditorCopyTakesNoOldBase(t *testing.T) {
	d := newDesk(t)
	name, _ := mustCopy(t, d, "k7h3m9xq2t", "", "one", ".toml")
	base, _ := mustCopy(t, d, "k7h3m9xq2t", "base", "one", ".toml")
	mustCopy(t, d, "k7h3m9xq2t", "", "two", ".toml")
	same(t, "base beside its copy", drafts(t, d)[base], "one")
	if err := d.DropEditorCopy(name); err != nil {
		t.Fatal(err)
	}
	mustCopy(t, d, "k7h3m9xq2t", "", "three", ".toml")
	same(t, "drafts", drafts(t, d), map[string]string{name: "three", "k7h3m9xq2t-editing-2.toml": "two"})
}

func TestEditorCopyOnAFailingDisk(t *testing.T) {
	bad := &disk{}
	d := sit(t, newDesk(t).Dir(), bad, newClock())
	mustCopy(t, d, "k7h3m9xq2t", "", "one", ".toml")
	bad.set(func(op, _ string) error {
		if op == "open" {
			return syscall.EIO
		}
		return nil
	})
	name, _, err := d.EditorCopy("k7h3m9xq2t", "", "two", ".toml") // the first can't be looked at, so it is let be
	bad.set(nil)
	if err != nil || name == "k7h3m9xq2t-editing.toml" || drafts(t, d)["k7h3m9xq2t-editing.toml"] != "one" {
		t.Errorf("the copy is %q, %v", name, err)
	}
	bad.set(full("drafts"))
	if _, _, err := d.EditorCopy("k7h3m9xq2t", "", "three", ".toml"); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("the error is %v", err)
	}
}

// A whole file, back from the editor.
func TestSaveText(t *testing.T) {
	const path = "entries/2026/2026-11-12-a.aaaaaaaaaa.toml"
	start := textA + "what = \"\"\"\nbefore\n\"\"\"\n"
	other := func(text string) func(t *testing.T, d *Desk) { // what another program wrote meanwhile
		return func(t *testing.T, d *Desk) { put(t, d, path, text) }
	}
	nobody := func(*testing.T, *Desk) {}
	for _, c := range []struct {
		name      string
		start     string
		meanwhile func(t *testing.T, d *Desk)
		text      string
		want      string // the file's text; "" when it stays as it was
		err       string // what the error says
	}{
		{"as it is, comments and all", start, nobody, "# mine\n" + start + "\n\nmood = 1 # odd", "# mine\n" + start + "\n\nmood = 1 # odd", ""},
		{"unchanged", start, nobody, start, start, ""},
		{"broken", start, nobody, start + "what = \n", "", path + ":8: "},
		{"empty", start, nobody, "", "", "empty"},
		{"another id", start, nobody, strings.Replace(start, "aaaaaaaaaa", "bbbbbbbbbb", 1), "", `put id = "aaaaaaaaaa" back`},
		{"without its id", start, nobody, strings.Replace(start, "id = \"aaaaaaaaaa\"\n", "", 1), "", `put id = "aaaaaaaaaa" back`},
		{"a newer format", start, nobody, strings.Replace(start, "schema = 1", "schema = 9", 1), "", "newer bounceback"},
		{"another key changed meanwhile", start, other(start + "tags = [\"theirs\"] # why\n"), strings.Replace(start, "before", "after", 1),
			strings.Replace(start, "before", "after", 1) + "tags = [\"theirs\"] # why\n", ""},
		{"the same key changed meanwhile", start, other(strings.Replace(start, "before", "theirs", 1)),
			strings.Replace(start, "before", "mine", 1), strings.Replace(start, "before", "theirs", 1), "changed elsewhere in the meantime: what"},
		{"broken meanwhile", start, other("title = "), strings.Replace(start, "before", "after", 1), "title = ", ":1: "},
		{"mended", "title = \"A", nobody, textA, textA, ""},
		{"still broken", "title = \"A", nobody, "title = \"B", "", ":1: "},
		{"given an id", "title = \"A\"\n", nobody, textA, textA, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			put(t, d, path, c.start)
			base, err := d.Open(path)
			if err != nil { // as the screen does it with a file that can't be read
				text, err := d.Text(path)
				if err != nil {
					t.Fatal(err)
				}
				base = store.File{Path: path, Text: text}
			}
			c.meanwhile(t, d)
			got, err := d.SaveText(base, c.text)
			switch {
			case c.err == "" && err != nil:
				t.Errorf("the error is %v", err)
			case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)):
				t.Errorf("the error is %v, want %q in it", err, c.err)
			}
			want := c.want
			if want == "" {
				want = c.start
			}
			is, err := d.Text(path)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "the file", is, want)
			if c.err == "" {
				same(t, "what came back", got.Text, want)
			}
		})
	}
}

// What a person typed in the editor beyond the keys comes through a merge as well.
func TestSaveTextKeepsComments(t *testing.T) {
	start := textA + "quiet = true # why\n"
	theirs := strings.Replace(start, "title = \"A\"", "title = \"A2\"", 1)
	for _, c := range []struct{ name, text, has string }{
		{"a comment", strings.Replace(start, "# why", "# since the move", 1), "quiet = true # since the move\n"},
		{"a key of one's own", start + "mood = 1\n", "mood = 1\n"},
		{"a known key", start + "severity = \"slip\"\n", "severity = \"slip\"\n"},
	} {
		d := newDesk(t)
		put(t, d, pathA, start)
		base := mustOpen(t, d, pathA)
		put(t, d, pathA, theirs)
		f, err := d.SaveText(base, c.text)
		if err != nil || f.Entry.Title != "A2" || !strings.Contains(f.Text, c.has) {
			t.Errorf("%s: %q, %v", c.name, f.Text, err)
		}
		if left := drafts(t, d); len(left) != 0 {
			t.Errorf("%s: the drafts have %q", c.name, left)
		}
	}
}

func TestSaveTextOfAGoneFile(t *testing.T) {
	d := newDesk(t)
	f := mustCapture(t, d, "here")
	if _, err := d.Trash(f.Path); err != nil {
		t.Fatal(err)
	}
	var gone *store.GoneError
	if _, err := d.SaveText(f, f.Text+"# more\n"); !errors.As(err, &gone) {
		t.Errorf("the error is %v", err)
	}
	if _, err := os.Stat(onDisk(d, f.Path)); err == nil {
		t.Error("the file is back")
	}
}

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
