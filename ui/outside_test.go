package ui

import (
	"os"
	"strings"
	"syscall"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/when"
)

func TestChangedElsewhereWhileOpen(t *testing.T) {
	p := sitWith(t, nil, someone())
	path := p.paths()[0]
	p.press("enter esc")
	p.elsewhere(path, func(e *journal.Entry) { e.Own.Did = "I left at the last minute." })
	p.look()
	p.shows("I left at the last minute.", "Changed elsewhere, and shown as it is now.")
	p.press("enter")
	p.write("So it was. ")
	p.press("esc")
	if got := p.only().Entry.Own.Did; got != "So it was. I left at the last minute." && got != "I left at the last minute.So it was. " {
		t.Errorf("the file holds %q", got)
	}
	p.hides("Not saved", "Changed on both sides")
}

// What this program wrote itself is no change from elsewhere.
func TestOwnSavesAreNoChangeFromElsewhere(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was in a hurry.")
	p.late = func(m tea.Msg) bool { // the look saw the new file before the App heard that it is saved
		_, saved := m.(savedMsg)
		_, looked := m.(lookedMsg)
		return saved || looked
	}
	p.saveTimer()
	p.look()
	p.arrive()
	p.look()
	p.hides("Changed elsewhere")
	p.shows("I was in a hurry.")
}

// An answer that was read before the last save must not bring the older text back.
func TestALateReloadIsDropped(t *testing.T) {
	p := sitWith(t, nil, someone())
	path := p.paths()[0]
	p.press("enter esc")
	p.elsewhere(path, func(e *journal.Entry) { e.What = "It was a Monday." })
	hold[reloadedMsg](p)
	p.look()
	held := p.held
	p.held, p.late = nil, nil
	p.press("enter")
	p.write("I was in a hurry.")
	p.press("esc")
	for _, m := range held {
		p.send(m)
	}
	p.shows("I was in a hurry.")
	p.press("enter")
	p.write(" ")
	p.press("esc")
	if e := p.only().Entry; strings.TrimSpace(e.Own.Did) != "I was in a hurry." || e.What != "It was a Monday." {
		t.Errorf("the file holds %q and %q", e.Own.Did, e.What)
	}
}

func TestOtherKeysMerge(t *testing.T) {
	p := sitWith(t, nil, someone())
	path := p.paths()[0]
	p.press("enter")
	p.write("I was in a hurry.")
	p.elsewhere(path, func(e *journal.Entry) {
		e.Severity, e.Tags = journal.Stumble, []string{"travel"}
		e.Apologies = []journal.Apology{{To: "Kim", Words: "Sorry."}}
	})
	p.press("esc")
	p.shows("Changed elsewhere as well; both changes are in it.")
	e := p.only().Entry
	if e.Own.Did != "I was in a hurry." || e.Severity != journal.Stumble || len(e.Tags) != 1 || len(e.Apologies) != 1 {
		t.Errorf("not merged: %+v", e)
	}
	p.press("] ]")
	p.shows("Kim", "Sorry.")
}

// An item that is being written keeps its place when other items come or go around it.
func TestItemsMoveUnderTheCursor(t *testing.T) {
	for name, change := range map[string]func(*journal.Entry){
		"one before it goes": func(e *journal.Entry) { e.Apologies = e.Apologies[1:] },
		"one before it comes": func(e *journal.Entry) {
			e.Apologies = append([]journal.Apology{{To: "Aunt May", Words: "Sorry."}}, e.Apologies...)
		},
		"its other keys change": func(e *journal.Entry) { e.Apologies[1].Via = "phone"; e.Apologies = e.Apologies[1:] },
	} {
		t.Run(name, func(t *testing.T) {
			e := someone()
			e.MarkDone(journal.StepOwn, fixedNow)
			e.MarkDone(journal.StepFix, fixedNow)
			e.Apologies = []journal.Apology{{To: "Dana", Words: "Oops."}, {To: "Kim", Words: "I goofed."}}
			p := sitWith(t, nil, e)
			path := p.paths()[0]
			p.press("enter j enter")
			p.shows("To Kim", "I goofed.")
			p.press("ctrl+end")
			p.write(" Sorry,")
			p.elsewhere(path, change)
			p.saveTimer()
			p.write(" Kim.")
			p.saveTimer()
			p.press("esc")
			for _, a := range p.only().Entry.Apologies {
				want := map[string]string{"Dana": "Oops.", "Kim": "I goofed. Sorry, Kim.", "Aunt May": "Sorry."}[a.To]
				if a.Words != want {
					t.Errorf("to %s: %q, want %q", a.To, a.Words, want)
				}
			}
			p.shows("I goofed. Sorry, Kim.")
		})
	}
}

