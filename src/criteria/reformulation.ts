/** Criterion `reformulation`: the answer restates the request, so that the customer sees that it was understood. */

import { findAny } from '../text/find.js'
import { fold } from '../text/fold.js'
import { splitSentences, unwrap } from '../text/sentences.js'
import { contentStems } from './coverage/content-words.js'
import { RESTATEMENTS } from './coverage/denials.js'
import { defineCriterion } from './criterion.js'

/** "Nous comprenons que votre colis…", "I see that your parcel…": restating without naming the request. */
const UNDERSTOOD =
  /\b(?:(?:nous|je|j'ai|avons) (?:bien )?(?:compren(?:ons|ds)|compris|not(?:ons|e)|lis(?:ons)?|vois|voyons|constat(?:ons|e))(?: bien)? (?:que|qu')|(?:we|i)(?:'ve| have)? (?:understand|understood|see|note[ds]?|gather)(?: that)? you(?:r|'re|'d| are| have| would)?)\b/g

export const reformulation = defineCriterion({
  meta: {
    id: 'reformulation',
    version: 1,
    family: 'answer-quality',
    title: { fr: 'Reformulation', en: 'Restating the request' },
    description: {
      fr: 'La réponse redit la demande du client avec ses propres mots.',
      en: 'The answer restates the customer’s request.',
    },
    why: {
      fr: 'Qualiweb 2004 : trois réponses sur quatre ne reformulaient pas la demande.',
      en: 'Qualiweb 2004: three answers of four did not restate the request.',
    },
    method: {
      fr: 'Phrase de reformulation (« vous souhaitez… », « votre demande concernant… ») qui reprend au moins `sharedWords` mots de fond de notre message.',
      en: 'A restating sentence (“you asked…”, “your enquiry about…”) that takes up at least `sharedWords` content words of our message.',
    },
    needs: ['reply', 'question'],
    speaks: ['stem', 'phrases:denials'],
    lifecycle: 'stable',
  },
  // One word of the matter tells a restatement from "suite à votre demande".
  defaults: { sharedWords: 1 },
  checkOptions: ({ sharedWords }) => (sharedWords >= 1 ? null : 'sharedWords must be 1 or more'),
  evaluate({ reply, question }, { sharedWords }) {
    if (!reply) return { outcome: 'not-applicable', message: { fr: 'Pas de réponse.', en: 'No reply.' } }
    const asked = `${question.subject}\n${question.text}`
    const wanted = contentStems(asked, { start: 0, end: asked.length }, question.language)
    if (wanted.size === 0) {
      return {
        outcome: 'not-available',
        message: { fr: 'Le texte de la question n’est pas connu.', en: 'The text of the question is not known.' },
      }
    }
    const folded = fold(unwrap(reply.text))
    const cues = findAny([...RESTATEMENTS, UNDERSTOOD], folded)
    for (const sentence of splitSentences(reply.text, folded).filter(({ question: asks }) => !asks)) {
      const cue = cues.find(({ start }) => start >= sentence.start && start < sentence.end)
      if (!cue) continue
      const shared = [...contentStems(reply.text, sentence, question.language)].filter((stem) =>
        wanted.has(stem),
      ).length
      if (shared < sharedWords) continue
      return {
        outcome: 'scored',
        score: 1,
        value: shared,
        unit: 'words',
        message: {
          fr: `Redit la demande (mots de fond repris : ${shared}).`,
          en: `Restates the request (content words taken up: ${shared}).`,
        },
        evidence: [{ start: sentence.start, end: sentence.end, label: 'reformulation' }],
        doubtful: shared === sharedWords && sharedWords === 1,
      }
    }
    return {
      outcome: 'scored',
      score: 0,
      message: { fr: 'Ne redit pas la demande.', en: 'Does not restate the request.' },
    }
  },
})
