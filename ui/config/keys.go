package config

import (
	"fmt"
	"slices"
	"strings"
)

// Binding is one action with the keys that start it.
type Binding struct {
	Action string   // its name under [keys]
	Area   string   // one of the areas, for help
	Keys   []string // Bubble Tea's names of keys, best first; none when the action is switched off
	Label  string   // what it does, in a word or three
}

// Shown is the key to show in a footer: the first one, or nothing when the action is switched off.
func (b Binding) Shown() string {
	if len(b.Keys) == 0 {
		return ""
	}
	return b.Keys[0]
}

// Writing is b with only those keys that act while one writes: F-keys, and keys with ctrl, alt or their like. All others
// are text, or move about in it.
func (b Binding) Writing() Binding {
	b.Keys = slices.DeleteFunc(slices.Clone(b.Keys), func(k string) bool { return !commands(k) })
	return b
}

// Keys holds the keys of each action by its name. An action that is absent has its default keys; an empty list switches
// it off.
type Keys map[string][]string

// Binding is the action of this name. For a name that is no action it has no keys and no area.
func (k Keys) Binding(action string) Binding {
	for _, b := range Actions() {
		if b.Action == action {
			return k.bound(b)
		}
	}
	return Binding{Action: action}
}

// Area is all actions of one area, in the order of help.
func (k Keys) Area(area string) []Binding {
	var out []Binding
	for _, b := range k.all() {
		if b.Area == area {
			out = append(out, b)
		}
	}
	return out
}

// bound replaces b's default keys by those that were chosen.
func (k Keys) bound(b Binding) Binding {
	if keys, ok := k[b.Action]; ok {
		b.Keys = slices.Clone(keys)
	}
	return b
}

// A place is where a person is, and so which actions are live together.
type place struct {
	name  string   // as Live takes it
	where string   // as a sentence says it
	areas []string // whose actions are live there
	less  []string // but not these
	more  []string // and these, with the keys that act while one writes
	also  []string // and these, with all of their keys
}

// places is every place. In the guide and in its lists, enter belongs to their own actions and there is nothing to search.
func places() []place {
	return []place{
		{name: TimelineArea, where: "in the timeline", areas: []string{GlobalArea, ListArea, TimelineArea}},
		{name: LessonsArea, where: "in the lessons", areas: []string{GlobalArea, ListArea, LessonsArea}},
		{name: "next", where: "in the list of what waits", areas: []string{GlobalArea, ListArea}, less: []string{"filter"}},
		{name: ReadingArea, where: "on the reading page", areas: []string{GlobalArea, ListArea, ReadingArea}, less: []string{"filter"}},
		{name: GuideArea, where: "in the guide", areas: []string{GlobalArea, ListArea, GuideArea}, less: []string{"open", "filter"}, also: []string{"add"}},
		{name: ItemsArea, where: "in the guide's lists", areas: []string{GlobalArea, ListArea, ItemsArea}, less: []string{"open", "filter"},
			also: []string{"findings", "zombies", "help_questions", "guide_share"}},
		{name: ThoughtsArea, where: "among the thoughts on a text", areas: []string{GlobalArea, ListArea, ThoughtsArea}, less: []string{"open", "filter"},
			also: []string{"findings"}},
		{name: ShareArea, where: "among the report and the letters", areas: []string{GlobalArea, ListArea, ShareArea}, less: []string{"filter"}},
		{name: AmendsArea, where: "in the amends", areas: []string{GlobalArea, ListArea, AmendsArea}, less: []string{"filter"}},
		{name: RehearseArea, where: "while you rehearse", areas: []string{RehearseArea}, also: []string{"force_quit", "redraw"}},
		{name: TextArea, where: "while you write", areas: []string{TextArea},
			more: []string{"capture", "help", "save", "redraw", "force_quit", "guide_editor", "contain"}},
	}
}

// Live is every action that is live in a place, in the order of help: "timeline", "lessons", "next", "reading", "guide",
// "items" (a list within the guide), "thoughts" (those on a text), "share", "amends", "rehearse" or "text" (any text field). No key stands for two of them. It is empty for any other name.
func (k Keys) Live(place string) []Binding {
	for _, p := range places() {
		if p.name == place {
			return p.live(k.all())
		}
	}
	return nil
}

func (k Keys) all() []Binding {
	all := Actions()
	for i, b := range all {
		all[i] = k.bound(b)
	}
	return all
}

// live picks those of all actions that are live in p.
func (p place) live(all []Binding) []Binding {
	var out []Binding
	for _, b := range all {
		switch {
		case slices.Contains(p.more, b.Action):
			out = append(out, b.Writing())
		case slices.Contains(p.also, b.Action), slices.Contains(p.areas, b.Area) && !slices.Contains(p.less, b.Action):
			out = append(out, b)
		}
	}
	return out
}

// A clash is one key that means two actions in one place.
type clash struct{ key, first, second, where string }

func (k Keys) clashes() []clash {
	var out []clash
	all := k.all()
	for _, p := range places() {
		owner := make(map[string]string)
		for _, b := range p.live(all) {
			for _, key := range b.Keys {
				if first, taken := owner[key]; taken {
					out = append(out, clash{key, first, b.Action, p.where})
					continue
				}
				owner[key] = b.Action
			}
		}
	}
	return out
}

// allowed says why an action can't have these keys, or nothing. The keys are in Bubble Tea's names.
func allowed(b Binding, keys []string) (what, hint string) {
	if len(keys) == 0 && (b.Action == "force_quit" || b.Action == "leave") {
		return fmt.Sprintf("%q needs at least one key", b.Action), "It is the way out"
	}
	if b.Area != TextArea {
		return "", ""
	}
	for _, key := range keys {
		if !commands(key) && key != "esc" && strings.TrimPrefix(key, "shift+") != "tab" {
			return fmt.Sprintf("%q is needed for writing, so it can't mean %q", key, b.Action),
				"Choose an F-key, or a key with ctrl or alt"
		}
	}
	return "", ""
}
