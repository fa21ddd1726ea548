package store

import (
	"testing"
	"time"
)

func TestTrash(t *testing.T) {
	now := time.Date(2026, 11, 13, 1, 0, 0, 0, time.UTC)
	s := open(t, Options{Now: func() time.Time { return now }})
	put(t, s, onePath, oldText)
	first, err := s.Trash(onePath)
	if err != nil {
		t.Fatal(err)
	}
	put(t, s, onePath, oldText+"# again")
	second, err := s.Trash(onePath) // within the same second
	if err != nil || first == second || get(t, s, first) != oldText || get(t, s, second) != oldText+"# again" {
		t.Fatalf("%s, then %s, %v", first, second, err)
	}
	put(t, s, "entries/2026/broken.toml", "title =")
	now = now.Add(time.Hour)
	if _, err := s.Trash("entries/2026/broken.toml"); err != nil {
		t.Fatal(err)
	}
	list, err := s.TrashList()
	if err != nil || len(list) != 3 {
		t.Fatalf("the trash has %v, %v", list, err)
	}
	if b := list[0]; b.Err == nil || b.Title != "broken.toml" || !b.At.Equal(now) {
		t.Errorf("the broken one is listed as %+v", b)
	}
	if e := list[1]; e.Err != nil || e.Title != "old" || e.ID != "k7h3m9xq2t" || !e.At.Equal(now.Add(-time.Hour)) {
		t.Errorf("listed as %+v", e)
	}
	if _, err := s.Trash(onePath); !asErr(err, new(*GoneError)) {
		t.Errorf("trashing what is gone: %v", err)
	}
	for _, c := range []struct{ from, to, text string }{
		{first, onePath, oldText},
		{second, "entries/2026/2026-11-12.k7h3m9xq2t-2.toml", oldText + "# again"}, // never over the first
		{list[0].Path, "entries/2026/broken.toml", "title ="},
	} {
		to, err := s.Restore(c.from)
		if err != nil || to != c.to || get(t, s, to) != c.text {
			t.Errorf("%s is restored to %s, %v", c.from, to, err)
		}
	}
	if list, err := s.TrashList(); len(list) != 0 || err != nil {
		t.Errorf("the trash still has %v, %v", list, err)
	}
	if _, err := s.Restore(first); !asErr(err, new(*GoneError)) {
		t.Errorf("restoring twice: %v", err)
	}
	put(t, s, "trash/by hand.toml", oldText)
	if to, err := s.Restore("trash/by hand.toml"); err != nil || to != "entries/by hand.toml" {
		t.Errorf("restored to %s, %v", to, err)
	}
}

func TestErase(t *testing.T) {
	s := open(t, Options{})
	put(t, s, onePath, oldText)
	put(t, s, "entries/2026/other.toml", "title = 'other'")
	for _, name := range []string{"k7h3m9xq2t-20261113-010000-abcd.toml", "k7h3m9xq2t.edit.toml", "capture.txt", "zzzzzzzzzz-rescued.toml"} {
		if err := s.WriteDraft(name, "x"); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Erase(onePath); err == nil {
		t.Fatal("erased what is not in the trash")
	}
	p, err := s.Trash(onePath)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Erase(p); err != nil {
		t.Fatal(err)
	}
	same(t, "what is left", all(t, s), map[string]string{
		"entries/2026/other.toml": "title = 'other'", "drafts/capture.txt": "x", "drafts/zzzzzzzzzz-rescued.toml": "x",
	})
	if err := s.Erase(p); !asErr(err, new(*GoneError)) {
		t.Errorf("erasing twice: %v", err)
	}
	put(t, s, "trash/x.toml", "id = 'c'")
	if err := s.Erase("trash/x.toml"); err != nil {
		t.Fatal(err)
	}
	if _, ok, _ := s.ReadDraft("capture.txt"); !ok {
		t.Error("an id that is none took a draft with it")
	}
}

// The drafts of an id go with the last file that has it, and stay while one can't be read that may have it.
func TestEraseKeepsDraftsOfOthers(t *testing.T) {
	const id = "k7h3m9xq2t"
	for _, c := range []struct {
		name, path, text string
		kept             bool
	}{
		{"in use", onePath, oldText, true},
		{"in use, no id in the name", "entries/mine.toml", oldText, true},
		{"in use, another id in the name", "entries/mine.aaaaaaaaaa.toml", oldText, true},
		{"in use, another id in the text", onePath, "id = 'aaaaaaaaaa'", true},
		{"broken, with the id in it", "entries/mine.toml", "id = '" + id + "'\ntitle = 'not closed", true},
		{"no text", "entries/mine.toml", "id = '\xff'", true},
		{"in the trash", "trash/20261101T100000Z/mine.toml", oldText, true},
		{"names it as another", "entries/mine.toml", "id = 'aaaaaaaaaa'\nsame_as = '" + id + "'", false},
		{"broken, without the id", "entries/mine.toml", "title = 'not closed", false},
	} {
		s := open(t, Options{})
		put(t, s, onePath, oldText)
		p, err := s.Trash(onePath)
		if err != nil {
			t.Fatal(err)
		}
		put(t, s, c.path, c.text)
		if err := s.WriteDraft(id+"-rescued.toml", "x"); err != nil {
			t.Fatal(err)
		}
		if err := s.Erase(p); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		want := map[string]string{c.path: c.text}
		if c.kept {
			want["drafts/"+id+"-rescued.toml"] = "x"
		}
		same(t, c.name, all(t, s), want)
	}
}

func TestDrafts(t *testing.T) {
	s := open(t, Options{})
	if d, err := s.Drafts(); len(d) != 0 || err != nil {
		t.Errorf("a new journal has drafts: %v, %v", d, err)
	}
	if _, ok, err := s.ReadDraft("capture.txt"); ok || err != nil {
		t.Errorf("read a draft that is not there: %v", err)
	}
	for _, text := range []string{"first", "", "raw \xff\x00 bytes\r\n"} {
		if err := s.WriteDraft("capture.txt", text); err != nil {
			t.Fatal(err)
		}
		if got, ok, err := s.ReadDraft("capture.txt"); got != text || !ok || err != nil {
			t.Errorf("read %q, %v, %v", got, ok, err)
		}
	}
	for _, name := range []string{"", ".", "..", ".hidden", "a/b", `a\b`, "../x", "c:x"} {
		if err := s.WriteDraft(name, "x"); err == nil {
			t.Errorf("wrote a draft named %q", name)
		}
	}
	for range 2 {
		if err := s.RemoveDraft("capture.txt"); err != nil {
			t.Error(err)
		}
	}
	if d, err := s.Drafts(); len(d) != 0 || err != nil {
		t.Errorf("drafts %v, %v", d, err)
	}
}
