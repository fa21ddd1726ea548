package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal/coach"
)

// root is a full path on the system that the tests run on.
func root(elem ...string) string {
	base := "/"
	if runtime.GOOS == "windows" {
		base = `C:\`
	}
	return filepath.Join(append([]string{base}, elem...)...)
}

func TestParse(t *testing.T) {
	home := root("home", "kim")
	tests := []struct {
		name, text string
		change     func(*Config)
	}{
		{"nothing", "", func(*Config) {}},
		{"only comments", "# hello\n\n# there\n", func(*Config) {}},
		{"empty tables", "[journal]\n[screen]\n[keys]\n", func(*Config) {}},
		{"a byte order mark and Windows line ends", "\ufeffeditor = \"nano\"\r\n[screen]\r\nmouse = false\r\n",
			func(c *Config) { c.Editor, c.Screen.Mouse = "nano", false }},
		{"dotted keys", "screen.theme = \"plain\"\ncapture.tokens = false\n",
			func(c *Config) { c.Screen.Theme, c.Capture.Tokens = "plain", false }},
		{"an inline table", "journal = { slug = false, colleague = \"Sam\" }\n",
			func(c *Config) { c.Journal.Slug, c.Journal.Colleague = false, "Sam" }},
		{"home alone", "[journal]\ndir = \"~\"\n", func(c *Config) { c.Journal.Dir = home }},
		{"a folder at home", "[journal]\ndir = \"~/sorry\"\n", func(c *Config) { c.Journal.Dir = filepath.Join(home, "sorry") }},
		{"a full path", fmt.Sprintf("[journal]\ndir = '%s'\n", root("srv", "j")),
			func(c *Config) { c.Journal.Dir = root("srv", "j") }},
		{"every choice", "[screen]\ntheme = \"high-contrast\"\nappearance = \"light\"\nglyphs = \"ascii\"\nsort = \"severity\"\n",
			func(c *Config) { c.Screen = Screen{"high-contrast", "light", "ascii", true, "severity"} }},
		{"the coach", "[coach]\non = false\noff = [\"mistakes-were-made\", \"mistakes-were-made\"]\n",
			func(c *Config) { c.Coach = Coach{Off: []string{"mistakes-were-made"}} }},
		{"no rule switched off", "coach.off = []\n", func(*Config) {}},
		{"keys", "[keys]\nquit = [\"Q\", \"Ctrl+Q\", \"Q\"]\nnext = []\ntick = []\nadd = [\" \"]\n", func(c *Config) {
			c.Keys["quit"], c.Keys["next"], c.Keys["tick"], c.Keys["add"] = []string{"Q", "ctrl+q"}, []string{}, []string{}, []string{"space"}
		}},
		{"two keys change places", "[keys]\ndone = [\"s\"]\nskip = [\"x\"]\n", func(c *Config) {
			c.Keys["done"], c.Keys["skip"] = []string{"s"}, []string{"x"}
		}},
		{"a key freed and taken", "[keys]\nsuspend = []\nsting = [\"ctrl+z\"]\n", func(c *Config) {
			c.Keys["suspend"], c.Keys["sting"] = []string{}, []string{"ctrl+z"}
		}},
		{"one key in two places", "[keys]\nstory = [\"x\"]\n", func(c *Config) { c.Keys["story"] = []string{"x"} }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := Default()
			tt.change(&want)
			got, err := Parse(tt.text, "config.toml", home)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

// An errorTest is a file that is wrong, and what is said of it after the file's name, word for word.
type errorTest struct{ name, text, want string }

func checkErrors(t *testing.T, tests []errorTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(tt.text, "config.toml", root("home"))
			if err == nil {
				t.Fatal("no error")
			}
			if d := cmp.Diff("config.toml"+tt.want, err.Error()); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

func TestUnknownNames(t *testing.T) {
	checkErrors(t, []errorTest{
		{"misspelled setting", "\n[screen]\n\nthem = \"plain\"\n", `:4: unknown key "screen.them". Did you mean "screen.theme"?`},
		{"wrong case", "[screen]\nTheme = \"plain\"\n", `:2: unknown key "screen.Theme". Did you mean "screen.theme"?`},
		{"nothing near", "[screen]\nwallpaper = \"cat\"\n", `:2: unknown key "screen.wallpaper"`},
		{"setting without its table", "mouse = true\n", `:1: unknown key "mouse". Did you mean "screen.mouse"?`},
		{"action without its table", "\nquit = [\"q\"]\n", `:2: unknown key "quit". Did you mean "keys.quit"?`},
		{"setting in a wrong table", "[screen]\nslug = true\n", `:2: unknown key "screen.slug". Did you mean "journal.slug"?`},
		{"editor below a table", "[screen]\nmouse = true\neditor = \"vi\"\n",
			`:3: unknown key "screen.editor". Did you mean "editor"? It stands above the first [table]`},
		{"misspelled table", "[jornal]\nslug = true\n", `:1: unknown table "jornal". Did you mean "journal"?`},
		{"table of dotted keys", "\n\ncolors.red = 1\ncolors.blue = 2\ncolors.gold = 3\ncolors.ink = 4\n", `:3: unknown table "colors"`},
		{"below a byte order mark", "\ufeff\n\na=1", `:3: unknown key "a"`},
		{"table within a table", "[screen]\n[screen.light]\n", `:2: unknown table "screen.light"`},
		{"inline table", "\nscreen = { mouse = true, themes = \"plain\" }\n", `:2: unknown key "screen.themes". Did you mean "screen.theme"?`},
		{"empty name", "\n\"\" = 1\n", `:2: unknown key ""`},
		{"a hostile name", "\n\"\\u001b[2J\" = 1\n", `:2: unknown key "\x1b[2J"`},
		{"misspelled action", "[keys]\nqiut = [\"Q\"]\n", `:2: unknown action "qiut" in [keys]. Did you mean "quit"?`},
		{"table in keys", "[keys]\n[keys.guide]\ndone = [\"x\"]\n", `:2: unknown action "guide" in [keys]`},
	})
}

func TestWrongValues(t *testing.T) {
	checkErrors(t, []errorTest{
		{"text for a flag", "[screen]\nmouse = \"no\"\n", `:2: "screen.mouse" must be true or false, without quotes`},
		{"number for text", "editor = 1\n", `:1: "editor" must be text in quotes`},
		{"list for text", "\neditor = [\n \"a\",\n \"b\",\n]\n", `:2: "editor" must be text in quotes`},
		{"day for text", "[journal]\ncolleague = 2026-11-12\n", `:2: "journal.colleague" must be text in quotes`},
		{"text for a table", "screen = \"plain\"\n", `:1: "screen" must be a table. Write [screen] on a line of its own, and its settings below`},
		{"list of tables", "\n[[keys]]\n", `:2: "keys" must be a table. Write [keys] on a line of its own, and its settings below`},
		{"number after dotted keys", "screen.mouse = true\nscreen = 1\n",
			`:2: "screen" must be a table. Write [screen] on a line of its own, and its settings below`},
		{"misspelled choice", "[screen]\nsort = \"oldst\"\n",
			`:2: "screen.sort" can't be "oldst", only newest, oldest, severity or next. Did you mean "oldest"?`},
		{"no such theme", "[screen]\ntheme = \"sea\"\n", `:2: "screen.theme" can't be "sea", only kintsugi, plain or high-contrast`},
		{"choice over lines", "[screen]\nglyphs = \"\"\"\nx\ny\"\"\"\n",
			`:2: "screen.glyphs" can't be "x\ny", only auto, unicode or ascii`},
		{"relative folder", "[journal]\ndir = \"notes\"\n",
			`:2: "journal.dir" must be a full path. Begin it at the root, or with ~ for your home directory`},
		{"somebody's home", "[journal]\ndir = \"~sam/notes\"\n",
			`:2: "journal.dir" must be a full path. Begin it at the root, or with ~ for your home directory`},
	})
}

