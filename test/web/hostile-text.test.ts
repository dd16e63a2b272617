/**
 * No text of others becomes markup or turns a line around: every page of the route table is rendered over a study of harmless words and
 * over the same study with hostile ones in every field, and parsed. Elements and attributes must be the same, one by one.
 */
import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEditionReports } from '../../reports/edition-reports.js'
import type { Texts } from '../../src/domain/language.js'
import { HOUR_MS } from '../../src/domain/time.js'
import { readMessage } from '../../src/reading/read-message.js'
import { createApp } from '../../src/web/app.js'
import { PAGE_ROUTES } from '../../src/web/http/access-table.js'
import { HOSTILE_MARKUP } from '../e2e/hostile-markup.js'
import { NOW, openSmallStudy, type SmallStudy, type Wording } from './small-study.js'

/** Turns lines around, hides letters, ends a terminal's or XML's patience. */
const STEERING = 'Lune\u202egnp.exe\u2066\u2067x\u2069\u200b\u200f\u061c\ufeff\u2028\0\u001b[2J\u009b'
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no page may hold
const STEERED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

const HOSTILE: Readonly<Record<string, string>> = {
  'markup of every kind': HOSTILE_MARKUP.join(' '),
  'the end of an attribute in double quotes': '" onmouseover="alert(1)" autofocus x="',
  'the end of an attribute in single quotes': "' onmouseover='alert(1)' autofocus x='",
  'the end of an element': '</script></style></title></textarea></select></svg><img src=x onerror=alert(1)>',
  'a script as an address': 'javascript:alert(1)//http://evil.example/x',
  'marks of direction and controls': STEERING,
}

const both = (text: string): Texts => ({ fr: text, en: text })

/** The same study with a text in place of every name and title. */
const worded =
  (text: string): Wording =>
  (configuration) => ({
    ...configuration,
    study: { ...configuration.study, title: text, operator: text },
    edition: { ...configuration.edition, title: text },
    sectors: configuration.sectors.map((sector) => ({ ...sector, title: both(text) })),
    brands: configuration.brands.map((brand) => ({
      ...brand,
      name: `${text} ${brand.id}`,
      aliases: [text],
      glossary: [text],
    })),
    personas: configuration.personas.map((persona) => ({ ...persona, firstName: text, lastName: text, city: text })),
    scenarios: configuration.scenarios.map((scenario) => ({ ...scenario, title: both(text) })),
    grid: { ...configuration.grid, title: both(text) },
  })

const PROBE = '2026/maison-lune/complaint'

function encoded(text: string): string {
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
}

/** Enough words that the mail is an answer, whatever stands around them, and no note that covers its file. */
const ANSWER =
  'Votre colis est parti hier de notre entrepôt et vous sera remis vendredi matin. Nous avons remboursé les frais de port sur votre carte.'

function mailOf(text: string): Buffer {
  return Buffer.from(
    [
      `From: "${encoded(text)}" <contact@maison-lune.example>`,
      'To: camille@shopper.example',
      `Subject: ${encoded(text)}`,
      'Message-ID: <hostile@maison-lune.example>',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(`Bonjour ${text},\n\n${ANSWER}\n\n${text}\n\nCordialement,\n${text}\n\n> ${text}\n`).toString(
        'base64',
      ),
      '--x',
      `Content-Type: application/pdf; name="${encoded(text)}"`,
      'Content-Disposition: attachment',
      '',
      'x',
      '--x--',
      '',
    ].join('\r\n'),
  )
}

/** A study in which every text that others can write is this one. */
async function studyOf(text: string): Promise<SmallStudy> {
  const study = await openSmallStudy({}, worded(text))
  const { ledger } = study
  const raw = mailOf(text)
  const at = NOW
  const { stored } = ledger.messages.ingest(
    {
      account: 'main',
      folder: 'INBOX',
      uidValidity: '9',
      lastUid: 1,
      messages: [{ uid: 1, internalDate: at - 80 * 24 * HOUR_MS, raw }],
    },
    at,
  )
  const hash = stored[0] as string
  const reading = await readMessage(raw)
  // A file that cannot be read, whatever the words make of it: its name is shown too.
  const unreadWords = { form: 'document', attachment: 0 } as const
  ledger.readings.store(
    hash,
    { ...reading, unreadWords, signature: text, quoted: text, boilerplate: text, problems: [text] },
    at,
  )
  const candidate = { probe: PROBE, clue: 'reply-address-token' as const, confidence: 0.5, seen: text }
  const decision = { outcome: 'matched' as const, probes: [PROBE], candidates: [candidate], reason: text }
  ledger.matches.store(hash, decision, [{ probe: PROBE, role: 'answer', by: 'match' }], at)
  const assessment = ledger.assessments.ofProbe(PROBE)
  if (!assessment) throw new Error('the small study has an assessment of every probe')
  const mistake = {
    start: 0,
    end: 3,
    text,
    category: 'spelling' as const,
    rule: text,
    message: text,
    suggestions: [text],
  }
  const findings = assessment.findings.map((finding) => ({ ...finding, message: both(text) }))
  ledger.assessments.store('2026', 'edition', [{ ...assessment, findings, mistakes: [mistake] }], at)
  const doubts = [
    { subject: 'match', target: hash },
    { subject: 'contestation', target: PROBE },
  ] as const
  for (const [place, doubt] of doubts.entries())
    ledger.reviews.openItem(
      { ...doubt, edition: '2026', brand: 'maison-lune', reason: text, openedBy: text },
      at + place,
    )
  ledger.audit.add({ at, actor: text, action: text, target: text, details: { text } })
  await study.accounts.add({
    email: 'one@study.example',
    name: text,
    role: 'press',
    brand: null,
    password: text.padEnd(20, 'x').slice(0, 60),
  })
  study.apiKeys.create({ label: text, role: 'press', brand: null, expiresAt: null })
  const app = createApp({
    ...study.dependencies,
    studyTitle: text,
    operatorName: text,
    reports: createEditionReports(ledger),
    requestRule: { burst: 10_000, perMinute: 10_000 },
    service: {
      mailboxes: () => [{ account: text, state: 'waiting', lastPollAt: at, problem: text }] as never,
      queue: async () =>
        ({ waiting: 0, running: 0, dead: 1, letters: [{ key: text, type: text, attempts: 1, reason: text }] }) as never,
      isRunning: () => false,
      start: async () => {},
      pause: async () => {},
    },
  })
  return { ...study, app }
}

