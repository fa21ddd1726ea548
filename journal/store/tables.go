package store

import (
	"bounceback/journal"
	"bounceback/journal/when"
)

// tables is the file format: every table and every key, in the order in which a file is written. It is never changed.
var tables = func() []table {
	var all []table
	all = append(all, rootTables()...)
	all = append(all, ownTables()...)
	all = append(all, fixTables()...)
	all = append(all, rcaTables()...)
	all = append(all, tellTables()...)
	all = append(all, learnTables()...)
	return all
}()

func rootTables() []table {
	type E = journal.Entry
	return []table{
		root(
			always(numberKey("schema", "the meaning of the format; a file with a higher number is read-only", func(e *E) *int { return &e.Schema })),
			always(textKey("id", "the identity: 10 characters, random", func(e *E) *string { return &e.ID })),
			always(textKey("title", "the mistake in one line", func(e *E) *string { return &e.Title })),
			momentKey("happened", "when it happened", func(e *E) *when.Moment { return &e.Happened }),
			momentKey("captured", "when it was written down", func(e *E) *when.Moment { return &e.Captured }),
			wordKey("severity", "how bad it was", journal.Severities(), func(e *E) *journal.Severity { return &e.Severity }),
			flagKey("witnessed", "others saw it", func(e *E) *bool { return &e.Witnessed }),
			flagKey("near_miss", "it was noticed in time", func(e *E) *bool { return &e.NearMiss }),
			flagKey("quiet", "leave this one be: it never comes back by itself", func(e *E) *bool { return &e.Quiet }),
			wordsKey("tags", "what it is about", func(e *E) *[]string { return &e.Tags }),
			wordsKey("people", "who was part of it or hurt by it", func(e *E) *[]string { return &e.People }),
			wordsKey("feelings", "how it felt", func(e *E) *[]string { return &e.Feelings }),
			textKey("recurrence_of", "the id of the mistake that this is again", func(e *E) *string { return &e.RecurrenceOf }),
			textKey("same_as", "the id of the entry that a conflict split this one from", func(e *E) *string { return &e.SameAs }),
			textKey("colleague", "the name in the colleague view", func(e *E) *string { return &e.Colleague }),
			proseKey("what", "what happened, in a few lines", func(e *E) *string { return &e.What }),
			proseKey("vent", "for nobody else: in no document, no search, no catalog", func(e *E) *string { return &e.Vent }),
		),
		list("sting", "how much it hurts, read again over time",
			func(e *E) *[]journal.Sting { return &e.Sting }, func(r *journal.Sting) *journal.Origin { return &r.Origin },
			momentKey("at", "when it was read", func(r *journal.Sting) *when.Moment { return &r.At }),
			always(numberKey("level", "0, not at all, to 10", func(r *journal.Sting) *int { return &r.Level })),
		),
		section("coach", "what the coach was told", func(e *E) *journal.Coach { return &e.Coach },
			wordsKey("dismissed", "remarks to leave alone, each a rule and a sentence; ends when the sentence changes",
				func(r *journal.Coach) *[]string { return &r.Dismissed }),
		),
	}
}

func ownTables() []table {
	type O = journal.Own
	keys := append(stateKeys(func(r *O) *journal.State { return &r.State }),
		proseKey("did", "core: what did I do, or not do?", func(r *O) *string { return &r.Did }),
		proseKey("decided", "what part was mine to decide?", func(r *O) *string { return &r.Decided }),
		proseKey("knew", "what did I know at that moment? Frozen when the step is first done", func(r *O) *string { return &r.Knew }),
		proseKey("cost", "who carried the cost, and what was it?", func(r *O) *string { return &r.Cost }),
		proseKey("friend", "what would I say to a friend who did this?", func(r *O) *string { return &r.Friend }),
	)
	return []table{
		section("own", "own it", func(e *journal.Entry) *O { return &e.Own }, keys...),
		list("own.knew_later", "what was remembered after knew was frozen",
			func(e *journal.Entry) *[]journal.Note { return &e.Own.KnewLater },
			func(r *journal.Note) *journal.Origin { return &r.Origin },
			momentKey("at", "when it was written", func(r *journal.Note) *when.Moment { return &r.At }),
			proseKey("text", "what was remembered", func(r *journal.Note) *string { return &r.Text }),
		),
	}
}

