package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal/coach"
	"bounceback/ui/cli/quick"
)

func TestExplanation(t *testing.T) {
	got := explanation(coach.Rule{
		ID: "sorry-if", Fields: []coach.Field{coach.Apology, coach.Memory}, Level: coach.Problem,
		Why: "It doubts.", Try: "Say what you did.", More: "Offers are fine.", Source: "A book",
		Finds: []string{"I’m sorry if it hurt.", "If it hurt,\nI’m sorry."}, Leaves: []string{"I’m sorry."},
	})
	want := `sorry-if

It doubts.
Offers are fine.
Try: Say what you did.

Looks at: apology
Level: problem, or hint where the words can be read in two ways
Source: A book

Finds:
  I’m sorry if it hurt.
  If it hurt, I’m sorry.

Leaves alone:
  I’m sorry.`
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	got = explanation(coach.Rule{ID: "no-day", Fields: []coach.Field{coach.Plan}, Level: coach.Hint, Why: "It has no day."})
	if want := "no-day\n\nIt has no day.\n\nLooks at: single answers in the guide\nLevel: hint"; got != want {
		t.Errorf("got %q", got)
	}
}

func TestRulesAreNamed(t *testing.T) {
	p := newShell(t, "")
	if code := p.run(t, "check", "--rules"); code != quick.Done {
		t.Errorf("code %d: %s", code, p.err)
	}
	lines := strings.Split(strings.TrimSpace(p.out.String()), "\n")
	rules := coach.Rules()
	if len(lines) != len(rules) {
		t.Fatalf("%d lines, %d rules", len(lines), len(rules))
	}
	for i, r := range rules {
		if !strings.HasPrefix(lines[i], r.ID+" ") || !strings.HasSuffix(lines[i], r.Why) {
			t.Errorf("%s: %s", r.ID, lines[i])
		}
	}
	p.run(t, "check", "--rules", "--json")
	var all []ruleRow
	if err := json.Unmarshal([]byte(p.out.String()), &all); err != nil || len(all) != len(rules) || strings.Contains(p.out.String(), "null") {
		t.Errorf("%d rules: %v\n%s", len(all), err, p.out)
	}
	if bare, err := json.Marshal(ruleRowOf(coach.Rule{})); err != nil || strings.Contains(string(bare), "null") {
		t.Errorf("%v: %s", err, bare)
	}
	for _, r := range rules {
		if code := p.run(t, "check", "--explain", r.ID, "--json"); code != quick.Done || strings.Contains(p.out.String(), "null") {
			t.Errorf("%s: code %d: %s%s", r.ID, code, p.out, p.err)
		}
		if code := p.run(t, "check", "--explain", r.ID); code != quick.Done || !strings.HasPrefix(p.out.String(), r.ID+"\n") {
			t.Errorf("%s: code %d: %s%s", r.ID, code, p.out, p.err)
		}
	}
}

// Somebody whose configuration names a rule wrongly looks here for the right name.
func TestRulesAreNamedWhateverTheConfigurationSays(t *testing.T) {
	p := newShell(t, "")
	p.env["BOUNCEBACK_CONFIG"] = p.dir + "/wrong.toml"
	write(t, p.env["BOUNCEBACK_CONFIG"], "[coach]\noff = [\"no-such-rule-at-all\"]\n")
	for _, args := range [][]string{{"check", "--rules"}, {"check", "--explain", "mistakes-were-made"}} {
		if code := p.run(t, args...); code != quick.Done {
			t.Errorf("%v: code %d: %s", args, code, p.err)
		}
	}
	if code := p.run(t, "check", "apology"); code != quick.Failed ||
		!strings.Contains(p.err.String(), `wrong.toml:2: unknown rule "no-such-rule-at-all" in "coach.off". bounceback check --rules names them all`) {
		t.Errorf("code %d: %s", code, p.err)
	}
}

func TestNearRules(t *testing.T) {
	for id, want := range map[string]string{
		"mistakes-were-mad": "mistakes-were-made", "Mistakes-Where-Made": "mistakes-were-made", "were-made": "mistakes-were-made",
		"xylophone": "", "": "", "xq": "",
	} {
		if got := strings.Join(nearRules(id), " "); got != want {
			t.Errorf("%q: %q", id, got)
		}
	}
}
