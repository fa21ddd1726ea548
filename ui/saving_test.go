package ui

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/store"
)

// Every way out of a text leaves the text on disk, whatever the sort of field it stands in.
func TestEveryWordIsSaved(t *testing.T) {
	ways := map[string]func(p *person){
		"the timer":     func(p *person) { p.saveTimer() },
		"ctrl+s":        func(p *person) { p.press("ctrl+s") },
		"esc":           func(p *person) { p.press("esc") },
		"esc esc":       func(p *person) { p.press("esc esc") },
		"q":             func(p *person) { p.press("esc q") },
		"ctrl+c":        func(p *person) { p.press("ctrl+c") },
		"another pane":  func(p *person) { p.press("esc 2") },
		"a tab clicked": func(p *person) { p.click(32, 0) },
		"the next step": func(p *person) { p.press("esc ]") },
		"suspend":       func(p *person) { p.send(tea.SuspendMsg{}) },
		"F9":            func(p *person) { p.press("esc f9") },
		"lost focus":    func(p *person) { p.send(tea.BlurMsg{}) },
		"the end of the program": func(p *person) {
			if err := p.app.Flush(); err != nil {
				p.Error(err)
			}
		},
	}
	fields := []struct {
		name, keys, text string
		soon             bool // needs no leaving: the timer saves it
		got              func(journal.Entry) string
	}{
		{"a text", "enter", "I was in a hurry.", true, func(e journal.Entry) string { return e.Own.Did }},
		{"a line", "enter esc t enter", " twice", true, func(e journal.Entry) string { return strings.TrimPrefix(e.Title, someone().Title) }},
		{"words", "enter esc t j j j j j j enter", "Kim", true, func(e journal.Entry) string { return strings.Join(e.Tags, ",") }},
		{"a day", "enter esc ] m j j j j enter", "2026-11-20", false, func(e journal.Entry) string { return e.Fix.Detected.String() }},
	}
	for _, f := range fields {
		for name, leave := range ways {
			if !f.soon && (name == "the timer" || name == "ctrl+s") {
				continue
			}
			t.Run(f.name+" by "+name, func(t *testing.T) {
				t.Parallel()
				e := someone()
				e.Fix.Repaired = "All of it."
				p := sitWith(t, nil, e)
				p.press(f.keys)
				if !p.app.writing() {
					t.Fatalf("%s does not lead into the text:\n%s", f.keys, p.frame())
				}
				p.write(f.text)
				leave(p)
				if got := f.got(p.only().Entry); got != strings.TrimSpace(f.text) && got != f.text {
					t.Errorf("the file holds %q, want %q\n%s", got, f.text, p.frame())
				}
				if strings.HasPrefix(name, "q") || name == "ctrl+c" {
					if !p.ended {
						t.Error("the program did not end")
					}
				}
			})
		}
	}
}

func TestAnUntouchedNewItemIsNotLeftBehind(t *testing.T) {
	for name, leave := range map[string]func(p *person){
		"esc esc": func(p *person) { p.press("esc esc") }, "ctrl+c": func(p *person) { p.press("ctrl+c") },
		"a click on another tab": func(p *person) { p.click(32, 0) }, "q": func(p *person) { p.press("esc q") },
		"the end": func(p *person) { p.app.Flush() },
	} {
		e := someone()
		for _, s := range []journal.Step{journal.StepOwn, journal.StepFix} {
			e.MarkDone(s, fixedNow)
		}
		p := sitWith(t, nil, e)
		p.press("enter")
		p.shows("To Dana", "What will I say?")
		leave(p)
		if got := p.only().Entry.Apologies; len(got) > 0 {
			t.Errorf("%s leaves an empty apology: %+v", name, got)
		}
	}
}

func TestNothingNewWritesNothing(t *testing.T) {
	p := sitWith(t, nil, someone())
	before, err := os.Stat(p.full(p.paths()[0]))
	if err != nil {
		t.Fatal(err)
	}
	p.press("enter esc ] ] [ t ] ] v esc esc enter ctrl+s tab shift+tab esc")
	p.saveTimer()
	p.press("q")
	after, err := os.Stat(p.full(p.paths()[0]))
	if err != nil || !os.SameFile(before, after) {
		t.Errorf("looking around wrote the file anew: %v\n%s", err, p.read(p.paths()[0]))
	}
}

