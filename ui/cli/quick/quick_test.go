package quick

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// place is where commands are called: a new journal, a clock that stands, and what was printed.
type place struct {
	Env
	dir      string
	out, err *strings.Builder
}

func newPlace(t testing.TB, stdin string) place {
	p := place{dir: filepath.Join(t.TempDir(), "journal"), out: &strings.Builder{}, err: &strings.Builder{}}
	env := map[string]string{"BOUNCEBACK_DIR": p.dir}
	p.Env = Env{
		Stdin: strings.NewReader(stdin), Stdout: p.out, Stderr: p.err, Getenv: func(k string) string { return env[k] },
		Now:    func() time.Time { return time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC) },
		Random: io.MultiReader(strings.NewReader(strings.Repeat("mistakes", 5)), strings.NewReader(strings.Repeat("lessons!", 50))),
	}
	return p
}

func (p place) titles(t *testing.T) []string {
	t.Helper()
	conf, err := p.Settings(Flags{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Desk(Flags{}, conf)
	if err != nil {
		t.Fatal(err)
	}
	all, err := d.LoadAll(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range all.Len() {
		out = append(out, all.At(i).Title)
	}
	return out
}

func TestParseRequest(t *testing.T) {
	for _, c := range []struct {
		line string
		want Request
	}{
		{"oops", Request{Words: []string{}}},
		{"oops I did it", Request{Words: []string{"I", "did", "it"}}},
		{"oops -h", Request{Help: true, Words: []string{}}},
		{"oops told them -h was fine", Request{Words: []string{"told", "them", "-h", "was", "fine"}}},
		{"oops -- --force", Request{Words: []string{"--force"}}},
		{"oops -- -- x", Request{Words: []string{"--", "x"}}},
		{"oops -x marks", Request{Words: []string{"-x", "marks"}}},
		{"oops --dri x", Request{Words: []string{"--dri", "x"}}},
		{"oops --tag", Request{Words: []string{"--tag"}}},
		{"oops - x", Request{Words: []string{"-", "x"}}},
		{"oops -", Request{stdin: true}},
		{"oops capture x", Request{Words: []string{"capture", "x"}}},
		{"oops --version", Request{Words: []string{"--version"}}},
		{"oops --tag a --tag=+b --person @Dana --severity slip --when noon x", Request{Tags: []string{"a", "b"},
			People: []string{"Dana"}, Severity: "slip", When: "noon", Words: []string{"x"}}},
		{"oops x --tag a", Request{Words: []string{"x", "--tag", "a"}}},
		{"oops --dir d --config=c -- x", Request{Flags: Flags{"d", "c"}, Words: []string{"x"}}},
		{"/usr/bin/bounceback --dir d add --config c x", Request{Flags: Flags{"d", "c"}, Words: []string{"x"}}},
		{"bounceback capture capture", Request{Words: []string{"capture"}}},
	} {
		got, ok := CaptureRequest(strings.Fields(c.line))
		if !ok {
			t.Errorf("%s: does not capture", c.line)
		}
		if d := cmp.Diff(c.want, got, cmp.AllowUnexported(Request{}), cmpopts.EquateEmpty()); d != "" {
			t.Errorf("%s: (-want +got)\n%s", c.line, d)
		}
	}
	for _, line := range []string{"bounceback", "bounceback list", "bounceback -x capture y", "bounceback --dir", "bounceback --help"} {
		if r, ok := CaptureRequest(strings.Fields(line)); ok {
			t.Errorf("%s captures %v", line, r)
		}
	}
}

func TestCalledOops(t *testing.T) {
	for name, want := range map[string]bool{"oops": true, "/usr/bin/oops": true, "OOPS.EXE": true, "oopsie": false, "bounceback": false} {
		if CalledOops(name) != want {
			t.Errorf("%s: not %v", name, want)
		}
	}
}

// TestLeftToMain lists what init leaves alone.
func TestLeftToMain(t *testing.T) {
	for _, line := range []string{"bounceback", "bounceback list", "bounceback due", "bounceback due --prompt x", "bounceback capture --help",
		"oops x when:someday", "oops --when someday x"} {
		p := newPlace(t, "")
		args := strings.Fields(line)
		rest, _, done := run(p.Env, args)
		if done || cmp.Diff(args, rest) != "" {
			t.Errorf("%s: done %v, rest %q", line, done, rest)
		}
		if _, err := os.Stat(p.dir); err == nil || p.out.String()+p.err.String() != "" {
			t.Errorf("%s: something was done: %s%s", line, p.out, p.err)
		}
	}
	p := newPlace(t, "")
	p.InTTY = true
	if _, _, done := run(p.Env, []string{"oops"}); done {
		t.Error("oops on a terminal must ask, which is main's")
	}
}

func TestInputIsNotReadTwice(t *testing.T) {
	for _, line := range []string{"oops", "oops -", "bounceback capture --tag a", "bounceback capture --tag a -"} {
		p := newPlace(t, "lost it when:someday\nfor good")
		rest, _, done := run(p.Env, strings.Fields(line))
		if done {
			t.Errorf("%s: done", line)
		}
		r, ok := CaptureRequest(rest)
		text, err := r.Text(p.Env)
		if !ok || err != nil || text != "lost it when:someday\nfor good" {
			t.Errorf("%s: %q became %q, %v", line, rest, text, err)
		}
	}
}

func TestCapture(t *testing.T) {
	for _, c := range []struct {
		name, line, stdin string
		code              int
		titles            []string
	}{
		{"words", "oops sent it +work", "", Done, []string{"sent it"}},
		{"input", "oops", "sent\nit", Done, []string{"sent"}},
		{"windows input", "oops", "\ufeffsent\r\nit", Done, []string{"sent"}},
		{"nothing", "oops", " \n", Failed, nil},
		{"plain time", "oops sent it when:yesterday", "", Done, []string{"sent it"}},
		{"bad sev:", "oops sent sev:huge it +work", "", NeedsLook, []string{"sent sev:huge it"}},
		{"bad severity", "oops --severity huge sent it", "", NeedsLook, []string{"sent it sev:huge"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPlace(t, c.stdin)
			_, code, done := run(p.Env, strings.Fields(c.line))
			if !done || code != c.code {
				t.Errorf("done %v, code %d, want %d: %s", done, code, c.code, p.err)
			}
			if d := cmp.Diff(c.titles, p.titles(t)); d != "" {
				t.Error(d)
			}
			if ids := len(strings.Fields(p.out.String())); ids != len(c.titles) {
				t.Errorf("printed %q", p.out)
			}
		})
	}
}

func TestTooMuchInput(t *testing.T) {
	p := newPlace(t, strings.Repeat("x", maxInput+1))
	if _, code, done := run(p.Env, []string{"oops"}); !done || code != Failed || !strings.Contains(p.err.String(), "4 MB") {
		t.Errorf("code %d: %s", code, p.err)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("the cable is out") }

func TestInputFails(t *testing.T) {
	p := newPlace(t, "")
	p.Stdin = failing{}
	_, code, done := run(p.Env, []string{"oops"})
	if want := "bounceback: reading standard input: the cable is out\n"; !done || code != Failed || p.err.String() != want {
		t.Errorf("code %d: %s", code, p.err)
	}
}

func TestNote(t *testing.T) {
	p := newPlace(t, "")
	p.Note("unseen")
	p.ErrTTY = true
	p.Note("dim")
	p.Getenv = func(k string) string { return map[string]string{"NO_COLOR": "1"}[k] }
	p.Note("plain")
	if want := "\x1b[2mdim\x1b[22m\nplain\n"; p.err.String() != want {
		t.Errorf("got %q", p.err)
	}
}

func TestAsk(t *testing.T) {
	for _, c := range []struct {
		stdin, line string
		ok          bool
	}{
		{"sent it\nmore", "sent it", true},
		{"sent it\r\n", "sent it", true},
		{"no end", "no end", true},
		{"\n", "", false},
		{"", "", false},
	} {
		p := newPlace(t, c.stdin)
		line, ok, err := Ask(p.Env, "What happened? ", nil)
		if line != c.line || ok != c.ok || err != nil {
			t.Errorf("%q: %q, %v, %v", c.stdin, line, ok, err)
		}
		if !strings.HasPrefix(p.err.String(), "What happened? ") {
			t.Errorf("asked %q", p.err)
		}
	}
	stop := make(chan struct{})
	close(stop)
	p := newPlace(t, "")
	r, w := io.Pipe()
	defer w.Close()
	p.Stdin = r
	if _, ok, err := Ask(p.Env, "", stop); ok || err != nil {
		t.Errorf("stopped: %v, %v", ok, err)
	}
}
