package journal_test

import (
	"slices"
	"testing"
	"time"

	"bounceback/journal"
	"bounceback/journal/when"
)

var noon = time.Date(2026, 11, 12, 12, 0, 0, 0, time.FixedZone("", 3600))

func statuses(ss ...journal.Status) journal.Entry {
	var e journal.Entry
	for i, s := range journal.Steps() {
		e.State(s).Status = ss[i]
	}
	return e
}

func TestNextStep(t *testing.T) {
	for _, c := range []struct {
		own, fix, apologize, learn journal.Status
		next                       journal.Step
	}{
		{"", "", "", "", "own"},
		{"todo", "done", "done", "done", "own"},
		{"doing", "done", "", "", "own"},
		{"done", "", "done", "", "fix"},
		{"skipped", "done", "doing", "", "apologize"},
		{"done", "done", "skipped", "", "learn"},
		{"done", "skipped", "done", "done", ""},
		{"done", "paused", "done", "done", "fix"}, // a word of a later version
	} {
		e := statuses(c.own, c.fix, c.apologize, c.learn)
		if got, ok := e.NextStep(); got != c.next || ok != (c.next != "") || e.Mended() == ok {
			t.Errorf("%v: next %q, mended %v, want %q", e.Statuses(), got, e.Mended(), c.next)
		}
	}
	e := statuses("", "paused", "done", "skipped")
	if got := e.Statuses(); got != [4]journal.Status{"todo", "paused", "done", "skipped"} {
		t.Errorf("statuses: %v", got)
	}
}

func TestStateOfNoStep(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a step that does not exist has a state")
		}
	}()
	new(journal.Entry).State("rest")
}

func TestChangesOfAStep(t *testing.T) {
	later := noon.Add(time.Hour)
	begin := func(e *journal.Entry) { e.Begin("own") }
	done := func(e *journal.Entry) { e.MarkDone("own", noon) }
	doneLater := func(e *journal.Entry) { e.MarkDone("own", later) }
	skip := func(e *journal.Entry) { e.Skip("own", " nobody was hurt\n", noon) }
	reopen := func(e *journal.Entry) { e.Reopen("own") }
	at, atLater := when.At(noon), when.At(later)
	for _, c := range []struct {
		name   string
		do     []func(*journal.Entry)
		want   journal.State
		frozen bool
	}{
		{"nothing", nil, journal.State{}, false},
		{"begun", []func(*journal.Entry){begin}, journal.State{Status: "doing"}, false},
		{"begun twice", []func(*journal.Entry){begin, begin}, journal.State{Status: "doing"}, false},
		{"done", []func(*journal.Entry){begin, done}, journal.State{Status: "done", Finished: at}, true},
		{"begun after done", []func(*journal.Entry){done, begin}, journal.State{Status: "done", Finished: at}, true},
		{"opened again", []func(*journal.Entry){done, reopen}, journal.State{Status: "doing", Finished: at}, true},
		{"done again", []func(*journal.Entry){done, reopen, doneLater}, journal.State{Status: "done", Finished: atLater}, true},
		{"skipped", []func(*journal.Entry){skip}, journal.State{Status: "skipped", Finished: at, Reason: "nobody was hurt"}, false},
		{"skipped, opened again", []func(*journal.Entry){skip, reopen}, journal.State{Status: "doing"}, false},
		{"skipped, then done", []func(*journal.Entry){skip, doneLater}, journal.State{Status: "done", Finished: atLater}, true},
		{"opened while open", []func(*journal.Entry){begin, reopen}, journal.State{Status: "doing"}, false},
		{"opened while untouched", []func(*journal.Entry){reopen}, journal.State{}, false},
	} {
		var e journal.Entry
		for _, f := range c.do {
			f(&e)
		}
		if e.Own.State != c.want || e.KnewFrozen() != c.frozen {
			t.Errorf("%s: %+v, frozen %v, want %+v, %v", c.name, e.Own.State, e.KnewFrozen(), c.want, c.frozen)
		}
	}
}

func TestLearnReady(t *testing.T) {
	readings := func(levels ...int) (out []journal.Sting) {
		for _, l := range levels {
			out = append(out, journal.Sting{Level: l})
		}
		return out
	}
	captured := when.At(noon)
	for _, c := range []struct {
		name     string
		sting    []journal.Sting
		captured when.Moment
		now      time.Time
		want     bool
	}{
		{"hot", readings(9), captured, noon.AddDate(0, 1, 0), false},
		{"cooling", readings(9, 5), captured, noon, false},
		{"halved", readings(10, 5), captured, noon, true},
		{"halved of nine", readings(9, 4), captured, noon, true},
		{"hot again", readings(9, 4, 8), captured, noon, false},
		{"low from the start", readings(3), captured, noon, true},
		{"just too much", readings(4), captured, noon, false},
		{"no reading, the day before", nil, captured, time.Date(2026, 11, 18, 23, 59, 59, 0, noon.Location()), false},
		{"no reading, a week later", nil, captured, time.Date(2026, 11, 19, 0, 0, 0, 0, noon.Location()), true},
		{"nothing is known", nil, when.Moment{}, noon, false},
	} {
		e := statuses("done", "done", "done", "")
		e.Sting, e.Captured = c.sting, c.captured
		if got := e.LearnReady(c.now); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
		waits := false
		for _, w := range e.Waits() {
			waits = waits || w.Kind == journal.WaitLearn && w.WaitsAt(c.now)
		}
		if waits != c.want {
			t.Errorf("%s: waits %v", c.name, waits)
		}
	}
}

func TestFeel(t *testing.T) {
	var e journal.Entry
	for _, c := range []struct {
		level int
		after time.Duration
		want  []int
	}{
		{9, 0, []int{9}},
		{8, 59 * time.Minute, []int{8}}, // a correction
		{7, 2 * time.Hour, []int{8, 7}},
		{-3, 24 * time.Hour, []int{8, 7, 0}},
		{42, 48 * time.Hour, []int{8, 7, 0, 10}},
		{5, 0, []int{8, 7, 0, 10, 5}}, // a clock that was set back
	} {
		e.Feel(c.level, noon.Add(c.after))
		var got []int
		for _, s := range e.Sting {
			got = append(got, s.Level)
		}
		if !slices.Equal(got, c.want) {
			t.Fatalf("after %v: %v, want %v", c.after, got, c.want)
		}
		if last := e.Sting[len(got)-1].At; last != when.At(noon.Add(c.after)) {
			t.Errorf("after %v: read at %v", c.after, last)
		}
	}
}

func TestNewAndSame(t *testing.T) {
	e := journal.New("k7h3m9xq2t", "Fell", noon)
	if e.Schema != journal.Schema || e.ID != "k7h3m9xq2t" || e.Title != "Fell" || e.Happened != when.At(noon) || e.Captured != when.At(noon) {
		t.Errorf("%+v", e)
	}
	for word, want := range map[string]bool{"Ice": true, " ICE ": true, "éclair": true, "ic": false, "": false} {
		if got := journal.Same([]string{" ice", "ÉCLAIR"}, word); got != want {
			t.Errorf("Same(%q) = %v", word, got)
		}
	}
}
