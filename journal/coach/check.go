package coach

// trait is something about a text that rules want to know and that is no finding by itself: that somebody says sorry in it.
type trait struct {
	name   string
	fields []Field
	find   []string
}

// set is all that is looked for in one field.
type set struct {
	rules    []Rule
	traits   []trait
	patterns *patterns
	judge    func(*reading) []Finding
}

// build compiles the rules and traits of each field.
func (l *language) build(rules []Rule, traits []trait) {
}

func (l *language) speaks(d *document) bool { return true }

func (l *language) check(f Field, d *document) Report { return Report{} }

func (l *language) zombies(d *document) []int { return nil }

type reading struct{}
