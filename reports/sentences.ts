/** Findings in sentences, French and English, each with its figures; used as chart titles, key figures and "what changed". */

import type { StudyLanguage } from '../src/domain/language.js'
import { inLanguage, languagePack } from '../src/languages/index.js'
import { topSet } from '../src/ranking/top-sets.js'
import type { EditionReport } from './edition-schema.js'
import { formatFor } from './format.js'

/** A finding in words. */
export interface Sentence {
  /** What it speaks of, stable: `winner-fell`, `response-rate`, … */
  readonly topic: string
  readonly text: string
}

/** Shares of unanswered e-mails that people say as a fraction. */
const UNANSWERED = [
  { share: 1 / 10, said: { fr: 'Une demande sur dix reste sans réponse', en: 'One e-mail in ten gets no answer' } },
  { share: 1 / 5, said: { fr: 'Une demande sur cinq reste sans réponse', en: 'One e-mail in five gets no answer' } },
  { share: 1 / 4, said: { fr: 'Une demande sur quatre reste sans réponse', en: 'One e-mail in four gets no answer' } },
  { share: 1 / 3, said: { fr: 'Une demande sur trois reste sans réponse', en: 'One e-mail in three gets no answer' } },
  { share: 1 / 2, said: { fr: 'Une demande sur deux reste sans réponse', en: 'One e-mail in two gets no answer' } },
  {
    share: 2 / 3,
    said: { fr: 'Deux demandes sur trois restent sans réponse', en: 'Two e-mails in three get no answer' },
  },
  {
    share: 3 / 4,
    said: { fr: 'Trois demandes sur quatre restent sans réponse', en: 'Three e-mails in four get no answer' },
  },
] as const

/** How far a share may lie from a fraction that names it. */
const FRACTION_TOLERANCE = 0.015

/** A list of names with commas and a final "and". */
export function listed(names: readonly string[], language: StudyLanguage): string {
  return new Intl.ListFormat(languagePack(language).formats.locale, { type: 'conjunction' }).format(names)
}

