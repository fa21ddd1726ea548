package page_test

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"bounceback/journal"
	"bounceback/journal/when"
	"bounceback/ui/page"
)

func day(d int) when.Moment {
	return when.At(time.Date(2026, 11, d, 9, 30, 0, 0, time.FixedZone("", 3600)))
}

// full is an entry with something in every place that a page has.
func full() *journal.Entry {
	e := &journal.Entry{
		Title: "Rerouted production traffic", Happened: day(12), Captured: day(13), Severity: journal.Doozy, Witnessed: true, NearMiss: true,
		Quiet: true, Tags: []string{"network", "change"}, People: []string{"Dana"}, Feelings: []string{"stupid"}, RecurrenceOf: "k7h3m9xq2t",
		SameAs: "p4n8s2vw6y", Colleague: "Sam", What: "It went wrong.\nThen more.\n\nThen less.", Vent: "Argh.",
		Sting: []journal.Sting{{At: day(12), Level: 9}, {At: day(20), Level: 5}},
	}
	e.Own = journal.Own{
		State: journal.State{Status: journal.Done, Finished: day(14)}, Did: "I typed it.", Decided: "All.", Knew: "Little.", Cost: "A day.",
		Friend: "It happens.", KnewLater: []journal.Note{{At: day(15), Text: "More."}},
	}
	e.Fix = journal.Fix{
		State: journal.State{Status: journal.Doing}, Contained: "Stopped.", Repaired: "All of it.", Repairable: journal.RepairablePartly,
		UnrepairableBecause: "A day is gone.", Detected: day(12), Fixed: day(13),
		Actions: []journal.Action{
			{Do: "Two people look", Kind: journal.Prevent, Strength: journal.Strong, Owner: "me", Due: day(20), Test: "it refuses", Finished: day(19)},
			{Do: "An alarm"}, {Origin: 3},
		},
	}
	e.RCA = journal.RCA{
		Summary: "Short.", Impact: "Many.", Detection: "Late.", Surprise: "Names.", Well: "Calls.", Badly: "Alarms.", Lucky: "Night.",
		NotDoing: "Much.", Questions: "Why?", Attendees: []string{"Dana", "Priya"}, Facilitator: "Sam",
		Events:  []journal.Event{{At: day(12), What: "It began", Evidence: "log"}, {What: "It ended"}, {}},
		Factors: []journal.Factor{{Why: "names", Kind: "information"}, {Level: 3, Why: "teams", Guess: true}, {Level: 3, Why: "years"}, {Level: 1, Why: "plans"}, {Why: "load"}},
		Answers: []journal.Answer{{Question: "watching", Text: "Nobody."}},
	}
	e.Ledger = []journal.Notice{
		{To: "Dana", Affected: "was on call", Copy: "full", Via: "email", Prepared: day(13), Sent: day(13), Acknowledged: day(14)},
		{To: "customers"}, {To: "Kim", Exempt: "was away"},
	}
	e.Apologize.State = journal.State{Status: journal.Skipped, Reason: "nobody was hurt"}
	e.Apologies = []journal.Apology{{
		To: "Dana", Heard: true, Words: "I am sorry.\n\nTruly.", Via: "in person", Said: day(14), Answer: "Thanks.",
		Promise: "two weekends", PromiseDue: day(28), PromiseKept: day(29),
	}, {To: "Sam", Words: "I am sorry."}}
	e.Learn = journal.Learn{
		Takeaway: "Two people look.", Cue: "I am about to press enter", Plan: "I ask", Identity: "I slow down", Principle: "Pairs.", Story: "Once.",
		Cues: []journal.Cue{{At: day(24), Used: true}, {At: day(25)}}, Told: []journal.Telling{{To: "the new team", At: day(25)}},
		Reviews: []journal.ReviewAnswer{{At: day(20), Answer: "used"}},
	}
	return e
}

func TestWholePage(t *testing.T) { golden.RequireEqual(t, page.Markdown(full(), true)) }

func TestEmptyLeavesNoTrace(t *testing.T) {
	e := &journal.Entry{Title: "Kicked the cord", Happened: day(12), Captured: day(12)}
	if got, want := page.Markdown(e, true), "# Kicked the cord\n\nThu 12 Nov 2026, 09:30\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	e.Own.Did, e.Fix.Repaired, e.Learn.Story, e.Vent = " \n", "\n\n", " ", "\n"
	e.Own.Status, e.Learn.Status = journal.Todo, journal.Doing
	e.Fix.Actions = []journal.Action{{Origin: 1}}
	if got, want := page.Markdown(e, true), "# Kicked the cord\n\nThu 12 Nov 2026, 09:30\n"; got != want {
		t.Errorf("with blank texts: got %q, want %q", got, want)
	}
}

