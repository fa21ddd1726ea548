package desk

import (
	"strings"
	"testing"
)

// What lies in drafts is told with what to do about it; a command is named only where it would find the mistake.
func TestDoctorOnDrafts(t *testing.T) {
	const (
		noID   = "entries/2026/2026-11-13-b.toml"
		broken = "entries/2026/2026-11-14-c.cccccccccc.toml"
		nobody = "no mistake has the id in its name"
	)
	for _, c := range []struct {
		name     string // of the draft
		what, do string // what the finding says
	}{
		{"aaaaaaaaaa-editing.toml", "a copy that an editor", "go on with it: bounceback edit aaaaaaaaaa"},
		{"cccccccccc-editing.toml", "a copy that an editor", "go on with it: bounceback edit cccccccccc"},
		{DraftID(noID, "") + "-editing.toml", "a copy that an editor", "go on with it: bounceback edit " + noID},
		{"bbbbbbbbbb-editing.toml", "a copy that an editor", nobody},
		{"entry-00000000-editing.toml", "a copy that an editor", nobody},
		{"aaaaaaaaaa-editing-2.toml", "one more copy", "bounceback show aaaaaaaaaa;"},
		{"bbbbbbbbbb-editing-2.toml", "one more copy", nobody},
		{"aaaaaaaaaa-editing-own-did.md", "the text of one question", "bounceback show aaaaaaaaaa;"},
		{"aaaaaaaaaa-editing-own-did-2.md", "the text of one question", "bounceback show aaaaaaaaaa;"},
		{"entry-editing-own-did.md", "the text of one question", nobody},
		{"aaaaaaaaaa-editing-base.toml", "what the copy for an editor was made of", "delete it"},
		{"aaaaaaaaaa-20261122-200000-abcd.toml", "a text that is in no mistake yet", "whose id it has"},
	} {
		d := newDesk(t)
		put(t, d, pathA, textA)
		put(t, d, noID, "schema = 1\ntitle = \"B\"\ncaptured = 2026-11-13\n")
		put(t, d, broken, "title = \"not closed")
		put(t, d, "drafts/"+c.name, "text")
		got := onDrafts(t, d)
		if len(got) != 1 || got[0].Path != "drafts/"+c.name || !strings.HasPrefix(got[0].What, c.what) || !strings.Contains(got[0].Do, c.do) {
			t.Errorf("%s: found %+v", c.name, got)
		}
	}
}

// A base beside its copy is nothing to look at.
func TestDoctorOnACopyWithItsBase(t *testing.T) {
	d := newDesk(t)
	put(t, d, pathA, textA)
	works(t, mustCopyFile(t, d, pathA), textA+"quiet = true\n")
	if got := onDrafts(t, d); len(got) != 1 || got[0].Path != "drafts/"+copyA {
		t.Errorf("found %+v", got)
	}
}

func onDrafts(t *testing.T, d *Desk) (found []Finding) {
	t.Helper()
	_, all, err := d.Doctor(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		if strings.HasPrefix(f.Path, "drafts/") && !strings.Contains(f.What, "others who use") {
			found = append(found, f)
		}
	}
	return found
}

// Contacts that can't be read are told with their line.
func TestDoctorOnContacts(t *testing.T) {
	d := newDesk(t)
	put(t, d, pathA, textA)
	put(t, d, "contacts.toml", "[[contacts]]\nname = \"Dana\"\naddress = \"dana\"\n")
	_, found, err := d.Doctor(t.Context())
	if err != nil || len(found) != 1 || found[0].Path != "contacts.toml" || found[0].Line != 3 || !strings.Contains(found[0].What, "has no @") ||
		!strings.Contains(found[0].Do, "sam@example.com") {
		t.Errorf("found %+v, %v", found, err)
	}
}
