package ui

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/desk"
	"bounceback/journal/shelf"
	"bounceback/journal/store"
	"bounceback/ui/guide"
	"bounceback/ui/theme"
)

// One text was changed here and in another program: the person sees both and says which shall stand. Until then both are
// kept, theirs in the file and mine in memory and in drafts.

// conflictText shows both sides of what was changed twice, as many as there is room for.
func (a *App) conflictText() string {
	doc := a.conflicted()
	if doc == nil {
		return ""
	}
	c := doc.conflict
	mine := c.Mine(*doc.entry)
	b := &strings.Builder{}
	fmt.Fprintf(b, "“%s” was changed in another program while you wrote, in the same place. Nothing is lost. Which shall stand?\n", theme.Clean(doc.entry.Name()))
	for i, key := range c.Keys {
		if i == 2 {
			fmt.Fprintf(b, "\n(and in %d more places)\n", len(c.Keys)-i)
			break
		}
		m, t := fromDifference(valueAt(&mine, key, true), valueAt(&c.Theirs.Entry, key, false))
		fmt.Fprintf(b, "\n%s\n%s\n%s\n", guide.Question(key), sides("mine: ", m), sides("theirs: ", t))
	}
	for i, choice := range conflictChoices() {
		mark := "  "
		if i == a.choice {
			mark = a.theme.Glyphs.Arrow + " "
		}
		b.WriteString("\n" + mark + choice)
	}
	return b.String()
}

// conflictChoices are the answers, the one that loses nothing first. They are rows and no letters, because letters act on the
// page that was there a moment ago.
func conflictChoices() []string {
	return []string{"keep both: mine becomes an entry of its own", "mine, what I wrote here", "theirs, what stands in the file"}
}

// conflicted is the document that waits for the answer.
func (a *App) conflicted() *document {
	if a.doc != nil && a.doc.conflict != nil {
		return a.doc
	}
	for _, d := range a.docs {
		if d.conflict != nil {
			return d
		}
	}
	return nil
}

// raise brings up the question which side of a conflict shall stand, as soon as keys are no text: a letter that was meant
// for the text must not answer it.
func (a *App) raise() {
	if a.overlay != noOverlay || a.quitting || a.writing() || a.letter.waits {
		return
	}
	if doc := a.conflicted(); doc != nil {
		a.overlay, a.choice, doc.trouble = conflictOverlay, 0, "" // the question says it now
	} else if len(a.rescued) > 0 {
		a.overlay = recoverOverlay
	}
}

type splitMsg struct {
	doc  *document
	file store.File
	err  error
}

func (a *App) conflictKey(msg tea.KeyPressMsg) tea.Cmd {
	doc := a.conflicted()
	if doc == nil {
		a.overlay = noOverlay
		return nil
	}
	if doc.splitting {
		return nil
	}
	if doc == a.doc {
		a.guide.Sync()
	}
	mine := doc.conflict.Mine(*doc.entry)
	n := len(conflictChoices())
	switch {
	case key.Matches(msg, a.keys.down):
		a.choice = (a.choice + 1) % n
	case key.Matches(msg, a.keys.up):
		a.choice = (a.choice + n - 1) % n
	case !key.Matches(msg, a.keys.open):
	case a.choice == 1:
		return a.settled(doc, mine)
	case a.choice == 2:
		return a.settled(doc, doc.conflict.Merged.Clone())
	default:
		doc.splitting = true
		d, now := a.desk, a.opt.Now()
		return func() tea.Msg {
			f, err := d.Split(mine, now)
			return splitMsg{doc, f, err}
		}
	}
	return nil
}

// split goes on once mine is safe in an entry of its own; until then the conflict stands.
func (a *App) split(msg splitMsg) tea.Cmd {
	doc := msg.doc
	doc.splitting = false
	if msg.err != nil {
		doc.trouble = "Not kept apart: " + reason(msg.err) + ". Your text is in drafts."
		return nil
	}
	a.follower.Saw(msg.file)
	put := a.put([]shelf.Card{desk.Card(msg.file)}, nil)
	a.note = "Both are kept. Yours is a mistake of its own now, beside this one."
	if doc.conflict == nil {
		return put
	}
	return tea.Batch(put, a.settled(doc, doc.conflict.Merged.Clone()))
}

// settled ends a conflict with the entry that shall stand.
func (a *App) settled(doc *document, e journal.Entry) tea.Cmd {
	*doc.entry = e
	doc.base, doc.conflict, doc.err, doc.trouble = doc.conflict.Theirs, nil, nil, ""
	doc.touch()
	a.overlay = noOverlay
	if doc == a.doc && a.guide.Refresh() {
		doc.touch()
	}
	return a.saveDoc(doc)
}

// glimpse is how much of each side is shown, in bytes.
const glimpse = 150

func sides(whose, s string) string {
	if s == "" {
		return whose + "(nothing)"
	}
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > glimpse {
		cut := glimpse
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut] + " …"
	}
	return whose + s
}

// fromDifference cuts what two long texts have in common at their beginning, but for the last words of it.
func fromDifference(a, b string) (string, string) {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	if n < glimpse/2 {
		return a, b
	}
	from := max(strings.LastIndexAny(a[:n-30], " \n"), 0)
	return "… " + a[from:], "… " + b[from:]
}

// valueAt is what an entry says at a key such as "own.did", or "fix.actions[2].do" in an element of a list. The place in a
// list is the one in the file; byOrigin says that the entry has another order.
func valueAt(e *journal.Entry, key string, byOrigin bool) string {
	data, err := store.JSON(*e, true)
	if err != nil {
		return ""
	}
	var at any
	if json.Unmarshal(data, &at) != nil {
		return ""
	}
	path := ""
	for part := range strings.SplitSeq(key, ".") {
		name, place, inList := strings.Cut(strings.TrimSuffix(part, "]"), "[")
		table, _ := at.(map[string]any)
		at = table[name]
		path = strings.TrimPrefix(path+"."+name, ".")
		if !inList {
			continue
		}
		n, _ := strconv.Atoi(place)
		i := n - 1
		if byOrigin {
			e.EachOrigin(func(list string, j int, o *journal.Origin) {
				if list == path && int(*o) == n {
					i = j
				}
			})
		}
		list, _ := at.([]any)
		if i < 0 || i >= len(list) {
			return ""
		}
		at = list[i]
	}
	if at == nil {
		return ""
	}
	return fmt.Sprint(at)
}
