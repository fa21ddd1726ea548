package ui

import (
	"errors"
	"io/fs"
	"os/exec"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal/desk"
	"bounceback/ui/ask"
)

// editing is a text that is in the person's own editor: a copy in drafts, which stays until its text is in the entry.
type editing struct {
	path    string        // of the entry
	key     string        // the question; "" for the whole file
	whole   desk.FileCopy // of the whole file
	name    string        // of the copy
	before  string
	back    bool      // the editor has ended
	failed  bool      // and with an error
	taken   *document // the text is in here; the copy goes when that is saved
	started time.Time
}

type (
	editorReadyMsg struct {
		editing
		path string // of the copy on disk
		err  error
		none error // why there is no such editor
	}
	editorDoneMsg struct{ err error }
	editorReadMsg struct {
		text string
		err  error
	}
	textSavedMsg struct {
		desk.Return
		editing *editing // which may not be the latest
	}
)

func (a *App) openEditor(q ask.Editor) tea.Cmd {
	if len(a.opt.Editor) == 0 {
		a.note = "No editor is set. Set EDITOR, or editor in the configuration, to one you have."
		return nil
	}
	d, program := a.desk, a.opt.Editor[0]
	a.startingEditor = true
	if q.Key == "" {
		return func() tea.Msg {
			if _, err := exec.LookPath(program); err != nil {
				return editorReadyMsg{none: err}
			}
			c, err := d.CopyFile(q.Path)
			if c.Unknown { // no editor starts, see below
				d.CloseFile(c)
			}
			return editorReadyMsg{editing: editing{path: q.Path, whole: c, name: c.Name, before: c.Text}, path: c.Path, err: err}
		}
	}
	doc, text := a.doc, a.guide.FieldText()
	if doc == nil {
		a.startingEditor = false
		return nil
	}
	f := doc.base
	return tea.Batch(a.saveNow(), func() tea.Msg {
		if _, err := exec.LookPath(program); err != nil {
			return editorReadyMsg{none: err}
		}
		name, path, err := d.EditorCopy(desk.DraftID(f.Path, f.Entry.ID), q.Key, text, ".md")
		return editorReadyMsg{editing: editing{path: f.Path, key: q.Key, name: name, before: text}, path: path, err: err}
	})
}

func (a *App) startEditor(msg editorReadyMsg) tea.Cmd {
	e := msg.editing
	a.startingEditor = false
	left := msg.err == nil && e.key != "" && (a.doc == nil || a.doc.path() != e.path || !a.guide.Asks(e.key))
	switch {
	case msg.none == nil && msg.err == nil && (a.quitting || left): // another key was faster
		a.editing = &e
		return tea.Sequence(a.leaveEditor(), a.quitOn())
	case msg.none != nil:
		a.note = a.notStarted(msg.none)
		return nil
	case msg.err != nil:
		a.note = "The editor was not started: " + reason(msg.err) + "."
		return nil
	case e.whole.Unknown: // whatever came back, it could not be brought in without asking
		a.note = "Your copy from last time may be an old one; " + shell(e.whole) + " asks which stays."
		return nil
	case e.whole.Again:
		a.note = "Going on with your copy from last time."
	}
	if e.key != "" && a.doc != nil && a.guide.FieldText() != e.before { // typed on before the copy was there: copy again
		d := a.desk
		return tea.Sequence(func() tea.Msg { return keptMsg{err: d.DropEditorCopy(e.name)} },
			a.openEditor(ask.Editor{Path: e.path, Key: e.key}))
	}
	e.started = a.opt.Now()
	a.editing = &e
	args := append(append([]string{}, a.opt.Editor[1:]...), msg.path)
	return tea.Exec(&process{Cmd: exec.Command(a.opt.Editor[0], args...), after: time.After},
		func(err error) tea.Msg { return editorDoneMsg{err} })
}

// notStarted is what to say about an editor that can't be started.
func (a *App) notStarted(err error) string {
	name := "“" + a.opt.Editor[0] + "”"
	var none *exec.Error
	var start *fs.PathError
	why := ""
	switch {
	case errors.As(err, &none) && (errors.Is(err, exec.ErrNotFound) || errors.Is(err, fs.ErrNotExist)):
		return "There is no editor " + name + ". Set EDITOR, or editor in the configuration, to one you have."
	case errors.Is(err, fs.ErrNotExist): // it was there a moment ago
		why = "what its first line names is not there"
	case errors.Is(err, fs.ErrPermission):
		why = "you don’t have permission to run it"
	case errors.As(err, &start):
		why = start.Err.Error()
	case none != nil:
		why = none.Err.Error()
	default:
		why = reason(err)
	}
	return "The editor " + name + " can’t be started: " + why + "."
}

