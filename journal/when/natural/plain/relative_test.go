package plain_test

import (
	"strings"
	"testing"
	"time"

	"bounceback/journal/when"
	"bounceback/journal/when/natural/plain"
)

func base(t *testing.T, s string) when.Moment {
	t.Helper()
	if s == "" {
		return when.Moment{}
	}
	m, err := when.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

var cet = time.FixedZone("CET", 3600)

func TestRelative(t *testing.T) {
	const instant, local, day = "2026-11-12T09:12:30+05:30", "2026-11-12T09:12:30", "2026-11-12"
	for _, c := range []struct{ text, base, want string }{
		{"09:20", instant, "2026-11-12T09:20:00+05:30"},
		{" 9:20 ", local, "2026-11-12T09:20:00"},
		{"at 9:20", local, "2026-11-12T09:20:00"},
		{"09:20", day, "2026-11-12T09:20:00+01:00"},
		{"5 pm", instant, "2026-11-12T17:00:00+05:30"},
		{"noon", local, "2026-11-12T12:00:00"},
		{"09:20", "2026-11-12T09:12:30.75+05:30", "2026-11-12T09:20:00+05:30"},
		{"+5m", instant, "2026-11-12T09:17:30+05:30"},
		{"+ 5 min", local, "2026-11-12T09:17:30"},
		{"+1h", instant, "2026-11-12T10:12:30+05:30"},
		{"+1h30m", instant, "2026-11-12T10:42:30+05:30"},
		{"+1h 30m", instant, "2026-11-12T10:42:30+05:30"},
		{"+15h", instant, "2026-11-13T00:12:30+05:30"},
		{"+90s", instant, "2026-11-12T09:14:00+05:30"},
		{"+2d", instant, "2026-11-14T09:12:30+05:30"},
		{"+2d", day, "2026-11-14"},
		{"-1w", day, "2026-11-05"},
		{"-10m", instant, "2026-11-12T09:02:30+05:30"},
		{"-1d2h", instant, "2026-11-11T07:12:30+05:30"},
	} {
		got, ok, err := plain.Relative(c.text, base(t, c.base), cet)
		if err != nil || !ok || got.String() != c.want {
			t.Errorf("%q after %s is %s (%v, %v), want %s", c.text, c.base, got, ok, err, c.want)
		}
	}
	for _, c := range []struct{ text, base string }{
		{"yesterday 14:00", instant}, {"2026-11-20 09:12", instant}, {"friday", instant}, {"3 days ago", day}, {"", instant}, {"+", instant},
		{"-", local}, {"now", local}, {"09:20", ""}, {"14:00 5pm", instant},
	} {
		if got, ok, err := plain.Relative(c.text, base(t, c.base), cet); ok || err != nil || !got.IsZero() {
			t.Errorf("%q after %q is %s (%v, %v)", c.text, c.base, got, ok, err)
		}
	}
	for _, c := range []struct{ text, base, says string }{
		{"+5m", day, "“+5m” counts from 12 Nov 2026, which has no time of day; try one like “09:12”"},
		{"+5m", "", "“+5m” has nothing to count from yet; try a time like “09:12”"},
		{"+2d", "", "“+2d” has nothing to count from yet"},
		{"+5", instant, "“+5” is not a time I can read; try “+5m”, “+1h30m” or “+2d”"},
		{"+5y", instant, "is not a time I can read"},
		{"+99999m", instant, "is not a time I can read"},
		{"-9999w9999w9999w9999w9999w9999w9999w9999w9999w9999w9999w9999w", instant, "is too far away"},
	} {
		got, ok, err := plain.Relative(c.text, base(t, c.base), cet)
		if !ok || err == nil || !strings.Contains(err.Error(), c.says) || !got.IsZero() {
			t.Errorf("%q after %q is %s (%v), and says %v, want %q", c.text, c.base, got, ok, err, c.says)
		}
	}
}

func TestLeading(t *testing.T) {
	const instant = "2026-11-12T09:12:00+05:30"
	for _, c := range []struct{ line, at, rest string }{
		{"09:12 Reroute started", "2026-11-12T09:12:00+05:30", "Reroute started"},
		{"2026-11-10 08:00 Plan approved", "2026-11-10T08:00:00+05:30", "Plan approved"},
		{"9:20:30 Flat graphs", "2026-11-12T09:20:30+05:30", "Flat graphs"},
		{"5pm Dana drives", "2026-11-12T17:00:00+05:30", "Dana drives"},
		{"+5m Dana paged", "2026-11-12T09:17:00+05:30", "Dana paged"},
		{"+1h30m  Dana  drives", "2026-11-12T10:42:00+05:30", "Dana  drives"},
		{"-10m plan opened", "2026-11-12T09:02:00+05:30", "plan opened"},
		{"09:12 – Reroute started", "2026-11-12T09:12:00+05:30", "Reroute started"},
	} {
		m, rest, ok, err := plain.Leading(c.line, base(t, instant), cet)
		if !ok || err != nil || m.String() != c.at || rest != c.rest {
			t.Errorf("%q begins with %s, and then %q (%v, %v)", c.line, m, rest, ok, err)
		}
	}
	for _, line := range []string{"2026-11-10 was a Tuesday", "2026-11-10 +5m later",
		"", "09:12", "09:12 ", "+5m", "Reroute started at 09:12", "3 people called", "+1 from Dana", "- a dash", "noon Dana called", "yesterday 14:00 it broke",
		"2026-11-12 it broke", "12 Nov it broke", "morning came", "09:12, then nothing", "-5 degrees in the room",
	} {
		if m, rest, ok, err := plain.Leading(line, base(t, instant), cet); ok || err != nil || rest != line {
			t.Errorf("%q begins with %s, and then %q (%v)", line, m, rest, err)
		}
	}
	if _, rest, ok, err := plain.Leading("+5m Dana paged", base(t, "2026-11-12"), cet); ok || err == nil || rest != "Dana paged" {
		t.Errorf("a line whose time can't be counted says %v, %v, %q", ok, err, rest)
	}
}
