package capture_test

import (
	"errors"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/capture"
	"bounceback/journal/when"
)

var now = time.Date(2026, 11, 12, 14, 0, 0, 0, time.FixedZone("", 3600))

// natural knows two words; everything else is unread.
func natural(s string, at time.Time) (when.Moment, error) {
	switch s {
	case "yesterday":
		return when.On(when.DayOf(at).AddDays(-1)), nil
	case "last friday 14:00":
		return when.At(time.Date(2026, 11, 6, 14, 0, 0, 0, at.Location())), nil
	}
	return when.Moment{}, errors.New("no")
}

var (
	yesterday = when.On(when.Day{Year: 2026, Month: 11, Day: 11})
	friday    = when.At(time.Date(2026, 11, 6, 14, 0, 0, 0, time.FixedZone("", 3600)))
)

func TestParse(t *testing.T) {
	type list = []string
	for _, c := range []struct {
		name, text string
		want       capture.Line
	}{
		{"nothing", "", capture.Line{}},
		{"blank", " \t\n ", capture.Line{}},
		{"words only", "Kicked the power cord", capture.Line{Title: "Kicked the power cord"}},
		{"tokens at the end go", "Sent the wrong price +pricing @Dana sev:blunder when:yesterday",
			capture.Line{Title: "Sent the wrong price", Tags: list{"pricing"}, People: list{"Dana"}, Severity: "blunder", When: yesterday}},
		{"a phrase", `Forgot the birthday @"Dana Smith" +"big day"`,
			capture.Line{Title: "Forgot the birthday", People: list{"Dana Smith"}, Tags: list{"big day"}}},
		{"curly quotes", "Forgot it again @“Dana Smith”", capture.Line{Title: "Forgot it again", People: list{"Dana Smith"}}},
		{"inside a sentence the sign goes", "told @Dana about it", capture.Line{Title: "told Dana about it", People: list{"Dana"}}},
		{"a phrase inside", `told @"Dana Smith" about it`, capture.Line{Title: "told Dana Smith about it", People: list{"Dana Smith"}}},
		{"at the beginning", "+network rerouted traffic", capture.Line{Title: "network rerouted traffic", Tags: list{"network"}}},
		{"inside and at the end", "told @Dana about it +work", capture.Line{Title: "told Dana about it", People: list{"Dana"}, Tags: list{"work"}}},
		{"a comma follows", "told @Dana, then left", capture.Line{Title: "told Dana, then left", People: list{"Dana"}}},
		{"a period ends it", "I let down @Dana.", capture.Line{Title: "I let down Dana.", People: list{"Dana"}}},
		{"possessive", "broke @Dana's laptop", capture.Line{Title: "broke Dana's laptop", People: list{"Dana"}}},
		{"curly possessive", "broke @Dana’s laptop", capture.Line{Title: "broke Dana’s laptop", People: list{"Dana"}}},
		{"possessive at the end", "lost @Dana's", capture.Line{Title: "lost Dana's", People: list{"Dana"}}},
		{"an apostrophe in a name", "told @O'Brien first", capture.Line{Title: "told O'Brien first", People: list{"O'Brien"}}},
		{"dashes in a tag", "x y +eu-west_1", capture.Line{Title: "x y", Tags: list{"eu-west_1"}}},
		{"letters of all tongues", "x y +Ärger @Łukasz @山田", capture.Line{Title: "x y", Tags: list{"Ärger"}, People: list{"Łukasz", "山田"}}},
		{"combining marks", "x y z @Zoe\u0308", capture.Line{Title: "x y z", People: list{"Zoe\u0308"}}},
		{"sev inside goes with its space", "sent sev:slip it twice", capture.Line{Title: "sent it twice", Severity: "slip"}},
		{"sev before a comma", "sent it sev:slip, twice", capture.Line{Title: "sent it, twice", Severity: "slip"}},
		{"sev in capitals", "x SEV:Doozy", capture.Line{Title: "x", Severity: "doozy"}},
		{"an unknown sev stays", "x sev:Foo y", capture.Line{Title: "x sev:Foo y", Unrated: list{"Foo"}}},
		{"tokens around an unknown sev go", "x +a sev:foo @B", capture.Line{Title: "x sev:foo", Tags: list{"a"}, People: list{"B"}, Unrated: list{"foo"}}},
		{"an empty sev is text", "said sev: high sev:(x)", capture.Line{Title: "said sev: high sev:(x)"}},
		{"the last sev counts", "x sev:blip sev:slip", capture.Line{Title: "x", Severity: "slip"}},
		{"when with a phrase", `x when:"last friday 14:00" y`, capture.Line{Title: "x y", When: friday}},
		{"when with a comma", "fell when:yesterday, twice", capture.Line{Title: "fell, twice", When: yesterday}},
		{"an unread when stays", "x when:soonish y", capture.Line{Title: "x when:soonish y", Unread: list{"soonish"}}},
		{"an unread phrase stays", `x when:"so late"`, capture.Line{Title: `x when:"so late"`, Unread: list{"so late"}}},
		{"tokens around an unread when go", "x +a when:soonish @B", capture.Line{Title: "x when:soonish", Tags: list{"a"}, People: list{"B"}, Unread: list{"soonish"}}},
		{"an empty when is text", "said when: never", capture.Line{Title: "said when: never"}},
		{"only tokens keep their words", "+network @Dana sev:slip", capture.Line{Title: "network Dana", Tags: list{"network"}, People: list{"Dana"}, Severity: "slip"}},
		{"only a severity stays as it is", " sev:slip", capture.Line{Title: "sev:slip", Severity: "slip"}},
		{"no letter, no token", "+1 @ 5 +5% @_x", capture.Line{Title: "+1 @ 5 +5% @_x"}},
		{"inside a word, no token", "me@x.y C++ a+b f(+x) x/@y", capture.Line{Title: "me@x.y C++ a+b f(+x) x/@y"}},
		{"glued to text, no token", "@media(print) +x=3 @me@x.y", capture.Line{Title: "@media(print) +x=3 @me@x.y"}},
		{"a quote never closed", `x @"Dana went home`, capture.Line{Title: `x @"Dana went home`}},
		{"an empty phrase", `x @"" +" "`, capture.Line{Title: `x @"" +" "`}},
		{"bytes stay", "a  b\t— --flag 🎉   c  +t", capture.Line{Title: "a  b\t— --flag 🎉   c", Tags: list{"t"}}},
		{"double spaces around a sign", "a  @B  c", capture.Line{Title: "a  B  c", People: list{"B"}}},
		{"the same once", "x y +Net +net @dana @DANA", capture.Line{Title: "x y", Tags: list{"Net"}, People: list{"dana"}}},
		{"lines", "the title +t\nwhat +u\n  more\n", capture.Line{Title: "the title", Tags: list{"t"}, What: "what +u\n  more"}},
		{"a gap after the title", "\n\ntitle\n\n \n  what\n\nmore", capture.Line{Title: "title", What: "  what\n\nmore"}},
		{"breaks of other systems", "title\r\nwhat\r\nmore", capture.Line{Title: "title", What: "what\r\nmore"}},
		{"old breaks", "title\rwhat", capture.Line{Title: "title", What: "what"}},
		{"not UTF-8", "the caf\xe9 +t", capture.Line{Title: "the café", Tags: list{"t"}}},
		{"a written replacement stays", "a\uFFFDb \xff \xef", capture.Line{Title: "a\uFFFDb ÿ ï"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, capture.Parse(c.text, now, natural), cmp.Comparer(func(a, b when.Moment) bool { return a == b })); diff != "" {
				t.Errorf("Parse(%q) (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

// A token at the end goes, but for the first one's word where the sentence would break without it.
func TestTitle(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"I shouted at @Bo", "I shouted at Bo"},
		{"I shouted AT  @Bo", "I shouted AT  Bo"},
		{"I shouted at\u00a0@Bo", "I shouted at\u00a0Bo"},
		{`I shouted at @"Bo Smith" sev:slip when:yesterday`, "I shouted at Bo Smith"},
		{"I shouted at sev:slip @Bo +work", "I shouted at Bo"},
		{"I lied to @Ana and @Bo", "I lied to Ana and Bo"},
		{"I lied to @Ana @Bo", "I lied to Ana"},
		{"I lied to my +boss", "I lied to my boss"},
		{"I crashed the whole site with +dns @Dana", "I crashed the whole site with dns"},
		{"I let down @Dana", "I let down Dana"},
		{"I let everybody down, @Dana", "I let everybody down,"},
		{"broke +prod", "broke prod"},
		{"broke sev:slip +prod", "broke prod"},
		{"broke it +prod", "broke it"},
		{"— +prod broke", "— prod broke"},
		{"broke — +prod", "broke — prod"},
		{"told @Dana", "told Dana"},
		{"told lies @Dana", "told lies Dana"},
		{"told two lies @Dana", "told two lies"},
		{"told lies +work @Dana", "told lies"},
		{"told @Ana lies @Dana", "told Ana lies"},
		{"told lies @Ana when:soonish +work", "told lies when:soonish"},
		{"lied to @Ana when:soonish +work", "lied to Ana when:soonish"},
		{"broke sev:slip", "broke"},
		{"shouted at sev:slip", "shouted at"},
		{"sent the wrong price to every customer +pricing @Dana", "sent the wrong price to every customer"},
		{"+prod @Dana @Bo", "prod Dana Bo"},
	} {
		if got := capture.Parse(c.text, now, natural).Title; got != c.want {
			t.Errorf("the title of %q is %q, want %q", c.text, got, c.want)
		}
	}
}

// After an object, down, off, up and out end a sentence; right after their verb they don't.
func TestTitleWithAParticle(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"took the service down +prod", "took the service down"},
		{"took prod down +network @Dana", "took prod down"},
		{"I took the whole eu-west region DOWN +network sev:doozy", "I took the whole eu-west region DOWN"},
		{"accidentally brought the site down +prod", "accidentally brought the site down"},
		{"the site is down +prod", "the site is down"},
		{"everything went down +prod @Dana", "everything went down"},
		{"let everybody down @Dana", "let everybody down"},
		{"let my team down @Dana +work", "let my team down"},
		{"switched the wrong server off +prod", "switched the wrong server off"},
		{"forgot to turn the oven off +home", "forgot to turn the oven off"},
		{"cut a customer off @Kim", "cut a customer off"},
		{"called the party off @Dana", "called the party off"},
		{"mixed the two invoices up +billing", "mixed the two invoices up"},
		{"woke the whole house up +home", "woke the whole house up"},
		{"left the milk out +home", "left the milk out"},
		{"sent the old price list out +sales", "sent the old price list out"},
		{"locked myself out +home", "locked myself out"},
		{"I let down @Dana", "I let down Dana"},
		{"my team and I let down @Dana", "my team and I let down Dana"},
		{"forgot to switch off +oven", "forgot to switch off oven"},
		{"I accidentally turned off +prod", "I accidentally turned off prod"},
		{"did not back up +laptop", "did not back up laptop"},
		{"went up +everest", "went up everest"},
		{"spilled the coffee over @Dana", "spilled the coffee over Dana"},
		{"took the blame for +prod", "took the blame for prod"},
	} {
		if got := capture.Parse(c.text, now, natural).Title; got != c.want {
			t.Errorf("the title of %q is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestParseWithoutNatural(t *testing.T) {
	l := capture.Parse("x when:2026-11-01 when:yesterday", now, nil)
	if l.When != when.On(when.Day{Year: 2026, Month: 11, Day: 1}) || len(l.Unread) != 1 || l.Title != "x when:yesterday" {
		t.Errorf("got %+v", l)
	}
}

func TestNoLimit(t *testing.T) {
	long := strings.Repeat("ouch ", 50_000)
	if got := capture.Parse(long+"+t", now, nil).Title; got != strings.TrimSpace(long) {
		t.Errorf("a long title came out with %d bytes, want %d", len(got), len(long)-1)
	}
}

func TestEntry(t *testing.T) {
	l := capture.Parse("Fell hard +ice @Dana sev:slip when:yesterday\nhard", now, natural)
	want := journal.New("k7h3m9xq2t", "Fell hard", now)
	want.Happened, want.Severity, want.What = yesterday, "slip", "hard"
	want.Tags, want.People = []string{"ice"}, []string{"Dana"}
	got := l.Entry("k7h3m9xq2t", now)
	if !got.Equal(want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	got.Tags[0] = "changed"
	if l.Tags[0] != "ice" {
		t.Error("the entry shares its tags with the line")
	}
	if got := capture.Parse("Fell", now, natural).Entry("k7h3m9xq2t", now); got.Happened != when.At(now) {
		t.Errorf("without a time it happened %v, want now", got.Happened)
	}
}

func TestJoin(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, ""},
		{[]string{"@Dana told me so"}, "@Dana told me so"},
		{[]string{"told", "@Dana Smith", "late"}, `told @"Dana Smith" late`},
		{[]string{"fell", "when:last friday 14:00"}, `fell when:"last friday 14:00"`},
		{[]string{"fell", "WHEN:last friday"}, `fell WHEN:"last friday"`},
		{[]string{"fell", "+big day", "-x", "--", "a  b"}, `fell +"big day" -x -- a  b`},
		{[]string{"x", "@Dana was told about it late"}, "x @Dana was told about it late"},
		{[]string{"x", "+1 for me", "@ five o'clock", ""}, "x +1 for me @ five o'clock "},
		{[]string{"x", `@"Dana Smith"`}, `x @"Dana Smith"`},
		{[]string{"x", "@Dana Smith\nmore"}, "x @Dana Smith\nmore"},
	} {
		if got := capture.Join(c.args); got != c.want {
			t.Errorf("Join(%q) = %q, want %q", c.args, got, c.want)
		}
	}
}

// The package runs in a process that must start at once.
func TestImports(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.HasSuffix(f.Name(), "_test.go") || !strings.HasSuffix(f.Name(), ".go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), f.Name(), nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range tree.Imports {
			p := strings.Trim(i.Path.Value, `"`)
			light := !strings.Contains(p, ".") && !strings.HasPrefix(p, "bounceback/") && p != "regexp"
			if !light && p != "bounceback/journal" && p != "bounceback/journal/when" {
				t.Errorf("%s imports %s", f.Name(), p)
			}
		}
	}
}

// Whatever is typed becomes a title, and every letter of it is still there, in the title or in what was understood.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"told @Dana, about it +x", `@"A B" when:"x" sev:slip`, "+a +b\r\n\r\nx", "when:yesterday sev:slip.", "\xff@é", "\xa0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l := capture.Parse(s, now, natural)
		if utf8.ValidString(s) && strings.TrimSpace(s) != "" && l.Title == "" { // a byte of Latin-1 may be a space
			t.Errorf("Parse(%q) has no title", s)
		}
		if l.Title != strings.TrimSpace(l.Title) || strings.ContainsAny(l.Title, "\r\n") || !utf8.ValidString(l.Title+l.What) {
			t.Errorf("Parse(%q) has the title %q", s, l.Title)
		}
		if utf8.ValidString(s) && !strings.ContainsAny(s, "+@") && !strings.Contains(strings.ToLower(s), "sev:") &&
			!strings.Contains(strings.ToLower(s), "when:") && !strings.ContainsAny(s, "\r\n") && l.Title != strings.TrimSpace(s) {
			t.Errorf("Parse(%q) changed the text to %q", s, l.Title)
		}
		for _, p := range append(append([]string(nil), l.Tags...), l.People...) {
			if !strings.Contains(s, p) && utf8.ValidString(s) {
				t.Errorf("Parse(%q) made up %q", s, p)
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		capture.Parse(`Sent the wrong price to @"Dana Smith" +pricing sev:blunder when:yesterday`, now, natural)
	}
}
