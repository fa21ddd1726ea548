package demo

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the tests need zones with a changing offset wherever they run
	"unicode"

	"bounceback/journal"
	"bounceback/journal/contacts"
	"bounceback/journal/when"
)

// counter returns ids that are valid, and the same at every run.
func counter() func() string {
	n := 0
	return func() string {
		n++
		const abc = journal.IDAlphabet
		return strings.Repeat("2", journal.IDLength-2) + string([]byte{abc[n/len(abc)], abc[n%len(abc)]})
	}
}

// nows are moments at which a demo may be opened: every weekday, midnight, a leap day, changes of the clock.
func nows(t *testing.T) map[string]time.Time {
	t.Helper()
	zone := func(name string) *time.Location {
		loc, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		return loc
	}
	berlin, newYork := zone("Europe/Berlin"), zone("America/New_York")
	out := map[string]time.Time{
		"leap day":            time.Date(2028, 2, 29, 12, 0, 0, 0, time.UTC),
		"the day after":       time.Date(2028, 3, 1, 23, 59, 59, 0, newYork),
		"a year after":        time.Date(2029, 2, 28, 9, 0, 0, 0, berlin),
		"new year, midnight":  time.Date(2027, 1, 1, 0, 0, 0, 0, berlin),
		"clock goes forward":  time.Date(2027, 3, 28, 3, 30, 0, 0, berlin),
		"clock goes back":     time.Date(2026, 11, 1, 1, 30, 0, 0, newYork),
		"far east":            time.Date(2026, 11, 22, 0, 30, 0, 0, time.FixedZone("", 14*3600)),
		"far west":            time.Date(2026, 11, 22, 23, 30, 0, 0, time.FixedZone("", -12*3600)),
		"fractions of second": time.Date(2026, 11, 22, 0, 0, 0, 999_999_999, time.UTC),
	}
	for i := range 7 {
		d := time.Date(2026, 11, 16+i, 10, 15, 0, 0, berlin)
		out[d.Weekday().String()] = d
	}
	return out
}

// each runs check on the demo of every now.
func each(t *testing.T, check func(t *testing.T, now time.Time, es []journal.Entry)) {
	t.Helper()
	for name, now := range nows(t) {
		t.Run(name, func(t *testing.T) { check(t, now, Entries(now, counter())) })
	}
}

// walk calls moment and text with every moment and every string of v, with its path.
func walk(v reflect.Value, path string, moment func(string, when.Moment), text func(string, string)) {
	if m, ok := v.Interface().(when.Moment); ok {
		moment(path, m)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			walk(v.Field(i), path+"."+v.Type().Field(i).Name, moment, text)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), fmt.Sprintf("%s[%d]", path, i), moment, text)
		}
	case reflect.String:
		text(path, v.String())
	}
}

func noMoment(string, when.Moment) {}
func noText(string, string)        {}

func TestIDs(t *testing.T) {
	calls, ids := 0, counter()
	es := Entries(time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC), func() string { calls++; return ids() })
	seen := map[string]int{}
	for i, e := range es {
		if !journal.ValidID(e.ID) {
			t.Errorf("%s: id %q", e.Title, e.ID)
		}
		if e.Schema != journal.Schema {
			t.Errorf("%s: schema %d", e.Title, e.Schema)
		}
		if _, twice := seen[e.ID]; twice {
			t.Errorf("%s: id %q is there twice", e.Title, e.ID)
		}
		seen[e.ID] = i
	}
	if calls != len(es) {
		t.Errorf("%d ids drawn for %d entries", calls, len(es))
	}
	recurrences := 0
	for i, e := range es {
		if e.RecurrenceOf == "" {
			continue
		}
		recurrences++
		first, ok := seen[e.RecurrenceOf]
		if !ok || first <= i {
			t.Errorf("%s: is a recurrence of %q, which is no earlier mistake", e.Title, e.RecurrenceOf)
		}
	}
	if recurrences != 1 {
		t.Errorf("%d recurrences, want 1", recurrences)
	}
}

// The contacts can be read, and reach everybody who got something from the first example by mail.
func TestContactsReachPeople(t *testing.T) {
	book, err := contacts.Parse(Contacts())
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range Entries(time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC), counter()) {
		for _, n := range e.Ledger {
			if strings.HasPrefix(e.Title, "Rerouted") && n.Via == "email" && len(book.Find(n.To).Addresses) == 0 {
				t.Errorf("nobody knows where to write to %s", n.To)
			}
		}
	}
	if got := book.Find("eu-west customers"); !got.Group || len(got.Addresses) != 2 {
		t.Errorf("the customers are %+v", got)
	}
}

func TestSameEveryTime(t *testing.T) {
	now := time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	if a, b := Entries(now, counter()), Entries(now, counter()); !reflect.DeepEqual(a, b) {
		t.Error("two calls with the same now and ids differ")
	}
}

