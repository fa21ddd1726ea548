package when

import "time"

const dayLayout = "2006-01-02"

// Day is a calendar day of nowhere in particular: no zone, no time.
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// DayOf returns the day that t's own zone shows at t.
func DayOf(t time.Time) Day { return dayOf(t) }

func dayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day{y, m, d}
}

func (d Day) utc() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// IsZero reports whether d was never set.
func (d Day) IsZero() bool { return d == Day{} }

// Before reports whether d is earlier than o.
func (d Day) Before(o Day) bool { return d.utc().Before(o.utc()) }

// AddDays returns the day n days later, or earlier for a negative n.
func (d Day) AddDays(n int) Day { return dayOf(d.utc().AddDate(0, 0, n)) }

// Sub returns the number of days from o to d.
func (d Day) Sub(o Day) int { return int((d.utc().Unix() - o.utc().Unix()) / 86400) }

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return d.utc().Weekday() }

// String returns the day as 2026-11-20.
func (d Day) String() string { return d.utc().Format(dayLayout) }

// Format returns the day in a layout of package time; clock fields of the layout read as midnight.
func (d Day) Format(layout string) string { return d.utc().Format(layout) }
