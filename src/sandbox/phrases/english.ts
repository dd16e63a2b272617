/** What invented brands write in English. Written for the sandbox alone. */
import type { LetterPhrases } from './french-letter.js'

/** Sentences on the expected points of the English scenario. */
export const ENGLISH_POINTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'question-in-english': {
    'shipping-abroad': [
      'Yes, we do deliver to Ireland and to most of Europe.',
      'We are happy to ship to the United Kingdom and to Ireland.',
      'International orders are welcome: we send parcels to all European countries.',
      'Delivery to Ireland is certainly possible.',
    ],
    cost: [
      'The delivery charge is {price}.',
      'Shipping costs {price} per parcel.',
      'Postage is free for orders above 120 euros.',
      'We charge {price} for delivery there.',
    ],
    time: [
      'Your parcel will arrive within {d} working days.',
      'Please allow {d} to 12 working days.',
      'It usually takes {d} business days.',
      'You can expect it in about {d} days.',
    ],
    payment: [
      'We accept all major credit cards, foreign ones included.',
      'You may pay by Visa, Mastercard or PayPal.',
      'Payment by PayPal is fine, and so are cards issued abroad.',
      'Foreign cards are accepted, as is PayPal.',
    ],
  },
}

/** How an answer restates what was asked. */
export const ENGLISH_REFORMULATIONS: Readonly<Record<string, readonly string[]>> = {
  'question-in-english': [
    'You would like to know whether we deliver outside France.',
    'You are asking about our international delivery and its conditions.',
  ],
}

/** English letters. */
export const ENGLISH_LETTER: LetterPhrases = {
  greetingByName: [
    'Dear {title} {last},',
    'Dear {first},',
    'Hello {first},',
    'Good morning {title} {last},',
    'Hi {first},',
  ],
  greetingPlain: ['Hello,', 'Dear customer,', 'Dear Sir or Madam,', 'Good morning,'],
  thanks: [
    'Thank you for your message.',
    'Thank you for getting in touch with {brand}.',
    'Many thanks for your e-mail and for your interest in our brand.',
    'Thanks for writing to us.',
  ],
  empathy: ['We apologise for the inconvenience.', 'I am very sorry to hear this.'],
  deflection: [
    'For this kind of request, please call our customer service on {phone}.{+contact}',
    'You will find all the answers in the help section of our website.',
    'Please fill in the contact form on our website.',
    'This address does not handle such requests; please contact the relevant department.',
  ],
  recognition: [
    'I have found your previous message and the answer we sent you.',
    'As we wrote in our earlier reply, your request is being dealt with.',
  ],
  ignorance: [
    'Could you please explain your request in detail?',
    'We cannot find any earlier request under your name.',
  ],
  contact: [
    'You can reach me directly on {phone}.',
    'Please reply to this e-mail if anything remains unclear.',
    'If you need anything else, call me on {phone} or simply answer this message.',
  ],
  courtesy: ['Kind regards,', 'Best regards,', 'Yours sincerely,', 'With our best wishes,', 'Have a lovely day,'],
  signaturePerson: ['{agent}\nCustomer Care, {brand}', '{agent}\nClient Advisor\n{brand}', '{agent}\n{brand}'],
  signatureTeam: ['The {brand} team', 'Customer Service\n{brand}', '{brand} Customer Care'],
  personal: [
    'How kind of you to think of us all the way from {city}!',
    'Until you leave {city}, our French delivery terms apply as well.',
  ],
  canned: [
    'Your satisfaction is our priority and we do our utmost to offer you the best possible service.',
    'At {brand}, every customer matters and our teams work hard every day to meet your expectations.',
  ],
  agents: ['Emma Whitfield', 'Oliver Harding', 'Sophie Delcourt', 'James Okafor', 'Laura Mercier', 'Daniel Price'],
}
