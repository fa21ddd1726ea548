package cli

import (
	"slices"
	"unicode/utf8"
)

// ruler finds places in a text. Bytes and characters count from 0, lines and columns from 1. A character is a code point, as
// most editors and languages count them. Lines end with "\n", whatever stands before it, so that all counts are of the text as
// it is in the file.
type ruler struct {
	text  string
	lines []int // the byte at which each line begins
	chars []int // how many characters begin before each block of bytes, so that a long text with many places takes no long time
}

const rulerBlock = 256

// newRuler measures a text. Its first line begins after mark bytes, which no editor shows; they count as a character all the same.
func newRuler(text string, mark int) *ruler {
	r := &ruler{text: text, lines: []int{mark}}
	n := 0
	for i := range len(text) {
		if i%rulerBlock == 0 {
			r.chars = append(r.chars, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
		if text[i] == '\n' {
			r.lines = append(r.lines, i+1)
		}
	}
	r.chars = append(r.chars, n) // for the place at the end, if the last block is full
	return r
}

// char is the number of characters before a byte.
func (r *ruler) char(at int) int {
	n := r.chars[at/rulerBlock]
	for i := at / rulerBlock * rulerBlock; i < at; i++ {
		if utf8.RuneStart(r.text[i]) {
			n++
		}
	}
	return n
}

// place is the line and the column of a byte.
func (r *ruler) place(at int) (line, column int) {
	line, found := slices.BinarySearch(r.lines, at)
	if !found {
		line--
	}
	if line < 0 {
		return 1, 1
	}
	return line + 1, r.char(at) - r.char(r.lines[line]) + 1
}
