package store

import (
	"fmt"
	"strings"

	"bounceback/journal"
)

// BrokenError says that a file cannot be read as an entry, why, and on which line (counted from 1; 0 when no line is to
// blame). The file is left as it is.
type BrokenError struct {
	Path   string
	Line   int
	Reason string
}

func (e *BrokenError) Error() string { return at(e.Path, e.Line) + ": " + e.Reason }

// ConflictError says that one and the same thing was changed here and in the file, and that nothing was written.
type ConflictError struct {
	Base, Theirs File
	// Keys are those that both sides changed, such as "own.did"; in an element of a list, with its place in theirs counted
	// from 1: "fix.actions[2].do".
	Keys []string
	// Merged has theirs for Keys and the changes of both sides elsewhere; it can be saved over Theirs.
	Merged journal.Entry

	// edited is mine where it was read from an edited text, with the origins that it has in base.
	edited *journal.Entry
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("%s was changed elsewhere in the meantime: %s", e.Theirs.Path, strings.Join(e.Keys, ", "))
}

// GoneError says that a file is no longer there. A save does not bring it back.
type GoneError struct{ Path string }

func (e *GoneError) Error() string { return e.Path + " is no longer there" }

// RefusedError says that a save would have done harm, and that nothing was written.
type RefusedError struct{ Path, Reason string }

func (e *RefusedError) Error() string { return e.Path + " was not changed: " + e.Reason }

// LockedError says that a file is read-only, and why.
type LockedError struct{ Path, Reason string }

func (e *LockedError) Error() string { return e.Path + " is read-only: " + e.Reason }

func at(path string, line int) string {
	if line > 0 {
		return fmt.Sprintf("%s:%d", path, line)
	}
	return path
}
