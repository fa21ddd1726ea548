package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bounceback/ui/cli/quick"
	"bounceback/ui/config"
)

func TestEditorThatReturnsAtOnce(t *testing.T) {
	p := newShell(t, "").onTerminal()
	file := filepath.Join(p.dir, "entries", "2026", "2026-11-12-rerouted.k7h3m9xq2t.toml")
	var copied string
	p.Edit = func(_ context.Context, command []string) error {
		copied = command[len(command)-1]
		if info, err := os.Stat(copied); err != nil || info.Mode().Perm()&0o077 != 0 || !strings.HasPrefix(copied, filepath.Join(p.dir, "drafts")) {
			t.Errorf("the copy %s: %v, %v", copied, info, err)
		}
		return nil // like code without --wait; the window is still open
	}
	p.Env.Stdin = readerFunc(func(b []byte) (int, error) { // the person writes there, and presses enter here
		text, err := os.ReadFile(copied)
		if err != nil {
			t.Fatal(err)
		}
		write(t, copied, strings.Replace(string(text), "Rerouted", "Written elsewhere", 1))
		return copy(b, "\n"), nil
	})
	if code := p.run(t, "edit", "k7h3"); code != quick.Done || !strings.Contains(p.err.String(), "Still open elsewhere?") {
		t.Errorf("code %d: %s", code, p.err)
	}
	if text, _ := os.ReadFile(file); !strings.Contains(string(text), "Written elsewhere") {
		t.Errorf("the file has\n%s", text)
	}
	if _, err := os.Stat(copied); err == nil {
		t.Error("the copy is still there")
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(b []byte) (int, error) { return f(b) }

func TestConflictIsSettled(t *testing.T) {
	for _, c := range []struct {
		typed, title string
		code         int
	}{{"mine\n", "Mine", quick.Done}, {"t\n", "Theirs", quick.Done}, {"later\n", "Theirs", quick.Failed}, {"\n", "Theirs", quick.Failed}} {
		p := newShell(t, c.typed).onTerminal()
		file := filepath.Join(p.dir, "entries", "2026", "2026-11-12-rerouted.k7h3m9xq2t.toml")
		p.Edit = func(_ context.Context, command []string) error {
			text, err := os.ReadFile(file)
			write(t, command[len(command)-1], strings.Replace(string(text), "Rerouted", "Mine", 1))
			write(t, file, strings.Replace(string(text), "Rerouted", "Theirs", 1))
			return err
		}
		if code := p.run(t, "edit", "k7h3"); code != c.code {
			t.Errorf("%q: code %d: %s", c.typed, code, p.err)
		}
		if text, _ := os.ReadFile(file); !strings.Contains(string(text), `title = "`+c.title+`"`) {
			t.Errorf("%q: the file has\n%s", c.typed, text)
		}
		_, err := os.Stat(filepath.Join(p.dir, "drafts", "k7h3m9xq2t-editing.toml"))
		if kept := err == nil; kept != (c.code != quick.Done) {
			t.Errorf("%q: copy kept: %v", c.typed, kept)
		}
	}
}

// A copy with nothing beside it that tells what it was made of, as earlier versions left them.
func TestCopyWithoutABase(t *testing.T) {
	for _, c := range []struct {
		typed, what string
		code        int
		kept        bool
	}{
		{"off a terminal", "Theirs.", quick.Failed, true},
		{"mine\n", "Mine.", quick.Done, false},
		{"t\n", "Theirs.", quick.Done, false},
		{"later\n", "Theirs.", quick.Failed, true},
		{"", "Theirs.", quick.Failed, true},
	} {
		p := newShell(t, c.typed)
		if c.typed != "off a terminal" {
			p.onTerminal()
		}
		file := filepath.Join(p.dir, "entries", "2026", "2026-11-12-rerouted.k7h3m9xq2t.toml")
		kept := filepath.Join(p.dir, "drafts", "k7h3m9xq2t-editing.toml")
		const text = "schema = 1\nid = \"k7h3m9xq2t\"\nwhat = \"%\"\n"
		theirs, mine := strings.Replace(text, "%", "Theirs.", 1), strings.Replace(text, "%", "Mine.", 1)
		write(t, file, theirs)
		write(t, kept, mine)
		now := p.Env.Now()
		p.Env.Now = func() time.Time { now = now.Add(time.Minute); return now } // the person looked at it for a while
		if code := p.run(t, "edit", "k7h3"); code != c.code {
			t.Errorf("%q: code %d: %s", c.typed, code, p.err)
		}
		if said := p.err.String(); !strings.Contains(said, file) || !strings.Contains(said, kept) {
			t.Errorf("%q: said %s", c.typed, said)
		}
		if got, _ := os.ReadFile(file); string(got) != strings.Replace(text, "%", c.what, 1) {
			t.Errorf("%q: the file has\n%s", c.typed, got)
		}
		if got, err := os.ReadFile(kept); (err == nil) != c.kept || c.kept && string(got) != mine {
			t.Errorf("%q: the copy has\n%s%v", c.typed, got, err)
		}
	}
}

// What stands in the editor's command line is for all to see: of a file without an id it has no words.
func TestCopyNameKeepsWordsPrivate(t *testing.T) {
	p := newShell(t, "")
	for _, name := range []string{"lied to Dana", "lied-to-dana"} {
		write(t, filepath.Join(p.dir, "entries", "2026", name+".toml"), "schema = 1\ntitle = \"x\"\n")
		p.run(t, "edit", filepath.Join("entries", "2026", name+".toml"))
	}
	if len(p.edited) != 2 {
		t.Fatalf("the editor was called with %q: %s", p.edited, p.err)
	}
	one, two := filepath.Base(p.edited[0][1]), filepath.Base(p.edited[1][1])
	for _, got := range []string{one, two} {
		if ok, _ := filepath.Match("entry-????????-editing.toml", got); !ok {
			t.Errorf("the copy is %s", got)
		}
	}
	if one == two {
		t.Errorf("two files have one copy: %s", one)
	}
}

func TestSplitWords(t *testing.T) {
	for _, c := range []struct {
		command string
		escapes bool
		want    []string
	}{
		{"", true, nil},
		{"  vi ", true, []string{"vi"}},
		{"code --wait", true, []string{"code", "--wait"}},
		{`"/my apps/ed" -n ''`, true, []string{"/my apps/ed", "-n", ""}},
		{`/my\ apps/ed`, true, []string{"/my apps/ed"}},
		{`'a\b' "c\"d"`, true, []string{`a\b`, `c"d`}},
		{`C:\apps\ed.exe "C:\my apps\x"`, false, []string{`C:\apps\ed.exe`, `C:\my apps\x`}},
		{`emacs "not closed`, true, []string{"emacs", "not closed"}},
	} {
		if d := cmp.Diff(c.want, splitWords(c.command, c.escapes)); d != "" {
			t.Errorf("%s:\n%s", c.command, d)
		}
	}
}

func TestEditorOrder(t *testing.T) {
	p := newShell(t, "")
	conf := config.Default()
	conf.Editor = "nano -w"
	for _, want := range []string{"nano", "visual", "ed", "vi"} {
		if got := (&program{Options: p.Options}).editor(conf)[0]; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		switch want {
		case "nano":
			conf.Editor, p.env["VISUAL"] = "", "visual"
		case "visual":
			delete(p.env, "VISUAL")
		case "ed":
			delete(p.env, "EDITOR")
		}
	}
	p.GOOS = "windows"
	if got := (&program{Options: p.Options}).editor(conf)[0]; got != "notepad" {
		t.Errorf("windows: %s", got)
	}
}

// A broken file that comes back from the editor as it was is still broken.
func TestEditingABrokenFileWithoutMendingIt(t *testing.T) {
	p := newShell(t, "")
	file := filepath.Join(p.dir, "entries", "2026", "2026-11-12-rerouted.k7h3m9xq2t.toml")
	write(t, file, "schema = 1\ntitle = \"Rerouted\n")
	p.Edit = func(context.Context, []string) error { return nil }
	if code := p.run(t, "edit", "k7h3"); code != quick.NeedsLook || !strings.Contains(p.err.String(), "k7h3m9xq2t.toml:2: ") {
		t.Errorf("code %d: %s", code, p.err)
	}
	if text, _ := os.ReadFile(file); string(text) != "schema = 1\ntitle = \"Rerouted\n" {
		t.Errorf("the file has\n%s", text)
	}
}
