package ui

import (
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal/desk"
	"bounceback/journal/shelf"
	"bounceback/journal/store"
	"bounceback/ui/guide"
)

// The whole file of a mistake, back from the person's editor. What becomes of it is decided in package desk; a copy that
// could not be brought in stays, and the same key goes on with it.

func (a *App) takeFileCmd(text string) tea.Cmd {
	d, e := a.desk, a.editing
	return func() tea.Msg { return textSavedMsg{d.TakeFile(e.whole, text, false), e} }
}

func (a *App) textSaved(msg textSavedMsg) tea.Cmd {
	e := msg.editing
	if a.editing == e {
		a.editing = nil
	}
	switch msg.Fate {
	case desk.CopyTaken:
		return a.tookFile(e, msg.Return)
	case desk.CopyUnchanged:
		if e.whole.Again {
			a.note = "Your copy said what the file said, so nothing was changed."
		}
	case desk.CopyEmpty:
		a.note = "The copy came back empty, so nothing was changed."
	case desk.CopyConflict:
		a.note = a.changedTwice(e.whole, msg.Conflict)
		return nil
	default:
		a.note = a.notTaken(msg.Err)
		return nil
	}
	return a.copyDropped(msg.Err)
}

// notTaken says why a copy could not be brought in. The key that goes on with it comes first: reasons may be long.
func (a *App) notTaken(err error) string {
	if errors.As(err, new(*store.GoneError)) || errors.As(err, new(*store.LockedError)) { // going on does not help
		return "Not saved, and your copy is in drafts: " + reason(err) + "."
	}
	return "Not saved. " + a.goesOn() + ": " + reason(err) + "."
}

// tookFile shows what the file says now.
func (a *App) tookFile(e *editing, back desk.Return) tea.Cmd {
	f := back.File
	if e.whole.Again {
		a.note = "Your copy from last time is in the file now."
	}
	a.follower.Saw(f)
	if a.inReading && a.reading.Path() == f.Path {
		a.reading.Open(f.Path, &f.Entry)
	}
	var again tea.Cmd
	if doc := a.docs[f.Path]; doc != nil && doc.idle() { // else the next save brings the two together
		doc.adopt(f)
		if doc == a.doc && a.guide.Refresh() {
			again = a.edited()
		}
	}
	return tea.Batch(again, a.copyDropped(back.Err), a.put([]shelf.Card{desk.Card(f)}, nil), a.wants())
}

// copyDropped says when a copy could not be removed.
func (a *App) copyDropped(err error) tea.Cmd {
	if err == nil {
		return nil
	}
	return a.kept(keptMsg{err: err})
}

// goesOn says how to go on with a copy.
func (a *App) goesOn() string {
	name := "timeline_editor"
	if a.inReading {
		name = "reading_editor"
	}
	if k := a.opt.Config.Keys.Binding(name).Shown(); k != "" {
		return k + " goes on with your copy"
	}
	return "Your copy is in drafts"
}

// changedTwice says what was changed here and in another program, and who asks which side stays.
func (a *App) changedTwice(c desk.FileCopy, conflict *store.ConflictError) string {
	var names []string
	for _, key := range conflict.Keys {
		names = append(names, named(key))
	}
	if more := len(names) - 2; more > 0 {
		names = append(names[:2], fmt.Sprintf("%d more", more))
	}
	return "Changed elsewhere as well (" + strings.Join(names, ", ") + "). Your copy is in drafts; " + shell(c) + " asks which stays."
}

// named is a key as the guide calls it, within a sentence.
func named(key string) string {
	q := guide.Question(key)
	r, n := utf8.DecodeRuneInString(q)
	return strings.TrimRight(string(unicode.ToLower(r))+q[n:], "?.")
}

// shell is the command that edits the file of a copy, and that asks where there is something to decide.
func shell(c desk.FileCopy) string { return "“bounceback edit " + c.Handle + "”" }

// breath is how long the screen is away at least. When a program that can't be started gives it back at once, Bubble Tea may
// stop its new clock in place of the old one, and nothing is ever drawn again.
const breath = 100 * time.Millisecond

// process is a program that has the terminal for a while, and at least for a breath.
type process struct {
	*exec.Cmd
	after func(time.Duration) <-chan time.Time
}

func (p *process) Run() error {
	rest := p.after(breath)
	err := p.Cmd.Run()
	<-rest
	return err
}

func (p *process) SetStdin(r io.Reader)  { p.Stdin = r }
func (p *process) SetStdout(w io.Writer) { p.Stdout = w }
func (p *process) SetStderr(w io.Writer) { p.Stderr = w }
