package timeline

import (
	tea "charm.land/bubbletea/v2"

	"bounceback/ui/ask"
)

// wheelLines is how far one notch of the wheel goes: a row and a half, so that one sees where one came from.
const wheelLines = 3

// clicked selects the row under the mouse, and opens the one that is selected already.
func (m *Model) clicked(msg tea.MouseClickMsg) ask.Ask {
	top := 1 + m.filter.Height()
	if msg.Button != tea.MouseLeft || msg.X < 1 || msg.X > m.w-2 {
		return nil
	}
	if msg.Y >= 1 && msg.Y < top {
		m.filter.Begin()
		return nil
	}
	id, ok := m.rows.At(msg.Y - top)
	if !ok {
		return nil
	}
	if selected, _ := m.rows.Selected(); id != selected {
		m.rows.Select(id)
		return nil
	}
	c, _ := m.card()
	return open(c)
}

func (m *Model) wheel(msg tea.MouseWheelMsg) {
	switch msg.Button {
	case tea.MouseWheelUp:
		m.rows.Scroll(-wheelLines)
	case tea.MouseWheelDown:
		m.rows.Scroll(wheelLines)
	}
}
