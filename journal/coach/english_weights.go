package coach

func englishWeights() (w [fieldCount][]feature) { return w }
