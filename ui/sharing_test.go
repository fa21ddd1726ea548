package ui

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bounceback/journal"
	"bounceback/journal/desk/outbox"
	"bounceback/journal/when"
)

// outage is a mistake that several people have to hear of.
func outage() journal.Entry {
	e := journal.New("k7h3m9xq2t", "Took the shop down", fixedNow)
	e.Happened = when.On(when.Day{Year: 2026, Month: 11, Day: 20})
	e.People = []string{"Dana", "the customers"}
	e.What = "I deployed on a Friday, and Dana had to stay."
	e.Fix.Repaired, e.Fix.Status = "The shop is up again.", journal.Doing
	e.RCA.Lucky = "It was at night."
	e.Vent = "I hate Fridays."
	e.Learn.Takeaway = "No deploys on Friday."
	e.Ledger = []journal.Notice{{To: "Dana"}, {To: "Kim"}}
	e.Apologies = []journal.Apology{{To: "Dana", Words: "Dana, I took your evening. I'm sorry."}, {To: "Kim"}}
	e.Apologize.Status = journal.Doing
	return e
}

const outageContacts = "from = \"Sam Rivera <sam@example.com>\"\n\n[[contacts]]\nname = \"Dana\"\naddress = \"dana@example.com\"\n"

// withMailer is a screen whose mail command is a line of shell; "$FILE" in it is where the mail may go.
func withMailer(t *testing.T, line string, entries ...journal.Entry) (p *person, mail string) {
	t.Helper()
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no shell here to play the mail command")
	}
	mail = filepath.Join(t.TempDir(), "mail")
	line = strings.ReplaceAll(line, "$FILE", "'"+mail+"'")
	p = sitWith(t, func(o *Options) {
		o.Outbox = outbox.New(outbox.Options{Desk: o.Desk, Command: []string{sh, "-c", line}, Names: true})
	}, entries...)
	p.overwrite("contacts.toml", outageContacts)
	return p, mail
}

// toReader moves the selection to a reader of the report, or to a letter.
func (p *person) toReader(letter bool, name string) {
	p.Helper()
	p.press("g")
	below := !letter
	for range 40 {
		for _, l := range p.lines() {
			below = below || strings.Contains(l, "Letters")
			if below && strings.Contains(l, "▌"+name) {
				return
			}
		}
		p.press("j")
		below = !letter
	}
	p.Fatalf("no reader %q:\n%s", name, p.frame())
}

// toChoice marks the choice of a menu that begins so.
func (p *person) toChoice(label string) {
	p.Helper()
	for range 40 {
		for _, l := range p.lines() {
			if strings.Contains(l, "▌ "+label) {
				return
			}
		}
		p.press("j")
	}
	p.Fatalf("no choice %q:\n%s", label, p.frame())
}

func TestTellingEverybodyClosesTheStep(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.press("r")
	p.shows("Dana", "not told yet", "the customers", "may need to hear", "not said yet", "no words yet")
	p.toReader(false, "Dana")
	p.press("space")
	p.shows("Dana has been told.", "told 22 Nov")
	if got := p.only().Entry.Ledger[0].Sent; got != when.At(fixedNow) {
		t.Errorf("the file says %v", got)
	}
	p.press("a")
	p.shows("Who must hear of it?", "the customers") // whom the mistake names, and the ledger does not
	p.press("enter")
	p.shows("the customers is in the list.", "▌the customers")
	p.press("space")
	p.toReader(false, "Kim")
	p.press("w")
	p.shows("Why need Kim not hear?")
	p.write("was in the room")
	p.press("enter")
	p.shows("need not hear", "Everyone has heard. x marks the step as done.")
	p.press("x")
	e := p.only().Entry
	if e.Fix.Status != journal.Done || e.Ledger[1].Exempt != "was in the room" || e.Ledger[2].To != "the customers" {
		t.Errorf("the file says %+v, %+v", e.Fix.State, e.Ledger)
	}
	p.press("space") // what is on record is not taken back by one key
	p.shows("Why need Kim not hear?")
	p.press("esc")
	p.toReader(false, "Dana")
	p.press("space enter")
	p.shows("told 22 Nov")
	p.press("space j enter")
	p.shows("Dana has not been told yet.", "not told yet")
	p.press("h")
	p.shows("answered 22 Nov")
}

