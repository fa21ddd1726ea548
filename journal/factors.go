package journal

import "slices"

// The factors are an outline: a line is a factor of the nearest line above it with a smaller level. A level that skips one,
// which a hand can write, means no more than the next one; so depth is counted and not read.

// Depths returns how deep each line of the outline is, from 0.
func Depths(fs []Factor) []int {
	out := make([]int, len(fs))
	for i := range fs {
		if p := parent(fs, i); p >= 0 {
			out[i] = out[p] + 1
		}
	}
	return out
}

// parent returns the line that a line is a factor of, or -1 for the mistake itself.
func parent(fs []Factor, i int) int {
	for p := i - 1; p >= 0; p-- {
		if fs[p].Level < fs[i].Level {
			return p
		}
	}
	return -1
}

// subtree returns the place behind a line and all that it has below it.
func subtree(fs []Factor, i int) int {
	end := i + 1
	for end < len(fs) && fs[end].Level > fs[i].Level {
		end++
	}
	return end
}

// sibling returns the nearest line above or below that is a factor of the same, or -1.
func sibling(fs []Factor, i int, below bool) int {
	p := parent(fs, i)
	if below {
		if end := subtree(fs, i); end < len(fs) && parent(fs, end) == p {
			return end
		}
		return -1
	}
	for s := i - 1; s > p; s-- {
		if parent(fs, s) == p {
			return s
		}
	}
	return -1
}

// OneBranch reports whether the outline has factors and no two of them are factors of the same: a chain of causes, as five
// times "why" makes one. One path hides the others (Card 2017, BMJ Quality & Safety).
func OneBranch(fs []Factor) bool {
	for i := range fs {
		if sibling(fs, i, true) >= 0 {
			return false
		}
	}
	return len(fs) > 0
}

// IndentFactor moves a line one level deeper, or one level out for a negative by, and what it has below it with it. It never
// becomes more than one level deeper than the line above. It reports whether anything changed.
func (r *RCA) IndentFactor(i, by int) bool {
	level := r.Factors[i].Level
	if by > 0 {
		s := sibling(r.Factors, i, false)
		if s < 0 {
			return false
		}
		level = r.Factors[s].Level + 1
	} else if p := parent(r.Factors, i); p >= 0 {
		level = r.Factors[p].Level
	}
	delta := level - r.Factors[i].Level
	for j, end := i, subtree(r.Factors, i); j < end; j++ {
		r.Factors[j].Level += delta
	}
	return delta != 0
}

// MoveFactor returns the places of the lines in the order that they have once a line, and what it has below it, is moved
// before or behind its neighbor; nil when it has none there.
func (r *RCA) MoveFactor(i int, down bool) []int {
	s := sibling(r.Factors, i, down)
	if s < 0 {
		return nil
	}
	first, second := min(i, s), max(i, s)
	r.level(first, second)
	end := subtree(r.Factors, second)
	order := make([]int, 0, len(r.Factors))
	for _, part := range [][2]int{{0, first}, {second, end}, {first, second}, {end, len(r.Factors)}} {
		for j := part[0]; j < part[1]; j++ {
			order = append(order, j)
		}
	}
	return order
}

// level gives two siblings one level, without which the order of the two would mean something else.
func (r *RCA) level(i, j int) {
	one := min(r.Factors[i].Level, r.Factors[j].Level)
	for _, k := range []int{i, j} {
		delta := one - r.Factors[k].Level
		for n, end := k, subtree(r.Factors, k); n < end; n++ {
			r.Factors[n].Level += delta
		}
	}
}

// AfterFactor returns the place and the level of a new line that comes behind a line and what that has below it.
func (r *RCA) AfterFactor(i int) (place, level int) {
	return subtree(r.Factors, i), r.Factors[i].Level
}

// Arranged returns a list in another order: order holds the places.
func Arranged[T any](list []T, order []int) []T {
	out := make([]T, 0, len(list))
	for _, i := range order {
		out = append(out, list[i])
	}
	return out
}

// NextKind is the kind of factor that comes behind this one; "" comes behind the last, and behind a word that is none.
func (k FactorKind) NextKind() FactorKind {
	kinds := append([]FactorKind{""}, FactorKinds()...)
	return kinds[(slices.Index(kinds, k)+1)%len(kinds)]
}
