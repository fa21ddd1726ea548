package store

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"bounceback/journal"
)

// texts that a person can type or paste.
var texts = []string{
	"plain", "two\nlines", "ends with a newline\n", "ends with two\n\n", "\nbegins with one", "\n", "\n\n", "\r", "\r\n",
	"crlf\r\nlines\r\n", "bare\rreturn", " ", "   \n   ", "trailing  \nspaces \t\n", "\ttab", `"`, `""`, `"""`, `""""""`,
	`ends in "`, `ends in ""`, `ends in """`, `ends in \`, `\`, `\\`, `\n`, `\u0041`, "line \\\n  continued", `'''`, "# no comment",
	"[own]\nstatus = \"done\"", "\"\"\"\n[own]\n\"\"\"", "\x00", "\x01\x1f", "\x7f", "\u0080\u0085", "\ufeff", "\ufeffbom first",
	"\u2028\u2029", "\u202eevil", "é", "e\u0301", "漢字", "👩‍💻", "\U0010ffff", "\ufffd", "\x1b[31mred\x1b[0m", "a\vb\fc\bd",
	strings.Repeat("long ", 5000), strings.Repeat(`"`, 100), strings.Repeat("\n", 100),
}

func TestTextsRoundTrip(t *testing.T) {
	full := fullText(t)
	for _, text := range texts {
		e := journal.Entry{
			Schema: 1, ID: "k7h3m9xq2t", Title: text, What: text, Tags: []string{text, "", text}, Severity: journal.Severity(text),
			Learn: journal.Learn{Cue: text}, Apologies: []journal.Apology{{To: text, Words: text}},
		}
		sameEntry(t, mustDecode(t, Encode(e)).Entry, e)
		for _, base := range []string{full, strings.ReplaceAll(full, "\n", "\r\n"), bom + full, strings.TrimSuffix(full, "\n")} {
			want := mustDecode(t, base).Entry.Clone()
			want.Title, want.What, want.Tags, want.Learn.Cue, want.Fix.Actions[1].Do = text, text, []string{text}, text, text
			sameEntry(t, mustChange(t, base, want).Entry, want)
		}
	}
}

func TestBlockForm(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{`what = "one line"`, "one line"},
		{`what = "one line\n"`, "one line\n"},
		{"what = \"\"\"\ntext\n\"\"\"", "text"},
		{"what = \"\"\"\ntext\"\"\"", "text"},
		{"what = \"\"\"text\n\"\"\"", "text"},
		{"what = \"\"\"\ntext\n\n\"\"\"", "text\n"},
		{"what = \"\"\"\r\ntext\r\nmore\r\n\"\"\"\r\n", "text\nmore"},
		{"what = \"\"\"\r\ntext\\r\r\n\"\"\"\r\n", "text\r"},
		{"what = '''\ntext\n'''", "text"},
		{"title = \"\"\"\ntwo\nlines\n\"\"\"\nwhat = ''", ""},
	} {
		if got := mustDecode(t, c.file).Entry.What; got != c.want {
			t.Errorf("%q says %q, want %q", c.file, got, c.want)
		}
	}
}

func TestInvalidTextIsRefusedAndSanitized(t *testing.T) {
	s := open(t, Options{})
	e := journal.Entry{Title: "bad \xff byte", Captured: randomMoment(rand.New(rand.NewPCG(1, 1))), Tags: []string{"ok", "\xfe"}}
	if _, err := s.Create(e); err == nil {
		t.Fatal("created a file with a byte that is not UTF-8")
	}
	clean, changed := Sanitize(e)
	if !changed || clean.Title != "bad \ufffd byte" || clean.Tags[1] != "\ufffd" || e.Tags[1] != "\xfe" {
		t.Fatalf("sanitized to %q %q", clean.Title, clean.Tags)
	}
	f, err := s.Create(clean)
	if err != nil {
		t.Fatal(err)
	}
	want := f.Entry.Clone()
	want.Own.Did = "\xff"
	var refused *RefusedError
	if _, err := s.Save(f, want); !asErr(err, &refused) || !strings.Contains(err.Error(), "own.did") {
		t.Fatalf("saving it: %v", err)
	}
	if _, changed := Sanitize(f.Entry); changed {
		t.Fatal("sanitized a text that was clean")
	}
}

func FuzzRoundTrip(f *testing.F) {
	for _, s := range texts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("TOML holds UTF-8 only; saving refuses the rest, see TestInvalidTextIsRefusedAndSanitized")
		}
		for _, eol := range []string{"\n", "\r\n"} {
			text := "schema = 1" + eol + "title = " + emit(text, s, eol) + eol + "what = " + emit(prose, s, eol) + eol +
				"tags = " + emit(words, []string{s, s}, eol) + eol + "severity = " + emit(word, s, eol)
			d, err := decode(fullPath, text)
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			if e := d.Entry; e.Title != s || e.What != s || e.Tags[1] != s || string(e.Severity) != s {
				t.Fatalf("%q came back as %q %q %q %q", s, e.Title, e.What, e.Tags, e.Severity)
			}
		}
	})
}
