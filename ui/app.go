// Package ui is the full screen. App is its one tea.Model: it routes keys, lays out the panes, keeps the open entry and
// saves it. Everything else is a plain struct that draws its rectangle and answers its own keys.
//
// Goals: a key never waits for a disk; what the screen says about saving is true; Update routes, commands do.
//
// Non-goals: what a pane shows (its own package), what an action does to the journal (journal/desk), colors (ui/theme).
//
// Where things are: app.go the type and the messages, keys.go the order in which keys are asked for, typedon.go letters that
// were meant for a text, asks.go what panes ask for, loading.go, follow.go, capturing.go and commands.go what takes time,
// sharing.go what leaves the journal, saving.go, unread.go, quit.go and document.go the open entry, coaching.go what the coach says about it, layout.go and view.go the picture, overlay.go what lies over
// it, help.go, conflict.go and recover.go three of those, editor.go and editfile.go the person's own
// editor.
package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal/desk"
	"bounceback/journal/desk/outbox"
	"bounceback/journal/shelf"
	"bounceback/journal/store"
	"bounceback/journal/when"
	"bounceback/ui/amends"
	"bounceback/ui/capture"
	"bounceback/ui/config"
	"bounceback/ui/guide"
	"bounceback/ui/lessons"
	"bounceback/ui/next"
	"bounceback/ui/reading"
	"bounceback/ui/rehearse"
	"bounceback/ui/share"
	"bounceback/ui/theme"
	"bounceback/ui/timeline"
)

// Options are what the full screen needs from outside.
type Options struct {
	Desk    *desk.Desk
	Outbox  *outbox.Outbox
	Config  config.Config
	Now     func() time.Time
	Natural func(s string, now time.Time, ahead bool) (when.Moment, error)
	Editor  []string    // the command of the person's editor, with its arguments
	ASCII   bool        // the terminal's font can't draw lines
	Demo    bool        // a throw-away journal: say so
	Coach   guide.Coach // looks at what is written; nil when it is switched off
}

type pane uint8

const (
	timelinePane pane = iota
	lessonsPane
	amendsPane
)

type overlay uint8

const (
	noOverlay overlay = iota
	captureOverlay
	nextOverlay
	helpOverlay
	conflictOverlay
	editorOverlay
	recoverOverlay
)

// App is the whole screen. It is a pointer, so that Flush can still save after the program has ended, whatever ended it.
type App struct {
	opt   Options
	desk  *desk.Desk
	keys  globalKeys
	theme *theme.Theme
	dark  bool

	w, h int
	at   layout

	pane           pane
	onList         bool // two panes side by side: the list has the keys, not what is beside it
	overlay        overlay
	inGuide        bool
	inReading      bool
	inShare        bool
	rehearsing     bool
	timeline       *timeline.Model
	lessons        *lessons.Model
	guide          *guide.Model
	reading        *reading.Model
	share          *share.Model
	rehearse       *rehearse.Model
	amends         *amends.Model
	capture        *capture.Model
	next           *next.Model
	help           help
	choice         int      // the marked answer of the conflict
	editing        *editing // what is in the person's editor
	startingEditor bool     // its copy is being made
	shelf          shelf.Shelf
	loading        bool
	order          shelf.Order
	query          string
	viewRev        uint64
	waits          bool
	follower       *desk.Follower
	batches        chan batch
	ctx            context.Context
	stop           context.CancelFunc
	looks          int
	wanted         string // path to show once it is in the list
	doc            *document
	docs           map[string]*document    // all that is not safely on disk, the open one among them
	trashed        []string                // places in the trash, the latest last
	note           string                  // one line for the person, until the next key
	trouble        string                  // what is wrong with the journal as a whole
	footRows       int                     // how many rows the footer has
	draftTrouble   string                  // why drafts can't be written; until they can
	blind          string                  // why other programs' changes can't be seen
	openRev        uint64                  // of what was opened last
	line           *desk.CaptureLine       // the line in the capture field, as drafts keep it
	rescued        []desk.Rescue           // drafts of entries whose save failed an earlier time
	lineTimer      bool                    // the line being typed is kept soon
	capturing      string                  // the line that is on its way to the disk
	letter         letter                  // the first one after a text was left, until it is clear what it means
	changes        []*flight[changedMsg]   // by function, the first of them under way
	deliveries     []*flight[deliveredMsg] // mails and files that are on their way
	undelivered    []undelivered
	tookAt         map[string]store.Stamp // of the last version of a file that a change or a delivery wrote
	tooks          map[string]uint64      // how many there were
	mailing        context.Context
	stopMailing    context.CancelFunc
	hurried        bool // the keys that come may be of a burst that began elsewhere
	hurries        uint64
	quitting       bool
	quitAnyway     bool
	renders        *renderer
	checks         checks
	tick           func(time.Duration, func(time.Time) tea.Msg) tea.Cmd // tea.Tick, but in tests
}

