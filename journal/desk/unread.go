package desk

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// What a person typed for a day or a time and that can't be read as one has no place in the file: a day that is no day is no
// TOML. Until they mend it, it waits in drafts/ID-unread-….txt, one line a question: "fix.fixed: around lunch".

const unreadMark = "-unread-" // in the names of these drafts, after the id

// Unread is one such text.
type Unread struct {
	Key   string // of the question, as the guide names it: "happened", or "fix.actions.due#2" in an item; "" when it has lost it
	Typed string // one line
}

func isUnread(name string) bool {
	return strings.HasSuffix(name, ".txt") && strings.Contains(name, unreadMark)
}

// KeepUnread keeps these texts for an entry, in place of those that this desk kept or took for it before. Without any, its
// drafts go.
func (d *Desk) KeepUnread(path, id string, texts []Unread) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	stem := DraftID(path, id)
	names := d.unread[stem]
	if len(texts) > 0 {
		if len(names) == 0 {
			names = []string{d.draftName(stem+strings.TrimSuffix(unreadMark, "-"), ".txt")}
		}
		if err := d.store.WriteDraft(names[0], encodeUnread(texts)); err != nil {
			return err
		}
		d.unread[stem], names = names, names[1:]
	}
	for _, name := range slices.Clone(names) { // what was taken from earlier sessions stands in the first one by now
		if err := d.store.RemoveDraft(name); err != nil {
			return err
		}
		d.unread[stem] = slices.DeleteFunc(d.unread[stem], func(n string) bool { return n == name })
	}
	return nil
}

// TakeUnread returns what is kept for an entry, of this session and of earlier ones. It stays in drafts until the next
// [Desk.KeepUnread], which replaces it. What can't be read is left out and left alone; the error then says why.
func (d *Desk) TakeUnread(path, id string) ([]Unread, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	stem := DraftID(path, id)
	all, err := d.unreadDrafts()
	var out []Unread
	var names []string
	for _, name := range all {
		if !strings.HasPrefix(name, stem+unreadMark) {
			continue
		}
		text, ok, rerr := d.store.ReadDraft(name)
		if rerr != nil {
			err = errors.Join(err, rerr)
			continue
		}
		if ok {
			names, out = append(names, name), append(out, decodeUnread(text)...)
		}
	}
	if len(names) > 0 {
		d.unread[stem] = names
	}
	return slices.Compact(out), err
}

func (d *Desk) unreadDrafts() ([]string, error) {
	names, err := d.store.Drafts()
	return slices.DeleteFunc(names, func(n string) bool { return !isUnread(n) }), err
}

func encodeUnread(texts []Unread) string {
	b := &strings.Builder{}
	for _, u := range texts {
		fmt.Fprintf(b, "%s: %s\n", u.Key, strings.Join(strings.FieldsFunc(strings.ToValidUTF8(u.Typed, "\uFFFD"), isBreak), " "))
	}
	return b.String()
}

func isBreak(r rune) bool { return r == '\n' || r == '\r' }

// decodeUnread takes every line for words of the person, also one that a hand has changed.
func decodeUnread(text string) []Unread {
	var out []Unread
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		key, typed, ok := strings.Cut(line, ": ")
		if !ok || strings.ContainsAny(key, " \t") {
			key, typed = "", strings.TrimPrefix(line, ": ")
		}
		if strings.TrimSpace(typed) != "" {
			out = append(out, Unread{key, typed})
		}
	}
	return out
}
