package ui

import (
	"errors"
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal/desk"
	"bounceback/journal/shelf"
	"bounceback/journal/store"
	"bounceback/ui/theme"
)

// What could not be saved an earlier time lies in drafts. It is offered once, at the start, and never taken over unasked.

type (
	recoveredMsg struct {
		cards []shelf.Card
		err   error
	}
)

// recoverText names what was found, as far as there is room.
func (a *App) recoverText() string {
	const most = 3
	b := &strings.Builder{}
	b.WriteString("What you wrote here could not be saved last time. It is safe in drafts:\n\n")
	for i, r := range a.rescued {
		if i == most {
			fmt.Fprintf(b, "and %d more\n", len(a.rescued)-i)
			break
		}
		b.WriteString("“" + theme.Clean(r.Title) + "”\n")
	}
	b.WriteString("\n" + a.keys.open.Help().Key + " brings it into the journal, beside what is there where that differs.\n" +
		a.keys.back.Help().Key + " leaves it in drafts.")
	return b.String()
}

func (a *App) recoverKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, a.keys.open):
		a.overlay = noOverlay
		all := a.rescued
		a.rescued = nil
		return a.recoverCmd(all)
	case key.Matches(msg, a.keys.back):
		a.overlay, a.rescued = noOverlay, nil
		a.note = "Left in drafts; “bounceback doctor” explains."
	}
	return nil
}

func (a *App) recoverCmd(all []desk.Rescue) tea.Cmd {
	d, ctx := a.desk, a.ctx
	return func() tea.Msg {
		var msg recoveredMsg
		for _, r := range all {
			f, err := d.Recover(ctx, r.Draft)
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
	switch {
	case errors.As(msg.err, new(*store.GoneError)):
		a.note = "It is no longer in drafts: it was brought in, or removed, elsewhere."
	case msg.err != nil && len(msg.cards) > 0:
		a.note = fmt.Sprintf("%d in the journal now; the rest is still in drafts: %s.", len(msg.cards), reason(msg.err))
	case msg.err != nil:
		a.note = "Still in drafts: " + reason(msg.err) + "."
	default:
		a.note = "It is in the journal now."
	}
	if len(msg.cards) > 0 {
		a.wanted = msg.cards[len(msg.cards)-1].Path
	}
	return a.put(msg.cards, nil)
}
