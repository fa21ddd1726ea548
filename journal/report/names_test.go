package report

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"bounceback/journal"
)

func TestPseudonyms(t *testing.T) {
	for _, c := range []struct {
		name, people, text, want string
	}{
		{"a word of its own", "Ann", "Ann sent the Annual report to Joann, ann_1 and Ann.", "Person A sent the Annual report to Joann, Person A_1 and Person A."},
		{"any case", "Dana", "dana, DANA, Dana", "Person A, Person A, Person A"},
		{"possessives", "Dana|James", "Dana's cable, Dana’s cable, James' idea, James’s idea, it was James'.", "Person A's cable, Person A’s cable, Person B's idea, Person B’s idea, it was Person B's."},
		{"a quotation's end is no possessive", "James", "he said 'ask James' twice", "he said 'ask Person A' twice"},
		{"apostrophes", "D'Angelo|O’Brien", "D’Angelo and D'Angelo’s boss O'Brien, d'angelo", "Person A and Person A’s boss Person B, Person A"},
		{"no spaces between words", "李雷|韓梅梅|ジョン・スミス|김민수|สมชาย", "李雷去了。我和李雷、韓梅梅说，ジョンは。김민수가 왔다. พบสมชายแล้ว", "Person A去了。我和Person A、Person B说，Person Cは。Person D가 왔다. พบPerson Eแล้ว"},
		{"Latin beside Han", "Dana", "和Dana说", "和Person A说"},
		{"composed or not", "Zo\u00eb|Rene\u0301", "Zoe\u0308, Zo\u00eb, Zoe and Ren\u00e9", "Person A, Person A, Person A and Person B"},
		{"an accent where there is none", "Zoe|Ann|Jose Perez|Lukasz", "Zoë, An\u0301n, José Pérez, Pérez, Łukasz, Anñe", "Person A, Person B, Person C, Person C, Person D, Anñe"},
		{"no accent where there is one", "Zoë|José Pérez|Jürgen|Łukasz|Preuß", "Zoe, Jose Perez, Perez, Juergen, Jurgen, Lukasz, Preuss", "Person A, Person B, Person B, Person C, Person C, Person D, Person E"},
		{"in small letters", "dana|mark|will", "I paged dana. Dana came; will you mark it, Mark? @mark, @will", "I paged Person A. Person A came; will you mark it, Person B? Person B, Person C"},
		{"groups in small letters", "customers|Everyone on call|support|on-call-team|dana", "customers, support, on-call-team, dana", "customers, support, on-call-team, Person B"},
		{"a letter that is an apostrophe", "Dana|James|D'Angelo", "Danaʼs, Jamesʼ idea, DʼAngeloʼs", "Person Aʼs, Person Bʼs idea, Person Cʼs"},
		{"in code", "Dana Smith|Robert Miller", "dana_smith, dana2, Dana-Smith, RobertMiller, robertmiller, askDana, danaReport, x_dana, MILLER_R",
			"Person A, Person A2, Person A, Person B, Person B, askPerson A, Person AReport, x_Person A, Person B_R"},
		{"accounts", "Robert Miller|Dana Smith|Vincent van Gogh|Robert James Fox", "/home/rmiller, dsmith@example.com, smithd@x.org, ssh rmiller@host, C:\\Users\\rmiller, d.smith, vgogh, R. Miller, ~dsmith, millers@x.org",
			"/home/Person A, Person B, Person B, ssh Person A, C:\\Users\\Person A, Person B, Person C, Person A, ~Person B, Person A"},
		{"accounts that are words", "Paul Rice|Peter Lane|Steve Park|Mark Ives", "the price of a plane in parks, price@example.com, /home/plane, /home/stevep, parks@x.org; Mark I think",
			"the price of a plane in parks, Person A, /home/Person B, /home/Person C, Person C; Person D I think"},
		{"without the signs of a name", "Jean-Luc Picard|O'Brien", "Jean Luc, JeanLuc, OBrien, obrien@example.com", "Person A, Person A, Person B, Person B"},
		{"short plurals", "Lee|Zoë", "the Lees' sleeve, Lees", "the Person A's sleeve, Lees"},
		{"plurals", "Dana Smith|Kim Jones|Ann Miller|Anna", "The Smiths came, the Smiths' car, the Joneses, Annas car, the Millers, two millers, Annasach", "The Person A came, the Person A's car, the Person B, Person D car, the Person C, two millers, Annasach"},
		{"no plurals", "Will Price|Mark|Ann", "Prices, marks, Wills, Anns", "Prices, marks, Wills, Anns"},
		{"a particle that is a name", "Bin Li|Van Tran|Al Gore|Robert De Niro|Dr. Do Minh", "Bin, Van, Al, De, Do; the bin, a van, al, do", "Person A, Person B, Person C, De, Person E; the bin, a van, al, do"},
		{"names of three characters", "金明博|李雷|김민수", "明博说，金さん、雷雨，李先生。민수가, 김씨", "Person A说，Person A、雷雨，Person B。Person C가, Person C"},
		{"a Zoe beside a Zoë", "Zoë|Zoe", "Zoë, Zoe", "Person A, Person B"},
		{"parts", "Dana Smith|Vincent van Gogh", "Dana, Smith, Ms. Smith, Ms Dana  Smith, Dana\nSmith, Gogh's van", "Person A, Person A, Person A, Person A, Person A, Person B's van"},
		{"one first name", "Dana Smith|Dana Jones", "Dana told Dana Jones and Smith. Dana's idea", "Person A or B told Person B and Person A. Person A or B's idea"},
		{"three of a name", "Ann A. Xu|Ann Y|Ann Z", "Ann", "Person A, B, or C"},
		{"a name beside a longer one", "Dana|Dana Smith", "Dana and Dana Smith", "Person A and Person B"},
		{"words are names with a capital", "Will Price|Mark", "Will will mark the price; Mark and Price agree, will price does.", "Person A will mark the price; Person B and Person A agree, Person A does."},
		{"addresses", "Dana Smith", "@dana, dana@example.com, dana.smith@example.com, dana_smith@x.org, danasmith@x.org, ask @danasmith.", "Person A, Person A, Person A, Person A, Person A, ask Person A."},
		{"a word as an address", "Mark", "mark it, mark@example.com", "mark it, Person A"},
		{"somebody else's address", "Ann", "joann@example.com, annual@example.com", "joann@example.com, annual@example.com"},
		{"an address as a name", "dana@example.com|Sam Lee <sl@x.org>", "dana@example.com or sl@x.org, Sam", "Person A or Person B, Person B"},
		{"hyphens", "Jean-Luc Picard", "Jean-Luc, Jean\u2011Luc, Luc, Picard", "Person A, Person A, Person A, Person A"},
		{"joined names", "Dana and Priya|Priya|Sam & Kim", "Dana, Priya, Sam, Kim", "Person A, Person B, Person C, Person D"},
		{"not persons", "the support team|eu-west customers|me|I|The night shift|our Ops", "the support team, eu-west customers, me, I, the night shift; Ops", "the support team, eu-west customers, me, I, the night shift; Person A"},
		{"titles", "Dr. Wu", "Dr. Wu, Dr Wu, Wu; Professor Wu's lab. I miss Wu", "Person A, Person A, Person A; Person A's lab. I miss Person A"},
		{"hidden characters", "Da\u200bna", "Dana", "Person A"},
		{"in a link", "Dana", "https://example.com/dana/x", "https://example.com/Person A/x"},
	} {
		e := &journal.Entry{Title: "T", What: c.text, Report: journal.Report{Pseudonyms: true}}
		e.People = fields(c.people)
		d := New(e, Options{})
		if diff := cmp.Diff(c.want, d.facts.What); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func fields(s string) []string { return strings.Split(s, "|") }

// TestNoNameSurvives writes texts of names and words in all ways that come to mind, and looks for the names as plain words.
func TestNoNameSurvives(t *testing.T) {
	people := []string{
		"Dana Smith", "dana", "Dana", "D'Angelo", "李雷", "Zoe\u0308", "Ann", "James", "Jean-Luc Picard", "Ann Lee", "김민수", "Priya", "Mark", "Ms. Wu",
	}
	gone := regexp.MustCompile(`(?i)(^|[^\pL\pM])(dana|smith|d['’]angelo|zo[eë]|ann|james|jean-luc|picard|lee|priya|wu|dsmith|smithd|danasmith)($|[^\pL\pM])|李雷|김민수`)
	glue := []string{" ", " ", " ", "\n", "'s ", "’s ", "' ", ".", ",", "@", "-", "(", ")", "和", "_", "ual ", "/", "\"", "\u200b", "\u0301", "1", "@x.org ", "*", "‘", "ʼs ", "2", "_x", "s ", "s' "}
	words := []string{"will", "the", "report", "Annual", "Mr.", "Ms", "@"}
	r := rand.New(rand.NewPCG(3, 4))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	for range 1500 {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			name := pick(append(people, "dsmith", "smithd", "DanaSmith", "dana_smith"))
			if r.IntN(3) == 0 {
				name = pick(strings.Fields(name))
			}
			switch r.IntN(6) {
			case 0:
				name = strings.ToUpper(name)
			case 1:
				name = strings.ToLower(name)
			case 2:
				name = norm.NFC.String(name)
			case 3:
				name = pick(words)
			}
			b.WriteString(name + pick(glue))
		}
		e := &journal.Entry{Title: b.String(), What: b.String(), People: people, Report: journal.Report{Pseudonyms: true}}
		d := New(e, Options{})
		for _, got := range []string{d.Title(), d.facts.What} {
			if left := gone.FindString(norm.NFC.String(got)); left != "" {
				t.Fatalf("%q is left of %q in %q", left, b.String(), got)
			}
		}
	}
}

func TestPseudonymsAreStable(t *testing.T) {
	e := &journal.Entry{
		Title: "Dana's branch", What: "Sam told Priya and Kim.", People: []string{"Dana", "the team", "dana"},
		Ledger: []journal.Notice{{To: "Priya"}, {To: "Ops"}}, Apologies: []journal.Apology{{To: "Sam", Words: "Sam, Dana and Kim know. Sorry. Lee"}},
		Fix:    journal.Fix{Actions: []journal.Action{{Owner: "me"}, {Owner: "Kim"}}},
		RCA:    journal.RCA{Attendees: []string{"Priya", "Max"}, Facilitator: "Jo"},
		Report: journal.Report{Pseudonyms: true, Authors: []string{"Lee"}},
	}
	want := []Alias{
		{"Dana", "Person A"}, {"Priya", "Person B"}, {"Sam", "Person C"}, {"Kim", "Person D"}, {"Max", "Person E"}, {"Jo", "Person F"}, {"Lee", "Person G"},
	}
	if diff := cmp.Diff(want, Aliases(e, []string{"ops"})); diff != "" {
		t.Errorf("aliases (-want +got):\n%s", diff)
	}
	e.Report.Omit = []string{"rca", "fix", "report"}
	for _, o := range []Options{{}, {Copy: Summary}, {To: "sam"}, {Mine: true}} {
		o.Groups = []string{"ops"}
		d := New(e, o)
		if got := d.facts.What; got != "Person C told Person B and Person D." {
			t.Errorf("%+v: %q", o, got)
		}
		if got := d.Title(); got != "Person A's branch" {
			t.Errorf("%+v: the title is %q", o, got)
		}
		if o.To != "" && d.apology[0] != "Sam, Person A and Person D know. Sorry. Person G" {
			t.Errorf("the apology is %q", d.apology[0])
		}
	}
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 27: "AB", 701: "ZZ", 702: "AAA"} {
		if got := letters(n); got != want {
			t.Errorf("person %d is %s, want %s", n, got, want)
		}
	}
}

