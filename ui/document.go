package ui

import (
	"errors"
	"slices"
	"time"

	"bounceback/journal"
	"bounceback/journal/desk"
	"bounceback/journal/store"
)

// document is one entry while it is open: what its file held, what the person made of it since, and how far saving has
// come. It knows nothing of screens.
//
// The rule: rev grows with every change, saved is the rev that is on disk, and at most one save is under way. The words
// "saved" may be shown only when rev == saved and no error stands.
type document struct {
	base  store.File
	entry *journal.Entry

	rev, saved, sending uint64
	kept                uint64 // what of a conflict is in drafts
	saving              bool
	timer               bool // a save is due soon
	sent                journal.Entry
	flight              func() savedMsg // the save under way: whoever calls it first does it, all get its answer
	savedAt             time.Time
	err                 error  // why the last save failed; stays until one succeeds
	trouble             string // err as the person reads it, with where the text is
	conflict            *store.ConflictError
	splitting           bool // one side of the conflict is on its way into an entry of its own

	unread, unreadKept []desk.Unread // days and times that can't be read yet, and which of them are in drafts
	keepingUnread      bool          // on their way there
	unreadErr          error         // why they could not be kept
}

func newDocument(f store.File) *document {
	e := f.Entry.Clone()
	return &document{base: f, entry: &e}
}

func (d *document) path() string { return d.base.Path }

// touch notes a change.
func (d *document) touch() { d.rev++ }

// dirty reports whether there is something that is not on disk.
func (d *document) dirty() bool { return d.rev != d.saved }

// idle reports whether the document needs nobody any more.
func (d *document) idle() bool {
	return !d.dirty() && !d.saving && d.conflict == nil && !d.keepingUnread && d.unreadIsKept()
}

// unreadIsKept reports whether drafts hold all days and times that can't be read yet.
func (d *document) unreadIsKept() bool { return slices.Equal(d.unread, d.unreadKept) }

// begin takes a deep snapshot to save. While it is on its way the elements of the working copy carry, as a negative
// origin, their place in the snapshot: that is where they will stand in the file. Bytes that are no text, which no file can
// hold, are replaced first, so that what comes back is what was sent.
func (d *document) begin() (base store.File, want journal.Entry) {
	d.saving, d.sending = true, d.rev
	if clean, changed := store.Sanitize(*d.entry); changed {
		*d.entry = clean
	}
	d.sent = d.entry.Clone()
	d.entry.EachOrigin(func(_ string, i int, o *journal.Origin) { *o = journal.Origin(-(i + 1)) })
	return d.base, d.sent.Clone()
}

// done takes in what the save wrote. When other programs had changed other keys, their changes come in as well; merged
// reports that.
func (d *document) done(f store.File, at time.Time) (merged bool) {
	d.entry.EachOrigin(func(_ string, _ int, o *journal.Origin) {
		if *o < 0 {
			*o = -*o
		}
	})
	if !f.Entry.Equal(d.sent) {
		was := d.sent.Clone()
		was.EachOrigin(func(_ string, i int, o *journal.Origin) { *o = journal.Origin(i + 1) })
		m, conflicts := store.Merge(was, *d.entry, f.Entry)
		if len(conflicts) == 0 {
			*d.entry, merged = m, true
		} else { // written meanwhile where others wrote as well: the next save sees it from what was sent, and says so
			f.Text, f.Entry = store.Encode(was), was
		}
	}
	d.base, d.saved, d.savedAt = f, d.sending, at
	d.saving, d.err, d.conflict, d.trouble = false, nil, nil, ""
	return merged
}

// failed gives the working copy its old origins back and keeps the reason.
func (d *document) failed(err error) {
	origins := map[string][]journal.Origin{}
	d.sent.EachOrigin(func(list string, _ int, o *journal.Origin) { origins[list] = append(origins[list], *o) })
	d.entry.EachOrigin(func(list string, _ int, o *journal.Origin) {
		if *o < 0 {
			*o = origins[list][-*o-1]
		}
	})
	d.saving, d.err = false, err
	var c *store.ConflictError
	if errors.As(err, &c) {
		d.conflict = c
	}
}

// adopt takes over what another program wrote. Only for a document without changes of its own.
func (d *document) adopt(f store.File) {
	d.base, d.err, d.trouble = f, nil, ""
	*d.entry = f.Entry.Clone()
}

// stranded reports whether the file is no longer there and all of the text is in drafts: nothing more can be done.
func (d *document) stranded() bool {
	return d.gone() && inDrafts(d.err) && d.rev == d.sending && !d.saving
}

// gone reports whether the file is no longer there.
func (d *document) gone() bool {
	var g *store.GoneError
	return errors.As(d.err, &g)
}
