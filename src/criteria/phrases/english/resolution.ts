/** English words that decide whether a letter solves, puts off or sends away; patterns over folded text. */

/** Something was done for the customer. */
export const DONE_EN: readonly RegExp[] = [
  /\b(?:have|has|'ve|i've|we've|had|was|were|is now|are now|been|just|already)\b (?:now |just |already |also |today |been |gone ahead and |immediately |personally |successfully |this morning |arranged (?:for )?(?:a |your )?){0,4}(?:refund(?:ed)?|credited|re-?sent|shipped|dispatched|despatched|cancelled|canceled|corrected|fixed|resolved|restored|replaced|replacement|updated|amended|changed|reset|reactivated|activated|unlocked|issued|processed|applied|added|removed|deleted|extended|approved|booked|rescheduled|waived|popped (?:a|the|your)|put (?:a|the|your)|exchanged|repaired|unsubscribed|refunding|arranged|sent (?:you|out|a|your|the)|placed|ordered|reinstated|adjusted|re-?issued|credit|working|available|back online|upgraded|reimbursed|put through|set up)\b/g,
  /\b(?:you(?:'ll| will| should)(?: now| also| then)? (?:receive|see|have (?:it|them|the)|get (?:it|them|your|a|the))|will (?:be|reach|arrive)(?: with)? (?:you|credited|refunded|delivered|with you|back in|in your|dispatched|shipped|on|by|replaced)|is on its way|are on their way|we(?:'re| are) (?:refunding|sending|replacing|crediting|issuing)|(?:i'm|i am) (?:refunding|sending|replacing|crediting|issuing)|(?:i'll|i will|we'll|we will) (?:refund|replace|credit|send (?:you )?(?:a|your|the|out)|waive))\b/g,
]

/** The letter tells what was asked: facts, a procedure, a document. */
export const INFORMED_EN: readonly RegExp[] = [
  /\b(?:attached|below (?:are|is|you)|here (?:is|are|'s)|here's|simply|all you need|follow (?:these|the) steps|step \d|click|select|log in|to do (?:this|so)|just (?:press|open|go|click)|first,|instructions)\b/g,
  /\b(?:(?:can|to|happy to|pleased to) confirm|yes,|yes -|absolutely,|certainly,|of course,|indeed,|good news|you can (?:return|exchange|use|cancel|order|choose|pay|apply|also|still|certainly|absolutely)|we (?:do )?(?:offer|deliver|ship|accept|stock|provide))\b/g,
  /\b(?:is|are) (?:fully |also |currently |indeed |only |still )?(?:compatible|available (?:in|for|at|from|until)|covered|included|free|valid|open|possible|in stock|suitable|guaranteed|expected)\b/g,
  /\b(?:delivery|shipping|postage|the (?:cost|price|fee|warranty|guarantee|deadline)|returns?|warranty|it|this)\b[^.!?\n]{0,50}\b(?:is|are|takes?|costs?|lasts?|varies|within|from)\b[^.!?\n]{0,40}\d/g,
  /\b(?:within|in|allow|between) (?:about |around |up to )?\d{1,3}(?:(?: ?- ?| to | and )\d{1,3})? (?:working |business )?(?:hours|days|weeks|months)/g,
]

/** Handed on, or promised for later. */
export const PENDING_EN: readonly RegExp[] = [
  /\b(?:needs?|ha(?:s|ve)|still) to (?:approve|sign (?:it|this|that) off|confirm|review|check|assess|decide|authori[sz]e|look at)\b|\b(?:you'll|you will|you should) (?:hear|have (?:an answer|a reply|a response|his|her|their))\b|\bwill (?:write to|ring|call|phone|e-?mail) you\b|\b(?:has|have) been (?:logged|registered|recorded|noted|acknowledged|assigned|notified|allocated)\b/g,
  /\b(?:have|has|'ve|'m|am|are|'re) (?:also |already |now |just )?(?:asked|asking|chased|chasing|contacted|contacting) (?:the|our|my|a|them|their|your) [^.!?\n]{0,40}|\b(?:is|are|remains?|still) (?:awaiting|waiting (?:for|on)|pending|in (?:the|a) queue|being looked (?:at|into)|under way)\b/g,
  /\b(?:forward(?:ed|ing)?|pass(?:ed|ing)?|escalat(?:ed|ing)|transferr(?:ed|ing)|referr(?:ed|ing)|raised|flagged|handed|sent) (?:[a-z]+ ){0,6}(?:on to|to|with|over to) (?:[a-z]+ ){0,5}(?:team|department|colleagues?|manager|specialists?|courier|carrier|warehouse|supplier|store|office|supervisor|engineers?|technicians?|relevant|desk)\b/g,
  /\b(?:(?:will|'ll|shall)(?: then| also| be)? (?:get back|come back|be in touch|let you know|update you|keep you|contact you|reach out|follow up|look into|investigate|respond|reply|be contacted|return to you)|get back to you|keep you (?:posted|updated|informed)|in due course|as soon as (?:possible|we|i)|once (?:we|i) (?:have|hear|receive))\b/g,
  /\b(?:(?:are|am|'re|'m|is being|being|currently|been) (?:currently |now |still )?(?:looking into|investigat(?:ing|ed)|checking|reviewing|reviewed|working on|processed|waiting|awaiting|chasing)|under (?:review|investigation)|opened an? (?:investigation|case|ticket|enquiry)|looking into (?:this|it|your|the)|(?:i'll|we'll|will|need to) (?:check|look into|investigate|review))\b/g,
]

/** Asks the customer for what is needed first. */
export const REQUESTS_EN: readonly RegExp[] = [
  /\b(?:could|can|would|will) you (?:please |kindly )?(?:send|provide|confirm|let (?:us|me) know|share|give|tell|reply|forward|supply)\b|\bplease (?:can you |could you |reply with |kindly )?(?:send|provide|confirm|let (?:us|me) know|share|supply|reply with|forward|attach)\b|\b(?:we|i)(?:'ll| will| would|'d)? (?:just )?need (?:your|the|some|a few|you to|to know)\b/g,
]

/** Sends the customer elsewhere: the kind, and its patterns. */
export const DEFLECTED_EN: Readonly<Record<string, readonly RegExp[]>> = {
  phone: [
    /\b(?:could|can|would|will) you (?:please |kindly )?(?:call|ring|phone|telephone|give (?:me|us) a (?:call|ring))\b|\b(?:best|easier|easiest|rather|like to|want to) (?:to )?(?:discuss|talk|speak|go through)[^.!?\n]{0,30}\b(?:over the phone|by phone|in person|on the phone)\b/g,
    /\b(?:please |to |should |must |can |kindly |you (?:will )?need to |have to |(?:ask|suggest|recommend|advise|invite)(?: that)? you (?:to )?|^)(?:call|phone|ring|telephone|contact|speak (?:to|with)|get in touch with|reach out to|liaise with)\b[^.!?\n]{0,70}\b(?:team|line|helpline|hotline|number|on \+?\d|at \+?\d|on \(?\d|department|service|services|centre|center|support|manufacturer|courier|carrier|bank|seller|retailer|provider|vendor|dept|us on|us at|care|desk)/g,
    /\b(?:call|phone|ring|telephone|dial)(?: us)?(?: on| at)? \+?\(?\d/g,
    /\b(?:please|kindly|should|must|need to|have to|(?:advise|suggest|recommend|ask)(?: that)? you(?: to)?) (?:directly )?(?:contact|call|phone|ring|speak (?:to|with)) (?!me\b|you\b)/g,
    /\b(?:only|exclusively) (?:by|over the|via) (?:phone|telephone)|\b(?:by|over the|via) (?:phone|telephone) only|\b(?:cannot|can't|unable to|do not|don't)[^.!?\n]{0,50}\b(?:by|over|via) e-?mail/g,
  ],
  form: [
    /\b(?:fill(?:ing)? (?:in|out)|complet(?:e|ing)|submit(?:ting)?|us(?:e|ing)|via|through|log(?:ging)?|rais(?:e|ing)|open(?:ing)?)\b[^.!?\n]{0,40}\b(?:form|contact page|contact us page|portal|live chat|chat|ticket|app|questionnaire|your account|my account|webform|web form)\b/g,
  ],
  faq: [
    /\b(?:visit|check|see|consult|refer(?:ring)? to|look at|have a look|browse|find|found|available|listed|head (?:over )?to|go to|read|answered)\b[^.!?\n]{0,70}\b(?:faqs?|frequently asked|help (?:centre|center|page|section|pages)|knowledge base|(?:our|the) (?:[a-z]+ )?(?:website|site|web page|webpage|page)|terms and conditions|www|https?)/g,
    /\b(?:info|information|details|answers|everything)\b[^.!?\n]{0,50}\b(?:on|in) (?:our|the) (?:[a-z]+ ){0,2}(?:website|site|faqs?|page|help|terms)/g,
    /\bour (?:faqs?|help (?:centre|center))\b/g,
  ],
  'write-again': [
    /\b(?:resubmit|re-submit|resend|re-send|(?<!\b(?:your|this|an|my|our|by|the|via|of) )(?:e-?mail|address)|write|send|direct|submit)\b[^.!?\n]{0,60}\b(?:to our|to the|again|by post|in writing|by letter|at [a-z0-9.-]+@|to [a-z0-9.-]+@|new (?:request|ticket|e-?mail|message))/g,
    /\b(?:must|should|need to|have to|can only) be (?:submitted|sent|made|raised|addressed|reported|logged)\b|\bin writing to\b/g,
    /\bthis (?:mailbox|inbox|address|e-?mail address)\b[^.!?\n]{0,30}\b(?:not monitored|unmonitored|not for|cannot|can't|does not|is only)/g,
  ],
  shop: [
    /\b(?:visit(?:ing)?|go(?:ing)? (?:in)?to|pop(?:ping)? (?:in)?to|call(?:ing)? into|bring(?:ing)?|tak(?:e|ing)|return(?:ing)?|drop(?:ping)? (?:in|by|it)|speak(?:ing)? (?:to|with)|ask(?:ing)? (?:in|at))\b[^.!?\n]{0,40}\b(?:(?:local|nearest|your|one of our|our|the|any|a) (?:[a-z]+ )?(?:stores?|shops?|branch(?:es)?|dealers?|dealership|retailers?|showroom|outlet))\b/g,
  ],
}
