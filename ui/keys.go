package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/ui/ask"
	"bounceback/ui/config"
	uikeys "bounceback/ui/keys"
)

// globalKeys act everywhere outside of text; those with a ctrl or an F-key also while one writes.
type globalKeys struct {
	timeline, lessons, amends, nextPane, capture, next, help, save, redraw, suspend, quit, forceQuit key.Binding
	open, back, down, up                                                                             key.Binding
}

func newGlobalKeys(c config.Keys) globalKeys {
	b := func(action string) key.Binding { return uikeys.Bind(c.Binding(action)) }
	return globalKeys{
		timeline: b("timeline"), lessons: b("lessons"), amends: b("amends"), nextPane: b("next_pane"), capture: b("capture"), next: b("next"),
		help: b("help"), save: b("save"), redraw: b("redraw"), suspend: b("suspend"), quit: b("quit"), forceQuit: b("force_quit"),
		open: b("open"), back: b("back"), down: b("down"), up: b("up"),
	}
}

// press asks for a key's meaning in this order: what must always work, the overlay, the text that is being written, the keys
// of the whole screen, the pane.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	if !key.Matches(msg, a.keys.forceQuit) {
		a.quitAnyway = false
	}
	a.note = ""
	if a.typedInHurry(msg) {
		a.note = "You are among the report and the letters. Nothing was changed."
		return a.hurry()
	}
	if cmd, ok := a.alwaysKey(msg); ok {
		return cmd
	}
	if a.overlay != noOverlay {
		return a.overlayKey(msg)
	}
	if !a.writing() && !a.rehearsing {
		if cmd, ok := a.screenKey(msg); ok {
			return cmd
		}
	}
	return a.toFocused(msg)
}

// alwaysKey answers keys that work while one writes as well. A key that is text stays text there.
func (a *App) alwaysKey(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if len(msg.Text) > 0 && (a.writing() || a.overlay != noOverlay) {
		return nil, false
	}
	switch {
	case key.Matches(msg, a.keys.forceQuit):
		if a.quitting && len(a.deliveries) > 0 { // asked again: give the mail up
			a.stopMailing()
		}
		return a.quit(), true
	case key.Matches(msg, a.keys.redraw):
		return tea.ClearScreen, true
	case key.Matches(msg, a.keys.save):
		return a.do(ask.Save{}), true
	case key.Matches(msg, a.keys.capture) && a.overlay != conflictOverlay && a.overlay != editorOverlay && a.overlay != recoverOverlay:
		return a.openCapture(), true
	case key.Matches(msg, a.keys.help) && (a.overlay == noOverlay || a.overlay == helpOverlay):
		a.toggleHelp()
		return nil, true
	}
	return nil, false
}

// screenKey answers the keys of the whole screen, outside of text.
func (a *App) screenKey(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	switch {
	case key.Matches(msg, a.keys.timeline):
		return a.showPane(timelinePane), true
	case key.Matches(msg, a.keys.lessons):
		return a.showPane(lessonsPane), true
	case key.Matches(msg, a.keys.amends):
		return a.showPane(amendsPane), true
	case key.Matches(msg, a.keys.nextPane):
		return a.nextPane(), true
	case key.Matches(msg, a.keys.next):
		return a.openNext(), true
	case key.Matches(msg, a.keys.suspend):
		return tea.Sequence(a.settle(), tea.Suspend), true
	case key.Matches(msg, a.keys.quit):
		return a.quit(), true
	}
	return nil, false
}

// writing reports whether keys are text at the moment.
func (a *App) writing() bool {
	if a.overlay == captureOverlay {
		return true
	}
	return a.overlay == noOverlay && a.focused().Writing()
}

// focusable is what the pane with the keys can do.
type focusable interface {
	Update(tea.Msg) (tea.Cmd, ask.Ask)
	Cursor() *tea.Cursor
	Bindings() []key.Binding
	Writing() bool
}

// focused is the pane that has the keys.
func (a *App) focused() focusable {
	switch {
	case a.rehearsing:
		return a.rehearse
	case a.inShare:
		return a.share
	case a.inReading:
		return a.reading
	case a.pane == lessonsPane:
		return a.lessons
	case a.pane == amendsPane:
		return a.amends
	case a.inGuide && !a.onList:
		return a.guide
	}
	return a.timeline
}

func (a *App) toFocused(msg tea.Msg) tea.Cmd {
	if a.overlay == captureOverlay {
		before := a.capture.Text()
		cmd, asked := a.capture.Update(msg)
		if a.capture.Text() != before {
			return tea.Batch(cmd, a.do(asked), a.keepLineSoon())
		}
		return tea.Batch(cmd, a.do(asked))
	}
	if a.overlay != noOverlay {
		return nil
	}
	to := a.focused()
	if to != focusable(a.guide) {
		a.guide.MovedOn()
	}
	cmd, asked := to.Update(msg)
	return tea.Batch(cmd, a.do(asked))
}

func (a *App) showPane(p pane) tea.Cmd {
	save := a.leaveGuide()
	a.openRev++ // what is being opened comes too late
	a.pane, a.inReading, a.inShare = p, false, false
	a.relayout()
	return tea.Batch(save, a.wants())
}

// nextPane goes from the list to what is beside it and back; where one pane is shown, to the next tab.
func (a *App) nextPane() tea.Cmd {
	if a.inShare {
		a.share.Toggle()
		a.relayout()
		return a.wants()
	}
	if a.at.wide && a.pane == timelinePane && a.inGuide && !a.inReading {
		a.onList = !a.onList
		return nil
	}
	if a.inGuide || a.inReading {
		return nil
	}
	return a.showPane((a.pane + 1) % (amendsPane + 1))
}
