/** A demo's study served as `replymark serve` serves it, with an account of every role, at a moment just after its last answer window. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog } from '../../jobs/context.js'
import { serviceParts } from '../../src/app/parts.js'
import { createService } from '../../src/app/service.js'
import { webDependencies } from '../../src/app/web.js'
import { DAY_MS } from '../../src/domain/time.js'
import { LEDGER_FILE, type Ledger, openLedger } from '../../src/ledger/ledger.js'
import { type DemoResult, runDemo } from '../../src/sandbox/run-demo.js'
import type { Accounts } from '../../src/web/accounts/accounts.js'
import { startWebServer } from '../../src/web/server.js'

/** Password of every account. */
export const PASSWORD = 'a long enough sentence'

/** Accounts by role; brand users belong to the demo's first and second brand. */
export const PEOPLE = {
  operator: 'operator@study.example',
  analyst: 'analyst@study.example',
  press: 'press@paper.example',
  brand: 'care@first-brand.example',
  otherBrand: 'care@second-brand.example',
} as const

/** A served demo. */
export interface DemoWeb {
  readonly demo: DemoResult
  readonly ledger: Ledger
  readonly accounts: Accounts
  readonly address: string
  /** Brands of the two brand users. */
  readonly brands: readonly [string, string]
  /** Cookies of a new session. */
  signIn(email: string): Promise<string>
  close(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return bound && typeof bound === 'object' ? bound.port : 0
}

/** Runs a demo and serves its study. */
export async function openDemoWeb(size: { brands: number; editions: number; seed: number }): Promise<DemoWeb> {
  const root = mkdtempSync(join(tmpdir(), 'replymark-journeys-'))
  const demo = await runDemo({
    ...size,
    example: 'config',
    folder: join(root, 'study'),
    bias: null,
    threads: 0,
    progress: () => {},
  })
  const { study } = demo
  const ledger = openLedger(join(study.dataFolder, LEDGER_FILE))
  const edition = study.editions.at(-1)
  if (!edition) throw new Error('the demo has no edition')
  const lastSent = Math.max(...ledger.probes.ofEdition(edition.id).map(({ sentAt }) => sentAt ?? 0))
  const opened = Date.now()
  const now = () => lastSent + (edition.answerWindowDays + 1) * DAY_MS + (Date.now() - opened)
  const listen = { host: '127.0.0.1', port: await freePort() }
  const address = `http://${listen.host}:${listen.port}`
  const service = await createService({ study, ledger, environment: {}, live: false, parts: serviceParts, now })
  const dependencies = await webDependencies({
    study,
    ledger,
    service,
    collecting: false,
    environment: {},
    log: silentLog,
    listen,
    publicUrl: address,
    now,
  })
  const { accounts } = dependencies
  const [first, second] = study.brands
  if (!first || !second) throw new Error('the demo has no two brands')
  const people = [
    [PEOPLE.operator, 'operator', null],
    [PEOPLE.analyst, 'analyst', null],
    [PEOPLE.press, 'press', null],
    [PEOPLE.brand, 'brand', first.id],
    [PEOPLE.otherBrand, 'brand', second.id],
  ] as const
  for (const [email, role, brand] of people) await accounts.add({ email, name: email, role, brand, password: PASSWORD })
  // Pages of tests ask for more than a person would.
  const server = await startWebServer({ ...dependencies, requestRule: { burst: 10_000, perMinute: 10_000 } }, listen)
  return {
    demo,
    ledger,
    accounts,
    address,
    brands: [first.id, second.id],
    async signIn(email) {
      const result = await accounts.signIn(email, PASSWORD, new Headers())
      if (result.outcome !== 'signed-in') throw new Error(`${email} could not sign in`)
      return result.cookies.map((one) => one.split(';')[0]).join('; ')
    },
    async close() {
      await server.stop()
      await service.stop()
      ledger.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
