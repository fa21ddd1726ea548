package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bounceback/journal"
	"bounceback/journal/desk/outbox"
	"bounceback/journal/report"
	"bounceback/journal/report/html"
	"bounceback/journal/store"
	"bounceback/ui/cli/quick"
)

const choicesHelp = "Names become Person A, Person B and so on where the mistake has pseudonyms = true below [report], and the parts are " +
	"left out that omit names there. You choose both in the full screen, or with: bounceback edit ID."

func (p *program) reportCommand() *cobra.Command {
	var o reportOptions
	c := &cobra.Command{
		Use:   "report ID",
		Short: "Write the report of a mistake, for those it touched",
		Long: "Write the report of a mistake, for those it touched: what happened, why, and what is done about it. What you felt, owned up " +
			"to or wrote for nobody else is never in it. It goes to standard output, and changes nothing.\n\n" +
			"With --to it is the copy of one reader, with your apology to them if one is written. With --mine it is your own, which " +
			"says who received it.\n\n" + choicesHelp,
		Example: "bounceback report k7h3\nbounceback report k7h3 --copy summary --format html -o report.html\nbounceback report k7h3 --to Dana\n" +
			"bounceback report k7h3 --mine",
		Args: oneID, ValidArgsFunction: p.ids,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.named = cmd.Flags().Changed("to")
			return p.report(cmd.Context(), args[0], o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.copy, "copy", "", "full or summary; without it as --to has it, or else full")
	f.StringVar(&o.format, "format", "md", "md or html")
	f.StringVar(&o.to, "to", "", "the copy for this reader")
	f.BoolVar(&o.mine, "mine", false, "your own copy, with who received it")
	f.StringVarP(&o.out, "out", "o", "", "write it into this new file")
	must(c.RegisterFlagCompletionFunc("copy", oneOf("full", "summary")))
	must(c.RegisterFlagCompletionFunc("format", oneOf("md", "html")))
	must(c.RegisterFlagCompletionFunc("to", p.readers))
	return c
}

type reportOptions struct {
	copy, format, to, out string
	named, mine           bool
}

func (o reportOptions) check() error {
	switch {
	case o.copy != "" && o.copy != string(report.Full) && o.copy != string(report.Summary):
		return usageError{fmt.Sprintf("--copy can't be %q, only full or summary", o.copy)}
	case o.format != "md" && o.format != "html":
		return usageError{fmt.Sprintf("--format can't be %q, only md or html", o.format)}
	case o.named && strings.TrimSpace(o.to) == "":
		return usageError{"--to is empty; say whose copy is meant"}
	case o.named && o.mine:
		return usageError{"--to and --mine don't go together: your own copy is for you alone"}
	}
	return nil
}

func (p *program) report(ctx context.Context, id string, o reportOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	out, f, err := p.forDocument(ctx, id)
	if err != nil {
		return err
	}
	book, err := out.Book()
	if err != nil {
		return err
	}
	r := report.Options{Copy: journal.CopyKind(o.copy), To: strings.TrimSpace(o.to), Mine: o.mine, Owner: book.Owner(), Groups: book.GroupNames()}
	if r.To != "" {
		if err := known(&f.Entry, book, r.To); err != nil {
			return err
		}
		if n := f.Entry.Notice(r.To); n != nil && r.Copy == "" {
			r.Copy = n.Copy
		}
	}
	doc := report.New(&f.Entry, r)
	if doc.Empty() {
		p.Env.Say("there is nothing to report yet\nwrite what happened first: bounceback edit %s, or open it in the full screen", id)
		return exit(quick.NeedsLook)
	}
	return p.document(out, &f.Entry, doc, "report", outbox.Format(o.format), o.out)
}

func (p *program) letterCommand() *cobra.Command {
	var to, format, out string
	c := &cobra.Command{
		Use:   "letter ID",
		Short: "Write the letter of an apology",
		Long: "Write the letter of an apology: the words that you wrote to one person, and nothing else. It goes to standard output, and " +
			"changes nothing.",
		Example: "bounceback letter k7h3 --to Dana\nbounceback letter k7h3 --to Dana --format text -o dana.txt",
		Args:    oneID, ValidArgsFunction: p.ids,
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "md" && format != "html" && format != "text" {
				return usageError{fmt.Sprintf("--format can't be %q, only md, html or text", format)}
			}
			return p.letter(cmd.Context(), args[0], to, outbox.Format(format), out)
		},
	}
	f := c.Flags()
	f.StringVar(&to, "to", "", "whom it is for; not needed when there is one apology")
	f.StringVar(&format, "format", "md", "md, html or text")
	f.StringVarP(&out, "out", "o", "", "write it into this new file")
	must(c.RegisterFlagCompletionFunc("to", p.readers))
	must(c.RegisterFlagCompletionFunc("format", oneOf("md", "html", "text")))
	return c
}

