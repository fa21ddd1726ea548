package journal

import "testing"

func TestName(t *testing.T) {
	for title, want := range map[string]string{
		"Kicked the power cord": "Kicked the power cord",
		" two  spaces ":         " two  spaces ",
		"山":                     "山",
		"!":                     "!",
		"":                      "Untitled",
		" \t\u00a0\n":           "Untitled",
		"\u200b\u202e":          "Untitled",
	} {
		if got := (&Entry{Title: title}).Name(); got != want {
			t.Errorf("%q is called %q, want %q", title, got, want)
		}
	}
}
