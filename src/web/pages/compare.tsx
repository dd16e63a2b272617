/** Brands side by side. */

import type { StudyLanguage } from '../../domain/language.js'
import type { Standing } from '../../domain/standing.js'
import { inLanguage } from '../../languages/index.js'
import type { BrandHistory } from '../data/rankings.js'
import { formatHours, formatNumber, formatShare, NO_FIGURE } from '../format.js'
import { Scroll } from './scroll.js'
import { Whisker } from './whisker.js'

const WORDS = {
  fr: {
    rank: 'Rang',
    index: 'Indice /100',
    interval: 'Intervalle à 95 %, échelle 0–100',
    response: 'Réponses',
    delay: 'Délai médian',
    compare: 'Comparer des marques',
    choose: 'Choisissez jusqu’à cinq marques.',
    show: 'Comparer',
    add: 'Marque',
    none: 'aucune',
  },
  en: {
    rank: 'Rank',
    index: 'Index /100',
    interval: '95 % interval, scale 0–100',
    response: 'Answered',
    delay: 'Median delay',
    compare: 'Compare brands',
    choose: 'Choose up to five brands.',
    show: 'Compare',
    add: 'Brand',
    none: 'none',
  },
} as const

/** Most brands side by side. */
export const MOST_COMPARED = 5

/** Up to five brands side by side. */
export function ComparePage(props: {
  language: StudyLanguage
  brands: readonly { readonly id: string; readonly name: string }[]
  chosen: readonly BrandHistory[]
}) {
  const { language, chosen } = props
  const words = inLanguage(WORDS, language)
  const rows: readonly (readonly [string, (standing: Standing) => string])[] = [
    [words.rank, ({ rank }) => formatNumber(rank, language, 0)],
    [words.index, ({ index }) => formatNumber(index.value, language)],
    [words.response, ({ responseRate }) => formatShare(responseRate.value, language)],
    [words.delay, ({ medianDelayHours }) => formatHours(medianDelayHours.value, language)],
  ]
  return (
    <>
      <h1>{words.compare}</h1>
      <p>{words.choose}</p>
      <form class="inline-form no-print">
        {Array.from({ length: MOST_COMPARED }, (_, place) => (
          <div>
            <label for={`brand-${place}`}>{`${words.add} ${place + 1}`}</label>
            <select id={`brand-${place}`} name="brand">
              <option value="">{words.none}</option>
              {props.brands.map(({ id, name }) => (
                <option value={id} selected={chosen[place]?.brand === id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        ))}
        <button type="submit" class="primary">
          {words.show}
        </button>
      </form>
      {chosen.length > 0 ? (
        <Scroll label={words.compare}>
          <table class="league">
            <thead>
              <tr>
                <td></td>
                {chosen.map(({ brand, name }) => (
                  <th scope="col">
                    <a href={`/brands/${brand}`}>{name}</a>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([label, show]) => (
                <tr>
                  <th scope="row">{label}</th>
                  {chosen.map(({ years }) => {
                    const newest = years.at(-1)?.standing
                    return <td>{newest ? show(newest) : NO_FIGURE}</td>
                  })}
                </tr>
              ))}
              <tr>
                <th scope="row">{words.interval}</th>
                {chosen.map(({ years }) => {
                  const newest = years.at(-1)?.standing
                  return <td>{newest ? <Whisker estimate={newest.index} language={language} /> : NO_FIGURE}</td>
                })}
              </tr>
            </tbody>
          </table>
        </Scroll>
      ) : null}
    </>
  )
}
