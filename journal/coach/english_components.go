package coach

func englishComponents() []component {
	return []component{
		{name: "responsibility", means: "You say that it was you, and what you did.", example: "I gave away what you told me in confidence.", traits: []string{"act", "sorry-act"}, plainly: true},
		{name: "repair", means: "You do something about it, or offer to.", example: "I’ve told Ann that it was yours to tell. I’ll pay for the cleaning on Friday.", traits: []string{"repair"}},
		{name: "regret", means: "You’re sorry, and say the word.", example: "I’m sorry.", traits: []string{"plain-sorry"}, plainly: true},
		{name: "explanation", means: "How it came about, told without an excuse.", example: "I was proud that you trusted me, and I talked before I thought.", traits: []string{"explain"}, plainly: true},
		{name: "repentance", means: "What you’ll do from now on, so that it doesn’t come again.", example: "From now on I ask you before I tell anybody.", traits: []string{"repent"}},
		{name: "forgiveness", means: "You ask for forgiveness. It’s the one to leave out first: it gives them something to do.", example: "I hope you can forgive me one day.", traits: []string{"forgive"}},
	}
}
