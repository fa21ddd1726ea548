package rows

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// diary is a list as a pane makes one: "nov3" is row 3 of November, and each
// month's first row has a heading.
type diary struct {
	ids  []string
	tall int
	rows int // how often a row or a heading was drawn
}

func (d *diary) list() List {
	month := func(i int) string { return strings.TrimRight(d.ids[i], "0123456789") }
	return List{
		Count:   len(d.ids),
		ID:      func(i int) string { return d.ids[i] },
		Heading: func(i int) bool { return i == 0 || month(i) != month(i-1) },
		Head: func(i, w int) string {
			d.rows++
			return "# " + month(i)
		},
		Row: func(i, w int, selected bool) []string {
			d.rows++
			bar := " "
			if selected {
				bar = ">"
			}
			lines := []string{bar + d.ids[i]}
			for range d.tall - 1 {
				lines = append(lines, bar+"  .")
			}
			return lines
		},
		RowHeight: d.tall,
	}
}

func months(tall int, counts ...string) *diary {
	d := &diary{tall: tall}
	for _, c := range counts {
		name, n, _ := strings.Cut(c, ":")
		count := 0
		fmt.Sscan(n, &count)
		for i := range count {
			d.ids = append(d.ids, fmt.Sprintf("%s%d", name, i+1))
		}
	}
	return d
}

func open(d *diary, w, h int) *Model {
	m := New()
	m.SetSize(w, h)
	m.SetList(d.list())
	return m
}

// sees compares the screen, without the spaces at the ends of lines.
func sees(t *testing.T, m *Model, want ...string) {
	t.Helper()
	var got []string
	for line := range strings.SplitSeq(m.View(), "\n") {
		got = append(got, strings.TrimRight(line, " "))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("screen (-want +got):\n%s", diff)
	}
}

func TestEmptyList(t *testing.T) {
	m := New()
	if m.View() != "" {
		t.Error("an unsized list draws something")
	}
	m.SetSize(3, 2)
	m.Move(1)
	m.Page(-1)
	m.Scroll(5)
	m.Bottom()
	sees(t, m, "", "")
	if _, ok := m.Selected(); ok || m.Index() != -1 || m.Select("x") || m.Len() != 0 {
		t.Error("an empty list has a selection")
	}
	if _, ok := m.At(0); ok {
		t.Error("a click on an empty list hits something")
	}
	if first, last := m.Visible(); first != last {
		t.Error("an empty list shows rows")
	}
}

func TestOpeningShowsTheFirstHeading(t *testing.T) {
	sees(t, open(months(2, "nov:2", "oct:1"), 20, 9),
		"# nov", ">nov1", ">  .", " nov2", "   .", "# oct", " oct1", "   .", "")
}

func TestHeadingsWithoutATextAreNotShown(t *testing.T) {
	l := months(1, "nov:2").list()
	l.Head = nil
	m := New()
	m.SetSize(20, 3)
	m.SetList(l)
	sees(t, m, ">nov1", " nov2", "")
}

func TestMovingDownAndUpAgain(t *testing.T) {
	m := open(months(1, "nov:2", "oct:3"), 20, 4)
	m.Move(2)
	sees(t, m, " nov1", " nov2", "# oct", ">oct1")
	m.Move(1)
	sees(t, m, " nov2", "# oct", " oct1", ">oct2")
	m.Move(-1)
	sees(t, m, " nov2", "# oct", ">oct1", " oct2")
	m.Bottom()
	sees(t, m, "# oct", " oct1", " oct2", ">oct3")
	m.Move(99)
	sees(t, m, "# oct", " oct1", " oct2", ">oct3")
	m.Move(-99)
	sees(t, m, "# nov", ">nov1", " nov2", "# oct")
}

func TestMovingUpToAMonthShowsItsHeading(t *testing.T) {
	m := open(months(1, "nov:3", "oct:5"), 20, 3)
	m.Bottom()
	m.Move(-4)
	sees(t, m, "# oct", ">oct1", " oct2")
}

func TestNoSpaceForAHeading(t *testing.T) {
	m := open(months(2, "nov:3"), 20, 2)
	sees(t, m, ">nov1", ">  .")
	m.SetSize(20, 1)
	m.Move(1)
	sees(t, m, ">nov2")
	m.SetSize(20, 3)
	m.Top()
	sees(t, m, "# nov", ">nov1", ">  .")
}

func TestPagesKeepTheScreenLine(t *testing.T) {
	m := open(months(1, "nov:50"), 20, 10)
	m.Move(4)
	m.Page(1)
	if id, _ := m.Selected(); id != "nov15" {
		t.Errorf("a page down selects %s", id)
	}
	if id, _ := m.At(5); id != "nov15" {
		t.Errorf("the selection left its screen line: %s stands there", id)
	}
	m.HalfPage(-1)
	if id, _ := m.Selected(); id != "nov10" {
		t.Errorf("half a page up selects %s", id)
	}
	m.Page(-9)
	m.HalfPage(-1)
	if m.Index() != 0 {
		t.Errorf("pages up end at row %d", m.Index())
	}
	m.Page(99)
	if m.Index() != 49 {
		t.Errorf("pages down end at row %d", m.Index())
	}
}