/** What chart titles and key figures say of one edition. */
export function headlines(report: EditionReport, language: StudyLanguage) {
  const { number, percent, duration, text } = formatFor(language)
  const first = report.standings.filter((standing) => standing.rank === 1)
  // The rank intervals that are printed decide, as everywhere.
  const near = topSet(report.standings, 1).possible.length
  const rate = report.overall.responseRate.value
  // From the rate as printed, so that answered and unanswered add up to 100 % on one page.
  const silentShare = rate === null ? null : 1 - Math.round(100 * rate) / 100
  const winners = listed(
    first.map((standing) => standing.name),
    language,
  )
  const index = number(first[0]?.index.value ?? null)
  const leagueTable =
    first.length === 0
      ? inLanguage({ fr: 'Aucune marque n’est encore classée', en: 'No brand is ranked yet' }, language)
      : first.length > 1
        ? inLanguage(
            {
              fr: `${winners} à égalité en tête, avec ${index} sur 100`,
              en: `${winners} share first place with ${index} out of 100`,
            },
            language,
          )
        : inLanguage(
            {
              fr: `${winners} en tête avec ${index} sur 100${near > 1 ? `, mais ${near - 1} autre${near > 2 ? 's' : ''} peu${near > 2 ? 'vent' : 't'} être la meilleure` : ''}`,
              en: `${winners} comes first with ${index} out of 100${near > 1 ? `, but ${near - 1} other${near > 2 ? 's' : ''} may be the best` : ''}`,
            },
            language,
          )
  const fraction = UNANSWERED.find(
    (one) => silentShare !== null && Math.abs(one.share - silentShare) <= FRACTION_TOLERANCE,
  )
  const responseRate =
    rate === null
      ? inLanguage({ fr: 'Pas encore de réponse à compter', en: 'No answer to count yet' }, language)
      : ((fraction && inLanguage(fraction.said, language)) ??
        inLanguage(
          {
            fr: `${percent(silentShare)} des demandes restent sans réponse`,
            en: `${percent(silentShare)} of e-mails get no answer`,
          },
          language,
        ))
  const day = report.overall.within24Hours.value
  const median = report.overall.medianDelayHours.value
  const survival =
    day === null
      ? responseRate
      : inLanguage(
          {
            fr: `${percent(day)} des demandes ont une réponse sous 24 h${median === null ? '' : `, la moitié sous ${duration(median)}`}`,
            en: `${percent(day)} of e-mails are answered within 24 h${median === null ? '' : `, half within ${duration(median)}`}`,
          },
          language,
        )
  const scenarios = report.scenarios.filter((scenario) => scenario.responseRate.value !== null)
  const best = scenarios.toSorted((a, b) => b.responseRate.value! - a.responseRate.value!)[0]
  const worst = scenarios.toSorted((a, b) => a.responseRate.value! - b.responseRate.value!)[0]
  // Two situations are told apart where their intervals do not meet; a share alone may be chance.
  const apart = (worst?.responseRate.interval?.high ?? 1) < (best?.responseRate.interval?.low ?? 0)
  const heatMap =
    !best || !worst || best.id === worst.id
      ? responseRate
      : !apart
        ? inLanguage(
            {
              fr: `De ${percent(worst.responseRate.value)} à ${percent(best.responseRate.value)} de réponses selon la situation ; l’écart peut être dû au hasard`,
              en: `${percent(worst.responseRate.value)} to ${percent(best.responseRate.value)} answered, depending on the situation; the difference may be due to chance`,
            },
            language,
          )
        : inLanguage(
            {
              fr: `« ${best.title.fr} » obtient le plus de réponses (${percent(best.responseRate.value)}), « ${worst.title.fr} » le moins (${percent(worst.responseRate.value)})`,
              en: `“${best.title.en}” gets most answers (${percent(best.responseRate.value)}), “${worst.title.en}” fewest (${percent(worst.responseRate.value)})`,
            },
            language,
          )
  return {
    leagueTable: text(leagueTable),
    responseRate: text(responseRate),
    survival: text(survival),
    heatMap: text(heatMap),
    bump: text(bumpHeadline(report, language)),
  }
}

function bumpHeadline(report: EditionReport, language: StudyLanguage): string {
  const { ordinal } = formatFor(language)
  // A title claims no movement that chance explains.
  const fallen = report.changes?.fallenWinners
    .filter(({ significant }) => significant)
    .toSorted((a, b) => b.to - a.to)[0]
  const climber = report.changes?.climbers.find(({ significant }) => significant)
  if (fallen && fallen.to > 3)
    return inLanguage(
      {
        fr: `${fallen.name}, première en ${report.changes!.before}, tombe à la ${ordinal(fallen.to)} place`,
        en: `${fallen.name}, first in ${report.changes!.before}, falls to ${ordinal(fallen.to)} place`,
      },
      language,
    )
  if (climber && climber.places > 1)
    return inLanguage(
      {
        fr: `${climber.name} gagne ${climber.places} places, de la ${ordinal(climber.from)} à la ${ordinal(climber.to)}`,
        en: `${climber.name} climbs ${climber.places} places, from ${ordinal(climber.from)} to ${ordinal(climber.to)}`,
      },
      language,
    )
  if (report.changes?.significantMoves === 0)
    return inLanguage(
      {
        fr: 'Les rangs bougent, mais aucune marque au-delà du hasard',
        en: 'Ranks move, but no brand’s beyond chance',
      },
      language,
    )
  return inLanguage({ fr: 'Rangs d’une édition à l’autre', en: 'Ranks from one edition to the next' }, language)
}