func TestASaveThatFails(t *testing.T) {
	p := sitWith(t, nil, someone())
	path := p.paths()[0]
	before := p.read(path)
	p.press("enter")
	p.write("I was in a hurry.")
	p.disk.failOn(syscall.ENOSPC, "/entries/")
	p.saveTimer()
	p.shows("Not saved", "no space left on device", "Your text is in drafts.")
	p.hides("saved 20:15")
	if got := p.read(path); got != before {
		t.Errorf("the file changed:\n%s", got)
	}
	if got := p.draft("k7h3m9xq2t"); !strings.Contains(got, "I was in a hurry.") {
		t.Errorf("the draft holds\n%s", got)
	}
	p.write(" Again.")
	p.shows("Not saved")
	p.saveTimer() // tries again
	p.shows("Not saved")
	if got := p.draft("k7h3m9xq2t"); !strings.Contains(got, "I was in a hurry. Again.") {
		t.Errorf("the draft holds\n%s", got)
	}
	p.press("esc esc") // leaving is safe, and the trouble stays
	p.shows("Not saved")
	p.press("enter")
	p.shows("I was in a hurry. Again.")
	p.disk.failOn(nil)
	p.saveTimer()
	p.hides("Not saved")
	if got := p.only().Entry.Own.Did; got != "I was in a hurry. Again." {
		t.Errorf("the file holds %q", got)
	}
	if d := p.drafts(); len(d) > 0 {
		t.Errorf("drafts are left: %v", d)
	}
}

// What is pasted comes back to the byte, tomorrow too, also after looking at it and adding to it.
func TestTextIsNotAltered(t *testing.T) {
	for _, text := range []string{
		"\n leading and trailing \n\n", "a\tb\r\nc\rd", "\"\"\" and ''' and \\ and \\n", "\x1b[31mred\x07\x00\x7f", "日本語 👨‍👩‍👧‍👦 e\u0301 שלום \u2028 \u200b",
		"x = \"\"\"\n[own]\ndid = 1\n\"\"\"", strings.Repeat("line\n", 5000), " ", "\n",
	} {
		p := sitWith(t, nil, someone())
		p.press("enter")
		p.paste(text)
		p.press("esc q")
		if got := p.only().Entry.Own.Did; got != text {
			t.Errorf("pasted %.60q, the file holds %.60q", text, got)
		}
		p.restart()
		p.press("enter enter tab enter ctrl+end")
		p.write("!")
		p.press("esc q")
		if got := p.only().Entry.Own.Did; strings.Replace(got, "!", "", 1) != text {
			t.Errorf("added to %.60q, the file holds %.60q", text, got)
		}
	}
}

// Bytes that are no text can't be kept; the rest is, and nobody is told of changes that nobody made.
func TestBytesThatAreNoText(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.paste("a\xffb")
	hold[savedMsg](p)
	p.saveTimer()
	p.write("c")
	p.arrive()
	p.saveTimer()
	p.hides("Changed elsewhere")
	p.press("esc q")
	if got := p.only().Entry.Own.Did; got != "a\uFFFDbc" {
		t.Errorf("the file holds %q", got)
	}
}

// A day is read when its field is left; until then nothing says that it is saved.
func TestHalfADayIsNotSaved(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter esc t")
	p.toRow("When?")
	p.press("enter ctrl+a ctrl+k")
	p.write("2026-11-20 09:1")
	p.saveTimer()
	p.shows("editing")
	p.hides("saved")
	p.write("2")
	p.press("tab")
	p.shows("saved 20:15")
	if got := p.only().Entry.Happened.Short(); got != "2026-11-20 09:12" {
		t.Errorf("the file holds %s", got)
	}
}

// Quitting tries once more what failed before.
func TestQuittingAfterAFailedSave(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.disk.failOn(syscall.ENOSPC, "/entries/")
	p.press("enter")
	p.write("I was in a hurry.")
	p.press("esc")
	p.shows("Not saved")
	p.disk.failOn(nil)
	p.press("q")
	if got := p.only().Entry.Own.Did; !p.ended || got != "I was in a hurry." {
		t.Errorf("ended %v, and the file holds %q", p.ended, got)
	}
	if d := p.drafts(); len(d) > 0 {
		t.Errorf("drafts are left: %v", d)
	}
}

