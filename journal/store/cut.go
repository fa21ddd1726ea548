package store

import (
	"slices"
	"strings"
)

// The cutter runs on texts that the TOML library has accepted, and only says where things stand; what they mean is the
// library's word. On any other text it cuts somewhere, and never panics: every look ahead is bounded.

// stmt is one key with its value. All fields but name, parts and line are offsets into the text.
type stmt struct {
	name  string // the key; parts of a dotted one joined by dots
	parts int
	lead  int // where the comments and empty lines above it begin
	body  int // where its line begins
	val   int
	vend  int // after the value
	end   int // after the line's end
	line  int // counted from 1
}

// block is one header with its statements. The first block of a text is the root and has no header.
type block struct {
	path string
	list bool
	nth  int // the place among the blocks of the same path, counted from 1
	line int
	lead int // where the comments and empty lines above it begin
	near int // where the comment lines directly above it begin
	head int // where the header's line begins
	hend int // after it
	end  int
	// owner is the element of a list of tables that this block belongs to, as [sting.where] belongs to the [[sting]] before it.
	owner *block
	stmts []stmt
}

// cutting is a text cut into statements.
type cutting struct {
	text     string
	blocks   []*block
	tail     int   // where the comments after the last statement begin
	comments []int // where comments begin; each goes to the end of its line
	eol      string
}

// find returns the n-th block of a path, or nil.
func (c *cutting) find(path string, nth int) *block {
	for _, b := range c.blocks {
		if b.path == path && b.nth == nth {
			return b
		}
	}
	return nil
}

// stmt returns the statement of a key, or nil.
func (b *block) stmt(name string) *stmt {
	if b == nil {
		return nil
	}
	for i := range b.stmts {
		if b.stmts[i].parts == 1 && b.stmts[i].name == name {
			return &b.stmts[i]
		}
	}
	return nil
}

// comment returns the comment that begins at i, without its line's end.
func (c *cutting) comment(i int) string {
	return strings.TrimRight(c.text[i:lineEnd(c.text, i)], " \t\r\n")
}

type cutter struct {
	*cutting
	i    int // the next line
	lead int // where the comments before it begin
	line int // the line number of offset at
	at   int
}

func cut(s string) *cutting {
	c := &cutter{cutting: &cutting{text: s, eol: "\n"}, line: 1}
	if n := strings.IndexByte(s, '\n'); n > 0 && s[n-1] == '\r' {
		c.eol = "\r\n"
	}
	if strings.HasPrefix(s, bom) {
		c.i = len(bom)
	}
	c.lead = c.i
	cur := &block{nth: 1, line: 1, lead: c.i, near: c.i, head: c.i, hend: c.i, end: c.i}
	c.blocks = []*block{cur}
	count := map[string]int{}
	for c.i < len(s) {
		j := blanks(s, c.i)
		switch {
		case j >= len(s) || s[j] == '\n' || s[j] == '\r' || s[j] == '#':
			if j < len(s) && s[j] == '#' {
				c.comments = append(c.comments, j)
			}
			c.i = lineEnd(s, j)
		case s[j] == '[':
			cur = c.header(cur, j, count)
			c.blocks = append(c.blocks, cur)
		default:
			cur.stmts = append(cur.stmts, c.statement(j))
			cur.end = c.i
		}
	}
	c.tail = c.lead
	return c.cutting
}

const bom = "\ufeff"

// lineAt returns the number of the line of offset i, which never goes back.
func (c *cutter) lineAt(i int) int {
	c.line += strings.Count(c.text[c.at:i], "\n")
	c.at = i
	return c.line
}

func (c *cutter) header(prev *block, j int, count map[string]int) *block {
	s := c.text
	b := &block{head: c.i, line: c.lineAt(j)}
	b.lead, b.near = splitLead(s, c.lead, c.i)
	prev.end = max(prev.end, b.lead)
	j++
	if j < len(s) && s[j] == '[' {
		b.list = true
		j++
	}
	b.path, _, j = cutKey(s, j)
	count[b.path]++
	b.nth = count[b.path]
	b.owner = owner(c.blocks, b.path)
	b.hend = lineEnd(s, j)
	if k := strings.IndexByte(s[j:b.hend], '#'); k >= 0 {
		c.comments = append(c.comments, j+k)
	}
	b.end = b.hend
	c.i, c.lead = b.hend, b.hend
	return b
}

