package page

import (
	"fmt"
	"strings"
	"time"

	"bounceback/journal"
	"bounceback/journal/when"
)

// What waits, in the words of screen and shell.

// What says in a few words what to do.
func What(w journal.Wait) string {
	switch w.Kind {
	case journal.WaitPromise:
		return "Keep: " + w.Text
	case journal.WaitAction:
		return "Finish: " + w.Text
	case journal.WaitApology:
		if !w.Prepared.IsZero() {
			return strings.TrimSpace("Did the letter go out? " + w.Text)
		}
		if strings.TrimSpace(w.Text) == "" {
			return "Say it"
		}
		return "Say it to " + w.Text
	case journal.WaitReport:
		if !w.Prepared.IsZero() {
			return "Did the report go out? " + w.Text
		}
		return "Tell " + w.Text
	case journal.WaitLearn:
		return "Time for the lesson"
	}
	return "Go on with " + w.Step.Title()
}

// Since says since when it waits, on now's calendar: "due 3 days ago", "since Thursday". It is "" when nobody knows.
func Since(w journal.Wait, now time.Time) string {
	if w.From.IsZero() {
		return ""
	}
	day := when.DayOf(w.From.Time(now.Location()).In(now.Location()))
	if w.From.Kind() != when.Instant {
		day = w.From.Day()
	}
	ago := when.DayOf(now).Sub(day)
	dated := w.Kind == journal.WaitPromise || w.Kind == journal.WaitAction
	switch {
	case dated && ago <= 0:
		return "due today"
	case dated && ago == 1:
		return "due yesterday"
	case dated && ago < 14:
		return fmt.Sprintf("due %d days ago", ago)
	case dated:
		return "due " + Near(day, now)
	case ago <= 0:
		return "since today"
	case ago == 1:
		return "since yesterday"
	case ago < 7:
		return "since " + day.Weekday().String()
	}
	return "since " + Near(day, now)
}

// Near is "12 Nov", with its year when that is another one.
func Near(d when.Day, now time.Time) string {
	if d.Year == now.Year() {
		return d.Format("2 Jan")
	}
	return d.Format("2 Jan 2006")
}
