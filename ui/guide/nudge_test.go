package guide

import (
	"testing"

	"bounceback/journal"
)

func TestActionNudge(t *testing.T) {
	act := func(k journal.ActionKind, s journal.Strength) journal.Action {
		return journal.Action{Kind: k, Strength: s}
	}
	for _, c := range []struct {
		name    string
		actions []journal.Action
		want    string
	}{
		{"none", nil, ""},
		{"nothing said of two", []journal.Action{act("", ""), act("", "")}, ""},
		{"one weak", []journal.Action{act("prevent", "weak")}, "All of it leans on memory so far. What would make it happen by itself?"},
		{"all that is said is weak", []journal.Action{act("repair", ""), act("prevent", "weak")}, "All of it leans on memory so far. What would make it happen by itself?"},
		{"weak and strong", []journal.Action{act("prevent", "weak"), act("prevent", "strong")}, ""},
		{"nothing prevents", []journal.Action{act("repair", ""), act("detect", ""), act("limit", "")}, "Nothing here keeps it from happening again yet."},
		{"nothing detects", []journal.Action{act("prevent", ""), act("prevent", ""), act("limit", "")}, "Nothing here notices it sooner yet."},
		{"nothing limits", []journal.Action{act("prevent", ""), act("detect", ""), act("repair", "")}, "Nothing here keeps it small yet."},
		{"not all is said", []journal.Action{act("prevent", ""), act("", ""), act("limit", "")}, "Nothing here is marked as what notices it sooner yet."},
		{"all three", []journal.Action{act("prevent", ""), act("detect", ""), act("limit", "")}, ""},
	} {
		if got := actionNudge(&entry{Fix: journal.Fix{Actions: c.actions}}); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
