package timeline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/shelf"
	"bounceback/journal/when"
	"bounceback/ui/ask"
	"bounceback/ui/config"
	"bounceback/ui/theme"
	"bounceback/ui/timeline"
)

func now() time.Time { return time.Date(2026, 11, 22, 20, 0, 0, 0, time.UTC) }

func at(month time.Month, day int) when.Moment {
	return when.At(time.Date(2026, month, day, 9, 12, 0, 0, time.UTC))
}

// entries are a doozy on its way, a mended one, a fresh one with wide characters, and one whose severity nobody knows.
func entries() []journal.Entry {
	reroute := journal.Entry{
		Title: "Rerouted production traffic into the backup network", Happened: at(11, 12), Severity: journal.Doozy, Witnessed: true,
		Tags: []string{"network", "change"}, People: []string{"Dana", "eu-west customers"}, What: "A planned change.\n\nIt went elsewhere.",
		Sting:     []journal.Sting{{Level: 9}, {Level: 7}, {Level: 5}},
		Apologies: []journal.Apology{{To: "Dana", Said: at(11, 13)}, {To: "customers", Words: "Sorry."}},
		Ledger:    []journal.Notice{{To: "Dana", Sent: at(11, 13)}, {To: "customers", Sent: at(11, 14)}, {To: "Kim", Exempt: "away"}},
	}
	reroute.Own.Status, reroute.Fix.Status, reroute.Apologize.Status = journal.Done, journal.Done, journal.Doing
	reroute.Own.Did = "\nI ran the reroute without a second pair of eyes.\nThen again."
	reroute.Fix.Actions = []journal.Action{{Do: "a", Finished: at(11, 15)}, {Do: "b"}}
	reroute.Learn.Takeaway = "Two people look at every network change."
	reroute.Learn.Cue, reroute.Learn.Plan = "I am about to change a route", "I ask for a second pair of eyes"
	cord := journal.Entry{Title: "Kicked the power cord", Happened: at(10, 21), Severity: journal.Slip}
	for _, s := range journal.Steps() {
		cord.State(s).Status = journal.Done
	}
	cord.Apologize.State = journal.State{Status: journal.Skipped, Reason: "nobody was hurt"}
	return []journal.Entry{
		reroute,
		{Title: "在错误的地方发布了错误的节目,而且声音也是错误的 🎧", Happened: when.On(at(11, 3).Day()), Severity: "hm"},
		cord,
		{Title: "Nobody said how bad", Captured: at(9, 30)},
	}
}

func cards() []*shelf.Card {
	var out []*shelf.Card
	for i, e := range entries() {
		c := shelf.NewCard(fmt.Sprintf("entries/2026/%d.toml", i), &e)
		out = append(out, &c)
	}
	broken := shelf.BrokenCard("entries/2026/2026-11-02-mail.k7h3m9xq2t.toml", 7, "expected = after a key")
	return slices.Insert(out, 2, &broken)
}

func path(i int) string { return fmt.Sprintf("entries/2026/%d.toml", i) }

// pane is a timeline of 80×24 with the cards in it.
func pane(w, h int) *timeline.Model {
	m := timeline.New(timeline.Options{Theme: theme.New(theme.Options{Dark: true}), Keys: config.Default().Keys, Now: now})
	m.SetSize(w, h)
	m.SetCards(cards(), len(cards()), "", false)
	return m
}

func press(m *timeline.Model, keys ...string) ask.Ask {
	var last ask.Ask
	for _, k := range keys {
		_, last = m.Update(keyMsg(k))
	}
	return last
}

func keyMsg(k string) tea.KeyPressMsg {
	switch k {
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "esc":
		return tea.KeyPressMsg{Code: tea.KeyEscape}
	case "down":
		return tea.KeyPressMsg{Code: tea.KeyDown}
	case "ctrl+d":
		return tea.KeyPressMsg{Code: 'd', Mod: tea.ModCtrl}
	}
	r := []rune(k)[0]
	return tea.KeyPressMsg{Code: r, Text: k}
}

