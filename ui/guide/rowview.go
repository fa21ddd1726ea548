package guide

import (
	"strings"

	"bounceback/journal/when"
	"bounceback/ui/theme"
)

// span is where a row stands in the window, in lines.
type span struct{ row, from, to int }

// block is the lines of one row, with its heading.
type block struct {
	lines []string
	head  int // lines of heading and space above the row itself
}

// blocks draws the rows of the page. What is far from the selected one is not drawn: see window.
func (m *Model) blocks() []block {
	if m.top().kind == thoughtsPage {
		return m.thoughtBlocks()
	}
	l, isList := m.listHere()
	var out []block
	spaced := false // the row before left an empty line behind it
	for i, f := range m.rows() {
		if isList && f.kind == list {
			continue
		}
		b := m.fieldBlock(f, i == m.top().cursor, i == 0, spaced)
		if says := m.aboveQuestion(f); says != "" {
			b = headed(b, m.opt.Theme.Dim.Render(m.opt.Theme.Cut(says, m.textWidth())))
		}
		out = append(out, b)
		spaced = f.kind == prose_ || f.kind == list
	}
	if isList {
		leads := m.leads(l)
		for i := range l.list.count(m.entry) {
			b := m.itemBlock(l, i, leads[i], i+m.extraRows() == m.top().cursor)
			if head := leads[i].head; head != "" {
				b = headed(b, m.opt.Theme.Accent.Render(m.opt.Theme.Cut(head, m.textWidth())))
			}
			out = append(out, b)
		}
	}
	return out
}

// window is the part of the page that fits into h lines and has the selected row in it.
func (m *Model) window(h int) []string {
	if h <= 0 {
		return nil
	}
	if l, isList := m.listHere(); isList && l.list.count(m.entry) == 0 && m.extraRows() == 0 {
		return m.emptyList(l)
	}
	if m.top().kind == thoughtsPage && m.thoughtRows() == 0 {
		return m.noThoughts()
	}
	all, from := m.flat(h)
	end := min(from+h, len(all))
	return all[from:end]
}

// flat returns all lines and the first one that is visible.
func (m *Model) flat(h int) (all []string, from int) {
	selFrom, selTo := 0, 0
	for i, b := range m.blocks() {
		if i == m.top().cursor {
			selFrom, selTo = len(all), len(all)+len(b.lines)
		}
		all = append(all, b.lines...)
	}
	if len(all) <= h {
		return all, 0
	}
	from = max(min(selFrom-h/3, len(all)-h), 0) // a third of the window above the selected row
	if selTo > from+h {
		from = min(selTo-h, selFrom)
	}
	return all, from
}

// layout tells where the rows stand in a window of h lines.
func (m *Model) layout(h int) []span {
	_, from := m.flat(h)
	var out []span
	at := -from
	for i, b := range m.blocks() {
		out = append(out, span{row: i, from: at + b.head, to: at + len(b.lines)})
		at += len(b.lines)
	}
	return out
}

func (m *Model) emptyList(l field) []string {
	t := m.opt.Theme
	var out []string
	for _, s := range theme.Wrap(l.why, m.textWidth()) {
		out = append(out, t.Dim.Render(s))
	}
	return append(out, "", t.Text.Render(t.Cut(l.list.empty, m.textWidth())))
}

// fieldBlock is one question with its answer: long answers below it, short ones beside it. A heading stands apart from
// what is above it; spaced says that it does so already.
func (m *Model) fieldBlock(f field, selected, first, spaced bool) block {
	t, w := m.opt.Theme, max(m.textWidth()-2, 1)
	var b block
	if f.section != "" {
		if !first && !spaced {
			b.lines = append(b.lines, "")
		}
		b.lines = append(b.lines, t.Accent.Render(t.Cut(f.section, m.textWidth())))
		b.head = len(b.lines)
	}
	ask := plainStyle(t.Strong, selected, t)
	value := m.valueLines(f, min(w, m.wordsWidth(f)), selected)
	short := f.kind != prose_ && f.kind != list && len(value) <= 1
	switch {
	case len(value) == 0:
		style := t.Dim
		if selected || f.core {
			style = ask
		}
		b.lines = append(b.lines, m.barred(selected, style.Render(t.Cut(f.ask, w))))
	case short && theme.Width(f.ask)+theme.Width(value[0])+3 <= w:
		gap := max(min(30, w/2)-theme.Width(f.ask), 2)
		if theme.Width(f.ask)+gap+theme.Width(value[0]) > w {
			gap = 2
		}
		b.lines = append(b.lines, m.barred(selected, ask.Render(f.ask)+strings.Repeat(" ", gap)+value[0]))
	default:
		b.lines = append(b.lines, m.barred(selected, ask.Render(t.Cut(f.ask, w))))
		for _, v := range value {
			b.lines = append(b.lines, m.barred(selected, v))
		}
	}
	if selected {
		b.lines[b.head] = m.besideRow(b.lines[b.head], f, m.textKey(f))
	}
	if selected && f.why != "" && m.innerHeight() >= roomy {
		var why []string
		for _, l := range theme.Wrap(f.why, w) {
			why = append(why, m.barred(true, t.Dim.Render(l)))
		}
		at := b.head + 1
		b.lines = append(b.lines[:at:at], append(why, b.lines[at:]...)...)
	}
	if f.aside != nil {
		if says := f.aside(m.entry); says != "" {
			b.lines = append(b.lines, m.barred(selected, t.Dim.Render(t.Cut(theme.Sentence(says), w))))
		}
	}
	if f.kind == prose_ || f.kind == list {
		b.lines = append(b.lines, "")
	}
	return b
}

func (m *Model) barred(selected bool, s string) string {
	t := m.opt.Theme
	if selected {
		return t.Bar.Render(t.Glyphs.Bar) + " " + s
	}
	return "  " + s
}

// excerpt is how much of a long text a row looks at, in bytes.
const excerpt = 1200

// valueLines is the answer as a row shows it: its beginning, or the first items of a list.
func (m *Model) valueLines(f field, w int, selected bool) []string {
	if f.kind == list {
		return m.listLines(f, w)
	}
	if typed, ok := m.unread(m.textKey(f)); ok {
		t := m.opt.Theme
		return []string{t.Warn.Render(t.Cut("“"+theme.Clean(typed)+"” isn’t a day or time yet", w))}
	}
	s := f.get(m.entry)
	switch {
	case f.kind == flag && s == "no":
		return nil
	case s == "":
		return nil
	case f.kind == moment:
		if at, err := when.Parse(s); err == nil {
			s = at.Words()
		}
	}
	return m.proseLines(s, w, m.mostLines(selected))
}

// mostLines is how many lines of a text a row shows: the selected one has the room that the page leaves.
func (m *Model) mostLines(selected bool) int {
	if selected && m.innerHeight() >= roomy {
		return max(m.innerHeight()-12, 3)
	}
	return 3
}

// proseLines is the beginning of a text, in at most so many lines.
func (m *Model) proseLines(s string, w, most int) []string {
	t := m.opt.Theme
	cut := len(s) > excerpt
	if cut {
		s = s[:excerpt]
	}
	if s = strings.TrimSpace(s); s == "" {
		return nil
	}
	lines := theme.Wrap(s, w)
	if len(lines) > most {
		lines, cut = lines[:most], true
	}
	if cut {
		last := len(lines) - 1
		lines[last] = theme.Crop(lines[last], w-theme.Width(t.Glyphs.Ellipsis)) + t.Glyphs.Ellipsis
	}
	for i := range lines {
		lines[i] = t.Text.Render(lines[i])
	}
	return lines
}
