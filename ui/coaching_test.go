package ui

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bounceback/journal"
	"bounceback/journal/coach"
)

// listener is a coach that has nothing to say.
type listener struct{}

func (listener) Check(coach.Field, string, ...string) coach.Report {
	return coach.Report{Language: "English"}
}
func (listener) Zombies(string) []int { return nil }

func (listener) Rule(string) (coach.Rule, bool) { return coach.Rule{}, false }

// parrot is a coach that knows a few words.
type parrot struct {
	asked []string // the texts that it was asked about
	given []string // what was said the last time to be answered
}

func (c *parrot) Check(f coach.Field, text string, given ...string) coach.Report {
	c.asked, c.given = append(c.asked, text), given
	r := coach.Report{Language: "English"}
	add := func(rule string, level coach.Level, at, length int, why, try string) {
		sentence := text
		if length > 0 {
			from := strings.LastIndexByte(text[:at], '.') + 1
			to := len(text)
			if i := strings.IndexByte(text[at:], '.'); i >= 0 {
				to = at + i
			}
			sentence = text[from:to]
		}
		h := fnv.New32a()
		h.Write([]byte(sentence))
		g := coach.Finding{Rule: rule, Level: level, Why: why, Try: try, Mark: fmt.Sprintf("%s:%04x", rule, h.Sum32()&0xffff)}
		if length > 0 {
			g.Span = coach.Span{Start: at, End: at + length}
		}
		r.Findings = append(r.Findings, g)
	}
	for _, w := range []struct {
		words, rule string
		level       coach.Level
		why, try    string
	}{
		{"were made", "mistakes-were-made", coach.Problem, "Mistakes are made by somebody, and nobody is in this sentence.", "Who made them? Begin with “I”, and say which."},
		{"just", "just", coach.Hint, "“Just” makes what you did smaller than it was.", "Read the sentence without it."},
		{"I told", "act", coach.Praise, "You say what you did.", ""},
	} {
		for at := 0; ; {
			i := strings.Index(text[at:], w.words)
			if i < 0 {
				break
			}
			add(w.rule, w.level, at+i, len(w.words), w.why, w.try)
			at += i + len(w.words)
		}
	}
	slices.SortStableFunc(r.Findings, func(a, b coach.Finding) int { return a.Span.Start - b.Span.Start })
	if f == coach.Apology {
		if !strings.Contains(text, "sorry") {
			add("no-sorry", coach.Hint, 0, 0, "The word “sorry” is not in it.", "Say it, and for what.")
		}
		for name, word := range map[string]string{"responsibility": "I took", "repair": "pay", "regret": "sorry", "explanation": "because", "repentance": "never", "forgiveness": "forgive"} {
			c := coach.Component{Name: name, Means: "What " + name + " means.", Example: "An example of " + name + "."}
			if i := strings.Index(text, word); i >= 0 {
				c.Spans = []coach.Span{{Start: i, End: i + len(word)}}
			}
			r.Components = append(r.Components, c)
		}
		order := []string{"responsibility", "repair", "regret", "explanation", "repentance", "forgiveness"}
		slices.SortFunc(r.Components, func(a, b coach.Component) int { return slices.Index(order, a.Name) - slices.Index(order, b.Name) })
	}
	return r
}

func (c *parrot) Rule(id string) (coach.Rule, bool) { return coach.RuleByID(id) }

func (c *parrot) Zombies(text string) []int {
	var out []int
	for at := 0; ; {
		i := strings.Index(text[at:], "were made")
		if i < 0 {
			return out
		}
		at += i + len("were made")
		out = append(out, at)
	}
}

// coached is the screen with a coach that speaks.
func coached(t testing.TB, entries ...journal.Entry) (*person, *parrot) {
	t.Helper()
	c := &parrot{}
	return sitWith(t, func(o *Options) { o.Coach = c }, entries...), c
}

const twoThoughts = "Mistakes were made. I just forgot."

