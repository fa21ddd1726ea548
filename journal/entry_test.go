package journal_test

import (
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"bounceback/journal"
	"bounceback/journal/when"
)

// full is an entry in which every field is set, and every list has an element.
func full() journal.Entry {
	var e journal.Entry
	fill(reflect.ValueOf(&e).Elem())
	return e
}

func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Int:
		v.SetInt(7)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[when.Moment]() {
			v.Set(reflect.ValueOf(when.At(time.Unix(1e9, 0).UTC())))
			return
		}
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	default:
		panic("no value for " + v.Type().String())
	}
}

// each calls f with every field of v by its name, lists and their elements included.
func each(v reflect.Value, name string, f func(name string, v reflect.Value)) {
	f(name, v)
	switch {
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			each(v.Index(i), name, f)
		}
	case v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[when.Moment]():
		for i := range v.NumField() {
			each(v.Field(i), strings.TrimPrefix(name+"."+v.Type().Field(i).Name, "."), f)
		}
	}
}

func TestCloneSharesNothing(t *testing.T) {
	e := full()
	c := e.Clone()
	if !reflect.DeepEqual(e, c) {
		t.Fatal("the clone is not the same")
	}
	seen := map[uintptr]bool{}
	lists := 0
	each(reflect.ValueOf(e), "", func(_ string, v reflect.Value) {
		if v.Kind() == reflect.Slice {
			seen[v.Pointer()] = true
			lists++
		}
	})
	each(reflect.ValueOf(c), "", func(name string, v reflect.Value) {
		if v.Kind() == reflect.Slice && seen[v.Pointer()] {
			t.Errorf("%s is shared", name)
		}
	})
	if lists < 15 {
		t.Errorf("only %d lists were looked at", lists)
	}
	if zero := (journal.Entry{}).Clone(); !reflect.DeepEqual(zero, journal.Entry{}) {
		t.Error("a clone of nothing is something")
	}
}

// Any difference in any field is seen, except in where an element was read from.
func TestEqualSeesEveryField(t *testing.T) {
	fields := 0
	each(reflect.ValueOf(full()), "", func(name string, _ reflect.Value) {
		e := full()
		each(reflect.ValueOf(&e).Elem(), "", func(n string, v reflect.Value) {
			if n == name && v.Kind() != reflect.Slice && v.CanSet() && !v.IsZero() {
				v.SetZero()
			}
		})
		origin := strings.HasSuffix(name, "Origin")
		if name != "" && full().Equal(e) != origin && !reflect.DeepEqual(e, full()) {
			t.Errorf("without %s the entry is equal: %v", name, !origin)
		}
		fields++
	})
	if fields < 80 {
		t.Errorf("only %d fields were looked at", fields)
	}
}

func TestEqual(t *testing.T) {
	with := func(f func(*journal.Entry)) journal.Entry {
		e := full()
		f(&e)
		return e
	}
	midnight, err := when.Parse("2026-01-01T00:00:00")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		a, b journal.Entry
		want bool
	}{
		{"the same", full(), full(), true},
		{"nil and empty lists", journal.Entry{}, journal.Entry{Tags: []string{}, Ledger: []journal.Notice{}}, true},
		{"todo and nothing", journal.Entry{Own: journal.Own{State: journal.State{Status: "todo"}}}, journal.Entry{}, true},
		{"doing and nothing", journal.Entry{Own: journal.Own{State: journal.State{Status: "doing"}}}, journal.Entry{}, false},
		{"an element more", full(), with(func(e *journal.Entry) { e.Tags = append(e.Tags, "") }), false},
		{"a title that says todo", journal.Entry{Title: "todo"}, journal.Entry{}, false},
		{"a date and its midnight", journal.Entry{Happened: when.On(when.Day{Year: 2026, Month: 1, Day: 1})},
			journal.Entry{Happened: midnight}, false},
	} {
		if got := c.a.Equal(c.b); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
		if got := c.b.Equal(c.a); got != c.want {
			t.Errorf("%s, the other way around: %v", c.name, got)
		}
	}
	a, b := full(), full()
	b.Sting[0].Origin, b.Own.Status = 3, "todo"
	a.Equal(b)
	if b.Sting[0].Origin != 3 || b.Own.Status != "todo" {
		t.Error("comparing changed an entry")
	}
}

func TestSeverity(t *testing.T) {
	for i, s := range journal.Severities() {
		if s.Rank() != i+1 || s.Serious() != (s == journal.Blunder || s == journal.Doozy) {
			t.Errorf("%s has the rank %d, serious: %v", s, s.Rank(), s.Serious())
		}
	}
	for _, s := range []journal.Severity{"", "Slip", "odd"} {
		if s.Rank() != 0 || s.Serious() {
			t.Errorf("%q has the rank %d", s, s.Rank())
		}
	}
}

// Heart and dates import nothing but the standard library.
func TestImports(t *testing.T) {
	for _, dir := range []string{".", "when"} {
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if strings.HasSuffix(f.Name(), "_test.go") || !strings.HasSuffix(f.Name(), ".go") {
				continue
			}
			tree, err := parser.ParseFile(token.NewFileSet(), dir+"/"+f.Name(), nil, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range tree.Imports {
				p := strings.Trim(i.Path.Value, `"`)
				if strings.Contains(p, ".") || strings.HasPrefix(p, "bounceback/") && (dir != "." || p != "bounceback/journal/when") {
					t.Errorf("%s/%s imports %s", dir, f.Name(), p)
				}
			}
		}
	}
}
