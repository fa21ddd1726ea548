package coach

// englishWords are the classes of words that the patterns speak of. A word may be in several.
func englishWords() [][2]string {
	return [][2]string{
		{"i", "i"},
		{"we", "we"},
		{"you", "you u ya y'all yall"},
		{"they", "he she they it"},
		{"person", "he she they somebody someone anybody anyone nobody everybody everyone people folks " + englishRoles},
		{"role", englishRoles},
		{"my", "my our"},
		{"det", "a an the this that these those my our your his her its their some any no every each another"},
		{"be", "am is are was were be been being 's"},
		{"was", "was were got gets get been being"},
		{"have", "have has had having"},
		{"do", "do does did"},
		{"modal", "will would can could should shall may might must ought"},
		{"not", "not never nor neither"},
		{"adv", "just only simply really very quite so too also again even still already probably maybe perhaps then now once ever always " +
			"actually literally totally kinda sorta pretty truly deeply sincerely both all well soon later almost somehow somewhat " +
			"never not honestly apparently merely sort kind"},
		{"conj", "and but or because so since although though if when while that which who as yet however plus than"},
		{"end", ". ! ? …"},
		{"sorry", "sorry sorrier sory srry sry soz apologies apology apologize apologise apologizing apologising apologized apologised"},
		{"sry", "sorry sorrier sory srry sry soz apologies apologize apologise"},
		{"past", englishIrregularPast},
		{"part", englishIrregularParticiples},
		{"ed", "used supposed"},
		{"state", englishStates},
		{"inert", englishInert},
		{"ing", "being having doing lying"},
		{"time", englishTimes},
		{"number", englishNumbers},
		{"hurt", "offended upset hurt insulted disappointed bothered inconvenienced annoyed angered frustrated distressed sad mad angry uncomfortable " +
			"unhappy aggrieved affected wronged pained sore startled scared impacted triggered harmed embarrassed humiliated confused dissatisfied " +
			"displeased alarmed shaken put"},
		{"label", englishLabels},
		{"harmless", "questions question concerns trouble help anything"},
		{"thing", englishThings},
		{"group", "company companies team management staff department departments leadership organization committee board office system systems process procedure " +
			"policy vendor vendors supplier contractor contractors partner partners provider algorithm software computer weather"},
		{"mental", "careful attentive mindful aware alert vigilant cautious diligent thorough thoughtful observant conscientious meticulous rigorous " +
			"disciplined focused present responsible organized accurate humble honest patient calm calmer fair fairer smart smarter skeptical proactive cognizant " +
			"engaged accountable serious strict stricter prompt punctual reliable considerate respectful professional prepared precise humbler kinder better " +
			"careless sloppy hasty casual trusting defensive distracted quicker cocky negligent hard ready awake stupid"},
		{"mentals", "care attention caution vigilance diligence focus awareness mindfulness detail rigor discipline accuracy scrutiny respect patience humility " +
			"ownership accountability effort responsibility attitude mindset concentration concentrate focusing thoroughness carefulness judgment integrity urgency seriousness complacency"},
		{"verbish", "be do think remember listen pay focus keep stay make take get stop look read check slow not avoid give act care treat put show learn"},
		{"name", ""},
		{"short", "dr mr mrs ms mx prof st sr jr vs etc approx dept est inc ltd co rev gen sen rep gov e.g i.e p.m a.m u.s"},
		{"odd", "hundred naked wicked sacred family reply apply supply rely july assembly belly jelly bully ugly early thing bring spring string nothing " +
			"anything something everything morning evening wedding during ceiling clothing sibling lovely friendly lonely daily weekly ring"},
		{"q", "?"},
		{"quote", "\""},
		{"verb", "add install put move remove delete write print post call email mail send hire replace order buy build test lock label tape paint set schedule book open close " +
			"cancel pay return bring carry cut hang mount bolt block require revoke restore run split sign switch swap refund apologize count read ask text hand drop pull " +
			"push check mark draw fill store copy save share default color lower raise fail turn take keep pin zip ship cover clip staple log walk get spell repeat wait leave " +
			"hold stop sit say tell go drive catch make give let use find show start end change create update document review separate limit require enforce automate disable enable " +
			"refuse reject fix repair clean teach train meet talk speak visit offer double sweep rename merge rotate rewrite reprint rerun retype carve gas venmo hasp"},
		{"foreign", "der das und ich nicht ist mir ein eine einen zu den dem von mit für auf dass du sie wir habe hat es leid tut auch het een ik niet dat je " +
			"zijn voor aan maar le la les je ne pas est que et vous nous une pour suis désolé désolée mon ma ai el los las lo se con por para mi una siento perdón " +
			"fue il che di non per sono dispiace ho och jag att det som är inte du jeg ikke og til kan não uma você eu foi desculpa"},
		{"everyday", "the a an and i you it is was to of in that my we not for on with this but be have are at me as so they or what " +
			"when do did if no from will by all just he she his her your had who there were been sorry then before after up out one"},
	}
}

