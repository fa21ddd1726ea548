package page

import (
	"strings"

	"bounceback/journal"
	"bounceback/journal/markdown"
	"bounceback/journal/when"
)

func (w *writer) own(e *journal.Entry) {
	o := &e.Own
	w.section(journal.StepOwn.Title())
	w.state(o.State)
	w.answer("What did I do, or not do?", o.Did)
	w.answer("What part was mine to decide?", o.Decided)
	w.answer("What did I know at that moment?", o.Knew)
	for _, n := range o.KnewLater {
		w.answer(strings.TrimSpace("What I remembered later "+parens(n.At.DayWords())), n.Text)
	}
	w.answer("Who carried the cost, and what was it?", o.Cost)
	w.answer("What would I say to a friend who did this?", o.Friend)
}

func (w *writer) fix(e *journal.Entry) {
	f := &e.Fix
	w.section(journal.StepFix.Title())
	w.state(f.State)
	w.block(joinLines([]string{labeled("Noticed", f.Detected.Long()), labeled("Fixed", f.Fixed.Long()), upper(e.Durations().Words(when.Took))}))
	w.answer("Is harm still being done? What stopped it?", f.Contained)
	w.answer("What is put right, and who has been told?", f.Repaired)
	w.block(labeled("Can it be put right", markdown.Line(string(f.Repairable))))
	w.answer("What can't be put right, and why?", f.UnrepairableBecause)
	var items []string
	for _, a := range f.Actions {
		if a != (journal.Action{Origin: a.Origin}) {
			items = append(items, action(a))
		}
	}
	w.list("What to do", items)
}

func action(a journal.Action) string {
	owner := markdown.Line(a.Owner)
	if owner != "" {
		owner = "by " + owner
	}
	facts := dots(markdown.Line(string(a.Kind)), markdown.Line(string(a.Strength)), owner, on("due", a.Due), on("done", a.Finished))
	test := markdown.Line(a.Test)
	if test != "" {
		test = "It works when: " + test
	}
	return check(!a.Finished.IsZero(), orElse(markdown.Line(a.Do), "…"), facts, test)
}

// check is one line of a check list with its details below.
func check(done bool, what string, details ...string) string {
	box := "- [ ] "
	if done {
		box = "- [x] "
	}
	return item(box+what, 4, details...)
}

// item is one line of a list with its details below. Renderers set what follows a line break at the margin, so the
// details bring their own, as wide as the mark of the item.
func item(first string, indent int, details ...string) string {
	lines := []string{first}
	for _, d := range details {
		if d != "" {
			lines = append(lines, "  "+strings.Repeat(markdown.NBSP, indent)+d)
		}
	}
	return strings.Join(lines, "  \n")
}

func (w *writer) rca(e *journal.Entry) {
	r := &e.RCA
	w.section("How it came about")
	w.answer("In short", r.Summary)
	w.answer("Who was affected, how long, how much?", r.Impact)
	w.answer("How was it found?", r.Detection)
	var events []string
	for _, ev := range e.Timeline() {
		if what, at := markdown.Line(ev.What), ev.At.Long(); what != "" || at != "" {
			events = append(events, item("- "+joinFull([]string{strong(at), what}, " "), 2, markdown.Line(ev.Evidence)))
		}
	}
	w.list("What happened when", events)
	w.list("What contributed", factors(r.Factors))
	w.answer("Why was it a surprise?", r.Surprise)
	for _, a := range r.Answers {
		w.answer(orElse(markdown.Heading(journal.AskOf(a.Question)), "Another question"), a.Text)
	}
	w.answer("What went well?", r.Well)
	w.answer("What went badly?", r.Badly)
	w.answer("Where was luck?", r.Lucky)
	w.answer("What are we not doing, and why?", r.NotDoing)
	w.answer("What is still open?", r.Questions)
	w.block(joinLines([]string{
		labeled("Who took part", words(r.Attendees)), labeled("Led by", markdown.Line(r.Facilitator)),
	}))
}

