/** A small study for the web's tests: a published edition, one under embargo, a closed one with answers; invented brands only. */

import { createEditionReports } from '../../reports/edition-reports.js'
import type { Assessment } from '../../src/domain/assessment.js'
import type { Brand } from '../../src/domain/brand.js'
import type { EditionConfiguration } from '../../src/domain/configuration.js'
import type { EditionState } from '../../src/domain/edition.js'
import type { Mistake } from '../../src/domain/mistake.js'
import type { Standing } from '../../src/domain/standing.js'
import { DAY_MS, HOUR_MS, type Instant } from '../../src/domain/time.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { openLedger } from '../../src/ledger/ledger.js'
import { computeStandings } from '../../src/ranking/standings.js'
import { readMessage } from '../../src/reading/read-message.js'
import { type Accounts, openAccounts } from '../../src/web/accounts/accounts.js'
import { type ApiKeys, openApiKeys } from '../../src/web/accounts/api-keys.js'
import { createApp } from '../../src/web/app.js'
import type { WebDependencies } from '../../src/web/dependencies.js'
import { markSent, sampleConfiguration, sampleProbe } from '../ledger/samples.js'
import { SAMPLE_REPORTS } from './sample-reports.js'

/** The tests' moment: long after every send window. */
export const NOW: Instant = Date.UTC(2026, 5, 1, 12)

/** Brands of every edition. */
export const BRANDS = ['maison-lune', 'atelier-nord', 'verger-bleu', 'port-clair'] as const

const NAMES: Readonly<Record<string, string>> = {
  'maison-lune': 'Maison Lune',
  'atelier-nord': 'Atelier Nord',
  'verger-bleu': 'Verger Bleu',
  'port-clair': 'Port Clair',
}

function configurationOf(id: string, embargoUntil: Instant | null): EditionConfiguration {
  const sample = sampleConfiguration(id)
  const [model] = sample.brands as [Brand]
  const [sector] = sample.sectors
  return {
    ...sample,
    edition: { ...sample.edition, brands: [...BRANDS], embargoUntil, brandEmbargoUntil: null },
    brands: BRANDS.map((brand) => ({
      ...model,
      id: brand,
      name: NAMES[brand] ?? brand,
      sector: sector?.id ?? 'beauty',
    })),
  }
}

/** Text of the answer whose mistake and evidence pages must show; hostile on purpose. */
export const HOSTILE_TEXT =
  'Bonjour Camille,\n\nVotre colis <script>alert(1)</script> a été expédié ier.\n\nCordialement,\nJulie'

/** The mistake in it. */
export const MISTAKE: Mistake = {
  start: HOSTILE_TEXT.indexOf('ier.'),
  end: HOSTILE_TEXT.indexOf('ier.') + 3,
  text: 'ier',
  category: 'spelling',
  rule: 'hunspell',
  message: 'Mot inconnu',
  suggestions: ['hier'],
}

function assessmentOf(probe: string, mark: number, edition: EditionConfiguration): Assessment {
  return {
    probe,
    grid: edition.grid.id,
    gridHash: edition.grid.hash,
    proofreader: 'replymark 1',
    findings: [
      {
        criterion: 'answer',
        criterionVersion: 1,
        family: 'responsiveness',
        outcome: 'scored',
        score: mark > 0 ? 1 : 0,
        value: null,
        unit: null,
        message: { fr: 'une réponse est venue', en: 'an answer came' },
        evidence: [{ start: 0, end: 15 }],
      },
    ],
    families: [{ family: 'responsiveness', points: mark, outOf: 100 }],
    mark,
    mistakes: mark > 0 ? [MISTAKE] : [],
    words: mark > 0 ? 9 : 0,
  }
}

async function addAnswer(ledger: Ledger, probe: string, brand: string, at: Instant, raw: string): Promise<void> {
  const { stored } = ledger.messages.ingest(
    {
      account: 'main',
      folder: 'INBOX',
      uidValidity: '1',
      lastUid: at,
      messages: [{ uid: Math.floor(at / 1000) % 1_000_000, internalDate: at, raw: Buffer.from(raw) }],
    },
    at,
  )
  const hash = stored[0]
  if (!hash) throw new Error(`the answer of ${brand} was not stored`)
  ledger.readings.store(hash, await readMessage(Buffer.from(raw)), at)
  const decision = {
    outcome: 'matched' as const,
    probes: [probe],
    candidates: [{ probe, clue: 'reply-address-token' as const, confidence: 1, seen: 'token' }],
    reason: 'reply address',
  }
  ledger.matches.store(hash, decision, [{ probe, role: 'answer', by: 'match' }], at)
}

function mailOf(brand: string, text: string): string {
  return [
    `From: "Julie <b>x</b>" <contact@${brand}.example>`,
    'To: camille@shopper.example',
    'Subject: =?utf-8?q?Re=3A_=3Cimg_src=3Dx_onerror=3Dalert(1)=3E?=',
    `Message-ID: <${brand}-answer@${brand}.example>`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text.replaceAll('\n', '\r\n'),
  ].join('\r\n')
}

/** Other words for an edition's configuration; identifiers stay. */
export type Wording = (configuration: EditionConfiguration) => EditionConfiguration

