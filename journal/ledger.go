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

func or(s, other string) string {
	if s = strings.TrimSpace(s); s == "" {
		return other
	}
	return s
}

// Durations are how long the way from a mistake to its end took; zero where a moment is not known to the minute, or the
// moments are not in order.
type Durations struct {
	ToNotice time.Duration // from happened to detected
	ToFix    time.Duration // from detected to fixed; from happened where nobody said when it was detected
	Total    time.Duration // from happened to fixed
}

// Durations returns how long it took to notice the mistake and to fix it.
func (e *Entry) Durations() Durations {
	d := Durations{
		ToNotice: between(e.Happened, e.Fix.Detected), ToFix: between(e.Fix.Detected, e.Fix.Fixed), Total: between(e.Happened, e.Fix.Fixed),
	}
	if e.Fix.Detected.IsZero() {
		d.ToFix = d.Total
	}
	return d
}

// Words says both as far as they are known, counted from when it happened: "noticed after 8 min, fixed after 22 h 18 min".
// How a duration is written is said by took, such as [when.TookShort].
func (d Durations) Words(took func(time.Duration) string) string {
	var parts []string
	if t := took(d.ToNotice); t != "" {
		parts = append(parts, "noticed after "+t)
	}
	if t := took(d.Total); t != "" {
		parts = append(parts, "fixed after "+t)
	}
	return strings.Join(parts, ", ")
}

// between is the time from one moment to another. Two that were written without an offset are of the same place; one with an
// offset and one without can't be compared, as nobody knows the place of the other.
func between(a, b when.Moment) time.Duration {
	if !a.HasClock() || !b.HasClock() || a.Kind() != b.Kind() {
		return 0
	}
	return max(b.Time(time.UTC).Sub(a.Time(time.UTC)), 0)
}

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

// Unanswer takes back that somebody answered.
func (e *Entry) Unanswer(to string) {
	for i := range e.Ledger {
		if n := &e.Ledger[i]; SameName(n.To, to) {
			n.Acknowledged = when.Moment{}
		}
	}
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
