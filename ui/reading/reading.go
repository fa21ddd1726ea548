// Package reading is a whole entry as one page to read, or, for a file that can't be read as an entry, the file itself
// with what is wrong where.
//
// Goals: a page that is there at once and rendered a moment later; lines no longer than reads well. Non-goals: what the
// page says (ui/page), rendering it, changing anything.
package reading

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/ui/ask"
	"bounceback/ui/config"
	"bounceback/ui/keys"
	"bounceback/ui/mouse"
	"bounceback/ui/page"
	"bounceback/ui/sheet"
	"bounceback/ui/theme"
)

// Widest is how many cells a line of text takes at most.
const Widest = 90

// wheelLines is how far one notch of the wheel goes.
const wheelLines = 3

// Options is what a page is made of.
type Options struct {
	Theme *theme.Theme
	Keys  config.Keys
}

// Model is the page. Create it with New.
type Model struct {
	theme  *theme.Theme
	list   keys.List
	editor key.Binding

	w, h     int
	path     string
	title    string
	markdown string
	key      string
	broken   *broken
	sheet    sheet.Model
	renders  sheet.Renders
}

// New returns an empty page.
func New(o Options) *Model {
	return &Model{theme: o.Theme, list: keys.NewList(o.Keys), editor: keys.Bind(o.Keys.Binding("reading_editor"))}
}

// SetTheme changes the looks.
func (m *Model) SetTheme(t *theme.Theme) {
	m.theme = t
	m.renders.Restyle()
	m.version()
	m.show()
}

// SetSize sets the size in cells, frame and all.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = max(w, 0), max(h, 0)
	m.show()
}

// Open shows an entry. The place in the text stays when the same entry comes again.
func (m *Model) Open(path string, e *journal.Entry) {
	if path != m.path {
		m.sheet.Top()
	}
	m.path, m.title, m.broken = path, e.Name(), nil
	m.markdown = page.Markdown(e, true)
	m.version()
	m.show()
}

// OpenBroken shows a file that can't be read as an entry. Line counts from 1; 0 means that it is not known.
func (m *Model) OpenBroken(path string, line int, reason, text string) {
	if path != m.path {
		m.sheet.Top()
	}
	m.path, m.title, m.markdown, m.key = path, path[strings.LastIndexByte(path, '/')+1:], "", ""
	m.broken = &broken{path: path, line: line, reason: reason, text: text}
	m.show()
}

// Path returns the entry or file that is shown.
func (m *Model) Path() string { return m.path }

// SetRendered takes in an answer to ask.Render; one that nobody waits for is dropped.
func (m *Model) SetRendered(key string, width int, text string) {
	if m.renders.Set(key, width, text) {
		m.show()
	}
}

// Wants returns what the page still needs, and nil when that was asked for already. Ask it after a change from outside;
// Update's own ask has it.
func (m *Model) Wants() ask.Ask {
	if m.markdown == "" {
		return nil
	}
	_, _, a := m.renders.Want(m.key, m.markdown, m.textWidth())
	return a
}

func (m *Model) version() {
	if m.markdown != "" {
		m.key = m.renders.Key(m.path, m.markdown)
	}
}

// textWidth is the width of a line of text.
func (m *Model) textWidth() int { return min(Widest, m.w-4) }

// show puts into the sheet what there is.
func (m *Model) show() {
	w := m.textWidth()
	m.sheet.SetSize(w, m.h-2)
	if w < 1 {
		return
	}
	if m.broken != nil {
		m.sheet.SetText(m.broken.lines(m.theme, w, m.editor.Help().Key))
		return
	}
	if text, ok := m.renders.Peek(m.key, w); ok {
		m.sheet.SetText(text)
		return
	}
	m.sheet.SetText(strings.Join(theme.Wrap(page.Plain(m.markdown), w), "\n"))
}

// Writing is always false: nothing is written here.
func (m *Model) Writing() bool { return false }

// Cursor is always nil.
func (m *Model) Cursor() *tea.Cursor { return nil }

// Bindings are the keys that do something now, the most important first.
func (m *Model) Bindings() []key.Binding {
	out := []key.Binding{m.list.Back}
	if m.broken == nil {
		out = []key.Binding{m.list.Open, m.list.Back}
	}
	out = append(out, m.editor)
	if _, ok := m.sheet.Percent(); ok {
		out = append(out, m.list.Moves()...)
	}
	return out
}

// Update takes a key or the wheel.
func (m *Model) Update(msg tea.Msg) (tea.Cmd, ask.Ask) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if a := m.pressed(msg); a != nil {
			return nil, a
		}
	case tea.MouseWheelMsg:
		m.sheet.Move(mouse.Lines(msg, wheelLines))
	}
	return nil, m.Wants()
}

func (m *Model) pressed(msg tea.KeyPressMsg) ask.Ask {
	switch {
	case m.list.Move(msg, &m.sheet):
	case key.Matches(msg, m.list.Back):
		return ask.Back{}
	case key.Matches(msg, m.list.Open) && m.broken == nil:
		return ask.Open{Path: m.path}
	case key.Matches(msg, m.editor):
		return ask.Editor{Path: m.path}
	}
	return nil
}

// View draws the page, exactly as large as it is.
func (m *Model) View() string {
	w := m.textWidth()
	body := ""
	if w > 0 && m.h > 2 {
		pad := strings.Repeat(" ", (m.w-2-w)/2)
		body = pad + strings.ReplaceAll(m.sheet.View(), "\n", "\n"+pad)
	}
	return m.theme.Frame(m.frameTitle(), body, m.w, m.h, true)
}

// frameTitle is the title, unless the page begins with it in sight, and, when there is more than fits, how far down one is.
func (m *Model) frameTitle() string {
	title := theme.Clean(m.title)
	if m.markdown != "" && m.sheet.AtTop() {
		title = "Mistake"
	}
	at := m.sheet.Place()
	if at == "" {
		return title
	}
	at = " " + m.theme.Glyphs.Dot + " " + at
	return m.theme.Cut(title, max(m.w-6-theme.Width(at), 0)) + at
}
