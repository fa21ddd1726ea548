package ui

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/store"
)

// commented is a store with one entry whose three actions have a comment and an unknown key each.
func commented(t testing.TB) (*store.Store, store.File, *disk) {
	t.Helper()
	d := &disk{}
	s, err := store.Open(filepath.Join(t.TempDir(), "journal"), store.Options{FS: d, Random: rand.NewChaCha8([32]byte{1})})
	if err != nil {
		t.Fatal(err)
	}
	e := someone()
	for _, do := range []string{"a", "b", "c"} {
		e.Fix.Actions = append(e.Fix.Actions, journal.Action{Do: do})
	}
	f, err := s.Create(e)
	if err != nil {
		t.Fatal(err)
	}
	text := f.Text
	for _, do := range []string{"a", "b", "c"} {
		line := fmt.Sprintf("do = %q\n", do)
		text = strings.Replace(text, line, fmt.Sprintf("# comment %s\n%sx_%s = true\n", do, line, do), 1)
	}
	if f, err = s.SaveText(f, text); err != nil {
		t.Fatal(err)
	}
	return s, f, d
}

// said lists the actions of a file with what belongs to each: "a#x" has its comment and its unknown key.
func said(text string) []string {
	var out []string
	for _, block := range strings.Split(text, "[[fix.actions]]")[1:] {
		block, _, _ = strings.Cut(block, "\n[")
		_, do, _ := strings.Cut(block, "do = \"")
		do, _, _ = strings.Cut(do, "\"")
		for _, of := range []string{"a", "b", "c"} {
			if strings.Contains(block, "# comment "+of+"\n") {
				do += "#" + strings.TrimPrefix(of, do)
			}
			if strings.Contains(block, "x_"+of+" ") {
				do += "x" + strings.TrimPrefix(of, do[:1])
			}
		}
		out = append(out, do)
	}
	return out
}

// Items come, go and move while a save is under way; afterwards each still has what a person wrote beside it in the file.
func TestOriginsAroundASave(t *testing.T) {
	add := func(e *journal.Entry) { e.Fix.Actions = append(e.Fix.Actions, journal.Action{Do: "n"}) }
	insert := func(e *journal.Entry) { e.Fix.Actions = slices.Insert(e.Fix.Actions, 0, journal.Action{Do: "n"}) }
	remove := func(e *journal.Entry) { e.Fix.Actions = slices.Delete(slices.Clone(e.Fix.Actions), 0, 1) }
	swap := func(e *journal.Entry) { a := e.Fix.Actions; a[0], a[2] = a[2], a[0] }
	write := func(e *journal.Entry) { e.Fix.Actions[1].Owner = "me" }
	nothing := func(*journal.Entry) {}
	for _, tt := range []struct {
		name           string
		before, during func(*journal.Entry)
		want           string
	}{
		{"added meanwhile", write, add, "a#x b#x c#x n"},
		{"put in meanwhile", write, insert, "n a#x b#x c#x"},
		{"taken out meanwhile", write, remove, "b#x c#x"},
		{"moved meanwhile", write, swap, "c#x b#x a#x"},
		{"moved before, moved back", swap, swap, "a#x b#x c#x"},
		{"moved before, written meanwhile", swap, write, "c#x b#x a#x"},
		{"taken out before, moved meanwhile", insert, swap, "b#x a#x n c#x"},
		{"put in before, taken out meanwhile", insert, remove, "a#x b#x c#x"},
		{"taken out before, added meanwhile", remove, add, "b#x c#x n"},
		{"added twice", add, add, "a#x b#x c#x n n"},
		{"nothing before", nothing, swap, "c#x b#x a#x"},
	} {
		for _, how := range []string{"saves", "fails", "merges"} {
			t.Run(tt.name+", "+how, func(t *testing.T) {
				s, f, _ := commented(t)
				d := newDocument(f)
				tt.before(d.entry)
				d.touch()
				base, want := d.begin()
				tt.during(d.entry)
				d.touch()
				if how == "merges" {
					other := f.Entry.Clone()
					other.What = "It was a Monday."
					if _, err := s.Save(f, other); err != nil {
						t.Fatal(err)
					}
				}
				if how == "fails" {
					d.failed(errors.New("no disk"))
				} else {
					saved, err := s.Save(base, want)
					if err != nil {
						t.Fatal(err)
					}
					if merged := d.done(saved, fixedNow); merged != (how == "merges") {
						t.Errorf("merged: %v", merged)
					}
				}
				if !d.dirty() {
					t.Error("what was changed meanwhile counts as saved")
				}
				base, want = d.begin()
				saved, err := s.Save(base, want)
				if err != nil {
					t.Fatal(err)
				}
				d.done(saved, fixedNow)
				if got := strings.Join(said(saved.Text), " "); got != tt.want {
					t.Errorf("the file has %s, want %s\n%s", got, tt.want, saved.Text)
				}
				if !saved.Entry.Equal(*d.entry) || how == "merges" && saved.Entry.What == "" {
					t.Errorf("file and document differ:\n%s", cmp.Diff(store.Encode(*d.entry), saved.Text))
				}
				if !d.idle() {
					t.Error("not idle")
				}
			})
		}
	}
}

