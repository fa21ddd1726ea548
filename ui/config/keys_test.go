package config

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
)

func TestTheExampleIsTheDefault(t *testing.T) {
	const path = "../../config.example.toml"
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Parse(string(text), path, "/home/kim")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(Default(), got); d != "" {
		t.Errorf("-default +example\n%s", d)
	}

	var want, named []string
	for _, s := range settings() {
		want = append(want, s.name)
	}
	for _, b := range Actions() {
		want = append(want, "keys."+b.Action)
	}
	var all map[string]any
	meta, err := toml.Decode(string(text), &all)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range meta.Keys() {
		if meta.Type(key...) != "Hash" {
			named = append(named, key.String())
		}
	}
	if d := cmp.Diff(want, named); d != "" {
		t.Errorf("-settings and actions in the order of help +example\n%s", d)
	}
}

func TestDefaultIsNobodyElses(t *testing.T) {
	a := Default()
	a.Keys["quit"][0] = "X"
	a.Keys.Binding("help").Keys[0] = "X"
	if d := cmp.Diff([]string{"q", "?"}, []string{Default().Keys["quit"][0], a.Keys.Binding("help").Shown()}); d != "" {
		t.Error(d)
	}
}

func TestActions(t *testing.T) {
	seen := make(map[string]bool)
	for _, b := range Actions() {
		if seen[b.Action] {
			t.Errorf("two actions are called %q", b.Action)
		}
		seen[b.Action] = true
		if b.Area == "" || b.Label == "" || len(b.Keys) == 0 {
			t.Errorf("incomplete: %+v", b)
		}
		for _, key := range b.Keys {
			if name, why, ok := keyName(key); !ok || name != key {
				t.Errorf("%s: %q is read as %q %s", b.Action, key, name, why)
			}
		}
		if what, _ := allowed(b, b.Keys); what != "" {
			t.Errorf("%s: %s", b.Action, what)
		}
	}
	if c := Default().Keys.clashes(); len(c) > 0 {
		t.Errorf("the defaults clash: %v", c)
	}
}

// TestEveryCtrlKeyHasATwin holds the promise of Actions: where a terminal keeps ctrl keys for itself, nothing is out of reach.
func TestEveryCtrlKeyHasATwin(t *testing.T) {
	elsewhere := map[string]string{"force_quit": "quit", "half_down": "page_down", "half_up": "page_up"}
	plain := func(k string) bool { return !strings.HasPrefix(k, "ctrl+") }
	for _, b := range Actions() {
		if !slices.ContainsFunc(b.Keys, plain) && !slices.ContainsFunc(Default().Keys.Binding(elsewhere[b.Action]).Keys, plain) {
			t.Errorf("%s has only %q", b.Action, b.Keys)
		}
	}
}

func TestBinding(t *testing.T) {
	keys := Keys{"capture": {"C", "f8", "alt+c", "up"}, "quit": {}}
	tests := []struct {
		name string
		got  Binding
		want Binding
	}{
		{"chosen", keys.Binding("capture"), Binding{"capture", GlobalArea, []string{"C", "f8", "alt+c", "up"}, "capture"}},
		{"default", keys.Binding("bottom"), Binding{"bottom", ListArea, []string{"G", "end"}, "last"}},
		{"switched off", keys.Binding("quit"), Binding{"quit", GlobalArea, []string{}, "quit"}},
		{"no action", keys.Binding("dance"), Binding{Action: "dance"}},
		{"writing", keys.Binding("capture").Writing(), Binding{"capture", GlobalArea, []string{"f8", "alt+c"}, "capture"}},
		{"no keys at all", Keys(nil).Binding("help"), Binding{"help", GlobalArea, []string{"?", "f1"}, "help"}},
	}
	for _, tt := range tests {
		if d := cmp.Diff(tt.want, tt.got); d != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, d)
		}
	}
	whole := keys.Binding("capture")
	whole.Writing()
	if d := cmp.Diff(keys["capture"], whole.Keys); d != "" {
		t.Errorf("Writing changed its binding: %s", d)
	}
	if got := []string{keys.Binding("capture").Shown(), keys.Binding("quit").Shown()}; !slices.Equal(got, []string{"C", ""}) {
		t.Errorf("shown %q", got)
	}
}

// brief writes bindings as "action key key", one a line.
func brief(bindings []Binding) string {
	var b strings.Builder
	for _, k := range bindings {
		fmt.Fprintln(&b, strings.Join(append([]string{k.Action}, k.Keys...), " "))
	}
	return b.String()
}

