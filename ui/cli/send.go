package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bounceback/journal"
	"bounceback/journal/contacts"
	"bounceback/journal/desk/outbox"
	"bounceback/journal/store"
	"bounceback/ui/cli/quick"
)

// The ways in which a message leaves.
const (
	viaCommand   = "command"
	viaEml       = "eml"
	viaStdout    = "stdout"
	viaClipboard = "clipboard"
)

func (p *program) sendCommand() *cobra.Command {
	var o sendOptions
	c := &cobra.Command{
		Use:   "send ID",
		Short: "Send the report of a mistake, or an apology, or make it ready",
		Long: "Send the report of a mistake, or with --what apology the letters that you wrote, each person a mail of their own. Without " +
			"--to everybody who has not received theirs gets it.\n\n" +
			"--via command gives each mail to the command that stands in your configuration, below [mail]; when that has ended well, the " +
			"mistake says that it was sent. --via eml writes drafts, which your mail program opens; --via stdout prints the mail, for a " +
			"command behind it; --via clipboard copies the text. These three are noted as prepared, not as sent. Without " +
			"--via it is the command if there is one, and drafts otherwise.\n\n" +
			"Addresses, groups and the sender stand in contacts.toml in the folder of your journal; --address adds one. The members of a " +
			"group don't see one another. --dry-run shows the exact bytes, and changes nothing.\n\n" + choicesHelp,
		Example: "bounceback send k7h3 --dry-run\nbounceback send k7h3\nbounceback send k7h3 --to Dana --what apology\n" +
			"bounceback send k7h3 --to Kim --address kim@example.com --via eml\nbounceback send k7h3 --to Dana --via clipboard",
		Args: oneID, ValidArgsFunction: p.ids,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.id = args[0]
			return p.send(cmd.Context(), o)
		},
	}
	f := c.Flags()
	f.StringArrayVar(&o.to, "to", nil, "only to this person or group; may stand several times")
	f.StringVar(&o.what, "what", "report", "report or apology")
	f.StringVar(&o.via, "via", "", "command, eml, stdout or clipboard")
	f.StringVar(&o.address, "address", "", "the address of the one whom --to names; it is kept in contacts.toml")
	f.StringVar(&o.subject, "subject", "", "another subject")
	f.StringVarP(&o.out, "out", "o", "", "the folder for drafts, or the name of one")
	f.BoolVar(&o.dry, "dry-run", false, "show what would be sent, and change nothing")
	f.BoolVar(&o.again, "again", false, "also to those named by --to who received it, or need not")
	must(c.RegisterFlagCompletionFunc("to", p.readers))
	must(c.RegisterFlagCompletionFunc("what", oneOf("report", "apology")))
	must(c.RegisterFlagCompletionFunc("via", oneOf(viaCommand, viaEml, viaStdout, viaClipboard)))
	return c
}

type sendOptions struct {
	id                               string
	to                               []string
	what, via, address, subject, out string
	dry, again                       bool
}

func (o sendOptions) check() error {
	var names []string
	for _, n := range o.to {
		if strings.TrimSpace(n) == "" {
			return usageError{"--to is empty; say whom it is for"}
		}
		names = append(names, n)
	}
	switch o.via {
	case "", viaCommand, viaEml, viaStdout, viaClipboard:
	default:
		return usageError{fmt.Sprintf("--via can't be %q, only command, eml, stdout or clipboard", o.via)}
	}
	switch {
	case o.what != string(outbox.Report) && o.what != string(outbox.Apology):
		return usageError{fmt.Sprintf("--what can't be %q, only report or apology", o.what)}
	case o.address != "" && len(names) != 1:
		return usageError{"--address goes with one --to: say whose address it is"}
	case o.again && len(names) == 0:
		return usageError{"--again goes with --to: say who gets it once more"}
	case o.out != "" && o.via != viaEml:
		return usageError{"-o is the folder for drafts, and goes with --via eml"}
	}
	return nil
}

