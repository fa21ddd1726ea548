package ui

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/when"
)

// begun is the entry that the analysis is written for: it happened on 21 November at 09:12, in Berlin's winter time.
func begun(t *testing.T) journal.Entry {
	t.Helper()
	e := serious()
	e.Happened = at(t, "2026-11-21T09:12:00+01:00")
	e.RCA.Factors = nil
	return e
}

func at(t *testing.T, s string) when.Moment {
	t.Helper()
	m, err := when.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// toList opens a list of the fix step, with all its questions unfolded.
func (p *person) toList(ask string) {
	p.Helper()
	p.press("enter m")
	p.toRow(ask)
	p.press("enter")
}

// told are the events of the one entry on disk, in their order there.
func (p *person) told() []string {
	p.Helper()
	var out []string
	for _, v := range p.only().Entry.RCA.Events {
		out = append(out, strings.TrimSpace(v.At.String()+" "+v.What+" | "+v.Evidence))
	}
	return out
}

// Five events in a row, as one types them: enter goes on, and the list is in order when one is back on it.
func TestTimelineOfEvents(t *testing.T) {
	p := sitWith(t, nil, begun(t))
	p.toList("What happened when?")
	p.shows("What happened?", "It happened 21 Nov 2026, 09:12")
	p.write("09:20 Dana sees the graphs")
	p.press("enter")
	p.shows("21 Nov 2026, 09:20 is its time now, the rest its words.", "How do you know?", "enter and the next one")
	p.write("call record")
	p.press("enter")
	p.shows("After 21 Nov 2026, 09:20: Dana sees the graphs")
	p.write("+1h30m Dana drives\n\n")
	p.write("09:12 The reroute starts\nchange log\n")
	p.write("-10m The tool is opened\n\n")
	p.write("Everyone is tired")
	p.press("enter")
	p.shows("When?")
	p.press("enter enter") // no time, and no evidence
	p.press("enter")       // once too often, and nothing happens
	p.shows("Nothing is written here. Once more goes back to the list.")
	p.press("enter")
	p.shows("Sat 21 Nov 2026", "09:02 The tool is opened", "a add an event")
	p.press("esc q")
	want := []string{
		"2026-11-21T09:02:00+01:00 The tool is opened |",
		"Everyone is tired |", // behind the one that it followed
		"2026-11-21T09:12:00+01:00 The reroute starts | change log",
		"2026-11-21T09:20:00+01:00 Dana sees the graphs | call record",
		"2026-11-21T10:50:00+01:00 Dana drives |",
	}
	if d := cmp.Diff(want, p.told()); d != "" {
		t.Errorf("events (-want +got):\n%s", d)
	}
}

// A timeline that is not in order is put so when it is opened; the comments in the file go with their events.
func TestTimelineOpensInOrder(t *testing.T) {
	e := begun(t)
	e.RCA.Events = []journal.Event{
		{At: at(t, "2026-11-21T09:20:00+01:00"), What: "later"}, {What: "and then"}, {At: at(t, "2026-11-21T09:12:00+01:00"), What: "first"},
		{At: at(t, "2026-11-21T09:20:00+01:00"), What: "as late"},
	}
	p := sitWith(t, nil, e)
	path := p.paths()[0]
	p.overwrite(path, strings.Replace(p.read(path), "what = \"first\"", "what = \"first\" # mine", 1))
	p.restart()
	p.toList("What happened when?")
	p.press("esc")
	p.saveTimer()
	names := func() string {
		var out []string
		for _, v := range p.only().Entry.RCA.Events {
			out = append(out, v.What)
		}
		return strings.Join(out, ", ")
	}
	if got := names(); got != "first, later, and then, as late" || !strings.Contains(p.read(path), "what = \"first\" # mine") {
		t.Errorf("the events are %s:\n%s", got, p.read(path))
	}
	p.press("enter g j K") // no other time lets it go above
	p.shows("The list is in order of time.", "▌ 09:20  later")
	p.press("G K") // of the same time as what the one above follows
	p.shows("▌ 09:20  as late")
	p.press("k J J J") // and down, behind what has its time or none, to the end
	p.press("esc q")
	if got := names(); got != "first, as late, and then, later" {
		t.Errorf("the events are %s", got)
	}
}

// What is typed for a time and can't be read goes with its event when the list puts itself in order, and so does the row.
func TestUnreadTimeFollowsItsEvent(t *testing.T) {
	e := begun(t)
	e.RCA.Events = []journal.Event{{At: at(t, "2026-11-21T09:12:00+01:00"), What: "one"}, {At: at(t, "2026-11-21T09:20:00+01:00"), What: "two"}, {At: at(t, "2026-11-21T09:30:00+01:00"), What: "three"}}
	p := sitWith(t, nil, e)
	p.toList("What happened when?")
	p.press("g j enter j enter ctrl+a ctrl+k")
	p.write("half past")
	p.press("esc esc esc") // said once, left then, and back on the list
	p.shows("▌ 09:20  two", "“half past” isn’t a day or time yet")
	p.press("j enter j enter ctrl+a ctrl+k")
	p.write("-30m") // three becomes the first, before the one above it
	p.press("esc esc")
	p.shows("▌ 08:50  three")
	p.press("j j")
	p.shows("▌ 09:20  two", "▌        “half past” isn’t a day or time yet")
	p.press("a")
	p.write("09:14 a new one\n\n\n\n") // and one before it came and went, with nothing in it
	p.shows("▌ 09:14  a new one", "09:20 two “half past” isn’t a day or time yet")
	p.press("d j")
	p.shows("▌ 09:20  two", "▌        “half past” isn’t a day or time yet")
	p.press("enter j enter")
	p.shows("half past")
	p.press("ctrl+a ctrl+k")
	p.write("+5m") // after the event above
	p.press("esc esc")
	p.shows("▌ 09:17  two")
	p.hides("half past")
	p.press("esc q")
	if d := cmp.Diff([]string{"2026-11-21T08:50:00+01:00 three |", "2026-11-21T09:12:00+01:00 one |", "2026-11-21T09:17:00+01:00 two |"}, p.told()); d != "" {
		t.Errorf("events (-want +got):\n%s", d)
	}
}

// Letters that are typed on after the list put itself in order go on in the words that were left, wherever those are by now.
func TestTypedOnIntoTheEventThatMoved(t *testing.T) {
	e := begun(t)
	e.RCA.Events = []journal.Event{{At: at(t, "2026-11-21T09:20:00+01:00"), What: "late"}}
	p := sitWith(t, nil, e)
	p.toList("What happened when?")
	p.press("a")
	p.write("09:12 early")
	p.press("tab")
	p.write("the l")
	p.press("tab")
	p.send(keyPress("h")) // which would open the questions that help
	p.send(keyPress("w"))
	p.press("esc esc esc q")
	if d := cmp.Diff([]string{"2026-11-21T09:12:00+01:00 early | the l hw", "2026-11-21T09:20:00+01:00 late |"}, p.told()); d != "" {
		t.Errorf("events (-want +got):\n%s", d)
	}
}

// While somebody writes in an event nothing moves it, and what others write meanwhile is merged.
func TestTimelineStaysWhileOneWrites(t *testing.T) {
	e := begun(t)
	e.RCA.Events = []journal.Event{{At: at(t, "2026-11-21T09:12:00+01:00"), What: "one"}, {At: at(t, "2026-11-21T09:20:00+01:00"), What: "two"}}
	p := sitWith(t, nil, e)
	path := p.paths()[0]
	p.toList("What happened when?")
	p.press("a")
	p.write("09:15 mine")
	p.elsewhere(path, func(e *journal.Entry) {
		e.RCA.Events = append([]journal.Event{{At: at(t, "2026-11-21T09:30:00+01:00"), What: "theirs"}}, e.RCA.Events...)
	})
	p.saveTimer()
	p.look()
	p.shows("09:15 mine")
	if !p.app.writing() {
		t.Fatalf("no longer writing:\n%s", p.frame())
	}
	p.write(" too")
	p.press("enter esc esc") // its words, and out
	p.shows("▌ 09:15  mine too")
	p.press("esc q")
	want := []string{
		"2026-11-21T09:12:00+01:00 one |", "2026-11-21T09:15:00+01:00 mine too |", "2026-11-21T09:20:00+01:00 two |", "2026-11-21T09:30:00+01:00 theirs |",
	}
	if d := cmp.Diff(want, p.told()); d != "" {
		t.Errorf("events (-want +got):\n%s", d)
	}
}

// The times of the fix are told from when it happened, and say how long it took.
func TestDetectedAndFixed(t *testing.T) {
	p := sitWith(t, nil, begun(t))
	p.press("enter m")
	p.toRow("When was it noticed?")
	p.press("enter")
	p.write("+8m")
	p.press("tab")
	p.shows("Noticed after 8 min")
	p.write("13:20")
	p.press("esc")
	p.shows("Noticed after 8 min, fixed after 4 h 8 min")
	f := p.only().Entry.Fix
	if f.Detected.String() != "2026-11-21T09:20:00+01:00" || f.Fixed.String() != "2026-11-21T13:20:00+01:00" {
		t.Errorf("the file has %s and %s", f.Detected, f.Fixed)
	}
	p.press("v")

	p.press("esc t")
	p.toRow("When?")
	p.press("enter ctrl+a ctrl+k")
	p.write("2026-11-21")
	p.press("esc ]  ]")
	p.toRow("When was it noticed?")
	p.press("enter ctrl+a ctrl+k")
	p.write("+8m")
	p.press("tab")
	p.shows("“+8m” counts from 21 Nov 2026, which has no time of day; try one like “09:12”")
}

func TestOutlineOfFactors(t *testing.T) {
	p := sitWith(t, nil, begun(t))
	p.toList("What contributed to it?")
	p.write("No list\nNobody owns it\nNo time\n\n\n")
	p.shows("▌ No time", "a add a factor")
	p.press("k > j >")
	p.shows("├─ Nobody owns it", "└─ No time")
	p.press(">")
	p.shows("└─ Nobody owns it", "   └─ No time", "One line so far. What else had to be true for this to happen?")
	p.press(">") // never more than one deeper
	p.shows("   └─ No time")
	p.press("k <") // with what it has below
	p.shows("▌ Nobody owns it", "  └─ No time")
	p.hides("One line so far")
	p.press("K")
	p.press("w w ~")
	p.shows("▌ Nobody owns it  tool · a guess")
	p.press("j K")
	p.shows("It moves among those that belong to the same line.")
	p.press("k a") // behind what the line has below it, on its level
	p.write("Late to bed")
	p.press("tab")
	p.press("esc q")
	var got []string
	for _, f := range p.only().Entry.RCA.Factors {
		s := strings.Repeat(">", f.Level) + f.Why + "/" + string(f.Kind)
		if f.Guess {
			s += "?"
		}
		got = append(got, s)
	}
	if d := cmp.Diff([]string{"Nobody owns it/tool?", ">No time/", "Late to bed/", "No list/"}, got); d != "" {
		t.Errorf("factors (-want +got):\n%s", d)
	}
}

func TestQuestionsThatHelp(t *testing.T) {
	e := begun(t)
	e.RCA.Answers = []journal.Answer{{Question: "What would Kim say?", Text: "Sleep."}}
	p := sitWith(t, nil, e)
	p.press("enter m")
	p.toRow("Actions")
	p.press("enter h")
	p.shows("questions that help", "These stay with you.", "What were you watching?")
	p.press("enter")
	p.write("The clock.")
	p.press("tab")
	p.shows("What went unnoticed?", "It stays with you: no report has it.")
	p.write("The name.")
	p.press("esc G k k")
	p.shows("Why was it a surprise?", "These three are part of the analysis, and so of its report.")
	p.press("enter")
	p.write("The drawing was old.")
	p.press("esc h")
	p.shows("Actions", "Put the tickets by the door") // back where one came from
	want := []journal.Answer{{Question: "What would Kim say?", Text: "Sleep."}, {Question: "watching", Text: "The clock."}, {Question: "unnoticed", Text: "The name."}}
	answers := func() []journal.Answer {
		got := p.only().Entry.RCA.Answers
		for i := range got {
			got[i].Origin = 0
		}
		return got
	}
	if d := cmp.Diff(want, answers()); d != "" || p.only().Entry.RCA.Surprise != "The drawing was old." {
		t.Errorf("answers (-want +got):\n%s", d)
	}
	p.press("h g enter ctrl+a ctrl+k")
	p.saveTimer()
	p.press("esc esc")
	if d := cmp.Diff([]journal.Answer{want[0], want[2]}, answers()); d != "" {
		t.Errorf("an answer without words (-want +got):\n%s", d)
	}
	p.press("esc")
	p.toRow("Other questions that helped")
	p.shows("What would Kim say?", "What went unnoticed?")
	p.press("enter j enter enter")
	p.shows("What went unnoticed?")
	p.press("esc esc esc ] h")
	p.hides("questions that help")
}

// A second answer to the same question, from another machine, leaves alone the one that is being written.
func TestQuestionAnsweredTwice(t *testing.T) {
	p := sitWith(t, nil, begun(t))
	p.press("enter h enter")
	p.write("The clock")
	p.elsewhere(p.paths()[0], func(e *journal.Entry) {
		e.RCA.Answers = []journal.Answer{{Question: "watching", Text: "The door."}}
	})
	p.saveTimer()
	p.look()
	p.write(" on the wall.")
	p.press("esc esc q")
	got := map[string]bool{}
	for _, a := range p.only().Entry.RCA.Answers {
		got[a.Question+": "+a.Text] = true
	}
	if d := cmp.Diff(map[string]bool{"watching: The door.": true, "watching: The clock on the wall.": true}, got); d != "" {
		t.Errorf("answers (-want +got):\n%s", d)
	}
}

func TestActionsAndLedgerTellHowFarTheyAre(t *testing.T) {
	e := begun(t)
	e.People = []string{"Dana", "Kim"}
	e.Fix.Repaired = "All of it."
	e.Fix.Actions = []journal.Action{
		{Do: "Set two alarms", Kind: journal.Prevent, Strength: journal.Weak, Owner: "me", Due: at(t, "2026-11-03"), Test: "both ring"},
		{Do: "Leave early", Kind: journal.Prevent, Strength: journal.Medium, Due: at(t, "2026-12-24")},
		{Do: "Buy a map", Kind: journal.Limit, Finished: at(t, "2026-11-20")},
	}
	e.Ledger = []journal.Notice{{To: "Dana", Copy: "full", Via: "email", Prepared: at(t, "2026-11-13")}}
	p := sitWith(t, nil, e)
	p.toList("Actions")
	p.shows("overdue since 3 Nov · prevent · weak: from memory · me", "works when: both ring", "due 24 Dec 2026", "✓ Buy a map", "finished 20 Nov 2026",
		"Nothing here notices it sooner yet.")
	p.press("G d d")
	p.press("j") // the note is gone with the next key
	p.shows("All of it leans on memory so far.")
	p.press("esc")
	p.toRow("Who must hear of it, and who has?")
	p.press("enter")
	p.shows("full copy · email · prepared 13 Nov, did it go out?")
	p.press("space a")
	p.write("missed the train")
	p.press("esc esc")
	p.shows("✓ Dana", "told 22 Nov", "▌ Kim", "missed the train", "not told yet")
	p.press("space esc")
	p.shows("Everyone has been told. x marks the step as done.")
}

// Somebody who types on after tab has led to a list means something new in it, and not the text before.
func TestTypingOnAtAListAddsToIt(t *testing.T) {
	e := begun(t)
	e.RCA.Impact = "Three hours"
	p := sitWith(t, nil, e)
	p.press("enter m")
	p.toRow("Who was affected")
	p.press("enter tab")
	p.shows("▌ What happened when?")
	p.write("09:12 Mara called")
	p.press("tab esc")
	p.saveTimer()
	got := p.only().Entry.RCA
	if got.Impact != "Three hours" || len(got.Events) != 1 || got.Events[0].What != "Mara called" || got.Events[0].At.Clock() != "09:12" {
		t.Errorf("the file says %q, %+v", got.Impact, got.Events)
	}
}

// A time that counts on counts from the event that is selected: the one that was written just now.
func TestCountingOnFromTheEventBefore(t *testing.T) {
	e := begun(t)
	p := sitWith(t, nil, e)
	p.toList("What happened when?")
	p.write("10:40 late")
	p.press("tab tab a")
	p.write("09:12 early")
	p.press("tab tab a")
	p.write("+5m soon after")
	p.press("tab tab")
	p.shows("09:17  soon after")
}

// On the page of a step a adds to the list that is selected.
func TestAddingFromThePage(t *testing.T) {
	p := sitWith(t, nil, begun(t))
	p.press("enter m")
	p.toRow("What contributed to it?")
	p.press("a")
	p.write("No list")
	p.press("tab")
	p.saveTimer()
	if got := p.only().Entry.RCA.Factors; len(got) != 1 || got[0].Why != "No list" {
		t.Errorf("the file says %+v", got)
	}
}
