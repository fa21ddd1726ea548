package prose

// What a person does with the keyboard: typing, pasting, deleting, moving.

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Update lets the field answer a key, a paste or the mouse, whose coordinates count from the top left of the
// field. It reports whether it did; what it leaves alone is the caller's. A blurred field answers the mouse only.
func (m *Model) Update(msg tea.Msg) (handled bool, cmd tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.press(msg.Key())
	case tea.PasteMsg:
		return m.paste(msg.Content), nil
	case tea.MouseMsg:
		return m.mouse(msg), nil
	}
	return false, nil
}

// press answers a key. Text comes first: an input method may well commit a word that is also the name of a key.
func (m *Model) press(k tea.Key) (handled bool, cmd tea.Cmd) {
	if !m.focused {
		return false, nil
	}
	if s := textOf(k); s != "" {
		m.insert(s, typed)
		return true, nil
	}
	k.Code = offKeypad(k.Code)
	act, ok := m.actions[k.Keystroke()]
	if !ok {
		return false, nil
	}
	if copied := act(m); copied != "" {
		return true, tea.SetClipboard(copied)
	}
	return true, nil
}

// textOf returns what k types, "" for nothing.
func textOf(k tea.Key) string {
	if k.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta|tea.ModHyper|tea.ModSuper) != 0 {
		return ""
	}
	if k.Text == "" && k.Code == tea.KeySpace {
		return " "
	}
	return k.Text
}

// offKeypad returns the key that does what the keypad's key code does; some terminals tell them apart.
func offKeypad(code rune) rune {
	switch code {
	case tea.KeyKpEnter:
		return tea.KeyEnter
	case tea.KeyKpLeft:
		return tea.KeyLeft
	case tea.KeyKpRight:
		return tea.KeyRight
	case tea.KeyKpUp:
		return tea.KeyUp
	case tea.KeyKpDown:
		return tea.KeyDown
	case tea.KeyKpPgUp:
		return tea.KeyPgUp
	case tea.KeyKpPgDown:
		return tea.KeyPgDown
	case tea.KeyKpHome:
		return tea.KeyHome
	case tea.KeyKpEnd:
		return tea.KeyEnd
	case tea.KeyKpDelete:
		return tea.KeyDelete
	}
	return code
}

// paste inserts what the terminal pasted.
func (m *Model) paste(s string) bool {
	if !m.focused {
		return false
	}
	if m.opts.TerminalBreaks && !strings.Contains(s, "\n") {
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	m.insert(s, other)
	return true
}

// insert puts s in the place of the selection.
func (m *Model) insert(s string, kind editKind) {
	if m.opts.OneLine {
		s = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(s)
	}
	if s == "" {
		return
	}
	p, q := m.selection()
	m.change(p, q, s, kind)
}

// deleteSelection deletes what is selected and reports whether something was.
func (m *Model) deleteSelection() bool {
	p, q := m.selection()
	m.change(p, q, "", other)
	return p != q
}

// deleteLeft deletes the character before the caret.
func (m *Model) deleteLeft() {
	if !m.deleteSelection() {
		m.change(m.buf.left(m.cur.pos), m.cur.pos, "", erasedLeft)
	}
}

// deleteRight deletes the character behind the caret.
func (m *Model) deleteRight() {
	if !m.deleteSelection() {
		m.change(m.cur.pos, m.buf.right(m.cur.pos), "", erasedRight)
	}
}

// deleteTo deletes from the caret to p, on either side of it.
func (m *Model) deleteTo(p pos) {
	if m.deleteSelection() {
		return
	}
	q := m.cur.pos
	if q.less(p) {
		p, q = q, p
	}
	m.change(p, q, "", other)
}

// deleteLineEnd deletes the rest of the line, or the line break when there is no rest.
func (m *Model) deleteLineEnd() {
	end := len(m.buf.lines[m.cur.line].s)
	if m.cur.col == end {
		m.deleteTo(m.buf.right(m.cur.pos))
		return
	}
	m.deleteTo(pos{m.cur.line, end})
}

// copy keeps the selection for the paste key and returns it for the system's clipboard.
func (m *Model) copy() string {
	s := m.Selected()
	if s != "" {
		m.clip.text = s
	}
	return s
}

// cut is copy and delete.
func (m *Model) cut() string {
	s := m.copy()
	m.deleteSelection()
	return s
}

// move moves the caret; extend keeps the other end of the selection where it is.
func (m *Model) move(to caret, extend bool) {
	if extend {
		to.anchor = m.cur.pos
		if m.cur.selected {
			to.anchor = m.cur.anchor
		}
		to.selected = to.anchor != to.pos
	}
	m.cur = to
	m.goal = -1
	m.history.close()
	m.follow()
}

// moveTo moves the caret to p and ends the selection.
func (m *Model) moveTo(p pos) { m.move(caret{pos: p}, false) }

// moveLeft moves to the character before, or to the start of the selection.
func (m *Model) moveLeft() {
	p, q := m.selection()
	if p == q {
		p = m.buf.left(p)
	}
	m.moveTo(p)
}

// moveRight moves behind the next character, or to the end of the selection.
func (m *Model) moveRight() {
	p, q := m.selection()
	if p == q {
		q = m.buf.right(q)
	}
	m.moveTo(q)
}

// SelectAll selects the whole text, so that what is typed next takes its place.
func (m *Model) SelectAll() { m.selectAll() }

// selectAll selects the whole text.
func (m *Model) selectAll() {
	m.moveTo(pos{})
	m.move(caret{pos: m.buf.end()}, true)
}

// rowStart returns the start of the caret's row.
func (m *Model) rowStart() caret {
	p := m.place(m.cur)
	start, _ := m.buf.lines[p.line].row(p.col)
	return caret{pos: pos{p.line, start}}
}

// rowEnd returns the end of the caret's row.
func (m *Model) rowEnd() caret {
	p := m.place(m.cur)
	l := m.buf.lines[p.line]
	_, end := l.row(p.col)
	return caret{pos: pos{p.line, end}, upper: p.col < len(l.rows)}
}

// page returns how many rows a page is.
func (m *Model) page() int { return max(m.h-1, 1) }

// moveRows moves n rows down, or up, keeping the column where the first such move began. On the first row up means
// the start of the row, on the last one down its end.
func (m *Model) moveRows(n int, extend bool) {
	from := m.place(m.cur)
	to := m.step(from, n)
	switch {
	case from != to:
		goal := m.goal
		if goal < 0 {
			goal = m.visible(m.column(m.cur))
		}
		m.move(m.caretAt(to, goal), extend)
		m.goal = goal
	case n < 0:
		m.move(m.rowStart(), extend)
	default:
		m.move(m.rowEnd(), extend)
	}
}
