package store

import (
	"context"
	"sync"
	"sync/atomic"
)

// Scanned is one entry of a scan.
type Scanned struct {
	Name Name
	File File
	Err  error // as from [Store.Load]; then File has nothing but its Path
}

// Scan loads the files of names with so many workers, and hands them to yield in the order of names, in batches of at most
// batch. It ends early when yield returns false or ctx is done; only the latter is an error. At least one worker and a batch
// of one are used. Each name comes back with its file's stamp.
//
// Of two files with one id, the one whose name has another is locked, as in [Store.Load]; names tells which those are.
func (s *Store) Scan(ctx context.Context, names []Name, workers, batch int, yield func([]Scanned) bool) error {
	workers, batch = max(1, workers), max(1, batch)
	ids := make(map[string]bool, len(names))
	for _, n := range names {
		if n.ID != "" {
			ids[n.ID] = true
		}
	}
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer func() { cancel(); wg.Wait() }()
	// A slot for each name would hold a journal's text twice; a window keeps what is read ahead small.
	out := make([]chan Scanned, min(len(names), batch+4*workers))
	for i := range out {
		out[i] = make(chan Scanned, 1)
	}
	room := make(chan struct{}, len(out))
	var next atomic.Int64
	for range min(workers, len(names)) {
		wg.Go(func() {
			for {
				select {
				case room <- struct{}{}:
				case <-ctx.Done():
					return
				}
				i := int(next.Add(1)) - 1
				if i >= len(names) {
					return
				}
				out[i%len(out)] <- s.scanOne(names[i], ids)
			}
		})
	}
	got := make([]Scanned, 0, batch)
	for i := range names {
		select {
		case one := <-out[i%len(out)]:
			<-room
			got = append(got, one)
		case <-ctx.Done():
			return ctx.Err()
		}
		if len(got) == batch || i == len(names)-1 {
			if !yield(got) {
				return nil
			}
			got = make([]Scanned, 0, batch)
		}
	}
	return nil
}

func (s *Store) scanOne(n Name, ids map[string]bool) Scanned {
	d, err := s.load(n.Path)
	if err != nil {
		return Scanned{Name: n, File: File{Path: n.Path}, Err: err}
	}
	if d.Locked == "" && d.Entry.ID != n.ID && ids[d.Entry.ID] {
		d.Locked = lockedTwin
	}
	n.Stamp = d.Stamp
	return Scanned{Name: n, File: d.File}
}
