/** Finds the words that decide whether a letter solves, puts off or sends the customer away, sentence by sentence. */

import { findAny, findFirst, type Place } from '../../text/find.js'
import { remember } from '../../text/remember.js'
import { type Sentence, splitClauses, splitSentences } from '../../text/sentences.js'
import { findActs, refersElsewhere } from './acts.js'
import { DEFLECTED_EN, DONE_EN, INFORMED_EN, PENDING_EN, REQUESTS_EN } from './english/resolution.js'
import { CONDITION_EN, FACTS_EN, PROMISES_EN, REFERRED_EN, REFUSED_EN } from './english/solving.js'
import { findClosings } from './find-closing.js'
import { findContacts } from './find-contact.js'
import { DEFLECTED_FR, DONE_FR, INFORMED_FR, PENDING_FR, REQUESTS_FR } from './french/resolution.js'
import { CONDITION_FR, FACTS_FR, PROMISES_FR, REFERRED_FR, REFUSED_FR } from './french/solving.js'

/** Words that decide, with what they say. */
export interface DecidingWords extends Place {
  readonly says: 'done' | 'acted' | 'informed' | 'refused' | 'pending' | 'deflected' | 'offered'
  /** `phone`, `form`, `faq`, `write-again`, `shop` where deflected; `asks` where pending on the customer's own word; else empty. */
  readonly way: string
  /** The sentence that holds them. */
  readonly sentence: Place
}