func TestDeletedElsewhereWhileWriting(t *testing.T) {
	p := sitWith(t, nil, someone())
	path := p.paths()[0]
	p.press("enter")
	p.write("I was in")
	p.outside = true
	if err := os.Remove(p.full(path)); err != nil {
		t.Fatal(err)
	}
	p.look()
	p.shows("no longer there")
	p.write(" a hurry.")
	p.saveTimer()
	p.shows("no longer there", "drafts")
	p.press("esc esc")
	if _, err := os.Stat(p.full(path)); err == nil {
		t.Error("the save made the file anew")
	}
	if got := p.draft("k7h3m9xq2t"); !strings.Contains(got, "I was in a hurry.") {
		t.Errorf("the draft holds\n%s", got)
	}
	p.press("j")
	p.hides("no longer there")
	p.press("q")
	if !p.ended {
		t.Fatal("did not quit")
	}
	if got := p.draft("k7h3m9xq2t"); !strings.Contains(got, "I was in a hurry.") {
		t.Errorf("the draft holds\n%s", got)
	}
}

// A file that gets another name while it is open is still the same mistake: what is written goes on into it.
func TestRenamedElsewhereWhileWriting(t *testing.T) {
	for name, look := range map[string]bool{"noticed by a look": true, "noticed by a save": false} {
		t.Run(name, func(t *testing.T) {
			p := sitWith(t, nil, someone())
			path := p.paths()[0]
			to := "entries/sorted/the one.toml"
			p.press("enter")
			p.write("I was in")
			p.outside = true
			if err := os.MkdirAll(p.full("entries/sorted"), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(p.full(path), p.full(to)); err != nil {
				t.Fatal(err)
			}
			if look {
				p.look()
				p.hides("no longer there")
			}
			p.write(" a hurry")
			p.saveTimer()
			p.shows("saved")
			p.write(".")
			p.press("esc esc")
			if got := p.paths(); len(got) != 1 || got[0] != to {
				t.Fatalf("the journal has %v", got)
			}
			if got := p.load(to).Entry.Own.Did; got != "I was in a hurry." {
				t.Errorf("the file says %q", got)
			}
			if d := p.drafts(); len(d) > 0 {
				t.Errorf("drafts: %v", d)
			}
			p.look()
			p.press("enter") // the row is there once, and leads to the file
			p.shows("I was in a hurry.")
		})
	}
}

func TestCapturedElsewhere(t *testing.T) {
	p := sitWith(t, nil, someone())
	other := journal.New("m2h3m9xq2t", "Forgot the keys", fixedNow.AddDate(0, 0, -3))
	p.outside = true
	if _, err := p.store.Create(other); err != nil {
		t.Fatal(err)
	}
	p.hides("Forgot the keys")
	p.look()
	p.shows("Forgot the keys", "Missed the train")
	if err := os.Remove(p.full(p.paths()[1])); err != nil {
		t.Fatal(err)
	}
	p.look()
	p.hides("Forgot the keys")
}

func TestABrokenFile(t *testing.T) {
	p := sitWith(t, nil, someone())
	const path = "entries/2026/2026-11-20-broken.m2h3m9xq2t.toml"
	const text = "schema = 1\nid = \"m2h3m9xq2t\"\ntitle = \"Broken\nwhat = 5\n"
	p.overwrite(path, text)
	p.look()
	p.shows("2026-11-20-broken")
	p.press("j enter")
	p.shows("Line 3", "title = \"Broken", "Nothing is written to it")
	p.press("q")
	p.restart()
	p.press("G v")
	p.shows("Line 3")
	p.press("enter x s esc enter")
	p.paste("words")
	p.press("q")
	if got := p.read(path); got != text {
		t.Errorf("the file changed:\n%s", got)
	}
}

func TestTrashAndUndo(t *testing.T) {
	other := journal.New("m2h3m9xq2t", "Forgot the keys", fixedNow.AddDate(0, 0, -3))
	p := sitWith(t, nil, someone(), other)
	texts := map[string]string{}
	for _, path := range p.paths() {
		texts[path] = p.read(path)
	}
	p.press("d")
	p.shows("Moved to the trash. u brings it back.", "Forgot the keys")
	p.hides("Missed the train")
	p.press("d")
	p.shows("Mistakes are welcome here.")
	p.press("u")
	p.shows("It is back.", "Forgot the keys")
	p.press("u")
	p.shows("Missed the train", "Forgot the keys")
	p.press("u")
	p.shows("The trash is empty.")
	p.press("d")
	p.restart() // and tomorrow
	p.press("u")
	for path, text := range texts {
		if got := p.read(path); got != text {
			t.Errorf("%s came back different:\n%s", path, got)
		}
	}
}

func TestTrashOfAnOpenEntry(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.resize(120, 36)
	p.press("enter")
	p.write("I was in a hurry.")
	hold[savedMsg](p)
	p.press("esc tab d")
	p.shows("It is still being saved. Try again in a moment.")
	p.arrive()
	p.disk.failOn(syscall.ENOSPC, "/trash/")
	hold[trashedMsg](p)
	p.press("d")
	for _, m := range p.held { // it could not be moved
		msg := m.(trashedMsg)
		msg.err = syscall.ENOSPC
		p.held, p.late = nil, nil
		p.store.Restore(msg.place)
		p.send(msg)
	}
	p.shows("Not moved")
	p.press("tab enter")
	p.write(" Again.")
	p.press("ctrl+c")
	if !p.ended {
		t.Fatal("did not quit")
	}
	if got := p.only().Entry.Own.Did; got != "I was in a hurry. Again." {
		t.Errorf("the file holds %q", got)
	}
	p.disk.failOn(nil)
	p.start(120, 36)
	p.press("enter tab d")
	p.hides("What did I do")
	p.shows("Moved to the trash.")
	p.press("u enter")
	p.shows("I was in a hurry. Again.")
}

// A list of words and a day that stand open are shown as they are by now; half a day that was typed stays.
func TestOpenFieldsFollow(t *testing.T) {
	p := sitWith(t, nil, someone())
	path := p.paths()[0]
	p.press("enter esc t")
	p.toRow("Tags")
	p.press("enter")
	p.write("travel")
	p.elsewhere(path, func(e *journal.Entry) { e.Tags = []string{"trains"} })
	p.saveTimer()
	p.shows("trains, travel")
	p.press("esc")
	p.toRow("When?")
	p.press("enter")
	p.elsewhere(path, func(e *journal.Entry) { e.Happened = when.On(e.Happened.Day().AddDays(-5)) })
	p.look()
	p.shows("2026-11-16")
	p.press("esc q")
	if e := p.only().Entry; e.Happened.String() != "2026-11-16" || len(e.Tags) != 2 {
		t.Errorf("the file holds %s and %q", e.Happened, e.Tags)
	}
}

func TestOpeningWhatIsGone(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.outside = true
	if err := os.Remove(p.full(p.paths()[0])); err != nil {
		t.Fatal(err)
	}
	p.press("enter")
	p.shows("no longer there")
	p.press("v")
	p.shows("no longer there")
	p.look()
	p.shows("Mistakes are welcome here.")
}
