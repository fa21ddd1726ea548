package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"bounceback/ui/guide"
)

// The coach and the open entry: a text that is new to it → a timer that is not restarted → one check at a time for each text →
// its answer, which the guide drops when the text is another one by then. No key waits for any of it.

// checkAfter is how long the coach waits from the first key that it has not seen.
const checkAfter = 400 * time.Millisecond

type (
	checkDueMsg struct{}
	checkedMsg  struct{ guide.Checked }
)

// checks are those that are due or under way.
type checks struct {
	timer  bool
	flying map[string]bool // by guide.Check.ID
}

// checkSoon sees to it that the coach looks at a text that it does not know. It is called after every message, so that no way
// for a text to change has to think of it.
func (a *App) checkSoon() tea.Cmd {
	if a.opt.Coach == nil || !a.inGuide || a.quitting {
		return nil
	}
	switch id, now, due := a.guide.CheckDue(); {
	case !due || a.checks.flying[id] || a.checks.timer && !now:
		return nil
	case now:
		return a.check()
	}
	a.checks.timer = true
	return a.tick(checkAfter, func(time.Time) tea.Msg { return checkDueMsg{} })
}

func (a *App) checkDue() tea.Cmd {
	a.checks.timer = false
	return a.check()
}

// check lets the coach look, unless it does so already.
func (a *App) check() tea.Cmd {
	c, ok := a.guide.Check()
	if !ok || a.checks.flying[c.ID()] {
		return nil
	}
	if a.checks.flying == nil {
		a.checks.flying = map[string]bool{}
	}
	a.checks.flying[c.ID()] = true
	with := a.opt.Coach
	return func() tea.Msg { return checkedMsg{c.By(with)} }
}

func (a *App) wasChecked(msg checkedMsg) {
	delete(a.checks.flying, msg.ID())
	a.guide.SetChecked(msg.Checked)
}
