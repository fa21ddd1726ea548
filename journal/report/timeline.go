package report

import (
	"fmt"
	"time"

	"bounceback/journal"
	"bounceback/journal/when"
)

// timeline is what happened when, by days where there are several.
func (w *sheet) timeline(es []journal.Event) {
	var full []journal.Event
	for _, e := range es {
		if e.What != "" || e.Evidence != "" {
			full = append(full, e)
		}
	}
	days := byDay(full)
	zone, shared := sharedZone(full)
	w.heading(2, titleTimeline)
	switch {
	case len(days) == 1 && shared:
		w.line(joined(" ", sentence("", days[0].day), sentence("All times are ", zone)))
	case len(days) == 1:
		w.line(sentence("", days[0].day))
	case shared:
		w.line(sentence("All times are ", zone))
	}
	for _, d := range days {
		if len(days) > 1 && d.day != "" {
			w.heading(3, d.day)
		}
		w.list(lines(d.events, shared))
	}
	w.done()
}

// lines are the events of a day, each with its time.
func lines(es []journal.Event, shared bool) []item {
	var out []item
	for _, e := range es {
		at := clock(e.At, !shared)
		rest := joined(" ", e.What, parens(e.Evidence))
		if e.What == "" {
			rest = e.Evidence
		}
		if at == "" {
			out = append(out, item{spans: plain(rest)})
			continue
		}
		out = append(out, item{spans: []span{{text: at, strong: true}, {text: " " + rest}}})
	}
	return out
}

// clock is the time of day of a moment, "09:12", with its offset when that is asked for and known.
func clock(m when.Moment, zoned bool) string {
	if !m.HasClock() {
		return ""
	}
	t := m.Time(time.UTC)
	s := t.Format("15:04")
	if zoned && m.Kind() == when.Instant {
		s += " " + zoneOf(m)
	}
	return s
}

// zoneOf is an instant's distance from UTC: "UTC+01:00", and "UTC" for none.
func zoneOf(m when.Moment) string {
	_, off := m.Time(time.UTC).Zone()
	if off == 0 {
		return "UTC"
	}
	sign := '+'
	if off < 0 {
		sign, off = '-', -off
	}
	return fmt.Sprintf("UTC%c%02d:%02d", sign, off/3600, off%3600/60)
}

// sharedZone returns the offset of all times; shared is true when none differs, so that no line needs one.
func sharedZone(es []journal.Event) (zone string, shared bool) {
	locals := false
	for _, e := range es {
		switch {
		case e.At.Kind() == when.Local:
			locals = true
		case e.At.Kind() != when.Instant:
		case zone == "":
			zone = zoneOf(e.At)
		case zone != zoneOf(e.At):
			return "", false
		}
	}
	if locals && zone != "" { // a time without an offset is of who knows where
		return "", false
	}
	return zone, true
}

// oneDay is what happened on a day, "Thu 12 Nov 2026"; "" when nobody said on which.
type oneDay struct {
	day    string
	events []journal.Event
}

func byDay(es []journal.Event) []oneDay {
	var out []oneDay
	for _, e := range es {
		day := ""
		if !e.At.IsZero() {
			day = when.On(e.At.Day()).Long()
		}
		if n := len(out); n > 0 && (day == "" || day == out[n-1].day) {
			out[n-1].events = append(out[n-1].events, e)
			continue
		}
		out = append(out, oneDay{day, []journal.Event{e}})
	}
	return out
}
