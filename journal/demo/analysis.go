package demo

import "bounceback/journal"

func rerouteRCA(d day) journal.RCA {
	return journal.RCA{
		Summary: prose(`A planned reroute went to the backup network, whose name differs from the right one by one letter.
			That network filled within a minute, and our own way in ran over it. It took a drive to the data center and a
			night of catching up to bring eu-west back.`),
		Impact: prose(`1,140 customers in eu-west had no service for 22 hours and 18 minutes. Mail of that day arrived up to
			a day late. No data was lost. Two customers left.`),
		Detection: prose(`Dana saw the graphs go flat at 09:20, eight minutes in. No alarm fired, because the alarm looks at
			machines, and the machines were fine. An alarm on traffic would have rung at 09:13.`),
		Surprise: prose(`On our drawing the way in is a line of its own. It stopped being that when two cables were merged
			to save money, and the drawing stayed as it was.`),
		Well: prose(`Within ten minutes everyone was in one call. Dana said out loud what she was about to do before she did
			it, each time. Support wrote to customers every hour, even when there was nothing new.`),
		Badly: prose(`We tried to get in from outside for five hours before someone took the car. The page that says how to
			undo a reroute lay behind the network that was full.`),
		Lucky: `Dana had the right cable at home. No customer's payroll ran that day.`,
		NotDoing: prose(`No ban on changes during the day: at night nobody is here to see that it went wrong. No training
			either; each of us knew the rule.`),
		Questions: prose(`Which other drawings are older than the cables? Dana walks the room with them before the next
			change.`),
		Attendees:   []string{"Dana", "Priya", "the support team", "the night shift"},
		Facilitator: "Sam",
		Events:      rerouteEvents(d),
		Factors:     rerouteFactors(),
		Answers: []journal.Answer{
			{Question: "watching", Text: prose(`The clock on the wall. I wanted to be done by 09:15. I was not watching the
				prompt.`)},
		},
	}
}

func rerouteEvents(d day) []journal.Event {
	return []journal.Event{
		{At: d.at(-1, 16, 30), What: "Change plan approved; line for a second reader empty", Evidence: "change log 4711"},
		{At: d.at(0, 9, 1), What: "Engineer opens the tool, eleven minutes early", Evidence: "login record"},
		{At: d.at(0, 9, 12), What: "Reroute to net-bk started and confirmed", Evidence: "change log 4711"},
		{At: d.at(0, 9, 13), What: "Backup network full", Evidence: "traffic graph"},
		{At: d.at(0, 9, 17), What: "Same command sent again; our way in goes down", Evidence: "change log 4711"},
		{At: d.at(0, 9, 20), What: "Dana sees the flat graphs and opens a call", Evidence: "call record"},
		{At: d.at(0, 9, 28), What: "Engineer tells Dana which command it was", Evidence: "call record"},
		{At: d.at(0, 15, 5), What: "Last try from outside; Dana takes the car", Evidence: "chat of the call"},
		{At: d.at(0, 16, 48), What: "Dana takes the route back at the machine", Evidence: "console log, photo"},
		{At: d.at(0, 17, 5), What: "Service answers slowly; a day of waiting mail begins to move", Evidence: "traffic graph"},
		{At: d.at(1, 7, 30), What: "Everything delivered, eu-west declared healthy", Evidence: "status page"},
	}
}

func rerouteFactors() []journal.Factor {
	return []journal.Factor{
		{Level: 0, Why: "The two networks have near-identical names", Kind: "information"},
		{Level: 1, Why: "Two teams named them years apart, and nothing compares a new name with the old ones", Kind: "process"},
		{Level: 1, Why: "The tool takes a name as typed and shows nothing of what that network can carry", Kind: "tool"},
		{Level: 0, Why: "The question before a dangerous change looks like the one before a harmless change", Kind: "tool"},
		{Level: 1, Why: "It is asked some forty times a week, so hands answer it before eyes do", Kind: "load", Guess: true},
		{Level: 0, Why: "The second reader on a change plan was optional", Kind: "process"},
		{Level: 1, Why: "Waiting for one counts against the speed that we show each quarter", Kind: "incentive", Guess: true},
		{Level: 0, Why: "Our way in ran over the network that was full", Kind: "assumption"},
		{Level: 1, Why: "The merging of the cables was told to the buyers and not to us", Kind: "communication"},
		{Level: 1, Why: "The page on undoing a reroute lay behind that same network", Kind: "information"},
		{Level: 0, Why: "The nearest person with a key lived ninety minutes away", Kind: "luck"},
	}
}
