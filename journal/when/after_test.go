package when_test

import (
	"testing"
	"time"

	"bounceback/journal/when"
)

func TestTook(t *testing.T) {
	for _, c := range []struct {
		d           time.Duration
		long, short string
	}{
		{0, "", ""},
		{-time.Hour, "", ""},
		{59 * time.Second, "less than a minute", "under 1 min"},
		{time.Minute, "1 minute", "1 min"},
		{8*time.Minute + 59*time.Second, "8 minutes", "8 min"},
		{time.Hour, "1 hour", "1 h"},
		{22*time.Hour + 18*time.Minute, "22 hours 18 minutes", "22 h 18 min"},
		{26*time.Hour + 18*time.Minute, "1 day 2 hours", "1 d 2 h"},
		{48*time.Hour + 18*time.Minute, "2 days", "2 d"},
		{41 * 24 * time.Hour, "41 days", "41 d"},
	} {
		if got := when.Took(c.d); got != c.long {
			t.Errorf("%v took %q, want %q", c.d, got, c.long)
		}
		if got := when.TookShort(c.d); got != c.short {
			t.Errorf("%v took, in short, %q, want %q", c.d, got, c.short)
		}
	}
}

func TestAddKeepsTheKind(t *testing.T) {
	for _, c := range []struct {
		from string
		days int
		d    time.Duration
		want string
	}{
		{"2026-11-12T23:58:00+05:30", 0, 5 * time.Minute, "2026-11-13T00:03:00+05:30"},
		{"2026-11-12T09:12:00", 0, -10 * time.Minute, "2026-11-12T09:02:00"},
		{"2026-11-12T09:12:00Z", 2, 0, "2026-11-14T09:12:00Z"},
		{"2026-11-12", 2, time.Hour, "2026-11-14"},
	} {
		if got := parse(t, c.from).Add(c.days, c.d).String(); got != c.want {
			t.Errorf("%s and %d days and %v is %s, want %s", c.from, c.days, c.d, got, c.want)
		}
	}
}

func TestClock(t *testing.T) {
	for text, want := range map[string]string{"2026-11-12": "", "2026-11-12T09:02:59": "09:02", "2026-11-12T23:12:00-08:00": "23:12"} {
		if got := parse(t, text).Clock(); got != want {
			t.Errorf("the clock of %s is %q", text, got)
		}
	}
}
