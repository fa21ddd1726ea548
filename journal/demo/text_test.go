package demo

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"bounceback/journal"
	"bounceback/journal/when"
)

func demo() []journal.Entry {
	return Entries(time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC), counter())
}

func TestTitles(t *testing.T) {
	if n := len(demo()); n < 13 || n > 14 {
		t.Errorf("%d entries, want 13 or 14", n)
	}
	for _, e := range demo() {
		if n := len(strings.Fields(e.Title)); n < 3 || n > 8 {
			t.Errorf("%q has %d words", e.Title, n)
		}
		if e.What == "" {
			t.Errorf("%q says nothing of what happened", e.Title)
		}
		for _, r := range e.Title {
			if !unicode.IsLetter(r) && r != ' ' && r != '\'' && r != '-' {
				t.Errorf("%q has a %q in it", e.Title, r)
			}
		}
	}
}

// TestTexts looks at every string: no raised voice, no seams of the source's indentation.
func TestTexts(t *testing.T) {
	chinese, emoji := 0, 0
	for _, e := range demo() {
		walk(reflect.ValueOf(e), "", noMoment, func(path, s string) {
			if strings.Contains(s, "!") {
				t.Errorf("%s: %s raises its voice: %q", e.Title, path, s)
			}
			if strings.ContainsAny(s, "\t\r\\") || strings.Contains(s, "  ") || strings.TrimSpace(s) != s ||
				strings.Contains(strings.ReplaceAll(s, "\n\n", ""), "\n") {
				t.Errorf("%s: %s has stray space: %q", e.Title, path, s)
			}
			if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
				chinese++
			}
			if strings.ContainsFunc(s, func(r rune) bool { return r >= 0x1F300 }) {
				emoji++
			}
		})
	}
	if chinese < 5 || emoji != 1 {
		t.Errorf("%d texts with Chinese and %d with an emoji, want several and one", chinese, emoji)
	}
}

func TestApologies(t *testing.T) {
	for _, e := range demo() {
		for _, a := range e.Apologies {
			low := strings.ToLower(a.Words)
			if n := strings.Count(low, "sorry"); n < 1 || n > 2 {
				t.Errorf("%s, to %s: sorry is there %d times", e.Title, a.To, n)
			}
			if n := len(strings.Fields(low)); n > 150 {
				t.Errorf("%s, to %s: %d words", e.Title, a.To, n)
			}
			for _, word := range []string{"you", "i "} {
				if !strings.Contains(low, word) {
					t.Errorf("%s, to %s: no %q", e.Title, a.To, word)
				}
			}
			if !a.Said.IsZero() && a.Answer == "" {
				t.Errorf("%s: no answer of %s", e.Title, a.To)
			}
			if (a.Promise == "") != a.PromiseDue.IsZero() {
				t.Errorf("%s: promise to %s without a day, or a day without a promise", e.Title, a.To)
			}
		}
	}
}

func TestLessons(t *testing.T) {
	for _, e := range demo() {
		if e.Learn.Status != journal.Done {
			continue
		}
		if e.Learn.Cue == "" || !strings.HasPrefix(e.Learn.Plan, "I ") {
			t.Errorf("%s: If %q, then %q", e.Title, e.Learn.Cue, e.Learn.Plan)
		}
		for _, s := range []string{e.Learn.Cue, e.Learn.Plan} {
			if strings.HasSuffix(s, ".") {
				t.Errorf("%s: %q stands inside a sentence and ends one", e.Title, s)
			}
		}
		if !e.LearnReady(e.Learn.Finished.Time(time.UTC)) {
			t.Errorf("%s: the lesson came before the heat had gone: %v", e.Title, e.Sting)
		}
	}
}

func TestOwnTexts(t *testing.T) {
	for _, e := range demo() {
		if e.Own.Did != "" && !strings.HasPrefix(e.Own.Did, "I ") {
			t.Errorf("%s: begins with somebody else: %q", e.Title, e.Own.Did)
		}
	}
}