func fixTables() []table {
	type (
		F = journal.Fix
		A = journal.Action
	)
	keys := append(stateKeys(func(r *F) *journal.State { return &r.State }),
		proseKey("contained", "is harm still being done? What stopped it?", func(r *F) *string { return &r.Contained }),
		proseKey("repaired", "core: what is put right, and who has been told?", func(r *F) *string { return &r.Repaired }),
		wordKey("repairable", "can it be put right?", journal.Repairables(), func(r *F) *journal.Repairable { return &r.Repairable }),
		textKey("unrepairable_because", "why it cannot be put right", func(r *F) *string { return &r.UnrepairableBecause }),
		momentKey("detected", "when it was found", func(r *F) *when.Moment { return &r.Detected }),
		momentKey("fixed", "when the harm ended", func(r *F) *when.Moment { return &r.Fixed }),
	)
	return []table{
		section("fix", "fix it and share it", func(e *journal.Entry) *F { return &e.Fix }, keys...),
		list("fix.actions", "what is to be done so that it does not come back",
			func(e *journal.Entry) *[]A { return &e.Fix.Actions }, func(r *A) *journal.Origin { return &r.Origin },
			textKey("do", "the thing to do", func(r *A) *string { return &r.Do }),
			wordKey("kind", "what it is for", journal.ActionKinds(), func(r *A) *journal.ActionKind { return &r.Kind }),
			wordKey("strength", "strong: impossible or automatic; medium: a checklist, a second person; weak: a reminder, training",
				journal.Strengths(), func(r *A) *journal.Strength { return &r.Strength }),
			textKey("owner", "who does it", func(r *A) *string { return &r.Owner }),
			momentKey("due", "by when", func(r *A) *when.Moment { return &r.Due }),
			textKey("test", "how one sees that it works", func(r *A) *string { return &r.Test }),
			momentKey("finished", "when it was done", func(r *A) *when.Moment { return &r.Finished }),
		),
	}
}

func rcaTables() []table {
	type R = journal.RCA
	return []table{
		section("rca", "the root cause analysis", func(e *journal.Entry) *R { return &e.RCA },
			proseKey("summary", "three sentences at most", func(r *R) *string { return &r.Summary }),
			proseKey("impact", "who, how long, how much", func(r *R) *string { return &r.Impact }),
			proseKey("detection", "how it was found, and how it could have been found sooner", func(r *R) *string { return &r.Detection }),
			proseKey("surprise", "why were we surprised?", func(r *R) *string { return &r.Surprise }),
			proseKey("well", "what went well", func(r *R) *string { return &r.Well }),
			proseKey("badly", "what went badly", func(r *R) *string { return &r.Badly }),
			proseKey("lucky", "where we were lucky", func(r *R) *string { return &r.Lucky }),
			proseKey("not_doing", "what we chose not to do, and why", func(r *R) *string { return &r.NotDoing }),
			proseKey("questions", "what is still open, and who answers", func(r *R) *string { return &r.Questions }),
			wordsKey("attendees", "who took part", func(r *R) *[]string { return &r.Attendees }),
			textKey("facilitator", "who led it", func(r *R) *string { return &r.Facilitator }),
		),
		list("rca.events", "what happened, in order",
			func(e *journal.Entry) *[]journal.Event { return &e.RCA.Events },
			func(r *journal.Event) *journal.Origin { return &r.Origin },
			momentKey("at", "when", func(r *journal.Event) *when.Moment { return &r.At }),
			textKey("what", "what happened", func(r *journal.Event) *string { return &r.What }),
			textKey("evidence", "how we know", func(r *journal.Event) *string { return &r.Evidence }),
		),
		list("rca.factors", "the contributing factors, as an outline",
			func(e *journal.Entry) *[]journal.Factor { return &e.RCA.Factors },
			func(r *journal.Factor) *journal.Origin { return &r.Origin },
			always(numberKey("level", "the outline: a factor of the nearest line above with a smaller level",
				func(r *journal.Factor) *int { return &r.Level })),
			textKey("why", "the factor", func(r *journal.Factor) *string { return &r.Why }),
			wordKey("kind", "where it lies", journal.FactorKinds(), func(r *journal.Factor) *journal.FactorKind { return &r.Kind }),
			flagKey("guess", "it is supposed, not known", func(r *journal.Factor) *bool { return &r.Guess }),
		),
		list("rca.answers", "answers to help questions",
			func(e *journal.Entry) *[]journal.Answer { return &e.RCA.Answers },
			func(r *journal.Answer) *journal.Origin { return &r.Origin },
			textKey("question", "which help question", func(r *journal.Answer) *string { return &r.Question }),
			proseKey("text", "the answer", func(r *journal.Answer) *string { return &r.Text }),
		),
	}
}

