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

// forget drops the texts of fields, since what they stand for has changed: all but the one that is being written, and days
// and times that can't be read.
func (m *Model) forget() {
	for id, p := range m.texts {
		if m.answer != nil && m.answer.text == p {
			continue
		}
		if _, ok := m.unread(id); ok {
			if f, here := m.fieldAt(id); here {
				m.made[id] = shortMoment(f.get(m.entry))
				continue
			}
		}
		delete(m.texts, id)
		delete(m.made, id)
	}
}

// Typed is what a person typed for a day or a time and that is in no entry: it is read when its field is left, or could not
// be read.
type Typed struct {
	Key  string // of the question, such as "happened", or "fix.actions.due#2" in an item; "" when it has lost its question
	Item string // what the item is called
	Text string
}

// Unread returns all of them.
func (m *Model) Unread() []Typed {
	var out []Typed
	for _, t := range m.stray {
		if strings.TrimSpace(t.Text) != "" {
			out = append(out, t)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(m.texts)) {
		if typed, ok := m.unread(id); ok {
			t := Typed{Key: id, Text: typed}
			if l, i, ok := m.itemAt(id); ok {
				t.Item = plainTitle(l, m.entry, i)
			}
			out = append(out, t)
		}
	}
	return out
}

// SetUnread puts back into their questions what [Model.Unread] returned an earlier time. The note says so.
func (m *Model) SetUnread(all []Typed) {
	for _, t := range all {
		id, ok := m.placeOf(t)
		f, here := m.fieldAt(id)
		if _, taken := m.unread(id); !ok || !here || f.kind != moment || taken {
			m.stray = append(m.stray, t) // with its key: its item may come back
			m.note = "“" + t.Text + "” isn’t a day or time yet. It stands at the end of “What happened”."
			continue
		}
		m.made[id] = shortMoment(f.get(m.entry))
		if m.answer != nil && m.answer.text != nil && m.textKey(m.answer.f) == id {
			m.answer.text.SetText(t.Text)
		} else {
			m.texts[id] = m.newText(f, t.Text)
		}
		m.note = "“" + t.Text + "” isn’t a day or time yet. It waits in “" + f.ask + "”."
	}
}

// placeOf returns the id of the text that something typed belongs to. Items may have moved since, so they are found by what
// they are called.
func (m *Model) placeOf(t Typed) (id string, ok bool) {
	key, _, inItem := strings.Cut(t.Key, "#")
	if !inItem {
		return t.Key, true
	}
	l, ok := listOf(key)
	if !ok {
		return "", false
	}
	if _, i, here := m.itemAt(t.Key); here && plainTitle(l, m.entry, i) == t.Item {
		return t.Key, true
	}
	for i := range l.list.count(m.entry) {
		if t.Item != "" && plainTitle(l, m.entry, i) == t.Item {
			return itemID(key, i), true
		}
	}
	return "", false
}

func plainTitle(l field, e *entry, i int) string {
	return strings.Join(strings.Fields(l.list.title(e, i)), " ")
}

func itemID(key string, place int) string { return key + "#" + strconv.Itoa(place) }

// listOf returns the list that a question of an item belongs to, by its key.
func listOf(key string) (field, bool) {
	for _, s := range append(allSteps(), whatPage) {
		for _, f := range fieldsOf(s) {
			if f.kind == list && strings.HasPrefix(key, f.key+".") {
				return f, true
			}
		}
	}
	return field{}, false
}

// itemIn returns the list and the place of the item that a text belongs to, by the key of the text.
func itemIn(id string) (l field, place int, ok bool) {
	key, at, inItem := strings.Cut(id, "#")
	if !inItem {
		return field{}, 0, false
	}
	if l, ok = listOf(key); !ok {
		return l, 0, false
	}
	place, err := strconv.Atoi(at)
	return l, place, err == nil && place >= 0
}

// itemAt is itemIn for an item that is there.
func (m *Model) itemAt(id string) (l field, place int, ok bool) {
	l, place, ok = itemIn(id)
	return l, place, ok && place < l.list.count(m.entry)
}

// fieldAt returns the question with the key of its text, as textKey makes it.
func (m *Model) fieldAt(id string) (field, bool) {
	key, _, inItem := strings.Cut(id, "#")
	var fs []field
	if inItem {
		l, i, ok := m.itemAt(id)
		if !ok {
			return field{}, false
		}
		fs = l.list.fields(i)
	} else {
		fs = helpFields()
		for _, s := range append(allSteps(), whatPage) {
			fs = append(fs, fieldsOf(s)...)
		}
	}
	i := slices.IndexFunc(fs, func(f field) bool { return f.key == key })
	if i < 0 {
		return field{}, false
	}
	return fs[i], true
}

// moveTexts lets the texts of items follow them: where returns the new place of each item of a list, less than 0 for one that
// is gone, and false for lists that are as they were. What was typed into items that are gone is returned. Texts that are in
// the entry are dropped: they are made again when they are needed.
func (m *Model) moveTexts(where func(list string, place int) (int, bool)) (gone []Typed) {
	m.moveThoughts(where)
	texts, made := maps.Clone(m.texts), maps.Clone(m.made)
	type moving struct{ from, to string }
	var all []moving
	for id, p := range m.texts {
		l, place, ok := itemIn(id)
		if !ok {
			continue
		}
		key, _, _ := strings.Cut(id, "#")
		to, moved := where(l.key, place)
		if !moved {
			continue
		}
		delete(texts, id)
		delete(made, id)
		typed, unread := m.unread(id)
		switch {
		case to < 0 && unread:
			gone = append(gone, Typed{Key: id, Text: typed})
		case to >= 0 && (unread || m.answer != nil && m.answer.text == p):
			all = append(all, moving{id, itemID(key, to)})
		}
	}
	for _, mv := range all {
		texts[mv.to] = m.texts[mv.from]
		if was, isMoment := m.made[mv.from]; isMoment {
			made[mv.to] = was
		}
	}
	m.texts, m.made = texts, made
	return gone
}

// strays are the rows of what has lost its question, at the end of what happened.
func (m *Model) strays() []field {
	var out []field
	for i, t := range m.stray {
		ask := "A day or a time that lost its place"
		if t.Item != "" {
			ask = "A day or a time of “" + t.Item + "”"
		}
		f := oneLine("unread."+strconv.Itoa(i), ask, "It is kept here. Put it where it belongs, then clear it.", nil)
		f.get = func(*entry) string { return m.stray[i].Text }
		f.set = func(_ *entry, s string) { m.stray[i].Text = s }
		if t.Text != "" || m.answer != nil && m.answer.f.key == f.key {
			out = append(out, f)
		}
	}
	return out
}
