package shelf_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/shelf"
)

// card has its path and its id for a name.
func card(id, happened string) shelf.Card {
	c := shelf.Card{Path: id, ID: id}
	if happened != "" {
		c.Happened = day(happened)
	}
	return c
}

func ids(cards []*shelf.Card) string {
	var out []string
	for _, c := range cards {
		out = append(out, c.ID)
	}
	return strings.Join(out, " ")
}

func all(s shelf.Shelf) []*shelf.Card { return s.View(shelf.Newest, nil) }

func TestOrder(t *testing.T) {
	captured := card("captured", "")
	captured.Captured = day("2026-11-11T10:00:00Z")
	early, late := card("early", "2026-11-10"), card("late", "2026-11-10")
	early.Captured, late.Captured = day("2026-11-11T10:00:00Z"), day("2026-11-12T10:00:00Z")
	twin := card("b", "2026-11-09")
	twin.Path = "other"
	s := shelf.Shelf{}.With([]shelf.Card{
		card("none", ""), early, card("b", "2026-11-09"), twin, card("a", "2026-11-09"), captured, late, card("zoned", "2026-11-11T09:00:00-12:00"),
		shelf.BrokenCard("entries/2026-11-10-x.k7h3m9xq2t.toml", 1, "no"),
	}, nil)
	if got, want := ids(all(s)), "captured zoned late early k7h3m9xq2t a b b none"; got != want {
		t.Errorf("newest first: %s, want %s", got, want)
	}
	if s.At(6).Path != "b" || s.At(7).Path != "other" || s.Len() != 9 {
		t.Errorf("twins: %s, %s", s.At(6).Path, s.At(7).Path)
	}
}

func TestWith(t *testing.T) {
	base := shelf.Shelf{}.With([]shelf.Card{card("a", "2026-01-01"), card("b", "2026-01-02"), card("c", "2026-01-03")}, nil)
	titled := card("b", "2026-01-02")
	titled.Title = "new"
	for _, c := range []struct {
		name    string
		changed []shelf.Card
		gone    []string
		want    string
	}{
		{"nothing", nil, nil, "c b a"},
		{"added", []shelf.Card{card("d", "2026-01-02")}, nil, "c b d a"},
		{"replaced in its place", []shelf.Card{titled}, nil, "c b a"},
		{"replaced elsewhere", []shelf.Card{card("a", "2026-02-01")}, nil, "a c b"},
		{"gone", nil, []string{"b"}, "c a"},
		{"gone before it was there", nil, []string{"x"}, "c b a"},
		{"all gone", nil, []string{"a", "b", "c"}, ""},
		{"changed and gone stays", []shelf.Card{card("b", "2026-02-01")}, []string{"b"}, "b c a"},
		{"the last of one path counts", []shelf.Card{card("b", "2026-03-01"), card("b", "2025-01-01")}, nil, "c a b"},
		{"all at once", []shelf.Card{card("d", "2026-01-04"), card("c", "2025-01-01")}, []string{"a"}, "d b c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := base.With(c.changed, c.gone)
			if got := ids(all(s)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if got := ids(all(base)); got != "c b a" {
				t.Errorf("the shelf before became %q", got)
			}
			for _, p := range []string{"a", "b", "c"} {
				if _, ok := base.ByPath(p); !ok {
					t.Errorf("the shelf before lost %q", p)
				}
			}
		})
	}
	if c, _ := base.With([]shelf.Card{titled}, nil).ByPath("b"); c.Title != "new" {
		t.Error("a card in place of another is not found")
	}
	if c, _ := base.ByPath("b"); c.Title != "" {
		t.Error("the shelf before shows the new card")
	}
}

func TestWithKeepsItsOwn(t *testing.T) {
	mine := []shelf.Card{card("a", "2026-01-01")}
	s := shelf.Shelf{}.With(mine, nil)
	mine[0].ID = "x"
	view := all(s)
	view[0] = nil
	if s.At(0) == nil || s.At(0).ID != "a" {
		t.Error("the shelf changed with the list it was made from, or with the list it gave")
	}
}