const englishRoles = "intern interns vendor vendors contractor contractors newbie trainee trainees temp temps apprentice apprentices subcontractor " +
	"subcontractors junior juniors supplier suppliers"

// englishIrregularPast are past tenses that don't end in -ed.
const englishIrregularPast = "ate beat became began bent bet bit bled blew bought broke brought built burnt came caught chose clung cost crept cut dealt " +
	"did dove drank drew drove dug fed fell felt fled flew forgot fought found froze gave got grew ground had heard held hid hit hung hurt kept knelt " +
	"knew laid lay leapt learnt led left lent let lied lit lost made meant met misread missed mistook overslept paid put quit ran rang read rode rose said " +
	"sang sank sat saw sent set shook shot shrank shut slept slid slipped snuck sold sought spent spilt split spoke spun stole stood struck stuck swam " +
	"swept swore swung taught told took tore threw thought thot trod typed understood underestimated went woke won wore wrote overwrote overheard misheard " +
	"oversaw overlooked upset withdrew withheld ghosted texted emailed googled bailed goofed dinged copied screenshotted"

// englishIrregularParticiples are those that don't end in -ed.
const englishIrregularParticiples = "beaten bent bitten blown bought broken brought built burnt caught chosen cost cut dealt done drawn driven dropped drunk " +
	"dug eaten fed forgotten forgiven fought found frozen given ground grown heard held hidden hit hung hurt kept known laid led left lent let lit lost made " +
	"meant misplaced mistaken misread misheard mislaid missed overlooked overwritten paid put read rung run said seen sent set shaken shot shown shut sold " +
	"spent spilt spoken spun stolen struck stuck swept sworn taken taught thrown told torn undone understood misunderstood woken worn written wiped"

// englishStates look like participles and say how somebody or something is: nobody did them.
const englishStates = "tired exhausted scared worried stressed distracted confused excited rushed overwhelmed embarrassed ashamed annoyed frustrated bored " +
	"frightened terrified surprised shocked relieved pleased interested concerned convinced supposed used allowed expected married divorced " +
	"drunk lost stuck gone done finished closed open alone mistaken determined focused prepared qualified trained experienced hurried hungry angry upset " +
	"hurt devastated mortified horrified humiliated disappointed satisfied committed dedicated involved related located based named called born tempted " +
	"inclined meant known limited crowded soaked injured panicked flustered motivated scheduled due unhurt booked dressed retired employed engaged " +
	"parked seated left caught short paid swamped slammed overworked understaffed staffed packed jammed dead hungover hooked jealous fed"

// englishInert are verbs after “I” that do nothing yet: who only feels, knows or wishes has not said what they did.
const englishInert = "am was were be been being feel felt feeling regret regretted apologize apologise apologized apologised understand understood know knew hear " +
	"heard want wanted wish wished hope hoped mean meant guess suppose think thought believe believed see saw realize realized realise realised recognize " +
	"recognized acknowledge appreciate appreciated care cared love loved like liked need needed would will can could should may might must have had do " +
	"got get find found say owe acknowledged learned learnt heard understand value valued try tried remember remembered deserve deserved"

const englishTimes = "today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays " +
	"saturdays sundays january february march april june july august september october november december noon midnight morning afternoon " +
	"evening week weeks weekend month months day days hour hours minute minutes year"

const englishNumbers = "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand first second third " +
	"once twice half dozen both"

// englishLabels are what one calls a person instead of saying what they did.
const englishLabels = "stupid lazy incompetent idiot idiots idiotic moron morons moronic dumb dumbest useless worthless clueless hopeless loser losers fool fools " +
	"dummy failure fraud imbecile dunce dimwit airhead disgrace jerk jerks pathetic klutz trash garbage dumbass asshole ass screwup flake slob " +
	"coward menace sucker suckers pigs pig monster numbskull nitwit bonehead boneheaded dope"

const englishThings = "system server servers script tool tools code software computer machine printer app deploy deployment build pipeline router switch network " +
	"cable cord plug power alarm alert alerts database query backup backups form sheet spreadsheet calendar reminder email mail inbox phone battery clock " +
	"door lock gate valve tap faucet pipe oven stove car brake brakes truck van light label labels chart pump monitor mic microphone speaker fader " +
	"cue board projector sensor thermostat timer gps autocorrect autopilot autofill process procedure policy checklist schedule budget " +
	"communication ball documentation instructions wording platform website site page link button menu interface config configuration export import sync"
