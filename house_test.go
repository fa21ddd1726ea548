package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The house has floors. A package imports from lower floors only, so that what a person does can be told without a screen,
// and what a mistake is without a disk. Rooms of one floor know nothing of one another.

// room is a package: its floor, and what it must not import besides what is above it.
type room struct {
	floor int
	bans  []string
}

const module = "bounceback"

var (
	disk    = []string{"os", "io/ioutil", "syscall", module + "/journal/store"}
	process = []string{"os/exec", "os/signal"}
	network = []string{"net", "net/..."}
	looks   = []string{"charm.land/...", "github.com/charmbracelet/lipgloss", "github.com/spf13/cobra"}
	desk    = []string{module + "/journal/desk", module + "/journal/desk/..."}
	heavy   = []string{"charm.land/glamour/v2", "charm.land/glamour/v2/...", "github.com/olebedev/..."}
)

// rooms lists every package; one that is missing fails the test.
func rooms() map[string]room {
	all := func(lists ...[]string) []string { return slices.Concat(lists...) }
	pure := all(disk, process, network, looks, heavy)
	pane := all(disk, process, network, desk, heavy)
	return map[string]room{
		"journal/when":               {0, pure},
		"journal":                    {1, pure},
		"journal/clean":              {0, pure},
		"journal/markdown":           {1, pure},
		"journal/when/natural/plain": {1, pure},
		"journal/when/natural":       {2, all(disk, process, network, looks)},
		"journal/capture":            {2, pure},
		"journal/coach":              {2, pure},
		"journal/contacts":           {2, pure},
		"journal/demo":               {2, pure},
		"journal/report":             {2, pure},
		"journal/report/html":        {3, pure},
		"journal/shelf":              {2, pure},
		"journal/store":              {2, all(process, network, looks, heavy)},
		"journal/query":              {3, pure},
		"journal/desk":               {4, all(process, network, looks, heavy)},
		"journal/desk/outbox":        {5, all(network, looks, heavy)},

		"ui/config":         {5, all(process, network, looks, heavy)},
		"ui/theme":          {5, pane},
		"ui/ask":            {5, pure},
		"ui/prose":          {5, pane},
		"ui/theme/markdown": {6, all(disk, process, network, desk)},
		"ui/keys":           {6, pane},
		"ui/mouse":          {6, pane},
		"ui/rows":           {6, pane},
		"ui/page":           {6, pane},
		"ui/sheet":          {6, pane},
		"ui/field":          {7, pane},
		"ui/filter":         {8, pane},

		"ui/amends":   {9, pane},
		"ui/capture":  {9, pane},
		"ui/guide":    {9, pane},
		"ui/lessons":  {9, pane},
		"ui/next":     {9, pane},
		"ui/reading":  {9, pane},
		"ui/rehearse": {9, pane},
		"ui/share":    {9, pane},
		"ui/timeline": {9, pane},

		"ui":           {10, all([]string{"os", "syscall", "github.com/olebedev/..."}, network)},
		"ui/cli/quick": {6, all(process, network, []string{"charm.land/...", "regexp", "runtime/debug"}, heavy)},
		"ui/cli":       {10, all(process, network, heavy, []string{"charm.land/bubbletea/v2", "charm.land/bubbles/v2/..."})},
		"":             {11, all(network, heavy)},
	}
}

// listed is what the go command knows of a package.
type listed struct {
	ImportPath string
	Imports    []string
	Deps       []string
}

func list(t *testing.T, patterns ...string) []listed {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports,Deps"}, patterns...)...).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestFloors(t *testing.T) {
	rooms := rooms()
	seen := map[string]bool{}
	for _, p := range list(t, "./...") {
		name := inside(p.ImportPath)
		r, ok := rooms[name]
		seen[name] = true
		if !ok {
			t.Errorf("%s has no floor: give it a row in the table", p.ImportPath)
			continue
		}
		for _, why := range wrongImports(r, p.Imports, rooms) {
			t.Errorf("%s imports %s", p.ImportPath, why)
		}
	}
	for name := range rooms {
		if !seen[name] {
			t.Errorf("%q is in the table, and there is no such package", name)
		}
	}
}

// inside returns the name of a package within the module.
func inside(path string) string { return strings.TrimPrefix(strings.TrimPrefix(path, module), "/") }

