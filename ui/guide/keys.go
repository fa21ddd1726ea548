package guide

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"bounceback/journal"
	"bounceback/journal/coach"
	"bounceback/ui/config"
	uikeys "bounceback/ui/keys"
)

// keys are all keys of the guide, by the layer and the kind of page where they act.
type keys struct {
	list uikeys.List

	remarks, findings, zombies, explain, dismiss, undismiss key.Binding

	write, done, skip, deeper, sting, read, editor, contain, prev, next, what, share key.Binding

	nextField, prevField, leave, undoEdit, redoEdit key.Binding

	add, edit, remove, undo, moveDown, moveUp, indent, outdent, tick, factorKind, guess key.Binding

	help key.Binding
}

func newKeys(c config.Keys) keys {
	b := func(action string) key.Binding { return uikeys.Bind(c.Binding(action)) }
	return keys{
		list:  uikeys.NewList(c),
		write: b("write"), done: b("done"), skip: b("skip"), deeper: b("deeper"), sting: b("sting"), read: b("guide_read"),
		editor: b("guide_editor"), contain: b("contain"), prev: b("previous_step"), next: b("next_step"), what: b("title"), share: b("guide_share"),
		nextField: b("next_field"), prevField: b("previous_field"), leave: b("leave"), undoEdit: b("undo_edit"), redoEdit: b("redo_edit"),
		add: b("add"), edit: b("edit"), remove: b("remove"), undo: b("undo_item"), moveDown: b("move_down"), moveUp: b("move_up"),
		remarks: b("remarks"), findings: b("findings"), zombies: b("zombies"), explain: b("explain"), dismiss: b("dismiss"), undismiss: b("undismiss"),
		indent: b("indent"), outdent: b("outdent"), tick: b("tick"),
		factorKind: b("factor_kind"), guess: b("guess"), help: b("help_questions"),
	}
}

// Bindings returns the keys that act now, the ones that matter most first: the footer and the help read them.
func (m *Model) Bindings() []key.Binding {
	k := m.keys
	if m.entry == nil {
		return nil
	}
	if m.answer != nil {
		return m.answerBindings()
	}
	p := m.top()
	if p.kind == mendedPage {
		return []key.Binding{uikeys.As(k.write, "back to the timeline"), k.read, k.prev}
	}
	switch {
	case m.ghosts != nil && m.ghosts.lines != nil:
		return []key.Binding{uikeys.As(k.zombies, "take them away"), k.list.Back, k.list.Down, k.list.Up}
	case p.kind == thoughtsPage:
		return m.thoughtsBindings()
	case m.locked != "":
		return append(append([]key.Binding{k.read, k.prev, k.next, k.deeper}, m.coachBindings()...), k.list.Back)
	}
	var bs []key.Binding
	l, isList := m.listHere()
	switch {
	case isList && p.kind == stepPage:
		mine, step := m.listBindings(l), m.stepBindings()
		n := min(len(mine), 2)
		bs = append(append(append(bs, mine[:n]...), step...), mine[n:]...)
	case isList:
		bs = m.listBindings(l)
	case p.kind == stepPage && p.step != whatPage:
		bs = m.stepBindings()
	default:
		bs = append(bs, m.writeBinding())
	}
	if p.kind == stepPage {
		bs = append(bs, k.next, k.prev)
		if p.step != whatPage {
			bs = append(bs, k.what)
		}
		if p.step == journal.StepFix || p.step == journal.StepApologize {
			bs = append(bs, k.share)
		}
		bs = append(bs, k.sting, k.read)
	}
	switch f, ok := m.current(); {
	case p.kind == questionsPage:
		bs = append(bs, uikeys.As(k.help, "back"))
	case m.hasQuestions() && !(p.kind == stepPage && ok && strings.HasPrefix(f.key, "rca.")):
		bs = append(bs, k.help)
	}
	bs = append(bs, m.coachBindings()...)
	if f, ok := m.current(); ok && (f.kind == prose_ || f.kind == line) {
		bs = append(bs, k.editor)
	}
	return append(bs, k.list.Back, k.list.Down, k.list.Up)
}

// coachBindings are the keys that ask the coach about the selected text, when there is one.
func (m *Model) coachBindings() []key.Binding {
	f, _, ok := m.subject()
	if !ok || f.get(m.entry) == "" {
		return nil
	}
	bs := []key.Binding{uikeys.As(m.keys.findings, "thoughts")}
	if m.hasDoers(f) {
		bs = append(bs, m.keys.zombies)
	}
	return bs
}

