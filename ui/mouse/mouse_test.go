package mouse

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestLines(t *testing.T) {
	for button, want := range map[tea.MouseButton]int{tea.MouseWheelUp: -3, tea.MouseWheelDown: 3, tea.MouseWheelLeft: 0, tea.MouseLeft: 0} {
		if got := Lines(tea.MouseWheelMsg{Button: button}, 3); got != want {
			t.Errorf("%v scrolls %d lines, want %d", button, got, want)
		}
	}
}

func TestShift(t *testing.T) {
	at := tea.Mouse{X: 10, Y: 5, Button: tea.MouseLeft}
	for _, msg := range []tea.MouseMsg{tea.MouseClickMsg(at), tea.MouseMotionMsg(at), tea.MouseReleaseMsg(at), tea.MouseWheelMsg(at)} {
		got := Shift(msg, -3, 2).Mouse()
		if got.X != 7 || got.Y != 7 || got.Button != tea.MouseLeft {
			t.Errorf("%T: %+v", msg, got)
		}
	}
}
