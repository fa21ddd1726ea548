package guide

import (
	"fmt"
	"strings"

	"bounceback/journal"
	"bounceback/journal/when"
	"bounceback/ui/theme"
)

// The root cause analysis: the timeline of events, the outline of factors, and the answers to what helped to think.

func analysisFields() []field {
	r := func(key, ask, why string, p func(*journal.RCA) *string) field {
		return text("rca."+key, ask, why, func(e *entry) *string { return p(&e.RCA) })
	}
	return []field{
		r("summary", "In three sentences", "For somebody who wasn’t there.", func(a *journal.RCA) *string { return &a.Summary }),
		r("impact", "Who was affected, for how long, how much?", "", func(a *journal.RCA) *string { return &a.Impact }),
		eventList(),
		r("detection", "How was it found, and how could it have been sooner?", "", func(a *journal.RCA) *string { return &a.Detection }),
		r("surprise", "Why was it a surprise?", "What did you expect instead?", func(a *journal.RCA) *string { return &a.Surprise }),
		factorList(),
		r("well", "What went well?", "", func(a *journal.RCA) *string { return &a.Well }),
		r("badly", "What went badly?", "", func(a *journal.RCA) *string { return &a.Badly }),
		r("lucky", "Where did luck help?", "Luck is not a plan; name it, so that you don’t count on it.", func(a *journal.RCA) *string { return &a.Lucky }),
		r("not_doing", "What did you choose not to do, and why?", "", func(a *journal.RCA) *string { return &a.NotDoing }),
		r("questions", "What is still open, and who answers it?", "", func(a *journal.RCA) *string { return &a.Questions }),
		several("rca.attendees", "Who looked into it?", "Names, with commas between them.", func(e *entry) *[]string { return &e.RCA.Attendees }),
		oneLine("rca.facilitator", "Who led the talk?", "", func(e *entry) *string { return &e.RCA.Facilitator }),
		answerList(),
	}
}

func eventList() field {
	f := of("rca.events", "What happened when?", "Begin before it went wrong. Facts, with where you know them from.", "an event", "a adds the first.",
		func(e *entry) *[]journal.Event { return &e.RCA.Events },
		func(*entry, moments) journal.Event { return journal.Event{} },
		func(v *journal.Event) string { return v.What },
		func(v *journal.Event) string { return v.Evidence },
		eventFields)
	f.list.order = (*entry).EventOrder
	f.list.lead = func(e *entry, _ theme.Glyphs) []lead {
		out := make([]lead, len(e.RCA.Events))
		var day when.Day
		for i, v := range e.RCA.Events {
			out[i] = lead{first: fmt.Sprintf("%-5s  ", v.At.Clock()), rest: strings.Repeat(" ", 7)}
			if d := v.At.Day(); !v.At.IsZero() && d != day {
				out[i].head, day = d.Format("Mon 2 Jan 2006"), d
			}
		}
		return out
	}
	f.list.chain = true
	f.list.behind = func(_ *entry, i, _ int) int { return i + 1 }
	f.list.kept = "The list is in order of time. Another time moves it."
	return f
}

func eventFields(i int) []field {
	p := func(e *entry) *journal.Event { return &e.RCA.Events[i] }
	base := func(e *entry) when.Moment { return e.EventBase(i) }
	what := oneLine("rca.events.what", "What happened?", "It can begin with its time: “09:12 Reroute started”, “+5m Dana paged”.", func(e *entry) *string { return &p(e).What })
	what.before = func(e *entry) string { return eventAbove(e, i) }
	what.base = base
	what.stamp = func(e *entry) *when.Moment { return &p(e).At }
	what.stampKey = "rca.events.at"
	return []field{
		what,
		since(at("rca.events.at", "When?", "“09:12” on the day of the one above, “+5m” after it, “yesterday 14:00”.", func(e *entry) *when.Moment { return &p(e).At }), base),
		oneLine("rca.events.evidence", "How do you know?", "A log, a message, a memory. The report names it, too.", func(e *entry) *string { return &p(e).Evidence }),
	}
}

