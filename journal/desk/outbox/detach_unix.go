//go:build unix

package outbox

import (
	"os/exec"
	"syscall"
)

// detach starts the command in a session of its own, without the terminal, and ends with it what it has started.
func detach(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
