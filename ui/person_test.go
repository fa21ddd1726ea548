package ui

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bounceback/journal"
	"bounceback/journal/desk"
	"bounceback/journal/desk/outbox"
	"bounceback/journal/store"
	"bounceback/journal/when"
	"bounceback/journal/when/natural"
	"bounceback/ui/config"
)

// person sits at the screen: keys in, frames and files out. Every message goes through Update and View as Bubble Tea would
// send it; commands run at once, timers only when they are asked for, and messages can be kept back to arrive late.
type person struct {
	testing.TB
	app   *App
	store *store.Store
	disk  *disk
	dir   string
	clock time.Time

	timers  []timer
	late    func(tea.Msg) bool // which messages are kept back
	held    []tea.Msg
	ended   bool
	seen    []string // kinds of messages for Bubble Tea itself: "ExecMsg"
	options func(*Options)
	outside bool // files were changed behind the screen's back
}

type timer struct {
	after time.Duration
	fn    func(time.Time) tea.Msg
}

// timerMsg hands a timer to the person instead of waiting for it.
type timerMsg timer

var fixedNow = time.Date(2026, 11, 22, 20, 15, 0, 0, time.FixedZone("CET", 3600))

// sit opens the screen over the journal in a new folder, 80 by 24.
func sit(t testing.TB) *person {
	t.Helper()
	return sitWith(t, nil)
}

func sitWith(t testing.TB, options func(*Options), entries ...journal.Entry) *person {
	t.Helper()
	p := &person{TB: t, dir: filepath.Join(t.TempDir(), "journal"), clock: fixedNow, disk: &disk{}, options: options}
	p.open()
	for _, e := range entries {
		if _, err := p.store.Create(e); err != nil {
			t.Fatal(err)
		}
	}
	p.start(80, 24)
	return p
}

func (p *person) open() {
	p.Helper()
	random := rand.NewChaCha8([32]byte{7})
	s, err := store.Open(p.dir, store.Options{Slug: true, FS: p.disk, Random: random, Now: func() time.Time { return p.clock }})
	if err != nil {
		p.Fatal(err)
	}
	p.store = s
}

func (p *person) start(w, h int) {
	p.Helper()
	names, _ := p.store.Names()
	random := rand.NewChaCha8([32]byte{9, byte(len(names))})
	now := func() time.Time { return p.clock }
	d := desk.New(desk.Options{Store: p.store, Now: now, Random: random})
	o := Options{
		Desk: d, Outbox: outbox.New(outbox.Options{Desk: d, Names: true}), Config: config.Default(), Now: now,
		Natural: func(s string, now time.Time, ahead bool) (when.Moment, error) {
			if ahead {
				return natural.ParseFuture(s, now)
			}
			return natural.Parse(s, now)
		},
		Editor: []string{os.Args[0]}, // a program that there is; nobody starts it
		Coach:  listener{},
	}
	if p.options != nil {
		p.options(&o)
	}
	p.app, p.ended, p.timers, p.held = New(o), false, nil, nil
	p.app.tick = func(d time.Duration, fn func(time.Time) tea.Msg) tea.Cmd {
		return func() tea.Msg { return timerMsg{d, fn} }
	}
	p.check()
	p.run(p.app.Init())
	p.send(tea.WindowSizeMsg{Width: w, Height: h})
}

// restart is tomorrow: another process over the same folder.
func (p *person) restart() {
	p.Helper()
	p.app.desk.Release() // the system does so when a program ends
	p.open()
	p.start(80, 24)
}

// send hands a message to the App and runs what it asks for until nothing is left to do.
func (p *person) send(msg tea.Msg) {
	p.Helper()
	_, cmd := p.app.Update(msg)
	p.check()
	p.run(cmd)
}

func (p *person) run(cmd tea.Cmd) {
	p.Helper()
	if cmd == nil || p.ended {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case timerMsg:
		p.timers = append(p.timers, timer(msg))
	case tea.QuitMsg:
		p.ended = true
	case tea.BatchMsg:
		for _, c := range msg {
			p.run(c)
		}
	default:
		if v := reflect.ValueOf(msg); v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
			for i := range v.Len() { // a sequence
				p.run(v.Index(i).Interface().(tea.Cmd))
			}
			return
		}
		if p.late != nil && p.late(msg) {
			p.held = append(p.held, msg)
			return
		}
		p.seen = append(p.seen, strings.TrimPrefix(fmt.Sprintf("%T", msg), "tea."))
		p.send(msg)
	}
}

// hold keeps back messages of one type, such as answers of a slow disk; arrive lets them in.
func hold[T tea.Msg](p *person) {
	p.late = func(m tea.Msg) bool { _, ok := m.(T); return ok }
}

