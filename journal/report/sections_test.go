package report

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/when"
)

func at(t *testing.T, s string) when.Moment {
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

func events(t *testing.T, lines ...string) []journal.Event {
	t.Helper()
	var out []journal.Event
	for _, l := range lines {
		when, what, _ := strings.Cut(l, "|")
		out = append(out, journal.Event{At: at(t, when), What: what})
	}
	return out
}

func TestTimeline(t *testing.T) {
	for _, c := range []struct {
		name   string
		events []journal.Event
		want   string
	}{
		{"nothing", nil, ""},
		{"nothing but dates", events(t, "2026-11-12|"), ""},
		{"sorted, one day, one offset", events(t, "2026-11-12T09:13:00+01:00|b", "2026-11-12T09:12:00+01:00|a"),
			"Thu 12 Nov 2026. All times are UTC+01:00.\n\n- **09:12** a\n- **09:13** b\n"},
		{"several days", events(t, "2026-11-12T23:00:00Z|a", "2026-11-13T01:00:00Z|b"),
			"All times are UTC.\n\n### Thu 12 Nov 2026\n\n- **23:00** a\n\n### Fri 13 Nov 2026\n\n- **01:00** b\n"},
		{"several offsets, by points in time", events(t, "2026-11-12T09:30:00-05:00|b", "2026-11-12T14:00:00+01:00|a"),
			"Thu 12 Nov 2026.\n\n- **14:00 UTC+01:00** a\n- **09:30 UTC-05:00** b\n"},
		{"local times have no offset", events(t, "2026-11-12T09:30:00|b", "2026-11-12T09:00:00|a"),
			"Thu 12 Nov 2026.\n\n- **09:00** a\n- **09:30** b\n"},
		{"local times beside others", events(t, "2026-11-12T09:30:00|b", "2026-11-12T09:00:00+01:00|a"),
			"Thu 12 Nov 2026.\n\n- **09:00 UTC+01:00** a\n- **09:30** b\n"},
		{"a day without a time", events(t, "2026-11-12T09:30:00+05:30|b", "2026-11-12|a"),
			"Thu 12 Nov 2026. All times are UTC+05:30.\n\n- **09:30** b\n- a\n"},
		{"undated ones stay below the one above", events(t, "|first", "2026-11-12T10:00:00Z|b", "|after b", "2026-11-12T09:00:00Z|a", "|after a"),
			"All times are UTC.\n\n- first\n\n### Thu 12 Nov 2026\n\n- **09:00** a\n- after a\n- **10:00** b\n- after b\n"},
		{"no dates at all", events(t, "|b", "|a"), "- b\n- a\n"},
		{"equal times keep their order", events(t, "2026-11-12T09:00:00Z|b", "2026-11-12T09:00:00Z|a"),
			"Thu 12 Nov 2026. All times are UTC.\n\n- **09:00** b\n- **09:00** a\n"},
	} {
		w := &sheet{}
		w.timeline((&journal.Entry{RCA: journal.RCA{Events: c.events}}).Timeline())
		if c.want != "" {
			c.want = "## Timeline\n\n" + c.want
		}
		if diff := cmp.Diff(c.want, writeMarkdown(w.blocks)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestTree(t *testing.T) {
	for levels, want := range map[string]string{
		"0 1 2 1 0": "- a\n  - b\n    - c\n  - d\n- e\n",
		"0 2 1 3 0": "- a\n  - b\n  - c\n    - d\n- e\n",
		"3 2 5 5":   "- a\n- b\n  - c\n  - d\n",
		"-1 0":      "- a\n  - b\n",
	} {
		var fs []journal.Factor
		for i, l := range strings.Fields(levels) {
			f := journal.Factor{Why: string(rune('a' + i))}
			fmt.Sscan(l, &f.Level)
			fs = append(fs, f)
		}
		w := &sheet{}
		w.list(tree(fs))
		if diff := cmp.Diff(want, writeMarkdown(w.blocks)); diff != "" {
			t.Errorf("levels %s (-want +got):\n%s", levels, diff)
		}
	}
}

func TestDurations(t *testing.T) {
	for _, c := range []struct{ happened, detected, fixed, omit, want string }{
		{"2026-11-12 09:12", "2026-11-12 09:20", "2026-11-12 13:05", "", "Noticed after 8 minutes, fixed after 3 hours 53 minutes."},
		{"2026-11-12 09:12", "2026-11-12 09:20", "", "", "Noticed after 8 minutes."},
		{"2026-11-12 09:12", "2026-11-12 09:20", "2026-11-12 13:05", "fix.fixed", "Noticed after 8 minutes."},
		{"2026-11-12", "2026-11-12 09:20", "", "", "Noticed Thu 12 Nov 2026, 09:20."},
		{"2026-11-12 09:12", "", "2026-11-12 13:05", "", "Fixed Thu 12 Nov 2026, 13:05, 3 hours 53 minutes after it happened."},
		{"2026-11-12 09:12", "2026-11-12 09:20", "2026-11-12 13:05", "happened", "Noticed Thu 12 Nov 2026, 09:20."},
	} {
		e := &journal.Entry{Title: "T", Happened: at(t, c.happened), Report: journal.Report{Omit: []string{c.omit}}}
		e.Fix.Detected, e.Fix.Fixed = at(t, c.detected), at(t, c.fixed)
		if got := New(e, Options{}).Text(); !strings.Contains(got, c.want) {
			t.Errorf("%+v: no %q in\n%s", c, c.want, got)
		}
	}
}

func TestWhoReviewed(t *testing.T) {
	for _, c := range []struct{ omit, want string }{
		{"", "\nReviewed with Dana · led by Sam\n"},
		{"rca.attendees", "\nLed by Sam\n"},
		{"rca.facilitator", "\nReviewed with Dana\n"},
	} {
		e := &journal.Entry{Title: "T", RCA: journal.RCA{Attendees: []string{"Dana"}, Facilitator: "Sam"}, Report: journal.Report{Omit: []string{c.omit}}}
		if got := New(e, Options{}).Text(); !strings.Contains(got, c.want) {
			t.Errorf("without %q: no %q in\n%s", c.omit, c.want, got)
		}
	}
}

func TestEmpty(t *testing.T) {
	moment := at(t, "2026-11-12")
	for name, c := range map[string]struct {
		e     journal.Entry
		o     Options
		empty bool
	}{
		"only captured":        {journal.Entry{Title: "T", Happened: moment, Captured: moment, Vent: "private"}, Options{}, true},
		"only spaces":          {journal.Entry{Title: "T", What: " \n\t\u200b "}, Options{}, true},
		"with a text":          {journal.Entry{Title: "T", What: "x"}, Options{}, false},
		"left out":             {journal.Entry{Title: "T", What: "x", Report: journal.Report{Omit: []string{"what"}}}, Options{}, true},
		"not in the summary":   {journal.Entry{Title: "T", RCA: journal.RCA{Well: "x"}}, Options{Copy: Summary}, true},
		"an apology":           {journal.Entry{Title: "T", Apologies: []journal.Apology{{To: "Dana", Words: "Sorry"}}}, Options{To: " dana"}, false},
		"somebody's apology":   {journal.Entry{Title: "T", Apologies: []journal.Apology{{To: "Dana", Words: "Sorry"}}}, Options{To: "Dan"}, true},
		"an apology left out":  {journal.Entry{Title: "T", Report: journal.Report{Omit: []string{"apologies"}}, Apologies: []journal.Apology{{To: "Dana", Words: "Sorry"}}}, Options{To: "Dana"}, true},
		"an unfinished action": {journal.Entry{Title: "T", Fix: journal.Fix{Actions: []journal.Action{{Owner: "me"}}}}, Options{}, true},
	} {
		d := New(&c.e, c.o)
		if d.Empty() != c.empty {
			t.Errorf("%s: Empty() is %t for\n%s", name, d.Empty(), d.Markdown())
		}
		if c.empty && strings.Contains(d.Markdown(), "##") {
			t.Errorf("%s: a heading of nothing in\n%s", name, d.Markdown())
		}
	}
	if !NewLetter(journal.Apology{Words: " \n"}).Empty() {
		t.Error("a letter without words is not empty")
	}
}

// A name is put in the place of "me" only where somebody knows whose it is.
func TestMeIsTheOwner(t *testing.T) {
	for _, c := range []struct {
		r           journal.Report
		owner, want string
	}{
		{journal.Report{}, "", "Me"},
		{journal.Report{}, "Robin", "Robin"},
		{journal.Report{Authors: []string{" ", "Sam"}}, "", "Sam"},
		{journal.Report{Authors: []string{"Sam", "Dana"}}, "", "Me"},
		{journal.Report{Authors: []string{"Sam", "Dana"}}, "Robin", "Robin"},
		{journal.Report{Authors: []string{"Sam"}, Pseudonyms: true}, "", "Person A"},
		{journal.Report{Authors: []string{"Sam", "Dana"}, Pseudonyms: true}, "Robin", "Me"},
	} {
		e := &journal.Entry{Title: "T", Fix: journal.Fix{Actions: []journal.Action{{Do: "x", Owner: "Me"}}}, Report: c.r}
		if got := New(e, Options{Owner: c.owner}).facts.Repair.Actions[0].Owner; got != c.want {
			t.Errorf("%+v, %q: the owner is %q, want %q", c.r, c.owner, got, c.want)
		}
		if e.Fix.Actions[0].Owner != "Me" {
			t.Errorf("the entry was changed: %q", e.Fix.Actions[0].Owner)
		}
	}
}

func TestDraft(t *testing.T) {
	e := &journal.Entry{Title: "T", What: "x", Report: journal.Report{Status: "draft"}}
	for _, o := range []Options{{}, {Copy: Summary}} {
		if got := New(e, o).Text(); !strings.Contains(got, "This is a draft.") {
			t.Errorf("a draft does not say so:\n%s", got)
		}
	}
}

// TestRewriteReachesEveryText fills all of Facts, so that a new field can't be forgotten.
func TestRewriteReachesEveryText(t *testing.T) {
	var f Facts
	var strs func(v reflect.Value, path string, visit func(v reflect.Value, path string))
	strs = func(v reflect.Value, path string, visit func(v reflect.Value, path string)) {
		switch v.Kind() {
		case reflect.String:
			visit(v, path)
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type() != reflect.TypeFor[when.Moment]() {
					strs(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
				}
			}
		case reflect.Slice:
			if v.IsNil() {
				v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			}
			strs(v.Index(0), path, visit)
		}
	}
	strs(reflect.ValueOf(&f).Elem(), "Facts", func(v reflect.Value, _ string) { v.SetString("before") })
	f.rewrite(func(string) string { return "after" })
	n := 0
	strs(reflect.ValueOf(&f).Elem(), "Facts", func(v reflect.Value, path string) {
		if n++; v.String() != "after" {
			t.Errorf("%s is not rewritten", path)
		}
	})
	if n < 20 {
		t.Errorf("only %d texts", n)
	}
}

func TestControlsAreCleaned(t *testing.T) {
	e := &journal.Entry{Title: "a\x1b[31m\u202eb", What: "x\xff\u2066y\r\nz"}
	d := New(e, Options{})
	for _, text := range []string{d.Markdown(), d.Text(), d.Title()} {
		if strings.ContainsAny(text, "\x1b\r\u202e\u2066") || strings.Contains(text, "\xff") {
			t.Errorf("not clean: %q", text)
		}
	}
}
