package journal

import "bounceback/journal/when"

// Schema is the number of the file format's meaning that this program writes and understands. New keys don't raise it.
const Schema = 1

// Entry is one mistake and the way back from it: all that one file holds. The zero value of a field means that nothing
// was written. Values are plain data: copy one with [Entry.Clone] before changing it.
type Entry struct {
	Schema       int
	ID           string // 10 characters of [IDAlphabet]; the identity
	Title        string
	Happened     when.Moment
	Captured     when.Moment
	Severity     Severity
	Witnessed    bool // others saw it
	NearMiss     bool
	Quiet        bool // "leave this one be": never comes back by itself
	Tags         []string
	People       []string
	Feelings     []string
	RecurrenceOf string // id of the mistake that this is again
	SameAs       string // id of the entry that a conflict split this one from
	Colleague    string // the name in the colleague view
	What         string
	Vent         string // for nobody else: in no document, no search, no catalog

	Sting     []Sting
	Coach     Coach
	Own       Own
	Fix       Fix
	RCA       RCA
	Report    Report
	Ledger    []Notice
	Apologize Apologize
	Apologies []Apology
	Learn     Learn
}

// Origin is where an element of a list was read from: its place, counted from 1, among the elements of that list in the
// file's text, and 0 for a new one. The comments and unknown keys of an element move with it. It is no part of the
// element's meaning; [Entry.Equal] looks past it.
type Origin int

// Sting is one reading of how much a mistake hurts.
type Sting struct {
	Origin Origin
	At     when.Moment
	Level  int // 0 (not at all) to 10
}

// Coach holds what the person told the coach to leave alone.
type Coach struct {
	Dismissed []string // rule and sentence, such as "own.did:passive:3f9a"
}

// Own is the first step: taking responsibility.
type Own struct {
	State
	Did       string // core: what did I do, or not do?
	Decided   string // what part was mine to decide?
	Knew      string // what did I know at that moment? Frozen when own is first marked done (hindsight bias)
	Cost      string // who carried the cost, and what was it?
	Friend    string // what would I say to a friend who did this?
	KnewLater []Note // what was remembered after knew was frozen
}

// Note is a text with the moment it was written.
type Note struct {
	Origin Origin
	At     when.Moment
	Text   string
}

// Fix is the second step: repair, and tell those concerned.
type Fix struct {
	State
	Contained           string // is harm still being done, what stopped it?
	Repaired            string // core: what is put right, and who has been told?
	Repairable          Repairable
	UnrepairableBecause string
	Detected            when.Moment
	Fixed               when.Moment
	Actions             []Action
}

// Action is one thing to do so that the mistake is mended, or does not come back.
type Action struct {
	Origin   Origin
	Do       string
	Kind     ActionKind
	Strength Strength
	Owner    string
	Due      when.Moment
	Test     string // how one sees that it works
	Finished when.Moment
}

// RCA is the root cause analysis: what happened, why, and how it could not have.
type RCA struct {
	Summary     string
	Impact      string
	Detection   string
	Surprise    string
	Well        string
	Badly       string
	Lucky       string
	NotDoing    string
	Questions   string
	Attendees   []string
	Facilitator string
	Events      []Event
	Factors     []Factor
	Answers     []Answer
}

// Event is one line of the timeline: people as actors, with evidence.
type Event struct {
	Origin   Origin
	At       when.Moment
	What     string
	Evidence string
}

// Factor is a contributing factor. Level makes an outline: it is a factor of the nearest line above with a smaller level.
type Factor struct {
	Origin Origin
	Level  int // 0 for a factor of the mistake itself
	Why    string
	Kind   FactorKind
	Guess  bool // not known, supposed
}

// Answer is the answer to one help question of the analysis.
type Answer struct {
	Origin   Origin
	Question string // which help question, by its name: "watching"
	Text     string
}

// Report holds what the person chose for the documents made of this entry.
type Report struct {
	Authors    []string
	Status     ReportStatus
	Omit       []string // keys left out, such as "rca.lucky"
	Pseudonyms bool
	Persons    []string // who is Person A, B and so on, as it was when a copy went out; whoever comes later comes behind them
}

// Notice is one line of the ledger: somebody who must hear of it, and whether they have.
type Notice struct {
	Origin       Origin
	To           string
	Affected     string
	Copy         CopyKind
	Via          string
	Prepared     when.Moment // a draft, a file, the clipboard: not yet sent
	Sent         when.Moment
	Acknowledged when.Moment
	Exempt       string // why this person need not hear
}

// Apologize is the third step. The words themselves are in [Entry.Apologies], one for each person.
type Apologize struct{ State }

// Apology is what is said to one person.
type Apology struct {
	Origin      Origin
	To          string
	Heard       bool   // have I heard them out?
	Words       string // core: what will I say?
	Via         string
	Prepared    when.Moment // a letter was made ready: not yet sent
	Said        when.Moment
	Answer      string
	Promise     string
	PromiseDue  when.Moment
	PromiseKept when.Moment
}

// Learn is the fourth step: the takeaway, made part of who you are.
type Learn struct {
	State
	Takeaway  string
	Cue       string // core: if …
	Plan      string // core: … then I …
	Identity  string
	Principle string
	Story     string
	Review    Review
	Reviews   []ReviewAnswer
	Cues      []Cue
	Told      []Telling
}

// Review is when the lesson comes back, and the state of the schedule that decides it.
type Review struct {
	Due       when.Moment
	Algorithm string
}

// ReviewAnswer is what the person remembered of the lesson on one day.
type ReviewAnswer struct {
	Origin Origin
	At     when.Moment
	Answer Recall
}

// Cue is one time that the situation of the lesson came again.
type Cue struct {
	Origin Origin
	At     when.Moment
	Used   bool // was the plan used?
}

// Telling is one time that the story was told.
type Telling struct {
	Origin Origin
	To     string
	At     when.Moment
}
