package journal_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/when"
)

func written(t *testing.T, s string) when.Moment {
	t.Helper()
	if s == "" {
		return when.Moment{}
	}
	m, err := when.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestTimeline(t *testing.T) {
	for _, c := range []struct{ name, events, want string }{
		{"nothing", "", ""},
		{"times", "2026-11-12T09:20:00+01:00=b 2026-11-12T09:12:00+01:00=a", "a b"},
		{"another offset", "2026-11-12T09:00:00+01:00=b 2026-11-12T09:30:00+02:00=a", "a b"},
		{"no offset: the place of the mistake", "2026-11-12T09:00:00=b 2026-11-12T09:30:00+02:00=a 2026-11-12T10:00:00+02:00=c", "a b c"},
		{"the same time keeps its order", "2026-11-12T09:20:00Z=b 2026-11-12T09:20:00Z=a", "b a"},
		{"without a time, behind the one it follows", "=first 2026-11-12T09:20:00Z=b =b2 =b3 2026-11-12T09:12:00Z=a =a2", "first a a2 b b2 b3"},
		{"a day, behind what it follows on that day", "2026-11-12T09:20:00Z=b 2026-11-12=b2 2026-11-12T09:12:00Z=a 2026-11-11=y", "y a b b2"},
		{"a day of its own comes first on it", "2026-11-13T09:20:00Z=b 2026-11-12=a 2026-11-12T00:30:00+01:00=a2", "a a2 b"},
	} {
		e := journal.Entry{Happened: written(t, "2026-11-12T09:12:00+01:00")}
		for _, f := range strings.Fields(c.events) {
			at, what, _ := strings.Cut(f, "=")
			e.RCA.Events = append(e.RCA.Events, journal.Event{At: written(t, at), What: what})
		}
		var got []string
		for _, v := range e.Timeline() {
			got = append(got, v.What)
		}
		if d := cmp.Diff(c.want, strings.Join(got, " ")); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
		e.RCA.Events = e.Timeline()
		if order := e.EventOrder(); !slices.IsSorted(order) {
			t.Errorf("%s: what is in order is put into another one: %v", c.name, order)
		}
	}
}

// What is in order stays as it is, whatever times there are.
func TestTimelineTwice(t *testing.T) {
	times := []string{"", "", "2026-11-12", "2026-11-13", "2026-11-12T09:12:00+01:00", "2026-11-12T09:12:00Z", "2026-11-12T23:30:00", "2026-11-13T00:10:00+05:30"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var e journal.Entry
		for range r.IntN(9) {
			e.RCA.Events = append(e.RCA.Events, journal.Event{At: written(t, times[r.IntN(len(times))])})
		}
		was := e.RCA.Events
		e.RCA.Events = e.Timeline()
		if order := e.EventOrder(); !slices.IsSorted(order) {
			t.Fatalf("%v is put into order as %v, and that as %v", was, e.RCA.Events, order)
		}
	}
}

func TestEventBase(t *testing.T) {
	e := journal.Entry{Happened: written(t, "2026-11-12T09:12:00+01:00"), Captured: written(t, "2026-11-13T08:00:00+01:00")}
	e.RCA.Events = []journal.Event{{What: "no time"}, {At: written(t, "2026-11-12T09:20:00+01:00")}, {What: "no time"}}
	for i, want := range []string{"2026-11-12T09:12:00+01:00", "2026-11-12T09:12:00+01:00", "2026-11-12T09:20:00+01:00", "2026-11-12T09:20:00+01:00", "2026-11-12T09:20:00+01:00"} {
		if got := e.EventBase(i).String(); got != want {
			t.Errorf("event %d counts from %s, want %s", i, got, want)
		}
	}
	e.Happened = when.Moment{}
	if got := e.EventBase(0).String(); got != "2026-11-13" {
		t.Errorf("without a day of its own it counts from %s", got)
	}
}

func TestDurations(t *testing.T) {
	for _, c := range []struct{ name, happened, detected, fixed, words string }{
		{"all three", "2026-11-12T09:12:00+01:00", "2026-11-12T09:20:00+01:00", "2026-11-13T07:30:00+01:00", "noticed after 8 min, fixed after 22 h 18 min"},
		{"another offset", "2026-11-12T09:12:00+01:00", "2026-11-12T10:20:00+02:00", "", "noticed after 8 min"},
		{"nobody said when it was noticed", "2026-11-12T09:12:00", "", "2026-11-12T10:12:00", "fixed after 1 h"},
		{"days", "2026-11-12", "2026-11-13", "2026-11-14T09:00:00Z", ""},
		{"one with a place and one without", "2026-11-12T09:12:00+01:00", "2026-11-12T09:20:00", "", ""},
		{"not in order", "2026-11-12T09:12:00Z", "2026-11-12T09:00:00Z", "2026-11-12T08:00:00Z", ""},
		{"at once", "2026-11-12T09:12:00Z", "2026-11-12T09:12:00Z", "2026-11-12T09:12:30Z", "fixed after under 1 min"},
		{"nothing", "", "", "", ""},
	} {
		e := journal.Entry{Happened: written(t, c.happened)}
		e.Fix.Detected, e.Fix.Fixed = written(t, c.detected), written(t, c.fixed)
		if got := e.Durations().Words(when.TookShort); got != c.words {
			t.Errorf("%s: %q, want %q", c.name, got, c.words)
		}
	}
	e := journal.Entry{Happened: written(t, "2026-11-12T09:12:00Z")}
	e.Fix.Detected, e.Fix.Fixed = written(t, "2026-11-12T09:20:00Z"), written(t, "2026-11-12T10:00:00Z")
	if d := e.Durations(); d.ToNotice != 8*time.Minute || d.ToFix != 40*time.Minute || d.Total != 48*time.Minute {
		t.Errorf("durations are %+v", d)
	}
	e.Fix.Detected = when.Moment{}
	if d := e.Durations(); d.ToNotice != 0 || d.ToFix != 48*time.Minute {
		t.Errorf("without the time when it was noticed durations are %+v", d)
	}
}

func TestNextToTell(t *testing.T) {
	e := journal.Entry{People: []string{" Dana ", "dana", "Kim"}, Apologies: []journal.Apology{{To: "Sam"}}}
	var told []string
	for name := e.NextToTell(); name != ""; name = e.NextToTell() {
		told = append(told, name)
		e.Must(name)
	}
	if d := cmp.Diff([]string{"Dana", "Kim", "Sam"}, told); d != "" {
		t.Errorf("told (-want +got):\n%s", d)
	}
}
