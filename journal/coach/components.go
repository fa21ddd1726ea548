package coach

import (
	"cmp"
	"slices"
)

// The six components of an apology, strongest first: R. J. Lewicki, B. Polin, R. B. Lount Jr., An Exploration of the Structure of
// Effective Apologies, Negotiation and Conflict Management Research 9 (2016), two studies with 755 people. They are shown as
// what is there, never as a score: a short apology with the first of them is a good one.

// component says what a part is, and by which traits or praise it is seen.
type component struct {
	name, means, example string
	traits               []string
	plainly              bool // only where a sorry without conditions is in the text
}

func (r *reading) components() []Component {
	var out []Component
	spoiled := r.spoiled()
	for _, c := range r.l.components {
		one := Component{Name: c.name, Means: c.means, Example: c.example}
		for _, t := range c.traits {
			for _, m := range r.traits[t] {
				if c.plainly && spoiled[m.sentence] {
					continue
				}
				one.Spans = append(one.Spans, r.span(m))
			}
		}
		one.Spans = apart(one.Spans)
		out = append(out, one)
	}
	return out
}

// spoiled says of each sentence whether it has words that make it no apology.
func (r *reading) spoiled() []bool {
	out := make([]bool, len(r.d.sentences))
	for _, h := range r.hits {
		out[h.sentence] = out[h.sentence] || h.serious()
	}
	return out
}

// apart sorts spans and joins those that overlap.
func apart(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	var out []Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
