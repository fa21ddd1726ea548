package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes this test binary act as the program when a story calls it by one of these names, so that what runs is the
// real main with all that is linked into it.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"bounceback": main, "oops": main})
}

// TestStories runs what a person does in the shell. Each story has its own home, empty but for the story's files.
func TestStories(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("ui", "cli", "testdata", "script"),
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			home := filepath.Join(env.WorkDir, "home")
			for _, v := range []string{"HOME=" + home, "USERPROFILE=" + home, "LOCALAPPDATA=" + home, "XDG_DATA_HOME=", "XDG_CONFIG_HOME=",
				"BOUNCEBACK_DIR=" + filepath.Join(env.WorkDir, "journal"), "BOUNCEBACK_CONFIG=", "LC_ALL=", "LC_CTYPE=", "LANG=C.UTF-8",
				"TERM=xterm", "TZ=UTC", "VISUAL=", "EDITOR="} {
				name, value, _ := strings.Cut(v, "=")
				env.Setenv(name, value)
			}
			return os.Mkdir(home, 0o700)
		},
		Condition: func(cond string) (bool, error) {
			return cond == "root" && os.Getuid() == 0, nil // the system's own user may write where modes forbid it
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"close": closeUp, "only": only, "same": same,
		},
	})
}

// closeUp takes away what the others may do with a folder: stories' files are open to all.
func closeUp(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(name string, e os.DirEntry, err error) error {
		mode := os.FileMode(0o600)
		if err == nil && e.IsDir() {
			mode = 0o700
		}
		if err != nil || e.Type()&os.ModeSymlink != 0 {
			return err
		}
		return os.Chmod(name, mode)
	}))
}

// only sets a variable to the one file that fits a pattern: only VAR PATTERN.
func only(ts *testscript.TestScript, _ bool, args []string) {
	found, err := filepath.Glob(ts.MkAbs(args[1]))
	ts.Check(err)
	if len(found) != 1 {
		ts.Fatalf("%d files fit %s: %q", len(found), args[1], found)
	}
	ts.Setenv(args[0], found[0])
}

// same fails unless the last standard output is, byte for byte, the argument and a line's end.
func same(ts *testscript.TestScript, _ bool, args []string) {
	if got, want := ts.ReadFile("stdout"), strings.Join(args, " ")+"\n"; got != want {
		ts.Fatalf("got %q, want %q", got, want)
	}
}
