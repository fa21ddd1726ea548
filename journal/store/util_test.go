package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/when"
)

const fullPath = "entries/2026/2026-11-12-rerouted-production-traffic.k7h3m9xq2t.toml"

func fullText(t testing.TB) string {
	t.Helper()
	return fileText(t, "full.toml")
}

func fileText(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(b), "\r\n", "\n")
}

func mustDecode(t testing.TB, text string) *doc {
	t.Helper()
	d, err := decode(fullPath, text)
	if err != nil {
		t.Fatalf("decoding: %v\n%s", err, text)
	}
	return d
}

// mustChange splices want into text and returns the proved result.
func mustChange(t testing.TB, text string, want journal.Entry) *doc {
	t.Helper()
	d, err := change(mustDecode(t, text), &want)
	if err != nil {
		t.Fatalf("changing: %v\n%s", err, text)
	}
	return d
}

func open(t testing.TB, o Options) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "journal"), o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// put writes a file into the journal as a person would.
func put(t testing.TB, s *Store, path, text string) {
	t.Helper()
	name := s.full(path)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func get(t testing.TB, s *Store, path string) string {
	t.Helper()
	b, err := os.ReadFile(s.full(path))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func load(t testing.TB, s *Store, path string) File {
	t.Helper()
	f, err := s.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func same(t testing.TB, what string, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got, cmp.Comparer(func(a, b when.Moment) bool { return a == b })); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

func sameEntry(t testing.TB, got, want journal.Entry) {
	t.Helper()
	if !got.Equal(want) {
		same(t, "entry", got, want)
	}
}

// hostile are the bits that random texts are made of.
var hostile = []string{
	"a", "\"", "\"\"\"", "\\", "\n", "\r\n", "\r", "\t", " ", "#", "[x]", "é", "漢字", "👩‍💻", "\x01", "\x7f", "'''", "\u2028",
	"\u202e", "\ufeff", "= ", "]", "\x00", "\u0085", "\x1b[31m", "x = 1\n", "[[sting]]\n", "{", "\ufffd",
}

func randomText(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(12) {
		b.WriteString(hostile[r.IntN(len(hostile))])
	}
	return b.String()
}

// local returns the date and the clock time of t without its zone.
func local(t time.Time) when.Moment {
	m, err := when.Parse(t.Format("2006-01-02T15:04:05"))
	if err != nil {
		panic(err)
	}
	return m
}

func randomMoment(r *rand.Rand) when.Moment {
	at := time.Unix(r.Int64N(4e9), 0).In(time.FixedZone("", (r.IntN(27)-13)*3600))
	switch r.IntN(3) {
	case 0:
		return when.On(when.DayOf(at))
	case 1:
		return local(at)
	}
	return when.At(at)
}

// randomValue returns a value for k that says something.
func randomValue(r *rand.Rand, k *key) any {
	switch k.kind {
	case flag:
		return true
	case number:
		return int64(1 + r.IntN(10))
	case moment:
		return randomMoment(r)
	case words:
		out := make([]string, 1+r.IntN(3))
		for i := range out {
			out[i] = randomText(r)
		}
		return out
	case word:
		if r.IntN(4) > 0 {
			return k.values[len(k.values)-1-r.IntN(len(k.values)-1)] // never the first: todo says nothing
		}
	}
	return randomText(r)
}

func zeroOf(k *key) any {
	switch k.kind {
	case flag:
		return false
	case number:
		return int64(0)
	case moment:
		return when.Moment{}
	case words:
		return []string(nil)
	}
	return ""
}

// randomEntry says something in every key, with rows elements in every list.
func randomEntry(r *rand.Rand, rows int) journal.Entry {
	var e journal.Entry
	for i := range tables {
		t := &tables[i]
		if t.list {
			t.resize(&e, rows)
		}
		for n := range t.rows(&e) {
			for j := range t.keys {
				t.keys[j].set(t.row(&e, n), randomValue(r, &t.keys[j]))
			}
		}
	}
	e.Schema, e.ID = journal.Schema, "k7h3m9xq2t"
	return e
}

func keyName(t *table, n int, k *key) string {
	if t.list {
		return fmt.Sprintf("%s[%d].%s", t.path, n, k.name)
	}
	return t.join(k.name)
}

func asErr[T error](err error, target *T) bool { return errors.As(err, target) }
