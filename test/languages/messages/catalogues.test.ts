/**
 * The catalogues: every sentence in every language in which people are told things, with the same places; every sentence that the
 * sources say exists and gets its values; and no language that lacks one speaks English in silence.
 */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  isTold,
  LOG_LANGUAGE,
  languagePack,
  type MessageId,
  registerLanguage,
  saidError,
  saidProblem,
  say,
  tell,
  tellLog,
  toldLanguages,
} from '../../../src/languages/index.js'
import { placesOf } from '../../../src/languages/messages/format-message.js'
import { tellProblem } from '../../../src/web/pages/problem.js'
import { xx } from '../../fixtures/languages/xx/index.js'

const catalogueOf = (language: string): Readonly<Record<string, string>> => languagePack(language).messages ?? {}
const ids = Object.keys(catalogueOf(LOG_LANGUAGE)) as MessageId[]
const told = toldLanguages()

/** `say('id', { name: …, other })` in the sources. */
// Ids have a point: `reports/sentences.ts` says topics, which have none.
const SAID = /\bsay\(\s*'([a-z-]+\.[^']+)'\s*(?:,\s*\{((?:[^{}]|\{[^{}]*\})*)\})?/g

const calls = ['src', 'jobs', 'reports'].flatMap((folder) =>
  globSync('**/*.{ts,tsx}', { cwd: folder }).flatMap((file) =>
    [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(SAID)].map(([, id, values]) => ({
      file: `${folder}/${file}`,
      id: id!,
      names: namesOf(values ?? ''),
    })),
  ),
)

/** Names of the members of an object literal, none of whose values holds a comma outside of brackets. */
function namesOf(literal: string): readonly string[] {
  let flat = literal
  for (let before = ''; before !== flat; ) {
    before = flat
    flat = flat.replace(/\([^()]*\)|`[^`]*`|'[^']*'/g, '')
  }
  return flat
    .split(',')
    .map((member) => member.split(':')[0]!.trim())
    .filter(Boolean)
    .sort()
}

describe('catalogues', () => {
  it.each(told)('%s has every id, and no other', (language) => {
    expect(Object.keys(catalogueOf(language)).sort()).toEqual([...ids].sort())
  })

  it.each(
    told.flatMap((language) => ids.map((id) => [language, id] as const)),
  )('%s: %s has the same places', (language, id) => {
    expect(placesOf(catalogueOf(language)[id]!)).toEqual(placesOf(catalogueOf(LOG_LANGUAGE)[id]!))
  })

  it('no two languages write a sentence of several words alike', () => {
    const [first, ...others] = told
    for (const id of ids)
      for (const other of others)
        if (catalogueOf(first!)[id]!.split(' ').length > 3)
          expect(catalogueOf(other)[id]).not.toBe(catalogueOf(first!)[id])
  })
})

describe('the sources', () => {
  it('say sentences of the catalogues', () => {
    expect(calls.length).toBeGreaterThan(80)
  })

  it.each(calls)('$file gives $id the values of its places', ({ id, names }) => {
    expect(names).toEqual(placesOf(catalogueOf(LOG_LANGUAGE)[id] ?? '{missing}'))
  })

  it('use every sentence', () => {
    const used = new Set([...calls.map(({ id }) => id), ...ids.filter((id) => id.startsWith('code.'))])
    expect(ids.filter((id) => !used.has(id))).toEqual([])
  })
})

describe('what is said', () => {
  const error = saidError('conflict', say('closing.not-yet', { edition: '2026' }), {
    problems: [
      saidProblem(
        say('closing.thing-probes', { named: 'a, b, c', more: 1 }),
        say('closing.unsent', { count: 4 }),
        say('closing.let-sending-finish'),
      ),
    ],
  })

  it('is English to logs and programs, whatever the page', () => {
    expect(error.message).toBe('Edition 2026 cannot be closed yet')
    expect(error.details.problems).toMatchObject([
      { place: { thing: 'a, b, c and 1 more' }, message: '4 probes are not sent yet' },
    ])
  })

  it('is French on a French page, its things too', () => {
    const page = tellProblem(error, 'r', 'fr')
    expect(page.heading).toBe('L’édition 2026 ne peut pas encore être close')
    expect(page.problems[0]?.what.text).toBe('a, b, c et 1 autre : 4 envois ne sont pas encore partis')
    expect([page.problems[0]?.what.foreign, page.problems[0]?.todo.foreign]).toEqual([false, false])
  })

  it('holds sentences inside of sentences, told in the same language', () => {
    const nested = say('closing.undecided', { reason: say('closing.thing-account', { account: 'a' }) })
    expect([tell(nested, 'fr'), tellLog(nested)]).toEqual([
      'personne n’a tranché : compte a',
      'nobody has decided it: account a',
    ])
  })

  it('has a French heading where its sentence is in no catalogue, and the sentence marked as English', () => {
    const { heading, sentences } = tellProblem(
      Object.assign(saidError('ledger', say('closing.decide')), { details: {}, message: 'The ledger is locked' }),
      'r',
      'fr',
    )
    expect(heading).toBe('Le registre ne répond pas')
    expect(sentences).toEqual([{ text: 'The ledger is locked', foreign: true }])
  })

  it('shows nothing of a bug but the number of its request', () => {
    const page = tellProblem(new Error('secret'), 'request-7', 'fr')
    expect(JSON.stringify(page)).toContain('request-7')
    expect(JSON.stringify(page)).not.toContain('secret')
  })

  it('is said to be not translated in a language that lacks it', () => {
    registerLanguage(xx)
    const said = say('closing.decide')
    expect(isTold(said, xx.id)).toBe(false)
    expect(tell(said, xx.id)).toBe(`[not translated into Xxish] ${tellLog(said)}`)
  })
})
