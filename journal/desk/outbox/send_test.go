package outbox

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bounceback/journal/store"
)

// helper is the variable that makes this test binary act as a mail command.
const helper = "OUTBOX_TEST_MAILER"

func TestMain(m *testing.M) {
	if how := os.Getenv(helper); how != "" {
		os.Exit(mailer(how, os.Args[1:]))
	}
	os.Exit(m.Run())
}

// mailer is a mail command that behaves in some way.
func mailer(how string, args []string) int {
	switch how {
	case "take":
		data, err := io.ReadAll(os.Stdin)
		if err != nil || os.WriteFile(args[0], data, 0o600) != nil {
			return 1
		}
		return 0
	case "refuse":
		io.Copy(io.Discard, os.Stdin)
		os.Stderr.WriteString("\x1b[31mhost not found\x1b[0m\a\n")
		return 75
	case "talk":
		io.Copy(io.Discard, os.Stdin)
		os.Stderr.WriteString(strings.Repeat("all lines are busy\n", 10000) + "the end\n")
		return 1
	case "ignore":
		return 0
	case "half":
		io.ReadFull(os.Stdin, make([]byte, 100))
		return 0
	case "hang":
		time.Sleep(time.Minute)
	}
	return 3
}

func (r *room) mailer(t *testing.T, how string, args ...string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(helper, how)
	r.opt.Command = append([]string{self}, args...)
}

var toDana = Mailing{What: Report, To: "Dana"}

func (r *room) text(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(r.dir, filepath.FromSlash(entryPath)))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// What the command gets are the bytes that were shown, and then the journal knows.
func TestSend(t *testing.T) {
	r := newRoom(t, nil)
	got := filepath.Join(t.TempDir(), "got.eml")
	r.mailer(t, "take", got)
	for _, m := range []Mailing{toDana, {What: Report, To: "on call"}, {What: Apology, To: "Dana"}} {
		msg := r.message(t, m)
		msg.Text = strings.Repeat("A long text. ", 20000) // more than a pipe holds
		want, err := r.Mail(msg, false)
		if err != nil {
			t.Fatal(err)
		}
		f, err := r.Send(t.Context(), entryPath, msg)
		if err != nil {
			t.Fatal(err)
		}
		if data, err := os.ReadFile(got); err != nil || !bytes.Equal(data, want) {
			t.Errorf("%s to %s: the command got %d bytes, shown were %d, %v", m.What, m.To, len(data), len(want), err)
		}
		if !m.Out(&f.Entry) || !m.Out(r.entry(t)) {
			t.Errorf("%s to %s: the journal does not know", m.What, m.To)
		}
	}
	e := r.entry(t)
	if n := e.Notice("Dana"); n.Via != "email" || n.Sent.String() != "2026-11-24T10:00:00+01:00" {
		t.Errorf("noted %+v", n)
	}
	if a := e.Apologies[0]; a.Via != "email" || a.Said.String() != "2026-11-24T10:00:00+01:00" {
		t.Errorf("noted %+v", a)
	}
}

// Whatever goes wrong, the journal stays as it is, and the error says what the command said.
func TestSendFails(t *testing.T) {
	for _, c := range []struct{ how, want string }{
		{"refuse", ": exit status 75: host not found"},
		{"talk", "the end"},
		{"ignore", "did not read the whole message"},
		{"half", "did not read the whole message"},
	} {
		r := newRoom(t, nil)
		r.mailer(t, c.how)
		m := r.message(t, toDana)
		for _, size := range []int{1, 1 << 20} {
			m.Text = strings.Repeat("x", size)
			_, err := r.Send(t.Context(), entryPath, m)
			var failed *CommandError
			if !errors.As(err, &failed) || failed.Unsure || !strings.HasSuffix(strings.Replace(err.Error(), ", so nothing counts as sent", "", 1), c.want) {
				t.Errorf("%s, %d bytes: %v", c.how, size, err)
			}
			if len(err.Error()) > maxSaid+500 || strings.ContainsAny(err.Error(), "\x1b\a") {
				t.Errorf("%s: %d bytes said: %.200q", c.how, len(err.Error()), err)
			}
			if r.text(t) != entryText {
				t.Errorf("%s: the journal was changed:\n%s", c.how, r.text(t))
			}
		}
	}
}

