// Package quick does what must cost nothing: keeping a mistake from the shell, and the figure for a shell prompt.
//
// It has the one init of this program. Go initializes packages in the order of their import paths, each once its own imports
// are ready. This package imports only light ones, so its init runs before the packages of the full screen, which compile
// lexers, styles and rules for 20 milliseconds and more. When the command line is one that this package can carry out alone,
// init does so and the process ends there; otherwise init returns, nothing has happened, and main takes over.
//
// Goals: capture in a few milliseconds; text is never refused; a text that can't be saved is in drafts or back on the screen.
// The same code runs when main calls it, with all that natural language has for dates and with a prompt.
//
// Non-goals: every other command, help (ui/cli), and anything that imports regexp, runtime/debug, a terminal library or the
// network: a test reads the trace of initialization and fails when a heavy package comes first.
package quick

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"

	"bounceback/journal/store"
	"bounceback/journal/when/natural/plain"
)

func init() {
	if len(os.Args) == 0 {
		return
	}
	args, code, done := run(System(), os.Args)
	if done {
		os.Exit(code)
	}
	os.Args = args
}

// System is the environment of this process.
func System() Env {
	home, _ := os.UserHomeDir() // empty when unknown, which Dir and Path expect
	return Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		InTTY: term.IsTerminal(os.Stdin.Fd()), OutTTY: term.IsTerminal(os.Stdout.Fd()), ErrTTY: term.IsTerminal(os.Stderr.Fd()),
		Getenv: os.Getenv, Home: home, Now: time.Now, Random: store.SystemRandom(),
	}
}

// run carries out a command line of this package. When it can't, done is false, and rest is the command line for main: the
// same one, but for a text that was read from standard input on the way, which stands at its end.
func run(e Env, args []string) (rest []string, code int, done bool) {
	c, ok := parseCall(args)
	if !ok {
		return args, 0, false
	}
	switch c.command {
	case commandCapture:
		return runCapture(e, c, args)
	case commandDue:
		if len(c.rest) == 1 && c.rest[0] == "--prompt" {
			return nil, DuePrompt(e, c.flags), true
		}
	}
	return args, 0, false
}

func runCapture(e Env, c call, args []string) (rest []string, code int, done bool) {
	r := ParseRequest(c.flags, c.rest)
	if r.Help || r.Asks(e) {
		return args, 0, false
	}
	fromInput := r.Reads(e)
	text, err := r.Text(e)
	if err != nil {
		return nil, e.Fail(err), true
	}
	code, done = Capture(e, r, text, plain.Parse, false)
	if done {
		return nil, code, true
	}
	if !fromInput {
		return args, 0, false
	}
	// What was read can't be read again. An argument of several lines means the same.
	if n := len(args); args[n-1] == "-" {
		args = args[:n-1]
	}
	return append(args[:len(args):len(args)], "--", text), 0, false
}

// The commands of this package.
const (
	commandCapture = "capture"
	commandDue     = "due"
)

// IsCapture reports whether a word names the command that captures.
func IsCapture(word string) bool { return word == commandCapture || word == "oops" || word == "add" }

// CalledOops reports whether the program was called by the name oops, by which it captures and does nothing else.
func CalledOops(arg0 string) bool {
	return strings.TrimSuffix(strings.ToLower(filepath.Base(arg0)), ".exe") == "oops"
}

// CaptureRequest reads a whole command line, with the name of the program; ok is false when it does not capture.
func CaptureRequest(args []string) (r Request, ok bool) {
	c, ok := parseCall(args)
	if !ok || c.command != commandCapture {
		return Request{}, false
	}
	return ParseRequest(c.flags, c.rest), true
}

// call is a command line as far as it must be understood to know whether it is one for this package.
type call struct {
	flags   Flags
	command string
	rest    []string // what follows the command
}

// parseCall reads the options before the command, and the command. ok is false for what main must read.
func parseCall(args []string) (c call, ok bool) {
	if CalledOops(args[0]) {
		return call{command: commandCapture, rest: args[1:]}, true
	}
	for rest := args[1:]; len(rest) > 0; {
		if n := c.flags.take(rest); n > 0 {
			rest = rest[n:]
			continue
		}
		c.command, c.rest = rest[0], rest[1:]
		if IsCapture(c.command) {
			c.command = commandCapture
		}
		return c, c.command == commandCapture || c.command == commandDue
	}
	return c, false
}
