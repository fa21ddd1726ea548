// Package page writes a whole entry as Markdown, for the reading page and for the shell.
//
// Goals: a page that reads well rendered and as plain text; every word of the person's as it was typed; nothing for what
// is empty. Everything here is a pure function of the entry.
//
// Non-goals: rendering, and documents for others (a report, a letter): this page holds all that is private but the vent,
// and the vent too when it is asked for.
package page

import (
	"strconv"
	"strings"

	"bounceback/journal"
	"bounceback/journal/markdown"
	"bounceback/journal/when"
)

// Markdown returns the page of e. The vent is on it, at its end, only when private is true. Line breaks within a paragraph
// count: a renderer has to keep them.
func Markdown(e *journal.Entry, private bool) string {
	w := &writer{}
	w.block("# " + markdown.Heading(e.Name()))
	w.block(facts(e))
	w.prose(e.What)
	w.own(e)
	w.fix(e)
	w.rca(e)
	w.ledger(e.Ledger)
	w.apologies(e)
	w.learn(e)
	if private {
		w.section("For nobody else")
		w.prose(e.Vent)
	}
	return w.b.String()
}

// writer puts blocks below one another, an empty line between.
type writer struct {
	b       strings.Builder
	heading string // written before the first block that follows
}

// block writes a block of Markdown; an empty one leaves no trace.
func (w *writer) block(s string) {
	if s == "" {
		return
	}
	if h := w.heading; h != "" {
		w.heading = ""
		w.block(h)
	}
	if w.b.Len() > 0 {
		w.b.WriteString("\n")
	}
	w.b.WriteString(s + "\n")
}

// rule sets one section apart from the next, since a renderer may draw all headings alike.
const rule = "---\n\n"

// section begins a section whose heading is written only when something is in it.
func (w *writer) section(heading string) { w.heading = rule + "## " + heading }

func (w *writer) prose(s string) { w.block(markdown.Prose(s, "")) }

// answer writes a question and what was answered.
func (w *writer) answer(question, text string) {
	if text = markdown.Prose(text, ""); text != "" {
		w.block("### " + question)
		w.block(text)
	}
}

// list writes the items that are not empty below a small heading.
func (w *writer) list(title string, items []string) {
	var full []string
	for _, it := range items {
		if it != "" {
			full = append(full, it)
		}
	}
	if len(full) == 0 {
		return
	}
	if title != "" {
		w.block("### " + title)
	}
	w.block(strings.Join(full, "\n"))
}

// state writes how far a step has come, in words; a step that is open says nothing.
func (w *writer) state(st journal.State) {
	switch st.Status {
	case journal.Done:
		w.block("*" + strings.TrimSpace("Done "+st.Finished.Long()) + "*")
	case journal.Skipped:
		if reason := markdown.Line(st.Reason); reason != "" {
			w.block("*Skipped:* " + reason)
		} else {
			w.block("*Skipped*")
		}
	}
}

// facts is the lines below the title.
func facts(e *journal.Entry) string {
	moment := e.Happened
	if moment.IsZero() {
		moment = e.Captured
	}
	lines := []string{dots(
		moment.Long(), markdown.Line(string(e.Severity)),
		said(e.Witnessed, "others saw it"), said(e.NearMiss, "near miss"), said(e.Quiet, "left alone"),
	)}
	lines = append(lines, labeled("Tags", words(e.Tags)), labeled("People", words(e.People)),
		labeled("Feelings", words(e.Feelings)), labeled("Sting", stings(e.Sting)),
		labeled("In the colleague view", markdown.Line(e.Colleague)),
		labeled("Again, after", markdown.Line(e.RecurrenceOf)), labeled("The other version of", markdown.Line(e.SameAs)))
	if !e.Happened.IsZero() && e.Happened.Day() != e.Captured.Day() {
		lines = append(lines, labeled("Written down", e.Captured.Long()))
	}
	return joinLines(lines)
}

// stings lists the readings and the days between which they lie, "9, 7, 5 (12 Nov 2026 to 2 Dec 2026)".
func stings(readings []journal.Sting) string {
	if len(readings) == 0 {
		return ""
	}
	var levels []string
	for _, s := range readings {
		levels = append(levels, strconv.Itoa(s.Level))
	}
	span := readings[0].At.DayWords()
	if last := readings[len(readings)-1].At.DayWords(); last != span {
		span = joinFull([]string{span, last}, " to ")
	}
	return joinFull([]string{strings.Join(levels, ", "), parens(span)}, " ")
}

// on is "word 12 Nov 2026", or "" when m was never written.
func on(word string, m when.Moment) string {
	if m.IsZero() {
		return ""
	}
	return word + " " + m.DayWords()
}

func said(yes bool, word string) string {
	if yes {
		return word
	}
	return ""
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func words(list []string) string {
	var out []string
	for _, s := range list {
		if s = markdown.Line(s); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

func labeled(label, text string) string {
	if text == "" {
		return ""
	}
	return "**" + label + ":** " + text
}

// dots joins what is not empty, "a · b".
func dots(parts ...string) string { return joinFull(parts, " · ") }

// joinLines joins what is not empty with line breaks.
func joinLines(lines []string) string { return joinFull(lines, "  \n") }

func joinFull(parts []string, sep string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}