// sending is one call of send.
type sending struct {
	*program
	sendOptions
	out  *outbox.Outbox
	file store.File
	code int
}

func (p *program) send(ctx context.Context, o sendOptions) error {
	if o.via == "" && o.out != "" {
		o.via = viaEml
	}
	if err := o.check(); err != nil {
		return err
	}
	out, f, err := p.forDocument(ctx, o.id)
	if err != nil {
		return err
	}
	if o.via == "" {
		o.via = viaEml
		if out.CanSend() {
			o.via = viaCommand
		}
	}
	s := &sending{program: p, sendOptions: o, out: out, file: f}
	if o.via == viaCommand && !out.CanSend() {
		return &outbox.NoCommandError{}
	}
	list, err := s.mailings()
	if err != nil {
		return err
	}
	switch {
	case len(list) == 0 && s.code == quick.Done:
		s.problem(quick.NeedsLook, "%s", s.nobodyLeft())
	case len(list) > 1 && (o.via == viaStdout || o.via == viaClipboard):
		return usageError{fmt.Sprintf("--via %s is for one person, and there are %d; say which with --to", o.via, len(list))}
	}
	for _, m := range list {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		s.one(ctx, m)
	}
	return ended(nil, s.code)
}

// problem tells what is wrong with one mailing and goes on; the worst one decides the exit code.
func (s *sending) problem(code int, format string, args ...any) {
	s.code = max(s.code, code)
	s.Env.Say(format, args...)
}

func (s *sending) nobodyLeft() string {
	switch {
	case s.what == string(outbox.Apology) && len(s.file.Entry.Apologies) == 0:
		return nothingWritten(nil, s.id).Error()
	case s.what == string(outbox.Apology):
		return "no letter is written that was not said yet"
	case len(s.file.Entry.Affected()) == 0:
		return "the mistake names nobody who must hear of it; --to says who"
	}
	if e := &s.file.Entry; len(e.Ledger) == 0 {
		return "nobody is among those who must hear of it yet; --to says who"
	}
	return "everybody has received it, or need not"
}

// mailings finds what is to be sent. Names that get nothing are told.
func (s *sending) mailings() ([]outbox.Mailing, error) {
	e := &s.file.Entry
	var list []outbox.Mailing
	for _, m := range outbox.Mailings(e) {
		if string(m.What) == s.what {
			list = append(list, m)
		}
	}
	if len(s.to) == 0 {
		var open []outbox.Mailing
		for _, m := range list {
			if !m.Out(e) && !outbox.Exempt(e, m.To) && s.waits(m) {
				open = append(open, m)
			}
		}
		return open, nil
	}
	if err := s.learn(); err != nil {
		return nil, err
	}
	book, err := s.out.Book()
	if err != nil {
		return nil, err
	}
	var out []outbox.Mailing
	var done []string
	for _, to := range s.to {
		if to = strings.TrimSpace(to); journal.Same(done, to) {
			continue
		}
		done = append(done, to)
		if s.address == "" {
			if err := known(e, book, to); err != nil {
				return nil, err
			}
		}
		out = append(out, s.mailingsTo(to, list)...)
	}
	return out, nil
}

// waits reports whether somebody who was not named on the command line gets what they have not received: whoever is only named
// in the mistake was never chosen, and what was made ready before may be out.
func (s *sending) waits(m outbox.Mailing) bool {
	e := &s.file.Entry
	switch {
	case m.What == outbox.Report && e.Notice(m.To) == nil:
		s.Env.Say("%s is named in the mistake, but not among those who must hear of it; --to sends it to them", clean(m.To))
		return false
	case outbox.Unconfirmed(e, m):
		s.problem(quick.NeedsLook, "%s: it was made ready before, and nobody noted whether it went out\n--to %s --again sends it", clean(m.To), quotedNames([]string{m.To}))
		return false
	}
	return true
}

