package keys_test

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/ui/config"
	"bounceback/ui/keys"
)

// log is a Mover that writes down what it was told.
type log struct{ strings.Builder }

func (l *log) Move(n int)     { l.WriteString([]string{"up", "", "down"}[n+1]) }
func (l *log) Top()           { l.WriteString("top") }
func (l *log) Bottom()        { l.WriteString("bottom") }
func (l *log) HalfPage(n int) { l.WriteString([]string{"half up", "", "half down"}[n+1]) }
func (l *log) Page(n int)     { l.WriteString([]string{"page up", "", "page down"}[n+1]) }

func TestMove(t *testing.T) {
	list := keys.NewList(config.Default().Keys)
	for _, tt := range []struct {
		msg        tea.KeyPressMsg
		want, page string
	}{
		{tea.KeyPressMsg{Code: 'j', Text: "j"}, "down", ""},
		{tea.KeyPressMsg{Code: tea.KeyDown}, "down", ""},
		{tea.KeyPressMsg{Code: tea.KeyUp}, "up", ""},
		{tea.KeyPressMsg{Code: 'g', Text: "g"}, "top", ""},
		{tea.KeyPressMsg{Code: 'g', ShiftedCode: 'G', Text: "G", Mod: tea.ModShift}, "bottom", ""},
		{tea.KeyPressMsg{Code: 'd', Mod: tea.ModCtrl}, "half down", "half down"},
		{tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl}, "half up", "half up"},
		{tea.KeyPressMsg{Code: tea.KeyPgDown}, "page down", "page down"},
		{tea.KeyPressMsg{Code: tea.KeyPgUp}, "page up", "page up"},
		{tea.KeyPressMsg{Code: 'x', Text: "x"}, "", ""},
	} {
		var all, page log
		if moved := list.Move(tt.msg, &all); all.String() != tt.want || moved != (tt.want != "") {
			t.Errorf("Move(%s) = %q, %v; want %q", tt.msg, all.String(), moved, tt.want)
		}
		if moved := list.MovePage(tt.msg, &page); page.String() != tt.page || moved != (tt.page != "") {
			t.Errorf("MovePage(%s) = %q, %v; want %q", tt.msg, page.String(), moved, tt.page)
		}
	}
}

func TestBind(t *testing.T) {
	b := keys.Bind(config.Binding{Action: "open", Keys: []string{"enter", "o"}, Label: "go on"})
	if !key.Matches(tea.KeyPressMsg{Code: 'o', Text: "o"}, b) || b.Help() != (key.Help{Key: "enter", Desc: "go on"}) {
		t.Errorf("got %v with help %v", b.Keys(), b.Help())
	}
	if read := keys.As(b, "read"); read.Help().Desc != "read" || b.Help().Desc != "go on" {
		t.Errorf("As changed %v into %v", b.Help(), read.Help())
	}
	if off := keys.Bind(config.Binding{Action: "open", Label: "go on"}); off.Enabled() {
		t.Error("an action without keys is live")
	}
}
