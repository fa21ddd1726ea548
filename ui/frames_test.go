package ui

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"bounceback/journal"
	"bounceback/journal/demo"
)

// demoJournal is the screen over some of the demo's mistakes, with ids of its own.
func demoJournal(t testing.TB) *person {
	t.Helper()
	n := 0
	all := demo.Entries(fixedNow, func() string {
		n++
		return "demqmem" + string("23456789bcdfghjkmnpqrstvwxyz"[n]) + "23"
	})
	return sitWith(t, func(o *Options) { o.Coach = &parrot{} }, slices.DeleteFunc(all, func(e journal.Entry) bool {
		return !slices.Contains([]string{"Shrank", "Replied", "Rerouted", "Kicked", "Mailed", "Snapped"}, strings.Fields(e.Title)[0])
	})...)
}

// find selects the mistake whose title begins so.
func (p *person) find(title string) {
	p.Helper()
	for _, path := range p.paths() {
		if strings.HasPrefix(p.load(path).Entry.Title, title) && p.app.timeline.SelectPath(path) {
			p.resize(p.app.w, p.app.h)
			return
		}
	}
	p.Fatalf("%q is not on screen:\n%s", title, p.frame())
}

// states are the screens that are looked at, each with the keys that lead there from a fresh start.
func states() map[string]func(p *person) {
	reroute := func(p *person) { p.find("Rerouted") }
	return map[string]func(p *person){
		"timeline":   func(p *person) {},
		"filtered":   func(p *person) { p.press("/"); p.write("severity:doozy") },
		"guide-text": func(p *person) { p.find("Shrank"); p.press("enter") },
		"guide-page": func(p *person) {
			p.find("Shrank")
			p.press("enter")
			p.write("I did not look at the label.")
			p.press("esc")
		},
		"thoughts": func(p *person) {
			p.find("Shrank")
			p.press("enter")
			p.write(twoThoughts)
			p.checkTimer()
			p.press("ctrl+r")
		},
		"thoughts-page": func(p *person) {
			p.find("Shrank")
			p.press("enter")
			p.write(twoThoughts)
			p.press("esc f enter")
		},
		"zombies":       func(p *person) { p.find("Shrank"); p.press("enter"); p.write(twoThoughts); p.press("esc z") },
		"apology-words": func(p *person) { reroute(p); p.press("v enter [ [ enter"); p.checkTimer(); p.press("ctrl+r") },
		"guide-what":    func(p *person) { reroute(p); p.press("v enter t") },
		"fix-deeper":    func(p *person) { reroute(p); p.press("v enter [ [ [ m j j") },
		"fix-list":      func(p *person) { reroute(p); p.press("v enter [ [ ["); p.toRow("Actions"); p.press("enter") },
		"fix-item":      func(p *person) { reroute(p); p.press("v enter [ [ ["); p.toRow("Actions"); p.press("enter enter") },
		"fix-events": func(p *person) {
			reroute(p)
			p.press("v enter [ [ [")
			p.toRow("What happened when?")
			p.press("enter j")
		},
		"fix-factors": func(p *person) {
			reroute(p)
			p.press("v enter [ [ [")
			p.toRow("What contributed to it?")
			p.press("enter j")
		},
		"fix-questions": func(p *person) { reroute(p); p.press("v enter [ [ [ h j") },
		"apologize":     func(p *person) { reroute(p); p.press("v enter [ [") },
		"a-choice":      func(p *person) { reroute(p); p.press("v enter t"); p.toRow("How bad?"); p.press("enter") },
		"mended":        func(p *person) { p.press("G"); p.find("Kicked"); p.press("v enter") },
		"reading":       func(p *person) { reroute(p); p.press("v") },
		"lessons":       func(p *person) { p.press("2") },
		"help":          func(p *person) { p.press("?") },
		"help-text":     func(p *person) { p.find("Shrank"); p.press("enter f1") },
		"capture":       func(p *person) { p.press("c"); p.write("Dropped the cake, and it was for @Dana +party") },
		"next":          func(p *person) { p.press("n") },
		"share":         func(p *person) { reroute(p); p.press("r j") },
		"share-letter":  func(p *person) { reroute(p); p.press("r G") },
		"share-ways":    func(p *person) { reroute(p); p.press("r j j enter") },
		"share-choices": func(p *person) { reroute(p); p.press("r p o j j j j j space") },
		"share-plain":   func(p *person) { reroute(p); p.press("r j v tab j") },
		"share-typing":  func(p *person) { reroute(p); p.press("r j j w"); p.write("was in the room") },
		"amends":        func(p *person) { p.press("4") },
		"rehearse":      func(p *person) { reroute(p); p.press("r G r space") },
		"rehearse-end": func(p *person) {
			reroute(p)
			p.press("r G r space space space space space space space space space space")
		},
		"conflict": func(p *person) {
			p.find("Shrank")
			p.press("enter")
			p.write("I did not look at the label.")
			p.elsewhere(p.app.doc.path(), func(e *journal.Entry) { e.Own.Did = "I was tired, and I put it in with the towels." })
			p.press("esc")
		},
		"editor": func(p *person) { p.find("Shrank"); p.press("enter ctrl+o"); p.editorWrites("", 0) },
		"trouble": func(p *person) {
			p.find("Shrank")
			p.press("enter")
			p.write("I")
			p.disk.failOn(os.ErrPermission, "/entries/")
			p.press("esc")
		},
	}
}

