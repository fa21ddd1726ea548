package prose

// Marks: spans of the text with a look of their own, as a remark has.

import "slices"

// Mark is a span of the text, as byte offsets into Text, drawn in the style Styles.Marks[Kind].
type Mark struct {
	Start, End int
	Kind       int
}

// SetMarks replaces all marks. Empty ones, ones outside the text and ones of a kind without a style are left out.
// Where marks overlap, the one that begins first is drawn. An edit before a mark moves it, an edit in it drops it.
func (m *Model) SetMarks(ms []Mark) {
	size := m.buf.offset(m.buf.end())
	m.marks = nil
	for _, k := range ms {
		if k.Start >= 0 && k.Start < k.End && k.End <= size && k.Kind >= 0 && k.Kind < len(m.opts.Styles.Marks) {
			m.marks = append(m.marks, k)
		}
	}
	slices.SortStableFunc(m.marks, func(a, b Mark) int { return a.Start - b.Start })
}

// shiftMarks adjusts the marks to an edit at off that took del bytes away and put ins bytes there.
func (m *Model) shiftMarks(off, del, ins int) {
	kept := m.marks[:0]
	for _, k := range m.marks {
		switch {
		case k.End <= off:
		case k.Start >= off+del:
			k.Start += ins - del
			k.End += ins - del
		default:
			continue
		}
		kept = append(kept, k)
	}
	m.marks = kept
}

// markAt returns the kind of the first of the sorted marks over the byte at off, -1 for none.
func markAt(ms []Mark, off int) int {
	for _, k := range ms {
		if k.Start > off {
			break
		}
		if off < k.End {
			return k.Kind
		}
	}
	return -1
}