func TestVentIsOnlyOnAPrivatePage(t *testing.T) {
	if public := page.Markdown(full(), false); strings.Contains(public, "Argh") || strings.Contains(public, "nobody else") {
		t.Error("the vent is on a page that is not private")
	}
	if private := page.Markdown(full(), true); !strings.HasSuffix(private, "## For nobody else\n\nArgh.\n") {
		t.Error("the vent is not last on a private page")
	}
}

// A step without a word has no heading either, whatever follows it.
func TestNoEmptyHeadingBeforeTheVent(t *testing.T) {
	e := journal.New("k7h3m9xq2t", "Forgot the cake", day(12).Time(time.UTC))
	e.Vent = "Argh."
	want := "# Forgot the cake\n"
	if got := page.Markdown(&e, true); !strings.HasPrefix(got, want) || strings.Contains(got, "## Learn") || !strings.Contains(got, "## For nobody else") {
		t.Errorf("the page is\n%s", got)
	}
}

func TestLessonAndStory(t *testing.T) {
	for _, tt := range []struct{ name, got, want string }{
		{"lesson", page.Lesson(full()), "# Two people look.\n\n> If I am about to press enter, then I ask.\n\nI slow down\n\nPairs.\n\n*From:* Rerouted production traffic · 12 Nov 2026\n"},
		{"story", page.Story(full()), "# Rerouted production traffic\n\nOnce.\n\n*From:* Rerouted production traffic · 12 Nov 2026\n"},
		{"copy", page.LessonText("Two people look.\n", "a", "I b"), "Two people look.\nIf a, then I b."},
		{"copy without a plan", page.LessonText("Two.", "", ""), "Two."},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, tt.got, tt.want)
		}
	}
	e := full()
	e.Learn.Takeaway = ""
	if got := page.Lesson(e); !strings.HasPrefix(got, "# If I am about to press enter, then I ask.\n\nI slow down") {
		t.Errorf("without a takeaway the plan is the title; got %q", got)
	}
}

func TestIfThen(t *testing.T) {
	for _, tt := range []struct{ cue, plan, want string }{
		{"", "", ""},
		{"I am about to press enter", "I ask first", "If I am about to press enter, then I ask first."},
		{"I am about to press enter.", "ask first.", "If I am about to press enter, then I ask first."},
		{"If I mail everyone", "Then I wait an hour", "If I mail everyone, then I wait an hour."},
		{"Someone asks for a date", "Take a breath", "If someone asks for a date, then I take a breath."},
		{"Dana calls", "we look together", "If Dana calls, then we look together."},
		{"it is late", "My phone stays off", "If it is late, then my phone stays off."},
		{"I’m tired", "I'll stop", "If I’m tired, then I'll stop."},
		{"it rains", "Dana decides", "If it rains, then Dana decides."},
		{"two\nlines", "", "If two lines, …"},
		{"", "ask first", "I ask first."},
		{"日本", "待つ", "If 日本, then 待つ."},
	} {
		if got := page.IfThen(tt.cue, tt.plan); got != tt.want {
			t.Errorf("IfThen(%q, %q) = %q, want %q", tt.cue, tt.plan, got, tt.want)
		}
	}
}

func TestPlainHasNoMarks(t *testing.T) {
	e := full()
	e.What = "# 5 * 3 & <b> `x`\n1. ~a~ ~b~\n---"
	got := page.Plain(page.Markdown(e, true))
	for _, want := range []string{
		"Rerouted production traffic\n\nThu 12 Nov 2026, 09:30 · doozy", "Tags: network, change\n", "\n# 5 * 3 & <b> `x`\n1. ~a~ ~b~\n---\n",
		"\n\nOwn it\n\nDone Sat 14 Nov 2026, 09:30\n\nWhat did I do, or not do?\n\nI typed it.\n", "\nI am sorry.\n\nTruly.\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("plain page lacks %q:\n%s", want, got)
		}
	}
}

func TestPageIsSafe(t *testing.T) {
	e := full()
	e.Title, e.What, e.Learn.Cue = "a\x1b[31mb\u202ec", "x\x1b]0;evil\x07\ry\u2028# z\x00", "\x9b31m"
	for _, s := range []string{page.Markdown(e, true), page.Lesson(e), page.Story(e)} {
		if strings.ContainsAny(s, "\x1b\x07\x00\r\u202e\u2028\u009b") {
			t.Errorf("control characters in %q", s)
		}
	}
	if got := page.Markdown(e, true); !strings.Contains(got, "\n\\# z") {
		t.Errorf("a line separator made a heading: %q", got)
	}
}
