package store

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"bounceback/journal"
)

// What stands in the file before and after a change, to the byte.
func TestSpliceKeepsTheRest(t *testing.T) {
	for _, c := range []struct {
		name, before, after string
		change              func(e *journal.Entry)
	}{
		{
			"a value, with its remark",
			"id = 'x' # mine\ntitle = \"Old # title\"   # remark\nmood = 1\n",
			"id = 'x' # mine\ntitle = \"New\"   # remark\nmood = 1\n",
			func(e *journal.Entry) { e.Title = "New" },
		},
		{
			"a new key after its predecessor, indented as it is",
			"  title = 'a'\n  happened = 2026-01-02\n  mood = 1\n",
			"  title = 'a'\n  happened = 2026-01-02\n  severity = \"slip\"\n  mood = 1\n",
			func(e *journal.Entry) { e.Severity = journal.Slip },
		},
		{
			"a new key before its followers",
			"title = 'a'\nseverity = 'slip'\nmood = 1\nwhat = 'w'\n",
			"title = 'a'\nseverity = 'slip'\ntags = [\"x\"]\nmood = 1\nwhat = 'w'\n",
			func(e *journal.Entry) { e.Tags = []string{"x"} },
		},
		{
			"a new table after the tables of an element",
			"[[sting]]\nlevel = 1\n[sting.where]\nx = 1\n",
			"[[sting]]\nlevel = 1\n[sting.where]\nx = 1\n\n[own]\nstatus = \"doing\"\n",
			func(e *journal.Entry) { e.Own.Status = journal.Doing },
		},
		{
			"a cleared key leaves its comments",
			"title = 'a'\n# my tags\ntags = [ # why\n 'a', # one\n] # end\nwhat = 'w'\n",
			"title = 'a'\n# my tags\n# why\n# one\n# end\nwhat = 'w'\n",
			func(e *journal.Entry) { e.Tags = nil },
		},
		{
			"a flag is switched off in place",
			"title = 'a'\nwitnessed = true # others\n",
			"title = 'a'\nwitnessed = false # others\n",
			func(e *journal.Entry) { e.Witnessed = false },
		},
		{
			"no newline at the end, and a new table",
			"title = 'a'",
			"title = 'a'\n\n[own]\nstatus = \"doing\"\n",
			func(e *journal.Entry) { e.Own.Status = journal.Doing },
		},
		{
			"a new table between its neighbors, not into an element of a list",
			"title = 'a'\n\n[own]\nstatus = 'done'\n\n[mine]\nx = 1\n\n[learn]\ncue = 'c'\n",
			"title = 'a'\n\n[own]\nstatus = 'done'\n\n[[own.knew_later]]\ntext = \"\"\"\nt\n\"\"\"\n\n[fix]\nstatus = \"doing\"\n\n[mine]\nx = 1\n\n[learn]\ncue = 'c'\n",
			func(e *journal.Entry) {
				e.Own.KnewLater = []journal.Note{{Text: "t"}}
				e.Fix.Status = journal.Doing
			},
		},
		{
			"windows line endings",
			"title = 'a'\r\n# c\r\n[own]\r\nstatus = 'done'\r\n",
			"title = 'a'\r\nwhat = \"\"\"\r\nx\r\ny\r\n\"\"\"\r\n# c\r\n[own]\r\nstatus = 'done'\r\n\r\n[fix]\r\nstatus = \"doing\"\r\n",
			func(e *journal.Entry) { e.What, e.Fix.Status = "x\ny", journal.Doing },
		},
		{
			"elements change places with all that is theirs",
			"title = 'a'\n\n# all\n\n# A\n[[sting]]\nlevel = 1 # one\nx = 1\n\n[sting.where]\ny = 1\n\n# B\n[[sting]]\nlevel = 2 # two\n# below\n\n[learn]\ncue = 'c'\n# end",
			"title = 'a'\n\n# B\n[[sting]]\nlevel = 2 # two\n# below\n\n# all\n\n# A\n[[sting]]\nlevel = 1 # one\nx = 1\n\n[sting.where]\ny = 1\n\n[learn]\ncue = 'c'\n# end",
			func(e *journal.Entry) { slices.Reverse(e.Sting) },
		},
		{
			"a deleted element goes, what stands apart stays",
			"title = 'a'\n\n# all\n\n# A\n[[sting]]\nlevel = 1 # one\n\n# B\n[[sting]]\nlevel = 2 # two\n",
			"title = 'a'\n\n# all\n\n# B\n[[sting]]\nlevel = 2 # two\n",
			func(e *journal.Entry) { e.Sting = e.Sting[1:] },
		},
		{
			"a new element beside its sister, indented as she is",
			"title = 'a'\n\n  [[fix.actions]]\n  do = 'A'\n\n[mine]\nx = 1\n",
			"title = 'a'\n\n  [[fix.actions]]\n  do = \"Z\"\n\n  [[fix.actions]]\n  do = 'A'\n\n  [[fix.actions]]\n  do = \"B\"\n\n[mine]\nx = 1\n",
			func(e *journal.Entry) {
				e.Fix.Actions = []journal.Action{{Do: "Z"}, e.Fix.Actions[0], {Do: "B"}}
			},
		},
		{
			"the last element goes and a new one comes",
			"title = 'a'\n\n[[sting]]\nlevel = 1\n\n[learn]\ncue = 'c'\n",
			"title = 'a'\n\n[[sting]]\nlevel = 5\n\n[learn]\ncue = 'c'\n",
			func(e *journal.Entry) { e.Sting = []journal.Sting{{Level: 5}} },
		},
		{
			"a table of an element that stands far from it",
			"title = 'a'\n[[sting]]\nlevel = 1\n[own]\ndid = 'd'\n[sting.where]\nx = 1\n",
			"title = 'a'\n[[sting]]\nlevel = 1\n[sting.where]\nx = 1\n\n[[sting]]\nlevel = 2\n[own]\ndid = 'd'\n",
			func(e *journal.Entry) { e.Sting = append(e.Sting, journal.Sting{Level: 2}) },
		},
		{
			"a comment right below stays below",
			"[[sting]]\nlevel = 1\n# below\n\n[[sting]]\nlevel = 2\n",
			"[[sting]]\nlevel = 3\n# below\n\n[[sting]]\nlevel = 2\n",
			func(e *journal.Entry) { e.Sting[0].Level = 3 },
		},
		{
			"what stands at the top stays there",
			"# my file\n\n# how I felt\nmood = 1\n[own]\ndid = 'd'\n",
			"# my file\n\n# how I felt\nmood = 1\ntitle = \"t\"\n[own]\ndid = 'd'\n",
			func(e *journal.Entry) { e.Title = "t" },
		},
		{
			"only comments in the file",
			"# mine\n\n# more\n",
			"title = \"t\"\n# mine\n\n# more\n",
			func(e *journal.Entry) { e.Title = "t" },
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := mustDecode(t, c.before).Entry.Clone()
			c.change(&want)
			same(t, "text", mustChange(t, c.before, want).Text, c.after)
		})
	}
}

