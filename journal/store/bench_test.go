package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"bounceback/journal"
)

// ordinary is an entry of the size that most have: a few paragraphs, some lists.
func ordinary(n int) journal.Entry {
	at := time.Date(2026, 11, 12, 9, 0, 0, 0, time.UTC).Add(-time.Duration(n) * 7 * time.Hour)
	id, _ := journal.NewID(rand.NewChaCha8([32]byte{byte(n), byte(n >> 8), byte(n >> 16)}))
	e := journal.New(id, fmt.Sprintf("Sent the wrong price to customer %d", n), at)
	e.Severity = journal.Severities()[n%5]
	e.Tags, e.People = []string{"haste", fmt.Sprint("tag", n%40)}, []string{"Dana"}
	e.What = strings.Repeat("It was the end of a long day and I wanted it off my list. ", 6)
	e.Own.Status, e.Own.Did = journal.Done, strings.Repeat("I ran it without a second look. ", 6)
	e.Fix.Repaired = strings.Repeat("I rolled back and wrote to everybody. ", 6)
	e.Fix.Actions = []journal.Action{{Do: "Ask a second person", Kind: journal.Prevent}}
	e.Learn.Takeaway = "Two people look at every price."
	e.Feel(7, at)
	return e
}

// generate fills a journal with n ordinary entries, without waiting for the disk.
func generate(b *testing.B, n int) *Store {
	b.Helper()
	s := open(b, Options{})
	for i := range n {
		e := ordinary(i)
		put(b, s, entryPath(&e, true), Encode(e))
	}
	return s
}

func BenchmarkCreate(b *testing.B) {
	s := open(b, Options{Slug: true})
	for b.Loop() {
		e := ordinary(1)
		e.ID = ""
		if _, err := s.Create(e); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSave(b *testing.B) {
	for _, n := range []int{100, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := generate(b, n)
			names, _ := s.Names()
			f := load(b, s, names[0].Path)
			i := 0
			for b.Loop() {
				i++
				want := f.Entry.Clone()
				want.What = fmt.Sprint("text ", i)
				var err error
				if f, err = s.Save(f, want); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	s := generate(b, 1)
	names, _ := s.Names()
	for b.Loop() {
		load(b, s, names[0].Path)
	}
}

func BenchmarkNames(b *testing.B) {
	for _, n := range []int{100, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := generate(b, n)
			for b.Loop() {
				if names, err := s.Names(); err != nil || len(names) != n {
					b.Fatal(len(names), err)
				}
			}
		})
	}
}

func BenchmarkScan(b *testing.B) {
	for _, n := range []int{100, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := generate(b, n)
			names, _ := s.Names()
			for b.Loop() {
				if err := s.Scan(context.Background(), names, 2, 200, func([]Scanned) bool { return true }); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkSplice is the splice alone, without its proof, of a file with every key.
func BenchmarkSplice(b *testing.B) {
	d := mustDecode(b, fullText(b))
	want := d.Entry.Clone()
	want.What += " more"
	want.Fix.Actions[0], want.Fix.Actions[1] = want.Fix.Actions[1], want.Fix.Actions[0]
	for b.Loop() {
		if _, _, err := splice(d, &want); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkChange is the splice with its proof.
func BenchmarkChange(b *testing.B) {
	d := mustDecode(b, fullText(b))
	want := d.Entry.Clone()
	want.What += " more"
	for b.Loop() {
		if _, err := change(d, &want); err != nil {
			b.Fatal(err)
		}
	}
}
