package store

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"bounceback/journal"
	"bounceback/journal/when"
)

// Rewrite writes the file at path anew in its canonical form, which is the way out for a file that cannot be edited as it
// stands. The old file goes to the trash first. Keys that this program does not know are kept, and comments move to the end.
// With newID the entry gets a new id and a file of that name, for the second of two files with one id.
func (s *Store) Rewrite(p string, newID bool) (File, error) {
	if err := check(p, entriesDir); err != nil {
		return File{}, err
	}
	unlock, err := s.lock()
	if err != nil {
		return File{}, err
	}
	defer unlock()
	old, err := s.load(p)
	if err != nil {
		return File{}, err
	}
	if old.Entry.Schema > journal.Schema || old.Locked == lockedMode {
		return File{}, &LockedError{Path: p, Reason: old.Locked}
	}
	e, err := s.identify(old, newID)
	if err != nil {
		return File{}, err
	}
	to := p
	if newID {
		to = path.Dir(p) + "/" + e.ID + ".toml"
		if !e.Happened.IsZero() || !e.Captured.IsZero() {
			to = entryPath(&e, s.slug)
		}
	}
	next, err := rewritten(old, e, to)
	if err != nil {
		return File{}, err
	}
	keep, err := s.trashPlace(p)
	if err != nil {
		return File{}, err
	}
	if _, err := s.place(s.full(keep), seal(old.Text)); err != nil {
		return File{}, fmt.Errorf("keeping the old file in the trash: %w", err)
	}
	if newID {
		if next.Stamp, err = s.place(s.full(to), seal(next.Text)); err != nil {
			return File{}, fmt.Errorf("writing %s: %w", to, err)
		}
		if err := s.fs.Remove(s.full(p)); err != nil {
			return File{}, fmt.Errorf("removing %s: %w", p, err)
		}
		return next.File, s.syncDir(s.full(path.Dir(p)))
	}
	name, mode, err := s.target(p)
	if err != nil {
		return File{}, err
	}
	if next.Stamp, err = s.replace(name, seal(next.Text), mode, nil); err != nil {
		return File{}, fmt.Errorf("writing %s: %w", p, err)
	}
	return next.File, nil
}

// identify returns old's entry with the schema and the id that a canonical file has.
func (s *Store) identify(old *doc, newID bool) (journal.Entry, error) {
	e := old.Entry.Clone()
	if e.Schema == 0 {
		e.Schema = journal.Schema
	}
	if e.ID == "" {
		e.ID = nameID(old.Path)
	}
	if newID || !journal.ValidID(e.ID) {
		id, err := s.newID()
		if err != nil {
			return e, err
		}
		e.ID = id
	}
	return e, nil
}

// rewritten returns the canonical form of old, proved to have all that old has.
func rewritten(old *doc, e journal.Entry, to string) (*doc, error) {
	left := unknown(old.m, "", nil, nil)
	w := writer{eol: "\n"}
	for i := range tables {
		t := &tables[i]
		for n := range t.rows(&e) {
			row, extra := t.row(&e, n), leftover(left, t, n)
			if t.path == "" || t.list || says(t, row) || extra != "" {
				w.piece(piece{s: fresh(t, row, "", "\n") + extra, fresh: true})
			}
		}
	}
	if len(old.cut.comments) > 0 {
		w.verbatim("\n")
	}
	for _, c := range old.cut.comments {
		w.verbatim(old.cut.comment(c) + "\n")
	}
	next, err := decode(to, w.b.String())
	refuse := func(reason string) (*doc, error) {
		return nil, &RefusedError{Path: old.Path, Reason: reason + "; correct it in an editor"}
	}
	switch {
	case err != nil:
		return refuse(fmt.Sprintf("its canonical form would not be readable (%v)", err))
	case next.Locked != "" || !next.Entry.Equal(e):
		return refuse("its canonical form would not say the same")
	case !sameAny(left, unknown(next.m, "", nil, nil)):
		return refuse("keys that this program does not know would be lost")
	}
	return next, nil
}

// leftover returns the unknown keys of the n-th row of t, written as lines.
func leftover(left map[string]any, t *table, n int) string {
	v, ok := lookup(left, t.name)
	if !ok {
		return ""
	}
	m, _ := v.(map[string]any)
	if rows, ok := v.([]any); ok && n < len(rows) {
		m, _ = rows[n].(map[string]any)
	}
	var b strings.Builder
	for _, name := range sortedKeys(m) {
		if in := tableAt(strings.TrimPrefix(t.path+"."+name, ".")); in != nil {
			if _, ok := m[name].(map[string]any); ok && !in.list {
				continue // written with its own table
			}
			if _, ok := m[name].([]any); ok && in.list {
				if _, ok := tableRows(m[name]); ok {
					continue
				}
			}
		}
		b.WriteString(emitKey(name) + " = " + emitAny(m[name]) + "\n")
	}
	return b.String()
}

func sortedKeys(m map[string]any) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func emitKey(name string) string {
	if name != "" && strings.Trim(name, bareKey) == "" {
		return name
	}
	return emitLine(name)
}

// emitAny writes any value that the library decoded, on one line.
func emitAny(v any) string {
	switch v := v.(type) {
	case string:
		return emitLine(v)
	case bool:
		return strconv.FormatBool(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		s := strings.ToLower(strconv.FormatFloat(v, 'g', -1, 64))
		if strings.Trim(s, "-0123456789") == "" {
			s += ".0"
		}
		return s
	case time.Time:
		if m, ok := when.FromTOML(v); ok {
			return m.String()
		}
		return v.Format("15:04:05.999999999")
	case []any:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = emitAny(v[i])
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case []map[string]any:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = emitAny(v[i])
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case map[string]any:
		var parts []string
		for _, k := range sortedKeys(v) {
			parts = append(parts, emitKey(k)+" = "+emitAny(v[k]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return `""`
}
