// Command bounceback is a private journal that walks you from a mistake to its lesson.
//
// What comes from outside comes in here: the clock, randomness, the environment, signals, the terminal. Captures from the
// shell mostly don't get here at all: see package quick.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"bounceback/journal/coach"
	"bounceback/journal/when"
	"bounceback/journal/when/natural"
	"bounceback/ui"
	"bounceback/ui/cli"
	"bounceback/ui/cli/quick"
)

func main() { os.Exit(run()) }

// run is main with deferred calls that run.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	return cli.Run(ctx, cli.Options{
		Env: quick.System(), Args: os.Args, Natural: readDate, Open: openScreen, Width: width, Edit: edit,
		Terminal: controlling, GOOS: runtime.GOOS,
	})
}

func readDate(text string, now time.Time, ahead bool) (when.Moment, error) {
	if ahead {
		return natural.ParseFuture(text, now)
	}
	return natural.Parse(text, now)
}

func width() int {
	w, _, err := term.GetSize(os.Stdout.Fd())
	if err != nil {
		return 0
	}
	return w
}

// controlling opens the terminal that this process was started from.
func controlling() (io.WriteCloser, error) {
	name := "/dev/tty"
	if runtime.GOOS == "windows" {
		name = "CONOUT$"
	}
	return os.OpenFile(name, os.O_WRONLY, 0)
}

// edit starts the person's editor on this terminal. ctrl+c there means something to the editor, and must not end it.
func edit(_ context.Context, command []string) error {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	return cmd.Run()
}

// spareThreads is how many run at most beside those that the work in the background may take.
const spareThreads = 2

// starting is how long the first screen may take on a slow machine.
const starting = 150 * time.Millisecond

// openScreen shows the full screen. Whatever ends it, a panic included, what was typed is saved before this returns.
func openScreen(ctx context.Context, o cli.ScreenOptions) error {
	// Reading, saving and looking may keep all cores busy for some milliseconds at a time. With threads to spare the system
	// gives a key its core at once; Go would let it wait for 10 ms until one of the others pauses.
	runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + spareThreads)
	// Nor should collecting the little that starting leaves take a core from the first screen.
	collect := debug.SetGCPercent(400)
	time.AfterFunc(starting, func() { debug.SetGCPercent(collect) })
	screen := ui.Options{Desk: o.Desk, Outbox: o.Outbox, Config: o.Config, Now: time.Now, Natural: readDate, Editor: o.Editor, ASCII: o.ASCII, Demo: o.Demo}
	if c := o.Config.Coach; c.On {
		screen.Coach = coach.New(coach.Options{Off: c.Off})
	}
	app := ui.New(screen)
	p := tea.NewProgram(app, tea.WithFPS(120), tea.WithoutSignalHandler())
	ended := make(chan struct{})
	go func() { // a closed terminal would kill the program, and ctrl+c at the wrong moment leave it unsaved
		select {
		case <-ctx.Done():
			p.Quit()
		case <-ended:
		}
	}()
	_, err := p.Run()
	close(ended)
	if errors.Is(err, tea.ErrInterrupted) {
		err = nil
	}
	if err != nil {
		err = fmt.Errorf("the screen ended early: %w", err)
	}
	if ferr := app.Flush(); ferr != nil {
		err = errors.Join(err, ferr)
	}
	return err
}
