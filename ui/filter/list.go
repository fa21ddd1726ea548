package filter

import (
	tea "charm.land/bubbletea/v2"

	"bounceback/ui/config"
	"bounceback/ui/keys"
	"bounceback/ui/mouse"
	"bounceback/ui/rows"
	"bounceback/ui/sheet"
	"bounceback/ui/theme"
)

// wheelLines is how far one notch of the wheel goes.
const wheelLines = 3

// List is rows with their filter above them, in a frame that the pane draws. Create it with NewList.
type List struct {
	*rows.Model
	Filter *Model

	keys keys.List
	w, h int // within the frame
}

// NewList returns an empty list.
func NewList(t *theme.Theme, k config.Keys) *List {
	return &List{Model: rows.New(), Filter: New(t, k), keys: keys.NewList(k)}
}

// SetSize sets the size in cells, frame and all. Count is how much the filter finds.
func (l *List) SetSize(w, h int, count string) {
	l.w, l.h = max(w-2, 0), max(h-2, 0)
	l.Filter.SetWidth(l.w)
	l.Filter.SetCount(count)
	l.Model.SetSize(l.w, max(l.h-l.Filter.Height(), 0))
}

// Typed takes what is typed while the person writes in the filter, and reports whether the query is another one by now.
// Keys that mean nothing there still move about the rows.
func (l *List) Typed(msg tea.Msg) (changed bool, cmd tea.Cmd) {
	before := l.Filter.Query()
	handled, cmd := l.Filter.Update(msg)
	if k, ok := msg.(tea.KeyPressMsg); ok && !handled {
		l.keys.Move(k, l.Model)
	}
	return l.Filter.Query() != before, cmd
}

// Clicked selects the row under the mouse, whose place is relative to the frame; hit is false when none is there, and again
// is true when that one was selected already. A click on the filter lets the person type.
func (l *List) Clicked(msg tea.MouseClickMsg) (again, hit bool) {
	top := 1 + l.Filter.Height()
	if msg.Button != tea.MouseLeft || msg.X < 1 || msg.X > l.w {
		return false, false
	}
	if msg.Y >= 1 && msg.Y < top {
		l.Filter.Begin()
		return false, false
	}
	id, ok := l.At(msg.Y - top)
	if !ok {
		return false, false
	}
	selected, _ := l.Selected()
	l.Select(id)
	return id == selected, true
}

// Wheel scrolls the rows.
func (l *List) Wheel(msg tea.MouseWheelMsg) { l.Scroll(mouse.Lines(msg, wheelLines)) }

// View draws what stands within the frame: the filter, and below it the rows, or the words that stand in their place.
func (l *List) View(instead ...string) string {
	body := l.Model.View()
	if l.Len() == 0 {
		body = sheet.Notice(l.Filter.theme, l.w, max(l.h-l.Filter.Height(), 0), instead...)
	}
	if above := l.Filter.View(); above != "" {
		return above + "\n" + body
	}
	return body
}

// Cursor returns where the text cursor is, relative to the frame; nil when nobody types.
func (l *List) Cursor() *tea.Cursor {
	x, y, ok := l.Filter.Cursor()
	if !ok || l.w < 1 || l.h < 1 {
		return nil
	}
	return tea.NewCursor(x+1, y+1)
}
