/** Subject and verb, determiner and noun, in the sentences of letters. Collective nouns (team, staff) are left alone: British usage. */
import type { EnglishRule } from '../rule.js'

const CLAUSE =
  'that|because|since|but|confirm|unfortunately|as|hope|however|sure|know|see|afraid|today|yet|once|when|if|until|while|where|why|note'

/** Rules of this family. */
export const agreementRules: readonly EnglishRule[] = [
  {
    id: 'plural-pronoun-verb',
    category: 'agreement',
    message: 'After we, you and they the verb takes no -s.',
    patterns: [
      "!of|between|for|to|with|from|what|all|about we|you|they [has|was|is|hasn't|wasn't|isn't|doesn't]",
      '!of|with|give|gives|gave|to|for|what we|i|they [@thirdOnly]',
    ],
    suggest: {
      has: ['have'],
      was: ['were'],
      is: ['are'],
      "hasn't": ["haven't"],
      "wasn't": ["weren't"],
      "isn't": ["aren't"],
      "doesn't": ["don't"],
      does: ['do'],
    },
    examples: {
      flag: [
        'We has received your letter.',
        'They was sent yesterday.',
        'We understands your disappointment.',
        'You was charged twice.',
      ],
      pass: [
        'We have received your letter.',
        'Each of you has a code.',
        'The team you need is away.',
        'Our help for you is free.',
      ],
    },
  },
  {
    id: 'singular-pronoun-verb',
    category: 'agreement',
    message: 'After he, she and it the verb takes an -s.',
    patterns: [
      "!did|does|do|will|would|can|could|should|may|might|must|let|make|makes|made|see|had|have|has|and|to|or it|he|she [have|don't|haven't|do]",
      '!and|or|that it|he|she [are]',
      '^ it|he|she [@baseOnly]',
      'but|because it|he|she [@baseOnly]',
      "!and|or|nor i [has|is|are|doesn't|hasn't]",
    ],
    suggest: {
      have: ['has'],
      "don't": ["doesn't"],
      "haven't": ["hasn't"],
      do: ['does'],
      are: ['is'],
      has: ['have'],
      need: ['needs'],
      seem: ['seems'],
      look: ['looks'],
      require: ['requires'],
      contain: ['contains'],
      include: ['includes'],
      appear: ['appears'],
      want: ['wants'],
      arrive: ['arrives'],
    },
    examples: {
      flag: ['It have been sent.', 'It seem that the box was lost.', 'She don’t work here now.', 'I has checked it.'],
      pass: ['Does it have a cable?', 'We made it look new.', 'My colleague and I are sorry.', 'It has been sent.'],
    },
  },
  {
    id: 'singular-subject-verb',
    category: 'agreement',
    message: 'The subject is singular.',
    patterns: [
      "^ @determiner @thing [have|are|were|haven't|aren't|weren't|don't]",
      `${CLAUSE} @determiner @thing [have|are|haven't|aren't|don't]`,
      "^ this|each|every|another @thing [have|are|were|don't]",
      "^ @determiner @person [have|were|are|don't|haven't|aren't]",
    ],
    suggest: {
      have: ['has'],
      are: ['is'],
      were: ['was'],
      "haven't": ["hasn't"],
      "aren't": ["isn't"],
      "weren't": ["wasn't"],
      "don't": ["doesn't"],
    },
    examples: {
      flag: [
        'Your order have been sent.',
        'We see that your refund have been processed.',
        'This item are out of stock.',
      ],
      pass: [
        'Your order has been sent.',
        'Your order and your refund are complete.',
        'Items in your order have been sent.',
        'Does your order have a number?',
      ],
    },
  },
  {
    id: 'plural-subject-verb',
    category: 'agreement',
    message: 'The subject is plural.',
    patterns: [
      "^ @determiner|these|those|both|all|some|other @plural [is|was|has|hasn't|wasn't|isn't|doesn't]",
      `${CLAUSE} @determiner|these|those|both|all|some|other @plural [is|was|has|hasn't|wasn't|isn't|doesn't]`,
      `the|both|your|our|these|those two|three|four|2|3|4|other|missing|remaining|following|new|faulty @plural [is|was|has|hasn't|wasn't|isn't]`,
    ],
    suggest: {
      is: ['are'],
      was: ['were'],
      has: ['have'],
      "hasn't": ["haven't"],
      "wasn't": ["weren't"],
      "isn't": ["aren't"],
      "doesn't": ["don't"],
    },
    examples: {
      flag: ['Your items has been shipped.', 'I can confirm that the goods was returned.', 'The two parcels is late.'],
      pass: ['Your items have been shipped.', 'The price of your items is low.', 'One of the orders was late.'],
    },
  },
  {
    id: 'there-is-plural',
    category: 'agreement',
    message: 'Several things follow: “there are”.',
    patterns: [
      'there [is|was|has] several|many|multiple|various|few|two|three|four|five|2|3|4|5',
      'there [is|was] some|no|other|any|also|currently @plural',
      'there [are|were] a|an|one @thing',
      'there [are|were] a|an problem|issue|delay|mistake|error|fault|shortage|mix-up',
    ],
    suggest: { is: ['are'], was: ['were'], has: ['have'], are: ['is'], were: ['was'] },
    examples: {
      flag: ['There is several reasons for this.', 'There was no items in the box.', 'There are a problem with it.'],
      pass: [
        'There are several reasons.',
        'There is no item like it.',
        'There is a problem.',
        'There are a few items left.',
      ],
    },
  },
  {
    id: 'this-these',
    category: 'agreement',
    message: '“this” and “that” take a singular, “these” and “those” a plural.',
    patterns: [
      '[this] @plainPlural',
      'all [this|that] @plainPlural',
      '[these|those] @thing is|was|has|will',
      '[these|those] @thing $',
      '[these|those] kind|type|sort of',
    ],
    suggest: { this: ['these'], that: ['those'], these: ['this'], those: ['that'] },
    examples: {
      flag: ['We no longer sell this products.', 'Please return these item.', 'Those parcel was lost.'],
      pass: ['We no longer sell these products.', 'These order numbers are wrong.', 'This product’s box is damaged.'],
    },
  },
  {
    id: 'number-noun',
    category: 'agreement',
    message: 'After this number or quantity the noun is plural.',
    patterns: [
      'two|three|four|five|several|many|few|both|various|2|3|4|5|6|7|8|9|10 [item|product|parcel|refund|voucher|payment|email|question|delivery|order|replacement|invoice|customer|ticket|message] $',
      'two|three|four|five|several|many|both|various|2|3|4|5|6|7|8|9|10 [item|product|parcel|refund|voucher|payment|email|question|order|invoice|customer|ticket|message|day|week|month|hour] is|are|was|were|has|have|in|from|to|ago|that|which|and|after|before|later',
      'within two|three|four|five|several|2|3|4|5|6|7|8|10|14|28|30 [day|week|month|hour] $',
      '@number|few|several working|business [day]',
    ],
    suggest: {
      day: ['days'],
      week: ['weeks'],
      month: ['months'],
      hour: ['hours'],
      item: ['items'],
      product: ['products'],
      parcel: ['parcels'],
      refund: ['refunds'],
      voucher: ['vouchers'],
      payment: ['payments'],
      email: ['emails'],
      question: ['questions'],
      delivery: ['deliveries'],
      order: ['orders'],
    },
    examples: {
      flag: ['You ordered two item.', 'Please allow 5 working day.', 'It was sent two week ago.'],
      pass: ['You ordered two items.', 'We offer two day delivery.', 'It is a five order minimum.'],
    },
  },
  {
    id: 'one-of-plural',
    category: 'agreement',
    message: 'After “one of our” the noun is plural.',
    patterns: [
      'one|some|many|most|each of our|the|your|these|those|my [@thingOrPerson] $',
      'one|some|many|each of our|the|your|these|those|my [@thingOrPerson] is|will|has|was|who|to|would|can|in|at|have|are',
      'each|every|another|a|one [@plainPlural] is|was|has|will|for|from|that|which',
      'each|every|another|a|one [@plainPlural] $',
    ],
    suggest: [],
    examples: {
      flag: ['One of our agent will call you.', 'Every customers is welcome.', 'One of your item is missing.'],
      pass: ['One of our agents will call you.', 'Every customer is welcome.'],
    },
  },
]
