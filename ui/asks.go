package ui

import (
	tea "charm.land/bubbletea/v2"

	"bounceback/journal/shelf"
	"bounceback/ui/ask"
)

// do carries out what a pane asks for: one line each.
func (a *App) do(asked ask.Ask) tea.Cmd {
	switch q := asked.(type) {
	case nil:
		return nil
	case ask.All:
		cmds := make([]tea.Cmd, len(q.Asks))
		for i, one := range q.Asks {
			cmds[i] = a.do(one)
		}
		return tea.Batch(cmds...)
	case ask.Open:
		return a.open(q)
	case ask.Read:
		return a.readCmd(q.Path)
	case ask.Peek:
		return a.peekCmd(q.Path)
	case ask.Back:
		return a.back()
	case ask.Edited:
		return a.edited()
	case ask.Save:
		return a.saveNow()
	case ask.Editor:
		return a.openEditor(q)
	case ask.Capture:
		return a.captureCmd(q.Line)
	case ask.Trash:
		return a.trash(q.Path)
	case ask.Untrash:
		return a.untrash()
	case ask.Filter:
		a.query = q.Query
		return a.viewCmd()
	case ask.Sort:
		a.order = (a.order + 1) % (shelf.ByNext + 1)
		a.timeline.SetOrder(a.order)
		return a.viewCmd()
	case ask.Render:
		return a.renders.cmd(a.theme, q)
	case ask.Share:
		return a.openShare(q)
	case ask.Change:
		return a.change(q)
	case ask.Deliver:
		return a.deliver(q)
	case ask.Address:
		return a.keepAddress(q)
	case ask.Rehearse:
		return a.openRehearsal(q)
	case ask.Copy:
		a.note = q.Said
		return tea.SetClipboard(q.Text)
	}
	return nil
}

// wants asks the panes what they need to draw, after a change that was not theirs.
func (a *App) wants() tea.Cmd {
	var cmds []tea.Cmd
	switch a.pane {
	case timelinePane:
		cmds = append(cmds, a.do(a.timeline.Wants()))
	case lessonsPane:
		cmds = append(cmds, a.do(a.lessons.Wants()))
	case amendsPane:
		cmds = append(cmds, a.do(a.amends.Wants()))
	}
	if a.inShare {
		cmds = append(cmds, a.do(a.share.Wants()))
	}
	if a.inReading {
		cmds = append(cmds, a.do(a.reading.Wants()))
	}
	return tea.Batch(cmds...)
}

// back leaves what has the keys: the overlay, the page, or the guide.
func (a *App) back() tea.Cmd {
	switch {
	case a.overlay == captureOverlay:
		return a.leaveCapture()
	case a.overlay != noOverlay:
		a.overlay = noOverlay
	case a.rehearsing:
		a.rehearsing = false
		a.relayout()
		return a.wants()
	case a.inShare:
		a.openRev++
		a.inShare = false
		a.relayout()
		return a.wants()
	case a.inReading:
		a.openRev++
		a.inReading = false
		a.relayout()
		return a.wants()
	case a.inGuide:
		cmd := a.leaveGuide()
		a.relayout()
		return tea.Batch(cmd, a.wants())
	}
	return nil
}
