package store

import "time"

// Stamp tells whether a file was changed: two are compared with ==. The zero Stamp belongs to no file.
type Stamp struct {
	Size int64     // bytes
	Mod  time.Time // in UTC
}
