package ui

import (
	"fmt"
	"strings"
	"testing"

	"bounceback/journal"
	"bounceback/journal/shelf"
)

// A key and the frame after it, in a timeline of 10,000 mistakes: j moves on and on, and starts again at the top.
func BenchmarkMoveAt10000(b *testing.B) {
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			p := sit(b)
			cards := make([]shelf.Card, 10_000)
			for i := range cards {
				e := journal.New(fmt.Sprintf("k7h3m9x%03d", i%1000), fmt.Sprintf("Mistake %d, with a title of an ordinary length", i), fixedNow.AddDate(0, 0, -i))
				e.Severity = journal.Severities()[i%5]
				cards[i] = shelf.NewCard(fmt.Sprintf("entries/2026/%05d.toml", i), &e)
			}
			p.run(p.app.put(cards, nil))
			p.resize(size[0], size[1])
			down, top := keyPress("j"), keyPress("g")
			n := 0
			for b.Loop() {
				if n++; n%9000 == 0 {
					p.app.Update(top)
				}
				p.app.Update(down)
				p.app.View()
			}
		})
	}
}

// A letter and the frame after it, in the middle of a text of so many lines.
func BenchmarkTypeInTheGuide(b *testing.B) {
	for _, lines := range []int{20, 5000} {
		typeInTheGuide(b, fmt.Sprint(lines, " lines"), "A line of prose that is about as long as lines of prose are in a journal.\n", lines)
		typeInTheGuide(b, fmt.Sprint(lines, " lines with a thought on each"), "A line of prose that is just about as long as lines of prose are in there.\n", lines)
	}
}

func typeInTheGuide(b *testing.B, name, line string, lines int) {
	b.Run(name, func(b *testing.B) {
		e := someone()
		e.Own.Did = strings.TrimSuffix(strings.Repeat(line, lines), "\n")
		p, _ := coached(b, e)
		p.press("enter enter")
		p.checkTimer()
		p.press("ctrl+r")
		for range lines / 2 {
			p.app.Update(keyPress("up"))
		}
		if !p.app.writing() {
			b.Fatal(p.frame())
		}
		letter, back := keyPress("x"), keyPress("backspace")
		for b.Loop() {
			p.app.Update(letter)
			p.app.View()
			p.app.Update(back)
			p.app.View()
		}
	})
}