func TestWordsWithAMeaning(t *testing.T) {
	for _, e := range demo() {
		for _, s := range e.Sting {
			if s.Level < 0 || s.Level > 10 {
				t.Errorf("%s: sting %d", e.Title, s.Level)
			}
		}
		for _, f := range e.Feelings {
			if !slices.Contains(journal.Feelings(), f) {
				t.Errorf("%s: feeling %q is none that the guide offers", e.Title, f)
			}
		}
		for _, a := range e.Fix.Actions {
			if !slices.Contains(journal.ActionKinds(), a.Kind) || a.Owner == "" || a.Due.IsZero() || a.Test == "" {
				t.Errorf("%s: action %+v", e.Title, a)
			}
			if a.Kind != journal.Repair && !slices.Contains(journal.Strengths(), a.Strength) {
				t.Errorf("%s: %q has strength %q", e.Title, a.Do, a.Strength)
			}
		}
		for _, n := range e.Ledger {
			if !slices.Contains(journal.CopyKinds(), n.Copy) || n.Affected == "" {
				t.Errorf("%s: ledger %+v", e.Title, n)
			}
		}
		for _, r := range e.Learn.Reviews {
			if !slices.Contains(journal.Recalls(), r.Answer) {
				t.Errorf("%s: review %q", e.Title, r.Answer)
			}
		}
		if r := e.Fix.Repairable; r != "" && !slices.Contains(journal.Repairables(), r) {
			t.Errorf("%s: repairable %q", e.Title, r)
		}
		if e.Fix.Repairable == journal.RepairableNo && e.Fix.UnrepairableBecause == "" {
			t.Errorf("%s: not repairable, for no reason", e.Title)
		}
		outline(t, e)
	}
}

// outline checks that each factor hangs under a line above it.
func outline(t *testing.T, e journal.Entry) {
	t.Helper()
	above := -1
	for _, f := range e.RCA.Factors {
		if f.Level < 0 || f.Level > above+1 || !slices.Contains(journal.FactorKinds(), f.Kind) {
			t.Errorf("%s: factor %+v below level %d", e.Title, f, above)
		}
		above = f.Level
	}
}

func TestDoozyIsWhole(t *testing.T) {
	es := demo()
	i := slices.IndexFunc(es, func(e journal.Entry) bool { return e.Severity == journal.Doozy })
	e := es[i]
	if !e.Mended() || e.Sting[0].Level != 9 || e.Sting[len(e.Sting)-1].Level != 2 {
		t.Errorf("statuses %v, stings %v", e.Statuses(), e.Sting)
	}
	branches, guesses := 0, 0
	for _, f := range e.RCA.Factors {
		if f.Level == 0 {
			branches++
		}
		if f.Guess {
			guesses++
		}
	}
	if branches < 2 || guesses == 0 || guesses == len(e.RCA.Factors) {
		t.Errorf("%d branches and %d guesses", branches, guesses)
	}
	for _, k := range journal.ActionKinds() {
		if !slices.ContainsFunc(e.Fix.Actions, func(a journal.Action) bool { return a.Kind == k }) {
			t.Errorf("no action to %s", k)
		}
	}
	for _, v := range e.RCA.Events {
		if v.Evidence == "" {
			t.Errorf("no evidence for %q", v.What)
		}
	}
	if len(e.Own.KnewLater) != 1 {
		t.Errorf("remembered later: %v", e.Own.KnewLater)
	}
	// What even a doozy leaves open: it repeats nothing, it can be repaired in part, and its schedule has not begun.
	empty := []string{
		".RecurrenceOf", ".SameAs", ".Fix.UnrepairableBecause", ".Learn.Review.Algorithm", ".Reason", ".Exempt", ".Strength",
		".Promise", ".Fix.Actions[0].Strength", ".Via",
	}
	walk(reflect.ValueOf(e), "", noMoment, func(path, s string) {
		if s == "" && !slices.ContainsFunc(empty, func(end string) bool { return strings.HasSuffix(path, end) }) {
			t.Errorf("%s is empty", path)
		}
	})
}

func TestCalendar(t *testing.T) {
	for name, now := range nows(t) {
		c := calendar{now: now}
		for n := range 14 {
			today := when.DayOf(now)
			if got := c.workday(n).day; weekend(got) || today.Sub(got) < n || today.Sub(got) > n+2 {
				t.Errorf("%s: workday(%d) = %s, %s", name, n, got, got.Weekday())
			}
			if got := c.last(time.Sunday, n).day; got.Weekday() != time.Sunday || today.Sub(got) < n || today.Sub(got) > n+6 {
				t.Errorf("%s: last(Sunday, %d) = %s", name, n, got)
			}
		}
	}
	friday := day{day: when.Day{Year: 2026, Month: time.November, Day: 20}, loc: time.UTC}
	for n, want := range []string{"2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"} {
		if got := friday.work(n, 9, 5).String(); got != want+"T09:05:00Z" {
			t.Errorf("work(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestProse(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"one\n\t\t\ttwo", "one two"},
		{"\n one\n\n\t\ttwo\n\tthree\n", "one\n\ntwo three"},
		{"", ""},
	} {
		if got := prose(tt.in); got != tt.want {
			t.Errorf("prose(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
