package report_test

import (
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"bounceback/journal"
	"bounceback/journal/demo"
	"bounceback/journal/report"
)

// entry returns the demo's entry with a title, on a fixed day.
func entry(t *testing.T, title string) *journal.Entry {
	t.Helper()
	now := time.Date(2026, 11, 20, 10, 0, 0, 0, time.FixedZone("", 3600))
	for _, e := range demo.Entries(now, func() string { return "2222222222" }) {
		if e.Title == title {
			return &e
		}
	}
	t.Fatalf("the demo has no entry %q", title)
	return nil
}

const reroute, price, bread = "Rerouted production traffic into the backup network", "Mailed the wrong price to every customer",
	"Burned the bread while fixing a script"

func TestDocuments(t *testing.T) {
	for _, c := range []struct {
		name, title string
		o           report.Options
		pseudonyms  bool
		text        bool // the plain text, too
	}{
		{"full for dana", reroute, report.Options{To: "dana"}, false, true},
		{"summary for customers", reroute, report.Options{Copy: report.Summary, To: "eu-west customers"}, false, true},
		{"mine with pseudonyms", reroute, report.Options{Mine: true}, true, false},
		{"summary for dana with pseudonyms", reroute, report.Options{Copy: report.Summary, To: "Dana"}, true, false},
		{"mine", price, report.Options{Mine: true}, false, false},
		{"short", bread, report.Options{}, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := entry(t, c.title)
			e.Report.Pseudonyms = c.pseudonyms
			d := report.New(e, c.o)
			t.Run("md", func(t *testing.T) { golden.RequireEqual(t, d.Markdown()) })
			if c.text {
				t.Run("txt", func(t *testing.T) { golden.RequireEqual(t, d.Text()) })
			}
		})
	}
}

func TestLetter(t *testing.T) {
	d := report.NewLetter(entry(t, reroute).Apologies[0])
	golden.RequireEqual(t, d.Text())
	if d.Title() != "" || d.Empty() {
		t.Errorf("a letter has the title %q, or is empty", d.Title())
	}
}
