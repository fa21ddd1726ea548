package mouse

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestShift(t *testing.T) {
	at := tea.Mouse{X: 10, Y: 5, Button: tea.MouseLeft}
	for _, msg := range []tea.MouseMsg{tea.MouseClickMsg(at), tea.MouseMotionMsg(at), tea.MouseReleaseMsg(at), tea.MouseWheelMsg(at)} {
		got := Shift(msg, -3, 2).Mouse()
		if got.X != 7 || got.Y != 7 || got.Button != tea.MouseLeft {
			t.Errorf("%T: %+v", msg, got)
		}
	}
}
