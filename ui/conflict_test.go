package ui

import (
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
)

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
			p.press("x m t b esc k j") // no answers
			p.shows("Which shall stand?")
			p.press(map[string]string{"b": "enter", "m": "j enter", "t": "j j enter"}[answer])
			p.hides("Which shall stand?", "Changed elsewhere")
			if answer == "b" {
				p.shows("Both are kept. Yours is a mistake of its own now, beside this one.")
			}
			p.press("esc")
			if p.has("other version") != (answer == "b") {
				t.Errorf("the rows don't tell the two apart:\n%s", p.frame())
			}
			p.press("q")
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
	p.press("enter")
	p.shows("Which shall stand?", "Not kept apart: no space left on device")
	if got := p.draft("k7h3m9xq2t"); !strings.Contains(got, "I was in a hurry.") {
		t.Errorf("the draft holds\n%s", got)
	}
	p.disk.failOn(nil)
	p.press("enter")
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
	p.press("enter")
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
	p.shows("From last time", "enter brings it into the journal")
}

// Long texts are shown from where they part, and an item's text is found by its place in the file.
func TestWhatAConflictShows(t *testing.T) {
	same := strings.Repeat("All of this is the same. ", 10)
	m, th := fromDifference(same+"Mine is this.", same+"Theirs is that.")
	if !strings.HasSuffix(m, "Mine is this.") || !strings.HasSuffix(th, "Theirs is that.") || len(m) > 60 || !strings.HasPrefix(m, "… ") {
		t.Errorf("shows %q and %q", m, th)
	}
	for _, tt := range [][2]string{{"", ""}, {"a", ""}, {strings.Repeat("日", 100), strings.Repeat("日", 99) + "本"}, {same, same}} {
		m, th := fromDifference(tt[0], tt[1])
		if s := sides("mine: ", m) + sides("theirs: ", th); !strings.Contains(s, "mine: ") || strings.ContainsRune(s, '\uFFFD') {
			t.Errorf("%q is shown as %q", tt, s)
		}
	}
	e := serious()
	e.Fix.Actions[0].Origin, e.Fix.Actions[1].Origin = 2, 1 // another order than in the file
	for key, want := range map[string]string{
		"fix.actions[2].do": "Put the tickets by the door", "fix.actions[1].do": "Leave early", "fix.actions[9].do": "", "own.did": "I was in a hurry.", "no.such": "",
	} {
		if got := valueAt(&e, key, true); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	if got := valueAt(&e, "fix.actions[1].do", false); got != "Put the tickets by the door" {
		t.Errorf("in the file's order, the first is %q", got)
	}
}

// While a conflict waits, the draft follows the words.
func TestAConflictsDraftFollows(t *testing.T) {
	p := sitWith(t, nil, someone())
	path := p.paths()[0]
	p.press("enter")
	p.write("I was in a hurry")
	p.elsewhere(path, func(e *journal.Entry) { e.Own.Did = "The train left early." })
	p.saveTimer()
	p.shows("Your text is in drafts. Changed elsewhere as well: esc to choose.")
	p.write(", and I knew it.")
	p.saveTimer()
	if got := p.draft("k7h3m9xq2t"); !strings.Contains(got, "I was in a hurry, and I knew it.") {
		t.Errorf("the draft holds\n%s", got)
	}
}
