package outbox

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"bounceback/journal"
	"bounceback/journal/report"
	"bounceback/journal/store"
)

// UnnotedError says that a message is out, or lies ready, and that the journal could not note it. Who sends it again, sends it
// twice.
type UnnotedError struct {
	To   string
	Sent bool   // the command has sent it
	File string // it lies ready there
	Err  error
}

func (e *UnnotedError) Error() string {
	switch {
	case e.Sent:
		return fmt.Sprintf("it was sent to %s, so don't send it again, but the journal could not note it: %v", e.To, e.Err)
	case e.File != "":
		return fmt.Sprintf("%s is ready, but the journal could not note it: %v", e.File, e.Err)
	}
	return fmt.Sprintf("it is ready for %s, but the journal could not note it: %v", e.To, e.Err)
}

func (e *UnnotedError) Unwrap() error { return e.Err }

// mark is one change of an entry at a moment; it reports whether there is something to mark. It may run several times.
type mark func(e *journal.Entry, now time.Time) bool

// Prepared notes that a message was made ready in some way: "clipboard", "standard output".
func (o *Outbox) Prepared(path string, m Mailing, via string) (store.File, error) {
	return o.note(path, "", m, markedPrepared(m, via))
}

func markedPrepared(m Mailing, via string) mark {
	return func(e *journal.Entry, now time.Time) bool {
		if m.What == Apology {
			return e.MarkLetterPrepared(m.To, m.Words, via, now)
		}
		e.MarkPrepared(m.To, via, now)
		return true
	}
}

func markedSent(m Mailing) mark {
	return func(e *journal.Entry, now time.Time) bool {
		if m.What == Apology {
			return e.MarkSaid(m.To, m.Words, viaEmail, now)
		}
		e.MarkSent(m.To, viaEmail, now)
		return true
	}
}

// noted returns the mark that takes back what is noted of a mailing's way from now on.
func (o *Outbox) noted(path string, m Mailing) (mark, error) {
	f, err := o.opt.Desk.Open(path)
	if err != nil {
		return nil, err
	}
	if m.What == Apology {
		if was := f.Entry.Apology(m.To, m.Words); was != nil {
			prepared, via := was.Prepared, was.Via
			return func(e *journal.Entry, _ time.Time) bool {
				a := e.Apology(m.To, m.Words)
				if a != nil {
					a.Prepared, a.Via = prepared, via
				}
				return a != nil
			}, nil
		}
	}
	was := f.Entry.Notice(m.To)
	if was == nil { // nobody had a line for them
		return func(e *journal.Entry, _ time.Time) bool {
			e.Ledger = slices.DeleteFunc(slices.Clone(e.Ledger), func(n journal.Notice) bool {
				return journal.SameName(n.To, m.To) && n == journal.Notice{Origin: n.Origin, To: n.To, Via: n.Via, Prepared: n.Prepared}
			})
			return true
		}, nil
	}
	prepared, via := was.Prepared, was.Via
	return func(e *journal.Entry, _ time.Time) bool {
		n := e.Notice(m.To)
		if n != nil {
			n.Prepared, n.Via = prepared, via
		}
		return n != nil
	}, nil
}

const viaEmail = "email"

// note changes the entry at path, or, when its file was given another place meanwhile, wherever its id is now.
func (o *Outbox) note(path, id string, m Mailing, mark mark) (store.File, error) {
	d, now := o.opt.Desk, o.opt.Desk.Now()
	change := func(e *journal.Entry) error {
		if !mark(e, now) {
			return fmt.Errorf("the apology to %s is no longer there", m.To)
		}
		if m.What == Report && e.Report.Pseudonyms {
			o.settle(e)
		}
		return nil
	}
	f, err := d.Change(path, change)
	var gone *store.GoneError
	if errors.As(err, &gone) && id != "" {
		if moved, rerr := d.Resolve(context.Background(), id); rerr == nil {
			return d.Change(moved, change)
		}
	}
	return f, err
}

// ready reports why what becomes of a message could not be noted. It is asked before anything leaves.
func (o *Outbox) ready(path string, m Mailing) error {
	f, err := o.opt.Desk.Open(path)
	switch {
	case err != nil:
		return err
	case f.Locked != "":
		return &store.LockedError{Path: f.Path, Reason: f.Locked}
	case m.What == Apology && f.Entry.Apology(m.To, m.Words) == nil:
		return noApology(&f.Entry, m)
	}
	return nil
}

// noApology says why the letter of m can't be taken from e.
func noApology(e *journal.Entry, m Mailing) error {
	if e.Apology(m.To, "") != nil && m.Words != "" {
		return &ChangedError{m.To}
	}
	return &NoWordsError{m.To}
}

// stillOpen reports whether the mailing has not gone out meanwhile, by another program.
func (o *Outbox) stillOpen(path string, m Mailing) error {
	f, err := o.opt.Desk.Open(path)
	if err == nil && !m.Again && m.Out(&f.Entry) {
		err = &OutError{m.To}
	}
	return err
}

// settle keeps who is called what in the copy that went out. It did go out: contacts that can't be read are no reason not to note that.
func (o *Outbox) settle(e *journal.Entry) {
	if book, err := o.Book(); err == nil {
		report.Settle(e, book.GroupNames())
	}
}
