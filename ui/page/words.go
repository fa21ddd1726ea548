package page

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// IfThen returns a lesson's cue and plan as one sentence, "If I am about to press enter, then I ask first.", on one line
// and not cleaned for a screen. The plan may leave out its "I", as the question "… then I …" does. When cue or plan is
// missing, so is its half; without both it is "".
func IfThen(cue, plan string) string {
	cue = within(bare(cue, "if "))
	plan = then(bare(plan, "then "))
	switch {
	case cue == "" && plan == "":
		return ""
	case plan == "":
		return "If " + cue + ", …"
	case cue == "":
		return upper(plan) + "."
	}
	return "If " + cue + ", then " + plan + "."
}

// bare takes away what the sentence brings itself: the word it begins with and the stop at its end.
func bare(s, word string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > len(word) && strings.EqualFold(s[:len(word)], word) {
		s = s[len(word):]
	}
	return strings.TrimRight(s, ".,… ")
}

// kind of word that a clause begins with.
type opening int

const (
	other   opening = iota // a name, a noun, a verb nobody thought of
	subject                // the clause says who
	verb                   // the clause leaves out "I"
)

// first tells what a clause begins with. In doubt a capital letter begins a name.
func first(clause string) opening {
	word, _, _ := strings.Cut(clause, " ")
	switch strings.ToLower(word) {
	case "i", "we", "you", "he", "she", "they", "it", "there", "this", "that", "someone", "somebody", "anyone", "anybody",
		"nobody", "everyone", "everybody", "another", "the", "a", "an", "my", "our", "your", "his", "her", "their", "no",
		"one", "two", "both", "all", "each", "when", "before", "after", "while", "if", "in", "on", "at", "as":
		return subject
	case "ask", "take", "wait", "stop", "check", "read", "write", "tell", "call", "count", "look", "do", "don't", "say",
		"go", "get", "put", "make", "let", "leave", "name", "set", "send", "sleep", "breathe", "show", "keep", "open":
		return verb
	}
	if r, _ := utf8.DecodeRuneInString(word); unicode.IsLower(r) {
		return verb
	}
	return other
}

// myself reports whether a word is "I", "I'll", "I’m" and the like, which keep their capital.
func myself(word string) bool {
	return word == "I" || strings.HasPrefix(word, "I'") || strings.HasPrefix(word, "I’")
}

// within is a clause within a sentence: its first word is small unless it may be a name.
func within(clause string) string {
	if word, _, _ := strings.Cut(clause, " "); first(clause) == other || myself(word) {
		return clause
	}
	r, n := utf8.DecodeRuneInString(clause)
	return string(unicode.ToLower(r)) + clause[n:]
}

// then is the plan's half of the sentence.
func then(plan string) string {
	if plan != "" && first(plan) == verb {
		return "I " + within(plan)
	}
	return within(plan)
}

func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// Plain returns a page of this package without its marks: what to show until it is rendered.
func Plain(markdown string) string {
	var b strings.Builder
	b.Grow(len(markdown))
	for line := range strings.SplitSeq(markdown, "\n") {
		if line = strings.TrimRight(line, " "); line+"\n\n" == rule {
			line = ""
		}
		if t := strings.TrimLeft(line, "#"); t != line && strings.HasPrefix(t, " ") {
			line = t[1:]
		}
		if t, ok := strings.CutPrefix(line, ">"); ok {
			line = strings.TrimPrefix(t, " ")
		}
		for i := 0; i < len(line); i++ {
			switch c := line[i]; {
			case c == '*':
			case c == '\\' && i+1 < len(line):
				i++
				b.WriteByte(line[i])
			default:
				b.WriteByte(c)
			}
		}
		b.WriteByte('\n')
	}
	return html.UnescapeString(b.String())
}
