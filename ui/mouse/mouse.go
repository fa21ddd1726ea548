// Package mouse translates where a mouse is from one rectangle to another, since a pane knows only its own.
package mouse

import tea "charm.land/bubbletea/v2"

// Shift returns the message with its place moved by so many cells.
func Shift(msg tea.MouseMsg, dx, dy int) tea.MouseMsg {
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		m.X, m.Y = m.X+dx, m.Y+dy
		return m
	case tea.MouseMotionMsg:
		m.X, m.Y = m.X+dx, m.Y+dy
		return m
	case tea.MouseReleaseMsg:
		m.X, m.Y = m.X+dx, m.Y+dy
		return m
	case tea.MouseWheelMsg:
		m.X, m.Y = m.X+dx, m.Y+dy
		return m
	}
	return msg
}
