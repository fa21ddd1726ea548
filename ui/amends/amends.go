// Package amends is whom one still owes something, over all mistakes: a report that was not sent, an apology that was not
// said, a promise that is not kept.
//
// Goals: by person, since that is how one meets them; the next step for each in one key. Non-goals: deciding what is owed
// (journal), sending it (ui/share), reminding of it.
package amends

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"bounceback/journal"
	"bounceback/journal/shelf"
	"bounceback/journal/when"
	"bounceback/ui/ask"
	"bounceback/ui/config"
	"bounceback/ui/keys"
	"bounceback/ui/mouse"
	"bounceback/ui/page"
	"bounceback/ui/rows"
	"bounceback/ui/sheet"
	"bounceback/ui/theme"
)

const (
	widest     = 100 // cells of a row
	wideFrom   = 110 // from this width on, what is owed is shown beside the list
	wheelLines = 2
)

// Options are what the pane is made of.
type Options struct {
	Theme *theme.Theme
	Keys  config.Keys
	Now   func() time.Time
}

// Model is the pane. Create it with New.
type Model struct {
	opt                 Options
	list                keys.List
	amended, undo, read key.Binding

	w, h  int
	rows  *rows.Model
	items []shelf.Owing
	ids   []string
	back  []ask.Change    // what takes back what was done here, the latest last
	doing map[string]bool // rows that are being noted as done

	whole   map[string]*whole // entries that were asked for, by their path
	sheet   sheet.Model
	shownID string // of what the sheet shows
	renders sheet.Renders
}

// New returns an empty pane.
func New(o Options) *Model {
	b := func(action string) key.Binding { return keys.Bind(o.Keys.Binding(action)) }
	return &Model{opt: o, list: keys.NewList(o.Keys), amended: b("amended"), undo: b("amends_undo"), read: b("amends_read"), rows: rows.New(), whole: map[string]*whole{}, doing: map[string]bool{}}
}

// SetTheme changes the looks.
func (m *Model) SetTheme(t *theme.Theme) {
	m.opt.Theme = t
	m.renders.Restyle()
	m.show()
}

// SetSize sets the size in cells, frame and all.
func (m *Model) SetSize(w, h int) {
	m.w, m.h = max(w, 0), max(h, 0)
	list, text := m.split()
	m.rows.SetSize(max(list-2, 0), max(m.h-2, 0))
	m.sheet.SetSize(max(min(text-4, widestText), 0), max(m.h-2, 0))
	m.show()
}

// split is how wide the list and what is owed are; without a place for the second it is 0.
func (m *Model) split() (list, text int) {
	if m.w < wideFrom || len(m.items) == 0 {
		return m.w, 0
	}
	list = min(max(m.w*2/5, 44), 64)
	return list, m.w - list
}

// SetOwing shows what is owed, in its order. The selection stays with what is selected.
func (m *Model) SetOwing(items []shelf.Owing) {
	m.items = items
	m.ids = make([]string, len(items))
	seen := map[string]int{}
	for i, it := range items {
		id := fmt.Sprintf("%s\x00%d\x00%s\x00%s", it.Card.Path, it.Owe.Kind, it.Owe.To, it.Owe.Text)
		m.ids[i] = fmt.Sprintf("%s\x00%d", id, seen[id])
		seen[id]++
	}
	m.rows.SetList(rows.List{
		Count: len(items), ID: func(i int) string { return m.ids[i] }, Row: m.row, RowHeight: 2,
		Heading: func(i int) bool { return i == 0 || shelf.Fold(items[i].Owe.To) != shelf.Fold(items[i-1].Owe.To) },
		Head: func(i, w int) string {
			return " " + m.opt.Theme.Accent.Render(m.opt.Theme.Cut(name(items[i].Owe.To), w-1))
		},
	})
	m.SetSize(m.w, m.h)
}

func name(to string) string {
	if to = strings.TrimSpace(theme.Clean(to)); to != "" {
		return to
	}
	return "somebody without a name"
}

