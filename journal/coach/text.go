package coach

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Rule of this file: a text is cut into sentences and words the way a reader would, whatever its lines look like. Offsets
// are bytes of the text as it was given.

// token is a word, a part of a contraction (did, not), or one mark of punctuation.
type token struct {
	start, end int
	word       int32 // its number in the language's vocabulary; 0 for a word that is not in it
	tags       tags
	quoted     bool // inside quotation marks: somebody else's words, or words of another day
}

// sentence is a run of tokens: those from first up to, not with, last.
type sentence struct {
	first, last int
	start, end  int // bytes, without the space around it
}

// document is a text, cut up.
type document struct {
	text      string
	tokens    []token
	sentences []sentence
}

// cut reads a text with the vocabulary of a language.
func (l *language) cut(text string) *document {
	c := cutter{l: l, d: &document{text: text}, opened: -1}
	c.d.tokens = make([]token, 0, len(text)/4)
	seen := 0
	for it := words.FromString(text); it.Next(); {
		c.segment(it.Value(), seen)
		seen = it.End()
	}
	c.endSentence()
	c.quote(len(c.d.tokens))
	c.d.unquoteWhole()
	return c.d
}

type cutter struct {
	l         *language
	d         *document
	first     int  // the token that begins the sentence
	ending    bool // a mark that ends sentences has come
	dots      bool // three periods have come, which end one only before a capital letter
	spaced    bool // space has come after it
	opened    int  // the token that opened a quotation, or -1
	lineStart int  // byte
	newlines  int
	lineEnd   int // byte where the last line ended
}

func (c *cutter) segment(s string, at int) {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
		c.spaced = true
		if c.newlines++; c.newlines == 1 {
			c.lineEnd = at
		}
		return
	case unicode.IsSpace(r):
		c.spaced = true
		return
	}
	if c.newlines > 0 {
		c.line(s, at)
	}
	switch {
	case r == '_' || r == '*': // emphasis in Markdown
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		c.word(s, at)
	default:
		for i := 0; i < len(s); {
			r, size := utf8.DecodeRuneInString(s[i:])
			c.mark(r, at+i, size)
			i += size
		}
	}
	c.spaced = false
}

// line decides what a line break is: a new paragraph, a new line of a list or a chat, or a line that was only too long.
func (c *cutter) line(next string, at int) {
	n := c.newlines
	c.newlines = 0
	length := c.lineEnd - c.lineStart
	c.lineStart = at
	r, _ := utf8.DecodeRuneInString(next)
	const wrapped = 45 // bytes: hardly anybody wraps narrower, and greetings and chat lines are shorter
	switch {
	case n > 1, r == '-' || r == '•' || r == '>', !unicode.IsLower(r) && length < wrapped:
		c.endSentence()
		if n > 1 {
			c.quote(len(c.d.tokens)) // a quotation that was never closed ends with its paragraph
		}
	}
}

func (c *cutter) word(s string, at int) {
	r, _ := utf8.DecodeRuneInString(s)
	if c.dots && c.spaced && unicode.IsUpper(r) && s != "I" {
		c.endSentence()
	}
	c.dots = false
	if c.ending && c.spaced {
		if !c.closedQuote() || !unicode.IsLower(r) { // “Really?” she said
			c.endSentence()
		}
		c.ending = false
	}
	c.l.words(s, func(part string, from, to int) {
		t := token{start: at + from, end: at + to}
		t.word, t.tags = c.l.look(part, s[from:to], len(c.d.tokens) == c.first)
		c.d.tokens = append(c.d.tokens, t)
	})
}

func (c *cutter) mark(r rune, at, size int) {
	if c.ending && c.spaced && r != '"' && r != '”' && r != ')' && r != '.' {
		c.endSentence()
		c.ending = false
	}
	if r == '-' && !c.spaced { // co-worker
		return
	}
	if r == '–' || r == '‒' {
		r = '—'
	}
	switch r {
	case '.':
		if !c.spaced && c.isShort() {
			return
		}
		c.ending = true
	case '!', '?', '。', '！', '？':
		c.ending = true
	case '…':
		c.ending, c.dots = false, true
	}
	t := token{start: at, end: at + size, word: c.l.vocabulary[string(normalMark(r))]}
	t.tags = c.l.known[t.word] | tagMark
	if r == '.' && c.isEllipsis() {
		c.ending, c.dots = false, true // sorry ... i guess
	}
	n := len(c.d.tokens)
	c.d.tokens = append(c.d.tokens, t)
	switch {
	case r == '"' && c.opened < 0 || r == '“' || r == '„' || r == '«':
		if c.ending && c.spaced {
			c.endSentence()
			c.ending = false
		}
		c.opened = n
	case (r == '"' || r == '”' || r == '»') && c.opened >= 0:
		c.quote(n)
	}
}

// normalMark gives marks that mean the same one form.
func normalMark(r rune) rune {
	switch r {
	case '“', '”', '„', '«', '»':
		return '"'
	case '。':
		return '.'
	case '！':
		return '!'
	case '？':
		return '?'
	}
	return r
}

// isShort reports whether the word before a period is an abbreviation or an initial.
func (c *cutter) isShort() bool {
	n := len(c.d.tokens)
	if n == c.first {
		return false
	}
	t := c.d.tokens[n-1]
	s := c.d.text[t.start:t.end]
	if len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z' && s != "I" {
		return true
	}
	return t.tags&c.l.class["short"] != 0
}

func (c *cutter) isEllipsis() bool {
	n := len(c.d.tokens)
	return n > c.first && c.d.text[c.d.tokens[n-1].start:c.d.tokens[n-1].end] == "."
}

// closedQuote reports whether the last token closed a quotation.
func (c *cutter) closedQuote() bool {
	n := len(c.d.tokens)
	if n == 0 {
		return false
	}
	s := c.d.text[c.d.tokens[n-1].start:c.d.tokens[n-1].end]
	return s == `"` || s == "”" || s == "»"
}

// quote ends a quotation before token n.
func (c *cutter) quote(n int) {
	if c.opened < 0 {
		return
	}
	for i := c.opened; i < n; i++ {
		c.d.tokens[i].quoted = true
	}
	c.opened = -1
}

func (c *cutter) endSentence() {
	n := len(c.d.tokens)
	c.ending = false
	if n == c.first {
		return
	}
	c.d.sentences = append(c.d.sentences, sentence{c.first, n, c.d.tokens[c.first].start, c.d.tokens[n-1].end})
	c.first = n
}

// unquoteWhole takes the marks off a text that stands in quotation marks as a whole: then they say nothing.
func (d *document) unquoteWhole() {
	quoted := 0
	for _, t := range d.tokens {
		if t.quoted {
			quoted++
		}
	}
	if quoted*5 < len(d.tokens)*4 {
		return
	}
	for i := range d.tokens {
		d.tokens[i].quoted = false
	}
}

// lower writes a word in small letters and with a plain apostrophe.
func lower(s string) string {
	if strings.Contains(s, "’") {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return strings.ToLower(s)
}
