package shelf

import (
	"strings"

	"bounceback/journal"
)

// Rule of this file: every text that a person writes is listed by hand, so that a new key is searched only when somebody
// decided so. The vent is for nobody else, and never here.

// searchable returns the texts of e, each on lines of its own, so that no phrase is found across two of them.
func searchable(e *journal.Entry) string {
	var b strings.Builder
	add := func(texts ...string) {
		for _, t := range texts {
			if t != "" {
				b.WriteString(t)
				b.WriteByte('\n')
			}
		}
	}
	add(e.Title, e.What)
	add(e.Tags...)
	add(e.People...)
	add(e.Feelings...)
	addSteps(e, add)
	addRCA(&e.RCA, add)
	for i := range e.Ledger {
		n := &e.Ledger[i]
		add(n.To, n.Affected, n.Via, n.Exempt)
	}
	for i := range e.Apologies {
		a := &e.Apologies[i]
		add(a.To, a.Words, a.Via, a.Answer, a.Promise)
	}
	add(e.Report.Authors...)
	return b.String()
}

func addSteps(e *journal.Entry, add func(...string)) {
	for _, s := range journal.Steps() {
		add(e.State(s).Reason)
	}
	add(e.Own.Did, e.Own.Decided, e.Own.Knew, e.Own.Cost, e.Own.Friend)
	for i := range e.Own.KnewLater {
		add(e.Own.KnewLater[i].Text)
	}
	add(e.Fix.Contained, e.Fix.Repaired, e.Fix.UnrepairableBecause)
	for i := range e.Fix.Actions {
		a := &e.Fix.Actions[i]
		add(a.Do, a.Owner, a.Test)
	}
	l := &e.Learn
	add(l.Takeaway, l.Cue, l.Plan, l.Identity, l.Principle, l.Story)
	for i := range l.Told {
		add(l.Told[i].To)
	}
}

func addRCA(r *journal.RCA, add func(...string)) {
	add(r.Summary, r.Impact, r.Detection, r.Surprise, r.Well, r.Badly, r.Lucky, r.NotDoing, r.Questions, r.Facilitator)
	add(r.Attendees...)
	for i := range r.Events {
		add(r.Events[i].What, r.Events[i].Evidence)
	}
	for i := range r.Factors {
		add(r.Factors[i].Why)
	}
	for i := range r.Answers {
		add(r.Answers[i].Text)
	}
}