// While a question is answered for the first time there is one dim line; once it was left, the thoughts stand below it one by one.
func TestThoughtsBelowAText(t *testing.T) {
	p, _ := coached(t, someone())
	p.press("enter")
	p.write(twoThoughts)
	p.hides("thoughts ·", "a thought")
	p.checkTimer()
	p.shows("│ two thoughts · ctrl+r ", "ctrl+r thoughts")
	p.hides("look again", "Who made them?")
	p.underlines("")
	p.press("esc")
	p.shows("▌ What did I do, or not do?", "two thoughts · f │")
	p.press("enter")
	p.shows("look again · 1 of 2 · ctrl+r the next one", "nobody is in this sentence.", "Who made them? Begin with “I”, and say which.")
	p.hides("two thoughts ·", "Read the sentence without it.")
	p.underlines("were made", "just")
	p.press("ctrl+r")
	p.shows("a thought · 2 of 2", "Read the sentence without it.")
	p.press("f10")
	p.shows("look again · 1 of 2")
	p.resize(120, 36)
	p.shows("• look again · 1 of 2", "nobody is in this sentence.", "a thought · 2 of 2", "Read the sentence without it.")
	p.press("ctrl+r")
	p.shows("• a thought · 2 of 2", "look again · 1 of 2")
	p.resize(80, 24)
	p.write(" I told Dana.")
	p.shows("a thought · 2 of 2") // what stands below stays until there is something new
	p.checkTimer()
	p.shows("a thought · 2 of 2")
	p.press("ctrl+a ctrl+k")
	p.write("I told Dana.")
	p.checkTimer()
	p.shows("│ good · You say what you did.")
	p.hides("a thought", "look again")
	p.underlines("")
}

// Who asks gets to see them before the text is left.
func TestAskingForThoughts(t *testing.T) {
	for _, k := range []string{"ctrl+r", "f10"} {
		p, _ := coached(t, someone())
		p.press("enter")
		p.write(twoThoughts)
		p.checkTimer()
		p.press(k)
		p.shows("look again · 1 of 2")
		p.underlines("were made", "just")
		p.press("ctrl+a ctrl+k")
		p.write("I forgot.")
		p.checkTimer()
		p.hides("look again", "1 of 2")
		p.press(k)
		p.shows("No thoughts on this so far.")
	}
}

// underlines fails unless these and no other words of the text on screen are underlined.
func (p *person) underlines(want ...string) {
	p.Helper()
	var got []string
	content := p.app.View().Content
	for i := 0; ; {
		j := strings.Index(content[i:], "\x1b[4m")
		if j < 0 {
			break
		}
		i += j + len("\x1b[4m")
		end := strings.Index(content[i:], "\x1b[m")
		got = append(got, ansi.Strip(content[i:i+end]))
		i += end
	}
	got = slices.DeleteFunc(got, func(s string) bool { return s == "Own it" || s == "" })
	if s := strings.Join(got, "|"); s != strings.Join(want, "|") {
		p.Fatalf("underlined is %q, want %q", s, want)
	}
}

// The answer to a text that has changed since is dropped, and the next one is due.
func TestLateThoughtsAreDropped(t *testing.T) {
	p, c := coached(t, someone())
	p.press("enter")
	p.write("Mistakes were made.")
	hold[checkedMsg](p)
	p.checkTimer()
	p.write(" Just once.")
	p.checkTimer() // one is under way: no second one
	if len(c.asked) != 1 {
		t.Fatalf("asked about %q", c.asked)
	}
	p.press("ctrl+a ctrl+k")
	p.write("I forgot.")
	p.arrive()
	p.hides("one thought")
	p.checkTimer()
	p.hides("one thought")
	if got := c.asked[len(c.asked)-1]; got != "I forgot." || len(c.asked) != 2 {
		t.Errorf("asked about %q", c.asked)
	}
	p.press("ctrl+a ctrl+k")
	p.write("Mistakes were made.")
	hold[checkedMsg](p)
	p.checkTimer()
	p.press("esc esc")
	p.arrive() // the guide is closed
	p.hides("thought")
}

// Nor does an answer go to another mistake that happens to say the same.
func TestLateThoughtsOfAnotherMistake(t *testing.T) {
	one, two := someone(), journal.New("m2h3m9xq2t", "Forgot the keys", fixedNow.AddDate(0, 0, -3))
	one.Own.Did, two.Own.Did = twoThoughts, twoThoughts
	p, _ := coached(t, one, two)
	p.press("enter")
	hold[checkedMsg](p)
	p.checkTimer()
	p.press("esc j enter")
	p.arrive()
	p.hides("two thoughts")
	p.checkTimer()
	p.shows("Forgot the keys", "two thoughts · f")
}

