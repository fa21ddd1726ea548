package desk

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"bounceback/journal/store"
)

func mustCopy(t *testing.T, d *Desk, id, key, text, ending string) (name, path string) {
	t.Helper()
	name, path, err := d.EditorCopy(id, key, text, ending)
	if err != nil {
		t.Fatal(err)
	}
	return name, path
}

// A text in the editor: a copy that only its owner can read, with a name that tells what it is, until it is dropped.
func TestEditorCopy(t *testing.T) {
	d := newDesk(t)
	name, path := mustCopy(t, d, "k7h3m9xq2t", "own.did", "before", ".md")
	same(t, "name", name, "k7h3m9xq2t-editing-own-did.md")
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		t.Errorf("the copy's mode is %v, %v", info.Mode(), err)
	}
	if err := os.WriteFile(path, []byte("after\n"), 0o600); err != nil { // the editor
		t.Fatal(err)
	}
	if text, err := d.ReadEditorCopy(name); err != nil || text != "after\n" {
		t.Errorf("the copy has %q, %v", text, err)
	}
	if err := d.DropEditorCopy(name); err != nil {
		t.Fatal(err)
	}
	same(t, "files", files(t, d), []string(nil))
}

// Copies whose text never came back stay, each with its own text, however often the editor is opened and whatever the
// clock shows.
func TestEditorCopyNeverOverwrites(t *testing.T) {
	d := newDesk(t)
	want := map[string]string{}
	for _, text := range []string{"one", "two", "three", "four"} {
		name, _ := mustCopy(t, d, "k7h3m9xq2t", "fix.actions[2].do", text, ".md")
		want[name] = text
	}
	same(t, "drafts", drafts(t, d), want)
	again, _ := mustCopy(t, d, "k7h3m9xq2t", "fix.actions[2].do", "two", ".md")
	same(t, "the copy with that text", drafts(t, d)[again], "two")
	same(t, "number of drafts", len(drafts(t, d)), 4)
	left, err := d.Leftovers()
	if err != nil || len(left) != 4 {
		t.Errorf("left over are %q, %v", left, err)
	}
}

func TestEditorCopyOnAFailingDisk(t *testing.T) {
	bad := &disk{}
	d := sit(t, newDesk(t).Dir(), bad, newClock())
	mustCopy(t, d, "k7h3m9xq2t", "what", "one", ".md")
	bad.set(func(op, _ string) error {
		if op == "open" {
			return syscall.EIO
		}
		return nil
	})
	name, _, err := d.EditorCopy("k7h3m9xq2t", "what", "two", ".md") // the first can't be looked at, so it is let be
	bad.set(nil)
	if err != nil || name == "k7h3m9xq2t-editing-what.md" || drafts(t, d)["k7h3m9xq2t-editing-what.md"] != "one" {
		t.Errorf("the copy is %q, %v", name, err)
	}
	bad.set(full("drafts"))
	if _, _, err := d.EditorCopy("k7h3m9xq2t", "what", "three", ".md"); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("the error is %v", err)
	}
}

