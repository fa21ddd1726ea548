package ui

import (
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
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
			p.press("enter j enter j enter")
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

func TestTheSameTextOnBothSides(t *testing.T) {
	const mine, theirs = "I was in a hurry, both ways.", "The train left early."
	for _, answer := range []string{"m", "t", "b"} {
		t.Run(answer, func(t *testing.T) {
			p := sitWith(t, nil, someone())
			path := p.paths()[0]
			p.press("enter")
			p.write("I was in a hurry")
			p.elsewhere(path, func(e *journal.Entry) { e.Own.Did, e.What = theirs, "It was a Monday." })
			p.saveTimer()
			p.hides("Which shall stand?") // letters are text now
			p.shows("Changed elsewhere as well", "esc to choose")
			p.write(", both ways.")
			if got := p.draft("k7h3m9xq2t"); !strings.Contains(got, "I was in a hurry") {
				t.Errorf("the draft holds\n%s", got)
			}
			p.press("esc")
			p.shows("Which shall stand?", "What did I do, or not do?", mine, theirs)
			p.press("x esc enter j") // no answers
			p.shows("Which shall stand?")
			p.press(answer)
			p.hides("Which shall stand?", "Changed elsewhere")
			p.press("esc q")
			if !p.ended {
				t.Fatal("did not quit")
			}
			got := map[string]string{}
			for _, path := range p.paths() {
				e := p.load(path).Entry
				got[e.Own.Did] = e.SameAs
				if e.What != "It was a Monday." {
					t.Errorf("%s lost what was changed elsewhere: %q", path, e.What)
				}
			}
			want := map[string]map[string]string{
				"m": {mine: ""}, "t": {theirs: ""}, "b": {theirs: "", mine: "k7h3m9xq2t"},
			}[answer]
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("files (-want +got):\n%s", d)
			}
			if d := p.drafts(); len(d) > 0 {
				t.Errorf("drafts are left: %v", d)
			}
		})
	}
}

func TestBothWhenTheSecondCannotBeWritten(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was in a hurry.")
	p.elsewhere(p.paths()[0], func(e *journal.Entry) { e.Own.Did = "The train left early." })
	p.press("esc")
	p.disk.failOn(syscall.ENOSPC, "/entries/")
	p.press("b")
	p.shows("Which shall stand?", "Not kept apart: no space left on device")
	if got := p.draft("k7h3m9xq2t"); !strings.Contains(got, "I was in a hurry.") {
		t.Errorf("the draft holds\n%s", got)
	}
	p.disk.failOn(nil)
	p.press("b")
	if n := len(p.paths()); n != 2 {
		t.Errorf("%d entries, want 2", n)
	}
}

// What changed elsewhere comes in with a save, while the person has begun to write in the same place: that is a conflict too.
func TestWritingIntoWhatComesInWithASave(t *testing.T) {
	p := sitWith(t, nil, someone())
	path := p.paths()[0]
	p.press("enter")
	p.write("I was in a hurry.")
	p.elsewhere(path, func(e *journal.Entry) { e.Fix.Repaired = "Theirs." })
	hold[savedMsg](p)
	p.press("tab x")
	p.shows("What is put right")
	p.write("Mine.")
	p.arrive()
	p.shows("Mine.")
	p.press("ctrl+s esc")
	p.shows("Which shall stand?", "mine: Mine.", "theirs: Theirs.")
	p.press("b")
	var got []string
	for _, path := range p.paths() {
		got = append(got, p.load(path).Entry.Fix.Repaired)
	}
	slices.Sort(got)
	if d := cmp.Diff([]string{"Mine.", "Theirs."}, got); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
}

