/** How far each brand's place rests on the weights, as a table of data. */
import type { EditionReport } from '../edition-schema.js'
import { column, type Table, table } from './table.js'

type Sensitivity = NonNullable<EditionReport['sensitivity']>

/** One row a ranked brand, in the order of ranks. */
export function sensitivityTable(sensitivity: Sensitivity): Table {
  const free = new Map(sensitivity.free.map((one) => [one.brand, one]))
  const shares = new Map(sensitivity.brands.map(({ brand, shares }) => [brand, shares]))
  type Row = Sensitivity['near'][number]
  return table<Row>(
    'sensitivity',
    { fr: 'Sensibilité aux poids', en: 'Sensitivity to weights' },
    ['brand'],
    sensitivity.near,
    [
      column(
        'brand',
        'string',
        { fr: 'Marque', en: 'Brand' },
        { fr: 'identifiant de la marque', en: 'brand identifier' },
        (row) => row.brand,
      ),
      ...(['low', 'median', 'high'] as const).map((name) =>
        column<Row>(
          `near_rank_${name}`,
          'integer',
          { fr: `Rang, poids ± 25 %, ${QUANTILES[name].fr}`, en: `Rank, weights ± 25%, ${QUANTILES[name].en}` },
          {
            fr: `${QUANTILES[name].fr} de son rang sur ${sensitivity.weightings} pondérations proches de la grille`,
            en: `${QUANTILES[name].en} of its rank over ${sensitivity.weightings} weightings near the grid’s`,
          },
          (row) => row[name],
        ),
      ),
      column(
        'near_first',
        'number',
        { fr: 'Première, poids ± 25 %', en: 'First, weights ± 25%' },
        {
          fr: 'part des pondérations proches où elle est première',
          en: 'share of near weightings in which it is first',
        },
        (row) => row.first,
        { decimals: 3 },
      ),
      ...(['low', 'median', 'high'] as const).map((name) =>
        column<Row>(
          `free_rank_${name}`,
          'integer',
          { fr: `Rang, poids libres, ${QUANTILES[name].fr}`, en: `Rank, free weights, ${QUANTILES[name].en}` },
          {
            fr: `${QUANTILES[name].fr} de son rang sur ${sensitivity.weightings} pondérations quelconques`,
            en: `${QUANTILES[name].en} of its rank over ${sensitivity.weightings} weightings of any kind`,
          },
          (row) => free.get(row.brand)?.[name] ?? null,
        ),
      ),
      column(
        'free_first',
        'number',
        { fr: 'Première, poids libres', en: 'First, free weights' },
        {
          fr: 'part des pondérations quelconques où elle est première',
          en: 'share of free weightings in which it is first',
        },
        (row) => free.get(row.brand)?.first ?? null,
        { decimals: 3 },
      ),
      ...sensitivity.families.map(({ id, weight }, at) =>
        column<Row>(
          `share_${id}`,
          'number',
          { fr: `Part obtenue, ${id}`, en: `Share earned, ${id}` },
          {
            fr: `part moyenne des ${weight} points de la famille, de 0 à 1 : de quoi refaire l’indice avec d’autres poids`,
            en: `mean share of the family’s ${weight} points, 0 to 1: what another weighting starts from`,
          },
          (row) => shares.get(row.brand)?.[at] ?? null,
          { decimals: 3 },
        ),
      ),
    ],
  )
}

const QUANTILES = {
  low: { fr: 'quantile 2,5 %', en: '2.5% quantile' },
  median: { fr: 'médiane', en: 'median' },
  high: { fr: 'quantile 97,5 %', en: '97.5% quantile' },
} as const
