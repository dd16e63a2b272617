/** Nouns and articles: uncountable nouns, articles before plurals, missing apostrophes in contractions. */
import type { EnglishRule } from '../rule.js'

/** Rules of this family. */
export const nounRules: readonly EnglishRule[] = [
  {
    id: 'uncountable-plural',
    category: 'grammar',
    message: 'This noun has no plural.',
    patterns: [
      '[informations|equipments|furnitures|luggages|softwares|hardwares|correspondences|knowledges|staffs|feedbacks|patiences|stuffs]',
      '!remittance|payment|delivery|credit|debit|shipping [advices]',
    ],
    suggest: {
      informations: ['information'],
      advices: ['advice'],
      feedbacks: ['feedback'],
      equipments: ['equipment'],
      furnitures: ['furniture'],
      softwares: ['software'],
      luggages: ['luggage'],
      staffs: ['staff'],
    },
    examples: {
      flag: ['Here are the informations you asked for.', 'Thank you for your advices.'],
      pass: ['Here is the information you asked for.', 'Two remittance advices were sent.'],
    },
  },
  {
    id: 'uncountable-article',
    category: 'grammar',
    message: 'This noun takes neither a/an nor many.',
    patterns: [
      '[a|an] information|advice|feedback|equipment|furniture|luggage $',
      '[a|an] information|advice|feedback|equipment|furniture about|on|from|regarding|that|to|for|we|you',
      '[many|several|these|those|few] information|advice|feedback|equipment|luggage $',
      '[many|several|these|those|few] information|advice|feedback|equipment about|on|from|regarding|that|to|for|is|are',
    ],
    suggest: { a: ['some'], an: ['some'], many: ['much'] },
    examples: {
      flag: ['We need an information about your order.', 'Thank you for these feedback.'],
      pass: ['This is an information desk.', 'Fill in a feedback form.', 'We need some information about it.'],
    },
  },
  {
    id: 'much-many',
    category: 'grammar',
    message: '“many” goes with plurals, “much” with what cannot be counted.',
    patterns: [
      '[much] @plainPlural',
      'too|so|how|as|very [many] money|time|information|patience|help|trouble|advice $',
    ],
    suggest: { much: ['many'], many: ['much'] },
    examples: {
      flag: ['We receive so much emails and much products.', 'Sorry for taking so many time.'],
      pass: ['We receive many emails.', 'It takes so much time.', 'Thank you very much, customers.'],
    },
  },
  {
    id: 'missing-apostrophe',
    category: 'spelling',
    message: 'An apostrophe is missing.',
    patterns: [
      '[dont|doesnt|didnt|couldnt|wouldnt|shouldnt|isnt|wasnt|arent|werent|havent|hasnt|hadnt|youre|youve|youll|weve|theyre|theyve|thats|whats|heres|theres|ive|im]',
      '!my|your|his|her|its|their|our|as|a|his [wont]',
      '[cant] be|find|get|see|offer|refund|send|wait|guarantee|do|help|access|log|give|accept|process|remember|use|have|tell|change|return|make|confirm|take|cancel',
    ],
    suggest: {
      dont: ['don’t'],
      wont: ['won’t'],
      cant: ['can’t'],
      didnt: ['didn’t'],
      doesnt: ['doesn’t'],
      isnt: ['isn’t'],
      youre: ['you’re'],
      ive: ['I’ve'],
      im: ['I’m'],
      thats: ['that’s'],
      havent: ['haven’t'],
      hasnt: ['hasn’t'],
    },
    examples: {
      flag: ['We dont deliver on Sundays.', 'It wont be charged.', 'We cant find it.'],
      pass: ['We don’t deliver on Sundays.', 'As is his wont, he called.'],
    },
  },
  {
    id: 'an-before-vowel',
    category: 'grammar',
    message: '“an” before a vowel sound, “a” before a consonant sound.',
    patterns: [
      '[a] order|item|email|e-mail|address|issue|error|apology|update|agent|engineer|account|answer|exchange|invoice|hour|honest|investigation|appointment|alternative|additional|extra|urgent|email|explanation|offer|option|old|empty|electronic|online|open|early|easy|incorrect|incident|internal|immediate|official|original|important|enquiry|inquiry|adapter|adaptor|app|escalation|estimate|evening|inconvenience|independent|employee|electrician|unexpected|unusual|unfortunate|upgrade|understanding|outstanding|overcharge|oversight|attempt|amount|american|english',
      '[an] refund|replacement|parcel|product|customer|full|new|voucher|delivery|delay|problem|mistake|payment|receipt|message|courier|store|user|unique|unit|useful|one|european|uniform|union|universal|usual|year|week|month|day|copy|code|card|credit|discount|different|better|small|large|big|free|faulty|technical|return|letter|number|photo|picture|solution|similar|second|few|great|good|goodwill|partial|prepaid|link|label|manager|member|colleague|call|complaint|claim|case|charge|box|battery|bank|bit|longer|lot|reply|response|request',
    ],
    suggest: { a: ['an'], an: ['a'] },
    examples: {
      flag: ['We made a error.', 'You will get an refund.', 'Please wait a hour.', 'It is an unique offer.'],
      pass: [
        'You get a refund within an hour.',
        'It is a unique offer from a European shop.',
        'This is an honest mistake.',
      ],
    },
  },
]
