package store

import (
	"errors"
	"fmt"
	"io/fs"
)

const (
	contactsName = "contacts.toml"

	// maxContacts is the size in bytes from which on contacts.toml is taken for something else.
	maxContacts = 1 << 20
)

// ErrContactsChanged says that contacts.toml is no longer what it was when it was read. Nothing was written.
var ErrContactsChanged = errors.New(contactsName + " was changed by another program in the meantime; try again")

// Contacts returns the text of contacts.toml, and "" when there is none.
func (s *Store) Contacts() (string, error) {
	text, _, err := s.text(contactsName, maxContacts)
	var gone *GoneError
	if errors.As(err, &gone) {
		return "", nil
	}
	var broken *BrokenError
	if errors.As(err, &broken) && broken.Reason == tooLarge {
		err = &BrokenError{Path: contactsName, Reason: "it is larger than 1 MiB, which no list of contacts is"}
	}
	return text, err
}

// WriteContacts makes contacts.toml say text in place of old, the text that it was made from. When the file no longer says old,
// the error is [ErrContactsChanged] and nothing is written.
func (s *Store) WriteContacts(old, text string) error {
	if len(text) > maxContacts {
		return &RefusedError{Path: contactsName, Reason: "with this it would be larger than 1 MiB, and could not be read again"}
	}
	if err := s.mkdir(s.dir); err != nil {
		return err
	}
	unlock, err := s.lock()
	if err != nil {
		return err
	}
	defer unlock()
	unchanged := func() error {
		now, err := s.Contacts()
		if err == nil && now != old {
			err = ErrContactsChanged
		}
		return err
	}
	if err := unchanged(); err != nil {
		return err
	}
	name, mode, err := s.target(contactsName)
	var gone *GoneError
	switch {
	case errors.As(err, &gone):
		_, err = s.place(s.full(contactsName), seal(text))
		if errors.Is(err, fs.ErrExist) {
			return ErrContactsChanged
		}
	case err == nil && mode&0o200 == 0:
		return &LockedError{Path: contactsName, Reason: "it is write-protected; allow writing to it, and it can be changed here again"}
	case err == nil:
		_, err = s.replace(name, seal(text), mode, unchanged)
	}
	if err != nil && !errors.Is(err, ErrContactsChanged) {
		return fmt.Errorf("writing %s: %w", contactsName, err)
	}
	return err
}
