/** Movement against the previous edition: a sign, a number and words, never colour alone. */
import type { StudyLanguage } from '../../domain/language.js'
import type { Standing } from '../../domain/standing.js'

/** ▲ 3, ▼ 12, = or a dash for a newcomer, with the same in words for screen readers. */
export function Movement(props: { standing: Pick<Standing, 'movement' | 'significantMove'>; language: StudyLanguage }) {
  const { movement, significantMove } = props.standing
  const french = props.language === 'fr'
  if (movement === null) return <span class="small">{french ? 'nouveau' : 'new'}</span>
  if (movement === 0) return <span title={french ? 'sans changement' : 'no change'}>=</span>
  const places = Math.abs(movement)
  const words = french
    ? `${movement > 0 ? 'gagne' : 'perd'} ${places} place${places > 1 ? 's' : ''}`
    : `${movement > 0 ? 'up' : 'down'} ${places} place${places > 1 ? 's' : ''}`
  const sure = significantMove ? (french ? ', écart significatif' : ', significant') : ''
  return (
    <span class={movement > 0 ? 'up' : 'down'} title={words + sure}>
      <span aria-hidden="true">{`${movement > 0 ? '▲' : '▼'} ${places}${significantMove ? ' *' : ''}`}</span>
      <span class="visually-hidden">{words + sure}</span>
    </span>
  )
}
