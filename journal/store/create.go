package store

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"bounceback/journal"
	"bounceback/journal/when"
)

// Create writes a new file for e. It fills in the schema and, when it is empty, the id; should the name be taken, it draws
// another id. It takes no lock and reads nothing, so that a capture never waits for anything else in the journal.
func (s *Store) Create(e journal.Entry) (File, error) {
	e = e.Clone()
	if e.Schema == 0 {
		e.Schema = journal.Schema
	}
	if e.Happened.IsZero() && e.Captured.IsZero() {
		return File{}, errors.New("a new entry needs the moment it happened or was captured")
	}
	if e.ID != "" && !journal.ValidID(e.ID) {
		return File{}, fmt.Errorf("%q has not the form of an id", e.ID)
	}
	if key := invalidText(&e); key != "" {
		return File{}, &RefusedError{Path: entriesDir, Reason: key + " holds bytes that are not UTF-8 text"}
	}
	for tries := 0; ; tries++ {
		if e.ID == "" {
			id, err := s.newID()
			if err != nil {
				return File{}, err
			}
			e.ID = id
		}
		path, text := entryPath(&e, s.slug), Encode(e)
		if len(text) > maxSize {
			return File{}, &RefusedError{Path: path, Reason: "with this text it would be larger than 8 MiB, and could not be opened again"}
		}
		d, err := decode(path, text)
		if err != nil || !d.Entry.Equal(e) {
			return File{}, &RefusedError{Path: path, Reason: "the new text would not say what was written"}
		}
		d.Stamp, err = s.place(s.full(path), seal(text))
		if errors.Is(err, fs.ErrExist) && tries < 10 {
			e.ID = ""
			continue
		}
		if err != nil {
			return File{}, fmt.Errorf("writing %s: %w", path, err)
		}
		return d.File, nil
	}
}

func (s *Store) newID() (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return journal.NewID(s.random)
}

// entryPath returns where a new entry is kept. It is a hint for people, set once: commands find an entry by its id.
func entryPath(e *journal.Entry, withSlug bool) string {
	day := firstDay(e)
	name := day.String()
	if sl := slug(e.Title); withSlug && sl != "" {
		name += "-" + sl
	}
	return fmt.Sprintf("%s/%04d/%s.%s.toml", entriesDir, day.Year, name, e.ID)
}

func firstDay(e *journal.Entry) when.Day {
	if e.Happened.IsZero() {
		return e.Captured.Day()
	}
	return e.Happened.Day()
}

// maxSlug is in bytes. With date, id and endings a name stays far below the 143 bytes that encrypted folders allow.
const maxSlug = 60

// slug returns the words of a title for a file's name: letters and digits of any script, in lower case, Latin ones without
// accents, joined by hyphens.
func slug(title string) string {
	var words []string
	var w strings.Builder
	flush := func() {
		if w.Len() > 0 {
			words = append(words, norm.NFC.String(w.String()))
			w.Reset()
		}
	}
	ascii := false
	for _, r := range norm.NFKD.String(title) {
		switch {
		case unicode.IsMark(r):
			if !ascii && w.Len() > 0 {
				w.WriteRune(r)
			}
		case r == utf8.RuneError:
			flush()
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			r = unicode.ToLower(r)
			ascii = r < utf8.RuneSelf
			w.WriteString(plainLetter(r))
		case r == '\'' || r == '’':
		default:
			flush()
		}
	}
	flush()
	out := ""
	for _, word := range words {
		switch {
		case out == "":
			out = cutBytes(word, maxSlug)
		case len(out)+1+len(word) <= maxSlug:
			out += "-" + word
		default:
			return out
		}
	}
	return out
}

// plainLetter spells the Latin letters that have no accent to take away.
func plainLetter(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ':
		return "d"
	}
	return string(r)
}

// cutBytes returns as many whole characters of s as fit into n bytes.
func cutBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
