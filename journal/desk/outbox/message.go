package outbox

import (
	"fmt"
	"strings"

	"bounceback/journal"
	"bounceback/journal/report"
	"bounceback/journal/report/html"
)

// Message makes a mailing of e ready. It changes nothing. The error is a [*NoWordsError] for an apology that is not written, or
// one of reading contacts.toml.
func (o *Outbox) Message(e *journal.Entry, m Mailing) (Message, error) {
	book, err := o.Book()
	if err != nil {
		return Message{}, err
	}
	if strings.TrimSpace(m.To) == "" && !m.Own() {
		return Message{}, fmt.Errorf("there is nobody to send the %s to", m.What)
	}
	out := Message{Mailing: m, From: book.From, Reach: book.Find(m.To), entry: e.ID}
	switch m.What {
	case Report:
		r := report.Options{To: m.To, Mine: m.Own(), Owner: book.Owner(), Groups: book.GroupNames()}
		if n := e.Notice(m.To); n != nil && !m.Own() {
			r.Copy = n.Copy
		}
		out.Document = report.New(e, r)
	case Apology:
		a := e.Apology(m.To, m.Words)
		if a == nil {
			return Message{}, noApology(e, m)
		}
		if strings.TrimSpace(a.Words) == "" {
			return Message{}, &NoWordsError{m.To}
		}
		out.Words = a.Words
		out.Document = report.NewLetter(*a)
	default:
		return Message{}, fmt.Errorf("%q can't be sent, only a report or an apology", m.What)
	}
	out.Subject = out.Document.Subject()
	out.Markdown, out.Text = out.Document.Markdown(), out.Document.Text()
	if out.HTML, err = html.Page(out.Document); err != nil {
		return Message{}, fmt.Errorf("making the page: %w", err)
	}
	if out.id, err = o.newID(); err != nil {
		return Message{}, err
	}
	return out, nil
}

// newID draws the name of a message: 31^20 of them never meet.
func (o *Outbox) newID() (string, error) {
	a, err := o.opt.Desk.NewID()
	if err != nil {
		return "", err
	}
	b, err := o.opt.Desk.NewID()
	return a + b, err
}
