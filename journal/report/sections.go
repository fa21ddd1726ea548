package report

import (
	"strings"

	"bounceback/journal"
	"bounceback/journal/when"
)

// The sections of an incident review, in the order of COACH: what happened and why, before what is done about it. One that has
// nothing in it is not there.

// The titles of the sections.
const (
	titleSummary      = "Summary"
	titleImpact       = "Impact"
	titleTimeline     = "Timeline"
	titleDetection    = "How it was noticed"
	titleWhat         = "What happened"
	titleSurprise     = "Why it surprised us"
	titleFactors      = "What contributed"
	titleFixed        = "What was fixed"
	titleContained    = "Was harm still being done, and what stopped it?"
	titleRepaired     = "What was put right, and who was told"
	titleUnrepairable = "What can’t be put right, and why"
	titleWell         = "What went well"
	titleBadly        = "What went badly"
	titleLucky        = "Where luck helped"
	titleActions      = "Actions"
	titleNotDoing     = "What we chose not to do"
	titleQuestions    = "Open questions"
	titleLessons      = "Lessons"
	titleReceived     = "Who received this"
)

// blocks returns all of the document.
func (d Document) blocks() []block {
	w := &sheet{blocks: d.opening()}
	if d.letter {
		return w.blocks
	}
	if len(w.blocks) > 0 {
		w.add(block{kind: rule})
	}
	w.head(d)
	w.add(d.body()...)
	w.received(d.received)
	return w.blocks
}

// opening is the apology to the reader, which comes before everything else: as a paragraph, for it is what we say, no quotation.
func (d Document) opening() []block {
	w := &sheet{}
	for _, words := range d.apology {
		w.prose(words)
	}
	return w.blocks
}

// body is all but the apology and what stands at the head.
func (d Document) body() []block {
	w := &sheet{}
	switch {
	case d.letter:
	case d.copy == Summary:
		w.summary(&d.facts)
	default:
		w.full(&d.facts)
	}
	return w.blocks
}

func (w *sheet) full(f *Facts) {
	a := &f.Analysis
	w.section(titleSummary, a.Summary)
	w.section(titleImpact, a.Impact)
	w.timeline(a.Events)
	w.detection(f)
	w.section(titleWhat, f.What)
	w.section(titleSurprise, a.Surprise)
	w.factors(a.Factors)
	w.fixed(f, noticed(f) == "")
	w.section(titleWell, a.Well)
	w.section(titleBadly, a.Badly)
	w.section(titleLucky, a.Lucky)
	w.actions(f.Repair.Actions, action)
	w.section(titleNotDoing, a.NotDoing)
	w.section(titleQuestions, a.Questions)
	w.section(titleLessons, f.Takeaway)
}

// summary is the copy for those who were touched and don't work with us: what they need to know, without our inner works.
func (w *sheet) summary(f *Facts) {
	w.section(titleSummary, f.Analysis.Summary)
	w.section(titleImpact, f.Analysis.Impact)
	w.section(titleWhat, f.What)
	w.fixed(f, true)
	w.actions(f.Repair.Actions, plainAction)
}

// head is the title and the lines below it. A summary names no authors: it comes from us all.
func (w *sheet) head(d Document) {
	f := &d.facts
	w.add(block{kind: heading, level: 1, spans: plain(d.Title())})
	if f.Status == "draft" {
		w.add(block{kind: paragraph, spans: []span{{text: "This is a draft.", strong: true}, {text: " It may still change."}}})
	}
	var line []string
	line = append(line, f.Happened.Long())
	if d.copy != Summary {
		line = append(line, said("by ", and(f.Authors)))
	}
	if f.Status != "draft" {
		line = append(line, said("", string(f.Status)))
	}
	w.line(dots(line...))
	if d.copy != Summary {
		w.line(upper(dots(said("Reviewed with ", and(f.Analysis.Attendees)), said("led by ", f.Analysis.Facilitator))))
	}
}

// detection says how it was found, and how long that took.
func (w *sheet) detection(f *Facts) {
	w.heading(2, titleDetection)
	w.prose(f.Analysis.Detection)
	w.line(or(noticed(f), sentence("Noticed ", f.Repair.Detected.Long())))
	w.done()
}

