package capture

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// title returns the line without what its tokens take away.
func title(line string, ts []token) string {
	tail, first := len(line), len(ts) // from here on there are only tokens
	for ; first > 0 && strings.TrimSpace(line[ts[first-1].to:tail]) == ""; first-- {
		tail = ts[first-1].from
	}
	without := cutTokens(line, ts, tail)
	if without == "" {
		return onlyTokens(line, ts)
	}
	for _, t := range ts[first:] {
		if t.kind >= severity || t.text {
			continue
		}
		if breaks(cutTokens(line[:tail], ts[:first], tail), without, t.kind) {
			return cutTokens(line, ts, t.to)
		}
		break
	}
	return without
}

// cutTokens returns the line without the tags and people from byte tail on, without the signs of those before, and without
// severities and moments.
func cutTokens(line string, ts []token, tail int) string {
	var b strings.Builder
	done := 0
	for _, t := range ts {
		before := line[done:t.from]
		done = t.to
		switch {
		case t.text:
			b.WriteString(before)
			b.WriteString(line[t.from:t.to])
		case t.from >= tail || t.touched && t.kind >= severity:
			b.WriteString(strings.TrimRightFunc(before, unicode.IsSpace))
		case t.kind >= severity:
			b.WriteString(before)
			for done < len(line) { // with the space that follows
				r, n := utf8.DecodeRuneInString(line[done:])
				if !unicode.IsSpace(r) {
					break
				}
				done += n
			}
		default:
			b.WriteString(before)
			b.WriteString(t.value)
		}
	}
	b.WriteString(line[done:])
	return strings.TrimSpace(b.String())
}

// breaks reports whether a sentence needs the word of a tag or a person that follows it at its end: "I shouted at @Bo",
// "broke +prod". Before is what stands before all the tokens at the end, without is the title as it would be without them.
// A person is more often the sentence's object than a tag is, so fewer words do without a tag.
func breaks(before, without string, k kind) bool {
	needs := 2
	if k == person {
		needs = 3
	}
	words := 0
	for _, w := range strings.Fields(without) {
		if strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			words++
		}
	}
	last := ""
	for w := range strings.FieldsSeq(before) {
		last = w
	}
	return words < needs || strings.Contains(openEnds, " "+strings.ToLower(last)+" ")
}

// openEnds are words after which a sentence goes on, or mostly does. One with a comma behind it is none.
const openEnds = " a an the my our your his her their its every another " +
	"to at on in for from with without about of by against behind before after over under near into onto upon toward towards " +
	"between among around through during until till since than as like via per despite beside beyond below above across along " +
	"past inside outside within except regarding versus vs vs. down up off out " +
	"and or but nor because while if although unless & + "

// onlyTokens returns the title of a line that holds nothing else: the words of its tags and people, or the line as it is.
func onlyTokens(line string, ts []token) string {
	var words []string
	for _, t := range ts {
		if t.kind == tag || t.kind == person {
			words = append(words, t.value)
		}
	}
	if len(words) == 0 {
		return strings.TrimSpace(line)
	}
	return strings.Join(words, " ")
}
