package ui

import (
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const longNote = "There is no editor “anameofsomelength” here; EDITOR or the configuration names another, and nothing was changed."

// Words that need more than one line get them, over the end of the page; all above stays where it was.
func TestLongNotesAreWhole(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {40, 12}, {60, 9}} {
		p := demoJournal(t)
		p.resize(size[0], size[1])
		before := p.lines()
		p.app.note = longNote
		after := p.lines()
		if err := exactly(p.frame(), size[0], size[1]); err != nil {
			t.Errorf("%v: %v", size, err)
		}
		same := 0
		for same < len(before) && before[same] == after[same] {
			same++
		}
		if got := strings.Join(strings.Fields(strings.Join(after[same:], " ")), " "); got != longNote || same < size[1]-4 {
			t.Errorf("%v: %d lines as they were, then %q", size, same, got)
		}
	}
}

// What stays wrong takes its rows from the page, so that nothing of that is hidden, and gives them back.
func TestWhatIsWrongHasRowsOfItsOwn(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {40, 12}, {60, 9}} {
		p := demoJournal(t)
		p.resize(size[0], size[1])
		p.press("G")
		before := p.lines()
		selected := strings.Count(p.frame(), "▌")
		p.app.trouble = longNote
		p.send(nil)
		if err := exactly(p.frame(), size[0], size[1]); err != nil {
			t.Errorf("%v: %v", size, err)
		}
		rows := p.app.at.footer.h
		if got := strings.Join(strings.Fields(strings.Join(p.lines()[size[1]-rows:], " ")), " "); got != longNote {
			t.Errorf("%v: what is wrong reads %q", size, got)
		}
		if got := strings.Count(p.frame(), "▌"); got != selected {
			t.Errorf("%v: %d of %d rows of what is selected are to be seen\n%s", size, got, selected, p.frame())
		}
		p.app.trouble = ""
		p.send(nil)
		if diff := cmp.Diff(before, p.lines()); diff != "" {
			t.Errorf("%v: when it is mended: %s", size, diff)
		}
	}
}

// It does not change its height while its words change from key to key.
func TestWhatIsWrongKeepsItsHeight(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.resize(70, 24)
	p.press("enter")
	p.disk.failOn(syscall.ENOSPC, "/entries/")
	p.write("I was late.")
	p.saveTimer()
	p.shows("Your text is in drafts.")
	rows := 0
	for range 3 {
		p.write(" So")
		p.shows("What you typed last is in memory, the rest in drafts.")
		if rows == 0 {
			rows = p.app.at.footer.h
		}
		p.saveTimer()
		if got := p.app.at.footer.h; got != rows {
			t.Errorf("%d rows, and %d before", got, rows)
		}
	}
	p.disk.failOn(nil)
	p.saveTimer()
	if got := p.app.at.footer.h; got != 1 {
		t.Errorf("all is saved, and the footer has %d rows", got)
	}
}

// The place where somebody writes is never covered, and how saving stands is there in any case.
func TestLongNotesLeaveTheCursorAlone(t *testing.T) {
	p := sit(t)
	p.press("c")
	p.write("Sent the wrong price")
	p.press("enter")
	p.resize(40, 12)
	p.press("enter enter")
	for range 12 {
		p.write("one more line\n")
		p.saveTimer()
		p.app.note = longNote
		y := p.app.View().Cursor.Y
		p.app.note = ""
		line := p.lines()[y]
		p.app.note = longNote
		lines := p.lines()
		if lines[y] != line {
			t.Fatalf("the line with the cursor is %q instead of %q", lines[y], line)
		}
		if last := lines[len(lines)-1]; !strings.Contains(last, "saved ") {
			t.Fatalf("nothing says how saving stands in\n%s", p.frame())
		}
	}
}
