// Package outbox is how documents leave the journal: through a command of the person's choice, as a draft for a mail program, a
// file, or the clipboard; and what is noted afterwards.
package outbox

import (
	"context"

	"bounceback/journal"
	"bounceback/journal/contacts"
	"bounceback/journal/desk"
	"bounceback/journal/report"
	"bounceback/journal/store"
)

// Options are what an outbox needs from outside.
type Options struct {
	Desk *desk.Desk
	// Command takes a mail on its standard input and sends it; empty when there is none.
	Command []string
	// Names lets the files that are made have names of people in their own.
	Names bool
}

// Outbox may be used from several goroutines.
type Outbox struct{ opt Options }

// New returns an outbox.
func New(o Options) *Outbox { return &Outbox{o} }

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
	To    string
	Words string // of an apology, by which it is told from another one to the same person
}

// Message is a mailing made ready: the exact text that is sent.
type Message struct {
	Mailing
	Document report.Document
	Markdown string
	Text     string
	HTML     string
	From     string // "" when contacts.toml names no sender
	Subject  string
	Reach    contacts.Reach
}

// Book reads contacts.toml. A file that can't be read is an error that says which line is wrong.
func (o *Outbox) Book() (contacts.Book, error) { return contacts.Book{}, nil }

// Learn adds somebody's address to contacts.toml.
func (o *Outbox) Learn(c contacts.Contact) error { return nil }

// LearnSender writes who letters are from into contacts.toml.
func (o *Outbox) LearnSender(from string) error { return nil }

// CanSend reports whether there is a command that sends mail.
func (o *Outbox) CanSend() bool { return len(o.opt.Command) > 0 }

// Message makes a mailing of e ready. It changes nothing.
func (o *Outbox) Message(e *journal.Entry, m Mailing) (Message, error) { return Message{}, nil }

// Mail returns the bytes of a message as they are sent. A draft says that it is one, so that mail programs open it for writing.
func (o *Outbox) Mail(m Message, draft bool) ([]byte, error) { return nil, nil }

// Send gives the message to the command and notes that it was sent once that has succeeded.
func (o *Outbox) Send(ctx context.Context, path string, m Message) (store.File, error) {
	return store.File{}, nil
}

// Draft writes the message as an .eml file and notes that it is prepared. dir is where it goes; "" is the journal's outbox
// folder. No file is ever overwritten.
func (o *Outbox) Draft(path string, m Message, dir string) (name string, f store.File, err error) {
	return "", store.File{}, nil
}

// Format is how a document is written into a file.
type Format string

// The formats.
const (
	Markdown Format = "md"
	HTML     Format = "html"
)

// File writes the document into a file as [Outbox.Draft] does.
func (o *Outbox) File(path string, m Message, f Format, dir string) (name string, _ store.File, err error) {
	return "", store.File{}, nil
}

// Prepared notes that a message was made ready in some way: "clipboard", "standard output".
func (o *Outbox) Prepared(path string, m Mailing, via string) (store.File, error) {
	return store.File{}, nil
}
