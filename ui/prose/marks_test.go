package prose

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMarksMoveWithTheText(t *testing.T) {
	tests := []struct {
		name, text, keys string
		want             []Mark
	}{
		{"typing before", "|see they should have", "x", []Mark{{5, 9, 0}}},
		{"typing right before", "see |they should have", "x", []Mark{{5, 9, 0}}},
		{"a line before", "|see they should have", "enter", []Mark{{5, 9, 0}}},
		{"deleting before", "s|ee they should have", "delete", []Mark{{3, 7, 0}}},
		{"typing behind", "see they| should have", "x", []Mark{{4, 8, 0}}},
		{"typing inside", "see th|ey should have", "x", nil},
		{"deleting its end", "see they| should have", "backspace", nil},
		{"deleting around it", "s[ee they sh|ould have", "backspace", nil},
		{"undo of typing before", "|see they should have", "x ctrl+z", []Mark{{4, 8, 0}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := field(Options{Styles: styles()}, 40, 2, tt.text)
			m.SetMarks([]Mark{{Start: 4, End: 8}})
			press(t, m, tt.keys)
			if diff := cmp.Diff(tt.want, append([]Mark(nil), m.marks...)); diff != "" {
				t.Error(diff)
			}
		})
	}
	m := field(Options{Styles: styles()}, 40, 2, "abc")
	m.SetMarks([]Mark{{2, 9, 0}, {-1, 2, 0}, {1, 1, 0}, {0, 1, 7}, {0, 1, 1}})
	if diff := cmp.Diff([]Mark{{0, 1, 1}}, m.marks); diff != "" {
		t.Error(diff)
	}
}
