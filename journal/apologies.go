package journal

import (
	"strings"
	"time"

	"bounceback/journal/when"
)

// Unsaid reports whether the words are written and the person has not heard them.
func (a Apology) Unsaid() bool { return strings.TrimSpace(a.Words) != "" && a.Said.IsZero() }

// Unconfirmed reports whether the letter was made ready and nobody knows whether it went out.
func (a Apology) Unconfirmed() bool { return a.Unsaid() && !a.Prepared.IsZero() }

// Apology returns the apology to somebody with these words; without words, the first that is written and not said, or else the
// first. It is nil when there is none: what was shown to a person must never be noted of other words.
func (e *Entry) Apology(to, words string) *Apology {
	var first, unsaid *Apology
	for i := range e.Apologies {
		a := &e.Apologies[i]
		if !SameName(a.To, to) {
			continue
		}
		if words != "" {
			if a.Words == words {
				return a
			}
			continue
		}
		if first == nil {
			first = a
		}
		if unsaid == nil && a.Unsaid() {
			unsaid = a
		}
	}
	if unsaid != nil {
		return unsaid
	}
	return first
}

// MarkSaid notes that an apology was said, or sent, at now. It reports whether there is such an apology.
func (e *Entry) MarkSaid(to, words, via string, now time.Time) bool {
	a := e.Apology(to, words)
	if a == nil {
		return false
	}
	a.Said = when.At(now)
	a.Via = or(via, a.Via)
	return true
}

// Unsay takes back that an apology was said. It reports whether there is such an apology.
func (e *Entry) Unsay(to, words string) bool {
	a := e.Apology(to, words)
	if a != nil {
		a.Said = when.Moment{}
	}
	return a != nil
}

// MarkLetterPrepared notes that the letter of an apology was made ready at now. It reports whether there is such an apology.
func (e *Entry) MarkLetterPrepared(to, words, via string, now time.Time) bool {
	a := e.Apology(to, words)
	if a == nil {
		return false
	}
	a.Prepared = when.At(now)
	a.Via = or(via, a.Via)
	return true
}

// EverythingSaid reports whether there is an apology, and nobody waits for one that is written or only begun with their name.
func (e *Entry) EverythingSaid() bool {
	said := false
	for _, a := range e.Apologies {
		if a.Said.IsZero() && (a.Unsaid() || strings.TrimSpace(a.To) != "") {
			return false
		}
		said = said || !a.Said.IsZero()
	}
	return said
}

// KeepPromise notes that a promise to somebody was kept at now. It reports whether there is such a promise that was not.
func (e *Entry) KeepPromise(to, promise string, now time.Time) bool {
	for i := range e.Apologies {
		if a := &e.Apologies[i]; SameName(a.To, to) && a.Promise == promise && a.PromiseKept.IsZero() {
			a.PromiseKept = when.At(now)
			return true
		}
	}
	return false
}

// BreakPromise takes back that a promise was kept at a moment. It reports whether there is such a promise.
func (e *Entry) BreakPromise(to, promise string, at when.Moment) bool {
	for i := range e.Apologies {
		if a := &e.Apologies[i]; SameName(a.To, to) && a.Promise == promise && a.PromiseKept == at {
			a.PromiseKept = when.Moment{}
			return true
		}
	}
	return false
}
