package coach

import (
	"embed"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// Rule of this file: what a language looks for is data, a folder of TOML files with its name. The files come with the program, so a
// mistake in them is one of ours: it panics, and the tests find it.

//go:embed english/*.toml
var languageFiles embed.FS

type (
	ruleFile struct {
		Rule []struct {
			ID, Level, Why, Try, More, Source, About string
			Fields, Finds, Leaves                    []string
			Find, Weak, Unless                       []string
			UnlessOwned                              bool `toml:"unless_owned"`
			Quiet                                    bool
			NotReported                              bool `toml:"not_reported"`
		}
	}
	traitFile struct {
		Trait []struct {
			Name                 string
			Fields, Find, Unless []string
		}
	}
	wordFile struct {
		Class map[string]string
		Small map[string]string
	}
)

// decode reads one file of a language strictly.
func decode(language, file string, into any) {
	name := path.Join(language, file)
	b, err := languageFiles.ReadFile(name)
	if err != nil {
		panic(err)
	}
	md, err := toml.Decode(string(b), into)
	if err != nil {
		panic(fmt.Sprintf("coach: %s: %v", name, err))
	}
	if rest := md.Undecoded(); len(rest) > 0 {
		panic(fmt.Sprintf("coach: %s: unknown %v", name, rest))
	}
}

// loadRules reads the rules of a language, in the order of the steps.
func loadRules(language string) []Rule {
	var out []Rule
	for _, file := range []string{"own.toml", "fix.toml", "apology.toml", "learn.toml", "missing.toml"} {
		var f ruleFile
		decode(language, file, &f)
		for _, r := range f.Rule {
			rule := Rule{ID: r.ID, Fields: fieldsNamed(r.Fields), Level: levelNamed(r.Level), Why: r.Why, Try: r.Try, More: r.More, Source: r.Source,
				Finds: r.Finds, Leaves: r.Leaves, find: r.Find, weak: r.Weak, unless: r.Unless, quiet: r.Quiet, about: r.About, notReported: r.NotReported}
			if r.UnlessOwned {
				rule.bearing = unlessOwned
			}
			out = append(out, rule)
		}
	}
	return out
}

func loadTraits(language string) []trait {
	var f traitFile
	decode(language, "traits.toml", &f)
	var out []trait
	for _, t := range f.Trait {
		out = append(out, trait{name: t.Name, fields: fieldsNamed(t.Fields), find: t.Find, unless: t.Unless})
	}
	return out
}

func loadWeights(language string) (w [fieldCount][]feature) {
	var f map[string]map[string]float64
	decode(language, "weights.toml", &f)
	for name, weights := range f {
		field := fieldsNamed([]string{name})[0]
		for _, n := range slices.Sorted(maps.Keys(weights)) { // added up in one order, so that a sum is always the same
			w[field] = append(w[field], feature{n, weights[n]})
		}
	}
	return w
}

// fieldNames are the names that fields have in the files.
func fieldNames() []string {
	return []string{"account", "memory", "analysis", "factor", "action", "apology", "lesson", "cue", "plan", "takeaway"}
}

func fieldsNamed(names []string) []Field {
	var out []Field
	for _, n := range names {
		i := slices.Index(fieldNames(), n)
		if i < 0 {
			panic(fmt.Sprintf("coach: no field %q", n))
		}
		out = append(out, Field(i))
	}
	return out
}

func levelNamed(name string) Level {
	for _, l := range []Level{Praise, Hint, Problem} {
		if l.String() == name {
			return l
		}
	}
	panic(fmt.Sprintf("coach: no level %q", name))
}

// smallWords are the ones that are weighed in each field, parted by space.
func (f wordFile) smallWords(field Field) string {
	switch field {
	case Account, Apology:
		return f.Small["told"]
	case Action, Lesson:
		return f.Small["resolved"]
	}
	return ""
}

// classes gives each class its bit, in the order of the names, and its words.
func (l *language) classes(all map[string]string) {
	names := slices.Sorted(maps.Keys(all))
	for _, name := range names {
		if _, ok := l.class[name]; !ok {
			l.class[name] = 1 << len(l.class)
		}
	}
	if len(l.class) > 63 {
		panic("coach: more classes than bits")
	}
	for _, name := range names {
		for _, w := range strings.Fields(all[name]) {
			l.known[l.number(w)] |= l.class[name]
		}
	}
}
