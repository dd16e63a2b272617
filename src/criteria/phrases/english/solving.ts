/**
 * English grammar of settling, refusing and referring, by classes of verbs and nouns rather than by set phrases: tense and person
 * tell a fact from a promise, an ellipsis ("refund processed today") counts as a fact. Patterns over folded text.
 */

/** Participles of acts that settle a request. */
const SETTLED =
  'refunded|reimbursed|credited|re-?credited|repaid|resent|posted|shipped|dispatched|despatched|issued|re-?issued|processed|cancelled|canceled|closed|terminated|stopped|corrected|fixed|repaired|mended|resolved|sorted|restored|reinstated|replaced|exchanged|swapped|amended|adjusted|recalculated|revised|removed|deleted|added|applied|waived|written off|extended|renewed|approved|granted|authori[sz]ed|booked|rebooked|scheduled|rescheduled|reserved|activated|reactivated|enabled|unlocked|unblocked|reset|upgraded|delivered|redelivered|installed|reconnected|connected|switched|completed|actioned|put right|put back|put through|taken off|knocked off|deducted|emptied|settled'
const ADVERBS =
  '(?:now |just |already |also |since |today |therefore |instead |immediately |personally |successfully |fully |both |all |this morning |this afternoon |gone ahead and |been |it |them |that |your |the ){0,4}'
/** Bare infinitives of the same acts. */
const SETTLE =
  '(?:refund|reimburse|credit|repay|resend|post|ship|dispatch|despatch|replace|exchange|swap|waive|cancel|close|repair|fix|collect|empty|pick (?:it|them|the|your)|pay|deduct|correct|amend|reissue|remove|reinstate|reset|deliver|send (?:you )?(?:out )?(?:a|an|the|your|another|it|them|one)\\b(?! (?:update|e-?mail|form|link|message|survey|copy of our))|put (?:a|the|it|this|that) )'
const SETTLED_NOUN =
  '(?:refunds?|replacements?|orders?|accounts?|bills?|charges?|fees?|claims?|payments?|cheques?|cards?|bookings?|appointments?|parcels?|invoices?|contracts?|credits?|faults?|problems?|issues?|returns?|subscriptions?|reservations?|address|password|meter|refund request)'
const DAY =
  '(?:today|tonight|tomorrow|this (?:morning|afternoon|week)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|on \\d|on the \\d|by the end|\\d{1,2} ?(?:am|pm))'

