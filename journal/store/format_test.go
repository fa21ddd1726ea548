package store

import (
	goflag "flag" // the package has a kind of that name
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = goflag.Bool("update", false, "write what the tests generate")

var formatPage = filepath.Join("..", "..", "docs", "format.md")

const (
	keysBegin = "<!-- begin keys: generated from the program by `go test ./journal/store -run Format -update` -->\n"
	keysEnd   = "<!-- end keys -->\n"
)

func readPage(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(formatPage)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(b), "\r\n", "\n")
}

// keyTables is the documentation of every key, as Markdown.
func keyTables() string {
	var b strings.Builder
	last := "\x00"
	for _, k := range Schema() {
		path, name := "", k.Path
		if i := strings.LastIndexByte(k.Path, '.'); i >= 0 {
			path, name = k.Path[:i], k.Path[i+1:]
		}
		if path != last {
			last = path
			b.WriteString("\n" + heading(path, k.List) + "\n\n| key | kind | what it holds |\n|---|---|---|\n")
		}
		doc := k.Doc
		if len(k.Values) > 0 {
			doc += ": `" + strings.Join(k.Values, "`, `") + "`"
		}
		b.WriteString("| `" + name + "` | " + k.Kind + " | " + strings.ReplaceAll(doc, "|", `\|`) + " |\n")
	}
	return b.String() + "\n"
}

func heading(path string, list bool) string {
	switch doc := tableAt(path).doc; {
	case path == "":
		return "### The top of the file"
	case list:
		return "### `[[" + path + "]]`: " + doc
	default:
		return "### `[" + path + "]`: " + doc
	}
}

// docs/format.md has exactly the keys that the program has.
func TestFormatKeys(t *testing.T) {
	page := readPage(t)
	head, rest, ok := strings.Cut(page, keysBegin)
	got, tail, ok2 := strings.Cut(rest, keysEnd)
	if !ok || !ok2 {
		t.Fatalf("%s has lost the two comments between which its keys stand", formatPage)
	}
	want := keyTables()
	if got == want {
		return
	}
	if *update {
		if err := os.WriteFile(formatPage, []byte(head+keysBegin+want+keysEnd+tail), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	same(t, "the keys in docs/format.md; write them anew with `go test ./journal/store -run Format -update`", got, want)
}

// The example in docs/format.md is an entry that can be read and changed, and has every key but a few that repeat.
func TestFormatExample(t *testing.T) {
	_, text, _ := strings.Cut(readPage(t), "\n## An entry with everything in it")
	_, text, _ = strings.Cut(text, "```toml\n")
	text, _, ok := strings.Cut(text, "```\n")
	if !ok {
		t.Fatal("the example is gone")
	}
	d := mustDecode(t, text)
	if d.Locked != "" || len(d.Problems) > 0 {
		t.Errorf("it is locked (%q) or has problems: %v", d.Locked, d.Problems)
	}
	has := map[string]bool{}
	last := -1
	for _, b := range d.cut.blocks {
		for i := range b.stmts {
			path := strings.TrimPrefix(b.path+"."+b.stmts[i].name, ".")
			has[path] = true
			for rank, k := range Schema() {
				if k.Path != path {
					continue
				}
				if rank <= last && b.nth < 2 {
					t.Errorf("%s is not in the order of the tables", path)
				}
				last = rank
			}
		}
	}
	var absent []string
	for _, k := range Schema() {
		if !has[k.Path] {
			absent = append(absent, k.Path)
		}
	}
	same(t, "keys that are absent", absent, []string{"own.reason", "fix.reason", "learn.finished", "learn.reason"})
	want := d.Entry.Clone()
	want.What, want.Fix.Actions[0].Owner = "changed", "Priya"
	if next := mustChange(t, text, want); !strings.Contains(next.Text, "ticket = 4711                     # a key of your own\n") {
		t.Errorf("a change loses what is the person's own:\n%s", next.Text)
	}
}

// The block in the section on texts says what the page says that it says.
func TestFormatProse(t *testing.T) {
	_, text, _ := strings.Cut(readPage(t), "\n### Texts")
	_, text, _ = strings.Cut(text, "```toml\n")
	text, _, _ = strings.Cut(text, "```\n")
	same(t, "what", mustDecode(t, text).Entry.What, "I pressed enter.\nThen it was quiet.")
}
