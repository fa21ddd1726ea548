package demo

import "bounceback/journal"

// More than a year ago: a lesson that was too vague to hold, a story that is worth telling, and one to be left alone.

func doubleBookedRecital(d day) journal.Entry {
	return journal.Entry{
		Title:    "Double-booked Zoë's recital and a release",
		Happened: d.at(0, 15, 45),
		Captured: d.at(0, 21, 50),
		Severity: journal.Slip,
		Tags:     []string{"calendar", "family"},
		People:   []string{"Zoë", "Alex", "Priya"},
		Feelings: []string{"guilty", "sad"},
		What: prose(`Zoë played the first cello piece of her life to an empty chair with my jacket on it. I was on the
			stairs of the school with a laptop, releasing something that could have waited a day.`),
		Sting: []journal.Sting{{At: d.at(0, 21, 50), Level: 6}, {At: d.at(8, 20, 0), Level: 3}},
		Own: journal.Own{
			State: done(d.at(1, 20, 10)),
			Did: prose(`I said yes to Priya for the release and yes to Zoë for the recital, and I wrote down neither. I saw
				that both were the same afternoon when I was on the stairs of the school. I stayed on the stairs.`),
			Cost: `Zoë, who looked for me after the last note. Alex, who filmed it with one hand and waved with the other.`,
		},
		Fix: journal.Fix{
			State: done(d.at(3, 19, 0)),
			Repaired: prose(`A second concert in the living room: one cello, three chairs, tickets drawn by hand. Priya says
				the next release can wait for a cello.`),
			Repairable: journal.RepairablePartly,
		},
		Apologize: journal.Apologize{State: done(d.at(1, 19, 30))},
		Apologies: []journal.Apology{{
			To: "Zoë", Heard: true, Via: "in person", Said: d.at(1, 18, 45),
			Words: prose(`I missed your song because I said yes to two things. I'm sorry. You looked for me and there was a
				jacket. I would love to hear it. On the weekend, in the living room, with no phone in the house?`),
			Answer: `"You have to buy a ticket." I bought two.`,
		}},
		Learn: journal.Learn{
			State:    done(d.at(8, 20, 30)),
			Takeaway: "Keep a better calendar.",
			Cue:      "things get busy",
			Plan:     "I keep my calendar in order",
			Reviews:  []journal.ReviewAnswer{{At: d.at(15, 8, 0), Answer: "hazy"}, {At: d.at(45, 8, 0), Answer: "forgot"}},
		},
	}
}

func toast(d day, c calendar) journal.Entry {
	return journal.Entry{
		Title:     "Forgot the toast at 李雷's wedding",
		Happened:  d.at(0, 20, 15),
		Captured:  d.at(1, 11, 5),
		Severity:  journal.Stumble,
		Witnessed: true,
		Tags:      []string{"friends", "promise"},
		People:    []string{"李雷", "Jonas"},
		Feelings:  []string{"ashamed", "humiliated"},
		What: prose(`He had asked me a year before. I stood up, glass in hand, 140 people, and there was nothing in my head.
			The toast was at home, on the printer. I said "To the weather" and sat down.`),
		Vent: prose(`To the weather. It was raining. His grandmother nodded as if it were a proverb. I hid behind the cake
			for most of the evening and I'd like it on record that the cake was good.`),
		Sting: []journal.Sting{
			{At: d.at(1, 11, 5), Level: 8}, {At: d.at(14, 20, 0), Level: 5}, {At: d.at(60, 20, 0), Level: 1},
		},
		Own:       toastOwn(d),
		Fix:       toastFix(d),
		Apologize: journal.Apologize{State: done(d.at(3, 19, 30))},
		Apologies: []journal.Apology{{
			To: "李雷", Heard: true, Via: "in person", Said: d.at(3, 18, 0),
			Words: prose(`李雷, you asked me a year ahead and I forgot your toast. I'm sorry. You had told your grandmother
				that I was the funny one, and she waited for it. The real one is four pages long. I've learned it by heart.
				May I come to dinner within the month and give it to you both, standing on a chair?`),
			Answer:  `没关系. He laughed until he had to sit down. They want the chair.`,
			Promise: "I give the real toast at your table", PromiseDue: d.on(33), PromiseKept: d.at(21, 20, 30),
		}},
		Learn: toastLearn(d, c),
	}
}

