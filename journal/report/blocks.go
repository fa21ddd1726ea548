package report

// A document is one list of blocks, which two writers turn into Markdown and into plain text. No writer knows of an entry.

type kind uint8

const (
	heading   kind = iota
	paragraph      // one line of spans
	prose          // what a person typed, in several lines
	list           // items, nested or with boxes
	rule
)

// block is one block of a document. All texts are clean, and plain: what they mean to Markdown is the writer's business.
type block struct {
	kind  kind
	level int // of a heading, 1 to 3
	spans []span
	text  string
	items []item
}

// span is a piece of a line.
type span struct {
	text   string
	strong bool
}

// item is one line of a list, with what stands below it.
type item struct {
	box   box
	spans []span
	items []item
}

// box is what stands before an item of a task list.
type box uint8

const (
	none box = iota
	open
	ticked
)

func plain(s string) []span { return []span{{text: s}} }
