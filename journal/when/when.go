// Package when keeps days and moments the way a person wrote them.
//
// A day (2026-11-20), a local date-time (2026-11-20T09:12:00) and an instant with its offset (2026-11-20T09:12:00+01:00)
// are three things. A [Moment] is any one of them and stays what it is: a local date is never given an offset that nobody
// wrote, and an instant keeps the offset of the place where it was written down.
//
// Goals: exact round trips of every date that TOML knows, comparison with ==, and questions ("is this overdue?") that are
// decided on the calendar of the moment that asks.
//
// Non-goals: reading the clock, zone databases, durations longer than a journal needs. Natural language ("yesterday")
// lives in the sub-package natural, because the library behind it is slow to start.
package when

import (
	"fmt"
	"strings"
	"time"
)

// Kind says which of the three things a [Moment] is.
type Kind uint8

// The kinds. None is the kind of the zero Moment: nothing was written.
const (
	None    Kind = iota
	Date         // a calendar day without a time and a zone
	Local        // a date and a time without a zone
	Instant      // a date and a time with an offset from UTC
)

// Moment is a day, a local date-time or an instant, or nothing (the zero value). Moments are comparable with ==: two are
// equal when they would be written the same. The range is years 1 to 9999.
type Moment struct {
	wall   int64 // seconds of the written date and time since 1970-01-01T00:00:00, as if it were UTC
	nsec   int32
	offset int32 // seconds east of UTC; only for Instant
	kind   Kind
}

// At returns the instant t with its offset, cut to seconds: what the program itself writes. Offsets are written in whole
// minutes; the odd seconds of local mean times, before there were zones, are cut from the offset and not from the instant.
func At(t time.Time) Moment {
	_, off := t.Zone()
	off -= off % 60
	return Moment{wall: t.Unix() + int64(off), offset: int32(off), kind: Instant}
}

// On returns the day d.
func On(d Day) Moment {
	return Moment{wall: d.utc().Unix(), kind: Date}
}

// FromTOML turns what the TOML library decoded into a Moment. The library marks local dates and local date-times by the
// name of their location; ok is false for a local time (09:12:00), which is no moment.
func FromTOML(t time.Time) (m Moment, ok bool) {
	y, mo, d := t.Date()
	h, mi, s := t.Clock()
	wall := time.Date(y, mo, d, h, mi, s, 0, time.UTC).Unix()
	m = Moment{wall: wall, nsec: int32(t.Nanosecond())}
	switch t.Location().String() {
	case "time-local":
		return Moment{}, false
	case "date-local":
		m.kind = Date
	case "datetime-local":
		m.kind = Local
	default:
		_, off := t.Zone()
		m.kind, m.offset = Instant, int32(off)
	}
	return m, true
}

// Kind returns what m is.
func (m Moment) Kind() Kind { return m.kind }

// IsZero reports whether nothing was written.
func (m Moment) IsZero() bool { return m.kind == None }

// Day returns the calendar day as it was written, whatever the zone of the reader.
func (m Moment) Day() Day { return dayOf(time.Unix(m.wall, 0).UTC()) }

// HasClock reports whether a time of day was written.
func (m Moment) HasClock() bool { return m.kind == Local || m.kind == Instant }

// Time returns m as a point in time. A day is its midnight and a local date-time its clock time, both read in loc.
func (m Moment) Time(loc *time.Location) time.Time {
	if m.kind == Instant {
		zone := time.FixedZone("", int(m.offset))
		return time.Unix(m.wall-int64(m.offset), int64(m.nsec)).In(zone)
	}
	w := time.Unix(m.wall, int64(m.nsec)).UTC()
	return time.Date(w.Year(), w.Month(), w.Day(), w.Hour(), w.Minute(), w.Second(), w.Nanosecond(), loc)
}

// Wall returns the seconds of the written date and time, as if it were UTC. It orders moments as they were written down,
// which is how a journal reads; use [Moment.Time] to order points in time.
func (m Moment) Wall() int64 { return m.wall }

