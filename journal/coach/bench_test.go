package coach

import (
	"strings"
	"testing"
)

// letter is one of about n words.
func letter(tb testing.TB, n int) string {
	var b strings.Builder
	for words := 0; words < n; {
		for _, t := range corpus(tb, "apology", "good") {
			if words >= n {
				break
			}
			b.WriteString(t.text + "\n\n")
			words += len(strings.Fields(t.text))
		}
	}
	return b.String()
}

// A check of a letter of 2,000 words is to take less than 5 ms, one of a paragraph less than 200 µs.
func BenchmarkCheck(b *testing.B) {
	c := New(Options{})
	c.Check(Apology, "I’m sorry.") // reads the rules
	for _, x := range []struct {
		name string
		f    Field
		text string
	}{
		{"letter of 2,000 words", Apology, letter(b, 2000)}, {"paragraph apology", Apology, letter(b, 60)}, {"paragraph account", Account, letter(b, 60)},
		{"action", Action, "Add a second approver to the reroute tool by Friday."},
	} {
		b.Run(x.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.Check(x.f, x.text)
			}
		})
	}
}

// BenchmarkRules is what the first check costs once.
func BenchmarkRules(b *testing.B) {
	for b.Loop() {
		english()
	}
}