func TestWhatIsBegunAndLeftStandsThereTheNextTime(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.press("r w")
	p.write("is on leave")
	p.press("esc w")
	p.shows("is on leave")
	p.press("enter")
	if got := p.only().Entry.Ledger[0].Exempt; got != "is on leave" {
		t.Errorf("the file says %q", got)
	}
}

func TestADraftIsPreparedAndAskedAboutTheNextTime(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.overwrite("contacts.toml", outageContacts)
	p.press("r")
	p.toReader(false, "Dana")
	p.press("enter")
	p.shows("How does it go out?")
	p.hides("Send it now") // there is no mail command
	p.toChoice("As a draft")
	p.press("enter")
	p.shows("It is in", "report-dana", "ready 22 Nov")
	p.hides("Did it go out?") // nobody asks about what was made a moment ago
	files, err := filepath.Glob(filepath.Join(p.dir, "outbox", "*.eml"))
	if err != nil || len(files) != 1 {
		t.Fatalf("drafts: %v, %v", files, err)
	}
	mail, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"dana@example.com", "Subject: Report: Took the shop down", "X-Unsent: 1"} {
		if !strings.Contains(string(mail), want) {
			t.Errorf("no %q in the draft:\n%s", want, mail)
		}
	}
	n := p.only().Entry.Ledger[0]
	if n.Prepared != when.At(fixedNow) || !n.Sent.IsZero() {
		t.Errorf("the ledger says %+v", n)
	}

	p.clock = fixedNow.AddDate(0, 0, 1)
	p.restart()
	p.press("n j")
	p.shows("▌Did the report go out? Dana")
	p.press("enter")
	p.shows("You made this ready on 22 Nov. Did it go out? space says so.", "ready 22 Nov, out?")
	p.press("space")
	p.shows("told 23 Nov")
	p.hides("Did it go out?")
}

func TestSendingIsAskedOnceMoreAndNotedOnlyWhenItWorked(t *testing.T) {
	p, mail := withMailer(t, "cat > $FILE", outage())
	p.press("r")
	p.toReader(false, "Dana")
	p.press("enter")
	p.shows("Send it now", "With sh, to dana@example.com.")
	p.press("enter")
	p.shows("Send it to Dana now?", "Not yet")
	p.press("enter")
	if _, err := os.Stat(mail); err == nil {
		t.Fatal("two presses of enter sent it")
	}
	p.press("enter enter j enter")
	p.shows("It is sent.", "told 22 Nov")
	sent, err := os.ReadFile(mail)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(sent), "To: \"Dana\" <dana@example.com>") && !strings.Contains(string(sent), "To: Dana <dana@example.com>") {
		t.Errorf("it went to somebody else:\n%s", sent)
	}
	if strings.Contains(string(sent), "Fridays") {
		t.Errorf("what was for nobody else is in it:\n%s", sent)
	}
	if got := p.only().Entry.Ledger[0]; got.Sent != when.At(fixedNow) || got.Via != "email" {
		t.Errorf("the ledger says %+v", got)
	}
}

func TestAMailThatFailsIsNotSent(t *testing.T) {
	p, _ := withMailer(t, "cat > /dev/null; echo 'no such host' >&2; exit 75", outage())
	p.press("r")
	p.toReader(false, "Dana")
	p.press("enter enter j enter")
	p.shows("exit status 75", "no such host", "not told yet")
	if got := p.only().Entry.Ledger[0]; !got.Sent.IsZero() || !got.Prepared.IsZero() {
		t.Errorf("the ledger says %+v", got)
	}
}