func TestWrongRules(t *testing.T) {
	first := fmt.Sprintf("Like [%q]", coach.Rules()[0].ID)
	checkErrors(t, []errorTest{
		{"misspelled rule", "[coach]\non = true\n\noff = [\n  \"mistakes-were-made\",\n  \"mistake-where-made\",\n]\n",
			`:4: unknown rule "mistake-where-made" in "coach.off". Did you mean "mistakes-were-made"?`},
		{"no such rule", "[coach]\noff = [\"xylophone-solo\"]\n",
			`:2: unknown rule "xylophone-solo" in "coach.off". bounceback check --rules names them all`},
		{"empty rule", "[coach]\noff = [\"\"]\n", `:2: unknown rule "" in "coach.off". bounceback check --rules names them all`},
		{"rule without its list", "[coach]\noff = \"mistakes-were-made\"\n",
			`:2: "coach.off" must be a list of rules, each in quotes. Did you mean ["mistakes-were-made"]?`},
		{"word for a list", "[coach]\noff = \"all\"\n", `:2: "coach.off" must be a list of rules, each in quotes. ` + first},
		{"flag for a list", "[coach]\noff = true\n", `:2: "coach.off" must be a list of rules, each in quotes. ` + first},
		{"number among rules", "[coach]\noff = [\"mistakes-were-made\", 1]\n",
			`:2: "coach.off" must be a list of rules, each in quotes. ` + first},
		{"list of tables", "[[coach.off]]\n", `:1: "coach.off" must be a list of rules, each in quotes. ` + first},
		{"the switch as text", "coach.on = \"no\"\n", `:1: "coach.on" must be true or false, without quotes`},
		{"the switch by itself", "coach = false\n",
			`:1: "coach" must be a table. Write [coach] on a line of its own, and its settings below`},
	})
}

