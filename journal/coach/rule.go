package coach

// Rule is one thing that the coach looks for.
type Rule struct {
	ID     string
	Fields []Field
	// Level is the highest one that a finding of the rule has. Words that can be read in two ways are hints.
	Level Level
	// Why and Try are the two lines of its findings; More says in a few sentences what the rule is about.
	Why, Try, More string
	Source         string
	// Finds are texts in which the rule finds something, Leaves are near ones that it leaves alone.
	Finds, Leaves []string

	find   []string // patterns, one of which has to be in a sentence
	weak   []string // wider ones that mean something only beside others: see balance.go
	unless []string // patterns that excuse both in the same sentence

	bearing bearing
	quiet   bool // a hint that is not worth a word
	// notReported rules say nothing about what the person once said and tells now: “I said that you should have asked”.
	notReported bool
	about       string // what is missing, in a word or four
}

// bearing says what a problem rests on.
type bearing uint8

const (
	// always is for words that no other words can mend.
	always bearing = iota
	// unlessOwned is for words that are harmless beside a plain sorry and an act that is named.
	unlessOwned
)

// Rules are the rules of all languages, in the order of the steps.
func Rules() []Rule { return loadRules("english") }

// RuleByID returns the rule with this id.
func RuleByID(id string) (Rule, bool) {
	for _, r := range Rules() {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}
