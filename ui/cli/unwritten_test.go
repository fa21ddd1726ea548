package cli

import (
	"context"
	"errors"
	"strings"
	"testing"

	"bounceback/ui/cli/quick"
)

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// TestAResultThatIsNotWritten: whoever sends a letter only when the check was fine must not take silence for that.
func TestAResultThatIsNotWritten(t *testing.T) {
	for _, args := range []string{"check apology", "check --rules", "check --explain passive", "list"} {
		p := newShell(t, "We regret any inconvenience.")
		p.Env.Stdout = full{}
		p.Args = append([]string{"bounceback"}, strings.Fields(args)...)
		if code := Run(context.Background(), p.Options); code != quick.Failed || !strings.Contains(p.err.String(), "no space left") {
			t.Errorf("%s: exit %d, %q", args, code, p.err)
		}
	}
}

func TestAFileWithoutAName(t *testing.T) {
	p := newShell(t, "I lied.")
	p.Args = []string{"bounceback", "check", "apology", ""}
	if code := Run(context.Background(), p.Options); code != quick.Failed || !strings.Contains(p.err.String(), "empty") {
		t.Errorf("exit %d, %q", code, p.err)
	}
}
