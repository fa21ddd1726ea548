package coach

// What a lesson is: a moment that will come again, and what to do then.

const gollwitzer = "Gollwitzer & Sheeran, Implementation Intentions and Goal Achievement (2006), 94 tests, d = .65"

func englishLearnRules() []Rule {
	return []Rule{
		{ID: "untestable-plan", Fields: []Field{Lesson, Plan}, Level: Hint,
			Why: "It would be hard to say afterward whether you did it.", Try: "What would somebody see you do, within a minute?",
			Source: gollwitzer, Bad: []string{"If I write to customers, then I try to think of everything."}, Good: []string{"If I write to customers, then I read the list of names out loud."},
			find: []string{"{ try|trying|aim|strive|hope|want to }", "{ think|consider|reflect about|of|on|everything|things }", "{ keep ~3 in mind }", "{ be|stay|remain|am <adv>? <mental>|better|good|patient|kind|open|positive }", "{ as <adv>? possible }"}},
	}
}

// englishMissing are the rules about what isn't there.
func englishMissing() []Rule {
	return []Rule{
		{ID: "no-act", Fields: []Field{Account}, Level: Hint,
			Why: "I can’t find yet what you did.", Try: "Begin with “I” and a verb: “I sent …”, “I didn’t ask …”",
			Source: sorrySorry, Bad: []string{"I’m not sure yet where to begin."}, Good: []string{"I sent the wrong file."}},
		{ID: "others-did-it", Fields: []Field{Account}, Level: Problem,
			Why: "There is more of others here than of you.", Try: "What did you do, or not do? Theirs can go into the analysis.",
			More:   "Weighs the whole account: sentences in which you act against sentences in which others do, things happen, or a case is argued.",
			Source: dekker, Bad: []string{"The exam was nothing like the review sheet."}, Good: []string{"I hit the ball at the window side even though Dad said the other side."}},
		{ID: "no-sorry", Fields: []Field{Apology}, Level: Hint,
			Why: "The word “sorry” isn’t in it.", Try: "It’s a small word, and it’s the one they listen for.",
			Source: sorrySorry, Bad: []string{"I apologize for shouting at you."}, Good: []string{"I’m sorry I shouted at you."}},
		{ID: "not-to-you", Fields: []Field{Apology}, Level: Hint,
			Why: "It doesn’t speak to anybody yet.", Try: "Say “you”: what did it do to them?",
			Source: sorrySorry, Bad: []string{"I broke the vase. I’m sorry."}, Good: []string{"I broke your vase. I’m sorry."}},
		{ID: "no-deed", Fields: []Field{Apology}, Level: Hint,
			Why: "What did you do? I can’t find it in here.", Try: "One plain verb after “I”: “I forgot”, “I shouted”, “I lost”.",
			Source: sorrySorry, Bad: []string{"I’m so sorry, Dana."}, Good: []string{"I’m so sorry I forgot you, Dana."}},
		{ID: "no-cost", Fields: []Field{Apology}, Level: Hint,
			Why: "Do you see what it cost them? It doesn’t say so yet.", Try: "An evening, a night’s sleep, money, trust: name it.",
			Source: sorrySorry, Bad: []string{"I’m sorry I forgot."}, Good: []string{"I’m sorry I forgot. You waited an hour in the rain."}},
		{ID: "no-repair", Fields: []Field{Apology}, Level: Hint,
			Why: "Nothing is offered to put it right.", Try: "Is there something that you can do, even a small thing?",
			Source: lewicki, Bad: []string{"I’m sorry I broke your cup."}, Good: []string{"I’m sorry I broke your cup. I’ll bring you a new one."}},
		{ID: "no-day", Fields: []Field{Apology}, Level: Hint,
			Why: "An offer with no day is easily put off.", Try: "By when?",
			Source: lewicki, Bad: []string{"I’m sorry I broke your cup. I’ll bring you a new one."}, Good: []string{"I’m sorry I broke your cup. I’ll bring you a new one on Friday."}},
		{ID: "sorry-often", Fields: []Field{Apology}, Level: Hint,
			Why: "“Sorry” stands here more than twice, and each one weighs less.", Try: "Keep the one that names what you did.",
			Source: sorrySorry, Bad: []string{"Sorry, sorry, I’m so sorry. I’m sorry I was late for you."}, Good: []string{"I’m sorry I was late for you."}},
		{ID: "long", Fields: []Field{Apology}, Level: Hint, quiet: true,
			Why: "It’s long. They may look for the one sentence.", Try: "Could the first three sentences stand alone?",
			Source: sorrySorry},
		{ID: "no-verb", Fields: []Field{Action}, Level: Hint,
			Why: "What will somebody do? I can’t find the verb.", Try: "Begin with it: add, call, write, move, remove.",
			Source: rca2, Bad: []string{"A bigger table for the kitchen by Friday."}, Good: []string{"Write the open points on the board at each change of shift."}},
		{ID: "no-person", Fields: []Field{Action}, Level: Hint,
			Why: "Nobody has it yet.", Try: "Who does it? “Me” is fine.",
			Source: rca2, Bad: []string{"Add a lock to the gate."}, Good: []string{"Sam adds a lock to the gate."}},
		{ID: "no-date", Fields: []Field{Action}, Level: Hint,
			Why: "It has no day.", Try: "By when?",
			Source: rca2, Bad: []string{"Add a lock to the gate."}, Good: []string{"Add a lock to the gate by Friday."}},
		{ID: "no-test", Fields: []Field{Action}, Level: Hint,
			Why: "How will you see that it works?", Try: "Say what somebody can check: “a reroute without an approver is refused”.",
			Source: rca2, Bad: []string{"Add a lock to the gate."}, Good: []string{"Add a lock to the gate. Done when it can’t be opened from outside."}},
		{ID: "nothing-changes", Fields: []Field{Action}, Level: Problem,
			Why: "Nothing would be different after this, but a good intention.", Try: "What could be added, moved, removed or written down?",
			More:   "Weighs the whole text: resolutions of more care and effort against what can be seen: a step, a thing, a person, a day.",
			Source: rca2, Bad: []string{"Sweat the small stuff."}, Good: []string{"Color the production prompt red."}},
		{ID: "no-moment", Fields: []Field{Lesson}, Level: Hint,
			Why: "When will you need it? There’s no moment in it yet.", Try: "“If I am about to …, then I …”",
			Source: gollwitzer, Bad: []string{"I read the address out loud, digit by digit."}, Good: []string{"Before I change a route, I ask a second person to look."}},
		{ID: "no-plan", Fields: []Field{Lesson, Takeaway}, Level: Problem,
			Why: "It’s a resolution. Nothing in it tells you what to do, or when.", Try: "What is the moment just before it goes wrong? And what do you do then?",
			More:   "Weighs the whole lesson: vows and names for oneself against a moment and something to do.",
			Source: gollwitzer, Bad: []string{"I’m a menace. That is what I learned."}, Good: []string{"When she starts to talk about work, I put the phone in the drawer."}},
	}
}

// englishPraise are the rules about what is good.
func englishPraise() []Rule {
	return []Rule{
		{ID: "named-plainly", Fields: []Field{Account}, Level: Praise,
			Why: "You say plainly what you did. That is the hardest part.", Try: "", Source: sorrySorry,
			Bad: []string{"I deleted the table without looking which window I was in."}, Good: nil},
		{ID: "deed-named", Fields: []Field{Apology}, Level: Praise,
			Why: "You say what you did, and that you’re sorry. They will hear that.", Try: "", Source: lewicki,
			Bad: []string{"I’m sorry I read your diary."}, Good: []string{"I’m sorry."}},
		{ID: "repair-with-day", Fields: []Field{Apology}, Level: Praise,
			Why: "An offer with a day in it. That is a promise one can keep.", Try: "", Source: lewicki,
			Bad: []string{"I’m sorry I broke your cup. I’ll bring you a new one on Friday."}, Good: []string{"I’m sorry I broke your cup."}},
		{ID: "moment-and-plan", Fields: []Field{Lesson}, Level: Praise,
			Why: "A moment, and what you do then. That works.", Try: "", Source: gollwitzer,
			Bad: []string{"Before I press send, I read the recipient count out loud."}, Good: nil},
	}
}