func TestDates(t *testing.T) {
	each(t, func(t *testing.T, now time.Time, es []journal.Entry) {
		at := func(m when.Moment) time.Time { return m.Time(now.Location()) }
		for i, e := range es {
			if e.Happened.IsZero() || e.Captured.IsZero() || at(e.Happened).After(at(e.Captured)) {
				t.Errorf("%s: happened %s, captured %s", e.Title, e.Happened, e.Captured)
			}
			if i > 0 && !at(e.Happened).Before(at(es[i-1].Happened)) {
				t.Errorf("%s stands below %s and did not happen before it", e.Title, es[i-1].Title)
			}
			walk(reflect.ValueOf(e), "", func(path string, m when.Moment) {
				switch {
				case m.IsZero():
				case strings.HasSuffix(path, "Due"):
				case at(m).After(now):
					t.Errorf("%s: %s is in the future: %s", e.Title, path, m)
				case path != ".Happened" && at(m).Before(at(e.Happened)) && !strings.HasPrefix(path, ".RCA.Events"):
					t.Errorf("%s: %s lies before the mistake: %s", e.Title, path, m)
				}
			}, noText)
			ordered(t, e)
		}
		oldest := at(es[len(es)-1].Happened)
		if days := now.Sub(oldest).Hours() / 24; days < 600 || days > 731 {
			t.Errorf("the oldest mistake is %.0f days old, want about two years", days)
		}
		if age := now.Sub(at(es[0].Captured)); age > 12*time.Hour {
			t.Errorf("the newest mistake is %s old, want hours", age)
		}
	})
}

// ordered checks that what follows one another in time is written down so.
func ordered(t *testing.T, e journal.Entry) {
	t.Helper()
	rising := func(what string, ms []when.Moment) {
		if !slices.IsSortedFunc(ms, func(a, b when.Moment) int { return int(a.Wall() - b.Wall()) }) {
			t.Errorf("%s: %s are out of order: %v", e.Title, what, ms)
		}
	}
	rising("stings", moments(e.Sting, func(s journal.Sting) when.Moment { return s.At }))
	rising("events", moments(e.RCA.Events, func(v journal.Event) when.Moment { return v.At }))
	rising("reviews", moments(e.Learn.Reviews, func(r journal.ReviewAnswer) when.Moment { return r.At }))
	rising("cues", moments(e.Learn.Cues, func(c journal.Cue) when.Moment { return c.At }))
	rising("told", moments(e.Learn.Told, func(l journal.Telling) when.Moment { return l.At }))
	for _, a := range e.Apologies {
		if !a.PromiseKept.IsZero() {
			rising("promise to "+a.To, []when.Moment{a.Said, a.PromiseKept})
		}
	}
	for _, n := range e.Ledger {
		if !n.Acknowledged.IsZero() {
			rising("notice to "+n.To, []when.Moment{n.Sent, n.Acknowledged})
		}
	}
	if !e.Fix.Fixed.IsZero() {
		rising("detected and fixed", []when.Moment{e.Fix.Detected, e.Fix.Fixed})
	}
}

func moments[T any](list []T, at func(T) when.Moment) []when.Moment {
	var out []when.Moment
	for _, v := range list {
		out = append(out, at(v))
	}
	return out
}

func TestSteps(t *testing.T) {
	es := Entries(time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC), counter())
	statuses := map[journal.Status]int{}
	for _, e := range es {
		for _, s := range journal.Steps() {
			st := *e.State(s)
			statuses[e.Statuses()[slices.Index(stepNames(), s)]]++
			if st.Status.Closed() && st.Finished.IsZero() {
				t.Errorf("%s: %s is %s and has no day", e.Title, s, st.Status)
			}
			if (st.Status == journal.Skipped) != (st.Reason != "") {
				t.Errorf("%s: %s is %q with reason %q", e.Title, s, st.Status, st.Reason)
			}
			if st.Status.Open() && !st.Finished.IsZero() {
				t.Errorf("%s: %s is open and finished", e.Title, s)
			}
		}
		answered(t, e)
		for _, n := range e.Own.KnewLater {
			if !e.KnewFrozen() || n.At.Wall() < e.Own.Finished.Wall() {
				t.Errorf("%s: remembered before knew was frozen: %q", e.Title, n.Text)
			}
		}
	}
	for _, s := range journal.Statuses() {
		if statuses[s] == 0 {
			t.Errorf("no step is %s", s)
		}
	}
}

func stepNames() []journal.Step { s := journal.Steps(); return s[:] }