// A capture from the shell reads the configuration, and the rules of the coach are many.
func TestRulesAreReadOnlyForAList(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "editor = \"vi\"\n[coach]\non = false\n": 0, "coach.off = []\n": 0, "nonsense = 1\n": 0,
		"coach.off = [\"a\"]\n": 1,
	} {
		asked := 0
		all := settings()
		for i := range all {
			if all[i].list != nil {
				all[i].items.known = func() []string {
					asked++
					return []string{"a"}
				}
			}
		}
		c, _ := parse(text, "config.toml", "", all)
		if asked != want || len(c.Coach.Off) != want {
			t.Errorf("%q: asked %d times, want %d; off: %q", text, asked, want, c.Coach.Off)
		}
	}
}

// What was wrong keeps its default, and the rest is read.
func TestAWrongListIsNotTakenInPart(t *testing.T) {
	c, err := Parse("[coach]\noff = [\"mistakes-were-made\", \"nope\"]\non = false\n", "c", "")
	if err == nil || c.Coach.Off != nil || c.Coach.On {
		t.Errorf("%v, %+v", err, c.Coach)
	}
}

func TestWrongKeys(t *testing.T) {
	checkErrors(t, []errorTest{
		{"key without its list", "[keys]\ncapture = \"f8\"\n", `:2: "keys.capture" must be a list of keys. Did you mean ["f8"]?`},
		{"flag for keys", "[keys]\ncapture = true\n", `:2: "keys.capture" must be a list of keys. Like ["c", "f2"]`},
		{"number among keys", "[keys]\ntimeline = [1]\n", `:2: the keys of "timeline" must be text in quotes. Like ["c", "f2"]`},
		{"no such key", "[keys]\nsave = [\"pagedwn\"]\n", `:2: "save" can't have the key "pagedwn". Did you mean "pgdown"?`},
		{"no such F-key", "[keys]\nsave = [\"f64\"]\n", `:2: "save" can't have the key "f64". Did you mean "f4"?`},
		{"no such modifier", "[keys]\nsave = [\"crtl+s\"]\n", `:2: "save" can't have the key "crtl+s". Did you mean "ctrl+s"?`},
		{"no such key with ctrl", "[keys]\nsave = [\"ctrl+hme\"]\n", `:2: "save" can't have the key "ctrl+hme". Did you mean "ctrl+home"?`},
		{"no such modifier and key", "[keys]\nsave = [\"crtl+nothing\"]\n", `:2: "save" can't have the key "crtl+nothing"`},
		{"empty key", "[keys]\nsave = [\"\"]\n", `:2: "save" can't have the key ""`},
		{"control character", "[keys]\nsave = [\"\\u0013\"]\n", `:2: "save" can't have the key "\x13"`},
		{"the same as tab", "[keys]\nsave = [\"ctrl+i\"]\n", `:2: "save" can't have the key "ctrl+i". Terminals send it as "tab"`},
		{"shift and a sign", "[keys]\nsave = [\"shift+1\"]\n",
			`:2: "save" can't have the key "shift+1". Write the character that shift gives, by itself`},
		{"list over lines", "[keys]\n# three\nsave = [\n  \"f3\",\n  \"f77\", # no\n]\n", `:3: "save" can't have the key "f77". Did you mean "f7"?`},
		{"after a long text", "editor = \"\"\"\n[keys]\nx = 1\n\"\"\"\n[keys]\nquti = []\n", `:6: unknown action "quti" in [keys]. Did you mean "quit"?`},
	})
}

