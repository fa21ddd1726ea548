package guide

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"bounceback/journal"
	"bounceback/ui/ask"
	written "bounceback/ui/page"
	"bounceback/ui/theme"
)

// The frame: one border, inside it the strip of steps, the step's title and status, then the rows or the question, and at
// the bottom one line that is always kept free for a note, so that nothing moves when there is something to say. Below a text
// that the coach looks at there are some more: see remarks.go.

const (
	widest = 84 // text is not set wider than this, in cells
	margin = 1
	roomy  = 15 // inner height from which the strip and empty lines are shown
	tight  = 10 // inner height below which the line on why it is asked is one row
)

// textWidth is the width in cells that questions and answers have.
func (m *Model) textWidth() int { return max(min(m.w-2-2*margin, widest), 0) }

func (m *Model) innerHeight() int { return max(m.h-2, 0) }

// View draws exactly w×h cells.
func (m *Model) View() string {
	if m.entry == nil || m.w < 4 || m.h < 3 {
		return theme.FitBlock("", m.w, m.h)
	}
	lines := m.body()
	pad := strings.Repeat(" ", margin)
	for i, l := range lines {
		lines[i] = pad + l
	}
	return m.opt.Theme.Frame(m.entry.Name(), strings.Join(lines, "\n"), m.w, m.h, !m.unfocused)
}

func (m *Model) body() []string {
	switch {
	case m.top().kind == mendedPage:
		return m.mendedView()
	case m.answer != nil:
		return m.answerView()
	case m.ghosts != nil && m.ghosts.lines != nil:
		return m.ghostView()
	}
	head := m.head()
	height := m.innerHeight() - len(head) - 1
	out := append(head, m.window(height)...)
	used := len(out)
	for len(out) < m.innerHeight()-1 {
		out = append(out, "")
	}
	if says := m.says(); says != "" {
		return m.closing(out, used, m.opt.Theme.Accent, says)
	}
	return m.closing(out, used, m.opt.Theme.Dim, m.nudge())
}

// closing puts words below a page of which the first lines are used: on its last line, and on the empty ones above it.
func (m *Model) closing(out []string, used int, style lipgloss.Style, words string) []string {
	const most = 3
	w := m.textWidth()
	lines := theme.Wrap(theme.Clean(words), w)
	if room := max(min(len(out)-used+1, most), 1); len(lines) > room {
		lines = append(lines[:room-1:room-1], strings.Join(lines[room-1:], " "))
	}
	out = out[:max(len(out)+1-max(len(lines), 1), 0)]
	for _, l := range lines {
		out = append(out, style.Render(m.opt.Theme.Cut(l, w)))
	}
	return out
}

// head is the strip of steps, and the title of the page with the step's status.
func (m *Model) head() []string {
	t := m.opt.Theme
	title := t.Title.Render(m.pageTitle())
	if status := m.statusText(); status != "" {
		room := m.textWidth() - theme.Width(title) - 2
		status = t.Dim.Render(t.Cut(status, max(room, 0)))
		gap := max(m.textWidth()-theme.Width(title)-theme.Width(status), 1)
		title += strings.Repeat(" ", gap) + status
	}
	title = t.Cut(title, m.textWidth())
	if m.innerHeight() < roomy {
		return []string{title}
	}
	return []string{m.strip(), "", title, ""}
}

func (m *Model) pageTitle() string {
	name := "What happened"
	if s := m.top().step; s != whatPage {
		name = s.Title()
	}
	for _, p := range m.stack {
		switch {
		case p.kind == listPage && m.top().kind != questionsPage:
			name += " " + m.opt.Theme.Glyphs.Arrow + " " + strings.TrimRight(p.f.ask, "?")
		case p.kind == itemPage && m.w >= 60:
			name += " " + m.opt.Theme.Glyphs.Arrow + " " + p.f.list.one
		case p.kind == questionsPage:
			name += " " + m.opt.Theme.Glyphs.Arrow + " questions that help"
		case p.kind == thoughtsPage:
			name += " " + m.opt.Theme.Glyphs.Arrow + " thoughts"
		}
	}
	return name
}

func (m *Model) statusText() string {
	s := m.top().step
	if s == whatPage {
		return ""
	}
	st := m.entry.State(s)
	switch {
	case st.Status == journal.Done && !st.Finished.IsZero():
		return "done " + st.Finished.DayWords()
	case st.Status == journal.Skipped && st.Reason != "":
		return "skipped: " + theme.Clean(st.Reason)
	case st.Status == "" || st.Status == journal.Todo:
		return ""
	}
	return theme.Clean(string(st.Status))
}

