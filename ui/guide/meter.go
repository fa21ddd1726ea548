package guide

import (
	"strings"

	"bounceback/journal/coach"
	"bounceback/ui/theme"
)

// The six parts that an apology can have, beside its words: which of them are there. It is no score, and nothing is missing: a
// short honest one has two.

// componentNames are the parts, strongest first, while the coach has not looked yet.
func componentNames() []string {
	return []string{"responsibility", "repair", "regret", "explanation", "repentance", "forgiveness"}
}

const (
	meterWidth = 16 // the seam's piece, a space, the longest word
	meterGap   = 3
	meterText  = 50 // the text beside it is not narrower than this, in cells
	meterLeast = 6  // rows
)

func (m *Model) hasMeter(f field) bool { return f.key == "apologies.words" && m.coached(f) }

// meterBeside reports whether the meter stands right of the words.
func (m *Model) meterBeside(f field) bool {
	return m.hasMeter(f) && m.w-2-2*margin >= meterText+meterGap+meterWidth && m.innerHeight()-m.remarkRows()-7 >= meterLeast
}

// meterRows is how many rows below the text it takes where it doesn't stand beside it.
func (m *Model) meterRows() int {
	if !m.hasMeter(m.answer.f) || m.meterBeside(m.answer.f) || m.innerHeight() < roomy || m.textWidth() < meterText-meterGap {
		return 0
	}
	return 2
}

// wordsWidth is how wide the answer to a question is set, in cells.
func (m *Model) wordsWidth(f field) int {
	if m.meterBeside(f) {
		return max(min(m.fieldWidth(), m.w-2-2*margin-2-meterGap-meterWidth), 1)
	}
	return m.fieldWidth()
}

// component is one part, and whether it is there.
type component struct {
	name string
	lit  bool
}

func components(r coach.Report) []component {
	var out []component
	for _, c := range r.Components {
		out = append(out, component{c.Name, len(c.Spans) > 0})
	}
	if out == nil {
		for _, name := range componentNames() {
			out = append(out, component{name: name})
		}
	}
	return out
}

// meterCells are the parts, each as its piece of the seam and its word.
func (m *Model) meterCells() []string {
	t := m.opt.Theme
	var out []string
	for _, c := range components(m.thoughtsOn(m.textKey(m.answer.f)).report) {
		seg, style := theme.SegmentTodo, t.Dim
		if c.lit {
			seg, style = theme.SegmentDone, t.Text
		}
		out = append(out, t.Segment(seg)+" "+style.Render(theme.Clean(c.name)))
	}
	return out
}

// meterLines are the parts in rows.
func (m *Model) meterLines() []string {
	if m.meterRows() == 0 {
		return nil
	}
	cells, wide := m.meterCells(), 0
	for _, c := range cells {
		wide = max(wide, theme.Width(c))
	}
	rows := make([]string, m.meterRows())
	each := (len(cells) + len(rows) - 1) / len(rows)
	for i, c := range cells {
		rows[i/each] += theme.Pad(c, wide+2)
	}
	for i := range rows {
		rows[i] = m.opt.Theme.Cut(strings.TrimRight(rows[i], " "), m.textWidth())
	}
	return rows
}

// besideWords puts the meter right of the lines of a text.
func (m *Model) besideWords(lines []string) []string {
	f := m.answer.f
	if !m.meterBeside(f) {
		return lines
	}
	for i, c := range m.meterCells() {
		if i < len(lines) {
			lines[i] = theme.Pad(lines[i], m.wordsWidth(f)+meterGap) + c
		}
	}
	return lines
}