// The first key starts the timer, and the next ones don't start it again.
func TestTheTimerOfTheCoach(t *testing.T) {
	p, c := coached(t, someone())
	p.press("enter")
	p.write("I forgot the tickets at home.")
	n := 0
	for _, tm := range p.timers {
		if tm.after == checkAfter {
			n++
		}
	}
	if n != 1 || len(c.asked) != 0 {
		t.Errorf("%d timers, asked about %q", n, c.asked)
	}
}

// Whatever the coach says, the text stands where it stands.
func TestTheTextNeverMoves(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {40, 12}, {60, 16}, {100, 30}, {200, 60}} {
		for _, question := range []string{"own", "apology"} {
			t.Run(fmt.Sprintf("%s-%dx%d", question, size[0], size[1]), func(t *testing.T) {
				e := someone()
				e.MarkDone(journal.StepFix, fixedNow) // nothing asks about harm
				words := "The first line. Mistakes were made, I just forgot. " + strings.Repeat("word after word after ", 60) + "last"
				e.Own.Did = words
				e.Apologies = []journal.Apology{{To: "Dana", Words: words}}
				p, _ := coached(t, e)
				p.resize(size[0], size[1])
				p.press("enter enter")
				if question == "apology" {
					p.press("esc ] ] enter")
				}
				if !p.app.writing() {
					t.Fatal(p.frame())
				}
				p.press("ctrl+home") // what a thought is on is brought into view otherwise
				text := func() string {
					var out []string
					for _, l := range p.lines() {
						if strings.Contains(l, "▌ ") {
							out = append(out, strings.TrimRight(strings.TrimRight(l, " │"), " "))
						}
					}
					return strings.Map(func(r rune) rune {
						if r == '━' {
							return '╌' // the meter lights up
						}
						return r
					}, strings.Join(out, "\n"))
				}
				before := text()
				p.checkTimer()
				p.shows(" · ctrl+r")
				if got := text(); got != before {
					t.Errorf("moved when thoughts came:\n%s\nto\n%s", before, got)
				}
				p.press("ctrl+r")
				p.shows("look again · 1 of")
				if got := text(); got != before {
					t.Errorf("moved when they were shown:\n%s\nto\n%s", before, got)
				}
				p.press("ctrl+r")
				p.shows("a thought · 2 of")
				if got := text(); got != before {
					t.Errorf("moved from one to the next:\n%s\nto\n%s", before, got)
				}
			})
		}
	}
}

// What just happened is said in the last of the rows, whatever the coach has to say.
func TestANoteBeforeThoughts(t *testing.T) {
	p, _ := coached(t, someone())
	p.press("enter")
	p.write(twoThoughts)
	p.checkTimer()
	p.press("esc x [ enter") // Fix has no answer, so its question is open; back to Own
	p.press("esc [ enter")
	p.app.guide.SetUnread(nil)
	p.shows("look again · 1 of 2")
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		p.resize(size[0], size[1])
		p.elsewhere(p.paths()[0], func(e *journal.Entry) { e.Title += " too" })
		p.write(".")
		p.saveTimer()
		p.shows("both changes are in it")
	}
}

// A coach that is switched off leaves nothing behind: no rows, no keys, no words.
func TestWithoutACoach(t *testing.T) {
	e := someone()
	e.Own.Did = strings.Repeat("Mistakes were made. ", 80)
	frame := func(c func(*Options)) *person {
		p := sitWith(t, c, e)
		p.press("enter enter")
		p.checkTimer()
		return p
	}
	off := frame(func(o *Options) { o.Coach = nil })
	on := frame(nil)
	rows := func(p *person) int { return strings.Count(p.frame(), "Mistakes were made") }
	if rows(off) <= rows(on) {
		t.Errorf("%d and %d rows of text", rows(off), rows(on))
	}
	off.press("ctrl+r")
	off.hides("thought")
	off.press("esc")
	off.hides("thought")
	off.press("f")
	off.shows("The coach is switched off.")
	off.press("z")
	off.shows("The coach is switched off.")
}

// Neither what is for nobody else nor what happened is anybody's business.
func TestSilentQuestions(t *testing.T) {
	p, c := coached(t, someone())
	p.press("c")
	p.write("Mistakes were made, just so")
	p.checkTimer()
	p.press("enter")
	p.press("enter esc t")
	for _, q := range []string{"In one line", "What happened?", "Anything you need to get off your chest?"} {
		p.toRow(q)
		p.press("enter")
		p.write(twoThoughts)
		p.checkTimer()
		p.press("ctrl+r")
		p.hides("thought", "look again")
		p.press("esc")
		p.checkTimer()
		p.press("f")
		p.shows("There is nothing to look at in this one.")
		p.press("z")
		p.shows("That is no question here.")
	}
	if len(c.asked) > 0 {
		t.Errorf("asked about %q", c.asked)
	}
}

