// Package prose is the text field of the journal: writing is what the program is for.
//
// Goals: the text is never altered (Text returns exactly the bytes that were set, typed or pasted), a key costs
// microseconds in a text of thousands of lines, and what stands on the screen is always exactly as wide as it
// claims to be, whatever the text holds. There is undo and redo, selection, a real cursor for input methods, and
// marks under spans of the text.
//
// How: the text is a slice of lines, each with the places where it wraps. An edit wraps only the rows around it,
// drawing reads only the rows on the screen, and the scroll position is a line and a row in it, not a number of
// rows from the top, so that nothing has to be summed up.
//
// Non-goals: syntax, several cursors, right-to-left reordering (the terminal does that or doesn't), reading the
// clock, files or the system's clipboard. The field knows nothing of the journal.
package prose
