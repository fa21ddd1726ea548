package prose

import tea "charm.land/bubbletea/v2"

// wheelRows is how many rows a notch of the wheel scrolls.
const wheelRows = 3

// mouse answers the mouse: a click puts the caret there, shift extends the selection to it, dragging selects, the
// wheel scrolls and leaves the caret where it is.
func (m *Model) mouse(msg tea.MouseMsg) bool {
	at := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		if at.Button != tea.MouseLeft || !m.covers(at) {
			return false
		}
		m.move(m.under(at), at.Mod&tea.ModShift != 0)
		m.dragging = true
	case tea.MouseMotionMsg:
		if !m.dragging || at.Button != tea.MouseLeft {
			return false
		}
		m.move(m.under(at), true)
	case tea.MouseReleaseMsg:
		was := m.dragging
		m.dragging = false
		return was
	case tea.MouseWheelMsg:
		return m.covers(at) && m.wheel(at.Button)
	}
	return true
}

// covers reports whether at is in the field.
func (m *Model) covers(at tea.Mouse) bool {
	return at.X >= 0 && at.X < m.w && at.Y >= 0 && at.Y < m.h
}

// under returns the caret under the pointer. Above and below the field it is one row outside the view, so that
// dragging scrolls.
func (m *Model) under(at tea.Mouse) caret {
	x := max(at.X, 0)
	if m.sideways() {
		x += m.left
		if at.X < 0 {
			x = max(m.left-1, 0)
		}
	}
	return m.caretAt(m.step(m.top, min(max(at.Y, -1), m.h)), x)
}

// wheel scrolls and reports whether there was anything to scroll to.
func (m *Model) wheel(b tea.MouseButton) bool {
	was := m.top
	switch b {
	case tea.MouseWheelUp:
		m.top = m.step(m.top, -wheelRows)
	case tea.MouseWheelDown:
		m.top = m.step(m.top, wheelRows)
	}
	m.clampTop()
	if m.top == was {
		return false
	}
	m.adrift = true
	return true
}
