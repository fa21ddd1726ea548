package demo

import "bounceback/journal"

// The last month: a report that is half told, and a mistake that lacks its lesson and one overdue action.

func wrongSound(d day) journal.Entry {
	return journal.Entry{
		Title:     "Published the show with the wrong sound",
		Happened:  d.at(0, 20, 0),
		Captured:  d.at(0, 23, 30),
		Severity:  journal.Stumble,
		Witnessed: true,
		Tags:      []string{"radio"},
		People:    []string{"Jonas", "李雷", "the listeners"},
		Feelings:  []string{"humiliated", "guilty"},
		What: prose(`Our community radio hour, the one where 李雷 talks about the repair café. I exported the wrong track. For
			fifty minutes 240 people heard what my own microphone heard: me breathing, me saying "mm", me ordering
			dumplings. No 李雷 at all.`),
		Vent:  `I said "mm" 118 times. I counted, because apparently I was not suffering enough.`,
		Sting: []journal.Sting{{At: d.at(0, 23, 30), Level: 7}, {At: d.at(6, 21, 0), Level: 5}},
		Own: journal.Own{
			State: done(d.at(1, 19, 30)),
			Did: prose(`I exported my own microphone instead of the mix, listened to the first ten seconds, which are the
				jingle and sound the same on every track, and published it. Then I switched my phone off and went to dinner.`),
			Decided: `When to publish, what to listen to before, and to be out of reach after.`,
			Knew: prose(`That the four tracks have the same jingle. That Jonas always listens in the middle and at the end
				before he publishes. I have teased him about it.`),
			Cost: prose(`李雷, who had taken the afternoon off and told his mother to listen. Jonas, who answered 31 messages
				alone while my phone was off. Everyone who gave us an hour and got dumplings.`),
			Friend: `It's a great outtake. Put the right one up, then call 李雷 before you do anything else.`,
		},
		Fix:    wrongSoundFix(d),
		Ledger: wrongSoundLedger(d),
	}
}

func wrongSoundFix(d day) journal.Fix {
	return journal.Fix{
		State:     done(d.at(2, 21, 10)),
		Contained: `It ran for three hours. Jonas took it down at 23:05, and I put up the mix at 23:20.`,
		Repaired: prose(`The right show is up and has been played more often than the wrong one. Jonas and 李雷 have heard it
			all from me. The listeners get two sentences at the start of the next show; they are written, and not yet on the
			air.`),
		Repairable: journal.RepairableYes,
		Detected:   d.at(0, 22, 50),
		Fixed:      d.at(0, 23, 20),
		Actions: []journal.Action{
			{
				Do: "Color the mix red and name the file for the day", Kind: journal.Prevent, Strength: journal.Medium,
				Owner: "me", Due: d.on(5), Finished: d.at(4, 20, 0), Test: "Jonas picks the right file without asking",
			},
			{
				Do: "Write down Jonas's three places to listen, on the desk", Kind: journal.Detect, Strength: journal.Medium,
				Owner: "Jonas", Due: d.on(7), Finished: d.at(7, 18, 30), Test: "the card lies on the desk",
			},
			{
				Do: "Keep my phone on for an hour after each show", Kind: journal.Limit, Strength: journal.Weak,
				Owner: "me", Due: d.on(7), Finished: d.at(7, 21, 0), Test: "Jonas reaches me within five minutes",
			},
		},
	}
}

func wrongSoundLedger(d day) []journal.Notice {
	return []journal.Notice{
		{
			To: "Jonas", Affected: "answered every message alone", Copy: "full", Via: "in person",
			Sent: d.at(1, 18, 0), Acknowledged: d.at(1, 18, 20),
		},
		{
			To: "李雷", Affected: "was the guest nobody heard", Copy: "full", Via: "phone",
			Sent: d.at(1, 9, 15), Acknowledged: d.at(1, 9, 40),
		},
		{
			To: "the listeners", Affected: "gave us an hour", Copy: "summary", Via: "on the air", Prepared: d.at(3, 20, 45),
		},
	}
}

func wrongPrice(d day) journal.Entry {
	return journal.Entry{
		Title:     "Mailed the wrong price to every customer",
		Happened:  d.at(0, 10, 5),
		Captured:  d.at(0, 19, 45),
		Severity:  journal.Blunder,
		Witnessed: true,
		Tags:      []string{"email", "change"},
		People:    []string{"Priya", "every customer", "the support team"},
		Feelings:  []string{"afraid", "humiliated"},
		What: prose(`The yearly renewal email. It went to 3,212 customers and offered them our plan for 9 a month. The price
			is 21. Nine is what staff pay. The first one had renewed before I was back from the coffee machine.`),
		Vent: prose(`I worked it out on the back of an envelope and then I turned the envelope over so I would not see it. I
			wanted to hide in the server room, and then I remembered what I did in the server room.`),
		Sting: []journal.Sting{
			{At: d.at(0, 19, 45), Level: 8}, {At: d.at(3, 21, 0), Level: 7}, {At: d.at(18, 20, 30), Level: 4},
		},
		Own:       wrongPriceOwn(d),
		Fix:       wrongPriceFix(d),
		RCA:       wrongPriceRCA(d),
		Ledger:    wrongPriceLedger(d),
		Apologize: journal.Apologize{State: done(d.work(6, 17, 30))},
		Apologies: wrongPriceApologies(d),
	}
}

