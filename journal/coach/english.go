package coach

import "strings"

// English: what is code in it, endings and contractions. Its words and rules are the files in the folder english.

func english() *language {
	l := &language{
		name:       "English",
		vocabulary: map[string]int32{},
		class:      map[string]tags{"mark": tagMark},
		known:      []tags{0},
		split:      englishContractions(),
		guess:      func(*language, string) tags { return 0 }, // until the classes are known
		weights:    loadWeights("english"),
		components: englishComponents(),
	}
	var words wordFile
	decode("english", "words.toml", &words)
	l.classes(words.Class)
	l.guess = guessEnglish
	for w, n := range l.vocabulary {
		l.known[n] |= guessEnglish(l, w)
	}
	l.everyday = l.class["everyday"]
	l.build(loadRules("english"), loadTraits("english"), words.smallWords)
	return l
}

// guessEnglish tells verbs and adverbs by their endings.
func guessEnglish(l *language, w string) tags {
	if w[0] >= '0' && w[0] <= '9' {
		return l.class["number"]
	}
	if len(w) < 5 || l.known[l.vocabulary[w]]&l.class["odd"] != 0 {
		return 0
	}
	switch {
	case strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed"):
		return l.class["ed"]
	case strings.HasSuffix(w, "ing"):
		return l.class["ing"]
	case strings.HasSuffix(w, "ly"):
		return l.class["adv"]
	}
	return 0
}

// englishContractions are two words in one, and where the second begins. Those who write in a hurry leave the apostrophe out.
func englishContractions() map[string][]piece {
	m := map[string][]piece{}
	two := func(s, a, b string, at int) { m[s] = []piece{{a, at}, {b, len(s)}} }
	for _, v := range strings.Fields("do does did is are was were have has had would could should might must need") {
		two(v+"n't", v, "not", len(v))
		if v != "need" && v != "must" && v != "were" {
			two(v+"nt", v, "not", len(v))
		}
	}
	two("can't", "can", "not", 3)
	two("cant", "can", "not", 3)
	two("cannot", "can", "not", 3)
	two("won't", "will", "not", 2)
	two("wont", "will", "not", 2)
	two("ain't", "is", "not", 2)
	two("aint", "is", "not", 2)
	for _, p := range strings.Fields("i you he she it we they that there who what here this somebody someone nobody everybody everyone") {
		if p != "i" {
			two(p+"'s", p, "is", len(p))
		}
		two(p+"'ll", p, "will", len(p))
		two(p+"'d", p, "would", len(p))
		two(p+"'ve", p, "have", len(p))
		two(p+"'re", p, "are", len(p))
	}
	two("i'm", "i", "am", 1)
	two("im", "i", "am", 1)
	two("ive", "i", "have", 1)
	two("youre", "you", "are", 3)
	two("theyre", "they", "are", 4)
	two("thats", "that", "is", 4)
	two("let's", "let", "us", 3)
	two("lets", "let", "us", 3)
	two("how's", "how", "is", 3)
	two("where's", "where", "is", 5)
	two("could've", "could", "have", 5)
	two("should've", "should", "have", 6)
	two("would've", "would", "have", 5)
	two("might've", "might", "have", 5)
	two("shoulda", "should", "have", 6)
	two("coulda", "could", "have", 5)
	two("gonna", "going", "to", 3)
	two("gotta", "got", "to", 3)
	two("wanna", "want", "to", 3)
	return m
}
