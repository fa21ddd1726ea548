package guide

import (
	"strconv"
	"strings"

	"bounceback/journal"
	"bounceback/journal/when"
)

// pages of the guide: what happened, then the four steps.
const whatPage journal.Step = ""

func fieldsOf(s journal.Step) []field {
	switch s {
	case journal.StepOwn:
		return ownFields()
	case journal.StepFix:
		return fixFields()
	case journal.StepApologize:
		return apologizeFields()
	case journal.StepLearn:
		return learnFields()
	}
	return whatFields()
}

type entry = journal.Entry

func whatFields() []field {
	title := oneLine("title", "In one line", "The line that stands in the timeline.", func(e *entry) *string { return &e.Title })
	title.core = true
	what := text("what", "What happened?", "A few lines, as it went. No need to explain it yet.", func(e *entry) *string { return &e.What })
	what.core = true
	vent := text("vent", "Anything you need to get off your chest?",
		"For nobody else. It is in no search, no list and no document.", func(e *entry) *string { return &e.Vent })
	vent.core = true
	facts := []field{
		at("happened", "When?", "“yesterday 14:00”, “last friday” or 2026-11-20 09:12.", func(e *entry) *when.Moment { return &e.Happened }),
		pick("severity", "How bad?", "As it looks to you now. You can change it any day.", journal.Severities(), func(e *entry) *journal.Severity { return &e.Severity }),
		several("people", "Who was affected?", "Names, with commas between them.", func(e *entry) *[]string { return &e.People }),
		several("tags", "Tags", "Words to find it by, with commas between them.", func(e *entry) *[]string { return &e.Tags }),
		several("feelings", "How does it feel?", "Such as: "+strings.Join(journal.Feelings()[:6], ", ")+".", func(e *entry) *[]string { return &e.Feelings }),
		stingList(),
		yesNo("witnessed", "Others saw it", "", func(e *entry) *bool { return &e.Witnessed }),
		yesNo("near_miss", "It was a near miss", "Nothing came of it this time.", func(e *entry) *bool { return &e.NearMiss }),
		yesNo("quiet", "Leave this one be", "It never comes back to you by itself.", func(e *entry) *bool { return &e.Quiet }),
	}
	facts[0].section = "The facts"
	facts[1].hint = severityHint
	for i := range facts {
		facts[i].core = true
	}
	return append([]field{title, what, vent}, facts...)
}

func stingList() field {
	p := func(e *entry) *[]journal.Sting { return &e.Sting }
	return of("sting", "How much does it sting?", "0 is not at all, 10 is as bad as it gets. Read again over time.", "a reading", "No reading yet.",
		p, func(_ *entry, m moments) journal.Sting { return journal.Sting{At: m.now(), Level: 5} },
		func(s *journal.Sting) string { return strconv.Itoa(s.Level) },
		func(s *journal.Sting) string { return s.At.Words() },
		func(i int) []field {
			return []field{
				level0to10("sting.level", "How much does it sting?", "0 is not at all, 10 is as bad as it gets.", func(e *entry) *int { return &e.Sting[i].Level }),
				at("sting.at", "When?", "", func(e *entry) *when.Moment { return &e.Sting[i].At }),
			}
		})
}

func ownFields() []field {
	did := text("own.did", "What did I do, or not do?", "Begin with “I” and what you did. One plain sentence is enough.", func(e *entry) *string { return &e.Own.Did })
	did.core = true
	knew := text("own.knew", "What did I know at that moment?",
		"Only what you knew then. It stays as it is once this step is done, because memory edits itself.", func(e *entry) *string { return &e.Own.Knew })
	knew.frozen = func(e *entry) bool { return e.KnewFrozen() }
	return []field{
		did,
		text("own.decided", "What part was mine to decide?", "Even if others had a part in it.", func(e *entry) *string { return &e.Own.Decided }),
		knew,
		of("own.knew_later", "What do I know by now?", "Later words stand beside the first ones and don’t replace them.", "a note", "Nothing added later.",
			func(e *entry) *[]journal.Note { return &e.Own.KnewLater },
			func(_ *entry, m moments) journal.Note { return journal.Note{At: m.now()} },
			func(n *journal.Note) string { return n.Text }, func(n *journal.Note) string { return n.At.DayWords() },
			func(i int) []field {
				return []field{
					text("own.knew_later.text", "What do I know by now?", "", func(e *entry) *string { return &e.Own.KnewLater[i].Text }),
					at("own.knew_later.at", "When?", "", func(e *entry) *when.Moment { return &e.Own.KnewLater[i].At }),
				}
			}),
		text("own.cost", "Who carried the cost, and what was it?", "Name them. Time, sleep, money, trust.", func(e *entry) *string { return &e.Own.Cost }),
		text("own.friend", "What would I say to a friend who did this?", "People who are kind to themselves make amends sooner.", func(e *entry) *string { return &e.Own.Friend }),
	}
}

func apologizeFields() []field {
	f := of("apologies", "To whom, and what will I say?", "One person at a time. The word “sorry”, what you did, what it cost them, what you will do.",
		"an apology", "a writes the first one.",
		func(e *entry) *[]journal.Apology { return &e.Apologies },
		func(e *entry, _ moments) journal.Apology { return journal.Apology{To: nextPerson(e)} },
		func(a *journal.Apology) string {
			if a.To == "" {
				return firstLine(a.Words)
			}
			return a.To
		},
		func(a *journal.Apology) string {
			switch {
			case !a.Said.IsZero():
				return "said " + a.Said.DayWords()
			case a.Words != "":
				return "written, not said yet"
			}
			return ""
		},
		apologyFields)
	f.core = true
	f.list.words = func(e *entry, i int) string {
		if e.Apologies[i].To == "" {
			return ""
		}
		return e.Apologies[i].Words
	}
	f = tickable(f, "said it", "Said. What they answered can go into it, enter opens it.", "Not said yet.",
		func(e *entry, i int) *when.Moment { return &e.Apologies[i].Said })
	return []field{f}
}

