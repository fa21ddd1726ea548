package demo

import "bounceback/journal"

// The doozy: every part of an entry is filled in, so that a page, a report and a letter made of it have all they can have.

func reroute(d day, c calendar) journal.Entry {
	return journal.Entry{
		Title:     "Rerouted production traffic into the backup network",
		Happened:  d.at(0, 9, 12),
		Captured:  d.at(0, 21, 40),
		Severity:  journal.Doozy,
		Witnessed: true,
		Tags:      []string{"network", "change"},
		People:    []string{"Dana", "Priya", "Sam", "eu-west customers", "the support team", "the night shift"},
		Feelings:  []string{"humiliated", "stupid", "shaky"},
		Colleague: "Kim",
		What: prose(`A planned change: move the traffic of eu-west from net-a to net-b for two hours. I typed net-bk, the
			backup network. It is built to carry copies at night, not people by day, and it was full within a minute. Our
			own way in ran over it too. eu-west was gone from 09:12 until 07:30 the next morning.`),
		Vent: prose(`One letter. One. Everyone is being nice, which is worse. Dana drove ninety minutes through the rain
			with a cable because of my thumb. I keep reading the command again as if it might say something else this time.
			I muted myself in the call and ate a family bag of chips, alone, in the dark, like a raccoon.`),
		Sting: []journal.Sting{
			{At: d.at(0, 21, 40), Level: 9},
			{At: d.at(1, 22, 15), Level: 8},
			{At: d.at(8, 21, 0), Level: 6},
			{At: d.at(26, 20, 30), Level: 4},
			{At: d.at(71, 21, 0), Level: 2},
		},
		Own:       rerouteOwn(d),
		Fix:       rerouteFix(d),
		RCA:       rerouteRCA(d),
		Report:    journal.Report{Authors: []string{"Robin", "Sam"}, Status: "final"},
		Ledger:    rerouteLedger(d),
		Apologize: journal.Apologize{State: done(d.work(9, 18, 0))},
		Apologies: rerouteApologies(d),
		Learn:     rerouteLearn(d, c),
	}
}

func rerouteOwn(d day) journal.Own {
	return journal.Own{
		State: done(d.at(1, 8, 0)),
		Did: prose(`I rerouted eu-west into net-bk, the backup network. I typed the name from memory, saw the tool ask
			"Continue?" and pressed y without reading the name it showed me. When the graphs went flat I ran the same
			command again, because I believed the first one had not gone through. With that I cut our own way in.`),
		Decided: prose(`All of it. I started eleven minutes early because I wanted it done by the time the others sat down
			with their coffee. I typed where I could have pasted. And the plan has a line for a second reader: I left it
			empty.`),
		Knew: prose(`That the two names look alike. Dana and I joked about it in my first month. I did not know that our way
			in runs over the backup network.`),
		KnewLater: []journal.Note{{
			At: d.at(6, 19, 20),
			Text: prose(`The page about the way in says it plainly, and the page has my name on it. So I knew it once. I'd
				rather have that stand here than not.`),
		}},
		Cost: prose(`1,140 customers, who lost a working day and explained it to customers of their own. One was a dentist
			with a full waiting room and no appointments. Dana, who lost a day and most of a night. Sam, who missed the cake
			at his son's birthday. Priya, who stood in front of the board with my change on the screen.`),
		Friend: prose(`You pressed y at a question that all of us stopped reading years ago. Drink some water. Then write
			down the times while you still have them.`),
	}
}

func rerouteFix(d day) journal.Fix {
	return journal.Fix{
		State: done(d.work(10, 17, 30)),
		Contained: prose(`Yes, for hours: each thing we tried went through the pipe that I had filled. Dana stopped it at
			16:48, by hand, at the machine.`),
		Repaired: prose(`Traffic runs over net-b, the mail that had piled up is delivered, and no data is lost. Every
			customer in eu-west has the report in plain words and a month without a bill. Dana, Priya, Sam and support have
			all of it.`),
		Repairable: journal.RepairablePartly,
		Detected:   d.at(0, 9, 20),
		Fixed:      d.at(1, 7, 30),
		Actions: []journal.Action{
			{
				Do: "Give every customer in eu-west a month without a bill", Kind: journal.Repair,
				Owner: "Priya", Due: d.on(14), Finished: d.work(7, 14, 0), Test: "the invoices say zero",
			},
			{
				Do: "Make the tool refuse a reroute without a second approver", Kind: journal.Prevent, Strength: journal.Strong,
				Owner: "me", Due: d.on(21), Finished: d.work(13, 16, 0), Test: "a reroute without an approver is refused in staging",
			},
			{
				Do: "Rename net-bk to night-copies", Kind: journal.Prevent, Strength: journal.Medium,
				Owner: "me", Due: d.on(14), Finished: d.work(8, 11, 15), Test: "no network's name begins with another one's",
			},
			{
				Do: "Page us when a region loses half its traffic", Kind: journal.Detect, Strength: journal.Strong,
				Owner: "Sam", Due: d.on(30), Finished: d.work(16, 15, 30), Test: "a drill in staging pages within 60 seconds",
			},
			{
				Do: "Give our way in a line that carries nothing else", Kind: journal.Limit, Strength: journal.Strong,
				Owner: "Dana", Due: d.on(60), Finished: d.work(38, 10, 0), Test: "Dana gets in while the backup network is full",
			},
		},
	}
}

