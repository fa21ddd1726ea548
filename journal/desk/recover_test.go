package desk

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"bounceback/journal"
	"bounceback/journal/store"
	"bounceback/journal/when"
)

// rescue makes a save fail, and returns the entry that is in drafts then and the draft.
func rescue(t *testing.T, d *Desk, bad *disk, base store.File, fn func(*journal.Entry)) (journal.Entry, string) {
	t.Helper()
	want := base.Entry.Clone()
	fn(&want)
	bad.set(full("entries"))
	_, err := d.Save(base, want)
	bad.set(nil)
	return want, filepath.Base(mustUnsaved(t, err).Draft)
}

func mustRecover(t *testing.T, d *Desk, name string) store.File {
	t.Helper()
	f, err := d.Recover(context.Background(), name)
	if err != nil {
		t.Fatal(err)
	}
	if left := drafts(t, d); len(left) != 0 {
		t.Errorf("the drafts have %q", left)
	}
	return f
}

func sitRescue(t *testing.T) (*Desk, *disk, store.File) {
	bad := &disk{}
	d := sit(t, filepath.Join(t.TempDir(), "journal"), bad, newClock())
	return d, bad, mustCapture(t, d, "Wrong price")
}

func differ(e *journal.Entry) { e.What, e.Vent = "mine \x80", "for nobody" }

func TestRescued(t *testing.T) {
	d, bad, f := sitRescue(t)
	_, name := rescue(t, d, bad, f, differ)
	mustCopy(t, d, f.Entry.ID, "", f.Text, ".toml")
	mustCopy(t, d, f.Entry.ID, "base", f.Text, ".toml")
	mustCopy(t, d, f.Entry.ID, "own.did", "text", ".md")
	mustKeep(t, d.CaptureLine(), "half a line")
	put(t, d, "drafts/zzzzzzzzzz-rescued.toml", "title = ")
	put(t, d, "drafts/yyyyyyyyyy-rescued.toml", "title = \"without an id\"\n")
	got, err := d.Rescued()
	if err != nil {
		t.Error(err)
	}
	same(t, "rescued", got, []Rescue{{name, "Wrong price"}})
	bad.set(func(op, name string) error {
		if op == "open" && strings.Contains(name, "zzzz") {
			return syscall.EIO
		}
		return nil
	})
	got, err = d.Rescued()
	if !errors.Is(err, syscall.EIO) {
		t.Errorf("the error is %v", err)
	}
	same(t, "rescued", got, []Rescue{{name, "Wrong price"}})
}

func TestRecoverWhatIsThere(t *testing.T) {
	d, bad, f := sitRescue(t)
	want, name := rescue(t, d, bad, f, func(e *journal.Entry) { e.What = "mine" })
	next := sit(t, d.Dir(), nil, newClock())
	saved, err := next.Save(mustOpen(t, next, f.Path), want) // another program was given the same text
	if err != nil {
		t.Fatal(err)
	}
	got := mustRecover(t, next, name)
	same(t, "the file", got.Path, saved.Path)
	same(t, "files", files(t, d), []string{f.Path})
}

func TestRecoverWhatDiffers(t *testing.T) {
	for name, meanwhile := range map[string]string{"changed": "quiet = true\n", "broken": "title = \n"} {
		t.Run(name, func(t *testing.T) {
			d, bad, f := sitRescue(t)
			want, draft := rescue(t, d, bad, f, differ)
			put(t, d, f.Path, f.Text+meanwhile)
			got := mustRecover(t, d, draft)
			if got.Entry.ID == f.Entry.ID || got.Path == f.Path {
				t.Errorf("it is in %s", got.Path)
			}
			want.SameAs, want.ID, want.Captured = want.ID, got.Entry.ID, when.At(d.Now())
			want.What = "mine \uFFFD"
			if e := mustOpen(t, d, got.Path).Entry; !e.Equal(want) {
				same(t, "the entry", e, want)
			}
			if text, err := d.Text(f.Path); err != nil || text != f.Text+meanwhile {
				t.Errorf("the other has %q, %v", text, err)
			}
		})
	}
}

