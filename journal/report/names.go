package report

import "bounceback/journal"

type cast struct{ people []Alias }

func castOf(e *journal.Entry, groups []string) *cast { return &cast{} }

func (c *cast) replace(s string) string            { return s }
func (c *cast) replaceBut(s, reader string) string { return s }

// Alias is what somebody is called where pseudonyms are asked for: "Person A".
type Alias struct{ Name, As string }

// Aliases returns who is called what in the report of e.
func Aliases(e *journal.Entry, groups []string) []Alias { return castOf(e, groups).people }
