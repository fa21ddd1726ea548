package quick

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bounceback/journal"
	"bounceback/journal/when"
)

// BenchmarkCapture is a capture without the start of the process: mostly the disk's three syncs.
func BenchmarkCapture(b *testing.B) {
	for b.Loop() {
		p := newPlace(b, "")
		if _, code, done := run(p.Env, []string{"oops", "sent", "the", "wrong", "price", "+sales"}); !done || code != Done {
			b.Fatal(p.err)
		}
	}
}

// BenchmarkDuePrompt reads a whole journal for one figure.
func BenchmarkDuePrompt(b *testing.B) {
	for _, n := range []int{100, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := newPlace(b, "")
			fill(b, p.dir, n)
			for b.Loop() {
				p.out.Reset()
				if code := DuePrompt(p.Env, Flags{}); code != Done || p.out.String() != fmt.Sprintln("waits", n/10) {
					b.Fatalf("code %d, printed %q", code, p.out)
				}
			}
		})
	}
}

// fill makes a journal of n mistakes, of which every tenth waits.
func fill(b *testing.B, dir string, n int) {
	b.Helper()
	now := newPlace(b, "").Now()
	for i := range n {
		id := strings.NewReplacer("0", "x", "1", "y").Replace(fmt.Sprintf("m%09d", i))
		day := when.DayOf(now).AddDays(-i / 4)
		text := fmt.Sprintf("schema = 1\nid = %q\ntitle = \"Mistake %d\"\nhappened = %s\ncaptured = %[3]s\n", id, i, day)
		if i%10 == 0 {
			text += "\n[own]\nstatus = \"doing\"\n"
		}
		if !journal.ValidID(id) {
			b.Fatal(id)
		}
		name := filepath.Join(dir, "entries", fmt.Sprint(day.Year), fmt.Sprintf("%s-mistake.%s.toml", day, id))
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
	}
}
