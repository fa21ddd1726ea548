package guide

import (
	"strings"

	"bounceback/journal"
	"bounceback/journal/when"
)

// fixFields is the longest table: the repair, the actions, who must hear of it, and the analysis.
func fixFields() []field {
	repaired := text("fix.repaired", "What is put right, and who has been told?", "Repair what can be repaired, then tell those it affects. If nothing can be, say so.", func(e *entry) *string { return &e.Fix.Repaired })
	repaired.core = true
	contained := text("fix.contained", "Is harm still being done? What stopped it?", "Stopping comes first; the rest has time.", func(e *entry) *string { return &e.Fix.Contained })
	fs := []field{
		repaired, contained,
		pick("fix.repairable", "Can it be repaired?", "", journal.Repairables(), func(e *entry) *journal.Repairable { return &e.Fix.Repairable }),
		oneLine("fix.unrepairable_because", "Why can’t it?", "Only if it can’t, or not wholly.", func(e *entry) *string { return &e.Fix.UnrepairableBecause }),
		at("fix.detected", "When was it noticed?", "“09:20”, “yesterday 14:00”.", func(e *entry) *when.Moment { return &e.Fix.Detected }),
		at("fix.fixed", "When was it fixed?", "", func(e *entry) *when.Moment { return &e.Fix.Fixed }),
	}
	fs = append(fs, section("What to do", actionList())...)
	fs = append(fs, section("Who must hear of it", ledgerList())...)
	return append(fs, section("How it came about", analysisFields()...)...)
}

func section(name string, fs ...field) []field {
	fs[0].section = name
	return fs
}

func actionList() field {
	p := func(e *entry, i int) *journal.Action { return &e.Fix.Actions[i] }
	f := of("fix.actions", "Actions", "So that it is mended, and can’t come back: prevent, notice sooner, keep it small.", "an action", "a adds one: a verb, a person, a day.",
		func(e *entry) *[]journal.Action { return &e.Fix.Actions },
		func(*entry, moments) journal.Action { return journal.Action{} },
		func(a *journal.Action) string { return a.Do },
		func(a *journal.Action) string {
			due := ""
			switch {
			case !a.Finished.IsZero():
				due = "finished " + a.Finished.DayWords()
			case !a.Due.IsZero():
				due = "due " + a.Due.DayWords()
			}
			return facts(string(a.Kind), string(a.Strength), a.Owner, due)
		},
		func(i int) []field {
			fs := []field{
				oneLine("fix.actions.do", "What will be done?", "Begin with a verb. Narrow beats grand.", func(e *entry) *string { return &p(e, i).Do }),
				pick("fix.actions.kind", "What is it for?", "", journal.ActionKinds(), func(e *entry) *journal.ActionKind { return &p(e, i).Kind }),
				pick("fix.actions.strength", "How well does it hold?", "Strong: impossible or automatic. Medium: a checklist, a second person. Weak: a reminder.", journal.Strengths(), func(e *entry) *journal.Strength { return &p(e, i).Strength }),
				oneLine("fix.actions.owner", "Who does it?", "", func(e *entry) *string { return &p(e, i).Owner }),
				at("fix.actions.due", "By when?", "", func(e *entry) *when.Moment { return &p(e, i).Due }),
				oneLine("fix.actions.test", "How will you see that it works?", "", func(e *entry) *string { return &p(e, i).Test }),
				at("fix.actions.finished", "Finished when?", "“today” is fine.", func(e *entry) *when.Moment { return &p(e, i).Finished }),
			}
			fs[4].future = true
			return fs
		})
	return tickable(f, "finished", "Finished.", "Open again.", func(e *entry, i int) *when.Moment { return &p(e, i).Finished })
}

func ledgerList() field {
	p := func(e *entry, i int) *journal.Notice { return &e.Ledger[i] }
	f := of("ledger", "Who must hear of it, and who has?", "Everyone it touched gets to know: what happened, and what you did about it.", "somebody", "a adds the first.",
		func(e *entry) *[]journal.Notice { return &e.Ledger },
		func(e *entry, _ moments) journal.Notice { return journal.Notice{To: nextToTell(e)} },
		func(n *journal.Notice) string { return n.To },
		func(n *journal.Notice) string {
			state := "not told yet"
			switch {
			case !n.Acknowledged.IsZero():
				state = "answered " + n.Acknowledged.DayWords()
			case !n.Sent.IsZero():
				state = "told " + n.Sent.DayWords()
			case n.Exempt != "":
				state = "need not hear: " + n.Exempt
			}
			return facts(n.Affected, n.Via, state)
		},
		func(i int) []field {
			return []field{
				oneLine("ledger.to", "Who?", "", func(e *entry) *string { return &p(e, i).To }),
				oneLine("ledger.affected", "How did it affect them?", "", func(e *entry) *string { return &p(e, i).Affected }),
				oneLine("ledger.via", "How do you tell them?", "In person, on the phone, in a letter.", func(e *entry) *string { return &p(e, i).Via }),
				at("ledger.sent", "Told when?", "“today” is fine.", func(e *entry) *when.Moment { return &p(e, i).Sent }),
				at("ledger.acknowledged", "Answered when?", "", func(e *entry) *when.Moment { return &p(e, i).Acknowledged }),
				pick("ledger.copy", "How much of it?", "", journal.CopyKinds(), func(e *entry) *journal.CopyKind { return &p(e, i).Copy }),
				at("ledger.prepared", "Prepared when?", "Written, and not yet sent.", func(e *entry) *when.Moment { return &p(e, i).Prepared }),
				oneLine("ledger.exempt", "Or why need they not hear?", "", func(e *entry) *string { return &p(e, i).Exempt }),
			}
		})
	return tickable(f, "told", "Told.", "Not told yet.", func(e *entry, i int) *when.Moment { return &p(e, i).Sent })
}

