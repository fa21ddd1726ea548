package page

import (
	"strings"

	"bounceback/journal"
	"bounceback/journal/markdown"
)

// Lesson returns the lesson of e as Markdown: the takeaway, the plan as a quote, who one is now, the principle, and where
// it came from.
func Lesson(e *journal.Entry) string {
	w := &writer{}
	l := &e.Learn
	plan := IfThen(l.Cue, l.Plan)
	head := markdown.Heading(l.Takeaway)
	if head == "" {
		head, plan = markdown.Heading(plan), ""
	}
	w.block("# " + orElse(head, "A lesson to come"))
	w.block(quote(plan))
	w.prose(l.Identity)
	w.prose(l.Principle)
	w.block(from(e))
	return w.b.String()
}

// Story returns the story of e as Markdown, under the title of the mistake.
func Story(e *journal.Entry) string {
	w := &writer{}
	w.block("# " + markdown.Heading(e.Name()))
	w.prose(e.Learn.Story)
	w.block(from(e))
	return w.b.String()
}

// from is the line that says which mistake a lesson came from.
func from(e *journal.Entry) string {
	moment := e.Happened
	if moment.IsZero() {
		moment = e.Captured
	}
	origin := dots(markdown.Line(e.Name()), moment.DayWords())
	if origin == "" {
		return ""
	}
	return "*From:* " + origin
}

// LessonText returns the lesson as plain text for the clipboard: the takeaway, and the plan below it. The words are as
// they were typed.
func LessonText(takeaway, cue, plan string) string {
	return joinFull([]string{strings.TrimSpace(takeaway), IfThen(cue, plan)}, "\n")
}
