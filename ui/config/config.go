// Package config reads bounceback's configuration: one small TOML file, its defaults, the table of keys, and the places
// where the file and the journal lie.
//
// Goals: every mistake in the file is told with its line and the nearest name that exists; nothing is ever ignored; no file
// at all is a good configuration. The package is light, because a capture from the shell links it and has a few
// milliseconds: it knows TOML and the standard library, and gives keys as plain values that the screens turn into bindings.
//
// Non-goals: writing the file, watching it, and knowing what a setting does. Environment and home directory come in as
// arguments. XDG directories are worked out here in a few lines instead of by a library, because the libraries read the
// environment of the process when they are linked, and only for the system that they were built for.
package config

import "bounceback/journal/coach"

// Config is everything that a person can set. Its zero value is not useful; start from [Default].
type Config struct {
	Journal Journal
	Screen  Screen
	Capture Capture
	Coach   Coach
	Mail    Mail

	// Editor is the command that the editor key starts. Empty means $VISUAL, then $EDITOR, then vi (notepad on Windows).
	Editor string

	Keys Keys
}

// Journal says where mistakes are kept and how their files are named.
type Journal struct {
	// Dir is a full path, its ~ already replaced by the home directory. Empty means the place of [Dir].
	Dir string

	// Slug puts the words of the title into file names.
	Slug bool

	// Colleague is the name that new entries give to the person in the colleague view. Empty means none was chosen.
	Colleague string
}

// Screen says how the full screen looks and behaves.
type Screen struct {
	Theme      string // one of Themes
	Appearance string // "auto", "dark", "light"
	Glyphs     string // "auto", "unicode", "ascii"
	Mouse      bool
	Sort       string // the order in which the timeline opens: "newest", "oldest", "severity", "next"
}

// Capture says how a captured line is read.
type Capture struct {
	// Tokens reads +tag, @person, sev: and when: in the line. Without it the line is a title, word for word.
	Tokens bool
}

// Coach says what the coach may remark on.
type Coach struct {
	// On shows its remarks in the guide. Who asks for a check by name gets one all the same.
	On bool

	// Off are the ids of rules that are switched off, each once.
	Off []string
}

// Mail says how reports and letters leave the journal.
type Mail struct {
	// Command sends the mail that it gets on its standard input. Empty means that there is none, and drafts are made instead.
	Command string
}

// Default is the configuration of someone who never wrote one. Every call returns its own value.
func Default() Config {
	keys := make(Keys)
	for _, b := range Actions() {
		keys[b.Action] = b.Keys
	}
	return Config{
		Journal: Journal{Slug: true},
		Screen:  Screen{Theme: "kintsugi", Appearance: "auto", Glyphs: "auto", Mouse: true, Sort: "newest"},
		Capture: Capture{Tokens: true},
		Coach:   Coach{On: true},
		Keys:    keys,
	}
}

// Themes are the names that screen.theme may have, the default first.
func Themes() []string { return []string{"kintsugi", "plain", "high-contrast"} }

// A setting is one key of the file outside [keys]. Exactly one of text, flag and list is set.
type setting struct {
	name    string // with its table: "screen.theme"
	choices []string
	text    func(*Config) *string
	flag    func(*Config) *bool
	list    func(*Config) *[]string
	items   items // of a list
}

// items are what a list may hold.
type items struct {
	one   string          // what one of them is called
	known func() []string // asked only when a file has the list: a capture from the shell has no time for it
	told  string          // where a person finds them
}

// settings is the one table that reading, the hints and the tests of the example file go by.
func settings() []setting {
	return []setting{
		{name: "editor", text: func(c *Config) *string { return &c.Editor }},
		{name: "journal.dir", text: func(c *Config) *string { return &c.Journal.Dir }},
		{name: "journal.slug", flag: func(c *Config) *bool { return &c.Journal.Slug }},
		{name: "journal.colleague", text: func(c *Config) *string { return &c.Journal.Colleague }},
		{name: "screen.theme", choices: Themes(), text: func(c *Config) *string { return &c.Screen.Theme }},
		{name: "screen.appearance", choices: []string{"auto", "dark", "light"},
			text: func(c *Config) *string { return &c.Screen.Appearance }},
		{name: "screen.glyphs", choices: []string{"auto", "unicode", "ascii"},
			text: func(c *Config) *string { return &c.Screen.Glyphs }},
		{name: "screen.mouse", flag: func(c *Config) *bool { return &c.Screen.Mouse }},
		{name: "screen.sort", choices: []string{"newest", "oldest", "severity", "next"},
			text: func(c *Config) *string { return &c.Screen.Sort }},
		{name: "capture.tokens", flag: func(c *Config) *bool { return &c.Capture.Tokens }},
		{name: "coach.on", flag: func(c *Config) *bool { return &c.Coach.On }},
		{name: "coach.off", list: func(c *Config) *[]string { return &c.Coach.Off },
			items: items{one: "rule", known: ruleIDs, told: "bounceback check --rules names them all"}},
		{name: "mail.command", text: func(c *Config) *string { return &c.Mail.Command }},
	}
}

func ruleIDs() []string {
	rules := coach.Rules()
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.ID
	}
	return ids
}

// tables are the tables that the file may have.
func tables() []string { return []string{"journal", "screen", "capture", "coach", "mail", "keys"} }
