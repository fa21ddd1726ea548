package when_test

import (
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/BurntSushi/toml"

	"bounceback/journal/when"
)

func parse(t *testing.T, s string) when.Moment {
	t.Helper()
	m, err := when.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func place(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// What is written is read again as the same, by us and by the TOML library, wherever the reader is.
func TestRoundTrip(t *testing.T) {
	for _, c := range []struct {
		text string
		kind when.Kind
	}{
		{"2026-11-20", when.Date},
		{"0001-01-01", when.Date},
		{"9999-12-31", when.Date},
		{"2024-02-29", when.Date},
		{"2026-11-20T09:12:00", when.Local},
		{"2026-11-20T09:12:00.25", when.Local},
		{"1900-02-28T23:59:59", when.Local},
		{"2026-11-20T09:12:00Z", when.Instant},
		{"2026-11-20T09:12:00+01:00", when.Instant},
		{"2026-11-20T00:12:00+14:00", when.Instant},
		{"2026-11-20T23:12:00-12:00", when.Instant},
		{"2026-11-20T09:12:00+05:45", when.Instant},
		{"1969-12-31T23:59:59.999999999-03:30", when.Instant},
		{"0001-01-01T00:00:00+01:00", when.Instant},
	} {
		m := parse(t, c.text)
		if m.Kind() != c.kind || m.String() != c.text || m.IsZero() || m.HasClock() != (c.kind != when.Date) {
			t.Errorf("%s is read as %s of kind %d", c.text, m, m.Kind())
		}
		var doc map[string]any
		if _, err := toml.Decode("at = "+c.text, &doc); err != nil {
			t.Fatal(err)
		}
		if got, ok := when.FromTOML(doc["at"].(time.Time)); !ok || got != m {
			t.Errorf("%s comes from TOML as %#v, want %#v", c.text, got, m)
		}
		if text, err := m.MarshalText(); err != nil || string(text) != c.text {
			t.Errorf("%s is marshaled as %s, %v", c.text, text, err)
		}
		if m.Day().String() != c.text[:10] {
			t.Errorf("%s is on the day %s", c.text, m.Day())
		}
	}
}

func TestFromTOML(t *testing.T) {
	for text, want := range map[string]string{
		"2026-11-20 09:12:00":       "2026-11-20T09:12:00",
		"2026-11-20 09:12:00+00:00": "2026-11-20T09:12:00Z",
		"2026-11-20t09:12:00z":      "2026-11-20T09:12:00Z",
		"2026-07-01":                "2026-07-01",
	} {
		var doc map[string]any
		if _, err := toml.Decode("at = "+text, &doc); err != nil {
			t.Fatal(err)
		}
		if got, ok := when.FromTOML(doc["at"].(time.Time)); !ok || got.String() != want {
			t.Errorf("%s comes from TOML as %s", text, got)
		}
	}
	var doc map[string]any
	if _, err := toml.Decode("at = 09:12:00", &doc); err != nil {
		t.Fatal(err)
	}
	if m, ok := when.FromTOML(doc["at"].(time.Time)); ok {
		t.Errorf("a time of no day is %v", m)
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ text, words, day string }{
		{"2026-01-02", "2 Jan 2026", "2 Jan 2026"},
		{"2026-11-20T09:05:59", "20 Nov 2026, 09:05", "20 Nov 2026"},
		{"2026-11-20T00:00:00-11:00", "20 Nov 2026, 00:00", "20 Nov 2026"},
	} {
		m, err := when.Parse(c.text)
		if err != nil || m.Words() != c.words || m.DayWords() != c.day {
			t.Errorf("%s reads %q and %q (%v)", c.text, m.Words(), m.DayWords(), err)
		}
	}
	if m := (when.Moment{}); m.Words() != "" || m.DayWords() != "" {
		t.Errorf("nothing reads %q and %q", m.Words(), m.DayWords())
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		" 2026-11-20 ":              "2026-11-20",
		"2026-11-20 09:12":          "2026-11-20T09:12:00",
		"2026-11-20T09:12":          "2026-11-20T09:12:00",
		"2026-11-20 09:12:30":       "2026-11-20T09:12:30",
		"2026-11-20T09:12+01:00":    "2026-11-20T09:12:00+01:00",
		"2026-11-20 09:12:00+01:00": "2026-11-20T09:12:00+01:00",
		"2026-11-20T09:12:00+00:00": "2026-11-20T09:12:00Z",
	} {
		if m, err := when.Parse(text); err != nil || m.String() != want {
			t.Errorf("Parse(%q) = %v, %v, want %s", text, m, err, want)
		}
	}
	for _, text := range []string{
		"", "2026", "2026-11", "2026-11-31", "2026-02-29", "2026-13-01", "0000-01-01", "20261120", "26-11-20", "2026-11-20T24:00", "2026-11-20 9:61",
		"09:12", "yesterday", "2026-11-20x", "10000-01-01",
	} {
		if m, err := when.Parse(text); err == nil || !m.IsZero() {
			t.Errorf("Parse(%q) = %v", text, m)
		}
	}
	_, err := when.Parse("soon")
	if want := `"soon" is not a date like 2026-11-20 or 2026-11-20 09:12`; err == nil || err.Error() != want {
		t.Errorf("the error says %v", err)
	}
}

func TestAt(t *testing.T) {
	berlin := place(t, "Europe/Berlin")
	for _, c := range []struct {
		t  time.Time
		at string
	}{
		{time.Date(2026, 7, 1, 9, 12, 3, 999, berlin), "2026-07-01T09:12:03+02:00"},
		{time.Date(2026, 12, 1, 9, 12, 3, 0, berlin), "2026-12-01T09:12:03+01:00"},
		{time.Date(1969, 12, 31, 23, 59, 59, 5e8, time.UTC), "1969-12-31T23:59:59Z"},
		// Berlin's local mean time was 53 minutes and 28 seconds east; a file has no seconds there.
		{time.Date(1880, 1, 1, 12, 0, 28, 0, berlin), "1880-01-01T12:00:00+00:53"},
	} {
		m := when.At(c.t)
		if m.String() != c.at {
			t.Errorf("%v is written %s", c.t, m)
		}
		if m != parse(t, c.at) {
			t.Errorf("%s is another moment when it is read again", c.at)
		}
		if !m.Time(time.UTC).Equal(c.t.Truncate(time.Second)) {
			t.Errorf("%s is the instant %v, want %v", m, m.Time(time.UTC), c.t)
		}
	}
}

func TestTime(t *testing.T) {
	berlin := place(t, "Europe/Berlin")
	for text, want := range map[string]string{
		"2026-07-01":                "2026-07-01T00:00:00+02:00",
		"2026-12-01":                "2026-12-01T00:00:00+01:00",
		"2026-07-01T09:12:00":       "2026-07-01T09:12:00+02:00",
		"2026-07-01T09:12:00.5":     "2026-07-01T09:12:00.5+02:00",
		"2026-07-01T09:12:00-05:00": "2026-07-01T09:12:00-05:00",
	} {
		if got := parse(t, text).Time(berlin).Format(time.RFC3339Nano); got != want {
			t.Errorf("%s in Berlin is %s, want %s", text, got, want)
		}
	}
}

func TestZero(t *testing.T) {
	var m when.Moment
	now := time.Date(2026, 11, 12, 0, 0, 0, 0, time.UTC)
	if !m.IsZero() || m.HasClock() || m.String()+m.Short()+m.Long() != "" || m.OverdueAt(now) || m.DueAt(now) || m.Kind() != when.None {
		t.Error("nothing is something")
	}
	if when.On(when.Day{Year: 1970, Month: 1, Day: 1}).IsZero() || !(when.Day{}).IsZero() {
		t.Error("the first day of the epoch is nothing")
	}
}

func TestOverdueAndDue(t *testing.T) {
	berlin, auckland, samoa := place(t, "Europe/Berlin"), place(t, "Pacific/Auckland"), place(t, "Pacific/Pago_Pago")
	for _, c := range []struct {
		name         string
		m            string
		now          time.Time
		due, overdue bool
	}{
		{"the evening before", "2026-11-20", time.Date(2026, 11, 19, 23, 59, 59, 0, berlin), false, false},
		{"the first second of the day", "2026-11-20", time.Date(2026, 11, 20, 0, 0, 0, 0, berlin), true, false},
		{"the last second of the day", "2026-11-20", time.Date(2026, 11, 20, 23, 59, 59, 0, berlin), true, false},
		{"the day after", "2026-11-20", time.Date(2026, 11, 21, 0, 0, 0, 0, berlin), true, true},
		{"one instant, already tomorrow in the east", "2026-11-20", time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC).In(auckland), true, true},
		{"the same instant, still today in the west", "2026-11-20", time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC).In(samoa), true, false},
		{"a day of 23 hours", "2026-03-29", time.Date(2026, 3, 29, 23, 30, 0, 0, berlin), true, false},
		{"a day of 25 hours", "2026-10-25", time.Date(2026, 10, 25, 23, 30, 0, 0, berlin), true, false},
		{"a local time, a second before", "2026-11-20T09:00:00", time.Date(2026, 11, 20, 8, 59, 59, 0, berlin), false, false},
		{"a local time, now", "2026-11-20T09:00:00", time.Date(2026, 11, 20, 9, 0, 0, 0, berlin), true, false},
		{"a local time is that of the reader", "2026-11-20T09:00:00", time.Date(2026, 11, 20, 9, 0, 1, 0, auckland), true, true},
		{"a local time in the hour that is skipped", "2026-03-29T02:30:00", time.Date(2026, 3, 29, 4, 0, 0, 0, berlin), true, true},
		{"an instant, elsewhere, before", "2026-11-20T09:00:00-05:00", time.Date(2026, 11, 20, 14, 59, 59, 0, berlin), false, false},
		{"an instant, elsewhere, now", "2026-11-20T09:00:00-05:00", time.Date(2026, 11, 20, 15, 0, 0, 0, berlin), true, false},
		{"an instant, elsewhere, after", "2026-11-20T09:00:00-05:00", time.Date(2026, 11, 20, 15, 0, 1, 0, berlin), true, true},
		{"an instant in the first of two hours alike", "2026-10-25T02:30:00+02:00", time.Date(2026, 10, 25, 1, 0, 0, 0, time.UTC).In(berlin), true, true},
	} {
		m := parse(t, c.m)
		if m.DueAt(c.now) != c.due || m.OverdueAt(c.now) != c.overdue {
			t.Errorf("%s: due %v, overdue %v", c.name, m.DueAt(c.now), m.OverdueAt(c.now))
		}
	}
}