// factors is the outline as a nested list. A level that skips one, which a hand can write, is set below the nearest line
// above it with a smaller level, as the format says.
func factors(fs []journal.Factor) []string {
	var out []string
	var above []int
	for _, f := range fs {
		for len(above) > 0 && above[len(above)-1] >= f.Level {
			above = above[:len(above)-1]
		}
		kind := dots(markdown.Line(string(f.Kind)), said(f.Guess, "a guess"))
		out = append(out, strings.TrimRight(
			strings.Repeat("  ", len(above))+"- "+orElse(markdown.Line(f.Why), "…")+" "+parens(kind), " "))
		above = append(above, f.Level)
	}
	return out
}

func (w *writer) ledger(ns []journal.Notice) {
	var items []string
	for _, n := range ns {
		if n == (journal.Notice{Origin: n.Origin}) {
			continue
		}
		how := markdown.Line(string(n.Copy))
		if how != "" {
			how += " copy"
		}
		if via := markdown.Line(n.Via); via != "" {
			how = strings.TrimSpace(how + " by " + via)
		}
		exempt := markdown.Line(n.Exempt)
		if exempt != "" {
			exempt = "need not hear: " + exempt
		}
		items = append(items, check(!n.Open(), orElse(markdown.Line(n.To), "…"), markdown.Line(n.Affected),
			dots(how, on("prepared", n.Prepared), on("sent", n.Sent), on("read", n.Acknowledged)), exempt))
	}
	w.section("Who hears of it")
	w.list("", items)
}

func (w *writer) apologies(e *journal.Entry) {
	w.section(journal.StepApologize.Title())
	w.state(e.Apologize.State)
	for _, a := range e.Apologies {
		if a != (journal.Apology{Origin: a.Origin}) {
			w.apology(a)
		}
	}
}

func (w *writer) apology(a journal.Apology) {
	w.block("### To " + orElse(markdown.Heading(a.To), "…"))
	w.block(quote(a.Words))
	at := on("said", a.Said)
	if a.Unsaid() {
		w.block(joinLines([]string{"*Written, not said yet*", upper(on("made ready", a.Prepared))}))
	}
	if via := markdown.Line(a.Via); via != "" {
		at = strings.TrimSpace(at + " " + via)
	}
	w.block(upper(dots(said(a.Heard, "heard out"), at)))
	if answer := markdown.Prose(a.Answer, ""); answer != "" {
		w.block("**The answer:**")
		w.block(answer)
	}
	w.block(joinLines([]string{
		labeled("The promise", markdown.Line(a.Promise)),
		upper(dots(on("due", a.PromiseDue), on("kept", a.PromiseKept))),
	}))
}

func (w *writer) learn(e *journal.Entry) {
	l := &e.Learn
	w.section(journal.StepLearn.Title())
	w.state(l.State)
	if t := markdown.Prose(l.Takeaway, ""); t != "" {
		w.answer("The takeaway", l.Takeaway)
	}
	w.block(quote(IfThen(l.Cue, l.Plan)))
	w.answer("Who I am now", l.Identity)
	w.answer("The principle", l.Principle)
	w.answer("The story", l.Story)
	var cues, told, reviews []string
	for _, c := range l.Cues {
		used := "the plan was used"
		if !c.Used {
			used = "the plan was not used"
		}
		cues = append(cues, "- "+joinFull([]string{c.At.DayWords(), used}, ": "))
	}
	for _, t := range l.Told {
		told = append(told, "- "+dots(markdown.Line(t.To), t.At.DayWords()))
	}
	for _, r := range l.Reviews {
		reviews = append(reviews, "- "+joinFull([]string{r.At.DayWords(), markdown.Line(string(r.Answer))}, ": "))
	}
	w.list("When it came again", cues)
	w.list("Who has heard the story", told)
	w.list("How well I remembered", reviews)
}

func quote(s string) string { return markdown.Prose(s, "> ") }

func parens(s string) string {
	if s == "" {
		return ""
	}
	return "(" + s + ")"
}

func strong(s string) string {
	if s == "" {
		return ""
	}
	return "**" + s + "**"
}
