package guide

import (
	"slices"
	"time"

	"bounceback/journal/when"
	"bounceback/journal/when/natural/plain"
	"bounceback/ui/ask"
	"bounceback/ui/theme"
)

// The order of lists, and the times that make it. A timeline puts itself in order when one comes to the list, and never
// while somebody writes: what they type into must not run away.

// arrange puts the items of a list into another order. What was typed into them, the rows that are selected and the text that
// was left last follow their items.
func (m *Model) arrange(l field, order []int) {
	to := make([]int, len(order))
	for at, was := range order {
		to[was] = at
	}
	place := func(was int) int {
		if was >= 0 && was < len(to) {
			return to[was]
		}
		return was
	}
	here, _ := m.listHere()
	extra, onStep := m.extraRows(), here.key == l.key && m.top().kind == stepPage
	m.moveTexts(inList(l.key, place))
	l.list.arrange(m.entry, order)
	follow := func(stack []page) {
		for i := range stack {
			switch p := &stack[i]; {
			case p.kind == itemPage && p.f.key == l.key:
				p.item = place(p.item)
			case p.kind == listPage && p.f.key == l.key:
				p.cursor = place(p.cursor)
			case p.kind == stepPage && onStep:
				p.cursor = place(p.cursor-extra) + extra
			}
		}
	}
	follow(m.stack)
	if m.left == nil {
		return
	}
	follow(m.left.stack)
	if p := m.left.stack[len(m.left.stack)-1]; p.kind == itemPage && p.f.key == l.key { // a question knows the place of its item
		for _, f := range l.list.fields(p.item) {
			if f.key == m.left.f.key {
				m.left.f = f
			}
		}
	}
}

// settle puts a list into the order that it keeps by itself. It returns what to ask of the App: nothing where nothing moved.
func (m *Model) settle(l field) ask.Ask {
	if m.locked != "" || m.answer != nil || l.list.order == nil {
		return nil
	}
	order := l.list.order(m.entry)
	if slices.IsSorted(order) {
		return nil
	}
	m.arrange(l, order)
	return ask.Edited{}
}

// shiftItem moves an item up or down, as far as the list's order leaves that to the person.
func (m *Model) shiftItem(l field, i int, down bool) ask.Ask {
	m.note = ""
	n := l.list.count(m.entry)
	var order []int
	switch j := neighbor(i, down); {
	case j < 0 || j >= n:
		return nil
	case l.list.moved != nil:
		if order = l.list.moved(m.entry, i, down); order == nil {
			m.note = l.list.kept
			return nil
		}
	default:
		order = swapped(n, i, j)
	}
	m.arrange(l, order)
	if l.list.order != nil && !slices.IsSorted(l.list.order(m.entry)) { // only what has one time, or none, is the person's to order
		m.arrange(l, order) // a swap undoes itself
		m.note = l.list.kept
		return m.settle(l)
	}
	return m.edited()
}

func neighbor(i int, down bool) int {
	if down {
		return i + 1
	}
	return i - 1
}

// swapped is the order of n items of which two change places.
func swapped(n, i, j int) []int {
	order := make([]int, n)
	for k := range order {
		order[k] = k
	}
	order[i], order[j] = j, i
	return order
}

// moveInto is the order of n items of which the last is put at a place.
func moveInto(n, place int) []int {
	var order []int
	for k := range n - 1 {
		if k == place {
			order = append(order, n-1)
		}
		order = append(order, k)
	}
	if place >= n-1 {
		order = append(order, n-1)
	}
	return order
}

// without is where items are by now, for moveTexts, when the one at a place was taken out.
func without(i int) func(place int) int {
	return func(place int) int {
		switch {
		case place == i:
			return -1
		case place > i:
			return place - 1
		}
		return place
	}
}

// readTime reads what was typed for a day or a time: as a story tells it where the field has something to count from, and
// else as one would say it now.
func (m *Model) readTime(f field, typed string) (when.Moment, error) {
	if f.base != nil {
		if at, ok, err := plain.Relative(typed, f.base(m.entry), m.zone()); ok {
			return at, err
		}
	}
	return m.opt.Natural(typed, m.opt.Now(), f.future)
}

func (m *Model) zone() *time.Location { return m.opt.Now().Location() }

// takeStamp lets the time with which a line begins be its time, unless that was set by hand: "09:12 Reroute started". It
// reports whether it did.
func (m *Model) takeStamp() bool {
	a, p := m.answer, m.top()
	if a == nil || a.text == nil || a.f.stamp == nil || m.locked != "" || p.kind != itemPage {
		return false
	}
	if _, unread := m.unread(itemID(a.f.stampKey, p.item)); unread || !a.f.stamp(m.entry).IsZero() {
		return false
	}
	at, rest, ok, err := plain.Leading(a.f.get(m.entry), a.f.base(m.entry), m.zone())
	if err != nil {
		m.note = theme.Sentence(err.Error())
	}
	if !ok {
		return false
	}
	*a.f.stamp(m.entry) = at
	a.text.Replace(rest)
	m.Sync()
	m.note = at.Words() + " is its time now, the rest its words."
	return true
}