func (a *App) editorDone(msg editorDoneMsg) tea.Cmd {
	if a.editing == nil {
		return nil
	}
	a.editing.back = true
	var start *fs.PathError
	switch {
	case errors.As(msg.err, &start), errors.As(msg.err, new(*exec.Error)):
		a.note = a.notStarted(msg.err)
		return tea.Sequence(a.leaveEditor(), a.quitOn())
	case msg.err != nil:
		a.note = "Your editor ended with an error: " + reason(msg.err) + "."
		a.editing.failed = true
	}
	return a.readEditorCmd()
}

func (a *App) readEditorCmd() tea.Cmd {
	d, name := a.desk, a.editing.name
	return func() tea.Msg {
		text, err := d.ReadEditorCopy(name)
		return editorReadMsg{text, err}
	}
}

// editorRead takes the text back, also while the program ends.
func (a *App) editorRead(msg editorReadMsg) tea.Cmd {
	cmd := a.tookText(msg)
	if a.editing != nil { // a save or an answer is still to come
		return cmd
	}
	return tea.Sequence(cmd, a.quitOn())
}

// quitOn goes on quitting, when the end has waited for something.
func (a *App) quitOn() tea.Cmd {
	if !a.quitting {
		return nil
	}
	return a.quit()
}

// tookText takes the text back. One that came back at once and unchanged may still be open in a window elsewhere.
func (a *App) tookText(msg editorReadMsg) tea.Cmd {
	e := a.editing
	switch {
	case e == nil:
		return nil
	case msg.err != nil:
		a.note = "Nothing was changed: " + reason(msg.err) + "."
		a.editing = nil
		if a.overlay == editorOverlay { // whether it is finished is no question any more
			a.overlay = noOverlay
		}
		return nil
	case msg.text == e.before && !e.failed && a.overlay != editorOverlay && a.opt.Now().Sub(e.started) < desk.AtOnce:
		a.overlay = editorOverlay
		return nil
	}
	a.overlay = noOverlay
	switch {
	case e.key == "" && e.failed:
		if msg.text != e.whole.Base.Text {
			a.note = "Not brought in: your editor ended with an error. " + a.goesOn() + "."
		}
		return a.leaveEditor()
	case e.key == "":
		return a.takeFileCmd(msg.text)
	case msg.text == e.before:
		return a.dropEditor()
	case e.failed: // ending with an error is how an editor says “never mind”
		a.note = "Your editor ended with an error. What it wrote is in drafts."
		a.editing = nil
		return nil
	case strings.TrimSpace(msg.text) == "":
		a.note = "The copy came back empty, so nothing was changed."
		return a.dropEditor()
	}
	text := msg.text
	if !strings.HasSuffix(e.before, "\n") {
		text = strings.TrimSuffix(text, "\n") // editors end a file with a line break that nobody typed
	}
	if !a.guide.SetFieldText(e.key, text) {
		a.note = "The question is not open any more; your text is in " + a.desk.DraftPath(e.name)
		a.editing = nil
		return nil
	}
	e.taken = a.doc
	return tea.Batch(a.edited(), a.saveNow())
}

// tookBack drops the editor's copy once its text is in the file.
func (a *App) tookBack(doc *document) tea.Cmd {
	if a.editing == nil || a.editing.taken != doc || doc == nil || doc.dirty() {
		return nil
	}
	return a.dropEditor()
}

func (a *App) dropEditor() tea.Cmd {
	d, name := a.desk, a.editing.name
	a.editing = nil
	return func() tea.Msg {
		if err := d.DropEditorCopy(name); err != nil {
			return keptMsg{err: err}
		}
		return nil
	}
}

func (a *App) editorKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, a.keys.open):
		return a.readEditorCmd()
	case key.Matches(msg, a.keys.back):
		a.overlay = noOverlay
		return a.leaveEditor()
	}
	return nil
}

// leaveEditor forgets the copy, unless something was written into it: then it stays in drafts.
func (a *App) leaveEditor() tea.Cmd {
	d, e := a.desk, a.editing
	a.editing = nil
	return func() tea.Msg {
		var text string
		var err error
		if e.key == "" {
			_, err = d.LeaveFile(e.whole)
		} else if text, err = d.ReadEditorCopy(e.name); err == nil && text == e.before {
			err = d.DropEditorCopy(e.name)
		}
		if err != nil {
			return keptMsg{err: err}
		}
		return nil
	}
}
