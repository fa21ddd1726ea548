package ui

import (
	"errors"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal/desk"
	"bounceback/journal/shelf"
)

// What could not be saved an earlier time lies in drafts. It is offered once, at the start, and never taken over unasked.

type recoveredMsg struct {
	cards []shelf.Card
	err   error
}

const recoverText = "Something you wrote could not be saved an earlier time. It is safe in drafts.\n\n" +
	"enter   brings it into the journal, beside what is there if that differs\n" +
	"esc     leaves it in drafts"

func (a *App) recoverKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, a.keys.open):
		a.overlay = noOverlay
		names := a.rescued
		a.rescued = nil
		return a.recoverCmd(names)
	case key.Matches(msg, a.keys.back):
		a.overlay, a.rescued = noOverlay, nil
		a.note = "Left in drafts; “bounceback doctor” tells more."
	}
	return nil
}

func (a *App) recoverCmd(names []string) tea.Cmd {
	d, ctx := a.desk, a.ctx
	return func() tea.Msg {
		var msg recoveredMsg
		for _, name := range names {
			f, err := d.Recover(ctx, name)
			if err != nil {
				msg.err = errors.Join(msg.err, err)
				continue
			}
			msg.cards = append(msg.cards, desk.Card(f))
		}
		return msg
	}
}

func (a *App) recovered(msg recoveredMsg) tea.Cmd {
	a.note = "It is in the journal now."
	if msg.err != nil {
		a.note = "Still in drafts: " + reason(msg.err) + "."
	}
	if len(msg.cards) > 0 {
		a.wanted = msg.cards[len(msg.cards)-1].Path
	}
	return a.put(msg.cards, nil)
}