// Whoever quits while a mail is on its way waits for it: else it could be out, and nobody would know.
func TestQuittingWaitsForAMail(t *testing.T) {
	p, _ := withMailer(t, "cat > $FILE", outage())
	p.press("r")
	p.toReader(false, "Dana")
	hold[deliveredMsg](p)
	p.press("enter enter j enter")
	p.shows("Sending it to Dana", "on its way")
	p.press("enter")
	p.shows("It is on its way already.")
	p.press("q")
	if p.ended {
		t.Fatal("left while the mail was on its way")
	}
	p.shows("A mail is on its way. ctrl+c gives it up.")
	p.arrive()
	if !p.ended {
		t.Errorf("still there:\n%s", p.frame())
	}
}

// What cannot be noted beforehand is not sent.
func TestWhatCannotBeNotedIsNotSent(t *testing.T) {
	p, mail := withMailer(t, "cat > $FILE", outage())
	p.press("r")
	p.toReader(false, "Dana")
	p.press("enter enter j")
	p.disk.failOn(os.ErrPermission, "/entries/")
	p.press("enter")
	p.shows("It was not sent, because the journal could not note that it goes out", "not told yet")
	if _, err := os.Stat(mail); err == nil {
		t.Error("it was sent all the same")
	}
}

func TestAnAddressIsAskedForOnce(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.press("r")
	p.toReader(false, "Kim")
	p.shows("no address yet")
	p.press("enter")
	p.toChoice("Give an address")
	p.press("enter")
	p.write("kim at example")
	p.press("enter")
	p.shows("kim at example", "It can’t be written to") // and the field stays
	p.press("ctrl+a ctrl+k")
	p.write("Kim Lee <kim@example.com>")
	p.press("enter")
	p.shows("The address is kept.", "<kim@example.com>")
	p.restart()
	p.press("r")
	p.toReader(false, "Kim")
	p.shows("<kim@example.com>")
}

func TestContactsThatCannotBeReadSaySo(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.overwrite("contacts.toml", "from = \"Sam\n")
	p.press("r j")
	p.shows("contacts.toml:1: this line can't be read")
	p.press("@")
	p.write("dana@example.com")
	p.press("enter")
	p.hides("The address is kept.")
	if got := p.read("contacts.toml"); got != "from = \"Sam\n" {
		t.Errorf("the file was changed: %q", got)
	}
}

func TestNamesAndPartsAreChosenBeforeItLeaves(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.resize(120, 36)
	p.press("r")
	p.shows("and Dana had to stay", "It was at night")
	p.press("p")
	p.shows("and Person A had to stay")
	p.hides("and Dana had to stay")
	p.press("o")
	p.toChoice("[✓] Where luck helped")
	p.press("space")
	p.shows("[ ] Where luck helped", "left out", "one part left out")
	p.hides("It was at night")
	p.press("esc")
	r := p.only().Entry.Report
	if !r.Pseudonyms || len(r.Omit) != 1 || r.Omit[0] != "rca.lucky" {
		t.Errorf("the file says %+v", r)
	}
	p.press("o")
	p.toChoice("[ ] Where luck helped")
	p.press("enter esc p")
	p.shows("It was at night", "and Dana had to stay")
	p.press("o enter")
	p.shows("Who signs the report?")
	p.write("Sam, Kim Lee")
	p.press("enter")
	p.toChoice("A draft")
	p.press("enter")
	p.shows("Sam, Kim Lee", "Final")
	if r := p.only().Entry.Report; r.Status != "final" || len(r.Authors) != 2 || r.Authors[1] != "Kim Lee" {
		t.Errorf("the file says %+v", r)
	}
}

