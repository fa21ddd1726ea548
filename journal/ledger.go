package journal

import (
	"strings"
	"time"

	"bounceback/journal/when"
)

// The ledger says who must hear of a mistake and who has; the apologies say to whom one has something to say. People are told
// apart by their names as a person writes them: case and the space around a name make no difference.

// SameName reports whether two names are meant for one person.
func SameName(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }

// Affected returns everybody whom e names as touched by the mistake, each once, in the order in which they are named: people,
// then the ledger, then the apologies.
func (e *Entry) Affected() []string {
	var out []string
	add := func(name string) {
		if name = strings.TrimSpace(name); name != "" && !Same(out, name) {
			out = append(out, name)
		}
	}
	for _, p := range e.People {
		add(p)
	}
	for _, n := range e.Ledger {
		add(n.To)
	}
	for _, a := range e.Apologies {
		add(a.To)
	}
	return out
}

// Notice returns the ledger's line for a name, the first open one where there are several, and nil where there is none.
func (e *Entry) Notice(to string) *Notice {
	var found *Notice
	for i := range e.Ledger {
		n := &e.Ledger[i]
		if SameName(n.To, to) && (found == nil || !found.Open() && n.Open()) {
			found = n
		}
	}
	return found
}

// notice is Notice with a new line where there is none.
func (e *Entry) notice(to string) *Notice {
	if n := e.Notice(to); n != nil {
		return n
	}
	e.Ledger = append(e.Ledger, Notice{To: strings.TrimSpace(to)})
	return &e.Ledger[len(e.Ledger)-1]
}

// NextToTell returns the first person touched by the mistake who is not in the ledger, or "".
func (e *Entry) NextToTell() string {
	for _, name := range e.Affected() {
		if e.Notice(name) == nil {
			return name
		}
	}
	return ""
}

// Must puts somebody into the ledger who is not in it yet.
func (e *Entry) Must(to string) { e.notice(to) }

// MarkPrepared notes that the copy for somebody was made ready at now and is not out yet: a draft, a file, the clipboard. via
// says how it is to go out; "" leaves that as it is.
func (e *Entry) MarkPrepared(to, via string, now time.Time) {
	n := e.notice(to)
	n.Prepared = when.At(now)
	n.Via = or(via, n.Via)
}

// MarkSent notes that somebody was told, or sent their copy, at now.
func (e *Entry) MarkSent(to, via string, now time.Time) {
	n := e.notice(to)
	n.Sent = when.At(now)
	n.Via = or(via, n.Via)
}

// Unsend takes back that somebody was told at a moment, or, where that is zero, what they were told last; and that they answered.
// It reports whether there was anything to take back.
func (e *Entry) Unsend(to string, at when.Moment) bool {
	var last *Notice
	for i := range e.Ledger {
		n := &e.Ledger[i]
		if SameName(n.To, to) && !(n.Sent.IsZero() && n.Acknowledged.IsZero()) && (at.IsZero() || n.Sent == at) &&
			(last == nil || n.Sent.Wall() >= last.Sent.Wall()) {
			last = n
		}
	}
	if last != nil {
		last.Sent, last.Acknowledged = when.Moment{}, when.Moment{}
	}
	return last != nil
}

// MarkAcknowledged notes that somebody answered at now, and with it that they have heard.
func (e *Entry) MarkAcknowledged(to string, now time.Time) {
	var told *Notice
	for i := range e.Ledger {
		if n := &e.Ledger[i]; SameName(n.To, to) && !n.Sent.IsZero() && n.Acknowledged.IsZero() {
			told = n
		}
	}
	if told == nil {
		told = e.notice(to)
	}
	told.Acknowledged = when.At(now)
}

// Exempt notes why somebody need not hear; "" says that they must after all.
func (e *Entry) Exempt(to, reason string) { e.notice(to).Exempt = strings.TrimSpace(reason) }

// SetCopy says which copy somebody gets. One that was made ready and is not out is no longer the right one.
func (e *Entry) SetCopy(to string, c CopyKind) {
	n := e.notice(to)
	if n.Copy = c; n.Unconfirmed() {
		n.Prepared = when.Moment{}
	}
}

// Unprepare says that the copies that were made ready and are not out are no longer right: the report was changed since.
func (e *Entry) Unprepare() {
	for i := range e.Ledger {
		if n := &e.Ledger[i]; n.Unconfirmed() {
			n.Prepared = when.Moment{}
		}
	}
}

// EveryoneTold reports whether e names somebody as touched by it and the ledger says of each of them that they have heard or
// need not.
func (e *Entry) EveryoneTold() bool {
	for _, n := range e.Ledger {
		if n.Open() {
			return false
		}
	}
	names := e.Affected()
	for _, name := range names {
		if e.Notice(name) == nil {
			return false
		}
	}
	return len(names) > 0
}

// Unconfirmed reports whether the copy was made ready and nobody knows whether it went out.
func (n Notice) Unconfirmed() bool { return n.Open() && !n.Prepared.IsZero() }

func or(s, other string) string {
	if s = strings.TrimSpace(s); s == "" {
		return other
	}
	return s
}

// Unanswer takes back that somebody answered.
func (e *Entry) Unanswer(to string) {
	for i := range e.Ledger {
		if n := &e.Ledger[i]; SameName(n.To, to) {
			n.Acknowledged = when.Moment{}
		}
	}
}
