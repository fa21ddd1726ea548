package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
)

func TestPseudonyms(t *testing.T) {
	for _, c := range []struct {
		name, people, text, want string
	}{
		{"a word of its own", "Ann", "Ann sent the Annual report to Joann, ann_1 and Ann.", "Person A sent the Annual report to Joann, ann_1 and Person A."},
		{"any case", "Dana", "dana, DANA, Dana", "Person A, Person A, Person A"},
		{"possessives", "Dana|James", "Dana's cable, Dana’s cable, James' idea, James’s idea, it was James'.", "Person A's cable, Person A’s cable, Person B's idea, Person B’s idea, it was Person B's."},
		{"a quotation's end is no possessive", "James", "he said 'ask James' twice", "he said 'ask Person A' twice"},
		{"apostrophes", "D'Angelo|O’Brien", "D’Angelo and D'Angelo’s boss O'Brien, d'angelo", "Person A and Person A’s boss Person B, Person A"},
		{"no spaces between words", "李雷|韓梅梅|ジョン・スミス|김민수|สมชาย", "李雷去了。我和李雷、韓梅梅说，ジョンは。김민수가 왔다. พบสมชายแล้ว", "Person A去了。我和Person A、Person B说，Person Cは。Person D가 왔다. พบPerson Eแล้ว"},
		{"Latin beside Han", "Dana", "和Dana说", "和Person A说"},
		{"composed or not", "Zo\u00eb|Rene\u0301", "Zoe\u0308, Zo\u00eb, Zoe and Ren\u00e9", "Person A, Person A, Person A and Person B"},
		{"no accent where there is one", "Zoe|Ann", "Zoë, An\u0301n", "Zoë, Ańn"},
		{"a Zoe beside a Zoë", "Zoë|Zoe", "Zoë, Zoe", "Person A, Person B"},
		{"parts", "Dana Smith|Vincent van Gogh", "Dana, Smith, Ms. Smith, Ms Dana  Smith, Dana\nSmith, Gogh's van", "Person A, Person A, Person A, Person A, Person A, Person B's van"},
		{"one first name", "Dana Smith|Dana Jones", "Dana told Dana Jones and Smith. Dana's idea", "Person A or B told Person B and Person A. Person A or B's idea"},
		{"three of a name", "Ann A. Xu|Ann Y|Ann Z", "Ann", "Person A, B, or C"},
		{"a name beside a longer one", "Dana|Dana Smith", "Dana and Dana Smith", "Person A and Person B"},
		{"words are names with a capital", "Will Price|Mark", "Will will mark the price; Mark and Price agree, will price does.", "Person A will mark the price; Person B and Person A agree, Person A does."},
		{"addresses", "Dana Smith", "@dana, dana@example.com, dana.smith@example.com, dana_smith@x.org, danasmith@x.org, ask @danasmith.", "Person A, Person A, Person A, Person A, Person A, ask Person A."},
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
