// Package natural reads dates and times as people write them: what package plain reads, and then the rest of English as
// far as olebedev/when knows it ("third of march at 5pm", "half an hour ago").
//
// Goals: as in package plain. Non-goals: as there; and to start fast: the library compiles its rules when the program
// starts, which takes a millisecond or two. This is the only package that imports it.
package natural

import (
	"strings"
	"time"

	"github.com/olebedev/when/rules"
	"github.com/olebedev/when/rules/en"

	"bounceback/journal/when"
	"bounceback/journal/when/natural/plain"
)

// Parse reads a time of something that happened: where a text leaves it open, the latest such time counts. "friday" is
// today or one of the six days before; a clock time that is more than an hour ahead of now was yesterday's. Days without a
// clock are dates; with one they are instants in now's zone. The error says in plain words what could be written instead.
func Parse(text string, now time.Time) (when.Moment, error) {
	return plain.Read(text, now, plain.Past, library)
}

// ParseFuture reads a time of something that is due: where a text leaves it open, the next such time counts. "friday" is
// today or one of the six days to come; a clock time that has passed is tomorrow's.
func ParseFuture(text string, now time.Time) (when.Moment, error) {
	return plain.Read(text, now, plain.Future, library)
}

// library reads days that our own grammar does not know. It calls the library's rules one by one and not through its
// Parser: the Parser's package compiles the rules of five languages at start, and takes a text that matches here and there
// for a date.
func library(words []string, now time.Time, dir plain.Direction) (when.Day, *plain.Clock, bool) {
	text := strings.Join(words, " ")
	today := when.DayOf(now)
	// The library counts in hours. On a wall clock without summer time a day has 24 of them.
	ref := time.Date(today.Year, today.Month, today.Day, now.Hour(), now.Minute(), 0, 0, time.UTC)
	ctx, ok := apply(text, ref)
	if !ok {
		return when.Day{}, nil, false
	}
	if ctx.Month != nil {
		if ctx.Day == nil || ctx.Duration != 0 || ctx.Hour != nil {
			return when.Day{}, nil, false
		}
		d, ok := plain.Dated(today, dir, 0, time.Month(*ctx.Month), *ctx.Day)
		return d, nil, ok
	}
	t, err := ctx.Time(ref)
	if err != nil {
		return when.Day{}, nil, false
	}
	if ctx.Hour == nil && ctx.Duration%(24*time.Hour) == 0 {
		return when.DayOf(t), nil, true
	}
	return when.DayOf(t), &plain.Clock{Hour: t.Hour(), Min: t.Minute()}, true
}

// apply runs the rules that match a text; ok is false unless together they cover every word and only one of them counts
// from now. The rules of clock times are left out: plain has taken the clock, and theirs read 5-30 as one, and 12am as noon.
func apply(text string, ref time.Time) (ctx *rules.Context, ok bool) {
	ctx = &rules.Context{Text: text}
	covered := make([]bool, len(text))
	for _, rule := range []rules.Rule{
		en.CasualDate(rules.Override), en.Deadline(rules.Override), en.PastTime(rules.Override), en.ExactMonthDate(rules.Override),
	} {
		m := rule.Find(text)
		if m == nil {
			continue
		}
		before := ctx.Duration
		if applied, err := m.Apply(ctx, &rules.Options{}, ref); err != nil || !applied || before != 0 && ctx.Duration != before {
			return nil, false
		}
		for i := m.Left; i < m.Right; i++ {
			covered[i] = true
		}
	}
	for i := range len(text) {
		if !covered[i] && text[i] != ' ' {
			return nil, false
		}
	}
	return ctx, text != ""
}
