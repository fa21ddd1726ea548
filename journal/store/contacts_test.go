package store

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestContacts(t *testing.T) {
	s := open(t, Options{})
	if text, err := s.Contacts(); text != "" || err != nil {
		t.Errorf("none: %q, %v", text, err)
	}
	if err := s.WriteContacts("", "one"); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(s.full(contactsName)); err != nil || info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	for _, old := range []string{"", "on", "two"} {
		if err := s.WriteContacts(old, "mine"); !errors.Is(err, ErrContactsChanged) || get(t, s, contactsName) != "one" {
			t.Errorf("made of %q: %v", old, err)
		}
	}
	if err := s.WriteContacts("one", strings.Repeat("x", maxContacts+1)); err == nil {
		t.Error("wrote more than can be read")
	}
	put(t, s, contactsName, strings.Repeat("x", maxContacts+1))
	var broken *BrokenError
	if _, err := s.Contacts(); !errors.As(err, &broken) || !strings.Contains(err.Error(), "1 MiB") {
		t.Errorf("too large: %v", err)
	}
	put(t, s, contactsName, "one")
	if err := os.Chmod(s.full(contactsName), 0o400); err != nil {
		t.Fatal(err)
	}
	var locked *LockedError
	if err := s.WriteContacts("one", "two"); !errors.As(err, &locked) || get(t, s, contactsName) != "one" {
		t.Errorf("write-protected: %v", err)
	}
}

// editing is a disk on which another program changes contacts.toml while the new text is on its way.
type editing struct {
	disk
	dir string
}

func (d editing) Create(name string, perm os.FileMode) (WriteFile, error) {
	if err := os.WriteFile(filepath.Join(d.dir, contactsName), []byte("theirs"), 0o600); err != nil {
		return nil, err
	}
	return d.disk.Create(name, perm)
}

func TestContactsChangedMeanwhile(t *testing.T) {
	for _, old := range []string{"one", ""} {
		s := open(t, Options{})
		if old != "" {
			put(t, s, contactsName, old)
		}
		s.fs = editing{dir: s.dir}
		if err := s.WriteContacts(old, "mine"); !errors.Is(err, ErrContactsChanged) || get(t, s, contactsName) != "theirs" {
			t.Errorf("%q: %v, and the file says %s", old, err, get(t, s, contactsName))
		}
	}
}

// A linked file stays a link.
func TestContactsLinked(t *testing.T) {
	s := open(t, Options{})
	real := filepath.Join(t.TempDir(), "mine.toml")
	put(t, s, "x", "")
	if err := os.WriteFile(real, []byte("one"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, s.full(contactsName)); err != nil {
		t.Skip(err)
	}
	if err := s.WriteContacts("one", "two"); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(real); string(b) != "two" {
		t.Errorf("%q, %v", b, err)
	}
}
