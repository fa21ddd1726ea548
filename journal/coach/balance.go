package coach

import (
	"math"
	"strings"
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
		seen := map[int]bool{}
		for _, m := range r.traits[trait] {
			seen[m.sentence] = true
		}
		return float64(len(seen)) / n
	}
	v := map[string]float64{"one": 1, "long": math.Log2(1 + n)}
	for _, t := range r.l.sets[r.field].things {
		if t.rule == nil {
			if strings.HasPrefix(t.trait, "word ") {
				if len(r.traits[t.trait]) > 0 {
					v[t.trait] = 1
				}
				continue
			}
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
	return v
}

// addWords adds what single words tell: sentences with “you”, with “I”, questions.
func (r *reading) addWords(v map[string]float64, n float64) {
	words := 0
	var seenSentences []bool
	for _, s := range r.d.sentences {
		var i, you, they, question, passive bool
		for k := s.first; k < s.last; k++ {
			t := r.d.tokens[k]
			if t.quoted {
				continue
			}
			if t.tags&tagMark == 0 {
				words++
			}
			i = i || t.tags&(r.l.class["i"]|r.l.class["we"]|r.l.class["my"]) != 0
			you = you || t.tags&r.l.class["you"] != 0
			they = they || t.tags&(r.l.class["person"]|r.l.class["name"]) != 0
			question = question || t.tags&r.l.class["q"] != 0
		}
		passive = r.in(len(r.d.sentences), "passive")
		k := len(seenSentences)
		seenSentences = append(seenSentences, i)
		general, defense, act := r.in(k, "general"), r.in(k, "defense"), r.in(k, "act")
		if k == 0 {
			v["first act"], v["first outside"] = float64(b2i(act)), float64(b2i(!i))
		}
		v["last outside"] = float64(b2i(!i))
		for name, is := range map[string]bool{"outside general": !i && general, "outside question": !i && question, "outside defense": !i && defense, "outside you": !i && you, "acts on you": act && you, "no act": !act, "outside they": !i && they,
			"me": i, "you": you, "they": they && !i, "question": question, "outside": !i, "passive": passive} {
			if is {
				v[name] += 1 / n
			}
		}
	}
	v["words"] = math.Log2(1 + float64(words))
}