func (m *Model) selected() (shelf.Owing, bool) {
	if i := m.rows.Index(); i >= 0 && i < len(m.items) {
		return m.items[i], true
	}
	return shelf.Owing{}, false
}

// Writing is always false.
func (m *Model) Writing() bool { return false }

// Cursor is always nil.
func (m *Model) Cursor() *tea.Cursor { return nil }

// Bindings are the keys that do something now, the most important first.
func (m *Model) Bindings() []key.Binding {
	var out []key.Binding
	if it, ok := m.selected(); ok {
		does, done := "send it", "told"
		switch it.Owe.Kind {
		case journal.OweApology:
			does, done = "say it", "said"
		case journal.OwePromise:
			does, done = "go on", "kept"
		}
		out = append(out, keys.As(m.list.Open, does), keys.As(m.amended, done), m.read)
	}
	if len(m.back) > 0 {
		out = append(out, m.undo)
	}
	if len(m.items) > 0 {
		out = append(out, m.list.Moves()...)
	}
	return out
}

// Update takes a key or the mouse; the mouse's place is relative to the pane.
func (m *Model) Update(msg tea.Msg) (tea.Cmd, ask.Ask) {
	var a ask.Ask
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		a = m.pressed(msg)
	case tea.MouseClickMsg:
		a = m.clicked(msg)
	case tea.MouseWheelMsg:
		if list, _ := m.split(); msg.X >= list {
			m.sheet.Move(mouse.Lines(msg, wheelLines))
		} else {
			m.rows.Scroll(mouse.Lines(msg, wheelLines))
		}
	}
	m.show()
	if a == nil {
		a = m.Wants()
	}
	return nil, a
}

// clicked selects the row under the mouse, and opens the one that is selected already.
func (m *Model) clicked(msg tea.MouseClickMsg) ask.Ask {
	list, _ := m.split()
	id, ok := m.rows.At(msg.Y - 1)
	if !ok || msg.Button != tea.MouseLeft || msg.X >= list {
		return nil
	}
	if selected, _ := m.rows.Selected(); selected == id {
		return m.open()
	}
	m.rows.Select(id)
	return nil
}

func (m *Model) pressed(msg tea.KeyPressMsg) ask.Ask {
	it, ok := m.selected()
	switch {
	case m.list.Move(msg, m.rows):
	case key.Matches(msg, m.undo) && len(m.back) > 0:
		last := m.back[len(m.back)-1]
		m.back = m.back[:len(m.back)-1]
		last.Done = func(ok bool) {
			if !ok {
				m.back = append(m.back, last)
			}
		}
		return last
	case !ok:
	case key.Matches(msg, m.list.Open):
		return m.open()
	case key.Matches(msg, m.read):
		return ask.Read{Path: it.Card.Path}
	case key.Matches(msg, m.amended):
		return m.amend(it)
	}
	return nil
}

// open leads to where it is done: the report or the letter, or, for a promise, the apology that it belongs to.
func (m *Model) open() ask.Ask {
	it, ok := m.selected()
	switch {
	case !ok:
		return nil
	case it.Owe.Kind == journal.OwePromise:
		return ask.Open{Path: it.Card.Path, Step: journal.StepApologize, To: it.Owe.To}
	}
	return ask.Share{Path: it.Card.Path, Letter: it.Owe.Kind == journal.OweApology, To: it.Owe.To}
}

// amend notes it as done. The way back is there once that is saved, and takes back what was noted now and nothing older.
func (m *Model) amend(it shelf.Owing) ask.Ask {
	id, _ := m.rows.Selected()
	if m.doing[id] {
		return nil // the list is not yet told
	}
	m.doing[id] = true
	do, undo := done(it, m.opt.Now())
	do.Said += " " + m.undo.Help().Key + " takes that back."
	do.Done = func(ok bool) {
		delete(m.doing, id)
		if ok {
			m.back = append(m.back, undo)
		}
	}
	return do
}

