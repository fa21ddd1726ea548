package coach

import "slices"

// A judge gives the findings of one field: what was found, at the level that the whole text gives it, then what is missing,
// and at most one word of praise.

// How many findings of a level are enough for one sitting.
const (
	mostProblems = 5
	mostHints    = 3
)

// Few keeps the first findings of each level, for showing them: a list of twelve remarks helps nobody. Those that a person
// dismissed are taken out before, so that others get their turn.
func Few(fs []Finding) []Finding {
	left := map[Level]int{Problem: mostProblems, Hint: mostHints, Praise: 1}
	return slices.DeleteFunc(slices.Clone(fs), func(f Finding) bool {
		left[f.Level]--
		return left[f.Level] < 0
	})
}

func (r *reading) judgeAccount() []Finding {
	fs := r.weighed("others-did-it")
	acts := r.has("act")
	if acts { // a passive is only a dodge where nobody acts at all
		fs = slices.DeleteFunc(fs, func(f Finding) bool { return f.Rule == "passive" })
	}
	switch {
	case anyAt(fs, Problem):
	case !acts && len(r.d.sentences) > 0 && r.fragment(0): // an answer to what was mine to decide
	case !acts:
		fs = r.add(fs, "no-act")
	case !anyAt(fs, Hint):
		fs = append(fs, r.praise("named-plainly", "act"))
	}
	return fs
}

func (r *reading) judgeApology() []Finding {
	fs := r.weighed("about-them")
	bad := anyAt(fs, Problem)
	sorries := len(r.traits["sorry"])
	repair, day := r.has("repair"), r.has("day")
	for _, m := range []struct {
		id   string
		when bool
	}{
		{"no-sorry", sorries == 0}, {"no-deed", !r.has("act") && !r.has("sorry-act")}, {"not-to-you", !r.has("to-you")}, {"no-cost", !r.has("you-cost")},
		{"no-repair", !repair}, {"no-day", repair && !day}, {"sorry-often", sorries > mostSorries}, {"long", r.words() > longApology},
	} {
		if m.when && (!bad || m.id == "no-sorry" || m.id == "no-deed") { // first things first
			fs = r.add(fs, m.id)
		}
	}
	switch {
	case bad || !r.owned():
	case repair && day:
		fs = append(fs, r.praise("repair-with-day", "repair"))
	default:
		fs = append(fs, r.praise("deed-named", "act", "sorry-act"))
	}
	return fs
}

const (
	mostSorries = 2
	// longApology is in words. For small harm about 150 are enough (Ingall & McCarthy); how great the harm was is not known
	// here, so some room is left.
	longApology = 200
)

// judgeAnalysis knows only hints in prose: what others did belongs into it. A factor that is a person is a problem.
func (r *reading) judgeAnalysis() []Finding {
	var fs []Finding
	for _, h := range r.hits {
		switch {
		case h.weak:
		case r.field == Factor && slices.Contains([]string{"human-error", "person-as-cause", "label"}, h.rule.ID):
			fs = append(fs, r.finding(h, Problem))
		case r.field == Analysis && h.rule.ID == "be-careful" && (r.has("hard") || r.has("concrete")):
		default:
			fs = append(fs, r.finding(h, min(h.rule.Level, Hint)))
		}
	}
	return fs
}

func (r *reading) judgeAction() []Finding {
	fs := r.weighed("nothing-changes")
	if anyAt(fs, Problem) {
		return fs
	}
	for _, m := range []struct{ id, trait string }{{"no-verb", "verb"}, {"no-person", "person"}, {"no-date", "day"}, {"no-test", "test"}} {
		if !r.has(m.trait) {
			fs = r.add(fs, m.id)
		}
	}
	return fs
}

func (r *reading) judgeLesson() []Finding {
	if r.field != Lesson { // a part of one: the rest stands in the fields beside it
		return r.judgePart()
	}
	fs := r.weighed("no-plan")
	switch {
	case anyAt(fs, Problem):
	case !r.has("cue"):
		fs = r.add(fs, "no-moment")
	case r.has("respond") && !anyAt(fs, Hint):
		fs = append(fs, r.praise("moment-and-plan", "respond"))
	}
	return fs
}

// judgePart finds resolutions in a plan or a takeaway in which nothing is to be done.
func (r *reading) judgePart() []Finding {
	var fs []Finding
	for _, h := range r.hits {
		level := Hint
		switch {
		case h.weak:
			continue
		case h.rule.ID == "be-careful" && (r.has("respond") || r.has("hard")):
			continue
		case h.rule.ID == "be-careful":
			level = Problem
		}
		fs = append(fs, r.finding(h, level))
	}
	return fs
}

// judgePlain takes rules at their own level.
func (r *reading) judgePlain() []Finding {
	var fs []Finding
	for _, h := range r.hits {
		if !h.weak {
			fs = append(fs, r.finding(h, h.rule.Level))
		}
	}
	return fs
}

func anyAt(fs []Finding, level Level) bool {
	return slices.ContainsFunc(fs, func(f Finding) bool { return f.Level == level })
}

