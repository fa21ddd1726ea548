// Package theme is the one place that knows colors. It turns a palette into
// styles named for what they mean, and it measures, cuts and cleans text so
// that every pane fills its rectangle exactly.
//
// Goals: a calm page with a single gold that belongs to the mended seam; every
// difference visible without color; user text that can never steer the
// terminal; sizes that add up for wide, combining and right-to-left text.
//
// Non-goals: deciding how many colors a terminal has (Bubble Tea samples down
// when it draws), asking a terminal for its background, ordering right-to-left
// text (the terminal does that), rendering Markdown (package markdown beside
// this one, which is kept apart because its library is slow to start).
package theme

import "charm.land/lipgloss/v2"

// Options says which theme to build.
type Options struct {
	Name  string // one of [Names]; anything else means kintsugi
	Dark  bool   // the terminal's background is dark
	ASCII bool   // draw frames, seams and marks with ASCII characters only
}

// Theme is an immutable set of styles, one for each role. When the terminal's
// background becomes known, build a new one.
type Theme struct {
	Name  string
	Dark  bool
	ASCII bool

	Text   lipgloss.Style // the terminal's own foreground
	Dim    lipgloss.Style // secondary text, still easy to read
	Faint  lipgloss.Style // separators and what may be overlooked
	Strong lipgloss.Style // emphasis within text
	Title  lipgloss.Style // the title of the focused pane, headings
	Accent lipgloss.Style // what is active
	Gold   lipgloss.Style // the seam's done segment and little else

	Border      lipgloss.Style // frame of a pane
	BorderFocus lipgloss.Style // frame of the focused pane
	Bar         lipgloss.Style // the bar beside the selected row
	Selected    lipgloss.Style // the selected row's text
	SelectedDim lipgloss.Style // the selected row's secondary text

	Key     lipgloss.Style // a key in the footer and in help
	KeyHelp lipgloss.Style // what that key does

	Good  lipgloss.Style
	Warn  lipgloss.Style
	Error lipgloss.Style

	Tag         lipgloss.Style
	Person      lipgloss.Style
	Match       lipgloss.Style // the part of a text that a search found
	Placeholder lipgloss.Style // what an empty field says
	Selection   lipgloss.Style // selected text in a field
	Remark      lipgloss.Style // text that the coach has a thought about
	RemarkHere  lipgloss.Style // the text of the thought that is shown
	Ghost       lipgloss.Style // words that are no part of the text they stand in
	Control     lipgloss.Style // stand-ins for characters that can't be shown

	Glyphs Glyphs

	segments    [segmentCount]string // each segment's glyph, styled
	joint       string               // between two done stretches of the wide seam
	frame       frameParts
	frameFocus  frameParts
	footerDelim string
}

// The names of the themes, in the order in which they are offered.
const (
	Kintsugi     = "kintsugi"      // warm ink and stone, one gold; adapts to dark and light
	Plain        = "plain"         // the terminal's own 16 colors
	HighContrast = "high-contrast" // pure colors, bold, underline
)

// New builds the theme that o asks for. An unknown name gives kintsugi.
func New(o Options) *Theme {
	t := &Theme{Name: o.Name, Dark: o.Dark, ASCII: o.ASCII, Glyphs: unicodeGlyphs()}
	if o.ASCII {
		t.Glyphs = asciiGlyphs()
	}
	switch o.Name {
	case Plain:
		t.paint(plainPalette(o.Dark))
	case HighContrast:
		t.paint(highContrastPalette(o.Dark))
		t.sharpen()
	default:
		t.Name = Kintsugi
		t.paint(kintsugiPalette(o.Dark))
	}
	t.prepare()
	return t
}

// prepare renders once what every frame needs many times: a frame of 50 rows
// has 100 styled side bars, a list a seam on every row.
func (t *Theme) prepare() {
	g := t.Glyphs
	t.segments = [segmentCount]string{
		SegmentTodo:  t.Faint.Render(g.Todo),
		SegmentDoing: t.Text.Render(g.Doing),
		SegmentDone:  t.Gold.Render(g.Done),
		SegmentGap:   g.Gap,
	}
	t.joint = t.Gold.Render(g.Joint)
	t.frame = newFrameParts(t.Border, t.Dim, g)
	t.frameFocus = newFrameParts(t.BorderFocus, t.Title, g)
	t.footerDelim = " " + t.Faint.Render(g.Dot) + " "
}
