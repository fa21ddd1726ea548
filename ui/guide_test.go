package ui

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/when"
)

// serious is an entry whose Own is done and whose Fix has been begun.
func serious() journal.Entry {
	e := someone()
	e.Severity = journal.Doozy
	e.Own.Did, e.Own.Knew = "I was in a hurry.", "That the train leaves at nine."
	e.MarkDone(journal.StepOwn, fixedNow)
	e.Fix.Repaired, e.Fix.Status = "New tickets.", journal.Doing
	e.Fix.Actions = []journal.Action{{Do: "Put the tickets by the door"}, {Do: "Leave early"}}
	e.RCA.Factors = []journal.Factor{{Why: "No list"}, {Why: "No time"}, {Why: "Late to bed"}}
	return e
}

// toRow moves the selection to the row that begins with a question.
func (p *person) toRow(ask string) {
	p.Helper()
	p.press("g")
	for range 60 {
		for _, l := range p.lines() {
			if strings.Contains(l, "▌ "+ask) {
				return
			}
		}
		p.press("j")
	}
	p.Fatalf("no row %q:\n%s", ask, p.frame())
}

func TestListOfActions(t *testing.T) {
	p := sitWith(t, nil, serious())
	p.press("enter")
	p.toRow("Actions")
	p.press("enter")
	p.shows("Put the tickets by the door", "Leave early", "space finished")
	p.press("a")
	p.shows("What will be done?")
	p.write("Set two alarms")
	p.press("tab")
	p.shows("What is it for?", "prevent")
	p.press("l l enter")
	p.shows("How well does it hold?")
	p.press("esc esc") // leaves the rest, keeps the item
	p.shows("Set two alarms", "prevent")
	p.press("K K space")
	p.shows("Finished.", "finished 22 Nov 2026")
	p.press("space")
	p.shows("Open again.")
	p.press("j d")
	p.shows("Taken out. u brings it back.")
	p.hides("Put the tickets by the door")
	p.press("u")
	p.shows("It is back.", "Put the tickets by the door")
	p.press("esc q")
	var got []string
	for _, a := range p.only().Entry.Fix.Actions {
		got = append(got, a.Do+"/"+string(a.Kind)+"/"+a.Finished.String())
	}
	want := []string{"Set two alarms/prevent/", "Put the tickets by the door//", "Leave early//"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("actions (-want +got):\n%s", d)
	}
}

// What is taken out and brought back after a save takes no other item's comments.
func TestBroughtBackAfterASave(t *testing.T) {
	p := sitWith(t, nil, serious())
	path := p.paths()[0]
	text := p.read(path)
	text = strings.Replace(text, "do = \"Leave early\"", "# mine alone\ndo = \"Leave early\"", 1)
	text = strings.Replace(text, "do = \"Put", "# by the door\ndo = \"Put", 1)
	p.overwrite(path, text)
	p.restart()
	p.press("enter")
	p.toRow("Actions")
	p.press("enter d")
	p.saveTimer()
	p.hides("Put the tickets")
	p.press("u")
	p.saveTimer()
	got := p.read(path)
	if !strings.Contains(got, "# mine alone\ndo = \"Leave early\"") || strings.Contains(got, "# mine alone\ndo = \"Put") {
		t.Errorf("comments wandered:\n%s", got)
	}
	// At once, nothing is lost at all.
	p.overwrite(path, text)
	p.restart()
	p.press("enter")
	p.toRow("Actions")
	p.press("enter d u")
	p.saveTimer()
	if got := p.read(path); got != text {
		t.Errorf("taking out and bringing back changed the file:\n%s", cmp.Diff(text, got))
	}
	p.press("d u J")
	p.saveTimer()
	if got := p.read(path); !strings.Contains(got, "# mine alone\ndo = \"Leave early\"") || !strings.Contains(got, "# by the door\ndo = \"Put") {
		t.Errorf("comments wandered:\n%s", got)
	}
}

func TestOutline(t *testing.T) {
	p := sitWith(t, nil, serious())
	p.press("enter")
	p.toRow("What contributed to it?")
	p.press("enter > j > > j > K")
	p.press("esc q")
	var got []string
	for _, f := range p.only().Entry.RCA.Factors {
		got = append(got, strings.Repeat(">", f.Level)+f.Why)
	}
	if d := cmp.Diff([]string{"No list", ">Late to bed", ">No time"}, got); d != "" {
		t.Errorf("factors (-want +got):\n%s", d)
	}
}

