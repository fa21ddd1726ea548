package ui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
)

// burst types a text without a pause between its letters.
func (p *person) burst(s string) {
	p.Helper()
	p.write(s)
	p.fire(func(t timer) bool { return t.after == letterPause || t.after == awayPause })
}

// Whoever types on after leaving a text with tab goes on in it, whatever the letters mean as keys.
func TestTypingOnAfterTheText(t *testing.T) {
	for _, words := range []string{"quickly told them", "every customer", "I wrote to Dana", "so it was", "no one knew", "we've seen it",
		"you're right", "exactly so", "skipped it", "did it", "vim and emacs", "my fault", "told her", "über alles", "日本で",
		"and then", "all of it", "just late", "got it wrong", "known to all", "could have asked", "2 customers", "10 of them", "A plan", "I'd say", "g'day", "it's me",
		"1st draft was wrong", "2nd attempt failed", "2pm it was", "1 day late", "q1 figures", "q & a", "e-mail went out", "eBay listing",
		"e2e test failed", "e.g. this", "eerie silence", "v2 of it", "n2 server", "n/a"} {
		t.Run(words, func(t *testing.T) {
			p := sitWith(t, nil, someone())
			p.press("enter")
			p.write("I was late.")
			p.press("tab")
			p.shows("Written. x marks")
			p.burst(words)
			if p.ended {
				t.Fatal("it has quit")
			}
			if slices.Contains(p.seen, "execMsg") {
				t.Fatal("it has started an editor")
			}
			p.press("esc")
			if got, want := p.only().Entry.Own.Did, "I was late. "+words; got != want {
				t.Errorf("the file says %q, want %q", got, want)
			}
		})
	}
}

// Esc asks for the page: its keys act at once, and what follows is theirs.
func TestKeysAfterEsc(t *testing.T) {
	e := someone()
	e.Own.Did = "I did."
	for name, begin := range map[string]string{"after a text": "enter enter esc", "on a page that opens": "enter"} {
		t.Run(name, func(t *testing.T) {
			p := sitWith(t, nil, e)
			p.press(begin)
			p.write("csecond capture")
			p.shows("│ second capture")
			p.press("esc")
			p.write("mj")
			p.shows("▌ What part was mine to decide?")
			p.write("q")
			if got := p.only().Entry.Own.Did; !p.ended || got != "I did." {
				t.Errorf("ended: %v; the file says %q", p.ended, got)
			}
		})
	}
}

// One letter is the key that it is, after a moment that nobody notices; the next one is at once.
func TestOneLetterAfterTheText(t *testing.T) {
	for key, acted := range map[string]func(p *person) bool{
		"q": func(p *person) bool { return p.ended },
		"m": func(p *person) bool { return p.has("What part was mine to decide?") },
		"v": func(p *person) bool { return p.app.inReading },
		"w": func(p *person) bool { return p.has("not in the text") },
		"t": func(p *person) bool { return p.has("In one line") },
		"x": func(p *person) bool { return p.has("What is put right") },
		"n": func(p *person) bool { return p.app.overlay == nextOverlay },
		"c": func(p *person) bool { return p.app.overlay == captureOverlay },
		"p": func(p *person) bool { return p.has("How much does it sting now?") },
		"e": func(p *person) bool { return slices.Contains(p.seen, "execMsg") },
		"1": func(p *person) bool { return !p.app.inGuide },
	} {
		t.Run(key, func(t *testing.T) {
			p := sitWith(t, nil, someone())
			p.press("enter")
			p.write("I was late.")
			p.press("tab")
			if acted(p) {
				t.Fatal("it looks so before the key")
			}
			p.press(key)
			if !acted(p) {
				t.Errorf("nothing has happened:\n%s", p.frame())
			}
			if got := p.only().Entry.Own.Did; got != "I was late." {
				t.Errorf("the file says %q", got)
			}
		})
	}
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was late.")
	p.press("tab m")
	p.write("q")
	if !p.ended {
		t.Error("the second key waits as well")
	}
}

// Keys in quick succession stay keys where they can be no words, and when another key came between.
func TestQuickKeysAfterTheText(t *testing.T) {
	for keys, see := range map[string]string{"mj": "▌ What part was mine", "xI told her": "▌ I told her", "p7": "[7]", "cForgot the keys": "Forgot the keys", "jj": "▌ What did I do"} {
		p := sitWith(t, nil, someone())
		p.press("enter")
		p.write("I was late.")
		p.press("tab")
		p.burst(keys)
		p.shows(see)
	}
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was late.")
	p.press("tab down")
	p.burst("qw")
	if !p.ended {
		t.Error("q does not quit at once after an arrow")
	}
}

