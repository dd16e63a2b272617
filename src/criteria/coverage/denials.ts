/**
 * What takes a phrase back: negation in reach, a question, the customer's own question repeated, a promise to say it later,
 * a hint to look elsewhere. Patterns over folded text, French and English.
 */
import { findAny, type Place } from '../../text/find.js'

/** Words that deny. */
const NEGATIONS = [
  /\b(?:ne|n')[^.!?;\n]{0,40}?\b(?:pas|plus|jamais|aucune?|rien|guere|ni)\b/g,
  /\b(?:pas (?:encore |de |d'|en mesure|possible)|aucune?|sans|ni|impossible|incapables?|incapacite|jamais|refus(?:ons|er|e|ee)|indisponibles?)\b/g,
  /\b(?:(?:do|does|did|could|can|will|would|is|are) not|not|cannot|can't|[a-z]{2,8}n't|no|never|unable|without|neither|nor|none|impossible|unavailable|refuse[ds]?|fail(?:ed|s)?|yet to)\b/g,
]

/** Denials that deny nothing here. */
const NO_DENIAL = [
  /\bn'hesitez (?:surtout )?pas\b|\bne (?:vous )?(?:manquer|tarder|inquiet|souci)[a-z]* pas\b|\bn'oubliez pas\b|\bne vous inquietez pas\b/g,
  /\b(?:pas|aucun|aucuns|aucune|sans|sans aucun|sans aucuns) (?:de |d')?(?:frais|soucis?|probleme|panique|engagement|contact|delai|attendre|tarder|cout|supplement|doute|condition|surcout|inquietude)\b/g,
  /\b(?:pas|non|not) (?:seulement|uniquement|plus de \d|plus tard|only|just|a problem|later than|more than)\b|\bne[^.!?\n]{0,25}pas seulement\b/g,
  /\b(?:rien|aucune demarche|aucune action) (?:a|de|n'est)\b|\bvous n'(?:avez|aurez) (?:donc )?(?:rien|aucune?|plus rien|plus aucune?|pas besoin)\b/g,
  /\b(?:do not|don't|please don't|not) (?:hesitate|worry|forget)\b|\bno (?:problem|worries|longer than|later than|more than|need|extra|additional|charge|cost|fee|obligation|doubt|hassle|questions asked|action)\b|\bat no\b|\bwithout (?:charge|delay|additional|extra|any (?:charge|cost|fee|extra|problem))\b|\bwhether or not\b|\bif not\b|\bwhy not\b|\byou (?:do not|don't|won't|will not) (?:need|have) to\b/g,
]

/** Saying that one does not know or cannot tell: denies even a point that asks "whether". */
const IGNORANCE =
  /^(?:n'(?:avons|ai|a|avez) (?:pas|plus|aucune?|encore)|ne (?:connai|sav|sai|dispos|pouv|peu|somm|suis|serons|possed|detenons)|pas (?:encore |de |d'|en mesure)|aucune? (?:information|date|precision|visibilite|detail|element)|impossible|incapable|incapacite|(?:cannot|can't|unable to|not able to|could not|couldn't) (?:yet |currently |at present )?(?:say|tell|confirm|give|provide|share|find|see|advise|promise|commit|be)|(?:don't|do not|doesn't|does not|didn't)(?: yet| currently)? (?:have|know|hold|see|show)|no (?:information|idea|details?|date|visibility)|not (?:sure|know|able|aware|in a position))/

/** The customer’s words repeated: "vous nous demandez", "your question about". */
export const RESTATEMENTS: readonly RegExp[] = [
  /\b(?:(?<!je )(?<!nous )(?<!j'ai )vous (?:nous |m')?(?:demand|interrog|souhait|desir|voul|signal|indiqu|expliqu|fait(?:es)? part|inform|sollicit|expos|faisiez|evoqu|mentionn|dites|ecriv)[a-z]*|(?:suite a|concernant|concerne|au sujet de|relative? a|relatif a|a propos de|quant a|par rapport a|reponse a|recu|pris connaissance de|objet de) (?:de )?(?:votre|vos) (?:demande|question|message|mail|e-mail|courriel|courrier|reclamation|interrogation|requete|sollicitation|souhait)s?|votre (?:demande|question|interrogation|message|reclamation|souhait)s? (?:de\b|d'|concernant|sur\b|relative?|portant|au sujet)|savoir (?:si|quand|quel|combien|comment)|objet ?:)/g,
  /\b(?:you (?:have |had |are |were |would like|'d like|wish(?:ed)? |want(?:ed)? )?(?:asked|asking|wondering|wanted|wanting|wrote|mentioned|enquired|inquired|contacted|reported|told|to know|explained|raised|said|say)|your (?:question|request|enquiry|inquiry|message|e-?mail|complaint|query|report) (?:about|regarding|concerning|for|on|of|as to|whether|that|relating)|regarding your|with regards? to your|in relation to your|concerning your|understand (?:that )?you|would like to know)/g,
]

/** Asking the customer for it. */
const REQUESTS = [
  /\b(?:merci de|veuillez|pourriez[- ]vous|pouvez[- ]vous|voulez[- ]vous|auriez[- ]vous|bien vouloir|besoin (?:de|d'))\b[^.!?;\n]{0,20}\b(?:indiquer|preciser|communiquer|confirmer|dire|rappeler|connaitre|savoir|donner)\b/g,
  /\b(?:please|could you|can you|would you|kindly|need you to|ask you to)(?: please| kindly)? (?:confirm|let us know|let me know|tell|specify|indicate|give us|remind)\b/g,
]

/** Promising to say it later. */
const DEFERRALS = [
  /\b(?:revien(?:drons|drai|dra|s)|revenons|retour vers vous|tiend(?:rons|rai|ra)|tenons|inform(?:erons|erai|era)|communiqu(?:erons|erai|era)|confirm(?:erons|erai|era)|precis(?:erons|erai|era)|indiqu(?:erons|erai|era)|donn(?:erons|erai)|ferons savoir|des que nous (?:aurons|en saurons|connaitrons|disposerons)|ulterieurement|prochainement|(?:vais|allons) (?:verifier|demander|me renseigner|nous renseigner)|(?:je|nous) (?:demand|verifi)(?:e|ons)|me renseigne|recherch(?:e|ons|ent))\b/g,
  /\b(?:(?:will|'ll|shall)(?: then| also)? (?:let you know|get back|come back|update you|be in touch|confirm|inform you|advise|keep you|tell you|share|provide you|find out|check|ask|look into)|as soon as (?:we|i) (?:have|know|hear|receive|get)|once (?:we|i) (?:have|know|hear)|in due course)\b/g,
]

/** Pointing elsewhere. */
const ELSEWHERE = [
  /\b(?:consult(?:er|ez|able)|report(?:er|ez)[- ]vous|referer|rend(?:re|ez)[- ](?:vous )?sur|visit(?:er|ez)|disponibles? (?:sur|dans)|(?:retrouv|trouv)(?:er|ez|erez)[^.!?\n]{0,80}\b(?:site|faq|rubrique|foire|conditions)|(?:sur|dans) (?:notre|la|nos) (?:faq|foire|rubrique|centre d'aide))\b/g,
  /\b(?:saur(?:a|ont)|pourr(?:a|ont)) vous (?:renseigner|repondre|conseiller|indiquer|preciser|guider|orienter)\b|\b(?:will|can|could) (?:be able to |be happy to )?(?:advise|help|assist|inform|guide) you (?:on|about|with)\b/g,
  /\bpour (?:connaitre|savoir|suivre|toute?)\b|\b(?:to find out|to know|for (?:any |more )?information)\b/g,
  /\b(?:(?:please )?(?:visit|check|see|consult|refer to|have a look at|browse) (?:our|the) (?:[a-z]+ ){0,2}(?:website|site|faqs?|help|page|section|terms|centre|center|portal|app)|(?:find|found|available|listed|answered) (?:[a-z ]{0,60})?(?:on|in) (?:our|the) (?:[a-z]+ ){0,2}(?:website|site|faqs?|help|page|section))\b/g,
]

/** What would be so on a condition: "serait livré si", "would be delivered if". */
const CONDITIONAL =
  /\b[a-z]{2,20}r(?:ai(?:t|ent|s)|ions|iez)\b[^.!?\n]{0,80}\b(?:si|s'ils?|a condition)\b|\b(?:si|s'ils?|a condition)\b[^.!?\n]{0,80}\b[a-z]{2,20}r(?:ai(?:t|ent|s)|ions|iez)\b|\bwould\b[^.!?\n]{0,80}\b(?:if|provided|unless)\b|\b(?:if|provided|unless)\b[^.!?\n]{0,80}\b(?:would|'d)\b/

/** True where a sentence says what would be, not what is. */
export function isConditional(foldedSentence: string): boolean {
  return CONDITIONAL.test(foldedSentence)
}

/** Subjects that begin a statement of their own: a denial before them does not reach past. */
const NEW_STATEMENT = /\b(?<!que )(?<!qui )(?<!that )(?<!which )(?<!dont )(?:nous|je|j'|we|i|i'll|we'll|we've|i've)\s/
/** Words that begin a condition or relative clause: a denial behind them does not reach back. */
const SUBORDINATE =
  /\b(?:si|s'il|s'ils|if|unless|sauf|when|lorsque?|quand|tant que|qui|que|qu'|which|that|who|pour|afin|where|as long|provided|meme|even|avant|before|to)\b|\bso\b/

function overlaps(one: Place, other: Place): boolean {
  return one.start < other.end && other.start < one.end
}

function inside(place: Place, outer: Place): boolean {
  return place.start >= outer.start && place.start < outer.end
}

/** Where a letter takes things back. */
export interface Denials {
  readonly negations: readonly (Place & { readonly ignorance: boolean })[]
  readonly restatements: readonly Place[]
  readonly requests: readonly Place[]
  readonly deferrals: readonly Place[]
  readonly elsewhere: readonly Place[]
}

/** Finds all of them once for a letter. */
export function findDenials(folded: string): Denials {
  const harmless = findAny(NO_DENIAL, folded)
  return {
    negations: findAny(NEGATIONS, folded)
      .filter((place) => !harmless.some((other) => overlaps(place, other)))
      .map((place) => ({ ...place, ignorance: IGNORANCE.test(folded.slice(place.start, place.end + 40)) })),
    restatements: findAny(RESTATEMENTS, folded),
    requests: findAny(REQUESTS, folded),
    deferrals: findAny(DEFERRALS, folded),
    elsewhere: findAny(ELSEWHERE, folded),
  }
}

function denies(negation: Place, match: Place, folded: string): boolean {
  // A pattern that holds the negation means it.
  if (overlaps(negation, match))
    return negation.start < match.start && negation.end < match.end && negation.end > match.start
  if (negation.end <= match.start) return !NEW_STATEMENT.test(folded.slice(negation.end, match.start))
  return !SUBORDINATE.test(folded.slice(match.end, negation.start))
}

/** Why a match does not address a point; null where it does. */
export type DenialReason = 'negated' | 'restated' | 'requested' | 'deferred' | 'elsewhere' | 'conditional'

/**
 * Tells whether a match in a clause is taken back.
 * @param whether true for a point that asks whether something holds: a plain "no" answers it
 */
export function denialOf(
  match: Place,
  clause: Place,
  sentence: Place,
  denials: Denials,
  folded: string,
  whether: boolean,
): DenialReason | null {
  const reach = { start: clause.start, end: Math.max(clause.end, match.end) }
  const before = (places: readonly Place[]): boolean =>
    places.some((place) => inside(place, reach) && place.start < match.start && !overlaps(place, match))
  if (before(denials.restatements)) return 'restated'
  if (before(denials.requests)) return 'requested'
  const negated = denials.negations.some(
    (negation) => inside(negation, reach) && (negation.ignorance || !whether) && denies(negation, match, folded),
  )
  if (negated) return 'negated'
  const figures = /\d/.test(folded.slice(match.start, match.end))
  const within = (places: readonly Place[], outer: Place): boolean =>
    places.some((place) => inside(place, outer) && !overlaps(place, match))
  if (!figures && within(denials.deferrals, reach)) return 'deferred'
  if (!figures && within(denials.elsewhere, sentence)) return 'elsewhere'
  return null
}
