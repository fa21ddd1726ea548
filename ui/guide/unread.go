package guide

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Half a day is no day: what is typed for one goes into the entry when it can be read. Until then it is here, and the App
// keeps it in drafts.

// unread returns what was typed for a day or a time and is not in the entry: it differs from what its field was made from.
func (m *Model) unread(id string) (typed string, ok bool) {
	made, isMoment := m.made[id]
	p := m.texts[id]
	if !isMoment || p == nil {
		return "", false
	}
	typed = strings.TrimSpace(p.Text())
	return typed, typed != "" && typed != made
}

// forget drops the texts of fields, all but the one that is being written, since what they stand for has changed. A day that
// was typed and could not be read stays in its field; that of an item goes where Unread finds it, because the item may have
// another place by now.
func (m *Model) forget(which func(id string) bool) {
	for id, p := range m.texts {
		if !which(id) || m.answer != nil && m.answer.text == p {
			continue
		}
		if typed, ok := m.unread(id); ok {
			if f, here := m.fieldAt(id); here && !strings.Contains(id, "#") {
				m.made[id] = shortMoment(f.get(m.entry))
				continue
			}
			m.stray = append(m.stray, Typed{Text: typed})
		}
		delete(m.texts, id)
		delete(m.made, id)
	}
}

// forgetItems drops the texts of all items: they are kept by an item's place, and the places have changed.
func (m *Model) forgetItems() { m.forget(func(id string) bool { return strings.Contains(id, "#") }) }

// Typed is what a person typed for a day or a time and that is in no entry: it is read when its field is left, or could not
// be read.
type Typed struct {
	Key  string // of the question, such as "happened", or "fix.actions.due#2" in an item; "" when it has lost its question
	Text string
}

// Unread returns all of them.
func (m *Model) Unread() []Typed {
	out := slices.Clone(m.stray)
	for _, id := range slices.Sorted(maps.Keys(m.texts)) {
		if typed, ok := m.unread(id); ok {
			out = append(out, Typed{id, typed})
		}
	}
	return out
}

// SetUnread puts back into their questions what [Model.Unread] returned an earlier time. The note says so.
func (m *Model) SetUnread(all []Typed) {
	for _, t := range all {
		f, ok := m.fieldAt(t.Key)
		if _, taken := m.unread(t.Key); !ok || f.kind != moment || taken {
			m.stray = append(m.stray, Typed{Text: t.Text})
			continue
		}
		m.made[t.Key] = shortMoment(f.get(m.entry))
		if m.answer != nil && m.textKey(m.answer.f) == t.Key && m.answer.text != nil {
			m.answer.text.SetText(t.Text)
		} else {
			m.texts[t.Key] = m.newText(f, t.Text)
		}
		m.note = "“" + t.Text + "” isn’t a day or time yet. It waits in “" + f.ask + "”."
	}
}

// fieldAt returns the question with the key of its text, as textKey makes it.
func (m *Model) fieldAt(id string) (field, bool) {
	key, place, inItem := strings.Cut(id, "#")
	for _, s := range append(allSteps(), whatPage) {
		for _, f := range fieldsOf(s) {
			switch {
			case !inItem && f.key == key:
				return f, true
			case !inItem || f.kind != list || !strings.HasPrefix(key, f.key+"."):
				continue
			}
			i, err := strconv.Atoi(place)
			if err != nil || i < 0 || i >= f.list.count(m.entry) {
				continue
			}
			for _, g := range f.list.fields(i) {
				if g.key == key {
					return g, true
				}
			}
		}
	}
	return field{}, false
}
