// Package rehearse shows the words of an apology to be said aloud: one sentence at a time, large and slowly, and nothing else
// on the screen. Somebody who has said it to a wall three times says it better to a person.
//
// Non-goals: judging the words (the coach has), writing them (the guide).
package rehearse

import (
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/uax29/v2/sentences"

	"bounceback/journal"
	"bounceback/ui/ask"
	"bounceback/ui/config"
	"bounceback/ui/keys"
	"bounceback/ui/theme"
)

// widest is how many cells a line takes at most: few, so that the eye finds the next one while one looks up.
const widest = 44

// Options are what the view is made of.
type Options struct {
	Theme *theme.Theme
	Keys  config.Keys
	Now   func() time.Time
}

// Model is the view. Create it with New.
type Model struct {
	opt      Options
	on, back key.Binding
	leave    key.Binding
	list     keys.List

	w, h  int
	is    ask.Rehearse
	parts []string
	at    int // -1 before the first sentence, len(parts) after the last
	end   int // the marked answer of the last page
}

// New returns an empty view.
func New(o Options) *Model {
	b := func(action string) key.Binding { return keys.Bind(o.Keys.Binding(action)) }
	return &Model{opt: o, on: b("rehearse_on"), back: b("rehearse_back"), leave: b("rehearse_leave"), list: keys.NewList(o.Keys)}
}

// SetTheme changes the looks.
func (m *Model) SetTheme(t *theme.Theme) { m.opt.Theme = t }

// SetSize sets the size in cells: that of the whole screen.
func (m *Model) SetSize(w, h int) { m.w, m.h = max(w, 0), max(h, 0) }

// Open shows an apology from its beginning.
func (m *Model) Open(q ask.Rehearse) { m.is, m.parts, m.at, m.end = q, Breaths(q.Words), -1, 0 }

// breath is how many cells are said in one breath at most, where the sentence has a place to pause.
const breath = 160

// Breaths cuts a text into what is said in one breath: its lines and its sentences, by the rules of Unicode, and long ones
// where they pause.
func Breaths(text string) []string {
	var out []string
	for line := range strings.SplitSeq(theme.CleanLines(text), "\n") {
		for tokens := sentences.FromString(line); tokens.Next(); {
			if s := strings.TrimSpace(tokens.Value()); s != "" {
				out = append(out, pauses(s)...)
			}
		}
	}
	return out
}

// pauses cuts a long sentence behind commas and the like.
func pauses(s string) []string {
	var out []string
	for theme.Width(s) > breath {
		head := theme.Crop(s, breath)
		at := strings.LastIndexAny(head, ",;:、，；")
		if at <= 0 {
			if at = strings.LastIndexByte(head, ' '); at <= 0 {
				at = len(head) - 1
			}
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		out = append(out, strings.TrimSpace(s[:at+n]))
		s = strings.TrimSpace(s[at+n:])
	}
	if s == "" {
		return out
	}
	return append(out, s)
}

// Writing is always false.
func (m *Model) Writing() bool { return false }

// Cursor is always nil.
func (m *Model) Cursor() *tea.Cursor { return nil }

// Bindings are the keys that do something now.
func (m *Model) Bindings() []key.Binding { return []key.Binding{m.on, m.back, m.leave} }

// Update takes a key, or a click to go on.
func (m *Model) Update(msg tea.Msg) (tea.Cmd, ask.Ask) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return nil, m.pressed(msg)
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft && m.at < len(m.parts) {
			m.at++
		}
	}
	return nil, nil
}

func (m *Model) pressed(msg tea.KeyPressMsg) ask.Ask {
	switch {
	case key.Matches(msg, m.leave):
		return ask.Back{}
	case m.at >= len(m.parts) && key.Matches(msg, m.list.Open):
		return m.answers()[m.end].does()
	case m.at >= len(m.parts) && key.Matches(msg, m.list.Down):
		m.end = min(m.end+1, len(m.answers())-1)
	case m.at >= len(m.parts) && key.Matches(msg, m.list.Up):
		m.end--
		if m.end < 0 {
			m.end, m.at = 0, len(m.parts)-1
		}
	case key.Matches(msg, m.back):
		m.at = max(m.at-1, -1)
	case key.Matches(msg, m.on) && m.at < len(m.parts):
		m.at++
	}
	return nil
}

type answer struct {
	label string
	does  func() ask.Ask
}

// answers are what the last page asks. The first one changes nothing: whoever goes on pressing the same key says nothing untrue.
func (m *Model) answers() []answer {
	said := func(via string) func() ask.Ask {
		q, now := m.is, m.opt.Now()
		return func() ask.Ask {
			return ask.All{Asks: []ask.Ask{ask.Back{}, ask.Change{
				Path: q.Path, Said: strings.TrimSpace("Said to " + theme.Clean(q.To) + "."),
				Do: func(e *journal.Entry) error {
					if !e.MarkSaid(q.To, q.Words, via, now) {
						return errors.New("the letter was changed meanwhile; look at it once more")
					}
					return nil
				},
			}}}
		}
	}
	return []answer{
		{"Not said yet", func() ask.Ask { return ask.Back{} }},
		{"I said it in person", said("in person")},
		{"I said it on the phone", said("on the phone")},
	}
}

// View draws the view, exactly as large as it is.
func (m *Model) View() string {
	t := m.opt.Theme
	w := min(m.w-4, widest)
	if w < 1 || m.h < 1 {
		return theme.FitBlock("", m.w, m.h)
	}
	var lines []string
	switch {
	case m.at < 0:
		to := "Your words"
		if s := theme.Clean(strings.TrimSpace(m.is.To)); s != "" {
			to = "To " + s
		}
		lines = m.spaced(t.Title.Render(t.Cut(to, w)))
		for _, l := range theme.Wrap("Take a breath, and say each line aloud. "+m.on.Help().Key+" goes on, "+m.back.Help().Key+" goes back, "+m.leave.Help().Key+" leaves.", w) {
			lines = append(lines, t.Dim.Render(l))
		}
	case m.at < len(m.parts):
		var big []string
		for _, l := range theme.Wrap(m.parts[m.at], w) {
			big = append(big, t.Strong.Render(l))
		}
		lines = m.spaced(big...)
	default:
		lines = m.spaced(t.Title.Render(t.Cut("That is all of it.", w)))
		for i, a := range m.answers() {
			bar, style := "  ", t.Text
			if i == m.end {
				bar, style = t.Bar.Render(t.Glyphs.Bar)+" ", t.Selected
			}
			lines = append(lines, bar+style.Render(a.label))
		}
	}
	return m.middle(lines, w)
}

// spaced puts an empty line between lines, where the screen is high enough for it.
func (m *Model) spaced(lines ...string) []string {
	if 2*len(lines) > m.h {
		return lines
	}
	var out []string
	for _, l := range lines {
		out = append(out, l, "")
	}
	return out
}

// middle sets a block of width w into the middle of the screen.
func (m *Model) middle(lines []string, w int) string {
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	pad := strings.Repeat(" ", max((m.w-w)/2, 0))
	out := make([]string, max((m.h-len(lines))/2, 0))
	for _, l := range lines {
		out = append(out, pad+l)
	}
	return theme.FitBlock(strings.Join(out, "\n"), m.w, m.h)
}