func TestTheWheelMovesTheWindow(t *testing.T) {
	m := open(months(1, "nov:9"), 20, 4)
	m.Scroll(1)
	sees(t, m, ">nov1", " nov2", " nov3", " nov4")
	m.Scroll(1)
	sees(t, m, ">nov2", " nov3", " nov4", " nov5")
	m.Scroll(99)
	sees(t, m, ">nov6", " nov7", " nov8", " nov9")
	m.Move(3)
	m.Scroll(-2)
	sees(t, m, " nov4", " nov5", " nov6", ">nov7")
	m.Scroll(-99)
	sees(t, m, "# nov", " nov1", " nov2", ">nov3")
}

func TestTheWheelGetsPastHeadingsInOneLine(t *testing.T) {
	m := open(months(1, "nov:1", "oct:1"), 20, 1)
	sees(t, m, ">nov1")
	m.Scroll(1)
	sees(t, m, ">oct1")
	m.Scroll(-1)
	sees(t, m, ">nov1")
	m.Scroll(-1)
	sees(t, m, ">nov1")
}

func TestClicks(t *testing.T) {
	m := open(months(2, "nov:1", "oct:5"), 20, 7)
	want := []string{"", "nov1", "nov1", "", "oct1", "oct1", "oct2", ""}
	for y, id := range want {
		if got, ok := m.At(y); got != id || ok != (id != "") {
			t.Errorf("a click on line %d hits %q, want %q", y, got, id)
		}
	}
	if _, ok := m.At(-1); ok {
		t.Error("a click above the list hits something")
	}
	m.SetSize(20, 40)
	if id, ok := m.At(30); ok {
		t.Errorf("a click below the last row hits %q", id)
	}
}

func TestRowsThatComeAboveDontMoveTheSelection(t *testing.T) {
	d := months(1, "nov:9")
	m := open(d, 20, 4)
	m.Move(5)
	m.Move(-1)
	sees(t, m, " nov3", " nov4", ">nov5", " nov6")
	d.ids = slices.Insert(d.ids, 0, "dec1", "dec2")
	m.SetList(d.list())
	sees(t, m, " nov3", " nov4", ">nov5", " nov6")
	d.ids = d.ids[4:]
	m.SetList(d.list())
	sees(t, m, " nov3", " nov4", ">nov5", " nov6")
	d.ids = append(d.ids, "oct1")
	m.SetList(d.list())
	sees(t, m, " nov3", " nov4", ">nov5", " nov6")
}

func TestWhereTheSelectionGoesWhenItsRowIsGone(t *testing.T) {
	tests := []struct {
		name, selected string
		left           []string
		want           string
	}{
		{"the next", "c", []string{"a", "b", "d", "e"}, "d"},
		{"the one after the next", "c", []string{"a", "b", "e"}, "e"},
		{"the one before, at the end", "e", []string{"a", "b"}, "b"},
		{"the next, after sorting", "c", []string{"e", "d", "b", "a"}, "d"},
		{"the first of others", "c", []string{"x", "y"}, "x"},
		{"none", "c", nil, ""},
	}
	for _, tt := range tests {
		for _, indexed := range []bool{false, true} {
			d := &diary{ids: []string{"a", "b", "c", "d", "e"}, tall: 1}
			m := open(d, 10, 3)
			m.Select(tt.selected)
			d.ids = tt.left
			l := d.list()
			if indexed {
				l.Index = func(id string) int { return slices.Index(tt.left, id) }
			}
			m.SetList(l)
			if got, _ := m.Selected(); got != tt.want {
				t.Errorf("%s (indexed=%v): %q is selected, want %q", tt.name, indexed, got, tt.want)
			}
		}
	}
}

// A pane may filter its slice in place; the list must not ask it for old rows.
func TestFilteringInPlace(t *testing.T) {
	d := months(1, "nov:6")
	m := open(d, 20, 3)
	m.Select("nov5")
	d.ids = append(d.ids[:0], "nov2", "nov6")
	m.SetList(d.list())
	if got, _ := m.Selected(); got != "nov6" {
		t.Errorf("%q is selected, want nov6", got)
	}
}

func TestTwoRowsWithOneIdKeepTheirSelection(t *testing.T) {
	d := &diary{ids: []string{"a", "twin", "twin", "b"}, tall: 1}
	m := open(d, 10, 4)
	m.SelectIndex(2)
	m.SetList(d.list())
	if m.Index() != 2 {
		t.Errorf("row %d is selected, want 2", m.Index())
	}
}