// nextToTell is the first person touched by the mistake who is not in the ledger.
func nextToTell(e *entry) string {
	for _, name := range e.People {
		has := false
		for _, n := range e.Ledger {
			has = has || strings.EqualFold(strings.TrimSpace(n.To), strings.TrimSpace(name))
		}
		if !has {
			return name
		}
	}
	return ""
}

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
	p := func(e *entry, i int) *journal.Event { return &e.RCA.Events[i] }
	return of("rca.events", "What happened when?", "Begin before it went wrong. Facts, with where you know them from.", "an event", "a adds the first.",
		func(e *entry) *[]journal.Event { return &e.RCA.Events },
		func(e *entry, m moments) journal.Event {
			if n := len(e.RCA.Events); n > 0 {
				return journal.Event{At: e.RCA.Events[n-1].At}
			}
			return journal.Event{At: e.Happened}
		},
		func(v *journal.Event) string { return v.What },
		func(v *journal.Event) string { return facts(v.At.Words(), v.Evidence) },
		func(i int) []field {
			return []field{
				oneLine("rca.events.what", "What happened?", "", func(e *entry) *string { return &p(e, i).What }),
				at("rca.events.at", "When?", "“09:12”, “yesterday 14:00”.", func(e *entry) *when.Moment { return &p(e, i).At }),
				oneLine("rca.events.evidence", "How do you know?", "A log, a message, a memory.", func(e *entry) *string { return &p(e, i).Evidence }),
			}
		})
}

func factorList() field {
	p := func(e *entry, i int) *journal.Factor { return &e.RCA.Factors[i] }
	f := of("rca.factors", "What contributed to it?", "Conditions, never people. Most mistakes have more than one; indent what led to what.", "a factor", "a adds the first.",
		func(e *entry) *[]journal.Factor { return &e.RCA.Factors },
		func(e *entry, _ moments) journal.Factor {
			if n := len(e.RCA.Factors); n > 0 {
				return journal.Factor{Level: e.RCA.Factors[n-1].Level}
			}
			return journal.Factor{}
		},
		func(x *journal.Factor) string { return x.Why },
		func(x *journal.Factor) string {
			guess := ""
			if x.Guess {
				guess = "a guess"
			}
			return facts(string(x.Kind), guess)
		},
		func(i int) []field {
			return []field{
				oneLine("rca.factors.why", "What contributed?", "", func(e *entry) *string { return &p(e, i).Why }),
				pick("rca.factors.kind", "What sort of thing is it?", "", journal.FactorKinds(), func(e *entry) *journal.FactorKind { return &p(e, i).Kind }),
				yesNo("rca.factors.guess", "Is it a guess?", "", func(e *entry) *bool { return &p(e, i).Guess }),
			}
		})
	f.list.level = func(e *entry, i int) int { return p(e, i).Level }
	f.list.shift = func(e *entry, i, by int) {
		deepest := 0
		if i > 0 {
			deepest = p(e, i-1).Level + 1
		}
		p(e, i).Level = min(max(p(e, i).Level+by, 0), deepest)
	}
	return f
}

func answerList() field {
	p := func(e *entry, i int) *journal.Answer { return &e.RCA.Answers[i] }
	return of("rca.answers", "Other questions that helped", "", "a question", "a adds one of your own.",
		func(e *entry) *[]journal.Answer { return &e.RCA.Answers },
		func(*entry, moments) journal.Answer { return journal.Answer{} },
		func(a *journal.Answer) string { return a.Question },
		func(a *journal.Answer) string { return firstLine(a.Text) },
		func(i int) []field {
			return []field{
				oneLine("rca.answers.question", "The question", "", func(e *entry) *string { return &p(e, i).Question }),
				text("rca.answers.text", "The answer", "", func(e *entry) *string { return &p(e, i).Text }),
			}
		})
}

// facts joins what is there with a dot between.
func facts(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " · ")
}
