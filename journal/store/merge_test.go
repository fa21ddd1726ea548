package store

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"bounceback/journal"
	"bounceback/journal/when"
)

func TestMerge(t *testing.T) {
	base := `
title = "a"
severity = "slip"
tags = ["x", "y"]
[own]
did = "d"
[learn.review]
due = 2026-01-01
[[sting]]
at = 2026-01-01
level = 9
[[sting]]
at = 2026-01-02
level = 7
[[fix.actions]]
do = "A"
owner = "me"
[[fix.actions]]
do = "B"
[[ledger]]
to = "Dana"
`
	day := func(s string) when.Moment {
		m, err := when.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	type E = *journal.Entry
	at := day("2026-02-02")
	for _, c := range []struct {
		name         string
		mine, theirs func(e E)
		want         func(e E)
		conflicts    []string
	}{
		{"different keys", func(e E) { e.Title = "m" }, func(e E) { e.Own.Did = "t" }, func(e E) { e.Title, e.Own.Did = "m", "t" }, nil},
		{"the same change", func(e E) { e.Title = "m" }, func(e E) { e.Title = "m" }, func(e E) { e.Title = "m" }, nil},
		{"one text on both sides", func(e E) { e.Own.Did = "m" }, func(e E) { e.Own.Did = "t" }, func(e E) { e.Own.Did = "t" }, []string{"own.did"}},
		{"a text and its deletion", func(e E) { e.Own.Did = "" }, func(e E) { e.Own.Did = "t" }, func(e E) { e.Own.Did = "t" }, []string{"own.did"}},
		{"a word on both sides", func(e E) { e.Severity = "blip" }, func(e E) { e.Severity = "doozy" }, func(e E) { e.Severity = "doozy" }, []string{"severity"}},
		{"lists unite", func(e E) { e.Tags = []string{"x", "m"} }, func(e E) { e.Tags = []string{"t", "x", "y"} },
			func(e E) { e.Tags = []string{"t", "x", "m"} }, nil},
		{"both remove", func(e E) { e.Tags = []string{"x"} }, func(e E) { e.Tags = []string{"y"} }, func(e E) { e.Tags = nil }, nil},
		{"done wins over doing", func(e E) { e.Own.Status, e.Own.Finished = journal.Done, at }, func(e E) { e.Own.Status = journal.Doing },
			func(e E) { e.Own.Status, e.Own.Finished = journal.Done, at }, nil},
		{"done there wins over skipped here", func(e E) { e.Own.Status, e.Own.Reason = journal.Skipped, "r" },
			func(e E) { e.Own.Status, e.Own.Finished = journal.Done, at },
			func(e E) { e.Own.Status, e.Own.Finished = journal.Done, at }, nil},
		{"my review", func(e E) { e.Learn.Review.Due = at }, func(e E) { e.Learn.Review.Due = day("2026-03-03") },
			func(e E) { e.Learn.Review.Due = at }, nil},
		{"both add readings", func(e E) { e.Sting = append(e.Sting, journal.Sting{Level: 3}) },
			func(e E) { e.Sting = append(e.Sting, journal.Sting{Level: 5}) },
			func(e E) { e.Sting = append(e.Sting, journal.Sting{Level: 5}, journal.Sting{Level: 3}) }, nil},
		{"both add the same", func(e E) { e.Sting = append(e.Sting, journal.Sting{Level: 3}) },
			func(e E) { e.Sting = append(e.Sting, journal.Sting{Level: 3}) },
			func(e E) { e.Sting = append(e.Sting, journal.Sting{Level: 3}) }, nil},
		{"one element, two keys", func(e E) { e.Fix.Actions[0].Test = "m" }, func(e E) { e.Fix.Actions[0].Owner = "t" },
			func(e E) { e.Fix.Actions[0].Test, e.Fix.Actions[0].Owner = "m", "t" }, nil},
		{"one element, one key", func(e E) { e.Fix.Actions[0].Owner = "m" }, func(e E) { e.Fix.Actions[0].Owner = "t" },
			func(e E) { e.Fix.Actions[0].Owner = "t" }, []string{"fix.actions[1].owner"}},
		{"I delete, they leave alone", func(e E) { e.Sting = e.Sting[1:] }, func(e E) {}, func(e E) { e.Sting = e.Sting[1:] }, nil},
		{"I delete what they changed", func(e E) { e.Fix.Actions = e.Fix.Actions[1:] }, func(e E) { e.Fix.Actions[0].Owner = "t" },
			func(e E) { e.Fix.Actions[0].Owner = "t" }, nil},
		{"they delete what I changed", func(e E) { e.Fix.Actions[0].Owner = "m" }, func(e E) { e.Fix.Actions = e.Fix.Actions[1:] },
			func(e E) { e.Fix.Actions[0].Owner = "m" }, nil},
		{"I copy an element", func(e E) { e.Fix.Actions = append(e.Fix.Actions, e.Fix.Actions[0]); e.Fix.Actions[2].Owner = "m" },
			func(e E) { e.Fix.Actions[0].Test = "t" },
			func(e E) {
				e.Fix.Actions = append(e.Fix.Actions, e.Fix.Actions[0])
				e.Fix.Actions[2].Owner, e.Fix.Actions[0].Test = "m", "t"
			}, nil},
		{"both delete", func(e E) { e.Ledger = nil }, func(e E) { e.Ledger = nil }, func(e E) { e.Ledger = nil }, nil},
		{"I reorder, they add", func(e E) { slices.Reverse(e.Fix.Actions) }, func(e E) { e.Fix.Actions = append(e.Fix.Actions, journal.Action{Do: "C"}) },
			func(e E) { e.Fix.Actions = []journal.Action{e.Fix.Actions[1], {Do: "C"}, e.Fix.Actions[0]} }, nil},
		{"they reorder, I add", func(e E) { e.Fix.Actions = append(e.Fix.Actions, journal.Action{Do: "C"}) }, func(e E) { slices.Reverse(e.Fix.Actions) },
			func(e E) { e.Fix.Actions = []journal.Action{e.Fix.Actions[1], {Do: "C"}, e.Fix.Actions[0]} }, nil},
		{"they insert before what I changed", func(e E) { e.Sting[1].Level = 1 }, func(e E) { e.Sting = slices.Insert(e.Sting, 0, journal.Sting{Level: 2}) },
			func(e E) {
				e.Sting[1].Level = 1
				e.Sting = slices.Insert(e.Sting, 0, journal.Sting{Level: 2})
			}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := mustDecode(t, base).Entry
			mine, theirs, want := e.Clone(), e.Clone(), e.Clone()
			c.mine(&mine)
			c.theirs(&theirs)
			c.want(&want)
			// Theirs as another program wrote it, so that its origins are its own.
			d := mustDecode(t, mustChange(t, base, theirs).Text)
			got, conflicts := Merge(e, mine, d.Entry)
			sameEntry(t, got, want)
			same(t, "conflicts", conflicts, c.conflicts)
			// What was merged can be saved over theirs.
			sameEntry(t, mustChange(t, d.Text, got).Entry, want)
		})
	}
}

