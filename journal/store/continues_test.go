package store

import (
	"testing"
	"time"

	"bounceback/journal"
	"bounceback/journal/when"
)

func TestContinues(t *testing.T) {
	at := when.At(time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC))
	base := func() journal.Entry {
		e := journal.New("k7h3m9xq2t", "Wrong price", time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC))
		e.Own.Did, e.Own.Status = "I sent", journal.Doing
		e.Tags = []string{"mail"}
		e.Severity = journal.Slip
		e.Apologies = []journal.Apology{{Origin: 1, To: "Dana", Words: "I am"}, {Origin: 2, To: "Priya"}}
		return e
	}
	for name, c := range map[string]struct {
		change func(*journal.Entry)
		want   bool
	}{
		"the same":                {func(*journal.Entry) {}, true},
		"a text goes on":          {func(e *journal.Entry) { e.Own.Did += " it." }, true},
		"a text is another":       {func(e *journal.Entry) { e.Own.Did = "I mailed it." }, false},
		"a text is shorter":       {func(e *journal.Entry) { e.Own.Did = "I" }, false},
		"a new text":              {func(e *journal.Entry) { e.What = "x" }, true},
		"a tag more":              {func(e *journal.Entry) { e.Tags = []string{"price", "mail"} }, true},
		"a tag less":              {func(e *journal.Entry) { e.Tags = nil }, false},
		"another severity":        {func(e *journal.Entry) { e.Severity = journal.Doozy }, false},
		"a step further":          {func(e *journal.Entry) { e.Own.Status, e.Own.Finished = journal.Done, at }, true},
		"a step back":             {func(e *journal.Entry) { e.Own.Status = journal.Todo }, false},
		"a new day":               {func(e *journal.Entry) { e.Fix.Fixed = at }, true},
		"a longer element":        {func(e *journal.Entry) { e.Apologies[0].Words = "I am sorry." }, true},
		"an element before":       {func(e *journal.Entry) { e.Apologies = append([]journal.Apology{{To: "Sam"}}, e.Apologies...) }, true},
		"an element less":         {func(e *journal.Entry) { e.Apologies = e.Apologies[1:] }, false},
		"elements in other order": {func(e *journal.Entry) { a := e.Apologies; a[0], a[1] = a[1], a[0] }, true},
	} {
		t.Run(name, func(t *testing.T) {
			old, next := base(), base()
			c.change(&next)
			for i := range next.Apologies { // read from elsewhere
				next.Apologies[i].Origin = 0
			}
			onto, ok := Continues(old, next)
			if ok != c.want {
				t.Fatalf("got %v", ok)
			}
			if !ok {
				return
			}
			if !onto.Equal(next) {
				t.Error("it is not what it was")
			}
			for _, a := range onto.Apologies {
				if want := map[string]journal.Origin{"Dana": 1, "Priya": 2}[a.To]; a.Origin != want {
					t.Errorf("%s comes from %d", a.To, a.Origin)
				}
			}
		})
	}
}
