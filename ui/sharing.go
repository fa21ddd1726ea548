package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/contacts"
	"bounceback/journal/desk"
	"bounceback/journal/desk/outbox"
	"bounceback/journal/shelf"
	"bounceback/journal/store"
	"bounceback/ui/ask"
	"bounceback/ui/theme"
)

// What leaves the journal: opening the report and the letters of an entry, changing an entry by a function, and carrying out
// what the pane asks for. What is sent is what the pane showed; what is noted of it is noted on the freshest file.

type (
	sharedMsg struct {
		rev  uint64
		ask  ask.Share
		file store.File
		err  error
		book bookMsg
	}
	hurryMsg uint64 // there was a pause
	bookMsg  struct {
		book contacts.Book
		err  error  // why it can't be read
		said string // what was kept, for the person
		fail error  // why it could not be kept
	}
	changedMsg struct {
		ask  ask.Change
		file store.File
		err  error
	}
	deliveredMsg struct {
		ask   ask.Deliver
		title string     // of the mistake
		file  store.File // the entry with what was noted; of no path when nothing was
		place string     // the file that was made
		err   error
	}
)

// openShare opens the report and the letters of an entry. What is open in the guide is saved first, and shown as it stands.
func (a *App) openShare(q ask.Share) tea.Cmd {
	a.overlay = noOverlay
	save := a.settle()
	a.openRev++
	msg := sharedMsg{rev: a.openRev, ask: q}
	doc, open := a.docs[q.Path]
	if open {
		msg.file = doc.base
		msg.file.Entry = doc.entry.Clone()
	}
	d, o := a.desk, a.opt.Outbox
	return tea.Batch(save, func() tea.Msg {
		if !open {
			msg.file, msg.err = d.Open(q.Path)
		}
		msg.book.book, msg.book.err = o.Book()
		return msg
	})
}

func (a *App) showShare(msg sharedMsg) tea.Cmd {
	if msg.rev != a.openRev {
		return nil // the person went on
	}
	if msg.err != nil {
		var broken *store.BrokenError
		if errors.As(msg.err, &broken) {
			return a.readCmd(msg.ask.Path)
		}
		a.note = theme.Sentence(reason(msg.err)) + "."
		return nil
	}
	locked := ""
	if msg.file.Locked != "" {
		locked = "Read-only: " + msg.file.Locked + "."
	}
	a.hasBook(msg.book)
	if doc := a.docs[msg.ask.Path]; doc != nil && (doc.err != nil || doc.conflict != nil) {
		locked = "What you wrote is not in its file yet, so nothing can be sent or noted of it."
	}
	a.share.Open(msg.ask.Path, &msg.file.Entry, locked, msg.ask.Letter, msg.ask.To)
	if words := a.takeUndelivered(msg.ask.Path); words != "" {
		a.share.Said("", words)
	}
	a.overlay, a.inShare = noOverlay, true
	a.relayout()
	return tea.Batch(a.wants(), a.hurry())
}

// hurry waits for a pause: somebody who was typing when the pane came up, and whose first letter was its key, goes on typing, and
// their next letters must not change what goes out.
func (a *App) hurry() tea.Cmd {
	a.hurries++
	rev := a.hurries
	a.hurried = true
	return a.tick(letterPause, func(time.Time) tea.Msg { return hurryMsg(rev) })
}

// typedInHurry reports whether a key is one of a burst that began before the pane was there.
func (a *App) typedInHurry(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	return ok && a.hurried && a.inShare && !a.rehearsing && a.overlay == noOverlay && len(k.Text) > 0 && !a.share.Moves(k)
}

// hasBook takes in where people can be written to.
func (a *App) hasBook(msg bookMsg) {
	problem := ""
	if msg.err != nil {
		problem = theme.Clean(msg.err.Error()) + "."
	}
	a.share.SetBook(msg.book, problem)
	switch {
	case msg.fail != nil:
		a.share.Said("", theme.Sentence(msg.fail.Error())+".")
	case msg.said != "":
		a.share.Said(msg.said, "")
	}
}

