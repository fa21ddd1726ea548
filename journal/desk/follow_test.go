package desk

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"bounceback/journal"
	"bounceback/journal/shelf"
)

// screen is what a person sees: a shelf that a follower keeps up to date.
type screen struct {
	t *testing.T
	f *Follower
	s shelf.Shelf
}

func watch(t *testing.T, d *Desk) *screen {
	t.Helper()
	s := &screen{t: t, f: d.NewFollower()}
	err := s.f.Load(context.Background(), func(cards []shelf.Card) bool {
		s.s = s.s.With(cards, nil)
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// look looks once and returns what was new: the titles of the cards that changed, and the paths that are gone.
func (s *screen) look(all bool, watched ...string) []string {
	s.t.Helper()
	ch, err := s.f.Look(context.Background(), watched, all)
	if err != nil {
		s.t.Fatal(err)
	}
	s.s = s.s.With(ch.Cards, ch.Gone)
	var out []string
	for _, c := range ch.Cards {
		out = append(out, c.Title)
	}
	for _, p := range ch.Gone {
		out = append(out, "gone "+p)
	}
	slices.Sort(out)
	return out
}

// quiet looks until nothing is new any more: once more, at most, because of coarse clocks.
func (s *screen) quiet() {
	s.t.Helper()
	for range 2 {
		if got := s.look(false); got != nil {
			s.t.Errorf("nothing happened, and %q is new", got)
		}
	}
}

func (s *screen) titles() []string {
	var out []string
	for i := range s.s.Len() {
		out = append(out, s.s.At(i).Title)
	}
	return out
}

// inPlace writes a file as an editor does that keeps it, a minute after it was written before.
func inPlace(t *testing.T, d *Desk, path, text string) {
	t.Helper()
	info, err := os.Stat(onDisk(d, path))
	if err != nil {
		t.Fatal(err)
	}
	put(t, d, path, text)
	at := info.ModTime().Add(time.Minute)
	if err := os.Chtimes(onDisk(d, path), at, at); err != nil {
		t.Fatal(err)
	}
}

// byRename writes a file as a careful program does: beside it, and then over it.
func byRename(t *testing.T, d *Desk, path, text string) {
	t.Helper()
	put(t, d, path+".tmp", text)
	if err := os.Rename(onDisk(d, path+".tmp"), onDisk(d, path)); err != nil {
		t.Fatal(err)
	}
}

func move(t *testing.T, d *Desk, from, to string) {
	t.Helper()
	put(t, d, to, "")
	if err := os.Rename(onDisk(d, from), onDisk(d, to)); err != nil {
		t.Fatal(err)
	}
}

const (
	pathA = "entries/2026/2026-11-12-a.aaaaaaaaaa.toml"
	pathB = "entries/2026/2026-11-13-b.bbbbbbbbbb.toml"
	pathC = "entries/2025/2025-01-01-c.cccccccccc.toml"
)

var (
	textA = entryText("aaaaaaaaaa", "A")
	textB = entryText("bbbbbbbbbb", "B")
	textC = entryText("cccccccccc", "C")
)

// What other programs do to a journal, and what the next look sees of it.
func TestLook(t *testing.T) {
	for _, c := range []struct {
		name    string
		do      func(t *testing.T, d *Desk)
		watched []string
		all     bool
		want    []string
		titles  []string // on the shelf then
	}{
		{"nothing", func(t *testing.T, d *Desk) {}, []string{pathA, pathB}, true, nil, []string{"A", "B"}},
		{"new", func(t *testing.T, d *Desk) {
			put(t, d, "entries/2026/2026-11-14.dddddddddd.toml", entryText("dddddddddd", "D"))
		},
			nil, false, []string{"D"}, []string{"A", "B", "D"}},
		{"new in a new folder", func(t *testing.T, d *Desk) { put(t, d, pathC, textC) },
			nil, false, []string{"C"}, []string{"A", "B", "C"}},
		{"in place, on screen", func(t *testing.T, d *Desk) { inPlace(t, d, pathA, entryText("aaaaaaaaaa", "A2")) },
			[]string{pathA}, false, []string{"A2"}, []string{"A2", "B"}},
		{"in place, elsewhere", func(t *testing.T, d *Desk) { inPlace(t, d, pathA, entryText("aaaaaaaaaa", "A2")) },
			[]string{pathB}, false, nil, []string{"A", "B"}},
		{"in place, at the slow look", func(t *testing.T, d *Desk) { inPlace(t, d, pathA, entryText("aaaaaaaaaa", "A2")) },
			[]string{pathB}, true, []string{"A2"}, []string{"A2", "B"}},
		{"by rename", func(t *testing.T, d *Desk) { byRename(t, d, pathA, entryText("aaaaaaaaaa", "A, longer")) },
			nil, false, []string{"A, longer"}, []string{"A, longer", "B"}},
		{"gone", func(t *testing.T, d *Desk) {
			if err := os.Remove(onDisk(d, pathA)); err != nil {
				t.Fatal(err)
			}
		}, []string{pathA}, false, []string{"gone " + pathA}, []string{"B"}},
		{"all gone", func(t *testing.T, d *Desk) {
			if err := os.RemoveAll(onDisk(d, "entries")); err != nil {
				t.Fatal(err)
			}
		}, []string{pathA}, false, []string{"gone " + pathA, "gone " + pathB}, nil},
		{"renamed", func(t *testing.T, d *Desk) { move(t, d, pathA, "entries/2026/better.aaaaaaaaaa.toml") },
			[]string{pathA}, false, []string{"A", "gone " + pathA}, []string{"A", "B"}},
		{"moved to another folder", func(t *testing.T, d *Desk) { move(t, d, pathA, "entries/old/a.toml") },
			nil, false, []string{"A", "gone " + pathA}, []string{"A", "B"}},
		{"made no entry", func(t *testing.T, d *Desk) { move(t, d, pathA, pathA+".bak") },
			nil, false, []string{"gone " + pathA}, []string{"B"}},
		{"broken", func(t *testing.T, d *Desk) { inPlace(t, d, pathA, "title = ") },
			[]string{pathA}, false, []string{"2026-11-12-a.aaaaaaaaaa.toml"}, []string{"2026-11-12-a.aaaaaaaaaa.toml", "B"}},
		{"a stranger's file", func(t *testing.T, d *Desk) { put(t, d, "entries/2026/notes.txt", "x") }, nil, true, nil, []string{"A", "B"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			put(t, d, pathA, textA)
			put(t, d, pathB, textB)
			s := watch(t, d)
			s.quiet()
			c.do(t, d)
			same(t, "what is new", s.look(c.all, c.watched...), c.want)
			titles := s.titles()
			slices.Sort(titles)
			same(t, "the shelf", titles, c.titles)
			if got := s.look(c.all, c.watched...); got != nil {
				t.Errorf("%q is new a second time", got)
			}
		})
	}
}

// A file that was broken by hand stands on the shelf with its reason, is no news as long as it stays so, and comes back when
// it is mended.
func TestBrokenThenMended(t *testing.T) {
	d := newDesk(t)
	put(t, d, pathA, "schema = 1\ntitle = \"half\n")
	put(t, d, pathB, textB)
	s := watch(t, d)
	if c, ok := s.s.ByPath(pathA); !ok || c.Broken == "" || c.Line != 2 {
		t.Fatalf("the broken file is %+v", c)
	}
	same(t, "what is new", s.look(true, pathA), []string(nil))
	inPlace(t, d, pathA, textA)
	same(t, "what is new", s.look(false, pathA), []string{"A"})
	if c, _ := s.s.ByPath(pathA); c.Broken != "" {
		t.Errorf("it is still broken: %s", c.Broken)
	}
	inPlace(t, d, pathA, "x")
	s.look(false, pathA)
	same(t, "what is new", s.look(false, pathA), []string(nil))
}

// The second file with an id is read-only, whichever of the two is read first, until the first one is gone.
func TestTwins(t *testing.T) {
	for _, copy := range []string{"entries/2026/2026-11-12-a copy.toml", "entries/1.toml", "entries/z.toml", "entries/2026/2030-01-01.zzzzzzzzzz.toml"} {
		t.Run(copy, func(t *testing.T) {
			d := newDesk(t)
			put(t, d, pathA, textA)
			put(t, d, copy, textA)
			s := watch(t, d)
			locked := func(path string) string {
				c, ok := s.s.ByPath(path)
				if !ok {
					t.Fatalf("%s is not on the shelf", path)
				}
				return c.Locked
			}
			if locked(pathA) != "" || !strings.Contains(locked(copy), "same id") {
				t.Errorf("locked are %q and %q", locked(pathA), locked(copy))
			}
			inPlace(t, d, copy, textA+"what = \"x\"\n")
			s.look(true)
			if locked(copy) == "" {
				t.Error("changed, it is no twin any more")
			}
			if err := os.Remove(onDisk(d, pathA)); err != nil {
				t.Fatal(err)
			}
			s.look(false)
			if locked(copy) != "" {
				t.Errorf("alone, it is locked: %s", locked(copy))
			}
			put(t, d, pathA, textA) // and back, from a backup
			s.look(false)
			s.look(true)
			if locked(pathA) != "" || locked(copy) == "" {
				t.Errorf("back again, locked are %q and %q", locked(pathA), locked(copy))
			}
		})
	}
}

// What this program writes itself is no news.
func TestSaw(t *testing.T) {
	d := newDesk(t)
	s := watch(t, d)
	f := mustCapture(t, d, "mine")
	s.f.Saw(f)
	same(t, "after a capture", s.look(true, f.Path), []string(nil))
	f, err := rewrite(d, f, func(e *journal.Entry) { e.What = "x" })
	if err != nil {
		t.Fatal(err)
	}
	s.f.Saw(f)
	same(t, "after a save", s.look(true, f.Path), []string(nil))
	other := mustCapture(t, sit(t, d.Dir(), nil, newClock()), "theirs")
	same(t, "after another's capture", s.look(false), []string{"theirs"})
	if _, err := d.Trash(other.Path); err != nil {
		t.Fatal(err)
	}
	same(t, "after the trash", s.look(false), []string{"gone " + other.Path})
}

// The slow look goes through all files in slices: each file is looked at once a round.
func TestSlices(t *testing.T) {
	d := newDesk(t)
	path := func(n int) string { return fmt.Sprintf("entries/%d/n%05d.toml", n%7, n) }
	const n = sliceSize + 50
	for i := range n {
		put(t, d, path(i), fmt.Sprintf("title = \"%05d\"\n", i))
	}
	s := watch(t, d)
	if s.s.Len() != n {
		t.Fatalf("%d cards, want %d", s.s.Len(), n)
	}
	s.quiet()
	for i := range n {
		at := time.Unix(1, 0)
		if err := os.Chtimes(onDisk(d, path(i)), at, at); err != nil {
			t.Fatal(err)
		}
	}
	first, second, third := s.look(true), s.look(true), s.look(true)
	if len(first) != sliceSize || len(second) != n-sliceSize || third != nil {
		t.Errorf("three looks saw %d, %d and %d files", len(first), len(second), len(third))
	}
	if all := append(first, second...); len(slices.Compact(slices.Sorted(slices.Values(all)))) != n {
		t.Error("some were looked at twice and others never")
	}
}

// Two things happen within one tick of the file system's clock, with a look between them: the second one is seen as well.
func TestCoarseClock(t *testing.T) {
	d := newDesk(t)
	put(t, d, pathA, textA)
	folder := onDisk(d, "entries/2026")
	tick := time.Date(2026, 11, 22, 20, 0, 0, 0, time.UTC)
	within := func(do func()) { // the tick
		t.Helper()
		do()
		if err := os.Chtimes(folder, tick, tick); err != nil {
			t.Fatal(err)
		}
	}
	within(func() {})
	s := watch(t, d)
	within(func() { put(t, d, pathB, textB) })
	same(t, "in the tick of the first reading", s.look(false), []string{"B"})
	s.quiet()
	tick = tick.Add(time.Second)
	within(func() { put(t, d, "entries/2026/c.toml", textC) })
	same(t, "in the next tick", s.look(false), []string{"C"})
	within(func() { byRename(t, d, pathA, entryText("aaaaaaaaaa", "A, longer")) })
	same(t, "after the look", s.look(false), []string{"A, longer"})
}

// What this program captures while a look is under way is not taken for gone because the list of names is older.
func TestCaptureDuringLook(t *testing.T) {
	bad, c := &disk{}, newClock()
	d := sit(t, newDesk(t).Dir(), bad, c)
	put(t, d, pathA, textA)
	put(t, d, "entries/2027/2027-01-01.bbbbbbbbbb.toml", textB)
	s := watch(t, d)
	s.quiet()
	beside := sit(t, d.Dir(), nil, c)
	calls, captured := 0, ""
	bad.set(func(op, name string) error {
		if op == "readdir" && strings.HasSuffix(name, "/2027") {
			if calls++; calls == 2 { // after the times of the folders, and after the names in 2026
				f := mustCapture(t, beside, "just now")
				s.f.Saw(f)
				captured = f.Path
			}
		}
		return nil
	})
	got := s.look(true)
	if captured == "" || len(got) > 0 {
		t.Errorf("captured %q, and new is %q", captured, got)
	}
	bad.set(nil)
	if got := s.look(true); got != nil {
		t.Errorf("%q is new", got)
	}
}

// Load stops when the reader has had enough, and when it is told to.
func TestLoadStops(t *testing.T) {
	d := newDesk(t)
	for i := range 200 {
		put(t, d, fmt.Sprintf("entries/2026/n%03d.toml", i), "title = \"x\"\n")
	}
	batches := 0
	if err := d.NewFollower().Load(context.Background(), func([]shelf.Card) bool { batches++; return false }); err != nil || batches != 1 {
		t.Errorf("%d batches, %v", batches, err)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	batches = 0
	err := d.NewFollower().Load(ctx, func([]shelf.Card) bool { batches++; stop(); return true })
	if err == nil || batches != 1 {
		t.Errorf("%d batches, %v", batches, err)
	}
}