// eventAbove says what the time of an event counts from.
func eventAbove(e *entry, i int) string {
	if i = min(i, len(e.RCA.Events)); i > 0 && e.RCA.Events[i-1].What != "" {
		return joinFacts(": ", strings.TrimSpace("After "+e.EventBase(i).Words()), e.RCA.Events[i-1].What)
	}
	if e.Happened.IsZero() {
		return ""
	}
	return "It happened " + e.Happened.Words()
}

func factorList() field {
	p := func(e *entry, i int) *journal.Factor { return &e.RCA.Factors[i] }
	f := of("rca.factors", "What contributed to it?", "Conditions, never people. Most mistakes have more than one; indent what led to what.", "a factor", "a adds the first.",
		func(e *entry) *[]journal.Factor { return &e.RCA.Factors },
		func(*entry, moments) journal.Factor { return journal.Factor{} },
		func(x *journal.Factor) string { return x.Why },
		func(x *journal.Factor) string {
			guess := ""
			if x.Guess {
				guess = "a guess"
			}
			return facts(string(x.Kind), guess)
		},
		func(i int) []field {
			why := oneLine("rca.factors.why", "What contributed?", "A condition, never a person. What made it likely, or easy?", func(e *entry) *string { return &p(e, i).Why })
			why.core = true // one line after the other; the rest is on keys of the list
			return []field{
				why,
				pick("rca.factors.kind", "What sort of thing is it?", "", journal.FactorKinds(), func(e *entry) *journal.FactorKind { return &p(e, i).Kind }),
				yesNo("rca.factors.guess", "Is it a guess?", "", func(e *entry) *bool { return &p(e, i).Guess }),
			}
		})
	l := f.list
	l.lead = tree
	l.chain, l.beside, l.nudge = true, true, factorNudge
	l.shift = func(e *entry, i, by int) bool { return e.RCA.IndentFactor(i, by) }
	l.moved = func(e *entry, i int, down bool) []int { return e.RCA.MoveFactor(i, down) }
	l.kept = "It moves among those that belong to the same line. < and > change which one that is."
	l.behind = func(e *entry, i, fresh int) int {
		place, level := e.RCA.AfterFactor(i)
		p(e, fresh).Level = level
		return place
	}
	l.sort = func(e *entry, i int) { p(e, i).Kind = p(e, i).Kind.NextKind() }
	l.doubt = func(e *entry, i int) { p(e, i).Guess = !p(e, i).Guess }
	return f
}

// tree draws the outline of the factors.
func tree(e *entry, g theme.Glyphs) []lead {
	depths := journal.Depths(e.RCA.Factors)
	out := make([]lead, len(depths))
	follows := make([]bool, len(depths)+1) // whether a line of this depth comes further down, before a smaller one
	for i := len(depths) - 1; i >= 0; i-- {
		d := depths[i]
		var above, own, below strings.Builder
		for k := 1; k <= d; k++ {
			switch {
			case k < d && follows[k]:
				above.WriteString(g.Trunk)
			case k < d:
				above.WriteString(g.Bare)
			case follows[k]:
				own.WriteString(g.Branch)
				below.WriteString(g.Trunk)
			default:
				own.WriteString(g.LastBranch)
				below.WriteString(g.Bare)
			}
		}
		out[i] = lead{first: above.String() + own.String(), rest: above.String() + below.String(), drawn: true}
		follows[d] = true
		clear(follows[d+1:])
	}
	return out
}

func answerList() field {
	p := func(e *entry, i int) *journal.Answer { return &e.RCA.Answers[i] }
	return of("rca.answers", "Other questions that helped", "They stay with you: no report has them.", "a question", "a adds one of your own.",
		func(e *entry) *[]journal.Answer { return &e.RCA.Answers },
		func(*entry, moments) journal.Answer { return journal.Answer{} },
		func(a *journal.Answer) string { return journal.AskOf(a.Question) },
		func(a *journal.Answer) string { return firstLine(a.Text) },
		func(i int) []field {
			question := oneLine("rca.answers.question", "The question", "", func(e *entry) *string { return &p(e, i).Question })
			question.get = func(e *entry) string { return journal.AskOf(p(e, i).Question) }
			question.set = func(e *entry, s string) { p(e, i).Question = journal.QuestionOf(s) }
			return []field{
				question,
				text("rca.answers.text", "The answer", "It stays with you: no report has it.", func(e *entry) *string { return &p(e, i).Text }),
			}
		})
}
