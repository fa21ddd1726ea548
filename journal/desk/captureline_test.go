package desk

import (
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

func mustKeep(t *testing.T, l *CaptureLine, text string) {
	t.Helper()
	if err := l.Keep(text); err != nil {
		t.Fatal(err)
	}
}

func mustLoad(t *testing.T, l *CaptureLine, want string) {
	t.Helper()
	if got, err := l.Load(); err != nil || got != want {
		t.Fatalf("loaded %q, %v; want %q", got, err, want)
	}
}

// texts are the drafts' texts in alphabetical order.
func texts(t *testing.T, d *Desk) []string {
	t.Helper()
	return slices.Sorted(maps.Values(drafts(t, d)))
}

func TestCaptureLine(t *testing.T) {
	d := newDesk(t)
	l := d.CaptureLine()
	mustLoad(t, l, "")
	mustKeep(t, l, "")
	same(t, "files", files(t, d), []string(nil))
	mustKeep(t, l, "half")
	mustKeep(t, l, "half a thought")
	mustLoad(t, l, "") // it is its own, nobody left it
	same(t, "drafts", drafts(t, d), map[string]string{"capture.txt": "half a thought"})

	next := d.CaptureLine()
	mustLoad(t, next, "half a thought")
	next.Take()
	mustKeep(t, next, "half a thought more")
	same(t, "drafts", drafts(t, d), map[string]string{"capture.txt": "half a thought more"})
	mustKeep(t, next, "")
	same(t, "files", files(t, d), []string(nil))
}

// Two screens at once: neither loses its line to the other, whoever writes and forgets last.
// Goroutines may overtake one another: what was asked last counts.
func TestCaptureLineOutOfOrder(t *testing.T) {
	d := newDesk(t)
	l := d.CaptureLine()
	first, second, third := l.Keeping("I sent"), l.Keeping("I sent it"), l.Keeping("")
	for _, keep := range []func() error{second, first} {
		if err := keep(); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "drafts", drafts(t, d), map[string]string{"capture.txt": "I sent it"})
	if err := third(); err != nil {
		t.Fatal(err)
	}
	if err := second(); err != nil { // late
		t.Fatal(err)
	}
	same(t, "drafts", len(drafts(t, d)), 0)
}

func TestTwoCaptureLines(t *testing.T) {
	d := newDesk(t)
	a, b := d.CaptureLine(), d.CaptureLine()
	mustKeep(t, a, "a")
	mustKeep(t, b, "b")
	mustKeep(t, a, "a2")
	mustKeep(t, b, "b2")
	same(t, "texts", texts(t, d), []string{"a2", "b2"})
	same(t, "first", drafts(t, d)["capture.txt"], "a2")
	if left, err := d.Leftovers(); err != nil || len(left) != 0 {
		t.Errorf("captured lines count as left over: %q, %v", left, err)
	}
	mustKeep(t, a, "")
	same(t, "texts", texts(t, d), []string{"b2"})

	c := d.CaptureLine() // b is taken over while b still runs
	mustLoad(t, c, "b2")
	c.Take()
	mustKeep(t, c, "b2 and c")
	mustKeep(t, b, "")
	same(t, "texts", texts(t, d), []string{"b2 and c"})
	mustKeep(t, b, "b3")
	mustKeep(t, c, "")
	same(t, "texts", texts(t, d), []string{"b3"})
}

// Many that end in one moment, as they do when the terminals are closed.
func TestCaptureLinesAtOnce(t *testing.T) {
	d := newDesk(t)
	var want []string
	var all sync.WaitGroup
	for n := range 8 {
		text := strings.Repeat("x", n+1)
		want = append(want, text)
		l := sit(t, d.Dir(), nil, newClock()).CaptureLine()
		all.Go(func() {
			if err := l.Keep(text); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	same(t, "texts", texts(t, d), want)
}

// What the disk brings late is not lost to what was typed before.
func TestCaptureLineFoundLate(t *testing.T) {
	d := newDesk(t)
	mustKeep(t, d.CaptureLine(), "from yesterday")
	l := d.CaptureLine()
	mustKeep(t, l, "today")
	mustKeep(t, l, "today more")
	mustLoad(t, l, "from yesterday")
	mustKeep(t, l, "today again") // the person has not seen the other yet
	same(t, "texts", texts(t, d), []string{"from yesterday", "today again"})
	l.Take()
	mustKeep(t, l, "from yesterday, today")
	same(t, "drafts", drafts(t, d), map[string]string{"capture.txt": "from yesterday, today"})

	l = d.CaptureLine()
	mustLoad(t, l, "from yesterday, today")
	mustKeep(t, l, "") // it ends before the person saw it
	mustLoad(t, d.CaptureLine(), "from yesterday, today")
}

// Sessions that were killed leave several lines: capture.txt comes first, then the oldest, one a session.
func TestCaptureLinesOfCrashes(t *testing.T) {
	d := newDesk(t)
	for i, text := range []string{"one", "two", "three"} {
		l := d.CaptureLine()
		mustKeep(t, l, text)
		at := time.Date(2026, 11, 20-i, 0, 0, 0, 0, time.UTC) // the last is the oldest
		if err := os.Chtimes(l.Path(), at, at); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"one", "three", "two", ""} {
		l := d.CaptureLine()
		mustLoad(t, l, want)
		l.Take()
		mustKeep(t, l, "")
	}
	same(t, "files", files(t, d), []string(nil))
}

func TestCaptureLineOnAFailingDisk(t *testing.T) {
	bad := &disk{}
	d := sit(t, newDesk(t).Dir(), bad, newClock())
	l := d.CaptureLine()
	mustKeep(t, l, "before")
	bad.set(func(op, _ string) error {
		if op == "sync" { // the new text has its name by then
			return syscall.EIO
		}
		return nil
	})
	if err := l.Keep("arrived all the same"); err == nil {
		t.Error("no error")
	}
	bad.set(full("drafts"))
	if err := l.Keep("after"); err == nil {
		t.Error("no error")
	}
	bad.set(nil)
	mustKeep(t, l, "after")
	same(t, "drafts", drafts(t, d), map[string]string{"capture.txt": "after"})
	mustKeep(t, l, "")
	same(t, "files", files(t, d), []string(nil))
}

func TestCaptureLineBesideOthersDrafts(t *testing.T) {
	for name, want := range map[string]bool{
		"capture.txt": true, "capture-k7h3m9.txt": true, "capture-k7h3m.txt": false, "capture-k7h3m9.toml": false,
		"capture-editing-own-did.md": false, "k7h3m9xq2t-editing.toml": false, "k7h3m9.txt": false,
	} {
		if got := isCaptureDraft(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
