package ui

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
)

// copyPath is where the person's editor works.
func (p *person) copyPath() string {
	p.Helper()
	if p.app.editing == nil {
		p.Fatalf("nothing is in the editor:\n%s", p.frame())
	}
	return p.app.desk.DraftPath(p.app.editing.name)
}

func (p *person) editorWrites(text string, took time.Duration) {
	p.Helper()
	if text != "" {
		if err := os.WriteFile(p.copyPath(), []byte(text), 0o600); err != nil {
			p.Fatal(err)
		}
	}
	p.clock = p.clock.Add(took)
	p.send(editorDoneMsg{})
}

func TestEditor(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was")
	p.press("ctrl+o")
	if b, err := os.ReadFile(p.copyPath()); err != nil || string(b) != "I was" {
		t.Fatalf("the copy holds %q, %v", b, err)
	}
	const text = "I was in a hurry.\n\nTwice.  \n\tAnd \"\"\" again.\n"
	p.editorWrites(text, time.Minute)
	p.shows("I was in a hurry.", "Twice.")
	if got := p.only().Entry.Own.Did; got != strings.TrimSuffix(text, "\n") {
		t.Errorf("the file holds %q", got)
	}
	if d := p.drafts(); len(d) > 0 {
		t.Errorf("the copy is still there: %v", d)
	}
	p.press("ctrl+z")
	p.press("esc")
	if got := p.only().Entry.Own.Did; got != "I was" {
		t.Errorf("undone, the file holds %q", got)
	}
	// From the page, and unchanged.
	p.press("e")
	p.editorWrites("", time.Minute)
	p.hides("Still open elsewhere?")
	if d := p.drafts(); len(d) > 0 || p.app.editing != nil {
		t.Errorf("the copy is still there: %v", d)
	}
}

func TestEditorThatReturnsAtOnce(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter ctrl+o")
	p.editorWrites("", 10*time.Millisecond)
	p.shows("Still open elsewhere?")
	p.editorWritesLater("I was in a hurry.")
	p.press("x enter")
	p.hides("Still open elsewhere?")
	p.shows("I was in a hurry.")
	p.press("ctrl+o")
	p.editorWrites("", 0)
	p.editorWritesLater("Something else.")
	p.press("esc")
	p.hides("Still open elsewhere?")
	if got := p.draft("k7h3m9xq2t-editing-own-did"); got != "Something else." {
		t.Errorf("the draft holds %q", got)
	}
	if got := p.only().Entry.Own.Did; got != "I was in a hurry." {
		t.Errorf("the file holds %q", got)
	}
}

func (p *person) editorWritesLater(text string) {
	p.Helper()
	if err := os.WriteFile(p.copyPath(), []byte(text), 0o600); err != nil {
		p.Fatal(err)
	}
}

// A copy that is gone when somebody says that it is finished ends the question as well.
func TestEditorWhoseCopyIsGone(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was")
	p.press("ctrl+o")
	copy := p.copyPath()
	p.editorWrites("", 0)
	if p.app.overlay != editorOverlay {
		t.Fatal(p.frame())
	}
	if err := os.Remove(copy); err != nil {
		t.Fatal(err)
	}
	p.press("enter")
	p.shows("Nothing was changed:")
	p.press("enter")
	if !p.app.writing() {
		t.Errorf("one can’t go on:\n%s", p.frame())
	}
}

func TestEditorThatFails(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter ctrl+o")
	p.send(editorDoneMsg{errors.New("no such program")})
	p.shows("Your editor ended with an error: no such program.")
	p.hides("Still open elsewhere?")
	if d := p.drafts(); len(d) > 0 {
		t.Errorf("the copy is still there: %v", d)
	}
}

// The copy of an editor stays until its text is in the entry.
func TestEditorOnAFullDisk(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter ctrl+o")
	p.disk.failOn(os.ErrPermission, "/entries/")
	p.editorWrites("I was in a hurry.", time.Minute)
	p.shows("Not saved")
	if got := p.draft("k7h3m9xq2t-editing"); got != "I was in a hurry." {
		t.Errorf("the draft holds %q", got)
	}
	p.disk.failOn(nil)
	p.saveTimer()
	if d := p.drafts(); len(d) > 0 {
		t.Errorf("drafts are left: %v", d)
	}
}

