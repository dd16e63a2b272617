/** Movement against the previous edition: a sign, a number and words, never colour alone. */

import type { StudyLanguage } from '../../domain/language.js'
import type { Standing } from '../../domain/standing.js'
import { inLanguage } from '../../languages/index.js'
import { NO_FIGURE } from '../format.js'

/** ▲ 3, ▼ 12, =, or a dash where there is no comparable edition or rank before, with the same in words for screen readers. */
export function Movement(props: { standing: Pick<Standing, 'movement' | 'significantMove'>; language: StudyLanguage }) {
  const { movement, significantMove } = props.standing
  // No movement has many reasons (first edition, another method, no rank): calling it new could be wrong.
  if (movement === null)
    return (
      <span title={inLanguage({ fr: 'pas de comparaison', en: 'no comparison' }, props.language)}>
        <span aria-hidden="true">{NO_FIGURE}</span>
        <span class="visually-hidden">
          {inLanguage({ fr: 'pas de comparaison', en: 'no comparison' }, props.language)}
        </span>
      </span>
    )
  if (movement === 0)
    return <span title={inLanguage({ fr: 'sans changement', en: 'no change' }, props.language)}>=</span>
  const places = Math.abs(movement)
  const words = inLanguage(
    {
      fr: `${movement > 0 ? 'gagne' : 'perd'} ${places} place${places > 1 ? 's' : ''}`,
      en: `${movement > 0 ? 'up' : 'down'} ${places} place${places > 1 ? 's' : ''}`,
    },
    props.language,
  )
  const sure = significantMove ? inLanguage({ fr: ', écart significatif', en: ', significant' }, props.language) : ''
  return (
    <span class={movement > 0 ? 'up' : 'down'} title={words + sure}>
      <span aria-hidden="true">{`${movement > 0 ? '▲' : '▼'} ${places}${significantMove ? ' *' : ''}`}</span>
      <span class="visually-hidden">{words + sure}</span>
    </span>
  )
}
