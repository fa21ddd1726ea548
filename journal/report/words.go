package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bounceback/journal"
)

// The words of a document that are not the person's.

// purpose says what an action is for.
func purpose(k journal.ActionKind) string {
	switch k {
	case journal.Repair:
		return "puts it right"
	case journal.Prevent:
		return "prevents it"
	case journal.Detect:
		return "notices it sooner"
	case journal.Limit:
		return "limits the harm"
	}
	return string(k)
}

// strength says how well an action holds, after the hierarchy of RCA².
func strength(s journal.Strength) string {
	switch s {
	case journal.Strong:
		return "strong (impossible or automatic)"
	case journal.Medium:
		return "medium (a checklist or a second person)"
	case journal.Weak:
		return "weak (a reminder or training)"
	}
	return string(s)
}

// deadline is when an action was finished, or else when it is due.
func deadline(a journal.Action) string {
	if !a.Finished.IsZero() {
		return "finished " + a.Finished.DayWords()
	}
	return said("due ", a.Due.DayWords())
}

// said is words before a text, and nothing before nothing.
func said(words, text string) string {
	if text == "" {
		return ""
	}
	return words + text
}

// upper begins a text with a capital letter.
func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

func sentence(words, text string) string {
	if text == "" {
		return ""
	}
	return words + text + "."
}

func parens(s string) string {
	if s == "" {
		return ""
	}
	return "(" + s + ")"
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// dots joins what is not empty, "a · b".
func dots(parts ...string) string { return joined(" · ", parts...) }

func joined(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}

// and is a list in words: "Sam, Dana, and Priya".
func and(list []string) string { return conjoined(list, "and") }

func conjoined(list []string, word string) string {
	switch n := len(list); n {
	case 0, 1:
		return strings.Join(list, "")
	case 2:
		return list[0] + " " + word + " " + list[1]
	default:
		return strings.Join(list[:n-1], ", ") + ", " + word + " " + list[n-1]
	}
}
