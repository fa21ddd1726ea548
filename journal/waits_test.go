package journal_test

import (
	"strings"
	"testing"
	"time"

	"bounceback/journal"
	"bounceback/journal/when"
)

func moment(s string) when.Moment {
	m, err := when.Parse(s)
	if err != nil {
		panic(err)
	}
	return m
}

// What is listed, whether or not its time has come.
func TestWaits(t *testing.T) {
	due, said := moment("2026-11-12"), moment("2026-11-10")
	for _, c := range []struct {
		name string
		e    journal.Entry
		want string // kind:step:text
	}{
		{"only captured", journal.Entry{Apologies: []journal.Apology{{To: "Dana", Words: "Sorry"}}}, ""},
		{"to be left alone", journal.Entry{Quiet: true, Own: journal.Own{State: journal.State{Status: "doing"}}}, ""},
		{"begun", statuses("doing", "", "", ""), "4:own:"},
		{"begun twice", statuses("doing", "doing", "", ""), "4:own: 4:fix:"},
		{"learn begun, nothing known", statuses("", "", "", "doing"), ""},
		{"closed", statuses("done", "done", "done", "done"), ""},
		{"promise", with(statuses("done", "", "", ""), func(e *journal.Entry) {
			e.Apologies = []journal.Apology{
				{Promise: "cake", PromiseDue: due}, {Promise: "kept", PromiseDue: due, PromiseKept: said}, {Promise: "some day"}, {PromiseDue: due},
			}
		}), "0:apologize:cake"},
		{"actions", with(statuses("done", "done", "", ""), func(e *journal.Entry) {
			e.Fix.Actions = []journal.Action{{Do: "guard", Due: due}, {Do: "some day"}, {Do: "ready", Due: due, Finished: said}}
		}), "1:fix:guard"},
		{"apologies", with(statuses("done", "", "done", ""), func(e *journal.Entry) {
			e.Apologies = []journal.Apology{{To: "Dana", Words: "Sorry"}, {To: "Sam", Words: "Sorry", Said: said}, {To: "Priya"}}
		}), "2:apologize:Dana"},
		{"apologies skipped", with(statuses("done", "", "skipped", ""), func(e *journal.Entry) {
			e.Apologies = []journal.Apology{{To: "Dana", Words: "Sorry"}}
		}), ""},
		{"reports", with(statuses("done", "done", "", ""), func(e *journal.Entry) {
			e.Ledger = []journal.Notice{{To: "Dana", Prepared: said}, {To: "Sam", Sent: said}, {To: "Li", Acknowledged: said}, {To: "Bo", Exempt: "knows"}, {}}
		}), "3:fix:Dana"},
		{"reports skipped", with(statuses("done", "skipped", "", ""), func(e *journal.Entry) {
			e.Ledger = []journal.Notice{{To: "Dana"}}
		}), ""},
		{"learn after the rest", with(statuses("done", "skipped", "done", ""), func(e *journal.Entry) { e.Captured = said }), "5:learn:"},
		{"learn begun before the rest", with(statuses("done", "", "", "doing"), func(e *journal.Entry) { e.Captured = said }), "5:learn:"},
		{"learn untouched before the rest", with(statuses("done", "", "", ""), func(e *journal.Entry) { e.Captured = said }), ""},
	} {
		var got []string
		for _, w := range c.e.Waits() {
			got = append(got, strings.Join([]string{string('0' + rune(w.Kind)), string(w.Step), w.Text}, ":"))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

func with(e journal.Entry, f func(*journal.Entry)) journal.Entry {
	f(&e)
	return e
}

func TestWaitsAt(t *testing.T) {
	zone := func(hours int) *time.Location { return time.FixedZone("", hours*3600) }
	for _, c := range []struct {
		name string
		from string
		past bool
		now  time.Time
		want bool
	}{
		{"at once", "", false, noon, true},
		{"at once, past", "", true, noon, true},
		{"a promise, the evening before", "2026-11-12", false, time.Date(2026, 11, 11, 23, 59, 59, 0, zone(1)), false},
		{"a promise on its day", "2026-11-12", false, time.Date(2026, 11, 12, 0, 0, 0, 0, zone(1)), true},
		{"an action on its day", "2026-11-12", true, time.Date(2026, 11, 12, 23, 59, 59, 0, zone(1)), false},
		{"an action the day after", "2026-11-12", true, time.Date(2026, 11, 13, 0, 0, 0, 0, zone(1)), true},
		{"an action, far in the east", "2026-11-12", true, time.Date(2026, 11, 13, 0, 30, 0, 0, zone(14)), true},
		{"an action, far in the west", "2026-11-12", true, time.Date(2026, 11, 12, 23, 30, 0, 0, zone(-11)), false},
		{"an instant to come", "2026-11-12T09:00:00-05:00", false, time.Date(2026, 11, 12, 14, 59, 59, 0, zone(1)), false},
		{"an instant that came", "2026-11-12T09:00:00-05:00", false, time.Date(2026, 11, 12, 15, 0, 0, 0, zone(1)), true},
		{"an instant just now, past", "2026-11-12T09:00:00-05:00", true, time.Date(2026, 11, 12, 15, 0, 0, 0, zone(1)), false},
		{"a local time", "2026-11-12T09:00:00", true, time.Date(2026, 11, 12, 9, 0, 1, 0, zone(9)), true},
	} {
		w := journal.Wait{Past: c.past}
		if c.from != "" {
			w.From = moment(c.from)
		}
		if got := w.WaitsAt(c.now); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
