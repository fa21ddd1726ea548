package guide

import (
	"slices"
	"strings"

	"bounceback/journal"
	"bounceback/ui/ask"
)

// The page of the questions that help to see how a mistake came about, one key away from everything in the fix step. Most of
// their answers are private thinking; the last three stand in the analysis itself.

const helpPrefix = "rca.answers."

// helpFields are its rows.
func helpFields() []field {
	var out []field
	for _, q := range journal.HelpQuestions() {
		out = append(out, helpField(q))
	}
	for _, key := range []string{"rca.surprise", "rca.well", "rca.lucky"} {
		for _, f := range analysisFields() {
			if f.key == key {
				out = append(out, f)
			}
		}
	}
	return out
}

// helpField asks one of them. Should another program bring a second answer to it, the words that are being written stay
// with the answer that they are in.
func helpField(q journal.HelpQuestion) field {
	var last string
	place := func(e *entry) int {
		first := -1
		for i, a := range e.RCA.Answers {
			switch {
			case a.Question != q.Name:
			case a.Text == last:
				return i
			case first < 0:
				first = i
			}
		}
		return first
	}
	f := text(helpPrefix+q.Name, q.Ask, "It stays with you: no report has it.", nil)
	f.get = func(e *entry) string {
		if i := place(e); i >= 0 {
			last = e.RCA.Answers[i].Text
			return last
		}
		return ""
	}
	f.set = func(e *entry, s string) {
		i := place(e)
		last = s
		switch {
		case i >= 0:
			e.RCA.Answers[i].Text = s
		case s != "":
			e.RCA.Answers = append(e.RCA.Answers, journal.Answer{Question: q.Name, Text: s})
		}
	}
	return f
}

// dropEmptyAnswers takes away the answers to the question that is left, once nothing is in them. While somebody writes they
// stay: an answer that is written anew keeps what the file says beside it.
func (m *Model) dropEmptyAnswers() ask.Ask {
	a := m.answer
	if a == nil || m.locked != "" || !strings.HasPrefix(a.f.key, helpPrefix) || m.top().kind != questionsPage {
		return nil
	}
	var dropped ask.Ask
	name := strings.TrimPrefix(a.f.key, helpPrefix)
	for i := len(m.entry.RCA.Answers) - 1; i >= 0; i-- {
		if had := m.entry.RCA.Answers[i]; had.Question != name || strings.TrimSpace(had.Text) != "" {
			continue
		}
		m.moveTexts(inList("rca.answers", without(i)))
		m.entry.RCA.Answers = slices.Delete(slices.Clone(m.entry.RCA.Answers), i, i+1)
		dropped = ask.Edited{}
	}
	return dropped
}

// openQuestions shows the page, over the page of the step or one of its lists.
func (m *Model) openQuestions() ask.Ask {
	var left ask.Ask
	if m.top().kind == itemPage {
		left = m.backKey()
	}
	m.note = ""
	m.stack = append(m.stack, page{kind: questionsPage, step: m.top().step})
	return left
}

// hasQuestions reports whether the key for them means anything here.
func (m *Model) hasQuestions() bool {
	return m.entry != nil && m.top().step == journal.StepFix && m.top().kind != thoughtsPage
}

// aboveQuestion is the dim line above the first of the private ones and above the first of the others.
func (m *Model) aboveQuestion(f field) string {
	switch {
	case m.top().kind != questionsPage:
	case f.key == helpPrefix+journal.HelpQuestions()[0].Name:
		return "These stay with you."
	case f.key == "rca.surprise":
		return "These three are part of the analysis, and so of its report."
	}
	return ""
}
