package plain

import (
	"strconv"
	"strings"
	"time"

	"bounceback/journal/when"
)

// parser reads one text. What is understood is taken out of words.
type parser struct {
	now   time.Time
	today when.Day
	dir   Direction
	words []string
	clock *Clock
}

// shift reads a distance from now: now, +5m, -2h, 3 days ago, in a week.
func (p *parser) shift() (when.Moment, bool) {
	w := p.words
	switch {
	case len(w) == 1 && w[0] == "now":
		return when.At(p.now), true
	case len(w) == 1 && len(w[0]) > 2 && (w[0][0] == '+' || w[0][0] == '-'):
		digits := strings.TrimRight(w[0][1:], "abcdefghijklmnopqrstuvwxyz")
		n, ok := number(digits)
		if !ok || digits[0] < '0' || digits[0] > '9' {
			return when.Moment{}, false
		}
		if w[0][0] == '-' {
			n = -n
		}
		return p.move(n, w[0][1+len(digits):])
	case len(w) >= 3 && w[len(w)-1] == "ago":
		if n, unit, ok := amount(w[:len(w)-1]); ok {
			return p.move(-n, unit)
		}
	case len(w) >= 3 && (w[0] == "in" || w[0] == "within"):
		if n, unit, ok := amount(w[1:]); ok {
			return p.move(n, unit)
		}
	}
	return when.Moment{}, false
}

// amount reads "3 days", "a week", "a few hours".
func amount(w []string) (n int, unit string, ok bool) {
	if len(w) == 3 && w[0] == "a" && w[1] == "few" || len(w) == 3 && w[0] == "a" && w[1] == "couple" {
		w = w[1:]
	}
	if len(w) != 2 {
		return 0, "", false
	}
	n, ok = number(w[0])
	return n, w[1], ok
}

// number reads figures up to four digits, and small numbers in words.
func number(s string) (int, bool) {
	if n, err := strconv.Atoi(s); err == nil && n >= 0 && len(s) <= 4 {
		return n, true
	}
	switch s {
	case "a", "an", "one":
		return 1, true
	case "couple":
		return 2, true
	case "few":
		return 3, true
	}
	for i, w := range strings.Fields("two three four five six seven eight nine ten eleven twelve") {
		if s == w {
			return i + 2, true
		}
	}
	return 0, false
}

// move returns the moment n units from now: a day for days and more, an instant for less.
func (p *parser) move(n int, unit string) (when.Moment, bool) {
	if len(unit) > 3 || unit == "hrs" {
		unit = strings.TrimSuffix(unit, "s")
	}
	span := func(d time.Duration) (when.Moment, bool) {
		return when.At(p.now.Add(time.Duration(n) * d)), true
	}
	switch unit {
	case "s", "sec", "second":
		return span(time.Second)
	case "m", "min", "minute":
		return span(time.Minute)
	case "h", "hr", "hour":
		return span(time.Hour)
	case "d", "day":
		return dayMoment(p.today.AddDays(n))
	case "w", "week":
		return dayMoment(p.today.AddDays(7 * n))
	case "month":
		return dayMoment(addMonths(p.today, n))
	case "y", "year":
		return dayMoment(addMonths(p.today, 12*n))
	}
	return when.Moment{}, false
}

// dayMoment returns a day of the years that a file can hold.
func dayMoment(d when.Day) (when.Moment, bool) {
	if d.Year < 1 || d.Year > 9999 {
		return when.Moment{}, false
	}
	return when.On(d), true
}

// addMonths moves by calendar months; a day that the month does not have becomes its last.
func addMonths(d when.Day, n int) when.Day {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return when.Day{Year: first.Year(), Month: first.Month(), Day: min(d.Day, last)}
}

// takeClock takes a time of day off the end of the words, or off their beginning.
func (p *parser) takeClock() {
	n := len(p.words)
	for _, size := range []int{2, 1} { // "5 pm" before "pm"
		if n < size {
			continue
		}
		if c, ok := readClock(strings.Join(p.words[n-size:], "")); ok {
			p.clock, p.words = &c, p.words[:n-size]
			return
		}
		if c, ok := readClock(strings.Join(p.words[:size], "")); ok {
			p.clock, p.words = &c, p.words[size:]
			return
		}
	}
}

// readClock reads 14:00, 14:00:30, 14h30, 5pm, 5:30pm, noon, midnight and the parts of a day, by a typical hour.
func readClock(s string) (Clock, bool) {
	switch s {
	case "midnight":
		return Clock{}, true
	case "morning":
		return Clock{Hour: 8}, true
	case "noon", "midday", "lunch", "lunchtime":
		return Clock{Hour: 12}, true
	case "afternoon":
		return Clock{Hour: 15}, true
	case "evening":
		return Clock{Hour: 18}, true
	case "night":
		return Clock{Hour: 23}, true
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "a.m.", "am"), "p.m.", "pm")
	for _, layout := range []string{"15:04", "15:04:05", "15h04", "3:04pm", "3pm"} {
		if t, err := time.Parse(layout, s); err == nil {
			return Clock{t.Hour(), t.Minute(), t.Second()}, true
		}
	}
	return Clock{}, false
}

// dayAndClock reads what is left as a day, and puts the clock on it.
func (p *parser) dayAndClock(more More) (when.Moment, bool) {
	if len(p.words) == 0 {
		if p.clock == nil {
			return when.Moment{}, false
		}
		return p.clockAlone(), true
	}
	day, ok := p.day()
	if !ok && more != nil {
		var c *Clock
		if day, c, ok = more(p.words, p.now, p.dir); c != nil {
			ok = ok && p.clock == nil
			p.clock = c
		}
	}
	if !ok || day.Year < 1 || day.Year > 9999 {
		return when.Moment{}, false
	}
	if p.clock == nil {
		return when.On(day), true
	}
	return p.instant(day), true
}

func (p *parser) instant(d when.Day) when.Moment {
	c := *p.clock
	return when.At(time.Date(d.Year, d.Month, d.Day, c.Hour, c.Min, c.Sec, 0, p.now.Location()))
}

// clockAlone returns the clock time of today, unless that lies in the wrong direction: a mistake of 23:50 that is written
// down after midnight was yesterday's. An hour ahead is a clock that goes wrong, not another day.
func (p *parser) clockAlone() when.Moment {
	m := p.instant(p.today)
	ahead := m.Time(p.now.Location()).Sub(p.now)
	switch {
	case p.dir == Past && ahead > time.Hour:
		return p.instant(p.today.AddDays(-1))
	case p.dir == Future && ahead < 0:
		return p.instant(p.today.AddDays(1))
	}
	return m
}
