package plain

import (
	"fmt"
	"strings"
	"time"

	"bounceback/journal/when"
)

// A story is told from one moment to the next: "09:12" is on the day of what came before, "+5m" five minutes after it.

// Relative reads a time as it is told after another one, the base: a time of day alone is on the base's day, and "+5m",
// "+1h30m", "-10m", "+90s", "+2d", "+1w" count from the base. The result is of the base's place: it has its offset, or none
// where the base has none; where the base is only a day, a time of day is read in loc. ok is false for a text that is told
// in no such way, which says nothing of the base, and for a time of day where the base is zero. The error says in plain
// words what is missing.
func Relative(text string, base when.Moment, loc *time.Location) (m when.Moment, ok bool, err error) {
	typed := strings.TrimSpace(text)
	if signed(typed) {
		m, err = after(typed, base)
		return m, true, err
	}
	c, ok := clockAlone(words(typed))
	if !ok || base.IsZero() {
		return when.Moment{}, false, nil
	}
	return base.AtClock(c.Hour, c.Min, c.Sec, loc), true, nil
}

// Leading reads the time with which a line begins, such as "09:12 Reroute started" or "+5m Dana paged", by the rules of
// [Relative], and returns it with the words behind it. ok is false where the line begins with no such time, or where there
// are no words. A day in figures may stand before it, "2026-11-12 09:12 Reroute started". An error says that there is one and
// that it can't be read after this base.
func Leading(line string, base when.Moment, loc *time.Location) (m when.Moment, rest string, ok bool, err error) {
	head, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	if day, err := when.Parse(head); err == nil && day.Kind() == when.Date {
		if m, words, ok, err := Leading(rest, onDay(day, base), loc); ok && err == nil && !signed(strings.TrimSpace(rest)) {
			return m, words, true, nil
		}
		return when.Moment{}, line, false, nil
	}
	rest = strings.TrimSpace(rest)
	for _, dash := range []string{"- ", "– ", "— "} { // 09:12 – Reroute started
		rest = strings.TrimSpace(strings.TrimPrefix(rest, dash))
	}
	figures := head != "" && head[0] >= '0' && head[0] <= '9' // "noon" begins a sentence, "9:12" hardly does
	if rest == "" || !figures && !signed(head) {
		return when.Moment{}, line, false, nil
	}
	if _, isTime := clockAlone([]string{strings.ToLower(head)}); !isTime {
		if _, _, isSpan := span(head); !isSpan { // "+1 from Dana", "3 people called"
			return when.Moment{}, line, false, nil
		}
	}
	m, ok, err = Relative(head, base, loc)
	return m, rest, ok && err == nil, err
}

// onDay is base on another day, with its offset; the day alone where base has none.
func onDay(day, base when.Moment) when.Moment {
	if !base.HasClock() {
		return day
	}
	return base.Add(day.Day().Sub(base.Day()), 0)
}

// clockAlone reads words that are a time of day and nothing else.
func clockAlone(words []string) (Clock, bool) {
	if len(words) == 0 || len(words) > 2 {
		return Clock{}, false
	}
	return readClock(strings.Join(words, ""))
}

// signed reports whether a text begins like +5m or -10m.
func signed(s string) bool {
	rest := strings.TrimLeft(s[min(1, len(s)):], " ")
	return s != "" && (s[0] == '+' || s[0] == '-') && rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// after reads a signed distance from base.
func after(typed string, base when.Moment) (when.Moment, error) {
	days, d, ok := span(typed)
	if !ok {
		return when.Moment{}, fmt.Errorf("“%s” is not a time I can read; try “+5m”, “+1h30m” or “+2d”", typed)
	}
	switch {
	case base.IsZero():
		return when.Moment{}, fmt.Errorf("“%s” has nothing to count from yet; try a time like “09:12”", typed)
	case d != 0 && !base.HasClock():
		return when.Moment{}, fmt.Errorf("“%s” counts from %s, which has no time of day; try one like “09:12”", typed, base.DayWords())
	}
	m := base.Add(days, d)
	if y := m.Day().Year; y < 1 || y > 9999 {
		return when.Moment{}, fmt.Errorf("“%s” is too far away", typed)
	}
	return m, nil
}

// span reads +1h30m, + 5 min, -2d: whole days apart from what is less, since a day needs no clock.
func span(typed string) (days int, d time.Duration, ok bool) {
	if !signed(typed) {
		return 0, 0, false
	}
	s := strings.ReplaceAll(strings.ToLower(typed[1:]), " ", "")
	for s != "" {
		digits := s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
		s = s[len(digits):]
		unit := s[:len(s)-len(strings.TrimLeft(s, "abcdefghijklmnopqrstuvwxyz"))]
		s = s[len(unit):]
		n, isNumber := number(digits)
		if digits == "" || !isNumber {
			return 0, 0, false
		}
		switch unit {
		case "s", "sec", "secs", "second", "seconds":
			d += time.Duration(n) * time.Second
		case "m", "min", "mins", "minute", "minutes":
			d += time.Duration(n) * time.Minute
		case "h", "hr", "hrs", "hour", "hours":
			d += time.Duration(n) * time.Hour
		case "d", "day", "days":
			days += n
		case "w", "week", "weeks":
			days += 7 * n
		default:
			return 0, 0, false
		}
	}
	if typed[0] == '-' {
		return -days, -d, true
	}
	return days, d, true
}