func (p *program) letter(ctx context.Context, id, to string, format outbox.Format, file string) error {
	out, f, err := p.forDocument(ctx, id)
	if err != nil {
		return err
	}
	a, err := whichApology(&f.Entry, id, to)
	if err != nil {
		return err
	}
	return p.document(out, &f.Entry, report.NewLetter(*a), "letter", format, file)
}

// whichApology finds the one to somebody, or the only one there is.
func whichApology(e *journal.Entry, id, to string) (*journal.Apology, error) {
	var names []string
	for _, a := range e.Apologies {
		if name := strings.TrimSpace(a.To); !journal.Same(names, name) {
			names = append(names, name)
		}
	}
	a := e.Apology(to, "")
	switch {
	case strings.TrimSpace(to) == "" && len(names) > 1:
		return nil, usageError{"say whom the letter is for: --to " + quotedNames(names)}
	case strings.TrimSpace(to) == "" && len(names) == 1:
		a = e.Apology(names[0], "")
	case a == nil && len(names) > 0:
		return nil, fmt.Errorf("there is no apology to %s, only to %s", clean(to), quotedNames(names))
	}
	if a == nil || strings.TrimSpace(a.Words) == "" {
		return nil, nothingWritten(a, id)
	}
	return a, nil
}

func nothingWritten(a *journal.Apology, id string) error {
	whom := ""
	if a != nil {
		whom = " to " + clean(a.To)
	}
	return fmt.Errorf("no apology%s is written yet\nwrite it in the full screen, in the step Apologize, or as words below [[apologies]]: bounceback edit %s", whom, id)
}

// forDocument opens a mistake that something is to be made of.
func (p *program) forDocument(ctx context.Context, id string) (*outbox.Outbox, store.File, error) {
	d, conf, err := p.desk()
	if err != nil {
		return nil, store.File{}, err
	}
	path, err := p.resolve(ctx, d, id)
	if err != nil {
		return nil, store.File{}, err
	}
	f, err := d.Open(path)
	if err != nil {
		return nil, store.File{}, brokenHint(err, id)
	}
	return p.outbox(d, conf, false), f, nil
}

// document prints a document, or writes it into a new file.
func (p *program) document(out *outbox.Outbox, e *journal.Entry, doc report.Document, what string, format outbox.Format, file string) error {
	text := ""
	switch format {
	case outbox.HTML:
		var err error
		if text, err = html.Page(doc); err != nil {
			return fmt.Errorf("making the page: %w", err)
		}
	case outbox.Text:
		text = doc.Text()
	default:
		text = doc.Markdown()
	}
	if file == "" || file == "-" {
		p.print("%s", text)
		return nil
	}
	name, err := out.Desk().WriteOutgoing(file, e.ID, what, "", format.Ext(), []byte(text))
	if err != nil {
		return errors.New(err.Error() + "\nname another file with -o")
	}
	p.print("%s\n", name)
	return nil
}