func TestQuittingWithAnOpenConflict(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was in a hurry.")
	p.elsewhere(p.paths()[0], func(e *journal.Entry) { e.Own.Did = "The train left early." })
	p.press("esc ctrl+c")
	if !p.ended {
		t.Fatal("did not quit")
	}
	if got := p.draft("k7h3m9xq2t"); !strings.Contains(got, "I was in a hurry.") {
		t.Errorf("the draft holds\n%s", got)
	}
	if got := p.only().Entry.Own.Did; got != "The train left early." {
		t.Errorf("the file holds %q", got)
	}
	p.restart()
	p.shows("There is text from an earlier time in drafts")
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

func TestFilterAndSort(t *testing.T) {
	var all []journal.Entry
	for i, title := range []string{"Forgot the keys", "Dropped the cake", "Burned the bread"} {
		e := journal.New([]string{"a2h3m9xq2t", "b2h3m9xq2t", "c2h3m9xq2t"}[i], title, fixedNow.AddDate(0, 0, -i))
		e.Severity = journal.Severities()[i]
		if i > 0 {
			e.Tags = []string{"kitchen"}
		}
		all = append(all, e)
	}
	p := sitWith(t, nil, all...)
	p.hides("3 of 3")
	p.press("/")
	p.write("tag:kitchen")
	p.shows("Dropped the cake", "Burned the bread", "2 of 3")
	p.hides("Forgot the keys")
	p.write(" bread")
	p.shows("1 of 3")
	p.hides("Dropped the cake")
	p.write(" after:soon")
	p.shows("after:soon")
	p.press("esc esc")
	p.shows("Forgot the keys", "Dropped the cake", "Burned the bread")
	p.hides("of 3")
	order := func() string {
		f := p.frame()
		at := map[int]string{}
		var ns []int
		for _, s := range []string{"Forgot", "Dropped", "Burned"} {
			n := strings.Index(f, s)
			at[n], ns = s, append(ns, n)
		}
		var out []string
		for range ns {
			least := len(f)
			for n := range at {
				least = min(least, n)
			}
			out = append(out, at[least])
			delete(at, least)
		}
		return strings.Join(out, " ")
	}
	for i, want := range []string{"Forgot Dropped Burned", "Burned Dropped Forgot", "Burned Dropped Forgot"} {
		if got := order(); got != want {
			t.Errorf("after %d times s: %s, want %s", i, got, want)
		}
		p.press("s")
	}
}

func TestTwoPanes(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.resize(120, 36)
	p.shows("Missed the train with everyone's tickets", "Own it", "Fix it & share it")
	p.press("enter")
	p.write("I was in a hurry.")
	p.press("esc")
	if p.app.onList {
		t.Error("the list has the keys")
	}
	p.press("tab")
	if !p.app.onList {
		t.Error("tab does not lead to the list")
	}
	p.shows("sort")
	p.press("tab")
	if p.app.onList {
		t.Error("tab does not lead back")
	}
	p.press("m")
	p.shows("What part was mine to decide?")
	p.resize(80, 24)
	p.shows("What part was mine to decide?")
	p.click(5, 5)
	p.resize(120, 36)
	p.click(3, 5)
	if !p.app.onList {
		t.Error("a click does not lead to the list")
	}
	p.resize(80, 24) // the guide lies over the list here, and has the keys
	p.press("esc")
	p.hides("What part was mine to decide?")
}

func TestHelp(t *testing.T) {
	p := sitWith(t, nil, someone())
	for _, place := range []struct{ keys, title, shows string }{
		{"", "Timeline", "move to trash"}, {"v", "On this page", "editor"}, {"esc 2", "Lessons", "by theme"},
		{"1 enter esc", "In the guide", "look deeper"}, {"enter", "While you write", "next question"},
	} {
		p.press(place.keys)
		p.press("f1")
		p.shows("Keys here", place.title, place.shows)
		p.press("j j k pgdown pgup pgup")
		p.shows(place.title)
		p.press("esc")
		p.hides("Keys here")
	}
	p.press("esc ?")
	p.shows("Keys here")
	p.press("?")
	p.hides("Keys here")
	p.resize(40, 12)
	p.press("? G pgdown pgdown pgdown pgdown pgdown pgdown pgdown pgdown")
	p.shows("Hold shift and drag")
}

func TestNextLeadsToTheStep(t *testing.T) {
	e := someone()
	e.MarkDone(journal.StepOwn, fixedNow)
	e.Apologies = []journal.Apology{{To: "Dana", Words: "Sorry."}}
	p := sitWith(t, nil, e)
	p.shows("something waits")
	p.press("n")
	p.shows("What waits", "Say it to Dana", "Missed the train")
	p.press("enter")
	p.shows("Apologize", "Dana", "Sorry.", "space said it")
	p.press("space x n")
	p.hides("Say it to Dana")
	p.press("esc")
	p.hides("What waits")
}
