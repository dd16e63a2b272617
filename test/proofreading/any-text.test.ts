/** Whatever the text, the engine gives ordered, disjoint mistakes that lie inside it, and never throws. */
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { StudyLanguage } from '../../src/domain/language.js'
import { createProofreader } from '../../src/proofreading/engines/create-proofreader.js'
import type { Proofreader } from '../../src/proofreading/proofreader.js'

const engines = new Map<StudyLanguage, Proofreader>()

beforeAll(async () => {
  for (const language of ['fr', 'en'] as const) {
    engines.set(language, await createProofreader(language, { engine: 'replymark', server: null, tradeWords: [] }))
  }
})

const piece = fc.oneof(
  fc.constantFrom(
    'Nous', 'avons', 'reçu', 'l’', "d'", 'commande', 'addresse', 'Your', 'order', 'have', 'you’re', 'a', 'CMD-12', '12h30',
    '😀', '👩‍👩‍👧', '\u00a0', '\n', ' ', '  ', '.', ',', '!', '«', '»', '"', '-', '--', '/', '@', '#', 'é', 'e\u0301', '\u00ad', '\ud800', 'Ж',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
) // biome-ignore format: a list
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

it.each(['fr', 'en'] as const)('holds for %s', async (language) => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const mistakes = (await engines.get(language)?.proofread(text)) ?? []
      let end = 0
      for (const mistake of mistakes) {
        expect(mistake.start).toBeGreaterThanOrEqual(end)
        expect(mistake.end).toBeGreaterThan(mistake.start)
        expect(mistake.end).toBeLessThanOrEqual(text.length)
        expect(mistake.text).toBe(text.slice(mistake.start, mistake.end))
        end = mistake.end
      }
    }),
    { numRuns: 300 },
  )
})
