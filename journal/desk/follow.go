package desk

import (
	"cmp"
	"context"
	"maps"
	"path"
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
	twins map[string]string // path of a further file with an id → that id
	dirs  map[string]time.Time
	// fresh are the folders that had changed at the last look. Clocks of file systems are coarse: what happens in the same
	// tick as a look does not change the folder's time again, so these are looked at once more.
	fresh map[string]bool
	slice int // where the slow look at all files goes on
}

// NewFollower returns a follower that knows nothing yet.
func (d *Desk) NewFollower() *Follower {
	return &Follower{
		d: d, known: map[string]store.Stamp{}, ids: map[string]string{}, twins: map[string]string{}, fresh: map[string]bool{},
	}
}

// batch sizes: the first screens come at once, the rest in pieces that are worth a frame.
const (
	firstBatch = 24
	laterBatch = 1024
)

// Load reads all entries, newest first, and hands them on in batches until yield returns false or ctx ends. A folder that
// can't be read is an error at the end; all others are read.
func (f *Follower) Load(ctx context.Context, yield func([]shelf.Card) bool) error {
	first, more, err := f.loadNewest(ctx, yield)
	if err != nil || !more {
		return err
	}
	dirs, derr := f.d.store.Dirs() // before the names, so that what comes between is seen as a change
	names, err := f.d.store.Names()
	trouble := cmp.Or(err, derr)
	f.mu.Lock()
	f.dirs = dirs
	for dir := range dirs {
		f.fresh[dir] = true
	}
	for _, n := range names {
		if n.ID != "" {
			f.ids[n.ID] = n.Path
		}
	}
	f.mu.Unlock()
	names = slices.DeleteFunc(names, func(n store.Name) bool { return first[n.Path] })
	err = f.d.store.Scan(ctx, names, workers(), laterBatch, func(got []store.Scanned) bool {
		more = yield(f.cards(got))
		return more
	})
	if err != nil || !more {
		return err
	}
	return trouble
}

// loadNewest hands on the first screens before the names of the whole journal are known, so that a large one opens like a
// small one. What cannot be read is left to the rest of Load, which tells.
func (f *Follower) loadNewest(ctx context.Context, yield func([]shelf.Card) bool) (loaded map[string]bool, more bool, err error) {
	names, _ := f.d.store.Newest(firstBatch)
	names = names[:min(firstBatch, len(names))]
	loaded, more = make(map[string]bool, len(names)), true
	for _, n := range names {
		loaded[n.Path] = true
	}
	err = f.d.store.Scan(ctx, names, max(workers(), 2), firstBatch, func(got []store.Scanned) bool {
		more = yield(f.cards(got))
		return more
	})
	if err == nil {
		err = ctx.Err() // a scan that is nearly done may not notice
	}
	return loaded, more, err
}

func (f *Follower) cards(got []store.Scanned) []shelf.Card {
	cards := make([]shelf.Card, 0, len(got))
	for _, s := range got {
		path, stamp := s.Name.Path, s.File.Stamp
		if s.Err != nil { // a file that can't be read has no stamp: look first, then read again
			stamp = f.d.store.Stat([]string{path})[path]
			s.File, s.Err = f.d.store.Load(path)
		}
		if !isGone(s.Err) {
			cards = append(cards, f.card(path, stamp, s.File, s.Err))
		}
	}
	return cards
}

