package cli

import (
	"strings"

	"bounceback/ui/config"
)

// editor returns the command of the person's editor: the configuration's, $VISUAL, $EDITOR, or what every system has.
func (p *program) editor(c config.Config) []string {
	for _, command := range []string{c.Editor, p.Env.Getenv("VISUAL"), p.Env.Getenv("EDITOR")} {
		if words := splitWords(command, p.GOOS != "windows"); len(words) > 0 {
			return words
		}
	}
	if p.GOOS == "windows" {
		return []string{"notepad"}
	}
	return []string{"vi"}
}

// splitWords cuts a command into its words as a shell does: spaces separate, quotes of either kind keep together, and with
// escapes a backslash keeps the character behind it. On Windows a backslash separates folders and keeps nothing. Variables
// and patterns mean nothing. A quote that is not closed reaches to the end.
func splitWords(command string, escapes bool) []string {
	var words []string
	var word strings.Builder
	in := false // a word has begun, if only with a quote
	var quote rune
	escaped := false
	for _, r := range command {
		switch {
		case escaped:
			word.WriteRune(r)
			escaped = false
		case escapes && r == '\\' && quote != '\'':
			in, escaped = true, true
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '"' || r == '\'':
			in, quote = true, r
		case r == ' ' || r == '\t' || r == '\n':
			if in {
				words = append(words, word.String())
			}
			word.Reset()
			in = false
		default:
			in = true
			word.WriteRune(r)
		}
	}
	if in {
		words = append(words, word.String())
	}
	return words
}
