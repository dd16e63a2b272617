/** Columns of figures with their uncertainty: value, limits, n. */
import type { Texts } from '../../src/domain/language.js'
import type { EditionReport } from '../edition-schema.js'
import { column, type Described } from './table.js'

type Estimate = EditionReport['overall']['responseRate']

/** Value, limits and n of an estimate as four columns. */
function estimateColumns<Row>(
  name: string,
  title: Texts,
  unit: Texts,
  decimals: number,
  of: (row: Row) => Estimate,
): Described<Row>[] {
  const limit = (side: Texts): Texts => ({ fr: `${title.fr}, ${side.fr}`, en: `${title.en}, ${side.en}` })
  return [
    column(name, 'number', title, unit, (row) => of(row).value, { decimals }),
    column(
      `${name}_low`,
      'number',
      limit({ fr: 'borne basse', en: 'lower limit' }),
      { fr: 'borne basse de l’intervalle à 95 %', en: 'lower limit of the 95% interval' },
      (row) => of(row).interval?.low ?? null,
      { decimals },
    ),
    column(
      `${name}_high`,
      'number',
      limit({ fr: 'borne haute', en: 'upper limit' }),
      {
        fr: 'borne haute de l’intervalle à 95 % ; pour un délai, la fin de la fenêtre signifie « au moins »',
        en: 'upper limit of the 95% interval; for a delay, the end of the window means “at least”',
      },
      (row) => of(row).interval?.high ?? null,
      { decimals },
    ),
    column(
      `${name}_n`,
      'integer',
      { fr: `${title.fr}, n`, en: `${title.en}, n` },
      { fr: 'observations derrière le chiffre', en: 'observations behind the figure' },
      (row) => of(row).n,
    ),
  ]
}

/** What a column of shares holds. */
export const SHARE = { fr: 'part de 0 à 1 ; vide : rien à compter', en: 'share from 0 to 1; empty: nothing to count' }

/** Columns of the share of answers of which a machine says that it wrote them. */
export function machineColumns<Row>(of: (row: Row) => Estimate) {
  return estimateColumns<Row>(
    'answered_by_machine_share',
    { fr: 'Réponses d’une machine qui le dit', en: 'Answered by a machine that says so' },
    {
      fr: 'part des premières réponses qui disent avoir été écrites par une machine, de 0 à 1',
      en: 'share of first replies that say a machine wrote them, from 0 to 1',
    },
    3,
    of,
  )
}

/** Columns of the share of answers that prove where they come from. */
export function authenticatedColumns<Row>(of: (row: Row) => Estimate) {
  return estimateColumns<Row>(
    'authenticated_share',
    { fr: 'Réponses authentifiées', en: 'Authenticated replies' },
    {
      fr: 'part des premières réponses dont le domaine se porte garant, de 0 à 1 ; vide : aucune n’a été vérifiée',
      en: 'share of first replies that their domain vouches for, from 0 to 1; empty: none was judged',
    },
    3,
    of,
  )
}

/** Columns of every indicator. */
export function indicatorColumns<Row>(of: (row: Row) => EditionReport['overall'] | EditionReport['standings'][number]) {
  return [
    ...estimateColumns<Row>(
      'index',
      { fr: 'Indice', en: 'Index' },
      { fr: 'moyenne des notes, 0 à 100', en: 'mean mark, 0 to 100' },
      1,
      (row) => of(row).index,
    ),
    ...estimateColumns<Row>(
      'response_rate',
      { fr: 'Taux de réponse', en: 'Response rate' },
      SHARE,
      3,
      (row) => of(row).responseRate,
    ),
    ...estimateColumns<Row>(
      'within_24h',
      { fr: 'Réponses sous 24 h', en: 'Answers within 24 h' },
      SHARE,
      3,
      (row) => of(row).within24Hours,
    ),
    ...estimateColumns<Row>(
      'median_delay_hours',
      { fr: 'Délai médian', en: 'Median delay' },
      { fr: 'heures ; vide : moins de la moitié a répondu', en: 'hours; empty: fewer than half answered' },
      1,
      (row) => of(row).medianDelayHours,
    ),
    ...estimateColumns<Row>(
      'mistakes_per_100_words',
      { fr: 'Fautes pour 100 mots', en: 'Mistakes per 100 words' },
      { fr: 'fautes comptées pour 100 mots ; n : mots', en: 'counted mistakes per 100 words; n: words' },
      2,
      (row) => of(row).mistakesPer100Words,
    ),
    ...estimateColumns<Row>(
      'flawless_share',
      { fr: 'Réponses sans faute', en: 'Flawless replies' },
      SHARE,
      3,
      (row) => of(row).flawlessShare,
    ),
  ]
}
