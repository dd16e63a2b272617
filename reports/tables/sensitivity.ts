/** How far each brand's place rests on the weights, as a table of data. */
import type { EditionReport } from '../edition-schema.js'
import { column, type Described, type Table, table } from './table.js'

type Sensitivity = NonNullable<EditionReport['sensitivity']>
type Row = Sensitivity['near'][number]

const QUANTILES = {
  low: { fr: 'quantile 2,5 %', en: '2.5% quantile' },
  median: { fr: 'médiane', en: 'median' },
  high: { fr: 'quantile 97,5 %', en: '97.5% quantile' },
} as const

/** How each kind of weighting is named: in a title, after a count, and after "share of". */
const DRAWS = {
  near: {
    title: { fr: 'poids ± 25 %', en: 'weights ± 25%' },
    counted: { fr: 'pondérations proches de la grille', en: 'weightings near the grid’s' },
    share: { fr: 'pondérations proches', en: 'near weightings' },
  },
  free: {
    title: { fr: 'poids libres', en: 'free weights' },
    counted: { fr: 'pondérations quelconques', en: 'weightings of any kind' },
    share: { fr: 'pondérations quelconques', en: 'free weightings' },
  },
} as const

/** Quantiles of the rank, and how often it is the first. */
function spreadColumns(
  draw: keyof typeof DRAWS,
  weightings: number,
  spreadOf: (row: Row) => Row | undefined,
): readonly Described<Row>[] {
  const { title, counted, share } = DRAWS[draw]
  return [
    ...(['low', 'median', 'high'] as const).map((name) =>
      column<Row>(
        `${draw}_rank_${name}`,
        'integer',
        { fr: `Rang, ${title.fr}, ${QUANTILES[name].fr}`, en: `Rank, ${title.en}, ${QUANTILES[name].en}` },
        {
          fr: `${QUANTILES[name].fr} de son rang sur ${weightings} ${counted.fr}`,
          en: `${QUANTILES[name].en} of its rank over ${weightings} ${counted.en}`,
        },
        (row) => spreadOf(row)?.[name] ?? null,
      ),
    ),
    column<Row>(
      `${draw}_first`,
      'number',
      { fr: `Première, ${title.fr}`, en: `First, ${title.en}` },
      { fr: `part des ${share.fr} où elle est première`, en: `share of ${share.en} in which it is first` },
      (row) => spreadOf(row)?.first ?? null,
      { decimals: 3 },
    ),
  ]
}

/** One row a ranked brand, in the order of ranks. */
export function sensitivityTable(sensitivity: Sensitivity): Table {
  const free = new Map(sensitivity.free.map((one) => [one.brand, one]))
  const shares = new Map(sensitivity.brands.map(({ brand, shares }) => [brand, shares]))
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
      ...spreadColumns('near', sensitivity.weightings, (row) => row),
      ...spreadColumns('free', sensitivity.weightings, (row) => free.get(row.brand)),
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
