package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bounceback/journal/coach"
	"bounceback/ui/config"
	"bounceback/ui/theme"
)

// What the rules are is told without the configuration: it may be the one that names a rule wrongly.

// ruleRow is a rule as programs see it. The names are a promise.
type ruleRow struct {
	Rule        string   `json:"rule"`
	Level       string   `json:"level"`
	Kinds       []string `json:"kinds"`
	Why         string   `json:"why"`
	Try         string   `json:"try"`
	More        string   `json:"more"`
	Source      string   `json:"source"`
	Finds       []string `json:"finds"`
	LeavesAlone []string `json:"leaves_alone"`
}

func ruleRowOf(r coach.Rule) ruleRow {
	return ruleRow{
		Rule: r.ID, Level: r.Level.String(), Kinds: kindsOf(r), Why: r.Why, Try: r.Try, More: r.More, Source: r.Source,
		Finds: append([]string{}, r.Finds...), LeavesAlone: append([]string{}, r.Leaves...),
	}
}

// kindsOf are the kinds of text that a rule looks at; none when it is for single answers in the guide.
func kindsOf(r coach.Rule) []string {
	names := []string{}
	for _, k := range coach.Kinds() {
		if slices.Contains(r.Fields, k.Field) {
			names = append(names, k.Name)
		}
	}
	return names
}

// rules names all rules, one a line.
func (p *program) rules(asJSON bool) error {
	var rows []ruleRow
	var lines [][]string
	for _, r := range coach.Rules() {
		rows = append(rows, ruleRowOf(r))
		lines = append(lines, []string{r.ID, r.Level.String(), r.Why})
	}
	if asJSON {
		return p.printJSON(rows)
	}
	p.columns(lines, p.theme(p.ascii(config.Default())))
	return nil
}

// explain tells what one rule is about.
func (p *program) explain(id string, asJSON bool) error {
	rule, ok := coach.RuleByID(id)
	if !ok {
		what := fmt.Sprintf("there is no rule %q", id)
		if near := nearRules(id); len(near) > 0 {
			what += "; did you mean " + strings.Join(near, ", ") + "?"
		}
		return fmt.Errorf("%s\nbounceback check --rules names them all", what)
	}
	if asJSON {
		return p.printJSON(ruleRowOf(rule))
	}
	t := p.theme(p.ascii(config.Default()))
	for _, line := range p.wrapped(explanation(rule), t) {
		p.print("%s\n", line)
	}
	return nil
}

func explanation(r coach.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n", r.ID, r.Why)
	if r.More != "" {
		fmt.Fprintf(&b, "%s\n", r.More)
	}
	if r.Try != "" {
		fmt.Fprintf(&b, "Try: %s\n", r.Try)
	}
	kinds := kindsOf(r)
	if len(kinds) == 0 {
		kinds = []string{"single answers in the guide"}
	}
	level := r.Level.String()
	if r.Level == coach.Problem {
		level += ", or hint where the words can be read in two ways"
	}
	fmt.Fprintf(&b, "\nLooks at: %s\nLevel: %s\n", strings.Join(kinds, ", "), level)
	if r.Source != "" {
		fmt.Fprintf(&b, "Source: %s\n", r.Source)
	}
	examples(&b, "Finds", r.Finds)
	examples(&b, "Leaves alone", r.Leaves)
	return strings.TrimRight(b.String(), "\n")
}

func examples(b *strings.Builder, head string, texts []string) {
	if len(texts) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s:\n", head)
	for _, text := range texts {
		fmt.Fprintf(b, "  %s\n", theme.Clean(text))
	}
}

// nearRules are the rules that may have been meant by a name: those that have it in them, or else the nearest.
func nearRules(id string) []string {
	const most, least = 5, 3 // rules; letters that say something
	var ids, near []string
	for _, r := range coach.Rules() {
		ids = append(ids, r.ID)
		if len(id) >= least && strings.Contains(r.ID, strings.ToLower(id)) && len(near) < most {
			near = append(near, r.ID)
		}
	}
	if one := config.Nearest(id, ids); len(near) == 0 && one != "" {
		near = []string{one}
	}
	return near
}

func completeRule(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, r := range coach.Rules() {
		out = append(out, cobra.CompletionWithDesc(r.ID, r.Why))
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
