package report

import "strings"

// isOneOf reports whether a word is one of those in small letters.
func isOneOf(word string, list ...string) bool {
	for _, w := range list {
		if strings.EqualFold(word, w) {
			return true
		}
	}
	return false
}

// isHonorific reports whether a word stands before a name and belongs to it.
func isHonorific(w string) bool {
	return isOneOf(strings.TrimSuffix(w, "."), "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "doctor", "sir", "madam", "mme",
		"herr", "frau", "señor", "señora", "monsieur", "madame", "sra", "sr")
}

// isParticle reports whether a part of a name is none that somebody is called by: it is said of too many people, or of things.
func isParticle(w string) bool {
	return isHonorific(w) || isOneOf(w,
		"the", "of", "and", "at", "in", "on", "for", "from", "our", "my", "all",
		"van", "von", "vom", "der", "den", "des", "dem", "de", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "las", "le",
		"les", "lo", "los", "el", "bin", "ibn", "bint", "zu", "zum", "zur", "ter", "ten", "te", "af", "av", "y", "e", "st", "san",
		"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq",
		"team", "teams", "support", "customer", "customers", "user", "users", "client", "clients", "group", "staff", "department",
		"office", "company", "board", "management", "family", "sales", "service", "services", "inc", "ltd", "llc", "gmbh", "corp", "co")
}

// isGiven reports whether a particle can be the name that somebody is called by: Bin Li, Van Tran, Da Costa.
func isGiven(w string) bool {
	return !isHonorific(w) && !isRole(w) && !isOneOf(w, "the", "of", "and", "at", "in", "on", "for", "from", "our", "my", "all", "jr", "sr", "ii", "iii", "iv",
		"phd", "md", "esq", "inc", "ltd", "llc", "gmbh", "corp", "co", "department", "office", "company")
}

// isRole reports whether a word in small letters means a group or a role, and nobody by name.
func isRole(w string) bool {
	w = strings.ToLower(w)
	return has(roles, w) || has(roles, strings.TrimSuffix(w, "s"))
}

// has reports whether a list, with a space around each word, holds a word.
func has(list, word string) bool { return strings.Contains(list, " "+word+" ") }

// roles are groups, and those of whom there are many; most of them do for several with an s behind them.
const roles = " accounting admin administrator agency agent all anybody anyone applicant assistant attendee audience auditor author board boss bosses " +
	"business buyer candidate caller chief child children citizen class classmate client clinic committee community company companies " +
	"competitor consultant contractor council coworker co-worker colleague crew customer department dept design designer dev developer devops " +
	"director doctor driver editor employee employer engineer engineering everybody everyone exec executive facilities family families " +
	"finance follower founder freelancer friend gang group guest head host hr infra infrastructure intern investor it kid landlord lead " +
	"leadership legal listener maintainer management manager marketing member mentor moderator neighbor neighbour neighborhood newcomer nobody nurse " +
	"office officer on-call oncall operation operator ops organizer others owner parent participant partner passenger patient people player " +
	"press procurement product public purchasing qa reader recruiter recruiting relative reporter researcher resident residents reviewer " +
	"roommate sale scientist security seller server service shareholder shift somebody someone speaker sponsor staff stakeholder student " +
	"subscriber supervisor supplier support sysadmin teacher team teammate tech tenant tester them they tourist trainee traveler user " +
	"vendor visitor volunteer us we witness witnesses women worker workforce "

// isWord reports whether a name, folded, is a common English word as well. Such a name is told from the word by its capital letter.
func isWord(key string) bool {
	return !strings.Contains(key, " ") && has(commonWords, strings.ToLower(key))
}

// commonWords are names, first and last, that are words as well.
const commonWords = " abbey ace al amber an andy angel apple april archer art ash aspen august aurora autumn bailey baker ball banks barb barber " +
	"barker basil bass bay bean bear bell bella berry best bill bird bishop black blank blue bo bob bolt bond bonnie booker booth boss " +
	"bowman brand bright brook brooks brown buck bud buddy burns bush butler buck camp can candy carol carpenter carry carter case cash cat " +
	"chance chase cherry chip christian church clay clement clever cliff clover coal cole coleman coin constant cook coral court cross " +
	"crystal cruz curry daily daisy dale day dawn dean dick do dolly don dot dove drew duke dung early earnest east easter ebony ed eddy " +
	"english ever faith fan farmer fern field fields finch fish fisher flint flora flower flowers fly ford forest foster fox frank free " +
	"french frost gale gang garden gardener gates gay gene gin ginger glen gold golden good grace grant gray green grey grove guy " +
	"hall hand hands hang hank happy harden hardy harmony harp harper harry hart haven hawk hazel he head heath heather hill holiday holly " +
	"honor hood hook hope house how hunt hunter hurt in iris ivory ivy jack jade jasmine jay jean jet jewel jimmy job jolly joy june just " +
	"justice keen key keys kid king kit knight lake lamb lance land lane lark laurel law leaf legend liberty lily lin little lock london " +
	"long love low lucky mac mace major man mark marsh marshall martin mason mat max may mayor mead melody mercy merry mike mile miles miller " +
	"mint misty moon more morris moss mud my myth nat nell nick noble norm north nova nurse oak ocean olive opal page paige paris park parker " +
	"parks parson pat patience paul pearl peg penny pepper pete phoenix pierce pike piper poppy pope porter potter power powers price prince " +
	"pride prudence queen quick quill ran randy ransom rain ray reed reef rex rice rich rick ridge river rivers rob robin rock rocky roman " +
	"rosa rose rosemary rowan ruby rue russet rusty ruth sage sail sailor sally sandy sandra savage say scarlet scout seal sharp she shell " +
	"shelly shepherd short silver sing singer skip sky skye slate small smart so sol song sonny sparks speaker spring star steel stella " +
	"stern stew stone storm strange street strong sue summer summers sun sunny swan sweet swift tab tan tang tanner tawny temple thorn tiger " +
	"to tom tow tower trace tree trinity trip troy true tucker turner tyler van vale victor victory vine viola violet wade walker wall wang " +
	"ward warden warren waters way weaver webb webster weeks wells west wheeler white wild will willow win winter winters wise wolf wood " +
	"woods woody worth wright yang you young yule zen "
