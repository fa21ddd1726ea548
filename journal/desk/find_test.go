package desk

import (
	"context"
	"errors"
	"slices"
	"strings"
	"syscall"
	"testing"

	"bounceback/journal/store"
)

func TestResolve(t *testing.T) {
	const (
		dana   = "entries/2026/2026-11-12-dana.k7h3m9xq2t.toml"
		danas  = "entries/2026/2026-11-13.k7h3aaaaaa.toml"
		plain  = "entries/2026/kicked the cord.toml" // the id is only in it
		copied = "entries/2026/2026-11-14.pppppppppp.toml"
		torn   = "entries/2025/2025-01-01-torn.tttttttttt.toml"
		first  = "entries/a.toml"
		second = "entries/b.toml"
	)
	d := newDesk(t)
	put(t, d, dana, entryText("k7h3m9xq2t", "Dana"))
	put(t, d, danas, entryText("k7h3aaaaaa", "Dana's"))
	put(t, d, plain, entryText("m4m4m4m4m4", "Cord"))
	put(t, d, copied, entryText("qqqqqqqqqq", "A copy with an id of its own and the name of another"))
	put(t, d, torn, "title = ")
	put(t, d, first, entryText("zzzzzzzzzz", "One"))
	put(t, d, second, entryText("zzzzzzzzzz", "Two"))
	put(t, d, "entries/2026/2026-11-15.m4m4zzzzzz.toml", entryText("m4m4zzzzzz", "Near the cord"))
	for _, c := range []struct {
		prefix string
		want   string
		among  []string // when it is ambiguous
	}{
		{"k7h3m9xq2t", dana, nil},
		{"k7h3m", dana, nil},
		{" K7H3M ", dana, nil},
		{"k7h3", "", []string{dana, danas}},
		{"m4m4m4m4m4", plain, nil},
		{"m4m4m", plain, nil},
		{"m4m4", "", []string{plain, "entries/2026/2026-11-15.m4m4zzzzzz.toml"}},
		{"qqqqqqqqqq", copied, nil},
		{"qq", copied, nil},
		{"pppppppppp", "", nil}, // no entry has that id, whatever a name says
		{"tttt", torn, nil},     // can't be read: there is only its name
		{"zzzzzzzzzz", "", []string{first, second}},
		{"99999", "", nil},
		{"", "", nil},
		{"k7h3m9xq2tk", "", nil},
		{"../..", "", nil},
		{"il0o", "", nil}, // letters that no id has
	} {
		path, err := d.Resolve(context.Background(), c.prefix)
		var unknown *UnknownError
		var many *AmbiguousError
		switch {
		case c.want != "":
			if path != c.want || err != nil {
				t.Errorf("%q is %q, %v; want %q", c.prefix, path, err, c.want)
			}
		case c.among != nil:
			if !errors.As(err, &many) {
				t.Errorf("%q is %q, %v; want it to be ambiguous", c.prefix, path, err)
				continue
			}
			slices.Sort(many.Paths)
			slices.Sort(c.among)
			same(t, c.prefix, many.Paths, c.among)
			for _, p := range c.among {
				if !strings.Contains(err.Error(), p) {
					t.Errorf("%q does not name %s", err, p)
				}
			}
		case !errors.As(err, &unknown) || !strings.Contains(err.Error(), "no mistake has an id that begins with"):
			t.Errorf("%q is %q, %v; want it to be unknown", c.prefix, path, err)
		}
	}
}

func TestResolveOnAFailingDisk(t *testing.T) {
	bad := &disk{}
	d := sit(t, newDesk(t).Dir(), bad, newClock())
	here := mustCapture(t, d, "here")
	put(t, d, "entries/2020/2020-01-01.zzzzzzzzzz.toml", entryText("zzzzzzzzzz", "there"))
	bad.set(func(op, name string) error {
		if op == "readdir" && strings.HasSuffix(name, "/2020") {
			return syscall.EIO
		}
		return nil
	})
	if path, err := d.Resolve(context.Background(), here.Entry.ID); path != here.Path || err != nil {
		t.Errorf("what can be read is %q, %v", path, err)
	}
	var unknown *UnknownError
	if _, err := d.Resolve(context.Background(), "zzzz"); !errors.Is(err, syscall.EIO) || errors.As(err, &unknown) {
		t.Errorf("what can't be read is %v, want the disk's error", err)
	}
}

func TestLoadAll(t *testing.T) {
	d := newDesk(t)
	if s, err := d.LoadAll(context.Background()); err != nil || s.Len() != 0 {
		t.Errorf("a journal that is not there has %d, %v", s.Len(), err)
	}
	mustCapture(t, d, "one")
	put(t, d, "entries/2026/2026-11-12.zzzzzzzzzz.toml", "title = ")
	s, err := d.LoadAll(context.Background())
	if err != nil || s.Len() != 2 || s.At(0).Title != "one" || s.At(1).Broken == "" || s.At(1).Line != 1 {
		t.Errorf("%d cards, %v", s.Len(), err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := d.LoadAll(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

func TestCards(t *testing.T) {
	f, err := store.Decode("entries/x.toml", entryText("k7h3m9xq2t", "T"))
	if err != nil {
		t.Fatal(err)
	}
	f.Locked = "why"
	if c := CardOf(f.Path, f, nil); c.Title != "T" || c.Locked != "why" || c.Broken != "" {
		t.Errorf("a card is %+v", c)
	}
	if c := CardOf("entries/x.toml", store.File{}, &store.BrokenError{Line: 3, Reason: "odd"}); c.Broken != "odd" || c.Line != 3 {
		t.Errorf("a broken card is %+v", c)
	}
	if c := CardOf("entries/x.toml", store.File{}, syscall.EIO); c.Broken != syscall.EIO.Error() || c.Title != "x.toml" {
		t.Errorf("an unreadable card is %+v", c)
	}
}
