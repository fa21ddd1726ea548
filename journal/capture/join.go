package capture

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Join puts the arguments of a shell command together as one text for [Parse]. The shell has taken away the quotes of
// @"Dana Smith" and when:"last friday"; an argument that is such a token with spaces in it gets them again. A single
// argument is a text that was quoted as a whole, and stays as it is.
func Join(args []string) string {
	if len(args) == 1 {
		return args[0]
	}
	out := make([]string, len(args))
	for i, a := range args {
		out[i] = requote(a)
	}
	return strings.Join(out, " ")
}

func requote(arg string) string {
	const longestName = 4 // words; more are a sentence that begins with a name
	words := len(strings.Fields(arg))
	if words < 2 || strings.ContainsAny(arg, "\"“”\r\n") {
		return arg
	}
	sign := 1
	if hasPrefixFold(arg, "when:") {
		sign = len("when:")
	} else if first, _ := utf8.DecodeRuneInString(arg[1:]); arg[0] != '@' && arg[0] != '+' || !unicode.IsLetter(first) || words > longestName {
		return arg
	}
	return arg[:sign] + `"` + arg[sign:] + `"`
}
