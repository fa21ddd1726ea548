package report

import (
	"slices"
	"strings"

	"bounceback/journal"
	"bounceback/journal/when"
)

// Part is a part of a report that a person can leave out. Key is what [journal.Report].Omit names.
type Part struct {
	Key, Title string
}

// apologies is the key of the apology that goes with a report.
const apologies = "apologies"

// part is a Part with the facts that it is made of.
type part struct {
	Part
	empty func(*Facts) bool
	drop  func(*Facts)
}

// parts lists what can be left out, in the order of the document. Keys are those of the file.
func parts() []part {
	return []part{
		moment("happened", "When it happened", func(f *Facts) *when.Moment { return &f.Happened }),
		several("report.authors", "Authors", func(f *Facts) *[]string { return &f.Authors }),
		word("report.status", "Draft or final", func(f *Facts) *journal.ReportStatus { return &f.Status }),
		several("rca.attendees", "Who took part in the review", func(f *Facts) *[]string { return &f.Analysis.Attendees }),
		word("rca.facilitator", "Who led the review", func(f *Facts) *string { return &f.Analysis.Facilitator }),
		word("rca.summary", titleSummary, func(f *Facts) *string { return &f.Analysis.Summary }),
		word("rca.impact", titleImpact, func(f *Facts) *string { return &f.Analysis.Impact }),
		several("rca.events", titleTimeline, func(f *Facts) *[]journal.Event { return &f.Analysis.Events }),
		word("rca.detection", titleDetection, func(f *Facts) *string { return &f.Analysis.Detection }),
		moment("fix.detected", "When it was noticed", func(f *Facts) *when.Moment { return &f.Repair.Detected }),
		word("what", titleWhat, func(f *Facts) *string { return &f.What }),
		word("rca.surprise", titleSurprise, func(f *Facts) *string { return &f.Analysis.Surprise }),
		several("rca.factors", titleFactors, func(f *Facts) *[]journal.Factor { return &f.Analysis.Factors }),
		word("fix.contained", titleContained, func(f *Facts) *string { return &f.Repair.Contained }),
		word("fix.repaired", titleRepaired, func(f *Facts) *string { return &f.Repair.Repaired }),
		word("fix.repairable", "Whether it can be put right", func(f *Facts) *journal.Repairable { return &f.Repair.Repairable }),
		word("fix.unrepairable_because", titleUnrepairable, func(f *Facts) *string { return &f.Repair.UnrepairableBecause }),
		moment("fix.fixed", "When it was fixed", func(f *Facts) *when.Moment { return &f.Repair.Fixed }),
		word("rca.well", titleWell, func(f *Facts) *string { return &f.Analysis.Well }),
		word("rca.badly", titleBadly, func(f *Facts) *string { return &f.Analysis.Badly }),
		word("rca.lucky", titleLucky, func(f *Facts) *string { return &f.Analysis.Lucky }),
		several("fix.actions", titleActions, func(f *Facts) *[]journal.Action { return &f.Repair.Actions }),
		word("rca.not_doing", titleNotDoing, func(f *Facts) *string { return &f.Analysis.NotDoing }),
		word("rca.questions", titleQuestions, func(f *Facts) *string { return &f.Analysis.Questions }),
		word("learn.takeaway", titleLessons, func(f *Facts) *string { return &f.Takeaway }),
	}
}

func word[S ~string](key, title string, at func(*Facts) *S) part {
	return part{
		Part{key, title},
		func(f *Facts) bool { return *at(f) == "" },
		func(f *Facts) { *at(f) = "" },
	}
}

func several[T any](key, title string, at func(*Facts) *[]T) part {
	return part{
		Part{key, title},
		func(f *Facts) bool { return len(*at(f)) == 0 },
		func(f *Facts) { *at(f) = nil },
	}
}

func moment(key, title string, at func(*Facts) *when.Moment) part {
	return part{
		Part{key, title},
		func(f *Facts) bool { return at(f).IsZero() },
		func(f *Facts) { *at(f) = when.Moment{} },
	}
}

// Parts returns what of e a person can leave out of its report: the parts that have something in them, in the order of the
// document, those that are left out already among them.
func Parts(e *journal.Entry) []Part {
	var out []Part
	for _, a := range e.Apologies {
		if text(a.Words) != "" {
			out = append(out, Part{apologies, "The apology, to its reader"})
			break
		}
	}
	f := everything(e)
	for _, p := range parts() {
		if !p.empty(&f) {
			out = append(out, p.Part)
		}
	}
	return out
}

// Omits reports whether a list of what is left out, as in [journal.Report], leaves out the part of a key: by the key itself, or by
// a table that it is in, such as "rca", which leaves out all of the analysis.
func Omits(omit []string, key string) bool {
	return slices.ContainsFunc(omit, func(o string) bool { return covers(o, key) })
}

// LeaveOut returns the list of what is left out of the report of e with the part of a key in it. It leaves e as it is.
func LeaveOut(e *journal.Entry, key string) []string {
	out := slices.Clone(e.Report.Omit)
	if !Omits(out, key) {
		out = append(out, key)
	}
	return out
}

// TakeIn returns the list of what is left out of the report of e without the part of a key. Where a whole table was left out, the
// other parts of it stay out, each by its own key. It leaves e as it is.
func TakeIn(e *journal.Entry, key string) []string {
	var out []string
	for _, o := range e.Report.Omit {
		switch table := strings.TrimSpace(o); {
		case !covers(o, key):
			out = append(out, o)
		case table != key:
			for _, p := range parts() {
				if p.Key != key && covers(table, p.Key) && !Omits(out, p.Key) {
					out = append(out, p.Key)
				}
			}
		}
	}
	return out
}

// covers reports whether one element of a list leaves out the part of a key.
func covers(o, key string) bool {
	o = strings.TrimSpace(o)
	return o != "" && (key == o || strings.HasPrefix(key, o+"."))
}