// mutate changes one thing, or a few, as a person at the screen would.
func mutate(r *rand.Rand, e *journal.Entry) {
	for range 1 + r.IntN(3) {
		t := &tables[r.IntN(len(tables))]
		if t.list && r.IntN(3) > 0 {
			reshape(r, t, e)
			continue
		}
		if t.rows(e) == 0 {
			continue
		}
		k := &t.keys[r.IntN(len(t.keys))]
		v := randomValue(r, k)
		if r.IntN(4) == 0 {
			v = zeroOf(k)
		}
		if k.name != "schema" && k.name != "id" {
			k.set(t.row(e, r.IntN(t.rows(e))), v)
		}
	}
}

// reshape inserts, deletes and shuffles elements.
func reshape(r *rand.Rand, t *table, e *journal.Entry) {
	n := t.count(e)
	order := r.Perm(n)
	if r.IntN(2) == 0 {
		slices.Sort(order)
	}
	old := e.Clone()
	t.resize(e, 0)
	for i := range n {
		if r.IntN(5) == 0 {
			continue // deleted
		}
		t.add(e, t.row(&old, order[i]))
		if r.IntN(5) == 0 {
			t.add(e, t.row(&old, order[i])) // a copy, with the same origin
		}
	}
	if r.IntN(2) == 0 && n < 8 {
		var fresh journal.Entry
		t.resize(&fresh, 1)
		for j := range t.keys {
			t.keys[j].set(t.row(&fresh, 0), randomValue(r, &t.keys[j]))
		}
		t.add(e, t.row(&fresh, 0))
	}
}