/** Offers that ask nothing: "n'hésitez pas à nous appeler si besoin", "for any other question". */
const OPTIONAL =
  /\b(?:n'hesitez pas|n'hesitez|si besoin|si necessaire|au besoin|en cas de (?:besoin|question|doute|difficulte)|pour tout(?:e)? (?:autre|question|information|renseignement|precision|complement)|si vous (?:avez|aviez|souhaitez|desirez|preferez|rencontrez) (?:la moindre|d'autres?|une autre|des questions|une question|plus|toute|de plus|a nouveau|encore|obtenir plus)|(?:reste|restons|demeure|demeurons|tenons|sommes) (?:[a-z ]{0,25})?(?:disposition|ecoute|joignable|service)|a votre (?:entiere )?disposition|egalement|aussi|si quoi que|(?:ecri(?:vez|re|s)|contactez?|appelez?|repond(?:ez|s))[- ]moi|(?:me|m') ?(?:contacter|joindre|ecrire|appeler|repondre)|(?:pouvez|pourrez) (?:toujours )?(?:nous|me) (?:joindre|contacter|appeler|ecrire)|cas de (?:souci|probleme)|joignables?|si vous le (?:souhaitez|preferez)|(?:any|further|other|more) (?:questions?|queries|help|assistance|information|concerns|issues)|feel free|(?:do not|don't) hesitate|should you|if you (?:have any|need any|require|need anything|prefer|would like to (?:talk|speak|discuss)|still|ever|wish)|alternatively|also|if (?:i|we) can|if anything|if that|if this (?:does|is)|(?:call|ring|contact|reach|e-?mail|phone|write to|drop) me|give me a (?:call|ring)|(?:can|may) (?:also |always )?(?:reach|call|contact|e-?mail) us|happy to help|anything else)\b/

/** Opens an offer that is all a letter may hold. */
const FOR_QUESTIONS =
  /^[^.!?]{0,20}\b(?:pour (?:tout(?:e|es)?|vos) (?:question|information|renseignement|demande|reclamation)s?|for (?:any|all) (?:questions?|queries|information|enquiries|requests?))\b(?![^.!?]{0,20}(?:autre|further|other|complement|supplement))/

/** "Any queries … have to go to the seller" is a rule, no offer. */
const RULED =
  /\b(?:any|all|toute?s?) (?:[a-z]{2,12} )?(?:queries|questions?|complaints|claims|enquiries|requests|demandes?|contestations?|reclamations?)\b[^.!?]{0,60}\b(?:must|ha(?:ve|s) to|should|need to|(?:may|can) only|doi(?:t|vent)|(?:est|sont) a [a-z]{4,14}(?:er|ir|re))\b/

/** The customer is asked to ring: no offer either. */
const CALL_ASKED =
  /\b(?:pouvez|pourriez|voulez)-vous (?:bien vouloir )?(?:me|nous) (?:re)?(?:appeler|telephoner)\b|\bmerci de (?:bien vouloir )?(?:me|nous) (?:re)?(?:appeler|telephoner)\b|\b(?:could|can|would) you (?:please |kindly )?(?:call|ring|phone|give) (?:me|us)\b/

/** Thanks, wishes and repeated requests that hold deciding words by chance. */
const STOCK =
  /\b(?:avons bien (?:recu|pris|note)|bien recu votre|(?:vous )?remerci|merci (?:pour|de votre|d'avoir)|(?:suite a|concernant) votre|thank|received your|vous nous (?:demand|indiqu|signal|informez|faites)|(?<!as )you (?:asked|mentioned|contacted|wrote))/
const NEGATION =
  /\b(?:ne|n')[^.!?\n]{0,30}\b(?:pas|plus|aucune?|jamais)\b|\b(?:not|cannot|can't|[a-z]{2,8}n't|unable|never|impossible|sans que|malheureusement pas)\b/
/** Before a verb of contact: we do it, not the customer ("nous allons contacter le transporteur", "we will call you"). */
const OURS =
  /\b(?:will|shall)(?: then| also)? $|\b(?:dois|devons|doit|allons|vais|va|vont|venons de|viens de|(?<!vouloir )(?<!\bde )(?:nous|je|on)(?: les| le| la)?|afin de vous|pour vous|va vous|peut vous|allons vous) $|\b(?:i|we|i'm|we're|i'll|we'll|i've|we've)\b(?![^.!?]{0,60}\byou\b)[^.!?]{0,25}$/
/** Advice to the customer, whose subject is us. */
const ADVISED = /^(?:n[e']|pas\b|not\b|isn|aren|do(?:es)?n|do(?:es)? not|ask|suggest|recommend|advise|invite)/
/** Feedback handed on beside an answer leaves nothing open. */
const FEEDBACK =
  /\b(?:remarques?|suggestions?|commentaires?|avis|temoignage|feedback|comments?|suggestions?|afin d'(?:eviter|ameliorer)|pour eviter|ameliorer|improve|happen(?:s|ing)? again|se reprodui[a-z]+)\b/

const DEFLECTED = [DEFLECTED_FR, DEFLECTED_EN, REFERRED_FR, REFERRED_EN].flatMap((ways) => Object.entries(ways))
const DONE = [...DONE_FR, ...DONE_EN]
const FACTS = [...FACTS_FR, ...FACTS_EN]
const PROMISES = [...PROMISES_FR, ...PROMISES_EN]
const REFUSED = [...REFUSED_FR, ...REFUSED_EN]
const conditional = (folded: string): boolean => CONDITION_FR.test(folded) || CONDITION_EN.test(folded)

/** A refusal for now, or of the way only, or of telling: no refusal of the request. */
const NOT_FINAL =
  /\b(?:pour (?:le moment|l'instant)|a ce (?:stade|jour)|actuellement|pas encore|tant que|sans (?:votre|le|la|les|un|ce|cette|elle)|par (?:e-?mail|mail|courriel|telephone|ce canal)|(?:vous )?(?:dire|indiquer|garantir|confirmer|communiquer|preciser|donner de|assurer)|at (?:this|the) (?:time|stage|moment|present)|for now|yet|until|without|by e-?mail|over e-?mail|by phone|(?:say|tell|confirm|guarantee|promise|give you))\b/
/** A promise among the words that settle. */
const PROMISED = /\b(?:will|shall|[a-z]{1,4}'ll|sera|serez|seront|recevrez|parviendra|beneficierez|arrivera)\b/
const GROUND = /^[\s,;(]*(?:comme|puisque|bien que|alors que|as|since|although|because|whereas)\b/
/** An address of the web. */
const LINK = /\b(?:https?:\/\/|www\.)[a-z0-9]|\b[a-z0-9-]{3,40}\.(?:example|fr|com|co\.uk|org|gov|net)\/[a-z]/g

/** Where a sentence of some words points: a web address, a number, a mailbox; null where it points nowhere. */
function pointerIn(raw: string, offset: number): Place | null {
  if ((raw.match(/[a-z]{2,}/g) ?? []).length < 4) return null
  const link = findFirst([LINK], raw, offset)
  if (link) return link
  const contact = findContacts(raw).find(({ kind }) => kind !== 'reply')
  return contact ? { start: offset + contact.start, end: offset + contact.end } : null
}

/** What a sentence settles, clause by clause. */
function settledIn(folded: string, sentence: Sentence, pending: Place | null): Place[] {
  const open = conditional(folded.slice(sentence.start, sentence.end))
  return splitClauses(folded, sentence).flatMap((clause) => {
    const words = folded.slice(clause.start, clause.end).replace(/\n/g, ' ')
    if (STOCK.test(words) || NEGATION.test(words)) return []
    // "Comme le colis a été remis …" tells how it came to this, not what is done about it.
    if (GROUND.test(words)) return []
    const patterns = [...DONE, ...(conditional(words) ? [] : FACTS), ...(open ? [] : PROMISES)]
    const done = findAny(patterns, words, clause.start).find(
      ({ start, end }) => !open || !PROMISED.test(folded.slice(start, end)),
    )
    return done && !(pending && done.start < pending.end && pending.start < done.end) ? [done] : []
  })
}

/** Every pattern of a kind in both languages. */
const HANDED_ON = [...PENDING_FR, ...PENDING_EN]
const ASKED = [...REQUESTS_FR, ...REQUESTS_EN]
const INFORMED = [...INFORMED_FR, ...INFORMED_EN]

/** Sentences remembered: customer services write the same ones again and again. */
const REMEMBERED = 2_000

/** Parts the halves of what is remembered; in no text. */
const BETWEEN = '\u0000'

/** Deciding words of one sentence, places from its own start; they depend on nothing around it. */
function decidingWordsOf(text: string, folded: string, question: boolean, closed: boolean): readonly DecidingWords[] {
  const found: DecidingWords[] = []
  const sentence: Sentence = { start: 0, end: folded.length, question }
  const raw = folded.replace(/\n/g, ' ')
  const optional = OPTIONAL.test(raw) && !RULED.test(raw) && !CALL_ASKED.test(raw)
  const add = (says: DecidingWords['says'], place: Place | null, way = ''): void => {
    if (place) found.push({ start: place.start, end: place.end, says, way, sentence })
  }
  const handedOn = findFirst(HANDED_ON, raw)
  const asked = findFirst(ASKED, raw)
  const pending = handedOn ?? asked
  const asks = handedOn === null
  let sentAway = false
  // "Pour toute question, appelez …" sends nobody away beside an answer; as the whole letter it does.
  if (!optional || FOR_QUESTIONS.test(raw)) {
    for (const [way, patterns] of DEFLECTED) {
      const place = findFirst(patterns, raw)
      if (!place) continue
      const lead = folded.slice(0, place.start)
      if (OURS.test(lead) && !ADVISED.test(folded.slice(place.start, place.end))) continue
      add(optional ? 'offered' : 'deflected', place, way)
      sentAway = !optional
    }
  }
  if (pending && !sentAway && !optional && !FEEDBACK.test(raw)) add('pending', pending, asks ? 'asks' : '')
  if (sentence.question) return found
  const settled = settledIn(folded, sentence, pending)
  for (const done of settled) add('done', done)
  // "Rapportez-le en boutique, il vous sera échangé": the errand is part of the solution.
  const last = settled.at(-1)
  if (last) found.push(...found.splice(0).filter(({ way, start }) => way !== 'shop' || start > last.start))
  if (!optional && !NOT_FINAL.test(raw)) add('refused', findFirst(REFUSED, raw))
  const informed = findFirst(INFORMED, raw)
  if (informed && !pending && !STOCK.test(raw)) add('informed', informed)
  if (optional || closed || found.some(({ says }) => says !== 'informed')) return found
  // What only tense and person tell, and what only points somewhere: weak signs, for letters that say nothing else.
  const acts = splitClauses(folded, sentence).flatMap((clause) => {
    const words = folded.slice(clause.start, clause.end).replace(/\n/g, ' ')
    if (STOCK.test(words) || NEGATION.test(words) || GROUND.test(words) || conditional(raw)) return []
    return findActs(text.slice(clause.start, clause.end), words, clause.start)
  })
  if (acts[0]) add('acted', acts[0])
  else add('offered', pointerIn(raw, 0) ?? (refersElsewhere(raw) ? sentence : null), 'elsewhere')
  return found
}

/** The same for a sentence as it is written and folded, parted: said or asked, before the closing formula or below it. */
const decidingWords = [false, true].map((question) =>
  [false, true].map((closed) =>
    remember((both) => {
      const [text = '', folded = ''] = both.split(BETWEEN)
      return decidingWordsOf(text, folded, question, closed)
    }, REMEMBERED),
  ),
)

/** Deciding words of a letter, in order of place; a sentence may say several things. */
export function findDecidingWords(text: string, folded: string): DecidingWords[] {
  const closing = findClosings(folded)[0]?.start ?? folded.length
  return splitSentences(text, folded)
    .flatMap((sentence) => {
      const { start, end, question } = sentence
      const parts = [text.slice(start, end), folded.slice(start, end)] as const
      const closed = start >= closing
      const words = parts.some((part) => part.includes(BETWEEN))
        ? decidingWordsOf(...parts, question, closed)
        : decidingWords[Number(question)]?.[Number(closed)]?.(parts.join(BETWEEN))
      return (words ?? []).map((word) => ({ ...word, start: start + word.start, end: start + word.end, sentence }))
    })
    .toSorted((one, other) => one.start - other.start || one.end - other.end)
}
