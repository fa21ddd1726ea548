package journal_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bounceback/journal"
	"bounceback/journal/when"
)

var evening = time.Date(2026, 11, 24, 20, 15, 0, 0, time.FixedZone("CET", 3600))

func at(s string) when.Moment {
	m, err := when.Parse(s)
	if err != nil {
		panic(err)
	}
	return m
}

func TestAffectedNamesEverybodyOnce(t *testing.T) {
	e := journal.Entry{People: []string{"Dana", " ", "Sam"}}
	e.Ledger = []journal.Notice{{To: "dana "}, {To: "the board"}, {}}
	e.Apologies = []journal.Apology{{To: "SAM"}, {To: "Kim"}, {Words: "sorry"}}
	if d := cmp.Diff([]string{"Dana", "Sam", "the board", "Kim"}, e.Affected()); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func TestTellingGoesToTheOpenLine(t *testing.T) {
	e := journal.Entry{Ledger: []journal.Notice{{To: "Dana", Via: "phone", Sent: at("2026-11-01")}, {To: " dana", Via: "email"}}}
	e.MarkSent("Dana", "", evening)
	want := []journal.Notice{{To: "Dana", Via: "phone", Sent: at("2026-11-01")}, {To: " dana", Via: "email", Sent: when.At(evening)}}
	if d := cmp.Diff(want, e.Ledger, cmp.AllowUnexported(when.Moment{})); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	e.MarkAcknowledged("Dana", evening)
	if e.Ledger[0].Acknowledged.IsZero() == e.Ledger[1].Acknowledged.IsZero() {
		t.Errorf("one of the two lines is answered: %+v", e.Ledger)
	}
	e.Unsend("Dana", when.Moment{}) // what was told last
	if e.Ledger[0].Sent.IsZero() || !e.Ledger[1].Sent.IsZero() || !e.Ledger[1].Acknowledged.IsZero() {
		t.Errorf("took back the wrong one: %+v", e.Ledger)
	}
	if e.Unsend("Dana", when.At(evening)) || e.Ledger[0].Sent.IsZero() {
		t.Errorf("nothing was told then: %+v", e.Ledger)
	}
}

func TestWhoIsNotInTheLedgerGetsALine(t *testing.T) {
	var e journal.Entry
	e.MarkPrepared(" Dana ", "email", evening)
	e.Exempt("Kim", " on leave ")
	e.SetCopy("Sam", "summary")
	e.Must("Sam")
	want := []journal.Notice{
		{To: "Dana", Via: "email", Prepared: when.At(evening)}, {To: "Kim", Exempt: "on leave"}, {To: "Sam", Copy: "summary"},
	}
	if d := cmp.Diff(want, e.Ledger, cmp.AllowUnexported(when.Moment{})); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	if !e.Ledger[0].Unconfirmed() || e.Ledger[1].Open() || e.EveryoneTold() {
		t.Errorf("Dana's is ready, Kim need not hear, Sam has still to: %+v", e.Ledger)
	}
	e.MarkSent("Dana", "", evening)
	if e.EveryoneTold() {
		t.Error("Sam has not heard")
	}
	e.MarkAcknowledged("Sam", evening) // whoever answers has heard
	if !e.EveryoneTold() {
		t.Error("all have heard")
	}
	if e.People = []string{"the board"}; e.EveryoneTold() {
		t.Error("the board is not in the ledger")
	}
	if new(journal.Entry).EveryoneTold() {
		t.Error("where nobody is named, nobody was told")
	}
}

func TestAnApologyIsFoundByItsWords(t *testing.T) {
	e := journal.Entry{Apologies: []journal.Apology{
		{To: "Dana", Words: "for the cable", Said: at("2026-11-01")}, {To: "Dana", Words: "for the night"}, {To: "Dana", Words: "for the joke"},
	}}
	if !e.MarkSaid("dana", "for the joke", "in person", evening) || e.Apologies[2].Said.IsZero() || !e.Apologies[1].Said.IsZero() {
		t.Errorf("said the wrong one: %+v", e.Apologies)
	}
	if e.EverythingSaid() {
		t.Error("the night is still to be said")
	}
	if e.MarkSaid("Dana", "words that were changed since", "", evening) || !e.Apologies[1].Said.IsZero() {
		t.Errorf("noted of words that nobody saw: %+v", e.Apologies)
	}
	if !e.MarkSaid("Dana", "", "", evening) || e.Apologies[1].Said.IsZero() || !e.EverythingSaid() {
		t.Errorf("the one that is left was meant: %+v", e.Apologies)
	}
	if e.Apologies = append(e.Apologies, journal.Apology{To: "Kim"}); e.EverythingSaid() {
		t.Error("Kim waits for words")
	}
	if e.MarkSaid("Lee", "", "", evening) || e.MarkLetterPrepared("Lee", "", "", evening) {
		t.Error("there is no apology to Lee")
	}
	e.Unsay("Dana", "for the joke")
	if !e.Apologies[2].Said.IsZero() || e.Apologies[1].Said.IsZero() {
		t.Errorf("took back the wrong one: %+v", e.Apologies)
	}
}

func TestOwes(t *testing.T) {
	e := journal.Entry{Happened: at("2026-11-12")}
	e.Ledger = []journal.Notice{{To: "Dana"}, {To: "Sam", Sent: at("2026-11-13")}, {To: "Kim", Exempt: "knows"}, {To: "Lee", Prepared: at("2026-11-14")}}
	e.Apologies = []journal.Apology{
		{To: "Dana", Words: "sorry", Promise: "two weekends", PromiseDue: at("2026-12-01")},
		{To: "Sam", Words: "sorry", Said: at("2026-11-13"), Promise: "cake", PromiseKept: at("2026-11-14")}, {To: "Kim"},
	}
	want := []journal.Owe{
		{Kind: journal.OweReport, To: "Dana", Since: at("2026-11-12")}, {Kind: journal.OweReport, To: "Lee", Since: at("2026-11-12"), Prepared: at("2026-11-14")},
		{Kind: journal.OweApology, To: "Dana", Text: "sorry", Since: at("2026-11-12")},
		{Kind: journal.OwePromise, To: "Dana", Text: "two weekends", Since: at("2026-11-12"), Due: at("2026-12-01")},
	}
	if d := cmp.Diff(want, e.Owes(), cmp.AllowUnexported(when.Moment{})); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	e.Skip(journal.StepFix, "", evening)
	e.Skip(journal.StepApologize, "", evening)
	if d := cmp.Diff(want[3:], e.Owes(), cmp.AllowUnexported(when.Moment{})); d != "" {
		t.Errorf("a promise is owed whatever was skipped: -want +got\n%s", d)
	}
	if !e.KeepPromise("dana", "two weekends", evening) || len(e.Owes()) != 0 || e.KeepPromise("Dana", "two weekends", evening) {
		t.Errorf("still owes %+v", e.Owes())
	}
	if e.BreakPromise("Dana", "two weekends", at("2026-11-01")) || !e.BreakPromise("Dana", "two weekends", when.At(evening)) {
		t.Error("only what was noted then is taken back")
	}
	if len(e.Owes()) != 1 {
		t.Errorf("owes %+v", e.Owes())
	}
}