// TestLettersOfACopyThatIsOutStay adds names wherever an entry has some, in front of those who are there.
func TestLettersOfACopyThatIsOutStay(t *testing.T) {
	e := &journal.Entry{
		Title: "T", What: "Dana told Priya, Kim and Jo.", People: []string{"Dana", "Priya"}, Ledger: []journal.Notice{{To: "Priya"}, {To: "Ops"}},
		Apologies: []journal.Apology{{To: "Kim"}}, RCA: journal.RCA{Attendees: []string{"Jo"}}, Report: journal.Report{Pseudonyms: true},
	}
	was := Aliases(e, nil)
	Settle(e, nil)
	if diff := cmp.Diff(was, Aliases(e, nil)); diff != "" {
		t.Errorf("settled (-want +got):\n%s", diff)
	}
	e.People = []string{"Abe", "Priya", "dana"}
	e.Ledger = append([]journal.Notice{{To: "Bea"}}, e.Ledger...)
	e.Apologies = append([]journal.Apology{{To: "Cleo"}}, e.Apologies...)
	e.Fix.Actions = []journal.Action{{Owner: "Eve"}}
	want := append(slices.Clone(was), Alias{"Abe", "Person F"}, Alias{"Bea", "Person G"}, Alias{"Cleo", "Person H"}, Alias{"Eve", "Person I"})
	if diff := cmp.Diff(want, Aliases(e, nil)); diff != "" {
		t.Errorf("with more names (-want +got):\n%s", diff)
	}
	if got := New(e, Options{}).facts.What; got != "Person A told Person B, Person D and Person E." {
		t.Errorf("the text became %q", got)
	}
	Settle(e, []string{"ops"}) // who has become a group leaves a letter behind
	if got, want := e.Report.Persons, "Dana Priya Ops Kim Jo Abe Bea Cleo Eve"; strings.Join(got, " ") != want {
		t.Errorf("settled again: %q", got)
	}
	if got := Aliases(e, []string{"ops"})[2]; got != (Alias{"Kim", "Person D"}) {
		t.Errorf("behind a group comes %q", got)
	}
}

