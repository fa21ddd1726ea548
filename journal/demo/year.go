package demo

import "bounceback/journal"

// The year before that: mended, some with steps skipped for a reason.

func doubleBookedClinic(d day, c calendar, first string) journal.Entry {
	return journal.Entry{
		RecurrenceOf: first,
		Title:        "Double-booked Mom's eye clinic and a call",
		Happened:     d.at(0, 8, 30),
		Captured:     d.at(0, 12, 15),
		Severity:     journal.Slip,
		Tags:         []string{"calendar", "family", "promise"},
		People:       []string{"Mom", "Dana"},
		Feelings:     []string{"guilty"},
		What: prose(`Mom sat on her stairs with her coat on. I was in a customer call that I had accepted for the same half
			hour. Second time. The first was Zoë's recital.`),
		Sting: []journal.Sting{{At: d.at(0, 12, 15), Level: 6}, {At: d.at(12, 20, 0), Level: 3}},
		Own: journal.Own{
			State: done(d.at(0, 20, 30)),
			Did: prose(`I told Mom on the phone that I would drive her, and I did not write it down. A week later I said yes
				to a call at the same time, from a calendar that showed the morning as free.`),
			Decided: `To keep the family in my head and the work in the calendar.`,
			Cost:    `Mom, who sat on the stairs in her coat for forty minutes and now waits six weeks for the next slot.`,
		},
		Fix: journal.Fix{
			State:      done(d.work(2, 9, 40)),
			Repaired:   `The clinic has a new date, and I drive. Dana takes my calls on that morning and knows why.`,
			Repairable: journal.RepairableYes,
		},
		Apologize: journal.Apologize{State: done(d.at(1, 19, 0))},
		Apologies: []journal.Apology{{
			To: "Mom", Heard: true, Via: "in person", Said: d.at(1, 18, 30),
			Words: prose(`Mom, I promised to drive you and then I said yes to somebody else. I'm sorry. You sat on the
				stairs in your coat, and now you wait six weeks to see better. I drive you to the next one, and I've told
				work. Until then I read you the crossword on the phone, and I put up the shelves that you asked me for.`),
			Answer: prose(`"You always were a busy child." Then she asked for the crossword to begin at once. Seven letters,
				"remorse".`),
			Promise: "I put up the shelves in your hall", PromiseDue: c.due(2),
		}},
		Learn: journal.Learn{
			State:    done(d.at(14, 21, 20)),
			Takeaway: "A yes that is not in the calendar is a double booking that has not met its twin.",
			Cue:      "I hear myself say yes to a day",
			Plan:     "I put it in the calendar before I hang up, family first",
			Identity: "I am someone whose yes has a place",
			Story: prose(`After the recital I decided to keep a better calendar. That was a wish: it had no moment in it. It
				lasted until Mom sat on the stairs in her coat. Now the moment is the word yes. I say, "Wait, I'm writing it
				down," and people wait. Mom says it makes her feel like a customer.`),
			Review:  journal.Review{Due: c.due(0)},
			Reviews: []journal.ReviewAnswer{{At: d.at(22, 8, 0), Answer: "used"}},
			Cues:    []journal.Cue{{At: d.at(19, 17, 30), Used: true}, {At: d.at(29, 12, 10), Used: true}},
		},
	}
}

func powerCord(d day, c calendar) journal.Entry {
	return journal.Entry{
		Title:     "Kicked the power cord in the server room",
		Happened:  d.at(0, 11, 20),
		Captured:  d.at(0, 11, 58),
		Severity:  journal.Slip,
		Witnessed: true,
		Tags:      []string{"hardware"},
		People:    []string{"Dana", "Sam"},
		Feelings:  []string{"stupid"},
		What: prose(`I was showing Sam where the new rack goes. One step back to make room for my arms, and the build
			machine went dark. Twenty-five minutes of everyone asking everyone if it was them.`),
		Sting: []journal.Sting{{At: d.at(0, 11, 58), Level: 4}, {At: d.at(6, 18, 0), Level: 1}},
		Own: journal.Own{
			State: done(d.at(0, 12, 10)),
			Did: prose(`I stepped backwards onto the cord of the build machine and pulled it out. I heard the fan stop, and
				I said "huh" and went on talking about the rack.`),
			Cost: `Eleven people waited twenty-five minutes. Dana lost a build that had four minutes to go.`,
		},
		Fix: journal.Fix{
			State:      done(d.work(3, 15, 0)),
			Repaired:   `Plugged in again, builds restarted, one line to everyone: it was my foot.`,
			Repairable: journal.RepairableYes,
			Actions: []journal.Action{{
				Do: "Run the cord under the floor and clip it", Kind: journal.Prevent, Strength: journal.Strong,
				Owner: "me", Due: d.on(7), Finished: d.work(3, 14, 30), Test: "Sam pulls at it and it stays",
			}},
		},
		Apologize: journal.Apologize{State: done(d.at(0, 12, 30))},
		Apologies: []journal.Apology{{
			To: "Dana", Heard: true, Via: "in person", Said: d.at(0, 12, 25),
			Words: prose(`That was my foot. I'm sorry, Dana: your build had four minutes to go, and I took them. I've
				started it again for you, and within a week the cord goes under the floor.`),
			Answer: `"Left or right? I want it for the plaque."`,
		}},
		Learn: journal.Learn{
			State:    done(d.at(6, 18, 5)),
			Takeaway: "In a narrow room, the floor is part of the machine.",
			Cue:      "I am about to step back in a room full of cables",
			Plan:     "I stop and look at my feet first",
			Review:   journal.Review{Due: c.due(11)},
			Reviews:  []journal.ReviewAnswer{{At: d.at(20, 8, 0), Answer: "remembered"}},
			Told:     []journal.Telling{{To: "every visitor, by means of the plaque", At: d.on(9)}},
		},
	}
}

