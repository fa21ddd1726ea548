package cli

import (
	"encoding/base64"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bounceback/ui/cli/quick"
)

// tty is a terminal that remembers what was written to it.
type tty struct{ strings.Builder }

func (*tty) Close() error { return nil }

// The clipboard is the terminal's: the one that is written to, or the one the command was started from.
func TestClipboard(t *testing.T) {
	const document = "I'm sorry.\n"
	sequence := "\x1b]52;c;" + base64.StdEncoding.EncodeToString([]byte(document)) + "\a"
	for _, c := range []struct {
		name     string
		terminal bool // standard output is one
		open     error
		code     int
	}{
		{"on a terminal", true, nil, quick.Done},
		{"with the output elsewhere", false, nil, quick.Done},
		{"without a terminal", false, errors.New("no such device"), quick.Failed},
	} {
		p := newShell(t, "")
		var other tty
		p.Env.OutTTY = c.terminal
		p.Terminal = func() (io.WriteCloser, error) { return &other, c.open }
		code := p.run(t, "send", "k7h3", "--what", "apology", "--to", "Dana", "--via", "clipboard")
		got := p.out.String() + other.String()
		if code != c.code || (got == sequence) != (code == quick.Done) || (p.out.Len() > 0) != c.terminal {
			t.Errorf("%s: code %d, %q\n%s", c.name, code, got, p.err)
		}
		b, err := os.ReadFile(filepath.Join(p.dir, "entries", "2026", "2026-11-12-rerouted.k7h3m9xq2t.toml"))
		if err != nil || strings.Contains(string(b), "prepared = ") != (code == quick.Done) || strings.Contains(string(b), "said = ") {
			t.Errorf("%s: noted %s, %v", c.name, b, err)
		}
	}
}

// What did not reach standard output is not noted as prepared.
func TestStdoutUnwritten(t *testing.T) {
	p := newShell(t, "")
	p.Env.Stdout = unwritable{}
	if code := p.run(t, "send", "k7h3", "--via", "stdout"); code != quick.Failed {
		t.Errorf("code %d", code)
	}
	b, err := os.ReadFile(filepath.Join(p.dir, "entries", "2026", "2026-11-12-rerouted.k7h3m9xq2t.toml"))
	if err != nil || strings.Contains(string(b), "prepared") {
		t.Errorf("noted %s, %v", b, err)
	}
}

type unwritable struct{}

func (unwritable) Write([]byte) (int, error) { return 0, errors.New("no space left") }