// OverdueAt reports whether a thing due at m is overdue at now. A day is overdue once now's calendar, in now's zone, shows
// a later day; a time is overdue once it has passed. Nothing is never overdue.
func (m Moment) OverdueAt(now time.Time) bool {
	switch m.kind {
	case None:
		return false
	case Date:
		return m.Day().Before(DayOf(now))
	default:
		return m.Time(now.Location()).Before(now)
	}
}

// DueAt reports whether a thing due at m has come at now: on its day or later, at its time or later.
func (m Moment) DueAt(now time.Time) bool {
	switch m.kind {
	case None:
		return false
	case Date:
		return !DayOf(now).Before(m.Day())
	default:
		return !now.Before(m.Time(now.Location()))
	}
}

// String returns m as TOML writes it, and "" for nothing.
func (m Moment) String() string {
	w := time.Unix(m.wall, int64(m.nsec)).UTC()
	switch m.kind {
	case Date:
		return w.Format(dayLayout)
	case Local:
		return w.Format("2006-01-02T15:04:05.999999999")
	case Instant:
		return m.Time(nil).Format("2006-01-02T15:04:05.999999999Z07:00")
	}
	return ""
}

// MarshalText writes m as [Moment.String] does, so that JSON has dates as text.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// Short returns m in figures, as a person types it: "2026-11-20" or "2026-11-20 09:12".
func (m Moment) Short() string {
	if m.IsZero() {
		return ""
	}
	w := time.Unix(m.wall, 0).UTC()
	if m.kind == Date {
		return w.Format(dayLayout)
	}
	return w.Format("2006-01-02 15:04")
}

// Words returns m for a person to read: "20 Nov 2026" or "20 Nov 2026, 09:12".
func (m Moment) Words() string {
	if !m.HasClock() {
		return m.DayWords()
	}
	return m.DayWords() + time.Unix(m.wall, 0).UTC().Format(", 15:04")
}

// DayWords returns the day of m for a person to read, "20 Nov 2026", and "" for nothing.
func (m Moment) DayWords() string {
	if m.IsZero() {
		return ""
	}
	return m.Day().Format("2 Jan 2006")
}

// Long returns m for a page: "Thu 12 Nov 2026, 09:12".
func (m Moment) Long() string {
	if m.IsZero() {
		return ""
	}
	w := time.Unix(m.wall, 0).UTC()
	if m.kind == Date {
		return w.Format("Mon 2 Jan 2006")
	}
	return w.Format("Mon 2 Jan 2006, 15:04")
}

// layouts that Parse reads, with the kind that each of them means.
var layouts = [...]struct {
	layout string
	kind   Kind
}{
	{time.RFC3339Nano, Instant},
	{"2006-01-02 15:04:05Z07:00", Instant},
	{"2006-01-02T15:04Z07:00", Instant},
	{"2006-01-02T15:04:05", Local},
	{"2006-01-02 15:04:05", Local},
	{"2006-01-02T15:04", Local},
	{"2006-01-02 15:04", Local},
	{dayLayout, Date},
}

// Parse reads a date or a time written in figures, such as 2026-11-20, 2026-11-20 09:12 or 2026-11-20T09:12:00+01:00. The
// error says which forms are understood.
func Parse(s string) (Moment, error) {
	s = strings.TrimSpace(s)
	for _, l := range layouts {
		if (l.kind == Date) != (len(s) == len(dayLayout)) { // of the forms, only a day has this length
			continue
		}
		t, err := time.Parse(l.layout, s)
		if err != nil || t.Year() < 1 {
			continue
		}
		m := At(t)
		m.nsec = int32(t.Nanosecond())
		m.kind = l.kind
		if l.kind != Instant {
			m.offset = 0
		}
		return m, nil
	}
	return Moment{}, fmt.Errorf("%q is not a date like 2026-11-20 or 2026-11-20 09:12", s)
}
