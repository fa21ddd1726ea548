package coach

import (
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// The weights of the balance are fitted, not guessed: go test ./journal/coach -run Fit -args -fit reads the corpora (never the ones that are kept
// aside) and writes english/weights.toml. It is a logistic regression with an L2 penalty in which what speaks for a text can only
// speak for it, and what speaks against it only against it; a good text counts for more than a bad one.

// madeToMislead ends the names of the files whose texts were made by reviewers who knew the rules.
const madeToMislead = ".good.5.txtar"

var fitWeights = flag.Bool("fit", false, "fit the weights to the corpora and write english/weights.toml")

const (
	penalty  = 0.006
	goodText = 2.0 // how much more a good text counts
	rounds   = 300
	// falseShare is the share of good texts, each judged by weights that were fitted without it, that may be on the wrong
	// side: it sets the threshold.
	falseShare = 0.015
	rarest     = 4 // a feature that fewer texts have is left out
)

func TestFit(t *testing.T) {
	if !*fitWeights {
		t.Skip("only with -fit")
	}
	l := english()
	var b strings.Builder
	b.WriteString("# Written by go test ./journal/coach -run Fit -args -fit. What is weighed is in balance.go.\n")
	for _, kind := range slices.Sorted(maps.Keys(kinds())) {
		field := kinds()[kind]
		good := corpus(t, kind, "good")
		s := newSample(l, field, corpus(t, kind, "bad"), good)
		w, bias := s.fit(nil)
		fmt.Fprintf(&b, "\n[%s]\n%q = %.2f\n", fieldNames()[field], "one", bias-s.threshold(t, int(falseShare*float64(len(good)))))
		for i, n := range s.names {
			if math.Abs(w[i]) >= 0.05 {
				fmt.Fprintf(&b, "%q = %.2f\n", n, w[i])
			}
		}
	}
	if err := os.WriteFile("english/weights.toml", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// sample is what the texts of one field show.
type sample struct {
	names []string
	signs []float64
	x     [][]float64
	bad   []bool
	files []string // where the texts are from: one file is by one writer
}

func newSample(l *language, f Field, bad, good []text) *sample {
	s := &sample{}
	var values []map[string]float64
	count := map[string]int{}
	for i, t := range slices.Concat(bad, good) {
		r := l.read(f, l.cut(t.text), nothing)
		if r.harmless() {
			continue // settled without weighing
		}
		v := r.features()
		for n, x := range v {
			if x != 0 {
				count[n]++
			}
		}
		values = append(values, v)
		s.bad = append(s.bad, i < len(bad))
		file, _, _ := strings.Cut(t.name, ":")
		s.files = append(s.files, file)
	}
	for n, c := range count {
		if c >= rarest && n != "one" {
			s.names = append(s.names, n)
		}
	}
	slices.Sort(s.names)
	for _, n := range s.names {
		s.signs = append(s.signs, sign(n))
	}
	for _, v := range values {
		row := make([]float64, len(s.names))
		for j, n := range s.names {
			row[j] = v[n]
		}
		s.x = append(s.x, row)
	}
	return s
}

// sign says which way a feature may speak: 1 against a text, -1 for it, 0 either.
func sign(name string) float64 {
	against := strings.Fields("absent clear strict weak outside question general defense vow self mental more dont attitude soft")
	speaksFor := strings.Fields("faces act owning plain-sorry you-cost repair repent sorry-act concrete cue respond day person test verb hard odds me")
	plain := strings.TrimRight(strings.TrimPrefix(name, "any "), " 0123456789")
	switch {
	case name == "first act", name == "any sorry", slices.Contains(speaksFor, plain):
		return -1
	case name == "no act", name == "short clear", strings.HasPrefix(name, "strict "), strings.HasPrefix(name, "weak "), strings.HasPrefix(name, "outside "), strings.HasSuffix(name, " outside"),
		slices.Contains(against, plain):
		return 1
	}
	return 0
}

// fit returns the weights and the bias; texts whose index is in without are left out.
func (s *sample) fit(without map[int]bool) (w []float64, bias float64) {
	w = make([]float64, len(s.names))
	seen, seenBias := make([]float64, len(w)), 1e-8 // of the gradients, squared (AdaGrad)
	for j := range seen {
		seen[j] = 1e-8
	}
	n := float64(len(s.x) - len(without))
	for range rounds {
		grad, gradBias := make([]float64, len(w)), 0.0
		for i, row := range s.x {
			if without[i] {
				continue
			}
			d := 1 / (1 + math.Exp(-s.score(w, bias, i)))
			if s.bad[i] {
				d--
			} else {
				d *= goodText
			}
			for j, x := range row {
				grad[j] += d * x
			}
			gradBias += d
		}
		for j := range w {
			g := grad[j]/n + penalty*w[j]
			seen[j] += g * g
			w[j] -= 0.5 * g / math.Sqrt(seen[j])
			if s.signs[j]*w[j] < 0 {
				w[j] = 0
			}
		}
		g := gradBias / n
		seenBias += g * g
		bias -= 0.5 * g / math.Sqrt(seenBias)
	}
	return w, bias
}

func (s *sample) score(w []float64, bias float64, i int) float64 {
	for j, x := range s.x[i] {
		bias += w[j] * x
	}
	return bias
}

// threshold is the score that no more good texts reach than may be wrong, when each is judged by weights that were fitted without
// anything of its writer: who writes otherwise than all others before is the one to be right about.
func (s *sample) threshold(t *testing.T, mayBeWrong int) float64 {
	var good, bad []float64
	for _, file := range slices.Compact(slices.Clone(s.files)) {
		without := map[int]bool{}
		for i, f := range s.files {
			if f == file {
				without[i] = true
			}
		}
		w, bias := s.fit(without)
		for i := range without {
			switch {
			case s.bad[i]:
				bad = append(bad, s.score(w, bias, i))
			case !strings.HasSuffix(file, madeToMislead):
				good = append(good, s.score(w, bias, i))
			}
		}
	}
	slices.Sort(good)
	slices.Reverse(good)
	th := good[mayBeWrong] + 0.01
	over := 0
	for _, b := range bad {
		if b > th {
			over++
		}
	}
	t.Logf("threshold %.2f: %d of %d good, %d of %d bad (%.1f %%) by cross-validation", th, mayBeWrong, len(good), over, len(bad), 100*float64(over)/float64(len(bad)))
	return th
}
