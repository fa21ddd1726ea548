package coach

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Rule of this file: patterns only find; what a finding weighs is decided by the judge of the field, which sees them all.

// trait is something about a text that rules want to know and that is no finding by itself: that somebody says sorry in it.
type trait struct {
	name   string
	fields []Field
	find   []string
	unless []string
}

// set is all that is looked for in one field.
type set struct {
	things   []thing
	patterns *patterns
	small    []string // the feature that a small word is, by the number of the word
}

// thing is a rule or a trait of a set. Its patterns have the owner 4*index; those that excuse it, and the weak ones, one and two
// more.
type thing struct {
	rule  *Rule
	trait string
}

// hit is a rule that was found in a sentence.
type hit struct {
	rule *Rule
	weak bool // by a pattern that means something only beside others
	match
}

// reading is a text with all that was found in it.
type reading struct {
	l      *language
	d      *document
	field  Field
	hits   []hit // in the order of the text, each rule once a sentence
	traits map[string][]match
	within map[string][]bool      // see sentencesWith
	off    func(rule string) bool // rules that are not asked
}

// build compiles the rules and traits of each field.
func (l *language) build(rules []Rule, traits []trait, small func(Field) string) {
	var sets [fieldCount]set
	var all [fieldCount][]pattern
	add := func(f Field, t thing, find, unless, weak []string) {
		owner := int32(4 * len(sets[f].things))
		sets[f].things = append(sets[f].things, t)
		for _, p := range find {
			all[f] = append(all[f], l.compile(owner, p)...)
		}
		for _, p := range unless {
			all[f] = append(all[f], l.compile(owner+1, p)...)
		}
		for _, p := range weak {
			all[f] = append(all[f], l.compile(owner+2, p)...)
		}
	}
	for i := range rules {
		for _, f := range rules[i].Fields {
			add(f, thing{rule: &rules[i]}, rules[i].find, rules[i].unless, rules[i].weak)
		}
	}
	for _, t := range traits {
		for _, f := range t.fields {
			add(f, thing{trait: t.name}, t.find, t.unless, nil)
		}
	}
	l.rules = rules
	for f := range sets { // all have to be numbered before any is looked up
		for _, w := range strings.FieldsFunc(small(Field(f)), func(r rune) bool { return r == ' ' || r == '|' }) {
			l.number(w)
		}
	}
	for f := range sets {
		sets[f].small = make([]string, len(l.known))
		for _, words := range strings.Fields(small(Field(f))) {
			for _, w := range strings.Split(words, "|") {
				sets[f].small[l.number(w)] = "word " + words
			}
		}
		sets[f].patterns = l.index(all[f])
		l.sets[f] = &sets[f]
	}
	var ghost []pattern // a verb without a doer: where “by zombies” fits after it
	for _, r := range rules {
		if r.ID == "passive" {
			for _, p := range r.find {
				ghost = append(ghost, l.compile(0, p)...)
			}
		}
	}
	l.ghost = l.index(ghost)
}

// read finds everything in a text, but for the rules that are off.
func (l *language) read(f Field, d *document, off func(rule string) bool) *reading {
	s := l.sets[f]
	r := &reading{l: l, d: d, field: f, off: off, traits: map[string][]match{}, within: map[string][]bool{}}
	excused := map[[2]int]bool{} // by thing and sentence
	var found []match
	s.patterns.find(l, d, func(m match) {
		if m.owner%4 == 1 {
			excused[[2]int{int(m.owner / 4), m.sentence}] = true
			return
		}
		found = append(found, m)
	})
	seen := map[[2]int]int{}
	slices.SortStableFunc(found, func(a, b match) int { return cmp.Compare(a.owner%4, b.owner%4) })
	for _, m := range found {
		key := [2]int{int(m.owner / 4), m.sentence}
		t := s.things[m.owner/4]
		switch {
		case excused[key] || t.rule != nil && off(t.rule.ID):
		case t.rule == nil:
			r.traits[t.trait] = append(r.traits[t.trait], m)
		default:
			if at, ok := seen[key]; ok {
				if old := &r.hits[at]; old.weak == (m.owner%4 == 2) && m.first == old.first && m.last > old.last { // the longest of those that begin there
					old.match = m
				}
				continue
			}
			seen[key] = len(r.hits)
			r.hits = append(r.hits, hit{t.rule, m.owner%4 == 2, m})
		}
	}
	r.hits = slices.DeleteFunc(r.hits, r.reported)
	return r
}

// reported reports whether a hit stands in what the person tells that they said.
func (r *reading) reported(h hit) bool {
	return h.rule.notReported && slices.ContainsFunc(r.traits["reports"], func(m match) bool {
		return m.sentence == h.sentence && m.last <= h.first
	})
}

func (r *reading) has(trait string) bool { return len(r.traits[trait]) > 0 }

// in reports whether a trait is in a sentence.
func (r *reading) in(sentence int, trait string) bool {
	in := r.sentencesWith(trait)
	return in != nil && in[sentence]
}

