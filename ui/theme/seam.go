package theme

import "strings"

// Segment is one of the four parts of the seam: how far a step has come.
type Segment uint8

// The segments. The zero value is a step not yet begun.
const (
	SegmentTodo  Segment = iota
	SegmentDoing         // begun
	SegmentDone          // mended, in gold
	SegmentGap           // skipped

	segmentCount = int(SegmentGap) + 1
)

// Segment returns one styled cell for s. An unknown segment is drawn as todo.
func (t *Theme) Segment(s Segment) string { return t.segments[s.known()] }

// Seam returns the four segments side by side, four cells.
func (t *Theme) Seam(states [4]Segment) string {
	return t.Segment(states[0]) + t.Segment(states[1]) + t.Segment(states[2]) + t.Segment(states[3])
}

// SeamWide draws the seam w cells wide: four stretches as equal as w allows,
// with a joint of one cell between them. Two mended stretches run into one
// another; any other joint is open. Under 7 cells there are no joints, under 4
// the seam's end is missing. w below 1 gives "".
func (t *Theme) SeamWide(states [4]Segment, w int) string {
	if w < 7 {
		return Pad(Crop(t.Seam(states), w), w)
	}
	var b strings.Builder
	length, extra := (w-3)/4, (w-3)%4
	for i, s := range states {
		n := length
		if i < extra {
			n++
		}
		b.WriteString(t.stretch(s, n))
		if i == 3 {
			break
		}
		if s == SegmentDone && states[i+1] == SegmentDone {
			b.WriteString(t.joint)
		} else {
			b.WriteString(" ")
		}
	}
	return b.String()
}

func (t *Theme) stretch(s Segment, n int) string {
	switch s.known() {
	case SegmentDone:
		return t.Gold.Render(strings.Repeat(t.Glyphs.Done, n))
	case SegmentDoing:
		return t.Text.Render(strings.Repeat(t.Glyphs.Doing, n))
	case SegmentGap:
		return strings.Repeat(t.Glyphs.Gap, n)
	}
	return t.Faint.Render(strings.Repeat(t.Glyphs.Todo, n))
}

func (s Segment) known() Segment {
	if int(s) >= segmentCount {
		return SegmentTodo
	}
	return s
}

// Spark draws readings such as a sting over time, one cell each, the newest
// last. Levels are clamped to 0…limit; a limit below 1 means the highest of them.
func (t *Theme) Spark(levels []int, limit int) string {
	if len(levels) == 0 {
		return ""
	}
	if limit < 1 {
		limit = 1
		for _, l := range levels {
			limit = max(limit, l)
		}
	}
	top := len(t.Glyphs.Sparks) - 1
	var b strings.Builder
	for _, l := range levels {
		l = min(max(l, 0), limit)
		b.WriteString(t.Glyphs.Sparks[(l*top+limit/2)/limit])
	}
	return t.Dim.Render(b.String())
}