func TestKeys(t *testing.T) {
	for _, tt := range []struct {
		keys string
		want ask.Ask
	}{
		{"enter", ask.Open{Path: path(0)}},
		{"v", ask.Read{Path: path(0)}},
		{"j enter", ask.Open{Path: path(1)}},
		{"j j enter", ask.Read{Path: "entries/2026/2026-11-02-mail.k7h3m9xq2t.toml"}},
		{"j j v", ask.Read{Path: "entries/2026/2026-11-02-mail.k7h3m9xq2t.toml"}},
		{"j j j enter", ask.Read{Path: path(2)}}, // mended
		{"G enter", ask.Open{Path: path(3)}},
		{"G k k k enter", ask.Open{Path: path(1)}},
		{"G g d", ask.Trash{Path: path(0)}},
		{"u", ask.Untrash{}},
		{"s", ask.Sort{}},
		{"esc", nil},
		{"x", nil},
		{"/ d", ask.Filter{Query: "d"}},
		{"/ d u", ask.Filter{Query: "du"}},
		{"/ d enter", nil},
		{"/ d enter enter", ask.Open{Path: path(0)}},
		{"/ d down enter enter", ask.Open{Path: path(1)}},
		{"/ d esc", ask.Filter{Query: ""}},
		{"/ d enter esc", ask.Filter{Query: ""}},
		{"/ esc", nil},
	} {
		m := pane(80, 24)
		if diff := cmp.Diff(describe(tt.want), describe(press(m, strings.Fields(tt.keys)...))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.keys, diff)
		}
	}
}

func TestPeekFollowsTheSelectionWhenWide(t *testing.T) {
	m := pane(50, 24)
	if a := press(m, "j"); a != nil {
		t.Errorf("asks for %v without a summary to show", a)
	}
	m.SetWide(true)
	if a := m.Wants(); a != (ask.Peek{Path: path(1)}) {
		t.Errorf("wants %v", a)
	}
	if a := m.Wants(); a != nil {
		t.Errorf("asks twice: %v", a)
	}
	if a := press(m, "k"); a != (ask.Peek{Path: path(0)}) {
		t.Errorf("after k: %v", a)
	}
	if a := press(m, "j", "j"); a != nil {
		t.Errorf("peeks into a file that can't be read: %v", a)
	}
	press(m, "g")
	m.SetCards(cards(), 5, "", false) // new cards: the entries may have changed
	if a := m.Wants(); a != (ask.Peek{Path: path(0)}) {
		t.Errorf("after a change: %v", a)
	}
}

func TestSelectionStays(t *testing.T) {
	m := pane(80, 24)
	press(m, "j")
	all := cards()
	fresh := shelf.NewCard("entries/2026/new.toml", &journal.Entry{Title: "New", Happened: at(11, 20)})
	m.SetCards(append([]*shelf.Card{&fresh}, all...), 6, "", false)
	if got, _ := m.Selected(); got != path(1) {
		t.Errorf("a new row moved the selection to %s", got)
	}
	if !m.SelectPath(path(3)) || m.SelectPath("nowhere") {
		t.Error("SelectPath does not say what it found")
	}
	if got, _ := m.Selected(); got != path(3) {
		t.Errorf("selected %s", got)
	}
	m.SetCards(nil, 0, "", false)
	if got, ok := m.Selected(); ok {
		t.Errorf("selected %s of nothing", got)
	}
}

func TestLateAnswersAreDropped(t *testing.T) {
	m := pane(80, 24)
	press(m, "/", "d", "a")
	m.SetCards(nil, 5, "d", false)
	if _, ok := m.Selected(); !ok {
		t.Error("took in the answer to an older query")
	}
	m.SetCards(cards()[:1], 5, "da", false)
	if v := ansi.Strip(m.View()); !strings.Contains(v, "1 of 5") || strings.Contains(v, "Kicked") {
		t.Errorf("did not take in the answer:\n%s", v)
	}
}

func TestWhatStandsInAnEmptyPlace(t *testing.T) {
	m := pane(80, 24)
	m.SetCards(nil, 0, "", true)
	if v := strings.Fields(strings.Map(unframed, ansi.Strip(m.View()))); len(v) != 1 || v[0] != "Timeline" {
		t.Errorf("while loading: %q", v)
	}
	m.SetCards(nil, 0, "", false)
	if v := ansi.Strip(m.View()); !strings.Contains(v, "Mistakes are welcome here.") || !strings.Contains(v, "Press c ") {
		t.Errorf("an empty journal:\n%s", v)
	}
	m = pane(80, 24)
	press(m, "/", "z")
	m.SetCards(nil, 5, "z", false)
	if v := ansi.Strip(m.View()); !strings.Contains(v, "Nothing here matches.") || !strings.Contains(v, "esc shows everything") {
		t.Errorf("nothing found:\n%s", v)
	}
}

// unframed makes spaces of what frames are drawn with.
func unframed(r rune) rune {
	if strings.ContainsRune("╭╮╰╯─│", r) {
		return ' '
	}
	return r
}

