package ui

import tea "charm.land/bubbletea/v2"

// rect is a rectangle in cells.
type rect struct{ x, y, w, h int }

func (r rect) has(x, y int) bool { return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }

// layout is where everything stands.
type layout struct {
	header, footer rect
	body           rect
	left, right    rect // of the body; right is empty in a narrow terminal
	wide           bool
}

// Sizes in cells.
const (
	wideFrom  = 110 // from this width on two panes stand side by side
	tallFrom  = 6   // below this height there is no header
	leftLeast = 44
	leftMost  = 64
)

// newLayout is the whole geometry: a header, two panes or one, a footer of so many rows.
func newLayout(w, h, bottom int) layout {
	l := layout{wide: w >= wideFrom}
	top := 1
	bottom = max(bottom, 1)
	if h < tallFrom {
		top = 0
	}
	if h < 2 {
		bottom = 0
	}
	l.header = rect{0, 0, w, min(top, h)}
	l.body = rect{0, top, w, max(h-top-bottom, 0)}
	l.footer = rect{0, h - bottom, w, bottom}
	l.left = l.body
	if l.wide {
		l.left.w = min(max(w*2/5, leftLeast), leftMost)
		l.right = rect{l.left.w, l.body.y, w - l.left.w, l.body.h}
	}
	return l
}

func (a *App) resize(w, h int) tea.Cmd {
	a.w, a.h, a.footRows = w, h, 0
	a.footRows = a.footerRows()
	a.relayout()
	return a.wants()
}

// relayout gives every pane its rectangle. Two panes side by side are the timeline with its summary or the guide; lessons
// and pages have the whole body to themselves.
func (a *App) relayout() {
	a.at = newLayout(a.w, a.h, a.footRows)
	a.onList = a.onList && a.at.wide // else the guide lies over the list
	a.timeline.SetWide(a.at.wide)
	a.timeline.SetSize(a.at.left.w, a.at.left.h)
	a.lessons.SetSize(a.at.body.w, a.at.body.h)
	r := a.guideRect()
	a.guide.SetWide(a.at.wide)
	a.guide.SetSize(r.w, r.h)
	a.reading.SetSize(a.at.body.w, a.at.body.h)
	a.share.SetSize(a.at.body.w, a.at.body.h)
	a.amends.SetSize(a.at.body.w, a.at.body.h)
	a.rehearse.SetSize(a.w, a.h)
	a.capture.SetSize(a.w, a.h)
	a.next.SetSize(a.w, a.h)
}

func (a *App) guideRect() rect {
	if a.at.wide {
		return a.at.right
	}
	return a.at.body
}

// focusedRect is where the pane with the keys stands.
func (a *App) focusedRect() rect {
	switch {
	case a.rehearsing:
		return rect{0, 0, a.w, a.h}
	case a.inShare, a.inReading, a.pane == lessonsPane, a.pane == amendsPane:
		return a.at.body
	case a.inGuide && !a.onList:
		return a.guideRect()
	}
	return a.at.left
}
