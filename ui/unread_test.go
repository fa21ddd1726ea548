package ui

import (
	"slices"
	"strings"
	"testing"

	"bounceback/journal"
)

// twoActions is a mistake with two things to do, and the cursor in the day of the second, where something is typed that is
// no day.
func twoActions(t *testing.T) *person {
	t.Helper()
	e := someone()
	e.Fix.Actions = []journal.Action{{Do: "Ring Dana"}, {Do: "Buy tickets"}}
	p := sitWith(t, nil, e)
	p.press("enter esc ] ")
	p.toRow("Actions")
	p.press("enter j enter")
	p.toRow("By when?")
	p.press("enter")
	p.write("whenever Dana can")
	p.press("tab tab esc esc")
	p.shows("Buy tickets")
	if got := p.draft("k7h3m9xq2t-unread-"); got != "fix.actions.due#1: whenever Dana can\n  in: Buy tickets\n" {
		t.Fatalf("drafts: %q", got)
	}
	return p
}

// dayOf opens an action and says what stands at its day.
func (p *person) dayOf(action string) string {
	p.Helper()
	p.toRow(action)
	p.press("enter")
	p.toRow("By when?")
	for _, l := range p.lines() {
		if strings.Contains(l, "By when?") {
			p.press("esc")
			return strings.TrimSpace(strings.Trim(strings.SplitN(l, "By when?", 2)[1], "│ "))
		}
	}
	p.Fatalf("no day:\n%s", p.frame())
	return ""
}

const unreadDay = "“whenever Dana can” isn’t a day or time yet"

// A day that can't be read stays with its action, wherever that goes.
func TestHalfADayFollowsItsAction(t *testing.T) {
	for name, do := range map[string]func(p *person){
		"moved up":             func(p *person) { p.press("K") },
		"finished and not":     func(p *person) { p.press("space space") },
		"another taken out":    func(p *person) { p.press("k d") },
		"taken out and back":   func(p *person) { p.press("d u") },
		"another put in front": func(p *person) { p.press("k d j u") },
		"one more":             func(p *person) { p.press("a"); p.write("Third"); p.press("esc esc") },
		"changed elsewhere": func(p *person) {
			p.elsewhere(p.paths()[0], func(e *journal.Entry) {
				e.Tags = []string{"late"}
				e.Fix.Actions = append([]journal.Action{{Do: "First of all"}}, e.Fix.Actions...)
			})
			p.look()
			p.shows("First of all")
		},
		"left and opened": func(p *person) { p.press("esc esc"); p.press("enter esc ]"); p.toRow("Actions"); p.press("enter") },
	} {
		t.Run(name, func(t *testing.T) {
			p := twoActions(t)
			do(p)
			if got := p.dayOf("Buy tickets"); got != unreadDay {
				t.Errorf("its day says %q", got)
			}
			if name != "another taken out" {
				if got := p.dayOf("Ring Dana"); got != "" {
					t.Errorf("the other's day says %q", got)
				}
			}
		})
	}
}

// Also when the file was put into another order before the next start.
func TestHalfADayFindsItsAction(t *testing.T) {
	p := twoActions(t)
	p.elsewhere(p.paths()[0], func(e *journal.Entry) {
		a := e.Fix.Actions
		a[0], a[1] = a[1], a[0]
	})
	p.restart()
	p.press("enter esc ]")
	p.toRow("Actions")
	p.press("enter")
	if got := p.dayOf("Buy tickets"); got != unreadDay {
		t.Errorf("its day says %q", got)
	}
	if got := p.dayOf("Ring Dana"); got != "" {
		t.Errorf("the other's day says %q", got)
	}
}

// One that has lost its action is a row that can be taken elsewhere and cleared.
func TestHalfADayWithoutItsAction(t *testing.T) {
	p := twoActions(t)
	p.elsewhere(p.paths()[0], func(e *journal.Entry) { e.Fix.Actions = e.Fix.Actions[:1] })
	p.restart()
	p.press("enter")
	p.shows("“whenever Dana can” isn’t a day or time yet. It stands at the end of “What")
	p.press("esc t G")
	p.shows("A day or a time of “Buy tickets”", "whenever Dana can")
	p.press("enter ctrl+a ctrl+k tab")
	p.saveTimer()
	p.hides("whenever Dana can")
	if d := p.drafts(); len(d) > 0 {
		t.Errorf("it is cleared, and there are drafts: %v", d)
	}
}

// A row with such a day is not folded away, and an action that has nothing else is not taken for untouched.
func TestHalfADayKeepsItsRow(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter esc ] m")
	p.toRow("When was it fixed?")
	p.press("enter")
	p.write("before breakfast")
	p.press("esc esc esc")
	p.restart()
	p.press("enter esc ]")
	p.shows("When was it fixed?", "“before breakfast”")

	p.press("m")
	p.toRow("Actions")
	p.press("enter")
	p.press("esc")
	p.toRow("By when?")
	p.press("enter")
	p.write("whenever")
	p.press("esc esc esc esc esc")
	if got := len(p.only().Entry.Fix.Actions); got != 1 {
		t.Errorf("there are %d actions", got)
	}
	if got := p.draft("k7h3m9xq2t-unread-"); !strings.Contains(got, "fix.actions.due#0: whenever\n") {
		t.Errorf("drafts: %q", got)
	}
}

// Its day does not go to another action when its own is taken out elsewhere.
func TestHalfADayWhoseActionIsTakenOut(t *testing.T) {
	p := twoActions(t)
	without := func(e *journal.Entry) { e.Fix.Actions = e.Fix.Actions[:1] }
	p.elsewhere(p.paths()[0], without)
	p.look()
	if got := p.dayOf("Ring Dana"); got != "" {
		t.Errorf("the other's day says %q", got)
	}
	p.press("esc t G")
	p.shows("A day or a time of “Buy tickets”", "whenever Dana can")
}

// Nor does what is being written: the item is put back, also when all of it was saved before.
func TestAnItemTakenOutWhileItIsWritten(t *testing.T) {
	e := someone()
	e.Apologies = []journal.Apology{{To: "Dana", Words: "Dear Dana."}, {To: "Sam", Words: "Dear Sam."}}
	p := sitWith(t, nil, e)
	p.press("enter esc ] ] enter")
	p.write(" I am sorry.")
	p.saveTimer()
	p.elsewhere(p.paths()[0], func(e *journal.Entry) { e.Apologies = e.Apologies[1:] })
	p.look()
	p.shows("It is back, since you write in it.")
	p.write(" Truly, Dana.")
	p.press("esc")
	var got []string
	for _, a := range p.only().Entry.Apologies {
		got = append(got, a.To+": "+a.Words)
	}
	if want := []string{"Sam: Dear Sam.", "Dana: Dear Dana. I am sorry. Truly, Dana."}; !slices.Equal(got, want) {
		t.Errorf("the apologies are %q", got)
	}
}

// What was written anew elsewhere, in its place, is the same item.
func TestAnItemWrittenAnewElsewhere(t *testing.T) {
	p := twoActions(t)
	p.elsewhere(p.paths()[0], func(e *journal.Entry) { e.Fix.Actions[1].Do = "Buy new tickets" })
	p.look()
	if got := p.dayOf("Buy new tickets"); got != unreadDay {
		t.Errorf("its day says %q", got)
	}
}
