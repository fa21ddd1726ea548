package timeline

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"bounceback/journal"
	"bounceback/journal/shelf"
	"bounceback/ui/page"
	"bounceback/ui/theme"
)

// Summary draws what there is of the selected entry in a frame of w×h cells: what its card knows until the whole entry is
// there. Without a selection the frame is empty.
func (m *Model) Summary(w, h int) string {
	c, ok := m.card()
	if !ok {
		return m.theme.Frame("", "", w, h, false)
	}
	s := summary{t: m.theme, c: c, e: m.Peeked(c.Path), w: max(w-4, 1), h: max(h-2, 0)}
	lines := s.lines()
	for i, l := range lines {
		lines[i] = " " + m.theme.Cut(l, s.w)
	}
	return m.theme.Frame(c.Name(), strings.Join(lines, "\n"), w, h, false)
}

// summary is the text of one entry, in lines of at most w cells.
type summary struct {
	t    *theme.Theme
	c    *shelf.Card
	e    *journal.Entry // nil until it is there
	w, h int
}

func (s *summary) lines() []string {
	if s.c.Broken != "" {
		return s.wrap(s.t.Warn, where(s.c))
	}
	out := full(s.facts(), s.words(), s.sting())
	out = append(out, "")
	for i, step := range journal.Steps() {
		out = append(out, s.step(i, step))
	}
	if l := s.lesson(); len(l) > 0 {
		out = append(append(out, ""), l...)
	}
	if s.e != nil && strings.TrimSpace(s.e.What) != "" && len(out)+1 < s.h {
		out = append(append(out, ""), s.what(s.h-len(out)-1)...)
	}
	if s.c.Locked != "" {
		out = append(append(out, ""), s.wrap(s.t.Dim, "Read-only: "+s.c.Locked)...)
	}
	return out
}

func (s *summary) wrap(style lipgloss.Style, text string) []string {
	lines := theme.Wrap(text, s.w)
	for i, l := range lines {
		lines[i] = style.Render(l)
	}
	return lines
}

// facts is the line "Thu 12 Nov 2026, 09:12 · doozy · others saw it".
func (s *summary) facts() string {
	parts := full(moment(s.c).Long(), theme.Clean(string(s.c.Severity)))
	if s.e != nil && s.e.Witnessed {
		parts = append(parts, "others saw it")
	}
	if s.e != nil && s.e.NearMiss {
		parts = append(parts, "near miss")
	}
	return s.t.Dim.Render(strings.Join(parts, s.dot()))
}

func (s *summary) dot() string { return " " + s.t.Glyphs.Dot + " " }

// words is the tags and the people.
func (s *summary) words() string {
	tags := theme.Clean(strings.Join(s.c.Tags, " "))
	people := theme.Clean(strings.Join(s.c.People, ", "))
	switch {
	case tags == "" && people == "":
		return ""
	case tags == "":
		return s.t.Person.Render(people)
	case people == "":
		return s.t.Tag.Render(tags)
	}
	return s.t.Tag.Render(tags) + "   " + s.t.Person.Render(people)
}

// sting is how it hurt at first, since, and now.
func (s *summary) sting() string {
	n := len(s.c.Sting)
	if n == 0 {
		return ""
	}
	levels := s.c.Sting[max(0, n-max(s.w-14, 1)):]
	if n == 1 {
		return s.t.Dim.Render(fmt.Sprintf("sting %d", levels[0]))
	}
	return s.t.Dim.Render(fmt.Sprintf("sting %d ", s.c.Sting[0])) + s.t.Spark(levels, 10) +
		s.t.Dim.Render(fmt.Sprintf(" %d", s.c.Sting[n-1]))
}