// tellTables are the tables of telling those concerned: the report, the ledger, the apologies.
func tellTables() []table {
	type (
		P = journal.Report
		N = journal.Notice
		A = journal.Apology
	)
	return []table{
		section("report", "choices for the documents", func(e *journal.Entry) *P { return &e.Report },
			wordsKey("authors", "who signs", func(r *P) *[]string { return &r.Authors }),
			wordKey("status", "how far it is", journal.ReportStatuses(), func(r *P) *journal.ReportStatus { return &r.Status }),
			wordsKey("omit", "keys that are left out", func(r *P) *[]string { return &r.Omit }),
			flagKey("pseudonyms", "names are replaced", func(r *P) *bool { return &r.Pseudonyms }),
			wordsKey("persons", "who is Person A, B and so on in the copies that are out", func(r *P) *[]string { return &r.Persons }),
		),
		list("ledger", "who must hear of it, and who has",
			func(e *journal.Entry) *[]N { return &e.Ledger }, func(r *N) *journal.Origin { return &r.Origin },
			textKey("to", "who", func(r *N) *string { return &r.To }),
			textKey("affected", "how it touched them", func(r *N) *string { return &r.Affected }),
			wordKey("copy", "which copy they get", journal.CopyKinds(), func(r *N) *journal.CopyKind { return &r.Copy }),
			textKey("via", "how it reaches them", func(r *N) *string { return &r.Via }),
			momentKey("prepared", "a draft, a file, the clipboard: not yet sent", func(r *N) *when.Moment { return &r.Prepared }),
			momentKey("sent", "when it was sent", func(r *N) *when.Moment { return &r.Sent }),
			momentKey("acknowledged", "when they answered", func(r *N) *when.Moment { return &r.Acknowledged }),
			textKey("exempt", "why this person need not hear", func(r *N) *string { return &r.Exempt }),
		),
		section("apologize", "apologize", func(e *journal.Entry) *journal.Apologize { return &e.Apologize },
			stateKeys(func(r *journal.Apologize) *journal.State { return &r.State })...),
		list("apologies", "what is said to each person",
			func(e *journal.Entry) *[]A { return &e.Apologies }, func(r *A) *journal.Origin { return &r.Origin },
			textKey("to", "who", func(r *A) *string { return &r.To }),
			flagKey("heard", "I have heard them out", func(r *A) *bool { return &r.Heard }),
			proseKey("words", "core: what will I say?", func(r *A) *string { return &r.Words }),
			textKey("via", "how it is said", func(r *A) *string { return &r.Via }),
			momentKey("prepared", "a letter was made ready: not yet sent", func(r *A) *when.Moment { return &r.Prepared }),
			momentKey("said", "when it was said", func(r *A) *when.Moment { return &r.Said }),
			proseKey("answer", "what they answered", func(r *A) *string { return &r.Answer }),
			textKey("promise", "what I promised", func(r *A) *string { return &r.Promise }),
			momentKey("promise_due", "by when", func(r *A) *when.Moment { return &r.PromiseDue }),
			momentKey("promise_kept", "when it was kept", func(r *A) *when.Moment { return &r.PromiseKept }),
		),
	}
}

func learnTables() []table {
	type L = journal.Learn
	keys := append(stateKeys(func(r *L) *journal.State { return &r.State }),
		textKey("takeaway", "the lesson in one sentence", func(r *L) *string { return &r.Takeaway }),
		textKey("cue", "core: if …", func(r *L) *string { return &r.Cue }),
		textKey("plan", "core: … then I …", func(r *L) *string { return &r.Plan }),
		textKey("identity", "who I am with this lesson", func(r *L) *string { return &r.Identity }),
		textKey("principle", "the rule behind it", func(r *L) *string { return &r.Principle }),
		proseKey("story", "who I was, what I did, what it cost, what I did about it, what I do now", func(r *L) *string { return &r.Story }),
	)
	return []table{
		section("learn", "learn", func(e *journal.Entry) *L { return &e.Learn }, keys...),
		section("learn.review", "when the lesson comes back", func(e *journal.Entry) *journal.Review { return &e.Learn.Review },
			momentKey("due", "the next time", func(r *journal.Review) *when.Moment { return &r.Due }),
			textKey("algorithm", "what decides it", func(r *journal.Review) *string { return &r.Algorithm }),
		),
		list("learn.reviews", "how the lesson came back",
			func(e *journal.Entry) *[]journal.ReviewAnswer { return &e.Learn.Reviews },
			func(r *journal.ReviewAnswer) *journal.Origin { return &r.Origin },
			momentKey("at", "when", func(r *journal.ReviewAnswer) *when.Moment { return &r.At }),
			wordKey("answer", "what was remembered", journal.Recalls(), func(r *journal.ReviewAnswer) *journal.Recall { return &r.Answer }),
		),
		list("learn.cues", "each time that the situation came again",
			func(e *journal.Entry) *[]journal.Cue { return &e.Learn.Cues },
			func(r *journal.Cue) *journal.Origin { return &r.Origin },
			momentKey("at", "when", func(r *journal.Cue) *when.Moment { return &r.At }),
			always(flagKey("used", "was the plan used?", func(r *journal.Cue) *bool { return &r.Used })),
		),
		list("learn.told", "each time that the story was told",
			func(e *journal.Entry) *[]journal.Telling { return &e.Learn.Told },
			func(r *journal.Telling) *journal.Origin { return &r.Origin },
			textKey("to", "to whom", func(r *journal.Telling) *string { return &r.To }),
			momentKey("at", "when", func(r *journal.Telling) *when.Moment { return &r.At }),
		),
	}
}