// New returns the screen over a desk.
func New(o Options) *App {
	ctx, stop := context.WithCancel(context.Background())
	mailing, stopMailing := context.WithCancel(context.Background())
	a := &App{
		opt: o, desk: o.Desk, line: o.Desk.CaptureLine(), keys: newGlobalKeys(o.Config.Keys), dark: o.Config.Screen.Appearance != "light",
		loading: true, order: order(o.Config.Screen.Sort), follower: o.Desk.NewFollower(),
		ctx: ctx, stop: stop, mailing: mailing, stopMailing: stopMailing, docs: map[string]*document{}, tookAt: map[string]store.Stamp{}, tooks: map[string]uint64{}, renders: newRenderer(), tick: tea.Tick,
	}
	a.theme = a.newTheme()
	k, t := o.Config.Keys, a.theme
	a.timeline = timeline.New(timeline.Options{Theme: t, Keys: k, Now: o.Now})
	a.timeline.SetOrder(a.order)
	a.lessons = lessons.New(lessons.Options{Theme: t, Keys: k, Now: o.Now})
	a.guide = guide.New(guide.Options{Theme: t, Keys: k, Now: o.Now, Natural: o.Natural, Coach: o.Coach})
	a.reading = reading.New(reading.Options{Theme: t, Keys: k})
	a.share = share.New(share.Options{Theme: t, Keys: k, Now: o.Now, Mailer: o.Outbox.Mailer()})
	a.rehearse = rehearse.New(rehearse.Options{Theme: t, Keys: k, Now: o.Now})
	a.amends = amends.New(amends.Options{Theme: t, Keys: k, Now: o.Now})
	a.capture = capture.New(capture.Options{Theme: t, Keys: k, Tokens: o.Config.Capture.Tokens})
	a.next = next.New(next.Options{Theme: t, Keys: k, Now: o.Now})
	return a
}

func (a *App) newTheme() *theme.Theme {
	return theme.New(theme.Options{Name: a.opt.Config.Screen.Theme, Dark: a.dark, ASCII: a.opt.ASCII})
}

func order(name string) shelf.Order {
	switch name {
	case "oldest":
		return shelf.Oldest
	case "severity":
		return shelf.ByPain
	case "next":
		return shelf.ByNext
	}
	return shelf.Newest
}

// Init starts reading the journal, and asks the terminal whether it is dark or light.
func (a *App) Init() tea.Cmd {
	cmds := []tea.Cmd{a.loadCmd(), a.draftCmd(), a.lookSoon()}
	if a.opt.Config.Screen.Appearance == "auto" {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	return tea.Batch(cmds...)
}

// Update routes a message, brings up the one question that may be open, and tells the panes which of them has the keys.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.route(msg)
	a.raise()
	if rows := a.footerRows(); rows != a.footRows {
		a.footRows = rows
		a.relayout()
		cmd = tea.Batch(cmd, a.wants())
	}
	side := a.at.wide && a.inGuide
	a.timeline.SetFocused(!side || a.onList)
	a.guide.SetFocused(!side || !a.onList)
	return a, tea.Batch(cmd, a.checkSoon())
}

// route has one line a message.
func (a *App) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return a.resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		return a.setDark(msg.IsDark())
	case tea.KeyPressMsg:
		return a.key(msg)
	case tea.PasteMsg:
		return tea.Batch(a.pressHeld(), a.toFocused(msg))
	case tea.MouseMsg:
		return tea.Batch(a.pressHeld(), a.mouse(msg))
	case tea.FocusMsg:
		return a.lookCmd(true)
	case tea.BlurMsg, tea.SuspendMsg:
		return tea.Batch(a.settle(), a.keepCaptureCmd())
	case tea.ResumeMsg:
		return a.lookCmd(true)
	}
	return a.answered(msg)
}

// answered routes what commands come back with.
func (a *App) answered(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case batchMsg:
		return a.loaded(msg)
	case viewMsg:
		return a.viewed(msg)
	case openedMsg:
		return a.opened(msg)
	case readMsg:
		return a.showPage(msg)
	case sharedMsg:
		return a.showShare(msg)
	case hurryMsg:
		a.hurried = a.hurried && uint64(msg) != a.hurries
	case bookMsg:
		a.hasBook(msg)
		return a.wants()
	case changedMsg:
		return a.changed(msg)
	case deliveredMsg:
		return a.delivered(msg)
	case peekedMsg:
		return a.peeked(msg)
	case saveDueMsg:
		return a.saveDue(msg)
	case savedMsg:
		return a.wasSaved(msg)
	case unreadKeptMsg:
		return a.unreadKept(msg)
	case recoveredMsg:
		return a.recovered(msg)
	case keptMsg:
		return a.kept(msg)
	case checkDueMsg:
		return a.checkDue()
	case checkedMsg:
		a.wasChecked(msg)
	case letterMsg:
		return a.alone(msg)
	case lineDueMsg:
		return a.lineDue()
	case capturedMsg:
		return a.captured(msg)
	case trashedMsg:
		return a.wasTrashed(msg)
	case restoredMsg:
		return a.restored(msg)
	case lookMsg:
		return a.look()
	case lookedMsg:
		return a.looked(msg)
	case reloadedMsg:
		return a.reloaded(msg)
	case renderedMsg:
		a.lessons.SetRendered(msg.key, msg.width, msg.text)
		a.reading.SetRendered(msg.key, msg.width, msg.text)
		a.share.SetRendered(msg.key, msg.width, msg.text)
		a.amends.SetRendered(msg.key, msg.width, msg.text)
	case draftsMsg:
		a.foundDrafts(msg)
	case editorReadyMsg:
		return a.startEditor(msg)
	case editorDoneMsg:
		return a.editorDone(msg)
	case editorReadMsg:
		return a.editorRead(msg)
	case splitMsg:
		return a.split(msg)
	case textSavedMsg:
		return tea.Sequence(a.textSaved(msg), a.quitOn())
	}
	return nil
}

func (a *App) setDark(dark bool) tea.Cmd {
	if a.dark == dark || a.opt.Config.Screen.Appearance != "auto" {
		return nil
	}
	a.dark = dark
	a.theme = a.newTheme()
	for _, p := range []interface{ SetTheme(*theme.Theme) }{a.timeline, a.lessons, a.amends, a.guide, a.reading, a.share, a.rehearse, a.capture, a.next} {
		p.SetTheme(a.theme)
	}
	a.renders.restyle()
	return a.wants()
}
