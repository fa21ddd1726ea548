package journal_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"bounceback/journal"
)

// outline reads "a0 b1 c1 d0": names and levels.
func outline(s string) *journal.RCA {
	var r journal.RCA
	for _, f := range strings.Fields(s) {
		var level int
		fmt.Sscan(f[1:], &level)
		r.Factors = append(r.Factors, journal.Factor{Why: f[:1], Level: level})
	}
	return &r
}

func drawn(r *journal.RCA) string {
	var out []string
	for i, d := range journal.Depths(r.Factors) {
		out = append(out, fmt.Sprint(r.Factors[i].Why, d))
	}
	return strings.Join(out, " ")
}

func TestDepths(t *testing.T) {
	for from, want := range map[string]string{"": "", "a0 b1 c2 d0": "a0 b1 c2 d0", "a3 b9 c5 d4 e0": "a0 b1 c1 d1 e0", "a1 b0": "a0 b0"} {
		if got := drawn(outline(from)); got != want {
			t.Errorf("%q is drawn %q, want %q", from, got, want)
		}
	}
}

func TestIndentFactor(t *testing.T) {
	for _, c := range []struct {
		from  string
		i, by int
		want  string
	}{
		{"a0 b0 c1 d0", 1, 1, "a0 b1 c2 d0"},
		{"a0 b1 c2 d1", 1, -1, "a0 b0 c1 d1"},
		{"a0 b0", 0, 1, "a0 b0"}, // nothing above
		{"a0 b1", 1, 1, "a0 b1"}, // one deeper than the line above, no more
		{"a0 b1 c2 d1", 3, 1, "a0 b1 c2 d2"},
		{"a0 b0", 1, -1, "a0 b0"},
		{"a0 b5 c7", 1, -1, "a0 b0 c1"}, // by what is seen
		{"a0 b5 c0", 2, 1, "a0 b1 c1"},
	} {
		r := outline(c.from)
		before := drawn(r)
		if changed := r.IndentFactor(c.i, c.by); drawn(r) != c.want || changed != (c.want != before) {
			t.Errorf("%s, line %d by %d is %s (%v), want %s", c.from, c.i, c.by, drawn(r), changed, c.want)
		}
	}
}

func TestMoveFactor(t *testing.T) {
	for _, c := range []struct {
		from string
		i    int
		down bool
		want string
	}{
		{"a0 b1 c0 d1 e2 f0", 0, true, "c0 d1 e2 a0 b1 f0"},
		{"a0 b1 c0 d1 e2 f0", 2, false, "c0 d1 e2 a0 b1 f0"},
		{"a0 b1 c1", 2, false, "a0 c1 b1"},
		{"a0 b1 c0", 1, true, ""}, // the last of its siblings
		{"a0 b1 c0", 1, false, ""},
		{"a0 b3 c2", 2, false, "a0 c1 b1"}, // levels of a hand
		{"a0", 0, true, ""},
	} {
		r := outline(c.from)
		order := r.MoveFactor(c.i, c.down)
		got := ""
		if order != nil {
			r.Factors = journal.Arranged(r.Factors, order)
			got = drawn(r)
		}
		if got != c.want {
			t.Errorf("%s, line %d down %v is %q, want %q", c.from, c.i, c.down, got, c.want)
		}
	}
}

func TestOneBranch(t *testing.T) {
	for from, want := range map[string]bool{"": false, "a0": true, "a0 b1 c2": true, "a0 b0": false, "a0 b1 c1": false, "a0 b1 c2 d0": false} {
		if got := journal.OneBranch(outline(from).Factors); got != want {
			t.Errorf("%q is one branch: %v", from, got)
		}
	}
}

// Whatever is done to an outline, no line is lost and none is more than one level deeper than the line above it.
func TestOutlineAtRandom(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		r := new(journal.RCA)
		n := 1 + random.IntN(8)
		for i := range n {
			r.Factors = append(r.Factors, journal.Factor{Why: string(rune('a' + i)), Level: random.IntN(5)})
		}
		for range 6 {
			i := random.IntN(n)
			from := drawn(r)
			parents := len(r.Factors)
			switch random.IntN(2) {
			case 0:
				r.IndentFactor(i, 2*random.IntN(2)-1)
			default:
				if order := r.MoveFactor(i, random.IntN(2) == 0); order != nil {
					r.Factors = journal.Arranged(r.Factors, order)
					if a, b := strings.Fields(from), strings.Fields(drawn(r)); !slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))) {
						t.Fatalf("moving line %d of %s makes %s: depths changed", i, from, drawn(r))
					}
				}
			}
			if len(r.Factors) != parents {
				t.Fatalf("%s became %s", from, drawn(r))
			}
			for j, d := range journal.Depths(r.Factors) {
				if j == 0 && d != 0 || j > 0 && d > journal.Depths(r.Factors)[j-1]+1 {
					t.Fatalf("%s became %s", from, drawn(r))
				}
			}
		}
	}
}

func TestNextKind(t *testing.T) {
	k, seen := journal.FactorKind(""), 0
	for range journal.FactorKinds() {
		k = k.NextKind()
		seen++
		if k == "" {
			t.Fatal("a kind is left out")
		}
	}
	if k.NextKind() != "" || journal.FactorKind("something else").NextKind() != "" {
		t.Error("the row of kinds has no end")
	}
}
