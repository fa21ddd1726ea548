package query

import (
	"strconv"
	"strings"
	"time"

	"bounceback/journal/shelf"
	"bounceback/journal/when"
)

// span is the first day of a time: an absolute one, or one that is counted from now.
type span struct {
	first when.Day                      // absolute when not zero
	from  func(today when.Day) when.Day // relative
}

func (s span) day(now time.Time) when.Day {
	if s.from == nil {
		return s.first
	}
	return s.from(when.DayOf(now))
}

// happened stands when the entry happened on the day of the span or later, or before it. An entry that has no day stands
// neither.
type happened struct {
	span   span
	before bool
}

func (h happened) match(c *shelf.Card, now time.Time) bool {
	at := c.Happened
	if at.IsZero() {
		at = c.Captured
	}
	return !at.IsZero() && at.Day().Before(h.span.day(now)) == h.before
}

// dayWords are the words for times, in the order of help.
func dayWords() []string {
	words := []string{"today", "yesterday", "tomorrow",
		"this-week", "last-week", "this-month", "last-month", "this-year", "last-year"}
	for d := range 7 {
		words = append(words, strings.ToLower(time.Weekday(d).String()))
	}
	return words
}

// readSpan reads a time in small letters.
func readSpan(s string) (span, bool) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			return span{first: when.DayOf(t)}, true
		}
	}
	if from := readAgo(s); from != nil {
		return span{from: from}, true
	}
	if from := readWord(s); from != nil {
		return span{from: from}, true
	}
	return span{}, false
}

// readAgo reads 30d, 6w, 3m, 1y.
func readAgo(s string) func(when.Day) when.Day {
	if len(s) < 2 || len(s) > 5 || s[0] < '0' || s[0] > '9' {
		return nil
	}
	n, err := strconv.Atoi(s[:len(s)-1])
	if err != nil {
		return nil
	}
	switch s[len(s)-1] {
	case 'd':
		return func(d when.Day) when.Day { return d.AddDays(-n) }
	case 'w':
		return func(d when.Day) when.Day { return d.AddDays(-7 * n) }
	case 'm':
		return func(d when.Day) when.Day { return addMonths(d, -n) }
	case 'y':
		return func(d when.Day) when.Day { return addMonths(d, -12*n) }
	}
	return nil
}

// addMonths moves by calendar months; a day that the month does not have becomes its last.
func addMonths(d when.Day, n int) when.Day {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return when.Day{Year: first.Year(), Month: first.Month(), Day: min(d.Day, last)}
}

func readWord(s string) func(when.Day) when.Day {
	for w := range time.Weekday(7) {
		if s == strings.ToLower(w.String()) {
			return func(d when.Day) when.Day { return d.AddDays(-int((d.Weekday() - w + 7) % 7)) }
		}
	}
	switch s {
	case "today":
		return func(d when.Day) when.Day { return d }
	case "yesterday":
		return func(d when.Day) when.Day { return d.AddDays(-1) }
	case "tomorrow":
		return func(d when.Day) when.Day { return d.AddDays(1) }
	case "this-week":
		return monday
	case "last-week":
		return func(d when.Day) when.Day { return monday(d).AddDays(-7) }
	case "this-month":
		return func(d when.Day) when.Day { return when.Day{Year: d.Year, Month: d.Month, Day: 1} }
	case "last-month":
		return func(d when.Day) when.Day {
			return addMonths(when.Day{Year: d.Year, Month: d.Month, Day: 1}, -1)
		}
	case "this-year":
		return func(d when.Day) when.Day { return when.Day{Year: d.Year, Month: time.January, Day: 1} }
	case "last-year":
		return func(d when.Day) when.Day { return when.Day{Year: d.Year - 1, Month: time.January, Day: 1} }
	}
	return nil
}

func monday(d when.Day) when.Day { return d.AddDays(-int((d.Weekday() + 6) % 7)) }

// spanMayBegin reports whether s is the beginning of something that [readSpan] reads.
func spanMayBegin(s string) bool {
	for _, w := range dayWords() {
		if strings.HasPrefix(w, s) {
			return true
		}
	}
	const example = "2000-01-01"
	for i := range len(s) {
		if i >= len(example) || (s[i] == '-') != (example[i] == '-') || s[i] != '-' && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}