// noticed is "Noticed after 8 minutes, fixed after 22 hours 18 minutes.", or "" when nobody knows how long it took to notice.
func noticed(f *Facts) string {
	t := f.Repair.Took
	if t.ToNotice == 0 {
		return ""
	}
	s := "Noticed after " + when.Took(t.ToNotice)
	if t.Total > 0 {
		s += ", fixed after " + when.Took(t.Total)
	}
	return s + "."
}

// fixed says what was put right and when; long says whether it tells how long that took.
func (w *sheet) fixed(f *Facts, long bool) {
	r := &f.Repair
	w.heading(2, titleFixed)
	if r.Contained == "" {
		w.prose(r.Repaired)
	} else {
		w.part(titleContained, r.Contained)
		w.part(titleRepaired, r.Repaired)
	}
	w.line(repairable(r.Repairable))
	w.part(titleUnrepairable, r.UnrepairableBecause)
	if at := r.Fixed.Long(); at != "" {
		after := ""
		if long && r.Took.Total > 0 {
			after = ", " + when.Took(r.Took.Total) + " after it happened"
		}
		w.line("Fixed " + at + after + ".")
	}
	w.done()
}

func repairable(r journal.Repairable) string {
	switch r {
	case "":
		return ""
	case journal.RepairableYes:
		return "All of it can be put right."
	case journal.RepairablePartly:
		return "It can be put right in part."
	case journal.RepairableNo:
		return "It can’t be put right."
	}
	return "Can it be put right: " + string(r)
}

// factors is the outline as a tree: what stands below a line contributed to it.
func (w *sheet) factors(fs []journal.Factor) {
	var full []journal.Factor
	for _, f := range fs {
		if f.Why != "" {
			full = append(full, f)
		}
	}
	w.heading(2, titleFactors)
	w.list(tree(full))
	w.done()
}

// tree is the outline as nested items.
func tree(fs []journal.Factor) []item {
	var out []item
	for i := 0; i < len(fs); {
		end := i + 1
		for end < len(fs) && fs[end].Level > fs[i].Level {
			end++
		}
		guess := ""
		if fs[i].Guess {
			guess = "a guess"
		}
		kind := joined(", ", string(fs[i].Kind), guess)
		out = append(out, item{spans: plain(joined(" ", fs[i].Why, parens(kind))), items: tree(fs[i+1 : end])})
		i = end
	}
	return out
}

// actions is the list of what is done about it, each as line says.
func (w *sheet) actions(as []journal.Action, line func(journal.Action) item) {
	var items []item
	for _, a := range as {
		if a.Do == "" && a.Test == "" {
			continue
		}
		it := line(a)
		it.box = open
		if !a.Finished.IsZero() {
			it.box = ticked
		}
		items = append(items, it)
	}
	w.heading(2, titleActions)
	w.list(items)
	w.done()
}

// action is an action with all that makes it one: what for, how strong, who, by when, and how one sees that it works.
func action(a journal.Action) item {
	it := item{spans: plain(or(a.Do, "…"))}
	how := upper(dots(purpose(a.Kind), strength(a.Strength), a.Owner, deadline(a)))
	for _, s := range []string{how, said("It works when: ", a.Test)} {
		if s != "" {
			it.items = append(it.items, item{spans: plain(s)})
		}
	}
	return it
}

// plainAction is an action for those who need not know who does it.
func plainAction(a journal.Action) item {
	return item{spans: plain(joined(" ", or(a.Do, "…"), parens(deadline(a))))}
}

// received is who has the report, in the owner's copy.
func (w *sheet) received(rs []Received) {
	var items []item
	for _, r := range rs {
		which := said("", string(r.Copy))
		if which != "" {
			which += " copy"
		}
		how := dots(which, via(r.Via), r.When.Long())
		items = append(items, item{spans: []span{{text: r.To, strong: true}, {text: said(": ", how)}}})
	}
	w.heading(2, titleReceived)
	w.list(items)
	w.done()
}

// via is how a report went out: "by email", "in person".
func via(s string) string {
	if s == "" || strings.Contains(s, " ") {
		return s
	}
	return "by " + s
}
