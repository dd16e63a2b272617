/**
 * Whether a letter says of itself that a machine wrote it, as Regulation (EU) 2024/1689 (AI Act), Art. 50, asks of those who let one
 * answer. Only what the letter says of itself: a person may well point to the house's chatbot, apologise for it or sell robots.
 * Four ways of saying it: who wrote this, who speaks, with whom the customer speaks, who signs.
 */
import { fold } from '../../text/fold.js'

/** What an answering machine is called, folded. */
const MACHINE_FR =
  "(?:(?:assistant|conseiller|agent|robot)e?s? (?:virtuel|numerique|automatique|automatise|conversationnel|intelligent|ia)(?:le)?s?|(?:systeme |programme |agent )?d'(?:intelligence artificielle|ia)\\b|intelligence artificielle|ia\\b|chat ?bot|bot\\b|modele de langage|programme informatique|robot\\b)"
const MACHINE_EN =
  '(?:(?:ai|virtual|digital|automated|conversational|intelligent)(?: conversational)? (?:assistant|agent|adviser|advisor)|artificial intelligence|ai\\b|chat ?bot|bot\\b|(?:large )?language model|computer program|robot\\b)'
/** A machine beside its name or its house: "notre assistant", "l'IA de Tamaris", "Pinnacle's AI", "Nova (IA)". */
const WHICH_FR = `(?:(?:une?|l'|le|la|notre|nos|votre|son) ?)?(?:[\\p{L}'-]{2,20},? (?:l'|le |la |une? |notre |votre )?)?\\(?${MACHINE_FR}`
const WHICH_EN = `(?:(?:an?|the|our|your) )?(?:[\\p{L}'’-]{2,24},? (?:[\\p{L}]{2,20} )?(?:the |an? |our |your )?)?(?:[\\p{L}]{2,20}(?:'s|s'|') )?\\(?${MACHINE_EN}`

const LETTER_FR = '(?:reponse|message|mail|e-mail|courriel|texte|contenu)'
const LETTER_EN = '(?:reply|answer|response|message|e-?mail|text|content)'
const WRITTEN_FR = '(?:gener|redig|compos|produi|prepar|automatis|cre|fourni)(?:e|t|te|es|ee|ees|ts|e?s)?|ecrite?'
const WRITTEN_EN = '(?:generated|written|drafted|composed|produced|prepared|created|answered|provided|automated)'