func mustCopyFile(t *testing.T, d *Desk, path string) FileCopy {
	t.Helper()
	c, err := d.CopyFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// works is an editor: it writes a text over the copy.
func works(t *testing.T, c FileCopy, text string) {
	t.Helper()
	if err := os.WriteFile(c.Path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

const (
	copyA = "aaaaaaaaaa-editing.toml"
	baseA = "aaaaaaaaaa-editing-base.toml"
)

// A copy that somebody wrote into is gone on with; any other is made anew, with what it is made of beside it.
func TestCopyFile(t *testing.T) {
	now, old, mine := textA+"quiet = true\n", textA, textA+"what = \"mine\"\n"
	for _, c := range []struct {
		name           string
		copied, base   string // what an earlier time left; "" for none
		text, madeOf   string
		again, unknown bool
	}{
		{"none", "", "", now, now, false, false},
		{"written into", mine, old, mine, old, true, false},
		{"written into, with nothing beside it", mine, "", mine, now, true, true},
		{"not written into, and the file changed since", old, old, now, now, false, false},
		{"what the file says", now, old, now, now, false, false},
		{"only what it was made of", "", old, now, now, false, false},
		{"being looked at elsewhere", now, now, now, now, false, false},
	} {
		d := newDesk(t)
		put(t, d, pathA, now)
		for name, text := range map[string]string{copyA: c.copied, baseA: c.base} {
			if text != "" {
				put(t, d, "drafts/"+name, text)
			}
		}
		got := mustCopyFile(t, d, pathA)
		same(t, c.name+": text", got.Text, c.text)
		same(t, c.name+": made of", got.Base.Text, c.madeOf)
		same(t, c.name+": again, unknown", []bool{got.Again, got.Unknown}, []bool{c.again, c.unknown})
		want := map[string]string{copyA: c.text, baseA: c.madeOf}
		if c.unknown { // nothing tells, so nothing is to tell
			delete(want, baseA)
		}
		same(t, c.name+": drafts", drafts(t, d), want)
		same(t, c.name+": handle", got.Handle, "aaaaaaaaaa")
	}
}

func TestCopyFileOfWhatCantBeWritten(t *testing.T) {
	for _, c := range []struct {
		text   string
		locked bool
	}{
		{strings.Replace(textA, "schema = 1", "schema = 9", 1), true},
		{textA + "own = {did = \"I did it.\"}\n", false}, // can be written otherwise
		{"title = \"not closed", false},
	} {
		d := newDesk(t)
		put(t, d, pathA, c.text)
		_, err := d.CopyFile(pathA)
		var locked *store.LockedError
		if errors.As(err, &locked) != c.locked || err != nil && !c.locked {
			t.Errorf("%s\nthe error is %v", c.text, err)
		}
		if left := drafts(t, d); (len(left) == 0) != c.locked {
			t.Errorf("%s\nthe drafts have %q", c.text, left)
		}
	}
}

// What becomes of a text that came back, of the file, and of the copy.
func TestTakeFile(t *testing.T) {
	start := textA + "what = \"\"\"\nbefore\n\"\"\"\n"
	edit := func(word string) string { return strings.Replace(start, "before", word, 1) }
	for _, c := range []struct {
		name   string
		theirs string // what another program makes of the file meanwhile; "" for nothing
		alone  bool   // nothing tells what the copy was made of
		sure   bool
		text   string
		fate   Fate
		file   string // what the file says then
		kept   bool
	}{
		{"unchanged", "", false, false, start, CopyUnchanged, start, false},
		{"unchanged, and changed elsewhere", edit("theirs"), false, false, start, CopyUnchanged, edit("theirs"), false},
		{"empty", "", false, false, " \n", CopyEmpty, start, false},
		{"changed", "", false, false, edit("mine"), CopyTaken, edit("mine"), false},
		{"changed in two places", start + "quiet = true\n", false, false, edit("mine"), CopyTaken, edit("mine") + "quiet = true\n", false},
		{"changed twice", edit("theirs"), false, false, edit("mine"), CopyConflict, edit("theirs"), true},
		{"broken", "", false, false, start + "title = \n", CopyBroken, start, true},
		{"another id", "", false, false, strings.Replace(start, "aaaaaaaaaa", "bbbbbbbbbb", 1), CopyRefused, start, true},
		{"of unknown origin", "", true, false, edit("mine"), CopyUnknown, start, true},
		{"of unknown origin, and broken", "", true, false, "title = \"", CopyBroken, start, true},
		{"of unknown origin, and wanted", "", true, true, edit("mine"), CopyTaken, edit("mine"), false},
		{"of unknown origin, wanted, and changed twice", edit("theirs"), true, true, edit("mine"), CopyConflict, edit("theirs"), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			put(t, d, pathA, start)
			if c.alone {
				put(t, d, "drafts/"+copyA, edit("old"))
			}
			made := mustCopyFile(t, d, pathA)
			if c.theirs != "" {
				put(t, d, pathA, c.theirs)
			}
			works(t, made, c.text)
			back := d.TakeFile(made, c.text, c.sure)
			if back.Fate != c.fate {
				t.Errorf("the fate is %d, want %d: %v", back.Fate, c.fate, back.Err)
			}
			if failed := c.fate > CopyUnknown; (back.Err != nil) != failed {
				t.Errorf("the error is %v", back.Err)
			}
			if (back.Conflict != nil) != (c.fate == CopyConflict) || c.fate == CopyBroken && (back.Line == 0 || back.Reason == "") {
				t.Errorf("what came back is %+v", back)
			}
			is, err := d.Text(pathA)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "the file", is, c.file)
			if c.fate == CopyTaken {
				same(t, "the file that came back", back.File.Text, c.file)
			}
			left := drafts(t, d)
			if text, there := left[copyA]; there != c.kept || there && text != c.text {
				t.Errorf("the drafts have %q", left)
			}
			if !c.kept {
				same(t, "drafts", left, map[string]string{})
				return
			}
			if again := mustCopyFile(t, d, pathA); !again.Again || again.Text != c.text || again.Unknown != c.alone {
				t.Errorf("the next time goes on with %+v", again)
			}
		})
	}
}

// The person's word on a text that was changed on both sides. Comments of both can't be brought together.
func TestSettleFile(t *testing.T) {
	start := textA + "what = \"before\" # why\n"
	edit := func(word, why string) string {
		return strings.NewReplacer("before", word, "# why", why).Replace(start)
	}
	for _, c := range []struct {
		name, why string
		mine      bool
		what      string
		kept      bool
	}{
		{"mine", "# why", true, "mine", false},
		{"theirs", "# why", false, "theirs", false},
		{"mine, with comments", "# since", true, "mine", true},
	} {
		d := newDesk(t)
		put(t, d, pathA, start)
		made := mustCopyFile(t, d, pathA)
		put(t, d, pathA, edit("theirs", strings.Replace(c.why, "since", "because", 1)))
		text := edit("mine", c.why)
		works(t, made, text)
		back := d.TakeFile(made, text, false)
		if back.Conflict == nil {
			t.Fatalf("%s: %+v", c.name, back)
		}
		f, kept, err := d.SettleFile(made, back.Conflict, text, c.mine)
		if err != nil || f.Entry.What != c.what || kept != c.kept {
			t.Errorf("%s: %q, kept %v, %v", c.name, f.Entry.What, kept, err)
		}
		if left := drafts(t, d); (left[copyA] == text) != c.kept {
			t.Errorf("%s: the drafts have %q", c.name, left)
		}
	}
}

// An editor that could not be started leaves nothing behind, and takes nothing away that was there before.
func TestLeaveFile(t *testing.T) {
	d := newDesk(t)
	put(t, d, pathA, textA)
	if kept, err := d.LeaveFile(mustCopyFile(t, d, pathA)); kept || err != nil || len(drafts(t, d)) != 0 {
		t.Errorf("kept %v, %v: %q", kept, err, drafts(t, d))
	}
	mine := textA + "what = \"mine\"\n"
	works(t, mustCopyFile(t, d, pathA), mine)
	for range 2 {
		if kept, err := d.LeaveFile(mustCopyFile(t, d, pathA)); !kept || err != nil {
			t.Errorf("kept %v, %v", kept, err)
		}
	}
	same(t, "drafts", drafts(t, d), map[string]string{copyA: mine, baseA: textA})
}

// A copy that can't be removed still has beside it what it was made of.
func TestCopyThatCantBeRemoved(t *testing.T) {
	bad := &disk{}
	d := sit(t, newDesk(t).Dir(), bad, newClock())
	put(t, d, pathA, textA)
	made := mustCopyFile(t, d, pathA)
	bad.set(func(op, name string) error {
		if op == "remove" && strings.HasSuffix(name, copyA) {
			return syscall.EIO
		}
		return nil
	})
	mine := textA + "what = \"mine\"\n"
	works(t, made, mine)
	if back := d.TakeFile(made, mine, false); back.Fate != CopyTaken || !errors.Is(back.Err, syscall.EIO) {
		t.Errorf("what came back is %+v", back)
	}
	same(t, "drafts", drafts(t, d), map[string]string{copyA: mine, baseA: textA})
}

// A copy that could not be written leaves nothing that passes for one.
func TestCopyFileOnAFullDisk(t *testing.T) {
	bad := &disk{}
	d := sit(t, newDesk(t).Dir(), bad, newClock())
	put(t, d, pathA, textA)
	bad.set(func(op, name string) error {
		if op == "rename" && strings.HasSuffix(name, copyA) {
			return syscall.ENOSPC
		}
		return nil
	})
	if _, err := d.CopyFile(pathA); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("the error is %v", err)
	}
	bad.set(nil)
	same(t, "drafts", drafts(t, d), map[string]string{})
}

