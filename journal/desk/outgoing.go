package desk

import (
	"errors"

	"bounceback/journal/contacts"
	"bounceback/journal/store"
	"bounceback/journal/when"
)

// Contacts reads contacts.toml. One that can't be read is an error that says which line is wrong.
func (d *Desk) Contacts() (contacts.Book, error) {
	text, err := d.store.Contacts()
	if err != nil {
		return contacts.Book{}, err
	}
	return contacts.Parse(text)
}

// EditContacts changes the text of contacts.toml by a function, on the freshest text there is. An error of edit ends it with
// nothing written.
func (d *Desk) EditContacts(edit func(text string) (string, error)) error {
	d.changing.Lock()
	defer d.changing.Unlock()
	var err error
	for range tries {
		var old, text string
		if old, err = d.store.Contacts(); err != nil {
			return err
		}
		if text, err = edit(old); err != nil || text == old {
			return err
		}
		if err = d.store.WriteContacts(old, text); !isChanged(err) {
			return err
		}
	}
	return err
}

// NewID draws what is unlike all others: 10 characters of [journal.IDAlphabet].
func (d *Desk) NewID() (string, error) { return d.newID() }

// WriteOutgoing writes a file that leaves the journal, made of the entry with an id, and returns its full name. What is "report" or
// "letter", person who it is for ("" keeps that out of the name), ext the end of its name. See [store.Store.WriteOutgoing].
func (d *Desk) WriteOutgoing(where string, id, what, person, ext string, data []byte) (name string, err error) {
	return d.store.WriteOutgoing(where, store.Outgoing{Day: when.At(d.now()).Day(), What: what, Person: person, ID: id, Ext: ext}, data)
}

func isChanged(err error) bool { return errors.Is(err, store.ErrContactsChanged) }
