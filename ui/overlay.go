package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	uikeys "bounceback/ui/keys"
	"bounceback/ui/mouse"
	"bounceback/ui/theme"
)

// What lies over the screen: capture, what waits, help, and the three questions that are ever asked.

func (a *App) openCapture() tea.Cmd {
	a.overlay = captureOverlay
	return nil
}

func (a *App) openNext() tea.Cmd {
	a.overlay = nextOverlay
	a.next.First()
	return a.viewCmd()
}

func (a *App) overlayKey(msg tea.KeyPressMsg) tea.Cmd {
	switch a.overlay {
	case captureOverlay:
		return a.toFocused(msg)
	case nextOverlay:
		if key.Matches(msg, a.keys.next) {
			return a.back()
		}
		cmd, asked := a.next.Update(msg)
		return tea.Batch(cmd, a.do(asked))
	case helpOverlay:
		return a.helpKey(msg)
	case conflictOverlay:
		return a.conflictKey(msg)
	case editorOverlay:
		return a.editorKey(msg)
	case recoverOverlay:
		return a.recoverKey(msg)
	}
	return nil
}

func (a *App) overlayBindings() []key.Binding {
	switch a.overlay {
	case captureOverlay:
		return a.capture.Bindings()
	case nextOverlay:
		return a.next.Bindings()
	case helpOverlay:
		return []key.Binding{a.keys.back, a.keys.down, a.keys.up}
	case conflictOverlay:
		return []key.Binding{a.keys.down, a.keys.up, uikeys.As(a.keys.open, "take it")}
	case recoverOverlay:
		return []key.Binding{uikeys.As(a.keys.open, "bring it in"), uikeys.As(a.keys.back, "leave it there")}
	case editorOverlay:
		return []key.Binding{uikeys.As(a.keys.open, "finished"), uikeys.As(a.keys.back, "leave it")}
	}
	return nil
}

// box is the overlay's picture and where it stands.
func (a *App) box() (s string, at rect, ok bool) {
	switch a.overlay {
	case captureOverlay:
		return a.capture.View(), a.captureRect(), true
	case nextOverlay:
		w, h := a.next.Box()
		return a.next.View(), a.centered(w, h), true
	case helpOverlay:
		return a.helpBox()
	case conflictOverlay:
		return a.textBox("Changed on both sides", a.conflictText())
	case recoverOverlay:
		return a.textBox("From last time", a.recoverText())
	case editorOverlay:
		return a.textBox("Your editor", "It came back at once, with nothing changed. Still open elsewhere?\n\nenter when you have finished there · esc leaves it as it is")
	}
	return "", rect{}, false
}

func (a *App) captureRect() rect {
	w, h := a.capture.Box()
	at := a.centered(w, h)
	at.y = min(at.y, a.h/4)
	return at
}

func (a *App) centered(w, h int) rect {
	return rect{max((a.w-w)/2, 0), max((a.h-h)/2, 0), w, h}
}

// textBox is a box of running text in the middle of the screen.
func (a *App) textBox(title, text string) (string, rect, bool) {
	w := min(68, a.w-4)
	if w < 10 {
		w = a.w
	}
	lines := theme.Wrap(text, max(w-4, 1))
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	h := min(len(lines)+2, a.h)
	return a.theme.Frame(title, strings.Join(lines, "\n"), w, h, true), a.centered(w, h), true
}

func (a *App) mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	if click, ok := msg.(tea.MouseClickMsg); ok && click.Button == tea.MouseLeft {
		a.note = ""
		if a.overlay == noOverlay && !a.rehearsing && a.at.header.has(m.X, m.Y) {
			for _, t := range a.tabs() {
				if m.X >= t.from && m.X < t.to {
					return a.showPane(t.pane)
				}
			}
			return nil
		}
	}
	switch a.overlay {
	case captureOverlay:
		return a.toFocused(inside(msg, a.captureRect()))
	case nextOverlay:
		w, h := a.next.Box()
		cmd, asked := a.next.Update(inside(msg, a.centered(w, h)))
		return tea.Batch(cmd, a.do(asked))
	case noOverlay:
	default:
		return nil
	}
	if a.rehearsing {
		return a.toFocused(msg)
	}
	if a.at.wide && a.pane == timelinePane && a.inGuide && !a.inReading && !a.inShare {
		if _, click := msg.(tea.MouseClickMsg); click {
			a.onList = a.at.left.has(m.X, m.Y)
		}
	}
	r := a.focusedRect()
	if !r.has(m.X, m.Y) {
		return nil
	}
	return a.toFocused(inside(msg, r))
}

// inside is a mouse message as what stands in a rectangle sees it.
func inside(msg tea.MouseMsg, r rect) tea.Msg { return mouse.Shift(msg, -r.x, -r.y) }
