package ui

import (
	"errors"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal/query"
	"bounceback/journal/shelf"
)

// Reading the journal piece by piece, and working out what the lists show of it.

// batch is a piece of the journal while it is being read; the last one carries how it ended.
type batch struct {
	cards []shelf.Card
	last  bool
	err   error
	taken func() // says that it is in the lists; what is read after the first one waits for that
}

// headStart is how long reading waits for the first screen to be drawn: two frames at 120 a second. Only a journal of more than
// a screenful has that much more to read.
const (
	headStart = 17 * time.Millisecond
	screenful = 20
)

// loadCmd starts reading the journal; the pieces come one after the other. What follows the first one waits until that is in
// the lists: reading on at once would take the processor from it, and the first screen would be 10 ms late.
func (a *App) loadCmd() tea.Cmd {
	a.batches = make(chan batch, 2)
	ch, f, ctx := a.batches, a.follower, a.ctx
	go func() {
		defer close(ch)
		send := func(b batch) bool {
			select {
			case ch <- b:
				return true
			case <-ctx.Done():
				return false
			}
		}
		shown, started := make(chan struct{}), false
		taken := sync.OnceFunc(func() { close(shown) })
		err := f.Load(ctx, func(cards []shelf.Card) bool {
			if !send(batch{cards: cards, taken: taken}) {
				return false
			}
			select {
			case <-shown: // and it stays so
			case <-ctx.Done():
				return false
			}
			if !started && len(cards) >= screenful {
				time.Sleep(headStart)
			}
			started = true
			return true
		})
		send(batch{last: true, err: err, taken: taken})
	}()
	return a.nextBatch()
}

func (a *App) nextBatch() tea.Cmd {
	ch := a.batches
	return func() tea.Msg {
		if b, ok := <-ch; ok {
			return batchMsg(b)
		}
		return nil
	}
}

func (a *App) loaded(msg batchMsg) tea.Cmd {
	a.shelf = a.shelf.With(msg.cards, nil)
	defer msg.taken()
	if !msg.last {
		return tea.Batch(a.viewCmd(), a.nextBatch())
	}
	a.loading = false
	if msg.err != nil && !errors.Is(msg.err, a.ctx.Err()) {
		a.trouble = "The journal could not be read whole: " + msg.err.Error()
	}
	return a.viewCmd()
}

// viewAtOnce is how many cards are filtered and sorted at once: so few take less time than a message there and back.
const viewAtOnce = 256

// viewCmd works out what the lists show.
func (a *App) viewCmd() tea.Cmd {
	a.viewRev++
	rev, s, text, o, now := a.viewRev, a.shelf, a.query, a.order, a.opt.Now()
	view := func() viewMsg {
		match := func(*shelf.Card) bool { return true }
		if q := query.Parse(text); !q.Empty() {
			match = func(c *shelf.Card) bool { return q.Match(c, now) }
		}
		return viewMsg{rev: rev, query: text, cards: s.View(o, match), lessons: s.Lessons(), waiting: s.Waiting(now), owing: s.Owing()}
	}
	if s.Len() <= viewAtOnce {
		return a.viewed(view())
	}
	return func() tea.Msg { return view() }
}

func (a *App) viewed(msg viewMsg) tea.Cmd {
	if msg.rev != a.viewRev {
		return nil
	}
	a.timeline.SetCards(msg.cards, a.shelf.Len(), msg.query, a.loading)
	a.lessons.SetCards(msg.lessons)
	a.next.SetWaiting(msg.waiting)
	a.amends.SetOwing(msg.owing)
	a.waits = len(msg.waiting) > 0
	if a.wanted != "" && a.timeline.SelectPath(a.wanted) {
		a.wanted = ""
	}
	return a.wants()
}

// put takes new cards into the shelf.
func (a *App) put(cards []shelf.Card, gone []string) tea.Cmd {
	a.shelf = a.shelf.With(cards, gone)
	return a.viewCmd()
}