func TestOrders(t *testing.T) {
	m := pane(80, 24)
	for _, tt := range []struct {
		order shelf.Order
		want  []string
	}{
		{shelf.Newest, []string{"╭ Timeline ─", "│ November 2026 ", "12 Nov · doozy"}},
		{shelf.Oldest, []string{"Timeline · oldest first", "│ November 2026 "}},
		{shelf.ByPain, []string{"Timeline · by severity", "│ doozy ", "│ no severity ", "12 Nov 2026 · doozy"}},
		{shelf.ByNext, []string{"Timeline · by next step", "│ apologize ", "│ own it ", "│ can't be read ", "│ mended "}},
	} {
		m.SetOrder(tt.order)
		for _, want := range tt.want {
			if v := ansi.Strip(m.View()); !strings.Contains(v, want) {
				t.Errorf("order %d lacks %q:\n%s", tt.order, want, v)
			}
		}
	}
}

func TestMouse(t *testing.T) {
	m := pane(80, 24)
	click := func(x, y int) ask.Ask {
		_, a := m.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
		return a
	}
	if a := click(5, 1); a != nil { // the heading
		t.Errorf("a heading answers %v", a)
	}
	if a := click(5, 4); a != nil {
		t.Errorf("the first click answers %v", a)
	}
	if got, _ := m.Selected(); got != path(1) {
		t.Errorf("selected %s", got)
	}
	if a := click(5, 5); a != (ask.Open{Path: path(1)}) {
		t.Errorf("the second click answers %v", a)
	}
	if a := click(0, 4); a != nil {
		t.Errorf("the frame answers %v", a)
	}
	m.SetSize(80, 6)
	m.Update(tea.MouseWheelMsg{X: 5, Y: 3, Button: tea.MouseWheelDown})
	if got := m.Visible(); slices.Contains(got, path(0)) {
		t.Errorf("the wheel did not scroll: %v", got)
	}
	m.Update(tea.MouseWheelMsg{X: 5, Y: 3, Button: tea.MouseWheelUp})
	if got := m.Visible(); !slices.Contains(got, path(0)) {
		t.Errorf("the wheel did not scroll back: %v", got)
	}
}

func TestBindingsSayWhatIsLive(t *testing.T) {
	m := pane(80, 24)
	for _, tt := range []struct{ keys, want string }{
		{"", "go on, read, search, sort, move to trash, bring back"},
		{"j j j", "read, search, sort, move to trash, bring back"},
		{"g /", "keep, show everything"},
		{"d enter", "go on, read, show everything, search, sort, move to trash, bring back"},
	} {
		press(m, strings.Fields(tt.keys)...)
		if got := words(m.Bindings()); !strings.HasPrefix(got, tt.want) {
			t.Errorf("after %q: %s", tt.keys, got)
		}
	}
	empty := pane(80, 24)
	empty.SetCards(nil, 0, "", false)
	if got := words(empty.Bindings()); got != "" {
		t.Errorf("in an empty journal: %s", got)
	}
	last := pane(80, 24)
	press(last, "d")
	last.SetCards(nil, 0, "", false)
	if got := words(last.Bindings()); got != "bring back" {
		t.Errorf("after the last one went to the trash: %s", got)
	}
}

func words(bs []key.Binding) string {
	var out []string
	for _, b := range bs {
		out = append(out, b.Help().Desc)
	}
	return strings.Join(out, ", ")
}

func TestWritingHasACursor(t *testing.T) {
	m := pane(80, 24)
	if m.Writing() || m.Cursor() != nil {
		t.Error("writing before anybody types")
	}
	press(m, "/", "d", "a")
	if c := m.Cursor(); !m.Writing() || c == nil || c.X != 1+len("/ da") || c.Y != 1 {
		t.Errorf("writing %v, cursor %v", m.Writing(), c)
	}
}

func TestSizeIsExact(t *testing.T) {
	for _, w := range []int{0, 1, 2, 3, 5, 20, 40, 80, 200} {
		for _, h := range []int{0, 1, 2, 3, 5, 12, 24, 60} {
			m := pane(w, h)
			m.SetPeek(path(0), &entries()[0])
			check := func(name, v string) {
				if w > 0 && h > 0 && (lipgloss.Width(v) != w || lipgloss.Height(v) != h) {
					t.Errorf("%s at %d×%d is %d×%d", name, w, h, lipgloss.Width(v), lipgloss.Height(v))
				}
			}
			check("rows", m.View())
			check("summary", m.Summary(w, h))
			press(m, "/", "a", "f", "t", "e", "r", ":", "x", "x", " ")
			check("filter", m.View())
			m.SetCards(nil, 0, "after:xx ", false)
			check("empty", m.View())
			check("no summary", m.Summary(w, h))
			m.Cursor()
		}
	}
}

