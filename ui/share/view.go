package share

import (
	"strings"

	"bounceback/ui/theme"
)

// rect is a rectangle in cells within the pane.
type rect struct{ x, y, w, h int }

func (r rect) has(x, y int) bool { return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }

// Sizes in cells.
const (
	wideFrom  = 110 // from this width on, list and text stand side by side
	tallFrom  = 18  // from this height on, they stand below one another in a narrower pane
	leftLeast = 44
	leftMost  = 64
	headFrom  = 9 // from this height on, the text has its head
)

// split is where the list and the text stand; one of them is empty where there is room for one only.
func (m *Model) split() (list, text rect) {
	switch {
	case m.w >= wideFrom:
		w := min(max(m.w*2/5, leftLeast), leftMost)
		return rect{0, 0, w, m.h}, rect{w, 0, m.w - w, m.h}
	case m.h >= tallFrom:
		need := len(m.items) + 5 // frame, headings, the line for notes
		if m.menu != nil {
			need = len(m.menu.choices) + 4
		}
		if m.typing != nil {
			need = 8
		}
		h := min(max(need, 7), m.h/2)
		return rect{0, 0, m.w, h}, rect{0, h, m.w, m.h - h}
	case m.onText && m.typing == nil:
		return rect{}, rect{0, 0, m.w, m.h}
	}
	return rect{0, 0, m.w, m.h}, rect{}
}

// textWidth is the width of a line of the text, also where it is out of sight.
func (m *Model) textWidth() int {
	_, t := m.split()
	if t.w == 0 {
		t.w = m.w
	}
	return max(min(t.w-4, widestText), 0)
}

// layout gives everything its room.
func (m *Model) layout() {
	if m.entry == nil {
		return
	}
	list, text := m.split()
	m.rows.SetSize(max(list.w-2, 0), max(list.h-2-len(m.noteLines(list.w-4)), 0))
	m.refresh()
	if text.h == 0 {
		text = rect{0, 0, m.w, m.h}
	}
	w := m.textWidth()
	m.sheet.SetSize(w, max(text.h-2-len(m.headOf(text)), 0))
	m.show()
	if m.typing != nil {
		r := m.fieldRect()
		m.typing.field.SetSize(max(r.w, 1), 1)
	}
}

func (m *Model) headOf(text rect) []string {
	if text.h < headFrom {
		return nil
	}
	return m.head(m.textWidth())
}

// View draws the pane, exactly as large as it is.
func (m *Model) View() string {
	if m.entry == nil || m.w < 4 || m.h < 3 {
		return theme.FitBlock("", m.w, m.h)
	}
	list, text := m.split()
	switch {
	case list.h == 0:
		return m.viewText(text)
	case text.h == 0:
		return m.viewList(list)
	case text.y > 0:
		return m.viewList(list) + "\n" + m.viewText(text)
	}
	l, r := strings.Split(m.viewList(list), "\n"), strings.Split(m.viewText(text), "\n")
	for i := range l {
		l[i] += r[i]
	}
	return strings.Join(l, "\n")
}

func (m *Model) viewList(at rect) string {
	title, lines := m.entry.Name(), strings.Split(m.rows.View(), "\n")
	switch {
	case m.typing != nil:
		title, lines = "A word from you", m.typingLines(at.w)
	case m.menu != nil:
		title, lines = m.menu.title, m.menuLines(at.w-2, at.h-2)
	default:
		if _, below := m.rows.More(); below {
			title = m.opt.Theme.Cut(theme.Clean(title), max(at.w-20, 0)) + " " + m.opt.Theme.Glyphs.Dot + " more below"
		}
	}
	note := m.noteLines(at.w - 4)
	room := max(at.h-2-len(note), 0)
	for len(lines) < room {
		lines = append(lines, "")
	}
	lines = lines[:room]
	for _, l := range note {
		lines = append(lines, " "+l)
	}
	return m.opt.Theme.Frame(title, strings.Join(lines, "\n"), at.w, at.h, !m.onText)
}

