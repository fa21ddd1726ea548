package demo

import (
	"strings"
	"time"

	"bounceback/journal"
	"bounceback/journal/when"
)

// calendar counts days back from one moment.
type calendar struct{ now time.Time }

// day is the day of a mistake. What followed is dated from it.
type day struct {
	day when.Day
	loc *time.Location
}

// ago returns the day that was n days before today.
func (c calendar) ago(n int) day {
	return day{day: when.DayOf(c.now).AddDays(-n), loc: c.now.Location()}
}

// workday returns the day n days before today, or the Friday before when that was a weekend: at most two days earlier.
func (c calendar) workday(n int) day {
	d := c.ago(n)
	for weekend(d.day) {
		d.day = d.day.AddDays(-1)
	}
	return d
}

// last returns the latest day of the week w that is at least n days before today: at most six days earlier.
func (c calendar) last(w time.Weekday, n int) day {
	d := c.ago(n)
	for d.day.Weekday() != w {
		d.day = d.day.AddDays(-1)
	}
	return d
}

// due returns the day that is n days after today, before it for a negative n.
func (c calendar) due(n int) when.Moment { return when.On(when.DayOf(c.now).AddDays(n)) }

// hours returns the moment h hours before now.
func (c calendar) hours(h float64) when.Moment {
	return when.At(c.now.Add(-time.Duration(h * float64(time.Hour))))
}

// at returns a clock time n days after d.
func (d day) at(n, hour, minute int) when.Moment {
	t := d.day.AddDays(n)
	return when.At(time.Date(t.Year, t.Month, t.Day, hour, minute, 0, 0, d.loc))
}

// work returns a clock time n working days after d.
func (d day) work(n, hour, minute int) when.Moment {
	t := d
	for n > 0 {
		t.day = t.day.AddDays(1)
		if !weekend(t.day) {
			n--
		}
	}
	return t.at(0, hour, minute)
}

// on returns the day n days after d, without a clock time.
func (d day) on(n int) when.Moment { return when.On(d.day.AddDays(n)) }

func weekend(d when.Day) bool { return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday }

func done(at when.Moment) journal.State {
	return journal.State{Status: journal.Done, Finished: at}
}

func skipped(at when.Moment, reason string) journal.State {
	return journal.State{Status: journal.Skipped, Finished: at, Reason: reason}
}

func doing() journal.State { return journal.State{Status: journal.Doing} }

// prose turns a text that is wrapped and indented to suit the source into what a person types: a paragraph is one line, and
// an empty line stands between two.
func prose(s string) string {
	var paragraphs []string
	for p := range strings.SplitSeq(strings.TrimSpace(s), "\n\n") {
		paragraphs = append(paragraphs, strings.Join(strings.Fields(p), " "))
	}
	return strings.Join(paragraphs, "\n\n")
}
