package when

import (
	"strconv"
	"strings"
	"time"
)

// Add returns the moment that lies so many days and so long after m, with m's offset. Days need no time of day; d does, and
// counts for nothing where m has none.
func (m Moment) Add(days int, d time.Duration) Moment {
	m.wall += int64(days) * 86400
	if m.HasClock() {
		m.wall += int64(d / time.Second)
	}
	return m
}

// AtClock returns the time of day on m's day, with m's offset, or none where m is a local date-time. On a day that has no
// clock it is read in loc.
func (m Moment) AtClock(hour, minute, second int, loc *time.Location) Moment {
	d := m.Day()
	if m.kind == Date {
		return At(time.Date(d.Year, d.Month, d.Day, hour, minute, second, 0, loc))
	}
	m.wall = d.utc().Unix() + int64(hour*3600+minute*60+second)
	m.nsec = 0
	return m
}

// Clock returns the time of day as "09:12", and "" where none was written.
func (m Moment) Clock() string {
	if !m.HasClock() {
		return ""
	}
	return time.Unix(m.wall, 0).UTC().Format("15:04")
}

// Took returns how long something took, for a sentence: "22 hours 18 minutes", "1 day 2 hours", in its two largest units
// and cut to whole minutes. Less than a minute is "less than a minute", and nothing, or less than that, is "".
func Took(d time.Duration) string {
	return took(d, "less than a minute", func(n int, unit string) string {
		if n != 1 {
			unit += "s"
		}
		return strconv.Itoa(n) + " " + unit
	})
}

// TookShort is [Took] where there is little room: "22 h 18 min", "1 d 2 h".
func TookShort(d time.Duration) string {
	short := map[string]string{"day": "d", "hour": "h", "minute": "min"}
	return took(d, "under 1 min", func(n int, unit string) string { return strconv.Itoa(n) + " " + short[unit] })
}

func took(d time.Duration, little string, write func(n int, unit string) string) string {
	minutes := int(d / time.Minute)
	switch {
	case d <= 0:
		return ""
	case minutes == 0:
		return little
	}
	var parts []string
	for _, u := range []struct {
		name    string
		minutes int
	}{{"day", 24 * 60}, {"hour", 60}, {"minute", 1}} {
		n := minutes / u.minutes
		minutes %= u.minutes
		if n > 0 {
			parts = append(parts, write(n, u.name))
		} else if len(parts) > 0 { // "2 days 5 minutes" would be more exact than anybody means
			break
		}
		if len(parts) == 2 {
			break
		}
	}
	return strings.Join(parts, " ")
}
