package config

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestBubbleTeaCallsThemSo compares names of ours with what Bubble Tea says when the key is pressed. Only this test links it.
func TestBubbleTeaCallsThemSo(t *testing.T) {
	tests := []struct {
		in  string
		key tea.Key
	}{
		{"space", tea.Key{Code: tea.KeySpace, Text: " "}},
		{"shift+a", tea.Key{Code: 'a', ShiftedCode: 'A', Mod: tea.ModShift, Text: "A"}},
		{"?", tea.Key{Code: '/', ShiftedCode: '?', Mod: tea.ModShift, Text: "?"}},
		{"alt+A", tea.Key{Code: 'a', ShiftedCode: 'A', Mod: tea.ModAlt | tea.ModShift}},
		{"Ctrl+S", tea.Key{Code: 's', Mod: tea.ModCtrl}},
		{"shift+alt+ctrl+up", tea.Key{Code: tea.KeyUp, Mod: tea.ModCtrl | tea.ModAlt | tea.ModShift}},
		{"super+hyper+meta+x", tea.Key{Code: 'x', Mod: tea.ModMeta | tea.ModHyper | tea.ModSuper}},
		{"enter", tea.Key{Code: tea.KeyEnter}},
		{"shift+tab", tea.Key{Code: tea.KeyTab, Mod: tea.ModShift}},
		{"backspace", tea.Key{Code: tea.KeyBackspace}},
		{"escape", tea.Key{Code: tea.KeyEscape}},
		{"up", tea.Key{Code: tea.KeyUp}},
		{"down", tea.Key{Code: tea.KeyDown}},
		{"left", tea.Key{Code: tea.KeyLeft}},
		{"right", tea.Key{Code: tea.KeyRight}},
		{"insert", tea.Key{Code: tea.KeyInsert}},
		{"delete", tea.Key{Code: tea.KeyDelete}},
		{"pgup", tea.Key{Code: tea.KeyPgUp}},
		{"pgdown", tea.Key{Code: tea.KeyPgDown}},
		{"home", tea.Key{Code: tea.KeyHome}},
		{"end", tea.Key{Code: tea.KeyEnd}},
		{"f1", tea.Key{Code: tea.KeyF1}},
		{"f63", tea.Key{Code: tea.KeyF63}},
	}
	for _, tt := range tests {
		if got, why, ok := keyName(tt.in); !ok || got != tt.key.String() {
			t.Errorf("%q is %q (%s), Bubble Tea says %q", tt.in, got, why, tt.key.String())
		}
	}
}
