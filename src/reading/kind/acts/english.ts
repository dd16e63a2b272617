/** Speech acts in English customer mail. Wording of our own, after the usual formulas of customer services. */
import type { ActPatterns } from './act.js'

const REQUEST =
  '(?:request|message|mail|e-?mail|enquiry|inquiry|query|question|ticket|case|complaint|feedback|form|submission|letter|correspondence|concern)'

export const ENGLISH_ACTS: readonly ActPatterns[] = [
  {
    act: 'absence',
    patterns: [
      /\b(i am|i'm|i will be|i'll be|we are|we're|our (office|offices|team|store|shop|warehouse) (is|are|will be))\b[^.]{0,30}\b(out of (the )?office|on (annual |maternity |paternity |sick |parental )?leave|on (holiday|holidays|vacation)|away( from| until| on|\b)|travell?ing|not in the office|unavailable|closed (for|from|on|until|over|between)|attending a)/,
      /\b(out of (the )?office|ooo)\b[^.]{0,40}(until|from|through|between|returning|today|this|next|friday|monday)|\b(i (will|shall)|i'll) (be back|return) (on|in(?! (touch|contact))|from|to the office)|returning (to the office|on)|(upon|on) my return|during my absence|in my absence|limited access to (my )?(e-?mail|messages)|when i (return|am back|get back)/,
    ],
    examples: [
      'I am out of the office until 12 March with limited access to e-mail.',
      'Our office is closed for the holidays.',
    ],
  },
  {
    act: 'challenge',
    patterns: [
      /\b(be|as an?|become an?) (legitimate|verified|trusted|approved|recogni[sz]ed|authori[sz]ed) (sender|contact)\b/,
      /\bonly (accept|receive|allow|take)s?\b[^.]{0,20}\b(messages?|mail|e-?mails?)\b[^.]{0,20}\bfrom (people|senders|known|contacts|addresses|approved)|\b(click|visit|follow|complete)\b[^.]{0,80}\b(your|the) (message|e-?mail|mail) (will|can|to) (then )?be (delivered|released|accepted)/,
      /\b(confirm|prove|verify)[^.]{0,60}(you are (a )?(human|real|person|not a robot)|that you (are|sent)|your (identity|message) (is|so))|not a (robot|bot)\b|are you (a )?(human|real)/,
      /\b(your (message|e-?mail|mail))[^.]{0,60}(held|quarantined|on hold|waiting|not (yet )?been delivered|pending)[^.]{0,100}(click|verify|confirm|authenticat|approv|reply|captcha)/,
      /\b(click|follow|visit|reply)[^.]{0,80}(to (verify|confirm|authenticate|release|deliver|be added)|so that)[^.]{0,60}(message|e-?mail|mail|sender|approved|allow|guest|address)/,
      /\b(spam ?arrest|boxbe|tmda|sender verification|challenge[- ]response|anti-?spam (system|protection|service)|first time you have (e-?mailed|written|contacted))\b/,
    ],
    examples: [
      'Please click the link below to confirm that you are a human sender.',
      'Your message is being held; click here to verify your e-mail address.',
    ],
  },
  {
    act: 'survey',
    patterns: [
      /\b(answer|answering|complete) (a few|some|these|our|\w{2,6}) ?(very )?(short|quick|simple|brief|easy) questions\b/,
      /\b(survey|questionnaire)\b|\b(rate|rating|review)\b[^.]{0,50}\b(experience|service|support|conversation|reply|agent|interaction|adviser|advisor|us|help you received)\b|\bhow (did we do|would you rate|was your|satisfied|likely)|\b(your|hear your|share your|give us your|value your) (feedback|opinion|thoughts)\b|would you recommend|on a scale (of|from)|help us (to )?improve|were you satisfied|how satisfied|what did you think|(very )?satisfied \||(leave|write|post) (us )?(a|your) review|good, i'm satisfied|bad, i'm (not satisfied|unsatisfied)|customer satisfaction|tell us (how|what you thought)/,
    ],
    examples: ['Rate your experience with our support team.', 'Please take our two-minute survey.'],
  },
  {
    act: 'promotion',
    patterns: [
      /\b(\d+ ?% off|promo code|discount code|voucher code|use code|flash sale|limited time|shop now|buy now|new arrivals|new collection|special offer|exclusive offer|free (shipping|delivery) on|black friday|last chance|don't miss|unsubscribe|view (this e-?mail )?in (your )?browser|view online|newsletter|save up to|deals? of|sale ends|prize draw|manage (your )?preferences)\b/,
    ],
    examples: [
      'Shop now and get 20% off everything.',
      'You receive this newsletter because you subscribed; unsubscribe here.',
    ],
  },
  {
    act: 'promise',
    patterns: [
      /\b(waiting|wait) (to hear|on|for)\b[^.]{0,30}\b(what|from|back|reply|answer|response|news|her|him|them)\b|\bmore (news )?(from (me|us)|soon|to follow)\b/,
      /\b(will|shall|'ll|aim to|endeavou?r to|try to|going to|hope to|strive to|do our best to|working (hard )?to|be able to)\b[^.]{0,40}\b(get back|come back|be in touch|be in contact|respond|reply|contact you|answer your|review|follow up|reach out|look into|get in touch|respond|assist you|attend to|process your (request|enquiry|inquiry|query|message)|deal with your|handle your|address your|update you)\b/,
      /\b(you (will|should|can expect to)|you'll) (receive|hear|get)\b[^.]{0,40}\b(reply|response|answer|from us|from one|back|e-?mail|update)|\bexpect (a|to receive a|to hear)[^.]{0,20}(response|reply|answer|from)|\bwill be (answered|dealt with|handled|reviewed|processed|responded|attended|assigned|passed|looked|in touch|read)\b/,
      /\b(within|in) (the next )?(\d+|one|two|three|four|five|24|48|a few)(-| to | or | )?\w{0,6} ?(working |business )?(hours?|days?)\b[^.]{0,60}\b(respon|repl|answer|back|touch)|\b(respon|repl|answer|back|touch)\w{0,5}\b[^.]{0,60}\b(within|in) (the next )?(\d+|one|two|three|four|five|a few)/,
      /\b(i|we)('ll| will) (also |then )?(find out|let you know|look into|check with|chase|keep you (posted|updated|informed)|write to you (again|once|when)|be with you|have an answer)\b|\b(getting|coming) back to you\b|\b(i|we)('ll| will) be back in (touch|contact)\b/,
      /\b(as soon as (possible|we can|i can)|shortly|at our earliest|in due course|very soon)\b/,
      /\b(response times?|average (wait|response)|reply to (all|every)|in the order (they|it|in which))\b|\b(being|is|was) (reviewed|looked (at|into))( on)? ?by (our|the|one of|my|a)\b|\b(being|been|is|was) (assigned|passed|forwarded|routed|escalated|sent)( on)? ?(by|to)? (our|the|one of|my|a)\b|\b(passed|forwarded|handed|sent|passing|forwarding|escalated) (this|it|your (message|email|e-mail|request|enquiry|query|details|case))( on)?( over)? to\b/,
      /\b(best|try|trying|aim|able|love|hope) to (answer|reply|respond)\b|\b(answer|reply to|respond to) (every|all|each)\b|\ballow (us )?(up to )?[^.]{0,25}\b(for (a|our) (reply|response)|to (reply|respond|answer))\b/,
      /\b(still|currently|now) (investigating|looking into|checking|working on|reviewing)\b|\bhope to (have (news|an answer)|hear)\b/,
      /\bbear with us\b|\b(one of|a member of|someone (from|in|on)) (our|the|my)[^.]{0,50}\b(will|shall|is going)/,
    ],
    examples: [
      'One of our advisers will get back to you within two working days.',
      'We aim to reply within 48 hours.',
      "I've passed this on to the right team and they'll be in touch shortly.",
    ],
  },
  {
    act: 'receipt',
    patterns: [
      new RegExp(
        `\\b(have|has|we've|i've|we|been|was|is|now|successfully) (now |just |safely |successfully |been )?(received|logged|registered|recorded|noted|submitted|opened|created|raised|got|acknowledged)\\b[^.]{0,50}\\b(your|you|it|${REQUEST}|from you)`,
      ),
      new RegExp(
        `\\b(your|this|the|a) (\\w+ ){0,3}${REQUEST}\\b[^.]{0,60}\\b(has|have|is|was|been)\\b[^.]{0,20}\\b(received|logged|registered|recorded|submitted|opened|created|raised|assigned|updated|reached)`,
      ),
      /\b(confirm(ing|s|ation)?|acknowledg\w{0,6}) (of |the )?(receipt|that we (have|'ve))|\b(reference|ticket|case|request|enquiry|incident|tracking) (number|no|id|ref|#)|\b(ticket|case|request) #? ?\[?\d{3,}|\b(safely|just) (received|landed|arrived)/,
    ],
    examples: [
      'We have received your message.',
      'Your request (#4471) has been received.',
      'Your case number is 88123.',
    ],
  },
  {
    act: 'thanks',
    patterns: [
      new RegExp(
        `\\b(thank you|thanks|thank-you|many thanks|grateful)\\b[^.]{0,40}\\b(contacting|contact|writing|reaching|getting in touch|e-?mailing|messag|your (\\w+ ){0,2}${REQUEST}|interest|submitting|taking the time|bringing|sharing|letting us)`,
      ),
      /\b(further to|following|with reference to|regarding) your (recent )?(e-?mail|message|letter|enquiry|call|contact)\b[^.,]{0,40}$|\byou (recently )?(wrote|contacted|asked|e-?mailed)\b[^.]{0,20} us\b/,
    ],
    examples: ['Thank you for contacting us.', 'Thanks so much for getting in touch.'],
  },
  {
    act: 'automation',
    patterns: [
      /\b(automated|automatic(ally)?|auto-?(reply|response|generated)|do not reply|don't reply|not monitored|unmonitored|no-?reply|please do not respond|cannot receive replies|unattended mailbox)\b/,
    ],
    examples: ['This is an automated message, please do not reply.'],
  },
  {
    act: 'service-information',
    patterns: [
      /\b(requests?|enquir(y|ies)|claims?|cases?|refunds?|complaints?|e-?mails?|messages?|applications?) (is|are) (currently |now |at present |presently )?taking\b/,
      /^[\s>*-]*(your )?(case|ticket|reference|ref|status|priority|subject|name|date|type|category|e-?mail|phone|order|product|department|topic|enquiry|request)( (id|number|no|type|date|name|reference))? ?:/,
      /\b(repl(y|ies)|responses?) (usually |normally |generally )?(may |might |will |can |could )?(be|take)\b/,
      /\b(summary|copy|record|details) of (your|the) (request|message|enquiry|submission|case)/,
      /\b(faqs?|frequently asked|help cent(re|er)|knowledge base|support (page|articles?|site|portal)|our website|online (help|chat)|live chat|social media|follow us|self-service)\b/,
      /\b((mon|tues|wednes|thurs|fri|satur|sun)days?( to|-| through)|mon-fri|opening (hours|times)|office hours|business hours|our hours|open (from|between|7|24)|call us on|lines are open|by phone on|weekdays)\b/,
      /\b(in the meantime|meanwhile|while you wait|until then)\b/,
      /\b(high (volume|number|demand)|large (volume|number)|busier than|longer than (usual|normal)|experiencing|please (quote|keep|note|allow|retain|save|include) (this|your|the|that|up to|us)|no need to (reply|send|contact|do)|to (add|view|track|check|follow|update)[^.]{0,50}(comment|ticket|request|status|case|information|details)|reply(ing)? (directly )?to this (e-?mail|message) (to|if|with)|if (your|this) (message|enquiry|query|request|matter|issue) is|urgent|privacy (policy|notice)|personal data|gdpr|avoid sending|multiple (e-?mails|messages))\b/,
    ],
    examples: ['In the meantime you may find an answer in our help centre.', 'Our lines are open Monday to Friday.'],
  },
  {
    act: 'closing',
    patterns: [
      /\bsorry to (read|hear|learn|see) (this|that|about|of|what)\b[^.,]{0,40}[.!]?$/,
      /\b(we|i) (understand|appreciate|realise|realize) (how|your|that this|the)\b[^.]{0,60}\b(frustrat|upset|disappoint|annoy|inconvenien|concern|worr)/,
      /\b(sorry|apologi[sz]e|apologies)\b[^.]{0,30}\b((to hear (about|of|that) )?(your|the|this|any) (\w+ )?(experience|inconvenience|trouble|disappointment|frustration|upset|delay in (replying|responding))|that you (feel|felt|had|have had|are (unhappy|disappointed)))\b/,
      /^[\s>*-]*(kind(est)? regards|best( regards| wishes)?|regards|warm(est)? regards|yours (sincerely|faithfully|truly)|sincerely|many thanks|thanks( again| in advance)?|thank you|cheers|all the best|with (kind|best))[\s,.!]*/,
      /\b(have a (great|nice|lovely|good|wonderful)|(do not|don't|never) hesitate|feel free to|please let (us|me) know|happy to help|any (further|other|more) (questions|queries|help|assistance|information)|anything else|thank you for (your|the) (patience|understanding|time|cooperation|custom|support|loyalty)|thanks for (your|bearing)|appreciate your (patience|understanding|business)|look(ing)? forward to|take care)\b|^(the|your)( \w+){0,3} (team|service|services|support)\b[^.,]{0,25}$/,
    ],
    examples: [
      'Kind regards,',
      'Please do not hesitate to contact us with any further questions.',
      'Thank you for your patience.',
    ],
  },
  {
    act: 'greeting',
    patterns: [/^[\s>*-]*(dear|hello|hi|hey|good (morning|afternoon|evening)|greetings)\b[^.?]{0,60}$/],
    examples: ['Dear Ms Bennett,', 'Hi Laura,'],
  },
  {
    act: 'answer',
    patterns: [
      /\b(i|we)('ll| will| shall) (also |then |now )?(send|refund|replace|credit|deduct|ship|post|waive|cancel|swap|repair|collect) (you )?(a|an|the|your|it|another|this|that|any)\b(?![^.]{0,40}(reply|response|update|e-?mail|message|confirmation|answer))/,
      /\b(i|we) (can|am able to|are able to) (confirm|offer|see|advise|exchange|refund|arrange|send|deliver|help with)|\b(i|we)('ve| have) (checked|looked|spoken|arranged|issued|processed|cancelled|refunded|attached|updated|sent|located|asked|reviewed|investigated|changed|dispatched|placed|added|applied|credited|found)|\b(i|we) (checked|looked|spoke|can't|cannot|could not|don't|do not|only|offer|deliver|ship|stock|sell|recommend|suggest|advise|understand|apologi[sz]e|regret)\b/,
      /^[\s]*(yes|no|unfortunately|indeed|regarding|with regard|as for|in (answer|reply|response) to|following|here (is|are)|you (can|may|will need|need|should|have|could)|it (is|takes|will|comes|should)|the (item|product|parcel|delivery|refund|price|warranty|model|order|store|return|cost|size|charge|problem|room|battery)|this (item|product|model|means|is because)|these|there (is|are)|our (delivery|returns|prices|products|warranty|policy))\b/,
      /\b(we|i)('ll| will| would|'d)? need (your|the|to know|a|some)\b|\b(could|can|would|may|please) (you )?(please )?(send|provide|confirm|let us have|tell (us|me)|share|supply|return|forward|give|attach|try|bring|fill)\b/,
      /\b(sorry|apolog(y|ies|i[sz]e)|refund(ed)?|replacement|reimburse|voucher|goodwill|credit note|attached|tracking (number|link)|free of charge)\b|[£$€] ?\d|\d ?(gbp|eur|usd|euros|pounds)\b/,
      /\byour (order|parcel|subscription|account|refund|item|booking|delivery|return|card|contract|invoice|payment|reservation|ticket for)\b[^.]{0,60}\b(was|is|has|will|should|can|left|may|cannot|does|did)\b/,
      /\b(is|are|was|were|will|does|do|can)(n't| not) (be |been )?(available|possible|compatible|included|covered|allowed|in stock|delivered|able)|\b(we|i) (do|can|will|would|are|am)n?'?t? (not )?(offer|deliver|ship|sell|accept|provide|charge|stock|arrange|send|replace|refund)\b|\byou (can|may|could|will) (also )?(return|exchange|use|choose|pay|order|cancel|visit|collect|find|download|change|request|claim|buy)\b/,
    ],
    examples: [
      'I have checked your order and it left our warehouse yesterday.',
      'Unfortunately we do not deliver to Malta.',
      'Could you please send us your order number?',
    ],
  },
]
