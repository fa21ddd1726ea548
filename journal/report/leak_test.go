package report_test

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/report"
	"bounceback/journal/report/html"
	"bounceback/journal/when"
)

// filled is an entry in which every text and every moment is one that is nowhere else, so that a document betrays by its text
// what of the entry is in it.
type filled struct {
	entry journal.Entry
	paths map[string]string // where a mark stands, such as "Fix.Actions[1].Do"
}

func fill(t *testing.T) filled {
	t.Helper()
	f := filled{paths: map[string]string{}}
	f.value(t, reflect.ValueOf(&f.entry).Elem(), "")
	return f
}

func (f *filled) value(t *testing.T, v reflect.Value, path string) {
	t.Helper()
	n := len(f.paths)
	if v.Type() == reflect.TypeFor[when.Moment]() {
		v.Set(reflect.ValueOf(when.At(time.Date(2101+n, 11, 20, 9, 12, 0, 0, time.UTC))))
		f.paths[fmt.Sprint(2101+n)] = path
		return
	}
	switch v.Kind() {
	case reflect.String:
		// A word with a capital letter, which could be a name.
		mark := "Qz" + string([]rune{rune('a' + n/26), rune('a' + n%26)})
		v.SetString(mark)
		f.paths[mark] = path
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int64:
		v.SetInt(1)
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if v.Type().Field(i).Anonymous {
				name = "State"
			}
			f.value(t, v.Field(i), strings.TrimPrefix(path+"."+name, "."))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			f.value(t, v.Index(i), fmt.Sprintf("%s[%d]", path, i))
		}
	default:
		t.Fatalf("the test does not know how to fill %s, a %s", path, v.Kind())
	}
}

var marks = regexp.MustCompile(`(?i)qz[a-z]{2}|[A-Z][a-z]{2} (2\d{3})`)

// in returns the paths of all that is in a text, in order, each once.
func (f *filled) in(t *testing.T, text string) []string {
	t.Helper()
	var out []string
	for _, m := range marks.FindAllStringSubmatch(text, -1) {
		mark := m[1]
		if mark == "" {
			mark = strings.ToUpper(m[0][:1]) + strings.ToLower(m[0][1:])
		}
		path, ok := f.paths[mark]
		if !ok {
			t.Fatalf("nothing is marked %q", mark)
		}
		if !slices.Contains(out, path) {
			out = append(out, path)
		}
	}
	slices.Sort(out)
	return out
}

// What may be in the documents, as it is named in an entry; lists without their indexes.
var (
	inSummary = []string{
		"Title", "Happened", "What", "Report.Status", "RCA.Summary", "RCA.Impact", "Fix.Contained", "Fix.Repaired", "Fix.Repairable",
		"Fix.UnrepairableBecause", "Fix.Fixed", "Fix.Actions.Do", "Fix.Actions.Finished",
	}
	inFull = append(slices.Clone(inSummary),
		"RCA.Detection", "RCA.Surprise", "RCA.Well", "RCA.Badly", "RCA.Lucky", "RCA.NotDoing", "RCA.Questions", "RCA.Attendees",
		"RCA.Facilitator", "RCA.Events.At", "RCA.Events.What", "RCA.Events.Evidence", "RCA.Factors.Why", "RCA.Factors.Kind",
		"Fix.Actions.Kind", "Fix.Actions.Strength", "Fix.Actions.Owner", "Fix.Actions.Test", "Report.Authors", "Learn.Takeaway")
	inMine = []string{"Ledger.To", "Ledger.Copy", "Ledger.Via", "Ledger.Sent"}
	names  = []string{
		"People", "Ledger.To", "Apologies.To", "Fix.Actions.Owner", "RCA.Attendees", "RCA.Facilitator", "Report.Authors",
	}
)

// wanted returns the paths that must be in a document, and no others.
func (f *filled) wanted(o report.Options) []string {
	allowed := inFull
	if o.Copy == report.Summary {
		allowed = inSummary
	}
	if o.Mine {
		allowed = append(slices.Clone(allowed), inMine...)
	}
	var out []string
	for _, path := range f.paths {
		bare := regexp.MustCompile(`\[\d\]`).ReplaceAllString(path, "")
		if slices.Contains(allowed, bare) && !(f.entry.Report.Pseudonyms && slices.Contains(names, bare)) {
			out = append(out, path)
		}
	}
	for i, a := range f.entry.Apologies {
		if o.To != "" && strings.EqualFold(a.To, o.To) {
			out = append(out, fmt.Sprintf("Apologies[%d].Words", i))
		}
	}
	slices.Sort(out)
	return out
}

