// Package coach looks at what a person wrote in a step and says what a reader may hear in it: kindly, one line why, one line
// what to try, and where the rule comes from. It knows what a real apology has in it.
//
// Goals: to be right when it speaks. Somebody who is already ashamed must not be accused falsely, so a finding is a problem
// only where the text as a whole is clearly no answer to what was asked, and is a hint everywhere else. It looks at sentences,
// whatever the lines are; what stands in quotation marks is somebody else's. It never blocks anything.
//
// Non-goals: spelling, style, a score; languages that it doesn't know, about which it is silent; what is said between the lines.
// It knows words and no meaning: of honest texts by writers whom it has never met, about two in a hundred are taken for a problem, and
// of the bad ones about one in eight is not. TestFit and TestHeld tell the figures.
//
// Where things are: the folder english has all that is particular to English, as data (own.toml, fix.toml, apology.toml and learn.toml
// the rules of the steps, missing.toml what isn't there, traits.toml, words.toml, weights.toml); load.go reads it, language.go and
// english.go are what is code in a language, and another one stands beside them. coach.go is what the package gives, rule.go what a
// rule is, text.go how a text is cut into sentences and words, pattern.go how words are looked for, check.go how all that is found
// is gathered, balance.go how it is weighed, judges.go what is said in each field, components.go the six parts of an apology.
package coach
