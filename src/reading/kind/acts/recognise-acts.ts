/** What each sentence of a letter does, and how much of the letter answers rather than confirms and promises. */
import { anyOf, type PatternTest } from '../../any-of.js'
import { sentenceLeaning } from '../classifier.js'
import type { Act, ActPatterns } from './act.js'
import { fold } from './act.js'
import { ENGLISH_ACTS } from './english.js'
import { FRENCH_ACTS } from './french.js'
import { OTHER_ACTS } from './other-languages.js'
import { sentencesOf, withoutEcho } from './sentences.js'

/** Order in which acts are looked for: the telling ones first, `answer` only where nothing else fits. */
const ORDER: readonly Act[] = [
  'challenge',
  'absence',
  'survey',
  'promise',
  'receipt',
  'thanks',
  'automation',
  'promotion',
  'service-information',
  'greeting',
  'closing',
  'answer',
]

/** Every table of patterns. */
export const ACT_TABLES: readonly ActPatterns[] = [...FRENCH_ACTS, ...ENGLISH_ACTS, ...OTHER_ACTS]

const BY_ACT: ReadonlyMap<Act, PatternTest> = new Map(
  ORDER.map((act) => [act, anyOf(ACT_TABLES.filter((table) => table.act === act).flatMap(({ patterns }) => patterns))]),
)

/** A sentence and what it does; null where no pattern fits. */
export interface SentenceAct {
  readonly sentence: string
  readonly act: Act | null
  /** True where it also says that a program wrote it. */
  readonly automatic: boolean
  /** Positive: speaks like an answer; negative: like a receipt. About −3 to 3. */
  readonly leaning: number
}

