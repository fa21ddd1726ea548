package outbox

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/contacts"
)

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestDraft(t *testing.T) {
	r := newRoom(t, nil)
	outbox := filepath.Join(r.dir, "outbox")
	elsewhere := t.TempDir()
	for _, c := range []struct {
		m     Mailing
		where string
		names bool
		want  string
	}{
		{toDana, "", true, filepath.Join(outbox, "2026-11-24-report-dana.k7h3m9xq2t.eml")},
		{toDana, "", true, filepath.Join(outbox, "2026-11-24-report-dana-2.k7h3m9xq2t.eml")},
		{toDana, "", false, filepath.Join(outbox, "2026-11-24-report.k7h3m9xq2t.eml")},
		{Mailing{What: Report, To: "李雷 / ../x"}, "", true, filepath.Join(outbox, "2026-11-24-report-李雷-x.k7h3m9xq2t.eml")},
		{Mailing{What: Apology, To: "Dana"}, "", true, filepath.Join(outbox, "2026-11-24-letter-dana.k7h3m9xq2t.eml")},
		{toDana, elsewhere, true, filepath.Join(elsewhere, "2026-11-24-report-dana.k7h3m9xq2t.eml")},
		{toDana, filepath.Join(elsewhere, "mine"), true, filepath.Join(elsewhere, "mine")},
	} {
		r.opt.Names = c.names
		msg := r.message(t, c.m)
		want, err := r.Mail(msg, true)
		if err != nil {
			t.Fatal(err)
		}
		name, f, err := r.Draft(entryPath, msg, c.where)
		if err != nil || name != c.want {
			t.Fatalf("%s, %v, want %s", name, err, c.want)
		}
		if got := read(t, name); !bytes.Equal([]byte(got), want) {
			t.Errorf("%s is not the message", name)
		}
		if info, err := os.Stat(name); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
		if c.m.What == Apology {
			if a := f.Entry.Apology("Dana", ""); !a.Unconfirmed() || a.Via != "email" {
				t.Errorf("noted %+v", a)
			}
		} else if n := f.Entry.Notice(c.m.To); !n.Unconfirmed() || n.Via != "email" {
			t.Errorf("noted %+v", n)
		}
		if c.m.Out(&f.Entry) {
			t.Errorf("%v counts as sent", c.m)
		}
	}
	if info, err := os.Stat(outbox); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder: %v, %v", info.Mode(), err)
	}
	before := r.text(t)
	for _, c := range []struct{ where, want string }{
		{filepath.Join(elsewhere, "mine"), "nothing is written over"},
		{filepath.Join(elsewhere, "no", "file"), "there is no folder"},
		{filepath.Join(elsewhere, "no") + string(filepath.Separator), "there is no folder"},
	} {
		name, _, err := r.Draft(entryPath, r.message(t, toDana), c.where)
		if err == nil || !strings.Contains(err.Error(), c.want) || name != "" {
			t.Errorf("%s: %q, %v", c.where, name, err)
		}
	}
	if r.text(t) != before {
		t.Error("noted what is not there")
	}
	if left, _ := filepath.Glob(filepath.Join(elsewhere, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestFile(t *testing.T) {
	r := newRoom(t, nil)
	msg := r.message(t, toDana)
	for f, ext := range map[Format]string{Markdown: "md", HTML: "html", Text: "txt"} {
		name, _, err := r.File(entryPath, msg, f, "")
		if err != nil || filepath.Base(name) != "2026-11-24-report-dana.k7h3m9xq2t."+ext || read(t, name) != msg.In(f) {
			t.Errorf("%s: %s, %v", f, name, err)
		}
	}
	if n := r.entry(t).Notice("Dana"); n.Via != "file" || !n.Unconfirmed() {
		t.Errorf("noted %+v", n)
	}
	if _, _, err := r.File(entryPath, msg, "pdf", ""); err == nil {
		t.Error("wrote a pdf")
	}
	if f, err := r.Prepared(entryPath, Mailing{What: Report, To: "Kim"}, "clipboard"); err != nil || f.Entry.Notice("Kim").Via != "clipboard" {
		t.Errorf("%v", err)
	}
}

// Erasing a mistake for good erases what was made of it.
func TestErase(t *testing.T) {
	r := newRoom(t, nil)
	name, f, err := r.Draft(entryPath, r.message(t, toDana), "")
	if err != nil {
		t.Fatal(err)
	}
	r.put(t, "outbox/2026-11-24-report.aaaaaaaaaa.eml", "another's")
	trashed, err := r.desk.Trash(f.Path)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.desk.Erase(trashed); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(name); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("still there: %v", err)
	}
	if got := read(t, filepath.Join(r.dir, "outbox", "2026-11-24-report.aaaaaaaaaa.eml")); got != "another's" {
		t.Error("another's is gone")
	}
}

func TestMailings(t *testing.T) {
	r := newRoom(t, nil)
	e := r.entry(t)
	e.Apologies = append(e.Apologies, journal.Apology{To: "Kim"}, journal.Apology{To: "Dana", Words: "And for the cake."})
	want := []Mailing{toDana, {What: Report, To: "on call"}, {What: Report, To: "Kim"}, {What: Apology, To: "Dana", Words: e.Apologies[0].Words},
		{What: Apology, To: "Dana", Words: "And for the cake."}}
	if d := cmp.Diff(want, Mailings(e)); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	for _, m := range want[3:] {
		if msg, err := r.Message(e, m); err != nil || msg.Words != m.Words || !strings.Contains(msg.Text, strings.TrimSpace(m.Words)) {
			t.Errorf("%q became %q, %v", m.Words, msg.Text, err)
		}
	}
	var none *NoWordsError
	if _, err := r.Message(e, Mailing{What: Apology, To: "Kim"}); !errors.As(err, &none) {
		t.Errorf("an apology without words: %v", err)
	}
	for _, m := range []Mailing{{What: Apology}, {What: "song", To: "Dana"}} {
		if _, err := r.Message(e, m); err == nil {
			t.Errorf("made %+v", m)
		}
	}
	r.put(t, "contacts.toml", "from = 1\n")
	if _, err := r.Message(e, toDana); err == nil || !strings.Contains(err.Error(), "contacts.toml:1:") {
		t.Errorf("contacts that can't be read: %v", err)
	}
}

func TestLearn(t *testing.T) {
	r := newRoom(t, nil)
	if err := r.Learn(contacts.Contact{Name: "Kim", Address: "kim@example.com"}); err != nil {
		t.Fatal(err)
	}
	if err := r.LearnSender("kim@example.net"); err != nil {
		t.Fatal(err)
	}
	b, err := r.Book()
	if err != nil || b.From != "kim@example.net" || len(b.People) != 3 || b.Find("kim").Addresses[0] != "kim@example.com" {
		t.Errorf("%+v, %v", b, err)
	}
	name := filepath.Join(r.dir, "contacts.toml")
	if !strings.HasPrefix(read(t, name), strings.Replace(contactsText, "Sam Rivera <sam@example.com>", "kim@example.net", 1)) {
		t.Errorf("the text was changed elsewhere:\n%s", read(t, name))
	}
	r.put(t, "contacts.toml", "from = \n")
	if err := r.Learn(contacts.Contact{Name: "Lou", Address: "lou@example.com"}); err == nil || read(t, name) != "from = \n" {
		t.Errorf("wrote into a file that can't be read: %v", err)
	}
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if err := r.Learn(contacts.Contact{Name: "Lou", Address: "lou@example.com"}); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

// The letters of a copy that is ready are those of every later one, whoever is named meanwhile.
func TestPersonsKeepTheirLetters(t *testing.T) {
	r := newRoom(t, nil)
	text := strings.Replace(entryText, "Then it was quiet.", "Then Lee called Dana.", 1) + "\n[report]\npseudonyms = true\n"
	r.put(t, entryPath, text)
	was := r.message(t, toDana).Text
	if !strings.Contains(was, "Then Person B called Person A.") {
		t.Fatalf("the copy is\n%s", was)
	}
	if _, err := r.Prepared(entryPath, toDana, "clipboard"); err != nil {
		t.Fatal(err)
	}
	if got := r.entry(t).Report.Persons; !slices.Equal(got, []string{"Dana", "Lee"}) { // and not the group
		t.Errorf("kept are %q", got)
	}
	_, err := r.desk.Change(entryPath, func(e *journal.Entry) error {
		e.People = append([]string{"Abe"}, e.People...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := r.message(t, toDana).Text; got != was {
		t.Errorf("the copy became\n%s\nwas\n%s", got, was)
	}
}