func TestEditorOfTheWholeFile(t *testing.T) {
	p := sitWith(t, nil, serious())
	path := p.paths()[0]
	p.press("enter v e")
	text := strings.Replace(p.read(path), "New tickets.", "New tickets for all.", 1) + "# by hand\n"
	p.editorWrites(text, time.Minute)
	p.press("pgdown")
	p.shows("New tickets for all.")
	p.press("esc")
	p.shows("New tickets for all.") // and the open guide has it too
	p.press("v e")
	p.editorWrites("title = \"broken\n", time.Minute)
	p.shows("Not saved. e goes on with your copy: line 1 can’t be read")
	if got := p.draft("k7h3m9xq2t-editing.toml"); got != "title = \"broken\n" {
		t.Errorf("the draft holds %q", got)
	}
	if got := p.read(path); got != text {
		t.Errorf("the file changed:\n%s", cmp.Diff(text, got))
	}
}

// A copy that could not be brought in waits for the same key, in the next session as well.
func TestEditorGoesOn(t *testing.T) {
	p := sitWith(t, nil, serious())
	path := p.paths()[0]
	start := p.read(path)
	p.press("e")
	p.hides("Going on")
	p.editorWrites(start+"title = \n", time.Minute)
	p.shows("Not saved. e goes on with your copy: line")
	p.restart()
	p.elsewhere(path, func(e *journal.Entry) { e.Tags = []string{"theirs"} })
	p.press("e")
	p.shows("Going on with your copy from last time.")
	if got := p.read("drafts/" + filepath.Base(p.copyPath())); got != start+"title = \n" {
		t.Errorf("the copy holds %q", got)
	}
	p.send(editorDoneMsg{errors.New("exit status 1")}) // never mind
	p.shows("Not brought in: your editor ended with an error. e goes on with your copy.")
	p.press("v e")
	p.editorWrites(strings.Replace(start, "New tickets.", "New tickets for all.", 1), time.Minute)
	p.shows("Your copy from last time is in the file now.")
	if e := p.only().Entry; e.Fix.Repaired != "New tickets for all." || len(e.Tags) != 1 {
		t.Errorf("the file has %q, %q", e.Fix.Repaired, e.Tags)
	}
	if d := p.drafts(); len(d) > 0 {
		t.Errorf("drafts are left: %v", d)
	}
}

// The note names the key that the configuration has, and none when it has none.
func TestEditorNamesItsKey(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		want string
	}{
		{"timeline_editor", []string{"E"}, "Not saved. E goes on with your copy: line 1"},
		{"timeline_editor", nil, ""},
		{"reading_editor", []string{"f4"}, "Not saved. f4 goes on with your copy: line 1"},
		{"reading_editor", nil, ""},
	} {
		p := sitWith(t, func(o *Options) { o.Config.Keys[c.name] = c.keys }, serious())
		if c.name == "reading_editor" {
			p.press("v")
		}
		if c.keys == nil {
			p.app.inReading = c.name == "reading_editor"
			if got := p.app.goesOn(); got != "Your copy is in drafts" {
				t.Errorf("%s without a key: %s", c.name, got)
			}
			continue
		}
		p.press(c.keys[0])
		p.editorWrites("title = \"broken\n", time.Minute)
		p.shows(c.want)
	}
}

// Changed here and elsewhere: the shell asks which stays, and both stay until then.
func TestEditorConflict(t *testing.T) {
	for _, w := range []int{160, 80, 60} {
		p := sitWith(t, nil, serious())
		p.resize(w, 24)
		path := p.paths()[0]
		mine := strings.NewReplacer("Missed", "Mine", "New tickets.", "Mine.").Replace(p.read(path))
		p.press("e")
		p.elsewhere(path, func(e *journal.Entry) { e.Title, e.Fix.Repaired = "Theirs", "Theirs." })
		theirs := p.read(path)
		p.editorWrites(mine, time.Minute)
		p.shows("Changed elsewhere as well (in one line, what is put right, and who has been told). Your copy is in drafts; “bounceback edit k7h3m9xq2t” asks which stays.")
		if got := p.read(path); got != theirs {
			t.Errorf("the file has\n%s", got)
		}
		if got := p.draft("k7h3m9xq2t-editing.toml"); got != mine {
			t.Errorf("the copy has\n%s", got)
		}
	}
}

