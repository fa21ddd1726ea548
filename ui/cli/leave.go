package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bounceback/journal/contacts"
	"bounceback/journal/desk/outbox"
	"bounceback/ui/cli/quick"
)

// The rule of this file: a line on standard output says what has happened, after it has.

// show prints what would leave.
func (s *sending) show(m outbox.Message) error {
	data := []byte(m.Markdown)
	if s.via != viaClipboard {
		var err error
		if data, err = s.out.Mail(m, s.via == viaEml); err != nil {
			return err
		}
	}
	s.Env.Say("for %s, via %s, nothing is sent:", clean(m.To), s.via)
	s.print("%s", data)
	return nil
}

// leave lets the message go the way that was chosen.
func (s *sending) leave(ctx context.Context, m outbox.Message) error {
	path := s.file.Path
	switch s.via {
	case viaCommand:
		if _, err := s.out.Send(ctx, path, m); err != nil {
			return err
		}
		s.print("sent  %s  %s\n", clean(m.To), where(m.Reach))
		if m.From == "" {
			s.Env.Note(`contacts.toml names no sender; a first line there does, like from = "You <you@example.com>"`)
		}
	case viaEml:
		name, _, err := s.out.Draft(path, m, s.sendOptions.out)
		if name != "" {
			s.print("prepared  %s  %s\n", clean(m.To), name)
		}
		if err != nil {
			return err
		}
		s.unaddressed(m)
	case viaStdout:
		data, err := s.out.Mail(m, false)
		if err != nil {
			return err
		}
		s.print("%s", data)
		if s.unwritten != nil {
			return nil // told by Run
		}
		if _, err := s.out.Prepared(path, m.Mailing, "standard output"); err != nil {
			return &outbox.UnnotedError{To: m.To, Err: err}
		}
		s.unaddressed(m)
		s.Env.Note("Noted as prepared for " + clean(m.To) + ".")
	case viaClipboard:
		if err := s.clip(m.Text); err != nil {
			return err
		}
		if _, err := s.out.Prepared(path, m.Mailing, viaClipboard); err != nil {
			return &outbox.UnnotedError{To: m.To, Err: err}
		}
		s.Env.Say("your terminal was asked to put it into the clipboard; paste it to see whether it did")
	}
	return nil
}

// unaddressed tells of a mail that has no address in it yet.
func (s *sending) unaddressed(m outbox.Message) {
	if len(m.Reach.Addresses) == 0 {
		s.problem(quick.NeedsLook, "nobody knows the address of %s, so the mail has none yet; --address gives it once", clean(m.To))
	}
}

func where(r contacts.Reach) string {
	if r.Group {
		return fmt.Sprintf("%d addresses", len(r.Addresses))
	}
	return strings.Join(r.Addresses, ", ")
}

// clip asks the terminal to put a text into the clipboard: the one that standard output is, or else the one the command was
// started from.
func (s *sending) clip(text string) error {
	sequence := ansi.SetSystemClipboard(text)
	if s.Env.OutTTY {
		s.print("%s", sequence)
		return s.unwritten
	}
	if s.Terminal == nil {
		return errNoTerminal
	}
	t, err := s.Terminal()
	if err != nil {
		return errNoTerminal
	}
	defer t.Close()
	if _, err := t.Write([]byte(sequence)); err != nil {
		return fmt.Errorf("writing to the terminal: %w", err)
	}
	return nil
}

var errNoTerminal = errors.New("the clipboard belongs to a terminal, and there is none here; --via stdout prints the mail")
