package guide

import "bounceback/journal"

// One dim line on a list as a whole. It asks, and never stands in the way.

// factorNudge asks for a second branch. One cause is rarely all there is: a chain of whys follows one path and loses the
// others (Card 2017, BMJ Quality & Safety).
func factorNudge(e *entry) string {
	if journal.OneBranch(e.RCA.Factors) {
		return "One line so far. What else had to be true for this to happen?"
	}
	return ""
}

// actionNudge asks for an action that holds without anybody remembering it (the action hierarchy of RCA², 2015), and among
// several for what is missing of the three things that they can do.
func actionNudge(e *entry) string {
	given, weak, unnamed := 0, 0, false
	has := map[journal.ActionKind]bool{}
	for _, a := range e.Fix.Actions {
		has[a.Kind] = true
		unnamed = unnamed || a.Kind == ""
		if a.Strength != "" {
			given++
		}
		if a.Strength == journal.Weak {
			weak++
		}
	}
	if given > 0 && weak == given {
		return "All of it leans on memory so far. What would make it happen by itself?"
	}
	if len(e.Fix.Actions) < 3 {
		return ""
	}
	verb := "Nothing here "
	if unnamed { // what isn't said can't be known
		verb = "Nothing here is marked as what "
	}
	for _, k := range []struct {
		kind journal.ActionKind
		does string
	}{{journal.Prevent, "keeps it from happening again"}, {journal.Detect, "notices it sooner"}, {journal.Limit, "keeps it small"}} {
		if !has[k.kind] {
			return verb + k.does + " yet."
		}
	}
	return ""
}

// nudge is what the list on the page gives rise to.
func (m *Model) nudge() string {
	if l, ok := m.listHere(); ok && m.locked == "" && l.list.nudge != nil {
		return l.list.nudge(m.entry)
	}
	return ""
}
