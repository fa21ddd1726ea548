package journal

import (
	"fmt"
	"io"
	"strings"
)

// IDAlphabet are the characters of an id: digits and small letters without those that are mistaken for another (0 o, 1 i
// l). Its length of 31 gives 31^10, about 8·10^14 ids.
const IDAlphabet = "23456789abcdefghjkmnpqrstuvwxyz"

// IDLength is the number of characters of an id.
const IDLength = 10

// NewID draws an id from random. It fails only when random does.
func NewID(random io.Reader) (string, error) {
	const limit = 256 - 256%len(IDAlphabet) // bytes from here on would favor the first letters
	id := make([]byte, 0, IDLength)
	var buf [2 * IDLength]byte
	for {
		if _, err := io.ReadFull(random, buf[:]); err != nil {
			return "", fmt.Errorf("drawing an id: %w", err)
		}
		for _, b := range buf {
			if int(b) >= limit {
				continue
			}
			if id = append(id, IDAlphabet[int(b)%len(IDAlphabet)]); len(id) == IDLength {
				return string(id), nil
			}
		}
	}
}

// ValidID reports whether s has the form of an id.
func ValidID(s string) bool { return len(s) == IDLength && IDPrefix(s) }

// IDPrefix reports whether s can be the beginning of an id.
func IDPrefix(s string) bool {
	return len(s) <= IDLength && strings.Trim(s, IDAlphabet) == ""
}
