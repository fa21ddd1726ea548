//go:build !unix

package outbox

import "os/exec"

// detach does nothing where there are no sessions.
func detach(*exec.Cmd) {}
