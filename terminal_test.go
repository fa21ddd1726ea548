//go:build unix

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
)

// terminal is the program on a terminal of its own, 80 by 24.
type terminal struct {
	t    *testing.T
	tty  *os.File
	cmd  *exec.Cmd
	home string

	mu   sync.Mutex
	seen []byte
	more chan struct{} // something was written
	done chan struct{} // nothing more will be
}

// patience is how long a test waits for what it expects. Only a test that fails takes so long.
const patience = 20 * time.Second

func start(t *testing.T, args ...string) *terminal {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{t: t, home: t.TempDir(), more: make(chan struct{}, 1), done: make(chan struct{})}
	if err := os.Mkdir(filepath.Join(term.home, "tmp"), 0o700); err != nil {
		t.Fatal(err)
	}
	term.cmd = &exec.Cmd{Path: self, Args: args, Dir: term.home, Env: []string{
		"HOME=" + term.home, "BOUNCEBACK_DIR=" + term.dir(), "TMPDIR=" + filepath.Join(term.home, "tmp"), "TERM=xterm-256color",
		"LANG=C.UTF-8", "PATH=" + os.Getenv("PATH"), "TZ=UTC",
	}}
	tty, err := pty.StartWithSize(term.cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	term.tty = closable(t, tty)
	go term.read()
	t.Cleanup(func() {
		term.cmd.Process.Kill()
		term.tty.Close()
	})
	return term
}

// closable returns a file that really closes while it is being read from: one that waits in the system's read does not.
func closable(t *testing.T, f *os.File) *os.File {
	t.Helper()
	defer f.Close()
	fd, err := syscall.Dup(int(f.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	syscall.CloseOnExec(fd)
	if err := syscall.SetNonblock(fd, true); err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), f.Name())
}

func (term *terminal) dir() string { return filepath.Join(term.home, "journal") }

func (term *terminal) read() {
	defer close(term.done)
	buf := make([]byte, 4096)
	for {
		n, err := term.tty.Read(buf)
		term.mu.Lock()
		term.seen = append(term.seen, buf[:n]...)
		term.mu.Unlock()
		select {
		case term.more <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// text is all that was written so far, without what styles it and moves the cursor.
func (term *terminal) text() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return ansi.Strip(string(term.seen))
}

func (term *terminal) waitFor(want string) {
	term.t.Helper()
	end := time.After(patience)
	for !strings.Contains(term.text(), want) {
		select {
		case <-term.more:
		case <-end:
			term.t.Fatalf("waited for %q and saw\n%s", want, term.text())
		}
	}
}

func (term *terminal) write(keys string) {
	term.t.Helper()
	if _, err := term.tty.WriteString(keys); err != nil {
		term.t.Fatal(err)
	}
}

// exit waits for the end of the program and returns its exit code.
func (term *terminal) exit() int {
	term.t.Helper()
	ended := make(chan error, 1)
	go func() { ended <- term.cmd.Wait() }()
	select {
	case err := <-ended:
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			term.t.Fatal(err)
		}
		return term.cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		term.t.Fatalf("it did not end:\n%s", term.text())
		return -1
	}
}

func TestCaptureAsksOnATerminal(t *testing.T) {
	term := start(t, "oops")
	term.waitFor("What happened? ")
	term.write("kicked the cord +home\n")
	term.waitFor("Kept.")
	if code := term.exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	found, _ := filepath.Glob(filepath.Join(term.dir(), "entries", "*", "*-kicked-the-cord.*.toml"))
	if len(found) != 1 {
		t.Errorf("found %q", found)
	}
}

func TestCaptureIsCalledOff(t *testing.T) {
	for name, key := range map[string]string{"ctrl+c": "\x03", "ctrl+d": "\x04", "enter": "\n"} {
		t.Run(name, func(t *testing.T) {
			term := start(t, "bounceback", "capture")
			term.waitFor("What happened? ")
			term.write(key)
			term.waitFor("nothing was kept")
			if code := term.exit(); code != 2 {
				t.Errorf("exit code %d", code)
			}
			if _, err := os.Stat(term.dir()); err == nil {
				t.Error("there is a journal")
			}
		})
	}
}

// TestErrorsAskNothing shows that a message comes at once and alone: no question goes to a terminal that may not answer.
func TestErrorsAskNothing(t *testing.T) {
	for _, args := range []string{"show k7h3", "list --nope", "nope"} {
		term := start(t, append([]string{"bounceback"}, strings.Fields(args)...)...)
		if code := term.exit(); code != 2 {
			t.Errorf("%s: exit code %d", args, code)
		}
		<-term.done
		term.mu.Lock()
		if seen := string(term.seen); strings.ContainsRune(seen, ansi.ESC) || !strings.HasPrefix(seen, "bounceback: ") {
			t.Errorf("%s: %q", args, seen)
		}
		term.mu.Unlock()
	}
}

// TestDemoEnds ends the demo in every way that a program ends, and looks for what it left.
func TestDemoEnds(t *testing.T) {
	for name, end := range map[string]func(*terminal){
		"q":       func(term *terminal) { term.write("q") },
		"ctrl+c":  func(term *terminal) { term.write("\x03") },
		"SIGTERM": func(term *terminal) { term.cmd.Process.Signal(syscall.SIGTERM) },
		"SIGINT":  func(term *terminal) { term.cmd.Process.Signal(syscall.SIGINT) },
		"closed":  func(term *terminal) { term.tty.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			term := start(t, "bounceback", "demo")
			term.waitFor("Timeline")
			end(term)
			term.exit()
			if left, _ := os.ReadDir(filepath.Join(term.home, "tmp")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
			if _, err := os.Stat(term.dir()); err == nil {
				t.Error("the demo made a journal of the person's")
			}
			if name == "closed" { // nobody reads what it says
				return
			}
			<-term.done
			if !strings.Contains(term.text(), "nothing of it was kept") {
				t.Errorf("it did not say so:\n%s", term.text())
			}
		})
	}
}

// TestWhatWasTypedIsKept ends the screen while a line is being typed.
func TestWhatWasTypedIsKept(t *testing.T) {
	for name, end := range map[string]func(*terminal){
		"SIGHUP":  func(term *terminal) { term.cmd.Process.Signal(syscall.SIGHUP) },
		"SIGTERM": func(term *terminal) { term.cmd.Process.Signal(syscall.SIGTERM) },
		"closed":  func(term *terminal) { term.tty.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			term := start(t, "bounceback")
			term.waitFor("Timeline")
			term.write("c")
			term.waitFor("enter")
			term.write("half a thou")
			term.waitFor("thou")
			end(term)
			term.exit()
			text, err := os.ReadFile(filepath.Join(term.dir(), "drafts", "capture.txt"))
			if err != nil || string(text) != "half a thou" {
				t.Errorf("kept %q, %v", text, err)
			}
		})
	}
}
