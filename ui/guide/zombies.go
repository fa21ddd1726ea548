package guide

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal/coach"
	"bounceback/ui/theme"
)

// The zombie test: where "by zombies" can be put behind a verb, whoever did it is missing. The words are shown in the text and
// never put into it.

// ghost are the words. The space in them doesn't break, so that they stay together on a line, where they are found again to be
// drawn in a style of their own; the brackets tell them apart where there are no colors.
const ghost = "[by\u00a0zombies]"

// ghosts is a text with the words in it.
type ghosts struct {
	f     field
	id    string
	ready bool // lines are those for the width as it is
	lines []string
	top   int
}

// haunted puts the words into a text, and breaks it into lines of at most w cells.
func haunted(text string, at []int, w int) []string {
	var b strings.Builder
	from := 0
	for _, i := range at {
		if i < from || i > len(text) {
			continue
		}
		b.WriteString(text[from:i] + " " + ghost)
		from = i
	}
	b.WriteString(text[from:])
	return theme.Wrap(b.String(), w)
}

// askZombies answers the key for them.
func (m *Model) askZombies() {
	f, id, ok := m.subject()
	switch {
	case m.opt.Coach == nil:
		m.note = "The coach is switched off."
	case !ok || !m.hasDoers(f):
		m.note = "The zombie test asks who did it. That is no question here."
	case strings.TrimSpace(f.get(m.entry)) == "":
		m.note = "Nothing is written here yet."
	default:
		m.note = ""
		m.ghosts = &ghosts{f: f, id: id}
	}
}

// hasDoers reports whether a question asks who did what.
func (m *Model) hasDoers(f field) bool {
	kind, _ := coach.FieldOf(f.key)
	return m.coached(f) && (kind == coach.Account || kind == coach.Analysis || kind == coach.Apology)
}

// haunt shows what came back.
func (m *Model) haunt(c Checked) {
	switch {
	case len(c.Zombies) > 0:
		g := m.ghosts
		g.lines, g.ready = c.Haunted, c.Width == m.ghostWidth()
		g.top = max(min(g.top, len(g.lines)-m.ghostRows()), 0)
		return
	case c.Report.Language == "":
		m.note = "The zombies don’t know this language."
	default:
		m.note = "Every verb here has somebody who does it."
	}
	m.ghosts = nil
}

func (m *Model) ghostWidth() int { return max(m.textWidth()-2, 1) }

func (m *Model) ghostRows() int { return max(m.innerHeight()-len(m.ghostHead())-1, 1) }

// ghostHead stands where the row of the question stands on its page, so that the text stays in its place.
func (m *Model) ghostHead() []string {
	t, out := m.opt.Theme, m.head()
	add := func(s string, style func(...string) string) {
		for _, l := range theme.Wrap(s, m.ghostWidth()) {
			out = append(out, m.barred(true, style(l)))
		}
	}
	if m.innerHeight() >= tight {
		add(m.ghosts.f.ask, t.Selected.Render)
	}
	if m.ghosts.f.why != "" && m.innerHeight() >= roomy {
		add(m.ghosts.f.why, t.Dim.Render)
	}
	return out
}

// ghostKey takes the words away, whatever key it is. Where the text goes on below, the moving keys move in it instead. It reports
// whether that is all that the key does.
func (m *Model) ghostKey(msg tea.KeyPressMsg) bool {
	g := m.ghosts
	if g.ready && len(g.lines) > m.ghostRows() && m.keys.list.Move(msg, ghostMover{m}) {
		return true
	}
	m.ghosts = nil
	return g.lines != nil && (key.Matches(msg, m.keys.zombies) || key.Matches(msg, m.keys.list.Back))
}

// ghostWheel lets the wheel move in the text.
func (m *Model) ghostWheel(b tea.MouseButton) {
	const rows = 3
	switch b {
	case tea.MouseWheelUp:
		ghostMover{m}.Move(-rows)
	case tea.MouseWheelDown:
		ghostMover{m}.Move(rows)
	}
}

// ghostMover moves in a text that is longer than the page.
type ghostMover struct{ m *Model }

func (r ghostMover) Move(n int) {
	g := r.m.ghosts
	g.top = max(min(g.top+n, len(g.lines)-r.m.ghostRows()), 0)
}
func (r ghostMover) Top()           { r.Move(-len(r.m.ghosts.lines)) }
func (r ghostMover) Bottom()        { r.Move(len(r.m.ghosts.lines)) }
func (r ghostMover) HalfPage(n int) { r.Move(n * max(r.m.ghostRows()/2, 1)) }
func (r ghostMover) Page(n int)     { r.Move(n * r.m.ghostRows()) }

// ghostView is the text with the words in it.
func (m *Model) ghostView() []string {
	t, g := m.opt.Theme, m.ghosts
	out := m.ghostHead()
	for _, l := range g.lines[min(g.top, len(g.lines)):min(g.top+m.ghostRows(), len(g.lines))] {
		l = t.Cut(l, m.ghostWidth())
		parts := strings.Split(l, ghost)
		for i := range parts {
			parts[i] = t.Text.Render(parts[i])
		}
		out = append(out, m.barred(true, strings.Join(parts, t.Ghost.Render(strings.ReplaceAll(ghost, "\u00a0", " ")))))
	}
	used := len(out)
	if used > m.innerHeight()-1 {
		out = out[:max(m.innerHeight()-1, 0)]
	}
	for len(out) < m.innerHeight()-1 {
		out = append(out, "")
	}
	says := "Where zombies fit, whoever did it is missing."
	if k := m.keys.zombies.Help().Key; k != "" {
		says += " " + k + " takes them away."
	}
	return m.closing(out, used, t.Accent, says)
}
