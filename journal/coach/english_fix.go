package coach

// What a good analysis and a good action are: conditions, never people; a narrow step that changes something.

const (
	rca2 = "National Patient Safety Foundation, RCA²: Improving Root Cause Analyses and Actions (2015)"
	card = "Card, The Problem with ‘5 Whys’, BMJ Quality & Safety (2017)"
)

func englishFixRules() []Rule {
	resolve := []Field{Action, Lesson, Plan, Takeaway, Analysis}
	return []Rule{
		{ID: "human-error", Fields: []Field{Analysis, Factor}, Level: Problem,
			Why: "This is where the question begins, not where it ends.", Try: "What made it sensible, or easy, at that moment?",
			Source: dekker, Bad: []string{"Root cause: human error.", "The operator was careless."}, Good: []string{"Both buttons look the same."},
			find: []string{"{ human|operator|user|driver|pilot|nurse|staff error|errors|mistake }", "{ careless|carelessness|negligent|negligence|inattention|inattentive|sloppy|sloppiness|complacent|complacency|forgetful|forgetfulness|recklessness|incompetence|laziness }", "{ lack of ~1 attention|care|focus|diligence|awareness|discipline|concentration|common }", "{ not ~1 paying|pay|paid ~1 attention }", "{ was|were not careful|attentive|focused }", "{ failure to ~1 follow|pay|check }"}},
		{ID: "person-as-cause", Fields: []Field{Analysis, Factor}, Level: Problem,
			Why: "A person is where it happened, not why.", Try: "What made it look right to them, or to you?",
			Source: dekker, Bad: []string{"The root cause is me.", "It happened because of Dana."}, Good: []string{"The two networks have nearly the same name."},
			find: []string{"{ cause|reason|factor ~3 is|was|: me|myself|him|her|them|<name> !'s } $", "{ because of me|him|her|them|<name> } $", "^ { <name>|me|myself } $", "{ i|he|she|they|<name> ~1 was|were|is|am the ~2 cause|problem }"}},
		{ID: "who-or-why-you", Fields: []Field{Analysis, Factor}, Level: Hint,
			Why: "“Who” and “why did you” make people defend themselves.", Try: "Ask “what” and “how”: how did it look from there?",
			Source: dekker, Bad: []string{"Who did this?", "Why did you skip the check?"}, Good: []string{"How did it look from the control room?"},
			find: []string{"{ who <adv>? did|left|forgot|broke|is|was ~3 }", "{ why did not? you|he|she|they|<name> }"}},
		{ID: "be-careful", Fields: resolve, Level: Problem,
			Why: "Nothing says when, and it never ends.", Try: "What will be different, for everybody, the next time?",
			More:   "More care, more attention, never again: the weakest kind of action. It has no moment at which to do something, and nothing that one could check as finished.",
			Source: rca2, Bad: []string{"Be more careful.", "I will pay more attention.", "It will never happen again."}, Good: []string{"Add a second approver to the reroute tool.", "Careful did not help. Before I send, I read the count out loud."},
			find: []string{
				"{ more|extra|very|super|really|too|better|so|most|less|stay|be|being|remain|get|keep <adv>? <mental> }", "{ pay|paying|give|giving|bring|bringing|with|need|needs|exercise|take|taking|show|apply|greater|increased|heightened|renewed ~3 <mentals> }", "{ <mentals> ~2 to|in|is|matters|required|needed|at|on|with }", "{ try|trying|strive|endeavor|aim|vow|promise|resolve|resolved|intend|plan|swear|want|going|gotta|got ~2 to|harder|not ~1 <verbish> }", "{ never|not ~6 again }", "{ never again }", "{ not ~6 anymore }", "{ do|doing|be|being|get|getting better }", "{ work|working on <ing>|my|being|follow }", "{ slow down|slower }", "{ <adv>? think|thinking <adv>? before|twice|first|harder|more|next|about|, }", "{ double check|checking ~2 everything|it|things|all|work|always|more|my|, }", "{ take ~3 more|seriously|heart }", "{ seriously }", "{ learned|learnt my lesson }", "{ from now|here on ~1 }", "{ keep|keeping ~4 in mind|on|open|radar|perspective }", "{ eyes|ears|head ~1 open|peeled|up|in|down }", "{ <mentals> }", "{ remember|remembering to|how|that|not|the|what }", "{ make sure ~1 to|i|we|it|that|not|nobody|everyone }", "{ more|less|better <mentals>|patience|effort|discipline|rigor|thought|humility|communication|judgment|time }", "{ should|must|need_to|have_to|gotta <adv>? not? be }", "{ on top of }",
			},
			weak: []string{"{ <mental>|<mentals> }", "{ more|better|less|harder|greater|extra }", "{ always|never|ever|every|again|anymore }", "{ try|trying|strive|promise|resolve|hope|hopefully }", "{ will|would|should|must|need|needs|going|gotta|want ~1 to? }", "{ culture|attitude|mindset|responsibility|ownership|accountable|accountability|standards|standard|reminded|reminder|awareness }", "{ do not|stop|quit|avoid|no|less }"}},
		{ID: "weak-action", Fields: []Field{Action}, Level: Hint,
			Why: "Training and reminders fade within weeks.", Try: "Could the right way become the easy way, or the wrong one impossible?",
			Source: rca2, Bad: []string{"Retrain the staff.", "Send out a reminder."}, Good: []string{"Put the red bottles on another shelf."},
			find:   []string{"{ train|retrain|retraining|educate|counsel|counseled|coach|brief|remind|reminded|email|tell ~1 the|all|every|everyone|staff|team|people|them|him|her|users|nurses|drivers|engineers }", "{ reminder|training|refresher|awareness|memo|newsletter }"},
			unless: []string{"<number> ~6", "<time>"}},
	}
}
