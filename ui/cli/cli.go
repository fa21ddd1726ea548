// Package cli is the command line: every command, its help, its messages and its exit code.
//
// Goals: results on standard output, messages on standard error, one or two lines that say what went wrong and what to do;
// exit codes 0 (done), 1 (done, but something needs a look) and 2 (wrong usage or failure). What a command does to the
// journal is the desk's.
//
// Non-goals: the full screen, which comes in as a function; rendering; what must start in no time (package quick beneath
// this one, which also has capture).
package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"

	"bounceback/journal/desk"
	"bounceback/journal/desk/outbox"
	"bounceback/journal/when"
	"bounceback/ui/cli/quick"
	"bounceback/ui/config"
)

// Options are what the command line needs from outside.
type Options struct {
	Env  quick.Env
	Args []string // with the name by which the program was called
	// Natural reads a date; ahead says that it lies in the future where the text leaves it open.
	Natural func(text string, now time.Time, ahead bool) (when.Moment, error)
	// Open shows the full screen until the person leaves it. It has saved all there was before it returns.
	Open func(context.Context, ScreenOptions) error
	// Width is the width of the terminal in cells, 0 when there is none.
	Width func() int
	// Edit starts a program that takes over the terminal and waits for its end.
	Edit func(ctx context.Context, command []string) error
	// Terminal opens the terminal that the command was started from, for a control sequence; nil when there can't be one.
	Terminal func() (io.WriteCloser, error)
	GOOS     string
}

// ScreenOptions are what the full screen needs from the command line.
type ScreenOptions struct {
	Desk   *desk.Desk
	Config config.Config
	Editor []string       // the command of the person's editor, with its arguments
	Outbox *outbox.Outbox // over the desk; in the demo it has no command, so that no example is ever sent
	ASCII  bool           // the terminal can't draw lines
	Demo   bool           // a journal that is thrown away
}

// Run carries out a command line and returns the exit code.
func Run(ctx context.Context, o Options) int {
	p := &program{Options: o}
	if r, ok := quick.CaptureRequest(o.Args); ok {
		if !r.Help {
			return p.capture(ctx, r)
		}
		o.Args = []string{"bounceback", "capture", "--help"}
	}
	root := p.root()
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { p.help(ctx, cmd) })
	root.SetArgs(wordsLast(root, o.Args[1:]))
	err := root.ExecuteContext(ctx)
	var told exit
	switch {
	case p.unwritten != nil:
		return o.Env.Fail(fmt.Errorf("the result could not be written: %w", p.unwritten))
	case err == nil:
		return quick.Done
	case errors.As(err, &told):
		return int(told)
	case ctx.Err() != nil && errors.Is(err, ctx.Err()):
		o.Env.Say("stopped")
		return quick.Failed
	}
	return o.Env.Fail(withHint(root, o.Args[1:], err))
}

// exit ends a command with a code when all has been told already.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// program is one run.
type program struct {
	unwritten error // why a result did not reach standard output
	Options
	flags quick.Flags
}

// usageError is a wrong usage, which deserves a pointer to the help.
type usageError struct{ what string }

func (e usageError) Error() string { return e.what }

// withHint adds where help is to be found when a command line was not understood.
func withHint(root *cobra.Command, args []string, err error) error {
	var usage usageError
	text := err.Error()
	wrong := errors.As(err, &usage)
	for _, begin := range []string{"unknown ", "flag needs", "invalid argument", "accepts ", "requires ", "bad flag"} {
		wrong = wrong || strings.HasPrefix(text, begin)
	}
	if !wrong {
		return err
	}
	cmd, rest, ferr := root.Find(args)
	if ferr != nil {
		cmd = root
	}
	if strings.HasPrefix(text, "unknown command") && len(rest) > 0 {
		text = fmt.Sprintf("%s has no command %q", cmd.CommandPath(), rest[0])
		cmd.SuggestionsMinimumDistance = 2
		if near := cmd.SuggestionsFor(rest[0]); len(near) > 0 {
			text += "; did you mean " + near[0] + "?"
		} else if cmd == root {
			text += "; to keep a mistake, put capture in front of it"
		}
	}
	return fmt.Errorf("%s\nsee: %s --help", text, cmd.CommandPath())
}

