/** Why a brand has no rank: none of its e-mails counts, and what became of them says why. */
import type { StudyLanguage, Texts } from '../../domain/language.js'
import type { ProbeState } from '../../domain/probe.js'
import { inLanguage } from '../../languages/index.js'

/** What is said where all of a brand's e-mails share one fate. */
const REASONS: readonly { readonly states: readonly ProbeState[]; readonly said: Texts }[] = [
  {
    states: ['planned', 'sending', 'sent'],
    said: { fr: 'pas de rang : ses réponses sont encore attendues', en: 'no rank: its answers are still awaited' },
  },
  {
    states: ['undelivered', 'refused', 'uncertain'],
    said: {
      fr: 'pas de rang : nos e-mails ne lui sont pas parvenus',
      en: 'no rank: our e-mails did not reach it',
    },
  },
  {
    states: ['cancelled', 'void'],
    said: { fr: 'pas de rang : ses e-mails ont été retirés de l’étude', en: 'no rank: its e-mails were withdrawn' },
  },
]

const NONE: Texts = { fr: 'pas de rang : aucun e-mail ne lui était destiné', en: 'no rank: no e-mail was meant for it' }

const MIXED: Texts = { fr: 'pas de rang : aucun de ses e-mails ne compte', en: 'no rank: none of its e-mails counts' }

/** The reason, from the states of all its e-mails. */
export function whyUnranked(states: readonly ProbeState[], language: StudyLanguage): string {
  if (states.length === 0) return inLanguage(NONE, language)
  const reason = REASONS.find((one) => states.every((state) => one.states.includes(state)))
  return inLanguage(reason?.said ?? MIXED, language)
}