// Twenty thousand edits of commented files. The proof in change looks for what is lost; here its word is not taken for the
// keys and comments outside of lists, which must all be there to the letter.
func TestRandomEdits(t *testing.T) {
	full, small := fileText(t, "full.toml"), fileText(t, "small.toml")
	bases := []string{
		small, strings.ReplaceAll(small, "\n", "\r\n"), bom + small, strings.TrimRight(small, "\n"), "title = 'x'", small,
		Encode(journal.Entry{}), full,
	}
	kept := map[string][]string{
		"# my file": {
			"# my file", "# do not touch", "mood = \"blue\"   # mine", "# a remark", "# tags are mine", "# first", "# one", "# readings",
			"[mine]", "x = { a = 1, b = [ \"#\", '''q''' ] } # inline", "# slow", "# the end",
		},
		"# The whole": {
			"# The whole story of that Thursday.", "# never changes", "# others saw it", "mood = \"grey\"                     # a key of my own",
			"# the big one", "# Readings, hottest first.", "x = { a = 1, b = [ \"#\", '''q''' ] } # inline, and mine", "# slow", "step = 2", "# the end",
		},
	}
	n := 20000
	if testing.Short() {
		n = 2000
	}
	r := rand.New(rand.NewPCG(7, 8))
	var d *doc
	for i := range n {
		if i%16 == 0 {
			d = mustDecode(t, bases[i/16%len(bases)])
		}
		want := d.Entry.Clone()
		mutate(r, &want)
		next, err := change(d, &want)
		if err != nil {
			t.Fatalf("edit %d: %v\n%s", i, err, d.Text)
		}
		for first, all := range kept {
			for _, c := range all {
				if strings.Contains(d.Text, first) && !strings.Contains(next.Text, c) {
					t.Fatalf("edit %d lost %q\n%s", i, c, next.Text)
				}
			}
		}
		d = next
	}
}

// A person may put tables and keys into any order, with comments, empty lines and indents anywhere.
func TestRandomEditsOfShuffledFiles(t *testing.T) {
	full := fullText(t)
	r := rand.New(rand.NewPCG(11, 12))
	n, edited := 300, 0
	if testing.Short() {
		n = 60
	}
	for range n {
		text := shuffled(r, full)
		d, err := decode(fullPath, text)
		if err != nil {
			continue // [sting.where] came before every [[sting]]
		}
		for range 5 {
			want := d.Entry.Clone()
			mutate(r, &want)
			next, err := change(d, &want)
			if err != nil {
				t.Fatalf("%v\n%s", err, d.Text)
			}
			d = next
			edited++
		}
	}
	if edited < n {
		t.Errorf("only %d edits of %d files", edited, n)
	}
}

func shuffled(r *rand.Rand, text string) string {
	noise := func(w *writer) {
		if r.IntN(3) == 0 {
			w.verbatim([]string{"\n", "# note\n", "  # [x]\n\n", "\n# a = 'b\n"}[r.IntN(4)])
		}
	}
	c := cut(text)
	w := writer{eol: "\n"}
	for i, b := range append(c.blocks[:1:1], shuffle(r, c.blocks[1:])...) {
		noise(&w)
		if i > 0 {
			w.verbatim(text[b.lead:b.hend])
		}
		for _, st := range shuffle(r, b.stmts) {
			noise(&w)
			w.verbatim(strings.Repeat(" ", r.IntN(3)) + strings.TrimLeft(text[st.lead:st.end], "\n"))
		}
	}
	return w.b.String()
}

func shuffle[T any](r *rand.Rand, list []T) []T {
	out := slices.Clone(list)
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// However odd a file is: a change is refused, or it says what was wanted and loses nothing.
func FuzzSplice(f *testing.F) {
	f.Add(fullText(f), uint64(1))
	for i, s := range []string{
		"fix.status = 'doing'", "fix = {status='doing', actions=[{do='a'}]}", "[fix]\nactions=[{do='a'}, # c\n {do='b'}]",
		"'id'='x'\n[ fix ]\nstatus='doing'", "\"t\\u0069tle\" = 'x'", "[fix.actions.sub]\nq=1", "sting = []", "sting = 5\ntags = 3",
		"[[fix]]\n[fix.actions]\nx=1", "own = 'x'\n[own2]", "title = 'a'\r\n# c\r\n[[sting]]\r\n", "a = nan\n[learn]\nreview.due = 2026-01-01",
		"a = {\n x = 1, # c\n y = '#',\n}\ntitle='t'", "[[sting]]\n[own]\n[sting.x]\n[[sting]]\n[sting.x]", "title = \"\"\"a\"\"\"\"\" # x",
	} {
		f.Add(s, uint64(i))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		cut(text) // must not panic on any text
		d, err := decode(fullPath, text)
		if err != nil {
			return
		}
		want := d.Entry.Clone()
		mutate(rand.New(rand.NewPCG(seed, 1)), &want)
		next, err := change(d, &want)
		if err != nil {
			// A file whose only key is cleared would be empty, which is refused. All else can be changed.
			if d.Locked == "" && len(d.Problems) == 0 && !strings.Contains(err.Error(), "empty") {
				t.Fatalf("%v\n%s", err, text)
			}
			return
		}
		if !next.Entry.Equal(want) {
			t.Fatalf("says something else:\n%s", next.Text)
		}
		if d.Text == next.Text && !d.Entry.Equal(want) {
			t.Fatal("a change changed nothing")
		}
	})
}
