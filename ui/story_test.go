package ui

import (
	"image/color"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
)

func TestTheShortWay(t *testing.T) {
	p := sit(t)
	p.shows("Mistakes are welcome here.", "c capture")
	p.press("c")
	p.shows("What happened?")
	p.write("Sent the wrong price to every customer +mail @Dana")
	p.press("enter")
	p.shows("Sent the wrong price to every customer", "Kept. enter goes on with it", "1 Timeline")
	p.press("enter")
	p.shows("Own it", "What did I do, or not do?", "Still doing harm? F8 leads to stopping it first.")
	p.write("I pressed send without a second look.")
	p.shows("editing")
	p.hides("Still doing harm?")
	p.press("tab")
	p.shows("saved 20:15", "Written. x marks the step as done.", "x done")
	p.press("x")
	p.shows("Own it: done.", "What is put right, and who has been told?")
	p.write("The prices are right again, and everyone has a mail.")
	p.press("tab x")
	p.shows("To Dana", "What will I say?")
	p.write("Oops. I goofed. Sorry about that.")
	p.press("tab")
	p.shows("Dana", "Oops. I goofed. Sorry about that.", "space when you have said it, x when the step is done.")
	p.press("space")
	p.shows("said 22 Nov 2026")
	p.press("x")
	p.shows("Learn can wait until it stings less.", "If …")
	p.write("I am about to press send")
	p.press("enter")
	p.shows("If I am about to press send …", "… then I …")
	p.write("I read the first line aloud")
	p.press("tab x")
	p.shows("It is mended, and the seam is part of it.", "If I am about to press send, then I read the first line aloud.", "━━━━")
	p.press("enter")
	p.shows("━━━━", "mended")
	p.press("q")
	if !p.ended {
		t.Fatal("q does not quit")
	}

	e := p.only().Entry
	for got, want := range map[string]string{
		e.Title: "Sent the wrong price to every customer", e.Own.Did: "I pressed send without a second look.",
		e.Fix.Repaired: "The prices are right again, and everyone has a mail.", e.Apologies[0].Words: "Oops. I goofed. Sorry about that.",
		e.Apologies[0].To: "Dana", e.Learn.Cue: "I am about to press send", e.Learn.Plan: "I read the first line aloud",
		strings.Join(e.Tags, " "): "mail", strings.Join(e.People, " "): "Dana",
	} {
		if got != want {
			t.Errorf("the file has %q, want %q", got, want)
		}
	}
	if !e.Mended() || len(e.Apologies) != 1 || e.Apologies[0].Said.IsZero() {
		t.Errorf("not mended: %v, %+v", e.Statuses(), e.Apologies)
	}
	if d := p.drafts(); len(d) > 0 {
		t.Errorf("drafts are left: %v", d)
	}
	p.restart()
	p.shows("Sent the wrong price to every customer", "mended")
}

func TestCaptureFromAnywhere(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was in a hur")
	p.press("f2")
	p.shows("What happened?")
	p.write("Dropped the cake")
	p.press("enter")
	p.hides("What happened?")
	p.shows("I was in a hur", "Kept. It is out of your head now.")
	p.write("ry.")
	p.press("ctrl+n")
	p.write("Called her by the wrong name")
	p.press("enter esc")
	p.shows("I was in a hurry.")
	p.press("v f2")
	p.write("And on the page as well")
	p.press("enter esc esc 2 c")
	p.write("From the lessons")
	p.press("enter ? f2")
	p.write("From help")
	p.press("enter n f2")
	p.write("From what waits")
	p.press("enter 1")
	p.shows("Dropped the cake", "Called her by the wrong name", "And on the page as well", "From the lessons", "From help", "From what waits")
	if n := len(p.paths()); n != 7 {
		t.Errorf("%d entries, want 7", n)
	}
}

