package ui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// burst types a text without a pause between its letters.
func (p *person) burst(s string) {
	p.Helper()
	p.write(s)
	p.fire(func(t timer) bool { return t.after == letterPause })
}

// Whoever types on after leaving a text goes on in it, whatever the letters mean as keys.
func TestTypingOnAfterTheText(t *testing.T) {
	for _, leave := range []string{"tab", "esc"} {
		for _, words := range []string{"quickly told them", "every customer", "I wrote to Dana", "so it was", "no one knew", "we've seen it",
			"you're right", "exactly so", "skipped it", "did it", "vim and emacs", "my fault", "told her", "über alles", "日本で"} {
			t.Run(leave+" "+words, func(t *testing.T) {
				p := sitWith(t, nil, someone())
				p.press("enter")
				p.write("I was late.")
				p.press(leave)
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
}

// One letter is the key that it is, after a moment that nobody notices; others than letters are at once.
func TestOneLetterAfterTheText(t *testing.T) {
	for key, see := range map[string]string{"q": "", "m": "What part was mine to decide?", "v": "own it", "w": "not in the text", "t": "In one line",
		"x": "What is put right", "n": "waits", "c": "Capture", "p": "How much does it sting now?", "e": "", "1": "Timeline"} {
		t.Run(key, func(t *testing.T) {
			p := sitWith(t, nil, someone())
			p.press("enter")
			p.write("I was late.")
			p.press("tab " + key)
			if see != "" && !strings.Contains(strings.ToLower(p.flat()), strings.ToLower(see)) {
				p.shows(see)
			}
			if key == "q" && !p.ended || key == "e" && !slices.Contains(p.seen, "execMsg") {
				t.Errorf("nothing has happened: ended %v, seen %v", p.ended, p.seen)
			}
			if got := p.only().Entry.Own.Did; got != "I was late." {
				t.Errorf("the file says %q", got)
			}
		})
	}
}

// Keys in quick succession stay keys where they can be no words, and when another key came between.
func TestQuickKeysAfterTheText(t *testing.T) {
	for keys, see := range map[string]string{"mj": "▌ What part was mine", "xI told her": "▌ I told her", "p7": "[7]", "cForgot the keys": "Forgot the keys"} {
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
	p.fire(func(t timer) bool { return t.after == letterPause })
	p.shows("What part was mine to decide?")
}
