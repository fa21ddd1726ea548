package guide

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal/coach"
	"bounceback/ui/ask"
	"bounceback/ui/theme"
)

// The page of the thoughts on one text: each with the words that it speaks of, why, and what could be tried. For an apology
// its six parts follow.

// openThoughts answers the key for them.
func (m *Model) openThoughts() {
	f, id, ok := m.subject()
	switch {
	case m.opt.Coach == nil:
		m.note = "The coach is switched off."
	case !ok:
		m.note = "There is nothing to look at in this one."
	case strings.TrimSpace(f.get(m.entry)) == "":
		m.note = "Nothing is written here yet."
	default:
		m.note = ""
		m.stack = append(m.stack, page{kind: thoughtsPage, step: m.top().step, f: f, id: id, unfolded: map[string]bool{}})
	}
}

// OnThoughts reports whether thoughts on a text are on the page.
func (m *Model) OnThoughts() bool {
	return m.entry != nil && len(m.stack) > 0 && m.top().kind == thoughtsPage
}

// pageThoughts is what is known about the text of this page, and those findings that were not dismissed; ok is false while the
// coach has not looked at the text as it is.
func (m *Model) pageThoughts() (th *thoughts, fs []coach.Finding, ok bool) {
	p := m.top()
	th = m.thoughtsOn(p.id)
	if !th.known || th.text != p.f.get(m.entry) {
		return th, nil, false
	}
	return th, coach.Few(coach.Without(th.report.Findings, p.f.key, m.entry.Coach.Dismissed)), true
}

// leaveThoughts goes back to the page below when the entry was changed elsewhere: what the thoughts were on may have moved.
func (m *Model) leaveThoughts() {
	if m.OnThoughts() {
		m.stack, m.answer = m.stack[:len(m.stack)-1], nil
		m.move(0)
	}
}

// thoughtRows is how many rows the page has.
func (m *Model) thoughtRows() int {
	th, fs, ok := m.pageThoughts()
	if !ok {
		return 0
	}
	return len(fs) + len(th.report.Components)
}

func (m *Model) thoughtsKey(msg tea.KeyPressMsg) ask.Ask {
	k := m.keys
	_, fs, ok := m.pageThoughts()
	at := m.top().cursor
	isFinding := ok && at < len(fs)
	switch {
	case key.Matches(msg, k.findings):
		return m.backKey()
	case key.Matches(msg, k.explain):
		m.explain()
	case m.locked != "" && (key.Matches(msg, k.dismiss) || key.Matches(msg, k.undismiss)):
		m.note = m.locked
	case key.Matches(msg, k.dismiss) && isFinding && fs[at].Level != coach.Praise:
		m.askDismissal(fs[at])
	case key.Matches(msg, k.dismiss):
		m.note = "There is nothing to put aside here."
	case key.Matches(msg, k.undismiss):
		return m.undismiss()
	case len(msg.Text) > 0:
		m.note = m.onThoughts()
	}
	return nil
}

func (m *Model) onThoughts() string {
	return "These are thoughts on your text. " + m.keys.list.Back.Help().Key + " leads back to it."
}

// explain unfolds the selected row, or folds it again.
func (m *Model) explain() {
	m.note = ""
	th, fs, ok := m.pageThoughts()
	p, what := m.top(), ""
	switch n := p.cursor - len(fs); {
	case ok && n < 0:
		what = fs[p.cursor].Mark
	case ok && n < len(th.report.Components):
		what = th.report.Components[n].Name
	default:
		return
	}
	p.unfolded[what] = !p.unfolded[what]
}

// dismissal is the key of the question why a remark needs nothing done.
const dismissal = "coach.dismissal"

// askDismissal asks for the reason. It is asked so that one reads the words once more; the file only keeps which remark.
func (m *Model) askDismissal(g coach.Finding) {
	m.note = ""
	m.answer = &answer{f: field{
		key: dismissal, ask: "It is fine as it is, because …", why: g.Why, kind: choice, options: []string{"true and relevant", "I am quoting", "it doesn’t apply"},
		before: func(*entry) string { return quoted(m.thoughtsOn(m.top().id).text, g.Span) },
		get:    func(*entry) string { return "" },
		set: func(e *entry, _ string) {
			d := coach.Dismissal(m.top().f.key, g)
			e.Coach.Dismissed = append(slices.Clone(e.Coach.Dismissed), d)
			m.dismissed = append(m.dismissed, d)
		},
	}}
	m.answer.options = m.answer.f.options
}

// dismiss takes the marked reason. It is no work on the step: that isn't begun by it.
func (m *Model) dismiss(why string) ask.Ask {
	m.answer.f.set(m.entry, why)
	m.answer = nil
	m.siftAll()
	m.move(0)
	m.note = "Put aside. " + m.keys.undismiss.Help().Key + " brings it back."
	return ask.Edited{}
}

// undismiss brings back what was put aside last in this text.
func (m *Model) undismiss() ask.Ask {
	th := m.thoughtsOn(m.top().id)
	here := func(d string) bool { // on this text, not on another of the same question
		return slices.ContainsFunc(th.report.Findings, func(g coach.Finding) bool { return coach.Dismissal(m.top().f.key, g) == d })
	}
	at := len(m.dismissed) - 1
	for at >= 0 && !here(m.dismissed[at]) {
		at--
	}
	i := -1
	if at >= 0 {
		i = slices.Index(m.entry.Coach.Dismissed, m.dismissed[at])
		m.dismissed = slices.Delete(m.dismissed, at, at+1)
	}
	if i < 0 {
		m.note = "Nothing was put aside here."
		return nil
	}
	m.entry.Coach.Dismissed = slices.Delete(slices.Clone(m.entry.Coach.Dismissed), i, i+1)
	m.siftAll()
	m.move(0)
	m.note = "It is back."
	return ask.Edited{}
}

