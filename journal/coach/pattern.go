package coach

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A pattern is what a rule looks for in one sentence: words, not letters, so that line breaks, capitals and curly
// apostrophes make no difference. It is written like this, its parts with spaces between them:
//
//	sorry          the word
//	sorry|afraid   one of them; no_one is two words
//	<be>           a word of that class: see the classes of the language
//	,              that mark of punctuation
//	part?          the part may be absent
//	!part          the next word is not that; it stays the next one
//	~3             up to three words, whatever they are, within marks of punctuation
//	~~8            up to eight words, over commas and their like
//	^              the beginning of the sentence
//	^^             the beginning of a clause: of the sentence, or after a mark or a conjunction
//	$              the end of the sentence
//	{ … }          what is underlined, when it isn't all of it
//
// Contractions are two words: didn't is did not, I'm is I am.
type pattern struct {
	owner  int32 // what it belongs to: see scanner
	source string
	parts  []part
}

type partKind uint8

const (
	oneWord partKind = iota
	gap
	sentenceStart
	clauseStart
	sentenceEnd
	spanStart
	spanEnd
)

type part struct {
	kind   partKind
	words  []int32
	tags   tags
	not    bool
	maybe  bool
	most   int  // of a gap, in words
	across bool // a gap over commas
}

// tags are the classes that a word is in, a bit for each.
type tags uint64

// tagMark is the class of all punctuation. The others are given out by the language.
const tagMark tags = 1

// compile reads a pattern. Where one of several is more than one word, it comes out as several patterns. It panics on a
// mistake in it, which the tests find.
func (l *language) compile(owner int32, source string) []pattern {
	fields := strings.Fields(source)
	for i, s := range fields {
		if !strings.Contains(s, "_") {
			continue
		}
		var out []pattern
		for _, variant := range variants(s) {
			out = append(out, l.compile(owner, strings.Join(slices.Concat(fields[:i], []string{variant}, fields[i+1:]), " "))...)
		}
		return out
	}
	p := pattern{owner: owner, source: source}
	for _, s := range fields {
		p.parts = append(p.parts, l.part(s, source))
	}
	return []pattern{p}
}

// variants parts the words of a part from those of its alternatives that are several words.
func variants(s string) []string {
	s, maybe := strings.CutSuffix(s, "?")
	var single, out []string
	for _, one := range strings.Split(s, "|") {
		if !strings.Contains(one, "_") {
			single = append(single, one)
			continue
		}
		out = append(out, strings.ReplaceAll(one, "_", " "))
	}
	if len(single) > 0 {
		out = append(out, strings.Join(single, "|"))
	}
	if maybe {
		out = append(out, "")
	}
	return out
}

func (l *language) part(s, source string) part {
	switch s {
	case "^":
		return part{kind: sentenceStart}
	case "^^":
		return part{kind: clauseStart}
	case "$":
		return part{kind: sentenceEnd}
	case "{":
		return part{kind: spanStart}
	case "}":
		return part{kind: spanEnd}
	}
	if rest, ok := strings.CutPrefix(s, "~"); ok {
		rest, across := strings.CutPrefix(rest, "~")
		n, err := strconv.Atoi(rest)
		if err != nil {
			panic(fmt.Sprintf("coach: %q has no number in %q", source, s))
		}
		return part{kind: gap, most: n, across: across}
	}
	var p part
	if len(s) > 1 { // an exclamation mark alone is one
		s, p.not = strings.CutPrefix(s, "!")
	}
	if len(s) > 1 {
		s, p.maybe = strings.CutSuffix(s, "?")
	}
	for _, one := range strings.Split(s, "|") {
		if class, ok := strings.CutPrefix(one, "<"); ok {
			bit, ok := l.class[strings.TrimSuffix(class, ">")]
			if !ok {
				panic(fmt.Sprintf("coach: no class %s in %q", one, source))
			}
			p.tags |= bit
			continue
		}
		if one == "" {
			panic(fmt.Sprintf("coach: an empty word in %q", source))
		}
		p.words = append(p.words, l.number(one))
	}
	return p
}

// takes reports whether a token is what a part wants.
func (p *part) takes(t *token) bool {
	if t.tags&p.tags != 0 {
		return true
	}
	for _, w := range p.words {
		if w == t.word {
			return true
		}
	}
	return false
}

// patterns are many patterns, found by the word that they begin with.
type patterns struct {
	all     []pattern
	byWord  [][]int32 // by the number of the word
	byClass []byClass
}

type byClass struct {
	tags tags
	all  []int32
}

