/** Possessives and contractions that sound alike: your/you're, its/it's, their/there/they're, whose/who's, were/we're. */
import type { EnglishRule } from '../rule.js'

/** Rules of this family. */
export const homophoneRules: readonly EnglishRule[] = [
  {
    id: 'your-for-you-are',
    category: 'homophone',
    message: '“your” shows possession; “you’re” is short for “you are”.',
    patterns: [
      '[your] welcome $',
      '[your] welcome to',
      '[your] going|looking|entitled|eligible|unable|always|experiencing|having|wondering|not',
      'if|that|when|as|because|hope|once|know|sure|while [your] unhappy|unsure|unable|happy|satisfied|interested|able|eligible|still|having|ready|experiencing|sure',
    ],
    suggest: ['you’re'],
    examples: {
      flag: [
        'Your welcome to call us at any time.',
        'Please tell us if your unhappy with it.',
        'We know your not to blame.',
      ],
      pass: [
        'Your welcome pack is on its way.',
        'We hope you are happy with your unusual gift.',
        'Thank you for your interest.',
      ],
    },
  },
  {
    id: 'you-are-for-your',
    category: 'homophone',
    message: '“you’re” is short for “you are”; possession is “your”.',
    patterns: [
      "[you're] @noun|@plural|email|e-mail|message|order's|details|new|own|recent|next|first|last|nearest|house|door|bank|phone",
      "to|from|into|near|of|with|by|in [you're] !a|not",
    ],
    suggest: ['your'],
    examples: {
      flag: [
        'We have received you’re order.',
        "Please send us you're account number.",
        "Thank you for you're recent email.",
      ],
      pass: ['You’re right about the delay.', "If you're still waiting, call us.", 'We have received your order.'],
    },
  },
  {
    id: 'its-for-it-is',
    category: 'homophone',
    message: '“its” shows possession; “it’s” is short for “it is” or “it has”.',
    patterns: [
      '[its] been|not|a|an|the|our|your|also|because|likely|possible|going|unlikely|unfortunate',
      '[its] much|far|even|slightly|a @comparative|quicker|easier|faster|cheaper|better|warmer|colder|safer|simpler|nicer',
      '[its] important|necessary|easy to|that',
      '^ [its] best to|that',
      'that|and|but|because|think|hope|sure|once|if|when [its] working|broken|faulty|missing|late|delayed|available|damaged|ready|here|too|still|now|$',
    ],
    suggest: ['it’s'],
    examples: {
      flag: ['Its been a pleasure to help.', 'I am sorry but its not in stock.', 'We will tell you when its ready.'],
      pass: [
        'The lamp and its cable are here.',
        'Its battery is new.',
        'It’s been a pleasure.',
        'Its important features are listed below.',
      ],
    },
  },
  {
    id: 'it-is-for-its',
    category: 'homophone',
    message: '“it’s” is short for “it is” or “it has”; possession is “its”.',
    patterns: [
      "in|on|of|from|into|at|with|and|without|return|check|replace [it's] packaging|box|battery|contents|original|case|charger|destination|way|parts|settings|screen|own|warranty|condition|delivery|final|current|cable|accessories|price|label|entirety|serial",
      "[it's] own|original|packaging|contents|destination|entirety|accessories",
    ],
    suggest: ['its'],
    examples: {
      flag: [
        'Please return it in it’s original box.',
        "The parcel is on it's way.",
        "The phone and it's charger were sent.",
      ],
      pass: ['It’s on its way.', "We think it's fine.", 'Send it in its original box.'],
    },
  },
  {
    id: 'there-for-their',
    category: 'homophone',
    message: '“their” shows possession; “there” is a place.',
    patterns: [
      'of|with|to|for|in|about|from|by|at|update|confirm|received|return|send|cancel|process|track|on|contact|check|missed [there] @noun|@plural|own|warehouse|side|end|mistake|behalf|offices|staff',
      'and|that|because|but|when|so [there] manager|team|order|website|staff|driver|office|system|policy|address|number|name|engineer|agent will|is|has|was|are|were|can|would',
      "[they're] @noun|@plural|own|staff|offices|mistake|behalf",
    ],
    suggest: ['their'],
    examples: {
      flag: [
        'The courier lost it in there warehouse.',
        "We are waiting for they're reply.",
        'The carrier has checked with there team.',
      ],
      pass: [
        'There are two orders.',
        'We will be there on Monday.',
        'Their reply came today.',
        'They’re very helpful.',
      ],
    },
  },
  {
    id: 'their-for-there',
    category: 'homophone',
    message: '“their” shows possession; “there” is wanted here.',
    patterns: [
      "[their|they're] is|are|was|were|seems|appears|isn't|aren't|wasn't|weren't",
      "[their|they're] has|have been",
      "[their|they're] will|would|may|might|should be|not|have",
    ],
    suggest: ['there'],
    examples: {
      flag: ['Their is a problem with the label.', 'I am afraid their has been a delay.', 'Their will be no charge.'],
      pass: ['There is a problem.', 'Their order is late.', 'We asked if there has been a delay.'],
    },
  },
  {
    id: 'there-for-they-are',
    category: 'homophone',
    message: '“they’re” (they are) is wanted here.',
    patterns: [
      '[their] going|sorry|unable|waiting|looking to|for|that|about|into',
      'they|hope|think|say|said|sure|that|when|if|because [their|there] going|sorry|unable|ready|faulty|damaged|broken|satisfied|happy',
    ],
    suggest: ['they’re'],
    examples: {
      flag: ['Their going to replace it.', 'The courier said there unable to find you.', 'We think their faulty.'],
      pass: ['They’re going to replace it.', 'Their broken lamp was returned.', 'We are going there to look.'],
    },
  },
  {
    id: 'whose-who-is',
    category: 'homophone',
    message: '“whose” shows possession; “who’s” is short for “who is” or “who has”.',
    patterns: [
      "[who's] @noun|@plural|names|details|addresses|fault|mistake|responsibility",
      '[whose] will|can|would|should|could|has|have|is|are|was|were|may $|be|not|been|you|your|the|call|phone|ring|contact|help|send|write|reply|able|a|in|on|at',
      '[whose] been|going|looking|handling|dealing|not',
    ],
    suggest: { "who's": ['whose'], 'who’s': ['whose'], whose: ['who’s'] },
    examples: {
      flag: ['Please tell us who’s account was charged.', 'The agent whose handling your case is away.'],
      pass: ['The agent who’s handling your case is away.', 'Tell us whose account was charged.'],
    },
  },
  {
    id: 'were-for-we-are',
    category: 'homophone',
    message: '“we’re” (we are) is wanted here.',
    patterns: [
      '^ [were] sorry|unable|happy|pleased|delighted|looking|working|currently|always|aware|here|glad|still',
      'that|and|but|because|know|as [were] sorry|delighted|pleased|glad|experiencing|unable to|for|that|with|about|a',
    ],
    suggest: ['we’re'],
    examples: {
      flag: ['Were sorry for the delay.', 'Please note that were unable to refund it.', 'Were always here for you.'],
      pass: ['We were sorry to hear it.', 'The items were still in the van.', 'We’re sorry for the delay.'],
    },
  },
  {
    id: 'where-for-were',
    category: 'homophone',
    message: '“were” is the verb; “where” is a place.',
    patterns: [
      'we|they|you|these|those [where] not|unable|sent|sorry|able|told|delivered|dispatched|shipped|in|charged|informed|given|out|delayed|sold|told|advised',
      '^ [were] should|can|do|did|will|would|could we|you|i|they|it|the|your',
      '@plural [where] sent|shipped|dispatched|delayed|damaged|lost|returned|cancelled|refunded',
    ],
    suggest: { where: ['were'], were: ['where'] },
    examples: {
      flag: [
        'Were should we send it?',
        'We where unable to reach you.',
        'Both parcels where delayed.',
        'They where sent on Friday.',
      ],
      pass: ['They were sent on Friday.', 'We know where you live.', 'This is the store where you bought it.'],
    },
  },
  {
    id: 'you-for-your',
    category: 'homophone',
    message: '“your” is wanted before this noun.',
    patterns: [
      'into|from|of|on|in|with|about|at|via|under|regarding|concerning|check|enter|bring|update|confirm|change|use|include|quote|show [you] account|address|order|invoice|parcel|phone|card|password|email|name|reference|request|complaint|letter|bank|house|home|door|car|policy|contract|bill|payment|refund|booking|ticket|item|details|receipt|claim|meter|flight|room|delivery|message',
      'with|of|on|from|for|to|into|at|by [you] own $',
      'for|received|receiving|read [you] recent|last|latest|email|message|letter|enquiry|inquiry|feedback|patience|order|request|details|account',
    ],
    suggest: ['your'],
    examples: {
      flag: ['It was paid into you account.', 'Just show you phone at the door.', 'Thank you for you recent letter.'],
      pass: ['It was paid into your account.', 'We will show you the car.', 'It is up to you, order or not.'],
    },
  },
]