// A journal reads as it was written down, wherever that was.
func TestWall(t *testing.T) {
	order := []string{"1969-12-31", "2026-11-20", "2026-11-20T00:00:01-12:00", "2026-11-20T09:00:00", "2026-11-20T09:00:01+14:00", "2026-11-21"}
	for i := range order[1:] {
		if parse(t, order[i]).Wall() >= parse(t, order[i+1]).Wall() {
			t.Errorf("%s does not come before %s", order[i], order[i+1])
		}
	}
}

func TestForPeople(t *testing.T) {
	for text, want := range map[string][2]string{
		"2026-11-12":                {"2026-11-12", "Thu 12 Nov 2026"},
		"2026-11-12T09:12:59":       {"2026-11-12 09:12", "Thu 12 Nov 2026, 09:12"},
		"2026-11-12T23:12:00-12:00": {"2026-11-12 23:12", "Thu 12 Nov 2026, 23:12"},
	} {
		if m := parse(t, text); m.Short() != want[0] || m.Long() != want[1] {
			t.Errorf("%s: %q, %q", text, m.Short(), m.Long())
		}
	}
}

func TestDay(t *testing.T) {
	d := func(s string) when.Day { return parse(t, s).Day() }
	for _, c := range []struct {
		from, to string
		days     int
	}{
		{"2026-11-12", "2026-11-12", 0},
		{"2026-02-28", "2026-03-01", 1},
		{"2024-02-28", "2024-03-01", 2},
		{"2026-12-31", "2027-01-01", 1},
		{"2026-03-28", "2026-03-30", 2}, // clocks change in between
		{"0001-01-01", "9999-12-31", 3652058},
	} {
		from, to := d(c.from), d(c.to)
		if to.Sub(from) != c.days || from.Sub(to) != -c.days || from.AddDays(c.days) != to || to.AddDays(-c.days) != from {
			t.Errorf("from %s to %s: %d days, back to %s", from, to, to.Sub(from), to.AddDays(-c.days))
		}
		if from.Before(to) != (c.days > 0) || to.Before(from) {
			t.Errorf("%s before %s: %v", from, to, from.Before(to))
		}
	}
	at := time.Date(2026, 11, 12, 0, 30, 0, 0, time.FixedZone("", 3600))
	if when.DayOf(at) != d("2026-11-12") || when.DayOf(at.UTC()) != d("2026-11-11") {
		t.Error("a day is not that of the zone")
	}
	if day := d("2026-11-12"); day.Weekday() != time.Thursday || day.Format("2 Jan 15:04") != "12 Nov 00:00" || when.On(day).Day() != day {
		t.Errorf("%s is a %s, %s", day, day.Weekday(), day.Format("2 Jan 15:04"))
	}
}
