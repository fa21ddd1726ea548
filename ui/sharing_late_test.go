package ui

import (
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/when"
)

// What comes late, fails, or was changed by others while something leaves the journal.

// another is a second mistake with the same people.
func another() journal.Entry {
	e := outage()
	e.ID, e.Title = "m2h3m9xq2t", "Forgot the backup"
	e.Happened = when.On(when.Day{Year: 2026, Month: 11, Day: 18})
	return e
}

func TestWhatWasChangedMeanwhileIsNotSaid(t *testing.T) {
	p, mail := withMailer(t, "cat > $FILE", outage())
	p.press("r")
	p.toReader(true, "Dana")
	p.elsewhere(p.paths()[0], func(e *journal.Entry) { e.Apologies[0].Words = "Dana, it was not my fault." })
	p.press("space")
	p.shows("Not noted: the letter was changed meanwhile; look at it once more.")
	p.press("enter enter j enter")
	p.shows("changed meanwhile")
	if _, err := os.Stat(mail); err == nil {
		t.Error("what was changed meanwhile was sent")
	}
	if a := p.only().Entry.Apologies[0]; !a.Said.IsZero() || !a.Prepared.IsZero() {
		t.Errorf("noted of words that nobody saw: %+v", a)
	}
}

func TestAnAddressThatChangedMeanwhileGetsNothing(t *testing.T) {
	p, mail := withMailer(t, "cat > $FILE", outage())
	p.press("r")
	p.toReader(false, "Dana")
	p.press("enter enter j")
	p.overwrite("contacts.toml", strings.ReplaceAll(outageContacts, "dana@", "boss@"))
	p.press("enter")
	p.shows("The address of Dana was changed meanwhile", "not told yet")
	if _, err := os.Stat(mail); err == nil {
		t.Error("it went to somebody whom nobody has seen")
	}
}

// A mail that fails while the person looks elsewhere is not forgotten, and no other mistake is taken for the one it was about.
func TestAFailureElsewhereStaysUntilItIsSeen(t *testing.T) {
	p, _ := withMailer(t, "cat > /dev/null; echo 'no such host' >&2; exit 75", outage(), another())
	p.find("Took")
	p.press("r")
	p.toReader(false, "Dana")
	hold[deliveredMsg](p)
	p.press("enter enter j enter esc")
	p.find("Forgot")
	p.press("r")
	p.toReader(false, "Dana")
	p.shows("not told yet")
	p.hides("on its way")
	p.arrive()
	p.shows("“Took the shop down”, to Dana", "no such host")
	p.press("j k esc j k")
	p.shows("no such host")
	p.find("Took")
	p.press("r")
	p.shows("no such host", "not told yet")
	p.press("j esc")
	p.hides("no such host")
}

// What was read before something was noted must not hide it.
func TestALateReadDoesNotHideThatItWasSent(t *testing.T) {
	p, _ := withMailer(t, "cat > $FILE", outage())
	p.press("r")
	p.toReader(false, "Dana")
	p.elsewhere(p.paths()[0], func(e *journal.Entry) { e.What = "It was a Thursday." })
	hold[reloadedMsg](p)
	p.look()
	p.press("enter enter j enter")
	p.shows("told 22 Nov")
	p.arrive()
	p.shows("told 22 Nov")
	p.look()
	p.shows("told 22 Nov")
}

// Changes come in the order in which they were asked for, however slow the disk is.
func TestChangesKeepTheirOrder(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.press("r")
	p.toReader(false, "Dana")
	hold[changedMsg](p)
	p.press("f p")
	p.arrive()
	p.shows("Copy summary", "other names")
	e := p.only().Entry
	if e.Ledger[0].Copy != "summary" || !e.Report.Pseudonyms {
		t.Errorf("the file says %+v, %+v", e.Ledger[0], e.Report)
	}
}

// Whatever ends the program, a mail on its way is noted, or said.
func TestTheEndWaitsForAMail(t *testing.T) {
	p, _ := withMailer(t, "sleep 0.3; cat > $FILE", outage())
	p.press("r")
	p.toReader(false, "Dana")
	p.press("enter enter j")
	_, cmd := p.app.Update(keyPress("enter"))
	go func() { // as Bubble Tea runs it, with nobody left to hear its answer
		for _, c := range unbatch(cmd) {
			c()
		}
	}()
	time.Sleep(50 * time.Millisecond)
	if err := p.app.Flush(); err != nil {
		t.Fatal(err)
	}
	if got := p.only().Entry.Ledger[0].Sent; got.IsZero() {
		t.Error("it went out, and the file does not say so")
	}
}

func TestAmendsTakeBackWhatWasNotedAndNothingElse(t *testing.T) {
	e := outage()
	e.Apologies = nil
	early := when.On(when.Day{Year: 2026, Month: 11, Day: 1})
	e.Ledger = []journal.Notice{{To: "Dana", Sent: early}, {To: "Dana"}}
	p := sitWith(t, nil, e)
	p.press("4")
	hold[changedMsg](p)
	p.press("space space")
	p.arrive()
	p.press("u u")
	n := p.only().Entry.Ledger
	if n[0].Sent != early || !n[1].Sent.IsZero() {
		t.Errorf("the ledger says %+v", n)
	}
}