func TestEveryKindOfField(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter esc t")
	p.shows("In one line", "The facts", "When?")
	p.toRow("In one line")
	p.press("enter ctrl+end")
	p.write(" again")
	p.press("esc")
	p.toRow("When?")
	p.press("enter ctrl+a ctrl+k")
	p.write("the day that never was")
	p.press("tab")
	p.shows("▌ the day that never was", "“the day that never was” is not a date I can read", "2026-11-14")
	if !p.app.writing() {
		t.Error("an unreadable day is left without a word")
	}
	p.press("tab") // and the second time it lets go
	p.shows("How bad?", "blunder")
	p.press("end esc")
	p.toRow("When?")
	p.shows("“the day that never was” isn’t a day or time yet") // the old day stands in the file until there is a new one
	p.press("enter")
	p.shows("the day that never was") // and what was typed is still there
	p.press("ctrl+a ctrl+k")
	p.write("yesterday 14:00")
	p.press("tab")
	p.shows("How bad?", "[not said]")
	p.press("right right right")
	p.shows("[stumble]", "it cost somebody a day")
	p.press("enter")
	p.shows("Who was affected?")
	p.write(`, "Smith, Jo", the "big" boss`)
	p.press("tab")
	p.write("travel,hurry")
	p.press("tab")
	p.write("stupid")
	p.press("tab") // a list comes next: that is on the page
	p.press("down enter")
	p.shows("Others saw it")
	p.press("right enter")
	p.shows("It was a near miss")
	p.press("esc q")
	e := p.only().Entry
	got := map[string]any{
		"title": e.Title, "happened": e.Happened.String(), "severity": e.Severity, "people": e.People, "tags": e.Tags, "feelings": e.Feelings,
		"witnessed": e.Witnessed, "near_miss": e.NearMiss,
	}
	want := map[string]any{
		"title": someone().Title + " again", "happened": "2026-11-21T14:00:00+01:00", "severity": journal.Stumble,
		"people": []string{"Dana", "Smith, Jo", `the "big" boss`}, "tags": []string{"travel", "hurry"}, "feelings": []string{"stupid"},
		"witnessed": true, "near_miss": false,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("the file (-want +got):\n%s", d)
	}
}

// A moment that is looked at and left stays as it was written, to the second and the offset.
func TestAMomentLeftAlone(t *testing.T) {
	p := sitWith(t, nil, someone())
	path := p.paths()[0]
	text := strings.Replace(p.read(path), "happened = 2026-11-21T20:15:00+01:00", "happened = 2026-11-21T20:15:42.5+05:30", 1)
	p.overwrite(path, text)
	p.restart()
	p.press("enter esc t")
	p.toRow("When?")
	p.press("enter tab esc q")
	if got := p.read(path); got != text {
		t.Errorf("the file changed: %s", cmp.Diff(text, got))
	}
}

func TestSkipAndOpenAgain(t *testing.T) {
	p := sitWith(t, nil, serious())
	p.press("enter esc enter ]")
	p.shows("s skip: nobody was hurt")
	p.press("s")
	p.shows("Apologize: skipped, nobody was hurt.", "If …")
	p.press("esc [")
	p.shows("skipped: nobody was hurt", "Why it is skipped")
	p.toRow("Why it is skipped")
	p.press("enter ctrl+a ctrl+k")
	p.write("they laughed")
	p.press("esc")
	p.shows("skipped: they laughed")
	if e := p.only().Entry; e.Apologize.Status != journal.Skipped || e.Apologize.Reason != "they laughed" || len(e.Apologies) > 0 {
		t.Errorf("the file has %+v, %v", e.Apologize, e.Apologies)
	}
	p.press("x")
	p.shows("Apologize is open again.", "doing")
	if e := p.only().Entry; e.Apologize.Status != journal.Doing || e.Apologize.Reason != "" {
		t.Errorf("the file has %+v", e.Apologize)
	}
}

// A step with words in it is not skipped, and the page says what goes instead.
func TestWrittenStepIsNotSkipped(t *testing.T) {
	p := sitWith(t, nil, serious())
	p.press("enter")
	p.write("I went too fast.")
	p.press("esc s")
	p.shows("There is something here, so it isn’t skipped. x says that it is done.")
	if e := p.only().Entry; e.Own.Status == journal.Skipped {
		t.Errorf("the file has %+v", e.Own)
	}
}

