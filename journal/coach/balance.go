package coach

import (
	"math"
)

// The balance of a text decides what its findings weigh. A phrase alone rarely proves anything: “I was told that it was approved”
// is an excuse in one account and honest in another, in which the next sentence says “and I didn’t ask”. So what points away from
// oneself is weighed against what points to oneself, over the whole text, and only a text that is clearly on one side has
// problems; everywhere else the same words are hints.

// feature is one thing that is weighed. Shares are of the sentences, 0 to 1; counts are cut off, so that a long text is not
// worse than a short one.
type feature struct {
	name   string
	weight float64
}

// balance weighs a reading: above 0 it is clearly not what the field asks for.
func (r *reading) balance(weights []feature) float64 {
	values := r.features()
	sum := 0.0
	for _, w := range weights {
		sum += w.weight * values[w.name]
	}
	return sum
}

// features are all that can be weighed.
func (r *reading) features() map[string]float64 {
	n := float64(max(len(r.d.sentences), 1))
	share := func(trait string) float64 {
		seen := 0
		for _, in := range r.sentencesWith(trait) {
			seen += b2i(in)
		}
		return float64(seen) / n
	}
	v := map[string]float64{"one": 1, "long": math.Log2(1 + n)}
	for _, t := range r.l.sets[r.field].things {
		if t.rule == nil {
			v[t.trait] = share(t.trait)
			v["any "+t.trait] = math.Min(float64(len(r.traits[t.trait])), 1)
		}
	}
	strict, weak := map[string]bool{}, map[string]bool{}
	strictIn, weakIn := map[int]bool{}, map[int]bool{}
	for _, h := range r.hits {
		if h.weak {
			weak[h.rule.ID], weakIn[h.sentence] = true, true
			v["weak "+h.rule.ID] = 1
		} else {
			strictIn[h.sentence] = true
			v["strict "+h.rule.ID] = 1
			if h.rule.Level == Problem && h.rule.bearing == always {
				strict[h.rule.ID] = true
			}
		}
	}
	v["strict"], v["weak"] = math.Min(float64(len(strict)), 4), math.Min(float64(len(weak)), 6)
	v["strict share"], v["weak share"] = float64(len(strictIn))/n, float64(len(weakIn))/n
	r.addWords(v, n)
	r.addClear(v)
	return v
}

// addClear adds what is clear by itself in most texts: an account with nobody in it, or with words that lay it elsewhere and are not
// owned afterwards; an apology with words that can be read in one way only, or that stand there without a sorry for what was done.
func (r *reading) addClear(v map[string]float64) {
	v["absent"] = float64(b2i(r.absent()))
	owned, clear := r.owned(), map[string]bool{}
	for _, h := range r.hits {
		switch {
		case r.field == Account && r.unfaced(h), r.field == Apology && (h.plain() || h.serious() && !owned):
			clear[h.rule.ID] = true
		}
	}
	v["clear"], v["any clear"] = math.Min(float64(len(clear)), 3), float64(b2i(len(clear) > 0))
	if n := len(r.d.sentences); n <= 2 {
		v["short clear"] = v["any clear"]
	}
}

// addWords adds what single words tell: sentences with “you”, with “I”, questions, and the small words that argue.
func (r *reading) addWords(v map[string]float64, n float64) {
	class := r.l.class
	first, person, you := class["i"]|class["we"]|class["my"], class["person"]|class["name"], class["you"]
	acts, general, defense := r.sentencesWith("act"), r.sentencesWith("general"), r.sentencesWith("defense")
	small := r.l.sets[r.field].small
	words := 0
	for k, s := range r.d.sentences {
		var found tags
		for _, t := range r.d.tokens[s.first:s.last] {
			if t.quoted {
				continue
			}
			found |= t.tags
			words += b2i(t.tags&tagMark == 0)
			if t.word != 0 {
				if name := small[t.word]; name != "" {
					v[name] = 1
				}
			}
		}
		me, question := found&first != 0, found&class["q"] != 0
		add := func(name string, is bool) {
			if is {
				v[name] += 1 / n
			}
		}
		add("me", me)
		add("you", found&you != 0)
		add("question", question)
		act := acts != nil && acts[k]
		add("no act", !act)
		add("acts on you", act && found&you != 0)
		if !me {
			add("outside", true)
			add("they", found&person != 0)
			add("outside they", found&person != 0)
			add("outside you", found&you != 0)
			add("outside question", question)
			add("outside general", general != nil && general[k])
			add("outside defense", defense != nil && defense[k])
		}
		if k == 0 {
			v["first act"], v["first outside"] = float64(b2i(act)), float64(b2i(!me))
		}
		v["last outside"] = float64(b2i(!me))
	}
	v["words"] = math.Log2(1 + float64(words))
}