// oneID is the argument of commands that need one mistake.
func oneID(_ *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return usageError{"say which mistake is meant: the beginning of its id is enough"}
	case len(args) > 1:
		return usageError{fmt.Sprintf("one id is enough, and there are %d", len(args))}
	}
	return nil
}

// nothingMore is for commands that take no arguments.
func nothingMore(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Sprintf("%s takes nothing behind it, and there is %q", cmd.CommandPath(), args[0])}
	}
	return nil
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "bounceback",
		Short: "A private journal that walks you from a mistake to its lesson",
		Long: "A private journal that walks you from a mistake to its lesson: own it, fix it and share it, apologize, learn.\n\n" +
			"Without a command it opens the full screen. Nothing you write leaves this computer unless you send it.",
		Example: "bounceback\nbounceback capture mailed the wrong price +sales @Dana\nbounceback list is:open\nbounceback demo",
		Version: versionLine(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.screen(cmd.Context())
		},
	}
	root.SilenceErrors, root.SilenceUsage = true, true // told by Run
	root.SetIn(p.Env.Stdin)
	root.SetOut(p.Env.Stdout)
	root.SetErr(p.Env.Stderr)
	root.SetVersionTemplate("{{.Version}}\n")
	root.PersistentFlags().StringVar(&p.flags.Dir, "dir", "", "the folder of the journal")
	root.PersistentFlags().StringVar(&p.flags.Config, "config", "", "the configuration file")
	root.AddCommand(p.captureCommand(), p.listCommand(), p.showCommand(), p.editCommand(), p.checkCommand(), p.reportCommand(),
		p.letterCommand(), p.sendCommand(), p.lessonsCommand(), p.dueCommand(), p.trashCommand(), p.doctorCommand(), p.demoCommand(), p.manCommand())
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd("completion")
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Short, c.Example = "Show the help of a command", "bounceback help list"
		case "completion":
			c.Short, c.Example = "Print the completions for your shell", "bounceback completion bash"
			for _, shell := range c.Commands() {
				shell.Example = "bounceback completion " + shell.Name()
			}
		}
	}
	return root
}

// help shows the help of a command as fang draws it. Only help goes through fang: after any error it would ask the terminal
// for its colors, and wait seconds for those that don't answer.
func (p *program) help(ctx context.Context, cmd *cobra.Command) {
	if p.Env.Getenv("TERM") == "dumb" {
		fmt.Fprintf(p.Env.Stdout, "%s\n\n%s", cmp.Or(cmd.Long, cmd.Short), cmd.UsageString())
		return
	}
	root := p.root()
	root.SetArgs(append(strings.Fields(cmd.CommandPath())[1:], "--help"))
	if err := fang.Execute(ctx, root, fang.WithoutVersion(), fang.WithoutManpage()); err != nil {
		p.Env.Fail(err)
	}
}

// desk opens the journal for a command, with its configuration.
func (p *program) desk() (*desk.Desk, config.Config, error) {
	conf, err := p.Env.Settings(p.flags)
	if err != nil {
		return nil, conf, err
	}
	d, err := p.Env.Desk(p.flags, conf)
	return d, conf, err
}

// print writes a result.
func (p *program) print(format string, args ...any) {
	if _, err := fmt.Fprintf(p.Env.Stdout, format, args...); err != nil && p.unwritten == nil {
		p.unwritten = err
	}
}

// wordsLast moves the words of a query that begin with a dash, such as -tag:work, behind "--", so that they are no options.
func wordsLast(root *cobra.Command, args []string) []string {
	cmd, rest, err := root.Find(args)
	if err != nil || cmd.Annotations["query"] == "" {
		return args
	}
	var options, words []string
	for i := 0; i < len(rest); i++ {
		a := rest[i]
		name, _, hasValue := strings.Cut(strings.TrimPrefix(a, "--"), "=")
		switch {
		case a == "--":
			words = append(words, rest[i+1:]...)
			i = len(rest)
		case a == "-h":
			options = append(options, a)
		case strings.HasPrefix(a, "--"):
			options = append(options, a)
			f := cmd.Flag(name)
			if f != nil && f.Value.Type() != "bool" && !hasValue && i+1 < len(rest) {
				i++
				options = append(options, rest[i])
			}
		default:
			words = append(words, a)
		}
	}
	path := strings.Fields(cmd.CommandPath())[1:]
	return append(append(append(path, options...), "--"), words...)
}
