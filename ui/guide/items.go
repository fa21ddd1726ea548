package guide

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/ui/ask"
)

// listKey answers the keys of a page whose rows are items; ok is false for keys that mean something else here.
func (m *Model) listKey(msg tea.KeyPressMsg, l field) (ask.Ask, bool) {
	k := m.keys
	switch {
	case key.Matches(msg, k.add):
		return m.addItem(l), true
	case key.Matches(msg, k.undo):
		if !m.bringBack(l) {
			m.note = "Nothing was taken out here."
			return nil, true
		}
		return m.edited(), true
	}
	_, i, ok := m.selectedItem()
	if !ok {
		return nil, false
	}
	switch {
	case key.Matches(msg, k.edit):
		return m.openItem(l), true
	case key.Matches(msg, k.remove):
		gone := m.moveTexts(inList(l.key, without(i)))
		m.undo = append(m.undo, removal{list: l.key, back: l.list.remove(m.entry, i), unread: gone})
		m.move(0)
		m.settle(l)
		m.note = "Taken out. " + k.undo.Help().Key + " brings it back."
		m.touched()
		return ask.Edited{}, true
	case key.Matches(msg, k.moveDown), key.Matches(msg, k.moveUp):
		return m.shiftItem(l, i, key.Matches(msg, k.moveDown)), true
	case l.list.shift != nil && key.Matches(msg, k.indent):
		return m.indentItem(l, i, 1), true
	case l.list.shift != nil && key.Matches(msg, k.outdent):
		return m.indentItem(l, i, -1), true
	case l.list.sort != nil && key.Matches(msg, k.factorKind):
		l.list.sort(m.entry, i)
		m.note = ""
		return m.edited(), true
	case l.list.doubt != nil && key.Matches(msg, k.guess):
		l.list.doubt(m.entry, i)
		m.note = ""
		return m.edited(), true
	case l.list.tick != nil && key.Matches(msg, k.tick):
		m.note = l.list.tick(m.entry, i, clock{m})
		return m.edited(), true
	}
	return nil, false
}

// bringBack puts in what was taken out of a list last, and reports whether there was anything. Where a save came between, the
// item is a new one to the file: its old place belongs to another item by now, whose comments it must not take.
func (m *Model) bringBack(l field) bool {
	list := l.key
	at := len(m.undo) - 1
	for at >= 0 && m.undo[at].list != list {
		at--
	}
	if at < 0 {
		return false
	}
	last := m.undo[at]
	m.undo = slices.Delete(m.undo, at, at+1)
	place := last.back(m.entry)
	m.moveTexts(inList(list, func(p int) int {
		if p >= place {
			return p + 1
		}
		return p
	}))
	for _, t := range last.unread {
		key, _, _ := strings.Cut(t.Key, "#")
		m.SetUnread([]Typed{{Key: itemID(key, place), Item: m.itemName(list, place), Text: t.Text}})
	}
	m.entry.EachOrigin(func(list string, i int, o *journal.Origin) {
		if last.moved && list == last.list && i == place {
			*o = 0
		}
	})
	m.settle(l)
	m.note = "It is back."
	return true
}

func (m *Model) indentItem(l field, i, by int) ask.Ask {
	m.note = ""
	if !l.list.shift(m.entry, i, by) {
		return nil
	}
	return m.edited()
}

// inList is where the items of one list are by now, for moveTexts.
func inList(key string, to func(place int) int) func(list string, place int) (int, bool) {
	return func(list string, place int) (int, bool) { return to(place), list == key }
}

func (m *Model) itemName(list string, place int) string {
	if l, ok := listOf(list + "."); ok && place < l.list.count(m.entry) {
		return plainTitle(l, m.entry, place)
	}
	return ""
}

// addItem adds an item and puts the cursor into its first question that has no answer. Where the order is the person's it
// can come behind the selected one; a list with an order of its own takes it at its end.
func (m *Model) addItem(l field) ask.Ask { return m.putItem(l, true) }

// putItem is addItem that says whether the item comes behind the selected one.
func (m *Model) putItem(l field, behind bool) ask.Ask {
	_, selected, hasSelected := m.selectedItem()
	i := l.list.add(m.entry, clock{m})
	if behind && hasSelected && l.list.behind != nil {
		place := l.list.behind(m.entry, selected, i)
		m.arrange(l, moveInto(i+1, place))
		i = place
	}
	p := page{kind: itemPage, step: m.top().step, f: l, item: i, direct: true, from: m.top().cursor}
	fs := l.list.fields(i)
	for _, f := range fs {
		p.fresh = append(p.fresh, f.get(m.entry))
	}
	m.top().cursor = i + m.extraRows()
	m.stack = append(m.stack, p)
	m.note = ""
	hasText := false
	for n, f := range fs {
		hasText = hasText || f.kind == prose_ || f.kind == line
		if m.answer == nil && (f.get(m.entry) == "" || f.kind == choice || f.kind == flag) {
			m.top().cursor = n
			m.startAnswer(f)
		}
	}
	if hasText {
		return nil // it counts once there are words in it
	}
	return m.edited()
}

// openItem shows the questions of the selected item; where its words are the core, the cursor stands in them.
func (m *Model) openItem(l field) ask.Ask {
	_, i, ok := m.selectedItem()
	if !ok {
		return m.addItem(l)
	}
	m.stack = append(m.stack, page{kind: itemPage, step: m.top().step, f: l, item: i})
	m.note = ""
	for n, f := range l.list.fields(i) {
		if f.core && f.kind == prose_ { // the words are what one comes for
			m.top().cursor, m.top().direct = n, true
			m.startAnswer(f)
		}
	}
	return nil
}
