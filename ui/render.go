package ui

import (
	"sync"

	tea "charm.land/bubbletea/v2"
	"charm.land/glamour/v2"

	"bounceback/ui/ask"
	"bounceback/ui/theme"
	"bounceback/ui/theme/markdown"
)

type renderedMsg struct {
	key   string
	width int
	text  string
}

// renderer turns Markdown into styled text, outside of Update. A glamour renderer may not be used twice at a time and is
// worth keeping, so there is one for the last width, behind a lock. Generation changes with the theme: what was rendered
// for another one is not cached by anybody.
type renderer struct {
	mu    sync.Mutex
	width int
	theme *theme.Theme
	term  *glamour.TermRenderer
}

func newRenderer() *renderer { return &renderer{} }

func (r *renderer) restyle() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.term = nil
}

func (r *renderer) cmd(t *theme.Theme, q ask.Render) tea.Cmd {
	return func() tea.Msg { return renderedMsg{q.Key, q.Width, r.render(t, q)} }
}

// render falls back to the Markdown itself: text that is not pretty is better than none.
func (r *renderer) render(t *theme.Theme, q ask.Render) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.term == nil || r.width != q.Width || r.theme != t {
		term, err := glamour.NewTermRenderer(glamour.WithStyles(markdown.Style(t)), glamour.WithWordWrap(q.Width),
			glamour.WithPreservedNewLines())
		if err != nil {
			return q.Markdown
		}
		r.term, r.width, r.theme = term, q.Width, t
	}
	out, err := r.term.Render(q.Markdown)
	if err != nil {
		return q.Markdown
	}
	return out
}