func TestCaptureKeepsWhatWasTyped(t *testing.T) {
	p := sit(t)
	p.press("c")
	p.write("Told everyone that")
	p.press("esc")
	p.hides("Told everyone that")
	if got := p.drafts()["capture.txt"]; got != "Told everyone that" {
		t.Errorf("capture.txt holds %q", got)
	}
	p.press("c")
	p.shows("Told everyone that")
	p.press("ctrl+c") // while it is open
	if !p.ended {
		t.Fatal("ctrl+c does not quit")
	}
	p.restart()
	p.press("c")
	p.shows("Told everyone that")
	p.write(" I knew")
	p.press("enter")
	if got := p.only().Entry.Title; got != "Told everyone that I knew" {
		t.Errorf("captured %q", got)
	}
	if d := p.drafts(); len(d) > 0 {
		t.Errorf("drafts are left: %v", d)
	}
	p.restart()
	p.press("c")
	p.hides("Told everyone that I knew\n │")
	if p.app.capture.Text() != "" {
		t.Errorf("the line is offered again: %q", p.app.capture.Text())
	}
}

func TestCaptureThatCannotBeSaved(t *testing.T) {
	p := sit(t)
	p.disk.failOn(os.ErrPermission, "/entries/")
	p.press("c")
	p.write("Dropped the cake")
	p.press("enter")
	p.shows("Not saved", "permission denied", "Dropped the cake")
	p.disk.failOn(nil)
	p.press("enter")
	p.hides("Not saved")
	if got := p.only().Entry.Title; got != "Dropped the cake" {
		t.Errorf("captured %q", got)
	}
}

func TestCaptureOnASlowDisk(t *testing.T) {
	p := sit(t)
	p.press("c")
	p.write("Dropped the cake")
	hold[capturedMsg](p)
	p.press("enter enter")
	p.write(" and more")
	p.arrive()
	if got := p.only().Entry.Title; got != "Dropped the cake" {
		t.Errorf("captured %q", got)
	}
	p.press("esc c")
	if !strings.Contains(p.app.capture.Text(), "and more") {
		t.Errorf("words typed while the disk was slow are gone: %q", p.app.capture.Text())
	}
	// Quitting waits for the disk.
	p = sit(t)
	p.press("c")
	p.write("Dropped the cake")
	hold[capturedMsg](p)
	p.press("enter ctrl+c")
	if p.ended {
		t.Error("quit before the line was on disk")
	}
	p.arrive()
	if !p.ended {
		t.Error("did not quit afterwards")
	}
	if d := p.drafts(); len(d) > 0 {
		t.Errorf("drafts are left: %v", d)
	}
}

func TestAnEarlierLineIsNotOverwritten(t *testing.T) {
	p := sit(t)
	if err := p.store.WriteDraft("capture.txt", "from yesterday"); err != nil {
		t.Fatal(err)
	}
	p.open()
	hold[draftsMsg](p)
	p.start(80, 24)
	p.press("c")
	p.write("today")
	p.arrive()
	p.press("esc")
	if got := p.drafts()["capture.txt"]; !strings.Contains(got, "from yesterday") || !strings.Contains(got, "today") {
		t.Errorf("capture.txt holds %q", got)
	}
}

// someone is an entry that was captured and nothing more.
func someone() journal.Entry {
	e := journal.New("k7h3m9xq2t", "Missed the train with everyone's tickets", fixedNow.AddDate(0, 0, -1))
	e.People = []string{"Dana"}
	return e
}

// A line that was begun another day is not forgotten behind a key that nobody thinks of.
func TestTheKeptLineIsNamed(t *testing.T) {
	p := sit(t)
	if err := p.store.WriteDraft("capture.txt", "from yesterday"); err != nil {
		t.Fatal(err)
	}
	p.restart()
	p.shows("A line you began is still here: c goes on with it.")
	p.press("c")
	p.shows("from yesterday")
}

// A program that ends before it has read the kept line keeps it all the same.
func TestTheKeptLineSurvivesAShortLife(t *testing.T) {
	for typed, want := range map[string][]string{"": {"from yesterday"}, "today": {"from yesterday", "today"}} {
		p := sit(t)
		if err := p.store.WriteDraft("capture.txt", "from yesterday"); err != nil {
			t.Fatal(err)
		}
		p.open()
		hold[draftsMsg](p)
		p.start(80, 24)
		if typed != "" {
			p.press("c")
			p.write(typed)
		}
		p.press("ctrl+c")
		if err := p.app.Flush(); err != nil {
			t.Error(err)
		}
		if got := slices.Sorted(maps.Values(p.drafts())); !slices.Equal(got, want) {
			t.Errorf("typed %q: the drafts hold %q, want %q", typed, got, want)
		}
	}
}