func TestSendNotStarted(t *testing.T) {
	r := newRoom(t, nil)
	noRight := filepath.Join(t.TempDir(), "mailer")
	if err := os.WriteFile(noRight, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	m := r.message(t, toDana)
	for _, c := range []struct {
		command []string
		want    string
	}{
		{nil, "there is no command that sends mail"},
		{[]string{"no-such-mailer-anywhere", "-t"}, "no-such-mailer-anywhere -t: there is no such command"},
		{[]string{filepath.Join(r.dir, "nowhere")}, "there is no such command"},
		{[]string{noRight}, "mailer: "},
	} {
		r.opt.Command = c.command
		if _, err := r.Send(t.Context(), entryPath, m); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v", c.command, err)
		}
	}
	r.mailer(t, "take", filepath.Join(t.TempDir(), "x"))
	var nobody *NoAddressError
	if _, err := r.Send(t.Context(), entryPath, r.message(t, Mailing{What: Report, To: "Kim"})); !errors.As(err, &nobody) || nobody.Name != "Kim" {
		t.Errorf("no address: %v", err)
	}
	if r.text(t) != entryText {
		t.Errorf("the journal was changed:\n%s", r.text(t))
	}
}

func TestSendStopped(t *testing.T) {
	r := newRoom(t, nil)
	r.mailer(t, "hang")
	m := r.message(t, toDana)
	m.Text = strings.Repeat("x", 1<<20)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() {
		_, err := r.Send(ctx, entryPath, m)
		done <- err
	}()
	for again := false; !again; time.Sleep(time.Millisecond) {
		end, err := r.begin(entryPath, Mailing{What: Report, To: " dana "})
		if again = err != nil; !again {
			end()
		}
	}
	if _, err := r.Send(t.Context(), entryPath, m); err == nil || !strings.Contains(err.Error(), "already") {
		t.Errorf("sent twice at once: %v", err)
	}
	time.Sleep(50 * time.Millisecond) // so that it has mostly begun; both ways must end well
	cancel()
	var failed *CommandError
	if err := <-done; !errors.As(err, &failed) || !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if e := r.entry(t); !failed.Unsure && r.text(t) != entryText || failed.Unsure && e.Ledger[0].Prepared.IsZero() || !e.Ledger[0].Sent.IsZero() {
		t.Errorf("unsure is %v, and the ledger says %+v", failed.Unsure, e.Ledger[0])
	}
	if end, err := r.begin(entryPath, toDana); err != nil {
		t.Errorf("it can't be sent again: %v", err)
	} else {
		end()
	}
}

// What could not be noted afterwards is not sent at all.
func TestSendLocked(t *testing.T) {
	r := newRoom(t, nil)
	got := filepath.Join(t.TempDir(), "got.eml")
	r.mailer(t, "take", got)
	m, letter := r.message(t, toDana), r.message(t, Mailing{What: Apology, To: "Dana"})
	r.put(t, entryPath, strings.Replace(entryText, "schema = 1", "schema = 99", 1))
	var locked *store.LockedError
	if _, err := r.Send(t.Context(), entryPath, m); !errors.As(err, &locked) {
		t.Errorf("read-only: %v", err)
	}
	r.put(t, entryPath, strings.Split(entryText, "[[apologies]]")[0])
	var none *NoWordsError
	if _, err := r.Send(t.Context(), entryPath, letter); !errors.As(err, &none) {
		t.Errorf("an apology that is gone: %v", err)
	}
	if err := os.Remove(filepath.Join(r.dir, filepath.FromSlash(entryPath))); err != nil {
		t.Fatal(err)
	}
	var gone *store.GoneError
	if _, err := r.Send(t.Context(), entryPath, m); !errors.As(err, &gone) {
		t.Errorf("a file that is gone: %v", err)
	}
	if _, err := os.Stat(got); err == nil {
		t.Error("it was sent all the same")
	}
}
