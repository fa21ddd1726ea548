package desk

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"bounceback/journal"
)

// A line that was typed and not saved waits in drafts/capture.txt. Several screens may run at once, so a file is written over
// or removed only while it holds what this session read or wrote there; otherwise this session has a file of its own beside it.

const (
	captureDraft = "capture.txt"
	captureMore  = "capture-" // and some characters of an id
	captureChars = 6
)

// isCaptureDraft reports whether a draft is a captured line.
func isCaptureDraft(name string) bool {
	mid, ok := strings.CutPrefix(name, captureMore)
	mid, txt := strings.CutSuffix(mid, ".txt")
	return name == captureDraft || ok && txt && len(mid) == captureChars && journal.IDPrefix(mid)
}

// CaptureLine is the line that one session is capturing, as drafts keep it. It may be used from several goroutines.
type CaptureLine struct {
	d    *Desk
	mu   sync.Mutex
	mine []keptLine // the files of this session; the first is written to
	left keptLine   // what Load found
	last uint64     // the order number of the last Keep

	asked atomic.Uint64 // the order number of the last Keeping
	taken atomic.Bool   // what Load found is this session's
}

// keptLine is a file with what this session read or wrote there. A write that failed may have arrived all the same, so there
// can be several texts.
type keptLine struct {
	name  string
	texts []string
}

// CaptureLine returns the line of a new session.
func (d *Desk) CaptureLine() *CaptureLine { return &CaptureLine{d: d} }

// Load returns the line that an earlier session left, or "": that in capture.txt, else the oldest of the others. It stays
// where it is, whatever is kept, until [CaptureLine.Take] says that the person has it before them.
func (l *CaptureLine) Load() (string, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.take()
	names, err := l.d.captureDrafts()
	if err != nil {
		return "", err
	}
	for _, name := range names {
		if slices.ContainsFunc(l.mine, func(k keptLine) bool { return k.name == name }) {
			continue
		}
		text, _, err := l.d.store.ReadDraft(name)
		if err != nil {
			return "", err
		}
		if strings.TrimSpace(text) != "" {
			l.left = keptLine{name, []string{text}}
			return text, nil
		}
	}
	return "", nil
}

// Take makes the line that Load found this session's: what is kept from now on stands in its place. It never waits for the
// disk.
func (l *CaptureLine) Take() { l.taken.Store(true) }

// take does what Take asked for. The caller holds mu.
func (l *CaptureLine) take() {
	if l.taken.Swap(false) && l.left.name != "" {
		l.mine = append([]keptLine{l.left}, l.mine...)
		l.left = keptLine{}
	}
}

// Keep keeps the line for the next time, or forgets it when it is empty. What another session wrote is never touched.
func (l *CaptureLine) Keep(text string) error { return l.Keeping(text)() }

// Keeping is Keep in two halves: the call says what is to be kept, and the function it returns does it, whenever it runs. One
// that runs after a later one has nothing to do, so that goroutines can't bring back what the person has changed since.
func (l *CaptureLine) Keeping(text string) func() error {
	n := l.asked.Add(1)
	return func() error {
		l.mu.Lock()
		defer l.mu.Unlock()
		if n < l.last {
			return nil
		}
		l.last = n
		l.take()
		return l.keep(text)
	}
}

func (l *CaptureLine) keep(text string) error {
	if text == "" {
		return l.remove(0)
	}
	for len(l.mine) > 0 {
		k := &l.mine[0]
		now, there, err := l.d.store.ReadDraft(k.name)
		switch {
		case err == nil && !there:
			if err = l.place(k.name, text); !errors.Is(err, fs.ErrExist) {
				return l.kept(err)
			}
		case err == nil && now == text:
			k.texts = []string{text}
			return l.kept(nil)
		case err == nil && slices.Contains(k.texts, now):
			k.texts = []string{now, text}
			if err = l.d.store.WriteDraft(k.name, text); err == nil {
				k.texts = []string{text}
			}
			return l.kept(err)
		}
		l.mine = l.mine[1:] // another session's by now, or nobody can tell
	}
	return l.keepNew(text)
}

// keepNew keeps the line in a file that nobody has.
func (l *CaptureLine) keepNew(text string) error {
	const tries = 10
	name := captureDraft
	for n := 0; ; n++ {
		err := l.place(name, text)
		if n == tries || !errors.Is(err, fs.ErrExist) {
			return err
		}
		id, err := l.d.newID()
		if err != nil {
			return err
		}
		name = captureMore + id[:captureChars] + ".txt"
	}
}

// place writes a file that nobody has. It is this session's then, also when it could not be made durable.
func (l *CaptureLine) place(name, text string) error {
	err := l.d.store.NewDraft(name, text)
	if !errors.Is(err, fs.ErrExist) {
		l.mine = slices.DeleteFunc(l.mine, func(k keptLine) bool { return k.name == name })
		l.mine = append([]keptLine{{name, []string{text}}}, l.mine...)
	}
	return err
}

// kept removes what the first file stands for now.
func (l *CaptureLine) kept(err error) error {
	if err != nil {
		return err
	}
	return l.remove(1)
}

// remove removes this session's files from the given one on, but for those that another session wrote to.
func (l *CaptureLine) remove(from int) error {
	for len(l.mine) > from {
		k := l.mine[len(l.mine)-1]
		now, there, err := l.d.store.ReadDraft(k.name)
		if err == nil && there && slices.Contains(k.texts, now) {
			err = l.d.store.RemoveDraft(k.name)
		}
		if err != nil {
			return err
		}
		l.mine = l.mine[:len(l.mine)-1]
	}
	return nil
}

// Path returns where the line is kept on disk, for telling the person.
func (l *CaptureLine) Path() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.mine) == 0 {
		return l.d.store.DraftPath(captureDraft)
	}
	return l.d.store.DraftPath(l.mine[0].name)
}

// captureDrafts lists the lines that were kept: capture.txt, then the others, the oldest first.
func (d *Desk) captureDrafts() ([]string, error) {
	names, err := d.store.Drafts()
	if err != nil {
		return nil, err
	}
	names = slices.DeleteFunc(names, func(n string) bool { return !isCaptureDraft(n) })
	paths := make([]string, len(names))
	for i, n := range names {
		paths[i] = "drafts/" + n
	}
	stamps := d.store.Stat(paths)
	slices.SortStableFunc(names, func(a, b string) int {
		switch captureDraft {
		case a:
			return -1
		case b:
			return 1
		}
		return stamps["drafts/"+a].Mod.Compare(stamps["drafts/"+b].Mod)
	})
	return names, nil
}