func TestFrame80x24(t *testing.T) { golden.RequireEqual(t, ansi.Strip(pane(80, 24).View())) }

func TestFrame40x12ASCII(t *testing.T) {
	m := pane(40, 12)
	m.SetTheme(theme.New(theme.Options{ASCII: true}))
	press(m, "/", "d", "enter")
	golden.RequireEqual(t, ansi.Strip(m.View()))
}

func TestFrame120x36(t *testing.T) {
	m := pane(48, 36)
	m.SetWide(true)
	m.SetPeek(path(0), &entries()[0])
	golden.RequireEqual(t, ansi.Strip(lipgloss.JoinHorizontal(lipgloss.Top, m.View(), m.Summary(72, 36))))
}

func TestSummaryBeforeTheEntryIsThere(t *testing.T) {
	m := pane(48, 24)
	v := ansi.Strip(m.Summary(72, 24))
	for _, want := range []string{"Thu 12 Nov 2026, 09:12 · doozy", "━ Own it", "─ Apologize", "then I ask for a second pair of ", "sting 9 "} {
		if !strings.Contains(v, want) {
			t.Errorf("lacks %q:\n%s", want, v)
		}
	}
	if strings.Contains(v, "A planned change") || strings.Contains(v, "others saw it") {
		t.Error("knows what no card holds")
	}
	m.SetPeek(path(2), &entries()[2]) // of another row: late
	if got := ansi.Strip(m.Summary(72, 24)); got != v {
		t.Errorf("draws the entry of another row:\n%s", got)
	}
}

func TestHostileTitles(t *testing.T) {
	e := journal.Entry{Title: "a\x1b[2Jb\nc\u202ed", Severity: "\x1b[2J", Tags: []string{"\x07"}, Happened: at(11, 1), What: "\x1b]0;x\x07"}
	c := shelf.NewCard("entries/x.toml", &e)
	c.Locked = "\x1b[2J"
	m := timeline.New(timeline.Options{Theme: theme.New(theme.Options{}), Keys: config.Default().Keys, Now: now})
	m.SetSize(80, 24)
	m.SetCards([]*shelf.Card{&c}, 1, "", false)
	m.SetPeek("entries/x.toml", &e)
	for _, v := range []string{m.View(), m.Summary(80, 24)} {
		if strings.Contains(v, "\x1b[2J") || strings.ContainsAny(v, "\x07\u202e") || strings.Contains(v, "\x1b]0") {
			t.Errorf("user text reaches the terminal raw: %q", v)
		}
		if lipgloss.Height(v) != 24 || lipgloss.Width(v) != 80 {
			t.Error("a line break broke the frame")
		}
	}
}

func BenchmarkMove10000(b *testing.B) {
	var cs []shelf.Card
	for i := range 10000 {
		e := entries()[i%4]
		e.Happened = when.On(at(11, 20).Day().AddDays(-i))
		cs = append(cs, shelf.NewCard(fmt.Sprintf("entries/%d.toml", i), &e))
	}
	s := shelf.Shelf{}.With(cs, nil)
	m := timeline.New(timeline.Options{Theme: theme.New(theme.Options{Dark: true}), Keys: config.Default().Keys, Now: now})
	m.SetSize(80, 24)
	m.SetCards(s.View(shelf.Newest, nil), s.Len(), "", false)
	j := keyMsg("j")
	for b.Loop() {
		m.Update(j)
		m.View()
	}
}

// describe writes an ask so that two can be compared at sight.
func describe(a ask.Ask) string { return fmt.Sprintf("%T%+v", a, a) }

// A step that was closed without a word says when.
func TestSummaryOfClosedSteps(t *testing.T) {
	m := pane(48, 24)
	e := entries()[0]
	done := at(time.November, 20)
	e.Own = journal.Own{State: journal.State{Status: journal.Done, Finished: done}}
	e.Learn = journal.Learn{State: journal.State{Status: journal.Done, Finished: done}}
	m.SetPeek(path(0), &e)
	v := ansi.Strip(m.Summary(72, 24))
	if !strings.Contains(v, "Learn              learned 20 Nov 2026") || !strings.Contains(v, "Own it             done 20 Nov 2026") {
		t.Errorf("the closed steps say:\n%s", v)
	}
}
