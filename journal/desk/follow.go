package desk

import (
	"context"
	"slices"
	"sync"
	"time"

	"bounceback/journal/shelf"
	"bounceback/journal/store"
)

// Follower reads the journal once and then notices what other programs change in it. It remembers which files there are and
// how they looked; it may be used from several goroutines.
type Follower struct {
	d     *Desk
	mu    sync.Mutex
	known map[string]store.Stamp
	ids   map[string]string // id → path of the file that has it in its name, or came first
	dirs  map[string]time.Time
	slice int // where the slow look at all files goes on
}

// NewFollower returns a follower that knows nothing yet.
func (d *Desk) NewFollower() *Follower {
	return &Follower{d: d, known: map[string]store.Stamp{}, ids: map[string]string{}}
}

// batch sizes: the first screens come at once, the rest in pieces that are worth a frame.
const (
	firstBatch = 64
	laterBatch = 1024
)

// Load reads all entries, newest first, and hands them on in batches until yield returns false or ctx ends.
func (f *Follower) Load(ctx context.Context, yield func([]shelf.Card) bool) error {
	dirs, err := f.d.store.Dirs()
	if err != nil {
		return err
	}
	names, err := f.d.store.Names()
	if err != nil {
		return err
	}
	f.mu.Lock()
	f.dirs = dirs
	for _, n := range names {
		if n.ID != "" {
			f.ids[n.ID] = n.Path
		}
	}
	f.mu.Unlock()
	first := min(firstBatch, len(names))
	more := true
	read := func(names []store.Name, workers, batch int) error {
		return f.d.store.Scan(ctx, names, workers, batch, func(got []store.Scanned) bool {
			cards := make([]shelf.Card, len(got))
			for i, s := range got {
				cards[i] = f.card(s.Name.Path, s.File, s.Err)
			}
			more = yield(cards)
			return more
		})
	}
	if err := read(names[:first], max(workers(), 2), firstBatch); err != nil || !more {
		return err
	}
	return read(names[first:], workers(), laterBatch)
}

// card remembers how a file looked and makes its card; a second file with the same id is marked as locked.
func (f *Follower) card(path string, file store.File, err error) shelf.Card {
	c := CardOf(path, file, err)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.known[path] = file.Stamp
	if err != nil || c.ID == "" {
		return c
	}
	switch first, taken := f.ids[c.ID]; {
	case !taken:
		f.ids[c.ID] = path
	case first != path && c.Locked == "" && store.NameID(path) != c.ID:
		c.Locked = twinReason(first)
	}
	return c
}

// Saw tells the follower how a file looks that this program wrote itself.
func (f *Follower) Saw(file store.File) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.known[file.Path] = file.Stamp
}

// Changes are what other programs did.
type Changes struct {
	Cards []shelf.Card // new or changed
	Gone  []string     // paths that are no longer there
}

// Empty reports whether nothing changed.
func (c Changes) Empty() bool { return len(c.Cards) == 0 && len(c.Gone) == 0 }

// sliceSize is how many of the other files one slow look covers.
const sliceSize = 4096

// Look finds what changed: new and vanished files by the times of the folders, changed ones by looking at those that are
// watched (on screen, or open). With all set, the next slice of all other files is looked at too.
func (f *Follower) Look(ctx context.Context, watched []string, all bool) (Changes, error) {
	var ch Changes
	dirs, err := f.d.store.Dirs()
	if err != nil {
		return ch, err
	}
	look := slices.Clone(watched)
	f.mu.Lock()
	sameDirs := mapsEqual(f.dirs, dirs)
	f.mu.Unlock()
	if !sameDirs || all {
		fresh, gone, err := f.names()
		if err != nil {
			return ch, err
		}
		look, ch.Gone = append(look, fresh...), gone
	}
	if all {
		look = append(look, f.nextSlice()...)
	}
	slices.Sort(look)
	for _, path := range f.differing(slices.Compact(look)) {
		if ctx.Err() != nil {
			return ch, ctx.Err()
		}
		file, err := f.d.store.Load(path)
		if isGone(err) {
			continue
		}
		ch.Cards = append(ch.Cards, f.card(path, file, err))
	}
	f.mu.Lock()
	f.dirs = dirs
	f.mu.Unlock()
	return ch, nil
}

// names compares the list of files with the one that is known.
func (f *Follower) names() (fresh, gone []string, err error) {
	names, err := f.d.store.Names()
	if err != nil {
		return nil, nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	here := make(map[string]bool, len(names))
	for _, n := range names {
		here[n.Path] = true
		if _, ok := f.known[n.Path]; !ok {
			fresh = append(fresh, n.Path)
		}
	}
	for path := range f.known {
		if !here[path] {
			gone = append(gone, path)
			delete(f.known, path)
		}
	}
	for id, path := range f.ids {
		if !here[path] {
			delete(f.ids, id)
		}
	}
	return fresh, gone, nil
}

// nextSlice returns some of the known files, others each time.
func (f *Follower) nextSlice() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	paths := make([]string, 0, len(f.known))
	for p := range f.known {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	if f.slice >= len(paths) {
		f.slice = 0
	}
	end := min(f.slice+sliceSize, len(paths))
	out := paths[f.slice:end]
	f.slice = end
	return out
}

// differing returns those files that look different from when they were read.
func (f *Follower) differing(paths []string) []string {
	now := f.d.store.Stat(paths)
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []string
	for _, p := range paths {
		stamp, here := now[p]
		if old, known := f.known[p]; here && (!known || old != stamp) {
			out = append(out, p)
		}
	}
	return out
}

func mapsEqual(a, b map[string]time.Time) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if w, ok := b[k]; !ok || !v.Equal(w) {
			return false
		}
	}
	return true
}
