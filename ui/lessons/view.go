package lessons

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// layout gives list and lesson their room.
func (m *Model) layout() {
	list, _ := m.split()
	m.rows.SetSize(list, m.h, m.count())
	m.sheet.SetSize(m.textWidth(), m.h-2)
	m.show()
}

// split is how wide list and lesson are; one of them is 0 when only the other is on screen.
func (m *Model) split() (list, lesson int) {
	switch {
	case m.wide() && len(m.all) > 0:
		list = min(max(m.w*2/5, 44), 64)
		return list, m.w - list
	case m.open:
		return m.w, m.w
	}
	return m.w, 0
}

// textWidth is the width of a line of the opened lesson.
func (m *Model) textWidth() int {
	_, lesson := m.split()
	return max(min(lesson-4, widestText), 0)
}

// View draws the pane, exactly as large as it is.
func (m *Model) View() string {
	list, lesson := m.split()
	switch {
	case m.wide() && len(m.all) > 0:
		return lipgloss.JoinHorizontal(lipgloss.Top, m.viewList(list, !m.open), m.viewLesson(lesson))
	case m.open && len(m.shown) > 0:
		return m.viewLesson(m.w)
	}
	return m.viewList(m.w, true)
}

func (m *Model) viewList(w int, focus bool) string {
	instead := []string{"What you learn is kept here.", "The last step of each mistake asks for it, in its own time."}
	if len(m.all) > 0 {
		instead = m.rows.Filter.Nothing(m.keys.Back)
	}
	title := "Lessons"
	if m.byTheme {
		title += " " + m.theme.Glyphs.Dot + " by theme"
	}
	return m.theme.Frame(title, m.rows.View(instead...), w, m.h, focus)
}

func (m *Model) viewLesson(w int) string {
	text := m.textWidth()
	pad := strings.Repeat(" ", max((w-2-text)/2, 0))
	if m.wide() {
		pad = " "
	}
	title := "Lesson"
	if m.story {
		title = "Story"
	}
	if place := m.sheet.Place(); place != "" {
		title += " " + m.theme.Glyphs.Dot + " " + place
	}
	body := pad + strings.ReplaceAll(m.sheet.View(), "\n", "\n"+pad)
	return m.theme.Frame(title, body, w, m.h, m.open)
}

// count stands beside the filter, and nowhere else.
func (m *Model) count() string {
	if m.rows.Filter.Query() == "" {
		return ""
	}
	found := make(map[string]bool, len(m.shown))
	for _, r := range m.shown {
		found[r.card.Path] = true
	}
	return fmt.Sprintf("%d of %d", len(found), len(m.all))
}

// Cursor returns where the text cursor is, relative to the pane; nil when nobody types.
func (m *Model) Cursor() *tea.Cursor { return m.rows.Cursor() }
