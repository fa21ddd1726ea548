package coach

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// language is all that the coach knows of one language. Another one stands beside English as a value of this type, in a file
// of its own; everything else is the same for all.
type language struct {
	name string
	// vocabulary numbers the words that the rules speak of, from 1.
	vocabulary map[string]int32
	class      map[string]tags
	known      []tags // of the words of the vocabulary, by their number
	// split gives the words of a contraction with their places in it, or nil.
	split map[string][]piece
	// guess gives the classes of a word that may not be in the vocabulary, by its form.
	guess func(l *language, word string) tags
	// everyday are words of which any text of some length has several; nothing is said about a text that hasn't.
	everyday tags
	rules    []Rule
	sets     [fieldCount]*set
	// weights are those of the balance of a field: see balance.go.
	weights    [fieldCount][]feature
	components []component
	ghost      *patterns
}

// piece is one word of a contraction: its letters run up to this byte of it.
type piece struct {
	word string
	to   int
}

// number gives a word a number, a new one if need be.
func (l *language) number(word string) int32 {
	n, ok := l.vocabulary[word]
	if !ok {
		n = int32(len(l.known))
		l.vocabulary[word] = n
		l.known = append(l.known, 0)
		r, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			l.known[n] = tagMark
		}
		l.known[n] |= l.guess(l, word)
	}
	return n
}

// words calls yield for the one word that s is, or for those of the contraction.
func (l *language) words(s string, yield func(word string, from, to int)) {
	low := lower(s)
	pieces, ok := l.split[low]
	if !ok {
		if stem, found := strings.CutSuffix(low, "'s"); found && stem != "" { // Dana's
			end := strings.LastIndexAny(s, "'’")
			yield(stem, 0, end)
			yield("'s", end, len(s))
			return
		}
		yield(low, 0, len(s))
		return
	}
	// Where a piece ends is known in small letters; in the text they may take more bytes, and the apostrophe may be a curly one.
	ends := make([]int, 0, len(low)+1)
	for at, r := range s {
		for range len(lower(string(r))) {
			ends = append(ends, at)
		}
	}
	ends = append(ends, len(s))
	from := 0
	for _, p := range pieces {
		to := ends[min(p.to, len(ends)-1)]
		yield(p.word, from, to)
		from = to
	}
}

// look finds a word's number and classes. written is as it stands in the text.
func (l *language) look(word, written string, first bool) (int32, tags) {
	n := l.vocabulary[word]
	t := l.known[n]
	if n == 0 {
		t = l.guess(l, word)
	}
	r, _ := utf8.DecodeRuneInString(written)
	if unicode.IsUpper(r) {
		switch {
		case n == 0 && (!first || t == 0):
			t |= l.class["name"]
		case !first && n != 0 && t&^l.class["name"] == 0:
			t |= l.class["name"]
		}
	}
	return n, t
}