// strip shows the four steps with their piece of the seam; the one that is open stands out.
func (m *Model) strip() string {
	t := m.opt.Theme
	short := m.textWidth() < 72
	part := func(s journal.Step, name string) string {
		if s == m.top().step {
			return t.Accent.Bold(true).Underline(true).Render(name)
		}
		return t.Dim.Render(name)
	}
	what := "What happened"
	if short {
		what = "What"
	}
	parts := []string{part(whatPage, what)}
	seg := Segments(m.entry.Statuses())
	for i, s := range journal.Steps() {
		name := s.Title()
		if short && s == journal.StepFix {
			name = "Fix it"
		}
		parts = append(parts, t.Segment(seg[i])+" "+part(s, name))
	}
	return t.Cut(strings.Join(parts, "  "), m.textWidth())
}

// Segments turns the statuses of the steps into pieces of the seam.
func Segments(ss [4]journal.Status) [4]theme.Segment {
	var out [4]theme.Segment
	for i, s := range ss {
		switch s {
		case journal.Doing:
			out[i] = theme.SegmentDoing
		case journal.Done:
			out[i] = theme.SegmentDone
		case journal.Skipped:
			out[i] = theme.SegmentGap
		default:
			out[i] = theme.SegmentTodo
		}
	}
	return out
}

// says is what just happened, and what could be next, when one line has room for both.
func (m *Model) says() string {
	note, offer := m.note, m.offer()
	switch {
	case note == "":
		return offer
	case offer != "" && theme.Width(note)+1+theme.Width(offer) <= m.textWidth():
		return note + " " + offer
	}
	return note
}

// offer names what is open, and never more than that.
func (m *Model) offer() string {
	p := m.top()
	if m.locked != "" {
		return m.locked
	}
	if p.kind != stepPage || p.step == whatPage {
		return ""
	}
	done := m.keys.done.Help().Key
	switch st := m.entry.State(p.step).Status; {
	case st.Closed():
		return ""
	case p.step == journal.StepLearn && !m.coreAnswered(p.step) && !m.entry.LearnReady(m.opt.Now()):
		return "Learn can wait until it stings less."
	case p.step == journal.StepApologize && m.coreAnswered(p.step) && m.unsaid() > 0:
		return m.keys.tick.Help().Key + " when you have said it, " + done + " when the step is done."
	case p.step == journal.StepFix && m.entry.EveryoneTold():
		return "Everyone has been told. " + done + " marks the step as done."
	case m.coreAnswered(p.step) && m.entry.Severity.Serious() && m.foldable() && !m.deeper[p.step]:
		return "Written. " + done + " marks it as done, " + m.keys.deeper.Help().Key + " looks deeper if you like."
	case m.coreAnswered(p.step):
		return "Written. " + done + " marks the step as done."
	}
	return ""
}

func (m *Model) unsaid() int {
	n := 0
	for _, a := range m.entry.Apologies {
		if a.Said.IsZero() {
			n++
		}
	}
	return n
}

// answerView is the one question that is being answered.
func (m *Model) answerView() []string {
	a := m.answer
	out := m.questionHead()
	lines := m.optionLines()
	rows, used := 1, len(out)+len(lines)
	if a.options == nil {
		lines, rows = strings.Split(a.text.View(), "\n"), max(a.text.Height(m.wordsWidth(a.f)), 1)
		used = len(out) + rows
		lines = m.besideWords(lines)
	}
	for i, l := range lines {
		out = append(out, m.barred(i < rows, l))
	}
	bottom := m.bottomRows()
	for len(out) < m.innerHeight()-bottom {
		out = append(out, "")
	}
	out = out[:max(m.innerHeight()-bottom, 0)]
	words, style := m.answerSays()
	switch {
	case m.coached(a.f) && (bottom > 1 || words == ""):
		return append(out, m.bottom(bottom, words, style.Render)...)
	case words != "":
		return m.closing(out, used, style, words)
	}
	return append(out, "")
}

// answerSays is what stands below the question that is being answered: what is wrong, what just happened, what could be next.
func (m *Model) answerSays() (words string, style lipgloss.Style) {
	t := m.opt.Theme
	switch {
	case m.answer.problem != "":
		return theme.Sentence(m.answer.problem), t.Warn
	case m.top().step == journal.StepLearn && !m.entry.LearnReady(m.opt.Now()) && !m.coreAnswered(journal.StepLearn):
		return strings.TrimLeft(m.note+" ", " ") + "Learn can wait until it stings less.", t.Accent
	case m.note != "":
		return m.note, t.Accent
	case m.offersContain():
		return "Still doing harm? " + shown(lastKey(m.keys.contain)) + " leads to stopping it first.", t.Dim
	}
	return "", t.Text
}

