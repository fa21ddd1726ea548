package store

import (
	"errors"
	"strings"
	"testing"

	"bounceback/journal"
)

// What a person broke by hand is named with its line and a reason.
func TestBrokenFiles(t *testing.T) {
	for _, c := range []struct {
		name, text string
		line       int
		reason     string // a part of it
	}{
		{"no closing quote", "title = 'a'\nwhat = \"x\n", 2, "newline"},
		{"no closing quotes of a block", "title = 'a'\nwhat = \"\"\"\nx\n", 3, ""},
		{"a key twice", "title = 'a'\n\ntitle = 'b'\n", 3, "already been defined"},
		{"a table twice", "[own]\n[fix]\n[own]\n", 3, "already been defined"},
		{"no value", "title = 'a'\nwhat =\n", 2, "expected value"},
		{"no equals sign", "title 'a'\n", 1, "expected"},
		{"a day that is none", "title = 'a'\nhappened = 2026-13-45\n", 2, "invalid datetime"},
		{"a merge conflict", "title = 'a'\n<<<<<<< HEAD\nwhat = 'x'\n=======\nwhat = 'y'\n>>>>>>> other\n", 2, "both sides"},
		{"a merge conflict in a text", "what = \"\"\"\nx\n<<<<<<< HEAD\na\n\"\"\"\n=======\nb\n\"\"\"\n>>>>>>> o\n", 3, "both sides"},
		{"nothing", "", 1, "empty"},
		{"only white space", "\ufeff \n\n", 1, "empty"},
		{"zeros after a crash", "\x00\x00\x00\x00", 1, "no text"},
		{"UTF-16", "t\x00i\x00t\x00", 1, "no text"},
		{"a bare carriage return", "title = 'a'\rwhat = 'b'\n", 1, "control"},
		{"a carriage return in a line's end", "title = 'a'\r\r\nwhat = 'b'\n", 1, "control"},
		{"YAML", "title: a\n", 1, "expected"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Decode(fullPath, c.text)
			var b *BrokenError
			if !errors.As(err, &b) {
				t.Fatalf("got %v", err)
			}
			if b.Path != fullPath || b.Line != c.line || !strings.Contains(b.Reason, c.reason) || b.Reason == "" {
				t.Errorf("line %d: %s; want line %d: …%s…", b.Line, b.Reason, c.line, c.reason)
			}
		})
	}
}