// step is one line: the seam's piece, the step, and what there is.
func (s *summary) step(i int, step journal.Step) string {
	const widest = len("Fix it & share it")
	title := s.t.Segment(segment(s.c.Statuses[i])) + " " + s.t.Text.Render(theme.Pad(step.Title(), widest))
	room := s.w - theme.Width(title) - 2
	if room < 4 {
		return title
	}
	return title + "  " + s.t.Dim.Render(s.t.Cut(theme.Clean(s.progress(step)), room))
}

// progress says in one line what there is of a step. What is not there is not mentioned.
func (s *summary) progress(step journal.Step) string {
	if s.e == nil {
		return ""
	}
	if st := s.e.State(step); st.Status == journal.Skipped {
		return strings.Join(full("skipped", st.Reason), ": ")
	}
	var text string
	switch step {
	case journal.StepOwn:
		text = first(s.e.Own.Did)
	case journal.StepFix:
		text = s.fixed()
	case journal.StepApologize:
		text = s.said()
	case journal.StepLearn:
		if len(s.lesson()) == 0 && s.e.Learn.Status.Open() { // else it stands below
			text = "there is time"
		}
	}
	if st := s.e.State(step); text == "" && st.Status == journal.Done && !st.Finished.IsZero() {
		word := "done "
		if step == journal.StepLearn {
			word = "learned "
		}
		return word + st.Finished.DayWords()
	}
	return text
}

// fixed counts what is done and who is told.
func (s *summary) fixed() string {
	var done, told, tell int
	for _, a := range s.e.Fix.Actions {
		if !a.Finished.IsZero() {
			done++
		}
	}
	for _, n := range s.e.Ledger {
		if n.Exempt != "" || n.To == "" {
			continue
		}
		tell++
		if !n.Open() {
			told++
		}
	}
	var parts []string
	if n := len(s.e.Fix.Actions); n > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d done", done, n))
	}
	if tell > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d told", told, tell))
	}
	if len(parts) == 0 {
		parts = full(first(s.e.Fix.Repaired))
	}
	if len(parts) == 0 {
		parts = full(first(s.e.Fix.Contained))
	}
	return strings.Join(parts, s.dot())
}

// said tells who has heard an apology and who has not.
func (s *summary) said() string {
	var heard, open []string
	for _, a := range s.e.Apologies {
		switch {
		case a.To == "":
		case a.Said.IsZero():
			open = append(open, a.To)
		default:
			heard = append(heard, a.To)
		}
	}
	var parts []string
	if len(heard) > 0 {
		parts = append(parts, "said to "+strings.Join(heard, ", "))
	}
	if len(open) > 0 {
		parts = append(parts, strings.Join(open, ", ")+": not yet")
	}
	return strings.Join(parts, s.dot())
}

// lesson is the takeaway and the plan.
func (s *summary) lesson() []string {
	var out []string
	if t := strings.TrimSpace(s.c.Takeaway); t != "" {
		out = append(out, s.wrap(s.t.Strong, t)...)
	}
	if p := page.IfThen(s.c.Cue, s.c.Plan); p != "" {
		out = append(out, s.wrap(s.t.Text, p)...)
	}
	return out
}

// what is the beginning of the story, in at most n lines.
func (s *summary) what(n int) []string {
	text := strings.TrimSpace(s.e.What)
	if most := s.w * n * 4; len(text) > most { // bytes: no character that is seen takes more than a few
		text = strings.ToValidUTF8(text[:most], "")
	}
	lines := theme.Wrap(text, s.w)
	if len(lines) > n {
		more := " " + s.t.Glyphs.Ellipsis
		lines = lines[:n]
		lines[n-1] = theme.Crop(lines[n-1], max(s.w-theme.Width(more), 0)) + more
	}
	for i, l := range lines {
		lines[i] = s.t.Dim.Render(l)
	}
	return lines
}

// first is the first line of a text that says something.
func first(s string) string {
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			return line
		}
	}
	return ""
}

// full drops what is empty.
func full(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if strings.TrimSpace(p) != "" {
			out = append(out, p)
		}
	}
	return out
}
