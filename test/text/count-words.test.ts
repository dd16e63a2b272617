/** The word count behind "per 100 words". */
import { expect, it } from 'vitest'
import { countWords } from '../../src/text/count-words.js'

it.each([
  ['', 0],
  ['   \n', 0],
  ['Bonjour', 1],
  ['l’avoir aujourd’hui, a-t-il', 3],
  ['12 € — 😀 !', 0],
  ['12h30 et 3ème', 3],
  ['un\u00a0mot\u202fdeux', 3],
  ['Привет мир', 2],
  ['Écrivez à contact@lune.example ou sur https://lune.example/aide', 4],
  ['et/ou', 2],
])('counts %j', (text, words) => {
  expect(countWords(text)).toBe(words)
})
