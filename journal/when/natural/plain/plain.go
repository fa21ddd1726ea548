// Package plain reads the dates and times that people type most: yesterday, friday 14:00, 3 days ago, 09:12, march 3rd.
//
// Goals: a small grammar whose answers are our own, in a package that starts in no time, so that a capture from the shell
// can use it. A text is read as a whole or not at all. A day without a time of day stays a day; with one it is an instant in
// now's zone. The direction is the caller's: what happened lies behind, what is due lies ahead.
//
//	text     = figures | distance | [ day ] [ clock ] | clock day
//	figures  = 2026-11-20, 2026-11-20 09:12 and the like, as [when.Parse] reads them
//	distance = "now" | "+5m" | "-2h" | "3 days ago" | "in a week"
//	day      = "today" | "yesterday" | "tomorrow" | [ "last" | "this" | "next" ] weekday | ( "last" | "next" ) ( "week" |
//	           "month" | "year" ) | month day [ year ] | day month [ year ]
//	clock    = 14:00 | 14:00:30 | 5pm | 5:30 pm | "noon" | "midnight" | "morning" | "afternoon" | "evening" | "night"
//
// Non-goals: finding a date inside a sentence, other languages, 3/11 (which half of the world reads the other way around),
// the rest of English (the package natural, above this one).
package plain

import (
	"fmt"
	"strings"
	"time"

	"bounceback/journal/when"
)

// Direction is where a time lies that a text leaves open.
type Direction int

// The directions. Past is for what happened: "friday" is today or one of the six days before, and a clock time more than an
// hour ahead of now was yesterday's. Future is for what is due: "friday" is today or one of the six days to come, and a
// clock time that has passed is tomorrow's.
const (
	Past   Direction = -1
	Future Direction = 1
)

// Clock is a time of day.
type Clock struct{ Hour, Min, Sec int }

// More reads the words of a day that this package does not know, in small letters, without commas, "at", "on", "the" and
// "of". The clock is nil when they say none.
type More func(words []string, now time.Time, dir Direction) (d when.Day, c *Clock, ok bool)

// Parse reads a time of something that happened. The error says in plain words what could be written instead.
func Parse(text string, now time.Time) (when.Moment, error) { return Read(text, now, Past, nil) }

// ParseFuture reads a time of something that is due. The error says in plain words what could be written instead.
func ParseFuture(text string, now time.Time) (when.Moment, error) {
	return Read(text, now, Future, nil)
}

// Read reads a time, and asks more (which may be nil) for the days that it does not know.
func Read(text string, now time.Time, dir Direction, more More) (when.Moment, error) {
	if m, err := when.Parse(text); err == nil {
		if m.Kind() == when.Local { // typed here and now: it means the clock on the wall
			m = when.At(m.Time(now.Location()))
		}
		return m, nil
	}
	p := parser{now: now, today: when.DayOf(now), dir: dir, words: words(text)}
	if m, ok := p.shift(); ok {
		return m, nil
	}
	p.takeClock()
	if m, ok := p.dayAndClock(more); ok {
		return m, nil
	}
	try := "“yesterday”, “last friday” or " + p.today.AddDays(-8).String()
	if dir == Future {
		try = "“tomorrow”, “next friday” or " + p.today.AddDays(8).String()
	}
	return when.Moment{}, fmt.Errorf("“%s” is not a date I can read; try %s", strings.TrimSpace(text), try)
}

// words cuts a text into small words without commas and the little words between. That a time is only about right is no
// reason not to read it.
func words(text string) []string {
	out := strings.Fields(strings.ReplaceAll(strings.ToLower(text), ",", " "))
	kept := out[:0]
	for _, w := range out {
		switch w = strings.TrimPrefix(w, "~"); w {
		case "", "at", "on", "the", "of", "around", "about", "roughly", "circa":
		default:
			kept = append(kept, w)
		}
	}
	return kept
}
