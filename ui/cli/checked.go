package cli

import (
	"fmt"
	"strings"

	"bounceback/journal/coach"
	"bounceback/ui/cli/quick"
	"bounceback/ui/theme"
)

// checked is a text with what the coach has to say about it.
type checked struct {
	file   string // as it was named
	kind   coach.Kind
	text   string       // as it is in the file
	mark   int          // bytes of the byte order mark, which the coach doesn't see
	report coach.Report // on the body
}

func newChecked(file string, kind coach.Kind, text string) checked {
	return checked{file: file, kind: kind, text: text, mark: markOf(text)}
}

// body is what the coach looks at.
func (c *checked) body() string { return c.text[c.mark:] }

// printChecked prints the remarks. The result says whether there is a problem among them.
func (p *program) printChecked(c checked, asJSON bool) error {
	if asJSON {
		if err := p.printJSON(c.row()); err != nil {
			return err
		}
	} else {
		p.print("%s", c.lines())
	}
	switch name := theme.Clean(c.file); {
	case strings.TrimSpace(c.body()) == "":
		p.Env.Say("%s: there are no words in it", name)
	case c.report.Language == "":
		p.Env.Say("%s: the coach knows English only, so it said nothing", name)
	case len(c.report.Findings) == 0:
		p.Env.Note("The coach has nothing to say about it.")
	}
	if worst, ok := c.report.Worst(); ok && worst == coach.Problem {
		return exit(quick.NeedsLook)
	}
	return nil
}

// lines are the findings as compilers write theirs: file:line:column: level: message.
func (c *checked) lines() string {
	var b strings.Builder
	r, name := newRuler(c.text, c.mark), theme.Clean(c.file)
	for _, f := range c.report.Findings {
		s := c.span(r, f.Span)
		message := strings.TrimSpace(f.Why + " " + f.Try)
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s (%s)\n", name, s.Line, s.Column, f.Level, theme.Clean(message), f.Rule)
	}
	return b.String()
}

// checkRow is a checked text as programs see it. The names are a promise.
type checkRow struct {
	File       string         `json:"file"`
	Kind       string         `json:"kind"`
	Language   string         `json:"language"`
	Findings   []findingRow   `json:"findings"`
	Components []componentRow `json:"components,omitzero"` // of an apology
}

type findingRow struct {
	Rule    string `json:"rule"`
	Level   string `json:"level"`
	Why     string `json:"why"`
	Try     string `json:"try"`
	Source  string `json:"source"`
	Missing bool   `json:"missing"`
	spanRow
}

type componentRow struct {
	Name    string    `json:"name"`
	Means   string    `json:"means"`
	Example string    `json:"example"`
	Present bool      `json:"present"`
	Spans   []spanRow `json:"spans"`
}

// spanRow is a part of the text.
type spanRow struct {
	Line   int      `json:"line"`
	Column int      `json:"column"`
	Start  placeRow `json:"start"`
	End    placeRow `json:"end"`
	Text   string   `json:"text"`
}

// placeRow is a place between two characters.
type placeRow struct {
	Byte int `json:"byte"`
	Char int `json:"char"`
}

func (c *checked) row() checkRow {
	r := newRuler(c.text, c.mark)
	row := checkRow{File: c.file, Kind: c.kind.Name, Language: c.report.Language, Findings: []findingRow{}}
	for _, f := range c.report.Findings {
		row.Findings = append(row.Findings, findingRow{f.Rule, f.Level.String(), f.Why, f.Try, f.Source, missing(f.Span), c.span(r, f.Span)})
	}
	if c.kind.Field == coach.Apology {
		row.Components = []componentRow{}
	}
	for _, part := range c.report.Components {
		spans := []spanRow{}
		for _, s := range part.Spans {
			spans = append(spans, c.span(r, s))
		}
		row.Components = append(row.Components, componentRow{part.Name, part.Means, part.Example, len(spans) > 0, spans})
	}
	return row
}

// missing reports whether a finding is about what isn't in the text.
func missing(s coach.Span) bool { return s.End == 0 }

// span tells where a part of the body is in the file.
func (c *checked) span(r *ruler, s coach.Span) spanRow {
	if missing(s) {
		return spanRow{Line: 1, Column: 1}
	}
	from, to := s.Start+c.mark, s.End+c.mark
	line, column := r.place(from)
	return spanRow{line, column, placeRow{from, r.char(from)}, placeRow{to, r.char(to)}, c.text[from:to]}
}
