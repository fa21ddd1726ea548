package desk

import (
	"path/filepath"
	"slices"
	"testing"
)

// Days and times that can't be read wait in one draft an entry, across sessions, until they are mended.
func TestUnread(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "journal")
	clock := newClock()
	d := sit(t, dir, &disk{}, clock)
	f := mustCapture(t, d, "Wrong price")
	id := f.Entry.ID
	keep := func(d *Desk, texts ...Unread) {
		t.Helper()
		if err := d.KeepUnread(f.Path, id, texts); err != nil {
			t.Fatal(err)
		}
	}
	take := func(d *Desk) []Unread {
		t.Helper()
		got, err := d.TakeUnread(f.Path, id)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	words := []Unread{{Key: "happened", Typed: "around: noon"}, {"fix.actions.due#2", "Ring Dana", "日曜 "}, {Typed: "lost its question"}}
	keep(d, words[0])
	keep(d, words...)
	if got := drafts(t, d); len(got) != 1 {
		t.Fatalf("drafts: %v", got)
	}
	if got, err := d.Leftovers(); err != nil || len(got) > 0 {
		t.Errorf("it is offered as something else: %v, %v", got, err)
	}
	second := sit(t, dir, &disk{}, clock) // at the same second
	same(t, "of one that is alive", len(take(second)), 0)
	more := Unread{Key: "fix.fixed", Typed: "later"}
	keep(second, more, words[0])
	same(t, "of itself", take(second), []Unread{more, words[0]})
	d.Release()
	second.Release()
	later := sit(t, dir, &disk{}, clock)
	got := take(later)
	same(t, "texts", len(got), 4)
	for _, w := range append(words, more) {
		if !slices.Contains(got, w) {
			t.Errorf("%q is not in %q", w, got)
		}
	}
	keep(later, words[0])
	same(t, "kept", take(later), words[:1])
	keep(later)
	if got := drafts(t, later); len(got) != 0 {
		t.Errorf("all is read, and there are drafts: %v", got)
	}
}

// A draft that says something else by now is neither written over nor removed.
func TestUnreadOfSomebodyElse(t *testing.T) {
	for _, texts := range [][]Unread{nil, {{Key: "happened", Typed: "at noon"}}} {
		d := newDesk(t)
		f := mustCapture(t, d, "Wrong price")
		if err := d.KeepUnread(f.Path, f.Entry.ID, []Unread{{Key: "happened", Typed: "noon"}}); err != nil {
			t.Fatal(err)
		}
		for name := range drafts(t, d) {
			put(t, d, "drafts/"+name, "happened: theirs\n")
		}
		if err := d.KeepUnread(f.Path, f.Entry.ID, texts); err != nil {
			t.Fatal(err)
		}
		found := false
		for _, text := range drafts(t, d) {
			found = found || text == "happened: theirs\n"
		}
		if !found || len(drafts(t, d)) != 1+len(texts) {
			t.Errorf("drafts: %v", drafts(t, d))
		}
	}
}

// What a hand made of the draft is words all the same.
func TestUnreadByHand(t *testing.T) {
	d := newDesk(t)
	put(t, d, "drafts/k7h3m9xq2t-unread-x.txt", "happened: noon\r\n\n: no key\njust words\nwith space: words\n")
	got, err := d.TakeUnread("", "k7h3m9xq2t")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "texts", got, []Unread{{Key: "happened", Typed: "noon"}, {Typed: "no key"}, {Typed: "just words"}, {Typed: "with space: words"}})
}

func TestUnreadOnAFullDisk(t *testing.T) {
	bad := &disk{}
	d := sit(t, filepath.Join(t.TempDir(), "journal"), bad, newClock())
	f := mustCapture(t, d, "Wrong price")
	bad.set(full("drafts"))
	if err := d.KeepUnread(f.Path, f.Entry.ID, []Unread{{Key: "happened", Typed: "noon"}}); err == nil {
		t.Error("it says that it is kept")
	}
	bad.set(nil)
	if err := d.KeepUnread(f.Path, f.Entry.ID, []Unread{{Key: "happened", Typed: "noon"}}); err != nil {
		t.Error(err)
	}
	if got := drafts(t, d); len(got) != 1 {
		t.Errorf("drafts: %v", got)
	}
}

// What is kept late does not bring back what the person has changed since.
func TestUnreadKeptLate(t *testing.T) {
	d := newDesk(t)
	f := mustCapture(t, d, "Wrong price")
	early := d.KeepingUnread(f.Path, f.Entry.ID, []Unread{{Key: "happened", Typed: "around"}})
	if err := d.KeepUnread(f.Path, f.Entry.ID, []Unread{{Key: "happened", Typed: "around lunch"}}); err != nil {
		t.Fatal(err)
	}
	if err := early(); err != nil {
		t.Fatal(err)
	}
	for name, text := range drafts(t, d) {
		same(t, name, text, "happened: around lunch\n")
	}
}
