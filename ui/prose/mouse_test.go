package prose

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestMouse(t *testing.T) {
	at := func(x, y int) tea.Mouse { return tea.Mouse{X: x, Y: y, Button: tea.MouseLeft} }
	m := field(Options{}, 10, 3, "the quick brown fox\n你好\nx\ny")
	m.SetCursorOffset(0)
	steps := []struct {
		name string
		msg  tea.Msg
		ok   bool
		want string
	}{
		{"click", tea.MouseClickMsg(at(2, 1)), true, "the quick br|own fox\n你好\nx\ny"},
		{"drag", tea.MouseMotionMsg(at(3, 2)), true, "the quick br[own fox\n你|好\nx\ny"},
		{"drag below the field", tea.MouseMotionMsg(at(0, 3)), true, "the quick br[own fox\n你好\n|x\ny"},
		{"release", tea.MouseReleaseMsg(at(0, 3)), true, "the quick br[own fox\n你好\n|x\ny"},
		{"motion without a button held", tea.MouseMotionMsg(at(0, 0)), false, "the quick br[own fox\n你好\n|x\ny"},
		{"click behind a row", tea.MouseClickMsg(at(9, 1)), true, "the quick brown fox\n你好|\nx\ny"},
		{"shift+click", tea.MouseClickMsg(tea.Mouse{X: 0, Y: 0, Button: tea.MouseLeft, Mod: tea.ModShift}), true,
			"the quick |brown fox\n你好[\nx\ny"},
		{"right click", tea.MouseClickMsg(tea.Mouse{Button: tea.MouseRight}), false, "the quick |brown fox\n你好[\nx\ny"},
		{"click outside", tea.MouseClickMsg(at(10, 0)), false, "the quick |brown fox\n你好[\nx\ny"},
	}
	for _, s := range steps {
		if ok, _ := m.Update(s.msg); ok != s.ok {
			t.Errorf("%s: handled %v", s.name, ok)
		}
		if got := shown(m); got != s.want {
			t.Errorf("%s: %q, want %q", s.name, got, s.want)
		}
		checkView(t, m)
	}
}

func TestWheel(t *testing.T) {
	m := field(Options{}, 4, 2, "|1\n2\n3\n4\n5")
	wheel := func(b tea.MouseButton) bool {
		ok, _ := m.Update(tea.MouseWheelMsg{Button: b})
		return ok
	}
	if wheel(tea.MouseWheelUp) {
		t.Error("at the top the wheel is the caller's")
	}
	if !wheel(tea.MouseWheelDown) || screen(m) != "│4   │\n│5   │\n" || shown(m) != "|1\n2\n3\n4\n5" {
		t.Errorf("after the wheel:\n%s", screen(m))
	}
	m.SetSize(5, 2)
	if screen(m) != "│4    │\n│5    │\n" {
		t.Errorf("a new width leads away from what one looks at:\n%s", screen(m))
	}
	m.SetSize(4, 2)
	press(t, m, "x")
	if screen(m) != "│x1  │\n  ^\n│2   │\n" {
		t.Errorf("a key brings the caret back:\n%s", screen(m))
	}
}