/** A house that declines to deal with something answers, though it speaks of dealing with requests. */
const DECLINES =
  /\b(nous|je|on) ne (les |vous |la |le )?(traitons|pouvons|peux|peut|repondons|prenons|assurons|proposons|donnons|sommes|acceptons)( malheureusement| donc)? (pas|plus|aucun)\b(?![^.]{0,40}(immediat|tout de suite|dans l'immediat))|\b(we|i) (do not|don't|cannot|can't|are unable to|are not able to|no longer|are sorry that we cannot) (deal|handle|answer questions|process|help|offer|accept|give|take|discuss|provide)\b(?![^.]{0,40}(immediately|straight away|individually))/

/** What was asked for is done: more than the arrival of a request. */
const DONE =
  /\b(votre|ton|ta|vos) (abonnement|annulation|resiliation|modification|changement|desinscription|inscription|reservation|nouvelle adresse|adresse|rendez-vous|option)\b[^.]{0,60}\b(a|ont) (bien )?ete (bien )?(pris|enregistr|effectu|realis|annul|modifi|valid)|\byour (cancellation|change|new address|address|subscription|booking|reservation|appointment)\b[^.]{0,60}\b(has|have) (now |already )?been (made|processed|updated|changed|cancelled|confirmed|amended)/

/** Whoever was asked has said something: "transmis à notre dépôt, qui me confirme que …". */
const REPORTS =
  /\b(qui|il|elle|ils|elles|on) (me |nous |m'|vous )(a |ont |avait )?(confirm|indiqu|precis|inform|assur|repond|rapport|signal)[a-z]{0,5} (que |qu')|\b(who|they|he|she) (has |have )?(tells?|told|confirm(s|ed)?|says?|said|advise[sd]?|inform(s|ed)?) (me |us |you )?that\b/

/** Goods that arrived are news for the customer; only a message that arrived is a receipt. */
const GOODS_ARRIVED =
  /\bvotre (retour|col+is|article|paiement|commande|produit|virement|cheque|renvoi)\b[^.]{0,40}(recu|reception|enregistr|parvenu|arriv)|\bvotre (remboursement|virement|avoir|renvoi) (est|a ete)\b|\byour (return|parcel|item|payment|cheque|package) (has|have|was|is)\b[^.]{0,30}(received|arrived|reached|registered|logged)|\b(recu|receptionne|recupere|encaisse|received|got) (votre|vos|your) (retour|colis|article|paiement|produit|virement|cheque|return|parcel|item|payment|cheque|package)s?\b|\bvous ne (recevrez|serez|aurez) (plus|pas)\b(?![^.]{0,40}(reponse|confirmation))|\byou (won't|will not|will no longer) (receive|be (charged|billed))\b(?![^.]{0,40}(reply|response|answer))/

function matches(act: Act, folded: string): boolean {
  return BY_ACT.get(act)!(folded)
}

/** Above this many words, a sentence that confirms may answer in its other half. */
const LONG_SENTENCE_WORDS = 16

/** What stands behind the thanks in one sentence: "Merci de votre message, le colis part demain." */
const BEHIND_THANKS = /^.{8,160}?(?:[,!]| et | mais | and | but )\s*(\S+(?: \S+){2,})$/s

function wordsIn(folded: string): number {
  return folded.split(/[^\p{L}\p{N}']+/u).length
}

function actBehindThanks(sentence: string, folded: string): SentenceAct | null {
  const rest = BEHIND_THANKS.exec(folded)?.[1]
  // What was set before the comma may only say when or how the customer wrote.
  if (rest === undefined || matches('thanks', rest)) return null
  const act = ORDER.find((candidate) => candidate !== 'thanks' && matches(candidate, rest)) ?? null
  if (act === null || act === 'closing' || act === 'greeting') return null
  return { sentence, act, automatic: false, leaning: act === 'answer' ? 2.5 : 0 }
}

/** What follows a "but" in a sentence that confirms or promises: "Je transmets à ma collègue, mais nous ne recrutons pas." */
const BEHIND_BUT = /^.{8,160}?,? (?:mais|cependant|toutefois|en revanche|but|however),? (\S+(?: \S+){2,})$/s

function answersBehindBut(folded: string, absent: boolean): boolean {
  const rest = BEHIND_BUT.exec(folded)?.[1]
  if (rest === undefined || (absent && ASKS_ELSEWHERE.test(rest))) return false
  return ORDER.find((candidate) => matches(candidate, rest)) === 'answer'
}

/** What stands behind a "Bien reçu," or "Got it:" that opens a sentence, which says what the writer does about it. */
const BEHIND_RECEIVED =
  /^[\s>*-]*(?:(?:c'est |message )?bien (?:recu|note)|(?:message |well )?received|got it|noted)[,;:! -]{1,4}(?:(?:merci|thanks|thank you)[,;:!. -]{1,4})?((?!votre |vos |ta |ton |your )\S+(?: \S+){2,})$/s

const EXCUSES = /\b(desolee?s?|navree?s?|excus(es?|er)|sorry|apolog(y|ies|i[sz]e))\b/

/** The act behind an opening "received": an answer or a promise; null where it only goes on receiving. */
function actBehindReceived(sentence: string, folded: string): SentenceAct | null {
  const rest = BEHIND_RECEIVED.exec(folded)?.[1]
  if (rest === undefined) return null
  const act = ORDER.find((candidate) => matches(candidate, rest))
  if (act !== 'answer' && act !== 'promise') return null
  // An excuse alone answers little: with a promise beside it the letter is still a receipt.
  const leaning = act === 'promise' ? 0 : EXCUSES.test(rest) ? 1 : 2.5
  return { sentence, act, automatic: false, leaning }
}

/** Behind the "but" of a note of absence: whom to ask instead. */
const ASKS_ELSEWHERE =
  /\b(contact|join(dre|ignez)|adress|appel|ecri|urgen|call|reach|e-?mail|mail|write|ring|consult|messag|repon|answer|reply|team|equipe|collegue|colleague)/

function actOf(sentence: string): SentenceAct {
  const folded = fold(sentence)
  const act =
    DECLINES.test(folded) || GOODS_ARRIVED.test(folded) || DONE.test(folded) || REPORTS.test(folded)
      ? 'answer'
      : (ORDER.find((candidate) => matches(candidate, folded)) ?? null)
  const automatic = act !== 'automation' && matches('automation', folded)
  if (act === 'answer') return { sentence, act, automatic, leaning: 2.5 }
  if (act === 'thanks') return actBehindThanks(sentence, folded) ?? { sentence, act, automatic, leaning: 0 }
  if ((act === 'receipt' || act === 'promise' || act === 'absence') && answersBehindBut(folded, act === 'absence'))
    return { sentence, act: 'answer', automatic, leaning: 2.5 }
  if (act === 'receipt') {
    const behind = actBehindReceived(sentence, folded)
    if (behind) return { ...behind, automatic }
  }
  if ((act === 'receipt' || act === 'closing') && wordsIn(folded) > LONG_SENTENCE_WORDS && matches('answer', folded)) {
    const leaning = sentenceLeaning(sentence)
    return { sentence, act: leaning > 1 ? 'answer' : act, automatic, leaning }
  }
  if (act === 'service-information' && wordsIn(folded) > LONG_SENTENCE_WORDS) {
    // The main clause tells, and only what hangs on it points to the house's pages.
    const head = folded.slice(0, folded.indexOf(','))
    if (wordsIn(head) > 6 && ORDER.find((candidate) => matches(candidate, head)) === 'answer')
      return { sentence, act: 'answer', automatic, leaning: 2.5 }
  }
  // A few words with a link point elsewhere.
  if (act === null && /https?:\/\//.test(folded) && wordsIn(folded) < 20) {
    return { sentence, act: 'service-information', automatic, leaning: 0 }
  }
  return { sentence, act, automatic, leaning: act === null ? sentenceLeaning(sentence) : 0 }
}

/** What a letter does. */
export interface LetterActs {
  readonly sentences: readonly SentenceAct[]
  /** Sentences of each act. */
  readonly count: Readonly<Record<Act, number>>
  /** How strongly it answers: about 2.5 for each plain sentence of an answer, less or nothing for others. */
  readonly answering: number
  /** Sum of what the classifier says of sentences that no pattern knows; below −2 they sound like a receipt. */
  readonly unknownLeaning: number
  /** Sentences that no pattern knows and that do not sound like a receipt: content of some sort. */
  readonly content: number
  readonly words: number
}

/** First sentence of an act, shortened, for the clue. */
export function firstOf(acts: LetterActs, ...wanted: readonly Act[]): string {
  const found = acts.sentences.find(({ act }) => act !== null && wanted.includes(act))
  return (found?.sentence ?? '').replace(/\s+/g, ' ').slice(0, 120)
}

/** Recognises the acts of a letter's new text. */
export function recogniseActs(text: string): LetterActs {
  const sentences = sentencesOf(withoutEcho(text)).map(actOf)
  const count = Object.fromEntries(ORDER.map((act) => [act, 0])) as Record<Act, number>
  let answers = 0
  let unknown = 0
  let unknownLeaning = 0
  let content = 0
  for (const { act, automatic, leaning, sentence } of sentences) {
    if (automatic) count.automation += 1
    if (act !== null) count[act] += 1
    if (act === 'answer') answers += leaning
    else if (act === null && sentence.split(/\s+/).length >= 4) {
      unknown += Math.max(-1, Math.min(1.2, leaning))
      unknownLeaning += Math.max(-3, Math.min(3, leaning))
      if (leaning > -1 && wordsIn(fold(sentence).replace(/[^\p{L}\s]/gu, '')) >= 5) content += 1
    }
  }
  const words = text.split(/[^\p{L}\p{N}'’]+/u).filter((word) => word !== '').length
  // Sentences that sound like a receipt outweigh doubtful ones, never a plain answer.
  return { sentences, count, answering: answers + Math.max(0, unknown), unknownLeaning, content, words }
}
