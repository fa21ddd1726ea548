package query_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/query"
	"bounceback/journal/shelf"
	"bounceback/journal/when"
)

var now = time.Date(2026, 11, 12, 14, 0, 0, 0, time.FixedZone("", 3600)) // a Thursday

func day(s string) when.Moment {
	m, err := when.Parse(s)
	if err != nil {
		panic(err)
	}
	return m
}

// cards are four mistakes and a broken file, known by their ids.
func cards() []*shelf.Card {
	route := journal.Entry{
		ID: "route", Title: "Rerouted production traffic", Happened: day("2026-11-12T09:12:00+01:00"), Severity: "doozy",
		Tags: []string{"network", "change"}, People: []string{"Dana Smith", "eu-west customers"}, Vent: "secretly furious",
		Own: journal.Own{State: journal.State{Status: "done"}, Did: "I didn’t ask Zoë"},
		Fix: journal.Fix{State: journal.State{Status: "doing"}, Actions: []journal.Action{{Do: "a guard", Due: day("2026-11-11")}}},
	}
	price := journal.Entry{
		ID: "price", Title: "Sent the wrong price", Happened: day("2026-11-11"), Severity: "slip",
		Own: journal.Own{State: journal.State{Status: "done"}}, Fix: journal.Fix{State: journal.State{Status: "skipped"}},
		Apologize: journal.Apologize{State: journal.State{Status: "done"}},
		Learn:     journal.Learn{State: journal.State{Status: "done"}, Takeaway: "Read it twice."},
	}
	cord := journal.Entry{
		ID: "cord", Title: "Kicked the power cord: again", Captured: day("2026-10-31"), RecurrenceOf: "route",
		Tags: []string{"internet"}, Quiet: true,
		Own: journal.Own{State: journal.State{Status: "skipped"}}, Fix: journal.Fix{State: journal.State{Status: "done"}},
		Apologies: []journal.Apology{{To: "Sam", Words: "Sorry."}},
	}
	show := journal.Entry{
		ID: "show", Title: "Published http://x wrong", Happened: day("2025-12-31"), Severity: "odd",
		Apologize: journal.Apologize{State: journal.State{Status: "doing"}},
		Apologies: []journal.Apology{{To: "Sam", Promise: "cake", PromiseDue: day("2026-11-12")}},
	}
	broken := shelf.BrokenCard("entries/2026/2026-11-01-typo.k7h3m9xq2t.toml", 3, "expected a value")
	broken.ID = "broken"
	out := []*shelf.Card{&broken}
	for _, e := range []journal.Entry{route, price, cord, show} {
		c := shelf.NewCard(e.ID, &e)
		out = append(out, &c)
	}
	return out
}

func TestMatch(t *testing.T) {
	const all = "broken cord price route show"
	for _, c := range []struct{ query, want string }{
		{"", all},
		{"   ", all},
		{"wrong", "price show"},
		{"WRONG Price", "price"},
		{"price wrong", "price"},
		{`"wrong price"`, "price"},
		{`"price wrong"`, ""},
		{`"wrong pri`, "price"},
		{"-wrong", "broken cord route"},
		{`-"wrong price" -cord`, "broken route show"},
		{"zoe didn't", "route"},
		{"ZOË", "route"},
		{"furious", ""},
		{"typo", "broken"},
		{"http://x", "show"},
		{"cord: again", "cord"},
		{"foo:bar", ""},
		{"-", all},
		{"wrong - price", "price"},
		{`""`, all},
		{"tag:", all},
		{"tag:net", "route"},
		{"TAG:Net", "route"},
		{`tag:"net"`, ""},
		{`tag:"Network"`, "route"},
		{"-tag:net", "broken cord price show"},
		{"tag:net,inter", "cord route"},
		{"tag:network tag:change", "route"},
		{"tag:network,", "route"},
		{"person:smith", "route"},
		{"person:mith", ""},
		{`person:"dana s"`, ""},
		{`person:"dana smith"`, "route"},
		{"person:cust", "route"},
		{"severity:slip", "price"},
		{"severity:slip,doozy", "price route"},
		{"severity:>=slip", "price route"},
		{"sev:>=slip", "price route"},
		{"severity:>slip", "route"},
		{"severity:<doozy", "price"},
		{"severity:<=slip", "price"},
		{"severity:none", "cord"},
		{"severity:none,doozy", "cord route"},
		{"severity:sl", all},
		{"severity:>=", all},
		{"severity:>=do", all},
		{"step:own", "show"},
		{"step:fix", "route"},
		{"step:apologize", "cord"},
		{"step:learn", ""},
		{"-step:own", "broken cord price route"},
		{"is:open", "cord route show"},
		{"is:mended", "price"},
		{"is:overdue", "route"},
		{"is:waiting", "route show"},
		{"is:quiet", "cord"},
		{"is:serious", "route"},
		{"is:lesson", "price"},
		{"is:again", "cord"},
		{"is:broken", "broken"},
		{"is:mended,broken", "broken price"},
		{"is:o", all},
		{"is:o ", all},
		{"is:", all},
		{"after:2026-11-11", "price route"},
		{"after:2026-11", "broken price route"},
		{"after:2026", "broken cord price route"},
		{"before:2026", "show"},
		{"before:2026-11-01", "cord show"},
		{"after:2025 before:2026", "show"},
		{"after:today", "route"},
		{"after:yesterday", "price route"},
		{"before:yesterday", "broken cord show"},
		{"after:tomorrow", ""},
		{"after:thursday", "route"},
		{"after:wednesday", "price route"},
		{"after:this-week", "price route"},
		{"after:last-month before:this-month", "cord"},
		{"after:last-year before:this-year", "show"},
		{"after:1d", "price route"},
		{"after:2w", "broken cord price route"},
		{"after:1m", "broken cord price route"},
		{"after:1y", all},
		{"before:10m", "show"},
		{"-after:2026", "show"},
		{"after:20", all},
		{"after:2026-", all},
		{"after:yest", all},
		{"after:soon", all},
		{"wrong after:2026", "price"},
	} {
		q := query.Parse(c.query)
		var got []string
		for _, card := range cards() {
			if q.Match(card, now) {
				got = append(got, card.ID)
			}
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q finds %q, want %q", c.query, s, c.want)
		}
	}
}

