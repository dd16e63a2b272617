/** Verb forms: base form after did and modals, participles after have and be, infinitives and -ing forms. */
import type { EnglishRule } from '../rule.js'

/** Rules of this family. */
export const verbFormRules: readonly EnglishRule[] = [
  {
    id: 'did-past',
    category: 'conjugation',
    message: 'After did, do and does (not) comes the base form.',
    patterns: [
      "didn't|doesn't|don't [@past|has|had|was]",
      'did|does|do not [@past|has|had|was]',
      'did|does|do you|we|i|they|he|she|it [@past]',
      "doesn't|didn't|don't [@third]",
      'does|did|do not [@third]',
      'does|did you|we|i|they|he|she|it [works|has|needs|arrives|contains|includes|requires|wants]',
    ],
    suggest: {
      received: ['receive'],
      has: ['have'],
      had: ['have'],
      sent: ['send'],
      works: ['work'],
      got: ['get'],
      arrived: ['arrive'],
    },
    examples: {
      flag: ['We did not received your message.', 'It doesn’t works.', 'When did you ordered it?'],
      pass: ['We did not receive it.', 'What we did was wrong.', 'He did, received a refund, and left.'],
    },
  },
  {
    id: 'modal-base',
    category: 'conjugation',
    message: 'After a modal verb comes the base form.',
    patterns: [
      "will|would|can|could|should|must|might|cannot|can't|won't|couldn't|wouldn't|shouldn't [@past]",
      'will|would|can|could|should|must|might not|also|then|now|soon|only [@past]',
      "can|should|would|could|must|might|cannot|can't|won't|couldn't|wouldn't [@third]",
      'we|you|they|i|it will|may [@past|has|gets|needs|receives|works]',
      "would|could|should|must|might|wouldn't|couldn't|shouldn't [of] been|had|sent|done|told|given|received|taken|checked|known|arrived",
    ],
    suggest: { sent: ['send'], received: ['receive'], has: ['have'], gets: ['get'], of: ['have'] },
    examples: {
      flag: ['We will sent you a label.', 'You can returned it.', 'It should works now.'],
      pass: ['We will send you a label.', 'It can be returned.', 'What you could, sent by post, do is this.'],
    },
  },
  {
    id: 'passive-participle',
    category: 'conjugation',
    message: 'The past participle is wanted here.',
    patterns: [
      'has|have|had been [@unfinished]',
      'has|have|had not|already|just|now been [@unfinished]',
      'will|can|to|should|must|not be [ship|send|deliver|dispatch|cancel|receive|resolve|refund|inform|repair]',
      'order|orders|item|items|parcel|parcels|it|they|product|products|goods|which|refund was|were|is|are [send|ship|deliver|dispatch|cancel|receive|resolve|refund]',
      'has|have|had been [took|gave|wrote|chose|forgot|broke|went|began]',
    ],
    suggest: {
      ship: ['shipped'],
      send: ['sent'],
      deliver: ['delivered'],
      cancel: ['cancelled'],
      dispatch: ['dispatched'],
      refund: ['refunded'],
      receive: ['received'],
      resolve: ['resolved'],
    },
    examples: {
      flag: ['Your order has been ship.', 'The items were send on Monday.', 'It will be deliver tomorrow.'],
      pass: ['Your order has been shipped.', 'All we did was send it.'],
    },
  },
  {
    id: 'perfect-participle',
    category: 'conjugation',
    message: 'After have comes the past participle.',
    patterns: [
      '^ i|we|they [seen|done|been]',
      '^ @determiner @thing [been]',
      'has|have|had [@onlyPast|send|dispatch|deliver|arrive|inform|apply|decide]',
      'have|has|had not|already|just|now|also|never [@onlyPast|send|receive|dispatch|deliver|arrive|check|ship]',
      'i|we|they|you|has|order have|has [receive|cancel|ship|forget|choose|begin|take|give|write]',
      '!to|not|will|would|should|could|may|might|must|cannot i|we|they have [ask|contact|send|receive]',
    ],
    suggest: {
      went: ['gone'],
      took: ['taken'],
      gave: ['given'],
      wrote: ['written'],
      chose: ['chosen'],
      send: ['sent'],
      receive: ['received'],
      ship: ['shipped'],
      forgot: ['forgotten'],
      spoke: ['spoken'],
    },
    examples: {
      flag: ['We have receive your return.', 'I have spoke to the team.', 'The courier has not deliver it.'],
      pass: ['We have received your return.', 'Have you a receipt?', 'I have spoken to the team.'],
    },
  },
  {
    id: 'to-infinitive',
    category: 'conjugation',
    message: 'After “to” comes the base form of the verb.',
    patterns: [
      'want|wanted|like|need|needed|able|unable|happy|sorry|try|trying|tried|pleased|going|wish|hope|hoping|has|had|order|decided|asked|you to [@past]',
      'want|wanted|like|need|needed|able|unable|try|trying|going|wish|hope to [has|gets|needs|knows|receives|sends|hearing|sending|receiving|helping]',
    ],
    suggest: { received: ['receive'], sent: ['send'], has: ['have'], informed: ['inform'] },
    examples: {
      flag: ['We want to informed you.', 'You need to returned the item.', 'I am unable to found it.'],
      pass: ['We want to inform you.', 'This applies to returned items.', 'We are used to hearing it.'],
    },
  },
  {
    id: 'forward-to-hearing',
    category: 'conjugation',
    message: 'After “look forward to” comes the -ing form.',
    patterns: [
      'look|looking|looks forward to [hear|receive|see|meet|welcome|serve|assist|read|have|be|get|resolve|help]',
      'look|looking forward [hearing|for|of|seeing|receiving|serving]',
    ],
    suggest: { hear: ['hearing'], receive: ['receiving'], see: ['seeing'], hearing: ['to hearing'], for: ['to'] },
    examples: {
      flag: [
        'I look forward to hear from you.',
        'We are looking forward to receive it.',
        'Looking forward hearing from you.',
      ],
      pass: ['I look forward to hearing from you.', 'We look forward to your help.', 'We look forward to the meeting.'],
    },
  },
  {
    id: 'thank-you-for-doing',
    category: 'conjugation',
    message: 'After “for” comes the -ing form.',
    patterns: [
      'thank you for [contact|write|reach|choose|wait|inform|let|bring|give|take|get|send|shop|order] us|our|to|out|you|in|this|me|the|with',
      'thanks for [contact|write|reach|choose|wait|inform|let|bring|give|take|get|send] us|our|to|out|you|in|this|me|the',
      'thank you [to] contact|contacting|write|choose|shop|choosing|writing',
      'sorry|apologise|apologize for [keep|send|give|make|let|take] you|the|this|it',
    ],
    suggest: {
      contact: ['contacting'],
      write: ['writing'],
      reach: ['reaching'],
      choose: ['choosing'],
      to: ['for'],
      wait: ['waiting'],
    },
    examples: {
      flag: ['Thank you for contact us.', 'Thank you to contact our team.', 'Sorry for keep you waiting.'],
      pass: ['Thank you for contacting us.', 'Thank you for your order.', 'Thanks for the contact details.'],
    },
  },
  {
    id: 'missing-to',
    category: 'grammar',
    message: '“to” is missing.',
    patterns: [
      'would like [@missingTo]',
      'able|unable [send|refund|help|find|process|locate|offer|provide|resolve|deliver|ship|give|confirm|accept|contact]',
      'sorry|happy|pleased|delighted [hear|inform|help|assist|confirm]',
      'need|want|wish [inform|check|contact|apologise|apologize|return|send] you|us|the|your|it|for',
      'going [send|refund|replace|check|contact|cancel]',
    ],
    suggest: {},
    examples: {
      flag: ['We would like apologise for this.', 'We are unable find your order.', 'I am sorry hear that.'],
      pass: ['We would like to apologise.', 'We need check-in times.', 'I am happy to help.'],
    },
  },
  {
    id: 'superfluous-to',
    category: 'grammar',
    message: 'No “to” here.',
    patterns: [
      'please [to] contact|call|send|find|confirm|let|provide|return|check|see|note|inform|reply|advise|be|give|allow|contact|visit|use|click',
      'can|could|should|must|will|would|might|cannot [to] be|send|get|have|contact|return|help|find|see|do|check|receive|make|give|offer',
      'suggest|suggested|suggesting you [to] contact|try|check|return|send|visit|call|use|read|follow|update|restart|choose|order',
      'let|make us|me|you|them [to] know|check|see|wait|help',
      'inform|informed|informing|advise|contact|contacted|tell|told|answer|answered|call|called [to] you|us|me|him|her|them|our',
    ],
    suggest: {},
    examples: {
      flag: ['Please to send us a photo.', 'You can to return it.', 'We suggest you to try again.'],
      pass: ['Please send us a photo.', 'We are pleased to send it.', 'This is the best we could, to be honest.'],
    },
  },
  {
    id: 'be-with-verb',
    category: 'grammar',
    message: 'A full verb needs no “be” before it.',
    patterns: [
      'i|we am|are [agree|apologise|apologize|regret|hope|want|need|know|thank|think|understand|believe|send|receive|confirm]',
      'i|we am|are not|also|sincerely|deeply [agree|apologise|apologize|regret|understand|believe]',
      "we|they|you|i are|am|was|were [didn't|don't|have]",
    ],
    suggest: {},
    examples: {
      flag: ['I am agree with you.', 'We are apologise for this.', 'We are hope you like it.'],
      pass: ['I agree with you.', 'We are in agreement.', 'We are, I hope, on time.'],
    },
  },
  {
    id: 'negation-doubled',
    category: 'grammar',
    message: 'One negation is enough.',
    patterns: [
      "not|don't|didn't|doesn't|haven't|hasn't|won't|can't|cannot have|has|receive|received|see|find|get|got|need|any [no|nothing|none|nobody]",
    ],
    suggest: { no: ['any'], nothing: ['anything'], none: ['any'], nobody: ['anybody'] },
    examples: {
      flag: ['We don’t have no stock left.', 'I did not receive nothing.'],
      pass: ['We have no stock left.', 'I received nothing.'],
    },
  },
]
