package plain_test

import (
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"bounceback/journal/when"
	"bounceback/journal/when/natural/plain"
)

var now = time.Date(2026, 11, 12, 14, 0, 0, 0, time.FixedZone("", 3600)) // a Thursday

func TestParse(t *testing.T) {
	const none = ""
	for _, c := range []struct{ text, past, future string }{
		{"2026-11-20", "2026-11-20", "2026-11-20"},
		{"2026-11-20T09:12:00-05:00", "2026-11-20T09:12:00-05:00", "2026-11-20T09:12:00-05:00"},
		{"2026-11-20 09:12", "2026-11-20T09:12:00+01:00", "2026-11-20T09:12:00+01:00"},
		{"now", "2026-11-12T14:00:00+01:00", "2026-11-12T14:00:00+01:00"},
		{"today", "2026-11-12", "2026-11-12"},
		{" Yesterday ", "2026-11-11", "2026-11-11"},
		{"tomorrow", "2026-11-13", "2026-11-13"},
		{"the day before yesterday", "2026-11-10", "2026-11-10"},
		{"day after tomorrow", "2026-11-14", "2026-11-14"},
		{"yesterday 14:00", "2026-11-11T14:00:00+01:00", "2026-11-11T14:00:00+01:00"},
		{"yesterday, at 5:30 PM", "2026-11-11T17:30:00+01:00", "2026-11-11T17:30:00+01:00"},
		{"14:00:30 yesterday", "2026-11-11T14:00:30+01:00", "2026-11-11T14:00:30+01:00"},
		{"5 pm friday", "2026-11-06T17:00:00+01:00", "2026-11-13T17:00:00+01:00"},
		{"09:12", "2026-11-12T09:12:00+01:00", "2026-11-13T09:12:00+01:00"},
		{"9:12", "2026-11-12T09:12:00+01:00", "2026-11-13T09:12:00+01:00"},
		{"14:00", "2026-11-12T14:00:00+01:00", "2026-11-12T14:00:00+01:00"},
		{"15:00", "2026-11-12T15:00:00+01:00", "2026-11-12T15:00:00+01:00"},
		{"15:01", "2026-11-11T15:01:00+01:00", "2026-11-12T15:01:00+01:00"},
		{"12am", "2026-11-12T00:00:00+01:00", "2026-11-13T00:00:00+01:00"},
		{"12pm", "2026-11-12T12:00:00+01:00", "2026-11-13T12:00:00+01:00"},
		{"noon", "2026-11-12T12:00:00+01:00", "2026-11-13T12:00:00+01:00"},
		{"around noon", "2026-11-12T12:00:00+01:00", "2026-11-13T12:00:00+01:00"},
		{"yesterday around lunchtime", "2026-11-11T12:00:00+01:00", "2026-11-11T12:00:00+01:00"},
		{"about 2 hours ago", "2026-11-12T12:00:00+01:00", "2026-11-12T12:00:00+01:00"},
		{"~14:00 yesterday", "2026-11-11T14:00:00+01:00", "2026-11-11T14:00:00+01:00"},
		{"yesterday 9h05", "2026-11-11T09:05:00+01:00", "2026-11-11T09:05:00+01:00"},
		{"3.11.2026", "2026-11-03", "2026-11-03"},
		{"3.11.2026 14:00", "2026-11-03T14:00:00+01:00", "2026-11-03T14:00:00+01:00"},
		{"midnight", "2026-11-12T00:00:00+01:00", "2026-11-13T00:00:00+01:00"},
		{"this morning", "2026-11-12T08:00:00+01:00", "2026-11-12T08:00:00+01:00"},
		{"yesterday morning", "2026-11-11T08:00:00+01:00", "2026-11-11T08:00:00+01:00"},
		{"last night", "2026-11-11T23:00:00+01:00", "2026-11-11T23:00:00+01:00"},
		{"last night at 2am", "2026-11-12T02:00:00+01:00", "2026-11-12T02:00:00+01:00"},
		{"last night 22:00", "2026-11-11T22:00:00+01:00", "2026-11-11T22:00:00+01:00"},
		{"last friday night", "2026-11-06T23:00:00+01:00", "2026-11-06T23:00:00+01:00"},
		{"tonight", "2026-11-12T23:00:00+01:00", "2026-11-12T23:00:00+01:00"},
		{"tonight 8pm", "2026-11-12T20:00:00+01:00", "2026-11-12T20:00:00+01:00"},
		{"friday", "2026-11-06", "2026-11-13"},
		{"thursday", "2026-11-12", "2026-11-12"},
		{"last thursday", "2026-11-05", "2026-11-05"},
		{"next thursday", "2026-11-19", "2026-11-19"},
		{"last wed", "2026-11-11", "2026-11-11"},
		{"next fri.", "2026-11-13", "2026-11-13"},
		{"this monday", "2026-11-09", "2026-11-09"},
		{"this sunday", "2026-11-15", "2026-11-15"},
		{"on tues", "2026-11-10", "2026-11-17"},
		{"last week", "2026-11-05", "2026-11-05"},
		{"next week", "2026-11-19", "2026-11-19"},
		{"last month", "2026-10-12", "2026-10-12"},
		{"next year", "2027-11-12", "2027-11-12"},
		{"+5m", "2026-11-12T14:05:00+01:00", "2026-11-12T14:05:00+01:00"},
		{"-2h", "2026-11-12T12:00:00+01:00", "2026-11-12T12:00:00+01:00"},
		{"+30s", "2026-11-12T14:00:30+01:00", "2026-11-12T14:00:30+01:00"},
		{"-2d", "2026-11-10", "2026-11-10"},
		{"+1w", "2026-11-19", "2026-11-19"},
		{"3 days ago", "2026-11-09", "2026-11-09"},
		{"an hour ago", "2026-11-12T13:00:00+01:00", "2026-11-12T13:00:00+01:00"},
		{"ten mins ago", "2026-11-12T13:50:00+01:00", "2026-11-12T13:50:00+01:00"},
		{"a few weeks ago", "2026-10-22", "2026-10-22"},
		{"a couple of days ago", "2026-11-10", "2026-11-10"},
		{"12 months ago", "2025-11-12", "2025-11-12"},
		{"in 3 weeks", "2026-12-03", "2026-12-03"},
		{"within 2 hrs", "2026-11-12T16:00:00+01:00", "2026-11-12T16:00:00+01:00"},
		{"march 3rd", "2026-03-03", "2027-03-03"},
		{"3 Mar", "2026-03-03", "2027-03-03"},
		{"nov 12", "2026-11-12", "2026-11-12"},
		{"3rd of march 2025 at 9:05", "2025-03-03T09:05:00+01:00", "2025-03-03T09:05:00+01:00"},
		{"Fri, Nov 13, 2026", "2026-11-13", "2026-11-13"},
		{"feb 29", "2024-02-29", "2028-02-29"},
		{"", none, none}, {"at", none, none}, {"this", none, none}, {"in", none, none}, {"5", none, none}, {"march", none, none},
		{"soonish", none, none}, {"noonish", none, none}, {"yesterday maybe", none, none}, {"friday friday", none, none},
		{"feb 30", none, none}, {"feb 29 2025", none, none}, {"31 apr", none, none}, {"0 mar", none, none}, {"mar 3 0000", none, none},
		{"25:00", none, none}, {"13pm", none, none}, {"last 14:00", none, none}, {"10:00 11:00", none, none},
		{"3/11", none, none}, {"+5", none, none}, {"+m", none, none}, {"+5x", none, none}, {"--5m", none, none}, {"+99999d", none, none},
		{"9999 years ago", none, none}, {"3 blue moons ago", none, none}, {"2026-02-30", none, none}, {"mayor 3", none, none},
	} {
		for _, d := range []struct {
			name string
			read func(string, time.Time) (when.Moment, error)
			want string
		}{{"Parse", plain.Parse, c.past}, {"ParseFuture", plain.ParseFuture, c.future}} {
			m, err := d.read(c.text, now)
			if m.String() != d.want || (err == nil) == (d.want == none) {
				t.Errorf("%s(%q) = %v, %v, want %s", d.name, c.text, m, err, d.want)
			}
		}
	}
}

