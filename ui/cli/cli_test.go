package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	"bounceback/journal/shelf"
	"bounceback/journal/when"
	"bounceback/journal/when/natural/plain"
	"bounceback/ui/cli/quick"
	"bounceback/ui/config"
	"bounceback/ui/theme"
)

// shell is where commands are called: a journal with two mistakes and one in the trash, and what was printed.
type shell struct {
	Options
	dir      string
	out, err *strings.Builder
	env      map[string]string
	screens  []ScreenOptions
	edited   [][]string
}

func newShell(t *testing.T, stdin string) *shell {
	t.Helper()
	p := &shell{dir: filepath.Join(t.TempDir(), "journal"), out: &strings.Builder{}, err: &strings.Builder{}}
	write(t, filepath.Join(p.dir, "entries", "2026", "2026-11-12-rerouted.k7h3m9xq2t.toml"),
		"schema = 1\nid = \"k7h3m9xq2t\"\ntitle = \"Rerouted\"\ncaptured = 2026-11-12T21:40:13+01:00\npeople = [\"Dana\"]\n"+
			"what = \"I pressed enter.\"\n[[ledger]]\nto = \"Dana\"\n[[apologies]]\nto = \"Dana\"\nwords = \"I'm sorry.\"\n[learn]\ntakeaway = \"Ask first.\"\n")
	write(t, filepath.Join(p.dir, "contacts.toml"), "[[contacts]]\nname = \"Dana\"\naddress = \"dana@example.com\"\n")
	write(t, filepath.Join(p.dir, "trash", "20261101T100000Z", "2026", "2026-10-30-bread.t4shm9xq2t.toml"),
		"schema = 1\nid = \"t4shm9xq2t\"\ntitle = \"Burned the bread\"\ncaptured = 2026-10-30T21:40:13+01:00\n")
	p.env = map[string]string{"BOUNCEBACK_DIR": p.dir, "LANG": "C.UTF-8", "TERM": "xterm", "EDITOR": "ed"}
	p.Options = Options{
		Env: quick.Env{
			Stdin: strings.NewReader(stdin), Stdout: p.out, Stderr: p.err, Getenv: func(k string) string { return p.env[k] },
			Now:    func() time.Time { return time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC) },
			Random: rand.Reader,
		},
		Natural: func(s string, now time.Time, ahead bool) (when.Moment, error) { return plain.Parse(s, now) },
		Open: func(_ context.Context, o ScreenOptions) error {
			p.screens = append(p.screens, o)
			return nil
		},
		Edit: func(_ context.Context, command []string) error {
			p.edited = append(p.edited, command)
			return nil
		},
		Width: func() int { return 60 },
		GOOS:  "linux",
	}
	return p
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// run calls the program and returns its exit code.
func (p *shell) run(t *testing.T, args ...string) int {
	t.Helper()
	p.out.Reset()
	p.err.Reset()
	p.Args = append([]string{"bounceback"}, args...)
	return Run(t.Context(), p.Options)
}

// onTerminal puts a person in front of it.
func (p *shell) onTerminal() *shell {
	p.Env.InTTY, p.Env.OutTTY, p.Env.ErrTTY = true, true, true
	p.env["NO_COLOR"] = "1"
	return p
}

// TestExamplesWork runs every example of every command's help in a journal of its own.
func TestExamplesWork(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "letter.txt", "I'm sorry I lost your book. I'll bring you a new one on Friday.\n")
	var all []*cobra.Command
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		all = append(all, c)
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk((&program{Options: newShell(t, "").Options}).root())
	if len(all) < 20 {
		t.Errorf("only %d commands", len(all))
	}
	for _, c := range all {
		if c.Example == "" || c.Short == "" {
			t.Errorf("%s: no example or no description", c.CommandPath())
		}
		for line := range strings.Lines(c.Example) {
			t.Run(strings.TrimSpace(line), func(t *testing.T) {
				p := newShell(t, "").onTerminal()
				words := splitWords(line, true)
				if words[0] != "bounceback" {
					t.Fatalf("%q is no command of ours", words[0])
				}
				if code := p.run(t, words[1:]...); code != quick.Done {
					t.Errorf("exit code %d: %s", code, p.err)
				}
			})
		}
	}
}

func TestScreen(t *testing.T) {
	p := newShell(t, "").onTerminal()
	if code := p.run(t); code != quick.Done || len(p.screens) != 1 {
		t.Fatalf("code %d, %d screens: %s", code, len(p.screens), p.err)
	}
	if s := p.screens[0]; s.ASCII || s.Demo || s.Desk.Dir() != p.dir || cmp.Diff([]string{"ed"}, s.Editor) != "" {
		t.Errorf("opened with %+v", s)
	}
	p.Open = func(context.Context, ScreenOptions) error { return errors.New("2 texts are not saved") }
	if code := p.run(t); code != quick.Failed || p.err.String() != "bounceback: 2 texts are not saved\n" {
		t.Errorf("code %d: %s", code, p.err)
	}
}

