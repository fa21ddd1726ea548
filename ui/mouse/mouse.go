// Package mouse translates where a mouse is from one rectangle to another, since a pane knows only its own, and what its
// wheel means.
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

// Lines returns how many lines the wheel scrolls down when a notch is n of them: n, -n, or 0 where it goes sideways.
func Lines(msg tea.MouseWheelMsg, n int) int {
	switch msg.Button {
	case tea.MouseWheelUp:
		return -n
	case tea.MouseWheelDown:
		return n
	}
	return 0
}