// Days are those of now's calendar.
func TestMatchAroundMidnight(t *testing.T) {
	c := cards()[1] // 12 November
	for _, p := range []struct {
		now  time.Time
		want bool
	}{
		{time.Date(2026, 11, 12, 0, 0, 0, 0, time.FixedZone("", 14*3600)), true},
		{time.Date(2026, 11, 12, 23, 59, 59, 0, time.FixedZone("", -12*3600)), true},
		{time.Date(2026, 11, 13, 0, 0, 0, 0, time.UTC), false},
	} {
		if got := query.Parse("after:today").Match(c, p.now); got != p.want {
			t.Errorf("at %v after:today is %v", p.now, got)
		}
	}
}

// Each word stands for the first day of its time.
func TestDayWords(t *testing.T) {
	thursday, sunday := now, now.AddDate(0, 0, 3)
	for _, c := range []struct {
		word string
		now  time.Time
		want string
	}{
		{"today", thursday, "2026-11-12"},
		{"yesterday", thursday, "2026-11-11"},
		{"tomorrow", thursday, "2026-11-13"},
		{"this-week", thursday, "2026-11-09"},
		{"this-week", sunday, "2026-11-09"},
		{"this-week", sunday.AddDate(0, 0, 1), "2026-11-16"},
		{"last-week", thursday, "2026-11-02"},
		{"this-month", thursday, "2026-11-01"},
		{"last-month", thursday, "2026-10-01"},
		{"this-year", thursday, "2026-01-01"},
		{"last-year", thursday, "2025-01-01"},
		{"sunday", thursday, "2026-11-08"},
		{"sunday", sunday, "2026-11-15"},
		{"monday", sunday, "2026-11-09"},
		{"10d", thursday, "2026-11-02"},
		{"2w", thursday, "2026-10-29"},
		{"11m", thursday, "2025-12-12"},
		{"2y", thursday, "2024-11-12"},
	} {
		q := query.Parse("after:" + c.word)
		first := shelf.Card{Happened: day(c.want)}
		before := shelf.Card{Happened: when.On(first.Happened.Day().AddDays(-1))}
		if !q.Match(&first, c.now) || q.Match(&before, c.now) {
			t.Errorf("on %v %s does not begin on %s", when.DayOf(c.now), c.word, c.want)
		}
	}
}

func TestLongMonths(t *testing.T) {
	c := shelf.Card{Happened: day("2026-02-28")}
	march := time.Date(2026, 3, 31, 12, 0, 0, 0, time.UTC)
	if !query.Parse("after:1m").Match(&c, march) || query.Parse("before:1m").Match(&c, march) {
		t.Error("a month before 31 March is not 28 February")
	}
}

