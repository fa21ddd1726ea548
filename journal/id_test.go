package journal_test

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"bounceback/journal"
)

// Every letter comes about as often as any other: bytes that would favor the first ones are left out.
func TestNewIDIsEven(t *testing.T) {
	const draws = 31_000
	random := rand.NewChaCha8([32]byte{1})
	counts := map[rune]int{}
	for range draws / journal.IDLength {
		id, err := journal.NewID(random)
		if err != nil || !journal.ValidID(id) {
			t.Fatalf("NewID gives %q, %v", id, err)
		}
		for _, r := range id {
			counts[r]++
		}
	}
	if len(counts) != len(journal.IDAlphabet) {
		t.Errorf("%d letters came, want %d", len(counts), len(journal.IDAlphabet))
	}
	for r, n := range counts { // 1000 expected, with a standard deviation of 31
		if n < 850 || n > 1150 {
			t.Errorf("%q came %d times of %d", r, n, draws)
		}
	}
}

func TestNewIDFromBytes(t *testing.T) {
	for _, c := range []struct {
		name  string
		bytes []byte
		id    string
		err   error
	}{
		{"zeros", make([]byte, 20), "2222222222", nil},
		{"around the alphabet", append([]byte{30, 31, 32, 247, 0, 1, 2, 3, 4, 5}, make([]byte, 10)...), "z23z234567", nil},
		{"too large ones are left out", append(bytes.Repeat([]byte{248, 255}, 10), make([]byte, 20)...), "2222222222", nil},
		{"too few", make([]byte, 19), "", io.ErrUnexpectedEOF},
		{"too few after those left out", bytes.Repeat([]byte{255}, 20), "", io.EOF},
	} {
		id, err := journal.NewID(bytes.NewReader(c.bytes))
		if id != c.id || !errors.Is(err, c.err) {
			t.Errorf("%s: %q, %v, want %q, %v", c.name, id, err, c.id, c.err)
		}
	}
}

func TestValidID(t *testing.T) {
	for _, c := range []struct {
		s             string
		valid, prefix bool
	}{
		{"k7h3m9xq2t", true, true},
		{"k7h3m9xq2", false, true},
		{"", false, true},
		{"k7h3m9xq2tt", false, false},
		{"K7h3m9xq2t", false, false},
		{"k7h3m9xq2o", false, false},
		{"k7h3m-xq2t", false, false},
		{"k1", false, false},
		{"é", false, false},
	} {
		if journal.ValidID(c.s) != c.valid || journal.IDPrefix(c.s) != c.prefix {
			t.Errorf("%q: valid %v, prefix %v", c.s, journal.ValidID(c.s), journal.IDPrefix(c.s))
		}
	}
	if strings.ContainsAny(journal.IDAlphabet, "01oil") || len(journal.IDAlphabet) != 31 {
		t.Errorf("the alphabet %q has letters that look alike", journal.IDAlphabet)
	}
}