/** "What changed" between two editions, most newsworthy first; empty where there is no edition to compare with. */
export function whatChanged(report: EditionReport, language: StudyLanguage): readonly Sentence[] {
  const { changes } = report
  if (!changes) return []
  const { number, percent, signed, ordinal, text } = formatFor(language)
  const sentences: Sentence[] = []
  const say = (topic: string, fr: string, en: string) =>
    sentences.push({ topic, text: text(inLanguage({ fr, en }, language)) })
  const beyond = (clear: boolean, fr = true) =>
    clear ? '' : fr ? ' ; l’écart peut être dû au hasard' : '; the difference may be due to chance'

  for (const fallen of changes.fallenWinners)
    say(
      'winner-fell',
      `${fallen.name}, première en ${changes.before}, est ${ordinal(fallen.to)} en ${changes.now}${beyond(fallen.significant)}.`,
      `${fallen.name}, first in ${changes.before}, is ${ordinal(fallen.to)} in ${changes.now}${beyond(fallen.significant, false)}.`,
    )
  const rate = changes.responseRate
  if (rate) {
    const points = signed(rate.difference * 100)
    const verb = rate.difference < 0 ? ['recule', 'is down'] : ['progresse', 'is up']
    say(
      'response-rate',
      `Le taux de réponse ${verb[0]} de ${percent(rate.before)} à ${percent(rate.now)} (${points} points)${beyond(rate.clear)}.`,
      `The response rate ${verb[1]} from ${percent(rate.before)} to ${percent(rate.now)} (${points} points)${beyond(rate.clear, false)}.`,
    )
  }
  const { mistakes } = changes
  if (mistakes) {
    const doubled = mistakes.ratio !== null && mistakes.ratio >= 1.9 && mistakes.ratio <= 2.1
    const halved = mistakes.ratio !== null && mistakes.ratio >= 0.47 && mistakes.ratio <= 0.53
    const figures = `${number(mistakes.before)} → ${number(mistakes.now)}`
    const times = mistakes.ratio === null ? '' : `, × ${number(mistakes.ratio, 2)}`
    say(
      'mistakes',
      `Les fautes ${doubled ? 'ont doublé' : halved ? 'ont diminué de moitié' : mistakes.now > mistakes.before ? 'augmentent' : mistakes.now < mistakes.before ? 'diminuent' : 'sont stables'} : ${figures} pour 100 mots${times}${beyond(mistakes.clear)}.`,
      `Mistakes ${doubled ? 'have doubled' : halved ? 'have halved' : mistakes.now > mistakes.before ? 'are up' : mistakes.now < mistakes.before ? 'are down' : 'are stable'}: ${figures} per 100 words${times}${beyond(mistakes.clear, false)}.`,
    )
  }
  const day = changes.within24Hours
  if (day)
    say(
      'within-24-hours',
      `Réponses sous 24 h : ${percent(day.before)} des demandes en ${changes.before}, ${percent(day.now)} en ${changes.now}${beyond(day.clear)}.`,
      `Answers within 24 h: ${percent(day.before)} of e-mails in ${changes.before}, ${percent(day.now)} in ${changes.now}${beyond(day.clear, false)}.`,
    )
  for (const [topic, movers, fr, en] of [
    ['climber', changes.climbers, 'gagne', 'climbs'],
    ['faller', changes.fallers, 'perd', 'loses'],
  ] as const) {
    for (const mover of movers.slice(0, 3)) {
      const places = Math.abs(mover.places)
      const points = mover.points === null ? '' : ` (${signed(mover.points)} points)`
      say(
        topic,
        `${mover.name} ${fr} ${places} place${places > 1 ? 's' : ''}, de ${ordinal(mover.from)} à ${ordinal(mover.to)}${points}${beyond(mover.significant)}.`,
        `${mover.name} ${en} ${places} place${places > 1 ? 's' : ''}, ${ordinal(mover.from)} to ${ordinal(mover.to)}${points}${beyond(mover.significant, false)}.`,
      )
    }
  }
  say(
    'significant-moves',
    changes.significantMoves === 0
      ? 'Aucun changement d’indice d’une marque ne dépasse ce que le hasard explique.'
      : `${changes.significantMoves} marque${changes.significantMoves > 1 ? 's ont' : ' a'} changé d’indice au-delà du hasard.`,
    changes.significantMoves === 0
      ? 'No brand’s index changed by more than chance explains.'
      : `${changes.significantMoves} brand${changes.significantMoves > 1 ? 's have' : ' has'} an index that changed beyond chance.`,
  )
  return sentences
}
