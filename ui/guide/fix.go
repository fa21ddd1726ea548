package guide

import (
	"strings"
	"time"

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
		since(at("fix.detected", "When was it noticed?", "“09:20” on the same day, “+5m” after it happened, “yesterday 14:00”.", func(e *entry) *when.Moment { return &e.Fix.Detected }),
			(*entry).Start),
		since(at("fix.fixed", "When was it fixed?", "“13:05” on the same day, “+4h” after it was noticed.", func(e *entry) *when.Moment { return &e.Fix.Fixed }), func(e *entry) when.Moment {
			if e.Fix.Detected.IsZero() {
				return e.Start()
			}
			return e.Fix.Detected
		}),
	}
	fs[4].aside = func(e *entry) string {
		if !e.Fix.Fixed.IsZero() { // said below, with the other one
			return ""
		}
		return e.Durations().Words(when.TookShort)
	}
	fs[5].aside = func(e *entry) string { return e.Durations().Words(when.TookShort) }
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
			return facts(string(a.Kind), strengthWords(a.Strength), a.Owner)
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
	f.list.more = func(e *entry, i int) string {
		if test := p(e, i).Test; test != "" {
			return "works when: " + test
		}
		return ""
	}
	f.list.state = func(e *entry, i int, now time.Time) (string, bool) {
		switch a := p(e, i); {
		case !a.Finished.IsZero():
			return "finished " + a.Finished.DayWords(), false
		case a.Due.OverdueAt(now):
			return "overdue since " + shortDay(a.Due, now), true
		case !a.Due.IsZero():
			return "due " + a.Due.DayWords(), false
		}
		return "", false
	}
	f.list.checks, f.list.nudge = true, actionNudge
	return tickable(f, "finished", "Finished.", "Open again.", func(e *entry, i int) *when.Moment { return &p(e, i).Finished })
}

// strengthWords says how well an action holds, in words that need no table.
func strengthWords(s journal.Strength) string {
	switch s {
	case journal.Strong:
		return "strong: by itself"
	case journal.Medium:
		return "medium: a second look"
	case journal.Weak:
		return "weak: from memory"
	}
	return string(s)
}

// shortDay is a day without its year, as long as that is now's.
func shortDay(m when.Moment, now time.Time) string {
	if d := m.Day(); d.Year == now.Year() {
		return d.Format("2 Jan")
	}
	return m.DayWords()
}

func ledgerList() field {
	p := func(e *entry, i int) *journal.Notice { return &e.Ledger[i] }
	f := of("ledger", "Who must hear of it, and who has?", "Everyone it touched gets to know: what happened, and what you did about it.", "somebody", "a adds the first.",
		func(e *entry) *[]journal.Notice { return &e.Ledger },
		func(e *entry, _ moments) journal.Notice { return journal.Notice{To: e.NextToTell()} },
		func(n *journal.Notice) string { return n.To },
		func(n *journal.Notice) string {
			copied := string(n.Copy)
			if copied != "" {
				copied += " copy"
			}
			return facts(copied, n.Via)
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
	f.list.more = func(e *entry, i int) string { return p(e, i).Affected }
	f.list.state = func(e *entry, i int, now time.Time) (string, bool) { return noticeState(p(e, i), now), false }
	f.list.checks = true
	return tickable(f, "told", "Told.", "Not told yet.", func(e *entry, i int) *when.Moment { return &p(e, i).Sent })
}

// noticeState is how far somebody's copy has come.
func noticeState(n *journal.Notice, now time.Time) string {
	switch {
	case !n.Acknowledged.IsZero():
		return "answered " + shortDay(n.Acknowledged, now)
	case !n.Sent.IsZero():
		return "told " + shortDay(n.Sent, now)
	case n.Exempt != "":
		return "need not hear: " + n.Exempt
	case n.Unconfirmed():
		return "prepared " + shortDay(n.Prepared, now) + ", did it go out?"
	}
	return "not told yet"
}

// facts joins what is there with a dot between.
func facts(parts ...string) string { return joinFacts(" · ", parts...) }

func joinFacts(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}
