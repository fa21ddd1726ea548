package journal

import (
	"cmp"
	"slices"
	"time"

	"bounceback/journal/when"
)

// EventOrder returns the places of the events of e's timeline in order of time; it is 0, 1, 2 … where they are in order
// already. An event without a time of day stays behind the one that it follows, as long as it is not on another day. Times
// that were written without an offset are of the place where the mistake happened.
func (e *Entry) EventOrder() []int {
	order := make([]int, len(e.RCA.Events))
	keys := make([]int64, len(order)) // seconds
	place := e.place()
	var last int64 = -1 << 62 // an event without a time before all others stays there
	var day when.Day
	for i, v := range e.RCA.Events {
		order[i] = i
		if !v.At.IsZero() && (v.At.HasClock() || v.At.Day() != day) {
			last, day = v.At.Time(place).Unix(), v.At.Day()
		}
		keys[i] = last
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(keys[i], keys[j]) })
	return order
}

// Timeline returns the events in order of time.
func (e *Entry) Timeline() []Event {
	out := make([]Event, 0, len(e.RCA.Events))
	for _, i := range e.EventOrder() {
		out = append(out, e.RCA.Events[i])
	}
	return out
}

// place is the zone in which the mistake happened, as far as it was written down.
func (e *Entry) place() *time.Location {
	for _, m := range []when.Moment{e.Happened, e.Captured} {
		if m.Kind() == when.Instant {
			return m.Time(time.UTC).Location()
		}
	}
	return time.UTC
}

// EventBase is what the time of an event counts from: that of the nearest event above it which has one, or else when the
// mistake happened. An i behind the last event stands for a new one.
func (e *Entry) EventBase(i int) when.Moment {
	for i = min(i, len(e.RCA.Events)) - 1; i >= 0; i-- {
		if at := e.RCA.Events[i].At; !at.IsZero() {
			return at
		}
	}
	return e.Start()
}

// Start is when the mistake happened, or else the day on which it was captured.
func (e *Entry) Start() when.Moment {
	if e.Happened.IsZero() && !e.Captured.IsZero() {
		return when.On(e.Captured.Day())
	}
	return e.Happened
}