func wrongImports(r room, imports []string, rooms map[string]room) (wrong []string) {
	for _, i := range imports {
		if banned(r.bans, i) {
			wrong = append(wrong, i+", which is banned there")
		}
		if i != module && !strings.HasPrefix(i, module+"/") {
			continue
		}
		if other, ok := rooms[inside(i)]; ok && other.floor >= r.floor {
			wrong = append(wrong, fmt.Sprintf("%s, which is on floor %d, not below %d", i, other.floor, r.floor))
		}
	}
	return wrong
}

func banned(bans []string, path string) bool {
	for _, b := range bans {
		if tree, all := strings.CutSuffix(b, "..."); b == path || all && strings.HasPrefix(path, tree) {
			return true
		}
	}
	return false
}

// TestFloorsAreWatched shows that the rules above can fail.
func TestFloorsAreWatched(t *testing.T) {
	rooms := rooms()
	for _, c := range []struct{ room, imports string }{
		{"journal", "os"},
		{"journal", "bounceback/journal/store"},
		{"journal/when", "bounceback/journal"},
		{"journal/contacts", "net/mail"},
		{"journal/desk", "os/exec"},
		{"journal/desk/outbox", "net/smtp"},
		{"ui/timeline", "bounceback/ui/guide"},
		{"ui/timeline", "bounceback/journal/desk"},
		{"ui/guide", "os/exec"},
		{"ui/guide", "charm.land/glamour/v2"},
		{"ui/cli/quick", "net/http"},
		{"ui/cli", "bounceback/ui"},
	} {
		if len(wrongImports(rooms[c.room], []string{c.imports}, rooms)) == 0 {
			t.Errorf("%s may import %s", c.room, c.imports)
		}
	}
}

// TestQuickIsLight looks at all that the quick path links.
func TestQuickIsLight(t *testing.T) {
	for _, p := range list(t, "./ui/cli/quick") {
		for _, d := range p.Deps {
			if banned([]string{"net", "net/...", "regexp", "runtime/debug", "os/exec", "text/template", "html/template", "charm.land/...",
				"github.com/spf13/...", "github.com/olebedev/...", "github.com/alecthomas/..."}, d) {
				t.Errorf("the quick path links %s", d)
			}
		}
	}
}

// allowed is what only a few files may use, and in which.
var allowed = map[string][]string{
	"time.Now":       {"main.go", "ui/cli/quick/quick.go", "journal/store/store.go"}, // the last one: a default of its options
	"rand.Uint64":    {"journal/store/random.go"},
	"os.Exit":        {"main.go", "ui/cli/quick/quick.go"},
	"os.Getenv":      {"ui/cli/quick/quick.go"},
	"lipgloss.Color": {"ui/theme/"},
	"func init":      {"ui/cli/quick/quick.go"},
}

// TestSingleDoors finds uses of the clock, of randomness, of colors and the like anywhere but where they come in.
func TestSingleDoors(t *testing.T) {
	used := map[string]bool{}
	err := filepath.WalkDir(".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && strings.HasPrefix(name, ".") && name != "." {
			return fs.SkipDir
		}
		if e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			return err
		}
		for _, use := range uses(f) {
			files := allowed[use.what]
			if files == nil {
				continue
			}
			used[use.what] = true
			path := filepath.ToSlash(name)
			if !slices.ContainsFunc(files, func(a string) bool { return path == a || strings.HasSuffix(a, "/") && strings.HasPrefix(path, a) }) {
				t.Errorf("%s: %s belongs in %v", set.Position(use.pos), use.what, files)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for what := range allowed {
		if !used[what] {
			t.Errorf("%s is nowhere: does the test still see it?", what)
		}
	}
}

type use struct {
	what string
	pos  token.Pos
}

// uses lists the selectors of a file on its imported packages, and its init functions.
func uses(f *ast.File) []use {
	imported := map[string]bool{}
	for _, i := range f.Imports {
		path := strings.Trim(i.Path.Value, `"`)
		name := path[strings.LastIndexByte(path, '/')+1:]
		if name == "v2" {
			path = strings.TrimSuffix(path, "/v2")
			name = path[strings.LastIndexByte(path, '/')+1:]
		}
		if i.Name != nil {
			name = i.Name.Name
		}
		imported[name] = true
	}
	var out []use
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && imported[x.Name] {
				out = append(out, use{x.Name + "." + n.Sel.Name, n.Pos()})
			}
		case *ast.FuncDecl:
			if n.Name.Name == "init" && n.Recv == nil {
				out = append(out, use{"func init", n.Pos()})
			}
		}
		return true
	})
	return out
}
