package coach

import (
	"fmt"
	"strings"
	"testing"
)

// kinds are the corpora with the fields that their texts answer.
func kinds() map[string]Field {
	return map[string]Field{"apology": Apology, "ownership": Account, "action": Action, "lesson": Lesson}
}

func problems(c *Coach, f Field, texts []text) (with []string, out []string) {
	for _, t := range texts {
		r := c.Check(f, t.text)
		if worst, _ := r.Worst(); worst != Problem {
			out = append(out, t.name)
			continue
		}
		with = append(with, t.name)
	}
	return with, out
}

// TestCorpora holds the rules to what they reach with the texts that the weights were fitted to, so that no change makes them
// worse unnoticed. What is asked of them is that nine of ten bad texts have a problem and one of fifty good ones at most, with
// texts that they were not fitted to; the log of TestFit says how near they are, each text judged by weights fitted without it.
// A false accusation of somebody who is ashamed already is the worse mistake.
func TestCorpora(t *testing.T) {
	c := New(Options{})
	for kind, field := range kinds() {
		bad, good := corpus(t, kind, "bad"), corpus(t, kind, "good")
		found, missed, accused := weigh(t, c, kind, field, bad, good)
		if least := map[string]int{"apology": 87, "ownership": 83, "action": 97, "lesson": 86}[kind]; len(found)*100 < len(bad)*least {
			t.Errorf("%s: only %s of the bad texts have a problem; without one: %s", kind, share(found, bad), strings.Join(missed, ", "))
		}
		if len(accused)*50 > len(good) {
			t.Errorf("%s: %s of the good texts are accused: %s", kind, share(accused, good), strings.Join(accused, ", "))
		}
	}
}

// TestHeld looks at texts that were written when the rules were finished, by somebody who had not seen them, and that had no part in
// fitting the weights. Its log says how right the coach is with texts that it has never seen.
func TestHeld(t *testing.T) {
	c := New(Options{})
	for kind, field := range kinds() {
		bad, good := held(t, kind, "bad"), held(t, kind, "good")
		found, _, accused := weigh(t, c, kind, field, bad, good)
		if len(found)*4 < len(bad)*3 || len(accused)*20 > len(good) {
			t.Errorf("%s: a problem in %s of the bad and %s of the good texts", kind, share(found, bad), share(accused, good))
		}
	}
}

// TestSubtle says how far words go: what is wrong with these bad texts is said between the lines, and about half of them are seen
// through. They had no part in fitting the weights.
func TestSubtle(t *testing.T) {
	c := New(Options{})
	for _, kind := range []string{"apology", "ownership"} {
		texts := subtle(t, kind)
		found, _ := problems(c, kinds()[kind], texts)
		t.Logf("%s: a problem in %s", kind, share(found, texts))
		if len(found)*3 < len(texts) {
			t.Errorf("%s: only %s are seen through", kind, share(found, texts))
		}
	}
}

// weigh logs in how many texts of a kind there is a problem, and returns which of the bad ones have one or not, and which of the
// good ones are accused.
func weigh(t *testing.T, c *Coach, kind string, field Field, bad, good []text) (found, missed, accused []string) {
	t.Helper()
	found, missed = problems(c, field, bad)
	accused, _ = problems(c, field, good)
	t.Logf("%s: a problem in %s of the bad and %s of the good texts", kind, share(found, bad), share(accused, good))
	return found, missed, accused
}

func share(some []string, all []text) string {
	return fmt.Sprintf("%d of %d (%.1f %%)", len(some), len(all), 100*float64(len(some))/float64(len(all)))
}

// TestExamples holds each rule to what it tells of itself.
func TestExamples(t *testing.T) {
	l := english()
	for i := range l.rules {
		rule := l.rules[i]
		if len(rule.Finds) == 0 && rule.Level != Hint {
			t.Errorf("%s has no example", rule.ID)
		}
		for _, s := range rule.Finds {
			if !fires(l, rule, s) {
				t.Errorf("%s doesn't find its own example %q", rule.ID, s)
			}
			if worst, _ := l.check(rule.Fields[0], l.cut(s), nothing).Worst(); rule.Level == Problem && worst != Problem && !softened(rule) {
				t.Errorf("%s: %q is no problem: %v", rule.ID, s, ids(l.check(rule.Fields[0], l.cut(s), nothing)))
			}
		}
		for _, s := range rule.Leaves {
			if fires(l, rule, s) {
				t.Errorf("%s finds something in %q, which is good", rule.ID, s)
			}
			if worst, _ := l.check(rule.Fields[0], l.cut(s), nothing).Worst(); worst == Problem {
				t.Errorf("%s: its good example %q has a problem: %v", rule.ID, s, ids(l.check(rule.Fields[0], l.cut(s), nothing)))
			}
		}
	}
}

// softened rules are problems only in a factor, whose field isn't the first they look at.
func softened(r Rule) bool { return r.Fields[0] == Analysis }

// fires reports whether a rule finds something, whatever other remark is made on the same sentence.
func fires(l *language, rule Rule, s string) bool {
	for _, f := range rule.Fields[:1] {
		r := l.read(f, l.cut(s), nothing)
		for _, h := range r.hits {
			if h.rule.ID == rule.ID && !h.weak {
				return true
			}
		}
		for _, found := range r.judge() {
			if found.Rule == rule.ID && len(rule.find) == 0 {
				return true
			}
		}
	}
	return false
}

func ids(r Report) []string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, f.Level.String()+" "+f.Rule)
	}
	return out
}

func TestOtherLanguages(t *testing.T) {
	c := New(Options{})
	for _, s := range []string{
		"Es tut mir leid, was ich in der Küche gesagt habe. Fehler wurden gemacht.", "Het spijt me dat ik je verjaardag vergeten was.", "Je suis désolé si tu as été blessé.",
		"Siento mucho si alguien se sintió ofendido.", "Mi dispiace se qualcuno si è offeso.", "Jag är ledsen om någon blev sårad.", "ごめんなさい。私が悪かったです。", "对不起，我错了。",
		"Desculpa se alguém ficou ofendido.", "😀 🙈", "", "   ", "12345", "---",
	} {
		for f := range fieldCount {
			if r := c.Check(f, s); len(r.Findings) > 0 || r.Language != "" {
				t.Errorf("%q has remarks: %v (%s)", s, ids(r), r.Language)
			}
		}
	}
	for _, s := range []string{"I’m sorry.", "sorry", "Oops. We goofed. Sorry about that.", "Root cause: human error.", "Retrain staff.", "I forgot the Müller file."} {
		if r := c.Check(Apology, s); r.Language != "English" {
			t.Errorf("%q isn't taken for English", s)
		}
	}
}

// nothing is off.
func nothing(string) bool { return false }
