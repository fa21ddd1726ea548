package journal

import (
	"strings"
	"time"

	"bounceback/journal/when"
)

// Durations are how long the way from a mistake to its end took; zero where a moment is not known to the minute, or the
// moments are not in order.
type Durations struct {
	ToNotice time.Duration // from happened to detected
	ToFix    time.Duration // from detected to fixed; from happened where nobody said when it was detected
	Total    time.Duration // from happened to fixed
}

// Durations returns how long it took to notice the mistake and to fix it.
func (e *Entry) Durations() Durations {
	d := Durations{
		ToNotice: between(e.Happened, e.Fix.Detected), ToFix: between(e.Fix.Detected, e.Fix.Fixed), Total: between(e.Happened, e.Fix.Fixed),
	}
	if e.Fix.Detected.IsZero() {
		d.ToFix = d.Total
	}
	return d
}

// Words says both as far as they are known, counted from when it happened: "noticed after 8 min, fixed after 22 h 18 min".
// How a duration is written is said by took, such as [when.TookShort].
func (d Durations) Words(took func(time.Duration) string) string {
	var parts []string
	if t := took(d.ToNotice); t != "" {
		parts = append(parts, "noticed after "+t)
	}
	if t := took(d.Total); t != "" {
		parts = append(parts, "fixed after "+t)
	}
	return strings.Join(parts, ", ")
}

// between is the time from one moment to another. Two that were written without an offset are of the same place; one with an
// offset and one without can't be compared, as nobody knows the place of the other.
func between(a, b when.Moment) time.Duration {
	if !a.HasClock() || !b.HasClock() || a.Kind() != b.Kind() {
		return 0
	}
	return max(b.Time(time.UTC).Sub(a.Time(time.UTC)), 0)
}
