package lessons

import (
	tea "charm.land/bubbletea/v2"

	"bounceback/ui/mouse"
)

// wheelLines is how far one notch of the wheel moves a lesson.
const wheelLines = 3

// overLesson reports whether a place lies on the opened lesson.
func (m *Model) overLesson(x int) bool {
	list, _ := m.split()
	return m.open && !m.wide() || m.wide() && x >= list
}

// clicked selects the lesson under the mouse, and opens the one that is selected already.
func (m *Model) clicked(msg tea.MouseClickMsg) {
	if msg.Button != tea.MouseLeft {
		return
	}
	if m.overLesson(msg.X) {
		_, m.open = m.card()
		return
	}
	if again, hit := m.rows.Clicked(msg); hit {
		m.open = again
		m.layout()
	}
}

func (m *Model) wheel(msg tea.MouseWheelMsg) {
	if m.overLesson(msg.X) {
		m.sheet.Move(mouse.Lines(msg, wheelLines))
		return
	}
	m.rows.Wheel(msg)
}
