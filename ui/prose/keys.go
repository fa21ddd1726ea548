package prose

// The keys. Every action is one binding; what is not bound here and is no text is left to the caller.

import "charm.land/bubbles/v2/key"

// Keys are the bindings of a field. Where two have the same key, undo and redo win, then the one further up.
type Keys struct {
	Undo, Redo key.Binding

	Left, Right, Up, Down   key.Binding
	WordLeft, WordRight     key.Binding
	RowStart, RowEnd        key.Binding
	TextStart, TextEnd      key.Binding
	PageUp, PageDown        key.Binding
	SelectLeft, SelectRight key.Binding
	SelectUp, SelectDown    key.Binding

	SelectWordLeft, SelectWordRight key.Binding
	SelectRowStart, SelectRowEnd    key.Binding
	SelectTextStart, SelectTextEnd  key.Binding
	SelectPageUp, SelectPageDown    key.Binding
	SelectAll                       key.Binding

	Newline                          key.Binding
	DeleteLeft, DeleteRight          key.Binding
	DeleteWordLeft, DeleteWordRight  key.Binding
	DeleteToLineStart, DeleteLineEnd key.Binding
	Cut, Copy, Paste                 key.Binding
}

// DefaultKeys returns the usual keys of text fields.
func DefaultKeys() Keys {
	return Keys{
		Undo: bind("undo", "ctrl+z"),
		Redo: bind("redo", "ctrl+y", "ctrl+shift+z"),

		Left:      bind("left", "left", "ctrl+b"),
		Right:     bind("right", "right", "ctrl+f"),
		Up:        bind("up", "up", "ctrl+p"),
		Down:      bind("down", "down"),
		WordLeft:  bind("word left", "alt+left", "ctrl+left", "alt+b"),
		WordRight: bind("word right", "alt+right", "ctrl+right", "alt+f"),
		RowStart:  bind("start of line", "home", "ctrl+a"),
		RowEnd:    bind("end of line", "end", "ctrl+e"),
		TextStart: bind("start of text", "ctrl+home"),
		TextEnd:   bind("end of text", "ctrl+end"),
		PageUp:    bind("page up", "pgup"),
		PageDown:  bind("page down", "pgdown"),

		SelectLeft:      bind("select left", "shift+left"),
		SelectRight:     bind("select right", "shift+right"),
		SelectUp:        bind("select up", "shift+up"),
		SelectDown:      bind("select down", "shift+down"),
		SelectWordLeft:  bind("select word left", "ctrl+shift+left", "alt+shift+left"),
		SelectWordRight: bind("select word right", "ctrl+shift+right", "alt+shift+right"),
		SelectRowStart:  bind("select to start of line", "shift+home"),
		SelectRowEnd:    bind("select to end of line", "shift+end"),
		SelectTextStart: bind("select to start of text", "ctrl+shift+home"),
		SelectTextEnd:   bind("select to end of text", "ctrl+shift+end"),
		SelectPageUp:    bind("select page up", "shift+pgup"),
		SelectPageDown:  bind("select page down", "shift+pgdown"),
		SelectAll:       bind("select all", "alt+a", "ctrl+shift+a"),

		// ctrl+j is what a line break is where a terminal pastes without saying so.
		Newline:           bind("new line", "enter", "shift+enter", "alt+enter", "ctrl+j"),
		DeleteLeft:        bind("delete left", "backspace", "ctrl+h", "shift+backspace"),
		DeleteRight:       bind("delete right", "delete"),
		DeleteWordLeft:    bind("delete word left", "ctrl+w", "alt+backspace", "ctrl+backspace"),
		DeleteWordRight:   bind("delete word right", "alt+d", "ctrl+delete", "alt+delete"),
		DeleteToLineStart: bind("delete to start of line", "ctrl+u"),
		DeleteLineEnd:     bind("delete to end of line", "ctrl+k"),
		Cut:               bind("cut", "ctrl+x"),
		Copy:              bind("copy", "alt+w", "ctrl+shift+c"),
		Paste:             bind("paste what was cut", "ctrl+v"),
	}
}

// bind makes a binding whose help shows the first key.
func bind(desc string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(keys[0], desc))
}