// Two entries can't be saved; when one of them is, the other is still in trouble.
func TestTroubleStaysUntilAllIsSaved(t *testing.T) {
	other := journal.New("m2h3m9xq2t", "Forgot the keys", fixedNow.AddDate(0, 0, -3))
	p := sitWith(t, nil, someone(), other)
	p.disk.failOn(syscall.ENOSPC, "/entries/")
	p.press("enter")
	p.write("First.")
	p.press("esc esc j enter")
	p.shows("Forgot the keys")
	p.write("Second.")
	hold[savedMsg](p)
	p.press("ctrl+s")
	p.disk.failOn(nil)
	held := p.held // the second one failed
	p.held, p.late = nil, nil
	for _, m := range held {
		p.send(m)
	}
	p.shows("Not saved")
	p.disk.failOn(nil)
	p.press("ctrl+s") // the second one alone
	p.shows("Not saved")
	p.saveTimer()
	p.hides("Not saved")
	for _, path := range p.paths() {
		if got := p.load(path).Entry.Own.Did; got != "First." && got != "Second." {
			t.Errorf("%s holds %q", path, got)
		}
	}
}

func TestNoDiskAtAll(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was in a hurry.")
	p.disk.failOn(syscall.EROFS, "/entries/", "/drafts/")
	p.press("esc")
	p.shows("Not saved", "only in memory: keep this open")
	p.press("q")
	if p.ended {
		t.Fatal("quit, and the text is nowhere")
	}
	p.shows("Your last words aren’t saved yet. ctrl+c again quits and prints them.")
	p.press("j q")
	if p.ended {
		t.Fatal("quit, and the text is nowhere")
	}
	p.disk.failOn(nil) // there is room again
	p.saveTimer()
	p.hides("Your last words")
	p.disk.failOn(syscall.EROFS, "/entries/", "/drafts/")
	p.press("enter")
	p.write(" Again.")
	p.press("esc")
	if err := p.app.Flush(); err == nil {
		t.Error("Flush has nothing to say")
	}
	p.press("ctrl+c ctrl+c")
	if !p.ended {
		t.Error("there is no way out")
	}
}

func TestQuitWaitsForTheSave(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was")
	hold[savedMsg](p)
	p.saveTimer()
	p.write(" in a hurry.")
	p.press("ctrl+c")
	if p.ended {
		t.Fatal("quit before the save was back")
	}
	p.arrive()
	if !p.ended {
		t.Fatal("did not quit afterwards")
	}
	if got := p.only().Entry.Own.Did; got != "I was in a hurry." {
		t.Errorf("the file holds %q", got)
	}
}

func TestASignalWhileASaveIsUnderWay(t *testing.T) {
	for _, failing := range []bool{false, true} {
		p := sitWith(t, nil, someone())
		p.press("enter")
		p.write("I was")
		hold[savedMsg](p)
		if failing {
			p.disk.failOn(syscall.ENOSPC, "/entries/")
		}
		p.saveTimer()
		p.disk.failOn(nil)
		p.write(" in a hurry.")
		if err := p.app.Flush(); err != nil {
			t.Error(err)
		}
		if got := p.only().Entry.Own.Did; got != "I was in a hurry." {
			t.Errorf("the file holds %q", got)
		}
	}
}

// What is typed while a save is under way, and another program's change that it merges in, both stand.
func TestTypingWhileASaveMerges(t *testing.T) {
	p := sitWith(t, nil, someone())
	path := p.paths()[0]
	p.press("enter")
	p.write("I was")
	p.elsewhere(path, func(e *journal.Entry) { e.What = "It was a Monday." })
	hold[savedMsg](p)
	p.saveTimer()
	p.write(" in a hurry.")
	p.arrive()
	p.shows("I was in a hurry.", "Changed elsewhere as well")
	p.press("esc")
	if e := p.only().Entry; e.Own.Did != "I was in a hurry." || e.What != "It was a Monday." {
		t.Errorf("the file holds %q and %q", e.Own.Did, e.What)
	}
}

// A slow disk opens what was asked for last, once, and takes nothing away that was written meanwhile.
func TestASlowDiskOpens(t *testing.T) {
	other := journal.New("m2h3m9xq2t", "Forgot the keys", fixedNow.AddDate(0, 0, -3))
	p := sitWith(t, nil, someone(), other)
	hold[openedMsg](p)
	p.press("enter enter")
	held := p.held
	p.held, p.late = nil, nil
	p.send(held[0])
	if p.app.writing() {
		p.write("Mine.")
	}
	p.send(held[1])
	if !p.app.inGuide {
		t.Fatal("not open")
	}
	if !p.has("Mine.") {
		p.write("Mine.")
	}
	p.press("esc")
	if got := p.load(p.paths()[0]).Entry.Own.Did; got != "Mine." {
		t.Errorf("the file holds %q", got)
	}
	p.press("esc g")
	hold[openedMsg](p)
	p.press("enter j enter")
	held = p.held
	p.held, p.late = nil, nil
	p.send(held[1])
	p.shows("Forgot the keys", "What did I do")
	p.write("Second.")
	p.send(held[0])
	p.shows("Second.")
	p.press("esc q")
	if got := p.load(p.paths()[1]).Entry.Own.Did; got != "Second." {
		t.Errorf("the file holds %q", got)
	}
}

