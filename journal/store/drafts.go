package store

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// Drafts are texts that have no file to go to. A draft of an entry has a name that begins with the entry's id.

// maxDraft is the size in bytes up to which a draft is read: that of the largest entry with every byte escaped.
const maxDraft = 8 * maxSize

// DraftPath returns the system's name of a draft, for a program that edits it.
func (s *Store) DraftPath(name string) string { return filepath.Join(s.dir, draftsDir, name) }

func checkDraft(name string) error {
	if !fs.ValidPath(name) || !filepath.IsLocal(name) || strings.ContainsAny(name, `/\:`) || strings.HasPrefix(name, ".") {
		return fmt.Errorf("%q is no name for a draft", name)
	}
	return nil
}

// WriteDraft keeps a text, in place of what the draft held.
func (s *Store) WriteDraft(name, text string) error {
	if err := checkDraft(name); err != nil {
		return err
	}
	if _, err := s.replace(s.DraftPath(name), seal(text), filePerm, nil); err != nil {
		return fmt.Errorf("writing the draft %s: %w", name, err)
	}
	return nil
}

// NewDraft keeps a text under a name that no draft has; when one has it, the error is [fs.ErrExist] and nothing is written.
func (s *Store) NewDraft(name, text string) error {
	if err := checkDraft(name); err != nil {
		return err
	}
	if _, err := s.place(s.DraftPath(name), seal(text)); err != nil {
		return fmt.Errorf("writing the draft %s: %w", name, err)
	}
	return nil
}

// ReadDraft returns the text of a draft; ok is false when there is none.
func (s *Store) ReadDraft(name string) (text string, ok bool, err error) {
	if err := checkDraft(name); err != nil {
		return "", false, err
	}
	text, _, err = s.text(draftsDir+"/"+name, maxDraft)
	var gone *GoneError
	if errors.As(err, &gone) {
		return "", false, nil
	}
	return text, err == nil, err
}

// RemoveDraft deletes a draft. That there is none is no error.
func (s *Store) RemoveDraft(name string) error {
	if err := checkDraft(name); err != nil {
		return err
	}
	err := s.fs.Remove(s.DraftPath(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("removing the draft %s: %w", name, err)
	}
	return s.syncDir(filepath.Join(s.dir, draftsDir))
}

// Drafts lists the names of all drafts in alphabetical order.
func (s *Store) Drafts() ([]string, error) {
	list, err := s.fs.ReadDir(filepath.Join(s.dir, draftsDir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the drafts: %w", err)
	}
	var out []string
	for _, e := range list {
		if e.Type().IsRegular() && checkDraft(e.Name()) == nil {
			out = append(out, e.Name())
		}
	}
	slices.Sort(out)
	return out, nil
}
