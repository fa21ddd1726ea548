package ui

import (
	"os/exec"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal/desk"
	"bounceback/journal/shelf"
	"bounceback/journal/store"
	"bounceback/ui/ask"
)

// editing is a text that is in the person's own editor: a copy in drafts, which stays until its text is in the entry.
type editing struct {
	file    store.File
	key     string // the question; "" for the whole file
	name    string // of the copy
	before  string
	failed  bool      // the editor ended with an error
	taken   *document // the text is in here; the copy goes when that is saved
	started time.Time
}

type (
	editorReadyMsg struct {
		editing
		path string
		err  error
	}
	editorDoneMsg struct{ err error }
	editorReadMsg struct {
		text string
		err  error
	}
	textSavedMsg struct {
		file store.File
		err  error
	}
)

// atOnce is how soon an editor is back that has only handed the file to a window elsewhere.
const atOnce = time.Second

func (a *App) openEditor(q ask.Editor) tea.Cmd {
	if len(a.opt.Editor) == 0 {
		a.note = "No editor is set: put editor = \"…\" into the configuration, or set EDITOR."
		return nil
	}
	d, now := a.desk, a.opt.Now
	if q.Key == "" {
		return func() tea.Msg {
			text, err := d.Text(q.Path)
			f, lerr := d.Open(q.Path)
			if err != nil {
				return editorReadyMsg{err: err}
			}
			if lerr != nil {
				f = store.File{Path: q.Path, Text: text}
			}
			name, path, err := d.EditorCopy(idOf(f), "", text, ".toml")
			return editorReadyMsg{editing{file: f, name: name, before: text, started: now()}, path, err}
		}
	}
	doc, text := a.doc, a.guide.FieldText()
	if doc == nil {
		return nil
	}
	f := doc.base
	return tea.Batch(a.saveNow(), func() tea.Msg {
		name, path, err := d.EditorCopy(idOf(f), q.Key, text, ".md")
		return editorReadyMsg{editing{file: f, key: q.Key, name: name, before: text, started: now()}, path, err}
	})
}

func idOf(f store.File) string {
	if f.Entry.ID != "" {
		return f.Entry.ID
	}
	if id := store.NameID(f.Path); id != "" {
		return id
	}
	return "entry"
}

func (a *App) startEditor(msg editorReadyMsg) tea.Cmd {
	if msg.err != nil {
		a.note = "The editor was not started: " + reason(msg.err)
		return nil
	}
	e := msg.editing
	if e.key != "" && a.doc != nil && a.guide.FieldText() != e.before { // typed on before the copy was there: copy again
		d := a.desk
		return tea.Sequence(func() tea.Msg { return keptMsg{d.DropEditorCopy(e.name)} },
			a.openEditor(ask.Editor{Path: e.file.Path, Key: e.key}))
	}
	if _, err := exec.LookPath(a.opt.Editor[0]); err != nil {
		a.note = "There is no editor “" + a.opt.Editor[0] + "” here; EDITOR or the configuration names another."
		d := a.desk
		return func() tea.Msg { return keptMsg{d.DropEditorCopy(e.name)} }
	}
	e.started = a.opt.Now()
	a.editing = &e
	args := append(append([]string{}, a.opt.Editor[1:]...), msg.path)
	return tea.ExecProcess(exec.Command(a.opt.Editor[0], args...), func(err error) tea.Msg { return editorDoneMsg{err} })
}

func (a *App) editorDone(msg editorDoneMsg) tea.Cmd {
	if a.editing == nil {
		return nil
	}
	if msg.err != nil {
		a.note = "Your editor: " + reason(msg.err) + "."
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

// editorRead takes the text back. One that came back at once and unchanged may still be open in a window elsewhere.
func (a *App) editorRead(msg editorReadMsg) tea.Cmd {
	e := a.editing
	switch {
	case e == nil:
		return nil
	case msg.err != nil:
		a.note = "Nothing was changed: " + reason(msg.err) + "."
		a.editing = nil
		return nil
	case msg.text == e.before && !e.failed && a.overlay != editorOverlay && a.opt.Now().Sub(e.started) < atOnce:
		a.overlay = editorOverlay
		return nil
	}
	a.overlay = noOverlay
	switch {
	case msg.text == e.before:
		return a.dropEditor()
	case e.failed: // ending with an error is how an editor says “never mind”
		a.note = "What your editor wrote is in drafts. It ended with an error, so nothing was brought in."
		a.editing = nil
		return nil
	case strings.TrimSpace(msg.text) == "":
		a.note = "The copy came back empty, so nothing was changed."
		return a.dropEditor()
	}
	if e.key == "" {
		return a.saveTextCmd(msg.text)
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

func (a *App) saveTextCmd(text string) tea.Cmd {
	d, f := a.desk, a.editing.file
	return func() tea.Msg {
		saved, err := d.SaveText(f, text)
		return textSavedMsg{saved, err}
	}
}

func (a *App) textSaved(msg textSavedMsg) tea.Cmd {
	e := a.editing
	if e == nil {
		return nil
	}
	if msg.err != nil {
		a.note = "Not saved, your text is in drafts: " + reason(msg.err) + "."
		a.editing = nil
		return nil
	}
	a.follower.Saw(msg.file)
	if a.inReading && a.reading.Path() == msg.file.Path {
		a.reading.Open(msg.file.Path, &msg.file.Entry)
	}
	if doc := a.docs[msg.file.Path]; doc != nil && doc.idle() { // else the next save brings the two together
		doc.adopt(msg.file)
		if doc == a.doc {
			a.guide.Refresh()
		}
	}
	return tea.Batch(a.dropEditor(), a.put([]shelf.Card{desk.Card(msg.file)}, nil), a.wants())
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
			return keptMsg{err}
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

// leaveEditor forgets the copy, unless something was written into it meanwhile: then it stays in drafts.
func (a *App) leaveEditor() tea.Cmd {
	d, e := a.desk, a.editing
	a.editing = nil
	return func() tea.Msg {
		text, err := d.ReadEditorCopy(e.name)
		if err == nil && text == e.before {
			err = d.DropEditorCopy(e.name)
		}
		if err != nil {
			return keptMsg{err}
		}
		return nil
	}
}
