package outbox

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bounceback/journal"
	"bounceback/journal/desk"
	"bounceback/journal/store"
)

const entryPath = "entries/2026/2026-11-12-rerouted.k7h3m9xq2t.toml"

const entryText = `schema = 1
id = "k7h3m9xq2t"
title = "Rerouted production traffic"
happened = 2026-11-12T09:12:00+01:00
captured = 2026-11-12T21:40:13+01:00
people = ["Dana", "on call"]
what = """
I pressed enter. Then it was quiet.
"""

[[ledger]]
to = "Dana"
copy = "full"
[[ledger]]
to = "Lee"
exempt = "was on leave"

[[apologies]]
to = "Dana"
words = """
I’m sorry that I woke you.
"""
`

const contactsText = `from = "Sam Rivera <sam@example.com>"

[[contacts]]
name = "Dana"
address = "dana@example.com"
group = "on call"

[[contacts]]
name = "李雷"
address = "lilei@example.org"
group = ["on call", "berlin"]
`

// room is a journal with one mistake.
type room struct {
	*Outbox
	dir  string
	desk *desk.Desk
}

func newRoom(t *testing.T, fs store.FS, command ...string) *room {
	t.Helper()
	r := &room{dir: filepath.Join(t.TempDir(), "journal")}
	r.put(t, entryPath, entryText)
	r.put(t, "contacts.toml", contactsText)
	now := func() time.Time { return time.Date(2026, 11, 24, 10, 0, 0, 0, time.FixedZone("", 3600)) }
	random := rand.NewChaCha8([32]byte{1})
	s, err := store.Open(r.dir, store.Options{Slug: true, Random: random, Now: now, FS: fs})
	if err != nil {
		t.Fatal(err)
	}
	r.desk = desk.New(desk.Options{Store: s, Now: now, Random: random})
	r.Outbox = New(Options{Desk: r.desk, Command: command, Names: true})
	return r
}

func (r *room) put(t *testing.T, path, text string) {
	t.Helper()
	name := filepath.Join(r.dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func (r *room) entry(t *testing.T) *journal.Entry {
	t.Helper()
	f, err := r.desk.Open(entryPath)
	if err != nil {
		t.Fatal(err)
	}
	return &f.Entry
}

func (r *room) message(t *testing.T, m Mailing) Message {
	t.Helper()
	out, err := r.Message(r.entry(t), m)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