// owner returns the outermost list element among the blocks so far that a block of this path belongs to.
func owner(blocks []*block, path string) *block {
	for _, b := range slices.Backward(blocks) {
		if b.list && strings.HasPrefix(path, b.path+".") {
			if b.owner != nil {
				return b.owner
			}
			return b
		}
	}
	return nil
}

// splitLead divides the comments and empty lines between a statement and a header. Comment lines right below the statement
// and followed by an empty line belong to the statement: lead begins after them. Those right above the header begin at near.
func splitLead(s string, from, head int) (lead, near int) {
	lead, near = from, from
	for i := from; i < head; {
		e := min(lineEnd(s, i), head)
		if strings.TrimSpace(s[i:e]) == "" {
			near = e
			if lead == from && i > from && strings.TrimSpace(s[from:lineEnd(s, from)]) != "" {
				lead = i
			}
		}
		i = e
	}
	return lead, near
}

func (c *cutter) statement(j int) stmt {
	s := c.text
	st := stmt{lead: c.lead, body: c.i, line: c.lineAt(j)}
	st.name, st.parts, j = cutKey(s, j)
	if j < len(s) && s[j] == '=' {
		j++
	}
	st.val = blanks(s, j)
	st.vend = c.skipValue(st.val)
	st.end = lineEnd(s, st.vend)
	if k := strings.IndexByte(s[st.vend:st.end], '#'); k >= 0 {
		c.comments = append(c.comments, st.vend+k)
	}
	c.i, c.lead = st.end, st.end
	return st
}

// skipValue returns the offset after the value at i, and notes the comments inside it.
func (c *cutter) skipValue(i int) int {
	s, depth, begin := c.text, 0, i
	for i < len(s) {
		switch b := s[i]; {
		case b == '"' || b == '\'':
			i = skipString(s, i)
		case b == '[' || b == '{':
			depth++
			i++
		case b == ']' || b == '}':
			depth--
			i++
		case b == '#' && depth > 0:
			c.comments = append(c.comments, i)
			i = lineEnd(s, i)
		case depth <= 0 && (b == '#' || b == '\n'):
			for i > begin && strings.IndexByte(" \t\r", s[i-1]) >= 0 {
				i--
			}
			return i
		default:
			i++
		}
	}
	return len(s)
}

// skipString returns the offset after the string that begins at i, in any of the four forms.
func skipString(s string, i int) int {
	q := s[i]
	block := strings.HasPrefix(s[i:], strings.Repeat(string(q), 3))
	i++
	if block {
		i += 2
	}
	for i < len(s) {
		switch {
		case s[i] == '\\' && q == '"':
			i++
		case s[i] == q && !block:
			return i + 1
		case s[i] == q && strings.HasPrefix(s[i:], strings.Repeat(string(q), 3)):
			i += 3
			for n := 0; n < 2 && i < len(s) && s[i] == q; n++ { // up to two quotes may stand before the closing three
				i++
			}
			return i
		case s[i] == '\n' && !block:
			return i // not TOML
		}
		i++
	}
	return len(s)
}

// cutKey reads a key, dotted or not, and returns the offset after it. A part that is quoted for a reason stays in its
// quotes, so that it equals no key of ours.
func cutKey(s string, i int) (name string, parts, end int) {
	var out []string
	for {
		i = blanks(s, i)
		j := i
		switch {
		case i < len(s) && (s[i] == '"' || s[i] == '\''):
			j = skipString(s, i)
			part := s[i:j]
			if in := part[1:max(1, len(part)-1)]; in != "" && strings.Trim(in, bareKey) == "" {
				part = in
			}
			out = append(out, part)
		default:
			for j < len(s) && strings.IndexByte(" \t.=]#\r\n", s[j]) < 0 {
				j++
			}
			out = append(out, s[i:j])
		}
		j = blanks(s, j)
		if j >= len(s) || s[j] != '.' {
			return strings.Join(out, "."), len(out), j
		}
		i = j + 1
	}
}

const bareKey = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"

func blanks(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	return i
}

// lineEnd returns the offset after the end of the line that i is on.
func lineEnd(s string, i int) int {
	if i >= len(s) {
		return len(s)
	}
	if n := strings.IndexByte(s[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(s)
}
