/** What an edition says of equal treatment, in sentences: an accusation only where the corrected test holds, and what was tested in any case. */

import type { StudyLanguage } from '../src/domain/language.js'
import { inLanguage } from '../src/languages/index.js'
import { EQUAL_TREATMENT_LEVEL, SMALLEST_EFFECT } from '../src/ranking/equal-treatment.js'
import type { EditionReport } from './edition-schema.js'
import { formatFor } from './format.js'
import { wordsIn } from './words.js'

type Effect = EditionReport['equalTreatment'][number]

/** Largest difference, in points, that the interval of a comparison does not exclude. */
function notExcluded({ interval }: Effect): number {
  return Math.max(Math.abs(interval.low), Math.abs(interval.high))
}

/** One accusation. */
function accusation(report: EditionReport, effect: Effect, language: StudyLanguage): string {
  const { number, signed } = formatFor(language)
  const others = effect.reference ?? wordsIn(language).others
  const sector = report.sectors.find(({ id }) => id === effect.sector)?.title[language]
  const p = number(effect.adjustedP ?? effect.p, 3)
  const sides =
    effect.personas === undefined
      ? `n = ${effect.n} / ${effect.nReference}`
      : inLanguage(
          {
            fr: `n = ${effect.n} / ${effect.nReference} e-mails de ${effect.personas} / ${effect.personasReference} clients mystères`,
            en: `n = ${effect.n} / ${effect.nReference} e-mails by ${effect.personas} / ${effect.personasReference} shoppers`,
          },
          language,
        )
  return inLanguage(
    {
      fr: `Traitement inégal selon « ${effect.attribute} »${sector ? `, secteur « ${sector} »` : ''} : ${effect.value} comparé à ${others}, ${signed(effect.effect)} points (${number(effect.interval.low)} ; ${number(effect.interval.high)}), p corrigé = ${p}, ${sides}.`,
      en: `Unequal treatment by “${effect.attribute}”${sector ? `, sector “${sector}”` : ''}: ${effect.value} compared with ${others}, ${signed(effect.effect)} points (${number(effect.interval.low)}; ${number(effect.interval.high)}), corrected p = ${p}, ${sides}.`,
    },
    language,
  )
}

/** Sentences on equal treatment; empty where no comparison could be made. */
export function treatmentSentences(report: EditionReport, language: StudyLanguage): readonly string[] {
  const { number, percent, text } = formatFor(language)
  const tested = report.equalTreatment.filter(({ outcome }) => outcome === 'mark')
  if (tested.length === 0) return []
  const found = tested.filter(({ significant }) => significant)
  const overall = tested.filter(({ sector }) => sector === null)
  const sentences = found.map((effect) => accusation(report, effect, language))
  const level = percent(EQUAL_TREATMENT_LEVEL)
  const smallest = number(SMALLEST_EFFECT, 0)
  const count = `${tested.length}`
  sentences.push(
    inLanguage(
      {
        fr: `${found.length === 0 ? 'Égalité de traitement : aucun écart ne dépasse le hasard. ' : ''}${count} comparaisons faites (attributs, ensemble et secteurs), corrigées ensemble : si personne ne traitait personne autrement, au plus ${level} des éditions en montreraient une seule. Un écart de moins de ${smallest} points n’est pas imprimé.`,
        en: `${found.length === 0 ? 'Equal treatment: no difference beyond chance. ' : ''}${count} comparisons were made (attributes, overall and by sector) and corrected together: if nobody treated anybody differently, at most ${level} of editions would show a single one. A difference below ${smallest} points is not printed.`,
      },
      language,
    ),
  )
  const open = overall.filter(({ significant }) => !significant).map(notExcluded)
  if (open.length > 0 && open.every((points) => points < 100)) {
    const most = number(Math.max(...open), 0)
    sentences.push(
      inLanguage(
        {
          fr: `Ce que l’étude n’exclut pas : des écarts allant jusqu’à ${most} points sur l’ensemble. Ne rien trouver n’est pas prouver l’égalité.`,
          en: `What the study does not exclude: differences of up to ${most} points overall. To find nothing is not to prove equality.`,
        },
        language,
      ),
    )
  } else if (open.length > 0)
    sentences.push(
      inLanguage(
        {
          fr: 'Trop peu de clients mystères par valeur : l’étude n’exclut aucun écart, et ne peut en montrer aucun.',
          en: 'Too few shoppers for each value: the study excludes no difference and can show none.',
        },
        language,
      ),
    )
  return sentences.map(text)
}