// index sorts the patterns by what they can begin with.
func (l *language) index(all []pattern) *patterns {
	ps := &patterns{all: all, byWord: make([][]int32, len(l.vocabulary)+1)}
	byTags := map[tags]int{}
	for i, p := range all {
		classes := tags(0)
		for _, part := range p.parts {
			if part.kind == gap {
				panic(fmt.Sprintf("coach: %q begins with a gap", p.source))
			}
			if part.kind != oneWord || part.not {
				continue
			}
			classes |= part.tags
			for _, w := range part.words {
				ps.byWord[w] = append(ps.byWord[w], int32(i))
			}
			if !part.maybe {
				break
			}
		}
		if classes == 0 {
			continue
		}
		at, ok := byTags[classes]
		if !ok {
			at = len(ps.byClass)
			byTags[classes] = at
			ps.byClass = append(ps.byClass, byClass{tags: classes})
		}
		ps.byClass[at].all = append(ps.byClass[at].all, int32(i))
	}
	return ps
}

// match is where a pattern was found: tokens from first up to, not with, last, of which those of the span are meant.
type match struct {
	owner              int32
	sentence           int
	first, last        int
	spanFirst, spanEnd int
}

// find looks for all patterns in all sentences, and calls found for each place. Quoted words begin no match.
func (ps *patterns) find(l *language, d *document, found func(match)) {
	m := matcher{l: l, d: d}
	for n := range d.sentences {
		m.s = d.sentences[n]
		for i := m.s.first; i < m.s.last; i++ {
			t := &d.tokens[i]
			if t.quoted {
				continue
			}
			if t.word != 0 {
				for _, p := range ps.byWord[t.word] {
					m.try(&ps.all[p], n, i, found)
				}
			}
			for _, c := range ps.byClass {
				if t.tags&c.tags == 0 {
					continue
				}
				for _, p := range c.all {
					if t.word == 0 || !ps.all[p].beginsWith(t.word) {
						m.try(&ps.all[p], n, i, found)
					}
				}
			}
		}
	}
}

// beginsWith reports whether the index has the pattern under this word already.
func (p *pattern) beginsWith(word int32) bool {
	for _, part := range p.parts {
		if part.kind != oneWord || part.not {
			continue
		}
		for _, w := range part.words {
			if w == word {
				return true
			}
		}
		if !part.maybe {
			return false
		}
	}
	return false
}

type matcher struct {
	l         *language
	d         *document
	s         sentence
	spanFirst int
	spanEnd   int
}

func (m *matcher) try(p *pattern, n, i int, found func(match)) {
	m.spanFirst, m.spanEnd = math.MaxInt, math.MaxInt
	last, ok := m.walk(p.parts, i)
	if !ok {
		return
	}
	from, to := min(m.spanFirst, last), min(m.spanEnd, last)
	if m.spanFirst == math.MaxInt {
		from = i
	}
	if from >= to {
		from, to = i, last
	}
	found(match{p.owner, n, i, last, from, to})
}

// walk matches the parts from token i on, and returns the token after them.
func (m *matcher) walk(parts []part, i int) (int, bool) {
	for n := range parts {
		p := &parts[n]
		switch p.kind {
		case sentenceStart:
			if !m.atStart(i) {
				return 0, false
			}
		case clauseStart:
			if !m.atClause(i) {
				return 0, false
			}
		case sentenceEnd:
			if !m.atEnd(i) {
				return 0, false
			}
		case spanStart:
			m.spanFirst = i
		case spanEnd:
			m.spanEnd = i
		case gap:
			return m.over(p, parts[n+1:], i)
		default:
			here := i < m.s.last && p.takes(&m.d.tokens[i])
			switch {
			case p.not:
				if here {
					return 0, false
				}
			case p.maybe:
				if here {
					if last, ok := m.walk(parts[n+1:], i+1); ok {
						return last, true
					}
				}
			case !here:
				return 0, false
			default:
				i++
			}
		}
	}
	return i, true
}

// over goes on after as few words as possible. Marks are counted as well, twice as many: a row of them is no way around.
func (m *matcher) over(p *part, rest []part, i int) (int, bool) {
	words := 0
	for from := i; i-from <= 3*p.most; i++ {
		if last, ok := m.walk(rest, i); ok {
			return last, true
		}
		if i >= m.s.last {
			return 0, false
		}
		if m.d.tokens[i].tags&tagMark != 0 {
			if !p.across {
				return 0, false
			}
			continue
		}
		if words++; words > p.most {
			return 0, false
		}
	}
	return 0, false
}

// atStart passes over marks: “- sorry”.
func (m *matcher) atStart(i int) bool {
	for i--; i >= m.s.first; i-- {
		if m.d.tokens[i].tags&tagMark == 0 {
			return false
		}
	}
	return true
}

func (m *matcher) atClause(i int) bool {
	if m.atStart(i) {
		return true
	}
	return m.d.tokens[i-1].tags&(tagMark|m.l.class["conj"]) != 0
}

func (m *matcher) atEnd(i int) bool {
	return i >= m.s.last || m.d.tokens[i].tags&m.l.class["end"] != 0
}
