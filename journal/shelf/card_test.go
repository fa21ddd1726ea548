package shelf_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/shelf"
	"bounceback/journal/when"
)

func day(s string) when.Moment {
	m, err := when.Parse(s)
	if err != nil {
		panic(err)
	}
	return m
}

var moments = cmp.Comparer(func(a, b when.Moment) bool { return a == b })

func TestNewCard(t *testing.T) {
	e := journal.Entry{
		ID: "k7h3m9xq2t", Title: "Fell", Happened: day("2026-11-12"), Captured: day("2026-11-13T08:00:00Z"), Severity: "slip",
		Tags: []string{"Ice"}, People: []string{"Zoë"}, Quiet: true, RecurrenceOf: "abc", Vent: "grr",
		Sting: []journal.Sting{{Level: 9}, {Level: 4}},
		Own:   journal.Own{State: journal.State{Status: "done"}},
		Learn: journal.Learn{Takeaway: "Walk.", Cue: "ice", Plan: "walk", Story: "Once …"},
	}
	want := shelf.Card{
		Path: "entries/a", ID: "k7h3m9xq2t", Title: "Fell", Happened: e.Happened, Captured: e.Captured, Severity: "slip",
		Tags: []string{"Ice"}, People: []string{"Zoë"}, Statuses: [4]journal.Status{"done", "todo", "todo", "todo"},
		NextStep: "fix", Quiet: true, Takeaway: "Walk.", Cue: "ice", Plan: "walk", HasStory: true, Sting: []int{9, 4},
		RecurrenceOf: "abc", Folded: "fell\nice\nzoe\nwalk.\nice\nwalk\nonce …\n",
	}
	got := shelf.NewCard("entries/a", &e)
	if diff := cmp.Diff(want, got, moments); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	got.Tags[0], got.People[0] = "x", "x"
	if e.Tags[0] != "Ice" || e.People[0] != "Zoë" {
		t.Error("the card shares its lists with the entry")
	}
	e.Quiet = false
	e.Fix.Actions = []journal.Action{{Do: "salt", Due: day("2026-11-14")}}
	if got := shelf.NewCard("a", &e); len(got.Waits) != 1 {
		t.Errorf("the card waits for %v", got.Waits)
	}
	for _, s := range journal.Steps() {
		e.State(s).Status = journal.Done
	}
	if got := shelf.NewCard("a", &e); !got.Mended || got.NextStep != "" {
		t.Errorf("a mended entry has the next step %q", got.NextStep)
	}
}

func TestBrokenCard(t *testing.T) {
	for _, c := range []struct {
		path, title, id, day, folded string
	}{
		{"entries/2026/2026-11-12-Fell.k7h3m9xq2t.toml", "2026-11-12-Fell.k7h3m9xq2t.toml", "k7h3m9xq2t", "2026-11-12", "2026-11-12-fell.k7h3m9xq2t.toml\nno é"},
		{"entries/2026/2026-11-12.k7h3m9xq2t.toml.age", "2026-11-12.k7h3m9xq2t.toml.age", "k7h3m9xq2t", "2026-11-12", ""},
		{"entries/notes.toml", "notes.toml", "", "", ""},
		{"entries/2026-99-12-x.toml", "2026-99-12-x.toml", "", "", ""},
		{"", ".", "", "", ""},
	} {
		got := shelf.BrokenCard(c.path, 7, "no É")
		if got.Title != c.title || got.ID != c.id || got.Happened.String() != c.day || got.Line != 7 || got.Broken != "no É" || got.Path != c.path {
			t.Errorf("BrokenCard(%q) = %+v", c.path, got)
		}
		if c.folded != "" && got.Folded != shelf.Fold(c.folded) {
			t.Errorf("BrokenCard(%q) is found by %q", c.path, got.Folded)
		}
	}
}

// Every text of an entry is searched, but for those that are no prose, and the vent, which is for nobody else.
func TestFoldedHoldsEveryTextButTheVent(t *testing.T) {
	unsearched := map[string]bool{
		"ID": true, "RecurrenceOf": true, "SameAs": true, "Vent": true, "Colleague": true, "Coach.Dismissed": true,
		"Report.Omit": true, "Report.Persons": true, "RCA.Answers.Question": true, "Learn.Review.Algorithm": true,
	}
	var e journal.Entry
	marks := map[string]string{}
	fill(reflect.ValueOf(&e).Elem(), "", marks)
	folded := shelf.NewCard("a", &e).Folded
	for name, mark := range marks {
		if found := strings.Contains(folded, mark+"\n"); found == unsearched[name] {
			t.Errorf("%s is searched: %v", name, found)
		}
	}
	if len(marks) < 50 {
		t.Errorf("only %d texts were filled in", len(marks))
	}
}

// fill writes a mark of its own into every plain string of v, and notes it under the name of the field.
func fill(v reflect.Value, name string, marks map[string]string) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() {
			marks[name] = fmt.Sprintf("mark%dx", len(marks))
			v.SetString(marks[name])
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), name, marks)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[when.Moment]() {
			return
		}
		for i := range v.NumField() {
			f := name
			if v.Type().Field(i).Name != "State" || name == "" {
				f = strings.TrimPrefix(name+"."+v.Type().Field(i).Name, ".")
			}
			fill(v.Field(i), f, marks)
		}
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"plain", "plain"},
		{"MiXed 12", "mixed 12"},
		{"Zoë É e\u0301 Ångström", "zoe e e angstrom"},
		{"STRASSE Straße ẞ", "strasse strasse ss"},
		{"Łódź Øre Æon œuvre đ", "lodz ore aeon oeuvre d"},
		{"İstanbul ılık", "istanbul ilik"},
		{"ὈΔΥΣΣΕΎΣ Ὀδυσσεύς", "οδυσσευσ οδυσσευσ"},
		{"don’t “say” ‘it’", `don't "say" 'it'`},
		{"山田 🎉 한", "山田 🎉 \u1112\u1161\u11ab"},
		{"й ё", "и е"},
		{"a\xffb", "a\uFFFDb"},
	} {
		if got := shelf.Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Zoë ß", "\u212a\u0345ΐ", "İ", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := shelf.Fold(s)
		if twice := shelf.Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, folded again %q", s, once, twice)
		}
	})
}

func BenchmarkNewCard(b *testing.B) {
	for name, text := range map[string]string{"ascii": "I ran the reroute. ", "accents": "Ich bin’s gewesen, Zoë. "} {
		e := journal.New("k7h3m9xq2t", "Fell", time.Unix(0, 0))
		e.Own.Did = strings.Repeat(text, 100)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				shelf.NewCard("a", &e)
			}
		})
	}
}
