/** Criterion `coverage`: share of the scenario's expected points that the answer addresses. */
import type { StudyLanguage } from '../domain/language.js'
import { languagePack, textIn } from '../languages/index.js'
import { coverageShare, coverPoints } from './coverage/cover-points.js'
import { defineCriterion } from './criterion.js'

export const coverage = defineCriterion({
  meta: {
    id: 'coverage',
    version: 3,
    family: 'answer-quality',
    title: { fr: 'Points traités', en: 'Points covered' },
    description: {
      fr: 'Part des points attendus par le scénario que la réponse traite.',
      en: 'Share of the scenario’s expected points that the answer addresses.',
    },
    why: {
      fr: 'Répondre vite sans répondre à la question oblige le client à écrire encore.',
      en: 'A quick answer that misses the question makes the customer write again.',
    },
    method: {
      fr: 'Chaque point a des phrases d’exemple, comparées à chaque phrase de la réponse par ce dont elles parlent (racines, synonymes d’un lexique propre, montants, délais et dates par leur type), des expressions ou des groupes de radicaux (Snowball français, Porter anglais). Une phrase proche sans être claire est laissée à une personne ; une phrase qui nie, qui interroge, qui répète la demande, qui pose une condition ou qui remet à plus tard ne traite pas le point. Les passages sont montrés.',
      en: 'Each point has example phrases, compared with each sentence of the answer by what they speak of (roots, synonyms of an own thesaurus, amounts, times and dates by type), expressions, or groups of stems (Snowball French, Porter English). A sentence that comes close without being clear is left to a person; a sentence that denies, asks back, repeats the request, sets a condition or puts it off does not address the point. The passages are shown.',
    },
    needs: ['reply', 'scenario'],
    speaks: ['stem', 'phrases:denials'],
    lifecycle: 'stable',
  },
  defaults: {},
  evaluate({ reply, scenario }) {
    if (!reply) return { outcome: 'not-applicable', message: { fr: 'Pas de réponse.', en: 'No reply.' } }
    const points = coverPoints(scenario.points, reply.text, scenario.language)
    const share = coverageShare(points)
    if (share === null) {
      return {
        outcome: 'not-applicable',
        message: { fr: 'Le scénario n’attend aucun point.', en: 'The scenario expects no point.' },
      }
    }
    const covered = points.filter(({ place }) => place !== null)
    const missing = points.filter(({ place }) => place === null)
    const list = (language: StudyLanguage): string =>
      missing.map(({ point }) => textIn(point.title, language)).join(languagePack(language).formats.semicolon)
    return {
      outcome: 'scored',
      score: share,
      value: Math.round(share * 1e4) / 1e4,
      unit: 'share',
      message: {
        fr: `Points traités : ${covered.length} sur ${points.length}${missing.length > 0 ? ` ; manque : ${list('fr')}` : ''}.`,
        en: `${covered.length} of ${points.length} points covered${missing.length > 0 ? `; missing: ${list('en')}` : ''}.`,
      },
      evidence: covered.map(({ point, place }) => ({
        start: place?.start ?? 0,
        end: place?.end ?? 0,
        label: point.id,
      })),
      doubtful: missing.some(({ denied, doubtful }) => doubtful || denied !== null),
    }
  },
})
