package journal

// The words with a fixed meaning in a file. Each is a string and not a number, because a value that this program does not
// know is shown and kept as it was written.

// Severity is how bad it was. The zero value means that nobody said.
type Severity string

// The severities, from small to life-changing.
const (
	Blip    Severity = "blip"
	Slip    Severity = "slip"
	Stumble Severity = "stumble"
	Blunder Severity = "blunder"
	Doozy   Severity = "doozy"
)

// Severities lists the severities from small to large.
func Severities() []Severity { return []Severity{Blip, Slip, Stumble, Blunder, Doozy} }

// Rank returns 1 for a blip to 5 for a doozy, and 0 for none or an unknown word.
func (s Severity) Rank() int {
	for i, v := range Severities() {
		if s == v {
			return i + 1
		}
	}
	return 0
}

// Serious reports whether the mistake is large enough that the guide offers to look deeper.
func (s Severity) Serious() bool { return s.Rank() >= 4 }

// Status is how far a step has come.
type Status string

// The statuses. "" means [Todo].
const (
	Todo    Status = "todo"
	Doing   Status = "doing"
	Done    Status = "done"
	Skipped Status = "skipped"
)

// Statuses lists the statuses in the order of a step's life.
func Statuses() []Status { return []Status{Todo, Doing, Done, Skipped} }

// Closed reports whether nothing more is asked of the step.
func (s Status) Closed() bool { return s == Done || s == Skipped }

// Open reports whether the step is still to be walked.
func (s Status) Open() bool { return !s.Closed() }

// Step is one of the four steps, by its name in the file.
type Step string

// The steps.
const (
	StepOwn       Step = "own"
	StepFix       Step = "fix"
	StepApologize Step = "apologize"
	StepLearn     Step = "learn"
)

// Steps lists the four steps in their order. None waits for another.
func Steps() [4]Step { return [4]Step{StepOwn, StepFix, StepApologize, StepLearn} }

// Title returns the step's name on screen.
func (s Step) Title() string {
	switch s {
	case StepOwn:
		return "Own it"
	case StepFix:
		return "Fix it & share it"
	case StepApologize:
		return "Apologize"
	case StepLearn:
		return "Learn"
	}
	return string(s)
}

// Repairable says whether the harm can be put right.
type Repairable string

// The answers. "" means that nobody said.
const (
	RepairableYes    Repairable = "yes"
	RepairablePartly Repairable = "partly"
	RepairableNo     Repairable = "no"
)

// Repairables lists the answers.
func Repairables() []Repairable {
	return []Repairable{RepairableYes, RepairablePartly, RepairableNo}
}

// ActionKind is what an action is for.
type ActionKind string

// The kinds of action.
const (
	Repair  ActionKind = "repair"
	Prevent ActionKind = "prevent"
	Detect  ActionKind = "detect"
	Limit   ActionKind = "limit"
)

// ActionKinds lists the kinds of action.
func ActionKinds() []ActionKind { return []ActionKind{Repair, Prevent, Detect, Limit} }

// Strength is how well an action holds without anybody remembering it, after the action hierarchy of RCA² (National
// Patient Safety Foundation, 2015).
type Strength string

// The strengths: strong makes the mistake impossible or acts by itself, medium is a checklist or a second person, weak is
// a reminder or training.
const (
	Weak   Strength = "weak"
	Medium Strength = "medium"
	Strong Strength = "strong"
)

// Strengths lists the strengths from weak to strong.
func Strengths() []Strength { return []Strength{Weak, Medium, Strong} }

// FactorKind is where a contributing factor lies.
type FactorKind string

// FactorKinds lists the kinds of factor. None of them is a person.
func FactorKinds() []FactorKind {
	return []FactorKind{"information", "tool", "process", "load", "communication", "assumption", "incentive", "luck"}
}

// ReportStatus is draft or final.
type ReportStatus string

// ReportStatuses lists the statuses of a report.
func ReportStatuses() []ReportStatus { return []ReportStatus{"draft", "final"} }

// CopyKind is which copy of the report a person gets.
type CopyKind string

// CopyKinds lists the copies.
func CopyKinds() []CopyKind { return []CopyKind{"full", "summary"} }

// Recall is how a lesson came back in a review.
type Recall string

// Recalls lists the answers of a review, best first.
func Recalls() []Recall { return []Recall{"used", "remembered", "hazy", "forgot"} }

// Feelings lists words that the guide offers; any other word is as good.
func Feelings() []string {
	return []string{"ashamed", "humiliated", "stupid", "guilty", "angry", "afraid", "sad", "shaky", "relieved", "numb"}
}