// mailingsTo finds what one person gets.
func (s *sending) mailingsTo(to string, list []outbox.Mailing) []outbox.Mailing {
	e := &s.file.Entry
	if outbox.Exempt(e, to) && !s.again {
		s.problem(quick.NeedsLook, "%s need not hear of it: %s\n--again sends it all the same", clean(to), clean(e.Notice(to).Exempt))
		return nil
	}
	var all, open []outbox.Mailing
	for _, m := range list {
		if journal.SameName(m.To, to) {
			all = append(all, m)
			if !m.Out(e) {
				open = append(open, m)
			}
		}
	}
	if len(all) == 0 && s.what == string(outbox.Report) {
		m := outbox.Mailing{What: outbox.Report, To: to} // somebody new, or exempt until now
		all = append(all, m)
		if !m.Out(e) {
			open = all
		}
	}
	switch {
	case len(all) == 0:
		a := e.Apology(to, "")
		if a == nil {
			a = &journal.Apology{To: to}
		}
		s.problem(quick.NeedsLook, "%v", nothingWritten(a, s.id))
	case len(open) > 0 && s.via == viaCommand && !s.again && outbox.Unconfirmed(e, open[0]):
		s.problem(quick.NeedsLook, "%s: it was made ready before, and nobody noted whether it went out\n--again sends it", clean(to))
		return nil
	case len(open) > 0:
		return open
	case s.again:
		return all
	default:
		s.problem(quick.NeedsLook, "%s has received it\n--again sends it once more", clean(to))
	}
	return nil
}

// learn keeps the address in contacts.toml.
func (s *sending) learn() error {
	if s.address == "" {
		return nil
	}
	s.address = strings.TrimSpace(s.address)
	if name, address, wrong := contacts.Sender(s.address); name != "" && wrong == "" { // as mail programs copy it
		s.address = address
	}
	c := contacts.Contact{Name: strings.TrimSpace(s.to[0]), Address: s.address}
	book, err := s.out.Book()
	if err != nil {
		return err
	}
	if book.Find(c.Name).Group {
		return fmt.Errorf("%s is a group in contacts.toml; --address is for one person", clean(c.Name))
	}
	if s.dry {
		_, err := contacts.Add("", c)
		return err
	}
	return s.out.Learn(c)
}

// one sends one message, and tells what became of it.
func (s *sending) one(ctx context.Context, m outbox.Mailing) {
	msg, err := s.message(m)
	var nobody *outbox.NoAddressError
	switch {
	case errors.As(err, &nobody):
		s.problem(quick.NeedsLook, "nobody knows the address of %s\ngive it once: bounceback send %s --to %s --address …", clean(m.To), s.id, quotedNames([]string{m.To}))
		return
	case err != nil:
		s.problem(quick.Failed, "%s: %v", clean(m.To), err)
		return
	case m.What == outbox.Report && msg.Document.Empty():
		s.problem(quick.NeedsLook, "there is nothing to report yet\nwrite what happened first: bounceback edit %s, or open it in the full screen", s.id)
		return
	}
	if s.dry {
		err = s.show(msg)
	} else {
		err = s.leave(ctx, msg)
	}
	if err != nil {
		s.problem(quick.Failed, "%s: %v", clean(m.To), err)
	}
}

// message makes a mailing ready, as it was chosen on the command line.
func (s *sending) message(m outbox.Mailing) (outbox.Message, error) {
	m.Again = s.again
	msg, err := s.out.Message(&s.file.Entry, m)
	if err != nil {
		return msg, err
	}
	if strings.TrimSpace(s.subject) != "" {
		msg.Subject = s.subject
	}
	if s.address != "" {
		msg.Reach = contacts.Reach{Addresses: []string{s.address}}
	}
	if s.via == viaCommand && len(msg.Reach.Addresses) == 0 {
		return msg, &outbox.NoAddressError{Name: m.To}
	}
	return msg, nil
}
