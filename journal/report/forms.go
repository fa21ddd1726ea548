package report

import (
	"slices"
	"strings"
	"unicode"
)

// A form is one way in which somebody is named in a text. Its key is folded, and a space in it stands for all that may be between
// the parts of a name: spaces, one of "_.-", or nothing at all, so that DANA SMITH is dana_smith and DanaSmith, too.

type form struct {
	key     []rune
	who     []int // several where several people are called that
	exact   bool  // accents count: a Zoë beside a Zoe
	word    bool  // its last part is a common word, too
	capital bool  // all of it is one, and a name only with a capital letter
	initial bool  // its last part is one letter
	handle  bool  // it could be another word, "price" for Paul Rice, "halls" for Sue Hall. Only where an account is named
	apart   bool  // too short to be looked for in what is written without spaces
}

// learnForms works out how everybody may be called: by the whole name, by its parts, and by what an account is called.
func (c *cast) learnForms() {
	whole, parts, handles := map[string][]int{}, map[string][]int{}, map[string][]int{}
	for i, p := range c.people {
		name, address, _ := strings.Cut(strings.TrimSuffix(p.name, ">"), "<")
		for _, n := range []string{p.name, name, address} {
			join(whole, n, i)
		}
		if strings.Contains(name, "@") {
			continue
		}
		for _, n := range partsOf(name) {
			join(parts, n, i)
		}
		for _, n := range handlesOf(name) {
			join(handles, n, i)
		}
	}
	c.forms = map[rune][]form{}
	bare := [3]map[string][]int{{}, {}, {}}
	for tier, of := range []map[string][]int{whole, parts, handles} {
		for key, who := range of {
			if tier == 0 || whole[key] == nil {
				c.learn(form{key: []rune(key), who: who, exact: true, handle: tier == 2})
			}
			keys := []string{unaccented(key)}
			if strings.ContainsAny(key, "'-") && !strings.Contains(key, "@") { // some systems don't take them: OBrien, Jean Luc
				keys = append(keys, strings.ReplaceAll(strings.ReplaceAll(keys[0], "'", ""), "-", " "))
			}
			if strings.IndexFunc(key, func(r rune) bool { return r >= 0x80 }) >= 0 {
				keys = append(keys, unaccented(spelledOut(key)))
			}
			for _, k := range keys {
				for _, i := range who {
					join(bare[tier], k, i)
				}
			}
		}
	}
	for tier, of := range bare {
		for key, who := range of {
			if tier == 0 || bare[0][key] == nil {
				c.learn(form{key: []rune(key), who: who, handle: tier == 2})
			}
		}
	}
	for _, fs := range c.forms {
		slices.SortFunc(fs, func(a, b form) int {
			if len(a.key) != len(b.key) || a.exact == b.exact {
				return len(b.key) - len(a.key)
			}
			if a.exact {
				return -1
			}
			return 1
		})
	}
}

func join(forms map[string][]int, name string, who int) {
	key := foldText(strings.TrimSpace(name))
	if key != "" && !slices.Contains(forms[key], who) {
		forms[key] = append(forms[key], who)
	}
}

func (c *cast) learn(f form) {
	slices.Sort(f.who)
	key := string(f.key)
	last := key[strings.LastIndexByte(key, ' ')+1:]
	f.word, f.initial = isWord(last), len(last) == 1 && len(key) > 1
	f.capital = isWord(key) || isParticle(key) || len(f.key) == 1 && !unspaced(f.key[0])
	f.handle = f.handle && slices.ContainsFunc(strings.Fields(key), isWord)
	f.apart = len(f.key) < 6
	first := bareRune(f.key[0])
	c.forms[first] = append(c.forms[first], f)
}

// partsOf returns the parts of a name by which somebody may be called: "Dana" and "Smith", but no "van", no "Ms." and no "B.". What
// stands first is what somebody is called by even where it is a particle elsewhere, as in Van Tran.
func partsOf(name string) []string {
	var out []string
	first := true
	add := func(w string) {
		if r := []rune(w); len(r) > 1 && !unicode.IsLower(r[0]) && unicode.IsLetter(r[0]) && (!isParticle(w) || first && isGiven(w)) {
			out = append(out, w)
		}
	}
	for _, w := range wordsOf(name) {
		add(w)
		if both := strings.FieldsFunc(w, func(r rune) bool { return foldRune(r) == '-' }); len(both) > 1 {
			for _, h := range both {
				add(h)
			}
		}
		out = append(out, eastern(w)...)
		first = first && isHonorific(w)
	}
	return out
}

// wordsOf returns the words of a name, without what is around them.
func wordsOf(name string) []string {
	var out []string
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;()[]\"“”・·", r) })
	for _, w := range words {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if w = strings.TrimFunc(w, func(r rune) bool { return !isWordRune(r) }); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// eastern returns how somebody is called whose name of two or three characters has no space in it: 金明博 is 明博, and 金さん.
func eastern(name string) []string {
	r := []rune(name)
	if len(r) != 2 && len(r) != 3 || strings.IndexFunc(name, func(r rune) bool { return !unicode.In(r, unicode.Han, unicode.Hangul) }) >= 0 {
		return nil
	}
	var out []string
	if len(r) == 3 {
		out = append(out, string(r[1:]))
	}
	for _, h := range []string{"さん", "様", "氏", "君", "先生", "老师", "老師", "小姐", "女士", "씨", "님", "선생"} {
		out = append(out, string(r[0])+h)
	}
	return out
}

// handlesOf returns what the account of somebody is called often: the initial and the surname, and the other way around.
func handlesOf(name string) []string {
	var called []string
	for i, w := range wordsOf(name) {
		if !isHonorific(w) && (i == 0 || !isParticle(w)) && !unspaced([]rune(w)[0]) {
			called = append(called, w)
		}
	}
	if len(called) < 2 {
		return nil
	}
	surname := called[len(called)-1]
	if len([]rune(surname)) < 4 {
		return nil
	}
	initials := ""
	for _, w := range called[:len(called)-1] {
		initials += string([]rune(w)[:1])
	}
	first := string([]rune(initials)[:1])
	out := []string{first + " " + surname, surname + " " + first, initials + " " + surname, surname + " " + initials}
	if len([]rune(called[0])) >= 4 {
		out = append(out, called[0]+" "+string([]rune(surname)[:1]))
	}
	return out
}

// called is what several people who share a name are called: "Person A or B".
func (c *cast) called(who []int) string {
	var out []string
	for _, i := range who {
		out = append(out, c.people[i].letter)
	}
	return "Person " + conjoined(out, "or")
}
