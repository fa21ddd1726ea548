package plain

import (
	"strconv"
	"strings"
	"time"

	"bounceback/journal/when"
)

// day reads the days of our own grammar.
func (p *parser) day() (when.Day, bool) {
	switch text := strings.Join(p.words, " "); text {
	case "today":
		return p.today, true
	case "tonight":
		if p.clock == nil {
			p.clock = &Clock{Hour: 23}
		}
		return p.today, true
	case "yesterday":
		return p.today.AddDays(-1), true
	case "tomorrow":
		return p.today.AddDays(1), true
	case "day before yesterday":
		return p.today.AddDays(-2), true
	case "day after tomorrow":
		return p.today.AddDays(2), true
	case "last week":
		return p.today.AddDays(-7), true
	case "next week":
		return p.today.AddDays(7), true
	case "last month":
		return addMonths(p.today, -1), true
	case "next month":
		return addMonths(p.today, 1), true
	case "last year":
		return addMonths(p.today, -12), true
	case "next year":
		return addMonths(p.today, 12), true
	}
	if d, ok := p.partOfDay(); ok {
		return d, true
	}
	switch w := p.words; len(w) {
	case 1:
		if t, err := time.Parse("2.1.2006", w[0]); err == nil { // with points the day always comes first; with slashes nobody knows
			return when.DayOf(t), true
		}
		return p.weekday("", w[0])
	case 2:
		if d, ok := p.weekday(w[0], w[1]); ok {
			return d, true
		}
	}
	return p.monthAndDay()
}

// partOfDay reads what stands before the clock in "this morning", "in the evening", "last night", "last night at 2am".
func (p *parser) partOfDay() (when.Day, bool) {
	if p.clock == nil {
		return when.Day{}, false
	}
	switch hour := p.clock.Hour; strings.Join(p.words, " ") {
	case "this", "in":
		return p.today, true
	case "last":
		return p.today.AddDays(-1), hour >= 18
	case "last night", "last evening":
		if hour < 6 { // the night goes on after midnight
			return p.today, true
		}
		return p.today.AddDays(-1), true
	}
	return when.Day{}, false
}

// monthAndDay reads march 3rd, 3 mar 2025, fri 12 nov: a day and a month in either order, then a year.
func (p *parser) monthAndDay() (when.Day, bool) {
	w := p.words
	if len(w) > 2 {
		if _, ok := weekdayNamed(w[0]); ok {
			w = w[1:]
		}
	}
	year := 0
	if len(w) == 3 && len(w[2]) == 4 {
		year, _ = strconv.Atoi(w[2])
		if year < 1 {
			return when.Day{}, false
		}
		w = w[:2]
	}
	if len(w) != 2 {
		return when.Day{}, false
	}
	m, ok := monthNamed(w[0])
	day := w[1]
	if !ok {
		m, ok = monthNamed(w[1])
		day = w[0]
	}
	n, isDay := dayNumber(day)
	if !ok || !isDay {
		return when.Day{}, false
	}
	return Dated(p.today, p.dir, year, m, n)
}

// Dated returns a day of a month; ok is false when the calendar has none. Year 0 stands for the nearest year in the
// direction of the text in which the day exists, today included.
func Dated(today when.Day, dir Direction, year int, m time.Month, day int) (d when.Day, ok bool) {
	if year != 0 {
		d := when.Day{Year: year, Month: m, Day: day}
		return d, exists(d)
	}
	for y, tries := today.Year, 0; tries < 9; y, tries = y+int(dir), tries+1 { // leap days may be eight years apart
		d := when.Day{Year: y, Month: m, Day: day}
		wrong := dir == Past && today.Before(d) || dir == Future && d.Before(today)
		if exists(d) && !wrong {
			return d, true
		}
	}
	return when.Day{}, false
}

// exists reports whether the calendar has the day.
func exists(d when.Day) bool { return d.AddDays(0) == d }

// dayNumber reads 3 and 3rd.
func dayNumber(s string) (int, bool) {
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		s = strings.TrimSuffix(s, ending)
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && len(s) <= 2 && n >= 1
}

func monthNamed(s string) (time.Month, bool) {
	for m := time.January; m <= time.December; m++ {
		if short(s, m.String()) {
			return m, true
		}
	}
	return 0, false
}

// weekday reads friday, last friday, next friday and this friday (the one of this week, which begins on Monday).
func (p *parser) weekday(which, name string) (when.Day, bool) {
	w, ok := weekdayNamed(name)
	if !ok {
		return when.Day{}, false
	}
	today := p.today.Weekday()
	back, ahead := int(today-w+7)%7, int(w-today+7)%7
	switch which {
	case "":
		if p.dir == Past {
			return p.today.AddDays(-back), true
		}
		return p.today.AddDays(ahead), true
	case "last", "past":
		return p.today.AddDays(-1 - (back+6)%7), true
	case "next":
		return p.today.AddDays(1 + (ahead+6)%7), true
	case "this":
		return p.today.AddDays(int(w+6)%7 - int(today+6)%7), true
	}
	return when.Day{}, false
}

func weekdayNamed(s string) (time.Weekday, bool) {
	for w := range time.Weekday(7) {
		if short(s, w.String()) {
			return w, true
		}
	}
	return 0, false
}

// short reports whether s is a name or a common short form of it: fri, tues, sept.
func short(s, name string) bool {
	name = strings.ToLower(name)
	if s == name {
		return true
	}
	s = strings.TrimSuffix(s, ".")
	return len(s) >= 3 && len(s) <= 5 && strings.HasPrefix(name, s)
}