// questionHead stands where the row of the question stands on its page, bar and all, so that going into a text and out of
// it moves nothing. Where there is hardly any height it leaves the room to the text.
func (m *Model) questionHead() []string {
	t, a, h := m.opt.Theme, m.answer, m.innerHeight()
	var out []string
	if h >= 5 {
		out = m.head()
	}
	w := m.fieldWidth()
	add := func(s string, style lipgloss.Style) {
		for _, l := range theme.Wrap(s, w) {
			out = append(out, m.barred(true, style.Render(l)))
		}
	}
	if a.f.before != nil && h >= roomy {
		if s := a.f.before(m.entry); s != "" {
			add(s, t.Text)
		}
	}
	if h >= 4 {
		add(a.f.ask, t.Selected)
	}
	switch {
	case a.f.why == "" || h < 6:
	case h < tight:
		out = append(out, m.barred(true, t.Dim.Render(t.Cut(theme.Clean(a.f.why), w))))
	default:
		add(a.f.why, t.Dim)
	}
	if a.f.aside != nil && h >= roomy {
		if s := a.f.aside(m.entry); s != "" {
			add(theme.Sentence(s), t.Dim)
		}
	}
	return out
}

// fieldWidth is the width in cells of what stands beside the bar.
func (m *Model) fieldWidth() int { return max(m.textWidth()-2, 1) }

// optionLines sets the options side by side; the marked one stands in brackets.
func (m *Model) optionLines() []string {
	t, a := m.opt.Theme, m.answer
	if a.options == nil {
		return nil
	}
	var out []string
	row := ""
	for i, o := range a.options {
		name := theme.Clean(o)
		if name == "" {
			name = "not said"
		}
		cell := t.Text.Render(" " + name + " ")
		if i == a.option {
			cell = t.Accent.Bold(true).Render("[" + name + "]")
		}
		if row != "" && theme.Width(row)+1+theme.Width(cell) > m.fieldWidth() {
			out = append(out, row)
			row = ""
		}
		row += cell + " "
	}
	out = append(out, row)
	if hint := a.f.hint; hint != nil {
		if m.innerHeight() >= roomy {
			out = append(out, "")
		}
		for _, l := range theme.Wrap(hint(a.options[a.option]), m.fieldWidth()) {
			out = append(out, t.Dim.Render(l))
		}
	}
	return out
}

// resize gives the open text field the room below its question.
func (m *Model) resize() {
	if m.ghosts != nil {
		m.ghosts.ready = false // the lines are for another width
	}
	if a := m.answer; a != nil && a.text != nil {
		a.text.SetSize(m.wordsWidth(a.f), max(m.innerHeight()-len(m.questionHead())-m.bottomRows(), 1))
	}
}

// fieldOrigin is where the text field stands within the guide's rectangle.
func (m *Model) fieldOrigin() (x, y int) {
	return 1 + margin + 2, 1 + len(m.questionHead())
}

// Cursor returns the real cursor within the guide's rectangle, or nil when nothing is being written.
func (m *Model) Cursor() *tea.Cursor {
	if m.entry == nil || m.answer == nil || m.answer.text == nil || m.h < 3 || m.w < 4 {
		return nil
	}
	x, y, ok := m.answer.text.Cursor()
	if !ok {
		return nil
	}
	ox, oy := m.fieldOrigin()
	if oy+y >= m.h-1 || ox+x >= m.w-1 {
		return nil
	}
	return tea.NewCursor(ox+x, oy+y)
}

// mendedView is the page after the fourth step: one calm line, the whole seam, and the person's own plan.
func (m *Model) mendedView() []string {
	t, w, h := m.opt.Theme, m.w-2-2*margin, m.innerHeight()
	center := func(s string) string {
		return strings.Repeat(" ", max((w-theme.Width(s))/2, 0)) + s
	}
	seam := t.SeamWide(Segments(m.entry.Statuses()), min(max(w-8, 4), 48))
	mid := []string{center(t.Text.Render("It is mended, and the seam is part of it.")), "", center(seam), ""}
	for _, l := range m.planLines(min(w, 60)) {
		mid = append(mid, center(l))
	}
	out := make([]string, max((h-len(mid))/2, 0))
	return append(out, mid...)
}

func (m *Model) planLines(w int) []string {
	l := m.entry.Learn
	switch {
	case l.Cue != "" || l.Plan != "":
		return theme.Wrap(written.IfThen(l.Cue, l.Plan), w)
	case l.Takeaway != "":
		return theme.Wrap(l.Takeaway, w)
	}
	return nil
}

// click selects the row under the mouse; a click on the selected row opens it.
func (m *Model) click(msg tea.MouseClickMsg) (tea.Cmd, ask.Ask) {
	if m.top().kind == mendedPage || msg.Button != tea.MouseLeft {
		return nil, nil
	}
	y := msg.Y - 1 - len(m.head())
	for _, s := range m.layout(m.innerHeight() - len(m.head()) - 1) {
		if y < s.from || y >= s.to {
			continue
		}
		if m.top().cursor == s.row && m.locked == "" {
			return nil, m.openRow()
		}
		m.top().cursor = s.row
		m.note = ""
	}
	return nil, nil
}

func plainStyle(s lipgloss.Style, selected bool, t *theme.Theme) lipgloss.Style {
	if selected {
		return t.Selected
	}
	return s
}
