// Package store keeps a journal on disk: one TOML file for each mistake, in a folder that any tool may sync and any person
// may edit by hand.
//
// Goals, in this order: nothing that was written is ever lost; nobody else gets to read it; a file stays the person's own.
// So a save edits text and never encodes a file anew: the bytes are cut into statements, only values that changed are
// replaced, and the result proves itself before a byte is written. Writing is atomic and durable: a temporary file in the
// same folder, fsync, rename, fsync of the folder. A save never creates, a creation never replaces, and changes that two
// programs made to different keys are merged by key. A file that cannot be read is an error with its line and its reason,
// never an empty entry.
//
// Non-goals: what a list shows (journal/shelf), what a person does (journal/desk), watching for changes over time, and
// judging a text. Nothing here is slow to link, because a capture from the shell passes through.
//
// A path, here and everywhere, is relative to the journal and has slashes on every system, such as
// "entries/2026/2026-11-12-kicked-the-power-cord.k7h3m9xq2t.toml". It is the key of an entry; its identity is the id in it.
package store
