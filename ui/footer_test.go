package ui

import (
	"slices"
	"strings"
	"testing"
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
		p.app.trouble, p.app.note = longNote, ""
		if slices.Equal(p.lines(), before) || strings.Join(strings.Fields(strings.Join(p.lines()[same:], " ")), " ") != longNote {
			t.Errorf("%v: what is wrong reads\n%s", size, strings.Join(p.lines()[same:], "\n"))
		}
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