func apologyFields(i int) []field {
	p := func(e *entry) *journal.Apology { return &e.Apologies[i] }
	fs := []field{
		oneLine("apologies.to", "To whom?", "One person, or those who were touched together.", func(e *entry) *string { return &p(e).To }),
		text("apologies.words", "What will I say?", "Say sorry, and for what. See what it cost them. Say what you will do, and by when.", func(e *entry) *string { return &p(e).Words }),
		yesNo("apologies.heard", "Have I heard them out?", "People who were heard accept an apology more easily.", func(e *entry) *bool { return &p(e).Heard }),
		oneLine("apologies.via", "How?", "In person, on the phone, a letter.", func(e *entry) *string { return &p(e).Via }),
		at("apologies.prepared", "Prepared when?", "Made ready as a letter, and not yet sent.", func(e *entry) *when.Moment { return &p(e).Prepared }),
		at("apologies.said", "Said when?", "“today” is fine. Empty while it is not said.", func(e *entry) *when.Moment { return &p(e).Said }),
		text("apologies.answer", "What did they say?", "No answer, and no forgiveness, are good endings too.", func(e *entry) *string { return &p(e).Answer }),
		oneLine("apologies.promise", "What did I promise?", "Small, and with a day.", func(e *entry) *string { return &p(e).Promise }),
		at("apologies.promise_due", "By when?", "", func(e *entry) *when.Moment { return &p(e).PromiseDue }),
		at("apologies.promise_kept", "Kept when?", "", func(e *entry) *when.Moment { return &p(e).PromiseKept }),
	}
	fs[0].core, fs[1].core = true, true
	fs[1].before = func(e *entry) string {
		if to := p(e).To; to != "" {
			return "To " + to
		}
		return ""
	}
	fs[8].future = true
	return fs
}

// nextPerson is the first person touched by the mistake who has no apology yet.
func nextPerson(e *entry) string {
	for _, name := range e.People {
		has := false
		for _, a := range e.Apologies {
			has = has || strings.EqualFold(strings.TrimSpace(a.To), strings.TrimSpace(name))
		}
		if !has {
			return name
		}
	}
	return ""
}

func learnFields() []field {
	cue := oneLine("learn.cue", "If …", "The moment just before it goes wrong, which you will meet again: “I am about to …”", func(e *entry) *string { return &e.Learn.Cue })
	plan := oneLine("learn.plan", "… then I …", "One thing that you can do within a minute.", func(e *entry) *string { return &e.Learn.Plan })
	cue.core, plan.core = true, true
	plan.before = func(e *entry) string {
		if e.Learn.Cue == "" {
			return ""
		}
		return "If " + e.Learn.Cue + " …"
	}
	return []field{
		cue, plan,
		oneLine("learn.takeaway", "The lesson in one sentence", "As you would say it to somebody about to do the same.", func(e *entry) *string { return &e.Learn.Takeaway }),
		oneLine("learn.identity", "Who am I, with this behind me?", "“I am someone who …”", func(e *entry) *string { return &e.Learn.Identity }),
		oneLine("learn.principle", "Is there a principle in it?", "For more than this one case.", func(e *entry) *string { return &e.Learn.Principle }),
		text("learn.story", "The story", "Who I was, what I did, what it cost, what I did about it, what I do now.", func(e *entry) *string { return &e.Learn.Story }),
		of("learn.cues", "Did the moment come again?", "And did you do what you planned?", "a time", "Not yet.",
			func(e *entry) *[]journal.Cue { return &e.Learn.Cues },
			func(_ *entry, m moments) journal.Cue { return journal.Cue{At: m.now(), Used: true} },
			func(c *journal.Cue) string {
				if c.Used {
					return "did as planned"
				}
				return "did not"
			}, func(c *journal.Cue) string { return c.At.DayWords() },
			func(i int) []field {
				return []field{
					yesNo("learn.cues.used", "Did I do what I planned?", "", func(e *entry) *bool { return &e.Learn.Cues[i].Used }),
					at("learn.cues.at", "When?", "", func(e *entry) *when.Moment { return &e.Learn.Cues[i].At }),
				}
			}),
		of("learn.told", "Whom did I tell it?", "A story told is a lesson shared.", "somebody", "Nobody yet.",
			func(e *entry) *[]journal.Telling { return &e.Learn.Told },
			func(_ *entry, m moments) journal.Telling { return journal.Telling{At: when.On(m.now().Day())} },
			func(t *journal.Telling) string { return t.To }, func(t *journal.Telling) string { return t.At.DayWords() },
			func(i int) []field {
				return []field{
					oneLine("learn.told.to", "Whom?", "", func(e *entry) *string { return &e.Learn.Told[i].To }),
					at("learn.told.at", "When?", "", func(e *entry) *when.Moment { return &e.Learn.Told[i].At }),
				}
			}),
	}
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(strings.TrimLeft(s, "\n\r\t "), "\n")
	return s
}
