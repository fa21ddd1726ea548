// Package ask holds what a pane may ask of the App: small values, one for each thing that reaches further than the pane.
//
// A pane answers its own keys. When a key means something outside of it (open an entry, change it, copy a text), Update
// returns one of these and the App has one line for each. A nil Ask asks for nothing.
package ask

import "bounceback/journal"

// Ask is one of the values of this package.
type Ask interface{ ask() }

type mark struct{}

func (mark) ask() {}

type (
	// Open goes on with an entry in the guide: at Step, or at its next open step when Step is "". Where the step is a list, To
	// names the person whose item is selected.
	Open struct {
		mark
		Path string
		Step journal.Step
		To   string
	}
	// Read opens an entry as a rendered page.
	Read struct {
		mark
		Path string
	}
	// Peek wants the whole entry behind a selected row, for the summary beside it.
	Peek struct {
		mark
		Path string
	}
	// Back leaves the pane or overlay that asks.
	Back struct{ mark }
	// Edited says that the guide changed the open entry: a save is due.
	Edited struct{ mark }
	// Save wants the open entry on disk now.
	Save struct{ mark }
	// Editor opens the entry in the person's editor; Key names the field to write, or "" for the whole file.
	Editor struct {
		mark
		Path, Key string
	}
	// Capture saves one line as a new mistake.
	Capture struct {
		mark
		Line string
	}
	// Trash moves an entry to the trash; Untrash brings back the one that was moved last.
	Trash struct {
		mark
		Path string
	}
	Untrash struct{ mark }
	// Filter wants the rows that match a query, in an order.
	Filter struct {
		mark
		Query string
	}
	// Sort wants the rows in the next order.
	Sort struct{ mark }
	// Render wants Markdown rendered at a width in cells. The answer comes back with the same Key and Width.
	Render struct {
		mark
		Key      string
		Markdown string
		Width    int
	}
	// Copy puts a text on the clipboard; Said is told afterwards.
	Copy struct {
		mark
		Text, Said string
	}
	// Share opens what leaves the journal of an entry: its report and its letters. Letter and To say at which one; without
	// To it is the first that still has to go out.
	Share struct {
		mark
		Path   string
		Letter bool
		To     string
	}
	// Change changes an entry by a function, on the freshest version of its file; Do may run several times. Said is told
	// once it is saved. Done, when there is one, hears then whether it was.
	Change struct {
		mark
		Path string
		Do   func(*journal.Entry) error
		Said string
		Done func(ok bool)
	}
	// Deliver sends a report or a letter, or makes it ready. Words tells an apology from another one to the same person; To
	// is "" for the person's own copy. What is sent goes to Addresses, which the person has seen, or nowhere; Again says that
	// it was sent before and is meant once more.
	Deliver struct {
		mark
		Path      string
		Letter    bool
		To, Words string
		By        Way
		Addresses []string
		Again     bool
	}
	// Address keeps where to write to somebody; without a name, whom letters are from.
	Address struct {
		mark
		Name, Address string
	}
	// Rehearse shows an apology to be said aloud.
	Rehearse struct {
		mark
		Path, To, Words string
	}
	// All asks for several things, in order.
	All struct {
		mark
		Asks []Ask
	}
)

// Way is how something leaves the journal.
type Way uint8

// The ways. All but the first make it ready, and the person sends it.
const (
	ByCommand   Way = iota // the mail command of the configuration
	AsDraft                // an .eml file that mail programs open
	AsMarkdown             // a file
	AsHTML                 // a file
	OnClipboard            // the terminal was asked already: note it
)

// Both asks for a and then for b, either of which may be nil.
func Both(a, b Ask) Ask {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return All{Asks: []Ask{a, b}}
}