func TestKeysThatCantBe(t *testing.T) {
	checkErrors(t, []errorTest{
		{"letter in text", "[keys]\nleave = [\"x\"]\n",
			`:2: "x" is needed for writing, so it can't mean "leave". Choose an F-key, or a key with ctrl or alt`},
		{"enter in text", "[keys]\nnext_field = [\"tab\", \"enter\"]\n",
			`:2: "enter" is needed for writing, so it can't mean "next_field". Choose an F-key, or a key with ctrl or alt`},
		{"arrow in text", "[keys]\nleave = [\"shift+up\"]\n",
			`:2: "shift+up" is needed for writing, so it can't mean "leave". Choose an F-key, or a key with ctrl or alt`},
		{"no way out", "[keys]\nforce_quit = []\n", `:2: "force_quit" needs at least one key. It is the way out`},
		{"no way out of text", "[keys]\nleave = []\n", `:2: "leave" needs at least one key. It is the way out`},
		{"clash with a default", "[keys]\n\nskip = [\"x\"]\n", `:3: "x" can't mean "skip", because it means "done" in the guide. Give one of them another key`},
		{"clash of two", "[keys]\nstory = [\"f8\"]\nquit = [\"f8\"]\n",
			`:3: "f8" can't mean "quit", because it means "story" in the lessons. Give one of them another key`},
		{"clash of global and list", "[keys]\nquit = [\"j\"]\n",
			`:2: "j" can't mean "quit", because it means "down" in the timeline. Give one of them another key`},
		{"clash of list and timeline", "[keys]\nback = [\"f4\"]\n",
			`:2: "f4" can't mean "back", because it means "timeline_editor" in the timeline. Give one of them another key`},
		{"clash in the guide's lists", "[keys]\nhelp = [\">\"]\n",
			`:2: ">" can't mean "help", because it means "indent" in the guide's lists. Give one of them another key`},
		{"clash while writing", "[keys]\nundo_edit = [\"ctrl+s\"]\n",
			`:2: "ctrl+s" can't mean "undo_edit", because it means "save" while you write. Give one of them another key`},
	})
}

func TestOfSeveralTheFirstByLine(t *testing.T) {
	checkErrors(t, []errorTest{
		{"the first of two", "[screen]\nmouse = 1\ntheme = 2\n", `:2: "screen.mouse" must be true or false, without quotes`},
		{"the first by line", "[screen]\ntheme = 2\nmouse = 1\n", `:2: "screen.theme" must be text in quotes`},
	})
}

func TestNotTOML(t *testing.T) {
	checkErrors(t, []errorTest{
		{"no quotes", "\n[screen]\ntheme = plain\n",
			`:3: the value can't be read. Text needs quotes, like "dark"; true and false are small and need none`},
		{"twice", "[screen]\nmouse = true\nmouse = false\n", `:3: this stands in the file twice. Keep one of the two`},
		{"table twice", "[screen]\n[keys]\n[screen]\n", `:3: this stands in the file twice. Keep one of the two`},
		{"open quotes", "\neditor = \"vi\n[screen]\n", `:2: the quotes aren't closed`},
		{"open quotes at the end", "\neditor = \"vi", `:2: the quotes aren't closed`},
		{"open long text", "# one\neditor = \"\"\"vi\n[screen]\nmouse = true\n", `:2: the quotes aren't closed`},
		{"open list", "[keys]\nquit = [\"q\",\n\nnext = [\"n\"]\n", `:2: the list isn't closed. Between its keys stands a comma, after the last a ]`},
		{"open list before a table", "[keys]\nquit = [\"q\"\n\n[screen]\n", `:2: the list isn't closed. Between its keys stands a comma, after the last a ]`},
		{"no quotes in a list", "[keys]\nquit = [\n  q,\n]\n",
			`:2: the value can't be read. Text needs quotes, like "dark"; true and false are small and need none`},
		{"backslashes", "[journal]\ndir = \"C:\\new\\journal\"\n", `:2: a backslash within "…" needs a second one. Or use '…', where it stands for itself`},
		{"no value", "editor\n", `:1: this line can't be read. A setting is one line: a name, a =, and a value`},
		{"no UTF-8", "editor = \"\xff\"\n", `:1: the file isn't plain text in UTF-8. Save it as UTF-8 in your editor`},
		{"bad day", "[screen]\ntheme = 2026-13-40\n", `:2: this can't be read: invalid datetime: "2026-13-40"`},
	})
}