func TestRehearsingShowsOneBreathAtATime(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.press("r")
	p.toReader(true, "Dana")
	p.shows("Dana, I took your evening.", "Subject An apology")
	p.press("r")
	p.shows("To Dana", "Take a breath")
	p.hides("Timeline", "c capture", "Took the shop down")
	p.press("space")
	p.shows("Dana, I took your evening.")
	p.hides("I'm sorry.", "Take a breath")
	p.press("space")
	p.shows("I'm sorry.")
	p.press("space")
	p.shows("That is all of it.", "▌ Not said yet")
	p.press("enter")
	if got := p.only().Entry.Apologies[0].Said; !got.IsZero() {
		t.Fatalf("going on with the same key said it: %v", got)
	}
	p.press("r space space space j enter")
	p.shows("Said to Dana.", "said 22 Nov")
	if got := p.only().Entry.Apologies[0]; got.Said != when.At(fixedNow) || got.Via != "in person" {
		t.Errorf("the file says %+v", got)
	}
}

func TestALetterWithoutWordsLeadsToWhereTheyAreWritten(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.press("r")
	p.toReader(true, "Kim")
	p.press("enter")
	p.shows("▌ Kim")
	p.press("enter")
	p.shows("To Kim", "What will I say?")
}

// What is being written in the guide and what is noted beside it both reach the file.
func TestTellingWhileTheGuideIsOpen(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.press("enter")
	p.write("I deployed without asking.")
	p.press("esc ] r")
	p.toReader(false, "Dana")
	p.press("space esc")
	p.shows("Fix it & share it")
	p.press("[ enter")
	p.write(" I knew better.")
	p.press("esc")
	p.saveTimer()
	e := p.only().Entry
	if e.Own.Did != "I deployed without asking. I knew better." || e.Ledger[0].Sent.IsZero() {
		t.Errorf("the file says %q, %+v", e.Own.Did, e.Ledger)
	}
}

func TestAReaderAddedElsewhereShows(t *testing.T) {
	p := sitWith(t, nil, outage())
	p.press("r")
	p.elsewhere(p.paths()[0], func(e *journal.Entry) { e.Ledger = append(e.Ledger, journal.Notice{To: "Lee"}) })
	p.look()
	p.shows("Lee", "▌Dana")
}

func TestAmendsNamesWhomOneOwes(t *testing.T) {
	e := outage()
	e.Apologies[0].Promise, e.Apologies[0].PromiseDue = "Your next weekend", when.On(when.Day{Year: 2026, Month: 11, Day: 15})
	p := sitWith(t, nil, e)
	p.press("4")
	p.shows("Amends", "Dana", "Your next weekend", "was due 15 Nov", "A report to send", "An apology to say", "Kim", "since 20 Nov")
	p.press("space")
	p.shows("The promise to Dana is kept. u takes that back.")
	if p.only().Entry.Apologies[0].PromiseKept.IsZero() {
		t.Error("the file does not say so")
	}
	p.press("u")
	p.shows("Your next weekend")
	p.press("g j enter")
	p.shows("The report", "▌Dana")
	p.press("esc")
	p.shows("Amends")
	p.press("j enter")
	p.shows("Letter", "I took your evening")
	p.press("esc space")
	p.shows("Said to Dana.")
	p.press("2 4 G space g space space")
	p.shows("You owe nobody a word.")
	if e := p.only().Entry; len(e.Owes()) != 0 {
		t.Errorf("still owes %+v", e.Owes())
	}
}

// Nothing of it needs the entry to be writable, and nothing pretends that it was.
func TestAReadOnlyFileCanBeReadAndCopied(t *testing.T) {
	e := outage()
	e.Schema = journal.Schema
	p := sitWith(t, nil, e)
	path := p.paths()[0]
	p.overwrite(path, strings.Replace(p.read(path), "schema = 1", "schema = 9", 1))
	p.restart()
	p.press("r j")
	p.shows("Read-only")
	p.press("space w f p")
	p.shows("Read-only")
	p.press("y")
	if got := p.seen[len(p.seen)-1]; !strings.Contains(got, "lipboard") {
		t.Errorf("the last thing for the terminal was %s", got)
	}
}
