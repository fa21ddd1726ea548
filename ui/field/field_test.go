package field_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"bounceback/ui/config"
	"bounceback/ui/field"
	"bounceback/ui/theme"
)

func TestUndoIsTheConfiguredKey(t *testing.T) {
	k := config.Default().Keys
	k["undo_edit"] = []string{"f9"}
	m := field.OneLine(theme.New(theme.Options{}), k, "")
	m.Focus()
	m.Update(tea.KeyPressMsg{Code: 'x', Text: "x"})
	m.Update(tea.KeyPressMsg{Code: 'z', Mod: tea.ModCtrl})
	if m.Text() != "x" {
		t.Errorf("the default key still undoes: %q", m.Text())
	}
	m.Update(tea.KeyPressMsg{Code: tea.KeyF9})
	if m.Text() != "" {
		t.Errorf("the chosen key does not undo: %q", m.Text())
	}
	if handled, _ := m.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); handled {
		t.Error("enter breaks one line in two")
	}
}
