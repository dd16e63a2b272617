/** The contract of every proofreading engine: what the port promises, run over each implementation. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StudyLanguage } from '../../src/domain/language.js'
import { inLanguage } from '../../src/languages/index.js'
import type { Proofreader } from '../../src/proofreading/proofreader.js'

/** What the contract needs to know of an engine. */
export interface ProofreaderUnderTest {
  readonly language: StudyLanguage
  open(): Promise<Proofreader>
  /** A word that no dictionary has, and that the engine flags in a sentence. */
  readonly misspelt: string
}

/** A sentence with a name that no dictionary has, away from its start, and no mistake. */
const WITH_NAME: Readonly<Record<StudyLanguage, string>> = {
  fr: 'Votre conseillère Nolwennig vous rappellera demain matin.',
  en: 'Your adviser Nolwennig will call you tomorrow morning.',
}

const AROUND: Readonly<Record<StudyLanguage, readonly [string, string]>> = {
  fr: ['Bonjour 😀👍🏽 Madame,\n\nVoici le mot ', ' dans une phrase.'],
  en: ['Hello 😀👍🏽 Madam,\n\nHere is the word ', ' in a sentence.'],
}

/** Defines the tests. */
export function proofreaderContract({ language, open, misspelt }: ProofreaderUnderTest): void {
  let proofreader: Proofreader
  const [before, after] = inLanguage(AROUND, language)
  const text = `${before}${misspelt}${after}`
  const place = { start: before.length, end: before.length + misspelt.length, text: misspelt }

  beforeAll(async () => {
    proofreader = await open()
  })
  afterAll(() => proofreader.close())

  it('says which language and engine it is, in which version', () => {
    expect(proofreader.language).toBe(language)
    expect(proofreader.engine).toMatch(/^[a-z]+$/)
    expect(proofreader.version).toMatch(/\d/)
  })

  it.each(['', ' ', '\n\n', '😀', '12345', '—'])('finds nothing in %j', async (empty) => {
    const mistakes = await proofreader.proofread(empty)
    expect(mistakes.filter(({ category }) => category !== 'typography')).toEqual([])
  })

  it('gives places in UTF-16 units, behind emoji and line ends', async () => {
    const mistakes = (await proofreader.proofread(text)).filter(({ category }) => category !== 'typography')
    expect(mistakes).toEqual([expect.objectContaining({ ...place, category: 'spelling' })])
  })

  it('gives mistakes in order, without overlaps, with the text of their place', async () => {
    const twice = `${text}\n${misspelt}  ${misspelt} ,${text}`
    const mistakes = await proofreader.proofread(twice)
    expect(mistakes.length).toBeGreaterThan(2)
    let end = 0
    for (const mistake of mistakes) {
      expect(mistake.start).toBeGreaterThanOrEqual(end)
      expect(mistake.end).toBeGreaterThan(mistake.start)
      expect(mistake.text).toBe(twice.slice(mistake.start, mistake.end))
      expect(mistake.rule).not.toBe('')
      expect(mistake.message).not.toBe('')
      end = mistake.end
    }
  })

  it('respects the glossary and the names of the letter, whatever their case', async () => {
    const counted = async (context: Parameters<Proofreader['proofread']>[1]) =>
      (await proofreader.proofread(text, context)).filter(({ category }) => category !== 'typography')
    expect(await counted({ glossary: [misspelt.toUpperCase()] })).toEqual([])
    expect(await counted({ names: [`Jean ${misspelt}`] })).toEqual([])
    expect(await counted({ glossary: [`${misspelt}x`] })).toHaveLength(1)
  })

  it('does not count names away from a sentence start', async () => {
    const mistakes = await proofreader.proofread(inLanguage(WITH_NAME, language))
    expect(mistakes.filter(({ category }) => category !== 'typography')).toEqual([])
  })

  it('says the same of the same text', async () => {
    expect(await proofreader.proofread(text)).toEqual(await proofreader.proofread(text))
  })

  it('keeps several texts at a time apart', async () => {
    const [first, second] = await Promise.all([proofreader.proofread(text), proofreader.proofread(`\n${text}`)])
    const starts = [first, second].map((mistakes) => mistakes?.find(({ category }) => category === 'spelling')?.start)
    expect(starts).toEqual([place.start, place.start + 1])
  })
}
