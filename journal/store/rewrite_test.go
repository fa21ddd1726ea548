package store

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"bounceback/journal"
)

// The way out for a file that cannot be edited as it stands keeps all that it says.
func TestRewrite(t *testing.T) {
	for _, c := range []struct{ name, before, after string }{
		{
			"inline forms", "title = 'a' # remark\nid = 'k7h3m9xq2t'\nfix = {status = 'done', mine = 1, actions = [{do = 'a', x = [1, 'b']}]}\n# end\n",
			"schema = 1\nid = \"k7h3m9xq2t\"\ntitle = \"a\"\n\n[fix]\nstatus = \"done\"\nmine = 1\n\n[[fix.actions]]\ndo = \"a\"\nx = [1, \"b\"]\n\n# remark\n# end\n",
		},
		{
			"no id and no schema", "title = 'a'\n", "schema = 1\nid = \"k7h3m9xq2t\"\ntitle = \"a\"\n",
		},
		{
			"unknown tables and wrong types",
			"tags = 5\nown = 'me'\nf = 1.0\ng = -inf\nh = 2026-01-01\ni = 09:12:00\n'odd key' = {a = {b = true}}\n[mine]\nx = \"\"\"\na\n\"\"\"\n[[list]]\ny = 1\n",
			"schema = 1\nid = \"k7h3m9xq2t\"\ntitle = \"\"\nf = 1.0\ng = -inf\nh = 2026-01-01\ni = 09:12:00\nlist = [{y = 1}]\nmine = {x = \"a\\n\"}\n\"odd key\" = {a = {b = true}}\nown = \"me\"\ntags = 5\n",
		},
		{"bytes that are no text", "title = 'a\xff'\n", "schema = 1\nid = \"k7h3m9xq2t\"\ntitle = \"a\ufffd\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t, Options{})
			put(t, s, onePath, c.before)
			f, err := s.Rewrite(onePath, false)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "text", get(t, s, onePath), c.after)
			if l := load(t, s, onePath); l.Locked != "" || !l.Entry.Equal(f.Entry) || l.Stamp != f.Stamp {
				t.Errorf("loaded %+v", l)
			}
			list, err := s.TrashList()
			if err != nil || len(list) != 1 || get(t, s, list[0].Path) != c.before {
				t.Errorf("the trash has %v, %v", list, err)
			}
		})
	}
	s := open(t, Options{})
	put(t, s, onePath, "schema = 2\n")
	if _, err := s.Rewrite(onePath, false); !asErr(err, new(*LockedError)) || get(t, s, onePath) != "schema = 2\n" {
		t.Errorf("rewrote what a newer program wrote: %v", err)
	}
	if _, err := s.Rewrite("entries/none.toml", false); !asErr(err, new(*GoneError)) {
		t.Errorf("rewriting nothing: %v", err)
	}
}

func TestRewriteIsCanonical(t *testing.T) {
	s := open(t, Options{})
	put(t, s, fullPath, fullText(t))
	want := load(t, s, fullPath).Entry
	f, err := s.Rewrite(fullPath, false)
	if err != nil {
		t.Fatal(err)
	}
	sameEntry(t, f.Entry, want)
	for _, c := range []string{"mood = \"grey\"", "ticket = 4711", "step = 2", "weather = \"rain\"", "# ouch", "where = {place = \"home\"}"} {
		if !strings.Contains(f.Text, c) {
			t.Errorf("lost %s", c)
		}
	}
}

func TestJSON(t *testing.T) {
	e := randomEntry(rand.New(rand.NewPCG(2, 2)), 2)
	e.Vent = "secret"
	b, err := JSON(e, false)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(b), "secret") || strings.Contains(string(b), `"vent"`) {
		t.Error("the vent was printed")
	}
	b, err = JSON(e, true)
	if err != nil || !strings.Contains(string(b), `"vent": "secret"`) {
		t.Errorf("the vent is missing, %v", err)
	}
	// It says what the file says, key for key.
	var got map[string]any
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	for i := range tables {
		tab := &tables[i]
		v, ok := lookup(got, tab.name)
		rows := []any{v}
		if tab.list {
			rows, _ = v.([]any)
		}
		if !ok || len(rows) != tab.rows(&e) {
			t.Fatalf("%s has %d rows", tab.path, len(rows))
		}
		for n, row := range rows {
			for _, k := range tab.keys {
				if _, ok := row.(map[string]any)[k.name]; !ok {
					t.Errorf("%s is missing", keyName(tab, n, &k))
				}
			}
		}
	}
	small := journal.New("k7h3m9xq2t", "a <b> & c", time.Date(2026, 11, 12, 9, 0, 0, 0, time.UTC))
	b, err = JSON(small, false)
	same(t, "json", string(b), `{
  "schema": 1,
  "id": "k7h3m9xq2t",
  "title": "a <b> & c",
  "happened": "2026-11-12T09:00:00Z",
  "captured": "2026-11-12T09:00:00Z"
}
`)
	if err != nil {
		t.Error(err)
	}
}
