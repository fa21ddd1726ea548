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

// Copies of a report.
const (
	Full    journal.CopyKind = "full"
	Summary journal.CopyKind = "summary"
)

// Document is a report for one reader, or a letter. Make one with [New] or [NewLetter].
type Document struct {
	facts    Facts
	copy     journal.CopyKind
	apology  []string   // to its reader, and to nobody else
	received []Received // in the owner's own copy only
	letter   bool       // the apology is all there is
}

// Received is one line of who has the report, for the owner.
type Received struct {
	To   string
	Copy journal.CopyKind
	Via  string
	When when.Moment
}

// Options say which document it is.
type Options struct {
	// Copy is Full or Summary; "" is Full.
	Copy journal.CopyKind
	// To is the reader, whose apology goes with it; "" is nobody in particular.
	To string
	// Mine is the owner's own copy: who received it stands at its end.
	Mine bool
	// Owner is the name of the journal's owner, who is "me" in an entry; "" when it is not known.
	Owner string
	// Groups are names that mean several people, such as "the support team". They keep their names.
	Groups []string
}

// New returns the report of e, without what e.Report.Omit names and with pseudonyms where e.Report.Pseudonyms asks for them.
func New(e *journal.Entry, o Options) Document {
	d := Document{facts: factsOf(e), copy: o.Copy, apology: apologyTo(e, o.To)}
	if d.copy == "" {
		d.copy = Full
	}
	if e.Report.Pseudonyms { // the entry may not know the owner's name, and what it does not know keeps its name
		o.Owner = ""
	}
	d.facts.mine(o.Owner)
	if o.Mine {
		d.received = receivedBy(e)
	}
	if e.Report.Pseudonyms {
		d.alias(castOf(e, o.Groups), o.To)
	}
	return d
}

// NewLetter returns the letter of an apology: its words, and nothing else of the entry. It goes to one person whom it names, so
// it has no pseudonyms.
func NewLetter(a journal.Apology) Document {
	return Document{apology: []string{text(a.Words)}, letter: true}
}

// alias puts pseudonyms in the place of names. The apology keeps the name of its reader, to whom it speaks.
func (d *Document) alias(c *cast, reader string) {
	d.facts.Authors = nil
	d.facts.rewrite(c.replace)
	for i := range d.received {
		r := &d.received[i]
		r.To, r.Via = c.replace(r.To), c.replace(r.Via)
	}
	for i, words := range d.apology {
		d.apology[i] = c.replaceBut(words, reader)
	}
}

// Title returns what the document is called, on one line; "" for a letter.
func (d Document) Title() string {
	if d.letter {
		return ""
	}
	return journal.Name(d.facts.Title)
}

// Subject returns the subject of a mail with the document: that of a letter names no mistake, since nobody may see its title in
// passing.
func (d Document) Subject() string {
	if d.letter {
		return "An apology"
	}
	return "Report: " + d.Title()
}

// Empty reports whether there is nothing in the document but what stands at its head: title, date, authors.
func (d Document) Empty() bool {
	return len(d.body()) == 0 && len(d.opening()) == 0 && len(d.received) == 0
}

// Markdown returns the document as CommonMark with task lists.
func (d Document) Markdown() string { return writeMarkdown(d.blocks()) }

// Text returns the document as plain text, without any marks, for the text part of a mail. Long lines stay long, since a mail
// program wraps them to the width of its reader.
func (d Document) Text() string { return writeText(d.blocks()) }