// TestNothingPrivateLeaves looks at every document for every reader. A field that is new in an entry is in none of them until it is
// allowed here.
func TestNothingPrivateLeaves(t *testing.T) {
	f := fill(t)
	readers := []string{"", "somebody else"}
	for _, path := range []string{"People[0]", "Ledger[0].To", "Ledger[1].To", "Apologies[0].To", "Apologies[1].To"} {
		for mark, p := range f.paths {
			if p == path {
				readers = append(readers, mark, strings.ToLower(mark))
			}
		}
	}
	for _, pseudonyms := range []bool{false, true} {
		f.entry.Report.Pseudonyms = pseudonyms
		for _, to := range readers {
			for _, o := range []report.Options{
				{To: to}, {To: to, Copy: report.Full}, {To: to, Copy: report.Summary}, {To: to, Mine: true}, {To: to, Copy: report.Summary, Mine: true},
			} {
				d := report.New(&f.entry, o)
				for format, text := range written(t, d) {
					if diff := cmp.Diff(f.wanted(o), f.in(t, text)); diff != "" {
						t.Errorf("%+v, pseudonyms %t, as %s (-wanted +in it):\n%s", o, pseudonyms, format, diff)
					}
				}
				if got := f.in(t, d.Title()); !slices.Equal(got, []string{"Title"}) {
					t.Errorf("the title holds %q", got)
				}
			}
		}
	}
}

func TestALetterIsItsWords(t *testing.T) {
	f := fill(t)
	for i, a := range f.entry.Apologies {
		for format, text := range written(t, report.NewLetter(a)) {
			if got := f.in(t, text); !slices.Equal(got, []string{fmt.Sprintf("Apologies[%d].Words", i)}) {
				t.Errorf("the letter as %s holds %q", format, got)
			}
		}
	}
}

func written(t *testing.T, d report.Document) map[string]string {
	t.Helper()
	page, err := html.Page(d)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{"md": d.Markdown(), "txt": d.Text(), "html": page}
}

// TestOmit leaves out one part after another: each takes its own out and nothing else, and together they take all but the title.
func TestOmit(t *testing.T) {
	f := fill(t)
	f.entry.Report.Pseudonyms = false
	o := report.Options{To: f.entry.Apologies[0].To}
	f.entry.Report.Omit = []string{"nothing", "", " "}
	all := f.in(t, report.New(&f.entry, o).Text())
	gone := map[string]string{}
	for _, p := range report.Parts(&f.entry) {
		f.entry.Report.Omit = []string{"nothing", p.Key}
		left := f.in(t, report.New(&f.entry, o).Text())
		n := 0
		for _, path := range all {
			if slices.Contains(left, path) {
				continue
			}
			if n++; gone[path] != "" {
				t.Errorf("both %s and %s leave out %s", gone[path], p.Key, path)
			}
			gone[path] = p.Key
		}
		if p.Title == "" || n == 0 && p.Key != "fix.detected" { // whose moment is only told as a length of time
			t.Errorf("%s, %q, leaves nothing out", p.Key, p.Title)
		}
	}
	for _, path := range all {
		if (gone[path] == "") != (path == "Title") {
			t.Errorf("%s is left out by %q", path, gone[path])
		}
	}
	for _, table := range []string{"rca", "fix", "report", "learn"} {
		f.entry.Report.Omit = []string{table}
		for _, path := range f.in(t, report.New(&f.entry, o).Text()) {
			if strings.HasPrefix(strings.ToLower(path), table+".") {
				t.Errorf("without %q, %s is there", table, path)
			}
		}
	}
}

// TestTakeInAndLeaveOut takes every part out and in, by its own key and from under its table: the parts that are left out are
// always those, and no others.
func TestTakeInAndLeaveOut(t *testing.T) {
	f := fill(t)
	e := &f.entry
	left := func(omit []string) []string {
		var out []string
		for _, p := range report.Parts(e) {
			if report.Omits(omit, p.Key) {
				out = append(out, p.Key)
			}
		}
		return out
	}
	for _, omit := range [][]string{nil, {"rca"}, {"rca", " fix ", "what"}, {"rca.lucky", "rca"}, {"apologies", "learn", "report", "of another program"}} {
		e.Report.Omit = slices.Clone(omit)
		was := left(omit)
		for _, p := range report.Parts(e) {
			in := report.TakeIn(e, p.Key)
			want := slices.DeleteFunc(slices.Clone(was), func(k string) bool { return k == p.Key })
			if got := left(in); !slices.Equal(got, want) {
				t.Errorf("%q taken into %q: %q is left out, want %q", p.Key, omit, got, want)
			}
			e.Report.Omit = in
			want = append(want, p.Key)
			again := left(report.LeaveOut(e, p.Key))
			slices.Sort(again)
			if slices.Sort(want); !slices.Equal(again, want) {
				t.Errorf("%q left out again: %q is left out, want %q", p.Key, again, want)
			}
			e.Report.Omit = slices.Clone(omit)
			if slices.Contains(in, "of another program") != slices.Contains(omit, "of another program") {
				t.Errorf("what is not ours went: %q", in)
			}
			if got := report.LeaveOut(e, p.Key); slices.Contains(was, p.Key) && !slices.Equal(got, omit) {
				t.Errorf("%q left out twice: %q", p.Key, got)
			}
		}
		if !slices.Equal(e.Report.Omit, omit) {
			t.Errorf("the entry was changed: %q, was %q", e.Report.Omit, omit)
		}
	}
}
