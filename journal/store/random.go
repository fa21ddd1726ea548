package store

import (
	"encoding/binary"
	"io"
	"math/rand/v2"
)

// SystemRandom is a source for ids: the runtime's ChaCha8 generator, which the system seeds at each start. An id must be
// unlike all others; it is no secret. (crypto/rand would do as well, but links a dozen packages that hold up a capture.)
func SystemRandom() io.Reader { return systemRandom{} }

type systemRandom struct{}

func (systemRandom) Read(p []byte) (int, error) {
	var word [8]byte
	for i := 0; i < len(p); i += len(word) {
		binary.LittleEndian.PutUint64(word[:], rand.Uint64())
		copy(p[i:], word[:])
	}
	return len(p), nil
}
