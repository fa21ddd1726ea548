package prose

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// BenchmarkKey measures a key with the view it leads to, in fields of 20, 200 and 5,000 lines, and in one line of as
// many rows.
func BenchmarkKey(b *testing.B) {
	const sentence = "I rerouted production traffic into the backup network, and nobody noticed it for an hour. "
	keys := map[string][]tea.Msg{
		"type":  {pressed("x"), pressed("backspace")},
		"move":  {pressed("left"), pressed("up"), pressed("down"), pressed("right")},
		"enter": {pressed("enter"), pressed("backspace")},
		"paste": {tea.PasteMsg{Content: strings.Repeat(sentence+"\n", 3)}, pressed("ctrl+z")},
	}
	for _, n := range []int{20, 200, 5000} {
		fields := map[string]string{
			"lines":   strings.Repeat(sentence+"\n", n/2),
			"oneline": strings.Repeat(sentence, n),
			"chinese": strings.Repeat(strings.Repeat("我把生产流量切换到了备用网络，", 4)+"\n", n/2),
		}
		for kind, text := range fields {
			for name, msgs := range keys {
				b.Run(fmt.Sprintf("%s/%s/%d", name, kind, n), func(b *testing.B) {
					m := field(Options{Styles: styles()}, 78, 30, "")
					m.SetText(text)
					m.SetMarks([]Mark{{0, 5, 0}, {len(text) / 2, len(text)/2 + 9, 0}})
					m.SetCursorOffset(len(text) / 2)
					for i := 0; b.Loop(); i++ {
						m.Update(msgs[i%len(msgs)])
						_ = m.View()
						m.Cursor()
						if len(m.history.edits) > 1000 {
							m.history = history{}
						}
					}
				})
			}
		}
	}
}

// BenchmarkText measures joining the text again after an edit, and wrapping all of it for another width.
func BenchmarkText(b *testing.B) {
	text := strings.Repeat("I rerouted production traffic into the backup network, and nobody noticed it for an hour.\n", 5000)
	m := field(Options{}, 78, 30, "")
	m.SetText(text)
	b.Run("join", func(b *testing.B) {
		for b.Loop() {
			m.rev++
			_ = m.Text()
		}
	})
	b.Run("resize", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			m.SetSize(60+i%2, 30)
		}
	})
}
