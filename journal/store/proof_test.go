package store

import (
	"slices"
	"strings"
	"testing"
)

// The proof finds every kind of damage that a faulty splice could do.
func TestProofFindsDamage(t *testing.T) {
	d := mustDecode(t, fileText(t, "small.toml"))
	want := d.Entry.Clone()
	want.Title = "New"
	want.Sting = want.Sting[1:]
	slices.Reverse(want.Fix.Actions)
	s, good, err := splice(d, &want)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.prove(good); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, old, new, reason string }{
		{"not readable", "mood = ", "mood ", "readable"},
		{"another text", `"New"`, `"Old"`, "say what was written"},
		{"another word in prose", "no comment", "a comment", "say what was written"},
		{"a key gone", "kind = \"repair\"\n", "", "say what was written"},
		{"an element too many", "[mine]", "[[sting]]\nlevel = 1\n[mine]", "say what was written"},
		{"a list put together otherwise", `"b]"`, `"b", "]"`, "say what was written"},
		{"a remark gone", " # a remark", "", "comments"},
		{"a remark changed", "# slow", "# fast", "comments"},
		{"a remark in a list gone", "# one", "", "comments"},
		{"a remark too many", "[mine]", "[mine] # new", "comments"},
		{"an unknown key gone", "mood = \"blue\"", "", "does not know"},
		{"an unknown value changed", "x = { a = 1", "x = { a = 2", "does not know"},
		{"another type of an unknown value", "x = { a = 1", "x = { a = 1.0", "does not know"},
		{"an unknown key too many", "[mine]", "[mine]\ny = 1", "does not know"},
		{"an unknown key in another element", "  ticket = 4711\n", "", "does not know"},
		{"an unknown table gone", "[sting.where]   # belongs to the second\nplace = \"home\"\n", "# belongs to the second\n", "does not know"},
		{"a deleted element's key kept", "level = 7", "level = 7\nweather = \"rain\"", "does not know"},
		{"a form that cannot be edited", "[fix]\nstatus = \"doing\" # slow", "[fix] # slow\n\"st\\u0061tus\" = \"doing\"", "changed again"},
	} {
		bad := strings.Replace(good, c.old, c.new, 1)
		if bad == good {
			t.Errorf("%s: %q is not in\n%s", c.name, c.old, good)
		}
		if _, err := s.prove(bad); !asErr(err, new(*RefusedError)) || !strings.Contains(err.Error(), c.reason) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	moved := strings.Replace(strings.Replace(good, "  ticket = 4711\n", "", 1), "kind = \"repair\"\n", "kind = \"repair\"\n  ticket = 4711\n", 1)
	if _, err := s.prove(moved); err == nil || !strings.Contains(err.Error(), "does not know") {
		t.Errorf("a key that moved to another element: %v", err)
	}
}
