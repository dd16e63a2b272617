/** Words that look or sound alike: to/too, then/than, loose/lose, affect/effect, advice/advise, accept/except, whether/weather. */
import type { EnglishRule } from '../rule.js'

/** Rules of this family. */
export const lookalikeRules: readonly EnglishRule[] = [
  {
    id: 'to-for-too',
    category: 'homophone',
    message: '“too” means more than enough; “to” does not.',
    patterns: [
      "is|are|was|were|it's|far|way|bit|little|not|arrived|seems|came|been|be|shoes|found|runs [to] @adjective $",
      "is|are|was|were|it's|far|way|bit|little|not|arrived|came|been|be|runs [to] @adjective for|and|but|or",
      'is|was|are|were|far|way|paid|charged|took|taken|cost|costs|wait|waited [to] much|many|long|late',
      'is|was|are|were|been|be [to] far|much|many',
    ],
    suggest: ['too'],
    examples: {
      flag: ['The jacket is to small.', 'You were charged to much.', 'The parcel came to late for the party.'],
      pass: ['We sell to small shops.', 'This is due to high demand.', 'The jacket is too small.'],
    },
  },
  {
    id: 'too-for-to',
    category: 'homophone',
    message: 'Before a verb it is “to”.',
    patterns: ['@polite [too] @doing', 'would|should|please like|try [too] @doing'],
    suggest: ['to'],
    examples: {
      flag: ['We would like too apologise for this.', 'I am happy too help you.'],
      pass: ['We would like to apologise.', 'I was unhappy too.', 'You need to help us too.'],
    },
  },
  {
    id: 'then-for-than',
    category: 'homophone',
    message: 'Comparisons take “than”.',
    patterns: [
      '@comparative [then] expected|usual|normal|anticipated|planned|before|advertised|promised|necessary|required|needed|ever|most|average|any|that|@number',
      'rather [then]',
      'no|not|any later|earlier|more|less|longer [then]',
      '@comparative [then] the|our|your|a one|original|old|previous|other|usual|price|first|last|estimated|expected|normal|week|month|year',
      'more|less|longer|later|earlier|sooner [then] a|an|our|we|you|i',
      'other|different [then] the|that|this|what|your|those',
    ],
    suggest: ['than'],
    examples: {
      flag: [
        'It took longer then expected.',
        'We send a voucher rather then a refund.',
        'The new one is better then the old one.',
      ],
      pass: ['If it is later, then call us.', 'First pack it, then send it.', 'It took longer than expected.'],
    },
  },
  {
    id: 'than-for-then',
    category: 'homophone',
    message: '“then” is wanted here.',
    patterns: ['and|since|until|by|just [than]', '^ [than] please|we|you|the|click|select|press|call'],
    suggest: ['then'],
    examples: {
      flag: ['Switch it off and than press the button.', 'Since than we have heard nothing.'],
      pass: ['It is cheaper than before.', 'More than we hoped for.'],
    },
  },
  {
    id: 'loose-for-lose',
    category: 'homophone',
    message: '“lose” is the verb; “loose” is the opposite of tight.',
    patterns: [
      "not|don't|didn't|to|will|would|can|could|may|might|you|we|never|won't [loose] your|the|our|any|my|it|a|his|her|their|this|data|money|access|all|you|out|valuable",
      '[loosing] your|the|our|any|my|it|a|their|this|data|money|access|you',
    ],
    suggest: { loose: ['lose'], loosing: ['losing'] },
    examples: {
      flag: [
        'We do not want to loose you.',
        'You will not loose your points.',
        'We are sorry about you loosing your bag.',
      ],
      pass: ['A loose cable is the cause.', 'The screw is loose.', 'We do not want to lose you.'],
    },
  },
  {
    id: 'lose-for-loose',
    category: 'homophone',
    message: '“loose” is the opposite of tight; “lose” is the verb.',
    patterns: [
      'a|the|any|some [lose] screw|screws|cable|cables|wire|wires|part|parts|button|plug|thread|leaf',
      'is|was|are|were|come|came|been|too [lose] $',
    ],
    suggest: ['loose'],
    examples: {
      flag: ['There may be a lose cable.', 'The handle has come lose.'],
      pass: ['We may lose the parcel.', 'The handle has come loose.'],
    },
  },
  {
    id: 'affect-for-effect',
    category: 'homophone',
    message: '“effect” is the noun; “affect” is the verb.',
    patterns: [
      'the|an|any|no|adverse|negative|positive|direct|side [affect|affects] on|of|$',
      'take|takes|took|into [affect]',
    ],
    suggest: { affect: ['effect'], affects: ['effects'] },
    examples: {
      flag: ['This has no affect on your points.', 'The change will take affect on Monday.'],
      pass: ['This does not affect your points.', 'The effect on delivery is small.'],
    },
  },
  {
    id: 'effect-for-affect',
    category: 'homophone',
    message: '“affect” is the verb; “effect” is the noun.',
    patterns: [
      '[effected] by the|this|these|a delay|delays|issue|issues|problem|problems|strike|weather|outage|recall|error|change|changes',
      "not|doesn't|won't|didn't|may [effect] your|you|the|our warranty|rights|order|orders|account|points|delivery|service|statutory|membership|subscription",
    ],
    suggest: { effect: ['affect'], effected: ['affected'] },
    examples: {
      flag: ['This does not effect your warranty.', 'Many customers were effected by the delay.'],
      pass: ['We will effect the payment today.', 'Many were affected by the delay.'],
    },
  },
  {
    id: 'advice-advise',
    category: 'homophone',
    message: '“advice” is the noun, “advise” the verb.',
    patterns: [
      'please|will|would|can|could|should|must|to|we|i|kindly [advice] us|you|that|on|if|when|me|how|what|whether|against|your|the|customers',
      'some|any|an|your|our|my|further|this|for|good|more|expert|legal|the|his|her|their [advise] $',
      'some|any|further|good|more|expert|legal|your|their|my [advise] on|about|from|and|regarding|is|was|to',
      '[adviced]',
    ],
    suggest: { advice: ['advise'], advise: ['advice'], adviced: ['advised'] },
    examples: {
      flag: ['Please advice us of your new address.', 'Thank you for your advise.', 'I was adviced to wait.'],
      pass: [
        'Please advise us of your new address.',
        'Thank you for your advice.',
        'We can offer you advice on sizes.',
      ],
    },
  },
  {
    id: 'except-for-accept',
    category: 'homophone',
    message: '“accept” means to take; “except” means not including.',
    patterns: [
      'please|to|must|you|we|not|cannot|will|can [except] our|my|this|your|apologies|returns|these',
      '[accept] for the|those|that|sale',
    ],
    suggest: { except: ['accept'], accept: ['except'] },
    examples: {
      flag: ['Please except our apologies.', 'We cannot except returns without a receipt.'],
      pass: ['Please accept our apologies.', 'All items except sale items can be returned.'],
    },
  },
  {
    id: 'weather-for-whether',
    category: 'homophone',
    message: '“whether” means if; “weather” is rain and sun.',
    patterns: [
      '[weather] or not',
      'know|check|confirm|sure|see|ask|wondering|us|decide|me [weather] you|we|the|your|it|this|they|there|to',
      '[wether]',
    ],
    suggest: ['whether'],
    examples: {
      flag: ['Let us know weather you want a refund.', 'Please check weather or not it works.'],
      pass: ['Let us know whether you want a refund.', 'Bad weather delayed the van.'],
    },
  },
  {
    id: 'past-for-passed',
    category: 'homophone',
    message: '“passed” is the verb.',
    patterns: [
      'have|has|been|had|was [past] to|on|onto|over|your|this',
      'will|can|i [past] this|your|it on|to|details|comments|feedback|message',
    ],
    suggest: ['passed'],
    examples: {
      flag: ['Your case has been past to our team.', 'I have past on your comments.'],
      pass: ['Your case has been passed on.', 'In the past this was free.', 'We have past experience of this.'],
    },
  },
  {
    id: 'are-for-our',
    category: 'homophone',
    message: '“our” shows possession.',
    patterns: [
      'of|to|from|in|with|on|by|visit|accept|contact|for|at [are] team|website|records|system|warehouse|store|customers|policy|end|apologies|sincere|terms|app|helpline|colleagues|depot',
    ],
    suggest: ['our'],
    examples: {
      flag: ['I have checked with are team.', 'Please accept are apologies.'],
      pass: ['Items in stock are listed here.', 'Please accept our apologies.'],
    },
  },
  {
    id: 'here-hear',
    category: 'homophone',
    message: '“hear” is done with ears; “here” is a place.',
    patterns: [
      'to|forward|soon|sorry|not|from|we|will|can|hope|did [here] from|back|about|that you|us|the|this|soon|your|shortly|from',
      '^ [hear] is|are',
      'to [here] from|that|about',
      'you [hear] to help',
    ],
    suggest: { here: ['hear'], hear: ['here'] },
    examples: {
      flag: ['We look forward to here from you.', 'I am sorry to here that.', 'Hear is your code.'],
      pass: ['We are here for you.', 'Sorry to hear that.', 'Here is your code.'],
    },
  },
  {
    id: 'know-now-no',
    category: 'homophone',
    message: '“know” is the verb.',
    patterns: [
      'let|lets|letting us|me|you|them [now|no] if|when|how|what|whether|as|about|$',
      "please|to|don't|not [no|now] that|how|what|why",
    ],
    suggest: ['know'],
    examples: {
      flag: ['Please let us now if it arrives.', 'Let me no when it is there.'],
      pass: ['Please let us know.', 'Let us now turn to your refund.'],
    },
  },
  {
    id: 'choose-chose',
    category: 'homophone',
    message: '“chose” is the past of “choose”.',
    patterns: ['to|please|can|may|will|must|could|should|cannot|either [chose]', '[choosed]'],
    suggest: { chose: ['choose'], choosed: ['chose'] },
    examples: {
      flag: ['You can chose another colour.', 'Please chose a new slot.'],
      pass: ['You chose another colour.', 'Please choose a new slot.'],
    },
  },
  {
    id: 'witch-for-which',
    category: 'homophone',
    message: '“which” is wanted here.',
    patterns: [
      '[witch] can|is|was|will|has|have|are|were|you|we|means|may|should|would|they|does|do|of',
      'in|of|for|on|to|at|with|from|see|know|tell|say|us [witch] !hunt|trial|costume|hat',
    ],
    suggest: ['which'],
    examples: {
      flag: ['Here is a voucher, witch can be used online.', 'Please tell us witch colour you want.'],
      pass: ['Here is a voucher, which can be used online.', 'The witch costume is sold out.'],
    },
  },
  {
    id: 'accept-instead-of-except',
    category: 'homophone',
    message: '“except” is wanted here.',
    patterns: [
      'day|days|week|everything|everyone|everybody|all|nothing|nobody|anything|year|open|closed|daily|always [accept] for|on|at|in|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mondays|sundays|weekends|christmas|bank|public|the|this|that|one',
    ],
    suggest: ['except'],
    examples: {
      flag: ['You can come any day accept Sunday.', 'We are open daily accept on bank holidays.'],
      pass: ['You can come any day except Sunday.', 'We accept the offer.'],
    },
  },
]