func TestAreasAndPlaces(t *testing.T) {
	keys := Default().Keys
	if d := cmp.Diff("timeline_read v\nsort s\ntimeline_trash d\ntimeline_undo u\ntimeline_editor e f4 ctrl+o\ntimeline_share r\n", brief(keys.Area(TimelineArea))); d != "" {
		t.Errorf("area -want +got\n%s", d)
	}
	want := `capture f2 ctrl+n
help f1
save ctrl+s f3
redraw ctrl+l f5
force_quit ctrl+c
guide_editor f4 ctrl+o
contain f8
undo_edit ctrl+z f6
redo_edit ctrl+y f7
next_field tab
previous_field shift+tab
leave esc
remarks ctrl+r f10
`
	if d := cmp.Diff(want, brief(keys.Live(TextArea))); d != "" {
		t.Errorf("text -want +got\n%s", d)
	}
	guide := brief(keys.Live(GuideArea))
	for line, live := range map[string]bool{"write enter": true, "open enter": false, "filter /": false, "back esc": true, "add a": true} {
		if strings.Contains("\n"+guide, "\n"+line+"\n") != live {
			t.Errorf("guide: %q live should be %v in\n%s", line, live, guide)
		}
	}
	for _, place := range []string{GuideArea, ItemsArea} {
		if live := brief(keys.Live(place)); !strings.Contains(live, "\nfindings f\nzombies z\n") {
			t.Errorf("%s has no findings and zombies: %s", place, live)
		}
	}
	if got := keys.Live("moon"); got != nil {
		t.Errorf("the moon has %v", got)
	}
}

func TestEveryActionIsLiveSomewhere(t *testing.T) {
	live := make(map[string]bool)
	for _, p := range places() {
		for _, b := range Default().Keys.Live(p.name) {
			live[b.Action] = true
		}
	}
	for _, b := range Actions() {
		if !live[b.Action] {
			t.Errorf("%s is live nowhere", b.Action)
		}
	}
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	var text strings.Builder
	text.WriteString("[keys]\n")
	want := Default()
	for i, b := range Actions() {
		want.Keys[b.Action] = []string{fmt.Sprintf("ctrl+%c", '一'+i), fmt.Sprintf("alt+%c", '一'+i)}
		fmt.Fprintf(&text, "%s = [%q, %q]\n", b.Action, want.Keys[b.Action][0], want.Keys[b.Action][1])
	}
	got, err := Parse(text.String(), "config.toml", "")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func TestKeyName(t *testing.T) {
	tests := []struct{ in, want string }{
		{"x", "x"}, {"X", "X"}, {"é", "é"}, {"世", "世"}, {"+", "+"}, {"-", "-"}, {"?", "?"},
		{" ", "space"}, {"Space", "space"}, {"ctrl+ ", "ctrl+space"}, {"Esc", "esc"}, {"escape", "esc"}, {"Return", "enter"},
		{"PageDown", "pgdown"}, {"del", "delete"}, {"F12", "f12"}, {"f63", "f63"},
		{"Ctrl+S", "ctrl+s"}, {"control+s", "ctrl+s"}, {"ctrl++", "ctrl++"}, {"shift+ctrl+up", "ctrl+shift+up"},
		{"alt+ctrl+x", "ctrl+alt+x"}, {"ctrl+ctrl+x", "ctrl+x"}, {"option+x", "alt+x"}, {"cmd+x", "super+x"},
		{"shift+a", "A"}, {"shift+é", "É"}, {"shift+tab", "shift+tab"}, {"ctrl+shift+a", "ctrl+shift+a"}, {"alt+A", "alt+shift+a"},
		{"ctrl+shift+i", "ctrl+shift+i"},
		{"", ""}, {"f0", ""}, {"f64", ""}, {"f01", ""}, {"ab", ""}, {"ctrl", ""}, {"ctrl+", ""}, {"+x", ""}, {"ctrl+i", ""}, {"ctrl+M", ""}, {"ctrl+[", ""},
		{"shift+!", ""}, {"\t", ""}, {"\u00a0", ""}, {"\u0301", ""}, {"\u202e", ""}, {"\xff", ""}, {"\ufffd", ""},
	}
	for _, tt := range tests {
		got, why, ok := keyName(tt.in)
		if got != tt.want || ok != (tt.want != "") || ok && why != "" {
			t.Errorf("%q is %q (%s), want %q", tt.in, got, why, tt.want)
		}
		if again, _, _ := keyName(got); ok && again != got {
			t.Errorf("%q read twice is %q", tt.in, again)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"screen.theme", "screen.mouse", "editor", "keys.by_theme", "keys.up"}
	for in, want := range map[string]string{
		"screen.them": "screen.theme", "screen.themes": "screen.theme", "theme": "screen.theme", "thmee": "screen.theme", "EDITOR": "editor",
		"moose": "screen.mouse", "uq": "keys.up", "q": "", "": "", "wallpaper": "", strings.Repeat("editor", 99): "",
	} {
		if got := Nearest(in, known); got != want {
			t.Errorf("%q is near %q, want %q", in, got, want)
		}
	}
}
