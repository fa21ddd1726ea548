package journal

import (
	"strings"
	"time"

	"bounceback/journal/when"
)

// New returns the entry of a mistake that was just captured.
func New(id, title string, now time.Time) Entry {
	at := when.At(now)
	return Entry{Schema: Schema, ID: id, Title: title, Happened: at, Captured: at}
}

// Begin marks a step as begun when it was untouched; a step that is begun or closed stays as it is.
func (e *Entry) Begin(s Step) {
	if st := e.State(s); st.Status == "" || st.Status == Todo {
		st.Status = Doing
	}
}

// MarkDone closes step s as done at now.
func (e *Entry) MarkDone(s Step, now time.Time) {
	*e.State(s) = State{Status: Done, Finished: when.At(now)}
}

// Skip closes step s at now for a reason, such as "nobody was hurt".
func (e *Entry) Skip(s Step, reason string, now time.Time) {
	*e.State(s) = State{Status: Skipped, Finished: when.At(now), Reason: strings.TrimSpace(reason)}
}

// Reopen opens a closed step again. When it was marked done stays on record; a step that was skipped is as if it never had
// been.
func (e *Entry) Reopen(s Step) {
	st := e.State(s)
	switch st.Status {
	case Done:
		st.Status, st.Reason = Doing, ""
	case Skipped:
		*st = State{Status: Doing}
	}
}

// Feel adds a reading of the sting, from 0 to 10; a level outside is brought to the nearer end. A reading within the same
// hour as the last one replaces it: the person corrected it.
func (e *Entry) Feel(level int, now time.Time) {
	level = min(max(level, 0), 10)
	at := when.At(now)
	if n := len(e.Sting); n > 0 {
		last := &e.Sting[n-1]
		if d := now.Sub(last.At.Time(now.Location())); d >= 0 && d < time.Hour {
			last.At, last.Level = at, level
			return
		}
	}
	e.Sting = append(e.Sting, Sting{At: at, Level: level})
}

// Same reports whether a list already has a word, whatever its case and the space around it.
func Same(list []string, word string) bool {
	for _, w := range list {
		if strings.EqualFold(strings.TrimSpace(w), strings.TrimSpace(word)) {
			return true
		}
	}
	return false
}
