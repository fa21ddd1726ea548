package desk

import (
	"fmt"
	"path"
	"strings"
)

// Several programs may be at work in one journal. What this one has in drafts carries its mark, so that the others leave it
// alone as long as it runs; what carries the mark of one that has ended is offered to the person.

const markLength = 6 // characters of an id

// draftName returns a name that no other draft has, with the mark of this desk. The caller holds mu.
func (d *Desk) draftName(stem, ending string) string {
	name := stem + d.now().Format("-20060102-150405-") + d.claimed()
	if d.made++; d.made > 1 {
		name += fmt.Sprint(d.made)
	}
	return name + ending
}

// claimed returns the mark, which is drawn with the first draft. Without locks on its file system it is claimed for nobody to
// see: then another program may offer what is here, and nothing worse.
func (d *Desk) claimed() string {
	const tries = 8
	for range tries {
		if d.mark != "" {
			break
		}
		id, err := d.newID()
		if err != nil {
			break
		}
		if mark := id[:markLength]; !d.store.Claimed(mark) {
			d.mark = mark
		}
	}
	if d.release == nil && d.mark != "" {
		if release, err := d.store.Claim(d.mark); err == nil {
			d.release = release
		}
	}
	return d.mark
}

// Release lets other programs offer what is left in drafts: at the end. An end without it does so too.
func (d *Desk) Release() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.release != nil {
		d.release()
		d.release = nil
	}
}

// othersAtWork reports whether a program that is running, and that is not this one, has written a draft. The caller holds mu.
func (d *Desk) othersAtWork(draft string) bool {
	stem := strings.TrimSuffix(draft, path.Ext(draft))
	last := stem[strings.LastIndex(stem, "-")+1:]
	if len(last) < markLength {
		return false
	}
	mark := last[:markLength]
	return mark != d.mark && d.store.Claimed(mark)
}