func TestTheShareFollowsItsFile(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.press("r")
	p.toReader(false, "Dana")
	old := p.paths()[0]
	moved := strings.Replace(old, "took", "moved", 1)
	if err := os.Rename(p.full(old), p.full(moved)); err != nil {
		t.Fatal(err)
	}
	p.outside = true
	for range fullLook + 1 {
		p.look()
	}
	p.press("space")
	p.shows("told 22 Nov")
	if p.load(moved).Entry.Ledger[0].Sent.IsZero() {
		t.Error("the file does not say so")
	}
}

func TestTheMarkedChoiceIsInSight(t *testing.T) {
	p := demoJournal(t)
	p.resize(40, 20)
	p.find("Rerouted")
	p.press("r o j j")
	for range 30 {
		marked := false
		for _, l := range p.lines() {
			marked = marked || strings.Contains(l, "│▌ ")
		}
		if !marked {
			t.Fatalf("nothing is marked:\n%s", p.frame())
		}
		p.press("space j")
	}
}

// Nothing goes out of what could not be saved.
func TestUnsavedWordsDoNotLeave(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.press("enter")
	p.disk.failOn(os.ErrPermission, "/entries/")
	p.write("I was in a hurry.")
	p.press("esc ] r")
	p.toReader(false, "Dana")
	p.press("space")
	p.shows("What you wrote is not in its file yet", "not told yet")
}

// unbatch takes a command apart into those that it stands for.
func unbatch(cmd tea.Cmd) []tea.Cmd {
	if cmd == nil {
		return nil
	}
	if batch, ok := cmd().(tea.BatchMsg); ok {
		var out []tea.Cmd
		for _, c := range batch {
			out = append(out, unbatch(c)...)
		}
		return out
	}
	return nil
}

// Whoever types on while the pane comes up changes nothing with it.
func TestABurstOfLettersChangesNothing(t *testing.T) {
	p := sitWith(t, nil, outage())
	before := p.read(p.paths()[0])
	for _, k := range strings.Split("r p f w @ o x", " ") { // without a pause
		p.send(keyPress(k))
	}
	p.shows("Nothing was changed.", "Your own copy")
	if after := p.read(p.paths()[0]); after != before {
		t.Errorf("the file was changed:\n%s", after)
	}
	p.fire(func(t timer) bool { return t.after == letterPause })
	p.press("p")
	if !p.only().Entry.Report.Pseudonyms {
		t.Error("after a pause the keys are keys")
	}
}

// What was made ready before something about it was changed is not asked about any more: it is not what should go out.
func TestADraftOfTheOldReportIsNotTheNewOne(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.press("r")
	p.toReader(false, "Dana")
	p.press("enter")
	p.toChoice("As a draft")
	p.press("enter p")
	p.shows("What you made ready before is the old one: make it anew.", "not told yet")
	if n := p.only().Entry.Ledger[0]; !n.Prepared.IsZero() {
		t.Errorf("the ledger says %+v", n)
	}
}

func TestSendingAgainSaysSo(t *testing.T) {
	p, mail := withMailer(t, "cat > $FILE", outage())
	p.press("r")
	p.toReader(false, "Dana")
	p.press("space enter enter")
	p.shows("Send it to Dana once more?", "It says “told 22 Nov”.")
	p.press("j enter")
	p.shows("It is sent.")
	if _, err := os.Stat(mail); err != nil {
		t.Error(err)
	}
}

// The addresses on screen are those of the file, also when that is written elsewhere.
func TestContactsThatChangeShow(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.press("r")
	p.toReader(false, "Dana")
	p.shows("no address yet")
	p.overwrite("contacts.toml", outageContacts)
	p.look()
	p.shows("<dana@example.com>")
}

// Before a group gets something, its addresses stand there, and what is on its way is not changed meanwhile.
func TestAGroupIsShownBeforeItGetsIt(t *testing.T) {
	p, _ := withMailer(t, "cat > $FILE", outage())
	p.overwrite("contacts.toml", outageContacts+"\n[[contacts]]\nname = \"Lou\"\naddress = \"lou@example.com\"\ngroup = \"Kim\"\n"+
		"\n[[contacts]]\nname = \"Jo\"\naddress = \"jo@example.com\"\ngroup = \"Kim\"\n")
	p.press("r")
	p.toReader(false, "Kim")
	p.shows("Kim · 2 people, as Bcc")
	p.press("enter enter j")
	p.shows("To lou@example.com, jo@example.com. What is sent can’t be taken back.")
	p.press("esc")
	p.shows("How does it go out?") // back to where it was asked
	hold[deliveredMsg](p)
	p.press("enter j enter p f o")
	p.shows("Something is on its way. When it is out, this can be changed.")
	p.arrive()
	if e := p.only().Entry; e.Report.Pseudonyms || e.Ledger[1].Copy != "" || e.Ledger[1].Sent.IsZero() {
		t.Errorf("the file says %+v, %+v", e.Report, e.Ledger)
	}
}
