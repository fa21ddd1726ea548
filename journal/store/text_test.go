package store

import (
	"errors"
	"os"
	"strings"
	"testing"
)

// A whole file that was edited by hand, while the file itself stayed or changed.
func TestSaveText(t *testing.T) {
	const base = "id = 'k7h3m9xq2t'\ntitle = 'a' # why\nmood = 1\n[[sting]]\nlevel = 1\n[[sting]]\nlevel = 2\n"
	edit := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(base) }
	for _, c := range []struct {
		name, now, text, want string
		conflict              []string
	}{
		{"nothing else changed", base, edit("'a' # why", "'b' # because", "mood", "sky"), edit("'a' # why", "'b' # because", "mood", "sky"), nil},
		{"the same on both sides", edit("'a'", "'b'"), edit("'a'", "'b'"), edit("'a'", "'b'"), nil},
		{"comments here, a key there", edit("'a'", "'b'"), edit("# why", "# because"), edit("'a' # why", "\"b\" # because"), nil},
		{"a key here, comments there", edit("# why", "# because"), edit("'a'", "'b'"), edit("'a' # why", "\"b\" # because"), nil},
		{"an element here, another there", edit("level = 2\n", "level = 2\n[[sting]]\nlevel = 3\n"), edit("[[sting]]\nlevel = 1\n", ""),
			edit("[[sting]]\nlevel = 1\n", "", "level = 2\n", "level = 2\n[[sting]]\nlevel = 3\n"), nil},
		{"one text on both sides", edit("'a'", "'b'"), edit("'a'", "'c'"), "", []string{"title"}},
		{"comments on both sides", edit("# why", "# theirs"), edit("# why", "# mine"), "", []string{RestKey}},
		{"mending what was broken", "title = ", edit(), edit(), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t, Options{})
			put(t, s, onePath, c.now)
			from := File{Path: onePath, Text: base}
			if c.name == "mending what was broken" {
				from.Text = c.now
			}
			from.Entry.ID = "k7h3m9xq2t"
			f, err := s.SaveText(from, c.text)
			var conflict *ConflictError
			if errors.As(err, &conflict) {
				same(t, "keys", conflict.Keys, c.conflict)
				if get(t, s, onePath) != c.now || conflict.Theirs.Text != c.now {
					t.Error("a conflict changed the file")
				}
				return
			}
			if err != nil || c.conflict != nil {
				t.Fatalf("got %v", err)
			}
			same(t, "text", get(t, s, onePath), c.want)
			if f.Text != c.want || load(t, s, onePath).Stamp != f.Stamp {
				t.Errorf("returned %+v", f)
			}
		})
	}
	s := open(t, Options{})
	const old = "id = 'k7h3m9xq2t'\ntitle = 'a'\n[[fix.actions]]\ndo = 'A'\nowner = 'me'\n[[fix.actions]]\ndo = 'B'\nowner = 'me'\n"
	put(t, s, onePath, old)
	from := load(t, s, onePath)
	put(t, s, onePath, strings.NewReplacer("'a'", "'theirs'", "'B'\nowner = 'me'", "'B'\nowner = 'Dana'").Replace(old))
	text := strings.Replace(strings.Replace(old, "'a'", "'mine'", 1), "[[", "[[fix.actions]]\ndo = 'Z'\nowner = 'me'\n[[", 1)
	_, err := s.SaveText(from, text)
	var conflict *ConflictError
	if !errors.As(err, &conflict) {
		t.Fatal(err)
	}
	mine := conflict.Mine(mustDecode(t, text).Entry)
	f, err := s.Save(conflict.Theirs, mine)
	if a := f.Entry.Fix.Actions; err != nil || f.Entry.Title != "mine" || len(a) != 3 || a[0].Do != "Z" || a[0].Owner != "me" || a[2].Owner != "Dana" {
		t.Errorf("settled for mine: %+v, %v", f.Entry, err)
	}
	put(t, s, onePath, base)
	f = load(t, s, onePath)
	for _, c := range []struct {
		text   string
		target any
	}{{"title = ", new(*BrokenError)}, {edit("k7h", "k7k"), new(*RefusedError)}, {edit("title", "schema = 2\ntitle"), new(*LockedError)}} {
		if _, err := s.SaveText(f, c.text); !errors.As(err, c.target) || get(t, s, onePath) != base {
			t.Errorf("%q: %v", c.text, err)
		}
	}
	os.Remove(s.full(onePath))
	if _, err := s.SaveText(f, edit("'a'", "'b'")); !asErr(err, new(*GoneError)) {
		t.Errorf("a file that is gone: %v", err)
	}
}
