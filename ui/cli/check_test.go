package cli

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal/coach"
	"bounceback/ui/cli/quick"
)

// told is a text of a kind with remarks on parts of it, each part given by its words; "" is what is missing. What the coach
// really says is its own affair.
func told(file, kind, text string, remarks ...coach.Finding) checked {
	for _, k := range coach.Kinds() {
		if k.Name == kind {
			c := newChecked(file, k, text)
			c.report = coach.Report{Language: "English", Findings: remarks}
			return c
		}
	}
	panic("no kind " + kind)
}

func on(text, words string) coach.Span {
	at := strings.Index(strings.TrimPrefix(text, byteOrderMark), words)
	if at < 0 {
		panic(words + " is not in the text")
	}
	return coach.Span{Start: at, End: at + len(words)}
}

func tell(t *testing.T, c checked, asJSON bool) (p *shell, code int) {
	t.Helper()
	p = newShell(t, "")
	err := (&program{Options: p.Options}).printChecked(c, asJSON)
	if err == nil {
		return p, quick.Done
	}
	told, ok := err.(exit)
	if !ok {
		t.Fatal(err)
	}
	return p, int(told)
}

func TestRemarksAreLines(t *testing.T) {
	const text = "\ufeffDear “Dana” 😀,\r\n\r\nI’m sorry if I hurt you 😀 but it was late.\r\n"
	c := told("a letter.txt", "apology", text,
		coach.Finding{Rule: "sorry-if", Level: coach.Problem, Span: on(text, "if I hurt"), Why: "It doubts.", Try: "Say what you did."},
		coach.Finding{Rule: "sorry-but", Level: coach.Hint, Span: on(text, "but"), Why: "It takes back."},
		coach.Finding{Rule: "dear", Level: coach.Praise, Span: on(text, "Dear"), Why: "It speaks to somebody."},
		coach.Finding{Rule: "no-repair", Level: coach.Hint, Why: "Nothing is offered.", Try: "What could you do?"})
	p, code := tell(t, c, false)
	want := `a letter.txt:3:11: problem: It doubts. Say what you did. (sorry-if)
a letter.txt:3:27: hint: It takes back. (sorry-but)
a letter.txt:1:1: praise: It speaks to somebody. (dear)
a letter.txt:1:1: hint: Nothing is offered. What could you do? (no-repair)
`
	if d := cmp.Diff(want, p.out.String()); d != "" || code != quick.NeedsLook || p.err.String() != "" {
		t.Errorf("code %d, said %q, -want +got\n%s", code, p.err, d)
	}
}

func TestRemarksAsJSON(t *testing.T) {
	const text = "\ufeffOh 😀\r\nI’m “sorry” if."
	c := told("l.txt", "apology", text,
		coach.Finding{Rule: "sorry-if", Level: coach.Problem, Span: on(text, "“sorry” if"), Why: "It doubts.", Try: "Say it.", Source: "A book"},
		coach.Finding{Rule: "no-repair", Level: coach.Hint, Why: "Nothing is offered."})
	c.report.Components = []coach.Component{
		{Name: "regret", Means: "You are sorry.", Example: "I’m sorry.", Spans: []coach.Span{on(text, "“sorry”")}},
		{Name: "repair", Means: "You put it right."},
	}
	p, code := tell(t, c, true)
	want := `{
  "file": "l.txt",
  "kind": "apology",
  "language": "English",
  "findings": [
    {
      "rule": "sorry-if",
      "level": "problem",
      "why": "It doubts.",
      "try": "Say it.",
      "source": "A book",
      "missing": false,
      "line": 2,
      "column": 5,
      "start": {
        "byte": 18,
        "char": 11
      },
      "end": {
        "byte": 32,
        "char": 21
      },
      "text": "“sorry” if"
    },
    {
      "rule": "no-repair",
      "level": "hint",
      "why": "Nothing is offered.",
      "try": "",
      "source": "",
      "missing": true,
      "line": 1,
      "column": 1,
      "start": {
        "byte": 0,
        "char": 0
      },
      "end": {
        "byte": 0,
        "char": 0
      },
      "text": ""
    }
  ],
  "components": [
    {
      "name": "regret",
      "means": "You are sorry.",
      "example": "I’m sorry.",
      "present": true,
      "spans": [
        {
          "line": 2,
          "column": 5,
          "start": {
            "byte": 18,
            "char": 11
          },
          "end": {
            "byte": 29,
            "char": 18
          },
          "text": "“sorry”"
        }
      ]
    },
    {
      "name": "repair",
      "means": "You put it right.",
      "example": "",
      "present": false,
      "spans": []
    }
  ]
}
`
	if d := cmp.Diff(want, p.out.String()); d != "" || code != quick.NeedsLook {
		t.Errorf("code %d, -want +got\n%s", code, d)
	}
}

