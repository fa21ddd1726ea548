package sheet

import (
	"fmt"
	"hash/fnv"

	"bounceback/ui/ask"
)

// Renders keeps what was rendered and remembers what was asked for. The zero value is empty.
type Renders struct {
	texts map[id]*render
	theme int
	clock int
}

type id struct {
	key   string
	width int
}

type render struct {
	text string
	done bool
	used int // when it was last wanted
}

// kept is how many renders stay: those of a text and its neighbors, at a width or two.
const kept = 12

// Key names a version of a text, so that a late render of an older version, or in other colors, finds no place.
func (r *Renders) Key(path, markdown string) string {
	h := fnv.New64a()
	_, _ = h.Write([]byte(markdown))
	return fmt.Sprintf("%s:%x.%d", path, h.Sum64(), r.theme)
}

// Restyle forgets all renders: the theme is another one.
func (r *Renders) Restyle() {
	r.theme++
	r.texts = nil
}

// Want returns the render of a text when it is there, and otherwise what to ask for, which is nil when it was asked for
// before. Nothing is wanted at a width below 1.
func (r *Renders) Want(key, markdown string, width int) (text string, ok bool, a ask.Ask) {
	if width < 1 {
		return "", false, nil
	}
	r.clock++
	k := id{key, width}
	if got := r.texts[k]; got != nil {
		got.used = r.clock
		return got.text, got.done, nil
	}
	if r.texts == nil {
		r.texts = make(map[id]*render)
	}
	r.texts[k] = &render{used: r.clock}
	if len(r.texts) > kept {
		r.forget()
	}
	return "", false, ask.Render{Key: key, Markdown: markdown, Width: width}
}

// forget drops the one that was not wanted for the longest time.
func (r *Renders) forget() {
	var oldest id
	at := r.clock + 1
	for k, v := range r.texts {
		if v.used < at {
			oldest, at = k, v.used
		}
	}
	delete(r.texts, oldest)
}

// Set takes a render in and reports whether anybody still waits for it.
func (r *Renders) Set(key string, width int, text string) bool {
	got := r.texts[id{key, width}]
	if got == nil {
		return false
	}
	got.text, got.done = text, true
	return true
}

// Peek returns the render of a text when it is there.
func (r *Renders) Peek(key string, width int) (text string, ok bool) {
	got := r.texts[id{key, width}]
	if got == nil || !got.done {
		return "", false
	}
	return got.text, true
}
