package coach

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// text is one of a corpus.
type text struct{ name, text string }

// corpus reads the texts of a kind ("apology", "ownership", "action", "lesson") that are good or bad. They lie in testdata as
// txtar files. Most were written by somebody who had not seen the rules; those under testdata/held after the rules were finished.
func corpus(t testing.TB, kind, quality string) []text {
	return readCorpus(t, "testdata", kind, quality)
}

func held(t testing.TB, kind, quality string) []text {
	return readCorpus(t, filepath.Join("testdata", "held"), kind, quality)
}

// subtle are bad texts that were written to be hard to see through: what is wrong with them is said between the lines.
func subtle(t testing.TB, kind string) []text {
	return readCorpus(t, filepath.Join("testdata", "subtle"), kind, "bad")
}

func readCorpus(t testing.TB, dir, kind, quality string) []text {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, kind+"."+quality+"*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no texts of %s.%s in %s (%v)", kind, quality, dir, err)
	}
	var out []text
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range txtar.Parse(b).Files {
			out = append(out, text{filepath.Base(p) + ": " + f.Name, strings.TrimSuffix(string(f.Data), "\n")})
		}
	}
	return out
}