func TestLightAndDark(t *testing.T) {
	p := sitWith(t, nil, serious())
	p.press("enter")
	dark, words := p.app.View().Content, p.frame()
	p.send(tea.BackgroundColorMsg{Color: color.White})
	if p.app.View().Content == dark || p.frame() != words {
		t.Error("a light terminal changes nothing, or the words")
	}
	p.press("v esc 2 1 c esc")
	p.send(tea.BackgroundColorMsg{Color: color.Black})
	p.press("enter")
	if p.app.dark != true {
		t.Error("not dark again")
	}
}

func TestMouse(t *testing.T) {
	p := sitWith(t, nil, serious(), journal.New("m2h3m9xq2t", "Forgot the keys", fixedNow.AddDate(0, 0, -3)))
	row := func(text string) int {
		for y, l := range p.lines() {
			if strings.Contains(l, text) {
				return y
			}
		}
		t.Fatalf("no %q:\n%s", text, p.frame())
		return 0
	}
	p.click(10, row("Forgot the keys"))
	p.click(10, row("Forgot the keys"))
	p.shows("What did I do, or not do?")
	p.press("esc esc g enter")
	p.shows("Fix it & share it")
	p.click(10, row("Actions"))
	p.click(10, row("Actions"))
	p.shows("Put the tickets by the door", "space finished")
	p.click(10, row("Leave early"))
	p.press("space q")
	for _, path := range p.paths() {
		if e := p.load(path).Entry; e.ID == "k7h3m9xq2t" && (e.Fix.Actions[1].Finished.IsZero() || !e.Fix.Actions[0].Finished.IsZero()) {
			t.Errorf("the wrong one is finished: %+v", e.Fix.Actions)
		}
	}
}

// A line that is being captured is in drafts while it is typed, for a kill that gives no warning; once saved it is not.
func TestTheLineIsKeptWhileTyped(t *testing.T) {
	p := sitWith(t, nil)
	p.press("c")
	p.write("Left the gate op")
	p.saveTimer()
	if got := p.drafts()["capture.txt"]; got != "Left the gate op" {
		t.Errorf("capture.txt holds %q", got)
	}
	p.write("en")
	p.press("enter")
	p.saveTimer()
	if got := p.drafts(); len(got) > 0 {
		t.Errorf("the drafts hold %q", got)
	}
	if got := p.only().Entry.Title; got != "Left the gate open" {
		t.Errorf("the title is %q", got)
	}
}

// What a captured line says and the program doesn't understand stays in the title, and the person is told.
func TestCaptureSaysWhatItDoesNotUnderstand(t *testing.T) {
	for line, note := range map[string]string{
		"Wrong price when:soonish": "Kept. “soonish” isn’t a time I can read, so it stands in the title.",
		"Wrong price sev:awful":    "Kept. “awful” isn’t a severity I know, so it stands in the title.",
	} {
		p := sit(t)
		p.press("c")
		p.write(line)
		p.press("enter")
		p.shows(note)
		if got := p.only().Entry.Title; got != line {
			t.Errorf("the title is %q", got)
		}
	}
}

// A page that a slow disk brings too late comes up over nothing else.
func TestAPageThatComesTooLate(t *testing.T) {
	p := sitWith(t, nil, someone())
	hold[readMsg](p)
	p.press("v 2")
	p.arrive()
	p.shows("╭ Lessons")
	hold[readMsg](p)
	p.press("1 v")
	p.shows("╭ Timeline")
	p.arrive()
	p.shows("╭ Mistake")
}

// Beside the list the page is there at once, from what stands beside the list, and then as the file is.
func TestAPageIsThereAtOnce(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.resize(120, 36)
	hold[readMsg](p)
	p.elsewhere(p.paths()[0], func(e *journal.Entry) { e.What = "All of us stood there." })
	p.press("v")
	p.shows("╭ Mistake", "Missed the train")
	p.hides("All of us stood there.")
	p.arrive()
	p.shows("All of us stood there.")

	p.press("esc")
	p.outside = true
	if err := os.Remove(p.full(p.paths()[0])); err != nil {
		t.Fatal(err)
	}
	p.press("v")
	p.shows("╭ Timeline", "no longer there")
}
