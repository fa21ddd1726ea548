package journal

import (
	"strings"

	"bounceback/journal/when"
)

// OweKind is what one owes somebody.
type OweKind uint8

// What one can owe.
const (
	OweReport  OweKind = iota // they have not been told
	OweApology                // it is written and not said
	OwePromise                // it is made and not kept
)

// Owe is one thing that is still owed to somebody.
type Owe struct {
	Kind     OweKind
	To       string
	Text     string      // the promise; the words of the apology
	Since    when.Moment // of a report and an apology: when the mistake happened
	Due      when.Moment // of a promise; zero when it has no day
	Prepared when.Moment // it was made ready then, and nobody knows whether it went out
}

// Owes returns what is still owed in e, reports first, then apologies, then promises. A step that was skipped owes nothing.
func (e *Entry) Owes() []Owe {
	since := e.Happened
	if since.IsZero() {
		since = e.Captured
	}
	var out []Owe
	for _, n := range e.Ledger {
		if n.Open() && e.Fix.Status != Skipped {
			out = append(out, Owe{Kind: OweReport, To: n.To, Since: since, Prepared: n.Prepared})
		}
	}
	for _, a := range e.Apologies {
		if a.Unsaid() && e.Apologize.Status != Skipped {
			out = append(out, Owe{Kind: OweApology, To: a.To, Text: a.Words, Since: since, Prepared: a.Prepared})
		}
	}
	for _, a := range e.Apologies {
		if strings.TrimSpace(a.Promise) != "" && a.PromiseKept.IsZero() {
			out = append(out, Owe{Kind: OwePromise, To: a.To, Text: a.Promise, Since: since, Due: a.PromiseDue})
		}
	}
	return out
}