// answered checks that a step which is done has its core answer.
func answered(t *testing.T, e journal.Entry) {
	t.Helper()
	core := map[journal.Step]string{
		journal.StepOwn: e.Own.Did, journal.StepFix: e.Fix.Repaired, journal.StepLearn: e.Learn.Takeaway,
	}
	if len(e.Apologies) > 0 {
		core[journal.StepApologize] = e.Apologies[0].Words
	}
	for s, text := range core {
		if e.State(s).Status == journal.Done && text == "" {
			t.Errorf("%s: %s is done and says nothing", e.Title, s)
		}
	}
	if e.Apologize.Status == journal.Done {
		for _, a := range e.Apologies {
			if a.Said.IsZero() {
				t.Errorf("%s: apologize is done, and %s has not heard it", e.Title, a.To)
			}
		}
		if len(e.Apologies) == 0 {
			t.Errorf("%s: apologize is done, to nobody", e.Title)
		}
	}
}

// TestEveryState names what the demo has to show, so that no edit of a text takes a state away.
func TestEveryState(t *testing.T) {
	es := Entries(time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC), counter())
	seams := map[string]string{}
	for _, e := range es {
		var b strings.Builder
		for _, s := range e.Statuses() {
			b.WriteString(map[journal.Status]string{
				journal.Todo: ".", journal.Doing: "-", journal.Done: "=", journal.Skipped: "s",
			}[s])
		}
		seams[b.String()] = e.Title
	}
	for seam, what := range map[string]string{
		"....": "only captured", "-...": "own begun", "=...": "own done", "==..": "fix done", "==-.": "apology begun",
		"===.": "all but learn", "====": "mended", "=ss=": "skipped for a reason",
	} {
		if seams[seam] == "" {
			t.Errorf("no entry is %s (%s)", what, seam)
		}
	}
	if first := es[0].Statuses(); first != [4]journal.Status{"todo", "todo", "todo", "todo"} {
		t.Errorf("the newest is %v, want only captured", first)
	}
	if next, _ := es[1].NextStep(); next != journal.StepApologize {
		t.Errorf("the second goes on at %q, want apologize", next)
	}
	severities := map[journal.Severity]bool{}
	near, quiet := 0, 0
	for _, e := range es {
		severities[e.Severity] = true
		if e.NearMiss {
			near++
		}
		if e.Quiet {
			quiet++
		}
	}
	for _, s := range journal.Severities() {
		if !severities[s] {
			t.Errorf("nothing is a %s", s)
		}
	}
	if len(severities) != len(journal.Severities()) || near != 1 || quiet != 1 {
		t.Errorf("severities %v, %d near misses and %d quiet ones, want one of each", severities, near, quiet)
	}
}

func TestWaits(t *testing.T) {
	each(t, func(t *testing.T, now time.Time, es []journal.Entry) {
		kinds := map[journal.WaitKind]int{}
		total, soon := 0, 0
		for _, e := range es {
			for _, w := range e.Waits() {
				days := w.From.Day().Sub(when.DayOf(now))
				switch {
				case w.WaitsAt(now):
					total++
					kinds[w.Kind]++
				case w.Kind == journal.WaitPromise && days >= 1 && days <= 3:
					soon++
				}
			}
		}
		if total < 4 || total > 6 {
			t.Errorf("%d things wait, want 4 to 6: %v", total, kinds)
		}
		for _, k := range []journal.WaitKind{
			journal.WaitAction, journal.WaitApology, journal.WaitReport, journal.WaitStep, journal.WaitLearn,
		} {
			if kinds[k] == 0 {
				t.Errorf("nothing waits for reason %d", k)
			}
		}
		if soon != 1 {
			t.Errorf("%d promises are due soon, want 1", soon)
		}
	})
}

func TestCast(t *testing.T) {
	es := Entries(time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC), counter())
	tags, people := map[string]int{}, map[string]int{}
	for _, e := range es {
		for _, tag := range e.Tags {
			tags[tag]++
		}
		for _, p := range e.People {
			people[p]++
		}
		for _, n := range e.Ledger {
			if !slices.Contains(e.People, n.To) {
				t.Errorf("%s: %s is in the ledger and not among the people", e.Title, n.To)
			}
		}
		for _, a := range e.Apologies {
			if !slices.Contains(e.People, a.To) {
				t.Errorf("%s: %s gets an apology and is not among the people", e.Title, a.To)
			}
		}
	}
	if len(tags) < 8 || len(tags) > 12 {
		t.Errorf("%d tags, want 8 to 12: %v", len(tags), tags)
	}
	names := 0
	for p := range people {
		if unicode.IsUpper([]rune(p)[0]) || unicode.Is(unicode.Han, []rune(p)[0]) {
			names++
		}
	}
	if names < 7 || names > 10 {
		t.Errorf("a cast of %d, want about eight: %v", names, people)
	}
	for _, p := range []string{"Dana", "Priya", "Sam", "Alex", "Zoë", "Mom", "Jonas", "李雷"} {
		if people[p] < 2 {
			t.Errorf("%s is in %d entries, want at least 2", p, people[p])
		}
	}
}