func TestDemoLeavesNothing(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	p := newShell(t, "").onTerminal()
	p.Open = func(ctx context.Context, o ScreenOptions) error {
		if !o.Demo || !strings.HasPrefix(o.Desk.Dir(), temp) {
			t.Errorf("opened with %+v", o)
		}
		all, err := o.Desk.LoadAll(ctx)
		if all.Len() != 14 || err != nil {
			t.Errorf("%d examples: %v", all.Len(), err)
		}
		if info, err := os.Stat(filepath.Dir(o.Desk.Dir())); err != nil || info.Mode().Perm()&0o077 != 0 && p.GOOS == "linux" {
			t.Errorf("open to others: %v, %v", info.Mode(), err)
		}
		return errors.New("a panic")
	}
	if code := p.run(t, "demo"); code != quick.Failed || !strings.Contains(p.err.String(), "nothing of it was kept") ||
		!strings.Contains(p.err.String(), "a panic") {
		t.Errorf("code %d: %s", code, p.err)
	}
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestAsksForText(t *testing.T) {
	p := newShell(t, "kicked the cord +home\nand more").onTerminal()
	if code := p.run(t, "capture"); code != quick.Done {
		t.Errorf("code %d", code)
	}
	if want := "What happened? Kept. When you are ready, bounceback goes on from here.\n"; p.err.String() != want {
		t.Errorf("said %q", p.err)
	}
	for _, typed := range []string{"", "\n", "  \n"} {
		p := newShell(t, typed).onTerminal()
		if code := p.run(t, "capture"); code != quick.Failed || !strings.HasSuffix(p.err.String(), "bounceback: nothing was kept\n") {
			t.Errorf("%q: code %d: %q", typed, code, p.err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	p = newShell(t, "").onTerminal()
	r, w := io.Pipe()
	defer w.Close()
	p.Env.Stdin, p.Args = r, []string{"oops"}
	if code := Run(ctx, p.Options); code != quick.Failed {
		t.Errorf("ctrl+c: code %d: %q", code, p.err)
	}
}

func TestEraseAsks(t *testing.T) {
	file := filepath.Join("trash", "20261101T100000Z", "2026", "2026-10-30-bread.t4shm9xq2t.toml")
	for _, c := range []struct {
		args, typed string
		gone        bool
	}{
		{"trash erase t4", "t4shm9xq2t\n", true},
		{"trash erase t4", "y\n", false},
		{"trash erase t4", "", false},
		{"trash empty", "empty\n", true},
		{"trash empty", "yes\n", false},
	} {
		p := newShell(t, c.typed).onTerminal()
		code := p.run(t, strings.Fields(c.args)...)
		_, err := os.Stat(filepath.Join(p.dir, file))
		if gone := err != nil; gone != c.gone || (code == quick.Done) != c.gone {
			t.Errorf("%s, %q: gone %v, code %d: %s", c.args, c.typed, gone, code, p.err)
		}
	}
}

func TestASCII(t *testing.T) {
	for _, c := range []struct {
		glyphs, goos string
		env          map[string]string
		want         bool
	}{
		{"auto", "linux", map[string]string{"LANG": "de_DE.UTF-8"}, false},
		{"auto", "linux", map[string]string{"LANG": "C.utf8"}, false},
		{"auto", "linux", map[string]string{"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, true},
		{"auto", "linux", map[string]string{"LANG": "C", "LC_CTYPE": "en_US.UTF-8"}, false},
		{"auto", "linux", nil, true},
		{"auto", "darwin", nil, false},
		{"auto", "windows", nil, false},
		{"auto", "linux", map[string]string{"LANG": "C.UTF-8", "TERM": "linux"}, false},
		{"auto", "linux", map[string]string{"LANG": "C.UTF-8", "TERM": "vt100"}, true},
		{"unicode", "linux", map[string]string{"TERM": "vt100"}, false},
		{"ascii", "darwin", map[string]string{"LANG": "C.UTF-8"}, true},
	} {
		p := &program{Options: Options{GOOS: c.goos, Env: quick.Env{Getenv: func(k string) string { return c.env[k] }}}}
		conf := config.Default()
		conf.Screen.Glyphs = c.glyphs
		if got := p.ascii(conf); got != c.want {
			t.Errorf("%s on %s with %v: %v", c.glyphs, c.goos, c.env, got)
		}
	}
}

func TestQueryText(t *testing.T) {
	for _, c := range []struct {
		words []string
		want  string
	}{
		{[]string{"a", "b"}, "a b"},
		{[]string{"is:open tag:x"}, "is:open tag:x"},
		{[]string{"is:open", "two words"}, `is:open "two words"`},
		{[]string{"is:open", "person:Dana Smith"}, `is:open person:"Dana Smith"`},
		{[]string{`"two words"`, "x"}, `"two words" x`},
	} {
		if got := queryText(c.words); got != c.want {
			t.Errorf("%q: %s", c.words, got)
		}
	}
}

func TestTableFitsTheTerminal(t *testing.T) {
	p := newShell(t, "").onTerminal()
	p.run(t, "capture", "日本語の", strings.Repeat("長い", 40))
	p.run(t, "list")
	for line := range strings.Lines(p.out.String()) {
		if w := theme.Width(strings.TrimSuffix(line, "\n")); w > 60 {
			t.Errorf("%d cells: %s", w, line)
		}
	}
	if !strings.Contains(p.out.String(), "…\n") {
		t.Errorf("nothing was cut:\n%s", p.out)
	}
}

func TestShortest(t *testing.T) {
	s := shelf.Shelf{}.With([]shelf.Card{{Path: "a", ID: "abcdefghjk"}, {Path: "b", ID: "abcdexxxxx"}, {Path: "c", ID: "m234567892"}}, nil)
	short := shortest(s)
	if got := short("abcdefghjk"); got != "abcdef" {
		t.Errorf("got %s", got)
	}
	if got := shortest(shelf.Shelf{})("abcdefghjk"); got != "abcd" {
		t.Errorf("got %s", got)
	}
}