func (p *person) arrive() {
	p.Helper()
	held := p.held
	p.held, p.late = nil, nil
	for _, m := range held {
		p.send(m)
	}
}

// checkTimer lets the timer of the coach run off.
func (p *person) checkTimer() {
	p.Helper()
	p.fire(func(t timer) bool { return t.after == checkAfter })
}

// saveTimer lets the timers of saves run off.
func (p *person) saveTimer() {
	p.Helper()
	p.fire(func(t timer) bool { return t.after != lookEvery })
}

// look lets two seconds pass.
func (p *person) look() {
	p.Helper()
	p.clock = p.clock.Add(lookEvery)
	p.fire(func(t timer) bool { return t.after == lookEvery })
}

func (p *person) fire(which func(timer) bool) {
	p.Helper()
	all := p.timers
	p.timers = nil
	for _, t := range all {
		if which(t) {
			p.send(t.fn(p.clock))
		} else {
			p.timers = append(p.timers, t)
		}
	}
}

// press presses keys, separated by spaces.
func (p *person) press(keys string) {
	p.Helper()
	for _, k := range strings.Fields(keys) {
		p.send(keyPress(k))
		p.fire(func(t timer) bool { return t.after == letterPause || t.after == awayPause }) // they are pressed one by one
	}
}

func (p *person) write(s string) {
	p.Helper()
	for _, r := range s {
		switch r {
		case ' ':
			p.send(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
		case '\n':
			p.send(keyPress("enter"))
		default:
			p.send(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
}

func (p *person) paste(s string)  { p.Helper(); p.send(tea.PasteMsg{Content: s}) }
func (p *person) resize(w, h int) { p.Helper(); p.send(tea.WindowSizeMsg{Width: w, Height: h}) }
func (p *person) click(x, y int) {
	p.Helper()
	p.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
}
func (p *person) frame() string   { return ansi.Strip(p.app.View().Content) }
func (p *person) lines() []string { return strings.Split(p.frame(), "\n") }
func (p *person) flat() string {
	return strings.Join(strings.Fields(strings.ReplaceAll(p.frame(), "│", " ")), " ")
}
func (p *person) has(s string) bool {
	return strings.Contains(p.frame(), s) || strings.Contains(p.flat(), s)
}

func keyPress(k string) tea.KeyPressMsg {
	var m tea.KeyPressMsg
	for {
		switch {
		case strings.HasPrefix(k, "ctrl+"):
			m.Mod, k = m.Mod|tea.ModCtrl, k[5:]
			continue
		case strings.HasPrefix(k, "shift+"):
			m.Mod, k = m.Mod|tea.ModShift, k[6:]
			continue
		case strings.HasPrefix(k, "alt+"):
			m.Mod, k = m.Mod|tea.ModAlt, k[4:]
			continue
		}
		break
	}
	named := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft,
		"right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp,
		"backspace": tea.KeyBackspace, "f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10,
	}
	if r, ok := named[k]; ok {
		m.Code = r
		return m
	}
	if k == "space" {
		m.Code, m.Text = tea.KeySpace, " "
		return m
	}
	m.Code = []rune(k)[0]
	if m.Mod == 0 {
		m.Text = k
	}
	return m
}

// shows fails unless every text is on screen; a text may be broken over lines there.
func (p *person) shows(texts ...string) {
	p.Helper()
	for _, s := range texts {
		if !p.has(s) {
			p.Fatalf("%q is not on screen:\n%s", s, p.frame())
		}
	}
}

func (p *person) hides(texts ...string) {
	p.Helper()
	for _, s := range texts {
		if p.has(s) {
			p.Fatalf("%q is on screen:\n%s", s, p.frame())
		}
	}
}

// check is what holds after every message: the frame is exactly as large as the screen, it holds no escape sequence but
// colors, and it says "saved" only when that is so.
func (p *person) check() {
	p.Helper()
	a := p.app
	content := a.View().Content
	if err := exactly(content, a.w, a.h); err != nil {
		p.Fatalf("%v:\n%s", err, ansi.Strip(content))
	}
	if a.doc == nil || p.outside || a.h < 1 || a.wrong() != "" {
		return
	}
	if state := ansi.Strip(a.saveState()); strings.HasPrefix(state, "saved") {
		f, err := p.store.Load(a.doc.path())
		if err != nil {
			p.Fatalf("says %q, and the file: %v", state, err)
		}
		if want := written(*a.doc.entry); !written(f.Entry).Equal(want) {
			p.Fatalf("says %q, and the file differs from what is on screen:\n%s\nfile:\n%s", state, store.Encode(want), f.Text)
		}
		if typed := a.guide.Unread(); len(typed) > 0 {
			p.Fatalf("says %q, and %v is not in the entry", state, typed)
		}
	}
}

// written is an entry without the items that were added and have no words yet: they are no words to save.
func written(e journal.Entry) journal.Entry {
	e = e.Clone()
	e.Own.KnewLater = slices.DeleteFunc(e.Own.KnewLater, func(n journal.Note) bool { return n.Text == "" })
	e.Fix.Actions = slices.DeleteFunc(e.Fix.Actions, func(a journal.Action) bool { return a.Do == "" })
	e.RCA.Events = slices.DeleteFunc(e.RCA.Events, func(v journal.Event) bool { return v.What == "" })
	e.RCA.Factors = slices.DeleteFunc(e.RCA.Factors, func(f journal.Factor) bool { return f.Why == "" })
	e.RCA.Answers = slices.DeleteFunc(e.RCA.Answers, func(a journal.Answer) bool { return a.Question+a.Text == "" })
	e.Ledger = slices.DeleteFunc(e.Ledger, func(n journal.Notice) bool { return n.Affected+n.Via == "" })
	e.Apologies = slices.DeleteFunc(e.Apologies, func(a journal.Apology) bool { return a.Words == "" })
	e.Learn.Told = slices.DeleteFunc(e.Learn.Told, func(t journal.Telling) bool { return t.To == "" })
	return e
}

// exactly reports how a frame differs from a screen of w by h cells.
func exactly(frame string, w, h int) error {
	if w <= 0 || h <= 0 {
		if frame != "" {
			return fmt.Errorf("a frame for no screen: %q", frame)
		}
		return nil
	}
	lines := strings.Split(frame, "\n")
	if len(lines) != h {
		return fmt.Errorf("%d lines on a screen of %d×%d", len(lines), w, h)
	}
	for i, l := range lines {
		if n := ansi.StringWidth(l); n != w {
			return fmt.Errorf("line %d has %d cells on a screen of %d×%d: %q", i, n, w, h, ansi.Strip(l))
		}
		for j, part := range strings.Split(l, "\x1b")[1:] {
			if end := strings.IndexFunc(part, func(r rune) bool { return r != '[' && r != ';' && r != ':' && (r < '0' || r > '9') }); part[0] != '[' || end < 0 || part[end] != 'm' {
				return fmt.Errorf("line %d, escape %d is no color: %q", i, j, part)
			}
		}
		for _, r := range ansi.Strip(l) {
			if r < ' ' || r >= 0x7f && r < 0xa0 {
				return fmt.Errorf("line %d has the control character %U: %q", i, r, l)
			}
		}
	}
	return nil
}

// paths are all entries on disk, newest first.
func (p *person) paths() []string {
	p.Helper()
	names, err := p.store.Names()
	if err != nil {
		p.Fatal(err)
	}
	var out []string
	for _, n := range names {
		out = append(out, n.Path)
	}
	return out
}

// only is the one entry of the journal as it is on disk.
func (p *person) only() store.File {
	p.Helper()
	paths := p.paths()
	if len(paths) != 1 {
		p.Fatalf("%d entries, want one: %v", len(paths), paths)
	}
	return p.load(paths[0])
}

func (p *person) load(path string) store.File {
	p.Helper()
	f, err := p.store.Load(path)
	if err != nil {
		p.Fatal(err)
	}
	return f
}

// elsewhere changes an entry as another program would.
func (p *person) elsewhere(path string, change func(*journal.Entry)) {
	p.Helper()
	p.outside = true
	f := p.load(path)
	want := f.Entry.Clone()
	change(&want)
	if _, err := p.store.Save(f, want); err != nil {
		p.Fatal(err)
	}
}

// full is the name of a file of the journal on disk.
func (p *person) full(path string) string { return filepath.Join(p.dir, filepath.FromSlash(path)) }

func (p *person) overwrite(path, text string) {
	p.Helper()
	p.outside = true
	if err := os.MkdirAll(filepath.Dir(p.full(path)), 0o700); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(p.full(path), []byte(text), 0o600); err != nil {
		p.Fatal(err)
	}
}

func (p *person) read(path string) string {
	p.Helper()
	b, err := os.ReadFile(p.full(path))
	if err != nil {
		p.Fatal(err)
	}
	return string(b)
}

// drafts are the texts of all drafts, by name.
func (p *person) drafts() map[string]string {
	p.Helper()
	names, err := p.store.Drafts()
	if err != nil {
		p.Fatal(err)
	}
	out := map[string]string{}
	for _, n := range names {
		s, _, err := p.store.ReadDraft(n)
		if err != nil {
			p.Fatal(err)
		}
		out[n] = s
	}
	return out
}

// draft is the one draft whose name begins with prefix.
func (p *person) draft(prefix string) string {
	p.Helper()
	all := p.drafts()
	for name, text := range all {
		if strings.HasPrefix(name, prefix) {
			return text
		}
	}
	p.Fatalf("no draft %s…: %v", prefix, all)
	return ""
}
