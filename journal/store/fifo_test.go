//go:build unix

package store

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe would keep its reader waiting for ever.
func TestPipesAreNotOpened(t *testing.T) {
	s := open(t, Options{})
	if err := os.MkdirAll(filepath.Dir(s.full(onePath)), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(s.full(onePath), 0o600); err != nil {
		t.Fatal(err)
	}
	var b *BrokenError
	if _, err := s.Load(onePath); !errors.As(err, &b) {
		t.Errorf("got %v", err)
	}
	if names, err := s.Names(); len(names) != 0 || err != nil {
		t.Errorf("names %v, %v", names, err)
	}
}
