package page

import (
	"bounceback/journal"
	"bounceback/journal/markdown"
)

// Owed returns what one should have in mind before giving somebody what one owes them, as Markdown: the mistake, and of it the
// apology, or what happened and what was put right.
func Owed(e *journal.Entry, o journal.Owe) string {
	w := &writer{}
	w.block("# " + markdown.Heading(e.Name()))
	w.block(dots(o.Since.Long(), markdown.Line(string(e.Severity))))
	if o.Kind == journal.OweReport {
		if n := e.Notice(o.To); n != nil {
			w.answer("How it touched them", n.Affected)
		}
		w.answer("What happened", e.What)
		w.answer("What is put right", e.Fix.Repaired)
		return w.b.String()
	}
	for _, a := range e.Apologies {
		if journal.SameName(a.To, o.To) && (o.Kind == journal.OwePromise && a.Promise == o.Text || o.Kind == journal.OweApology && a.Words == o.Text) {
			w.apology(a)
		}
	}
	return w.b.String()
}
