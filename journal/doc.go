// Package journal is the heart of bounceback: one mistake, the four steps back from it, and every change a person can make
// to it, as pure functions.
//
// Goals: the types that all other rooms share, steps and progress, what waits, changes that load-apply-save code can run
// again on a fresher entry. Nothing here reads a clock, a file or a random number: the moment and the id come in as
// arguments.
//
// Non-goals: the file format (journal/store), what a list shows (journal/shelf), judging a text (journal/coach).
package journal
