package contacts

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// An edit changes the text in one place and leaves every other byte alone. Then it proves itself: what is read from the new text
// must be the old book, and the old keys that nobody here knows, with the one change. Otherwise there is no new text.

var errNotProved = errors.New("this program can't write into " + FileName + " as it is; write it there by hand")

// Add puts a contact at the end of the text. One that is there already with the same address leaves the text as it is; a name
// that has another address is an error.
func Add(text string, c Contact) (string, error) {
	m, err := decode(text)
	if err != nil {
		return "", err
	}
	book, err := read(text, m)
	if err != nil {
		return "", err
	}
	c.Name, c.Address = strings.TrimSpace(c.Name), strings.TrimSpace(c.Address)
	if wrong := checkName(c.Name); wrong != "" {
		return "", fmt.Errorf("%q can't be a name: %s", c.Name, wrong)
	}
	if wrong := checkAddress(c.Address); wrong != "" {
		return "", fmt.Errorf("%q can't be an address: %s; it looks like sam@example.com", c.Address, wrong)
	}
	c.Groups = slices.Clone(c.Groups)
	for i, g := range c.Groups {
		c.Groups[i] = strings.TrimSpace(g)
		if wrong := checkName(c.Groups[i]); wrong != "" {
			return "", fmt.Errorf("%q can't be a group: %s", g, wrong)
		}
	}
	for i, other := range book.People {
		if !same(other.Name, c.Name) {
			continue
		}
		if strings.EqualFold(other.Address, c.Address) {
			return text, nil
		}
		return "", fmt.Errorf("%s has the address %s already; to change it, edit line %d of %s", other.Name, other.Address,
			keyLine(text, i+1, "address"), FileName)
	}
	eol := lineBreak(text)
	var b strings.Builder
	b.WriteString(text)
	if text != "" && !strings.HasSuffix(text, "\n") {
		b.WriteString(eol)
	}
	if strings.TrimSpace(strings.TrimPrefix(text, byteOrderMark)) != "" {
		b.WriteString(eol)
	}
	b.WriteString("[[contacts]]" + eol + "name = " + quote(c.Name) + eol + "address = " + quote(c.Address) + eol)
	switch len(c.Groups) {
	case 0:
	case 1:
		b.WriteString("group = " + quote(c.Groups[0]) + eol)
	default:
		quoted := make([]string, len(c.Groups))
		for i, g := range c.Groups {
			quoted[i] = quote(g)
		}
		b.WriteString("group = [" + strings.Join(quoted, ", ") + "]" + eol)
	}
	book.People = append(slices.Clone(book.People), c)
	return prove(b.String(), book, m)
}

// SetFrom makes the text say whom letters are from.
func SetFrom(text, from string) (string, error) {
	m, err := decode(text)
	if err != nil {
		return "", err
	}
	book, err := read(text, m)
	if err != nil {
		return "", err
	}
	from = strings.TrimSpace(from)
	if _, _, wrong := Sender(from); wrong != "" {
		return "", fmt.Errorf("%q can't be a sender: %s; it looks like Sam Rivera <sam@example.com>", from, wrong)
	}
	_, there := m["from"]
	book.From = from
	next := ""
	if there {
		next = replaceFrom(text, from)
	} else {
		next = insertFrom(text, from)
	}
	return prove(next, book, m)
}

// replaceFrom changes the value on the line of the key, and keeps the comment behind it.
func replaceFrom(text, from string) string {
	n := keyLine(text, 0, "from")
	var b strings.Builder
	at := 0
	for line := range strings.Lines(text) {
		if at++; at != n {
			b.WriteString(line)
			continue
		}
		i := strings.IndexByte(line, '=') + 1
		for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
			i++
		}
		b.WriteString(line[:i] + quote(from) + line[stringEnd(line, i):])
	}
	return b.String()
}

// stringEnd returns the offset after the text in quotes that begins at i.
func stringEnd(line string, i int) int {
	if i >= len(line) {
		return len(line)
	}
	q := line[i]
	for j := i + 1; j < len(line); j++ {
		switch {
		case line[j] == '\\' && q == '"':
			j++
		case line[j] == q:
			return j + 1
		}
	}
	return len(strings.TrimRight(line, "\r\n"))
}

// insertFrom puts the key at the top, below a comment that stands there for itself.
func insertFrom(text, from string) string {
	eol := lineBreak(text)
	i := 0
	if strings.HasPrefix(text, byteOrderMark) {
		i = len(byteOrderMark)
	}
	at := i
	for line := range strings.Lines(text[i:]) {
		trimmed := strings.TrimSpace(line)
		if trimmed != "" && trimmed[0] != '#' {
			break
		}
		if i += len(line); trimmed == "" {
			at = i
		}
	}
	if i == len(text) && strings.HasSuffix(text, "\n") { // nothing but comments
		at = i
	}
	line := "from = " + quote(from) + eol
	if rest := text[at:]; strings.TrimSpace(rest) != "" && !strings.HasPrefix(rest, "\n") && !strings.HasPrefix(rest, "\r\n") {
		line += eol
	}
	return text[:at] + line + text[at:]
}

// prove returns text when it says want, and says all else that m does.
func prove(text string, want Book, m map[string]any) (string, error) {
	now, err := decode(text)
	if err != nil {
		return "", errNotProved
	}
	book, err := read(text, now)
	if err != nil || !equal(book, want) || !reflect.DeepEqual(rest(now), rest(m)) {
		return "", errNotProved
	}
	old, _ := tables(m["contacts"])
	people, _ := tables(now["contacts"])
	if len(people) < len(old) || len(old) > 0 && !reflect.DeepEqual(old, people[:len(old)]) {
		return "", errNotProved
	}
	return text, nil
}

// rest is what no edit changes.
func rest(m map[string]any) map[string]any {
	out := map[string]any{}
	for k, v := range m {
		if k != "from" && k != "contacts" {
			out[k] = v
		}
	}
	return out
}

func lineBreak(text string) string {
	if i := strings.IndexByte(text, '\n'); i > 0 && text[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// quote writes a text as TOML does. There are no control characters in it: the checks come first.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
