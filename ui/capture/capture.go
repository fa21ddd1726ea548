// Package capture is the one line over whatever is on screen in which a mistake is written down.
//
// Goals: nothing typed is ever lost: leaving keeps it, and a save that fails keeps it and says why. Non-goals: reading the
// line (journal/capture), keeping the draft on disk, and saving, which the owner does.
package capture

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/ui/ask"
	"bounceback/ui/config"
	"bounceback/ui/field"
	"bounceback/ui/keys"
	"bounceback/ui/mouse"
	"bounceback/ui/prose"
	"bounceback/ui/theme"
)

const (
	widest   = 76 // cells
	mostRows = 3  // of the field
	leastIn  = 3  // rows within the frame
)

// Options is what the overlay is made of.
type Options struct {
	Theme  *theme.Theme
	Keys   config.Keys
	Tokens bool // +tag @person sev: when: are read in the line
}

// Model is the overlay. Create it with New.
type Model struct {
	theme       *theme.Theme
	tokens      bool
	save, leave key.Binding
	field       *prose.Model
	w, h        int // of the screen
	err         string
}

// New returns an empty overlay.
func New(o Options) *Model {
	m := &Model{
		theme: o.Theme, tokens: o.Tokens, field: field.OneLine(o.Theme, o.Keys, ""),
		save:  key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", "saves")),
		leave: keys.As(keys.Bind(o.Keys.Binding("leave")), "keeps it for later"),
	}
	m.field.Focus()
	return m
}

// SetTheme changes the looks.
func (m *Model) SetTheme(t *theme.Theme) {
	m.theme = t
	m.field.SetStyles(field.Styles(t))
}

// SetSize sets the size of the screen that the overlay stands on; Box tells its own.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = max(w, 0), max(h, 0)
	m.layout()
}

// Box returns the size of what View draws.
func (m *Model) Box() (w, h int) {
	return max(min(widest, m.w-4), 0), min(max(m.rows()+len(m.foot()), leastIn)+2, m.h)
}

// rows is how many rows the field has.
func (m *Model) rows() int {
	if m.inner() < 1 {
		return 1
	}
	return max(min(m.field.Height(m.inner()), mostRows), 1)
}

// inner is the width of the field.
func (m *Model) inner() int { return min(widest, m.w-4) - 4 }

// layout gives the field what the frame and the lines below leave.
func (m *Model) layout() {
	_, h := m.Box()
	m.field.SetSize(max(m.inner(), 0), max(h-2-len(m.foot()), 1))
}

// Text returns what was typed.
func (m *Model) Text() string { return m.field.Text() }

// SetText puts a kept line back.
func (m *Model) SetText(s string) {
	m.field.SetText(s)
	m.err = ""
	m.layout()
}

// Saved clears the line: it is in the journal.
func (m *Model) Saved() { m.SetText("") }

// Failed keeps the line and says why it is not in the journal.
func (m *Model) Failed(why string) {
	m.err = why
	m.layout()
}

// Writing is always true: the overlay is a text field.
func (m *Model) Writing() bool { return true }

// Bindings are the keys that do something here.
func (m *Model) Bindings() []key.Binding { return []key.Binding{m.save, m.leave} }

// Update takes a key, a paste or the mouse; the mouse's place is relative to the box.
func (m *Model) Update(msg tea.Msg) (tea.Cmd, ask.Ask) {
	switch k := msg.(type) {
	case tea.KeyPressMsg:
		switch {
		case key.Matches(k, m.save):
			if strings.TrimSpace(m.field.Text()) == "" {
				return nil, ask.Back{}
			}
			return nil, ask.Capture{Line: m.field.Text()}
		case key.Matches(k, m.leave):
			return nil, ask.Back{}
		}
	case tea.MouseMsg:
		msg = mouse.Shift(k, -2, -1)
	}
	rev := m.field.Rev()
	_, cmd := m.field.Update(msg)
	if m.field.Rev() != rev {
		m.err = ""
		m.layout()
	}
	return cmd, nil
}

// View draws the box.
func (m *Model) View() string {
	w, h := m.Box()
	foot := m.foot()
	text := strings.ReplaceAll(m.field.View(), "\n", "\n ")
	body := theme.FitBlock(" "+text, max(w-2, 0), max(h-2-len(foot), 0))
	if body != "" {
		body += "\n"
	}
	return m.theme.Frame("What happened?", body+" "+strings.Join(foot, "\n "), w, h, true)
}

// foot is the lines below the field: the error that stands, or what the keys do, in as many words as there is room for.
func (m *Model) foot() []string {
	room := max(m.inner(), 1)
	if m.err != "" {
		lines := theme.Wrap(theme.Clean(m.err), room)
		for i, l := range lines {
			lines[i] = m.theme.Error.Render(l)
		}
		return lines[:min(len(lines), mostRows)]
	}
	var tokens string
	if m.tokens {
		tokens = " " + m.theme.Glyphs.Dot + " +tag @person sev:slip when:yesterday"
	}
	short := []key.Binding{m.save, keys.As(m.leave, "keeps it")}
	const all = 1000 // cells, more than the keys take
	for _, try := range []string{
		m.theme.Footer(m.Bindings(), all) + m.theme.Dim.Render(tokens),
		m.theme.Footer(short, all) + m.theme.Dim.Render(tokens),
		m.theme.Footer(m.Bindings(), all),
	} {
		if theme.Width(try) <= room {
			return []string{try}
		}
	}
	return []string{m.theme.Footer(short, room)}
}

// Cursor returns where the text cursor is, relative to the box.
func (m *Model) Cursor() *tea.Cursor {
	w, h := m.Box()
	x, y, ok := m.field.Cursor()
	if !ok || w < 5 || y+1 >= h-1 {
		return nil
	}
	return tea.NewCursor(x+2, y+1)
}