func wrongPriceOwn(d day) journal.Own {
	return journal.Own{
		State: done(d.at(1, 7, 50)),
		Did: prose(`I sent the renewal email to every customer with the staff price in it. I tested it once, with my own
			account. My account is a staff account, so the 9 looked right to me, and I pressed send for all of them at once.`),
		Decided: `What to test with, how many to send at a time, and to do it before a meeting.`,
		Knew: prose(`That staff pay 9 and customers pay 21. That the price comes from the account that the email is built
			for. I did not put the two together.`),
		KnewLater: []journal.Note{{
			At: d.at(4, 8, 10), Text: `There is a test account with a customer's price. I found it in my own notes.`,
		}},
		Cost: prose(`The company: we keep the price for the 187 who renewed that day, about 27,000 over the year. The
			support team: 400 calls in two days. The customers who asked themselves what else we had charged too much for.`),
		Friend: `You tested it. You tested it as the wrong person. That can be fixed with one account.`,
	}
}

func wrongPriceFix(d day) journal.Fix {
	return journal.Fix{
		State:     done(d.work(4, 16, 0)),
		Contained: `I took the renewal page down at 10:31. Nobody could renew for 9 after that.`,
		Repaired: prose(`Whoever renewed that morning keeps 9 for the year; Priya decided that within the hour, and I'm
			glad. Everyone else has a second email with the real price and the reason. Support had the whole story by lunch.`),
		Repairable: journal.RepairablePartly,
		Detected:   d.at(0, 10, 24),
		Fixed:      d.at(0, 15, 40),
		Actions: []journal.Action{
			{
				Do: "Make the mail tool refuse a test from a staff account", Kind: journal.Prevent, Strength: journal.Strong,
				Owner: "me", Due: d.on(10), Finished: d.work(5, 15, 20), Test: "a test from my account is refused",
			},
			{
				Do: "Send mass emails in waves, the first to fifty people", Kind: journal.Limit, Strength: journal.Strong,
				Owner: "Sam", Due: d.on(14), Finished: d.work(9, 11, 0), Test: "the second wave waits an hour by itself",
			},
			{
				Do: "Compare every price in an email with the price list", Kind: journal.Detect, Strength: journal.Strong,
				Owner: "me", Due: d.on(22), Test: "an email that says 9 stops and asks",
			},
		},
	}
}

func wrongPriceRCA(d day) journal.RCA {
	return journal.RCA{
		Summary: prose(`The renewal email took its price from the account it was tested with. The test account was a staff
			account. All 3,212 emails left within four minutes, so nobody could stop them.`),
		Impact:    `3,212 customers read a wrong price. 187 renewed at it. Support took about 400 calls in two days.`,
		Detection: `A customer thanked us. The first fifty emails alone would have told us the same.`,
		Well:      `Priya decided within the hour, and support had a clear answer by lunch.`,
		Badly:     `The first two hours of calls came in before support knew anything.`,
		Lucky:     `It was lower than the real price. Nobody paid too much.`,
		Events: []journal.Event{
			{At: d.at(0, 9, 52), What: "Test email sent to a staff account", Evidence: "mail log"},
			{At: d.at(0, 10, 5), What: "Email sent to 3,212 customers", Evidence: "mail log"},
			{At: d.at(0, 10, 24), What: "First customer says thank you", Evidence: "support case 20881"},
			{At: d.at(0, 10, 31), What: "Renewal page taken down", Evidence: "change log"},
			{At: d.at(0, 15, 40), What: "Second email with the real price", Evidence: "mail log"},
		},
		Factors: []journal.Factor{
			{Level: 0, Why: "The test shows the price of whoever tests", Kind: "tool"},
			{Level: 1, Why: "Most of us only have a staff account", Kind: "information"},
			{Level: 0, Why: "All emails leave at once", Kind: "tool"},
			{Level: 1, Why: "The send time was squeezed in before a meeting", Kind: "load", Guess: true},
		},
	}
}

func wrongPriceLedger(d day) []journal.Notice {
	return []journal.Notice{
		{
			To: "Priya", Affected: "answers for the money", Copy: "full", Via: "in person",
			Sent: d.at(0, 10, 40), Acknowledged: d.at(0, 10, 45),
		},
		{
			To: "the support team", Affected: "took 400 calls", Copy: "full", Via: "email",
			Sent: d.at(0, 12, 30), Acknowledged: d.at(0, 13, 5),
		},
		{To: "every customer", Affected: "read a wrong price", Copy: "summary", Via: "email", Sent: d.at(0, 15, 40)},
	}
}

func wrongPriceApologies(d day) []journal.Apology {
	return []journal.Apology{
		{
			To: "every customer", Via: "email", Said: d.at(0, 15, 40),
			Words: prose(`Oops. This morning I sent you an email that says 9 a month. Your price is 21. I'm sorry. I got
				your hopes up, and now you have two emails to read where one would do. Whoever renewed before 10:31 keeps
				the 9 for the whole year, and there is nothing you need to do. Questions? Answer this email, and I write
				back to you myself within two days.`),
			Answer: `Mostly kind. One wrote that 9 suited her very well and to make mistakes like this more often.`,
		},
		{
			To: "the support team", Heard: true, Via: "in person", Said: d.work(2, 9, 30),
			Words: prose(`I sent a wrong price to every customer and left you to find out from the phone. I'm sorry. You had
				two hours of calls with no answer to give, and your lunch break went too. I'm taking calls with you today
				and tomorrow. And from now on you read a mass email before it leaves, with time to say no.`),
			Answer: prose(`They put me on the phone at once. The fourteenth caller asked for my manager, and I was a little
				proud that I had lasted until then.`),
			Promise: "I answer phones with support for two days", PromiseDue: d.on(7), PromiseKept: d.work(3, 17, 0),
		},
	}
}
