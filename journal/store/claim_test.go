package store

import (
	"os"
	"path/filepath"
	"testing"
)

func TestClaim(t *testing.T) {
	dir := t.TempDir()
	mine, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	other, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if other.Claimed("ab23cd") {
		t.Error("claimed by nobody")
	}
	release, err := mine.Claim("ab23cd")
	if err != nil {
		t.Fatal(err)
	}
	other.SweepClaims()
	if !other.Claimed("ab23cd") || other.Claimed("zz23cd") {
		t.Error("the claim is not known to others")
	}
	release()
	if other.Claimed("ab23cd") {
		t.Error("still claimed after the release")
	}
	left := filepath.Join(dir, claimPrefix+"xy23cd") // of a program that was killed
	if err := os.WriteFile(left, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	other.SweepClaims()
	if _, err := os.Stat(left); err == nil {
		t.Error("what a killed program left is still there")
	}
}
