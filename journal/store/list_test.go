package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"bounceback/journal"
	"bounceback/journal/when"
)

func TestNames(t *testing.T) {
	s := open(t, Options{})
	listed := []string{ // newest first, as wanted
		"entries/2026/2026-11-12-b.zzzzzzzzzz.toml",
		"entries/2026/2026-11-12-a.k7h3m9xq2t.toml",
		"entries/2026/2026-11-12-a.22222222222.toml", // 11 characters: no id
		"entries/deep/down/2025-01-01.kkkkkkkkkk.toml",
		"entries/2024/2024-02-29.mmmmmmmmmm (1).toml",
		"entries/2026/conflicted-copy-of-a-report.toml",
		"entries/by hand.toml",
		"entries/2026/2026-13-45.nnnnnnnnnn.toml", // no such day
	}
	for _, p := range listed {
		put(t, s, p, "title = 'a'")
	}
	skipped := []string{
		"entries/2026/.2026-11-12.k7h3m9xq2t.toml", "entries/2026/.bounceback-1-1.tmp", "entries/2026/2026-11-12.k7h3m9xq2t.toml~",
		"entries/2026/.2026-11-12.k7h3m9xq2t.toml.swp", "entries/2026/#2026-11-12.k7h3m9xq2t.toml#", "entries/2026/x.bak",
		"entries/2026/2026-11-12.k7h3m9xq2t.toml.bak", "entries/2026/2026-11-12.k7h3m9xq2t.bak.toml", "entries/2026/~x.toml",
		"entries/2026/2026-11-12.k7h3m9xq2t.sync-conflict-20261112-101112-ABCDEFG.toml",
		"entries/2026/2026-11-12.k7h3m9xq2t (Sam's conflicted copy 2026-11-12).toml", "entries/.hidden/x.toml", "entries/x.TOML.txt",
		"entries/x.md", "contacts.toml", "trash/x.toml", "drafts/x.toml",
	}
	for _, p := range skipped {
		put(t, s, p, "title = 'a'")
	}
	names, err := s.Names()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range names {
		got = append(got, n.Path)
	}
	same(t, "names", got, listed)
	same(t, "first", names[0], Name{Path: listed[0], ID: "zzzzzzzzzz", Day: "2026-11-12"})
	for _, i := range []int{2, 4} {
		if names[i].ID != "" {
			t.Errorf("%s has the id %q", names[i].Path, names[i].ID)
		}
	}
	strays, err := s.Strays()
	if err != nil || !slices.Contains(strays, skipped[9]) || !slices.Contains(strays, skipped[1]) || slices.Contains(strays, listed[0]) {
		t.Errorf("strays %v, %v", strays, err)
	}
}

func TestCreate(t *testing.T) {
	for _, c := range []struct {
		title string
		slug  bool
		want  string
	}{
		{"Rerouted production traffic", true, "2026-11-12-rerouted-production-traffic.ID.toml"},
		{"Rerouted production traffic", false, "2026-11-12.ID.toml"},
		{"", true, "2026-11-12.ID.toml"},
		{"  ---  ", true, "2026-11-12.ID.toml"},
		{"👩‍💻 🙈", true, "2026-11-12.ID.toml"},
		{"Zoë's crème brûlée, Straße & Łódź", true, "2026-11-12-zoes-creme-brulee-strasse-lodz.ID.toml"},
		{"漢字 テスト", true, "2026-11-12-漢字-テスト.ID.toml"},
		{"नमस्ते", true, "2026-11-12-नमस्ते.ID.toml"},
		{"../../etc/passwd", true, "2026-11-12-etc-passwd.ID.toml"},
		{`a/b\c:d*e?f"g<h>i|j`, true, "2026-11-12-a-b-c-d-e-f-g-h-i-j.ID.toml"},
		{"con", true, "2026-11-12-con.ID.toml"},
		{"x.toml", true, "2026-11-12-x-toml.ID.toml"},
		{"line\nbreak\x00nul\u202ebidi", true, "2026-11-12-line-break-nul-bidi.ID.toml"},
		{"one two three four five six seven eight nine ten eleven twelve", true,
			"2026-11-12-one-two-three-four-five-six-seven-eight-nine-ten-eleven.ID.toml"},
		{strings.Repeat("x", 200), true, "2026-11-12-" + strings.Repeat("x", 60) + ".ID.toml"},
		{strings.Repeat("漢", 200), true, "2026-11-12-" + strings.Repeat("漢", 20) + ".ID.toml"},
	} {
		s := open(t, Options{Slug: c.slug})
		e := journal.New("", c.title, time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC))
		e.Happened = when.On(when.Day{Year: 2026, Month: 11, Day: 12})
		f, err := s.Create(e)
		if err != nil {
			t.Errorf("%q: %v", c.title, err)
			continue
		}
		if want := "entries/2026/" + strings.Replace(c.want, "ID", f.Entry.ID, 1); f.Path != want {
			t.Errorf("%q is kept as %s, want %s", c.title, f.Path, want)
		}
		if l := load(t, s, f.Path); !l.Entry.Equal(f.Entry) || l.Stamp != f.Stamp || l.Entry.Title != c.title || l.Text != f.Text {
			t.Errorf("%q: loaded %+v, created %+v", c.title, l, f)
		}
		if left, _ := os.ReadDir(s.full("entries/2026")); len(left) != 1 {
			t.Errorf("%q left %v", c.title, left)
		}
	}
}

