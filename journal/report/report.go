// Package report makes the documents that leave a journal: the report of a mistake, for everybody or for one reader, and the
// letter of an apology.
//
// The rule of this room: a document is made from [Facts] and from nothing else, and Facts has no place for what is private.
// What somebody felt, owned up to, vented, answered or was told in return, why somebody need not hear, who one wants to be: no
// document can hold it, because no document's type can.
//
// Goals: sections as an incident review has them, an empty one leaves no trace; Markdown that a code host shows as it was
// meant, plain text that reads well in a mail, both from one list of blocks; names that become Person A, B … everywhere.
//
// Non-goals: HTML and mail (report/html, desk/outbox), who has received what (the entry), the screen.
package report

import (
	"bounceback/journal"
	"bounceback/journal/when"
)

// Facts is all of an entry that a document can hold.
type Facts struct {
	Title    string
	Happened when.Moment
	Authors  []string
	Status   journal.ReportStatus
	What     string
	Analysis Analysis
	Repair   Repair
	Takeaway string
}

// Analysis is the root cause analysis without the answers to help questions, which are for thinking.
type Analysis struct {
	Summary, Impact, Detection, Surprise, Well, Badly, Lucky, NotDoing, Questions string

	Attendees   []string
	Facilitator string
	Events      []journal.Event
	Factors     []journal.Factor
}

// Repair is what was put right, and what is done so that it can't come back.
type Repair struct {
	Contained, Repaired, UnrepairableBecause string

	Repairable      journal.Repairable
	Detected, Fixed when.Moment
	Took            journal.Durations
	Actions         []journal.Action
}

// Copies of a report.
const (
	Full    journal.CopyKind = "full"
	Summary journal.CopyKind = "summary"
)

// Document is a report for one reader, or a letter. Make one with [New] or [NewLetter].
type Document struct {
	facts    Facts
	copy     journal.CopyKind
	apology  string     // to its reader, and to nobody else
	received []Received // in the owner's own copy only
	letter   bool       // the apology is all there is
}

// Received is one line of who has the report, for the owner.
type Received struct {
	To           string
	Copy         journal.CopyKind
	Via          string
	Sent         when.Moment
	Acknowledged when.Moment
}

// Options say which document it is.
type Options struct {
	// Copy is Full or Summary; "" is Full.
	Copy journal.CopyKind
	// To is the reader, whose apology goes with it; "" is nobody in particular.
	To string
	// Mine is the owner's own copy: who received it stands at its end.
	Mine bool
	// Groups are names that mean several people, such as "the support team". They keep their names.
	Groups []string
}

// Part is a part of a report that a person can leave out. Key is what [journal.Report].Omit names.
type Part struct {
	Key, Title string
}

// New returns the report of e, without what e.Report.Omit names and with pseudonyms where e.Report.Pseudonyms asks for them.
func New(e *journal.Entry, o Options) Document { return Document{facts: Facts{Title: e.Title}} }

// NewLetter returns the letter of an apology: its words, and nothing else of the entry.
func NewLetter(a journal.Apology) Document { return Document{apology: a.Words, letter: true} }

// Title returns what the document is called, on one line; "" for a letter.
func (d Document) Title() string { return d.facts.Title }

// Subject returns the subject of a mail with the document: that of a letter names no mistake, since nobody may see its title in
// passing.
func (d Document) Subject() string {
	if d.letter {
		return "An apology"
	}
	return "Report: " + d.Title()
}

// Empty reports whether there is nothing in the document but its title.
func (d Document) Empty() bool { return false }

// Markdown returns the document as CommonMark with task lists.
func (d Document) Markdown() string { return "# " + d.facts.Title + "\n" }

// Text returns the document as plain text, without any marks, for the text part of a mail.
func (d Document) Text() string { return d.facts.Title + "\n" }

// Parts returns what of e a person can leave out of its report: the parts that have something in them, in the order of the
// document, those that are left out already among them.
func Parts(e *journal.Entry) []Part { return nil }

// Alias is what somebody is called where pseudonyms are asked for: "Person A".
type Alias struct{ Name, As string }

// Aliases returns who is called what in the report of e.
func Aliases(e *journal.Entry, groups []string) []Alias { return nil }