// Words that go on from what the file says come into that file, beside its comments.
func TestRecoverWhatGoesOn(t *testing.T) {
	d, bad, f := sitRescue(t)
	commented := f.Text + "# by hand\n[[apologies]] # to her\nto = \"Dana\"\nwords = \"I am\"\nmy_own = 1\n"
	put(t, d, f.Path, commented)
	_, name := rescue(t, d, bad, mustOpen(t, d, f.Path), func(e *journal.Entry) {
		e.Own.Did, e.Own.Status = "I sent it.", journal.Doing
		e.Apologies[0].Words = "I am sorry."
		e.Apologies = append([]journal.Apology{{To: "Priya"}}, e.Apologies...)
	})
	got := mustRecover(t, d, name)
	same(t, "files", files(t, d), []string{f.Path})
	e := mustOpen(t, d, got.Path)
	if len(e.Entry.Apologies) != 2 || e.Entry.Apologies[1].Words != "I am sorry." || e.Entry.Own.Did != "I sent it." {
		t.Errorf("the file says\n%s", e.Text)
	}
	for _, kept := range []string{"# by hand", "my_own = 1", "# to her"} {
		if !strings.Contains(e.Text, kept) {
			t.Errorf("%q is gone:\n%s", kept, e.Text)
		}
	}
}

// A draft that says less than the file has nothing to bring.
func TestRecoverWhatIsOlder(t *testing.T) {
	d, bad, f := sitRescue(t)
	want, name := rescue(t, d, bad, f, func(e *journal.Entry) { e.What = "The pri" })
	next := sit(t, d.Dir(), nil, newClock())
	want.What = "The price was wrong."
	if _, err := next.Save(mustOpen(t, next, f.Path), want); err != nil {
		t.Fatal(err)
	}
	mustRecover(t, next, name)
	same(t, "files", files(t, d), []string{f.Path})
	same(t, "what", mustOpen(t, d, f.Path).Entry.What, want.What)
}

// What a program that is still running has in drafts is its own business, until it ends.
func TestRescuedByOneThatIsAlive(t *testing.T) {
	d, bad, f := sitRescue(t)
	_, name := rescue(t, d, bad, f, differ)
	next := sit(t, d.Dir(), nil, newClock())
	if got, err := next.Rescued(); err != nil || len(got) != 0 {
		t.Errorf("rescued %v, %v", got, err)
	}
	if got, err := next.Leftovers(); err != nil || len(got) != 0 {
		t.Errorf("leftovers %v, %v", got, err)
	}
	d.Release()
	got, err := next.Rescued()
	if err != nil {
		t.Fatal(err)
	}
	same(t, "rescued", got, []Rescue{{name, "Wrong price"}})
}

// A file that was renamed, and then saved, leaves no draft behind that says less.
func TestRescueOfARenamedFile(t *testing.T) {
	d, bad, f := sitRescue(t)
	want, _ := rescue(t, d, bad, f, func(e *journal.Entry) { e.What = "mine" })
	to := "entries/2026/renamed.toml"
	if err := os.Rename(filepath.Join(d.Dir(), f.Path), filepath.Join(d.Dir(), to)); err != nil {
		t.Fatal(err)
	}
	f.Path = to
	if _, err := d.Save(f, want); err != nil {
		t.Fatal(err)
	}
	same(t, "drafts", len(drafts(t, d)), 0)
}

// What was taken out of the file after the draft was written does not come back into it.
func TestRecoverWhatTheFileHasLost(t *testing.T) {
	d, bad, f := sitRescue(t)
	_, name := rescue(t, d, bad, f, func(e *journal.Entry) { e.What = "I told them. In secret." })
	put(t, d, f.Path, f.Text+"what = \"I told them.\"\n")
	later := time.Now().Add(time.Minute)
	if err := os.Chtimes(filepath.Join(d.Dir(), f.Path), later, later); err != nil {
		t.Fatal(err)
	}
	got := mustRecover(t, d, name)
	if got.Path == f.Path || got.Entry.SameAs != f.Entry.ID {
		t.Errorf("it is in %s", got.Path)
	}
	same(t, "the other", mustOpen(t, d, f.Path).Entry.What, "I told them.")
}