func TestHostileLinesKeepTheShape(t *testing.T) {
	m := New()
	m.SetSize(4, 3)
	m.SetList(List{
		Count: 2, RowHeight: 2,
		ID:  func(i int) string { return fmt.Sprint(i) },
		Row: func(i, _ int, _ bool) []string { return [][]string{{"a\nb\nc"}, {"한국어", "x", "y", "z"}}[i] },
	})
	sees(t, m, "a", "", "한국")
}

// Whatever is done to it, the list is exactly as large as it should be, its
// selection is in sight, and a click on a row's line hits that row.
func TestAnythingAtAll(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 300 {
		d := months(1+r.IntN(3), fmt.Sprintf("nov:%d", r.IntN(8)), fmt.Sprintf("oct:%d", r.IntN(8)), "sep:2")
		m := open(d, r.IntN(30), r.IntN(15))
		for range 40 {
			act(m, d, r)
			check(t, m, d)
		}
		if t.Failed() {
			t.Fatalf("round %d", round)
		}
	}
}

func act(m *Model, d *diary, r *rand.Rand) {
	n := r.IntN(9) - 4
	switch r.IntN(9) {
	case 0:
		m.Move(n)
	case 1:
		m.Page(n)
	case 2:
		m.HalfPage(n)
	case 3, 4:
		m.Scroll(n)
	case 5:
		m.SetSize(r.IntN(30), r.IntN(15))
	case 6:
		m.SelectIndex(r.IntN(40) - 5)
	case 7:
		d.ids = slices.Insert(slices.Clone(d.ids), r.IntN(len(d.ids)+1), fmt.Sprintf("new%d", r.Int()))
		m.SetList(d.list())
	case 8:
		if len(d.ids) > 0 {
			i := r.IntN(len(d.ids))
			d.ids = slices.Delete(slices.Clone(d.ids), i, i+1)
		}
		m.SetList(d.list())
	}
}

func check(t *testing.T, m *Model, d *diary) {
	t.Helper()
	view := m.View()
	if m.w == 0 || m.h == 0 {
		return
	}
	lines := strings.Split(view, "\n")
	if len(lines) != m.h {
		t.Errorf("%d lines in a window of %d", len(lines), m.h)
	}
	inSight := len(d.ids) == 0
	first, last := m.Visible()
	for y, line := range lines {
		if len(line) != m.w {
			t.Errorf("line %d is %d cells wide, want %d", y, len(line), m.w)
		}
		inSight = inSight || strings.HasPrefix(line, ">")
		id, ok := m.At(y)
		text := strings.TrimSpace(strings.Trim(line, "> "))
		if heading := strings.HasPrefix(text, "#"); ok == (heading || text == "") && m.w > 8 {
			t.Errorf("line %d %q: hit=%v", y, text, ok)
		}
		if ok && (m.find(id, 0) < first || m.find(id, 0) >= last) {
			t.Errorf("%s is in sight but not among the visible %d…%d", id, first, last)
		}
		if ok && text != "." && !strings.HasPrefix(id, text) {
			t.Errorf("a click on %q hits %q", text, id)
		}
	}
	if !inSight {
		t.Errorf("the selection (row %d of %d) is out of sight:\n%s", m.Index(), len(d.ids), view)
	}
}

func TestOnlyWhatIsInSightIsDrawn(t *testing.T) {
	d := months(2, "nov:60000", "oct:39998", "sep:1", "aug:1")
	m := open(d, 40, 24)
	for _, go1 := range []func(){func() {}, m.Bottom, func() { m.Page(-3) }, func() { m.SelectIndex(60000) }, func() { m.Scroll(-7) }} {
		go1()
		d.rows = 0
		m.View()
		if d.rows == 0 || d.rows > 13 {
			t.Errorf("%d rows drawn in a window for 12", d.rows)
		}
	}
}

func BenchmarkList(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		d := months(2, fmt.Sprintf("nov:%d", n/2), fmt.Sprintf("oct:%d", n/2))
		m := open(d, 60, 40)
		b.Run(fmt.Sprintf("SetList/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				m.SetList(d.list())
			}
		})
		b.Run(fmt.Sprintf("Move+View/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			step := 1
			for b.Loop() {
				m.Move(step)
				m.View()
				if m.Index() == n-1 || m.Index() == 0 {
					step = -step
				}
			}
		})
	}
}

func TestMore(t *testing.T) {
	m := open(months(2, "nov:4"), 20, 5) // nine lines with the heading
	more := func(what string, wantAbove, wantBelow bool) {
		t.Helper()
		if above, below := m.More(); above != wantAbove || below != wantBelow {
			t.Errorf("%s: more above %v, below %v", what, above, below)
		}
	}
	more("at the top", false, true)
	m.Scroll(2)
	more("in the middle", true, true)
	m.Scroll(1)
	more("with half a row below", true, true)
	m.Bottom()
	more("at the end", true, false)
	m.SetSize(20, 9)
	more("all of it", false, false)
	m.SetSize(20, 0)
	more("no window", false, false)
}
