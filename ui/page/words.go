package page

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// IfThen returns a lesson's cue and plan as one sentence, "If I am about to press enter, then I ask first.", on one line
// and not cleaned for a screen. When one of them is missing, so is its half; without both it is "".
func IfThen(cue, plan string) string {
	cue = bare(cue, "if ")
	plan = bare(plan, "then ")
	switch {
	case cue == "" && plan == "":
		return ""
	case plan == "":
		return "If " + cue + ", …"
	case cue == "":
		return upper(plan) + "."
	}
	return "If " + lower(cue) + ", then " + lower(plan) + "."
}

// bare takes away what the sentence brings itself: the word it begins with and the stop at its end.
func bare(s, word string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > len(word) && strings.EqualFold(s[:len(word)], word) {
		s = s[len(word):]
	}
	return strings.TrimRight(s, ".,… ")
}

// lower begins a word within a sentence: "Ask first" becomes "ask first", while "I ask", "NASA" and "Dana" in a single
// word's doubt stay; a name can't be told from a beginning, so only common first words change.
func lower(s string) string {
	first, _, _ := strings.Cut(s, " ")
	switch first {
	case "When", "Someone", "Somebody", "The", "A", "An", "My", "We", "It", "There", "Ask", "Take", "Wait", "Stop", "Check",
		"Read", "Write", "Tell", "Call", "Count", "Look", "Do", "Say", "Before", "After", "Another", "Anyone":
		r, n := utf8.DecodeRuneInString(s)
		return string(unicode.ToLower(r)) + s[n:]
	}
	return s
}

func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// Plain returns a page of this package without its marks: what to show until it is rendered.
func Plain(markdown string) string {
	var b strings.Builder
	b.Grow(len(markdown))
	for line := range strings.SplitSeq(markdown, "\n") {
		line = strings.TrimRight(line, " ")
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
