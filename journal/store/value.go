package store

import (
	"fmt"
	"strconv"
	"strings"

	"bounceback/journal/when"
)

// Every text that a person can type or paste comes back byte for byte: tab, every printable character and, in a block,
// the newline stand as they are, all else is escaped.

// emit writes a value as TOML; eol is the line ending of the file.
func emit(k kind, v any, eol string) string {
	switch v := v.(type) {
	case string:
		if k == prose || k == text && strings.Contains(v, "\n") {
			return emitBlock(v, eol)
		}
		return emitLine(v)
	case bool:
		return strconv.FormatBool(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case when.Moment:
		return v.String()
	case []string:
		parts := make([]string, len(v))
		for i, s := range v {
			parts[i] = emitLine(s)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	panic(fmt.Sprintf("store: no form for a value of type %T", v))
}

// emitLine writes s as a string on one line.
func emitLine(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 2)
	b.WriteByte('"')
	for i := range len(s) {
		switch c := s[i]; c {
		case '"', '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case '\n':
			b.WriteString(`\n`)
		default:
			emitByte(&b, c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// emitBlock writes s as a multi-line string. The newline before the closing quotes belongs to the format: reading takes
// it away again.
func emitBlock(s, eol string) string {
	var b strings.Builder
	b.Grow(len(s) + 16)
	b.WriteString(`"""`)
	b.WriteString(eol)
	quotes := 0
	for i := range len(s) {
		c := s[i]
		if c != '"' {
			quotes = 0
		}
		switch c {
		case '"':
			if quotes++; quotes == 3 {
				b.WriteByte('\\')
				quotes = 0
			}
			b.WriteByte(c)
		case '\\':
			b.WriteString(`\\`)
		case '\n':
			b.WriteString(eol)
		default:
			emitByte(&b, c)
		}
	}
	b.WriteString(eol)
	b.WriteString(`"""`)
	return b.String()
}

// emitByte writes a byte that has no special meaning, escaped when it is a control character that TOML forbids.
func emitByte(b *strings.Builder, c byte) {
	switch {
	case c == '\r':
		b.WriteString(`\r`)
	case c < 0x20 && c != '\t' || c == 0x7f:
		fmt.Fprintf(b, `\u%04X`, c)
	default:
		b.WriteByte(c)
	}
}

// unblock takes away the final newline of a value that stands in a multi-line form.
func unblock(s string) string { return strings.TrimSuffix(s, "\n") }
