package coach

// What is worth knowing about a text besides what the rules find: whether somebody acts in it, says sorry, offers something.
// The six parts of an apology are read from these, and so is the balance of a text: see balance.go.

func englishTraits() []trait {
	told := []Field{Account, Apology}
	apology := []Field{Apology}
	resolve := []Field{Action, Lesson, Plan, Takeaway, Cue}
	return []trait{
		{name: "act", fields: told, find: []string{
			"{ i|we <adv>? <adv>? !<inert> <past>|<ed> }", "{ i|we <adv>? did not !mean !know !realize !want !think <adv>? }", "{ i|we never <adv>? <past>|<ed> }", "{ i|we have|had <adv>? not? <adv>? !been <part>|<ed> }",
			"{ i|we have|had been <ing> }", "{ i|we was|were <adv>? !going !being !following !doing <ing> }", "{ it was|is me|us|my|i|mine|ours }", "{ was|is|were <adv>? me|mine|us|ours }", "{ i am|was the one|someone|reason }", "{ i|we <adv>? <past>|<ed> and <past>|<ed> }",
			"^ <adv>? { !<inert> <past>|<ed> } !by", "^ { did not }", "^ { never ~1 <past>|<ed> }", "^ { <past>|<ed> ~~6 , <past>|<ed> }", "{ i|we ~~8 and|then|but|, <adv>? <past>|<ed>|did }", "{ i|we <adv>? always|usually|often|normally }", "{ i|we <adv>? read|put|set|hit|cut|let|shut|quit|bet|cost|split|spread }", "{ i|we|me ~3 who|that <past>|<ed> }", "{ <sorry> ~2 for|about|that ~1 not? <ing> }", "{ <sorry> <adv>? that? i|we <adv>? <adv>? !<inert> <past>|<ed>|was|have|had|am|did|were|made|got }",
			"{ i|we could|should have !known !noticed !seen !realized !guessed <part>|<ed>|been }", "{ i|we let|put|cut|hit|set|shut|read|quit|left|said|told|thought|took|made|wanted <adv>? }", "{ i|we got ~3 <ed>|<part> }", "{ i|we was|were <adv>? late|wrong|rude|mean|unkind|cruel|drunk|unfair|short|harsh|loud|careless|reckless|selfish|jealous|asleep|absent|distracted }",
			"{ my|our fault|doing|mistake|decision|bad|call|choice|idea }", "{ i|we <adv>? goofed|messed|blew|dropped|screwed|botched|blew }",
		}},
		{name: "act 1", fields: []Field{Account}, find: []string{"{ i|we <adv>? <adv>? !<inert> <past>|<ed> }"}},
		{name: "act 2", fields: []Field{Account}, find: []string{"{ i|we <adv>? did not !mean !know !realize !want !think <adv>? }"}},
		{name: "act 3", fields: []Field{Account}, find: []string{"{ i|we never <adv>? <past>|<ed> }"}},
		{name: "act 4", fields: []Field{Account}, find: []string{"{ i|we have|had <adv>? not? <adv>? !been <part>|<ed> }"}},
		{name: "act 5", fields: []Field{Account}, find: []string{"{ i|we have|had been <ing> }"}},
		{name: "act 6", fields: []Field{Account}, find: []string{"{ i|we was|were <adv>? !going !being !following !doing <ing> }"}},
		{name: "act 7", fields: []Field{Account}, find: []string{"{ it was|is me|us|my|i|mine|ours }"}},
		{name: "act 8", fields: []Field{Account}, find: []string{"{ was|is|were <adv>? me|mine|us|ours }"}},
		{name: "act 9", fields: []Field{Account}, find: []string{"{ i am|was the one|someone|reason }"}},
		{name: "act 10", fields: []Field{Account}, find: []string{"{ i|we <adv>? <past>|<ed> and <past>|<ed> }"}},
		{name: "act 11", fields: []Field{Account}, find: []string{"^ <adv>? { !<inert> <past>|<ed> } !by"}},
		{name: "act 12", fields: []Field{Account}, find: []string{"^ { did not }"}},
		{name: "act 13", fields: []Field{Account}, find: []string{"^ { never ~1 <past>|<ed> }"}},
		{name: "act 14", fields: []Field{Account}, find: []string{"{ i|we ~~8 and|then|but|, <adv>? <past>|<ed>|did }"}},
		{name: "act 15", fields: []Field{Account}, find: []string{"{ i|we <adv>? always|usually|often|normally }"}},
		{name: "act 16", fields: []Field{Account}, find: []string{"{ i|we <adv>? read|put|set|hit|cut|let|shut|quit|bet|cost|split|spread }"}},
		{name: "act 17", fields: []Field{Account}, find: []string{"{ i|we|me ~3 who|that <past>|<ed> }"}},
		{name: "act 18", fields: []Field{Account}, find: []string{"{ <sorry> ~2 for|about|that ~1 not? <ing> }"}},
		{name: "act 19", fields: []Field{Account}, find: []string{"{ <sorry> <adv>? that? i|we <adv>? <adv>? !<inert> <past>|<ed>|was|have|had|am|did|were|made|got }"}},
		{name: "act 20", fields: []Field{Account}, find: []string{"{ i|we could|should have !known !noticed !seen !realized !guessed <part>|<ed>|been }"}},
		{name: "act 21", fields: []Field{Account}, find: []string{"{ i|we let|put|cut|hit|set|shut|read|quit|left|said|told|thought|took|made|wanted <adv>? }"}},
		{name: "act 22", fields: []Field{Account}, find: []string{"{ i|we got ~3 <ed>|<part> }"}},
		{name: "act 23", fields: []Field{Account}, find: []string{"{ i|we was|were <adv>? late|wrong|rude|mean|unkind|cruel|drunk|unfair|short|harsh|loud|careless|reckless|selfish|jealous|asleep|absent|distracted }"}},
		{name: "act 24", fields: []Field{Account}, find: []string{"{ my|our fault|doing|mistake|decision|bad|call|choice|idea }"}},
		{name: "act 25", fields: []Field{Account}, find: []string{"{ i|we <adv>? goofed|messed|blew|dropped|screwed|botched|blew }"}},
		{name: "owning", fields: told, find: []string{
			"{ i|we <adv>? did not }", "{ i|we never }", "{ i|we could|should have }", "{ i|we knew|saw }", "{ i|we <adv>? forgot|lied|failed|missed|broke|lost|skipped|ignored|hid|ducked|dodged|guessed|assumed|snapped|shouted|yelled|laughed|wanted }", "{ my|our <adv>? fault|doing|mistake|decision|bad|call|choice|job|responsibility|own }", "{ mine|ours|alone }", "{ on|was|is me $ }", "{ no <adv>? excuse|reason|right|story }",
			"{ ashamed|coward|cowardly|selfish|petty|spite|thoughtless|unkind|rude|cruel|snotty|rotten|crummy|mean|wrong|dishonest|horrible|snide|jerk }", "{ without <ing> }", "{ instead of|i }", "{ anyway }", "{ even though|after i|he|she|you|dad|mom|they }", "{ i was wrong|the_one|supposed }", "{ i let|left|told|said|wrote|kept }", "{ because i|we }", "{ that was|is|part|press|one ~1 mine }", "{ i decided|chose }", "{ you|they deserved|trusted|counted|believed }", "{ would have taken|needed|seen|known }", "{ and i|we did not|never }", "{ i thought|figured|meant }",
		}},
		{name: "owning 1", fields: []Field{Account}, find: []string{"{ i|we <adv>? did not }"}},
		{name: "owning 2", fields: []Field{Account}, find: []string{"{ i|we never }"}},
		{name: "owning 3", fields: []Field{Account}, find: []string{"{ i|we could|should have }"}},
		{name: "owning 4", fields: []Field{Account}, find: []string{"{ i|we knew|saw }"}},
		{name: "owning 5", fields: []Field{Account}, find: []string{"{ i|we <adv>? forgot|lied|failed|missed|broke|lost|skipped|ignored|hid|ducked|dodged|guessed|assumed|snapped|shouted|yelled|laughed|wanted }"}},
		{name: "owning 6", fields: []Field{Account}, find: []string{"{ my|our <adv>? fault|doing|mistake|decision|bad|call|choice|job|responsibility|own }"}},
		{name: "owning 7", fields: []Field{Account}, find: []string{"{ mine|ours|alone }"}},
		{name: "owning 8", fields: []Field{Account}, find: []string{"{ on|was|is me $ }"}},
		{name: "owning 9", fields: []Field{Account}, find: []string{"{ no <adv>? excuse|reason|right|story }"}},
		{name: "owning 10", fields: []Field{Account}, find: []string{"{ ashamed|coward|cowardly|selfish|petty|spite|thoughtless|unkind|rude|cruel|snotty|rotten|crummy|mean|wrong|dishonest|horrible|snide|jerk }"}},
		{name: "owning 11", fields: []Field{Account}, find: []string{"{ without <ing> }"}},
		{name: "owning 12", fields: []Field{Account}, find: []string{"{ instead of|i }"}},
		{name: "owning 13", fields: []Field{Account}, find: []string{"{ anyway }"}},
		{name: "owning 14", fields: []Field{Account}, find: []string{"{ even though|after i|he|she|you|dad|mom|they }"}},
		{name: "owning 15", fields: []Field{Account}, find: []string{"{ i was wrong|the_one|supposed }"}},
		{name: "owning 16", fields: []Field{Account}, find: []string{"{ i let|left|told|said|wrote|kept }"}},
		{name: "owning 17", fields: []Field{Account}, find: []string{"{ because i|we }"}},
		{name: "owning 18", fields: []Field{Account}, find: []string{"{ that was|is|part|press|one ~1 mine }"}},
		{name: "owning 19", fields: []Field{Account}, find: []string{"{ i decided|chose }"}},
		{name: "owning 20", fields: []Field{Account}, find: []string{"{ you|they deserved|trusted|counted|believed }"}},
		{name: "owning 21", fields: []Field{Account}, find: []string{"{ would have taken|needed|seen|known }"}},
		{name: "owning 22", fields: []Field{Account}, find: []string{"{ and i|we did not|never }"}},
		{name: "owning 23", fields: []Field{Account}, find: []string{"{ i thought|figured|meant }"}},
		{name: "to-you", fields: apology, find: []string{"{ <you>|your|yours|yourself|ur }"}},
		{name: "faces", fields: []Field{Account}, find: []string{
			"{ i|we <adv>? did not <adv>? check|ask|look|read|test|call|tell|say|write|open|count|think|stop|notice|see|bother|wait|listen|go|put|turn|set|verify|confirm|run }",
			"{ i|we could|should|might have }", "{ i|we <adv>? forgot|missed|skipped|ignored|assumed|guessed|lied|left|lost|hid|let|chose|decided|failed|broke|rushed|pressed|went|kept|figured|told|said|thought|put|took|picked|pulled|sent|ran|typed|hit|dropped|signed|walked|used|gave|made|wanted|cut|started|turned|opened|merged|pushed|deleted|clicked|drove|parked|wrote }",
			"{ my|our <adv>? fault|mistake|decision|call|choice|job|responsibility|doing|part }", "{ mine|on_me }", "{ i was the one }", "{ it was me }", "{ i knew }", "{ without <ing> }", "{ is what i did }", "{ what i did }",
		}},
		{name: "sorry", fields: apology, find: []string{"{ sorry|sorrier|sory|srry|sry|soz }"}},
		{name: "apologize", fields: apology, find: []string{"{ apologize|apologise|apologies|apology|apologizing|apologized|forgive|forgiveness|pardon|bad }"}},
		{name: "plain-sorry", fields: apology, find: []string{
			"{ i|we am|are <adv>? <adv>? <adv>? <adv>? sorry|sory|sorrier|srry } ", "{ i|we <adv>? <adv>? apologize|apologise }", "^ <adv>? { <sry> } ", ", { sorry } ", "{ so|very|truly|deeply sorry }", "{ my apologies }", "$ { sorry }",
		}, unless: []string{"<sorry> ~3 i suppose|guess", "if i|we|it|any|anyone|anybody|someone|you", "<sorry> ~6 but|though|although|however|tho", "sorry <adv>? that? you|your|<person>|it|the|he|she|they|to|people|anyone", "already|times|would|told ~4 <sorry>", "<sorry> for|about ~1 whatever|what|any|how|them|coincidence|vibes"}},
		{name: "sorry-act", fields: apology, find: []string{"{ <sorry> ~3 that? i|we <adv>? <adv>? <past>|<ed>|was|were|did|have|had|made|let|got|never }", "{ <sorry> <adv>? for|about not? <ing> }", "{ <sorry> for the|my|your|what i|we ~2 }"}},
		{name: "you-cost", fields: apology, find: []string{
			"{ you <adv>? <have>? <adv>? lost|missed|waited|stood|sat|walked|drove|paid|trusted|counted|deserved|needed|worked|cooked|lent|asked|believed|relied|suffered|spent|had|came|went|gave|carried|told|brought|invited|saved|practiced|handed|wrote|turned|looked|got|folded|rode|walked }", "{ you had to }", "{ you were|was <adv>? right|hurt|scared|waiting|counting|asleep|kind|nothing|a|the|so|at|in|up|standing|sitting|looking|nice|patient|afraid|left|here|there|crying }", "{ your ~2 trust|time|evening|night|sleep|day|daughter|son|mother|kids|money|story|confidence|sister|family|work|wife|husband|name|word|side|face }", "{ cost you }", "{ because of me|us|what|that }", "{ hurt you }", "{ made you|her|him|them }", "{ let you|her|him|them ~1 down }", "{ she|he|they|families|customers|people|patients|kids|members ~1 lost|had|waited|missed|stood|went|was|were|sat }",
			"{ they had ~1 to }", "{ must have been|felt }", "{ i can ~2 imagine }", "{ you|your ~3 was|is ~1 broken|ruined|gone|late|wrong }",
		}},
		{name: "repair", fields: apology, find: []string{
			"{ i|we will <adv>? !never !not !do !be !try !strive !learn !look !say !drop !apologize !ask !tell !remember !just <adv>? } ~6", "{ i|we have|had <adv>? !been !had !said !got !never !not !no !a !to !apologized <part>|<ed>|put|called|told }", "{ refund|refunded|replace|replaced|replacement|repay|repaid|credit|credited|reimburse|reimbursed|restore|restored|returned|corrected|correction|reopened|rebooked|waived|canceled|honoring }", "{ let me <adv>? !know !be !say !tell }", "{ can|may i|we <adv>? come|bring|help|take|make|drive|cook|buy|fix|pick|sit }", "{ would you like }", "{ i|we would like|love|be|happy|glad ~1 to }", "{ make it|this|that|things|amends up|right }", "{ is|are ~1 on me }", "{ from now|here on }", "{ starting|beginning ~1 today|this|next|<time> }", "{ it will not ~2 again }", "{ here is|are the|your }", "{ have|has put ~4 back }",
			"{ i|we am|are <adv>? coming|going|writing|paying|covering|adding|taking|redrawing|changing|working|getting|asking|sending|bringing|moving|refunding|making|honoring|calling }", "{ free of charge }", "{ no|without charge|fee|fees }", "{ on me }",
		}},
		{name: "day", fields: []Field{Apology, Action}, find: []string{"{ <time> }", "{ by|at|before|until <number>|<time>|the }", "{ tonight|tomorrow|today }", "{ next|this week|month|year }"}},
		{name: "explain", fields: apology, find: []string{"{ because|since|so }", "{ i|we thought|figured|was|were|had|wanted|assumed|believed|got|panicked }", "{ reason|cause }", "{ came about }"}},
		{name: "repent", fields: apology, find: []string{"{ never again }", "{ not|never ~4 again }", "{ from now|here on }", "{ next time }", "{ i|we have <adv>? changed|set|put|added|moved|started|stopped|deleted|learned|thought|asked }", "{ i|we will <adv>? ask|check|stop|keep|never|not|knock|listen|wait|read }", "{ so that|it ~6 not|never|cannot }", "{ ashamed }", "{ i|we should have }"}},
		{name: "forgive", fields: apology, find: []string{"{ forgive|forgiveness|pardon }"}},
		{name: "defense", fields: []Field{Account}, find: []string{"{ because the|a|he|she|they|it|you|my|our|<name>|<person>|we }", "{ if the|they|he|she|you|a|it|people|anyone }", "{ is|are <adv>? not? supposed }", "{ you can not|never|just|tell|could|get|put|have|take|want|hire|know|need|keep|do|ask }", "{ tell me|them|you }", "{ who|how|what|where|why am|is|are|was|were|would|could|leaves|paints|does|do|did|can }", "{ i would|'d say|argue|call|ask|love|like }", "{ so it|there|they|the|she|he|if|that }", "{ the way }", "{ nobody|everybody|everyone|people|anybody|anyone|whoever }", "{ is|are ~1 not }", "{ never once }", "{ anyway|either $ }", "{ that is|was|'s the|a|what|just|how|why|not }", "{ fine $ }"}},
		{name: "defense 1", fields: []Field{Account}, find: []string{"{ because the|a|he|she|they|it|you|my|our|<name>|<person>|we }"}},
		{name: "defense 2", fields: []Field{Account}, find: []string{"{ if the|they|he|she|you|a|it|people|anyone }"}},
		{name: "defense 3", fields: []Field{Account}, find: []string{"{ is|are <adv>? not? supposed }"}},
		{name: "defense 4", fields: []Field{Account}, find: []string{"{ you can not|never|just|tell|could|get|put|have|take|want|hire|know|need|keep|do|ask }"}},
		{name: "defense 5", fields: []Field{Account}, find: []string{"{ tell me|them|you }"}},
		{name: "defense 6", fields: []Field{Account}, find: []string{"{ who|how|what|where|why am|is|are|was|were|would|could|leaves|paints|does|do|did|can }"}},
		{name: "defense 7", fields: []Field{Account}, find: []string{"{ i would|'d say|argue|call|ask|love|like }"}},
		{name: "defense 8", fields: []Field{Account}, find: []string{"{ so it|there|they|the|she|he|if|that }"}},
		{name: "defense 9", fields: []Field{Account}, find: []string{"{ the way }"}},
		{name: "defense 10", fields: []Field{Account}, find: []string{"{ nobody|everybody|everyone|people|anybody|anyone|whoever }"}},
		{name: "defense 11", fields: []Field{Account}, find: []string{"{ is|are ~1 not }"}},
		{name: "defense 12", fields: []Field{Account}, find: []string{"{ never once }"}},
		{name: "defense 13", fields: []Field{Account}, find: []string{"{ anyway|either $ }"}},
		{name: "defense 14", fields: []Field{Account}, find: []string{"{ that is|was|'s the|a|what|just|how|why|not }"}},
		{name: "defense 15", fields: []Field{Account}, find: []string{"{ fine $ }"}},
		{name: "general", fields: []Field{Account}, find: []string{"{ is|are|do|does|says|say|means|wants|want|gets|get|takes|take|keeps|keep|knows|know|has|have }"}},
		{name: "vow", fields: resolve, find: []string{"{ i|we will|shall|must|should|need|have|want|promise|vow|swear|plan|intend|resolve|hope ~2 }", "{ i|we am|are going|committed|determined|not ~1 }", "{ going to be|do|try|listen|treat|work|act|start|stop|get|take|pay|keep|think }", "{ need|needs to|for }", "{ should|must|ought }", "{ let us }", "{ will|wo|can not ~3 again|happen }", "{ never again|ever }", "{ ever again }", "{ be ~3 }"}},
		{name: "mental", fields: resolve, find: []string{"{ <mentals> }", "{ be|am|is|are|being|stay|more|extra|so|too|very|less|super|get|as <adv>? <mental> }", "^ <mental> "}},
		{name: "more", fields: resolve, find: []string{"{ more|better|less|harder|greater|extra|further|closer|tighter|smarter|sharper|slower|calmer|quicker|faster|sooner|earlier }"}},
		{name: "dont", fields: resolve, find: []string{"^^ { do not|never|stop|quit|avoid|less|fewer|enough|cut } ", "{ no more }", "{ not|never|no ~4 anymore|again|longer }", "{ stop|quit|avoid|avoiding|stopping <ing> }"}},
		{name: "attitude", fields: resolve, find: []string{"{ culture|attitude|mindset|responsibility|ownership|accountable|accountability|standards|standard|reminded|awareness|temper|pride|excuse|excuses|excellence|quality|commitment|values|trust|serious|seriously|importance|important|matters|matter|deserve|deserves|example|shame|ashamed|lesson|mistake|mistakes|mind|head|eyes|ears|heart|gut|instincts|game|ball|act|attitude|habit|habits|communicate|communication|communicating|expectations|mindful }", "{ strive|endeavor|aim|hope|hopefully|promise|swear|vow|resolve|commit|recommit|pledge|try|trying }", "{ foster|promote|encourage|embrace|emphasize|reinforce|cultivate|prioritize|ensure|maintain|uphold|improve|demonstrate }"}},
		{name: "soft", fields: resolve, find: []string{"^^ <adv>? <adv>? { keep|be|stay|remain|foster|respect|treat|sweat|concentrate|focus|think|listen|slow|remember|bring|embrace|wake|grow|trust|own|do|try|care|calm|watch|value|assume|rush|procrastinate|pay|take|learn|exercise|use|get|strive|improve|communicate|hold_myself|mind|look|act|know|show|give|work|make_sure|ensure|double }", "{ i|we|team|everyone|staff|people|engineers|employees|all|us ~2 will|should|must|need|to|would <adv>? be|stay|remain|focus|think|listen|remember|bring|treat|try|care|pay|take|learn|exercise|communicate|improve|keep|work|act|show|do|strive|speak|slow|watch|look|know|stop|get|concentrate|respect|own|commit }"}},
		{name: "hard", fields: resolve, find: []string{"^ <adv>? { <verb> !myself !better !more !<mentals> !my }", "{ i|we|<name>|it|he|she|they <adv>? <adv>? <verb> !better !more !<mentals> }", "{ i|we|<name>|it|he|she|they will <verb> ~3 }", "{ <name> puts|runs|signs|checks|calls|sends|adds|blocks|reads|counts|reruns|reviews|reports }", "{ i|we <adv>? <past>|<ed> ~5 }", "{ put|set|add|added|moved|wrote|built|bought|ordered|installed|taped|posted|asked|booked a|an|the|two|three|up|our|my }"}},
		{name: "odds", fields: resolve, find: []string{"{ laminated|printed|required|separate|spare|red|blue|green|yellow|second|two|both|three }", "{ checkbox|timer|alarm|alert|template|script|rule|hook|cron|dashboard|limit|threshold|password|permission|permissions|role|account|contract|fund|scale|mat|mirror|hook|latch|camera|scanner|barcode|backup|server|pipeline|deploy|dialog|prompt|default|test|tests|ticket|table|spreadsheet|invoice|form|invoices|bank|church|school|bus|deposit }", "{ , ~8 , and }", "{ % }"}},
		{name: "self", fields: resolve, find: []string{"{ i am|was|have|had|do|did|got|should|need|must|ought }", "{ my|me|myself }", "{ i feel|felt|think|thought|know|knew|guess|wish|want|hope }"}},
		{name: "concrete", fields: resolve, find: []string{
			"{ <number> }", "{ <time> }", "{ <name> }", "{ <thing> }", "{ <quote> }",
			"{ add|install|put|move|remove|delete|write|print|post|call|email|mail|send|hire|replace|order|buy|build|test|lock|label|tape|paint|set|schedule|book|open|close|cancel|pay|return|bring|carry|cut|hang|mount|bolt|block|require|revoke|restore|run|split|sign|switch|swap|refund|apologize|count|read|ask|text|hand|drop|pull|push|check|mark|draw|fill|store|copy|save|share|share|default|color|lower|raise|fail|turn|take|keep|pin|zip|venmo|ship|gas|cover|clip|stamp|staple|log|photograph|walk|get|spell|repeat|wait|leave|hold|stop|sit|say|tell|go|drive|catch }",
			"{ a|an|the|my|our|his|her|their|every|each|two|both !<mentals> ~1 }", "{ on|in|at|to|from|into|under|over|by|with the|a|my|our|his|her|each|every }", "{ until|once|done when|closed|by|it|the }", "{ nobody|can not|refuses|blocks|wowill not without|unless|until ~2 }", "{ out loud|back }", "{ checklist|sheet|list|box|button|field|key|phone|drawer|shelf|folder|copy|note|sticky|pen|pencil|ink|paper|card|sign|bag|truck|car|office|desk|table|kitchen|door|wall|board|binder|file|folder|line|page|room|lock|tag|switch|panel|tray|pan|box }",
		}},
		{name: "cue", fields: []Field{Lesson, Cue, Takeaway}, find: []string{
			"{ if|when|whenever|before|after|once|until|unless|while|every|each|any|anytime|as ~6 }", "{ the moment|minute|day|morning|night|week|first|last|third|second|right|time }", "{ <q> }", "{ = }", "{ : }", "{ with a|an|the ~3 , }", "{ at the|every|each|any }", "{ on a|the|every|each|any }", "{ by the }", "{ never|always|nobody ~4 until|unless|before|after|without|on|in|at|angry|the|a|to }", "{ goes|go|gets|get|wins|waits|comes|stays|counts|sits|sit|needs ~1 }",
		}},
		{name: "respond", fields: []Field{Lesson, Plan, Takeaway}, find: []string{
			"{ i <adv>? <adv>? ask|read|write|call|put|take|say|check|walk|hold|count|stop|wait|look|test|tell|text|get|go|pull|label|hand|sign|run|repeat|page|book|mark|type|let|catch|set|open|close|drive|leave|send|make|keep|turn|start|talk|decide|compute|see|show|give|own|shut|offer|lay|restore|use }", "{ look|looks|count|counts|opens|texts|goes|gets|waits|wins|stays|comes|reads|signs ~1 }", "^^ { ask|read|write|call|put|take|say|walk|hold|count|wait|test|tell|text|pull|label|hand|sign|run|repeat|bring|dry|fresh|phone|commands|tray|leave|close|open|turn|send|set }", "{ then i }", "{ out loud }",
		}},
		{name: "verb", fields: []Field{Action}, find: []string{"^ <adv>? { <verb> }", "{ i|we|<name>|will|to|you|he|she|they <adv>? <verb>|<past>|<ed> }", "{ <verb>|<past>|<ed> }", "{ <name> ~2 !<mental> }"}},
		{name: "person", fields: []Field{Action}, find: []string{"{ <name> }", "{ i|we|me|us|myself|she|he|they }"}},
		{name: "test", fields: []Field{Action}, find: []string{"{ done|finished|works|passes|closed|closes|ends when|once|if|after }", "{ when|until|if|once ~8 }", "{ test|tests|tested|verify|verified|refused|refuses|rejects|fails|blocked|blocks|confirm|confirmed|proof }", "{ so that|it|she|he|they|nobody|no }", "{ <number> ~2 of }", "{ report|reports|reported|count|counts|signs|sign|initials|post|posts }"}},
	}
}

// englishSmall are the small words that are weighed in each field, those of one meaning with | between them.
func englishSmall(f Field) string {
	switch f {
	case Account, Apology:
		return englishArguing
	case Action, Lesson:
		return englishResolving
	}
	return ""
}

// englishArguing are small words, of no subject, that come more often in a text which argues than in one which owns, or the
// other way round. One of them proves nothing.
const englishArguing = "if but because anyway honestly just so they people|folks everyone|everybody nobody there what who|whoever how why never always " +
	"supposed fine would could should might may some any really only even though|although|tho still maybe|perhaps mean okay|ok look well fact reason thing|things way " +
	"sure yes no let feel|feels|felt think|thinks say|says said want|wants know|knows understand hope thank|thanks please our your as when which " +
	"been was|were will can not i|my me by than more most also then now too all every one out again has|have had is|are do|does did get|gets got go|goes going like"

const englishResolving = "if when before after will would should need|needs must can try|trying just more better always never again every not so because really " +
	"i my me we our you people|everyone be been was|were is|are do|does did have|has the a and out by until unless then"