// In a list the words go on in the item that is selected.
func TestTypingOnInAList(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was late.")
	p.press("tab x")
	p.write("New tickets.")
	p.press("tab x") // an apology, to Dana as it happens
	p.write("I am sorry.")
	p.press("tab")
	p.burst("dear Dana")
	p.press("esc")
	if got := p.only().Entry.Apologies; len(got) != 1 || got[0].Words != "I am sorry. dear Dana" {
		t.Errorf("the apologies are %+v", got)
	}
}

// Also where the text is one line of an item, which was closed when it was left.
func TestPasteAfterAnAction(t *testing.T) {
	p := sitWith(t, nil, serious())
	n := len(p.only().Entry.Fix.Actions)
	p.press("enter")
	p.toRow("Actions")
	p.press("enter a")
	p.write("Ring Dana")
	p.press("esc")
	p.paste("does it")
	p.press("esc esc")
	got := p.only().Entry.Fix.Actions
	if len(got) != n+1 || got[n].Do != "Ring Dana does it" {
		t.Errorf("the actions are %+v", got)
	}
}

// A day is no place for words: nothing acts, and the person is told.
func TestPasteAfterADay(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter esc t")
	p.toRow("When?")
	p.press("enter esc")
	p.paste("qu")
	p.shows("not in the text")
	if p.ended || p.only().Entry.Happened.Short() != "2026-11-21 20:15" {
		t.Error("something has happened")
	}
}

// What comes between is after the letter that waits, and a question waits for it too.
func TestSomethingElseWhileALetterWaits(t *testing.T) {
	p := sitWith(t, nil, someone(), journal.New("m2h3m9xq2t", "Forgot the keys", fixedNow.AddDate(0, 0, -3)))
	p.resize(120, 36)
	p.press("enter")
	p.write("I was late.")
	p.press("tab")
	p.write("d")
	p.click(5, 6)
	p.fire(func(t timer) bool { return t.after == letterPause || t.after == awayPause })
	if n := len(p.paths()); n != 2 {
		t.Fatalf("%d mistakes are left", n)
	}

	p = sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was late.")
	p.elsewhere(p.paths()[0], func(e *journal.Entry) { e.Own.Did = "She was late." })
	hold[savedMsg](p)
	p.press("tab")
	p.write("t")
	p.arrive() // with both sides changed
	p.write("old her")
	if got := p.app.guide.FieldText(); got != "I was late. told her" {
		t.Errorf("the words are %q:\n%s", got, p.frame())
	}
	p.press("esc")
	p.shows("Changed on both sides")
}

// A paste is never a row of keys.
func TestPasteOnThePage(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was late.")
	p.press("tab")
	p.paste("quite late,\nas it is")
	p.press("esc")
	if got := p.only().Entry.Own.Did; got != "I was late. quite late,\nas it is" {
		t.Errorf("the file says %q", got)
	}
	p.press("t j j j")
	p.paste("nowhere to go")
	p.shows("not in the text")
}

// The letter that waits is not forgotten when something else happens meanwhile.
func TestALetterWaitsWhileTheScreenChanges(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was late.")
	p.press("esc")
	p.write("m")
	p.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	p.fire(func(t timer) bool { return t.after == letterPause || t.after == awayPause })
	p.shows("What part was mine to decide?")
}

// In a list a word may be one letter, and what goes on with a space has not been said by that.
func TestTypingOnAfterAnApology(t *testing.T) {
	for _, words := range []string{"a bit late", " and also quite late", "dear Dana", "use it", ", and so on", " dear Dana"} {
		e := someone()
		e.Apologies = []journal.Apology{{To: "Dana", Words: "I am sorry."}}
		p := sitWith(t, nil, e)
		p.press("enter esc ] ] enter tab")
		p.burst(words)
		p.press("esc")
		want := "I am sorry. " + words
		if strings.ContainsAny(words[:1], " ,") {
			want = "I am sorry." + words
		}
		if got := p.only().Entry.Apologies; len(got) != 1 || got[0].Words != want || !got[0].Said.IsZero() {
			t.Errorf("%q: the apologies are %+v", words, got)
		}
	}
}

