package journal

import (
	"reflect"
	"slices"
)

// Clone returns a deep copy: no slice is shared with e.
func (e Entry) Clone() Entry {
	c := e
	for _, s := range []*[]string{
		&c.Tags, &c.People, &c.Feelings, &c.Coach.Dismissed, &c.RCA.Attendees, &c.Report.Authors, &c.Report.Omit, &c.Report.Persons,
	} {
		*s = slices.Clone(*s)
	}
	c.Sting = slices.Clone(e.Sting)
	c.Own.KnewLater = slices.Clone(e.Own.KnewLater)
	c.Fix.Actions = slices.Clone(e.Fix.Actions)
	c.RCA.Events = slices.Clone(e.RCA.Events)
	c.RCA.Factors = slices.Clone(e.RCA.Factors)
	c.RCA.Answers = slices.Clone(e.RCA.Answers)
	c.Ledger = slices.Clone(e.Ledger)
	c.Apologies = slices.Clone(e.Apologies)
	c.Learn.Reviews = slices.Clone(e.Learn.Reviews)
	c.Learn.Cues = slices.Clone(e.Learn.Cues)
	c.Learn.Told = slices.Clone(e.Learn.Told)
	return c
}

// Equal reports whether e and o say the same. Where the elements of a list were read from, whether an empty list is nil, and
// whether an untouched step says "todo" or nothing make no difference.
func (e Entry) Equal(o Entry) bool {
	a, b := e.Clone(), o.Clone()
	plain(reflect.ValueOf(&a).Elem())
	plain(reflect.ValueOf(&b).Elem())
	return reflect.DeepEqual(a, b)
}

var originType = reflect.TypeFor[Origin]()

// plain takes away what is no part of an entry's meaning.
func plain(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				plain(f)
			}
		}
	case reflect.Slice:
		if v.Len() == 0 {
			v.SetZero()
			return
		}
		for i := range v.Len() {
			plain(v.Index(i))
		}
	case reflect.Int:
		if v.Type() == originType {
			v.SetZero()
		}
	case reflect.String:
		if v.Type() == reflect.TypeFor[Status]() && Status(v.String()) == Todo {
			v.SetZero()
		}
	}
}
