package config

// Rule of this file: an action's name is a promise to every configuration file in the world. Add actions; don't rename them.

// Areas group the actions in help. Where each is live is said by [Keys.Live].
const (
	GlobalArea   = "global"
	ListArea     = "list"
	TimelineArea = "timeline"
	GuideArea    = "guide"
	TextArea     = "text"
	ItemsArea    = "items"
	LessonsArea  = "lessons"
	ReadingArea  = "reading"
	ThoughtsArea = "thoughts"
	ShareArea    = "share"
	AmendsArea   = "amends"
	RehearseArea = "rehearse"
)

// Actions is every action with its default keys, in the order of help. Every call returns its own value.
//
// Every key with ctrl has a plain twin, another key of the same action or another action that comes to the same, because
// multiplexers and browsers keep some ctrl keys for themselves.
func Actions() []Binding {
	var all []Binding
	for _, area := range []struct {
		name    string
		actions []Binding
	}{
		{GlobalArea, globalActions()},
		{ListArea, listActions()},
		{TimelineArea, timelineActions()},
		{GuideArea, guideActions()},
		{TextArea, textActions()},
		{ItemsArea, itemsActions()},
		{LessonsArea, lessonsActions()},
		{ReadingArea, readingActions()},
		{ThoughtsArea, thoughtsActions()},
		{ShareArea, shareActions()},
		{AmendsArea, amendsActions()},
		{RehearseArea, rehearseActions()},
	} {
		for _, b := range area.actions {
			b.Area = area.name
			all = append(all, b)
		}
	}
	return all
}

// action is a Binding whose area is filled in by Actions.
func action(name, label string, keys ...string) Binding {
	return Binding{Action: name, Label: label, Keys: keys}
}

func globalActions() []Binding {
	return []Binding{
		action("timeline", "timeline", "1"),
		action("lessons", "lessons", "2"),
		action("amends", "amends", "4"),
		action("next_pane", "next pane", "tab"),
		action("capture", "capture", "c", "f2", "ctrl+n"),
		action("next", "what waits", "n"),
		action("help", "help", "?", "f1"),
		action("save", "save now", "ctrl+s", "f3"),
		action("redraw", "redraw", "ctrl+l", "f5"),
		action("suspend", "suspend", "ctrl+z", "f9"),
		action("quit", "quit", "q"),
		action("force_quit", "quit from anywhere", "ctrl+c"), // its twin: esc, then quit
	}
}

func listActions() []Binding {
	return []Binding{
		action("down", "down", "j", "down"),
		action("up", "up", "k", "up"),
		action("top", "first", "g", "home"),
		action("bottom", "last", "G", "end"),
		action("half_down", "half a page down", "ctrl+d"), // its twin: page_down
		action("half_up", "half a page up", "ctrl+u"),     // its twin: page_up
		action("page_down", "page down", "pgdown"),
		action("page_up", "page up", "pgup"),
		action("open", "go on", "enter"),
		action("back", "back", "esc"),
		action("filter", "search", "/"),
	}
}

func timelineActions() []Binding {
	return []Binding{
		action("timeline_read", "read", "v"),
		action("sort", "sort", "s"),
		action("timeline_trash", "move to trash", "d"),
		action("timeline_undo", "bring back", "u"),
		action("timeline_editor", "editor", "e", "f4", "ctrl+o"),
		action("timeline_share", "report and letters", "r"),
	}
}

func guideActions() []Binding {
	return []Binding{
		action("write", "write", "enter"),
		action("done", "done", "x"),
		action("skip", "skip", "s"),
		action("deeper", "look deeper", "m"),
		action("sting", "sting", "p"),
		action("guide_read", "read", "v"),
		action("guide_editor", "editor", "e", "f4", "ctrl+o"),
		action("previous_step", "previous step", "["),
		action("next_step", "next step", "]"),
		action("title", "title and facts", "t"),
		action("contain", "stop the harm first", "!", "f8"),
		action("guide_share", "report and letters", "r"),
		action("findings", "thoughts on the text", "f"),
		action("zombies", "the zombie test", "z"),
		action("help_questions", "questions that help", "h"),
	}
}

func textActions() []Binding {
	return []Binding{
		action("undo_edit", "undo", "ctrl+z", "f6"),
		action("redo_edit", "redo", "ctrl+y", "f7"),
		action("next_field", "next question", "tab"),
		action("previous_field", "previous question", "shift+tab"),
		action("leave", "leave the text", "esc"),
		action("remarks", "thoughts on the text", "ctrl+r", "f10"),
	}
}

func itemsActions() []Binding {
	return []Binding{
		action("add", "add", "a"),
		action("edit", "edit", "enter"),
		action("remove", "remove", "d"),
		action("undo_item", "undo", "u"),
		action("move_down", "move down", "J"),
		action("move_up", "move up", "K"),
		action("indent", "indent", ">"),
		action("outdent", "outdent", "<"),
		action("tick", "done now", "space"),
		action("factor_kind", "another kind", "w"),
		action("guess", "known, or a guess", "~"),
	}
}

func lessonsActions() []Binding {
	return []Binding{
		action("by_theme", "by theme or time", "t"),
		action("story", "story", "s"),
		action("origin", "where it came from", "o"),
		action("copy", "copy", "y"),
	}
}

func readingActions() []Binding {
	return []Binding{
		action("reading_editor", "editor", "e", "f4", "ctrl+o"),
	}
}

func thoughtsActions() []Binding {
	return []Binding{
		action("explain", "more about it", "enter"),
		action("dismiss", "fine as it is", "d"),
		action("undismiss", "bring it back", "u"),
	}
}

func shareActions() []Binding {
	return []Binding{
		action("told", "told now, sent, said", "space"),
		action("answered", "they answered", "h"),
		action("copy_kind", "full or summary", "f"),
		action("choices", "what is in it", "o"),
		action("pseudonyms", "names or Person A, B", "p"),
		action("exempt", "need not hear", "w"),
		action("add_reader", "add somebody", "a"),
		action("address", "their address", "@"),
		action("rehearse", "say it aloud", "r"),
		action("share_copy", "copy the text", "y"),
		action("share_plain", "as plain text", "v"),
		action("close_step", "the step is done", "x"),
	}
}

func amendsActions() []Binding {
	return []Binding{
		action("amended", "done now", "space"),
		action("amends_undo", "take that back", "u"),
		action("amends_read", "read", "v"),
	}
}

func rehearseActions() []Binding {
	return []Binding{
		action("rehearse_on", "go on", "space", "enter", "right", "down", "j"),
		action("rehearse_back", "go back", "left", "up", "k"),
		action("rehearse_leave", "leave", "esc", "q"),
	}
}
