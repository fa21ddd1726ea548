package store

import (
	"path"
	"strings"

	"bounceback/journal"
)

// nameID returns the id that the name of a file gives, what stands between the last dots, and "" when that is no id.
func nameID(p string) string {
	base, ok := strings.CutSuffix(path.Base(p), ".toml")
	if !ok {
		return ""
	}
	if i := strings.LastIndexByte(base, '.'); i >= 0 {
		base = base[i+1:]
	}
	if !journal.ValidID(base) {
		return ""
	}
	return base
}
