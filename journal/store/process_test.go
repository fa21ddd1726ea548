package store

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"bounceback/journal"
	"bounceback/journal/when"
)

// Real processes: this test's own program, started again with one of these tasks.

func TestMain(m *testing.M) {
	if task := os.Getenv("STORE_TEST_TASK"); task != "" {
		if err := child(task, os.Getenv("STORE_TEST_DIR"), os.Getenv("STORE_TEST_PATH")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func child(task, dir, path string) error {
	s, err := Open(dir, Options{Slug: true})
	if err != nil {
		return err
	}
	kind, name, _ := strings.Cut(task, ":")
	switch kind {
	case "save":
		f, err := s.Load(path)
		for n := saved(f.Entry) + 1; err == nil; n++ {
			want := f.Entry.Clone()
			want.What, want.Own.Did = generation(n), generation(n)
			if f, err = s.Save(f, want); err == nil {
				fmt.Println(n)
			}
		}
		return err
	case "capture":
		for n := range 25 {
			e := journal.New("", fmt.Sprintf("%s %d", name, n), time.Date(2026, 11, 12, 9, 0, 0, 0, time.UTC))
			if _, err := s.Create(e); err != nil {
				return err
			}
		}
		return nil
	case "tag":
		f, err := s.Load(path)
		for n := 0; n < 20 && err == nil; n++ {
			want := f.Entry.Clone()
			want.Tags = append(want.Tags, fmt.Sprintf("%s%d", name, n))
			want.Sting = append(want.Sting, journal.Sting{At: when.At(time.Unix(int64(n), 0).UTC()), Level: len(name)})
			f, err = s.Save(f, want)
		}
		return err
	}
	return errors.New("no such task")
}

// generation is a text long enough to be torn.
func generation(n int) string { return strings.Repeat(fmt.Sprintf("generation %d. ", n), 2000) }

func saved(e journal.Entry) int {
	n, _ := strconv.Atoi(strings.TrimSuffix(strings.Split(e.What+"  ", " ")[1], "."))
	return n
}

func start(t *testing.T, s *Store, task, path string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(exe)
	c.Env = append(os.Environ(), "STORE_TEST_TASK="+task, "STORE_TEST_DIR="+s.dir, "STORE_TEST_PATH="+path)
	c.Stderr = os.Stderr
	return c
}

// A process that saves all the time is killed at a random moment, again and again: the file is whole, no acknowledged save is
// lost, and what the dead leave behind stops nobody.
func TestKilledWhileSaving(t *testing.T) {
	s := open(t, Options{})
	f, err := s.Create(journal.New("", "killed", time.Date(2026, 11, 12, 9, 0, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	rounds := 20
	if testing.Short() {
		rounds = 5
	}
	r := rand.New(rand.NewPCG(1, 9))
	for range rounds {
		c := start(t, s, "save", f.Path)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		acked := 0
		for stop := 1 + r.IntN(4); stop > 0 && lines.Scan(); stop-- {
			acked, _ = strconv.Atoi(lines.Text())
		}
		time.Sleep(time.Duration(r.IntN(3000)) * time.Microsecond) // into the middle of the next save
		c.Process.Kill()
		for lines.Scan() { // what was acknowledged before the signal came
			acked, _ = strconv.Atoi(lines.Text())
		}
		c.Wait()
		got := load(t, s, f.Path)
		if n := saved(got.Entry); n < acked || acked == 0 || got.Entry.What != generation(n) || got.Entry.Own.Did != generation(n) {
			t.Fatalf("save %d was acknowledged, and the file has %d", acked, n)
		}
		if names, err := s.Names(); err != nil || len(names) != 1 {
			t.Fatalf("the journal lists %v, %v", names, err)
		}
	}
}

func TestTwoProcessesCapture(t *testing.T) {
	s := open(t, Options{})
	runBoth(t, start(t, s, "capture:first", ""), start(t, s, "capture:second", ""))
	names, err := s.Names()
	if err != nil {
		t.Fatal(err)
	}
	titles := map[string]bool{}
	for _, n := range names {
		f := load(t, s, n.Path)
		titles[f.Entry.Title] = true
		if f.Entry.ID != n.ID {
			t.Errorf("%s has the id %s", n.Path, f.Entry.ID)
		}
	}
	if len(names) != 50 || len(titles) != 50 {
		t.Fatalf("%d files with %d titles, want 50", len(names), len(titles))
	}
}

// Two processes change one entry at the same time, each from what it last read: the lock and the merge keep both.
func TestTwoProcessesSave(t *testing.T) {
	s := open(t, Options{})
	f, err := s.Create(journal.New("", "shared", time.Date(2026, 11, 12, 9, 0, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	runBoth(t, start(t, s, "tag:a", f.Path), start(t, s, "tag:bb", f.Path))
	got := load(t, s, f.Path).Entry
	var want []string
	for n := range 20 {
		want = append(want, fmt.Sprintf("a%d", n), fmt.Sprintf("bb%d", n))
	}
	slices.Sort(want)
	slices.Sort(got.Tags)
	same(t, "tags", got.Tags, want)
	if len(got.Sting) != 40 {
		t.Errorf("%d readings, want 40", len(got.Sting))
	}
}

func runBoth(t *testing.T, a, b *exec.Cmd) {
	t.Helper()
	for _, c := range []*exec.Cmd{a, b} {
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []*exec.Cmd{a, b} {
		if err := c.Wait(); err != nil {
			t.Fatal(err)
		}
	}
}