// noteLines is what just happened, what a choice means, or what could be next. One line is always kept free for it.
func (m *Model) noteLines(w int) []string {
	const most = 4
	t := m.opt.Theme
	words, style := m.note, t.Accent
	switch {
	case m.warning != "":
		words, style = m.warning, t.Error
	case m.typing != nil:
	case m.note != "" && m.menu == nil:
		words = strings.TrimSpace(m.note + " " + m.offer())
	case m.note != "":
	case m.menu != nil && m.menu.at < len(m.menu.choices):
		words, style = m.menu.choices[m.menu.at].detail, t.Dim
	default:
		words = m.offer()
	}
	lines := theme.Wrap(theme.Clean(words), max(w, 1))
	if len(lines) > most {
		lines = append(lines[:most-1:most-1], t.Cut(strings.Join(lines[most-1:], " "), w))
	}
	for i := range lines {
		lines[i] = style.Render(lines[i])
	}
	if len(lines) == 0 {
		lines = []string{""}
	}
	return lines
}

// offer names what could be next, and never more than that.
func (m *Model) offer() string {
	it, ok := m.selected()
	switch {
	case m.locked != "":
		return m.locked
	case !ok:
		return ""
	case m.canClose(it) && it.letter:
		return "Everything is said. " + m.keys.close.Help().Key + " marks the step as done."
	case m.canClose(it):
		return "Everyone has heard. " + m.keys.close.Help().Key + " marks the step as done."
	case len(m.items) == 1:
		return "Nobody is named here yet. " + m.keys.add.Help().Key + " adds who must hear of it."
	case m.bookSays != "":
		return m.bookSays
	}
	return ""
}

func (m *Model) viewText(at rect) string {
	t := m.opt.Theme
	lines := append(m.headOf(at), strings.Split(m.sheet.View(), "\n")...)
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	title := "Report"
	if it, ok := m.selected(); ok && it.letter {
		title = "Letter"
	}
	if m.plain {
		title += " " + t.Glyphs.Dot + " as plain text"
	}
	if place := m.sheet.Place(); place != "" {
		title += " " + t.Glyphs.Dot + " " + place
	}
	return t.Frame(title, strings.Join(lines, "\n"), at.w, at.h, m.onText)
}

func (m *Model) menuLines(w, h int) []string {
	t := m.opt.Theme
	m.menu.from = 0
	var out []string
	for i, c := range m.menu.choices {
		bar, style, dim := "  ", t.Text, t.Dim
		if i == m.menu.at {
			bar, style, dim = t.Bar.Render(t.Glyphs.Bar)+" ", t.Selected, t.SelectedDim
		}
		state := t.Cut(theme.Clean(c.state), max(w-6, 0))
		label := t.Cut(theme.Clean(c.label), max(w-4-theme.Width(state), 0))
		gap := max(w-3-theme.Width(label)-theme.Width(state), 1)
		out = append(out, bar+style.Render(label)+strings.Repeat(" ", gap)+dim.Render(state))
	}
	if room := max(h-len(m.noteLines(w-2)), 1); len(out) > room { // the marked one stays in sight
		from := min(max(m.menu.at-room/2, 0), len(out)-room)
		m.menu.from, out = -from, out[from:]
	}
	return out
}

func (m *Model) typingLines(w int) []string {
	t := m.opt.Theme
	out := m.typingHead(w)
	return append(out, " "+t.Bar.Render(t.Glyphs.Bar)+" "+m.typing.field.View())
}

func (m *Model) typingHead(w int) []string {
	t := m.opt.Theme
	var out []string
	for _, l := range theme.Wrap(m.typing.question, max(w-4, 1)) {
		out = append(out, " "+t.Strong.Render(l))
	}
	for _, l := range theme.Wrap(m.typing.why, max(w-4, 1)) {
		out = append(out, " "+t.Dim.Render(l))
	}
	return append(out, "")
}

// fieldRect is where the field of a one-line answer stands within the pane.
func (m *Model) fieldRect() rect {
	list, _ := m.split()
	return rect{list.x + 4, list.y + 1 + len(m.typingHead(list.w)), max(list.w-6, 1), 1}
}
