package quick

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestInitComesFirst builds the program and reads the order in which its packages are initialized.
func TestInitComesFirst(t *testing.T) {
	bin := filepath.Join(t.TempDir(), "bounceback")
	if runtime.GOOS == "windows" {
		bin += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", bin, "bounceback").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	trace := func(args ...string) string {
		cmd := exec.Command(bin, args...)
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1", "BOUNCEBACK_DIR="+filepath.Join(t.TempDir(), "journal"), "BOUNCEBACK_CONFIG=")
		var stderr strings.Builder
		cmd.Stderr = &stderr
		if err := cmd.Run(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, stderr.String())
		}
		return stderr.String()
	}
	heavy := []string{"init github.com/alecthomas/chroma", "init charm.land/glamour", "init regexp ", "init github.com/olebedev/"}

	// The whole program initializes all of them: otherwise this test would look for names that are no more.
	whole := trace("list")
	for _, h := range heavy {
		if !strings.Contains(whole, h) {
			t.Errorf("list: no %q in the trace", h)
		}
	}
	for _, args := range [][]string{{"capture", "sent the wrong price"}, {"--dir", t.TempDir(), "oops", "hm"}, {"due", "--prompt"}} {
		quick := trace(args...)
		if !strings.Contains(quick, "init bounceback/journal/store ") {
			t.Errorf("%v: the trace does not even have the store:\n%s", args, quick)
		}
		for _, h := range heavy {
			if strings.Contains(quick, h) {
				t.Errorf("%v: %q comes before package quick", args, h)
			}
		}
		// The configuration knows the names of the coach's rules, so they are linked here. They are made when asked for.
		if strings.Contains(quick, "init bounceback/journal/coach ") {
			t.Errorf("%v: the coach's rules are made before anybody asks for them", args)
		}
	}
}
