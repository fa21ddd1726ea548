package ui

import (
	"slices"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"bounceback/ui/config"
)

// Letters are text in a question and keys on its page. Somebody who has left the text with tab or esc and types on, because
// the eyes are elsewhere, must neither start an editor nor quit with the first letter of a word, nor lose the word. So the
// first letter after a text waits a moment for a second one: two in quick succession are writing, and go on in the question
// that is selected.

// letterPause is how long the first letter waits. Somebody who types 40 words a minute needs 300 ms a letter; a key that means
// something is followed by a look at what it did.
const letterPause = 300 * time.Millisecond

// letterMsg says that the letter that waits was alone.
type letterMsg struct{ count uint64 }

// letter is the one that waits.
type letter struct {
	key   tea.KeyPressMsg
	count uint64 // of the letters that waited, so that a timer knows its own
	waits bool
}

// key hands on a key, after the letter that waited for it.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	if a.letter.waits {
		first := a.letter.key
		a.letter.waits = false
		if a.areWriting(first, msg) {
			if asked, ok := a.guide.TypeOn(first.Text + msg.Text); ok {
				a.note = ""
				return a.do(asked)
			}
		}
		return tea.Batch(a.press(first), a.press(msg))
	}
	if !a.mayBeWriting(msg) {
		return a.press(msg)
	}
	a.letter = letter{key: msg, count: a.letter.count + 1, waits: true}
	count := a.letter.count
	return a.tick(letterPause, func(time.Time) tea.Msg { return letterMsg{count} })
}

// alone lets a letter that nothing followed be the key that it is.
func (a *App) alone(msg letterMsg) tea.Cmd {
	if !a.letter.waits || a.letter.count != msg.count {
		return nil
	}
	a.letter.waits = false
	return a.press(a.letter.key)
}

// mayBeWriting reports whether a key could be the beginning of a word. Keys that are often followed by others at once don't
// wait: moving, the end of a step, and those that lead into another text.
func (a *App) mayBeWriting(msg tea.KeyPressMsg) bool {
	if a.overlay != noOverlay || a.writing() || !a.guide.JustLeft() || a.focused() != focusable(a.guide) || !isLetter(msg) {
		return false
	}
	b, ok := a.means(msg)
	return !ok || b.Area != config.ListArea && !slices.Contains([]string{"done", "add", "capture"}, b.Action)
}

// areWriting reports whether two keys in quick succession are text. The same key twice is none, nor is a move or the end of
// the step after a key that only changes the page.
func (a *App) areWriting(first, second tea.KeyPressMsg) bool {
	if second.Text == "" {
		return false
	}
	was, bound := a.means(first)
	switch is, _ := a.means(second); {
	case !bound:
		return true
	case second.Text == first.Text, !isLetter(second) && second.Text != "'" && second.Text != "’":
		return false
	case is.Area == config.ListArea, is.Action == "done":
		return !slices.Contains([]string{"deeper", "title", "next"}, was.Action)
	}
	return true
}

// means is the action of a key on a page of the guide, or in one of its lists.
func (a *App) means(msg tea.KeyPressMsg) (config.Binding, bool) {
	for _, place := range []string{config.GuideArea, config.ItemsArea} {
		for _, b := range a.opt.Config.Keys.Live(place) {
			if slices.Contains(b.Keys, msg.String()) {
				return b, true
			}
		}
	}
	return config.Binding{}, false
}

func isLetter(msg tea.KeyPressMsg) bool {
	r, _ := utf8.DecodeRuneInString(msg.Text)
	return unicode.IsLetter(r)
}
