package natural_test

import (
	"testing"
	"time"
	_ "time/tzdata"

	"bounceback/journal/when/natural"
)

var now = time.Date(2026, 11, 12, 14, 0, 0, 0, time.FixedZone("", 3600)) // a Thursday

// What the plain grammar reads comes through, and the library adds the rest.
func TestParse(t *testing.T) {
	for _, c := range []struct{ text, past, future string }{
		{"2026-11-20", "2026-11-20", "2026-11-20"},
		{"last friday 14:00", "2026-11-06T14:00:00+01:00", "2026-11-06T14:00:00+01:00"},
		{"friday", "2026-11-06", "2026-11-13"},
		{"third of march", "2026-03-03", "2027-03-03"},
		{"Third of March at 5pm", "2026-03-03T17:00:00+01:00", "2027-03-03T17:00:00+01:00"},
		{"twenty first of december", "2025-12-21", "2026-12-21"},
		{"half an hour ago", "2026-11-12T13:30:00+01:00", "2026-11-12T13:30:00+01:00"},
		{"in half an hour", "2026-11-12T14:30:00+01:00", "2026-11-12T14:30:00+01:00"},
		{"tmr", "2026-11-13", "2026-11-13"},
	} {
		if m, err := natural.Parse(c.text, now); err != nil || m.String() != c.past {
			t.Errorf("Parse(%q) = %v, %v, want %s", c.text, m, err, c.past)
		}
		if m, err := natural.ParseFuture(c.text, now); err != nil || m.String() != c.future {
			t.Errorf("ParseFuture(%q) = %v, %v, want %s", c.text, m, err, c.future)
		}
	}
}

// The library finds dates within texts; we take a text as a whole or not at all.
func TestParseRefuses(t *testing.T) {
	for _, text := range []string{
		"", "at", "soonish", "noonish", "friday blah 5pm", "march", "march 2026", "3/11", "mayor 3", "thirty first of april",
		"half an hour ago friday", "half an hour ago tmr", "5-30", "third of march 10:00 11:00",
	} {
		if m, err := natural.Parse(text, now); err == nil {
			t.Errorf("Parse(%q) = %v", text, m)
		}
	}
	_, err := natural.Parse(" soonish ", now)
	if want := `“soonish” is not a date I can read; try “yesterday”, “last friday” or 2026-11-04`; err == nil || err.Error() != want {
		t.Errorf("the error says %v, want %s", err, want)
	}
	_, err = natural.ParseFuture("soonish", now)
	if want := `“soonish” is not a date I can read; try “tomorrow”, “next friday” or 2026-11-20`; err == nil || err.Error() != want {
		t.Errorf("the error says %v, want %s", err, want)
	}
}

// In half an hour is half an hour, also when the clocks change in between.
func TestLibraryAcrossSummerTime(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 3, 29, 0, 30, 0, 0, berlin)
	if m, err := natural.Parse("half an hour ago", at); err != nil || m.String() != "2026-03-29T00:00:00+01:00" {
		t.Errorf("got %v, %v", m, err)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"third of march at 5pm", "half a day ago", "last friday night", "9999 years ago", "in 0 weeks"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, parse := range []func(string, time.Time) (m interface{ IsZero() bool }, err error){
			func(s string, at time.Time) (interface{ IsZero() bool }, error) { return natural.Parse(s, at) },
			func(s string, at time.Time) (interface{ IsZero() bool }, error) { return natural.ParseFuture(s, at) },
		} {
			if m, err := parse(s, now); (err == nil) == m.IsZero() {
				t.Errorf("%q gives %v and %v", s, m, err)
			}
		}
	})
}