// For any two changes: merging with no change gives the other one, and what either side wrote is in the merge, in theirs (as
// a conflict), or was replaced by the other side.
func TestMergeKeepsBothSides(t *testing.T) {
	base := fileText(t, "small.toml")
	e := mustDecode(t, base).Entry
	r := rand.New(rand.NewPCG(4, 2))
	n := 500
	if testing.Short() {
		n = 50
	}
	for range n {
		mine, theirs := e.Clone(), e.Clone()
		mutate(r, &mine)
		mutate(r, &theirs)
		d := mustDecode(t, mustChange(t, base, theirs).Text)
		if got, conflicts := Merge(e, e.Clone(), d.Entry); !got.Equal(d.Entry) || len(conflicts) > 0 {
			same(t, "nothing of mine", got, d.Entry)
		}
		if got, conflicts := Merge(e, mine, e.Clone()); !got.Equal(mine) || len(conflicts) > 0 {
			same(t, "nothing of theirs", got, mine)
		}
		got, conflicts := Merge(e, mine, d.Entry)
		mustChange(t, d.Text, got)
		if len(conflicts) > 0 {
			continue
		}
		all := Encode(got)
		for _, side := range []journal.Entry{mine, d.Entry} {
			for _, a := range side.Fix.Actions {
				if a.Origin == 0 && a.Do != "" && !strings.Contains(all, emit(text, a.Do, "\n")) {
					t.Fatalf("lost the new action %q", a.Do)
				}
			}
		}
	}
}