const WAYS: readonly RegExp[] = [
  // Who wrote this.
  new RegExp(
    `\\b${LETTER_FR}\\b[^.!?\\n]{0,40}\\b(?:${WRITTEN_FR})\\b[^.!?\\n]{0,30}\\b(?:par|avec|grace a|(?:a|avec) l'aide d[e']) ?${WHICH_FR}`,
    'u',
  ),
  new RegExp(`^\\W{0,4}(?:${WRITTEN_FR}) par ${WHICH_FR}`, 'mu'),
  new RegExp(`^\\W{0,4}${LETTER_FR} (?:de|par) ${WHICH_FR}`, 'mu'),
  new RegExp(`\\b${MACHINE_FR} a (?:redige|ecrit|prepare|genere|compose|produit|cree) (?:cette|ce|la presente) `, 'u'),
  new RegExp(
    `\\b${LETTER_EN}\\b[^.!?\\n]{0,40}\\b${WRITTEN_EN}\\b[^.!?\\n]{0,30}\\b(?:by|with|using|with the help of) ${WHICH_EN}`,
    'u',
  ),
  new RegExp(`^\\W{0,4}${WRITTEN_EN} by ${WHICH_EN}`, 'mu'),
  new RegExp(`^\\W{0,4}${LETTER_EN} (?:from|by) ${WHICH_EN}`, 'mu'),
  new RegExp(`\\b${MACHINE_EN} (?:has )?(?:wrote|written|prepared|drafted|generated|composed) this `, 'u'),
  /\b(?:ai|ia)[- ](?:generated|written|drafted|generee?)\b/u,
  // Who speaks.
  new RegExp(
    `\\b(?:je suis|moi,? c'est|ici|en tant qu(?:e |'))(?: [\\p{L}'-]{2,20},)? ?(?:l'|le |la |une? |votre |notre )?${MACHINE_FR}`,
    'u',
  ),
  new RegExp(`\\bc'est [\\p{L}'-]{2,20}, (?:l'|le |la |une? |votre |notre )?${MACHINE_FR}`, 'u'),
  new RegExp(`\\b(?:notre|votre) ${MACHINE_FR}(?: [\\p{L}'-]{2,20})? vous repond\\b`, 'u'),
  new RegExp(
    `\\b(?:i am|i'm|it's|this is|as)(?: [\\p{L}'-]{2,20},)? ?(?:an? |the |our |your )?(?:(?:[\\p{L}]{2,20} ){0,2}[\\p{L}]{2,20}(?:'s|s'|') )?${MACHINE_EN}`,
    'u',
  ),
  new RegExp(`^\\W{0,4}(?:[\\p{L}'-]{2,12}[,!]? )?[\\p{L}'-]{2,24}'?s? ${MACHINE_EN} here\\b`, 'mu'),
  new RegExp(`\\b[\\p{L}'-]{2,20} here, (?:the|your|our|an?) ${MACHINE_EN}`, 'u'),
  new RegExp(`\\bour ${MACHINE_EN}(?: [\\p{L}'-]{2,20})? (?:answers|replies)\\b`, 'u'),
  // With whom the customer speaks, here and now.
  new RegExp(
    `\\bvous (?:venez d')?(?:echange[rz]|parlez|discute[rz]|converse[rz]|etes en (?:relation|contact|ligne)) (?:avec|a) ${WHICH_FR}`,
    'u',
  ),
  new RegExp(`\\bvous (?:avez recu|recevez|lisez) (?:une|la|cette) ${LETTER_FR} de ${WHICH_FR}`, 'u'),
  new RegExp(
    `\\byou(?:'re| are|'ve| have)(?: just)? (?:chatting|talking|speaking|chatted|talked|spoken|in touch) (?:with|to) ${WHICH_EN}`,
    'u',
  ),
  new RegExp(`\\byou (?:have )?(?:received|are reading|got) (?:an?|this) ${LETTER_EN} from ${WHICH_EN}`, 'u'),
  // Who signs: a line of its own.
  new RegExp(
    `^(?:[^\\n.,]{2,40}, )?(?:l'|le |la |votre |notre )?${MACHINE_FR}(?: d[eu'] ?[^\\n.,]{2,40})?\\s{0,3}$`,
    'mu',
  ),
  new RegExp(
    `^(?:[^\\n.,]{2,40}, |[^\\n.,]{2,30}(?:'s|') )?(?:your |our |the )?${MACHINE_EN}(?: (?:at|of|from) [^\\n.,]{2,40})?\\s{0,3}$`,
    'mu',
  ),
]

/** "This message was not written by a human". */
const NO_HUMAN =
  /\b(?:ce|cet|cette|la presente) (?:courriel|e-mail|message|reponse|lettre) n'a pas ete (?:redigee?|ecrite?) par un humain\b|\bno (?:human|person) wrote this\b|\b(?:not|wasn't) written by a (?:human|person)\b/u

/** "Written by a person and not by an AI", "I'm not a robot". */
const DENIED = /\b(?:pas|non|sans|jamais|plutot|ni|aucune?|not|never|without|rather|neither|nor|no)\b/

/** Characters that are looked at: a letter that says it says it at its beginning or end. */
const LOOKED_AT = 6_000

/** True where the letter says that a machine wrote it. */
export function saysMachineWrote(text: string, signature: string): boolean {
  const folded = fold(`${text.slice(0, LOOKED_AT)}\n${text.slice(LOOKED_AT).slice(-LOOKED_AT)}\n${signature}`)
  if (NO_HUMAN.test(folded)) return true
  return WAYS.some((way) => {
    const found = way.exec(folded)
    return found !== null && !DENIED.test(found[0])
  })
}