// f tells everything that there is on a text; what was put aside stays so until its sentence changes.
func TestThePageOfThoughts(t *testing.T) {
	e := someone()
	e.Own.Did = twoThoughts
	p, _ := coached(t, e)
	p.press("enter f") // nobody has looked at it yet
	p.shows("Own it → thoughts", "look again · “were made”", "a thought · “just”", "Read the sentence without it.", "enter more about it · d fine as it is")
	p.hides("Sorry, Sorry, Sorry")
	p.press("enter")
	p.shows("Such as: “Mistakes were made.”", "Rather: “I made mistakes.”", "From Ingall & McCarthy, Sorry, Sorry, Sorry")
	p.press("enter")
	p.hides("Sorry, Sorry, Sorry")
	p.press("d")
	p.shows("▌ “were made”", "It is fine as it is, because …", "[true and relevant]", "I am quoting")
	p.press("esc")
	p.shows("“were made”")
	p.press("d right")
	p.shows("[I am quoting]")
	p.press("enter")
	p.shows("Put aside. u brings it back.", "▌ a thought · “just”")
	p.hides("were made")
	p.press("u")
	p.shows("It is back.", "“were made”")
	p.press("u")
	p.shows("Nothing was put aside here.")
	p.press("k k d enter f") // f closes the page as well
	p.shows("▌ What did I do", "one thought · f")
	p.saveTimer()
	got := p.only().Entry
	if len(got.Coach.Dismissed) != 1 || !strings.HasPrefix(got.Coach.Dismissed[0], "own.did:mistakes-were-made:") || got.Own.Status != "" && got.Own.Status != journal.Todo {
		t.Errorf("the file has %q, and Own is %q", got.Coach.Dismissed, got.Own.Status)
	}
	p.restart()
	p.press("enter f")
	p.shows("“just”")
	p.hides("“were made”")
	p.press("esc enter home right right right right right right right right")
	p.write(" here")
	p.press("esc f")
	p.shows("“were made”", "“just”")
}

// Thoughts on a text that was written on are not taken for those on the one that stands there now.
func TestThoughtsOnAnOlderText(t *testing.T) {
	p, _ := coached(t, someone())
	p.press("enter")
	p.write(twoThoughts)
	p.checkTimer()
	p.press("ctrl+a ctrl+k")
	p.write("I forgot.")
	p.press("esc")
	p.hides("thoughts · f")
	hold[checkedMsg](p)
	p.press("f d")
	p.shows("One moment…", "There is nothing to put aside here.")
	p.hides("were made")
	p.arrive()
	p.shows("No thoughts on this one.")
}

// Who gives an action a day and a name in their own questions is not asked for them again.
func TestWhatIsAnsweredBeside(t *testing.T) {
	p, c := coached(t, serious())
	p.press("enter")
	p.toRow("Actions")
	p.press("enter f")
	if len(c.given) > 0 {
		t.Errorf("given %q", c.given)
	}
	p.press("esc enter")
	p.toRow("Who does it?")
	p.press("enter")
	p.write("me")
	p.press("tab")
	p.write("friday")
	p.press("esc esc f")
	if got := strings.Join(c.given, " "); got != "no-person no-date" {
		t.Errorf("given %q", got)
	}
	for _, id := range append(c.given, "no-test", "no-repair", "no-day") {
		if _, ok := coach.RuleByID(id); !ok {
			t.Errorf("there is no rule %s", id)
		}
	}
}

