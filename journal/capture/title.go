package capture

import (
	"slices"
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
	said := strings.Fields(strings.ToLower(before))
	return words < needs || len(said) > 0 && in(openEnds, said[len(said)-1]) && !parted(said)
}

// parted reports whether the last word belongs to a verb before it, so that nothing has to follow: "took the service down",
// "the site is down", but not "let down".
func parted(said []string) bool {
	n := len(said)
	if n < 3 || !in(particles, said[n-1]) {
		return false
	}
	return in(being, said[n-2]) || slices.ContainsFunc(said[:n-2], func(w string) bool { return in(separable, w) })
}

func in(list, word string) bool { return strings.Contains(list, " "+word+" ") }

// openEnds are words after which a sentence goes on, or mostly does. One with a comma behind it is none.
const openEnds = " a an the my our your his her their its every another " +
	"to at on in for from with without about of by against behind before after over under near into onto upon toward towards " +
	"between among around through during until till since than as like via per despite beside beyond below above across along " +
	"past inside outside within except regarding versus vs vs. down up off out " +
	"and or but nor because while if although unless & + "

// particles end a sentence when what they are about came before them.
const particles = " down up off out "

// being are verbs after which a particle stands for itself.
const being = " is are was were be been went go goes isn't wasn't isn’t wasn’t "

// separable are verbs that take their object between them and a particle. One that has it behind the particle stands right
// before that, which is another place.
const separable = " took take taking brought bring bringing let letting shut put pulled pull turned turn switched switch " +
	"knocked knock kicked kick locked lock cut cutting left leave leaving threw throw sent send mailed mail mixed mix messed " +
	"mess held hold woke wake wrote write called call gave give blew blow burned burn wore wear ran run crossed cross logged " +
	"log rang ring beat broke break tore tear "

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