func (m *Model) thoughtsBindings() []key.Binding {
	k := m.keys
	var bs []key.Binding
	_, fs, ok := m.pageThoughts()
	if ok && m.thoughtRows() > 0 {
		bs = append(bs, k.explain)
	}
	if at := m.top().cursor; m.locked == "" && ok && at < len(fs) && fs[at].Level != coach.Praise {
		bs = append(bs, k.dismiss)
	}
	if slices.ContainsFunc(m.dismissed, func(d string) bool { return strings.HasPrefix(d, m.top().f.key+":") }) {
		bs = append(bs, k.undismiss)
	}
	return append(bs, k.list.Back, k.list.Down, k.list.Up)
}

func (m *Model) stepBindings() []key.Binding {
	k := m.keys
	st := m.entry.State(m.top().step).Status
	done, skip := k.done, uikeys.As(k.skip, "skip: "+skipReason(m.top().step))
	if st.Closed() {
		done, skip = uikeys.As(k.done, "open again"), uikeys.As(k.skip, "open again")
	}
	var bs []key.Binding
	if m.coreAnswered(m.top().step) && st.Open() {
		bs = append(bs, done, m.writeBinding())
	} else {
		bs = append(bs, m.writeBinding(), done)
	}
	if st.Open() && !m.coreAnswered(m.top().step) {
		bs = append(bs, skip)
	}
	if m.foldable() {
		label := "look deeper"
		if m.deeper[m.top().step] {
			label = "fold away"
		}
		bs = append(bs, uikeys.As(k.deeper, label))
	}
	if f, ok := m.current(); ok && m.hasQuestions() && strings.HasPrefix(f.key, "rca.") { // where they help most
		bs = append(bs, k.help)
	}
	return bs
}

func (m *Model) writeBinding() key.Binding {
	f, ok := m.current()
	switch {
	case !ok:
		b := m.keys.write
		b.SetEnabled(false)
		return b
	case f.kind == list:
		return uikeys.As(m.keys.write, "open")
	case f.kind == choice || f.kind == flag:
		return uikeys.As(m.keys.write, "choose")
	}
	return m.keys.write
}

func (m *Model) listBindings(l field) []key.Binding {
	k := m.keys
	add := uikeys.As(k.add, "add "+l.list.one)
	bs := []key.Binding{add}
	if l.list.count(m.entry) > 0 {
		if l.list.tick != nil {
			word := l.list.tickWord
			if _, i, ok := m.selectedItem(); ok && l.list.ticked(m.entry, i) {
				word = "take that back"
			}
			bs = []key.Binding{uikeys.As(k.tick, word), add}
		}
		bs = append(bs, k.edit, k.remove, k.moveDown, k.moveUp)
		if l.list.shift != nil {
			bs = append(bs, k.indent, k.outdent)
		}
		if l.list.sort != nil {
			bs = append(bs[:2:2], append([]key.Binding{k.factorKind, k.guess}, bs[2:]...)...)
		}
	}
	if slices.ContainsFunc(m.undo, func(r removal) bool { return r.list == l.key }) {
		bs = append(bs, k.undo)
	}
	return bs
}

func (m *Model) answerBindings() []key.Binding {
	k := m.keys
	a := m.answer
	next := "next question"
	if m.lastQuestion() {
		next = "done writing"
	}
	bs := []key.Binding{uikeys.As(k.nextField, next), uikeys.As(k.leave, "to the page")}
	if a.options != nil {
		bs = []key.Binding{uikeys.As(k.list.Down, "the next one"), uikeys.As(k.write, "take"), bs[0], uikeys.As(k.leave, "leave it")}
	}
	if m.chains() {
		bs = []key.Binding{uikeys.As(k.write, "and the next one"), uikeys.As(k.nextField, "done writing"), bs[1]}
	}
	if a.f.key == dismissal {
		return []key.Binding{bs[0], bs[1], bs[3]}
	}
	if m.coached(a.f) && len(m.thoughtsOn(m.textKey(a.f)).remarks) > 0 {
		r := k.remarks
		r.SetHelp(shown(lastKey(r)), "thoughts")
		bs = append(bs, r)
	}
	if m.offersContain() {
		c := k.contain
		c.SetHelp(shown(lastKey(c)), "stop the harm first")
		bs = append(bs, c)
	}
	if a.options == nil {
		bs = append(bs, k.prevField)
		if a.f.kind == prose_ || a.f.kind == line {
			e := k.editor
			e.SetHelp(shown(lastKey(e)), e.Help().Desc)
			bs = append(bs, e)
		}
	}
	return bs
}

// shown is a key as the screen writes it.
func shown(k string) string { return uikeys.Shown(k) }

// lastKey is the key of a binding that also works while one types: an F-key or a ctrl key.
func lastKey(b key.Binding) string {
	for _, k := range b.Keys() {
		if len(k) > 1 {
			return k
		}
	}
	return b.Help().Key
}
