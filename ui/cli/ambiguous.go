package cli

import (
	"fmt"
	"strings"

	"bounceback/journal/desk"
	"bounceback/journal/store"
	"bounceback/ui/theme"
)

// mostListed is how many mistakes an error names.
const mostListed = 8

// titled is the error of an id that fits several mistakes, with their titles, so that the person sees which one is meant.
func (p *program) titled(d *desk.Desk, e *desk.AmbiguousError) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%q fits %d mistakes; write more of the id:", e.Prefix, len(e.Paths))
	for i, path := range e.Paths {
		if i == mostListed {
			fmt.Fprintf(&b, "\n  … and %d more", len(e.Paths)-i)
			break
		}
		c := desk.CardOf(path, store.File{Path: path}, nil)
		if f, err := d.Open(path); err == nil {
			c = desk.Card(f)
		}
		id := c.ID
		if id == "" || len(e.Prefix) >= len(id) { // one id twice: only the path tells them apart
			id = path
		}
		fmt.Fprintf(&b, "\n  %s  %s", id, theme.Clean(c.Name()))
	}
	return fmt.Errorf("%s", b.String())
}
