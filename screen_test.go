//go:build !windows

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
)

// screenTerm is a real pseudo-terminal with the program in it, and a screen that understands what it draws.
type screenTerm struct {
	t    *testing.T
	cmd  *exec.Cmd
	pty  *os.File
	done chan error

	mu     sync.Mutex
	screen vt10x.Terminal
}

const (
	termCols, termRows = 80, 24
	screenPatience     = 20 * time.Second // a busy machine is no failure
)

// openTerminal starts the program over a journal, as a person's shell would.
func openScreenTerm(t *testing.T, journal string, args ...string) *screenTerm {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "bounceback") // TestMain is the program when it is called so
	if err := os.Symlink(self, name); err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	cmd := exec.Command(name, append([]string{"--dir", journal}, args...)...)
	cmd.Env = []string{"HOME=" + home, "TERM=xterm-256color", "LANG=C.UTF-8", "PATH=" + os.Getenv("PATH"), "TZ=UTC"}
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: termRows, Cols: termCols})
	if err != nil {
		t.Fatal(err)
	}
	x := &screenTerm{t: t, cmd: cmd, pty: f, done: make(chan error, 1), screen: vt10x.New(vt10x.WithSize(termCols, termRows))}
	go x.read()
	go func() { x.done <- cmd.Wait() }()
	t.Cleanup(func() {
		cmd.Process.Kill()
		f.Close()
	})
	return x
}

func (x *screenTerm) read() {
	buf := make([]byte, 1<<16)
	for {
		n, err := x.pty.Read(buf)
		if n > 0 {
			x.mu.Lock()
			x.screen.Write(buf[:n])
			x.mu.Unlock()
		}
		if err != nil {
			return
		}
	}
}

func (x *screenTerm) text() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.screen.String()
}

// shows waits until the screen has a text.
func (x *screenTerm) shows(want string) {
	x.t.Helper()
	for end := time.Now().Add(screenPatience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if strings.Contains(x.text(), want) {
			return
		}
	}
	x.t.Fatalf("the screen never showed %q:\n%s", want, x.text())
}

func (x *screenTerm) keys(s string) {
	x.t.Helper()
	if _, err := x.pty.Write([]byte(s)); err != nil {
		x.t.Fatal(err)
	}
}

// ends waits for the program to end by itself, with exit code 0.
func (x *screenTerm) ends() {
	x.t.Helper()
	select {
	case err := <-x.done:
		if err != nil {
			x.t.Fatalf("it ended with %v:\n%s", err, x.text())
		}
	case <-time.After(screenPatience):
		x.t.Fatalf("it never ended:\n%s", x.text())
	}
}

// entries returns the text of all entries of a journal.
func entries(t *testing.T, journal string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(journal, "entries", "*", "*.toml"))
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(b)
	}
	return all.String()
}

func TestInARealTerminal(t *testing.T) {
	journal := filepath.Join(t.TempDir(), "journal")
	x := openScreenTerm(t, journal)
	x.shows("Press c")
	x.keys("c")
	x.shows("What happened?")
	x.keys("Kicked the power cord\r")
	x.shows("own it")
	x.keys("\r")
	x.shows("What did I do")
	x.keys("I kicked it, looking at my phone.")
	x.shows("looking at my phone.")
	x.keys("\x1b") // to the page, which saves
	x.shows("saved")
	x.keys("q")
	x.ends()
	if got := entries(t, journal); !strings.Contains(got, "\nI kicked it, looking at my phone.\n") {
		t.Fatalf("the file says:\n%s", got)
	}

	again := openScreenTerm(t, journal) // resume
	again.shows("Kicked the power cord")
	again.keys("\r")
	again.shows("looking at my phone.")
	again.keys("\x03")
	again.ends()
}