func TestAnErrorKeepsWhatCouldBeRead(t *testing.T) {
	c, err := Parse("[screen]\ntheme = \"sea\"\nmouse = false\n[journal]\ndir = \"~/j\"\n[keys]\nquit = [\"j\"]\n", "c", root("h"))
	if err == nil || c.Journal.Dir != root("h", "j") || c.Screen.Mouse || c.Screen.Theme != "kintsugi" {
		t.Errorf("%v, %+v", err, c)
	}
	c, err = Parse("[keys]\nquit = [\"j\"]\n", "c", "")
	if err == nil || c.Keys.Binding("quit").Shown() != "q" {
		t.Errorf("%v, a clash leaves quit with %q", err, c.Keys.Binding("quit").Keys)
	}
}

func TestALargeFileIsReadInTime(t *testing.T) {
	_, err := Parse("editor = \"\"\"\n"+strings.Repeat("a line that goes on and on\n", 40_000), "config.toml", "")
	if err == nil || err.Error() != "config.toml:40001: the quotes aren't closed" {
		t.Error(err)
	}
}

func TestHomeUnknown(t *testing.T) {
	_, err := Parse("[journal]\ndir = \"~/j\"\n", "config.toml", "")
	if err == nil || !strings.Contains(err.Error(), "must be a full path") {
		t.Error(err)
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "good.toml"), filepath.Join(dir, "bad.toml")
	for path, text := range map[string]string{good: "editor = \"nano\"\n", bad: "\nedtor = \"nano\"\n"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	missing := filepath.Join(dir, "missing.toml")

	if c, err := Load(good, true, dir); err != nil || c.Editor != "nano" {
		t.Errorf("good: %+v, %v", c, err)
	}
	for _, path := range []string{missing, ""} {
		c, err := Load(path, false, dir)
		if d := cmp.Diff(Default(), c); err != nil || d != "" {
			t.Errorf("%q: %v %s", path, err, d)
		}
	}
	_, err := Load(missing, true, dir)
	if want := missing + ": there is no such file"; err == nil || err.Error() != want || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v, want %s", err, want)
	}
	_, err = Load(bad, false, dir)
	if want := bad + `:2: unknown key "edtor". Did you mean "editor"?`; err == nil || err.Error() != want {
		t.Errorf("bad: %v, want %s", err, want)
	}
	_, err = Load(dir, false, dir)
	var e *Error
	if !errors.As(err, &e) || e.Line != 0 || !strings.HasPrefix(err.Error(), dir+": the file can't be read: ") {
		t.Errorf("a folder: %v", err)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", "editor = \"\"\"\nx\"\"\"\n[keys]\nquit = [\"Q\"]\n", "screen.theme = 1\nscreen = 2", "a.b.c = 1\n[a.b.d]\nx = {y.z = [{}]}",
		"[[keys]]\n[keys.x]\n", "keys = {capture = [\"ctrl++\"]}", "\"\" = 1\n[\"\"]\n", "[screen]\n\"\" = 1\n", "\ufeff[a", "x = '''\n", "k = [\n#\n",
		"coach.off = [1]", "[[coach.off]]\nx = [{}]", "coach = {off = [\"mistakes-were-made\", []]}",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse(text, "f", root("h"))
		if clashes := c.Keys.clashes(); len(clashes) > 0 {
			t.Errorf("clashes: %v", clashes)
		}
		if err == nil {
			return
		}
		var e *Error
		if !errors.As(err, &e) || e.Line < 1 || e.Line > 1+strings.Count(text, "\n") {
			t.Errorf("%#v", err)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	example, err := os.ReadFile("../../config.example.toml")
	if err != nil {
		b.Fatal(err)
	}
	for name, text := range map[string]string{"usual": "editor = \"nano\"\n[screen]\nmouse = false\n", "example": string(example)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Parse(text, "config.toml", "/home/kim"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