// weighed gives what was found the level that the balance of the text gives it. A text that is clearly on the wrong side, and
// in which no phrase can be pointed at, gets the rule whole.
func (r *reading) weighed(whole string) []Finding {
	bad := !r.harmless() && r.balance(r.l.weights[r.field]) > 0
	var fs []Finding
	for _, h := range r.hits {
		switch {
		case bad && h.rule.Level == Problem && !h.weak:
			fs = append(fs, r.finding(h, Problem))
		case h.weak || !bad && h.rule.quiet:
		default:
			fs = append(fs, r.finding(h, Hint))
		}
	}
	if bad && !anyAt(fs, Problem) {
		fs = append(fs, r.against(whole))
	}
	return fs
}

// owned reports whether an apology says sorry without conditions, and for what the person did.
func (r *reading) owned() bool {
	return r.has("plain-sorry") && (r.has("act") || r.has("sorry-act"))
}

// serious reports whether a hit can be a problem by itself.
func (h hit) serious() bool { return !h.weak && h.rule.Level == Problem }

// plain reports whether a hit can be read in one way only, whatever stands beside it.
func (h hit) plain() bool { return h.serious() && h.rule.bearing == always }

// unfaced reports whether a hit in an account lays it elsewhere, and nothing after it says what the person did or could have
// done: “Nobody told me” alone, and not “Nobody told me, and I didn’t ask”.
func (r *reading) unfaced(h hit) bool {
	if !h.plain() || slices.Contains([]string{"passive", "it-broke"}, h.rule.ID) { // what machines did belongs to many honest accounts
		return false
	}
	last := -1 // where something is faced for the last time; traits come in the order of the text
	if faced := r.traits["faces"]; len(faced) > 0 {
		last = faced[len(faced)-1].first
	}
	return last < h.last
}

// harmless reports whether a text has nothing in it that could be held against it: an apology that says sorry, an account of
// oneself. What they lack is no reason to accuse anybody.
func (r *reading) harmless() bool {
	switch r.field {
	case Apology:
		if !r.has("sorry") && !r.has("plain-sorry") {
			return false
		}
	case Account:
		if r.absent() {
			return false
		}
	default:
		return false
	}
	return !slices.ContainsFunc(r.hits, func(h hit) bool { return h.rule.Level == Problem })
}

// absent reports whether an account has nobody in it who does something, while others or things do.
func (r *reading) absent() bool {
	if r.field != Account || r.has("act") {
		return false
	}
	for i := range r.d.sentences {
		if r.outside(i) && r.verbs(i) && !r.fragment(i) {
			return true
		}
	}
	return false
}

// fragment reports whether a sentence is only an answer to a question: “When to publish”, “To clean up”. Nobody needs to be in it.
func (r *reading) fragment(sentence int) bool {
	return r.d.tokens[r.d.sentences[sentence].first].tags&r.l.class["fragment"] != 0
}

// outside reports whether a sentence has neither “I” nor “my” in it.
func (r *reading) outside(sentence int) bool {
	s := r.d.sentences[sentence]
	return !slices.ContainsFunc(r.d.tokens[s.first:s.last], func(t token) bool {
		return !t.quoted && t.tags&(r.l.class["i"]|r.l.class["we"]|r.l.class["my"]) != 0
	})
}

// verbs reports whether a sentence says that something is or does: “Friday.” says nothing.
func (r *reading) verbs(sentence int) bool {
	s := r.d.sentences[sentence]
	return slices.ContainsFunc(r.d.tokens[s.first:s.last], func(t token) bool {
		return t.tags&(r.l.class["past"]|r.l.class["ed"]|r.l.class["be"]|r.l.class["have"]|r.l.class["do"]|r.l.class["modal"]|r.l.class["part"]) != 0
	})
}

// against points at the words that weigh most where no rule speaks by itself: those that are only telling beside others, or
// else the first sentence in which the person does nothing.
func (r *reading) against(whole string) Finding {
	best, most := -1, 0.0
	for i, h := range r.hits {
		if w := r.weight("weak " + h.rule.ID); h.weak && h.rule.Level == Problem && (best < 0 || w > most) {
			best, most = i, w
		}
	}
	if best >= 0 {
		return r.finding(r.hits[best], Problem)
	}
	f := r.missing(whole)
	for i, s := range r.d.sentences {
		if !r.in(i, "act") || i == len(r.d.sentences)-1 {
			f.Span, f.Mark = Span{s.start, s.end}, whole+":"+r.d.digest(s)
			break
		}
	}
	return f
}

// weight is that of a feature in the balance of this field.
func (r *reading) weight(name string) float64 {
	for _, w := range r.l.weights[r.field] {
		if w.name == name {
			return w.weight
		}
	}
	return 0
}

// praise is a word on what is good, on the first sentence that has one of the traits.
func (r *reading) praise(id string, traits ...string) Finding {
	f := r.missing(id)
	for _, t := range traits {
		for _, m := range r.traits[t] {
			s := r.d.sentences[m.sentence]
			f.Span = Span{s.start, s.end}
			return f
		}
	}
	return f
}

func (r *reading) words() int {
	n := 0
	for _, t := range r.d.tokens {
		if t.tags&tagMark == 0 {
			n++
		}
	}
	return n
}