func (m *Model) siftAll() {
	for id, th := range m.thoughts {
		if f, ok := m.fieldAt(id); ok {
			m.sift(th, f)
		}
	}
}

// thoughtBlocks are the rows of the page.
func (m *Model) thoughtBlocks() []block {
	p := m.top()
	th, fs, ok := m.pageThoughts()
	if !ok {
		return nil
	}
	var out []block
	for i, g := range fs {
		out = append(out, m.findingBlock(g, th.text, i == p.cursor))
	}
	for i, c := range th.report.Components {
		b := m.componentBlock(c, th.text, len(fs)+i == p.cursor)
		if i == 0 {
			b = headed(b, m.opt.Theme.Accent.Render(m.opt.Theme.Cut("What an apology can have in it", m.textWidth())))
		}
		out = append(out, b)
	}
	if len(out) > 0 {
		out[0] = headed(out[0], m.opt.Theme.Dim.Render(m.opt.Theme.Cut(p.f.ask, m.textWidth())), "")
	}
	return out
}

// headed puts lines above a row.
func headed(b block, lines ...string) block {
	return block{lines: append(lines, b.lines...), head: b.head + len(lines)}
}

func (m *Model) findingBlock(g coach.Finding, text string, selected bool) block {
	t, w := m.opt.Theme, max(m.textWidth()-2, 1)
	about := quoted(text, g.Span)
	if about == "" {
		about = cmp.Or(g.About, "what is missing")
	}
	level := levelName(g.Level)
	room := max(w-theme.Width(level)-3, 0)
	head := m.levelWord(g.Level) + " " + t.Faint.Render(t.Glyphs.Dot) + " " + plainStyle(t.Strong, selected, t).Render(t.Cut(about, room))
	var b block
	add := func(s, style string) { b.lines = append(b.lines, m.barred(selected, style+s)) }
	add(t.Cut(head, w), "")
	m.paragraph(&b, g.Why, selected, t.Text.Render)
	m.paragraph(&b, g.Try, selected, t.Dim.Render)
	if r, ok := m.opt.Coach.Rule(g.Rule); ok && m.top().unfolded[g.Mark] {
		m.paragraph(&b, r.More, selected, t.Text.Render)
		if len(r.Finds) > 0 && g.Level != coach.Praise {
			m.paragraph(&b, "Such as: “"+r.Finds[0]+"”", selected, t.Text.Render)
		}
		if len(r.Leaves) > 0 {
			m.paragraph(&b, "Rather: “"+r.Leaves[0]+"”", selected, t.Text.Render)
		}
		if r.Source != "" {
			m.paragraph(&b, "From "+r.Source, selected, t.Dim.Render)
		}
	}
	b.lines = append(b.lines, "")
	return b
}

// quoted are the words that a span speaks of; "" for what is missing.
func quoted(text string, s coach.Span) string {
	if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
		return ""
	}
	return "“" + theme.Clean(text[s.Start:s.End]) + "”"
}

// paragraph adds a text to a row, wrapped.
func (m *Model) paragraph(b *block, s string, selected bool, style func(...string) string) {
	if s == "" {
		return
	}
	for _, l := range theme.Wrap(s, max(m.textWidth()-2, 1)) {
		b.lines = append(b.lines, m.barred(selected, style(l)))
	}
}

func (m *Model) componentBlock(c coach.Component, text string, selected bool) block {
	t, w := m.opt.Theme, max(m.textWidth()-2, 1)
	seg, style := theme.SegmentTodo, t.Dim
	if len(c.Spans) > 0 {
		seg, style = theme.SegmentDone, t.Text
	}
	name := t.Segment(seg) + " " + plainStyle(style, selected, t).Render(theme.Pad(theme.Clean(c.Name), meterWidth-2))
	means := theme.Wrap(c.Means, max(w-meterWidth-2, 20))
	var b block
	for i, l := range means {
		lead := strings.Repeat(" ", meterWidth)
		if i == 0 {
			lead = name
		}
		b.lines = append(b.lines, m.barred(selected, t.Cut(lead+"  "+style.Render(l), w)))
	}
	if !m.top().unfolded[c.Name] {
		return b
	}
	for _, s := range c.Spans {
		if q := quoted(text, s); q != "" {
			m.paragraph(&b, "In your words: "+q, selected, t.Text.Render)
		}
	}
	if c.Example != "" {
		m.paragraph(&b, "Such as: “"+c.Example+"”", selected, t.Dim.Render)
	}
	return b
}

// noThoughts stands on the page that has no rows.
func (m *Model) noThoughts() []string {
	t := m.opt.Theme
	says := "No thoughts on this one."
	if _, _, ok := m.pageThoughts(); !ok {
		says = "One moment" + t.Glyphs.Ellipsis
	}
	return []string{t.Dim.Render(t.Cut(m.top().f.ask, m.textWidth())), "", t.Text.Render(t.Cut(says, m.textWidth()))}
}

// besideRow puts at the end of a selected row's first line how many thoughts there are on its text, where there is room.
func (m *Model) besideRow(line string, f field, id string) string {
	k := m.keys.findings.Help().Key
	if !m.coached(f) || k == "" {
		return line
	}
	th := m.thoughtsOn(id)
	if !th.known || len(th.remarks) == 0 || th.text != f.get(m.entry) {
		return line
	}
	t := m.opt.Theme
	says := countThoughts(len(th.remarks)) + " " + t.Glyphs.Dot + " " + k
	gap := m.textWidth() - theme.Width(line) - theme.Width(says)
	if gap < 2 {
		return line
	}
	return line + strings.Repeat(" ", gap) + t.Dim.Render(says)
}
