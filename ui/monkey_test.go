package ui

import (
	"fmt"
	"math/rand/v2"
	"runtime/debug"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/when"
)

// Keys at random, on a slow disk, while another program writes: nothing crashes, every frame fits, "saved" is true whenever
// it is said, and one can always quit. person.check looks after each message.
func TestRandomKeys(t *testing.T) {
	keys := strings.Fields("a b c d e f g h j k m n o p q r r s t u v w x y z @ ~ 1 2 4 / ? ! [ ] J K < > G space enter enter enter esc esc tab tab shift+tab " +
		"up down left right home end pgdown pgup backspace f1 f2 f3 f4 f8 f9 f10 ctrl+r ctrl+s ctrl+n ctrl+o ctrl+z ctrl+y ctrl+l ctrl+a ctrl+k 日")
	for seed := range uint64(8) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(seed, 3))
			e := serious()
			e.RCA.Events = []journal.Event{{What: "Late"}, {What: "Early", At: when.At(fixedNow)}, {What: "Earlier", At: when.At(fixedNow.Add(-1))}}
			e.Ledger = []journal.Notice{{To: "Dana"}, {To: "Kim", Prepared: when.At(fixedNow)}}
			e.Own.Did, e.Apologies = twoThoughts, []journal.Apology{{To: "Dana", Words: "I am just sorry."}, {To: "Kim", Words: "Mistakes were made."}}
			p := sitWith(t, func(o *Options) { o.Coach = &parrot{} }, e, journal.New("m2h3m9xq2t", "Forgot the keys", fixedNow.AddDate(0, 0, -3)))
			var log []string
			defer func() {
				if r := recover(); t.Failed() || r != nil {
					t.Errorf("after: %s\n%v\n%s", strings.Join(log, " "), r, debug.Stack())
				}
			}()
			for range 200 {
				switch n := r.IntN(40); {
				case n == 0:
					size := [][2]int{{80, 24}, {120, 36}, {40, 12}, {9, 3}}[r.IntN(4)]
					log = append(log, fmt.Sprint(size))
					p.resize(size[0], size[1])
				case n == 1:
					log = append(log, "LOOK")
					p.look()
				case n == 2:
					log = append(log, "TIMER")
					p.saveTimer()
				case n == 3:
					log = append(log, "HOLD")
					p.late = func(m tea.Msg) bool { return r.IntN(2) == 0 }
				case n == 4:
					log = append(log, "ARRIVE")
					p.arrive()
				case n == 5 && seed%2 == 0 && len(p.paths()) > 0: // what is said about saving is checked on the others
					log = append(log, "ELSEWHERE")
					paths := p.paths()
					p.elsewhere(paths[r.IntN(len(paths))], func(e *journal.Entry) {
						switch r.IntN(4) {
						case 0:
							e.Own.Did += " theirs"
						case 1:
							e.Tags = append(e.Tags, "theirs")
						case 2:
							e.Fix.Actions = append([]journal.Action{{Do: "theirs"}}, e.Fix.Actions...)
						default:
							e.Apologies = nil
						}
					})
				case n == 6:
					x, y := r.IntN(max(p.app.w, 1)), r.IntN(max(p.app.h, 1))
					log = append(log, fmt.Sprint("CLICK", x, ",", y))
					p.click(x, y)
				default:
					k := keys[r.IntN(len(keys))]
					log = append(log, k)
					p.press(k)
				}
				if p.app.editing != nil && p.app.overlay != editorOverlay && p.app.editing.taken == nil {
					p.editorWrites("", 0)
				}
				if p.ended {
					log = append(log, "RESTART")
					if err := p.app.Flush(); err != nil && !strings.Contains(err.Error(), "changed elsewhere") {
						t.Error(err)
					}
					p.restart()
				}
			}
			p.arrive()
			p.arrive()
			for range 4 {
				p.press("ctrl+c")
			}
			if !p.ended {
				t.Errorf("can’t quit:\n%s", p.frame())
			}
			if err := p.app.Flush(); err != nil && seed%2 == 1 {
				t.Error(err)
			}
			for name, text := range p.drafts() {
				if name != "capture.txt" && !strings.Contains(name, "-editing") && seed%2 == 1 {
					t.Errorf("with a disk that never failed, the draft %s is left:\n%s", name, text)
				}
			}
		})
	}
}