func toastOwn(d day) journal.Own {
	return journal.Own{
		State: done(d.at(1, 11, 40)),
		Did: prose(`I wrote the toast in one night, printed it, and left it on the printer. I never said it out loud before
			I stood up. When I found my pocket empty I made a joke in place of telling the truth.`),
		Decided: `To leave it to the last night, and to trust a piece of paper.`,
		Knew:    `That I forget my own phone number when I stand in front of people.`,
		Cost: prose(`李雷, who had looked forward to it and told everyone so. His grandmother, who came 6,000 miles and got
			the weather.`),
		Friend: `You went blank in front of people you love. Say that to him. He likes you blank, too.`,
	}
}

func toastFix(d day) journal.Fix {
	return journal.Fix{
		State: done(d.at(22, 10, 0)),
		Repaired: prose(`I gave the whole toast at their kitchen table, on a chair, with the grandmother on a video call.
			Jonas recorded it, and it is on the wedding film now, right after the weather.`),
		Repairable: journal.RepairablePartly,
	}
}

func toastLearn(d day, c calendar) journal.Learn {
	return journal.Learn{
		State:    done(d.at(60, 20, 40)),
		Takeaway: "What I want to say to people I love lives in my mouth, not on my printer.",
		Cue:      "somebody asks me to speak",
		Plan:     "I say the first line out loud, right there, and again each time I brush my teeth",
		Identity: "I am someone who stands up for friends with empty hands",
		Story: prose(`I was the funny friend, and I leaned on it. I had a year to learn four pages, and I used one night.
			What I had in front of 140 people was rain and a glass, so I toasted the rain.

			It cost 李雷 the one thing he had asked me for. I told him the truth three days later, and three weeks later I
			stood on a kitchen chair and said all four pages without a sheet of paper.

			When somebody asks me to speak now, I say the first line right there. It is usually bad. It has never been the
			weather.`),
		Review: journal.Review{Due: c.due(40)},
		Reviews: []journal.ReviewAnswer{
			{At: d.at(67, 8, 0), Answer: "remembered"}, {At: d.at(160, 8, 0), Answer: "used"}, {At: d.at(400, 8, 0), Answer: "used"},
		},
		Cues: []journal.Cue{{At: d.at(158, 19, 0), Used: true}},
		Told: []journal.Telling{
			{To: "Jonas's wedding guests, by heart", At: d.on(158)},
			{To: "the radio hour", At: d.on(300)},
		},
	}
}

func fishing(d day) journal.Entry {
	return journal.Entry{
		Title:    "Broke my promise to take Dad fishing",
		Happened: d.on(0),
		Captured: d.at(12, 23, 5),
		Severity: journal.Blunder,
		Quiet:    true,
		Tags:     []string{"family", "promise"},
		People:   []string{"Dad", "Mom"},
		Feelings: []string{"guilty", "sad", "numb"},
		What: prose(`Three times I said "next month". He had new line on the reel and the thermos out. He died eleven days
			after the third one.`),
		Sting: []journal.Sting{
			{At: d.at(12, 23, 5), Level: 10}, {At: d.at(120, 22, 0), Level: 7}, {At: d.at(365, 21, 0), Level: 5},
		},
		Own: journal.Own{
			State: done(d.at(40, 22, 30)),
			Did: prose(`I promised Dad a day at the lake and put work before it three times. The third time I did it by
				text message.`),
			Knew: `That he was tired. That he had stopped asking and started saying "when you get around to it".`,
			Cost: `Dad, who had the thermos out. Mom, who put it away.`,
			Friend: prose(`You thought there was a next month. Nearly everyone does. He also told the whole street what you
				do for a living, wrong in every detail.`),
		},
		Fix: journal.Fix{
			State: done(d.at(120, 22, 20)),
			Repaired: prose(`I told Mom about the three times. She knew. Zoë has the reel now, and I taught her
				his knot.`),
			Repairable:          journal.RepairableNo,
			UnrepairableBecause: `He is gone.`,
		},
		Apologize: journal.Apologize{State: done(d.at(41, 16, 0))},
		Apologies: []journal.Apology{{
			To: "Dad", Via: "at the lake, out loud", Said: d.at(41, 15, 10),
			Words: prose(`Dad, I promised you this lake and I let you wait for it three times. I'm sorry. You had the line
				on the reel. I've brought your thermos. On your birthday each year I bring Zoë, and she fishes in your spot.`),
			Answer: `A heron. I'll take it.`,
		}},
		Learn: journal.Learn{
			State:    done(d.at(365, 21, 30)),
			Takeaway: "Next month is not a date.",
			Cue:      "I am about to say next month to somebody I love",
			Plan:     "I name a day before the sentence is over",
		},
	}
}