async function addEdition(
  ledger: Ledger,
  id: string,
  state: EditionState,
  embargoUntil: Instant | null,
  year: number,
  worded: Wording,
): Promise<void> {
  const configuration = worded(configurationOf(id, embargoUntil))
  const sentAt = Date.UTC(year, 2, 2, 9)
  ledger.editions.plan(configuration, sentAt - DAY_MS)
  const probes = BRANDS.map((brand, index) => {
    const number = year * 10 + index
    return sampleProbe(number, { edition: id, brand, id: `${id}/${brand}/complaint`, scenario: 'complaint' })
  })
  ledger.probes.add(probes, sentAt - DAY_MS)
  ledger.editions.move(id, 'running', sentAt)
  const marks = BRANDS.map((_, index) => (index === BRANDS.length - 1 ? 0 : 90 - 15 * index))
  for (const [index, probe] of probes.entries()) {
    markSent(ledger, probe, sentAt)
    if (marks[index])
      await addAnswer(
        ledger,
        probe.id,
        probe.brand,
        sentAt + (index + 1) * HOUR_MS,
        mailOf(`${probe.brand}-${id}`, HOSTILE_TEXT),
      )
  }
  ledger.assessments.store(
    id,
    'edition',
    probes.map((probe, index) => assessmentOf(probe.id, marks[index] ?? 0, configuration)),
    sentAt,
  )
  const table: readonly Standing[] = computeStandings({
    edition: id,
    seed: 1,
    brands: probes.map((probe, index) => ({
      brand: probe.brand,
      sector: configuration.brands[index]?.sector ?? '',
      outcomes: [
        {
          scenario: 'complaint',
          mark: marks[index] ?? 0,
          answered: Boolean(marks[index]),
          delayHours: marks[index] ? index + 1 : null,
          windowHours: 336,
          mistakes: marks[index] ? 1 : null,
          words: 9,
          families: { responsiveness: marks[index] ?? 0 },
        },
      ],
    })),
  })
  ledger.standings.replace(id, 'edition', table, sentAt)
  if (state === 'running') return
  ledger.editions.move(id, 'closed', sentAt + 30 * DAY_MS)
  if (state === 'published') ledger.editions.move(id, 'published', sentAt + 40 * DAY_MS)
}

/** Everything a web test needs. */
export interface SmallStudy {
  readonly ledger: Ledger
  readonly accounts: Accounts
  readonly apiKeys: ApiKeys
  readonly dependencies: WebDependencies
  readonly app: ReturnType<typeof createApp>
  /** What `actions` were asked to do, in order. */
  readonly done: string[]
  /** A new session's cookie. */
  signIn(email: string): Promise<string>
  /** The session cookie of an account; signs in on first use. */
  cookieOf(email: string): Promise<string>
}

/** Password of every account of the fixture. */
export const PASSWORD = 'a long enough sentence'

/** Builds it; the ledger lives in memory. */
export async function openSmallStudy(
  changes: Partial<WebDependencies> = {},
  worded: Wording = (configuration) => configuration,
): Promise<SmallStudy> {
  const ledger = openLedger(':memory:', { evidenceKey: null })
  await addEdition(ledger, '2024', 'published', null, 2024, worded)
  await addEdition(ledger, '2025', 'published', NOW + DAY_MS, 2025, worded)
  await addEdition(ledger, '2026', 'closed', null, 2026, worded)
  const accounts = await openAccounts({
    database: ledger.sqlite,
    secret: 'test secret of more than thirty-two characters',
    publicUrl: 'http://localhost',
  })
  const apiKeys = openApiKeys(ledger.sqlite, () => NOW)
  const people = [
    ['operator@study.example', 'operator', null],
    ['analyst@study.example', 'analyst', null],
    ['press@paper.example', 'press', null],
    ['brand@maison-lune.example', 'brand', 'maison-lune'],
    ['other@atelier-nord.example', 'brand', 'atelier-nord'],
  ] as const
  for (const [email, role, brand] of people) await accounts.add({ email, name: email, role, brand, password: PASSWORD })
  const done: string[] = []
  const dependencies: WebDependencies = {
    ledger,
    accounts,
    apiKeys,
    now: () => NOW,
    logger: { info: () => {}, error: () => {} },
    publicUrl: 'http://localhost',
    studyTitle: 'Sample study',
    operatorName: 'Sample Consulting',
    defaultLanguage: 'fr',
    service: null,
    sendingAccounts: [],
    actions: {
      close: async (edition) => void done.push(`close ${edition}`),
      publish: async (edition) => void done.push(`publish ${edition}`),
      reassess: async (edition) => void done.push(`reassess ${edition}`),
    },
    reports: {
      ...SAMPLE_REPORTS,
      data: createEditionReports(ledger).data,
      files: () => [{ name: 'league-table.csv', label: 'CSV' }],
      file: async (_, name) =>
        name === 'league-table.csv' ? { bytes: new TextEncoder().encode('rank\r\n'), contentType: 'text/csv' } : null,
      charts: () => [
        { id: 'league-table', title: 'Who leads', caption: 'Index', sizes: [{ width: 800, height: 400 }] },
      ],
      chart: async (_, id) => (id === 'league-table' ? '<svg xmlns="http://www.w3.org/2000/svg"/>' : null),
    },
    ...changes,
  }
  const app = createApp(dependencies)
  const cookies = new Map<string, string>()
  const signIn = async (email: string): Promise<string> => {
    const result = await accounts.signIn(email, PASSWORD, new Headers())
    if (result.outcome === 'refused') throw new Error(`${email} could not sign in`)
    return result.cookies.map((one) => one.split(';')[0]).join('; ')
  }
  return {
    ledger,
    accounts,
    apiKeys,
    dependencies,
    app,
    done,
    signIn,
    async cookieOf(email) {
      const cookie = cookies.get(email) ?? (await signIn(email))
      cookies.set(email, cookie)
      return cookie
    },
  }
}
