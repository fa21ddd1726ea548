// Package contacts reads and edits the text of contacts.toml: who reports and letters go to, and from whom.
//
// Goals: every mistake in the file is told with its line and what to do; what other programs or people keep in the file stays; a
// name or an address that would be more than one line of a mail's header can't get through.
//
// Non-goals: the file itself (journal/store), mail (journal/desk/outbox).
package contacts

import (
	"slices"
	"strings"
)

// Book is all of contacts.toml.
type Book struct {
	From   string // the sender, as a mail header has it: "Sam Rivera <sam@example.com>"; "" when nobody said
	People []Contact
}

// Contact is one person, or one mailing list.
type Contact struct {
	Name    string
	Address string
	Groups  []string
}

// Reach is where a name leads: one address, or those of a group, whose members don't see one another.
type Reach struct {
	Addresses []string // bare addresses, "sam@example.com"; empty when nobody knows them
	Group     bool
}

// Find returns where a name leads: to the contact of that name, or else to all members of the group of that name, or else, for a
// name that is an address itself, to that address. Case and the space around a name make no difference.
func (b Book) Find(name string) Reach {
	for _, c := range b.People {
		if same(c.Name, name) {
			return Reach{Addresses: []string{c.Address}}
		}
	}
	var r Reach
	for _, c := range b.People {
		if slices.ContainsFunc(c.Groups, func(g string) bool { return same(g, name) }) {
			r.Group = true
			if !slices.ContainsFunc(r.Addresses, func(a string) bool { return strings.EqualFold(a, c.Address) }) {
				r.Addresses = append(r.Addresses, c.Address)
			}
		}
	}
	if name = strings.TrimSpace(name); !r.Group && checkAddress(name) == "" {
		r.Addresses = []string{name}
	}
	return r
}

// Owner returns the name of the one whose book it is, as it stands before the sender's address; "" when it is not known.
func (b Book) Owner() string {
	name, _, _ := Sender(b.From)
	return name
}

// GroupNames returns the names of all groups, in alphabetical order. A name that a contact has too is that contact's.
func (b Book) GroupNames() []string {
	var out []string
	for _, c := range b.People {
		for _, g := range c.Groups {
			isName := func(n string) bool { return same(n, g) }
			if !slices.ContainsFunc(out, isName) && !slices.ContainsFunc(b.People, func(c Contact) bool { return isName(c.Name) }) {
				out = append(out, strings.TrimSpace(g))
			}
		}
	}
	slices.Sort(out)
	return out
}

func same(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }

func equal(a, b Book) bool {
	return a.From == b.From && slices.EqualFunc(a.People, b.People, func(a, b Contact) bool {
		return a.Name == b.Name && a.Address == b.Address && slices.Equal(a.Groups, b.Groups)
	})
}
