package desk

import (
	"strings"

	"bounceback/journal/store"
)

// captureDraft holds the line that was typed and not saved.
const captureDraft = "capture.txt"

// CaptureDraft returns the line that was left in the capture field, or "".
func (d *Desk) CaptureDraft() (string, error) {
	s, _, err := d.store.ReadDraft(captureDraft)
	return s, err
}

// KeepCaptureDraft keeps a line for the next time, or forgets it when it is empty.
func (d *Desk) KeepCaptureDraft(line string) error {
	if line == "" {
		return d.store.RemoveDraft(captureDraft)
	}
	return d.store.WriteDraft(captureDraft, line)
}

// Leftovers lists the drafts that hold text without a file to go to: entries that could not be saved, and copies that an
// editor did not give back.
func (d *Desk) Leftovers() ([]string, error) {
	names, err := d.store.Drafts()
	if err != nil {
		return nil, err
	}
	var out []string
	for _, n := range names {
		if n != captureDraft {
			out = append(out, n)
		}
	}
	return out, nil
}

// EditorCopy writes a text where an editor can work on it and returns the copy's path on disk. The copy stays until
// [Desk.DropEditorCopy], so that a crash of either program loses nothing. Ending is the file's ending, such as ".md".
func (d *Desk) EditorCopy(id, key, text, ending string) (name, path string, err error) {
	name = "editing-" + id
	if key != "" {
		name += "-" + strings.NewReplacer("/", "-", "#", "-", ".", "-").Replace(key)
	}
	name += ending
	if old, ok, err := d.store.ReadDraft(name); err != nil {
		return "", "", err
	} else if ok && old != text { // an earlier copy whose text never came back is not overwritten
		name = strings.TrimSuffix(name, ending) + d.now().Format("-20060102-150405") + ending
	}
	if err := d.store.WriteDraft(name, text); err != nil {
		return "", "", err
	}
	return name, d.store.DraftPath(name), nil
}

// ReadEditorCopy reads what the editor left.
func (d *Desk) ReadEditorCopy(name string) (string, error) {
	s, _, err := d.store.ReadDraft(name)
	return s, err
}

// DropEditorCopy removes a copy whose text is in the entry.
func (d *Desk) DropEditorCopy(name string) error { return d.store.RemoveDraft(name) }

// SaveText takes the text of a whole file as a person edited it and saves it over base: decoded, merged with what others
// changed meanwhile, proved. A text that is no entry is refused with its line; nothing is written then.
func (d *Desk) SaveText(base store.File, text string) (store.File, error) {
	return d.store.SaveText(base, text)
}
