/** Criterion `resolution`: solved at first contact, partly, or sent away (asked to phone, fill a form, read the FAQ, write again, visit a shop). */

import type { EvidenceSpan } from '../domain/finding.js'
import { fold } from '../text/fold.js'
import { unwrap } from '../text/sentences.js'
import { coverageShare, coverPoints } from './coverage/cover-points.js'
import { defineCriterion } from './criterion.js'
import { type DecidingWords, findDecidingWords } from './phrases/find-resolution.js'
import { decideResolution, type Resolution } from './resolution/decide-resolution.js'
import { letterSigns } from './resolution/letter-signs.js'
import {
  type ActingSentence,
  actingSentences,
  RESOLUTION_ACTS,
  type ResolutionAct,
} from './resolution/sentence-acts.js'

const SAID = {
  resolved: { fr: 'Résolu au premier contact', en: 'Resolved at first contact' },
  partial: { fr: 'Résolu en partie ou remis à plus tard', en: 'Partly resolved or put off' },
  deflected: { fr: 'Client renvoyé ailleurs', en: 'Customer sent elsewhere' },
} as const

/** Which deciding words each resolution shows. */
const SHOWN_WORDS: Readonly<Record<Resolution, readonly DecidingWords['says'][]>> = {
  resolved: ['done', 'acted', 'refused', 'informed'],
  partial: ['pending', 'done', 'acted', 'deflected', 'refused', 'informed'],
  deflected: ['deflected', 'offered'],
}
/** Which acts of sentences each resolution shows where no words stand in them. */
const SHOWN_ACTS: Readonly<Record<Resolution, readonly ResolutionAct[]>> = {
  resolved: ['settled', 'refused'],
  partial: ['handed-on', 'asked', 'away'],
  deflected: ['away'],
}
/** A sentence is shown for an act that is at least this probable. */
const SHOWN_FROM = 0.5

/** The places that speak for a decision: the deciding words, and sentences that do the same in other words. */
function spansFor(
  resolution: Resolution,
  words: readonly DecidingWords[],
  sentences: readonly ActingSentence[],
): EvidenceSpan[] {
  const shown = words
    .filter(({ says }) => SHOWN_WORDS[resolution].includes(says))
    .map(({ start, end, says, way }) => ({ start, end, label: way === '' ? says : way }))
  const acting = sentences.flatMap(({ start, end, probabilities }) => {
    if (shown.some((word) => word.start < end && start < word.end)) return []
    const most = Math.max(...probabilities)
    const act = RESOLUTION_ACTS[probabilities.indexOf(most)]!
    return most >= SHOWN_FROM && SHOWN_ACTS[resolution].includes(act) ? [{ start, end, label: act }] : []
  })
  return [...shown, ...acting].sort((one, other) => one.start - other.start)
}

export const resolution = defineCriterion({
  meta: {
    id: 'resolution',
    version: 3,
    family: 'answer-quality',
    title: { fr: 'Résolution au premier contact', en: 'Resolution at first contact' },
    description: {
      fr: 'La réponse règle la demande, ou bien renvoie le client ailleurs.',
      en: 'The answer settles the request, or sends the customer elsewhere.',
    },
    why: {
      fr: 'Le communiqué d’un lauréat de Qualiweb 2013 donne 65 % de demandes résolues au premier contact : le reste coûte un second message.',
      en: 'The release of a Qualiweb 2013 winner gives 65 % of requests solved at first contact: the rest costs a second message.',
    },
    method: {
      fr: 'Résolu (1), en partie (`partial`) ou renvoyé (0 : téléphoner, remplir un formulaire, lire la FAQ, écrire encore, aller en magasin), d’après ce que fait chaque phrase (régler, refuser, transmettre, demander, renvoyer), appris sur des lettres écrites pour cela, et la part des points traités ; les phrases qui décident sont montrées. Une offre facultative (« n’hésitez pas ») ne renvoie pas ; un refus définitif règle la demande. Quand la décision est peu sûre, une personne tranche.',
      en: 'Resolved (1), partly (`partial`) or deflected (0: phone, fill a form, read the FAQ, write again, visit a shop), from what each sentence does (settle, refuse, hand on, ask, send away), learnt from letters written for it, and the share of points covered; the sentences that decide are shown. An optional offer (“feel free to”) does not deflect; a final refusal settles the request. Where the decision is not sure, a person makes it.',
    },
    needs: ['reply', 'scenario'],
    speaks: ['phrases:resolution', 'phrases:denials', 'stem'],
    lifecycle: 'stable',
  },
  // Half way by definition.
  defaults: { partial: 0.5 },
  checkOptions: ({ partial }) => (partial >= 0 && partial <= 1 ? null : 'partial must be between 0 and 1'),
  evaluate({ reply, scenario }, { partial }) {
    if (!reply) return { outcome: 'not-applicable', message: { fr: 'Pas de réponse.', en: 'No reply.' } }
    const folded = fold(unwrap(reply.text))
    const words = findDecidingWords(reply.text, folded)
    const sentences = actingSentences(reply.text, folded)
    // Points are written in the language of the question: in another one they say nothing.
    const comparable = reply.language === null || reply.language === scenario.language
    const coverage = comparable ? coverageShare(coverPoints(scenario.points, reply.text, scenario.language)) : null
    const decision = decideResolution(letterSigns(sentences, words, coverage, scenario.type))
    const shown = spansFor(decision.resolution, words, sentences)
    const ways = [...new Set(words.flatMap(({ says, way }) => (says === 'deflected' && way !== '' ? [way] : [])))].join(
      ', ',
    )
    const quote = shown.map(({ start, end }) => reply.text.slice(start, end).replace(/\s+/g, ' ').trim())[0]
    const said = SAID[decision.resolution]
    const via = decision.resolution === 'deflected' && ways !== '' ? ` (${ways})` : ''
    return {
      outcome: 'scored',
      score: { resolved: 1, partial, deflected: 0 }[decision.resolution],
      message: {
        fr: `${said.fr}${via}${quote ? ` : « ${quote} »` : ''}.`,
        en: `${said.en}${via}${quote ? `: “${quote}”` : ''}.`,
      },
      evidence: shown,
      doubtful: decision.doubtful,
    }
  },
})