// The offset is that of the place on that day, not that of now.
func TestSummerTime(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		now  time.Time
		text string
		want string
	}{
		{time.Date(2026, 10, 26, 0, 30, 0, 0, berlin), "yesterday", "2026-10-25"},
		{time.Date(2026, 10, 26, 0, 30, 0, 0, berlin), "yesterday 01:00", "2026-10-25T01:00:00+02:00"},
		{time.Date(2026, 10, 26, 0, 30, 0, 0, berlin), "yesterday 12:00", "2026-10-25T12:00:00+01:00"},
		{time.Date(2026, 11, 12, 9, 0, 0, 0, berlin), "july 1 12:00", "2026-07-01T12:00:00+02:00"},
		{time.Date(2026, 11, 12, 9, 0, 0, 0, berlin), "2026-07-01 12:00", "2026-07-01T12:00:00+02:00"},
		{time.Date(2026, 3, 29, 3, 30, 0, 0, berlin), "-1h", "2026-03-29T01:30:00+01:00"},
		{time.Date(2026, 3, 30, 0, 10, 0, 0, berlin), "23:50", "2026-03-29T23:50:00+02:00"},
	} {
		if m, err := plain.Parse(c.text, c.now); err != nil || m.String() != c.want {
			t.Errorf("at %v %q is %v, %v, want %s", c.now, c.text, m, err, c.want)
		}
	}
}

func TestMonthsThatAreShort(t *testing.T) {
	at := time.Date(2026, 3, 31, 12, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{"last month": "2026-02-28", "next month": "2026-04-30", "a month ago": "2026-02-28", "in 11 months": "2027-02-28"} {
		if m, err := plain.Parse(text, at); err != nil || m.String() != want {
			t.Errorf("%q is %v, %v, want %s", text, m, err, want)
		}
	}
}

// The package runs in a process that must start at once.
func TestImports(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.HasSuffix(f.Name(), "_test.go") || !strings.HasSuffix(f.Name(), ".go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), f.Name(), nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range tree.Imports {
			p := strings.Trim(i.Path.Value, `"`)
			if p != "bounceback/journal/when" && (strings.Contains(p, ".") || strings.HasPrefix(p, "bounceback/") || p == "regexp") {
				t.Errorf("%s imports %s", f.Name(), p)
			}
		}
	}
}