func TestNoRemarks(t *testing.T) {
	p, code := tell(t, told("l.txt", "lesson", "If I deploy, then I ask."), true)
	if want := "{\n  \"file\": \"l.txt\",\n  \"kind\": \"lesson\",\n  \"language\": \"English\",\n  \"findings\": []\n}\n"; p.out.String() != want || code != quick.Done {
		t.Errorf("code %d: %s", code, p.out)
	}
	foreign := told("l.txt", "apology", "Es tut mir leid.")
	foreign.report = coach.Report{}
	for _, c := range []struct {
		checked checked
		said    string
	}{
		{told("l.txt", "apology", "I’m sorry."), ""},
		{foreign, "bounceback: l.txt: the coach knows English only, so it said nothing\n"},
		{told("l.txt", "apology", "\ufeff \r\n"), "bounceback: l.txt: there are no words in it\n"},
	} {
		p, code := tell(t, c.checked, false)
		if code != quick.Done || p.out.String() != "" || p.err.String() != c.said {
			t.Errorf("%q: code %d, printed %q, said %q", c.checked.text, code, p.out, p.err)
		}
		p, _ = tell(t, c.checked, true)
		if !strings.HasSuffix(p.out.String(), "\"findings\": [],\n  \"components\": []\n}\n") {
			t.Errorf("%q: %s", c.checked.text, p.out)
		}
	}
	q := newShell(t, "").onTerminal()
	if err := (&program{Options: q.Options}).printChecked(told("l.txt", "apology", "I’m sorry."), false); err != nil ||
		q.err.String() != "The coach has nothing to say about it.\n" {
		t.Errorf("%v: %q", err, q.err)
	}
}

func TestOnlyAProblemNeedsALook(t *testing.T) {
	for level, want := range map[coach.Level]int{coach.Problem: quick.NeedsLook, coach.Hint: quick.Done, coach.Praise: quick.Done} {
		for _, asJSON := range []bool{false, true} {
			_, code := tell(t, told("l.txt", "action", "Ask.", coach.Finding{Rule: "r", Level: level, Span: coach.Span{Start: 0, End: 3}}), asJSON)
			if code != want {
				t.Errorf("%v: code %d", level, code)
			}
		}
	}
}

// Nothing in a file, nor its name, does anything to a terminal.
func TestAHostileFile(t *testing.T) {
	const text = "\x1b]0;owned\x07 sorry \u009b31m \u202eif \x7f"
	c := told("\x1b[2Jname\n\u009b.txt", "apology", text,
		coach.Finding{Rule: "r", Level: coach.Hint, Span: coach.Span{Start: 0, End: len(text)}, Why: "You say \x1b[31m."})
	c.report.Components = []coach.Component{{Spans: []coach.Span{{Start: 0, End: len(text)}}}}
	for _, asJSON := range []bool{false, true} {
		p, _ := tell(t, c, asJSON)
		if i := strings.IndexAny(p.out.String(), "\x1b\x07\u009b\u202e\x7f"); i >= 0 {
			t.Errorf("%q", p.out)
		}
		var row checkRow
		if !asJSON {
			continue
		}
		if err := json.Unmarshal([]byte(p.out.String()), &row); err != nil || row.Findings[0].Text != text || row.File != c.file {
			t.Errorf("%v: %+v", err, row)
		}
	}
	c.report = coach.Report{}
	if p, _ := tell(t, c, false); strings.ContainsAny(p.err.String(), "\x1b\u009b") || strings.Count(p.err.String(), "\n") != 1 {
		t.Errorf("%q", p.err)
	}
	p := newShell(t, "")
	if p.run(t, "check", "apology", "\x1b[2J\u009b.txt"); strings.ContainsAny(p.err.String(), "\x1b\u009b") {
		t.Errorf("%q", p.err)
	}
}