// A space that nothing follows says it, at once; so does one with the key that ends the step.
func TestSaidAfterAnApology(t *testing.T) {
	for _, keys := range []string{" ", " x"} {
		e := someone()
		e.Apologies = []journal.Apology{{To: "Dana", Words: "I am sorry."}}
		p := sitWith(t, nil, e)
		p.press("enter esc ] ] enter tab")
		p.write(keys[:1])
		p.shows("said 22 Nov 2026")
		p.burst(keys[1:])
		p.saveTimer()
		got := p.only().Entry
		if len(got.Apologies) != 1 || got.Apologies[0].Said.IsZero() || (got.Apologize.Status == journal.Done) != (keys == " x") {
			t.Errorf("%q: %+v, %s", keys, got.Apologies, got.Apologize.Status)
		}
	}
}

// Whatever a text goes on with: what is no key and no word either, letter by letter, and again after a hint.
func TestTypingOnWithoutALetter(t *testing.T) {
	for _, words := range []string{" and then quietly hoped", ", quit", "- quit", "(quite so) [x]", "é quit", " do not tell", " x", " Then this part"} {
		for _, slowly := range []bool{false, true} {
			p := sitWith(t, nil, someone())
			p.press("enter")
			p.write("I was late.")
			p.press("tab")
			for i, r := range words {
				p.write(string(r))
				if slowly && i > 0 {
					p.fire(func(t timer) bool { return t.after == letterPause || t.after == awayPause })
				}
			}
			p.press("esc")
			if p.ended || slices.Contains(p.seen, "execMsg") {
				t.Fatalf("%q: it has ended or started an editor", words)
			}
			want := "I was late. " + words
			if strings.ContainsAny(words[:1], " ,") {
				want = "I was late." + words
			}
			if got := p.only().Entry.Own.Did; got != want {
				t.Errorf("%q: the file says %q", words, got)
			}
		}
	}
}

// A key that means nothing leaves all as it was: the next ones are text, if they are.
func TestTypingOnAfterAHint(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was late.")
	p.press("tab w tab")
	p.shows("You are on the page, not in the text.")
	p.burst("quit next")
	p.press("esc")
	if got := p.only().Entry.Own.Did; p.ended || got != "I was late. quit next" {
		t.Errorf("it has ended: %v; the file says %q", p.ended, got)
	}
}

// A key that waits says what it will do.
func TestAKeyThatWaits(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.press("enter")
	p.write("I was late.")
	p.press("tab")
	p.write("m")
	p.shows("m look deeper…")
	p.fire(func(t timer) bool { return t.after == letterPause })
	p.hides("m look deeper…")
}

// Names and tags are set apart as they are in the file.
func TestPasteAfterTags(t *testing.T) {
	e := someone()
	e.Tags = []string{"late"}
	p := sitWith(t, nil, e)
	p.press("enter esc t")
	p.toRow("Tags")
	p.press("enter esc")
	p.paste("travel")
	p.press("esc")
	if got := p.only().Entry.Tags; !slices.Equal(got, []string{"late", "travel"}) {
		t.Errorf("the tags are %q", got)
	}
}

// Tab twice leads to the list, where a letter may take a mistake away: words go on in the text there as well. Any other key
// means the list.
func TestTypingOnFromTheList(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.resize(120, 36)
	p.press("enter")
	p.write("I was late.")
	p.press("tab tab")
	p.burst("did it")
	p.press("esc")
	if got := p.only().Entry.Own.Did; got != "I was late. did it" || p.app.onList {
		t.Errorf("the file says %q, the list has the keys: %v", got, p.app.onList)
	}
	p.press("enter tab tab j")
	p.burst("so")
	p.saveTimer()
	if got := p.only().Entry.Own.Did; got != "I was late. did it" {
		t.Errorf("keys in the list have written: %q", got)
	}
}

// A letter that waits means nothing where its page is gone meanwhile.
func TestALetterWhosePageIsGone(t *testing.T) {
	p := sitWith(t, nil, someone(), journal.New("m2h3m9xq2t", "Forgot the keys", fixedNow.AddDate(0, 0, -3)))
	p.late = func(m tea.Msg) bool {
		switch m.(type) {
		case openedMsg, trashedMsg:
			return true
		}
		return false
	}
	p.press("enter d") // trashed, before it has opened
	opened, trashed := p.held[0], p.held[1]
	p.late, p.held = nil, nil
	p.send(opened)
	p.write("I was late.")
	p.press("tab")
	p.write("d")
	p.send(trashed)
	p.fire(func(t timer) bool { return t.after == letterPause || t.after == awayPause })
	if got := len(p.paths()); got != 1 {
		t.Errorf("%d mistakes are left", got)
	}
}
