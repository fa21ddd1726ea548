// Package natural reads dates and times as people write them: "yesterday", "last friday 14:00", "3 days ago", "09:12",
// "March 3rd at 5pm".
//
// Goals: figures first (2026-11-20, read by [when.Parse]), then a small grammar of our own whose answers don't depend on a
// library's taste, then olebedev/when for the rest of English. A text is read as a whole or not at all. A day without a time
// of day stays a day. The direction is the caller's: what happened lies behind, what is due lies ahead.
//
// Non-goals: finding a date inside a sentence, other languages, 3/11 (which half of the world reads the other way around).
// This is the only package that imports the date library.
package natural

import (
	"fmt"
	"strings"
	"time"

	"bounceback/journal/when"
)

// Parse reads a time of something that happened: where a text leaves it open, the latest such time counts. "friday" is
// today or one of the six days before; a clock time that is more than an hour ahead of now was yesterday's. Days without a
// clock are dates; with one they are instants in now's zone. The error says in plain words what could be written instead.
func Parse(text string, now time.Time) (when.Moment, error) { return read(text, now, past) }

// ParseFuture reads a time of something that is due: where a text leaves it open, the next such time counts. "friday" is
// today or one of the six days to come; a clock time that has passed is tomorrow's.
func ParseFuture(text string, now time.Time) (when.Moment, error) { return read(text, now, future) }

// direction is where a time lies that a text leaves open.
type direction int

const (
	past   direction = -1
	future direction = 1
)

func read(text string, now time.Time, dir direction) (when.Moment, error) {
	if m, err := when.Parse(text); err == nil {
		return m, nil
	}
	p := parser{now: now, today: when.DayOf(now), dir: dir, words: words(text)}
	if m, ok := p.shift(); ok {
		return m, nil
	}
	p.takeClock()
	if m, ok := p.dayAndClock(); ok {
		return m, nil
	}
	return when.Moment{}, fmt.Errorf(`%q is not a date I can read; try "yesterday", "last friday" or %s`,
		strings.TrimSpace(text), p.today.AddDays(8*int(dir)))
}

// words cuts a text into small words without commas and the little words between.
func words(text string) []string {
	text = strings.ReplaceAll(strings.ToLower(text), ",", " ")
	out := strings.Fields(text)
	kept := out[:0]
	for _, w := range out {
		if w != "at" && w != "on" && w != "the" && w != "of" {
			kept = append(kept, w)
		}
	}
	return kept
}
