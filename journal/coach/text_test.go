package coach

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSentences(t *testing.T) {
	l := english()
	for _, x := range []struct {
		name, text string
		want       []string
	}{
		{"a period and a capital letter", "I forgot. You waited.", []string{"I forgot.", "You waited."}},
		{"small letters all the way", "sorry. i was late", []string{"sorry.", "i was late"}},
		{"lines that were only too long", "I told Sam what you had told me, without thinking about what\nit would mean for you.", []string{"I told Sam what you had told me, without thinking about what\nit would mean for you."}},
		{"a line that goes on with a capital letter", "I am so sorry that I told everybody about it, Dana and\nSam most of all.", []string{"I am so sorry that I told everybody about it, Dana and\nSam most of all."}},
		{"a greeting", "Dear Dana,\n\nI forgot.", []string{"Dear Dana,", "I forgot."}},
		{"a greeting without an empty line", "Hi Dana,\nI forgot.", []string{"Hi Dana,", "I forgot."}},
		{"a list", "- I forgot\n- I lied", []string{"I forgot", "I lied"}},
		{"Windows lines", "I forgot.\r\n\r\nI lied.", []string{"I forgot.", "I lied."}},
		{"initials and abbreviations", "Dr. Okafor and J. Smith waited. I forgot.", []string{"Dr. Okafor and J. Smith waited.", "I forgot."}},
		{"a time", "It went out at 3 p.m. on Friday.", []string{"It went out at 3 p.m. on Friday."}},
		{"an amount", "You paid $12.50. I owe it.", []string{"You paid $12.50.", "I owe it."}},
		{"three dots", "Sorry ... I guess.", []string{"Sorry ... I guess."}},
		{"a question that somebody asked", "“Really?” she said, and left.", []string{"“Really?” she said, and left."}},
		{"marks in a row", "What?! No.", []string{"What?!", "No."}},
		{"nothing", "", nil},
		{"marks alone", "... --- ...", []string{"... --- ..."}},
	} {
		t.Run(x.name, func(t *testing.T) {
			d := l.cut(x.text)
			var got []string
			for _, s := range d.sentences {
				got = append(got, strings.TrimLeft(x.text[s.start:s.end], "- "))
			}
			if x.name == "marks alone" {
				got = []string{strings.Join([]string{x.text}, "")} // how often they are cut doesn't matter
			}
			if !slices.Equal(got, x.want) {
				t.Errorf("got %q, want %q", got, x.want)
			}
		})
	}
}

// TestSpans: whatever the letters, a span is the words that it speaks of.
func TestSpans(t *testing.T) {
	c := New(Options{})
	for _, x := range []struct{ text, want string }{
		{"Mistakes were made.", "Mistakes were made"},
		{"Ach 😀 — “mistakes” aside: mistakes were made.", "mistakes were made"},
		{"I was in 東京 on that day. Mistakes\r\nwere made.", "Mistakes\r\nwere made"},
		{"I didn’t say so. Mistakes weren’t small, mistakes were made.", "mistakes were made"},
		{"It’s Dana’s fault, not mine.", "Dana’s fault"},
		{"İt’s Dana’s fault, she never told me.", "Dana’s fault"},
		{"It's Dana's fault, not mine.", "Dana's fault"},
	} {
		r := c.Check(Account, x.text)
		found := false
		for _, f := range r.Findings {
			found = found || x.text[f.Span.Start:f.Span.End] == x.want
		}
		if !found {
			t.Errorf("%q: no finding on %q: %v", x.text, x.want, r.Findings)
		}
	}
}

func TestQuotedWordsAreSomebodyElses(t *testing.T) {
	c := New(Options{})
	for _, s := range []string{
		"I told the client “mistakes were made” and hung up. I was wrong.",
		`I wrote "it's not my fault" in the chat. I was wrong, and I deleted it.`,
	} {
		if worst, _ := c.Check(Account, s).Worst(); worst == Problem {
			t.Errorf("%q has a problem: %v", s, ids(c.Check(Account, s)))
		}
	}
	// A letter in quotation marks as a whole is still a letter.
	if worst, _ := c.Check(Apology, `"We regret any inconvenience."`).Worst(); worst != Problem {
		t.Error("a letter that stands in quotation marks has no problem")
	}
}

func TestZombies(t *testing.T) {
	c := New(Options{})
	for _, x := range []struct{ text, want string }{
		{"Mistakes were made.", "Mistakes were made by zombies."},
		{"I was tired.", "I was tired."},
		{"The table was completely deleted, and I was scared.", "The table was completely deleted by zombies, and I was scared."},
		{"It was broken by me.", "It was broken by me."},
		{"I deleted it.", "I deleted it."},
		{"It got lost and was never found.", "It got lost and was never found by zombies."},
		{"Customers were informed on Friday by Dana.", "Customers were informed on Friday by Dana."},
		{"Es wurde gelöscht, das tut mir leid.", "Es wurde gelöscht, das tut mir leid."},
	} {
		got, added := x.text, 0
		for _, at := range c.Zombies(x.text) {
			got = got[:at+added] + " by zombies" + got[at+added:]
			added += len(" by zombies")
		}
		if got != x.want {
			t.Errorf("got %q, want %q", got, x.want)
		}
	}
}

