/** Mistakes per 100 words, shared by `spelling` and `grammar`: curve, wording and evidence of what is counted. */
import type { AnswerEvidence } from '../../domain/exchange.js'
import type { Texts } from '../../domain/language.js'
import { isCounted, type Mistake, type MistakeCategory } from '../../domain/mistake.js'
import { PROOFREAD_CHARACTERS } from '../../proofreading/proofreader.js'
import { countWords } from '../../text/count-words.js'
import type { Verdict } from '../criterion.js'
import { logNormalScore } from '../curves/log-normal.js'

/** What is counted and how it scores. */
export interface RateOptions {
  /** Mistakes per 100 words that score 0.9. */
  readonly good: number
  /** Mistakes per 100 words that score 0.5. */
  readonly typical: number
  /** Texts of fewer words are counted as if they had this many: one slip in three words is no rate. */
  readonly minimumWords: number
}

/** Scores the rate of mistakes of some categories in a reply. */
export function scoreMistakeRate(
  reply: AnswerEvidence | null,
  mistakes: readonly Mistake[] | null,
  categories: readonly MistakeCategory[],
  { good, typical, minimumWords }: RateOptions,
  noun: { readonly one: Texts; readonly many: Texts },
): Verdict {
  if (!reply) {
    return { outcome: 'not-applicable', message: { fr: 'Pas de réponse à relire.', en: 'No reply to proofread.' } }
  }
  if (mistakes === null) {
    return {
      outcome: 'not-available',
      message: { fr: 'La réponse n’a pas pu être relue.', en: 'The reply could not be proofread.' },
    }
  }
  const counted = mistakes.filter((mistake) => isCounted(mistake) && categories.includes(mistake.category))
  const words = countWords(reply.text.slice(0, PROOFREAD_CHARACTERS))
  if (words === 0) {
    return { outcome: 'not-available', message: { fr: 'La réponse est sans texte.', en: 'The reply has no text.' } }
  }
  const rate = (100 * counted.length) / Math.max(words, minimumWords)
  const name = counted.length === 1 ? noun.one : noun.many
  return {
    outcome: 'scored',
    score: logNormalScore({ good, typical }, rate),
    value: Math.round(rate * 1000) / 1000,
    unit: 'per100Words',
    message: {
      fr: `${counted.length === 0 ? 'Aucune' : counted.length} ${counted.length === 0 ? noun.one.fr : name.fr} en ${words} mots.`,
      en: `${counted.length === 0 ? 'No' : counted.length} ${name.en} in ${words} words.`,
    },
    evidence: counted.map(({ start, end, rule }) => ({ start, end, label: rule })),
  }
}
