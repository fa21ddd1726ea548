package quick

import (
	"context"
	"fmt"
)

// DuePrompt prints a word and a number for a shell prompt: how many things wait. It prints nothing when nothing does, and
// never a title or a name. A prompt is no place for messages: what goes wrong is told by the exit code, and by every other
// command in words.
func DuePrompt(e Env, f Flags) int {
	conf, err := e.Settings(f)
	if err != nil {
		return Failed
	}
	d, err := e.Desk(f, conf)
	if err != nil {
		return Failed
	}
	all, err := d.LoadAll(context.Background())
	if err != nil {
		return Failed
	}
	if n := len(all.Waiting(e.Now())); n > 0 {
		fmt.Fprintln(e.Stdout, "waits", n)
	}
	return Done
}
