package guide

import (
	"fmt"
	"strconv"
	"strings"

	"bounceback/journal/coach"
	"bounceback/ui/theme"
)

// What stands below a text: rows that are kept free for the coach, and in the last one for what just happened. How many there
// are depends on the size of the guide and on the question alone, so that the text never moves.

// remarkRows is how many rows are kept for remarks. One is there in any case; the smallest sizes leave the rest to the text.
func (m *Model) remarkRows() int {
	switch h, w := m.innerHeight(), m.textWidth(); {
	case h < 12:
		return 1
	case h < 18:
		return 2
	case m.wide && h >= 28:
		return 10 // three remarks
	case w < 60 && h >= 20:
		return 5 // the same words take more lines
	}
	return 4
}

// bottomRows is how many rows of the question that is being answered are not for its text.
func (m *Model) bottomRows() int {
	if a := m.answer; a == nil || !m.coached(a.f) {
		return 1
	}
	return m.remarkRows() + m.meterRows()
}

// bottom draws those rows, with words about what just happened in the last of them.
func (m *Model) bottom(rows int, words string, style func(...string) string) []string {
	w := m.textWidth()
	var said []string
	if words != "" {
		said = theme.Wrap(theme.Clean(words), w)
	}
	if most := min(rows, 3); len(said) > most {
		said = append(said[:most-1:most-1], strings.Join(said[most-1:], " "))
	}
	for i, l := range said {
		said[i] = style(m.opt.Theme.Cut(l, w))
	}
	out := m.meterLines()
	if len(out) > 0 && len(out)+len(said) > rows {
		out = nil
	}
	return append(append(out, m.coachLines(rows-len(out)-len(said))...), said...)
}

// coachLines are n lines of what the coach says about the text that is being written.
func (m *Model) coachLines(n int) []string {
	if n <= 0 {
		return nil
	}
	out := make([]string, n)
	th := m.thoughtsOn(m.textKey(m.answer.f))
	switch {
	case !th.shown:
		out[n-1] = m.countLine(th)
	case len(th.remarks) > 0:
		lines := m.remarkLines(th, n)
		copy(out[n-len(lines):], lines)
	case len(th.praise()) > 0:
		g := th.praise()[0]
		out[n-1] = m.levelWord(g.Level) + m.opt.Theme.Dim.Render(m.opt.Theme.Cut(" "+m.opt.Theme.Glyphs.Dot+" "+theme.Clean(g.Why), m.textWidth()-len("good")))
	}
	return out
}

// countLine says how many thoughts there are, and how to see them.
func (m *Model) countLine(th *thoughts) string {
	k := lastKey(m.keys.remarks)
	if len(th.remarks) == 0 || k == "" {
		return ""
	}
	t := m.opt.Theme
	return t.Dim.Render(t.Cut(countThoughts(len(th.remarks))+" "+t.Glyphs.Dot+" "+shown(k), m.textWidth()))
}

// countThoughts is a number of thoughts in words, as one would say it.
func countThoughts(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
	switch {
	case n == 1:
		return "one thought"
	case n < len(words):
		return words[n] + " thoughts"
	}
	return strconv.Itoa(n) + " thoughts"
}

// levelName is what a level is called on screen.
func levelName(l coach.Level) string {
	switch l {
	case coach.Problem:
		return "look again"
	case coach.Praise:
		return "good"
	}
	return "a thought"
}

func (m *Model) levelWord(l coach.Level) string {
	t := m.opt.Theme
	switch l {
	case coach.Problem:
		return t.Warn.Render(levelName(l))
	case coach.Praise:
		return t.Good.Render(levelName(l))
	}
	return t.Accent.Render(levelName(l))
}

// remarkLines are the selected remark in at most n lines, and where there is room for more than one also its neighbors.
func (m *Model) remarkLines(th *thoughts, n int) []string {
	if !m.wide || n < 6 {
		return m.oneRemark(th, th.selected, n, m.textWidth())
	}
	const each = 3
	from := 0
	if most := n / each; th.selected >= most {
		from = th.selected - most + 1
	}
	var out []string
	for i := from; i < len(th.remarks) && len(out)+each <= n; i++ {
		for j, l := range m.oneRemark(th, i, each, m.textWidth()-2) {
			lead := "  "
			if i == th.selected && j == 0 {
				lead = m.opt.Theme.Bar.Render(m.opt.Theme.Glyphs.Bullet) + " "
			}
			out = append(out, lead+l)
		}
	}
	return out
}

// oneRemark is the remark i of a text in at most n lines of w cells: how much it weighs and which one it is, why, and what to try.
func (m *Model) oneRemark(th *thoughts, i, n, w int) []string {
	t, g := m.opt.Theme, th.remarks[i]
	dot := " " + t.Glyphs.Dot + " "
	why, try := theme.Clean(g.Why), theme.Clean(g.Try)
	place := ""
	if len(th.remarks) > 1 {
		place = fmt.Sprintf("%d of %d", i+1, len(th.remarks))
	}
	head, used := m.levelWord(g.Level), theme.Width(levelName(g.Level))
	add := func(s string, style func(...string) string) {
		if s = t.Cut(s, max(w-used, 0)); s != "" {
			head, used = head+style(s), used+theme.Width(s)
		}
	}
	if place != "" {
		add(dot+place, t.Dim.Render)
	}
	if n < 3 {
		add(dot+why, t.Text.Render)
		return []string{head, t.Dim.Render(t.Cut(try, w))}[:n]
	}
	if k := lastKey(m.keys.remarks); place != "" && i == th.selected && k != "" {
		add(dot+shown(k)+" the next one", t.Dim.Render)
	}
	whys, tries := theme.Wrap(why, w), theme.Wrap(try, w)
	whys, tries = fold(whys, max(n-1-len(tries), (n-1+1)/2)), fold(tries, max(n-1-len(whys), (n-1)/2))
	out := []string{head}
	for _, l := range whys {
		out = append(out, t.Text.Render(t.Cut(l, w)))
	}
	for _, l := range tries {
		out = append(out, t.Dim.Render(t.Cut(l, w)))
	}
	return out[:min(len(out), n)]
}

// fold puts what goes beyond n lines into the last of them, where it is cut.
func fold(lines []string, n int) []string {
	if n = max(n, 1); len(lines) <= n {
		return lines
	}
	return append(lines[:n-1:n-1], strings.Join(lines[n-1:], " "))
}
