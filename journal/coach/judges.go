package coach

func (r *reading) judgeAccount() []Finding  { return r.judge(accountWeights(), "others-did-it") }
func (r *reading) judgeApology() []Finding  { return r.judge(apologyWeights(), "about-them") }
func (r *reading) judgeAnalysis() []Finding { return r.judgePlain() }
func (r *reading) judgeAction() []Finding   { return r.judge(actionWeights(), "nothing-changes") }
func (r *reading) judgeLesson() []Finding   { return r.judge(lessonWeights(), "no-plan") }
func (r *reading) components() []Component  { return nil }

func accountWeights() []feature { return []feature{{"one", -1}} }
func apologyWeights() []feature { return []feature{{"one", -1}} }
func actionWeights() []feature  { return []feature{{"one", -1}} }
func lessonWeights() []feature  { return []feature{{"one", -1}} }