func TestWhatIsNoText(t *testing.T) {
	t.Chdir(t.TempDir())
	const utf8Hint = ": this isn't plain text in UTF-8\nsave it as UTF-8 in your editor\n"
	for _, c := range []struct{ name, text, said string }{
		{"latin 1", "one\r\nna\xefve", "<stdin>:2:3" + utf8Hint},
		{"UTF-16", "\xff\xfeI\x00", "<stdin>:1:1" + utf8Hint},
		{"cut off", "😀 sorry \xf0\x9f", "<stdin>:1:9" + utf8Hint},
		{"NUL", "\ufeff“a\x00b”", "<stdin>:1:3" + utf8Hint},
		{"NUL before invalid", "a\x00b\xff", "<stdin>:1:2" + utf8Hint},
		{"invalid before NUL", "a\xffb\x00", "<stdin>:1:2" + utf8Hint},
		{"a replacement character, then invalid", "\ufffd \xff", "<stdin>:1:3" + utf8Hint},
		{"large", strings.Repeat("a", maxChecked+1),
			"<stdin>: it has more than 1 MiB, and texts are shorter\nput the part that you mean into a file of its own\n"},
		{"just not too large", strings.Repeat("a ", maxChecked/2), ""},
		{"a replacement character", "I’m sorry \ufffd", ""},
	} {
		p := newShell(t, c.text)
		code := p.run(t, "check", "apology")
		switch {
		case c.said == "" && code == quick.Failed: // whatever the coach finds in it
			t.Errorf("%s: code %d: %s", c.name, code, p.err)
		case c.said != "" && (code != quick.Failed || p.out.String() != "" || p.err.String() != "bounceback: "+c.said):
			t.Errorf("%s: code %d: %q", c.name, code, p.err)
		}
	}
	if err := os.Mkdir("folder", 0o700); err != nil {
		t.Fatal(err)
	}
	for file, said := range map[string]string{
		"none.txt": "none.txt: there is no such file\nname the file that has the text, or leave it out and pipe the text in\n",
		"folder":   "folder: it is a folder\nname the file in it that has the text\n",
	} {
		p := newShell(t, "")
		if code := p.run(t, "check", "apology", file); code != quick.Failed || p.err.String() != "bounceback: "+said {
			t.Errorf("%s: code %d: %q", file, code, p.err)
		}
	}
	p := newShell(t, "")
	p.Env.Stdin = io.MultiReader(strings.NewReader("I’m"), failing{})
	if code := p.run(t, "check", "apology"); code != quick.Failed || p.err.String() != "bounceback: <stdin>: the text can't be read: the wire broke\n" {
		t.Errorf("code %d: %q", code, p.err)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, wireBroke{} }

type wireBroke struct{}

func (wireBroke) Error() string { return "the wire broke" }

func TestCheckOnATerminal(t *testing.T) {
	p := newShell(t, "").onTerminal()
	want := "bounceback: there is no text: name the file that has it, or - to write it here\nsee: bounceback check --help\n"
	if code := p.run(t, "check", "apology"); code != quick.Failed || p.err.String() != want {
		t.Errorf("code %d: %q", code, p.err)
	}
	p = newShell(t, "If I deploy, then I ask Dana first.\n").onTerminal()
	if code := p.run(t, "check", "lesson", "-"); code != quick.Done || !strings.HasPrefix(p.err.String(), "Write or paste the text; ctrl+d on") {
		t.Errorf("code %d: %q", code, p.err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	r, w := io.Pipe()
	defer w.Close()
	p = newShell(t, "").onTerminal()
	p.Env.Stdin, p.Args = r, []string{"bounceback", "check", "lesson", "-"}
	if code := Run(ctx, p.Options); code != quick.Failed || !strings.HasSuffix(p.err.String(), "bounceback: stopped\n") {
		t.Errorf("ctrl+c: code %d: %q", code, p.err)
	}
}

// A text is nobody's but the person's: a check leaves no trace of it.
func TestACheckWritesNothing(t *testing.T) {
	p := newShell(t, "I’m sorry if you were hurt.")
	before := files(t, p.dir)
	p.run(t, "check", "apology", "--json")
	p.run(t, "check", "apology", filepath.Join(p.dir, "entries", "2026", "2026-11-12-rerouted.k7h3m9xq2t.toml"))
	if d := cmp.Diff(before, files(t, p.dir)); d != "" {
		t.Error(d)
	}
}

// files are the names and the texts of all files in a folder.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			all[name] = ""
			return err
		}
		text, err := os.ReadFile(name)
		all[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestEveryKindIsExplained(t *testing.T) {
	for _, k := range coach.Kinds() {
		if kindMeans(k.Field) == "" {
			t.Errorf("%s has no description in completions", k.Name)
		}
	}
}

// The maker of the manual formats what it is given.
func TestTheManualHasPercentSigns(t *testing.T) {
	p := newShell(t, "")
	if p.run(t, "man"); !strings.Contains(p.out.String(), "apology\\e %\n") || strings.Contains(p.out.String(), "%!") {
		t.Error("the line for vim is gone or spoiled")
	}
}
