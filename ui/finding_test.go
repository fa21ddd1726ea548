package ui

import (
	"strings"
	"testing"

	"bounceback/journal"
)

func TestFilterAndSort(t *testing.T) {
	var all []journal.Entry
	for i, title := range []string{"Forgot the keys", "Dropped the cake", "Burned the bread"} {
		e := journal.New([]string{"a2h3m9xq2t", "b2h3m9xq2t", "c2h3m9xq2t"}[i], title, fixedNow.AddDate(0, 0, -i))
		e.Severity = journal.Severities()[i]
		if i > 0 {
			e.Tags = []string{"kitchen"}
		}
		all = append(all, e)
	}
	p := sitWith(t, nil, all...)
	p.hides("3 of 3")
	p.press("/")
	p.write("tag:kitchen")
	p.shows("Dropped the cake", "Burned the bread", "2 of 3")
	p.hides("Forgot the keys")
	p.write(" bread")
	p.shows("1 of 3")
	p.hides("Dropped the cake")
	p.write(" after:soon")
	p.shows("after:soon")
	p.press("esc esc")
	p.shows("Forgot the keys", "Dropped the cake", "Burned the bread")
	p.hides("of 3")
	order := func() string {
		f := p.frame()
		at := map[int]string{}
		var ns []int
		for _, s := range []string{"Forgot", "Dropped", "Burned"} {
			n := strings.Index(f, s)
			at[n], ns = s, append(ns, n)
		}
		var out []string
		for range ns {
			least := len(f)
			for n := range at {
				least = min(least, n)
			}
			out = append(out, at[least])
			delete(at, least)
		}
		return strings.Join(out, " ")
	}
	for i, want := range []string{"Forgot Dropped Burned", "Burned Dropped Forgot", "Burned Dropped Forgot"} {
		if got := order(); got != want {
			t.Errorf("after %d times s: %s, want %s", i, got, want)
		}
		p.press("s")
	}
}

func TestTwoPanes(t *testing.T) {
	p := sitWith(t, nil, someone())
	p.resize(120, 36)
	p.shows("Missed the train with everyone's tickets", "Own it", "Fix it & share it")
	p.press("enter")
	p.write("I was in a hurry.")
	p.press("esc")
	if p.app.onList {
		t.Error("the list has the keys")
	}
	p.press("tab")
	if !p.app.onList {
		t.Error("tab does not lead to the list")
	}
	p.shows("sort")
	p.press("tab")
	if p.app.onList {
		t.Error("tab does not lead back")
	}
	p.press("m")
	p.shows("What part was mine to decide?")
	p.resize(80, 24)
	p.shows("What part was mine to decide?")
	p.click(5, 5)
	p.resize(120, 36)
	p.click(3, 5)
	if !p.app.onList {
		t.Error("a click does not lead to the list")
	}
	p.resize(80, 24) // the guide lies over the list here, and has the keys
	p.press("esc")
	p.hides("What part was mine to decide?")
}

func TestHelp(t *testing.T) {
	p := sitWith(t, nil, someone())
	for _, place := range []struct{ keys, title, shows string }{
		{"", "Timeline", "move to trash"}, {"v", "On this page", "editor"}, {"esc 2", "Lessons", "by theme"},
		{"1 enter esc", "In the guide", "look deeper"}, {"enter", "While you write", "next question"},
	} {
		p.press(place.keys)
		p.press("f1")
		p.shows("Keys here", place.title, place.shows)
		p.press("j j k pgdown pgup pgup")
		p.shows(place.title)
		p.press("esc")
		p.hides("Keys here")
	}
	p.press("esc ?")
	p.shows("Keys here")
	p.press("?")
	p.hides("Keys here")
	p.resize(40, 12)
	p.press("? G pgdown pgdown pgdown pgdown pgdown pgdown pgdown pgdown pgdown pgdown")
	p.shows("Hold shift and drag")
}

func TestNextLeadsToTheStep(t *testing.T) {
	e := someone()
	e.MarkDone(journal.StepOwn, fixedNow)
	e.Apologies = []journal.Apology{{To: "Dana", Words: "Sorry."}}
	p := sitWith(t, nil, e)
	p.shows("something waits")
	p.press("n")
	p.shows("What waits", "Say it to Dana", "Missed the train")
	p.press("enter")
	p.shows("Letter", "To Dana", "Sorry.", "space said")
	p.press("space x n")
	p.hides("Say it to Dana")
	p.press("esc")
	p.hides("What waits")
}
