package desk

import (
	"fmt"

	"bounceback/journal/store"
)

// Trash moves an entry to the trash, whole, and returns the place there.
func (d *Desk) Trash(path string) (trashPath string, err error) { return d.store.Trash(path) }

// Restore brings an entry back from the trash. It never overwrites a file.
func (d *Desk) Restore(trashPath string) (store.File, error) {
	path, err := d.store.Restore(trashPath)
	if err != nil {
		return store.File{}, err
	}
	return d.Open(path)
}

// Trashed lists what is in the trash, the latest first.
func (d *Desk) Trashed() ([]store.Trashed, error) { return d.store.TrashList() }

// Erase deletes one entry in the trash for good, with its drafts.
func (d *Desk) Erase(trashPath string) error { return d.store.Erase(trashPath) }

// EmptyTrash erases all that is in the trash and returns how many that were.
func (d *Desk) EmptyTrash() (int, error) {
	list, err := d.store.TrashList()
	if err != nil {
		return 0, err
	}
	for i, t := range list {
		if err := d.store.Erase(t.Path); err != nil {
			return i, fmt.Errorf("erasing %s: %w", t.Path, err)
		}
	}
	return len(list), nil
}