func TestProblems(t *testing.T) {
	for _, c := range []struct {
		query string
		want  []string
		empty bool
	}{
		{"", nil, true},
		{"tag:", nil, true},
		{"-", nil, true},
		{"-tag:", nil, true},
		{"x", nil, false},
		{"tag: x", []string{"tag: needs a word after it"}, false},
		{"after:soon", []string{"after:soon is not a date; yesterday, friday, last-week, 30d, 2026-11 and 2026-11-20 are"}, true},
		{"after:Soon x", []string{"after:Soon is not a date; yesterday, friday, last-week, 30d, 2026-11 and 2026-11-20 are"}, false},
		{"after:2026-1", nil, true},
		{"after:2026-1 ", []string{"after:2026-1 is not a date; yesterday, friday, last-week, 30d, 2026-11 and 2026-11-20 are"}, true},
		{"after:2026-13-01", nil, true},
		{"after:2026-02-30 ", []string{"after:2026-02-30 is not a date; yesterday, friday, last-week, 30d, 2026-11 and 2026-11-20 are"}, true},
		{"before:last-w", nil, true},
		{"before:12x", []string{"before:12x is not a date; yesterday, friday, last-week, 30d, 2026-11 and 2026-11-20 are"}, true},
		{"after:99999d ", []string{"after:99999d is not a date; yesterday, friday, last-week, 30d, 2026-11 and 2026-11-20 are"}, true},
		{"is:ov", nil, true},
		{"is:ov ", []string{"is:ov is not one of open, mended, overdue, waiting, quiet, serious, lesson, again, broken"}, true},
		{"is:x", []string{"is:x is not one of open, mended, overdue, waiting, quiet, serious, lesson, again, broken"}, true},
		{"is:open,x y", []string{"is:x is not one of open, mended, overdue, waiting, quiet, serious, lesson, again, broken"}, false},
		{"step:l", nil, true},
		{"step:mend", []string{"step:mend is not one of own, fix, apologize, learn"}, true},
		{"severity:>=do", nil, true},
		{"severity:bad ", []string{"severity:bad is not one of none, blip, slip, stumble, blunder, doozy"}, true},
		{"severity:=>slip ", []string{"severity:=>slip is not one of none, blip, slip, stumble, blunder, doozy"}, true},
		{"sev:bad ", []string{"severity:bad is not one of none, blip, slip, stumble, blunder, doozy"}, true},
		{"severity:>=none ", []string{"severity:>=none is not one of none, blip, slip, stumble, blunder, doozy"}, true},
		{"foo:bar", nil, false},
	} {
		q := query.Parse(c.query)
		if diff := cmp.Diff(c.want, q.Problems()); diff != "" {
			t.Errorf("problems of %q (-want +got):\n%s", c.query, diff)
		}
		if q.Empty() != c.empty {
			t.Errorf("%q is empty: %v", c.query, q.Empty())
		}
	}
}

// What only contains a colon is text, and not taken for a field.
func TestHints(t *testing.T) {
	const there = "; try tag, person, severity, step, is, after, before"
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"", nil},
		{"zzz:foo", []string{"there is no field “zzz”" + there}},
		{"Zzz:foo x tga:net", []string{"there is no field “Zzz”" + there, "there is no field “tga”" + there}},
		{`serverity:>=slip who:"Dana Smith"`, []string{"there is no field “serverity”" + there, "there is no field “who”" + there}},
		{"zzz:", nil},
		{"-zzz:foo", nil},
		{`"zzz:foo"`, nil},
		{"tag:foo after:soon", nil},
		{"10:30 12:x", nil},
		{"https://example.org http:/x", nil},
		{"re: mail", nil},
		{`c:\dir c:dir`, nil},
		{"std::map host:-1 :x", nil},
		{"eu-west:down a1:b", nil},
		{"extraordinarily:long", nil},
	} {
		if diff := cmp.Diff(c.want, query.Parse(c.query).Hints()); diff != "" {
			t.Errorf("hints of %q (-want +got):\n%s", c.query, diff)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"", nil},
		{`Zoë -no tag:net "the  Cord" foo:bar -"not me" is:open 5" don’t`, []string{"zoe", "the  cord", "foo:bar", `5"`, "don't"}},
		{`"half a`, []string{"half a"}},
		{`“half a” b`, []string{"half a", "b"}},
		{`a"b c"`, []string{`a"b`, `c"`}},
	} {
		if diff := cmp.Diff(c.want, query.Parse(c.query).Words()); diff != "" {
			t.Errorf("words of %q (-want +got):\n%s", c.query, diff)
		}
	}
}

// Every text is a query; one more space at the end never finds more; a negated text finds the rest.
func FuzzParse(f *testing.F) {
	for _, s := range []string{`tag:"a b",c -is:open`, `"`, `-`, "after:2026-1", "severity:>=", "a:b:c", `tag:"`, "İß"} {
		f.Add(s)
	}
	cs := cards()
	f.Fuzz(func(t *testing.T, s string) {
		q, spaced := query.Parse(s), query.Parse(s+" ")
		for _, c := range cs {
			if !q.Match(c, now) && spaced.Match(c, now) && len(spaced.Problems()) == 0 {
				t.Errorf("%q finds %s only with a space behind it", s, c.ID)
			}
		}
		for _, w := range q.Words() {
			if w == "" || w != shelf.Fold(w) {
				t.Errorf("%q has the word %q", s, w)
			}
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	text := strings.Repeat("I ran the reroute without asking anybody about the two networks and their names. ", 25)
	for _, n := range []int{100, 10_000, 100_000} {
		cards := make([]shelf.Card, n)
		for i := range cards {
			e := journal.Entry{ID: fmt.Sprint(i), Title: fmt.Sprintf("Mistake %d", i), Happened: day("2026-11-12"), Tags: []string{"Network"}, Severity: "slip"}
			e.Own.Did = text
			cards[i] = shelf.NewCard(e.ID, &e)
		}
		for _, s := range []string{"mistake 99", "zebra", "tag:net", "is:open severity:>=slip after:last-month", "-reroute"} {
			q := query.Parse(s)
			b.Run(fmt.Sprintf("%d/%s", n, s), func(b *testing.B) {
				for b.Loop() {
					for i := range cards {
						q.Match(&cards[i], now)
					}
				}
			})
		}
	}
}