func TestWhatOneKnewIsFrozen(t *testing.T) {
	p := sitWith(t, nil, serious())
	p.press("enter [")
	p.toRow("What did I know at that moment?")
	p.press("enter")
	p.shows("It stays as you wrote it then.")
	p.press("e")
	if p.app.writing() || p.app.editing != nil {
		t.Error("the frozen text opens")
	}
	p.press("m")
	p.toRow("What do I know by now?")
	p.press("enter")
	p.write("That it leaves at half past eight on Sundays.")
	p.press("tab")
	p.press("esc esc q")
	e := p.only().Entry
	if e.Own.Knew != serious().Own.Knew || len(e.Own.KnewLater) != 1 || e.Own.KnewLater[0].At.String() != "2026-11-22T20:15:00+01:00" {
		t.Errorf("the file has %q and %+v", e.Own.Knew, e.Own.KnewLater)
	}
}

func TestSting(t *testing.T) {
	p := sitWith(t, nil, serious())
	p.press("enter p")
	p.shows("How much does it sting now?", "Type the number, or move with the arrow keys.")
	p.press("8 enter")
	p.shows("Noted: 8.")
	p.clock = p.clock.Add(48 * time.Hour)
	p.press("p")
	p.shows("[8]")
	p.press("left left left left left enter")
	p.shows("Noted: 3.")
	p.press("p enter esc q") // the same again, within the hour
	var got []int
	for _, s := range p.only().Entry.Sting {
		got = append(got, s.Level)
	}
	if d := cmp.Diff([]int{8, 3}, got); d != "" {
		t.Errorf("readings (-want +got):\n%s", d)
	}
}

// On a small screen why it is asked takes one row, and the rest is for the text.
func TestWhyOnASmallScreen(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.shows("Begin with “I” and what you did. One plain sentence is enough.")
	p.resize(40, 12)
	p.shows("▌ Begin with “I” and what you did. …")
	p.hides("sentence is enough")
	p.press("esc p")
	p.shows("[5]", "10", "Type the number, or move", "with the arrow keys.")
}

// What is said below a text is said whole where there is room, and takes no row from the text.
func TestWordsBelowATextOnASmallScreen(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.resize(40, 12)
	p.press("enter")
	p.shows("│ Still doing harm? F8 leads to", "│ stopping it first.")
	p.write("I left at six, and I had everyone's tickets in the bag that stayed at home, on the chair by the door.")
	p.shows("│ ▌ stayed at home, on the chair by", "│ ▌ the door.")
	p.press("esc")
	p.resize(34, 9)
	p.shows("│ ▌ everyone's tickets in the    │", "│ Written. x marks the step as …")
}

// Looking at a date writes nothing, whatever became of the items meanwhile.
func TestLookingAtADateWritesNothing(t *testing.T) {
	due := func(d int) when.Moment { return when.On(when.DayOf(fixedNow).AddDays(d)) }
	e := someone()
	e.MarkDone(journal.StepOwn, fixedNow)
	e.Fix.Repaired = "All have new ones."
	e.Fix.Actions = []journal.Action{{Do: "First", Due: due(9)}, {Do: "Second", Due: due(32)}}
	p := sitWith(t, nil, e)
	p.press("enter")
	p.toRow("Actions")
	p.press("enter enter")
	p.toRow("By when?")
	p.press("enter esc esc J") // looked at the first one, then moved it down
	p.press("k enter")
	p.toRow("By when?")
	p.press("enter esc")
	p.toRow("Finished when?")
	p.press("enter esc esc space") // an empty one looked at, then ticked, then looked at again
	p.press("enter")
	p.toRow("Finished when?")
	p.press("enter esc q")
	got := p.only().Entry.Fix.Actions
	if len(got) != 2 || got[0].Do != "Second" || got[0].Due != due(32) || got[1].Due != due(9) || got[0].Finished.IsZero() {
		t.Errorf("the file has %+v", got)
	}
}

// An apology that is written on goes back to its list with tab, like one that is new: the questions of the longer way come
// only to somebody who looks at the item's page.
func TestAnApologyIsWrittenOn(t *testing.T) {
	e := someone()
	e.Apologies = []journal.Apology{{To: "Dana", Words: "I am sorry."}}
	p := sitWith(t, nil, e)
	p.press("enter esc ] ] enter")
	p.shows("What will I say?", "tab done writing")
	p.write(" I took your seat.")
	p.press("tab")
	p.shows("space said it")
	p.press("enter esc down")
	p.press("enter")
	p.shows("Have I heard them out?", "tab next question")
	p.press("z")
	p.shows("Nothing is written here.")
	p.press("esc esc space")
	p.saveTimer()
	if got := p.only().Entry.Apologies[0]; got.Words != "I am sorry. I took your seat." || got.Said.IsZero() || got.Heard {
		t.Errorf("the apology is %+v", got)
	}
}
