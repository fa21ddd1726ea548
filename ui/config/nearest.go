package config

import (
	"fmt"
	"strings"
)

// didYouMean asks for the candidate nearest to name, or says nothing when none is near. Names in tables are also compared
// by their last part, because a setting in the wrong table is the commonest slip.
func didYouMean(name string, candidates []string) string {
	if best := Nearest(name, candidates); best != "" {
		return fmt.Sprintf("Did you mean %q?", best)
	}
	return ""
}

// Nearest is the candidate that takes the fewest edits, at most one for every three letters but always one; "" when
// there is none. Of two that are equally near, the earlier.
func Nearest(name string, candidates []string) string {
	best, least := "", -1
	for _, c := range candidates {
		d, long := distance(strings.ToLower(name), c), len([]rune(c))
		if last := lastPart(c); last != c || lastPart(name) != name {
			if d2 := distance(strings.ToLower(lastPart(name)), last); d2 < d {
				d, long = d2, len([]rune(last))
			}
		}
		if d > max(1, long/3) {
			continue
		}
		if least < 0 || d < least {
			best, least = c, d
		}
	}
	return best
}

func lastPart(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// distance counts the letters to insert, delete, replace or swap with their neighbor to get from a to b.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 64 { // no name of ours is near a text this long
		return len(x)
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}
