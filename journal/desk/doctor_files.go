package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// around looks at what lies in the journal's folder besides the entries that are known by their paths. Stems are what their
// drafts are named after, with what names the entry in a command.
func (d *Desk) around(known map[string]bool, stems map[string]string) ([]Finding, error) {
	root, err := filepath.EvalSymlinks(d.Dir()) // the journal itself may be a link
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var strange []Finding
	var open openness
	err = filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		path := "."
		if rel, rerr := filepath.Rel(root, name); rerr == nil {
			path = filepath.ToSlash(rel)
		}
		if err != nil {
			strange = append(strange, Finding{Path: path, What: "it can't be read: " + err.Error(), Do: "check its permissions"})
			return fs.SkipDir
		}
		if e.IsDir() && path != "." && strings.HasPrefix(e.Name(), ".") {
			return fs.SkipDir // of another program, such as a version control
		}
		open.look(name, path, e)
		if known[path] {
			strange = append(strange, protected(name, path)...)
		}
		if f, odd := strangeFile(path, e, known); odd {
			strange = append(strange, f)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("looking through the journal: %w", err)
	}
	left, err := d.leftovers(stems)
	return append(append(strange, open.finding(root)...), left...), err
}

// protected finds an entry that nobody may write to.
func protected(name, path string) []Finding {
	info, err := os.Stat(name)
	if err != nil || info.Mode().Perm()&0o200 != 0 {
		return nil
	}
	return []Finding{{Path: path, What: "it is write-protected, so it can only be read", Do: "if that was not on purpose, allow yourself to write to it"}}
}

// openness counts what other people may look at or change.
type openness struct {
	n     int
	first string
}

func (o *openness) look(name, path string, e fs.DirEntry) {
	if runtime.GOOS == "windows" || e.Type()&fs.ModeSymlink != 0 { // modes mean nothing there
		return
	}
	info, err := os.Lstat(name)
	if err != nil || info.Mode().Perm()&0o077 == 0 {
		return
	}
	if o.n++; o.n == 1 {
		o.first = path
	}
}

// finding is one, however many files are open: they were opened by one command, and are closed by one.
func (o *openness) finding(root string) []Finding {
	if o.n == 0 {
		return nil
	}
	path, what := o.first, "others who use this computer can read it"
	if path == "." {
		path = ""
	}
	if o.n > 1 {
		what = fmt.Sprintf("others who use this computer can read it and %d more", o.n-1)
	}
	return []Finding{{Path: path, What: what, Do: fmt.Sprintf("close it with: chmod -R go-rwx '%s'", root)}}
}

// strangeFile finds what lies among the entries and is none, such as the copies that sync tools make.
func strangeFile(path string, e fs.DirEntry, known map[string]bool) (Finding, bool) {
	if !strings.HasPrefix(path, "entries/") || e.IsDir() || known[path] || strings.HasPrefix(e.Name(), ".") {
		return Finding{}, false
	}
	f := Finding{Path: path, What: "it lies among the mistakes and is not read as one",
		Do: "look whether it holds something you need, then move it out of entries"}
	low := strings.ToLower(e.Name())
	switch {
	case e.Type()&fs.ModeSymlink != 0:
		f.What = "it is a link that leads to no file; links to folders are not followed"
	case !e.Type().IsRegular():
		f.What = "it is no file"
	case strings.Contains(low, "conflict"):
		f.What = "a tool that syncs made this copy, because two sides changed the mistake; it is not read"
		f.Do = "compare it with the mistake it is named after, take over what is missing there, then delete it"
	}
	return f, true
}

// leftovers finds texts that wait in drafts for a file to go to.
func (d *Desk) leftovers(stems map[string]string) ([]Finding, error) {
	var out []Finding
	lines, err := d.captureDrafts()
	if err != nil {
		return nil, err
	}
	for _, n := range lines {
		out = append(out, Finding{Path: "drafts/" + n, What: "a line that was not kept as a mistake yet",
			Do: "open bounceback and press c: it is there again"})
	}
	unread, err := d.unreadDrafts()
	if err != nil {
		return nil, err
	}
	for _, n := range unread {
		f := Finding{Path: "drafts/" + n, What: "a day or a time that could not be read", Do: noneHasIt}
		if id, there := stems[n[:strings.LastIndex(n, unreadMark)]]; there {
			f.Do = "open mistake " + id + ": it stands in its question again"
		}
		out = append(out, f)
	}
	names, err := d.Leftovers()
	if err != nil {
		return nil, err
	}
	for _, n := range names {
		if stem, ok := strings.CutSuffix(n, baseOf); ok && slices.Contains(names, stem+editing+".toml") {
			continue // what the copy beside it was made of
		}
		out = append(out, leftover(n, stems))
	}
	return out, nil
}

const noneHasIt = "no mistake has the id in its name; if that one is in the trash, bring it back, or else take what you need from it, " +
	"then delete it"

// leftover tells what a draft is by its name, and what to do with it.
func leftover(name string, stems map[string]string) Finding {
	f := Finding{Path: "drafts/" + name, What: "a text that is in no mistake yet",
		Do: "compare it with the mistake whose id it has, take over what is missing there, then delete it"}
	at := strings.LastIndex(name, editing)
	if at < 0 {
		return f
	}
	id, there := stems[name[:at]]
	f.Do = "compare it with: bounceback show " + id + "; take over what is missing there, then delete it"
	switch rest := name[at+len(editing):]; {
	case rest == ".toml":
		f.What, f.Do = "a copy that an editor worked on and that was not brought in", "go on with it: bounceback edit "+id
	case rest == "-base.toml":
		f.What, f.Do = "what the copy for an editor was made of; the copy itself is gone", "delete it"
		return f
	case strings.HasSuffix(rest, ".toml"):
		f.What = "one more copy that an editor worked on and that was not brought in"
	case strings.HasSuffix(rest, ".md"):
		f.What = "the text of one question, which an editor worked on and which was not brought in"
	}
	if !there {
		f.Do = noneHasIt
	}
	return f
}
