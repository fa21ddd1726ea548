package journal

// EachOrigin calls visit for every element of every list of e, with the list's key in the file and the element's place in
// the list, counted from 0.
func (e *Entry) EachOrigin(visit func(list string, i int, o *Origin)) {
	for i := range e.Sting {
		visit("sting", i, &e.Sting[i].Origin)
	}
	for i := range e.Own.KnewLater {
		visit("own.knew_later", i, &e.Own.KnewLater[i].Origin)
	}
	for i := range e.Fix.Actions {
		visit("fix.actions", i, &e.Fix.Actions[i].Origin)
	}
	for i := range e.RCA.Events {
		visit("rca.events", i, &e.RCA.Events[i].Origin)
	}
	for i := range e.RCA.Factors {
		visit("rca.factors", i, &e.RCA.Factors[i].Origin)
	}
	for i := range e.RCA.Answers {
		visit("rca.answers", i, &e.RCA.Answers[i].Origin)
	}
	for i := range e.Ledger {
		visit("ledger", i, &e.Ledger[i].Origin)
	}
	for i := range e.Apologies {
		visit("apologies", i, &e.Apologies[i].Origin)
	}
	for i := range e.Learn.Reviews {
		visit("learn.reviews", i, &e.Learn.Reviews[i].Origin)
	}
	for i := range e.Learn.Cues {
		visit("learn.cues", i, &e.Learn.Cues[i].Origin)
	}
	for i := range e.Learn.Told {
		visit("learn.told", i, &e.Learn.Told[i].Origin)
	}
}
