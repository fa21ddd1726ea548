package journal

import (
	"time"

	"bounceback/journal/when"
)

// WaitKind is why something waits.
type WaitKind uint8

// The reasons, in the order in which they are listed.
const (
	WaitPromise WaitKind = iota // a promise is due
	WaitAction                  // an action is overdue
	WaitApology                 // an apology is written and not said
	WaitReport                  // somebody in the ledger has not been told
	WaitStep                    // a step was begun
	WaitLearn                   // the heat has gone: time for the lesson
)

// Wait is one thing of an entry that may wait for the person, and from when on.
type Wait struct {
	Kind WaitKind
	Step Step        // where it is taken up
	Text string      // what: the action, the promise, the name
	From when.Moment // it waits from then on; zero: at once
	// Prepared is when the report or the letter was made ready, where nobody knows whether it went out.
	Prepared when.Moment
	Past     bool // it waits only once From is past: a thing to do by a day is not late on that day
}

// WaitsAt reports whether w waits at now.
func (w Wait) WaitsAt(now time.Time) bool {
	if w.From.IsZero() {
		return true
	}
	if w.Past {
		return w.From.OverdueAt(now)
	}
	return w.From.DueAt(now)
}

// Waits returns all that may wait in e, now or one day; ask [Wait.WaitsAt]. An entry that was only captured never waits,
// nor does one that is to be left alone.
func (e *Entry) Waits() []Wait {
	if e.Quiet || !e.begun() {
		return nil
	}
	var ws []Wait
	for _, a := range e.Apologies {
		if a.Promise != "" && !a.PromiseDue.IsZero() && a.PromiseKept.IsZero() {
			ws = append(ws, Wait{Kind: WaitPromise, Step: StepApologize, Text: a.Promise, From: a.PromiseDue})
		}
	}
	for _, a := range e.Fix.Actions {
		if a.Finished.IsZero() && !a.Due.IsZero() {
			ws = append(ws, Wait{Kind: WaitAction, Step: StepFix, Text: a.Do, From: a.Due, Past: true})
		}
	}
	for _, a := range e.Apologies {
		if a.Unsaid() && e.Apologize.Status != Skipped {
			ws = append(ws, Wait{Kind: WaitApology, Step: StepApologize, Text: a.To, Prepared: a.Prepared})
		}
	}
	for _, n := range e.Ledger {
		if n.Open() && e.Fix.Status != Skipped {
			ws = append(ws, Wait{Kind: WaitReport, Step: StepFix, Text: n.To, Prepared: n.Prepared})
		}
	}
	return e.stepWaits(ws)
}

// stepWaits adds the steps that were begun. One that has something of its own waiting is not named twice.
func (e *Entry) stepWaits(ws []Wait) []Wait {
	named := map[Step]bool{}
	for _, w := range ws {
		named[w.Step] = named[w.Step] || !w.Past && w.Kind != WaitPromise
	}
	for _, s := range Steps() {
		st := e.State(s).Status
		closedBefore := s == StepLearn && e.Own.Status.Closed() && e.Fix.Status.Closed() && e.Apologize.Status.Closed()
		switch {
		case s == StepLearn && (st == Doing || st.Open() && closedBefore):
			if from, ok := e.learnFrom(); ok {
				ws = append(ws, Wait{Kind: WaitLearn, Step: s, From: from})
			}
		case st == Doing && !named[s]:
			ws = append(ws, Wait{Kind: WaitStep, Step: s})
		}
	}
	return ws
}

func (e *Entry) begun() bool {
	for _, s := range e.Statuses() {
		if s != Todo {
			return true
		}
	}
	return false
}

// Open reports whether the person of this line has still to be told.
func (n Notice) Open() bool {
	return n.To != "" && n.Sent.IsZero() && n.Acknowledged.IsZero() && n.Exempt == ""
}
