/** Signs in words, for those who ask why a message was taken for what it is. */
import type { Texts } from '../../../domain/language.js'
import type { SpeechAct } from './speech-acts.js'

const ACTS: Readonly<Record<SpeechAct, Texts>> = {
  receipt: { fr: 'confirme une réception', en: 'confirms receipt' },
  promise: { fr: 'promet une réponse', en: 'promises an answer' },
  automation: { fr: 'dit être automatique', en: 'says to be automatic' },
  pointer: { fr: 'renvoie à un suivi, une aide, des horaires', en: 'points to tracking, help, opening hours' },
  absence: { fr: 'annonce une absence', en: 'announces an absence' },
  challenge: { fr: 'demande de se faire reconnaître', en: 'asks the sender to identify' },
  survey: { fr: 'demande un avis', en: 'asks for an opinion' },
  promotion: { fr: 'vend', en: 'sells' },
  transaction: { fr: 'parle de commande, compte ou paiement', en: 'tells of an order, account or payment' },
  forwarding: { fr: 'annonce un transfert ou une clôture', en: 'announces a transfer or closing' },
  elsewhere: { fr: 'dit où se trouve la réponse', en: 'says where the answer is' },
  reading: { fr: 'confirme une lecture', en: 'confirms that a mail was displayed' },
  answer: { fr: 'dit quelque chose de précis', en: 'says something of substance' },
  question: { fr: 'pose une question', en: 'asks a question' },
  refusal: { fr: 'refuse', en: 'refuses' },
  chatter: { fr: 'salue ou remercie', en: 'greets or thanks' },
  echo: { fr: 'répète la demande', en: 'repeats the request' },
  stranger: { fr: 'parle d’autre chose', en: 'speaks of something else' },
}

const PLACES: readonly (readonly [RegExp, (act: Texts) => Texts])[] = [
  [/^most:/, ({ fr, en }) => ({ fr: `une phrase ${fr}`, en: `a sentence ${en}` })],
  [/^sum:/, ({ fr, en }) => ({ fr: `plusieurs phrases : ${fr}`, en: `several sentences: ${en}` })],
  [/^share:/, ({ fr, en }) => ({ fr: `presque tout ${fr}`, en: `nearly all of it ${en}` })],
  [/^first:/, ({ fr, en }) => ({ fr: `la première phrase ${fr}`, en: `the first sentence ${en}` })],
  [/^last:/, ({ fr, en }) => ({ fr: `la dernière phrase ${fr}`, en: `the last sentence ${en}` })],
  [/^subject-act:/, ({ fr, en }) => ({ fr: `l’objet ${fr}`, en: `the subject ${en}` })],
  [/^notice-(most|sum|share|first|last):/, ({ fr, en }) => ({ fr: `une mention ${fr}`, en: `a notice ${en}` })],
]

const HEADS: readonly (readonly [RegExp, Texts])[] = [
  [/^header:|^signal/, { fr: 'en-tête', en: 'header' }],
  [/^subject[:-]/, { fr: 'objet', en: 'subject' }],
  [/^sender/, { fr: 'expéditeur', en: 'sender' }],
  [/^(first-)?rule:/, { fr: 'règle', en: 'rule' }],
  [/^(notice-)?pattern:/, { fr: 'tournure connue', en: 'known turn of phrase' }],
  [/^html/, { fr: 'mise en page', en: 'layout' }],
  [/^words|^sentences|^links/, { fr: 'longueur', en: 'length' }],
  [/^answers\d|^receipts\d/, { fr: 'ensemble des phrases', en: 'all sentences together' }],
]

/** A sign in words; its own name stands behind what sort it is where there are no better ones. */
export function signInWords(sign: string): Texts {
  const act = ACTS[sign.slice(sign.indexOf(':') + 1) as SpeechAct]
  const place = PLACES.find(([pattern]) => pattern.test(sign))
  if (act && place) return place[1](act)
  const head = HEADS.find(([pattern]) => pattern.test(sign))?.[1]
  return head ? { fr: `${head.fr} (${sign})`, en: `${head.en} (${sign})` } : { fr: sign, en: sign }
}