/** Pages and who opens them; the message's hash depends on the text, its place does not. */
function pagesOf(study: SmallStudy, text: string): readonly (readonly [string, string])[] {
  const hash = study.ledger.matches.exchange(PROBE)?.messages.at(-1)?.message.hash ?? ''
  const names: Readonly<Record<string, string>> = {
    edition: '2024',
    file: 'league-table.html',
    chart: 'league-table.svg',
    sector: 'beauty',
    brand: 'maison-lune',
    scenario: 'complaint',
    hash,
  }
  const tables = Object.values(PAGE_ROUTES)
    .filter(({ method, path }) => method === 'GET' && !/asset|events|metrics|openapi|source/.test(path))
    .map(({ path, access }) => {
      const filled = path.replace(/:(\w+)/g, (_, name: string) => names[name] ?? name)
      const address = path.startsWith('/exchanges') ? filled.replace('2024', '2026') : filled
      return [
        path === '/my-brand'
          ? 'brand@maison-lune.example'
          : access === 'press'
            ? 'press@paper.example'
            : 'operator@study.example',
        address,
      ] as const
    })
  const asked = encodeURIComponent(text.slice(0, 150))
  const operator = 'operator@study.example'
  return [
    ...tables,
    [operator, '/operator/exchanges?edition=2026'],
    [operator, `/operator/exchanges?edition=2026&state=${asked}`],
    ['brand@maison-lune.example', `/exchanges/${PROBE}`],
    ['', `/nowhere/${asked}`],
    ['', `/editions/${asked}`],
    ['', `/brands/${asked}`],
    ['', `/editions/2024?q=${asked}&sort=${asked}&sector=${asked}`],
    ['', `/compare?brand=maison-lune&brand=${asked}`],
    ['', `/sign-in?next=${asked}`],
    ['', `/?lang=${asked}`],
  ]
}

/** Attributes of a chart's label: a long one is broken into several, so that their number says nothing. */
const LABEL =
  /^(?:dominant-baseline|fill|font-[a-z]+|paint-order|stroke[a-z-]*|style|text-anchor|transform|x|xml:space|y)$/

/** Elements with their attributes, in order; values of those that say where something leads or what it does. */
function skeletonOf(html: string): readonly string[] {
  const found: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'text' && Object.keys(attributes).every((key) => LABEL.test(key))) return
      const shown = Object.entries(attributes).map(([key, value]) =>
        /^(?:action|formaction|type|rel|target|http-equiv|sandbox|method|class|name|on.*)$/.test(key)
          ? `${key}=${value.replace(/[0-9a-f]{12}/, 'ID')}`
          : /^(?:href|src|srcset|poster|data)$/.test(key)
            ? `${key}=${/^[a-z]+:/i.exec(value)?.[0] ?? 'here'}`
            : key,
      )
      found.push(`<${[name, ...shown.sort()].join(' ')}>`)
    },
    oncomment: () => found.push('<!-- -->'),
  })
  parser.end(html)
  return found
}

interface Page {
  readonly path: string
  readonly html: string
}

async function render(text: string): Promise<readonly Page[]> {
  const study = await studyOf(text)
  const pages: Page[] = []
  for (const [email, path] of pagesOf(study, text)) {
    const headers = email === '' ? {} : { cookie: await study.cookieOf(email) }
    const response = await study.app.request(path, { headers })
    const type = response.headers.get('content-type') ?? ''
    if (/html|svg/.test(type))
      pages.push({
        path: path.replaceAll(encodeURIComponent(text.slice(0, 150)), 'TEXT'),
        html: await response.text(),
      })
    expect(response.status, path).toBeLessThan(500)
  }
  study.ledger.close()
  return pages
}

let harmless: readonly Page[] = []
beforeAll(async () => {
  harmless = await render('Maison')
})
afterAll(() => {
  harmless = []
})

describe('the pages', () => {
  it('are nearly all of the route table, and show the texts', () => {
    expect(harmless.length).toBeGreaterThan(35)
    const showing = harmless.filter(({ html }) => html.includes('Maison'))
    expect(showing.length).toBeGreaterThan(30)
  })

  it('name who wrote a mail in an element of its own, so that right-to-left names turn nothing else', () => {
    const exchange = harmless.find(({ path }) => path === `/exchanges/${PROBE}`)
    expect(exchange?.html).toContain('<bdi>Maison</bdi> <bdi>contact@maison-lune.example</bdi>')
  })
})

describe.each(Object.entries(HOSTILE))('%s', (_, text) => {
  it('stays text on every page', async () => {
    const pages = await render(text)
    expect(pages.map(({ path }) => path.replace(/[0-9a-f]{64}/, 'HASH'))).toEqual(
      harmless.map(({ path }) => path.replace(/[0-9a-f]{64}/, 'HASH')),
    )
    for (const [place, page] of pages.entries()) {
      expect(skeletonOf(page.html), page.path).toEqual(skeletonOf(harmless[place]?.html ?? ''))
      expect(page.html, page.path).not.toMatch(STEERED)
    }
  })
})