func TestDismissals(t *testing.T) {
	c := New(Options{})
	before := c.Check(Account, "Mistakes were made. I wasn’t there.")
	var d string
	for _, f := range before.Findings {
		if f.Rule == "mistakes-were-made" {
			d = Dismissal("own.did", f)
		}
	}
	has := func(text, key string) bool {
		for _, f := range Without(c.Check(Account, text).Findings, key, []string{d}) {
			if f.Rule == "mistakes-were-made" {
				return true
			}
		}
		return false
	}
	for text, want := range map[string]bool{
		"Mistakes were made. I wasn’t there.":             false,
		"Mistakes\nwere made!  I wasn’t there.":           false, // the same words
		"One more. Mistakes were made. I wasn’t there.":   false, // wherever it stands
		"Mistakes were made on Monday. I wasn’t there.":   true,  // another sentence
		"Mistakes were made. Mistakes were made. I left.": false, // the same sentence twice
	} {
		if got := has(text, "own.did"); got != want {
			t.Errorf("%q: a remark is left: %v, want %v", text, got, want)
		}
	}
	if !has("Mistakes were made. I wasn’t there.", "own.decided") {
		t.Error("it is dismissed for another question too")
	}
}

func TestSwitchedOff(t *testing.T) {
	c := New(Options{Off: []string{"mistakes-were-made"}})
	for _, f := range c.Check(Account, "Mistakes were made.").Findings {
		if f.Rule == "mistakes-were-made" {
			t.Error("a rule that is switched off speaks")
		}
	}
}

// TestSwitchedOffLeavesRoom: what is switched off neither hides what else there is nor counts.
func TestSwitchedOffLeavesRoom(t *testing.T) {
	const text = "I’m sorry if any inconvenience was caused, but you are overreacting."
	c := New(Options{Off: []string{"sorry-if"}})
	if worst, _ := c.Check(Apology, text).Worst(); worst != Problem {
		t.Errorf("with one rule off, no other finds anything: %v", ids(c.Check(Apology, text)))
	}
	off := []string{"no-sorry", "not-to-you", "no-cost"}
	r := New(Options{Off: off}).Check(Apology, "I lied.")
	if !slices.Contains(ids(r), "hint no-repair") {
		t.Errorf("what is off takes the place of others: %v", ids(r))
	}
}

// TestAtOnce runs under the race detector: one coach serves several checks.
func TestAtOnce(t *testing.T) {
	c := New(Options{})
	for range 8 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			c.Check(Apology, "I’m sorry if you were hurt.")
			c.Zombies("Mistakes were made.")
			c.Rule("passive")
		})
	}
}

func TestComponents(t *testing.T) {
	c := New(Options{})
	lit := func(s string) string {
		var out []string
		for _, p := range c.Check(Apology, s).Components {
			if len(p.Spans) > 0 {
				out = append(out, p.Name)
			}
		}
		return strings.Join(out, " ")
	}
	for text, want := range map[string]string{
		"I’m sorry.":                   "regret",
		"I’m sorry I read your diary.": "responsibility regret",
		"I’m sorry I read your diary. I’ll buy you one with a lock on Friday.":                       "responsibility repair regret",
		"I read your diary because I was jealous. I’m sorry. From now on I ask. Can you forgive me?": "responsibility repair regret explanation repentance forgiveness",
		"I’m sorry if you were offended.":                                                            "",
		"We regret any inconvenience.":                                                               "",
		"We take your privacy very seriously.":                                                       "",
	} {
		if got := lit(text); got != want {
			t.Errorf("%q has %q, want %q", text, got, want)
		}
	}
	if n := len(c.Check(Apology, "I’m sorry.").Components); n != 6 {
		t.Errorf("%d components, want 6", n)
	}
	if len(c.Check(Account, "I lied.").Components) != 0 {
		t.Error("an account has components")
	}
}

// FuzzCheck: no text stops the coach, and every span lies in it.
func FuzzCheck(f *testing.F) {
	for _, s := range []string{"Mistakes were made.", "I’m sorry if — “you” …", "\xff\xfe", "a\r\n\r\nb", "'s 's ’s n't", "“““", "I'm I'm", "İ’m İsn’t İt's", strings.Repeat("sorry but ", 50)} {
		f.Add(s)
	}
	c := New(Options{})
	f.Fuzz(func(t *testing.T, s string) {
		for field := range fieldCount {
			r := c.Check(field, s)
			for _, x := range r.Findings {
				inside(t, s, x.Span)
			}
			for _, p := range r.Components {
				for _, x := range p.Spans {
					inside(t, s, x)
				}
			}
		}
		for _, at := range c.Zombies(s) {
			inside(t, s, Span{at, at})
		}
	})
}

func inside(t *testing.T, s string, x Span) {
	t.Helper()
	if x.Start < 0 || x.End > len(s) || x.Start > x.End {
		t.Fatalf("span %v of a text of %d bytes", x, len(s))
	}
	if utf8.ValidString(s) && (!utf8.ValidString(s[:x.Start]) || !utf8.ValidString(s[:x.End])) {
		t.Fatalf("span %v cuts a character of %q", x, s)
	}
}
