package config

import (
	"errors"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// Rule of this file: a line is what the library says where something begins. It tells so only in its errors, so a place is
// learned by refusing the value that stands there. Its offsets are right where its line numbers are not: those of a long
// text name the line where the text ends.

// refusal is a type that no value fits.
type refusal struct{}

func (*refusal) UnmarshalTOML(any) error { return errors.New("refused to learn its place") }

// line is where v stands, from 1. A table that was never opened, only mentioned in dotted keys, is where the first of them is.
func (r *reader) line(v toml.Primitive) int {
	var refused toml.ParseError
	if !errors.As(r.meta.PrimitiveDecode(v, new(refusal)), &refused) {
		return 0
	}
	if refused.Position.Line > 0 {
		return lineAt(r.text, refused.Position.Start)
	}
	first := 0
	if table, ok := r.table(v); ok {
		for _, inner := range table {
			if n := r.line(inner); n > 0 && (first == 0 || n < first) {
				first = n
			}
		}
	}
	return first
}

// table is v as a table, if it is one.
func (r *reader) table(v toml.Primitive) (map[string]toml.Primitive, bool) {
	if _, ok := r.value(v).(map[string]any); !ok {
		return nil, false
	}
	var table map[string]toml.Primitive
	err := r.meta.PrimitiveDecode(v, &table)
	return table, err == nil
}

// value is v as the library reads it without a type to aim at.
func (r *reader) value(v toml.Primitive) any {
	var value any
	if err := r.meta.PrimitiveDecode(v, &value); err != nil {
		return nil
	}
	return value
}

// lineAt is the line of a byte offset, from 1.
func lineAt(text string, offset int) int {
	return 1 + strings.Count(text[:min(max(offset, 0), len(text))], "\n")
}

// syntaxError puts the library's complaint in plain words, on the line where the setting begins that it complains about.
func syntaxError(text, path string, err error) *Error {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return &Error{Path: path, Line: 1, What: "the file isn't valid TOML: " + err.Error()}
	}
	line := lineAt(text, parse.Position.Start)
	e := &Error{Path: path, Line: statementStart(text, line)}
	message := parse.Message
	if e.Line < line && strings.HasPrefix(message, "expected value") && strings.Contains(strings.Split(text, "\n")[line-1], "=") {
		message = "array terminator" // the next setting was taken for a part of a list
	}
	e.What, e.Hint = plainly(message)
	return e
}

// statementStart goes back from a line that can't be read to where its setting begins: the line after the longest
// beginning of the file that can be read. A text that is never closed fails at the end of the file and began far above.
func statementStart(text string, line int) int {
	budget := 1 << 20 // bytes to read again in all; a file too large for that gets the line where reading stopped
	lines := strings.SplitAfter(text, "\n")
	for n := min(line-1, len(lines)); n > 0; n-- {
		before := strings.Join(lines[:n], "")
		if budget -= len(before); budget < 0 {
			return line
		}
		var ignored map[string]any
		if _, err := toml.Decode(before, &ignored); err == nil {
			return n + 1
		}
	}
	return 1
}

// plainly says what the library says in words for someone who doesn't know TOML's. What it doesn't know it passes on.
func plainly(message string) (what, hint string) {
	for _, known := range []struct{ part, what, hint string }{
		{"already been defined", "this stands in the file twice", "Keep one of the two"},
		{"already created", "this stands in the file twice", "Keep one of the two"},
		{"expected value but found", "the value can't be read", `Text needs quotes, like "dark"; true and false are small and need none`},
		{"array terminator", "the list isn't closed", `Between its keys stands a comma, after the last a ]`},
		{"unexpected EOF; expected value", "the list isn't closed", `Between its keys stands a comma, after the last a ]`},
		{"unexpected EOF; expected '\"", "the quotes aren't closed", ""},
		{"unexpected EOF; expected \"'", "the quotes aren't closed", ""},
		{"unexpected EOF; expected '''", "the quotes aren't closed", ""},
		{"strings cannot contain newlines", "the quotes aren't closed", ""},
		{"escape", `a backslash within "…" needs a second one`, `Or use '…', where it stands for itself`},
		{"hexadecimal digits", `a backslash within "…" needs a second one`, `Or use '…', where it stands for itself`},
		{"key separator", "a name needs a = and a value", ""},
		{"but got '", "this line can't be read", `A setting is one line: a name, a =, and a value`},
		{"UTF-8", "the file isn't plain text in UTF-8", "Save it as UTF-8 in your editor"},
		{"NULL bytes", "the file isn't plain text in UTF-8", "Save it as UTF-8 in your editor"},
	} {
		if strings.Contains(message, known.part) {
			return known.what, known.hint
		}
	}
	return fmt.Sprintf("this can't be read: %s", message), ""
}
