package cli

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bounceback/journal"
	"bounceback/journal/contacts"
	"bounceback/journal/desk"
	"bounceback/journal/desk/outbox"
	"bounceback/ui/config"
	"bounceback/ui/theme"
)

// mailLimit is how long a mail command may take behind the full screen.
const mailLimit = 2 * time.Minute

// outbox returns how documents leave the journal; screen says that the terminal is not the command's own.
func (p *program) outbox(d *desk.Desk, c config.Config, screen bool) *outbox.Outbox {
	o := outbox.Options{Desk: d, Command: splitWords(c.Mail.Command, p.GOOS != "windows"), Names: c.Journal.Slug, Detached: screen}
	if screen { // in a shell the person sees how long it takes, and may have a password to type
		o.Limit = mailLimit
	}
	return outbox.New(o)
}

// known reports a name that neither the mistake nor contacts.toml has: it is misspelled more often than new.
func known(e *journal.Entry, book contacts.Book, name string) error {
	names := e.Affected()
	if journal.Same(names, name) || len(book.Find(name).Addresses) > 0 {
		return nil
	}
	lower := make([]string, len(names))
	for i, n := range names {
		lower[i] = strings.ToLower(n)
	}
	if near := config.Nearest(strings.TrimSpace(name), lower); near != "" {
		near = names[slices.Index(lower, near)]
		return usageError{fmt.Sprintf("the mistake names nobody called %s; did you mean %s?", clean(name), quotedNames([]string{near}))}
	}
	if len(names) == 0 {
		return usageError{fmt.Sprintf("the mistake names nobody called %s, and contacts.toml has no such name; --address gives one", clean(name))}
	}
	return usageError{fmt.Sprintf("the mistake names nobody called %s, only %s", clean(name), quotedNames(names))}
}

// clean makes one line of a name safe to print.
func clean(name string) string { return theme.Clean(strings.TrimSpace(name)) }

// quotedNames lists names as they can be typed in a shell.
func quotedNames(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		if out[i] = clean(n); strings.ContainsAny(out[i], " '\"") {
			out[i] = fmt.Sprintf("%q", out[i])
		}
	}
	if last := len(out) - 1; last > 0 {
		return strings.Join(out[:last], ", ") + " or " + out[last]
	}
	return strings.Join(out, "")
}

// readers completes the name of somebody whom the mistake on the command line touched.
func (p *program) readers(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	d, _, err := p.desk()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	path, err := d.Resolve(cmd.Context(), args[0])
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	f, err := d.Open(path)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	for _, name := range f.Entry.Affected() {
		if n := clean(name); strings.HasPrefix(strings.ToLower(n), strings.ToLower(typed)) {
			out = append(out, n)
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}
