package config

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// Error is what is wrong with a configuration file, and what to do about it.
type Error struct {
	Path string // the file, as it was named
	Line int    // the line on which the setting begins, from 1; 0 when the file can't be read at all
	What string // lower case, no period
	Hint string // a sentence without its period, or a question; may be empty

	cause error // what reading the file said, for errors.Is
}

// Error is file, line, what and hint on one line.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Path)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	b.WriteString(": " + e.What)
	if e.Hint != "" {
		b.WriteString(". " + e.Hint)
	}
	return b.String()
}

// Unwrap is the error of the file system, if it was one.
func (e *Error) Unwrap() error { return e.cause }

// Load reads the configuration file. A missing file is the default, unless it is required. home replaces a leading ~ in
// journal.dir; it may be empty when it is unknown.
//
// Every error is an [*Error]. The configuration that comes with it holds all that could be understood, and defaults
// elsewhere: a misspelled theme is no reason to lose sight of where the journal is.
func Load(path string, required bool, home string) (Config, error) {
	if path == "" && !required {
		return Default(), nil
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if !required {
			return Default(), nil
		}
		return Default(), &Error{Path: path, What: "there is no such file", cause: err}
	}
	if err != nil {
		var pathErr *fs.PathError
		what := err.Error()
		if errors.As(err, &pathErr) {
			what = pathErr.Err.Error()
		}
		return Default(), &Error{Path: path, What: "the file can't be read: " + what, cause: err}
	}
	return Parse(string(text), path, home)
}

// Parse reads the text of a configuration file. path is only for messages. Errors are as in [Load], of several the one
// that stands first, and always with a line.
func Parse(text, path, home string) (Config, error) {
	return parse(text, path, home, settings())
}

func parse(text, path, home string, all []setting) (Config, error) {
	c := Default()
	text = strings.TrimPrefix(text, "\ufeff")
	r := &reader{config: &c, text: text, path: path, home: home,
		settings: all, actions: Actions(), chosen: make(map[string]toml.Primitive)}
	var top map[string]toml.Primitive
	var err error
	if r.meta, err = toml.Decode(text, &top); err != nil {
		return c, syntaxError(text, path, err)
	}
	r.top(top)
	if len(r.errs) == 0 && len(r.chosen) > 0 {
		r.check() // only now: a key that couldn't be read still has its default, and would clash for no reason of the person's
	}
	if len(r.errs) == 0 {
		return c, nil
	}
	slices.SortStableFunc(r.errs, func(a, b *Error) int { return a.Line - b.Line })
	return c, r.errs[0]
}

// reader puts what was decoded into config, and collects what is wrong.
type reader struct {
	config *Config
	meta   toml.MetaData
	text   string
	path   string
	home   string
	errs   []*Error

	// Worked out once, because a capture from the shell waits for them.
	settings []setting
	actions  []Binding
	chosen   map[string]toml.Primitive // the actions that the file names
}

func (r *reader) fail(line int, hint, format string, args ...any) {
	r.errs = append(r.errs, &Error{Path: r.path, Line: line, What: fmt.Sprintf(format, args...), Hint: hint})
}

// top reads the settings above the first table, and the tables.
func (r *reader) top(values map[string]toml.Primitive) {
	for _, name := range slices.Sorted(maps.Keys(values)) {
		v := values[name]
		if !slices.Contains(tables(), name) {
			r.setting(name, v)
			continue
		}
		table, ok := r.table(v)
		// The library drops name = 1 when name.key stands above it; only the type that it noted tells.
		if kind := r.meta.Type(name); !ok || kind != "" && kind != "Hash" {
			r.fail(r.line(v), fmt.Sprintf("Write [%s] on a line of its own, and its settings below", name), "%q must be a table", name)
			continue
		}
		for _, key := range slices.Sorted(maps.Keys(table)) {
			if name == "keys" {
				r.action(key, table[key])
			} else {
				r.setting(name+"."+key, table[key])
			}
		}
	}
}

// setting reads one key outside [keys].
func (r *reader) setting(name string, v toml.Primitive) {
	i := slices.IndexFunc(r.settings, func(s setting) bool { return s.name == name })
	if i < 0 {
		r.unknown(name, v)
		return
	}
	s := r.settings[i]
	got := r.value(v)
	switch value := got.(type) {
	case string:
		if s.text != nil {
			r.textSetting(s, value, v)
			return
		}
	case bool:
		if s.flag != nil {
			*s.flag(r.config) = value
			return
		}
	case []any:
		if s.list != nil {
			r.listSetting(s, value, v)
			return
		}
	}
	switch {
	case s.flag != nil:
		r.fail(r.line(v), "", "%q must be true or false, without quotes", name)
	case s.list != nil:
		r.noList(s, got, v)
	default:
		r.fail(r.line(v), "", "%q must be text in quotes", name)
	}
}

