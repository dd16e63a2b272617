/** The page that `proofread --explain` prints: underlines under the right words, notes, a summary, nothing that steers the terminal. */
import { expect, it } from 'vitest'
import { explainMistakes } from '../../src/cli/explain-mistakes.js'
import type { Mistake } from '../../src/domain/mistake.js'

const mistake = (text: string, marked: string, category: Mistake['category'] = 'spelling'): Mistake => ({
  start: text.indexOf(marked),
  end: text.indexOf(marked) + marked.length,
  text: marked,
  category,
  rule: 'some-rule',
  message: 'A message.',
  suggestions: ['better'],
})

it('underlines each mistake of a line and counts typography apart', () => {
  const text = 'Fine line.\nTwo bad wrods here !'
  const page = explainMistakes(text, [mistake(text, 'wrods'), mistake(text, ' !', 'typography')], false)
  expect(page).toBe(
    [
      'Two bad wrods here !',
      '        ~~~~~     ~~',
      '  wrods → better',
      '  A message. (spelling, some-rule)',
      '   ! → better',
      '  A message. (typography, some-rule)',
      '',
      '6 words, 1 mistake, 1 of typography (not counted)',
      '',
      '',
    ].join('\n'),
  )
})

it('says so when there is none', () => {
  expect(explainMistakes('All is well.', [], false)).toBe('3 words, 0 mistakes\n\n')
})

it('lets no control character of the text reach the terminal', () => {
  const text = 'A \u001b[2Jwrod.'
  expect(explainMistakes(text, [mistake(text, 'wrod')], false)).not.toContain('\u001b')
})
