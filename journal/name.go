package journal

import (
	"strings"
	"unicode"
)

// Untitled is what an entry without a title is called wherever a person reads.
const Untitled = "Untitled"

// Name returns what the entry is called: its title as it stands, or [Untitled].
func (e *Entry) Name() string { return Name(e.Title) }

// Name returns a title as it stands, or [Untitled] when nobody could see it.
func Name(title string) string {
	if strings.IndexFunc(title, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }) < 0 {
		return Untitled
	}
	return title
}
