// Package contacts reads contacts.toml: who reports and letters go to, and from whom.
package contacts

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

// Find returns where a name leads.
func (b Book) Find(name string) Reach { return Reach{} }

// GroupNames returns the names of all groups, in order.
func (b Book) GroupNames() []string { return nil }
