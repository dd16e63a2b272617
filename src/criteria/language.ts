/** Criterion `language`: the answer is written in the language of the question. */
import type { StudyLanguage } from '../domain/language.js'
import { languagePack, studyLanguages } from '../languages/index.js'
import { fold } from '../text/fold.js'
import { defineCriterion } from './criterion.js'

/** Function words of each language in a text; languages whose function words are not listed are left out. */
function functionWordCounts(text: string): ReadonlyMap<StudyLanguage, number> {
  const words = fold(text).match(/[a-z]+/g) ?? []
  const listed = studyLanguages().flatMap((language) => {
    const { functionWords } = languagePack(language)
    return functionWords ? [[language, words.filter((word) => functionWords.has(word)).length] as const] : []
  })
  return new Map(listed)
}

/** Function words enough to say that a text, or a part of it, is in a language. */
const ENOUGH = 3
/** A bilingual letter serves the customer where this many function words are in the customer's language. */
const BILINGUAL = 12

export const language = defineCriterion({
  meta: {
    id: 'language',
    version: 1,
    family: 'answer-quality',
    title: { fr: 'Langue de la question', en: 'Language of the question' },
    description: {
      fr: 'La réponse est écrite dans la langue de la question.',
      en: 'The answer is written in the language of the question.',
    },
    why: {
      fr: 'Qualiweb envoyait une demande en anglais : une réponse dans une autre langue ne sert pas celui qui demande.',
      en: 'Qualiweb sent one request in English: an answer in another language does not serve the one who asks.',
    },
    method: {
      fr: 'Langue reconnue du texte nouveau, départagée par les mots-outils quand le texte est court ; une lettre bilingue qui contient la langue de la question compte.',
      en: 'Language recognised in the new text, settled by function words where the text is short; a bilingual letter that holds the language of the question counts.',
    },
    needs: ['reply', 'question'],
    speaks: ['function-words'],
    lifecycle: 'stable',
  },
  // Below this confidence of recognition the function words decide.
  defaults: { confidence: 0.8 },
  checkOptions: ({ confidence }) => (confidence >= 0 && confidence <= 1 ? null : 'confidence must be between 0 and 1'),
  evaluate({ reply, question }, { confidence }) {
    if (!reply) return { outcome: 'not-applicable', message: { fr: 'Pas de réponse.', en: 'No reply.' } }
    const asked = question.language
    const counts = functionWordCounts(reply.text)
    const inAsked = counts.get(asked) ?? 0
    // The other language that has most of them.
    const [other, inOther] = [...counts]
      .filter(([language]) => language !== asked)
      .reduce((most, one) => (one[1] > most[1] ? one : most), ['', -1] as readonly [StudyLanguage, number])
    const told = inAsked >= ENOUGH && inAsked > 2 * inOther
    const toldOther = inOther >= ENOUGH && inOther > 2 * inAsked
    const recognised = reply.language !== null && reply.languageConfidence >= confidence
    const bilingual = inAsked >= BILINGUAL
    let same: boolean | null = null
    if (reply.language === asked) same = recognised || !toldOther
    else if (reply.language === null) same = told ? true : toldOther ? false : null
    else same = bilingual || (!recognised && told)
    if (same === null) {
      return {
        outcome: 'not-available',
        message: { fr: 'Texte trop court pour reconnaître sa langue.', en: 'Text too short to tell its language.' },
      }
    }
    const seen = same ? asked : toldOther ? other : (reply.language ?? other)
    return {
      outcome: 'scored',
      score: same ? 1 : 0,
      message: {
        fr: `Question en ${asked}, réponse en ${seen}.`,
        en: `Question in ${asked}, answer in ${seen}.`,
      },
      evidence: [{ start: 0, end: reply.text.length, label: 'language' }],
      doubtful: !recognised,
    }
  },
})
