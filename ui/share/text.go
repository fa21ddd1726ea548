package share

import (
	"fmt"
	"strings"

	"bounceback/journal"
	"bounceback/journal/report"
	"bounceback/ui/ask"
	"bounceback/ui/page"
	"bounceback/ui/theme"
)

// text is what the selected reader gets, word for word.
type text struct {
	of       made
	markdown string
	plain    string // the text part of the mail
	subject  string
	empty    bool
}

// made is what a text was made from.
type made struct {
	entry *journal.Entry
	id    string
	book  string
}

// widestText is how many cells a line of it takes at most.
const widestText = 90

// document is what the selected reader gets.
func (m *Model) document(it item) report.Document {
	if it.letter {
		if a := m.entry.Apology(it.to, it.words); a != nil {
			return report.NewLetter(*a)
		}
	}
	return report.New(m.entry, report.Options{Copy: m.copyOf(it), To: it.to, Mine: it.own(), Owner: m.book.Owner(), Groups: m.book.GroupNames()})
}

func (m *Model) copyOf(it item) journal.CopyKind {
	if n := m.entry.Notice(it.to); n != nil && n.Copy == report.Summary && !it.own() {
		return report.Summary
	}
	return report.Full
}

// refresh makes the text of the selected reader, when it is not there already.
func (m *Model) refresh() {
	it, ok := m.selected()
	if !ok {
		m.shown = text{}
		return
	}
	of := made{m.entry, it.id(), m.book.From + "\n" + strings.Join(m.book.GroupNames(), "\n")}
	if m.shown.of == of {
		return
	}
	if m.shown.of.id != of.id {
		m.sheet.Top()
	}
	d := m.document(it)
	m.shown = text{of: of, markdown: d.Markdown(), plain: d.Text(), subject: d.Subject(), empty: d.Empty()}
}

// Wants returns what the text still needs, and nil when that was asked for already.
func (m *Model) Wants() ask.Ask {
	if m.entry == nil || m.plain || m.shown.markdown == "" {
		return nil
	}
	_, _, a := m.renders.Want(m.renderKey(), m.shown.markdown, m.textWidth())
	return a
}

func (m *Model) renderKey() string {
	return m.renders.Key(m.path+"\x00"+m.shown.of.id, m.shown.markdown)
}

// show puts into the sheet what there is: the page, or the text as it goes out.
func (m *Model) show() {
	w := m.textWidth()
	if w < 1 {
		return
	}
	if !m.plain {
		if s, ok := m.renders.Peek(m.renderKey(), w); ok {
			m.sheet.SetText(s)
			return
		}
		m.sheet.SetText(strings.Join(theme.Wrap(page.Plain(m.shown.markdown), w), "\n"))
		return
	}
	m.sheet.SetText(strings.Join(theme.Wrap(theme.CleanLines(m.shown.plain), w), "\n"))
}

// head is what stands above the text: to whom it goes, under which subject, and what is left out of it.
func (m *Model) head(w int) []string {
	it, ok := m.selected()
	if !ok || w < 8 {
		return nil
	}
	t := m.opt.Theme
	var out []string
	line := func(label, s string) {
		out = append(out, t.Cut(t.Dim.Render(label)+" "+s, w))
	}
	if m.asks(it) {
		q := "You made this ready on " + m.day(it.ready) + ". Did it go out? " + m.keys.told.Help().Key + " says so."
		for _, l := range theme.Wrap(q, w) {
			out = append(out, t.Accent.Render(l))
		}
	}
	if it.own() {
		line("For", "you alone: who has received it stands at the end")
	} else {
		line("To", m.address(it))
		line("Subject", theme.Clean(m.shown.subject))
	}
	if !it.letter {
		line("Copy", m.kindOf(it))
	}
	return append(out, t.Faint.Render(strings.Repeat(t.Glyphs.H, w)))
}

func (m *Model) address(it item) string {
	t := m.opt.Theme
	if m.bookSays != "" {
		return m.name(it) + t.Warn.Render(" "+t.Glyphs.Dot+" the addresses can’t be read")
	}
	switch r := m.book.Find(it.to); {
	case len(r.Addresses) == 0:
		return m.name(it) + t.Dim.Render(" "+t.Glyphs.Dot+" no address yet")
	case r.Group || len(r.Addresses) > 1:
		people := fmt.Sprintf("%d people", len(r.Addresses))
		if len(r.Addresses) == 1 {
			people = "one person"
		}
		return m.name(it) + t.Dim.Render(" "+t.Glyphs.Dot+" "+people+", as Bcc")
	default:
		return m.name(it) + t.Dim.Render(" <"+theme.Clean(r.Addresses[0])+">")
	}
}

// apologizes reports whether the report to somebody has one's apology to them in it.
func (m *Model) apologizes(it item) bool {
	a := m.entry.Apology(it.to, "")
	return !it.letter && !it.own() && a != nil && strings.TrimSpace(a.Words) != "" && !report.Omits(m.entry.Report.Omit, "apologies")
}

// kindOf says which copy it is and what is not in it.
func (m *Model) kindOf(it item) string {
	parts := []string{"full"}
	if m.copyOf(it) == report.Summary {
		parts[0] = "summary"
	}
	if it.own() {
		parts[0] = "your own"
	}
	if m.apologizes(it) {
		parts = append(parts, "your apology")
	}
	if m.entry.Report.Pseudonyms {
		parts = append(parts, "other names")
	}
	n := 0
	for _, p := range report.Parts(m.entry) {
		if report.Omits(m.entry.Report.Omit, p.Key) {
			n++
		}
	}
	switch {
	case n == 1:
		parts = append(parts, "one part left out")
	case n > 1:
		parts = append(parts, fmt.Sprintf("%d parts left out", n))
	}
	return strings.Join(parts, " "+m.opt.Theme.Glyphs.Dot+" ")
}
