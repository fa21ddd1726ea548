// Command bounceback is a private journal that walks you from a mistake to its lesson.
package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"bounceback/journal"
	"bounceback/journal/demo"
	"bounceback/journal/desk"
	"bounceback/journal/store"
	"bounceback/journal/when"
	"bounceback/journal/when/natural"
	"bounceback/ui"
	"bounceback/ui/config"
)

func main() {
	st, err := store.Open(os.Args[1], store.Options{Slug: true})
	if err != nil {
		panic(err)
	}
	if len(os.Args) > 2 {
		for _, e := range demo.Entries(time.Now(), func() string { s, _ := journal.NewID(rand.Reader); return s }) {
			if _, err := st.Create(e); err != nil {
				panic(err)
			}
		}
	}
	d := desk.New(desk.Options{Store: st, Now: time.Now, Random: rand.Reader})
	a := ui.New(ui.Options{Desk: d, Config: config.Default(), Now: time.Now, Editor: []string{"vi"}, Natural: func(s string, now time.Time, ahead bool) (when.Moment, error) {
		if ahead {
			return natural.ParseFuture(s, now)
		}
		return natural.Parse(s, now)
	}})
	p := tea.NewProgram(a, tea.WithFPS(120), tea.WithContext(context.Background()))
	_, err = p.Run()
	fmt.Println(err, a.Flush())
}
