package shelf

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"bounceback/journal"
)

// Order is how a list is sorted. Where an order finds two cards alike, the newer one comes first.
type Order uint8

// The orders.
const (
	Newest Order = iota
	Oldest
	ByPain // the most severe first, those without a severity last
	ByNext // by the next open step in the order of the steps, mended and broken ones last
)

// View returns the cards that match, in an order. A nil match takes all. The list is the caller's own.
func (s Shelf) View(o Order, match func(*Card) bool) []*Card {
	var out []*Card
	if match == nil {
		out = slices.Clone(s.cards)
	} else {
		for _, c := range s.cards {
			if match(c) {
				out = append(out, c)
			}
		}
	}
	switch o {
	case Oldest:
		slices.Reverse(out)
	case ByPain:
		slices.SortStableFunc(out, func(a, b *Card) int { return cmp.Compare(b.Severity.Rank(), a.Severity.Rank()) })
	case ByNext:
		slices.SortStableFunc(out, func(a, b *Card) int { return cmp.Compare(stepRank(a), stepRank(b)) })
	}
	return out
}

func stepRank(c *Card) int {
	steps := journal.Steps()
	if i := slices.Index(steps[:], c.NextStep); i >= 0 {
		return i
	}
	return len(steps)
}

// Lessons returns the cards with a takeaway, a cue or a plan, newest first.
func (s Shelf) Lessons() []*Card { return s.View(Newest, (*Card).IsLesson) }

// Waiting is one thing that waits, with the card it belongs to.
type Waiting struct {
	Card *Card
	Wait journal.Wait
}

// Waiting returns what waits at now, in the order in which a person should take it: what has a date (promises due, actions
// overdue), the longest due first; then apologies written and not said, people not told, steps begun, lessons whose time
// has come, each of the newest entry first.
func (s Shelf) Waiting(now time.Time) []Waiting {
	var out []Waiting
	for _, c := range s.cards {
		for _, w := range c.Waits {
			if w.WaitsAt(now) {
				out = append(out, Waiting{c, w})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Waiting) int {
		ra, rb := urgency(a.Wait.Kind), urgency(b.Wait.Kind)
		if ra != rb || ra > 0 {
			return cmp.Compare(ra, rb)
		}
		return a.Wait.From.Time(now.Location()).Compare(b.Wait.From.Time(now.Location()))
	})
	return out
}

// urgency ranks the kinds of waits; promises and actions share the first rank, where their dates decide.
func urgency(k journal.WaitKind) int {
	if k == journal.WaitPromise || k == journal.WaitAction {
		return 0
	}
	return int(k)
}

// Owing is one thing that is owed to somebody, with the card it belongs to.
type Owing struct {
	Card *Card
	Owe  journal.Owe
}

// Owing returns all that is owed, by person: first those whom something was promised by a day, the earliest day first, then
// the others, those who have waited longest first. What is owed to one person stays together, whatever the case of the name.
func (s Shelf) Owing() []Owing {
	type person struct {
		name string // folded
		rank int64
	}
	type keyed struct {
		Owing
		to      *person
		urgency int64
	}
	var all []keyed
	people, spelled := map[string]*person{}, map[string]*person{} // by the folded name, and as it is written
	for _, c := range s.cards {
		for _, o := range c.Owes {
			u := urgencyOf(o)
			p := spelled[o.To]
			if p == nil {
				name := Fold(strings.TrimSpace(o.To))
				if p = people[name]; p == nil {
					p = &person{name, u}
					people[name] = p
				}
				spelled[o.To] = p
			}
			p.rank = min(p.rank, u)
			all = append(all, keyed{Owing{c, o}, p, u})
		}
	}
	slices.SortStableFunc(all, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.to.rank, b.to.rank), cmp.Compare(a.to.name, b.to.name), cmp.Compare(a.urgency, b.urgency))
	})
	out := make([]Owing, len(all))
	for i, k := range all {
		out[i] = k.Owing
	}
	return out
}

// urgencyOf orders what is owed: what has a day comes before what has none.
func urgencyOf(o journal.Owe) int64 {
	const undated = 1 << 60
	if !o.Due.IsZero() {
		return o.Due.Wall()
	}
	return undated + o.Since.Wall()
}