// bookCmd reads the contacts while somebody looks at who gets what.
func (a *App) bookCmd() tea.Cmd {
	if !a.inShare {
		return nil
	}
	o := a.opt.Outbox
	return func() tea.Msg {
		var msg bookMsg
		msg.book, msg.err = o.Book()
		return msg
	}
}

// keepAddress writes an address into the contacts.
func (a *App) keepAddress(q ask.Address) tea.Cmd {
	o := a.opt.Outbox
	return func() tea.Msg {
		var msg bookMsg
		if q.Name == "" {
			msg.fail = o.LearnSender(q.Address)
		} else {
			msg.fail = o.Learn(contacts.Contact{Name: q.Name, Address: q.Address})
		}
		if msg.fail == nil {
			msg.said = "The address is kept."
		}
		msg.book, msg.err = o.Book()
		return msg
	}
}

// change changes an entry by a function. What is open of it is saved first, so that the function sees it. Changes wait for one
// another: their answers come in their order.
func (a *App) change(q ask.Change) tea.Cmd {
	a.changes = append(a.changes, &flight[changedMsg]{ask: q})
	if len(a.changes) > 1 {
		return nil
	}
	return a.nextChange()
}

func (a *App) nextChange() tea.Cmd {
	if len(a.changes) == 0 {
		return nil
	}
	next := a.changes[0]
	q, _ := next.ask.(ask.Change)
	var save tea.Cmd
	if doc := a.docs[q.Path]; doc != nil {
		if doc == a.doc {
			a.guide.Settle()
			a.noteEdit()
		}
		save = a.saveDoc(doc)
	}
	next.run = sync.OnceValue(func() changedMsg { return a.carryOut(q) })
	return tea.Sequence(save, func() tea.Msg { return next.run() })
}

// carryOut touches nothing of the App but its desk.
func (a *App) carryOut(q ask.Change) changedMsg {
	f, err := a.desk.Change(q.Path, q.Do)
	return changedMsg{q, f, err}
}

func (a *App) changed(msg changedMsg) tea.Cmd {
	if len(a.changes) > 0 {
		a.changes = a.changes[1:]
	}
	if msg.ask.Done != nil {
		msg.ask.Done(msg.err == nil)
	}
	if msg.err != nil {
		a.tell(msg.ask.Path, "", "Not noted: "+reason(msg.err)+".")
		return tea.Batch(a.nextChange(), a.quitOn())
	}
	a.tell(msg.ask.Path, msg.ask.Said, "")
	return tea.Batch(a.took(msg.file), a.nextChange(), a.quitOn())
}

// flight is work under way that must not be forgotten, whatever ends the program: whoever calls run first does it, all get its
// answer.
type flight[T any] struct {
	ask ask.Ask
	run func() T // nil until it has begun
}

// sameAs reports whether it is the delivery that q asked for.
func (f *flight[T]) sameAs(q ask.Deliver) bool {
	d, ok := f.ask.(ask.Deliver)
	return ok && d.Path == q.Path && d.Letter == q.Letter && d.To == q.To && d.Words == q.Words && d.By == q.By
}

// tell shows what was done to an entry where the person looks; problem is what went wrong, or "".
func (a *App) tell(path, said, problem string) {
	switch {
	case a.inShare && !a.rehearsing && a.share.Path() == path:
		a.share.Said(said, problem)
	case problem != "":
		a.note = problem
	default:
		a.note = said
	}
}

// took takes in an entry that a change by function has written: into the lists, the guide and the pane.
func (a *App) took(f store.File) tea.Cmd {
	if a.tookAt[f.Path].Mod.After(f.Stamp.Mod) {
		return nil // a later one was faster
	}
	a.tookAt[f.Path] = f.Stamp
	a.tooks[f.Path]++
	a.follower.Saw(f)
	cmds := []tea.Cmd{a.put([]shelf.Card{desk.Card(f)}, nil)}
	if doc := a.docs[f.Path]; doc != nil && doc.idle() { // otherwise its next save brings the two together
		doc.adopt(f)
		if doc == a.doc && a.guide.Refresh() {
			cmds = append(cmds, a.edited())
		}
	}
	a.showChanged(f.Path, &f.Entry)
	return tea.Batch(append(cmds, a.wants())...)
}

