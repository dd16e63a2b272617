/** Slips that agents make when they write fast: a form left unfinished, a word left out of a phrase, a plural forgotten. */
import type { EnglishRule } from '../rule.js'

/** Rules of this family. */
export const letterSlipRules: readonly EnglishRule[] = [
  {
    id: 'unfinished-passive',
    category: 'conjugation',
    message: 'The past participle is wanted here.',
    patterns: [
      'be|been [process|review|schedule|refund|ship|repair|charge|credit|update|cancel|contact|transfer|replace|test|scan|inspect|return|book] $',
      'be|been [process|review|schedule|refund|ship|repair|charge|credit|update|cancel|contact|transfer|replace|test|scan|inspect|return|book] by|within|on|to|today|tomorrow|shortly|soon|for|in|after|as|before|this|next',
      'is|are|was|were [block|charge|book|order|pack|post|return|repair|refund|credit|replace|ship|address|label|print|register|reserve|transfer|update] because|by|yesterday|today|last|since|twice|again|correctly|wrongly|automatically|incorrectly|immediately',
      'parcel|package|order|item|refund|update|delivery|visit|repair|appointment|it|which is|was|has [schedule|scan|process|review|test|inspect] $',
      'parcel|package|order|item|refund|update|delivery|visit|repair|appointment|it|which is|was [schedule|scan|process|review|test|inspect] by|within|on|to|today|tomorrow|shortly|soon|for|in|after|before|this|next',
      'has|have|had therefore|also|already|now|since|recently|just|not [decide|agree|arrange|send|process|refund|request|check|forward|contact|ask|open|close|replace|issue|update] to|a|an|the|your|you|our|it|this|with',
      "has|have|had|shouldn't|wouldn't|couldn't have|has|had [leak|break|happen|arrive|fail|stop|work|appear] $",
      "should|could|would|might|must|shouldn't|wouldn't|couldn't have [leak|break|happen|arrive|fail|stop|work|appear|receive|send|agree|check|contact|inform|ask|tell]",
      'have|has [agree|decide|arrange|manage|forget|fail|try] to|a|the|your|that',
    ],
    suggest: {
      process: ['processed'],
      review: ['reviewed'],
      schedule: ['scheduled'],
      decide: ['decided'],
      agree: ['agreed'],
      leak: ['leaked'],
    },
    examples: {
      flag: [
        'Your request will be process within two days.',
        'We have therefore decide to help.',
        'It could have leak.',
      ],
      pass: ['Your request will be processed.', 'There may be review fees.', 'We have to decide today.'],
    },
  },
  {
    id: 'request-base-form',
    category: 'conjugation',
    message: 'The base form of the verb is wanted here.',
    patterns: [
      "could|can|would|will you|we|i|they [sent|told|gave|sends|tells|gives|confirmed|provided|received|checked|returned|filled|called|let's]",
      'please [to] include|send|contact|call|provide|note|return|fill|let|check|confirm|reply|write|visit|find|be|keep|bring|sign|allow|wait|give',
      "don't|do not|not [forgot|hesitated|worried]",
      "don't|not need|have to [paid|returned|sent|called|done|went]",
      'form|please|label|contract|link and [returns|sends|signs|encloses|calls] it|us|the|your|them',
      'sign|fill|print|complete|read|check|pack|please it|them|this and [returns|sends|signs|encloses|calls] it|us|the|your|them',
      'in|fill|sign|complete the form and [enclosed|returned|attached|sent] the|your|a|it',
      'can|could|may|might|will|would|should [takes|comes|gets|needs|works|goes|arrives|receives]',
      'to|will|can|could|would [apologies] for|again|sincerely|unreservedly|once|profusely',
      'to [apologies]',
    ],
    suggest: {
      to: [],
      sent: ['send'],
      forgot: ['forget'],
      returns: ['return'],
      apologies: ['apologise'],
      paid: ['pay'],
    },
    examples: {
      flag: ['Could you sent us a photo?', 'Please to include your name.', 'Please sign it and returns it.'],
      pass: ['Could you send us a photo?', 'All they could, sent by post, was this.', 'Please accept our apologies.'],
    },
  },
  {
    id: 'should-not-of',
    category: 'homophone',
    message: '“have”, not “of”, after should, could and would.',
    patterns: [
      'should|could|would|might|must not|never|also [of] been|had|sent|done|told|given|received|taken|spoken|happened|arrived|left|gone|charged|made|known|said',
      "shouldn't|couldn't|wouldn't|should|could|would|must|might [of] spoken|happened|left|gone|charged|made|said|reached|come",
    ],
    suggest: ['have'],
    examples: {
      flag: ['You should not of been charged.', 'It would never of happened.', 'This could of happened to us.'],
      pass: ['You should not have been charged.', 'You must, of course, sign it.'],
    },
  },
  {
    id: 'number-of-verb',
    category: 'agreement',
    message: 'The verb does not agree with its subject.',
    patterns: [
      'the|your|our|these|both two|three|four|five|2|3|4|5 !of @plural [was|is|has]',
      'the two|three|four|five|2|3|4|5 !of @plural [was|is|has]',
      'the|your documents|files|photos|forms|invoices attached|enclosed [is|was|has]',
      'the|your documents|files|photos|forms|invoices attached|enclosed|sent to|in|with|by your|the|our|you email|e-mail|letter|message|post [is|was|has]',
      '^ residents|customers|passengers|parents|visitors|guests|colleagues|engineers|orders|refunds|tickets|prices|items|goods [is|was|has]',
      "once|if|when|as|after|before|unless you [has|is|was|doesn't|hasn't|needs|wants]",
      'the rest|fee|balance|discount [remain]',
      "if|once|when|because this|that|the|your slot|date|time|price|item|size|colour|code|offer|appointment [don't|haven't|aren't|do|have]",
    ],
    suggest: {
      was: ['were'],
      is: ['are'],
      has: ['have'],
      remain: ['remains'],
      apply: ['applies'],
      "don't": ["doesn't"],
    },
    examples: {
      flag: ['The two front tyres was late.', 'The rest remain yours.', 'Residents has been told.'],
      pass: ['The two front tyres were late.', 'Does a fee apply?', 'A fee applies.', 'Residents have been told.'],
    },
  },
  {
    id: 'slip-in-phrase',
    category: 'grammar',
    message: 'The phrase is written otherwise.',
    patterns: [
      'in the [mean time]',
      'any other|further|more [question|query|concern|comment|detail] $',
      'any other|further|more [question|query|concern|comment|detail] or|please|about|regarding|do|feel|just',
      'read|go|went|going|look|looked|looking|get|got|put|been [trough] it|the|your|this|our|them|all|to|that|$',
      "[we'ill|i'ill|you'ill|they'ill|it'ill]",
      "airport|council|road|the|your|our|all [tax's|item's|order's|parcel's|refund's|ticket's|customer's|photo's|shoe's|fee's] of|is|are|were|have|will|for|to|from|and|in",
    ],
    suggest: { 'mean time': ['meantime'], question: ['questions'], trough: ['through'], "we'ill": ["we'll"] },
    examples: {
      flag: ['In the mean time, please wait.', 'If you have any other question, write to us.', 'We’ill pay for it.'],
      pass: [
        'In the meantime, please wait.',
        'If you have any other questions, write to us.',
        'The item’s price is fair.',
      ],
    },
  },
]
