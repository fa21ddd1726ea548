// Package coach looks at what a person wrote in a step and says what a reader may hear in it: kindly, one line why, one line
// what to try, and where the rule comes from. It knows what a real apology has in it.
//
// Goals: to be right when it speaks. Somebody who is already ashamed must not be accused falsely, so a finding is a problem
// only where the words admit no honest reading, and is a hint everywhere else. It looks at sentences, whatever the lines are;
// what stands in quotation marks is somebody else's. It never blocks anything.
//
// Non-goals: spelling, style, a score; languages that it doesn't know, about which it is silent.
//
// Where things are: coach.go what the package gives, rule.go what a rule is, text.go how a text is cut into sentences and words,
// pattern.go how words are looked for, language.go what a language is made of, english*.go that language and its rules.
package coach