func rerouteLedger(d day) []journal.Notice {
	return []journal.Notice{
		{
			To: "Dana", Affected: "was on call and drove there", Copy: "full", Via: "in person",
			Sent: d.work(2, 9, 0), Acknowledged: d.work(2, 9, 50),
		},
		{
			To: "Priya", Affected: "answered to the board", Copy: "full", Via: "email",
			Sent: d.work(6, 10, 0), Acknowledged: d.work(6, 10, 20),
		},
		{
			To: "Sam", Affected: "missed the birthday cake", Copy: "full", Via: "email",
			Sent: d.work(6, 10, 0), Acknowledged: d.work(6, 11, 5),
		},
		{
			To: "the support team", Affected: "took the calls", Copy: "full", Via: "email",
			Sent: d.work(6, 10, 0), Acknowledged: d.work(6, 13, 40),
		},
		{
			To: "eu-west customers", Affected: "lost a working day", Copy: "summary", Via: "email",
			Prepared: d.work(6, 16, 0), Sent: d.work(7, 9, 0),
		},
		{
			To: "the night shift", Affected: "watched the graphs with us", Copy: "full",
			Exempt: "they sat in the review and wrote half of it",
		},
	}
}

func rerouteApologies(d day) []journal.Apology {
	return []journal.Apology{
		{
			To: "Dana", Heard: true, Via: "in person", Said: d.work(2, 9, 0),
			Words: prose(`Dana, I sent eu-west into the backup network and locked you out along with me. I'm sorry. You
				drove ninety minutes through the rain with a cable on the seat beside you, and you then sat on a cold floor
				until morning while the mail crept back. I started early, without the second look that was yours to give.

				From today I don't start before you have read the plan back to me. And I take your next two on-call
				weekends. You pick which.`),
			Answer: prose(`She laughed at the cable. Then she said that the drive was fine. What she minded was that she
				heard it from the alarm eight minutes before she heard it from me. I had not seen that part.`),
			Promise: "I take your next two on-call weekends", PromiseDue: d.on(28), PromiseKept: d.at(26, 18, 0),
		},
		{
			To: "Sam", Heard: true, Via: "in person", Said: d.work(2, 12, 30),
			Words: prose(`Sam, I broke eu-west on your son's birthday and you stayed until ten to help me. I'm sorry that
				you missed the candles because of me. I've told Priya that you have an afternoon coming. Pick one this
				month, and I cover your desk for it.`),
			Answer: `"He had a second cake on the weekend. He thinks you're great. Do it every year."`,
		},
		{
			To: "eu-west customers", Via: "email", Said: d.work(7, 9, 0),
			Words: prose(`I am the engineer who sent your traffic into a network that could not carry it. I'm sorry. You
				lost a working day, and many of you spent it explaining to your own customers a failure that was all mine.

				The report below says what happened, hour by hour, and what we have changed so that one person's slip of the
				hand can't do this again. This month costs you nothing; you need not ask for it. Answer this letter, and
				within a week you hear from me, not from a form.`),
			Answer: prose(`41 answers. Three were angry, and right. The dentist sent a photo of his waiting room playing
				cards. Two customers left. I wrote to those two as well.`),
		},
	}
}

func rerouteLearn(d day, c calendar) journal.Learn {
	return journal.Learn{
		State:     done(d.at(30, 20, 50)),
		Takeaway:  "Two people look at every network change.",
		Cue:       "I am about to change a route",
		Plan:      "I ask for a second pair of eyes before I press enter",
		Identity:  "I am someone who slows down before the big red button",
		Principle: "A question that my hand answers is not a question.",
		Story: prose(`I used to be the one who had it done before the meeting began. One morning I moved a region's traffic
			eleven minutes early, by myself, with one letter too many, and answered "Continue?" with my thumb.

			It cost 1,140 customers a day, a dentist his appointments, Dana a night on a cold floor, and Sam a birthday
			cake. I wrote to all of them under my own name. Then we went looking for what made it so easy, and found two
			names that looked the same, a question nobody had read in years, and a way in that ran through the very pipe I
			had filled.

			Today the tool wants two people. I'm still fast. I do my fast part, and then I turn my chair around and ask,
			"Would you read this back to me?" It takes forty seconds. I have timed it.`),
		Review: journal.Review{Due: c.due(6)},
		Reviews: []journal.ReviewAnswer{
			{At: d.at(37, 8, 10), Answer: "remembered"},
			{At: d.at(52, 8, 5), Answer: "used"},
			{At: d.at(80, 8, 15), Answer: "used"},
		},
		Cues: []journal.Cue{
			{At: d.work(27, 11, 0), Used: true},
			{At: d.work(33, 14, 20), Used: false},
			{At: d.work(51, 10, 40), Used: true},
		},
		Told: []journal.Telling{
			{To: "the new team", At: d.work(42, 15, 0)},
			{To: "Zoë, at bedtime", At: d.on(73)},
		},
	}
}