// done is the change that notes it as done, and the one that takes that back.
func done(it shelf.Owing, now time.Time) (do, undo ask.Change) {
	o, at := it.Owe, when.At(now)
	change := func(said string, fn func(*journal.Entry) bool) ask.Change {
		return ask.Change{Path: it.Card.Path, Said: said, Do: func(e *journal.Entry) error {
			if !fn(e) {
				return errors.New("it was changed meanwhile; look at it once more")
			}
			return nil
		}}
	}
	switch o.Kind {
	case journal.OweApology:
		return change("Said to "+name(o.To)+".", func(e *journal.Entry) bool { return e.MarkSaid(o.To, o.Text, "", now) }),
			change("Not said to "+name(o.To)+" yet.", func(e *journal.Entry) bool { return e.Unsay(o.To, o.Text) })
	case journal.OwePromise:
		return change("The promise to "+name(o.To)+" is kept.", func(e *journal.Entry) bool { return e.KeepPromise(o.To, o.Text, now) }),
			change("The promise to "+name(o.To)+" is still to be kept.", func(e *journal.Entry) bool { return e.BreakPromise(o.To, o.Text, at) })
	}
	told := func(e *journal.Entry) bool {
		n := e.Notice(o.To)
		if n == nil || !n.Open() {
			return false
		}
		e.MarkSent(o.To, "", now)
		return true
	}
	return change(name(o.To)+" has been told.", told),
		change(name(o.To)+" has not been told yet.", func(e *journal.Entry) bool { return e.Unsend(o.To, at) })
}

// View draws the pane, exactly as large as it is.
func (m *Model) View() string {
	if len(m.items) == 0 {
		return m.opt.Theme.Frame("Amends", sheet.Notice(m.opt.Theme, m.w-2, m.h-2, "You owe nobody a word.",
			"Reports not sent, apologies not said and promises not kept stand here."), m.w, m.h, true)
	}
	list, text := m.split()
	left := m.opt.Theme.Frame("Amends", m.rows.View(), list, m.h, true)
	if text == 0 {
		return left
	}
	right := m.opt.Theme.Frame("Have in mind", " "+strings.ReplaceAll(m.sheet.View(), "\n", "\n "), text, m.h, false)
	return lipgloss.JoinHorizontal(lipgloss.Top, left, right)
}

// row draws one thing on two lines: what is owed with its day, and the mistake.
func (m *Model) row(i, w int, selected bool) []string {
	t, it := m.opt.Theme, m.items[i]
	w = min(w-1, widest)
	bar, first, second := " ", t.Text, t.Dim
	if selected {
		bar, first, second = t.Bar.Render(t.Glyphs.Bar), t.Selected, t.SelectedDim
	}
	at, style := m.day(it.Owe)
	if style == nil {
		style = &second
	}
	at = t.Cut(at, w/2)
	what := t.Cut(what(it.Owe), max(w-5-theme.Width(at), 0))
	gap := strings.Repeat(" ", max(w-3-theme.Width(what)-theme.Width(at), 1))
	return []string{
		bar + "  " + first.Render(what) + gap + style.Render(at),
		bar + "  " + second.Render(t.Cut(theme.Clean(it.Card.Name()), max(w-3, 0))),
	}
}

func what(o journal.Owe) string {
	switch o.Kind {
	case journal.OweApology:
		return "An apology to say"
	case journal.OwePromise:
		return theme.Clean(o.Text)
	}
	return "A report to send"
}

// day says since when or by when, with a style of its own where that day is past.
func (m *Model) day(o journal.Owe) (words string, style *lipgloss.Style) {
	t, now := m.opt.Theme, m.opt.Now()
	switch {
	case !o.Prepared.IsZero():
		return "ready " + page.Near(o.Prepared.Day(), now) + ", out?", &t.Accent
	case o.Kind == journal.OwePromise && o.Due.IsZero():
		return "without a day", nil
	case o.Kind == journal.OwePromise && o.Due.OverdueAt(now):
		return "was due " + page.Near(o.Due.Day(), now), &t.Warn
	case o.Kind == journal.OwePromise:
		return "due " + page.Near(o.Due.Day(), now), nil
	case o.Since.IsZero():
		return "", nil
	}
	return "since " + page.Near(o.Since.Day(), now), nil
}