func TestASlowDiskDoesNotPullBack(t *testing.T) {
	p := sitWith(t, nil, someone())
	hold[openedMsg](p)
	p.press("enter 2")
	p.arrive()
	p.shows("What you learn is kept here.")
}

func TestJournalIsPrivate(t *testing.T) {
	p := sit(t)
	p.press("c")
	p.write("Dropped the cake")
	p.press("enter enter")
	p.write("I did.")
	p.press("esc q")
	if os.PathSeparator == '\\' {
		return // Windows has no such modes
	}
	filepath.Walk(p.dir, func(path string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is open to others: %v", path, info.Mode())
		}
		return nil
	})
}

func TestNewerSchemaIsReadOnly(t *testing.T) {
	p := sitWith(t, nil, someone())
	path := p.paths()[0]
	text := strings.Replace(p.read(path), "schema = 1", "schema = 99", 1)
	p.overwrite(path, text)
	p.restart()
	p.press("enter")
	p.shows("read-only")
	if p.app.writing() {
		t.Error("the cursor stands in a text that can't be saved")
	}
	p.press("enter")
	p.shows("Read-only: ")
	p.press("x s p ] a d m t enter [ e !")
	p.paste("words")
	p.press("q")
	if !p.ended || p.read(path) != text {
		t.Errorf("ended %v; the file changed:\n%s", p.ended, p.read(path))
	}
}

// What could not be saved an earlier time is offered at the start, taken over on one key, and left alone on another.
func TestTextOfAnEarlierTime(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*journal.Entry)
		files  int
	}{
		"goes on": {func(e *journal.Entry) { e.Own.Did = "I left late, as always." }, 1},
		"differs": {func(e *journal.Entry) { e.Title = "Left late, as always" }, 2},
	} {
		t.Run(name, func(t *testing.T) {
			p := sitWith(t, nil, someone())
			other := someone()
			c.change(&other)
			if err := p.store.WriteDraft(other.ID+"-20261120-101500-ab23.toml", store.Encode(other)); err != nil {
				t.Fatal(err)
			}
			p.restart()
			p.shows("From last time", "“"+other.Title+"”", "enter bring it in")
			p.press("esc")
			p.shows("Left in drafts")
			if len(p.drafts()) != 1 || len(p.paths()) != 1 {
				t.Fatalf("drafts %v, entries %v", p.drafts(), p.paths())
			}
			p.restart()
			p.press("enter")
			p.shows("It is in the journal now.")
			if len(p.drafts()) != 0 || len(p.paths()) != c.files {
				t.Fatalf("drafts %v, entries %v", p.drafts(), p.paths())
			}
			p.restart()
			p.hides("From last time")
		})
	}
}

// It says that text is in drafts only as long as all of it is.
func TestInDraftsIsTrue(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.disk.failOn(syscall.ENOSPC, "/entries/")
	p.write("I left")
	p.saveTimer()
	p.shows("Your text is in drafts")
	p.write(" late.")
	p.hides("Your text is in drafts")
	p.shows("What you typed last is in memory")
	p.saveTimer()
	p.shows("Your text is in drafts")
	if got := p.draft("k7h3m9xq2t"); !strings.Contains(got, "I left late.") {
		t.Errorf("the draft holds\n%s", got)
	}
}

// A second screen leaves alone what the first one has in drafts, as long as that one is there.
func TestTextOfAScreenThatIsAlive(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.disk.failOn(syscall.ENOSPC, "/entries/")
	p.write("I left late.")
	p.saveTimer()
	p.shows("Your text is in drafts")
	first := p.app
	p.open()
	p.start(80, 24) // the second one
	p.hides("From last time", "doctor")
	first.desk.Release() // the first one is killed
	p.restart()
	p.shows("From last time")
}

