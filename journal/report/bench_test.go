package report

import (
	"fmt"
	"testing"
	"time"

	"bounceback/journal"
	"bounceback/journal/when"
)

func BenchmarkLarge(b *testing.B) {
	e := &journal.Entry{Title: "A long day", People: []string{"Dana Smith", "Priya", "Sam", "李雷"}}
	start := time.Date(2026, 11, 12, 9, 0, 0, 0, time.UTC)
	for i := range 1000 {
		e.RCA.Events = append(e.RCA.Events, journal.Event{
			At: when.At(start.Add(time.Duration(i*7919%1000) * time.Minute)), What: fmt.Sprintf("Dana's step %d of the *repair*, with Sam", i), Evidence: "change log",
		})
	}
	for i := range 200 {
		e.RCA.Factors = append(e.RCA.Factors, journal.Factor{Level: i % 7, Why: fmt.Sprintf("Reason %d, as Priya said", i), Kind: "tool"})
	}
	for _, e.Report.Pseudonyms = range []bool{false, true} {
		b.Run(fmt.Sprintf("pseudonyms=%t", e.Report.Pseudonyms), func(b *testing.B) {
			for b.Loop() {
				d := New(e, Options{})
				_ = d.Markdown()
			}
		})
	}
}