func TestZero(t *testing.T) {
	var s shelf.Shelf
	if _, ok := s.ByPath("a"); ok || s.Len() != 0 || len(s.ByID("a")) != 0 || len(all(s)) != 0 || len(s.Lessons()) != 0 || len(s.Waiting(time.Time{})) != 0 {
		t.Error("the zero shelf is not empty")
	}
}

// A long history of changes gives what a list that is sorted anew each time gives, on every shelf of the way.
func TestWithAgainstAModel(t *testing.T) {
	for _, c := range []struct{ steps, paths, changes int }{{300, 60, 12}, {40, 3000, 700}} {
		t.Run(fmt.Sprint(c.paths), func(t *testing.T) { againstAModel(t, c.steps, c.paths, c.changes) })
	}
}

func againstAModel(t *testing.T, steps, paths, changes int) {
	r := rand.New(rand.NewPCG(1, 2))
	model := map[string]shelf.Card{}
	var s shelf.Shelf
	type state struct {
		s    shelf.Shelf
		want []shelf.Card
	}
	var past []state
	for range steps {
		var changed []shelf.Card
		var gone []string
		for range r.IntN(changes) {
			gone = append(gone, fmt.Sprint(r.IntN(paths)))
		}
		for range r.IntN(changes) {
			c := card(fmt.Sprint(r.IntN(paths)), fmt.Sprintf("2026-01-%02d", 1+r.IntN(28)))
			c.ID = fmt.Sprint(r.IntN(paths * 2 / 3)) // some share an id
			c.Title = fmt.Sprint(r.Int())
			changed = append(changed, c)
		}
		for _, p := range gone {
			delete(model, p)
		}
		for _, c := range changed {
			model[c.Path] = c
		}
		s = s.With(changed, gone)
		var want []shelf.Card
		for _, c := range model {
			want = append(want, c)
		}
		slices.SortFunc(want, func(a, b shelf.Card) int {
			return strings.Compare(b.Happened.String()+flip(a.ID)+flip(a.Path), a.Happened.String()+flip(b.ID)+flip(b.Path))
		})
		past = append(past, state{s, want})
	}
	for i, p := range past {
		check(t, i, p.s, p.want)
	}
}

// flip pads s, so that texts of digits compare as they do alone and end with what is smaller than any digit.
func flip(s string) string { return fmt.Sprintf("%-4s", s) }

func check(t *testing.T, i int, s shelf.Shelf, want []shelf.Card) {
	t.Helper()
	var got []shelf.Card
	byID := map[string][]*shelf.Card{}
	for j := range s.Len() {
		got = append(got, *s.At(j))
		byID[s.At(j).ID] = append(byID[s.At(j).ID], s.At(j))
	}
	if diff := cmp.Diff(want, got, moments); diff != "" {
		t.Fatalf("shelf %d (-want +got):\n%s", i, diff)
	}
	for n := range 60 {
		key := fmt.Sprint(n)
		if found := s.ByID(key); !slices.Equal(found, byID[key]) {
			t.Fatalf("shelf %d: ByID(%s) = %s, want %s", i, key, ids(found), ids(byID[key]))
		}
		at := slices.IndexFunc(want, func(c shelf.Card) bool { return c.Path == key })
		if c, ok := s.ByPath(key); ok != (at >= 0) || ok && c != s.At(at) {
			t.Fatalf("shelf %d: ByPath(%s) = %v, %v", i, key, c, ok)
		}
	}
}

func TestView(t *testing.T) {
	var s shelf.Shelf
	for i, c := range []struct {
		id, severity, next string
	}{{"a", "slip", "fix"}, {"b", "doozy", ""}, {"c", "", "own"}, {"d", "slip", "own"}, {"e", "odd", "learn"}} {
		one := card(c.id, fmt.Sprintf("2026-01-%02d", 20-i))
		one.Severity, one.NextStep = journal.Severity(c.severity), journal.Step(c.next)
		s = s.With([]shelf.Card{one}, nil)
	}
	for _, c := range []struct {
		order shelf.Order
		match func(*shelf.Card) bool
		want  string
	}{
		{shelf.Newest, nil, "a b c d e"},
		{shelf.Oldest, nil, "e d c b a"},
		{shelf.ByPain, nil, "b a d c e"},
		{shelf.ByNext, nil, "c d a e b"},
		{shelf.ByNext, func(c *shelf.Card) bool { return c.NextStep != "own" }, "a e b"},
		{shelf.Newest, func(c *shelf.Card) bool { return false }, ""},
	} {
		if got := ids(s.View(c.order, c.match)); got != c.want {
			t.Errorf("order %d: %q, want %q", c.order, got, c.want)
		}
	}
	if got := ids(all(s)); got != "a b c d e" {
		t.Errorf("sorting a view changed the shelf: %s", got)
	}
}

