// Package field is how every text field of the screens is made: in the theme's looks, with the configured keys.
//
// Non-goals: the field itself (ui/prose), and where one stands.
package field

import (
	"bounceback/ui/config"
	"bounceback/ui/keys"
	"bounceback/ui/prose"
	"bounceback/ui/theme"

	"charm.land/lipgloss/v2"
)

// Options returns the options of a field of many lines; the caller changes what is different about its own.
func Options(t *theme.Theme, k config.Keys) prose.Options {
	pk := prose.DefaultKeys()
	pk.Undo = keys.Bind(k.Binding("undo_edit"))
	pk.Redo = keys.Bind(k.Binding("redo_edit"))
	return prose.Options{Styles: Styles(t), Keys: pk, ASCII: t.ASCII}
}

// OneLine returns an empty, blurred field of one line.
func OneLine(t *theme.Theme, k config.Keys, placeholder string) *prose.Model {
	o := Options(t, k)
	o.OneLine, o.Placeholder = true, placeholder
	return prose.New(o)
}

// Styles returns the looks of a field in a theme. The one kind of mark is a remark.
func Styles(t *theme.Theme) prose.Styles {
	return prose.Styles{
		Text: t.Text, Placeholder: t.Placeholder, Selection: t.Selection, Control: t.Control,
		Marks: []lipgloss.Style{t.Remark},
	}
}
