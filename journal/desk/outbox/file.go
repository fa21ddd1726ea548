package outbox

import (
	"fmt"
	"strings"

	"bounceback/journal/store"
)

// Format is how a document is written into a file.
type Format string

// The formats.
const (
	Markdown Format = "md"
	HTML     Format = "html"
	Text     Format = "text"
)

// In returns the document in a format.
func (m Message) In(f Format) string {
	switch f {
	case HTML:
		return m.HTML
	case Text:
		return m.Text
	}
	return m.Markdown
}

// Ext returns the end of a file's name, without a dot.
func (f Format) Ext() string {
	if f == Text {
		return "txt"
	}
	return string(f)
}

// Draft writes the message as an .eml file and notes that it is prepared. where is a folder that is there, or the name of a file
// that is not; "" is the journal's outbox folder. No file is ever written over. A message whose reader's address nobody knows is
// a draft without one: the mail program asks. An [*UnnotedError] says that the file is there and the note is not.
func (o *Outbox) Draft(path string, m Message, where string) (name string, f store.File, err error) {
	data, err := o.Mail(m, true)
	if err != nil {
		return "", store.File{}, err
	}
	return o.write(path, m, where, "eml", viaEmail, data)
}

// File writes the document into a file as [Outbox.Draft] does.
func (o *Outbox) File(path string, m Message, f Format, where string) (name string, _ store.File, err error) {
	switch f {
	case Markdown, HTML, Text:
		return o.write(path, m, where, f.Ext(), "file", []byte(m.In(f)))
	}
	return "", store.File{}, fmt.Errorf("a document can't be written as %q, only as md, html or text", f)
}

// write makes the file, and then notes it: the other way round a note could name what is not there.
func (o *Outbox) write(path string, m Message, where, ext, via string, data []byte) (name string, f store.File, err error) {
	if err := o.ready(path, m.Mailing); err != nil {
		return "", store.File{}, err
	}
	what := "report"
	if m.What == Apology {
		what = "letter"
	}
	person := strings.TrimSpace(m.To)
	if !o.opt.Names {
		person = ""
	}
	name, err = o.opt.Desk.WriteOutgoing(where, m.entry, what, person, ext, data)
	if err != nil {
		return "", store.File{}, err
	}
	if m.Own() {
		return name, store.File{}, nil
	}
	f, err = o.note(path, m.entry, m.Mailing, markedPrepared(m.Mailing, via))
	if err != nil {
		err = &UnnotedError{To: m.To, File: name, Err: err}
	}
	return name, f, err
}