// Nothing tells what a copy was made of: it is not even opened, and stays.
func TestEditorOfACopyOfUnknownOrigin(t *testing.T) {
	p := sitWith(t, nil, serious())
	path := p.paths()[0]
	text := p.read(path)
	p.overwrite("drafts/k7h3m9xq2t-editing.toml", text+"# old\n")
	p.press("e")
	p.shows("Your copy from last time may be an old one; “bounceback edit k7h3m9xq2t” asks which stays.")
	if p.app.editing != nil || p.read(path) != text || p.draft("k7h3m9xq2t") != text+"# old\n" {
		t.Errorf("the file has\n%s\nand the drafts %q", p.read(path), p.drafts())
	}
}

// An editor that can't be started leaves the screen and the copies as they were.
func TestEditorThatCantBeStarted(t *testing.T) {
	dir := t.TempDir()
	plain := filepath.Join(dir, "plain")
	if err := os.WriteFile(plain, []byte("no program"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ program, shows string }{
		{filepath.Join(dir, "none"), "There is no editor “"},
		{"no-such-editor", "There is no editor “no-such-editor”. Set EDITOR"},
		{plain, "The editor “" + plain + "” can’t be started: you don’t have permission to run it."},
		{dir, "The editor “" + dir + "” can’t be started: "},
	} {
		p := sitWith(t, func(o *Options) { o.Editor = []string{c.program} }, serious())
		p.resize(200, 24)
		for _, keys := range []string{"e", "v e esc", "enter e"} {
			p.press(keys)
			if !strings.HasPrefix(p.app.note, c.shows) && keys != "v e esc" || p.app.editing != nil || len(p.drafts()) > 0 {
				t.Errorf("%s, %s: the note is %q, the drafts %q", c.program, keys, p.app.note, p.drafts())
			}
		}
	}
	// One that the system refuses only when it is started.
	p := sitWith(t, nil, serious())
	p.resize(120, 24)
	for _, keys := range []string{"e", "enter e"} {
		p.press(keys)
		p.send(editorDoneMsg{&fs.PathError{Op: "fork/exec", Path: "ed", Err: syscall.ENOENT}})
		p.shows("can’t be started: what its first line names is not there.")
		if p.app.editing != nil || len(p.drafts()) > 0 {
			t.Errorf("%s: the drafts are %q", keys, p.drafts())
		}
	}
}

// A program that gives the terminal back at once is waited for until its breath is over.
func TestProcessTakesABreath(t *testing.T) {
	clock, done := make(chan time.Time), make(chan error)
	run := &process{Cmd: exec.Command(filepath.Join(t.TempDir(), "none")), after: func(time.Duration) <-chan time.Time { return clock }}
	go func() { done <- run.Run() }()
	select {
	case clock <- time.Time{}:
	case err := <-done:
		t.Fatalf("it was back before: %v", err)
	}
	if err := <-done; !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the error is %v", err)
	}
}

// Quitting right after the editor waits for its text, and leaves no copy behind.
func TestQuittingAfterTheEditor(t *testing.T) {
	for name, late := range map[string]func(p *person){
		"read":  func(p *person) { hold[editorReadMsg](p) },
		"saved": func(p *person) { hold[savedMsg](p) },
	} {
		p := sitWith(t, nil, someone())
		p.press("enter ctrl+o")
		late(p)
		p.editorWrites("I was in a hurry.", time.Minute)
		p.press("ctrl+c")
		if p.ended {
			t.Fatalf("%s: it has ended before", name)
		}
		p.arrive()
		if got := p.only().Entry.Own.Did; !p.ended || got != "I was in a hurry." || len(p.drafts()) > 0 {
			t.Errorf("%s: ended %v, the file says %q, drafts %v", name, p.ended, got, p.drafts())
		}
	}
}

// An editor whose question is left before it starts is not started: its text would have no place.
func TestLeavingBeforeTheEditor(t *testing.T) {
	for _, keys := range []string{"esc esc", "ctrl+c"} {
		p := sitWith(t, nil, someone())
		p.press("enter")
		hold[editorReadyMsg](p)
		p.press("ctrl+o " + keys)
		p.arrive()
		if slices.Contains(p.seen, "execMsg") || p.app.editing != nil || len(p.drafts()) > 0 || p.ended != (keys == "ctrl+c") {
			t.Errorf("%s: %v, ended %v, drafts %v", keys, p.seen, p.ended, p.drafts())
		}
	}
}