func TestKept(t *testing.T) {
	e := &journal.Entry{
		Title: "T", People: []string{"dana", "the support team", "Ops", "me", " ", "customers", "eu-west customers", "dana smith"},
		Ledger: []journal.Notice{{To: "OPS"}, {To: "The support team"}, {To: "Sam and the night shift"}}, Report: journal.Report{Authors: []string{"I", "李雷"}},
	}
	want := []string{"the support team", "Ops", "customers", "eu-west customers", "dana smith", "the night shift"}
	if diff := cmp.Diff(want, Kept(e, []string{"ops"})); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]Alias{{"dana", "Person A"}, {"Sam", "Person B"}, {"李雷", "Person C"}}, Aliases(e, []string{"ops"})); diff != "" {
		t.Errorf("aliases (-want +got):\n%s", diff)
	}
}

// TestOwnersInSmallLetters looks where a name stands alone: there it can be no word.
func TestOwnersInSmallLetters(t *testing.T) {
	e := &journal.Entry{Title: "T", Report: journal.Report{Pseudonyms: true}, RCA: journal.RCA{Facilitator: "will", Attendees: []string{"mark", "rose and will"}}}
	e.Fix.Actions = []journal.Action{{Do: "mark it", Owner: "mark & me"}, {Do: "x", Owner: "mark"}}
	got := New(e, Options{}).facts
	if diff := cmp.Diff([]string{"Person A", "Person B and Person C"}, got.Analysis.Attendees); diff != "" {
		t.Errorf("attendees (-want +got):\n%s", diff)
	}
	owners := []string{got.Repair.Actions[0].Do, got.Repair.Actions[0].Owner, got.Repair.Actions[1].Owner, got.Analysis.Facilitator}
	if diff := cmp.Diff([]string{"mark it", "Person A and me", "Person A", "Person C"}, owners); diff != "" {
		t.Errorf("owners (-want +got):\n%s", diff)
	}
}