// card remembers how a file looked and makes its card; a second file with the same id is marked as locked.
func (f *Follower) card(path string, stamp store.Stamp, file store.File, err error) shelf.Card {
	c := CardOf(path, file, err)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.known[path] = stamp
	delete(f.twins, path)
	if err != nil || c.ID == "" {
		return c
	}
	switch first, taken := f.ids[c.ID]; {
	case !taken:
		f.ids[c.ID] = path
	case first != path && store.NameID(path) == c.ID && store.NameID(first) != c.ID: // the name decides which is the second
		f.ids[c.ID], f.known[first] = path, store.Stamp{}
	case first != path && store.NameID(path) != c.ID:
		f.twins[path] = c.ID
		c.Locked = cmp.Or(c.Locked, twinReason(first))
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

// Look finds what changed: new, vanished and replaced files by the times of the folders, and files that were written in place
// among those that are watched (on screen, or open). With all set, the next slice of all other files is looked at too. What
// was found is returned beside an error as well.
func (f *Follower) Look(ctx context.Context, watched []string, all bool) (Changes, error) {
	var ch Changes
	dirs, trouble := f.d.store.Dirs()
	look := slices.Clone(watched)
	if changed := f.changed(dirs); len(changed) > 0 || all || trouble != nil {
		fresh, gone, err := f.names(changed)
		look, ch.Gone, trouble = append(look, fresh...), gone, cmp.Or(err, trouble)
	}
	if all {
		look = append(look, f.nextSlice()...)
	}
	slices.Sort(look)
	for _, one := range f.differing(slices.Compact(look)) {
		if ctx.Err() != nil {
			return ch, ctx.Err()
		}
		file, err := f.d.store.Load(one.path)
		if isGone(err) {
			continue
		}
		ch.Cards = append(ch.Cards, f.card(one.path, one.stamp, file, err))
	}
	return ch, trouble
}

// changed returns the folders whose files are to be looked at, and remembers how the folders look now.
func (f *Follower) changed(dirs map[string]time.Time) map[string]bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	changed, again := map[string]bool{}, f.fresh
	for dir, at := range dirs {
		if was, ok := f.dirs[dir]; !ok || !was.Equal(at) {
			changed[dir] = true
		}
	}
	for dir := range f.dirs {
		if _, ok := dirs[dir]; !ok {
			changed[dir] = true
		}
	}
	f.dirs, f.fresh = dirs, maps.Clone(changed)
	maps.Copy(changed, again)
	return changed
}

// names compares the list of files with the one that is known. To look at are those that are new, those in folders that
// changed, and twins of a file that is gone.
func (f *Follower) names(changed map[string]bool) (look, gone []string, err error) {
	names, err := f.d.store.Names()
	f.mu.Lock()
	defer f.mu.Unlock()
	here := make(map[string]bool, len(names))
	for _, n := range names {
		here[n.Path] = true
		if _, ok := f.known[n.Path]; !ok || changed[path.Dir(n.Path)] {
			look = append(look, n.Path)
		}
	}
	if err != nil {
		return look, nil, err // what is not listed may be in a folder that can't be read now
	}
	for p := range f.known {
		if !here[p] {
			gone = append(gone, p)
		}
	}
	back := f.d.store.Stat(gone) // written by this program since the names were listed
	gone = slices.DeleteFunc(gone, func(p string) bool { _, ok := back[p]; return ok })
	slices.Sort(gone)
	return append(look, f.forget(gone)...), gone, nil
}

// forget drops what is known of files that are gone, and returns the twins that may have become the only ones with their id.
func (f *Follower) forget(gone []string) (freed []string) {
	lost := make(map[string]bool, len(gone))
	for _, p := range gone {
		lost[p] = true
		delete(f.known, p)
		delete(f.twins, p)
	}
	for id, p := range f.ids {
		if !lost[p] {
			continue
		}
		delete(f.ids, id)
		for twin, of := range f.twins {
			if of == id {
				freed = append(freed, twin)
				f.known[twin] = store.Stamp{} // it did not change, but what is to be said of it did
			}
		}
	}
	return freed
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

// seen is a file with its stamp from before it is read.
type seen struct {
	path  string
	stamp store.Stamp
}

// differing returns those files that look different from when they were read.
func (f *Follower) differing(paths []string) []seen {
	now := f.d.store.Stat(paths)
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []seen
	for _, p := range paths {
		stamp, here := now[p]
		if old, known := f.known[p]; here && (!known || old != stamp) {
			out = append(out, seen{p, stamp})
		}
	}
	return out
}