// action is what a key does. It returns the text for the system's clipboard, if there is some.
type action func(*Model) (copied string)

// plainAction makes an action of a method that copies nothing.
func plainAction(f func(*Model)) action {
	return func(m *Model) string {
		f(m)
		return ""
	}
}

// bound is a binding with its action.
type bound struct {
	key.Binding
	act action
}

// actions returns the action of every enabled key.
func (k Keys) actions(oneLine bool) map[string]action {
	all := append(k.edits(), k.moves()...)
	if !oneLine {
		all = append(all, k.rows()...)
	}
	acts := make(map[string]action)
	for _, b := range all {
		if !b.Enabled() {
			continue
		}
		for _, s := range b.Keys() {
			if _, taken := acts[s]; !taken {
				acts[s] = b.act
			}
		}
	}
	return acts
}

// edits returns what changes or copies the text.
func (k Keys) edits() []bound {
	return []bound{
		{k.Undo, plainAction((*Model).undo)},
		{k.Redo, plainAction((*Model).redo)},
		{k.DeleteLeft, plainAction((*Model).deleteLeft)},
		{k.DeleteRight, plainAction((*Model).deleteRight)},
		{k.DeleteWordLeft, plainAction(func(m *Model) { m.deleteTo(m.buf.wordLeft(m.cur.pos)) })},
		{k.DeleteWordRight, plainAction(func(m *Model) { m.deleteTo(m.buf.wordRight(m.cur.pos)) })},
		{k.DeleteToLineStart, plainAction(func(m *Model) { m.deleteTo(pos{m.cur.line, 0}) })},
		{k.DeleteLineEnd, plainAction((*Model).deleteLineEnd)},
		{k.Cut, (*Model).cut},
		{k.Copy, (*Model).copy},
		{k.Paste, plainAction(func(m *Model) { m.insert(m.clip.text, other) })},
	}
}

// moves returns what moves the caret within a line, and the same with a selection.
func (k Keys) moves() []bound {
	var all []bound
	add := func(move, sel key.Binding, to func(*Model) caret) {
		all = append(all,
			bound{move, plainAction(func(m *Model) { m.move(to(m), false) })},
			bound{sel, plainAction(func(m *Model) { m.move(to(m), true) })})
	}
	all = append(all,
		bound{k.Left, plainAction((*Model).moveLeft)},
		bound{k.Right, plainAction((*Model).moveRight)},
		bound{k.SelectAll, plainAction((*Model).selectAll)})
	none := key.NewBinding()
	add(none, k.SelectLeft, func(m *Model) caret { return caret{pos: m.buf.left(m.cur.pos)} })
	add(none, k.SelectRight, func(m *Model) caret { return caret{pos: m.buf.right(m.cur.pos)} })
	add(k.WordLeft, k.SelectWordLeft, func(m *Model) caret { return caret{pos: m.buf.wordLeft(m.cur.pos)} })
	add(k.WordRight, k.SelectWordRight, func(m *Model) caret { return caret{pos: m.buf.wordRight(m.cur.pos)} })
	add(k.RowStart, k.SelectRowStart, (*Model).rowStart)
	add(k.RowEnd, k.SelectRowEnd, (*Model).rowEnd)
	add(k.TextStart, k.SelectTextStart, func(*Model) caret { return caret{} })
	add(k.TextEnd, k.SelectTextEnd, func(m *Model) caret { return caret{pos: m.buf.end()} })
	return all
}

// rows returns what only a field of many lines does: breaking lines and moving by rows.
func (k Keys) rows() []bound {
	all := []bound{{k.Newline, plainAction(func(m *Model) { m.insert("\n", typed) })}}
	add := func(move, sel key.Binding, n func(*Model) int) {
		all = append(all,
			bound{move, plainAction(func(m *Model) { m.moveRows(n(m), false) })},
			bound{sel, plainAction(func(m *Model) { m.moveRows(n(m), true) })})
	}
	add(k.Up, k.SelectUp, func(*Model) int { return -1 })
	add(k.Down, k.SelectDown, func(*Model) int { return 1 })
	add(k.PageUp, k.SelectPageUp, func(m *Model) int { return -m.page() })
	add(k.PageDown, k.SelectPageDown, (*Model).page)
	return all
}