func (r *reader) textSetting(s setting, value string, v toml.Primitive) {
	switch {
	case s.choices != nil && !slices.Contains(s.choices, value):
		r.fail(r.line(v), didYouMean(value, s.choices), "%q can't be %q, only %s", s.name, value, either(s.choices))
		return
	case s.name == "journal.dir" && value != "":
		value = expand(value, r.home)
		if !filepath.IsAbs(value) {
			r.fail(r.line(v), "Begin it at the root, or with ~ for your home directory", "%q must be a full path", s.name)
			return
		}
	}
	*s.text(r.config) = value
}

// listSetting reads a list. It is taken as a whole or not at all.
func (r *reader) listSetting(s setting, list []any, v toml.Primitive) {
	var out, known []string
	if len(list) > 0 {
		known = s.items.known()
	}
	for _, item := range list {
		word, ok := item.(string)
		if !ok {
			r.noList(s, item, v)
			return
		}
		if !slices.Contains(known, word) {
			r.fail(r.line(v), cmp.Or(didYouMean(word, known), s.items.told), "unknown %s %q in %q", s.items.one, word, s.name)
			return
		}
		if !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	*s.list(r.config) = out
}

// noList is the message for what is no list of words. It shows how one is written, with the words that are there if they will do.
func (r *reader) noList(s setting, got any, v toml.Primitive) {
	known := s.items.known()
	hint := fmt.Sprintf("Like [%q]", known[0])
	if word, ok := got.(string); ok && slices.Contains(known, word) {
		hint = fmt.Sprintf("Did you mean [%q]?", word)
	}
	r.fail(r.line(v), hint, "%q must be a list of %ss, each in quotes", s.name, s.items.one)
}

// unknown is the message for a name that doesn't exist, with the nearest that does.
func (r *reader) unknown(name string, v toml.Primitive) {
	var known []string
	for _, s := range r.settings {
		known = append(known, s.name)
	}
	if _, ok := r.table(v); ok {
		r.fail(r.line(v), didYouMean(name, tables()), "unknown table %q", name)
		return
	}
	if !strings.Contains(name, ".") {
		for _, b := range r.actions {
			known = append(known, "keys."+b.Action)
		}
	}
	hint := didYouMean(name, known)
	if hint == `Did you mean "editor"?` && strings.Contains(name, ".") {
		hint = `Did you mean "editor"? It stands above the first [table]`
	}
	r.fail(r.line(v), hint, "unknown key %q", name)
}

// action reads one key of [keys].
func (r *reader) action(name string, v toml.Primitive) {
	i := slices.IndexFunc(r.actions, func(b Binding) bool { return b.Action == name })
	if i < 0 {
		var names []string
		for _, b := range r.actions {
			names = append(names, b.Action)
		}
		r.fail(r.line(v), didYouMean(name, names), "unknown action %q in [keys]", name)
		return
	}
	list, ok := r.value(v).([]any)
	if !ok {
		hint := `Like ["c", "f2"]`
		if one, ok := r.value(v).(string); ok {
			hint = fmt.Sprintf("Did you mean [%q]?", one)
		}
		r.fail(r.line(v), hint, "\"keys.%s\" must be a list of keys", name)
		return
	}
	keys := make([]string, 0, len(list))
	for _, item := range list {
		s, ok := item.(string)
		if !ok {
			r.fail(r.line(v), `Like ["c", "f2"]`, "the keys of %q must be text in quotes", name)
			return
		}
		key, why, ok := keyName(s)
		if !ok {
			r.fail(r.line(v), why, "%q can't have the key %q", name, s)
			return
		}
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	if what, hint := allowed(r.actions[i], keys); what != "" {
		r.fail(r.line(v), hint, "%s", what)
		return
	}
	r.config.Keys[name] = keys
	r.chosen[name] = v
}

// check looks for keys that mean two things in one place. It names the action that stands later in the file, because the
// one before it was fine until then; an action that isn't in the file stands on no line, so it is never the later one.
func (r *reader) check() {
	clashes := r.config.Keys.clashes()
	if len(clashes) > 0 {
		r.config.Keys = Default().Keys
	}
	lines := make(map[string]int)
	for _, c := range clashes {
		for _, name := range []string{c.first, c.second} {
			if v, ok := r.chosen[name]; ok {
				lines[name] = r.line(v)
			}
		}
		old, late := c.first, c.second
		if lines[old] > lines[late] {
			old, late = late, old
		}
		r.fail(lines[late], "Give one of them another key", "%q can't mean %q, because it means %q %s", c.key, late, old, c.where)
	}
}

// either lists choices as a sentence does.
func either(choices []string) string {
	last := len(choices) - 1
	return strings.Join(choices[:last], ", ") + " or " + choices[last]
}
