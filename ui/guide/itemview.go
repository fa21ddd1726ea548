package guide

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"bounceback/ui/theme"
)

// How the items of a list look: on their own page, and as the first few of them on the page of the step.

// leads is what stands before each item. On a narrow page a deep outline keeps the end of what is drawn.
func (m *Model) leads(l field) []lead {
	out := make([]lead, l.list.count(m.entry))
	if l.list.lead == nil {
		return out
	}
	copy(out, l.list.lead(m.entry, m.opt.Theme.Glyphs))
	for i := range out {
		out[i].first, out[i].rest = m.narrow(out[i].first), m.narrow(out[i].rest)
	}
	return out
}

func (m *Model) narrow(s string) string {
	const step = 3 // cells of one level
	rs := []rune(s)
	if most := max(m.textWidth()/2/step, 1) * step; len(rs) > most {
		return string(rs[len(rs)-most:])
	}
	return s
}

func (m *Model) leadStyle(l lead) lipgloss.Style {
	if l.drawn {
		return m.opt.Theme.Faint
	}
	return m.opt.Theme.Text
}

func (m *Model) listLines(f field, w int) []string {
	t := m.opt.Theme
	n := f.list.count(m.entry)
	leads := m.leads(f)
	var out []string
	for i := 0; i < min(n, 3); i++ {
		before, style := t.Glyphs.Dot+" ", t.Text
		if leads[i].drawn {
			before, style = leads[i].first, t.Faint
		} else if first := strings.TrimSpace(leads[i].first); first != "" {
			before += first + " "
		}
		out = append(out, style.Render(before)+t.Text.Render(t.Cut(m.itemTitle(f, i), max(w-theme.Width(before), 1))))
	}
	if n > 3 {
		out = append(out, t.Dim.Render(fmt.Sprintf("%s and %d more", t.Glyphs.Dot, n-3)))
	}
	return out
}

func (m *Model) itemTitle(l field, i int) string {
	title := theme.Clean(firstLine(l.list.title(m.entry, i)))
	if title == "" {
		title = "(nothing written yet)"
	}
	if l.list.checks && l.list.ticked(m.entry, i) {
		title = m.opt.Theme.Glyphs.Check + " " + title
	}
	return title
}

// itemBlock is one item of a list: its first line, and dim what else is known of it.
func (m *Model) itemBlock(l field, i int, before lead, selected bool) block {
	t, w := m.opt.Theme, max(m.textWidth()-2, 1)
	style := m.leadStyle(before)
	room := max(w-theme.Width(before.first), 1)
	var b block
	add := func(s string) {
		at := before.rest
		if len(b.lines) == 0 {
			at = before.first
		}
		b.lines = append(b.lines, m.barred(selected, style.Render(at)+s))
	}
	detail := m.itemDetail(l, i, room)
	titles := fold(theme.Wrap(m.itemTitle(l, i), room), m.titleLines())
	for n, s := range titles {
		s = t.Cut(s, room)
		line := plainStyle(t.Text, selected, t).Render(s)
		if l.list.beside && n == len(titles)-1 && len(detail) > 0 && theme.Width(s)+2+theme.Width(detail[0]) <= room {
			line += "  " + detail[0]
			detail = nil
		}
		add(line)
	}
	if f, id, ok := m.subject(); ok && selected {
		b.lines[0] = m.besideRow(b.lines[0], f, id)
	}
	if !l.list.beside && before.first == "" { // what follows stands apart from the title
		before.rest = "  "
		room = max(w-2, 1)
	}
	if l.list.words != nil {
		for _, s := range m.proseLines(l.list.words(m.entry, i), room, m.mostLines(selected)) {
			add(s)
		}
	}
	for _, d := range detail {
		add(d)
	}
	return b
}

// titleLines is how many lines an item's first line may have.
func (m *Model) titleLines() int {
	if m.innerHeight() < roomy {
		return 2
	}
	return 3
}

// itemDetail are the dim lines below an item. What is late comes first, in words and not by color alone; a time that can't be
// read yet is shown as it was typed.
func (m *Model) itemDetail(l field, i, room int) []string {
	t := m.opt.Theme
	detail, words, late := l.list.detail(m.entry, i), "", false
	if l.list.state != nil {
		words, late = l.list.state(m.entry, i, m.opt.Now())
	}
	var out []string
	switch {
	case late:
		warned := t.Cut(theme.Clean(words), room)
		line, rest := t.Warn.Render(warned), ""
		if detail != "" {
			rest = t.Cut(" "+t.Glyphs.Dot+" "+theme.Clean(detail), max(room-theme.Width(warned), 0))
		}
		out = append(out, line+t.Dim.Render(rest))
	case facts(detail, words) != "":
		for _, s := range fold(theme.Wrap(facts(detail, words), room), 2) {
			out = append(out, t.Dim.Render(t.Cut(s, room)))
		}
	}
	if l.list.more != nil {
		if s := theme.Clean(l.list.more(m.entry, i)); s != "" {
			out = append(out, t.Dim.Render(t.Cut(s, room)))
		}
	}
	for _, f := range l.list.fields(i) {
		if typed, ok := m.unread(itemID(f.key, i)); ok && f.kind == moment {
			out = append(out, t.Warn.Render(t.Cut("“"+theme.Clean(typed)+"” isn’t a day or time yet", room)))
		}
	}
	return out
}
