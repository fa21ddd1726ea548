package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bounceback/journal/coach"
	"bounceback/ui/config"
)

const checkHelp = "Each remark is one line, in the form that compilers use, so that editors can jump to it: " +
	"file:line:column: level: what a reader may hear, what to try (rule). Columns count characters. What is missing stands at 1:1. " +
	"A problem is for words that hardly anybody could read kindly, a hint is a thought, praise is for what is good. " +
	"The exit code is 1 when there is a problem, so this sends only a letter that has none:\n\n" +
	"bounceback check apology letter.txt && mail -s Sorry dana <letter.txt\n\n" +
	"In vim, :make goes through the remarks after\n\n" +
	":set makeprg=bounceback\\ check\\ apology\\ %\n\n" +
	"As a git hook named commit-msg, this keeps blame out of the history:\n\n" +
	"git stripspace --strip-comments <\"$1\" | bounceback check analysis"

func (p *program) checkCommand() *cobra.Command {
	var explain string
	var rules, asJSON bool
	c := &cobra.Command{
		Use:   "check KIND [FILE|-]",
		Short: "Let the coach look at a text before others do",
		Long: "Let the coach look at a text before others do: an apology, ownership (what you did), an analysis, a factor, an action " +
			"or a lesson. The text comes from FILE, or from standard input. It is kept nowhere.\n\n" + checkHelp + "\n\n" +
			"The coach knows English, and is silent about texts in other languages. It leaves out the rules that your configuration " +
			"switches off; with coach.on = false it still answers here, because you asked.",
		Example: "bounceback check apology letter.txt\nbounceback check ownership -\nbounceback check apology --json letter.txt\n" +
			"bounceback check --rules\nbounceback check --explain mistakes-were-made",
		ValidArgsFunction: completeCheck,
		RunE: func(cmd *cobra.Command, args []string) error {
			explains := cmd.Flags().Changed("explain")
			switch {
			case explains && rules:
				return usageError{"--explain and --rules don't go together"}
			case (explains || rules) && len(args) > 0:
				return usageError{fmt.Sprintf("--explain and --rules look at no text, and there is %q", args[0])}
			case explains:
				return p.explain(explain, asJSON)
			case rules:
				return p.rules(asJSON)
			}
			kind, file, err := checkArgs(args)
			if err != nil {
				return err
			}
			return p.check(cmd.Context(), kind, file, asJSON)
		},
	}
	c.Flags().StringVar(&explain, "explain", "", "tell what this rule is about, with examples")
	c.Flags().BoolVar(&rules, "rules", false, "name all rules")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON, for programs")
	must(c.RegisterFlagCompletionFunc("explain", completeRule))
	return c
}

// checkArgs reads KIND and FILE. Without a file it is "".
func checkArgs(args []string) (kind coach.Kind, file string, err error) {
	kinds := coach.Kinds()
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.Name
	}
	all := strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
	if len(args) == 0 {
		return kind, "", usageError{"say what the text is: " + all}
	}
	i := slices.Index(names, args[0])
	switch {
	case i < 0:
		what := fmt.Sprintf("a text can't be %q, only %s", args[0], all)
		if near := config.Nearest(args[0], names); near != "" {
			what = fmt.Sprintf("a text can't be %q; did you mean %s?", args[0], near)
		}
		return kind, "", usageError{what}
	case len(args) > 2:
		return kind, "", usageError{fmt.Sprintf("one file is enough, and there are %d", len(args)-1)}
	case len(args) == 2 && args[1] == "":
		return kind, "", usageError{"the name of the file is empty; - reads what is piped in"}
	case len(args) == 2:
		file = args[1]
	}
	return kinds[i], file, nil
}

// check looks at a text. The journal has no part in it: the text may be anybody's.
func (p *program) check(ctx context.Context, kind coach.Kind, file string, asJSON bool) error {
	conf, err := p.Env.Settings(p.flags)
	if err != nil {
		return err
	}
	name, text, err := p.textToCheck(ctx, file)
	if err != nil {
		return err
	}
	c := newChecked(name, kind, text)
	c.report = coach.New(coach.Options{Off: conf.Coach.Off}).Check(kind.Field, c.body())
	c.report.Findings = coach.Few(c.report.Findings)
	return p.printChecked(c, asJSON)
}

// completeCheck completes the kind of text, and then leaves the shell to complete the file.
func completeCheck(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	switch len(args) {
	case 0:
		var out []string
		for _, k := range coach.Kinds() {
			out = append(out, cobra.CompletionWithDesc(k.Name, kindMeans(k.Field)))
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	case 1:
		return nil, cobra.ShellCompDirectiveDefault
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

func kindMeans(f coach.Field) string {
	switch f {
	case coach.Apology:
		return "words to somebody who was hurt"
	case coach.Account:
		return "what you did, and what was yours to decide"
	case coach.Analysis:
		return "how it came about, and what is put right"
	case coach.Factor:
		return "one thing that contributed"
	case coach.Action:
		return "one thing to do about it"
	case coach.Lesson:
		return "the moment, and what to do then"
	}
	return ""
}