/** A fact that settles the request. */
export const FACTS_EN: readonly RegExp[] = [
  // Perfect and simple past, active: "I've put", "we refunded you", "our engineer fixed it".
  new RegExp(
    `\\b(?:i|we|they|engineers?|technicians?|team|crew|warehouse|colleagues?)(?:'ve| have| has|'d| had)? ?${ADVERBS}(?:${SETTLED})\\b`,
    'g',
  ),
  /\b(?:i|we|i've|we've|have) (?:(?:just|now|already|also|since|today) )?(?:sent (?:you |out )?(?:a|an|the|your|another|it|them|one)\b(?! (?:e-?mail|message|form|link|survey|request|reminder))|put (?:it|them|that|this|the|your|\d+)\b|spoken to (?:the|our) (?:crew|driver|depot)|updated (?:the|your|our|it)|changed (?:the|your|it)|returned the money|paid (?:you|it|the|back|£))/g,
  // Ellipsis: "refund processed today".
  new RegExp(
    `(?:^|[\\n.!,;:]) *(?:your |the |full )?${SETTLED_NOUN} (?:now |already |all )?(?:${SETTLED}|done|sent|paid|updated|changed)\\b`,
    'g',
  ),
  /\b(?:(?:went|gone|go|goes|is going|are going|going) (?:out (?:to you|today|this|yesterday|in|by)|back (?:to|on|into) your)|(?:is|are) (?:in the post|on (?:its|their|the) way)|up and running|working (?:again|normally|properly)|back (?:on|online|in service|up)|all (?:sorted|done|set)|sorted (?:it|this|that)|(?:in|into) credit|(?:left|leaves|leaving) (?:our|the) (?:depot|warehouse|store|workshop|shop|factory)|won't cost you|nothing (?:more |else |further )?(?:for you )?(?:left )?to (?:pay|do|return)|all done)\b/g,
  /(?:^|[\n.!]) *(?:all )?(?:done|sorted|refunded|cancelled|canceled|fixed|corrected|replaced|updated)(?: (?:for you|today|this morning|now))?(?= *[.!,\n-]|$)/g,
]

/** A present or dated commitment that settles the request, unless it hangs on a condition. */
export const PROMISES_EN: readonly RegExp[] = [
  // Passive, unless it is a general rule ("refunds are processed within 14 days").
  new RegExp(
    `\\b(?:has|have|was|were|is|are|'s|'re|will|'ll)(?: now| then| also| already| all| therefore)* (?:been |be )?${ADVERBS}(?:${SETTLED})\\b(?! (?:(?:within|in) (?:\\d|a|the)|once|when|if\\b|after|only|provided|upon|on receipt|subject|by (?:the|a) (?:customer|manufacturer|retailer)))`,
    'g',
  ),
  // First person or our people, future or present: "I'll close the account", "the driver will collect".
  new RegExp(
    `\\b(?:i|we|driver|courier|engineer|technician|crew|team|they)(?:'ll| will| are| is|'re|'m| am)(?: now| then| also| gladly| happily| come and| be)? (?:${SETTLE}|(?:refunding|sending|crediting|replacing|waiving|cancelling|closing|posting|shipping|collecting|issuing)\\b)`,
    'g',
  ),
  new RegExp(
    `\\b(?:coming|calling|visiting|returning|come|call|visit|return)(?: back| out| round)? [^.!?\\n]{0,40}\\b${DAY}`,
    'g',
  ),
]

/** A settling act that hangs on something still to come: no fact yet. */
export const CONDITION_EN =
  /\b(?:if (?:you|the|we|your|it)|once (?:we|i|it|you|your|the|they)|when (?:we|i) (?:have|receive|hear|get)|upon|on receipt|subject to|provided (?:that|it)|as soon as|unless|until|after (?:we|i|checking|review|inspection)|should be able|may be|might be|could be|can be|would be|would you)\b/

/** A plain refusal: final, though not what the customer hoped for. */
export const REFUSED_EN: readonly RegExp[] = [
  /\b(?:cannot|can't|unable to|not able to|won't|will not|not in a position to|not going to|do not|don't|never|regret(?:fully)? (?:we|that we))\b[^.!?\n]{0,30}\b(?:offer (?:a |any |you )?(?:refund|replacement|exchange|compensation|discount|repair)|refund|replac|exchange|accept|cancel|ship|deliver|post to|waive|reimburs|grant|uphold|accommodate|cover|make an exception|gift[- ]wrap|extend|compensate|honour|proceed with|agree to)/g,
  /\b(?:is|are|was|were)(?: not|n't) (?:covered|refundable|eligible|transferable|exchangeable|returnable|included|due|payable|entitled|upheld)\b|\b(?:cannot|can't|may not|can not) be (?:refunded|exchanged|returned|changed|cancelled|canceled|transferred|altered|accepted)\b|\b(?:are|is)(?: not|n't) (?:accepted|refunded|exchanged|given|offered)\b|\bno (?:compensation|refund|exchange|refunds|exchanges|payment) (?:is|are|will be|can be) (?:due|payable|possible|given|made|offered)\b|\b(?:has|have) been (?:declined|rejected|refused|turned down)\b|\b(?:request|claim|complaint|appeal) (?:is|was|has been) (?:declined|rejected|refused|not upheld|unsuccessful)\b/g,
  /\b(?:we|it) only (?:ship|deliver|post|sell|serve|accept|take|cover|operate)\b|\b(?:no longer|stopped) (?:offer|sell|mak|stock|available|provid|support|cover|produc)[a-z]*\b|\bregret to (?:inform|advise|say|tell)\b|\bnon-(?:refundable|exchangeable|transferable)\b/g,
]

/** Sends the customer away by saying whose business it is, or where to look; keyed by way. */
export const REFERRED_EN: Readonly<Record<string, readonly RegExp[]>> = {
  elsewhere: [
    /\b(?:not|isn't|aren't) (?:something |a matter |one )?(?:(?:that )?(?:we|our team|this (?:team|office|department))\b|(?:handled|dealt with|managed) (?:by us|here|by this)|(?:for|within|under|part of) (?:us|our|this)|our (?:responsibility|department|area)|the (?:right|correct) (?:team|department|address|person))|\b(?:does not|doesn't|do not|don't) (?:fall (?:within|under)|come under|deal with|handle|look after|have access to)\b|\boutside (?:of )?our (?:remit|responsibility|area)\b/g,
    /\b(?:is|are) (?:dealt with|handled|managed|looked after|administered|run|operated|provided|sold|processed) (?:directly |only |exclusively |separately )?by (?!our\b|my\b|me\b|us\b|hand|the (?:team|relevant|same))/g,
    /\btak(?:e|ing) (?:this|it|that|the matter) up with (?!me\b|us\b)|\b(?:raise|discuss|pursue|arrange|resolve) (?:this|it|that|the matter) (?:directly )?with (?!me\b|us\b|the (?:warehouse|team|depot|crew)\b|my\b|our\b)|\b(?:contact|call|ring|phone|e-?mail|ask|approach|speak (?:to|with)|get in touch with|reach) them\b/g,
    /\b(?:this|our) (?:mailbox|inbox|address|e-?mail(?: address)?|team|department)\b[^.!?\n]{0,25}\b(?:is|are) (?:only )?for\b|\bgo (?:direct(?:ly)? )?to (?:the|your) (?:manufacturer|retailer|seller|bank|agent|insurer|landlord|council|supplier|provider)\b/g,
  ],
  form: [
    /\b(?:please|need to|needs to|have to|must|should|to do (?:this|so)|simply|just|kindly|in order to [^.!?\n]{0,30}|by|ask(?:ed)? you to|can|could|will)\b[^.!?\n]{0,15}\b(?:log(?:ging)?|sign(?:ing)?) ?(?:on|in|into|onto)(?: to| at)? (?:to )?(?:your|the|my|our|altamont)\b(?=[^.!?\n]{0,60}\b(?:account|app|portal|website|area|dashboard|profile))/g,
    /(?:^|[.!?\n:] *|\b(?:please|kindly|must|should|need to|have to|can|only|advise you to|ask you to|suggest you) )(?:report|apply|claim|request|submit|manage|change|book|register|raise|log|make (?:a|your)|do (?:this|that|so)|cancel|update|upload|download)\b[^.!?\n]{0,40}\b(?:online|(?:via|through|in|on|using) (?:the|our|your) (?:[a-z]+ )?(?:app|website|site|portal|account|area|service)|www|https?)/g,
    /\b(?:can|must|may|should|need to|have to) (?:only )?be (?:made|submitted|requested|reported|changed|cancelled|booked|raised|done|managed|found|viewed|completed)\b[^.!?\n]{0,25}\b(?:online|via|through|by (?:phone|post|calling)|in writing|at (?:www|https?|[a-z0-9-]+\.)|on (?:our|the) (?:app|website|site|portal))/g,
    /\b(?:online|web|electronic|claims?|application|complaints?) form\b|\bour (?:automated (?:line|system|service)|chatbot|virtual assistant)\b/g,
  ],
  faq: [
    /\b(?:article|guide|page|link|video|leaflet|booklet|handbook|brochure|faqs?|document|factsheet|terms(?: and conditions)?)\b[^.!?\n]{0,30}\b(?:explains?|covers?|tells?|has (?:all|everything)|answers?|sets? out|should (?:help|answer)|will (?:help|tell|answer))\b/g,
    /\b(?:set out|explained|outlined|detailed|contained|described|found|listed|covered|published|shown|stated|available|refer to|read|check|consult|see)\b[^.!?\n]{0,30}\b(?:in|on|at|to)? ?(?:your|the|our) (?:policy (?:booklet|document|wording|documents|schedule)|terms|booklet|contract|handbook|guide|leaflet|schedule|tariff (?:guide|sheet)|welcome pack|documentation|paperwork|brochure|small print|conditions of carriage)\b/g,
  ],
}