// TestWordsThatAreNames holds the list to those that are met most.
func TestWordsThatAreNames(t *testing.T) {
	for _, w := range strings.Fields(`Will Mark Rose May Grace Hope Bill Art Sue Pat Rob Jack Bob Drew Frank Grant Chase Miles Dean April June August
		Joy Faith Penny Ivy Robin Jay Rich Sandy Guy Nick Wade Ray Don Max Sky Dawn Ed An Long Young Day Price Page Case Field King Park`) {
		c := castOf(&journal.Entry{People: []string{w + " Smith"}}, nil)
		if got := c.replace(strings.ToLower(w) + " " + w); got != strings.ToLower(w)+" Person A" {
			t.Errorf("%s: %q", w, got)
		}
	}
}

// TestKeywordsStay shows that a person called as one of our words is leaves the word alone.
func TestKeywordsStay(t *testing.T) {
	e := &journal.Entry{Title: "T", People: []string{"Weak", "Tool"}, Report: journal.Report{Pseudonyms: true}}
	e.RCA.Factors = []journal.Factor{{Why: "x", Kind: "tool"}}
	e.Fix.Actions = []journal.Action{{Do: "x", Strength: "weak"}}
	d := New(e, Options{})
	if got := d.facts.Analysis.Factors[0].Kind; got != "tool" {
		t.Errorf("the kind became %q", got)
	}
	if got := d.facts.Repair.Actions[0].Strength; got != "weak" {
		t.Errorf("the strength became %q", got)
	}
}