// In a list it is the words of the selected item that are looked at, and each has its own.
func TestThoughtsOfItems(t *testing.T) {
	e := someone()
	e.MarkDone(journal.StepOwn, fixedNow)
	e.MarkDone(journal.StepFix, fixedNow)
	e.Apologies = []journal.Apology{{To: "Dana", Words: "I took it. I am sorry."}, {To: "Kim", Words: "Mistakes were made."}}
	e.Fix.Actions = []journal.Action{{Do: "Put a list by the door"}, {Do: "We just look twice"}}
	e.RCA.Factors = []journal.Factor{{Why: "It was just late"}}
	p, _ := coached(t, e)
	p.press("enter")
	p.checkTimer()
	p.hides("thought")
	p.press("j")
	hold[checkedMsg](p)
	p.checkTimer()
	p.press("K") // Kim's is the first now, and the answer is on its way
	p.arrive()
	p.checkTimer()
	p.shows("▌ Kim", "two thoughts · f")
	p.press("enter esc esc J enter") // what was shown of Kim's is still shown, wherever it stands
	p.shows("To Kim", "look again · 1 of 2")
	p.press("esc esc k enter")
	p.checkTimer()
	p.hides("look again")
	p.press("esc esc j K f")
	p.shows("look again · “were made”", "a thought · what is missing", "Say it, and for what.", "What an apology can have in it", "╌ responsibility")
	p.press("esc j")
	p.checkTimer()
	p.hides("thoughts · f")
	p.press("f")
	p.shows("━ responsibility  What responsibility means.", "━ regret", "╌ repair")
	p.hides("look again")
	p.press("enter")
	p.shows("In your words: “I took”", "Such as: “An example of responsibility.”")
	p.press("esc")

	p.press("[")
	p.toRow("Actions")
	p.press("enter j f")
	p.shows("Actions → thoughts", "a thought · “just”")
	p.press("esc k f")
	p.shows("No thoughts on this one.")
	p.press("esc esc")
	p.toRow("What contributed to it?")
	p.press("enter f")
	p.shows("a thought · “just”")
}

// The parts of an apology stand beside its words where there is room, below them where there is a little, and light up.
func TestThePartsOfAnApology(t *testing.T) {
	e := someone()
	e.MarkDone(journal.StepOwn, fixedNow)
	e.MarkDone(journal.StepFix, fixedNow)
	p, _ := coached(t, e)
	p.press("enter")
	p.shows("▌                                                           ╌ responsibility", "╌ forgiveness")
	p.write("I took your seat, and I am sorry.")
	p.checkTimer()
	p.shows("━ responsibility", "╌ repair", "━ regret", "╌ forgiveness")
	p.resize(120, 36)
	p.shows("│ ━ responsibility  ╌ repair          ━ regret", "│ ╌ explanation     ╌ repentance      ╌ forgiveness")
	p.resize(40, 12)
	p.hides("responsibility")
	p.resize(160, 40)
	p.shows("━ responsibility", "╌ forgiveness")
	p.hides("%")
}

// z shows where zombies fit, and touches nothing.
func TestZombies(t *testing.T) {
	e := someone()
	e.Own.Did = "Mistakes were made, and more were made."
	p, _ := coached(t, e)
	before := p.read(p.paths()[0])
	p.press("enter z")
	p.shows("Mistakes were made [by zombies], and more were made [by zombies].", "Where zombies fit, whoever did it is missing. z takes them away.", "z take them away")
	for _, k := range []string{"z", "esc"} {
		p.press(k)
		p.hides("zombies]")
		p.shows("▌ What did I do, or not do?", "were made, and more")
		p.press("z")
		p.shows("[by zombies]")
	}
	p.resize(40, 24)
	p.shows("were made [by zombies].")
	p.resize(80, 24)
	p.shows("Mistakes were made [by zombies], and more were made [by zombies].")
	p.press("m")
	p.hides("zombies]")
	p.shows("What part was mine to decide?")
	if got := p.read(p.paths()[0]); got != before {
		t.Errorf("the file is\n%s", got)
	}
	p.press("j z")
	p.shows("Nothing is written here yet.")
	p.press("k enter ctrl+a ctrl+k")
	p.write("I forgot.")
	p.press("esc z")
	p.shows("Every verb here has somebody who does it.")
	p.press("ctrl+s")
	p.hides("z take them away")
}

func TestZombiesInALongText(t *testing.T) {
	e := someone()
	e.Own.Did = strings.Repeat("A line.\n", 60) + "Mistakes were made."
	p, _ := coached(t, e)
	p.press("enter z")
	p.hides("[by zombies]")
	p.press("G")
	p.shows("Mistakes were made [by zombies].")
	p.resize(40, 12)
	p.press("G")
	p.shows("[by zombies]")
	p.press("g")
	p.hides("[by zombies]")
	p.press("z")
	p.shows("What did I do")
}

