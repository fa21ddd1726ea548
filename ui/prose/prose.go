package prose

import (
	"reflect"

	"charm.land/lipgloss/v2"
)

// Options configures a field. The zero value is a field of many lines with the default keys and no colors.
type Options struct {
	// OneLine makes a field that enter doesn't break: enter, up and down are left to the caller, and every line
	// break of a paste becomes one space. Given one row, it scrolls sideways; given more, it wraps.
	OneLine bool
	// Placeholder is shown while the field is empty.
	Placeholder string
	Styles      Styles
	// Keys are the bindings; the zero value means DefaultKeys.
	Keys Keys
	// ASCII draws the stand-ins of what can't be shown as question marks.
	ASCII bool
	// TerminalBreaks repairs what most terminals do to a paste: they send every line break as a carriage return,
	// as if enter had been pressed. With it, in a paste that has carriage returns and not a single line feed they
	// become line feeds. Without it a paste arrives byte for byte.
	TerminalBreaks bool
	// Clipboard is what cut and copy fill and the paste key inserts. Fields that share one can exchange text;
	// nil means one of the field's own.
	Clipboard *Clipboard
}

// Clipboard holds the text that was last cut or copied.
type Clipboard struct{ text string }

// Styles are the looks of a field. Only their text attributes count, no borders, padding or sizes.
type Styles struct {
	Text        lipgloss.Style
	Placeholder lipgloss.Style
	Selection   lipgloss.Style
	// Marks are indexed by Mark.Kind.
	Marks []lipgloss.Style
	// Control is for the stand-ins of control characters and the like.
	Control lipgloss.Style
}

// caret is where one writes and what is selected.
type caret struct {
	pos
	// upper tells, where a line wraps inside a word, that the caret stands at the end of the upper row and not at
	// the start of the lower one: both are the same place in the text.
	upper    bool
	selected bool
	anchor   pos // the other end of the selection
}

// Model is a text field. Create it with New. It is not safe for concurrent use.
type Model struct {
	opts    Options
	actions map[string]action
	looks   looks
	clip    *Clipboard

	buf     buffer
	cur     caret
	goal    int // the column that vertical moves keep, in cells; -1 when the next one sets it
	history history
	marks   []Mark

	rev, edits uint64
	text       string // Text of the revision textRev
	textRev    uint64
	need       need

	w, h     int
	top      pos  // the line at the top of the view, and in col the row of it
	left     int  // cells scrolled out on the left, in a one-line field with one row
	adrift   bool // the wheel scrolled: the view doesn't follow the caret until the next key
	focused  bool
	dragging bool
}

// need remembers an answer of Height.
type need struct {
	rev     uint64
	w, rows int
}

// New returns an empty, blurred field of the size 0×0.
func New(o Options) *Model {
	if reflect.DeepEqual(o.Keys, Keys{}) {
		o.Keys = DefaultKeys()
	}
	m := &Model{opts: o, actions: o.Keys.actions(o.OneLine), looks: newLooks(o.Styles), clip: o.Clipboard, goal: -1}
	if m.clip == nil {
		m.clip = new(Clipboard)
	}
	m.buf.single = o.OneLine
	m.buf.set("")
	m.rev = 1
	return m
}

// SetStyles replaces the looks, as when the terminal turns out to be a light one.
func (m *Model) SetStyles(s Styles) {
	m.opts.Styles = s
	m.looks = newLooks(s)
	m.SetMarks(m.marks) // those whose kind has a style
}

// SetText replaces the text, puts the caret behind it, forgets undo and drops the marks. It is a new revision but
// no edit.
func (m *Model) SetText(s string) {
	m.buf.set(s)
	m.history = history{}
	m.marks = nil
	m.rev++
	m.moveTo(m.buf.end())
}

// Replace replaces the text as one edit that can be undone, as when it comes back from an editor or a merge. The
// caret and the marks stay with the text around them.
func (m *Model) Replace(s string) {
	old := m.Text()
	if s == old {
		return
	}
	start, oldEnd, newEnd := difference(old, s)
	off := m.CursorOffset()
	switch {
	case off <= start:
	case off >= oldEnd:
		off += newEnd - oldEnd
	default:
		off = min(off, newEnd)
	}
	m.history.close()
	m.change(m.buf.at(start), m.buf.at(oldEnd), s[start:newEnd], other)
	m.moveTo(m.buf.snap(m.buf.at(off)))
	m.history.settle(m.cur)
}

// Text returns the text, exactly as it was set, typed and pasted. It is joined once for each revision.
func (m *Model) Text() string {
	if m.textRev != m.rev {
		m.text, m.textRev = m.buf.text(), m.rev
	}
	return m.text
}

// Empty reports whether there is no text.
func (m *Model) Empty() bool { return len(m.buf.lines) == 1 && m.buf.lines[0].s == "" }

// Rev grows with every change of the text, whoever made it.
func (m *Model) Rev() uint64 { return m.rev }

// Edits grows with every change that can be undone, and with undo and redo, but not with SetText.
func (m *Model) Edits() uint64 { return m.edits }

// Focus makes the field answer keys and show a cursor.
func (m *Model) Focus() { m.focused = true }

// Blur makes the field leave keys alone. The selection ends.
func (m *Model) Blur() {
	m.focused, m.dragging = false, false
	m.cur.selected = false
	m.history.close()
}

// Focused reports whether the field answers keys.
func (m *Model) Focused() bool { return m.focused }

// Selected returns the selected text, "" for none.
func (m *Model) Selected() string {
	p, q := m.selection()
	return m.buf.slice(p, q)
}

// selection returns the ends of the selection in order; they are equal when nothing is selected.
func (m *Model) selection() (start, end pos) {
	switch p, a := m.cur.pos, m.cur.anchor; {
	case !m.cur.selected:
		return p, p
	case p.less(a):
		return p, a
	default:
		return a, p
	}
}

// CursorOffset returns how many bytes of Text stand before the caret.
func (m *Model) CursorOffset() int { return m.buf.offset(m.cur.pos) }

// SetCursorOffset puts the caret behind that many bytes, or at the start of the character they would split. The
// selection ends.
func (m *Model) SetCursorOffset(byteOffset int) { m.moveTo(m.buf.snap(m.buf.at(byteOffset))) }

// AtTop reports whether the caret stands on the first row. A one-line field is always at its top and its bottom.
func (m *Model) AtTop() bool {
	return m.opts.OneLine || m.place(m.cur) == (pos{})
}

// AtBottom reports whether the caret stands on the last row.
func (m *Model) AtBottom() bool {
	return m.opts.OneLine || m.place(m.cur) == m.lastPlace()
}