// Random changes here and in another program, saves that come back late or fail: in the end file and document are the same,
// and no text was lost on the way.
func TestRandomEditsWhileSavesAreUnderWay(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		s, f, _ := commented(t)
		d := newDocument(f)
		var base store.File
		var want journal.Entry
		theirs := 0
		finish := func() {
			if r.IntN(4) == 0 {
				d.failed(errors.New("no disk"))
				return
			}
			saved, err := s.Save(base, want)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			d.done(saved, fixedNow)
		}
		for step := range 40 {
			switch n := r.IntN(8); {
			case n < 4:
				randomEdit(r, d.entry, step)
				d.touch()
			case n == 4 && theirs < 5: // another program writes a tag and an apology
				theirs++
				cur, err := s.Load(f.Path)
				if err != nil {
					t.Fatal(err)
				}
				e := cur.Entry.Clone()
				e.Tags = append(e.Tags, fmt.Sprint("t", theirs))
				e.Apologies = append(e.Apologies, journal.Apology{To: fmt.Sprint("person ", theirs)})
				if _, err := s.Save(cur, e); err != nil {
					t.Fatal(err)
				}
			case !d.saving:
				base, want = d.begin()
			default:
				finish()
			}
		}
		for d.saving || d.dirty() {
			if !d.saving {
				base, want = d.begin()
			}
			finish()
		}
		got, err := s.Load(f.Path)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		base, want = d.begin() // a last look, so that what the other program wrote last comes in
		saved, err := s.Save(base, want)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		d.done(saved, fixedNow)
		if !saved.Entry.Equal(*d.entry) {
			t.Fatalf("seed %d: file and document differ:\n%s", seed, cmp.Diff(got.Text, store.Encode(*d.entry)))
		}
		if len(saved.Entry.Tags) != theirs || len(saved.Entry.Apologies) != theirs {
			t.Errorf("seed %d: %d changes of the other program, and %v, %v are there", seed, theirs, saved.Entry.Tags, saved.Entry.Apologies)
		}
		for _, a := range said(saved.Text) {
			if old := a[:1] < "d" && len(a) <= 3; old && !strings.HasSuffix(a, "#x") {
				t.Errorf("seed %d: %q lost or took what was beside it:\n%s", seed, a, saved.Text)
			}
		}
	}
}

func randomEdit(r *rand.Rand, e *journal.Entry, step int) {
	as := &e.Fix.Actions
	switch n := len(*as); r.IntN(6) {
	case 0:
		e.Own.Did += fmt.Sprint(" ", step)
	case 1:
		*as = slices.Insert(slices.Clone(*as), r.IntN(n+1), journal.Action{Do: fmt.Sprint("new ", step)})
	case 2:
		if n > 0 {
			i := r.IntN(n)
			*as = slices.Delete(slices.Clone(*as), i, i+1)
		}
	case 3:
		if n > 1 {
			i, j := r.IntN(n), r.IntN(n)
			(*as)[i], (*as)[j] = (*as)[j], (*as)[i]
		}
	default:
		if n > 0 {
			(*as)[r.IntN(n)].Owner = fmt.Sprint("owner ", step)
		}
	}
}