// An entry that can only be read can be looked at all the same.
func TestThoughtsOnWhatCanOnlyBeRead(t *testing.T) {
	e := someone()
	e.Own.Did = twoThoughts
	p := sitWith(t, func(o *Options) { o.Coach = &parrot{} }, e)
	path := p.paths()[0]
	p.overwrite(path, strings.Replace(p.read(path), "schema = 1", "schema = 99", 1))
	p.restart()
	p.press("enter")
	p.shows("Read-only")
	before := p.read(path)
	p.press("f")
	p.shows("“were made”")
	p.press("d")
	p.hides("true and relevant")
	p.shows("Read-only")
	p.press("u esc z")
	p.shows("[by zombies]")
	p.press("esc")
	if got := p.read(path); got != before {
		t.Errorf("the file is\n%s", got)
	}
}

// After a text that was left with tab, letters in quick succession are words, and f and z alone are keys.
func TestFAndZAfterTab(t *testing.T) {
	for keys, see := range map[string]string{"f": "Own it → thoughts", "z": "[by zombies]"} {
		p, _ := coached(t, someone())
		p.press("enter")
		p.write("Mistakes were made.")
		p.press("tab " + keys)
		p.shows(see)
	}
	for _, words := range []string{"for her", "zero sleep"} {
		p, _ := coached(t, someone())
		p.press("enter")
		p.write("Mistakes were made.")
		p.press("tab")
		p.burst(words)
		p.shows("were made. " + words)
	}
	p, _ := coached(t, someone())
	p.press("enter")
	p.write(twoThoughts)
	p.checkTimer()
	p.press("tab")
	p.burst("fj")
	p.shows("Own it → thoughts", "▌ a thought · “just”")
}

// When another program changes the entry, thoughts that are on the page make room: what they were on may stand elsewhere.
func TestThoughtsOnWhatChangedElsewhere(t *testing.T) {
	e := someone()
	e.MarkDone(journal.StepOwn, fixedNow)
	e.MarkDone(journal.StepFix, fixedNow)
	e.Apologies = []journal.Apology{{To: "Dana", Words: "I took it. I am sorry."}, {To: "Kim", Words: "Mistakes were made."}}
	p, _ := coached(t, e)
	p.press("enter j f")
	p.shows("“were made”")
	p.elsewhere(p.paths()[0], func(e *journal.Entry) { e.Apologies = e.Apologies[1:] })
	p.look()
	p.hides("→ thoughts", "Dana")
	p.press("f")
	p.shows("“were made”")
}

// The thought that is asked for is brought into view, and the next key leads back to where one writes.
func TestAThoughtFarAway(t *testing.T) {
	e := someone()
	e.Own.Did = "Mistakes were made.\n" + strings.Repeat("A line.\n", 60) + "I just forgot."
	p, _ := coached(t, e)
	p.press("enter enter")
	p.checkTimer()
	p.hides("Mistakes were made.")
	p.press("ctrl+r")
	p.shows("Mistakes were made.", "look again · 1 of 2")
	if p.app.View().Cursor != nil {
		t.Error("the cursor is in view")
	}
	p.press("ctrl+r")
	p.shows("I just forgot.", "a thought · 2 of 2")
	p.press("ctrl+r")
	p.write("x")
	p.shows("I just forgot.x")
}

// Whatever stands in a text, and whatever the size: every frame fits. person.check looks after each message.
func TestThoughtsFit(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		twoThoughts, "日本語のテキスト were made \x1b[31mred\x1b[0m just 👨‍👩‍👧‍👦 e\u0301", strings.Repeat("just ", 200), "were made" + strings.Repeat("long", 100) + "just",
	} {
		e := someone()
		e.MarkDone(journal.StepFix, fixedNow)
		e.Own.Did, e.Apologies = words, []journal.Apology{{To: "Dana", Words: words + " sorry"}}
		p, _ := coached(t, e)
		for _, size := range [][2]int{{80, 24}, {1, 1}, {4, 4}, {10, 3}, {20, 6}, {40, 12}, {60, 8}, {60, 18}, {109, 30}, {110, 30}, {200, 60}, {78, 20}} {
			p.resize(80, 24)
			p.press("enter enter")
			p.checkTimer()
			p.resize(size[0], size[1])
			p.press("ctrl+r ctrl+r esc f enter j enter G enter d right enter u esc z j k esc ] ] enter ctrl+r esc esc f enter G enter esc z esc esc esc")
			p.saveTimer()
		}
	}
}
