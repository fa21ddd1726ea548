package guide

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"bounceback/journal"
	"bounceback/journal/store"
)

// Every key of the file that a person writes can be written in the guide.
func TestEveryKeyHasItsQuestion(t *testing.T) {
	elsewhere := map[string]string{ // and where each other one comes from
		"schema": "the format's", "id": "the identity", "captured": "when it was captured", "colleague": "the colleague view",
		"recurrence_of": "“the same again” while capturing", "same_as": "a conflict that was split",
		"coach.dismissed": "the coach's", "report.authors": "the report's", "report.status": "the report's",
		"report.omit": "the report's", "report.pseudonyms": "the report's", "report.persons": "the report's",
		"learn.review.due": "the schedule's", "learn.review.algorithm": "the schedule's",
		"learn.reviews.at": "the schedule's", "learn.reviews.answer": "the schedule's",
		"own.status": "x and s", "fix.status": "x and s", "apologize.status": "x and s", "learn.status": "x and s",
		"own.finished": "x and s", "fix.finished": "x and s", "apologize.finished": "x and s", "learn.finished": "x and s",
		"rca.factors.level": "< and >",
	}
	asked := map[string]field{}
	note := func(f field) {
		if _, twice := asked[f.key]; twice {
			t.Errorf("%s is asked for twice", f.key)
		}
		asked[f.key] = f
	}
	for _, s := range append(allSteps(), whatPage) {
		if s != whatPage {
			note(reasonField(s))
		}
		for _, f := range fieldsOf(s) {
			if f.kind != list {
				note(f)
				continue
			}
			for _, g := range f.list.fields(0) {
				if !strings.HasPrefix(g.key, f.key+".") {
					t.Errorf("%s stands in the list %s", g.key, f.key)
				}
				note(g)
			}
		}
	}
	for _, k := range store.Schema() {
		f, ok := asked[k.Path]
		_, other := elsewhere[k.Path]
		if ok == other {
			t.Errorf("%s: asked for %v, comes from elsewhere %v", k.Path, ok, other)
		}
		delete(asked, k.Path)
		delete(elsewhere, k.Path)
		if !ok {
			continue
		}
		want := map[string][]kind{
			"text": {line, prose_}, "prose": {prose_}, "word": {choice}, "flag": {flag}, "number": {choice}, "moment": {moment}, "list of texts": {words},
		}[k.Kind]
		if !slices.Contains(want, f.kind) {
			t.Errorf("%s is a %s in the file, and kind %d in the guide", k.Path, k.Kind, f.kind)
		}
		for _, v := range k.Values {
			if !slices.Contains(f.options, v) {
				t.Errorf("%s: %q can’t be chosen", k.Path, v)
			}
		}
		if f.ask == "" {
			t.Errorf("%s asks nothing", k.Path)
		}
	}
	for key := range asked {
		t.Errorf("%s is asked for and is no key of the file", key)
	}
	for key := range elsewhere {
		t.Errorf("%s is no key of the file", key)
	}
}

// What a field sets is what its key in the file holds afterwards, and get gives it back.
func TestFieldsReachTheirKeys(t *testing.T) {
	values := map[kind]string{prose_: "some words\nand more", line: "some words", words: "Kim, \"a, b\"", moment: "2026-11-20", flag: "yes"}
	for _, s := range append(allSteps(), whatPage) {
		for _, f := range fieldsOf(s) {
			fs, e := []field{f}, &journal.Entry{ID: "k7h3m9xq2t", Schema: 1}
			if f.kind == list {
				f.list.add(e, clock{New(Options{Now: fixed})})
				f.list.add(e, clock{New(Options{Now: fixed})})
				fs = f.list.fields(1)
			}
			for _, g := range fs {
				v := values[g.kind]
				if g.kind == choice {
					v = g.options[len(g.options)-1]
				}
				if g.get(e) == v {
					g.set(e, map[kind]string{flag: "no"}[g.kind])
				}
				before := leaves(t, *e)
				g.set(e, v)
				if got := g.get(e); got != v {
					t.Errorf("%s: set %q, got %q", g.key, v, got)
				}
				want := g.key
				if f.kind == list {
					want = f.key + "[1]" + strings.TrimPrefix(g.key, f.key)
				}
				found := false
				for path, value := range leaves(t, *e) {
					switch {
					case before[path] == value:
					case path == want || strings.HasPrefix(path, want+"["):
						found = true
					default:
						t.Errorf("%s sets %s", g.key, path)
					}
				}
				if !found {
					t.Errorf("%s is not set", want)
				}
			}
		}
	}
}

// leaves are the values of an entry by their keys, as in "fix.actions[0].do".
func leaves(t *testing.T, e journal.Entry) map[string]string {
	t.Helper()
	data, err := store.JSON(e, true)
	if err != nil {
		t.Fatal(err)
	}
	var root any
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, w := range v {
				walk(strings.TrimPrefix(path+"."+k, "."), w)
			}
		case []any:
			for i, w := range v {
				walk(fmt.Sprintf("%s[%d]", path, i), w)
			}
		default:
			out[path] = fmt.Sprint(v)
		}
	}
	walk("", root)
	return out
}

func fixed() time.Time { return time.Date(2026, 11, 22, 20, 15, 0, 0, time.UTC) }

func TestWordsOnOneLine(t *testing.T) {
	for _, tt := range []struct {
		typed string
		want  []string
	}{
		{"", nil}, {" , ,", nil}, {"Dana", []string{"Dana"}}, {"Dana,Kim , eu-west customers", []string{"Dana", "Kim", "eu-west customers"}},
		{`"Smith, Dana", Kim`, []string{"Smith, Dana", "Kim"}}, {`the "big" one`, []string{`the "big" one`}},
		{`"say ""hi"""`, []string{`say "hi"`}}, {`"unclosed, two`, []string{"unclosed, two"}}, {"a\nb", []string{"a", "b"}},
		{`""`, []string{""}}, {`" a "`, []string{" a "}},
	} {
		if got := splitWords(tt.typed); !slices.Equal(got, tt.want) {
			t.Errorf("%q is %q, want %q", tt.typed, got, tt.want)
		}
	}
	for _, ws := range [][]string{{"a, b", `"`, "", " ", "x\ny", `a"b`, "日本語", `""`, `a""`}} {
		if got := splitWords(joinWords(ws)); !slices.Equal(got, ws) {
			t.Errorf("%q comes back as %q (%s)", ws, got, joinWords(ws))
		}
	}
}

func TestQuestionOfAKey(t *testing.T) {
	for key, want := range map[string]string{
		"own.did": "What did I do, or not do?", "fix.actions[2].do": "What will be done?", "title": "In one line", "rca.nothing": "rca.nothing",
	} {
		if got := Question(key); got != want {
			t.Errorf("%s asks %q, want %q", key, got, want)
		}
	}
}
