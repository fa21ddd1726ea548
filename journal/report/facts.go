package report

import (
	"slices"
	"strings"

	"bounceback/journal"
	"bounceback/journal/clean"
	"bounceback/journal/when"
)

// Facts is all of an entry that a document can hold. Its texts are clean: nothing in them steers a terminal or a reader.
type Facts struct {
	Title    string
	Happened when.Moment
	Authors  []string
	Status   journal.ReportStatus
	What     string
	Analysis Analysis
	Repair   Repair
	Takeaway string
}

// Analysis is the root cause analysis without the answers to help questions, which are for thinking.
type Analysis struct {
	Summary, Impact, Detection, Surprise, Well, Badly, Lucky, NotDoing, Questions string

	Attendees   []string
	Facilitator string
	Events      []journal.Event
	Factors     []journal.Factor
}

// Repair is what was put right, and what is done so that it can't come back.
type Repair struct {
	Contained, Repaired, UnrepairableBecause string

	Repairable      journal.Repairable
	Detected, Fixed when.Moment
	Took            journal.Durations
	Actions         []journal.Action
}

// factsOf copies what may leave of e, but for what its person leaves out.
func factsOf(e *journal.Entry) Facts {
	f := everything(e)
	for _, p := range parts() {
		if Omits(e.Report.Omit, p.Key) {
			p.drop(&f)
		}
	}
	f.Repair.Took = took(f.Happened, f.Repair.Detected, f.Repair.Fixed)
	return f
}

// everything copies what may leave of e.
func everything(e *journal.Entry) Facts {
	f := Facts{
		Title: e.Title, Happened: e.Happened, Authors: names(e.Report.Authors), Status: e.Report.Status, What: e.What,
		Analysis: Analysis{
			Summary: e.RCA.Summary, Impact: e.RCA.Impact, Detection: e.RCA.Detection, Surprise: e.RCA.Surprise,
			Well: e.RCA.Well, Badly: e.RCA.Badly, Lucky: e.RCA.Lucky, NotDoing: e.RCA.NotDoing, Questions: e.RCA.Questions,
			Attendees: names(e.RCA.Attendees), Facilitator: e.RCA.Facilitator,
			Events: e.Timeline(), Factors: slices.Clone(e.RCA.Factors),
		},
		Repair: Repair{
			Contained: e.Fix.Contained, Repaired: e.Fix.Repaired, UnrepairableBecause: e.Fix.UnrepairableBecause,
			Repairable: e.Fix.Repairable, Detected: e.Fix.Detected, Fixed: e.Fix.Fixed, Actions: slices.Clone(e.Fix.Actions),
		},
		Takeaway: e.Learn.Takeaway,
	}
	f.rewriteLines(clean.Line)
	f.rewriteProse(text)
	return f
}

// rewrite puts every text through fn.
func (f *Facts) rewrite(fn func(string) string) {
	f.rewriteLines(fn)
	f.rewriteProse(fn)
}

// rewriteProse puts the texts of several lines through fn.
func (f *Facts) rewriteProse(fn func(string) string) {
	a, r := &f.Analysis, &f.Repair
	for _, s := range []*string{
		&f.What, &a.Summary, &a.Impact, &a.Detection, &a.Surprise, &a.Well, &a.Badly, &a.Lucky, &a.NotDoing, &a.Questions,
		&r.Contained, &r.Repaired, &r.UnrepairableBecause, &f.Takeaway,
	} {
		*s = fn(*s)
	}
}

// rewriteLines puts the texts of one line through fn. The words with a fixed meaning are among them: a person may have written
// another one into the file.
func (f *Facts) rewriteLines(fn func(string) string) {
	a, r := &f.Analysis, &f.Repair
	rewrite(&f.Title, fn)
	reword(&f.Status, journal.ReportStatuses(), fn)
	rewrite(&a.Facilitator, fn)
	reword(&r.Repairable, journal.Repairables(), fn)
	for i := range f.Authors {
		rewrite(&f.Authors[i], fn)
	}
	for i := range a.Attendees {
		rewrite(&a.Attendees[i], fn)
	}
	for i := range a.Events {
		rewrite(&a.Events[i].What, fn)
		rewrite(&a.Events[i].Evidence, fn)
	}
	for i := range a.Factors {
		rewrite(&a.Factors[i].Why, fn)
		reword(&a.Factors[i].Kind, journal.FactorKinds(), fn)
	}
	for i := range r.Actions {
		x := &r.Actions[i]
		rewrite(&x.Do, fn)
		rewrite(&x.Owner, fn)
		rewrite(&x.Test, fn)
		reword(&x.Kind, journal.ActionKinds(), fn)
		reword(&x.Strength, journal.Strengths(), fn)
	}
}

func rewrite[S ~string](s *S, fn func(string) string) { *s = S(strings.TrimSpace(fn(string(*s)))) }

// reword is rewrite for a word with a fixed meaning, which stays when it is one that we know.
func reword[S ~string](s *S, known []S, fn func(string) string) {
	if !slices.Contains(known, *s) {
		rewrite(s, fn)
	}
}

// text is a text of several lines without the empty ones around it, and "" when nobody could see anything.
func text(s string) string {
	s = clean.Lines(s)
	if strings.TrimSpace(s) == "" {
		return ""
	}
	lines := strings.Split(s, "\n")
	for strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	return strings.TrimRight(strings.Join(lines, "\n"), " \n")
}

// names is a list without what is empty.
func names(list []string) []string {
	var out []string
	for _, s := range list {
		if s = strings.TrimSpace(clean.Line(s)); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// mine says whom "me" means in a document that others read: its owner, else the only one who signs. Of several who sign nobody
// knows which one it is, and "me" stays: it is the one who says "I" in the text, too.
func (f *Facts) mine(owner string) {
	if owner = text(owner); owner == "" && len(f.Authors) == 1 {
		owner = f.Authors[0]
	}
	if owner == "" {
		return
	}
	for i := range f.Repair.Actions {
		if a := &f.Repair.Actions[i]; myself(a.Owner) {
			a.Owner = owner
		}
	}
}

// myself reports whether a name is the writer's way to name themselves.
func myself(name string) bool {
	return journal.SameName(name, "me") || journal.SameName(name, "I") || journal.SameName(name, "myself")
}

// took is how long it took, as far as the document says when.
func took(happened, detected, fixed when.Moment) journal.Durations {
	e := journal.Entry{Happened: happened, Fix: journal.Fix{Detected: detected, Fixed: fixed}}
	return e.Durations()
}

// apologyTo returns the words to one reader, unless the person leaves apologies out of reports.
func apologyTo(e *journal.Entry, to string) []string {
	if strings.TrimSpace(to) == "" || Omits(e.Report.Omit, apologies) {
		return nil
	}
	var out []string
	for _, a := range e.Apologies {
		if words := text(a.Words); words != "" && journal.SameName(a.To, to) {
			out = append(out, words)
		}
	}
	return out
}

// receivedBy lists who has heard, and when.
func receivedBy(e *journal.Entry) []Received {
	var out []Received
	for _, n := range e.Ledger {
		r := Received{To: strings.TrimSpace(clean.Line(n.To)), Copy: n.Copy, Via: n.Via, When: n.Sent}
		if r.When.IsZero() {
			r.When = n.Acknowledged
		}
		if r.To != "" && !r.When.IsZero() {
			rewrite(&r.Copy, clean.Line)
			rewrite(&r.Via, clean.Line)
			out = append(out, r)
		}
	}
	return out
}