func TestRecoverWhatIsGone(t *testing.T) {
	d, bad, f := sitRescue(t)
	want, name := rescue(t, d, bad, f, differ)
	if _, err := d.Trash(f.Path); err != nil {
		t.Fatal(err)
	}
	got := mustRecover(t, d, name)
	same(t, "path", got.Path, f.Path)
	want.What = "mine \uFFFD"
	if e := mustOpen(t, d, got.Path).Entry; !e.Equal(want) {
		same(t, "the entry", e, want)
	}
}

// An entry of a file whose id a person made up.
func TestRecoverAnOddID(t *testing.T) {
	d := newDesk(t)
	e := journal.New("my-own", "Odd", d.Now())
	put(t, d, "drafts/my-own-rescued.toml", store.Encode(e))
	got := mustRecover(t, d, "my-own-rescued.toml")
	if !journal.ValidID(got.Entry.ID) || got.Entry.SameAs != "my-own" || got.Entry.Title != "Odd" {
		t.Errorf("got %+v", got.Entry)
	}
}

// Whatever goes wrong in between, the draft or the file is there, and going on makes no second copy.
func TestRecoverOnAFailingDisk(t *testing.T) {
	for _, how := range []string{"goes on", "differs", "gone"} {
		for _, fails := range []string{"create entries", "link entries", "sync entries", "remove drafts", "sync drafts", "open drafts", "readdir entries"} {
			op, folder, _ := strings.Cut(fails, " ")
			d, bad, f := sitRescue(t)
			_, name := rescue(t, d, bad, f, differ)
			want := 1
			switch how {
			case "differs":
				want = 2
				put(t, d, f.Path, f.Text+"quiet = true\n")
			case "gone":
				if _, err := d.Trash(f.Path); err != nil {
					t.Fatal(err)
				}
			}
			bad.set(func(o, n string) error {
				if o == op && (strings.Contains(n, "/"+folder+"/") || strings.HasSuffix(n, "/"+folder)) {
					return syscall.EIO
				}
				return nil
			})
			_, err := d.Recover(context.Background(), name)
			bad.set(nil)
			left := drafts(t, d)
			if err == nil && op != "link" { // without links a rename does
				t.Errorf("%s, %s: no error", how, fails)
			}
			if err != nil && fails != "sync drafts" {
				if len(left) != 1 {
					t.Errorf("%s, %s: the drafts have %q", how, fails, left)
				}
				mustRecover(t, d, name)
			}
			if all, err := d.LoadAll(context.Background()); err != nil || all.Len() != want {
				t.Errorf("%s, %s: %d entries, %v; want %d", how, fails, all.Len(), err, want)
			}
		}
	}
}

func TestRecoverRefuses(t *testing.T) {
	text := store.Encode(journal.New("k7h3m9xq2t", "Odd", newClock().now()))
	for name, c := range map[string]struct{ name, text string }{
		"an editor's copy": {"k7h3m9xq2t-editing.toml", text},
		"no entry":         {"k7h3m9xq2t-rescued.toml", "title = "},
		"without an id":    {"k7h3m9xq2t-rescued.toml", "title = \"A\"\n"},
		"a comment":        {"k7h3m9xq2t-rescued.toml", text + "# mine\n"},
		"a key of its own": {"k7h3m9xq2t-rescued.toml", text + "mood = 1\n"},
		"a wrong type":     {"k7h3m9xq2t-rescued.toml", text + "tags = 1\n"},
		"a newer format":   {"k7h3m9xq2t-rescued.toml", strings.Replace(text, "schema = 1", "schema = 9", 1)},
	} {
		d := newDesk(t)
		put(t, d, "drafts/"+c.name, c.text)
		if f, err := d.Recover(context.Background(), c.name); err == nil {
			t.Errorf("%s: taken over into %s", name, f.Path)
		}
		same(t, name, drafts(t, d), map[string]string{c.name: c.text})
	}
	var gone *store.GoneError
	if _, err := newDesk(t).Recover(context.Background(), "k7h3m9xq2t-rescued.toml"); !errors.As(err, &gone) {
		t.Errorf("no draft: %v", err)
	}
}
