/** The order of brands under other weights: what a thousand weightings make of it, and the reader's own, counted in the page. */
import type { EditionReport } from '../../../reports/edition-schema.js'
import { FAMILIES } from '../../../reports/words.js'
import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage, textIn } from '../../languages/index.js'
import { competitionRanks } from '../../ranking/competition-rank.js'
import { formatNumber, formatShare } from '../format.js'
import { Scroll } from './scroll.js'

/** Brands that the page shows; the file holds all. */
const SHOWN = 30

const WORDS = {
  fr: {
    title: 'Et avec d’autres poids ?',
    note: 'Les poids de la grille sont un choix. Ici, le même classement sous {n} pondérations tirées au hasard : chaque poids à 25 % près, puis n’importe quels poids.',
    kept: '{brand} garde la première place dans {near} des pondérations proches et dans {free} des pondérations quelconques.',
    criteria: 'Sans l’un des critères, la première place {kept}, et {moved}.',
    nobody: 'aucune marque ne bouge de trois places',
    one: 'une marque au plus bouge de trois places ou plus',
    several: '{n} marques au plus bougent de trois places ou plus',
    keptAlways: 'ne change jamais',
    keptNot: 'change pour {n} des {all} critères',
    own: 'Vos poids',
    reset: 'Revenir à la grille',
    brand: 'Marque',
    rank: 'Rang',
    index: 'Indice /100',
    near: 'Rangs, poids ± 25 %',
    free: 'Rangs, poids libres',
    range: '{low} à {high}',
    all: 'Toutes les marques',
  },
  en: {
    title: 'And with other weights?',
    note: 'The weights of the grid are a choice. Here is the same ranking under {n} weightings drawn at random: each weight within 25 %, then any weights.',
    kept: '{brand} keeps the first place in {near} of near weightings and in {free} of any weightings.',
    criteria: 'Without one of the criteria the first place {kept}, and {moved}.',
    nobody: 'no brand moves three places',
    one: 'at most one brand moves three places or more',
    several: 'at most {n} brands move three places or more',
    keptAlways: 'never changes',
    keptNot: 'changes for {n} of {all} criteria',
    own: 'Your weights',
    reset: 'Back to the grid',
    brand: 'Brand',
    rank: 'Rank',
    index: 'Index /100',
    near: 'Ranks, weights ± 25 %',
    free: 'Ranks, any weights',
    range: '{low} to {high}',
    all: 'All brands',
  },
} as const

type Sensitivity = NonNullable<EditionReport['sensitivity']>

/** The section. */
export function OtherWeights(props: {
  language: StudyLanguage
  sensitivity: Sensitivity
  names: ReadonlyMap<string, string>
  /** Address of the whole table as a file. */
  report: string
}) {
  const { language, sensitivity } = props
  const words = inLanguage(WORDS, language)
  const free = new Map(sensitivity.free.map((one) => [one.brand, one]))
  const total = sensitivity.families.reduce((sum, { weight }) => sum + weight, 0)
  const indexOf = (shares: readonly number[]) =>
    sensitivity.families.reduce((sum, { weight }, at) => sum + (100 * weight * (shares[at] ?? 0)) / total, 0)
  const range = ({ low, high }: { readonly low: number; readonly high: number }) =>
    low === high ? String(low) : words.range.replace('{low}', String(low)).replace('{high}', String(high))
  const ranks = competitionRanks(sensitivity.brands.map(({ shares }) => indexOf(shares)))
  const first = sensitivity.near[0]
  const { exclusions } = sensitivity
  const most = Math.max(0, ...exclusions.map(({ moved }) => moved))
  const moved = most === 0 ? words.nobody : most === 1 ? words.one : words.several.replace('{n}', String(most))
  const lost = exclusions.filter(({ winnerKept }) => !winnerKept).length
  return (
    <div class="no-print">
      <h2 id="other-weights">{words.title}</h2>
      <p>{words.note.replace('{n}', formatNumber(sensitivity.weightings, language, 0))}</p>
      {first ? (
        <p>
          {words.kept
            .replace('{brand}', () => props.names.get(first.brand) ?? first.brand)
            .replace('{near}', formatShare(first.first, language))
            .replace('{free}', formatShare(free.get(first.brand)?.first ?? null, language))}{' '}
          {exclusions.length > 0
            ? words.criteria
                .replace(
                  '{kept}',
                  lost === 0
                    ? words.keptAlways
                    : words.keptNot.replace('{n}', String(lost)).replace('{all}', String(exclusions.length)),
                )
                .replace('{moved}', moved)
            : null}
        </p>
      ) : null}
      <form data-reweigh>
        <fieldset class="sliders no-print" data-with-script hidden>
          <legend>{words.own}</legend>
          {sensitivity.families.map(({ id, weight }) => (
            <div>
              <label for={`weight-${id}`}>{FAMILIES[id] ? textIn(FAMILIES[id], language) : id}</label>
              <input id={`weight-${id}`} type="range" min="0" max="100" step="1" value={String(Math.round(weight))} />
              <output for={`weight-${id}`}>{`${formatNumber(weight, language)} / 100`}</output>
            </div>
          ))}
          <button type="reset" class="quiet">
            {words.reset}
          </button>
        </fieldset>
        <Scroll label={words.title}>
          <table>
            <thead>
              <tr>
                <th scope="col" class="number">
                  {words.rank}
                </th>
                <th scope="col">{words.brand}</th>
                <th scope="col" class="number">
                  {words.index}
                </th>
                <th scope="col" class="number">
                  {words.near}
                </th>
                <th scope="col" class="number">
                  {words.free}
                </th>
              </tr>
            </thead>
            <tbody>
              {sensitivity.brands.slice(0, SHOWN).map(({ brand, shares }, at) => {
                const near = sensitivity.near[at]
                const any = free.get(brand)
                return (
                  <tr data-shares={shares.join(' ')}>
                    <td class="number" data-rank>
                      {String(ranks[at] ?? '')}
                    </td>
                    <th scope="row">{props.names.get(brand) ?? brand}</th>
                    <td class="number" data-index>
                      {formatNumber(indexOf(shares), language)}
                    </td>
                    <td class="number">{near ? range(near) : ''}</td>
                    <td class="number">{any ? range(any) : ''}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Scroll>
      </form>
      <p class="small">
        <a href={props.report}>{`${words.all}, CSV`}</a>
      </p>
    </div>
  )
}
