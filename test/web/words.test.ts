/** Every public page and file in both languages: no sentence in the words of the other, no code where a word is meant. */
import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEditionReports } from '../../reports/edition-reports.js'
import { languagePack } from '../../src/languages/index.js'
import { unaccented } from '../../src/text/unaccented.js'
import { createApp } from '../../src/web/app.js'
import { published } from '../jobs/purge-evidence/person/published-study.js'
import { openSmallStudy, type SmallStudy } from './small-study.js'

const PAGES = [
  '/',
  '/editions',
  '/editions/2026/sectors/beauty',
  '/editions/2026/embed',
  '/brands/maison-lune',
  '/compare?brand=maison-lune',
  '/trends',
  '/methodology',
  '/open-data',
  '/api',
  '/sign-in',
  '/nowhere',
  '/editions/2026/files/league-table.html',
  '/editions/2026/files/trends.html',
  '/editions/2026/files/methodology.html',
  '/editions/2026/files/press-kit.html',
] as const

/** Elements whose text is no prose of ours: code, data, the language switch. */
const NO_PROSE: ReadonlySet<string> = new Set(['script', 'style', 'pre', 'code', 'svg'])

/** Elements without an end (HTML, void elements). */
const VOID: ReadonlySet<string> = new Set(['meta', 'link', 'input', 'img', 'br', 'hr', 'source'])

/** Texts of a page, with what screen readers are told; nothing inside an element that names another language. */
function textsOf(html: string, language: string): readonly string[] {
  const texts: string[] = []
  const left: boolean[] = []
  const parser = new Parser({
    onopentag(name, { lang, alt, title, content, 'aria-label': label }) {
      const out = NO_PROSE.has(name) || (lang !== undefined && lang !== language)
      if (!VOID.has(name)) left.push(out)
      if (left.includes(true)) return
      for (const text of [alt, title, label, name === 'meta' ? content : undefined]) if (text) texts.push(text)
    },
    ontext(text) {
      if (!left.includes(true)) texts.push(text)
    },
    onclosetag(name) {
      if (!VOID.has(name)) left.pop()
    },
  })
  parser.end(html)
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '')
}

/** Names, and words of the operator's own grid, which are told as they are. */
const NAMES = /Creative Commons Attribution 4\.0 International|made up for tests/g

/** Words of prose: no hash, address, option or command. */
function wordsOf(text: string): readonly string[] {
  const prose = text.replace(NAMES, '').replace(/replymark (?:--)?[a-z]+[^»”]*|\S*[\d/@_]\S*/g, ' ')
  return unaccented(prose)
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1)
}

/** Whether a text reads as one of the other language: more of its function words than of the page's own. */
function isForeign(text: string, own: string, other: string): boolean {
  const words = wordsOf(text)
  const count = (language: string, apart: string) => {
    const of = languagePack(language).functionWords
    const not = languagePack(apart).functionWords
    return new Set(words.filter((word) => of?.has(word) && !not?.has(word))).size
  }
  return words.length >= 4 && count(other, own) > count(own, other)
}

describe('the words of pages', () => {
  let study: SmallStudy
  let app: SmallStudy['app']
  beforeAll(async () => {
    study = await openSmallStudy()
    const ledger = published(':memory:', 12)
    const reports = createEditionReports(ledger)
    app = createApp({ ...study.dependencies, ledger, reports, now: () => Date.UTC(2030, 0, 1) })
  })
  afterAll(() => study.ledger.close())

  it('are told apart', () => {
    expect(isForeign('The answer settles the request of the customer.', 'fr', 'en')).toBe(true)
    expect(isForeign('La réponse règle la demande du client.', 'fr', 'en')).toBe(false)
    expect(isForeign('La réponse règle la demande du client.', 'en', 'fr')).toBe(true)
  })

  for (const [language, other] of [
    ['fr', 'en'],
    ['en', 'fr'],
  ] as const)
    it.each(PAGES)(`are all of one language in %s, ${language}`, async (path) => {
      const response = await app.request(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
      const texts = textsOf(await response.text(), language)
      expect(texts.length).toBeGreaterThan(5)
      expect(texts.filter((text) => isForeign(text, language, other))).toEqual([])
      // A plural in brackets, a phrase between back-ticks: notes of a programmer.
      expect(texts.filter((text) => /\p{L}\((?:e?s|x)\)|`/u.test(text))).toEqual([])
    })
})
