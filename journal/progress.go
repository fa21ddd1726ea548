package journal

import (
	"time"

	"bounceback/journal/when"
)

// State is how far one step of one entry has come.
type State struct {
	Status   Status
	Finished when.Moment // when it was last marked done or skipped; kept when the step is opened again
	Reason   string      // why it was skipped
}

// State returns the state of step s, for reading and for changing. It panics on a step that does not exist.
func (e *Entry) State(s Step) *State {
	switch s {
	case StepOwn:
		return &e.Own.State
	case StepFix:
		return &e.Fix.State
	case StepApologize:
		return &e.Apologize.State
	case StepLearn:
		return &e.Learn.State
	}
	panic("journal: no step " + string(s))
}

// Statuses returns the statuses of the four steps in their order; a step that was never touched is [Todo].
func (e *Entry) Statuses() [4]Status {
	var out [4]Status
	for i, s := range Steps() {
		if out[i] = e.State(s).Status; out[i] == "" {
			out[i] = Todo
		}
	}
	return out
}

// NextStep returns the first step that is open; ok is false when the mistake is mended.
func (e *Entry) NextStep() (s Step, ok bool) {
	for _, s := range Steps() {
		if e.State(s).Status.Open() {
			return s, true
		}
	}
	return "", false
}

// Mended reports whether every step is done or skipped.
func (e *Entry) Mended() bool {
	_, open := e.NextStep()
	return !open
}

// KnewFrozen reports whether "what did I know at that moment" may no longer be rewritten, since memory edits itself after
// the outcome is known (hindsight bias). It freezes when own is first marked done.
func (e *Entry) KnewFrozen() bool { return !e.Own.Finished.IsZero() && e.Own.Status != Skipped }

// LearnReady returns whether the time for Learn has come: the sting has halved or is at most 3; without a reading, a week
// after capture. Negative feeling fades faster than positive (fading affect bias), so the lesson is sought when the heat
// has gone. The step can be opened by hand at any time.
func (e *Entry) LearnReady(now time.Time) bool {
	from, ok := e.learnFrom()
	return ok && (from.IsZero() || from.DueAt(now))
}

// learnFrom returns from which day on the time for Learn has come, and nothing for "already"; ok is false while the sting is
// hot, or nobody knows since when it has been cooling.
func (e *Entry) learnFrom() (from when.Moment, ok bool) {
	if n := len(e.Sting); n > 0 {
		first, last := e.Sting[0].Level, e.Sting[n-1].Level
		return when.Moment{}, last <= 3 || 2*last <= first
	}
	if e.Captured.IsZero() {
		return when.Moment{}, false
	}
	return when.On(e.Captured.Day().AddDays(7)), true
}
