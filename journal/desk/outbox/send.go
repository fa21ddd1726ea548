package outbox

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"bounceback/journal/store"
)

// The rule of this file: what is private goes to the command's standard input, and never into its arguments or its environment,
// which others on this computer can list.

// NoCommandError says that no command is configured that sends mail.
type NoCommandError struct{}

func (*NoCommandError) Error() string {
	return "there is no command that sends mail; set one in the configuration, such as [mail] command = \"msmtp -t\""
}

// CommandError says that the command did not send the message, or that nobody knows whether it did. The journal is as it was.
type CommandError struct {
	Command string // as it is written in the configuration, more or less
	Reason  string // "exit status 75"
	Output  string // what it said, without control characters, its end when it is long; may be empty
	// Unsure says that the command was stopped in the middle: it may have sent the message.
	Unsure bool
	Err    error
}

func (e *CommandError) Error() string {
	s := e.Command + ": " + e.Reason
	if e.Output != "" {
		s += ": " + e.Output
	}
	return s
}

func (e *CommandError) Unwrap() error { return e.Err }

// Send gives the message to the command and notes that it was sent once that has succeeded: it has taken the whole message and
// ended with exit code 0. Errors after which nothing was sent: [*NoCommandError], [*NoAddressError], [*CommandError] and those of
// reading and writing the entry. An [*UnnotedError] says that it was sent and that the journal could not note it. While the command
// has it, and after an error that leaves open whether it was sent, the entry says that it is prepared. The file is that of the
// entry as it is noted, also beside an error, where something was noted.
func (o *Outbox) Send(ctx context.Context, path string, m Message) (store.File, error) {
	if !o.CanSend() {
		return store.File{}, &NoCommandError{}
	}
	if m.Own() || len(m.Reach.Addresses) == 0 {
		return store.File{}, &NoAddressError{m.To}
	}
	end, err := o.begin(path, m.Mailing)
	if err != nil {
		return store.File{}, err
	}
	defer end()
	if err := cmp.Or(o.ready(path, m.Mailing), o.stillOpen(path, m.Mailing)); err != nil {
		return store.File{}, err
	}
	data, err := o.Mail(m, false)
	if err != nil {
		return store.File{}, err
	}
	// First that it goes out: whatever ends this program in the middle, the next one asks whether it did.
	was, err := o.noted(path, m.Mailing)
	if err != nil {
		return store.File{}, err
	}
	f, err := o.note(path, m.entry, m.Mailing, markedPrepared(m.Mailing, viaEmail))
	if err != nil {
		return store.File{}, fmt.Errorf("it was not sent, because the journal could not note that it goes out: %w", err)
	}
	if err := o.pipe(ctx, data); err != nil {
		var failed *CommandError
		if errors.As(err, &failed) && failed.Unsure {
			return f, err
		}
		if back, berr := o.note(path, m.entry, m.Mailing, was); berr == nil {
			f = back
		}
		return f, err
	}
	f, err = o.note(path, m.entry, m.Mailing, markedSent(m.Mailing))
	if err != nil {
		err = &UnnotedError{To: m.To, Sent: true, Err: err}
	}
	return f, err
}

// begin keeps one mailing from being sent twice at once.
func (o *Outbox) begin(path string, m Mailing) (end func(), err error) {
	key := strings.Join([]string{path, string(m.What), strings.ToLower(strings.TrimSpace(m.To)), m.Words}, "\x00")
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.sending[key] {
		return nil, fmt.Errorf("it is being sent to %s already", m.To)
	}
	o.sending[key] = true
	return func() {
		o.mu.Lock()
		defer o.mu.Unlock()
		delete(o.sending, key)
	}, nil
}

// patience is how long the output of a command is waited for that has ended, or was told to.
const patience = 2 * time.Second

// pipe runs the command with data on its standard input.
func (o *Outbox) pipe(ctx context.Context, data []byte) error {
	command := o.opt.Command
	if o.opt.Limit > 0 {
		limited, cancel := context.WithTimeout(ctx, o.opt.Limit)
		defer cancel()
		ctx = limited
	}
	fail := func(reason, output string, err error) *CommandError {
		return &CommandError{Command: plain(strings.Join(command, " ")), Reason: reason, Output: output, Err: err}
	}
	// Both ends of the pipe are held here, so that what the command left unread can be counted.
	r, w, err := os.Pipe()
	if err != nil {
		return fail("it could not be started", "", err)
	}
	defer r.Close()
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	if o.opt.Detached {
		detach(cmd)
	}
	var said tail
	cmd.Stdin, cmd.Stdout, cmd.Stderr, cmd.WaitDelay = r, &said, &said, patience
	if err := cmd.Start(); err != nil {
		w.Close()
		return fail(notStarted(ctx, err), "", err)
	}
	written := make(chan error, 1)
	go func() {
		_, err := w.Write(data)
		written <- errors.Join(err, w.Close())
	}()
	err = cmd.Wait()
	if errors.Is(err, exec.ErrWaitDelay) { // it has ended well, and something that it started still holds its output
		err = nil
	}
	left, rerr := io.Copy(io.Discard, r)
	werr := <-written
	switch output := said.text(); {
	case errors.Is(ctx.Err(), context.DeadlineExceeded) && err != nil:
		e := fail(fmt.Sprintf("it took longer than %v and was stopped, so nobody knows whether the message was sent", o.opt.Limit), output, ctx.Err())
		e.Unsure = true
		return e
	case ctx.Err() != nil && err != nil:
		e := fail("it was stopped before it had finished, so nobody knows whether the message was sent", output, ctx.Err())
		e.Unsure = true
		return e
	case err != nil:
		return fail(plain(err.Error()), output, err)
	case left > 0 || rerr != nil || werr != nil:
		return fail("it ended well but did not read the whole message, so nothing counts as sent", output, errors.Join(rerr, werr))
	}
	return nil
}

func notStarted(ctx context.Context, err error) string {
	switch {
	case ctx.Err() != nil:
		return "it was stopped before it began"
	case errors.Is(err, exec.ErrNotFound), errors.Is(err, fs.ErrNotExist):
		return "there is no such command; [mail] in the configuration says what is started"
	case errors.Is(err, fs.ErrPermission):
		return "you are not allowed to start it; check its permissions"
	}
	return "it could not be started: " + plain(err.Error())
}

// maxSaid is how many bytes of what a command says are kept.
const maxSaid = 8 << 10

// tail keeps the end of what is written to it.
type tail struct {
	mu   sync.Mutex
	data []byte
	cut  bool
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.data = append(t.data, p...)
	if n := len(t.data) - maxSaid; n > 0 {
		t.data, t.cut = append(t.data[:0], t.data[n:]...), true
	}
	return len(p), nil
}

func (t *tail) text() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	s := plain(string(t.data))
	if t.cut {
		s = "… " + s
	}
	return s
}

// plain takes out of a text what does something to a terminal. Lines stay.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, strings.ReplaceAll(ansi.Strip(strings.ToValidUTF8(s, "\uFFFD")), "\t", " "))
	return strings.TrimSpace(s)
}
