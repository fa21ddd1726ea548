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
	words := []Unread{{"happened", "around: noon"}, {"fix.actions.due#2", "日曜 "}, {"", "lost its question"}}
	keep(d, words[0])
	keep(d, words...)
	if got := drafts(t, d); len(got) != 1 {
		t.Fatalf("drafts: %v", got)
	}
	if got, err := d.Leftovers(); err != nil || len(got) > 0 {
		t.Errorf("it is offered as something else: %v, %v", got, err)
	}
	second := sit(t, dir, &disk{}, clock) // at the same second
	keep(second, Unread{"fix.fixed", "later"})
	later := sit(t, dir, &disk{}, clock)
	got := take(later)
	for _, w := range append(words, Unread{"fix.fixed", "later"}) {
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

// What a hand made of the draft is words all the same.
func TestUnreadByHand(t *testing.T) {
	d := newDesk(t)
	put(t, d, "drafts/k7h3m9xq2t-unread-x.txt", "happened: noon\r\n\n: no key\njust words\nwith space: words\n")
	got, err := d.TakeUnread("", "k7h3m9xq2t")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "texts", got, []Unread{{"happened", "noon"}, {"", "no key"}, {"", "just words"}, {"", "with space: words"}})
}

func TestUnreadOnAFullDisk(t *testing.T) {
	bad := &disk{}
	d := sit(t, filepath.Join(t.TempDir(), "journal"), bad, newClock())
	f := mustCapture(t, d, "Wrong price")
	bad.set(full("drafts"))
	if err := d.KeepUnread(f.Path, f.Entry.ID, []Unread{{"happened", "noon"}}); err == nil {
		t.Error("it says that it is kept")
	}
	bad.set(nil)
	if err := d.KeepUnread(f.Path, f.Entry.ID, []Unread{{"happened", "noon"}}); err != nil {
		t.Error(err)
	}
	if got := drafts(t, d); len(got) != 1 {
		t.Errorf("drafts: %v", got)
	}
}