func bread(d day) journal.Entry {
	return journal.Entry{
		Title:    "Burned the bread while fixing a script",
		Happened: d.at(0, 17, 10),
		Captured: d.at(0, 17, 25),
		Severity: journal.Blip,
		Tags:     []string{"home"},
		People:   []string{"Alex", "Zoë"},
		What: prose(`Two days of sourdough, one more line of code. It came out as a fossil. Zoë has taken it to school for
			show and tell.`),
		Sting: []journal.Sting{{At: d.at(0, 17, 25), Level: 2}, {At: d.at(5, 19, 0), Level: 0}},
		Own: journal.Own{
			State: done(d.at(0, 17, 30)),
			Did:   `I put the loaf in, set no timer, and sat down to fix one more line.`,
		},
		Fix:       journal.Fix{State: skipped(d.at(0, 17, 31), "nothing to repair but a crust")},
		Apologize: journal.Apologize{State: skipped(d.at(0, 17, 31), "nobody was hurt, and Alex prefers toast")},
		Learn: journal.Learn{
			State:    done(d.at(5, 19, 0)),
			Takeaway: "The oven keeps better time than I do.",
			Cue:      "I close the oven door",
			Plan:     "I set the timer before I let go of the handle 🍞",
			Reviews:  []journal.ReviewAnswer{{At: d.at(12, 9, 0), Answer: "used"}, {At: d.at(40, 9, 0), Answer: "used"}},
		},
	}
}

func branch(d day, c calendar) journal.Entry {
	return journal.Entry{
		Title:     "Deleted Sam's branch before the demo",
		Happened:  d.at(0, 18, 40),
		Captured:  d.at(0, 19, 30),
		Severity:  journal.Slip,
		Witnessed: true,
		NearMiss:  true,
		Tags:      []string{"git", "change"},
		People:    []string{"Sam"},
		Feelings:  []string{"shaky", "relieved"},
		What: prose(`I was tidying old branches on the server. Two weeks of Sam's work went with them, fourteen hours before
			he was to show it. His laptop was in his bag, by the door, on its way out. It had everything.`),
		Vent:  `I have never crossed an office that fast. I think I hurdled the plant.`,
		Sting: []journal.Sting{{At: d.at(0, 19, 30), Level: 5}, {At: d.at(9, 20, 0), Level: 2}},
		Own: journal.Own{
			State: done(d.at(0, 19, 45)),
			Did: prose(`I deleted every branch whose name I did not know. I listed them, thought "old", and pressed enter
				for all eleven at once.`),
			Decided: `To clean up other people's things without asking them.`,
			Knew:    `Names and dates. Sam's branch was two weeks old, and I took two weeks for abandoned.`,
			Cost:    `Ten minutes of Sam's evening, and the color of his face. It was that close to two weeks.`,
		},
		Fix: journal.Fix{
			State: done(d.work(2, 10, 30)),
			Repaired: prose(`Sam pushed it again from his laptop. I asked the owners of the other ten; nine were old, one
				was not, and it is back too.`),
			Repairable: journal.RepairableYes,
			Actions: []journal.Action{{
				Do: "Keep deleted branches for thirty days", Kind: journal.Limit, Strength: journal.Strong,
				Owner: "me", Due: d.on(7), Finished: d.work(2, 10, 0), Test: "a branch deleted yesterday comes back in one command",
			}},
		},
		Apologize: journal.Apologize{State: done(d.at(0, 19, 20))},
		Apologies: []journal.Apology{{
			To: "Sam", Heard: true, Via: "in person", Said: d.at(0, 19, 15),
			Words: prose(`I deleted your branch the night before you show it. I'm sorry. You had your coat on, and for ten
				minutes you thought that two weeks were gone. It's back, I've checked it with you, and within a week the
				server keeps what anyone deletes for thirty days.`),
			Answer: `He went a little pale and then bought me a tea. I think I was paler.`,
		}},
		Learn: journal.Learn{
			State:    done(d.at(9, 20, 10)),
			Takeaway: "Old is what its owner says it is.",
			Cue:      "I am about to delete something that is not mine",
			Plan:     "I ask its owner by name and wait for the answer",
			Review:   journal.Review{Due: c.due(24)},
			Reviews: []journal.ReviewAnswer{
				{At: d.at(16, 8, 0), Answer: "remembered"}, {At: d.at(60, 8, 0), Answer: "hazy"}, {At: d.at(90, 8, 0), Answer: "used"},
			},
			Cues: []journal.Cue{{At: d.work(60, 16, 0), Used: true}},
		},
	}
}
