package prose

// Undo. An edit is a place, what was taken away there and what was put there. Typing grows the last edit word by
// word; a line feed, a paste, another kind of deletion or a move of the caret begins a new one.

import (
	"strings"
	"unicode/utf8"
)

// editKind says which edits may grow into one.
type editKind uint8

const (
	other editKind = iota // stands alone
	typed
	erasedLeft
	erasedRight
)

// edit is one step of undo.
type edit struct {
	at            pos
	del, ins      string
	kind          editKind
	before, after caret
}

// history is the edits that were made; those from done on were undone.
type history struct {
	edits []edit
	done  int
	open  bool // the last edit may still grow
}

// close makes the next edit a new step.
func (h *history) close() { h.open = false }

// settle corrects where redo puts the caret after the last edit.
func (h *history) settle(c caret) {
	if h.done > 0 {
		h.edits[h.done-1].after = c
	}
}

// add records e, or lets the last edit grow by it.
func (h *history) add(e edit) {
	clear(h.edits[h.done:]) // so that undone text can be freed
	h.edits = h.edits[:h.done]
	if h.open && h.done > 0 && h.edits[h.done-1].grow(e) {
		return
	}
	h.edits = append(h.edits, e)
	h.done++
	h.open = e.kind != other && !strings.Contains(e.del, "\n")
}

// grow adds e to the edit when they belong together, and reports whether it did.
func (d *edit) grow(e edit) bool {
	if d.kind != e.kind || strings.Contains(e.del+e.ins, "\n") {
		return false
	}
	switch e.kind {
	case typed:
		end := pos{d.at.line, d.at.col + len(d.ins)}
		if e.del != "" || e.at != end || newWord(d.ins, e.ins) {
			return false
		}
		d.ins += e.ins
	case erasedLeft:
		if (pos{e.at.line, e.at.col + len(e.del)}) != d.at {
			return false
		}
		d.at, d.del = e.at, e.del+d.del
	case erasedRight:
		if e.at != d.at {
			return false
		}
		d.del += e.del
	default:
		return false
	}
	d.after = e.after
	return true
}

// newWord reports whether next begins a word after what was typed before.
func newWord(typed, next string) bool {
	_, n := utf8.DecodeLastRuneInString(typed)
	return n > 0 && classOf(typed[len(typed)-n:]) == space && classOf(next) != space
}

// change replaces the text from p to q by ins and puts the caret behind it. Every edit goes through here.
func (m *Model) change(p, q pos, ins string, kind editKind) {
	if p == q && ins == "" {
		return
	}
	e := edit{at: p, del: m.buf.slice(p, q), ins: ins, kind: kind, before: m.cur}
	m.apply(p, q, e.del, ins)
	e.after = m.cur
	m.history.add(e)
}

// apply does to the text, the marks and the caret what change, undo and redo have in common.
func (m *Model) apply(p, q pos, del, ins string) {
	if len(m.marks) > 0 {
		m.shiftMarks(m.buf.offset(p), len(del), len(ins))
	}
	m.cur = caret{pos: m.buf.replace(p, q, ins)}
	m.goal = -1
	m.rev++
	m.edits++
	m.follow()
}

// undo takes the last edit back.
func (m *Model) undo() {
	h := &m.history
	h.close()
	if h.done == 0 {
		return
	}
	h.done--
	e := h.edits[h.done]
	m.apply(e.at, m.buf.advance(e.at, e.ins), e.ins, e.del)
	m.cur = e.before
	m.follow()
}

// redo does the edit again that was last taken back.
func (m *Model) redo() {
	h := &m.history
	h.close()
	if h.done == len(h.edits) {
		return
	}
	e := h.edits[h.done]
	h.done++
	m.apply(e.at, m.buf.advance(e.at, e.del), e.del, e.ins)
	m.cur = e.after
	m.follow()
}

// difference returns what of a was replaced to make b: a[start:aEnd] by b[start:bEnd]. It cuts no UTF-8 sequence.
func difference(a, b string) (start, aEnd, bEnd int) {
	n := min(len(a), len(b))
	for start < n && a[start] == b[start] {
		start++
	}
	for start > 0 && (inside(a, start) || inside(b, start)) {
		start--
	}
	aEnd, bEnd = len(a), len(b)
	for aEnd > start && bEnd > start && a[aEnd-1] == b[bEnd-1] {
		aEnd--
		bEnd--
	}
	for aEnd < len(a) && inside(a, aEnd) {
		aEnd++
		bEnd++
	}
	return start, aEnd, bEnd
}

// inside reports whether s[i] continues a UTF-8 sequence.
func inside(s string, i int) bool { return i < len(s) && !utf8.RuneStart(s[i]) }
