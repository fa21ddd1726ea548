// Package filter is the line above a list in which a person types what to look for, and the list with that line above it.
//
// Goals: what is typed acts at once; it stays in sight while it filters; what can't be read is said in a dim line or two.
// Non-goals: finding anything (journal/query and the pane's owner do), knowing what the list is of.
package filter

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal/query"
	"bounceback/ui/config"
	"bounceback/ui/field"
	"bounceback/ui/keys"
	"bounceback/ui/prose"
	"bounceback/ui/theme"
)

const sign = "/ "

// Model is the filter of one list.
type Model struct {
	theme   *theme.Theme
	field   *prose.Model
	keep    key.Binding
	clear   key.Binding
	w       int
	count   string
	rev     uint64 // of the field when query was parsed
	query   query.Query
	writing bool
}

// New returns an empty filter.
func New(t *theme.Theme, k config.Keys) *Model {
	m := &Model{
		theme: t, field: field.OneLine(t, k, "words, tag: person: severity: step: is: after:"),
		keep:  key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "keep")),
		clear: keys.As(keys.Bind(k.Binding("leave")), "show everything"),
	}
	m.parse()
	return m
}

// SetTheme changes the looks.
func (m *Model) SetTheme(t *theme.Theme) {
	m.theme = t
	m.field.SetStyles(field.Styles(t))
}

// SetWidth sets how many cells the filter takes.
func (m *Model) SetWidth(w int) {
	m.w = max(w, 0)
	m.layout()
}

// SetCount says how much was found; it stands at the right, as far as there is room.
func (m *Model) SetCount(count string) {
	m.count = count
	m.layout()
}

// leastField is how many cells the field keeps for itself.
const leastField = 12

// layout gives the field its room, and returns the count if there is some left.
func (m *Model) layout() (count string) {
	room := m.w - theme.Width(sign)
	if n := theme.Width(m.count); n > 0 && room-n-1 >= leastField {
		room -= n + 1
		count = m.count
	}
	m.field.SetSize(max(room, 0), 1)
	return count
}

// Query returns what was typed.
func (m *Model) Query() string { return m.field.Text() }

// Parsed returns what was typed, as it was understood.
func (m *Model) Parsed() query.Query { return m.query }

// Writing reports whether the person is typing in it.
func (m *Model) Writing() bool { return m.writing }

// Height returns how many rows the filter takes: none when it is empty and nobody types.
func (m *Model) Height() int {
	switch {
	case !m.writing && m.field.Empty():
		return 0
	}
	return 1 + len(m.problems())
}

// problems is what can't be read, on at most two lines beside the sign.
func (m *Model) problems() []string {
	const most = 2
	all := m.query.Problems()
	if len(all) == 0 {
		return nil
	}
	w := max(m.w-theme.Width(sign), 1)
	lines := theme.Wrap(strings.Join(all, "; "), w)
	if len(lines) > most {
		lines[most-1] = m.theme.Cut(strings.Join(lines[most-1:], " "), w)
		lines = lines[:most]
	}
	return lines
}

// Nothing is what to say in the place of the rows when nothing matches. Back is the key that shows everything again.
func (m *Model) Nothing(back key.Binding) []string {
	out := []string{"Nothing here matches."}
	for _, hint := range m.query.Hints() {
		out = append(out, strings.ToUpper(hint[:1])+hint[1:]+".")
	}
	return append(out, back.Help().Key+" shows everything again.")
}

// Begin lets the person type.
func (m *Model) Begin() {
	m.writing = true
	m.field.Focus()
}

// Clear empties the filter and ends the typing.
func (m *Model) Clear() {
	m.field.SetText("")
	m.parse()
	m.end()
}

func (m *Model) end() {
	m.writing = false
	m.field.Blur()
}

func (m *Model) parse() {
	m.rev = m.field.Rev()
	m.query = query.Parse(m.field.Text())
}

// Update takes a key or a paste while the person types, and reports whether the message was for the filter. What changed
// is seen in Query.
func (m *Model) Update(msg tea.Msg) (handled bool, cmd tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(k, m.keep):
			m.end()
			return true, nil
		case key.Matches(k, m.clear):
			m.Clear()
			return true, nil
		}
	}
	handled, cmd = m.field.Update(msg)
	if m.field.Rev() != m.rev {
		m.parse()
	}
	return handled, cmd
}

// Bindings are the keys while the person types.
func (m *Model) Bindings() []key.Binding { return []key.Binding{m.keep, m.clear} }

// View draws Height rows.
func (m *Model) View() string {
	if m.Height() == 0 || m.w == 0 {
		return ""
	}
	t := m.theme
	row := t.Accent.Render(sign) + m.field.View()
	if count := m.layout(); count != "" {
		row += " " + t.Dim.Render(count)
	}
	out := theme.FitBlock(row, m.w, 1)
	for _, l := range m.problems() {
		out += "\n" + t.Fit(strings.Repeat(" ", theme.Width(sign))+t.Dim.Render(l), m.w)
	}
	return out
}

// Cursor returns the cell of the text cursor, relative to the filter; ok is false when nobody types.
func (m *Model) Cursor() (x, y int, ok bool) {
	x, y, ok = m.field.Cursor()
	return min(x+theme.Width(sign), max(m.w-1, 0)), y, ok && m.w > 0
}
