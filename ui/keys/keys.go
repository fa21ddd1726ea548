// Package keys turns the configured keys into the bindings that the screens match, show in the footer and list in help.
//
// Goals: one place where a configured action becomes a key.Binding, and the moves that every list answers alike.
// Non-goals: which keys there are (ui/config), which of them are live (each pane says so itself).
package keys

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/ui/config"
)

// Bind returns the binding of an action. One that was switched off never matches and shows nowhere.
func Bind(b config.Binding) key.Binding {
	if len(b.Keys) == 0 {
		return key.NewBinding(key.WithDisabled())
	}
	return key.NewBinding(key.WithKeys(b.Keys...), key.WithHelp(Shown(b.Shown()), b.Label))
}

// Shown is a key as the screen writes it: F2 is what stands on the keyboard.
func Shown(key string) string {
	if len(key) > 1 && key[0] == 'f' && strings.Trim(key[1:], "0123456789") == "" {
		return "F" + key[1:]
	}
	return key
}

// List is the keys of a list or a page.
type List struct {
	Down, Up, Top, Bottom, HalfDown, HalfUp, PageDown, PageUp key.Binding
	Open, Back, Filter                                        key.Binding
}

// NewList returns the keys of a list as they are configured.
func NewList(k config.Keys) List {
	bind := func(action string) key.Binding { return Bind(k.Binding(action)) }
	return List{
		Down: bind("down"), Up: bind("up"), Top: bind("top"), Bottom: bind("bottom"),
		HalfDown: bind("half_down"), HalfUp: bind("half_up"), PageDown: bind("page_down"), PageUp: bind("page_up"),
		Open: bind("open"), Back: bind("back"), Filter: bind("filter"),
	}
}

// Mover is what the moving keys move: a selection, or a page.
type Mover interface {
	Move(n int)     // n rows or lines down, up when negative
	Top()           // to the first
	Bottom()        // to the last
	HalfPage(n int) // n half pages down
	Page(n int)     // n pages down
}

// Move moves m when msg is a moving key and reports whether it was one.
func (l List) Move(msg tea.KeyPressMsg, m Mover) bool {
	switch {
	case key.Matches(msg, l.Down):
		m.Move(1)
	case key.Matches(msg, l.Up):
		m.Move(-1)
	case key.Matches(msg, l.Top):
		m.Top()
	case key.Matches(msg, l.Bottom):
		m.Bottom()
	default:
		return l.MovePage(msg, m)
	}
	return true
}

// MovePage is [List.Move] for the page keys alone.
func (l List) MovePage(msg tea.KeyPressMsg, m Mover) bool {
	switch {
	case key.Matches(msg, l.HalfDown):
		m.HalfPage(1)
	case key.Matches(msg, l.HalfUp):
		m.HalfPage(-1)
	case key.Matches(msg, l.PageDown):
		m.Page(1)
	case key.Matches(msg, l.PageUp):
		m.Page(-1)
	default:
		return false
	}
	return true
}

// Moves lists the moving keys for help.
func (l List) Moves() []key.Binding {
	return []key.Binding{l.Down, l.Up, l.Top, l.Bottom, l.HalfDown, l.HalfUp, l.PageDown, l.PageUp}
}

// As returns b with another word for what it does, where the situation knows a better one.
func As(b key.Binding, does string) key.Binding {
	b.SetHelp(b.Help().Key, does)
	return b
}