// One wrong type costs its key, not the entry.
func TestProblems(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []Problem
		locked     bool
	}{
		{"a number for a text", "# c\ntitle = 5", []Problem{{2, "title", "a number stands where a text is expected"}}, false},
		{"a text for a flag", "quiet = 'yes'", []Problem{{1, "quiet", "a text stands where true or false is expected"}}, false},
		{"a fraction for a number", "[[sting]]\nlevel = 3.5", []Problem{{2, "sting.level", "a number stands where a whole number is expected"}}, false},
		{"a text for a date", "happened = '2026-11-12'", []Problem{{1, "happened", "a text stands where a date like 2026-11-20 is expected"}}, false},
		{"a clock time for a date", "happened = 09:12:00", []Problem{{1, "happened", "a date or a time stands where a date like 2026-11-20 is expected"}}, false},
		{"a mixed list", "tags = ['a', 1]", []Problem{{1, "tags", "a list with something that is no text stands where a list of texts is expected"}}, false},
		{"a text for a list", "tags = 'a'", []Problem{{1, "tags", "a text stands where a list of texts is expected"}}, false},
		{"a table for a text", "\n[title]\nx = 1", []Problem{{2, "title", "a table stands where a text is expected"}}, false},
		{"a text for a table", "title = 'a'\nown = 'me'", []Problem{{2, "own", "something else stands where a table is expected"}}, false},
		{"a table for a list", "[sting]\nlevel = 3", []Problem{{1, "sting", "something else stands where a list of tables is expected"}}, false},
		{"a list for a table", "[[fix]]\nstatus = 'done'\n[[fix.actions]]\ndo = 'a'", []Problem{{1, "fix", "something else stands where a table is expected"}}, false},
		{"another id than the name's", "id = 'zzzzzzzzzz'", []Problem{{1, "id", "the file is named for k7h3m9xq2t, and its id is zzzzzzzzzz"}}, false},
		{"an unknown word is kept", "severity = 'cosmic'\n[own]\nstatus = 'paused'", nil, false},
		{"other cases are other keys", "Title = 'a'\nTAGS = 5\n[Own]\nstatus = 'done'", nil, false},
		{"a dotted key", "fix.status = 'done'", nil, true},
		{"a dotted key under its table", "[learn]\nreview.due = 2026-01-01", nil, true},
		{"an inline table", "fix = {status = 'done'}", nil, true},
		{"an empty inline table", "fix = {}", nil, true},
		{"a list of inline tables", "[fix]\nactions = [{do = 'a'}]", nil, true},
		{"an escaped key", "\"t\\u0069tle\" = 'a'", nil, true},
		{"an escaped header", "[[\"st\\u0069ng\"]]\nmine = 1", nil, true},
		{"a quoted key", "'title' = 'a'\n[ \"own\" ]\nstatus = 'done'", nil, false},
		{"a dotted key of the person's own", "mine.x = 1\n[own]\nmine.y = 2", nil, false},
		{"bytes that are no text", "what = '\xff'", nil, true},
		{"a newer schema", "schema = 2", nil, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := Decode(fullPath, c.text)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "problems", f.Problems, c.want)
			if c.locked != (f.Locked != "") {
				t.Errorf("locked: %q", f.Locked)
			}
			// What was read is shown, and a change elsewhere leaves what could not be read as it is.
			if f.Locked == "" {
				want := f.Entry.Clone()
				want.Learn.Cue = "new"
				next := mustChange(t, c.text, want)
				for _, line := range strings.Split(c.text, "\n") {
					if !strings.Contains(next.Text, line) {
						t.Errorf("the text became %q", next.Text)
					}
				}
			}
		})
	}
	if f, _ := Decode(fullPath, "fix = {status = 'done', actions = [{do = 'a'}, {do = 'b'}]}"); f.Entry.Fix.Status != "done" || len(f.Entry.Fix.Actions) != 2 {
		t.Errorf("the inline form says %+v", f.Entry.Fix)
	}
}

// A key that could not be read cannot be written over.
func TestWrongTypesAreNotOverwritten(t *testing.T) {
	for _, c := range []struct {
		text   string
		change func(e *journal.Entry)
		reason string
	}{
		{"# c\ntags = 'a'", func(e *journal.Entry) { e.Tags = []string{"b"} }, "line 2: tags"},
		{"own = 'me'", func(e *journal.Entry) { e.Own.Did = "x" }, "line 1: own"},
		{"title = 'a'\nsting = 3", func(e *journal.Entry) { e.Sting = []journal.Sting{{Level: 3}} }, "line 2: sting"},
		{"[[sting]]\nlevel = 'high'", func(e *journal.Entry) { e.Sting[0].Level = 3 }, "line 2: sting.level"},
		{"own = 1\n", func(e *journal.Entry) { e.Own.KnewLater = []journal.Note{{Text: "x"}} }, ""},
	} {
		d := mustDecode(t, c.text)
		want := d.Entry.Clone()
		c.change(&want)
		_, err := change(d, &want)
		var refused *RefusedError
		if !errors.As(err, &refused) || !strings.Contains(refused.Reason, c.reason) {
			t.Errorf("%q: %v", c.text, err)
		}
	}
}

func TestMomentsKeepTheirForm(t *testing.T) {
	text := "happened = 2026-11-12 09:12:00.5+01:00\ncaptured = 2026-11-12T09:12\n[fix]\ndetected = 2026-11-12\nfixed = 2026-11-12T09:12:00Z\n"
	d := mustDecode(t, text)
	for _, c := range []struct{ got, want string }{
		{d.Entry.Happened.String(), "2026-11-12T09:12:00.5+01:00"}, {d.Entry.Captured.String(), "2026-11-12T09:12:00"},
		{d.Entry.Fix.Detected.String(), "2026-11-12"}, {d.Entry.Fix.Fixed.String(), "2026-11-12T09:12:00Z"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
	want := d.Entry.Clone()
	want.Title = "t"
	if next := mustChange(t, text, want); !strings.Contains(next.Text, strings.SplitAfter(text, "\n")[0]) {
		t.Errorf("an untouched moment was rewritten:\n%s", next.Text)
	}
}
