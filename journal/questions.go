package journal

// HelpQuestion is a question that helps to find out how a mistake came about. Its answer is private thinking, kept in
// [RCA.Answers] under its name, and stands in no document.
type HelpQuestion struct {
	Name string // in the file: "watching"
	Ask  string
}

// HelpQuestions lists them, in the order in which they are asked. They ask what the person saw and weighed at that moment,
// and never why they did not do something else: what looks like carelessness afterwards made sense then (Dekker 2014, The
// Field Guide to Understanding "Human Error").
func HelpQuestions() []HelpQuestion {
	return []HelpQuestion{
		{"watching", "What were you watching?"},
		{"unnoticed", "What went unnoticed?"},
		{"expected", "What differed from what you expected?"},
		{"goals", "Which goals and pressures ruled?"},
		{"options", "Which options did you see, and why did that one look best?"},
		{"asked", "Whom did you ask, and what would have made you ask sooner?"},
	}
}

// AskOf returns the words of a question by its name; a person's own question is its own words.
func AskOf(question string) string {
	for _, q := range HelpQuestions() {
		if q.Name == question {
			return q.Ask
		}
	}
	return question
}

// QuestionOf is the way back from [AskOf].
func QuestionOf(ask string) string {
	for _, q := range HelpQuestions() {
		if q.Ask == ask {
			return q.Name
		}
	}
	return ask
}
