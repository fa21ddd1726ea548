package desk

import (
	"errors"
	"os"
	"strings"
	"testing"

	"bounceback/journal/store"
)

// A whole file, back from the editor.
func TestSaveText(t *testing.T) {
	const path = "entries/2026/2026-11-12-a.aaaaaaaaaa.toml"
	start := textA + "what = \"\"\"\nbefore\n\"\"\"\n"
	other := func(text string) func(t *testing.T, d *Desk) { // what another program wrote meanwhile
		return func(t *testing.T, d *Desk) { put(t, d, path, text) }
	}
	nobody := func(*testing.T, *Desk) {}
	for _, c := range []struct {
		name      string
		start     string
		meanwhile func(t *testing.T, d *Desk)
		text      string
		want      string // the file's text; "" when it stays as it was
		err       string // what the error says
	}{
		{"as it is, comments and all", start, nobody, "# mine\n" + start + "\n\nmood = 1 # odd", "# mine\n" + start + "\n\nmood = 1 # odd", ""},
		{"unchanged", start, nobody, start, start, ""},
		{"broken", start, nobody, start + "what = \n", "", path + ":8: "},
		{"empty", start, nobody, "", "", "empty"},
		{"another id", start, nobody, strings.Replace(start, "aaaaaaaaaa", "bbbbbbbbbb", 1), "", `put id = "aaaaaaaaaa" back`},
		{"without its id", start, nobody, strings.Replace(start, "id = \"aaaaaaaaaa\"\n", "", 1), "", `put id = "aaaaaaaaaa" back`},
		{"a newer format", start, nobody, strings.Replace(start, "schema = 1", "schema = 9", 1), "", "newer bounceback"},
		{"another key changed meanwhile", start, other(start + "tags = [\"theirs\"] # why\n"), strings.Replace(start, "before", "after", 1),
			strings.Replace(start, "before", "after", 1) + "tags = [\"theirs\"] # why\n", ""},
		{"the same key changed meanwhile", start, other(strings.Replace(start, "before", "theirs", 1)),
			strings.Replace(start, "before", "mine", 1), strings.Replace(start, "before", "theirs", 1), "changed elsewhere in the meantime: what"},
		{"broken meanwhile", start, other("title = "), strings.Replace(start, "before", "after", 1), "title = ", ":1: "},
		{"mended", "title = \"A", nobody, textA, textA, ""},
		{"still broken", "title = \"A", nobody, "title = \"B", "", ":1: "},
		{"given an id", "title = \"A\"\n", nobody, textA, textA, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			put(t, d, path, c.start)
			base, err := d.Open(path)
			if err != nil { // as the screen does it with a file that can't be read
				text, err := d.Text(path)
				if err != nil {
					t.Fatal(err)
				}
				base = store.File{Path: path, Text: text}
			}
			c.meanwhile(t, d)
			got, err := d.SaveText(base, c.text)
			switch {
			case c.err == "" && err != nil:
				t.Errorf("the error is %v", err)
			case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)):
				t.Errorf("the error is %v, want %q in it", err, c.err)
			}
			want := c.want
			if want == "" {
				want = c.start
			}
			is, err := d.Text(path)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "the file", is, want)
			if c.err == "" {
				same(t, "what came back", got.Text, want)
			}
		})
	}
}

// What a person typed in the editor beyond the keys comes through a merge as well.
func TestSaveTextKeepsComments(t *testing.T) {
	start := textA + "quiet = true # why\n"
	theirs := strings.Replace(start, "title = \"A\"", "title = \"A2\"", 1)
	for _, c := range []struct{ name, text, has string }{
		{"a comment", strings.Replace(start, "# why", "# since the move", 1), "quiet = true # since the move\n"},
		{"a key of one's own", start + "mood = 1\n", "mood = 1\n"},
		{"a known key", start + "severity = \"slip\"\n", "severity = \"slip\"\n"},
	} {
		d := newDesk(t)
		put(t, d, pathA, start)
		base := mustOpen(t, d, pathA)
		put(t, d, pathA, theirs)
		f, err := d.SaveText(base, c.text)
		if err != nil || f.Entry.Title != "A2" || !strings.Contains(f.Text, c.has) {
			t.Errorf("%s: %q, %v", c.name, f.Text, err)
		}
		if left := drafts(t, d); len(left) != 0 {
			t.Errorf("%s: the drafts have %q", c.name, left)
		}
	}
}

func TestSaveTextOfAGoneFile(t *testing.T) {
	d := newDesk(t)
	f := mustCapture(t, d, "here")
	if _, err := d.Trash(f.Path); err != nil {
		t.Fatal(err)
	}
	var gone *store.GoneError
	if _, err := d.SaveText(f, f.Text+"# more\n"); !errors.As(err, &gone) {
		t.Errorf("the error is %v", err)
	}
	if _, err := os.Stat(onDisk(d, f.Path)); err == nil {
		t.Error("the file is back")
	}
}
