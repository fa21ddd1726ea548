// Package demo is the content of the throw-away journal that "bounceback demo" opens: fourteen mistakes of one person over
// two years, from a burned loaf to a lost day for a thousand customers.
//
// Goals: what a stranger reads in the first minutes is alive and complete. Every state of every step, every severity and
// every reason to wait occurs, and each text is one that the coach would be glad of. Everything is dated from one moment
// that comes in as an argument, so that the journal is as fresh on any day as on the day of writing.
//
// Non-goals: bulk (it is read by people, not by benchmarks), reading the clock, writing files, and naming the person.
package demo

import (
	"time"

	"bounceback/journal"
)

// Entries returns the demo's mistakes, newest first, dated backwards from now in now's zone. Nothing in them lies after now
// but days that things are due. An id is drawn from ids once for each entry, always in the same order.
func Entries(now time.Time, ids func() string) []journal.Entry {
	c := calendar{now: now}
	build := func(e journal.Entry) journal.Entry {
		e.Schema, e.ID = journal.Schema, ids()
		return e
	}
	// The recurrence points to this one, so its id is drawn first.
	recital := build(doubleBookedRecital(c.workday(390)))
	return []journal.Entry{
		build(sweater(c)),
		build(replyAll(c.workday(4))),
		build(snapped(c.ago(9))),
		build(refill(c.ago(13))),
		build(wrongSound(c.last(time.Sunday, 15))),
		build(wrongPrice(c.workday(25))),
		build(doubleBookedClinic(c.workday(46), c, recital.ID)),
		build(powerCord(c.workday(70), c)),
		build(reroute(c.workday(95), c)),
		build(bread(c.last(time.Sunday, 150))),
		build(branch(c.workday(235), c)),
		recital,
		build(toast(c.last(time.Saturday, 505), c)),
		build(fishing(c.last(time.Saturday, 700))),
	}
}

// Contacts returns contacts.toml of the demo: where the people of its examples can be written to. The addresses are of a domain
// that nobody can have.
func Contacts() string {
	return `from = "Robin Hale <robin@example.com>"

[[contacts]]
name = "Dana"
address = "dana@example.com"

[[contacts]]
name = "Priya"
address = "priya@example.com"

[[contacts]]
name = "Sam"
address = "sam@example.com"

[[contacts]]
name = "the support team"
address = "support@example.com"

# A group: its members don't see one another.
[[contacts]]
name = "Alder Street Dental"
address = "desk@alder.example"
group = "eu-west customers"

[[contacts]]
name = "Lin's Bakery"
address = "hello@lins-bakery.example"
group = "eu-west customers"
`
}