func TestCreateNeverReplaces(t *testing.T) {
	for _, noLink := range []bool{false, true} {
		s := open(t, Options{})
		s.fs = &badDisk{n: -1, noLink: noLink}
		put(t, s, onePath, "mine")
		e := journal.New("k7h3m9xq2t", "new", time.Date(2026, 11, 12, 9, 0, 0, 0, time.UTC))
		f, err := s.Create(e)
		if err != nil || f.Path == onePath || f.Entry.ID == "k7h3m9xq2t" || get(t, s, onePath) != "mine" {
			t.Errorf("created %s, %v", f.Path, err)
		}
	}
	s := open(t, Options{})
	if _, err := s.Create(journal.Entry{Title: "no moment"}); err == nil {
		t.Error("created an entry without any day")
	}
	for _, id := range []string{"../../../etc/x", "k7h3m9xq2", "K7H3M9XQ2T"} {
		if _, err := s.Create(journal.New(id, "a", time.Now())); err == nil {
			t.Errorf("created an entry with the id %q", id)
		}
	}
}

func TestScan(t *testing.T) {
	s := open(t, Options{})
	for n := range 57 {
		put(t, s, fmt.Sprintf("entries/2026/2026-01-%02d-n%02d.toml", 1+n%28, n), fmt.Sprintf("title = 'n%02d'", n))
	}
	put(t, s, "entries/2026/2026-02-01-broken.toml", "title = ")
	put(t, s, "entries/2025/2025-01-01.k7h3m9xq2t.toml", oldText)
	put(t, s, "entries/2025/2025-01-01.k7h3m9xq2t (1).toml", oldText)
	names, err := s.Names()
	if err != nil {
		t.Fatal(err)
	}
	names = append(names, Name{Path: "entries/2024/gone.toml"})
	for _, workers := range []int{0, 1, 3, 100} {
		var got []string
		locked, failed := 0, 0
		err := s.Scan(context.Background(), names, workers, 10, func(batch []Scanned) bool {
			if len(batch) > 10 {
				t.Fatalf("a batch of %d", len(batch))
			}
			for _, one := range batch {
				got = append(got, one.Name.Path)
				switch {
				case one.Err != nil:
					failed++
				case one.File.Locked != "":
					locked++
				case one.Name.Stamp == Stamp{} || one.File.Entry.Title == "":
					t.Errorf("%+v is not loaded", one)
				}
			}
			return true
		})
		if err != nil || len(got) != len(names) || failed != 2 || locked != 1 {
			t.Fatalf("%d workers: %d of %d, %d failed, %d locked, %v", workers, len(got), len(names), failed, locked, err)
		}
		for i := range got {
			if got[i] != names[i].Path {
				t.Fatalf("%d workers: out of order at %d", workers, i)
			}
		}
	}
	calls := 0
	if err := s.Scan(context.Background(), names, 2, 5, func([]Scanned) bool { calls++; return false }); err != nil || calls != 1 {
		t.Errorf("stopping early: %d calls, %v", calls, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	err = s.Scan(ctx, names, 2, 5, func([]Scanned) bool { cancel(); return true })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: %v", err)
	}
	if err := s.Scan(context.Background(), nil, 2, 5, nil); err != nil {
		t.Error(err)
	}
}

// Of two files with one id, the one whose name lacks it is read-only.
func TestTwins(t *testing.T) {
	s := open(t, Options{})
	put(t, s, onePath, oldText)
	put(t, s, "entries/2026/copy.toml", oldText)
	if f := load(t, s, "entries/2026/copy.toml"); f.Locked != lockedTwin {
		t.Errorf("the copy is locked: %q", f.Locked)
	}
	if f := load(t, s, onePath); f.Locked != "" {
		t.Errorf("the first is locked: %q", f.Locked)
	}
	f, err := s.Rewrite("entries/2026/copy.toml", true)
	if err != nil || f.Entry.ID == "k7h3m9xq2t" || nameID(f.Path) != f.Entry.ID || load(t, s, f.Path).Locked != "" {
		t.Errorf("rewrote it to %+v, %v", f, err)
	}
	if _, err := os.Stat(s.full("entries/2026/copy.toml")); err == nil {
		t.Error("the copy is still there")
	}
	put(t, s, "entries/by hand/copy.toml", "id = 'k7h3m9xq2t'\ntitle = 'no day'")
	if f, err := s.Rewrite("entries/by hand/copy.toml", true); err != nil || f.Path != "entries/by hand/"+f.Entry.ID+".toml" {
		t.Errorf("rewrote it to %+v, %v", f, err)
	}
}