// Frames are looked at by eye before they are kept: go test ./ui -run Frames -update.
func TestFrames(t *testing.T) {
	for _, name := range []string{
		"timeline", "guide-text", "guide-page", "guide-what", "fix-deeper", "fix-list", "fix-events", "fix-factors", "fix-questions", "apologize", "mended", "help", "conflict", "thoughts", "thoughts-page", "apology-words",
		"share", "share-letter", "share-ways", "share-choices", "share-plain", "amends", "rehearse", "next",
	} {
		lead := states()[name]
		for _, size := range [][2]int{{80, 24}, {120, 36}} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				t.Parallel()
				p := demoJournal(t)
				p.resize(size[0], size[1])
				lead(p)
				var b strings.Builder
				for _, l := range p.lines() {
					b.WriteString(strings.TrimRight(l, " ") + "\n")
				}
				golden.RequireEqual(t, []byte(b.String()))
			})
		}
	}
}

// Every state fits every screen exactly; person.check looks after each message.
func TestSizes(t *testing.T) {
	for name, lead := range states() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := demoJournal(t)
			lead(p)
			for _, size := range [][2]int{{0, 0}, {1, 1}, {2, 2}, {1, 24}, {80, 1}, {4, 4}, {10, 3}, {20, 6}, {40, 12}, {60, 8}, {80, 24}, {109, 30}, {110, 30}, {200, 60}, {80, 24}} {
				p.resize(size[0], size[1])
				p.press("down up")
				if c := p.app.View().Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= max(size[0], 1) || c.Y >= max(size[1], 1)) {
					t.Errorf("the cursor is at %d, %d on a screen of %v", c.X, c.Y, size)
				}
			}
		})
	}
}

// What a person or another program put into a journal never reaches the terminal as anything but text, and never breaks a
// line.
func TestHostileText(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"日本語のタイトルはとても幅が広いので切られる必要がありますよね", "family 👨‍👩‍👧‍👦 and 🏳️‍🌈 flags, e\u0301 and \u200bzero", "שלום עולם مرحبا بالعالم",
		"\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b[2J\u009b2J bell\a back\b cr\rtab\t", "line\nbreak\u2028sep\u0085nel", strings.Repeat("long", 100),
	} {
		e := serious()
		e.Title, e.What, e.Own.Did, e.Fix.Repaired, e.Learn.Takeaway, e.Learn.Cue = s, s, s, s, s, s
		e.Tags, e.People, e.Severity = []string{s}, []string{s}, journal.Severity(s)
		e.Fix.Actions[0].Do, e.Fix.Actions[0].Owner = s, s
		e.Apologies = []journal.Apology{{To: s, Words: s, Promise: s}}
		p := sitWith(t, nil, e)
		for _, size := range [][2]int{{80, 24}, {40, 12}, {120, 36}, {23, 9}} {
			p.resize(size[0], size[1])
			p.press("enter esc enter t j j j enter tab tab tab esc ] enter shift+right esc ] m j j j j j j enter enter tab tab esc esc ] enter tab esc esc ] v j j pgdown esc esc")
			p.press("v G esc 2 enter s esc 1 n esc ? esc / ")
			p.paste(s)
			p.press("esc esc c")
			p.paste(s)
			p.press("esc c ctrl+a ctrl+k esc")
		}
		p.resize(80, 24)
		p.press("enter")
		p.elsewhere(p.paths()[0], func(e *journal.Entry) { e.Title = s + " theirs" })
		p.press("t enter ctrl+a x esc")
		p.shows("Changed on both sides")
		p.press("m esc d u")
	}
}
