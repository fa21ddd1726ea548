package natural

import (
	"strings"
	"time"

	"github.com/olebedev/when/rules"
	"github.com/olebedev/when/rules/en"

	"bounceback/journal/when"
)

// Rule of this file: the library's rules are called one by one, and not through its Parser, whose package compiles the rules
// of five languages when the program starts. Only the rules that our own grammar lacks are made, and only when they are
// needed.

// library reads what our own grammar does not know: "march 3rd", "third of march", "last night", "this morning".
func (p *parser) library() (d when.Day, c *clock, ok bool) {
	text, year := p.yearTaken()
	// The library counts in hours. On a wall clock without summer time a day has 24 of them.
	ref := time.Date(p.today.Year, p.today.Month, p.today.Day, p.now.Hour(), p.now.Minute(), 0, 0, time.UTC)
	options := &rules.Options{}
	ctx := &rules.Context{Text: text}
	covered := make([]bool, len(text))
	for _, rule := range []rules.Rule{
		en.CasualDate(rules.Override), en.CasualTime(rules.Override), en.ExactMonthDate(rules.Override),
		en.PastTime(rules.Override), en.Deadline(rules.Override),
	} {
		m := rule.Find(text)
		if m == nil {
			continue
		}
		if applied, err := m.Apply(ctx, options, ref); err != nil || !applied {
			return d, nil, false
		}
		for i := m.Left; i < m.Right; i++ {
			covered[i] = true
		}
	}
	for i, b := range []byte(text) {
		if !covered[i] && b != ' ' {
			return d, nil, false
		}
	}
	if ctx.Month != nil {
		if ctx.Day == nil || ctx.Duration != 0 {
			return d, nil, false
		}
		d, ok = p.dated(year, time.Month(*ctx.Month), *ctx.Day)
	} else if year == 0 {
		var t time.Time
		t, err := ctx.Time(ref)
		d, ok = when.DayOf(t), err == nil
		if ctx.Hour == nil && ctx.Duration%(24*time.Hour) != 0 {
			return d, &clock{t.Hour(), t.Minute(), 0}, ok
		}
	}
	if ctx.Hour != nil {
		c = &clock{hour: *ctx.Hour}
		if ctx.Minute != nil {
			c.min = *ctx.Minute
		}
	}
	return d, c, ok
}

// yearTaken returns the words without a year and a weekday that go with a month: the library knows neither.
func (p *parser) yearTaken() (text string, year int) {
	var rest []string
	for _, w := range p.words {
		n, isNumber := number(w)
		_, isWeekday := weekdayNamed(w)
		switch {
		case isNumber && len(w) == 4 && n >= 1 && year == 0:
			year = n
		case isWeekday && len(p.words) > 2:
		default:
			rest = append(rest, w)
		}
	}
	return strings.Join(rest, " "), year
}

// dated returns a day of a month. Without a year it is the nearest one in the direction of the text, today included.
func (p *parser) dated(year int, m time.Month, day int) (when.Day, bool) {
	if year != 0 {
		d := when.Day{Year: year, Month: m, Day: day}
		return d, exists(d)
	}
	for y, tries := p.today.Year, 0; tries < 9; y, tries = y+int(p.dir), tries+1 { // leap days may be eight years apart
		d := when.Day{Year: y, Month: m, Day: day}
		wrong := p.dir == past && p.today.Before(d) || p.dir == future && d.Before(p.today)
		if exists(d) && !wrong {
			return d, true
		}
	}
	return when.Day{}, false
}

// exists reports whether the calendar has the day.
func exists(d when.Day) bool { return d.AddDays(0) == d }
