/** Criterion `resolution`: solved at first contact, partly, or sent away (asked to phone, fill a form, read the FAQ, write again, visit a shop). */

import { fold } from '../text/fold.js'
import { unwrap } from '../text/sentences.js'
import { coverageShare, coverPoints } from './coverage/cover-points.js'
import { defineCriterion } from './criterion.js'
import { type DecidingWords, findDecidingWords } from './phrases/find-resolution.js'

/** How an answer leaves the customer. */
export type Resolution = 'resolved' | 'partial' | 'deflected'

interface Decision {
  readonly resolution: Resolution
  readonly doubtful: boolean
}

/** Coverage from which the points themselves say that the answer is there, whatever else the letter says. */
const MOSTLY_COVERED = 0.6
/** Coverage that is enough where nothing is put off and nobody is sent away. */
const HALF_COVERED = 0.5

/**
 * Weighs the deciding words with the share of expected points.
 * @param share 0–1; null where the scenario has no points
 * @param beside the share without what only sentences say that send away; null as above
 * @param technical true where a procedure is the solution, whatever its cause
 */
function decide(
  words: readonly DecidingWords[],
  share: number | null,
  beside: number | null,
  technical: boolean,
): Decision {
  const said = (says: DecidingWords['says']): boolean => words.some((word) => word.says === says)
  const done = said('done')
  const informed = said('informed')
  const full = share !== null && share > 0.99
  const mostly = share !== null && share >= MOSTLY_COVERED
  const some = share !== null && share > 0
  if (said('deflected')) {
    if (beside === null) return { resolution: done ? 'partial' : 'deflected', doubtful: done || informed }
    if (beside === 0) return { resolution: 'deflected', doubtful: done || some }
    return { resolution: beside > 0.99 ? 'resolved' : 'partial', doubtful: true }
  }
  if (
    said('offered') &&
    !done &&
    !said('acted') &&
    !said('refused') &&
    !said('pending') &&
    !some &&
    !(informed && share === null)
  )
    return { resolution: 'deflected', doubtful: true }
  if (said('pending')) {
    if (full && (done || informed)) return { resolution: 'resolved', doubtful: true }
    // Asking for a photo or a number beside a full answer is part of the procedure; handing on is not.
    const handedOn = words.some(({ says, way }) => says === 'pending' && way !== 'asks')
    if (mostly && (done || !handedOn)) return { resolution: 'resolved', doubtful: true }
    return { resolution: 'partial', doubtful: done || mostly }
  }
  if (share !== null && share >= HALF_COVERED) return { resolution: 'resolved', doubtful: !mostly }
  if (technical && informed && some) return { resolution: 'resolved', doubtful: true }
  // Nothing is put off and nobody is sent away: what was done stands, though the letter explains nothing.
  if (done) return { resolution: 'resolved', doubtful: share !== null }
  if (said('acted')) return { resolution: 'resolved', doubtful: true }
  // A final refusal settles the request too; the other criteria say how.
  if (said('refused') && !some) return { resolution: 'resolved', doubtful: true }
  if (informed && share === null) return { resolution: 'resolved', doubtful: true }
  return { resolution: 'partial', doubtful: !some }
}

const SAID = {
  resolved: { fr: 'Résolu au premier contact', en: 'Resolved at first contact' },
  partial: { fr: 'Résolu en partie ou remis à plus tard', en: 'Partly resolved or put off' },
  deflected: { fr: 'Client renvoyé ailleurs', en: 'Customer sent elsewhere' },
} as const

/** Which deciding words each resolution shows. */
const SHOWN: Readonly<Record<Resolution, readonly DecidingWords['says'][]>> = {
  resolved: ['done', 'acted', 'refused', 'informed'],
  partial: ['pending', 'done', 'acted', 'deflected', 'refused', 'informed'],
  deflected: ['deflected', 'offered'],
}

export const resolution = defineCriterion({
  meta: {
    id: 'resolution',
    version: 2,
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
      fr: 'Résolu (1), en partie (`partial`) ou renvoyé (0 : téléphoner, remplir un formulaire, lire la FAQ, écrire encore, aller en magasin), d’après les mots qui décident, montrés, et la part des points traités. Une offre facultative (« n’hésitez pas ») ne renvoie pas ; un refus définitif règle la demande.',
      en: 'Resolved (1), partly (`partial`) or deflected (0: phone, fill a form, read the FAQ, write again, visit a shop), from the words that decide, which are shown, and the share of points covered. An optional offer (“feel free to”) does not deflect; a final refusal settles the request.',
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
    const words = findDecidingWords(reply.text, fold(unwrap(reply.text)))
    // Points are written in the language of the question: in another one they say nothing.
    const comparable = reply.language === null || reply.language === scenario.language
    const covered = comparable ? coverPoints(scenario.points, reply.text, scenario.language) : null
    const away = words.filter(({ says }) => says === 'deflected').map(({ sentence }) => sentence)
    const beside = covered?.map((point) =>
      point.place && away.some(({ start, end }) => start < (point.place?.end ?? 0) && (point.place?.start ?? 0) < end)
        ? { ...point, place: null }
        : point,
    )
    const decision = decide(
      words,
      covered ? coverageShare(covered) : null,
      beside ? coverageShare(beside) : null,
      scenario.type === 'technical',
    )
    const shown = words.filter(({ says }) => SHOWN[decision.resolution].includes(says))
    const ways = [...new Set(shown.map(({ way }) => way).filter((way) => way !== ''))].join(', ')
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
      evidence: shown.map(({ start, end, says, way }) => ({ start, end, label: way === '' ? says : way })),
      doubtful: decision.doubtful,
    }
  },
})
