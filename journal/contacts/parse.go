package contacts

import (
	"errors"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// FileName is what the file is called, in the journal's folder.
const FileName = "contacts.toml"

// Error is what is wrong with the text, on which line (from 1; 0 when no line is to blame), and what to do.
type Error struct {
	Line int
	What string // lower case, no period
	Hint string // may be empty
}

func (e *Error) Error() string {
	s := FileName
	if e.Line > 0 {
		s = fmt.Sprintf("%s:%d", s, e.Line)
	}
	s += ": " + e.What
	if e.Hint != "" {
		s += "; " + e.Hint
	}
	return s
}

// Parse reads the text of contacts.toml; an empty one is an empty book. Keys that it does not know are passed over. Every error
// is an [*Error].
func Parse(text string) (Book, error) {
	m, err := decode(text)
	if err != nil {
		return Book{}, err
	}
	return read(text, m)
}

func decode(text string) (map[string]any, error) {
	var m map[string]any
	text = strings.TrimPrefix(text, byteOrderMark)
	_, err := toml.Decode(text, &m)
	var parse toml.ParseError
	switch {
	case errors.As(err, &parse):
		return nil, &Error{lineAt(text, parse.Position.Start), "this line can't be read: " + parse.Message,
			"texts stand in quotes, and each contact below a line [[contacts]]"}
	case err != nil:
		return nil, &Error{0, "it can't be read: " + err.Error(), ""}
	}
	return m, nil
}

// lineAt is the line of a byte offset, from 1. The library's own line numbers are too high at the end of a line.
func lineAt(text string, offset int) int {
	return 1 + strings.Count(text[:min(max(offset, 0), len(text))], "\n")
}

const byteOrderMark = "\ufeff"

func read(text string, m map[string]any) (Book, error) {
	var b Book
	if from, there := m["from"]; there {
		s, ok := from.(string)
		if !ok {
			return b, &Error{keyLine(text, 0, "from"), "“from” must be text in quotes", ""}
		}
		if _, _, wrong := Sender(s); s != "" && wrong != "" {
			return b, &Error{keyLine(text, 0, "from"), fmt.Sprintf("“from” can't be %q: %s", s, wrong), `write it like "Sam Rivera <sam@example.com>"`}
		}
		b.From = strings.TrimSpace(s)
	}
	people, ok := tables(m["contacts"])
	if !ok {
		return b, &Error{keyLine(text, 0, "contacts"), "“contacts” must be tables", "write [[contacts]] on a line of its own, and name and address below it"}
	}
	for i, p := range people {
		c, err := readContact(text, i+1, p)
		if err != nil {
			return b, err
		}
		for j, other := range b.People {
			if same(other.Name, c.Name) && !strings.EqualFold(other.Address, c.Address) {
				return b, &Error{keyLine(text, i+1, "name"), fmt.Sprintf("%q is there twice, first as contact %d", c.Name, j+1),
					"give one of them another name, or give both a group"}
			}
		}
		b.People = append(b.People, c)
	}
	return b, nil
}

// tables takes both forms of a list of tables: [[contacts]], and contacts = [{ … }].
func tables(v any) (list []map[string]any, ok bool) {
	switch v := v.(type) {
	case nil:
		return nil, true
	case []map[string]any:
		return v, true
	case []any:
		for _, item := range v {
			table, ok := item.(map[string]any)
			if !ok {
				return nil, false
			}
			list = append(list, table)
		}
		return list, true
	}
	return nil, false
}

// readContact reads the n-th contact, counted from 1.
func readContact(text string, n int, p map[string]any) (Contact, error) {
	var c Contact
	for _, k := range []struct {
		name string
		to   *string
	}{{"name", &c.Name}, {"address", &c.Address}} {
		v, there := p[k.name]
		s, ok := v.(string)
		switch {
		case !there:
			return c, &Error{keyLine(text, n, ""), fmt.Sprintf("contact %d has no %s", n, k.name), fmt.Sprintf("add a line %s = \"…\"", k.name)}
		case !ok:
			return c, &Error{keyLine(text, n, k.name), fmt.Sprintf("“%s” must be text in quotes", k.name), ""}
		}
		*k.to = strings.TrimSpace(s)
	}
	if wrong := checkName(c.Name); wrong != "" {
		return c, &Error{keyLine(text, n, "name"), fmt.Sprintf("%q can't be a name: %s", c.Name, wrong), "write what you call this person"}
	}
	if wrong := checkAddress(c.Address); wrong != "" {
		return c, &Error{keyLine(text, n, "address"), fmt.Sprintf("%q can't be the address of %s: %s", c.Address, c.Name, wrong),
			"write it like sam@example.com"}
	}
	var err error
	c.Groups, err = readGroups(p["group"])
	if err != nil {
		return c, &Error{keyLine(text, n, "group"), err.Error(), `like "on call", or ["on call", "berlin"]`}
	}
	return c, nil
}

func readGroups(v any) ([]string, error) {
	var out []string
	add := func(v any) error {
		s, ok := v.(string)
		if !ok {
			return errors.New("“group” must be text in quotes, or a list of texts")
		}
		if s = strings.TrimSpace(s); s == "" {
			return nil
		}
		out = append(out, s)
		if wrong := checkName(s); wrong != "" {
			return fmt.Errorf("%q can't be a group: %s", s, wrong)
		}
		return nil
	}
	list, ok := v.([]any)
	if v != nil && !ok {
		list = []any{v}
	}
	for _, item := range list {
		if err := add(item); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// keyLine finds the line of a key, in the n-th contact or, for 0, above all tables; "" is the contact's first line. The library
// tells no lines of what it could read. A text that only looks like a key can mislead it, and then the line is a near one.
func keyLine(text string, n int, key string) int {
	at, table, start := 0, 0, 0
	for line := range strings.Lines(text) {
		at++
		line = strings.TrimSpace(strings.TrimPrefix(line, byteOrderMark))
		if strings.HasPrefix(line, "[") {
			if header := strings.Map(noSpace, line); strings.HasPrefix(header, "[[contacts]]") {
				if table++; table == n {
					start = at
				}
			} else if n == 0 {
				return 0
			}
		}
		if table == n && hasKey(line, key) && (n == 0 || start > 0) {
			return at
		}
	}
	return start
}

func noSpace(r rune) rune {
	if r == ' ' || r == '\t' {
		return -1
	}
	return r
}

// hasKey reports whether a line begins with a key and an equals sign.
func hasKey(line, key string) bool {
	if key == "" {
		return false
	}
	rest, ok := strings.CutPrefix(line, key)
	if !ok {
		if rest, ok = strings.CutPrefix(line, `"`+key+`"`); !ok {
			return false
		}
	}
	return strings.HasPrefix(strings.TrimLeft(rest, " \t"), "=")
}
