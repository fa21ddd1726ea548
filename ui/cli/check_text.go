package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"

	"bounceback/ui/theme"
)

// The rule of this file: a text to check is read once, held in memory and written nowhere.

const (
	// maxChecked is how many bytes a text may have. A long letter has a hundredth of it; the wrong file has more.
	maxChecked = 1 << 20

	stdinName = "<stdin>"

	byteOrderMark = "\ufeff"
)

// textToCheck reads a file, or standard input for "-" or when there is no file and something is piped in. name is how messages
// call it.
func (p *program) textToCheck(ctx context.Context, file string) (name, text string, err error) {
	if file != "" && file != "-" {
		text, err = readText(ctx, file, func() (io.ReadCloser, error) { return openText(file) })
		return file, text, err
	}
	if p.Env.InTTY {
		if file == "" {
			return "", "", usageError{"there is no text: name the file that has it, or - to write it here"}
		}
		end := "ctrl+d"
		if p.GOOS == "windows" {
			end = "ctrl+z and enter"
		}
		p.Env.Note("Write or paste the text; " + end + " on a line of its own ends it.")
	}
	text, err = readText(ctx, stdinName, func() (io.ReadCloser, error) { return io.NopCloser(p.Env.Stdin), nil })
	return stdinName, text, err
}

func openText(file string) (io.ReadCloser, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, errFolder
	}
	return f, nil
}

var errFolder = errors.New("it is a folder")

// readText opens and reads a text, and stops waiting for it when ctx ends: a pipe may have nobody at its other end.
func readText(ctx context.Context, name string, open func() (io.ReadCloser, error)) (string, error) {
	type result struct {
		data []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		f, err := open()
		if err != nil {
			done <- result{nil, err}
			return
		}
		defer f.Close()
		data, err := io.ReadAll(io.LimitReader(f, maxChecked+1))
		done <- result{data, err}
	}()
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case r := <-done:
		if r.err != nil {
			return "", unreadable(name, r.err)
		}
		return string(r.data), notText(name, string(r.data))
	}
}

func unreadable(name string, err error) error {
	var perr *fs.PathError
	if errors.As(err, &perr) {
		err = perr.Err
	}
	switch name = theme.Clean(name); {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no such file\nname the file that has the text, or leave it out and pipe the text in", name)
	case errors.Is(err, errFolder):
		return fmt.Errorf("%s: %w\nname the file in it that has the text", name, err)
	}
	return fmt.Errorf("%s: the text can't be read: %w", name, err)
}

// notText says where a text stops being one, and what to do about it.
func notText(name, text string) error {
	name = theme.Clean(name)
	if len(text) > maxChecked {
		return fmt.Errorf("%s: it has more than 1 MiB, and texts are shorter\nput the part that you mean into a file of its own", name)
	}
	at := strings.IndexByte(text, 0)
	if !utf8.ValidString(text) {
		for i, r := range text {
			if _, n := utf8.DecodeRuneInString(text[i:]); r == utf8.RuneError && n == 1 {
				if at < 0 || i < at {
					at = i
				}
				break
			}
		}
	}
	if at < 0 {
		return nil
	}
	line, column := newRuler(text[:at], markOf(text)).place(at)
	return fmt.Errorf("%s:%d:%d: this isn't plain text in UTF-8\nsave it as UTF-8 in your editor", name, line, column)
}

// markOf is how many bytes the mark takes that some editors put in front of a text.
func markOf(text string) int {
	if strings.HasPrefix(text, byteOrderMark) {
		return len(byteOrderMark)
	}
	return 0
}
