package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"bounceback/journal"
	"bounceback/journal/desk"
	"bounceback/journal/query"
	"bounceback/journal/shelf"
	"bounceback/ui/cli/quick"
	"bounceback/ui/theme"
)

const queryHelp = "A query is words, which are found anywhere, and: tag:network person:dana severity:>=stumble step:fix is:open " +
	"is:overdue is:lesson after:2026-11 before:friday. A dash in front turns one around: -tag:work."

func (p *program) listCommand() *cobra.Command {
	var asJSON bool
	var sort string
	c := &cobra.Command{
		Use:               "list [QUERY…]",
		Short:             "Show your mistakes, newest first",
		Long:              "Show your mistakes: day, severity, the seam of the four steps, the next step, id, title.\n\n" + queryHelp,
		Example:           "bounceback list\nbounceback list is:open after:2026-01\nbounceback list --sort severity -tag:home\nbounceback list --json",
		ValidArgsFunction: cobra.NoFileCompletions,
		Annotations:       map[string]string{"query": "yes"},
		RunE: func(cmd *cobra.Command, words []string) error {
			return p.list(cmd.Context(), words, sort, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON, for programs")
	c.Flags().StringVar(&sort, "sort", "", "newest, oldest, severity or next")
	must(c.RegisterFlagCompletionFunc("sort", oneOf("newest", "oldest", "severity", "next")))
	return c
}

func (p *program) list(ctx context.Context, words []string, sort string, asJSON bool) error {
	d, conf, err := p.desk()
	if err != nil {
		return err
	}
	if sort == "" {
		sort = conf.Screen.Sort
	}
	order, ok := map[string]shelf.Order{"newest": shelf.Newest, "oldest": shelf.Oldest, "severity": shelf.ByPain, "next": shelf.ByNext}[sort]
	if !ok {
		return usageError{fmt.Sprintf("--sort can't be %q, only newest, oldest, severity or next", sort)}
	}
	all, match, code, err := p.read(ctx, d, words)
	if err != nil {
		return err
	}
	cards := all.View(order, match)
	code = p.hint(words, all, cards, code)
	if asJSON {
		err = p.printJSON(listed(cards))
	} else {
		p.table(all, cards, p.theme(p.ascii(conf)))
		if len(cards) == 0 {
			p.nothing(all, "nothing fits: "+strings.Join(words, " "))
		}
	}
	return ended(err, code)
}

// nothing explains an empty answer to a person.
func (p *program) nothing(all shelf.Shelf, otherwise string) {
	if all.Len() == 0 {
		otherwise = "No mistakes yet. The next one is kept with: bounceback capture what happened"
	}
	p.Env.Note(otherwise)
}

// hint tells what may have been meant by a query that nothing matches, and that a look is needed when there is something.
func (p *program) hint(words []string, all shelf.Shelf, found []*shelf.Card, code int) int {
	if all.Len() == 0 || len(found) > 0 {
		return code
	}
	for _, hint := range query.Parse(queryText(words)).Hints() {
		code = quick.NeedsLook
		p.Env.Say("%s", hint)
	}
	return code
}

// ended is the result of a command that has told about everything but err.
func ended(err error, code int) error {
	if err == nil && code != quick.Done {
		return exit(code)
	}
	return err
}

// read loads the journal and reads the query. What is broken, or not understood, is told, and code says so; match takes the
// cards that can be listed.
func (p *program) read(ctx context.Context, d *desk.Desk, words []string) (all shelf.Shelf, match func(*shelf.Card) bool, code int, err error) {
	q := query.Parse(queryText(words))
	for _, problem := range q.Problems() {
		code = quick.NeedsLook
		p.Env.Say("%s", problem)
	}
	if all, err = d.LoadAll(ctx); err != nil {
		return all, nil, code, err
	}
	broken := 0
	for i := range all.Len() {
		c := all.At(i)
		if c.Broken == "" {
			continue
		}
		broken++
		code = quick.NeedsLook
		p.Env.Say("%s: %s", place(c.Path, c.Line), theme.Clean(c.Broken))
	}
	if broken > 0 {
		p.Env.Say("bounceback doctor says what to do about it")
	}
	now := p.Env.Now()
	return all, func(c *shelf.Card) bool { return c.Broken == "" && q.Match(c, now) }, code, nil
}

// queryText puts the words of the shell together. One that has a space was quoted there, and is a phrase here.
func queryText(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		if strings.ContainsAny(w, " \t") && !strings.Contains(w, `"`) && len(words) > 1 {
			name, value, field := strings.Cut(w, ":")
			if field && !strings.ContainsAny(name, " \t") {
				w = name + `:"` + value + `"`
			} else {
				w = `"` + w + `"`
			}
		}
		out[i] = w
	}
	return strings.Join(out, " ")
}

func place(path string, line int) string {
	if line > 0 {
		return fmt.Sprintf("%s:%d", path, line)
	}
	return path
}

// row is a card as programs see it. The names are a promise.
type row struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Happened string   `json:"happened"`
	Captured string   `json:"captured"`
	Severity string   `json:"severity"`
	Tags     []string `json:"tags"`
	People   []string `json:"people"`
	Status   statuses `json:"status"`
	NextStep string   `json:"next_step"`
	Mended   bool     `json:"mended"`
	Path     string   `json:"path"`
}

// statuses are those of the four steps, in their order.
type statuses struct {
	Own       journal.Status `json:"own"`
	Fix       journal.Status `json:"fix"`
	Apologize journal.Status `json:"apologize"`
	Learn     journal.Status `json:"learn"`
}

func rowOf(c *shelf.Card) row {
	s := c.Statuses
	return row{
		ID: c.ID, Title: c.Title, Happened: c.Happened.String(), Captured: c.Captured.String(), Severity: string(c.Severity),
		Tags: append([]string{}, c.Tags...), People: append([]string{}, c.People...), Status: statuses{s[0], s[1], s[2], s[3]},
		NextStep: string(c.NextStep), Mended: c.Mended, Path: c.Path,
	}
}

func listed(cards []*shelf.Card) []row {
	out := make([]row, len(cards))
	for i, c := range cards {
		out[i] = rowOf(c)
	}
	return out
}

// printJSON prints a result for programs. What a terminal would obey, or what would turn the direction of reading, is written
// as an escape, which is the same to a program.
func (p *program) printJSON(v any) error {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	p.print("%s", harmless(b.String()))
	return nil
}

func harmless(json string) string {
	commands := func(r rune) bool { return r >= 0x7f && r < 0xa0 || unicode.Is(unicode.Bidi_Control, r) }
	if !strings.ContainsFunc(json, commands) {
		return json
	}
	var b strings.Builder
	for _, r := range json {
		if commands(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
