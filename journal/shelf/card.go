package shelf

import (
	"path"
	"strings"

	"bounceback/journal"
	"bounceback/journal/when"
)

// Card is what a list needs to know of one entry. Cards are values to look at: nobody changes one that is on a shelf, nor
// the lists in it.
type Card struct {
	Path         string // the key of the entry: relative to the journal, with slashes
	ID           string
	Title        string // a broken file's own name
	Happened     when.Moment
	Captured     when.Moment
	Severity     journal.Severity
	Tags         []string
	People       []string
	Statuses     [4]journal.Status // in the order of [journal.Steps]
	NextStep     journal.Step      // the first open step; "" when the entry is mended or broken
	Mended       bool
	Quiet        bool
	Takeaway     string
	Cue          string
	Plan         string
	HasStory     bool
	Sting        []int  // the levels, 0 to 10, oldest first
	RecurrenceOf string // id of the mistake that this is again
	SameAs       string // id of the mistake that a conflict split this one from
	Waits        []journal.Wait
	Owes         []journal.Owe // what is still owed to people
	Folded       string        // all texts but the vent, through [Fold], one a line: for search
	Broken       string        // why the file does not parse; "" when it does
	Line         int           // where it does not parse, from 1; 0 when that is not known
	Locked       string        // why the entry is read-only; "" when it can be saved
}

// NewCard returns the card of the entry at a path.
func NewCard(path string, e *journal.Entry) Card {
	c := Card{
		Path: path, ID: e.ID, Title: e.Title, Happened: e.Happened, Captured: e.Captured, Severity: e.Severity,
		Tags: append([]string(nil), e.Tags...), People: append([]string(nil), e.People...),
		Statuses: e.Statuses(), Mended: e.Mended(), Quiet: e.Quiet,
		Takeaway: e.Learn.Takeaway, Cue: e.Learn.Cue, Plan: e.Learn.Plan, HasStory: e.Learn.Story != "",
		RecurrenceOf: e.RecurrenceOf, SameAs: e.SameAs, Waits: e.Waits(), Owes: e.Owes(), Folded: Fold(searchable(e)),
	}
	c.NextStep, _ = e.NextStep()
	for _, s := range e.Sting {
		c.Sting = append(c.Sting, s.Level)
	}
	return c
}

// BrokenCard returns the card of a file that does not parse: a row that says where and why. Its day and its id are those in
// the file's name, as far as they can be read there.
func BrokenCard(p string, line int, reason string) Card {
	name := path.Base(p)
	c := Card{Path: p, Title: name, Broken: reason, Line: line, Folded: Fold(name + "\n" + reason)}
	if len(name) > 10 {
		if m, err := when.Parse(name[:10]); err == nil {
			c.Happened = m
		}
	}
	for part := range strings.SplitSeq(name, ".") {
		if journal.ValidID(part) {
			c.ID = part
		}
	}
	return c
}

// Name returns what the entry is called where a person reads: its title, or [journal.Untitled].
func (c *Card) Name() string { return journal.Name(c.Title) }

// IsLesson reports whether there is anything in the card to learn from.
func (c *Card) IsLesson() bool { return c.Takeaway != "" || c.Cue != "" || c.Plan != "" }

// day is the moment that a card is filed under.
func (c *Card) day() when.Moment {
	if c.Happened.IsZero() {
		return c.Captured
	}
	return c.Happened
}