// showChanged shows an entry as it is by now where it is read or shared.
func (a *App) showChanged(path string, e *journal.Entry) {
	if a.inReading && a.reading.Path() == path {
		a.reading.Open(path, e)
	}
	if a.inShare && a.share.Path() == path {
		c := e.Clone()
		a.share.SetEntry(&c)
	}
}

// deliver sends what the pane shows, or makes it ready.
func (a *App) deliver(q ask.Deliver) tea.Cmd {
	o, ctx, e := a.opt.Outbox, a.mailing, a.share.Entry()
	next := &flight[deliveredMsg]{ask: q, run: sync.OnceValue(func() deliveredMsg { return carry(ctx, o, &e, q) })}
	a.deliveries = append(a.deliveries, next)
	return func() tea.Msg { return next.run() }
}

// carry takes a delivery out of the journal. What is sent goes where the person has seen that it goes, or nowhere.
func carry(ctx context.Context, o *outbox.Outbox, e *journal.Entry, q ask.Deliver) deliveredMsg {
	msg := deliveredMsg{ask: q, title: e.Name()}
	m := outbox.Mailing{What: outbox.Report, To: q.To, Words: q.Words, Again: q.Again}
	if q.Letter {
		m.What = outbox.Apology
	}
	ready, err := o.Message(e, m)
	if err != nil {
		msg.err = err
		return msg
	}
	switch q.By {
	case ask.ByCommand:
		if !slices.Equal(ready.Reach.Addresses, q.Addresses) {
			msg.err = fmt.Errorf("the address of %s was changed meanwhile; look at it once more", q.To)
			return msg
		}
		msg.file, msg.err = o.Send(ctx, q.Path, ready)
	case ask.AsDraft:
		msg.place, msg.file, msg.err = o.Draft(q.Path, ready, "")
	case ask.AsMarkdown:
		msg.place, msg.file, msg.err = o.File(q.Path, ready, outbox.Markdown, "")
	case ask.AsHTML:
		msg.place, msg.file, msg.err = o.File(q.Path, ready, outbox.HTML, "")
	case ask.OnClipboard:
		msg.file, msg.err = o.Prepared(q.Path, m, "")
	}
	return msg
}

func (a *App) delivered(msg deliveredMsg) tea.Cmd {
	a.deliveries = slices.DeleteFunc(a.deliveries, func(f *flight[deliveredMsg]) bool { return f.sameAs(msg.ask) })
	said, problem := "", ""
	switch {
	case msg.err != nil:
		problem = theme.Sentence(msg.err.Error()) + "."
		var failed *outbox.CommandError
		if errors.As(msg.err, &failed) && !failed.Unsure {
			problem = "Not sent. " + problem
		}
	case msg.ask.By == ask.ByCommand:
		said = "It is sent."
	case msg.place != "":
		said = "It is in " + msg.place
	default:
		said = "Your terminal was asked to put it on the clipboard."
	}
	a.share.Delivered(msg.ask, said, problem)
	if problem != "" && !(a.inShare && !a.rehearsing && a.share.Path() == msg.ask.Path) {
		a.undelivered = append(a.undelivered, undelivered{msg.ask.Path, "“" + msg.title + "”, to " + msg.ask.To + ": " + problem})
	}
	var took tea.Cmd
	if msg.file.Path != "" {
		took = a.took(msg.file)
	}
	return tea.Batch(took, a.bookCmd(), a.quitOn())
}

// undelivered is a delivery that failed while the person looked elsewhere. It stays on screen until they look.
type undelivered struct{ path, words string }

// takeUndelivered returns what failed of an entry, for the pane that shows it from now on.
func (a *App) takeUndelivered(path string) string {
	var words []string
	a.undelivered = slices.DeleteFunc(a.undelivered, func(u undelivered) bool {
		if u.path == path {
			words = append(words, u.words)
		}
		return u.path == path
	})
	return strings.Join(words, " ")
}

// openRehearsal shows an apology to be said aloud.
func (a *App) openRehearsal(q ask.Rehearse) tea.Cmd {
	a.rehearse.Open(q)
	a.rehearsing = true
	a.relayout()
	return nil
}
