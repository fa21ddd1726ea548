// Package outbox is how documents leave the journal: through a command of the person's choice, as a draft for a mail program, a
// file, or the clipboard; and what is noted afterwards.
//
// Goals: the bytes that are shown are the bytes that are sent; "sent" is noted when the command has taken all of them and ended
// well, and never before; a file is on the disk, whole, before "prepared" is noted; what one reader gets names no other.
//
// Non-goals: what stands in a document (journal/report), asking the person, a network of our own.
package outbox

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"bounceback/journal"
	"bounceback/journal/contacts"
	"bounceback/journal/desk"
	"bounceback/journal/report"
)

// Options are what an outbox needs from outside.
type Options struct {
	Desk *desk.Desk
	// Command takes a mail on its standard input and sends it; empty when there is none.
	Command []string
	// Detached keeps the command from the terminal, which a full screen has to itself: one that asks there for a password gets no
	// answer, and says so.
	Detached bool
	// Limit is how long the command may take; zero is without end.
	Limit time.Duration
	// Names lets the files that are made have names of people in their own.
	Names bool
}

// Outbox may be used from several goroutines.
type Outbox struct {
	opt Options

	mu      sync.Mutex
	sending map[string]bool // by place and mailing
}

// New returns an outbox.
func New(o Options) *Outbox { return &Outbox{opt: o, sending: map[string]bool{}} }

// What is what is sent.
type What string

// What can be sent.
const (
	Report  What = "report"
	Apology What = "apology"
)

// Mailing is one thing for one reader.
type Mailing struct {
	What  What
	To    string // "" for the owner's own copy of the report, which can be made ready and is nowhere noted
	Words string // of an apology, by which it is told from another one to the same person
	Again bool   // it was sent before, and is meant once more
}

// Mailings returns all that could go out of e: a report to everybody whom it names and who is not exempt, then a letter for each
// apology that has words. Who has received theirs is among them.
func Mailings(e *journal.Entry) []Mailing {
	var out []Mailing
	for _, to := range e.Affected() {
		if !Exempt(e, to) {
			out = append(out, Mailing{What: Report, To: to})
		}
	}
	for _, a := range e.Apologies {
		if strings.TrimSpace(a.To) != "" && strings.TrimSpace(a.Words) != "" {
			out = append(out, Mailing{What: Apology, To: strings.TrimSpace(a.To), Words: a.Words})
		}
	}
	return out
}

// Exempt reports whether somebody need not hear of e.
func Exempt(e *journal.Entry, to string) bool {
	n := e.Notice(to)
	return n != nil && strings.TrimSpace(n.Exempt) != ""
}

// Unconfirmed reports whether the mailing was made ready and nobody noted whether it went out.
func Unconfirmed(e *journal.Entry, m Mailing) bool {
	if m.What == Apology {
		a := e.Apology(m.To, m.Words)
		return a != nil && a.Unconfirmed()
	}
	n := e.Notice(m.To)
	return n != nil && n.Unconfirmed()
}

// Own reports whether it is the owner's own copy.
func (m Mailing) Own() bool { return m.What == Report && strings.TrimSpace(m.To) == "" }

// Out reports whether the mailing has reached its reader: the report was sent, or answered; the apology was said.
func (m Mailing) Out(e *journal.Entry) bool {
	if m.What == Apology {
		a := e.Apology(m.To, m.Words)
		return a != nil && !a.Said.IsZero()
	}
	n := e.Notice(m.To)
	return n != nil && !(n.Sent.IsZero() && n.Acknowledged.IsZero())
}

// Message is a mailing made ready: the exact text that is sent.
type Message struct {
	Mailing
	Document report.Document
	Markdown string
	Text     string
	HTML     string
	From     string // "" when contacts.toml names no sender
	Subject  string // may be changed before it is sent
	Reach    contacts.Reach

	entry string // the id of its entry
	id    string // its own, so that sending it again after a failure makes no second message of it
}

// Desk returns the desk that it works at.
func (o *Outbox) Desk() *desk.Desk { return o.opt.Desk }

// Book reads contacts.toml. A file that can't be read is an error that says which line is wrong.
func (o *Outbox) Book() (contacts.Book, error) { return o.opt.Desk.Contacts() }

// Learn adds somebody's address to contacts.toml. A name that has another address there is an error.
func (o *Outbox) Learn(c contacts.Contact) error {
	return o.opt.Desk.EditContacts(func(text string) (string, error) { return contacts.Add(text, c) })
}

// LearnSender writes who letters are from into contacts.toml.
func (o *Outbox) LearnSender(from string) error {
	return o.opt.Desk.EditContacts(func(text string) (string, error) { return contacts.SetFrom(text, from) })
}

// Mailer names the command that sends mail, without its arguments and its folder; "" when there is none.
func (o *Outbox) Mailer() string {
	if !o.CanSend() {
		return ""
	}
	return filepath.Base(o.opt.Command[0])
}

// CanSend reports whether there is a command that sends mail.
func (o *Outbox) CanSend() bool { return len(o.opt.Command) > 0 }

// NoAddressError says that nobody knows the address of somebody.
type NoAddressError struct{ Name string }

func (e *NoAddressError) Error() string {
	return fmt.Sprintf("nobody knows the address of %s; add it to contacts.toml, as name and address below a line [[contacts]]", e.Name)
}

// ChangedError says that a letter was changed after it was made ready.
type ChangedError struct{ Name string }

func (e *ChangedError) Error() string {
	return "the letter to " + e.Name + " was changed meanwhile; look at it once more"
}

// OutError says that a mailing went out meanwhile: another program has noted it.
type OutError struct{ Name string }

func (e *OutError) Error() string {
	return "it went out to " + e.Name + " meanwhile, says the journal; look at it once more"
}

// NoWordsError says that there is no apology to somebody, or none with words.
type NoWordsError struct{ Name string }

func (e *NoWordsError) Error() string { return "nothing is written to " + e.Name + " yet" }