// What can't be read as a day or a time is on disk as soon as all else that is typed, and stands in its question again.
func TestHalfADayIsKept(t *testing.T) {
	p := sitWith(t, nil, someone())
	path := p.paths()[0]
	p.press("enter esc t")
	p.toRow("When?")
	p.press("enter ctrl+a ctrl+k")
	p.shows("▌ When?")
	p.write("before breakfast")
	p.saveTimer()
	if got := p.draft("k7h3m9xq2t-unread-"); got != "happened: before breakfast\n" {
		t.Fatalf("drafts: %q", got)
	}
	p.restart() // the program was killed
	p.hides("doctor", "From last time")
	p.press("enter")
	p.shows("“before breakfast” isn’t a day or time yet. It waits in “When?”.")
	p.press("esc t")
	p.shows("“before breakfast” isn’t a day or time")
	p.press("q")
	if got := p.draft("k7h3m9xq2t-unread-"); got != "happened: before breakfast\n" || len(p.drafts()) != 1 {
		t.Fatalf("drafts: %v", p.drafts())
	}
	p.restart()
	p.press("enter esc t")
	p.toRow("When?")
	p.press("enter ctrl+a ctrl+k")
	p.write("yesterday 12:00")
	p.press("tab")
	if d := p.drafts(); len(d) > 0 {
		t.Errorf("it is read by now, and there are drafts: %v", d)
	}
	p.shows("saved")
	if got := p.load(path).Entry.Happened.Short(); got != "2026-11-21 12:00" {
		t.Errorf("happened is %s", got)
	}
}

// Where drafts can't be written it says so, keeps trying, and does not leave without being told twice.
func TestHalfADayOnAFullDisk(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter esc t")
	p.toRow("When?")
	p.press("enter ctrl+a ctrl+k")
	p.disk.failOn(syscall.ENOSPC, "/drafts/")
	p.write("before breakfast")
	p.saveTimer()
	p.shows("drafts can’t be written")
	p.press("ctrl+c")
	if p.ended {
		t.Fatal("it has quit, and the words are nowhere")
	}
	p.shows("Your last words aren’t saved yet.")
	p.disk.failOn(nil)
	p.saveTimer()
	if got := p.draft("k7h3m9xq2t-unread-"); got != "happened: before breakfast\n" {
		t.Errorf("drafts: %v", p.drafts())
	}
	p.hides("Your last words")
	p.press("ctrl+c")
	if !p.ended {
		t.Error("it does not quit")
	}
}

func TestFlushKeepsHalfADay(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter esc t")
	p.toRow("When?")
	p.press("enter ctrl+a ctrl+k")
	p.write("before breakfast")
	if err := p.app.Flush(); err != nil {
		t.Fatal(err)
	}
	if got := p.draft("k7h3m9xq2t-unread-"); got != "happened: before breakfast\n" {
		t.Errorf("drafts: %v", p.drafts())
	}
}

// Another screen may have brought it in meanwhile.
func TestRescueThatIsGone(t *testing.T) {
	p := sitWith(t, nil, someone())
	e := p.only().Entry.Clone()
	e.Own.Did = "I was late."
	const name = "k7h3m9xq2t-20260101-000000.toml"
	if err := p.store.WriteDraft(name, store.Encode(e)); err != nil {
		t.Fatal(err)
	}
	p.restart()
	p.shows("From last time")
	if err := p.store.RemoveDraft(name); err != nil {
		t.Fatal(err)
	}
	p.press("enter")
	p.shows("It is no longer in drafts: it was brought in, or removed, elsewhere.")
}

// A line that drafts can't take is asked about like any other words, and is the last thing on the terminal.
func TestQuittingWithALineThatIsKeptNowhere(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.disk.failOn(syscall.ENOSPC, "/drafts/")
	p.press("c")
	p.write("half a line")
	p.press("esc")
	p.shows("Only in memory")
	p.press("q")
	p.shows("Your last words aren’t saved yet. ctrl+c again quits and prints them.")
	if p.ended {
		t.Fatal("it has quit")
	}
	p.press("ctrl+c ctrl+c")
	if !p.ended {
		t.Fatal("it does not quit")
	}
	if err := p.app.Flush(); err == nil || !strings.HasSuffix(err.Error(), "\n\nhalf a line") {
		t.Errorf("Flush says %v", err)
	}

	p = sitWith(t, nil, someone())
	p.press("c")
	p.write("half a line")
	p.press("esc")
	p.shows("Your line is kept. c goes on with it.")
	p.press("q")
	if !p.ended {
		t.Error("it asks although the line is kept")
	}
}
