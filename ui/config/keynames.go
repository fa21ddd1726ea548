package config

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Rule of this file: what leaves keyName is letter for letter what Bubble Tea calls the key, or the key would never match.

// modifiers is in the order in which Bubble Tea writes them.
func modifiers() []string { return []string{"ctrl", "alt", "shift", "meta", "hyper", "super"} }

// namedKeys are the keys without a character of their own, but for the F-keys.
func namedKeys() []string {
	return []string{"enter", "tab", "backspace", "esc", "space", "up", "down", "left", "right", "insert", "delete", "pgup",
		"pgdown", "home", "end"}
}

// otherNames are names that people write for a key or a modifier, and what Bubble Tea calls it.
func otherNames() map[string]string {
	return map[string]string{
		"escape": "esc", "return": "enter", "del": "delete", "ins": "insert", "pageup": "pgup", "pagedown": "pgdown", "pgdn": "pgdown",
		"control": "ctrl", "option": "alt", "cmd": "super",
	}
}

// keyName gives the key s the name that Bubble Tea has for it: "Ctrl+S" is ctrl+s, "shift+a" is A, " " is space. For a
// key that doesn't exist or that terminals can't send, it says why and ok is false.
func keyName(s string) (name, why string, ok bool) {
	mods, base := splitKey(s)
	lower := lowerName(base)
	_, size := utf8.DecodeRuneInString(base)
	switch {
	case base == " ":
		base = "space"
	case isNamed(lower):
		base = lower
	case size == len(base) && size > 0 && isGraphic(base):
		base, mods, why = character(base, mods)
	default:
		return "", likeKey(mods, lower), false
	}
	if why == "" {
		why = unsendable(mods, base)
	}
	if why != "" {
		return "", why, false
	}
	var b strings.Builder
	for _, m := range modifiers() {
		if slices.Contains(mods, m) {
			b.WriteString(m + "+")
		}
	}
	return b.String() + base, "", true
}

// likeKey asks for the key that someone may have meant who wrote base, which is no key, behind mods.
func likeKey(mods []string, base string) string {
	others := slices.Sorted(maps.Keys(otherNames()))
	mod, rest, found := strings.Cut(base, "+")
	if found && rest != "" {
		likely := Nearest(mod, slices.Concat(modifiers(), others))
		if likely == "" {
			return ""
		}
		if name, _, ok := keyName(lowerName(likely) + "+" + rest); ok {
			return fmt.Sprintf("Did you mean %q?", name)
		}
		return ""
	}
	if likely := Nearest(base, slices.Concat(namedKeys(), functionKeys(), others)); likely != "" {
		return fmt.Sprintf("Did you mean %q?", strings.Join(append(mods, lowerName(likely)), "+"))
	}
	return ""
}

// splitKey cuts modifiers off the front of s. A plus sign is also a key: "ctrl++".
func splitKey(s string) (mods []string, base string) {
	for {
		i := strings.IndexByte(s, '+')
		if i <= 0 || i == len(s)-1 {
			return mods, s
		}
		mod := lowerName(s[:i])
		if !slices.Contains(modifiers(), mod) {
			return mods, s
		}
		mods = append(mods, mod)
		s = s[i+1:]
	}
}

func lowerName(s string) string {
	s = strings.ToLower(s)
	if other, ok := otherNames()[s]; ok {
		return other
	}
	return s
}

func isNamed(s string) bool {
	return slices.Contains(namedKeys(), s) || isFunctionKey(s)
}

const lastFunctionKey = 63 // as many as Bubble Tea knows

func isFunctionKey(s string) bool {
	if len(s) < 2 || s[0] != 'f' || s[1] < '1' || s[1] > '9' {
		return false
	}
	n, err := strconv.Atoi(s[1:])
	return err == nil && n <= lastFunctionKey
}

func functionKeys() []string {
	keys := make([]string, lastFunctionKey)
	for i := range keys {
		keys[i] = "f" + strconv.Itoa(i+1)
	}
	return keys
}

func isGraphic(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r != utf8.RuneError && unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.IsMark(r)
}

// character settles how shift and a single character go together. Alone, shift is told by the character that arrives;
// beside ctrl and its like the character arrives small.
func character(base string, mods []string) (string, []string, string) {
	r, _ := utf8.DecodeRuneInString(base)
	shift := slices.Contains(mods, "shift")
	switch {
	case len(mods) == 0:
		return base, mods, ""
	case len(mods) == 1 && shift:
		if !unicode.IsLetter(r) {
			return base, mods, "Write the character that shift gives, by itself"
		}
		return strings.ToUpper(base), nil, ""
	case unicode.IsUpper(r) && !shift && !slices.Contains(mods, "ctrl"):
		mods = append(mods, "shift") // alt+A can only be typed with shift; Ctrl+A is how people write ctrl+a
	}
	return strings.ToLower(base), mods, ""
}

// unsendable names the key that a terminal sends instead, where it can't tell the two apart.
func unsendable(mods []string, base string) string {
	if len(mods) != 1 || mods[0] != "ctrl" {
		return ""
	}
	instead, ok := map[string]string{"i": "tab", "m": "enter", "[": "esc", "@": "ctrl+space"}[base]
	if !ok {
		return ""
	}
	return fmt.Sprintf("Terminals send it as %q", instead)
}

// commands tells whether a key acts while one writes, instead of being text or moving in it.
func commands(key string) bool {
	mods, base := splitKey(key)
	if isFunctionKey(base) {
		return true
	}
	return slices.ContainsFunc(mods, func(m string) bool { return m != "shift" })
}
