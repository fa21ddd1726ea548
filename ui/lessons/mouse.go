package lessons

import tea "charm.land/bubbletea/v2"

// wheelLines is how far one notch of the wheel goes.
const wheelLines = 3

// overLesson reports whether a place lies on the opened lesson.
func (m *Model) overLesson(x int) bool {
	list, _ := m.split()
	return m.open && !m.wide() || m.wide() && x >= list
}

// clicked selects the row under the mouse, and opens the one that is selected already.
func (m *Model) clicked(msg tea.MouseClickMsg) {
	if msg.Button != tea.MouseLeft {
		return
	}
	if m.overLesson(msg.X) {
		_, m.open = m.card()
		return
	}
	list, _ := m.split()
	top := 1 + m.filter.Height()
	if msg.X < 1 || msg.X > list-2 {
		return
	}
	if msg.Y >= 1 && msg.Y < top {
		m.filter.Begin()
		return
	}
	id, ok := m.rows.At(msg.Y - top)
	if !ok {
		return
	}
	selected, _ := m.rows.Selected()
	m.open = id == selected
	m.rows.Select(id)
	m.layout()
}

func (m *Model) wheel(msg tea.MouseWheelMsg) {
	lines := wheelLines
	switch msg.Button {
	case tea.MouseWheelUp:
		lines = -lines
	case tea.MouseWheelDown:
	default:
		return
	}
	if m.overLesson(msg.X) {
		m.sheet.Move(lines)
		return
	}
	m.rows.Scroll(lines)
}
