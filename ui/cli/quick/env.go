package quick

import (
	"fmt"
	"io"
	"strings"
	"time"

	"bounceback/journal/desk"
	"bounceback/journal/store"
	"bounceback/ui/config"
)

// Env is what a command needs from outside. Tests put their own here.
type Env struct {
	Stdin                 io.Reader
	Stdout, Stderr        io.Writer
	InTTY, OutTTY, ErrTTY bool // whether a person sits there
	Getenv                func(string) string
	Home                  string // "" when unknown
	Now                   func() time.Time
	Random                io.Reader
}

// The exit codes.
const (
	Done      = 0
	NeedsLook = 1 // done, but something is worth a look
	Failed    = 2 // wrong usage or failure
)

// Say writes a message of one or more lines to standard error, under the program's name.
func (e Env) Say(format string, args ...any) {
	fmt.Fprintf(e.Stderr, "bounceback: "+format+"\n", args...)
}

// Fail says what went wrong and returns the exit code for it.
func (e Env) Fail(err error) int {
	e.Say("%v", err)
	return Failed
}

// Note writes a quiet line for a person at the terminal, and nothing when standard error goes elsewhere.
func (e Env) Note(line string) {
	if !e.ErrTTY {
		return
	}
	if e.Getenv("NO_COLOR") == "" && e.Getenv("TERM") != "dumb" {
		line = "\x1b[2m" + line + "\x1b[22m"
	}
	fmt.Fprintln(e.Stderr, line)
}

// Flags are the options that every command has.
type Flags struct{ Dir, Config string }

// take reads one of these options at the beginning of args and returns how many arguments it takes; 0 for none.
func (f *Flags) take(args []string) int {
	if v, n := option(args, "--dir"); n > 0 {
		f.Dir = v
		return n
	}
	v, n := option(args, "--config")
	if n > 0 {
		f.Config = v
	}
	return n
}

// option reads "--name value" or "--name=value" at the beginning of args; n is how many arguments that takes, 0 for none.
func option(args []string, name string) (value string, n int) {
	if v, ok := strings.CutPrefix(args[0], name+"="); ok {
		return v, 1
	}
	if args[0] == name && len(args) > 1 {
		return args[1], 2
	}
	return "", 0
}

// Settings reads the configuration. With an error comes all of it that could be understood.
func (e Env) Settings(f Flags) (config.Config, error) {
	path, required := config.Path(f.Config, e.Getenv, e.Home)
	return config.Load(path, required, e.Home)
}

// Desk opens the journal. It creates nothing.
func (e Env) Desk(f Flags, c config.Config) (*desk.Desk, error) {
	s, err := store.Open(config.Dir(f.Dir, e.Getenv, c, e.Home), store.Options{Slug: c.Journal.Slug, Random: e.Random, Now: e.Now})
	if err != nil {
		return nil, err
	}
	return desk.New(desk.Options{Store: s, Now: e.Now, Random: e.Random}), nil
}
