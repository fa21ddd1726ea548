package coach

import (
	"cmp"
	"encoding/hex"
	"hash/fnv"
	"slices"
	"sync"
	"unicode"
)

// Field is what a text is the answer to. It decides what is looked for: a sentence that is right in one place is a dodge in
// another.
type Field uint8

const (
	// Account is what I did, and what part was mine to decide.
	Account Field = iota
	// Memory is what I knew, what it cost whom, what I would say to a friend, and the story: only labels are remarked on.
	Memory
	// Analysis is what is put right, and how it came about.
	Analysis
	// Factor is one thing that contributed.
	Factor
	// Action is one thing to do about it.
	Action
	// Apology is the words to somebody who was hurt.
	Apology
	// Lesson is a whole one: the moment and what to do then.
	Lesson
	// Cue is the moment alone, Plan what to do then, Takeaway the lesson in a sentence.
	Cue
	Plan
	Takeaway

	fieldCount
)

// FieldOf returns the field of a key of the file, such as "own.did" or "apologies.words". ok is false for all keys that
// the coach has nothing to say about, "vent" among them.
func FieldOf(key string) (f Field, ok bool) {
	switch key {
	case "own.did", "own.decided":
		return Account, true
	case "own.knew", "own.knew_later.text", "own.cost", "own.friend", "learn.story":
		return Memory, true
	case "fix.contained", "fix.repaired", "rca.summary", "rca.impact", "rca.detection", "rca.surprise", "rca.badly":
		return Analysis, true
	case "rca.factors.why":
		return Factor, true
	case "fix.actions.do":
		return Action, true
	case "apologies.words":
		return Apology, true
	case "learn.cue":
		return Cue, true
	case "learn.plan":
		return Plan, true
	case "learn.takeaway", "learn.identity", "learn.principle":
		return Takeaway, true
	}
	return 0, false
}

// Kind is a sort of text that can be checked by itself, by the name that the command line has for it.
type Kind struct {
	Name  string
	Field Field
}

// Kinds are all of them.
func Kinds() []Kind {
	return []Kind{{"apology", Apology}, {"ownership", Account}, {"analysis", Analysis}, {"factor", Factor}, {"action", Action}, {"lesson", Lesson}}
}

// Level says how much a finding weighs.
type Level uint8

const (
	// Praise is for what is good. It asks for nothing.
	Praise Level = iota
	// Hint is a thought: what could be there as well, or what may be read in two ways.
	Hint
	// Problem is for words that hardly anybody could read kindly.
	Problem
)

func (l Level) String() string {
	return [...]string{"praise", "hint", "problem"}[l]
}

// Span is a part of a text: the bytes from Start up to, not with, End.
type Span struct{ Start, End int }

// Finding is one remark on a text.
type Finding struct {
	Rule  string // the id of the rule: see [RuleByID]
	Level Level
	// Span is what the remark speaks of. It is empty, at 0, for what is missing.
	Span Span
	// About names what is missing, in a word or four; "" where the span tells.
	About string
	// Why and Try are one line each, in the second person: what a reader may hear, and what could be tried instead.
	Why, Try string
	// Source is where the rule comes from.
	Source string
	// Mark names the rule and the sentence: "passive:3f9a". It is another one as soon as the sentence is. See [Dismissal].
	Mark string
}

// Component is one of the six parts of an apology (Lewicki, Polin & Lount 2016), strongest first.
type Component struct {
	Name    string
	Means   string // one line
	Example string
	Spans   []Span // what in the text earned it; none when it isn't there
}

// Report is what the coach has to say about one text.
type Report struct {
	// Findings stand in the order of the text; what is missing comes last. [Few] are enough to show.
	Findings []Finding
	// Components are the six parts, for an apology only.
	Components []Component
	// Language is the name of the language that the text is in, or "" when the coach doesn't know it and is silent.
	Language string
}

// Worst is the highest level among the findings; ok is false when there are none.
func (r Report) Worst() (l Level, ok bool) {
	for _, f := range r.Findings {
		l = max(l, f.Level)
	}
	return l, len(r.Findings) > 0
}

// Options say what a coach leaves out.
type Options struct {
	// Off are the ids of rules that are switched off.
	Off []string
}

// Coach checks texts. It may be used from several goroutines. The first check takes some milliseconds longer: the rules are
// read then, so that nobody waits for them who doesn't ask.
type Coach struct {
	off  map[string]bool
	once sync.Once
	all  []*language
}

// New returns a coach. It costs nothing until it is asked.
func New(o Options) *Coach {
	c := &Coach{off: map[string]bool{}}
	for _, id := range o.Off {
		c.off[id] = true
	}
	return c
}

func (c *Coach) languages() []*language {
	c.once.Do(func() { c.all = []*language{english()} })
	return c.all
}

// Check looks at a text as the answer to a field. given are ids of rules that something beside the text answers already: the
// day of an action may stand in a field of its own. A text in a language that the coach doesn't know has no findings.
func (c *Coach) Check(f Field, text string, given ...string) Report {
	for _, l := range c.languages() {
		d := l.cut(text)
		if !l.speaks(d) {
			continue
		}
		r := l.check(f, d, func(rule string) bool { return c.off[rule] || slices.Contains(given, rule) })
		r.Language = l.name
		return r
	}
	return Report{}
}

// Rule returns the rule with an id, of any language. Once something was checked it costs nothing.
func (c *Coach) Rule(id string) (Rule, bool) {
	for _, l := range c.languages() {
		if i := slices.IndexFunc(l.rules, func(r Rule) bool { return r.ID == id }); i >= 0 {
			return l.rules[i], true
		}
	}
	return Rule{}, false
}

// Zombies returns the places, in bytes, after verbs that have no doer: where “by zombies” can be put in, the verb is
// missing whoever did it (Ingall & McCarthy, Sorry, Sorry, Sorry).
func (c *Coach) Zombies(text string) []int {
	for _, l := range c.languages() {
		if d := l.cut(text); l.speaks(d) {
			return l.zombies(d)
		}
	}
	return nil
}

// Dismissal is how a file remembers that a person dismissed a finding of the text under a key: the key, the rule, and a
// digest of the sentence, so that it ends when the sentence changes.
func Dismissal(key string, f Finding) string { return key + ":" + f.Mark }

// Without returns the findings that were not dismissed for the text under a key.
func Without(fs []Finding, key string, dismissed []string) []Finding {
	return slices.DeleteFunc(slices.Clone(fs), func(f Finding) bool { return slices.Contains(dismissed, Dismissal(key, f)) })
}

// digest is of the letters and figures of a sentence alone: a line break, a capital letter or a curly apostrophe more makes no
// other sentence.
func (d *document) digest(s sentence) string {
	h := fnv.New32a()
	for _, r := range d.text[s.start:s.end] {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			h.Write([]byte(string(unicode.ToLower(r))))
		}
	}
	sum := h.Sum32()
	return hex.EncodeToString([]byte{byte(sum >> 8), byte(sum)})
}

// sorted puts findings in the order of the text, what is missing last.
func sorted(fs []Finding) []Finding {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		if none := cmp.Compare(b2i(a.Span.End == 0), b2i(b.Span.End == 0)); none != 0 {
			return none
		}
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Level, a.Level), cmp.Compare(a.Span.End, b.Span.End))
	})
	return fs
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
