/** Criterion `tracking-reference`: receipt or answer gives a reference by which the request can be followed. */
import type { AnswerEvidence } from '../domain/exchange.js'
import type { EvidenceSpan } from '../domain/finding.js'
import { fold } from '../text/fold.js'
import { defineCriterion } from './criterion.js'

/** What names a request, folded; then at most a few signs, then a reference with a digit in it. */
const NAMED =
  /\b(?:references?|ref\b|dossier|ticket|requete|incident|reclamation|demande|case|request|claim|complaint|enquiry|inquiry|query)\b[^\p{L}\p{N}\n]{0,6}(?:(?:no|nr|id|n|numero|number|is|est|ref|reference|sous|under|le|la|the)\b[^\p{L}\p{N}\n]{0,4}){0,4}((?=[a-z-]{0,12}\d)[a-z0-9][a-z0-9/_-]{2,24})/gu
/** The same in brackets, as help desks write it into subjects: [#4711], (ref:00D2). */
const BRACKETED = /[[(](?:[\p{L} ]{0,24}[#:] ?|#)((?=[a-z-]{0,12}\d)[a-z0-9][a-z0-9/_-]{2,24})[\])]/gu
/** The customer's own order or invoice is no reference of the request; nor is a year or an hour. */
const OWN = /\b(?:commande|facture|colis|order|invoice|parcel|contrat|contract|article|modele|model)\b[^\n]{0,25}$/u
const YEAR_OR_HOUR = /^(?:19|20)\d\d$|^\d{1,2}h\d{0,2}$|^\d{1,2}(?:er|e|st|nd|rd|th)$/

/** The reference that a text gives to the request, with its place; null where it gives none. */
export function trackingReferenceIn(
  text: string,
): { readonly reference: string; readonly start: number; readonly end: number } | null {
  const folded = fold(text)
  for (const pattern of [NAMED, BRACKETED])
    for (const found of folded.matchAll(pattern)) {
      const reference = found[1]!
      const end = found.index + found[0].lastIndexOf(reference) + reference.length
      const before = folded.slice(Math.max(0, found.index - 30), found.index)
      if (YEAR_OR_HOUR.test(reference) || (pattern === NAMED && OWN.test(before))) continue
      return { reference: text.slice(end - reference.length, end), start: end - reference.length, end }
    }
  return null
}

const parts = ({ text, signature, subject, boilerplate }: AnswerEvidence) => [
  ['text', text] as const,
  ['signature', signature] as const,
  [null, boilerplate ?? ''] as const,
  [null, subject] as const,
]

export const trackingReference = defineCriterion({
  meta: {
    id: 'tracking-reference',
    version: 1,
    family: 'answer-quality',
    title: { fr: 'Référence de suivi', en: 'Tracking reference' },
    description: {
      fr: 'L’accusé ou la réponse donne une référence par laquelle suivre la demande.',
      en: 'Receipt or answer gives a reference by which the request can be followed.',
    },
    why: {
      fr: 'La Ley 10/2025 espagnole demande une clé d’identification de la réclamation : sans elle, le client ne peut rien prouver ni relancer.',
      en: 'The Spanish Ley 10/2025 asks for an identifying key of the complaint: without it the customer can neither prove nor chase anything.',
    },
    method: {
      fr: 'Un mot qui désigne la demande (référence, dossier, ticket…) suivi d’un code avec un chiffre, ou un code entre crochets, dans l’accusé, la réponse ou leurs objets ; le numéro d’une commande n’en est pas un.',
      en: 'A word that names the request (reference, case, ticket…) followed by a code with a digit, or a code in brackets, in receipt, answer or their subjects; the number of an order is none.',
    },
    needs: ['reply', 'acknowledgement'],
    speaks: [],
    lifecycle: 'experimental',
  },
  defaults: {},
  evaluate({ reply, acknowledgement }) {
    if (!reply && !acknowledgement)
      return { outcome: 'not-applicable', message: { fr: 'Ni réponse ni accusé.', en: 'Neither answer nor receipt.' } }
    for (const [letter, where] of [
      [acknowledgement, 'acknowledgement'],
      [reply, 'text'],
    ] as const) {
      if (!letter) continue
      for (const [part, text] of parts(letter)) {
        const found = trackingReferenceIn(text)
        if (!found) continue
        const { reference, start, end } = found
        const place = where === 'acknowledgement' ? (part === 'text' ? 'acknowledgement' : null) : part
        const evidence: EvidenceSpan[] = place === null ? [] : [{ start, end, in: place, label: 'reference' }]
        return {
          outcome: 'scored',
          score: 1,
          message: { fr: `Référence donnée : ${reference}.`, en: `Reference given: ${reference}.` },
          evidence,
        }
      }
    }
    return {
      outcome: 'scored',
      score: 0,
      message: { fr: 'Aucune référence de suivi.', en: 'No tracking reference.' },
    }
  },
})