func TestLessons(t *testing.T) {
	a, b, c, d := card("a", "2026-01-01"), card("b", "2026-01-02"), card("c", "2026-01-03"), card("d", "2026-01-04")
	a.Takeaway, b.Cue, c.Plan, d.HasStory = "x", "x", "x", true
	if got := ids(shelf.Shelf{}.With([]shelf.Card{a, b, c, d}, nil).Lessons()); got != "c b a" {
		t.Errorf("lessons: %s", got)
	}
}

func TestWaiting(t *testing.T) {
	now := time.Date(2026, 11, 12, 14, 0, 0, 0, time.FixedZone("", 3600))
	wait := func(k journal.WaitKind, from, text string) journal.Wait {
		w := journal.Wait{Kind: k, Text: text, Past: k == journal.WaitAction}
		if from != "" {
			w.From = day(from)
		}
		return w
	}
	older, newer := card("older", "2026-01-01"), card("newer", "2026-02-01")
	older.Waits = []journal.Wait{
		wait(journal.WaitLearn, "2026-01-08", "8 learn"), wait(journal.WaitStep, "", "7 step"), wait(journal.WaitApology, "", "4 apology"),
		wait(journal.WaitAction, "2026-11-10", "1 action"), wait(journal.WaitAction, "2026-11-12", "today is not late"),
	}
	newer.Waits = []journal.Wait{
		wait(journal.WaitStep, "", "6 step"), wait(journal.WaitReport, "", "5 report"), wait(journal.WaitApology, "", "3 apology"),
		wait(journal.WaitPromise, "2026-11-12", "2 promise"), wait(journal.WaitPromise, "2026-11-13", "tomorrow"),
		wait(journal.WaitPromise, "2026-11-09T08:00:00+01:00", "0 promise"), wait(journal.WaitLearn, "2026-12-01", "not yet"),
	}
	want := []string{"0 promise", "1 action", "2 promise", "3 apology", "4 apology", "5 report", "6 step", "7 step", "8 learn"}
	var got []string
	for _, w := range (shelf.Shelf{}.With([]shelf.Card{older, newer}, nil).Waiting(now)) {
		got = append(got, w.Wait.Text)
		if w.Card == nil || !slices.Contains(w.Card.Waits, w.Wait) {
			t.Errorf("%s stands with another card", w.Wait.Text)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// A whole load, in batches as they come from the disk: newest first, or in any order.
func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		cards := make([]shelf.Card, n)
		for i := range cards {
			cards[i] = card(fmt.Sprintf("id%07d", i), "2026-01-01")
			cards[i].Path = fmt.Sprintf("entries/2026/2026-01-01-some-longer-name.%07d.toml", i)
		}
		mixed := slices.Clone(cards)
		rand.New(rand.NewPCG(1, 2)).Shuffle(n, func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		for name, list := range map[string][]shelf.Card{"sorted": cards, "mixed": mixed} {
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					var s shelf.Shelf
					for batch := range slices.Chunk(list, 500) {
						s = s.With(batch, nil)
					}
				}
			})
		}
	}
}

func BenchmarkWithOne(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		var s shelf.Shelf
		for i := range n {
			if i%500 == 0 {
				var batch []shelf.Card
				for j := range min(500, n) {
					batch = append(batch, card(fmt.Sprint(i+j), "2026-01-01"))
				}
				s = s.With(batch, nil)
			}
		}
		one := []shelf.Card{card("7", "2026-01-02")}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				s.With(one, nil)
			}
		})
	}
}
