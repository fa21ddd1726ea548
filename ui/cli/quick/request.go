package quick

import (
	"bounceback/journal/capture"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Request is a capture as the person wrote it in the shell.
//
// The rule of this file: text is never refused. Options count before the first word only; what is no option that is known
// and complete, is a word.
type Request struct {
	Flags
	Help     bool
	Tags     []string
	People   []string
	Severity string
	When     string
	Words    []string
	stdin    bool // "-" stands for the text
}

// ParseRequest reads the arguments that follow the command, after options that stood before it.
func ParseRequest(f Flags, args []string) Request {
	r := Request{Flags: f}
	for len(args) > 0 {
		n := r.option(args)
		if n == 0 {
			break
		}
		args = args[n:]
	}
	switch {
	case len(args) > 0 && args[0] == "--":
		r.Words = args[1:]
	case len(args) == 1 && args[0] == "-":
		r.stdin = true
	default:
		r.Words = args
	}
	return r
}

// option reads an option at the beginning of args and returns how many arguments it takes; 0 when there is none.
func (r *Request) option(args []string) int {
	if args[0] == "-h" || args[0] == "--help" {
		r.Help = true
		return 1
	}
	if n := r.Flags.take(args); n > 0 {
		return n
	}
	for name, set := range map[string]func(string){
		"--tag":      func(v string) { r.Tags = append(r.Tags, strings.TrimPrefix(v, "+")) },
		"--person":   func(v string) { r.People = append(r.People, strings.TrimPrefix(v, "@")) },
		"--severity": func(v string) { r.Severity = v },
		"--when":     func(v string) { r.When = v },
	} {
		if v, n := option(args, name); n > 0 {
			set(v)
			return n
		}
	}
	return 0
}

// Reads reports whether the text comes from standard input.
func (r Request) Reads(e Env) bool { return r.stdin || len(r.Words) == 0 && !e.InTTY }

// Asks reports whether there is no text yet and somebody to ask.
func (r Request) Asks(e Env) bool { return !r.stdin && len(r.Words) == 0 && e.InTTY }

// maxInput is how many bytes of standard input a mistake holds: half of what a file may have, since writing text as TOML
// can make it longer.
const maxInput = 4 << 20

// Text returns the words, or what standard input has.
func (r Request) Text(e Env) (string, error) {
	if !r.Reads(e) {
		return capture.Join(r.Words), nil
	}
	data, err := io.ReadAll(io.LimitReader(e.Stdin, maxInput+1))
	if err != nil {
		return "", fmt.Errorf("reading standard input: %w", err)
	}
	if len(data) > maxInput {
		return "", errors.New("standard input has more than 4 MB, and a mistake is kept as text; nothing was kept")
	}
	return strings.TrimPrefix(string(data), "\ufeff"), nil // some shells put a byte order mark in front of what they pipe
}
