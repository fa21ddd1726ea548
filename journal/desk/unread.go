package desk

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// What a person typed for a day or a time and that can't be read as one has no place in the file: a day that is no day is no
// TOML. Until they mend it, it waits in drafts/ID-unread-….txt, one line a question: "fix.fixed: around lunch". A second line
// says which item it belongs to: "  in: Ring Dana".

const unreadMark = "-unread-" // in the names of these drafts, after the id

// Unread is one such text.
type Unread struct {
	Key   string // of the question, as the guide names it: "happened", or "fix.actions.due#2" in an item; "" when it has lost it
	Item  string // what the item is called; "" where it is in none, or has no words
	Typed string // one line
}

func isUnread(name string) bool {
	return strings.HasSuffix(name, ".txt") && strings.Contains(name, unreadMark)
}

// keptText is a draft with the text that this desk read or wrote there last. A draft that says something else by now is
// another program's work, and is not touched.
type keptText struct{ name, text string }

// KeepUnread keeps these texts for an entry, in place of those that this desk kept or took for it before. Without any, its
// drafts go.
func (d *Desk) KeepUnread(path, id string, texts []Unread) error {
	return d.KeepingUnread(path, id, texts)()
}

// KeepingUnread is KeepUnread in two halves: the call says what is to be kept, and the function it returns does it, whenever
// it runs. One that runs after a later one of the same entry has nothing to do.
func (d *Desk) KeepingUnread(path, id string, texts []Unread) func() error {
	n, stem := d.asked.Add(1), DraftID(path, id)
	return func() error {
		d.mu.Lock()
		defer d.mu.Unlock()
		if n < d.keptAt[stem] {
			return nil
		}
		d.keptAt[stem] = n
		return d.keepUnread(stem, texts)
	}
}

func (d *Desk) keepUnread(stem string, texts []Unread) error {
	old := d.unread[stem]
	var kept []keptText
	if len(texts) > 0 {
		now := keptText{text: encodeUnread(texts)}
		if len(old) > 0 && d.ours(old[0]) {
			now.name, old = old[0].name, old[1:]
		} else {
			now.name = d.draftName(stem+strings.TrimSuffix(unreadMark, "-"), ".txt")
		}
		if err := d.store.WriteDraft(now.name, now.text); err != nil {
			return err
		}
		kept = []keptText{now}
	}
	d.unread[stem] = append(kept, old...)
	for _, k := range old { // what was taken from earlier sessions stands in the first one by now
		if text, there, err := d.store.ReadDraft(k.name); err == nil && there && text == k.text {
			if err := d.store.RemoveDraft(k.name); err != nil {
				return err
			}
		}
		d.unread[stem] = slices.DeleteFunc(d.unread[stem], func(o keptText) bool { return o == k })
	}
	return nil
}

// ours reports whether a draft says what this desk left there, or is gone.
func (d *Desk) ours(k keptText) bool {
	text, there, err := d.store.ReadDraft(k.name)
	return err == nil && (!there || text == k.text)
}

// TakeUnread returns what is kept for an entry, of this session and of earlier ones, but not what another running program
// keeps. It stays in drafts until the next [Desk.KeepUnread], which replaces it. What can't be read is left out and left
// alone; the error then says why.
func (d *Desk) TakeUnread(path, id string) ([]Unread, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	stem := DraftID(path, id)
	all, err := d.unreadDrafts()
	var out []Unread
	var kept []keptText
	for _, name := range all {
		if !strings.HasPrefix(name, stem+unreadMark) || d.othersAtWork(name) {
			continue
		}
		text, ok, rerr := d.store.ReadDraft(name)
		if rerr != nil {
			err = errors.Join(err, rerr)
			continue
		}
		if !ok {
			continue
		}
		kept = append(kept, keptText{name, text})
		for _, u := range decodeUnread(text) {
			if !slices.Contains(out, u) {
				out = append(out, u)
			}
		}
	}
	if len(kept) > 0 {
		d.unread[stem] = kept
	}
	return out, err
}

func (d *Desk) unreadDrafts() ([]string, error) {
	names, err := d.store.Drafts()
	return slices.DeleteFunc(names, func(n string) bool { return !isUnread(n) }), err
}

const inItem = "  in: "

func encodeUnread(texts []Unread) string {
	b := &strings.Builder{}
	for _, u := range texts {
		fmt.Fprintf(b, "%s: %s\n", u.Key, line(u.Typed))
		if u.Item != "" {
			fmt.Fprintf(b, "%s%s\n", inItem, line(u.Item))
		}
	}
	return b.String()
}

// line is a text on one line.
func line(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
}

// decodeUnread takes every line for words of the person, also one that a hand has changed.
func decodeUnread(text string) []Unread {
	var out []Unread
	for l := range strings.Lines(text) {
		l = strings.TrimRight(l, "\r\n")
		if item, ok := strings.CutPrefix(l, inItem); ok && len(out) > 0 {
			out[len(out)-1].Item = item
			continue
		}
		key, typed, ok := strings.Cut(l, ": ")
		if !ok || strings.ContainsAny(key, " \t") {
			key, typed = "", strings.TrimPrefix(l, ": ")
		}
		if strings.TrimSpace(typed) != "" {
			out = append(out, Unread{Key: key, Typed: typed})
		}
	}
	return out
}
