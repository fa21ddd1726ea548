package store

import (
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"bounceback/journal"
)

// Every field of an entry has its key: otherwise what a person writes there would not be saved.
func TestEveryFieldHasAKey(t *testing.T) {
	e := randomEntry(rand.New(rand.NewPCG(1, 1)), 1)
	var visit func(path string, v reflect.Value)
	visit = func(path string, v reflect.Value) {
		switch {
		case v.Type() == reflect.TypeFor[journal.Origin]():
		case v.Kind() == reflect.Struct && v.Type().PkgPath() == "bounceback/journal":
			for i := range v.NumField() {
				visit(path+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case v.Kind() == reflect.Slice && v.Len() > 0 && v.Type().Elem().Kind() == reflect.Struct:
			visit(path+"[0]", v.Index(0))
		case v.IsZero():
			t.Errorf("no key sets %s", path)
		}
	}
	visit("Entry", reflect.ValueOf(e))
}

func TestSchemaIsCanonical(t *testing.T) {
	seen := map[string]bool{}
	docs := Schema()
	for _, k := range docs {
		if seen[k.Path] {
			t.Errorf("%s stands twice", k.Path)
		}
		seen[k.Path] = true
		if k.Doc == "" || (k.Kind == "word") != (len(k.Values) > 0) {
			t.Errorf("%s is not documented: %+v", k.Path, k)
		}
	}
	// The commented file in testdata has nearly every key, in this order.
	d := mustDecode(t, fullText(t))
	last := -1
	for _, b := range d.cut.blocks {
		tab := tableAt(b.path)
		if tab == nil {
			continue
		}
		for i := range b.stmts {
			path := tab.join(b.stmts[i].name)
			delete(seen, path)
			rank := slices.IndexFunc(docs, func(k KeyDoc) bool { return k.Path == path })
			if rank < 0 {
				continue // a key of the person's own
			}
			if again := tab.list && b.nth > 1; rank <= last && !again {
				t.Errorf("%s is not where the canonical order has it", path)
			}
			last = rank
		}
	}
	same(t, "keys that are absent", slices.Sorted(maps.Keys(seen)), []string{
		"apologize.finished", "apologize.reason", "fix.finished", "fix.reason", "fix.unrepairable_because",
		"learn.finished", "learn.reason", "own.reason",
	})
}

// Every key can be set, changed and cleared on its own in a commented file, and comes back.
func TestEveryKey(t *testing.T) {
	base := fullText(t)
	r := rand.New(rand.NewPCG(3, 4))
	for i := range tables {
		tab := &tables[i]
		d := mustDecode(t, base)
		for n := range tab.rows(&d.Entry) {
			for j := range tab.keys {
				k := &tab.keys[j]
				if k.name == "schema" {
					continue
				}
				t.Run(keyName(tab, n, k), func(t *testing.T) {
					text := base
					for _, v := range []any{randomValue(r, k), zeroOf(k), randomValue(r, k), randomValue(r, k)} {
						want := mustDecode(t, text).Entry.Clone()
						k.set(tab.row(&want, n), v)
						next := mustChange(t, text, want)
						if got := k.get(tab.row(&next.Entry, n)); !sameValue(got, v) {
							t.Fatalf("got %#v, want %#v", got, v)
						}
						text = next.Text
					}
				})
			}
		}
	}
}

func TestEncodeRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for n := range 200 {
		want := randomEntry(r, n%4)
		d := mustDecode(t, Encode(want))
		sameEntry(t, d.Entry, want)
		if d.Locked != "" || len(d.Problems) > 0 {
			t.Fatalf("locked %q, problems %v", d.Locked, d.Problems)
		}
		if again := Encode(d.Entry); again != d.Text {
			t.Fatal("encoding what was read gives another text")
		}
	}
}
