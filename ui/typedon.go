package ui

import (
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"bounceback/ui/config"
	uikeys "bounceback/ui/keys"
)

// Letters are text in a question and keys on its page. Esc asks for the page, and its keys act at once. Tab asks for the next
// question, and after the last one there is none: somebody who types on, because the eyes are elsewhere, must neither start an
// editor nor quit with the first letter of a word, nor lose the word. So the first letter after a text that was left with tab
// waits a moment for a second one, and says so in the footer: two in quick succession are writing, and go on in the text.

// letterPause is how long the first letter waits. At 40 words a minute, which is how fast most people type, there are 300 ms
// from letter to letter on average, and half as much again within a word now and then. A key that means something is followed by
// a look at what it did; who knows the next key already need not wait.
const letterPause = 500 * time.Millisecond

// awayPause is that for a letter that would leave the program, or start another: what follows it would be lost, or do harm
// there. People who look for their letters need so long.
const awayPause = 800 * time.Millisecond

// letterMsg says that the letter that waits was alone.
type letterMsg struct{ count uint64 }

// letter is the one that waits.
type letter struct {
	key   tea.KeyPressMsg
	pane  focusable // where it was pressed: what it means there it must not do elsewhere
	count uint64    // of the letters that waited, so that a timer knows its own
	waits bool
	acted bool // it has done at once what it does, since that can be taken back
}

// key hands on a key, after the letter that waited for it.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	if !a.letter.waits {
		switch {
		case !a.mayBeWriting(msg):
			return a.press(msg)
		case unicode.IsLetter(first(msg)), unicode.IsDigit(first(msg)), first(msg) == ' ':
			return a.hold(msg)
		}
		return a.do(a.guide.TypeOn(msg.Text)) // a comma is no key and begins no word
	}
	one := a.letter
	if !a.stillThere() || !a.areWriting(one.key, msg) {
		return tea.Batch(a.pressHeld(), a.press(msg))
	}
	var back tea.Cmd
	if one.acted {
		back = a.press(one.key)
	}
	a.letter.waits, a.onList, a.note = false, false, ""
	return tea.Batch(back, a.do(a.guide.TypeOn(one.key.Text+msg.Text)))
}

func (a *App) hold(msg tea.KeyPressMsg) tea.Cmd {
	does := a.guide.Means(msg.String())
	a.letter = letter{key: msg, pane: a.focused(), count: a.letter.count + 1, waits: true, acted: does.Action == "tick" && a.guide.Unticked()}
	count, pause := a.letter.count, letterPause
	if leads(does) == away && unicode.IsLetter(first(msg)) { // few words begin with a figure
		pause = awayPause
	}
	var now tea.Cmd
	if a.letter.acted {
		now = a.press(msg)
	}
	return tea.Batch(now, a.tick(pause, func(time.Time) tea.Msg { return letterMsg{count} }))
}

// waiting is the key that waits and what it will do, for the footer; nothing when none does.
func (a *App) waiting() string {
	does := a.guide.Means(a.letter.key.String())
	if !a.letter.waits || a.letter.acted || does.Action == "" {
		return ""
	}
	t := a.theme
	return t.Key.Render(uikeys.Shown(a.letter.key.String())) + " " + t.KeyHelp.Render(does.Label+t.Glyphs.Ellipsis)
}

// pressHeld lets the letter that waits be the key that it is: when nothing follows it, or before something else does. It is
// dropped when something has come up meanwhile, or the page is gone: there it could mean something else.
func (a *App) pressHeld() tea.Cmd {
	if !a.letter.waits {
		return nil
	}
	a.letter.waits = false
	if a.letter.acted || !a.stillThere() {
		return nil
	}
	return a.press(a.letter.key)
}

// stillThere reports whether the keys go where the letter that waits was pressed.
func (a *App) stillThere() bool { return a.overlay == noOverlay && a.focused() == a.letter.pane }

func (a *App) alone(msg letterMsg) tea.Cmd {
	if a.letter.count != msg.count {
		return nil
	}
	return a.pressHeld()
}

// mayBeWriting reports whether a key could be text: on the page that a text was left for with tab, and in the list beside it, where a
// second tab leads. The end of a step is not kept waiting: hardly a word begins with x, and the next question takes the rest
// of it. Nor is any other key that is no letter.
func (a *App) mayBeWriting(msg tea.KeyPressMsg) bool {
	if a.overlay != noOverlay || !a.inGuide || !a.guide.JustLeft() || msg.Text == "" {
		return false
	}
	does := a.guide.Means(msg.String()).Action
	letter := (unicode.IsLetter(first(msg)) || unicode.IsDigit(first(msg))) && does != "done"
	switch a.focused() {
	case a.guide:
		return letter || first(msg) == ' ' || does == ""
	case a.timeline:
		return letter
	}
	return false
}

// areWriting reports whether two keys in quick succession are text.
func (a *App) areWriting(one, two tea.KeyPressMsg) bool {
	was, is := a.guide.Means(one.String()), a.guide.Means(two.String())
	r, s := first(one), first(two)
	moves := was.Area == config.ListArea && is.Area == config.ListArea // through a list, in search of something
	switch {
	case two.Text == "":
		return false
	case was.Action == "":
		return true
	case leads(was) == away: // harm, or the loss of all that follows, should it be a word after all
		return was.Action != "quit" || r != s
	case r == s || moves: // hardly a word has one letter twice at its beginning that is a key here
		return false
	case unicode.IsDigit(s): // mk2, v2; but p7 is a sting of 7
		return was.Action != "sting"
	case s == ' ': // “a bit late”: the only letter that is a word
		return was.Action == "add"
	case was.Action == "tick" && (is.Action == "done" || is.Area == config.ListArea): // one after the other
		return false
	case unicode.IsUpper(s) && !unicode.IsUpper(r): // after c, for one: a line that was begun at once
		return false
	case leads(was) == deeper && (is.Area == config.ListArea || is.Action == "done"):
		return false
	}
	return unicode.IsLetter(s) || unicode.IsPunct(s) && is.Action == "" // it's, n/a
}

// where a key of the page leads to.
type where int

const (
	stays  where = iota
	deeper       // to more rows, in which one may go on at once
	away         // out of the program or the page
)

func leads(b config.Binding) where {
	switch b.Action {
	case "quit", "guide_editor", "timeline", "lessons":
		return away
	case "deeper", "title", "next", "findings", "zombies", "help_questions":
		return deeper
	}
	return stays
}

func first(msg tea.KeyPressMsg) rune {
	r, _ := utf8.DecodeRuneInString(msg.Text)
	return r
}