// sentencesWith says of each sentence whether it has a trait; nil where none has.
func (r *reading) sentencesWith(trait string) []bool {
	if in, ok := r.within[trait]; ok || len(r.traits[trait]) == 0 {
		return in
	}
	in := make([]bool, len(r.d.sentences))
	for _, m := range r.traits[trait] {
		in[m.sentence] = true
	}
	r.within[trait] = in
	return in
}

// span is the bytes of a match that are meant.
func (r *reading) span(m match) Span {
	return Span{r.d.tokens[m.spanFirst].start, r.d.tokens[m.spanEnd-1].end}
}

// finding makes a hit a finding of a level.
func (r *reading) finding(h hit, level Level) Finding {
	return Finding{Rule: h.rule.ID, Level: level, Span: r.span(h.match), Why: h.rule.Why, Try: h.rule.Try, Source: h.rule.Source,
		Mark: h.rule.ID + ":" + r.d.digest(r.d.sentences[h.sentence])}
}

// missing is a finding about what isn't there. The first sentence stands for the text.
func (r *reading) missing(id string) Finding {
	at := slices.IndexFunc(r.l.rules, func(r Rule) bool { return r.ID == id })
	if at < 0 {
		panic(fmt.Sprintf("coach: no rule %q", id))
	}
	rule := &r.l.rules[at]
	f := Finding{Rule: id, Level: rule.Level, Why: rule.Why, Try: rule.Try, Source: rule.Source, About: rule.about, Mark: id}
	if len(r.d.sentences) > 0 {
		f.Mark += ":" + r.d.digest(r.d.sentences[0])
	}
	return f
}

// add appends a finding about what isn't there, unless its rule is off.
func (r *reading) add(fs []Finding, id string) []Finding {
	if r.off(id) {
		return fs
	}
	return append(fs, r.missing(id))
}

func (l *language) check(f Field, d *document, off func(rule string) bool) Report {
	r := l.read(f, d, off)
	rep := Report{Findings: sorted(onePerSentence(r.judge(), d))}
	if f == Apology {
		rep.Components = r.components()
	}
	return rep
}

func (r *reading) judge() []Finding {
	switch r.field {
	case Account:
		return r.judgeAccount()
	case Apology:
		return r.judgeApology()
	case Analysis, Factor:
		return r.judgeAnalysis()
	case Action:
		return r.judgeAction()
	case Lesson, Cue, Plan, Takeaway:
		return r.judgeLesson()
	}
	return r.judgePlain()
}

// onePerSentence keeps the weightiest remark on each sentence: two on the same words are one too many.
func onePerSentence(fs []Finding, d *document) []Finding {
	best := map[int]int{}
	at := func(f Finding) int {
		n, _ := slices.BinarySearchFunc(d.sentences, f.Span.Start, func(s sentence, start int) int { return cmp.Compare(s.end, start+1) })
		if f.Span.End == 0 || n == len(d.sentences) {
			return -1
		}
		return n
	}
	for i, f := range fs {
		n := at(f)
		if n < 0 || f.Level == Praise {
			continue
		}
		if old, ok := best[n]; !ok || f.Level > fs[old].Level {
			best[n] = i
		}
	}
	var out []Finding
	for i, f := range fs {
		if n := at(f); n < 0 || f.Level == Praise || best[n] == i {
			out = append(out, f)
		}
	}
	return out
}

// speaks reports whether the text is in this language: whether enough of its words are everyday words of the language, and
// hardly any are those of another. Of a short text half the words have to be known at least.
func (l *language) speaks(d *document) bool {
	words, everyday, known, foreign := 0, 0, 0, 0
	for _, t := range d.tokens {
		if t.tags&tagMark != 0 {
			continue
		}
		words++
		everyday += b2i(t.tags&l.everyday != 0)
		known += b2i(t.word != 0 || t.tags&^(l.class["name"]|l.class["number"]) != 0)
		foreign += b2i(t.tags&l.class["foreign"] != 0)
	}
	const short = 15
	switch {
	case words == 0 || foreign*2 > everyday && foreign*5 > words:
		return false
	case words < short:
		return foreign == 0 && (everyday > 0 || known*2 >= words)
	}
	return everyday*5 >= words
}

func (l *language) zombies(d *document) []int {
	var out []int
	l.ghost.find(l, d, func(m match) {
		if !l.named(d, m) {
			out = append(out, d.tokens[m.spanEnd-1].end)
		}
	})
	slices.Sort(out)
	return slices.Compact(out)
}

// named reports whether the clause goes on with “by” and whoever did it; “by Friday” is nobody.
func (l *language) named(d *document, m match) bool {
	for i := m.last; i < d.sentences[m.sentence].last; i++ {
		t := d.tokens[i]
		if t.tags&tagMark != 0 {
			return false
		}
		if d.text[t.start:t.end] == "by" && i+1 < d.sentences[m.sentence].last && d.tokens[i+1].tags&(l.class["time"]|l.class["number"]|l.class["ing"]) == 0 {
			return true
		}
	}
	return false
}
