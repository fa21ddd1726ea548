package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"bounceback/journal"
	"bounceback/journal/when"
)

// What leaves the journal as a file lies in outbox/, or where the person wants it. It is never written over, here or there.

const outboxDir = "outbox"

// Outgoing is what a file that leaves the journal is called after.
type Outgoing struct {
	Day    when.Day
	What   string // "report", "letter"
	Person string // whom it is for; "" keeps that out of the name
	ID     string // of its entry: erasing that one erases the files in outbox/ that have the id in their names
	Ext    string // "eml", without a dot
}

// name returns the n-th name, counted from 1.
func (o Outgoing) name(n int) string {
	name := o.Day.String() + "-" + o.What
	if person := slug(o.Person); person != "" {
		name += "-" + person
	}
	if n > 1 {
		name = fmt.Sprintf("%s-%d", name, n)
	}
	if journal.ValidID(o.ID) {
		name += "." + o.ID
	}
	return name + "." + o.Ext
}

// WriteOutgoing writes a new, durable file and returns its full name. Where "" is the journal's outbox/, and otherwise a folder
// that is there, or the name of a file that is not. When the name is taken, a number is added; a file named by where is a
// [*TakenError] then. Nothing is written over.
func (s *Store) WriteOutgoing(where string, o Outgoing, data []byte) (name string, err error) {
	dir := where
	if where == "" {
		dir = s.full(outboxDir)
	} else if dir, err = filepath.Abs(where); err != nil {
		return "", fmt.Errorf("finding %s: %w", where, err)
	} else if file, err := s.isNewFile(where, dir); err != nil {
		return "", err
	} else if file {
		_, err := s.place(dir, data)
		return dir, outgoingError(where, err)
	}
	for n := 1; ; n++ {
		name = filepath.Join(dir, o.name(n))
		_, err := s.place(name, data)
		if errors.Is(err, fs.ErrExist) && n < 10000 {
			continue
		}
		return name, outgoingError(name, err)
	}
}

// isNewFile tells a file that is to be made from a folder that is there.
func (s *Store) isNewFile(where, full string) (file bool, err error) {
	info, err := s.fs.Stat(full)
	switch {
	case err == nil && info.IsDir():
		return false, nil
	case err == nil:
		return false, outgoingError(where, fs.ErrExist)
	case !errors.Is(err, fs.ErrNotExist):
		return false, fmt.Errorf("looking at %s: %w", where, err)
	case os.IsPathSeparator(where[len(where)-1]):
		return false, fmt.Errorf("there is no folder %s", where)
	}
	if info, err := s.fs.Stat(filepath.Dir(full)); err != nil || !info.IsDir() {
		return false, fmt.Errorf("there is no folder %s", filepath.Dir(where))
	}
	return true, nil
}

// TakenError says that there is a file of that name already, and that it is as it was. It is an [fs.ErrExist].
type TakenError struct{ Name string }

func (e *TakenError) Error() string { return e.Name + " is there already, and nothing is written over" }

// Is makes it one of the system's errors.
func (e *TakenError) Is(target error) bool { return target == fs.ErrExist }

func outgoingError(name string, err error) error {
	if errors.Is(err, fs.ErrExist) {
		return &TakenError{name}
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// outgoing lists the files in outbox/ that have an id in their names, as full names.
func (s *Store) outgoing(id string) ([]string, error) {
	list, err := s.fs.ReadDir(s.full(outboxDir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the outbox: %w", err)
	}
	var out []string
	for _, e := range list {
		stem := strings.TrimSuffix(e.Name(), filepath.Ext(e.Name()))
		if e.Type().IsRegular() && strings.HasSuffix(stem, "."+id) {
			out = append(out, filepath.Join(s.full(outboxDir), e.Name()))
		}
	}
	return out, nil
}
