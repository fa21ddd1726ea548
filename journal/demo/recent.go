package demo

import "bounceback/journal"

// The last two weeks: what is still open, so that the first key pressed leads into something alive.

func sweater(c calendar) journal.Entry {
	return journal.Entry{
		Title:    "Shrank Alex's wool sweater in the wash",
		Happened: c.hours(3),
		Captured: c.hours(2.75),
		Severity: journal.Slip,
		Tags:     []string{"home"},
		People:   []string{"Alex"},
		What: prose(`The gray one from the island. I put it in with the towels, on hot. It would now fit Zoë's bear. Alex is
			not home yet.`),
	}
}

func replyAll(d day) journal.Entry {
	return journal.Entry{
		Title:     "Replied all with a joke about Priya",
		Happened:  d.at(0, 16, 42),
		Captured:  d.at(0, 22, 10),
		Severity:  journal.Stumble,
		Witnessed: true,
		Tags:      []string{"email"},
		People:    []string{"Priya", "Sam"},
		Feelings:  []string{"ashamed", "humiliated"},
		What: prose(`Priya sent the new seating plan to the whole office, sixty people. I answered "Did she measure this
			with her eyes closed?" I thought I was writing to Sam. The first laugh came from two desks away, and it was not
			Sam's.`),
		Vent: prose(`My ears are still hot. Eleven years of email and I hit the one button every office has a cake rule
			about. I have written four versions of "my account was hacked" in my head. Somebody put a laughing face under
			it. I want to throw my laptop in the canal and become a shepherd.`),
		Sting: []journal.Sting{{At: d.at(0, 22, 10), Level: 7}, {At: d.at(1, 21, 30), Level: 6}},
		Own: journal.Own{
			State: done(d.at(1, 8, 5)),
			Did: prose(`I made fun of Priya's work in front of sixty people. I pressed reply all and did not look at the
				line with the names. And before that, I wrote a sentence about her that I would not have said to her face.`),
			Decided: `Both halves: which button I pressed, and what I wrote. Sam's email was funny. I picked the target.`,
			Knew: prose(`That Priya had gone from desk to desk for three weeks to ask what people need. She asked me too. I
				said "anywhere but the printer", and she put me anywhere but the printer.`),
			Cost: prose(`Priya, who had to answer questions about the plan with my line sitting on top of the thread. And
				the next person who is asked to do a thankless job for the rest of us.`),
			Friend: `You were showing off. It happens to funny people. Go and see her before it sets.`,
		},
		Fix: journal.Fix{
			State:     done(d.at(1, 8, 25)),
			Contained: `It was still going: two more jokes came in under mine. My second email ended that.`,
			Repaired: prose(`I wrote to the whole thread within the hour: that joke was mine, it was unfair, and the plan
				deserves a proper answer. Sam knows that I was writing to him. What sixty people have read, they have read.`),
			Repairable: journal.RepairablePartly,
		},
		Apologize: journal.Apologize{State: doing()},
		Apologies: []journal.Apology{{
			To: "Priya",
			Words: prose(`Priya, I made fun of your seating plan in front of sixty people. I'm sorry. You spent three weeks
				asking each of us what we need, and I turned that into a laugh at your cost, on the very day you needed us
				to read it. I wrote it for Sam alone, and that would not have made it kinder.

				By noon tomorrow I'll send the thread my real answer to the plan, and it starts with what I like about it.
				And tell me how it was to open that email, whenever you care to. I'll listen.`),
			Via: "in person",
		}},
	}
}

func snapped(d day) journal.Entry {
	return journal.Entry{
		Title:    "Snapped at Zoë over spilled milk",
		Happened: d.at(0, 18, 50),
		Captured: d.at(0, 21, 15),
		Severity: journal.Stumble,
		Tags:     []string{"family"},
		People:   []string{"Zoë", "Alex"},
		Feelings: []string{"guilty", "sad"},
		What: prose(`A glass of milk went over the table and into my keyboard. I shouted so loudly that the neighbor's dog
			answered. Zoë is eight. She had said sorry before I was done.`),
		Vent: prose(`I sounded exactly like the math teacher I swore I would never sound like. Over milk. There is a proverb
			about this, and I was on the wrong side of it.`),
		Sting: []journal.Sting{{At: d.at(0, 21, 15), Level: 6}},
		Own: journal.Own{
			State: doing(),
			Did: prose(`I shouted at Zoë for something that a paper towel fixes. I had brought the laptop to the table, I
				was three messages deep in work, and I turned all of that on her.`),
			Knew: `That I had been angry since four o'clock, and that none of it had to do with milk.`,
		},
	}
}

func refill(d day) journal.Entry {
	return journal.Entry{
		Title:    "Missed the refill of my thyroid pills",
		Happened: d.on(0),
		Captured: d.at(1, 7, 20),
		Severity: journal.Slip,
		Tags:     []string{"health"},
		People:   []string{"Alex"},
		Feelings: []string{"stupid"},
		What:     `The box is empty, and my doctor's office is closed until next week.`,
		Sting:    []journal.Sting{{At: d.at(1, 7, 20), Level: 4}},
		Own: journal.Own{
			State: done(d.at(3, 20, 40)),
			Did: prose(`I swiped the pharmacy's reminder away three times, each time because I was standing in a line or
				walking up the stairs. I left myself no note. Then one morning I shook an empty box.`),
			Decided: `Each of the three swipes.`,
			Cost: prose(`Four foggy days for me. Alex drove to the late pharmacy across the river, in slippers, and did the
				school mornings on top.`),
		},
	}
}