// A file is in one editor at a time: a copy made anew under an editor would let what was saved meanwhile look like changed
// back.
func TestCopyFileThatIsOpenElsewhere(t *testing.T) {
	d := newDesk(t)
	put(t, d, pathA, textA)
	other := sit(t, d.Dir(), nil, newClock())
	c := mustCopyFile(t, d, pathA)
	if _, err := other.CopyFile(pathA); !errors.Is(err, ErrOpenElsewhere) {
		t.Fatalf("the error is %v", err)
	}
	for name, end := range map[string]func(){
		"taken":   func() { works(t, c, textA+"quiet = true\n"); d.TakeFile(c, textA+"quiet = true\n", false) },
		"left":    func() { d.LeaveFile(c) },
		"closed":  func() { d.CloseFile(c) },
		"refused": func() { d.TakeFile(c, "this is no TOML", false) },
	} {
		c = mustCopyFile(t, d, pathA) // the same program may begin anew
		end()
		got, err := other.CopyFile(pathA)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		other.CloseFile(got)
	}
	if left, err := filepath.Glob(filepath.Join(d.Dir(), ".alive-*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// The file may get a new name while it is in an editor.
func TestTakeFileThatWasRenamed(t *testing.T) {
	d := newDesk(t)
	put(t, d, pathA, textA)
	c := mustCopyFile(t, d, pathA)
	to := "entries/2026/renamed.toml"
	if err := os.Rename(filepath.Join(d.Dir(), pathA), filepath.Join(d.Dir(), to)); err != nil {
		t.Fatal(err)
	}
	back := d.TakeFile(c, textA+"quiet = true\n", false)
	if back.Fate != CopyTaken || back.File.Path != to || !mustOpen(t, d, to).Entry.Quiet {
		t.Errorf("%+v", back)
	}
}
