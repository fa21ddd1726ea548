package coach

func englishRules() []Rule {
	return []Rule{
		{ID: "mistakes-were-made", Fields: []Field{Account, Apology}, Level: Problem,
			Why: "Mistakes are made by somebody, and nobody is in this sentence.", Try: "Who made them? Begin with “I”, and say which.",
			Source: "Ingall & McCarthy, Sorry, Sorry, Sorry",
			find:   []string{"mistakes|errors|mistake|error|missteps was|were|got <adv>? made|committed"},
			Bad:    []string{"Mistakes were made."}, Good: []string{"I made mistakes."}},
	}
}

func englishTraits() []trait { return nil }
