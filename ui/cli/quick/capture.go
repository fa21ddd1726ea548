package quick

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"bounceback/journal"
	"bounceback/journal/capture"
	"bounceback/journal/desk"
	"bounceback/ui/config"
)

// Capture keeps a text as a new mistake and prints its id. With last false it leaves a text with a time that natural can't
// read to somebody who reads more: then done is false and nothing has happened.
func Capture(e Env, r Request, text string, natural capture.Natural, last bool) (code int, done bool) {
	if strings.TrimSpace(text) == "" {
		e.Say("nothing was kept, because there were no words\na few are enough, like: bounceback oops sent the wrong file")
		return Failed, true
	}
	conf, confErr := e.Settings(r.Flags)
	l := r.line(e, text, conf.Capture.Tokens, natural)
	if len(l.Unread) > 0 && !last {
		return 0, false
	}
	if confErr != nil {
		e.Say("%v", confErr)
	}
	d, err := e.Desk(r.Flags, conf)
	if err != nil {
		giveBack(e, text, err)
		return Failed, true
	}
	f, err := d.Capture(l)
	if err != nil {
		keepDraft(e, d, text, err)
		return Failed, true
	}
	fmt.Fprintln(e.Stdout, f.Entry.ID)
	return r.look(e, d, conf, l, confErr, f.Entry.ID), true
}

// look tells what is worth a look about a mistake that is kept.
func (r Request) look(e Env, d *desk.Desk, conf config.Config, l capture.Line, confErr error, id string) int {
	code := Done
	if confErr != nil {
		code = NeedsLook
		e.Say("kept all the same, in %s", d.Dir())
	}
	for _, words := range l.Unread {
		code = NeedsLook
		e.Say("%q is not a time that can be read; your mistake is kept, dated now\nchange it with: bounceback edit %s", words, id)
	}
	for _, word := range l.Unrated {
		code = NeedsLook
		e.Say("%q is none of blip, slip, stumble, blunder, doozy; it is kept in the title", word)
	}
	if code == Done {
		e.Note("Kept. When you are ready, bounceback goes on from here.")
	}
	return code
}

func severity(word string) journal.Severity { return journal.Severity(strings.ToLower(word)) }

// line reads the text, and the options as if they were tokens at the end of it: what can't be read stays in the title.
func (r Request) line(e Env, text string, tokens bool, natural capture.Natural) capture.Line {
	now := e.Now()
	l := capture.Line{}
	if tokens {
		l = capture.Parse(text, now, natural)
	} else {
		first, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
		l.Title, l.What = strings.TrimSpace(first), strings.TrimLeft(rest, "\r\n")
	}
	for _, t := range r.Tags {
		if t != "" && !journal.Same(l.Tags, t) {
			l.Tags = append(l.Tags, t)
		}
	}
	for _, p := range r.People {
		if p != "" && !journal.Same(l.People, p) {
			l.People = append(l.People, p)
		}
	}
	if s := severity(r.Severity); s.Rank() > 0 {
		l.Severity = s
	} else if r.Severity != "" {
		l.Title += " sev:" + r.Severity
		l.Unrated = append(l.Unrated, r.Severity)
	}
	if r.When != "" {
		if m, err := natural(r.When, now); err == nil && !m.IsZero() {
			l.When = m
		} else {
			l.Title += " when:" + r.When
			l.Unread = append(l.Unread, r.When)
		}
	}
	return l
}

// keepDraft puts a text that could not be saved where the screen offers it again, after any that waits there already.
func keepDraft(e Env, d *desk.Desk, text string, cause error) {
	line := d.CaptureLine()
	old, err := line.Load()
	if err == nil {
		line.Take()
		if old = strings.TrimRight(old, "\n"); old != "" {
			old += "\n"
		}
		err = line.Keep(old + text)
	}
	if err != nil {
		giveBack(e, text, cause)
		return
	}
	e.Say("%v\nyour text is safe in %s", cause, line.Path())
}

// giveBack returns a text that could be written nowhere.
func giveBack(e Env, text string, cause error) {
	e.Say("%v\nnothing could be written; here is your text, to be copied:\n%s", cause, strings.TrimRight(text, "\n"))
}

// Ask asks for one line on the terminal. ok is false when there is none: nothing was typed, or stop was closed meanwhile.
func Ask(e Env, question string, stop <-chan struct{}) (line string, ok bool, err error) {
	fmt.Fprint(e.Stderr, question)
	type answer struct {
		line string
		err  error
	}
	got := make(chan answer, 1)
	go func() {
		line, err := readLine(e)
		got <- answer{line, err}
	}()
	select {
	case a := <-got:
		if a.err != nil || strings.TrimSpace(a.line) == "" {
			return "", false, a.err
		}
		return a.line, true, nil
	case <-stop:
		fmt.Fprintln(e.Stderr)
		return "", false, nil
	}
}

// readLine reads up to the end of a line and not a byte further.
func readLine(e Env) (string, error) {
	var line []byte
	var b [1]byte
	for {
		n, err := e.Stdin.Read(b[:])
		if n > 0 && b[0] == '\n' {
			return strings.TrimSuffix(string(line), "\r"), nil
		}
		line = append(line, b[:n]...)
		switch {
		case err == nil:
		case len(line) > 0 || errors.Is(err, io.EOF):
			fmt.Fprintln(e.Stderr)
			return string(line), nil
		default:
			return "", fmt.Errorf("reading your line: %w", err)
		}
	}
}
