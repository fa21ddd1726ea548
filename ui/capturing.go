package ui

import (
	"errors"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal/capture"
	"bounceback/journal/desk"
	"bounceback/journal/shelf"
	"bounceback/journal/when"
)

// The captured line, from enter to the disk, and its draft.

func (a *App) captureCmd(text string) tea.Cmd {
	if a.capturing != "" {
		return nil // enter was pressed twice
	}
	a.capturing = text
	d, forget, now, tokens, natural := a.desk, a.line.Keeping(""), a.opt.Now(), a.opt.Config.Capture.Tokens, a.opt.Natural
	return func() tea.Msg {
		l := capture.Line{Title: text}
		if tokens {
			l = capture.Parse(text, now, func(s string, now time.Time) (when.Moment, error) { return natural(s, now, false) })
		}
		f, err := d.Capture(l)
		if err == nil {
			err = forget()
		}
		return capturedMsg{line: text, file: f, unread: l.Unread, unrated: l.Unrated, err: err}
	}
}

func (a *App) captured(msg capturedMsg) tea.Cmd {
	a.capturing = ""
	if msg.file.Path == "" {
		a.quitting, a.overlay = false, captureOverlay
		a.capture.Failed("Not saved: " + reason(msg.err) + ". Your line is still here.")
		return nil
	}
	first := a.shelf.Len() == 0 && !a.loading
	more := strings.TrimSpace(strings.TrimPrefix(a.capture.Text(), msg.line)) // typed while the disk was slow
	a.capture.SetText(more)
	if a.overlay == captureOverlay {
		a.overlay = noOverlay
	}
	if a.quitting {
		return a.quit()
	}
	a.follower.Saw(msg.file)
	a.wanted = msg.file.Path
	a.note = "Kept. It is out of your head now."
	switch {
	case len(msg.unread) > 0:
		a.note = "Kept. “" + msg.unread[0] + "” isn’t a time I can read, so it stands in the title."
	case len(msg.unrated) > 0:
		a.note = "Kept. “" + msg.unrated[0] + "” isn’t a severity I know, so it stands in the title."
	case first || a.pane == timelinePane && !a.inGuide && !a.inReading:
		a.note = "Kept. " + a.keys.open.Help().Key + " goes on with it, now or another day."
	}
	return tea.Batch(a.put([]shelf.Card{desk.Card(msg.file)}, nil), a.keepCaptureCmd())
}

// lineDueMsg says that the line that is being captured should be in drafts.
type lineDueMsg struct{}

// keepLineSoon keeps the line while it is being typed, as the guide does with its texts.
func (a *App) keepLineSoon() tea.Cmd {
	if a.lineTimer {
		return nil
	}
	a.lineTimer = true
	return a.tick(saveAfter, func(time.Time) tea.Msg { return lineDueMsg{} })
}

func (a *App) lineDue() tea.Cmd {
	a.lineTimer = false
	if a.capturing != "" || a.overlay != captureOverlay {
		return nil // saved, or kept already
	}
	return a.keepCaptureCmd()
}

func (a *App) keepCaptureCmd() tea.Cmd {
	keep := a.line.Keeping(a.capture.Text())
	return func() tea.Msg { return keptMsg{err: keep()} }
}

// leaveCapture closes the field, and says where its line is once it is there.
func (a *App) leaveCapture() tea.Cmd {
	a.overlay = noOverlay
	keep, begun := a.line.Keeping(a.capture.Text()), strings.TrimSpace(a.capture.Text()) != ""
	return func() tea.Msg { return keptMsg{err: keep(), begun: begun} }
}

// keptMsg says whether drafts could be written.
type keptMsg struct {
	err   error
	begun bool // the field was left with a line in it
}

func (a *App) kept(msg keptMsg) tea.Cmd {
	a.draftTrouble = ""
	switch {
	case msg.err != nil:
		a.draftTrouble = noDrafts(msg.err)
	case msg.begun && a.overlay == noOverlay:
		a.note = "Your line is kept. " + a.keys.capture.Help().Key + " goes on with it."
	}
	return nil
}

// noDrafts says what is only in memory, and why.
func noDrafts(err error) string {
	return "Only in memory, because drafts can’t be written: " + reason(err) + "."
}

// draftCmd looks for what an earlier session left.
func (a *App) draftCmd() tea.Cmd {
	d, l := a.desk, a.line
	return func() tea.Msg {
		line, err := l.Load()
		left, lerr := d.Leftovers()
		rescued, rerr := d.Rescued()
		return draftsMsg{capture: line, leftovers: left, rescued: rescued, read: err == nil, err: errors.Join(err, lerr, rerr)}
	}
}

func (a *App) foundDrafts(msg draftsMsg) {
	if msg.read {
		a.line.Take() // its words are in the field from here on
	}
	a.rescued = msg.rescued
	switch {
	case msg.err != nil:
		a.note = "Some drafts can’t be read: " + reason(msg.err) + "."
	case len(msg.leftovers) > len(msg.rescued):
		a.note = "There is text from last time in drafts; “bounceback doctor” explains."
	case strings.TrimSpace(msg.capture) != "" && a.overlay == noOverlay:
		a.note = "A line you began is still here: " + a.keys.capture.Help().Key + " goes on with it."
	}
	if typed := a.capture.Text(); typed == "" {
		a.capture.SetText(msg.capture)
	} else if msg.capture != "" { // typed before the disk answered
		a.capture.SetText(msg.capture + " " + typed)
	}
}
